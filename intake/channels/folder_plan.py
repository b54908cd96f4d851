"""Which files of a watched folder are complete: decided from what was seen of them, twice. Pure.

A file is complete when its name is none of those that programs give to unfinished ones, and its size and
its time have stayed the same for a while (not its inode: some network shares make new ones up). Nothing tells it for certain, so the channel also asks
whether somebody has it open, and compares again after reading.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

TAKEN = "taken"
QUARANTINE = "quarantine"
"""Folders of ours in the watched one: what is in them is settled."""

FAILURES_ALLOWED = 3
EMPTY_SECONDS = 60.0
"""Until an empty file counts as finished: scanners make the file first and fill it when the page is through."""

_UNFINISHED = re.compile(
    r"\.|~|.*~$|.*\.(?:part|partial|tmp|temp|crdownload|download|filepart|lock|swp)$", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sight:
    """A file as it looked; two equal sights are one unchanged file. `size` in bytes."""

    path: str
    size: int
    modified_ns: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Watched:
    """A file since it looks as it does. `since` and `not_before` are seconds of one monotonic clock."""

    sight: Sight
    since: float
    failures: int = 0
    not_before: float = 0.0
    settled: bool = False
    """Taken, or given up, and left where it is."""


def is_finished_name(name: str) -> bool:
    """Whether a file of this name may be complete; hidden ones and those of editors never are."""
    return _UNFINISHED.match(name) is None


def update(watched: Mapping[str, Watched], sights: Iterable[Sight], *, now: float) -> dict[str, Watched]:
    """What is watched after one more look: what changed begins anew, what is gone is forgotten."""
    kept: dict[str, Watched] = {}
    for sight in sights:
        known = watched.get(sight.path)
        unchanged = known is not None and known.sight == sight
        kept[sight.path] = known if known and unchanged else Watched(sight=sight, since=now)
    return kept


def is_ripe(file: Watched, *, now: float, settle_seconds: float) -> bool:
    """Whether it is time to take the file."""
    patience = settle_seconds if file.sight.size else max(settle_seconds, EMPTY_SECONDS)
    return not file.settled and now >= max(file.since + patience, file.not_before)


def after_failure(file: Watched, *, now: float, settle_seconds: float) -> Watched:
    """The same file after one more failed attempt: the next one later, each time twice as much."""
    pause = max(settle_seconds, 1.0) * 2.0**file.failures
    return Watched(sight=file.sight, since=file.since, failures=file.failures + 1, not_before=now + pause)
