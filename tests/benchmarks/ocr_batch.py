"""A process that reads one scan after the other, and how much memory it holds on the way."""

from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from parsers import dispatch

LOOKED_AT = (10, 50, 100)
"""After how many scans."""


def megabytes(paths: Sequence[Path]) -> tuple[dict[int, float], float]:
    """What it holds after so many scans, and the most that it ever held; `paths` are read again and again."""
    held = {}
    for number, path in enumerate(islice(cycle(paths), max(LOOKED_AT)), 1):
        dispatch.parse(path.read_bytes(), name=path.name)
        if number in LOOKED_AT:
            held[number] = _memory("VmRSS")
    return held, _memory("VmHWM")


def _memory(name: str) -> float:
    """Of this process since its start, which its usage of resources does not tell: that counts its parent's too."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith(name))
    return int(line.split()[1]) / 1024
