"""Runs the programs that print letters, which come with the machine and not with Python."""

import os
import shutil
import subprocess
from collections.abc import Mapping


class ProgramMissing(RuntimeError):
    """The program is not installed; the text says what to install."""


def found(program: str, *, package: str) -> str:
    """Where `program` is. Raises `ProgramMissing` naming the Debian `package`."""
    path = shutil.which(program)
    if path is None:
        raise ProgramMissing(f"{program} is not installed; on Debian: apt-get install {package}")
    return path


def run(
    program: str,
    *arguments: str,
    package: str,
    settings: Mapping[str, str] | None = None,
    seconds: float = 180,
) -> None:
    """Run `program` to its end, with `settings` added to the environment.

    Raises `ProgramMissing` naming the Debian `package`, `subprocess.CalledProcessError` if the program
    says that it failed, and `subprocess.TimeoutExpired` after `seconds`.
    """
    environment = os.environ | (settings or {})
    path = found(program, package=package)
    subprocess.run([path, *arguments], env=environment, timeout=seconds, check=True, capture_output=True)
