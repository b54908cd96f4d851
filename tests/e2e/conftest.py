"""The installed `intake` command, run as a person or a script would, on a home of the test's own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

_WITHOUT_FACTS = ("serve", "--help")
INTAKE = Path(sys.executable).with_name("intake")


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a command said: its exit code, its facts, and what it complained of."""

    code: int
    facts: list[dict[str, Any]]
    stderr: str


Intake = Callable[..., Answer]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("INTAKE_")}
    return clean | {"INTAKE_HOME": str(tmp_path / "home"), "INTAKE_LOG_LEVEL": "warning"}


@pytest.fixture
def intake(environment: dict[str, str], tmp_path: Path) -> Intake:
    def run(*words: str | Path, **more: str) -> Answer:
        done = subprocess.run(
            [INTAKE, *map(str, words), *([] if words[0] in _WITHOUT_FACTS else ["--json"])],
            env=environment | more,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert "Traceback" not in done.stderr
        lines = done.stdout.splitlines() if done.stdout.startswith("{") else []
        return Answer(code=done.returncode, facts=[json.loads(line) for line in lines], stderr=done.stderr)

    return run
