"""What to do with a message of a mailbox: decided from what the server says and what we remember.

Pure: no connection, no database, no clock. The rule behind all of it: a message is skipped only
when its size and its INTERNALDATE are still those on record. A UID, even with its UIDVALIDITY, is
a hint; servers restored from a backup or moved to other software have given old ones to new mail.
Anything taken twice is recognised further in; anything skipped wrongly is lost.
"""

import enum
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from urllib.parse import quote

Mark = Literal["move", "keyword", "ledger"]
State = Literal["pending", "received", "marked", "quarantined"]

FAILURES_ALLOWED = 3
MESSAGE_LIMIT_BYTES = 128 << 20
"""More than any mail system of a department lets through, less than a machine's memory."""

IN_PIECES_FROM_BYTES = 4 << 20
SEARCH_WINDOW = 50_000
"""UIDs asked for at once; the answer is one line, and imaplib refuses lines above 1,000,000 bytes."""

BATCH_MESSAGES = 100
GROUP_MESSAGES = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Sighting:
    """A message as the server announces it now: RFC822.SIZE in bytes and INTERNALDATE (aware)."""

    uid: int
    size: int
    arrived: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """What we remember of a UID; size and date as they were announced, `None` where they were not."""

    state: State
    size: int | None = None
    arrived: datetime | None = None
    failures: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetched:
    """A message whose bytes are whole: as many as the server announced."""

    sighting: Sighting
    raw: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Torn:
    """A message whose bytes cannot be trusted, and why."""

    sighting: Sighting
    reason: str


class Step(enum.Enum):
    """What comes next for one message."""

    SKIP = "settled already"
    FETCH = "fetch together with others"
    FETCH_ALONE = "fetch by itself, so that a failure can be laid at its door"
    REFUSE = "too large to fetch"


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """One pass: `batches` in the order they are fetched, the suspects last and each alone."""

    batches: tuple[tuple[Sighting, ...], ...]
    settled: tuple[Sighting, ...]
    refused: tuple[Sighting, ...]


def next_step(sighting: Sighting, record: Record | None, *, mark: Mark) -> Step:
    """The one decision that may pass over a message.

    A received message that is still there unmarked was cut off between our commit and the move:
    it is fetched again, because the server is told only of bytes read in this session.
    """
    if record is not None and _same(sighting, record):
        if record.state == "quarantined":
            return Step.SKIP
        if mark == "ledger" and record.state in ("received", "marked"):
            return Step.SKIP
    if sighting.size > MESSAGE_LIMIT_BYTES:
        return Step.REFUSE
    return Step.FETCH_ALONE if record is not None and record.failures else Step.FETCH


def _same(sighting: Sighting, record: Record) -> bool:
    return record.size == sighting.size and record.arrived in (None, sighting.arrived)


def plan(
    sightings: Iterable[Sighting],
    records: Mapping[int, Record],
    *,
    mark: Mark,
    suspects: Collection[int],
    batch_bytes: int,
) -> Plan:
    """Sort what was seen into batches, oldest first; `suspects` were in flight when a line broke."""
    by_step: dict[Step, list[Sighting]] = {step: [] for step in Step}
    for sighting in sorted(sightings, key=lambda seen: seen.uid):
        step = next_step(sighting, records.get(sighting.uid), mark=mark)
        if step is Step.FETCH and sighting.uid in suspects:
            step = Step.FETCH_ALONE
        by_step[step].append(sighting)
    together = _batches(by_step[Step.FETCH], batch_bytes)
    alone = ((sighting,) for sighting in by_step[Step.FETCH_ALONE])
    return Plan(
        batches=(*together, *alone),
        settled=tuple(by_step[Step.SKIP]),
        refused=tuple(by_step[Step.REFUSE]),
    )


def _batches(sightings: Sequence[Sighting], batch_bytes: int) -> Iterator[tuple[Sighting, ...]]:
    """In order, none above the limits, and each message that comes in pieces by itself."""
    batch: list[Sighting] = []
    for sighting in sightings:
        if batch and not _fits(sighting, batch, batch_bytes):
            yield tuple(batch)
            batch = []
        batch.append(sighting)
    if batch:
        yield tuple(batch)


def _fits(sighting: Sighting, batch: Sequence[Sighting], batch_bytes: int) -> bool:
    sizes = [seen.size for seen in (*batch, sighting)]
    return len(sizes) <= BATCH_MESSAGES and sum(sizes) <= batch_bytes and max(sizes) < IN_PIECES_FROM_BYTES


def groups(uids: Collection[int], *, suspects: Collection[int]) -> tuple[tuple[int, ...], ...]:
    """In which company sizes are asked for: oldest first, the suspects last and each alone."""
    calm = sorted(set(uids) - set(suspects))
    together = [tuple(calm[at : at + GROUP_MESSAGES]) for at in range(0, len(calm), GROUP_MESSAGES)]
    return (*together, *((uid,) for uid in sorted(set(uids) & set(suspects))))


def blind_spots(records: Mapping[int, Record]) -> frozenset[int]:
    """Messages whose very size could not be asked for; there is nothing else to know them by."""
    return frozenset(uid for uid, r in records.items() if r.state == "quarantined" and r.size is None)


def judge(sighting: Sighting, announced: int | None, raw: bytes | None) -> Fetched | Torn | None:
    """What one FETCH answer is worth; `None` for a message expunged in mid-fetch.

    A server says OK for a message that another client has just removed, with NIL, nothing or an
    empty body in its place (RFC 2180 section 4.1); that is no failure.
    """
    if not raw or not announced:
        return None
    if len(raw) != announced:
        return Torn(sighting=sighting, reason=f"the server announced {announced} bytes and sent {len(raw)}")
    return Fetched(sighting=sighting, raw=raw)


def search_windows(exists: int, uidnext: int | None) -> Iterator[str]:
    """UID ranges (RFC 9051 section 6.4.9) that together cover a folder, lowest first."""
    if uidnext is None or exists <= SEARCH_WINDOW:
        yield "1:*"
        return
    for first in range(1, uidnext, SEARCH_WINDOW):
        yield f"{first}:{first + SEARCH_WINDOW - 1}"
    yield f"{uidnext}:*"


def mailbox_url(*, host: str, port: int, user: str, folder: str) -> str:
    """The folder's name for ever (RFC 5092 section 5)."""
    return f"imap://{quote(user, safe='')}@{host}:{port}/{quote(folder, safe='/')}"


def delivery_url(mailbox: str, *, uidvalidity: int, uid: int) -> str:
    """The message's name for ever (RFC 5092 section 6)."""
    return f"{mailbox};UIDVALIDITY={uidvalidity}/;UID={uid}"


def server_name(name: str, *, prefix: str, delimiter: str) -> str:
    """A folder as this server spells it: we write `A/B`, it may want `INBOX.A.B` (RFC 2342)."""
    if name.upper() == "INBOX":
        return "INBOX"
    spelled = name.replace("/", delimiter) if delimiter else name
    if spelled.startswith(prefix) or spelled.upper().startswith(f"INBOX{delimiter}"):
        return spelled
    return prefix + spelled
