"""The ledger: what was done, in an order that cannot be changed afterwards without a trace.

Each event's `body` is RFC 8785 canonical JSON of `{"at", "facts", "kind", "seq"}`; its `hash` is
SHA-256 over the tag `saraban-ledger-event-v1`, a zero byte, the 32 bytes of the previous event's
hash (32 zero bytes before the first) and the body in UTF-8. The tag keeps these hashes apart from
every other use of SHA-256. `seq` counts from 1 without a gap, since appending locks the one row of
`ledger_head` until the commit. Triggers forbid UPDATE and DELETE.

Promises: an edited, removed or reordered event is found and named, and a cut-off end is found as
long as the head was not cut with it. A chain alone cannot detect that the whole file was rewritten;
for that, `body` is ready to be the leaf of an RFC 6962 tree whose signed heads live elsewhere.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import rfc8785
from sqlalchemy import text
from sqlmodel import Session, col, select

from storage.models import LedgerEvent, LedgerHead

_TAG = b"saraban-ledger-event-v1\x00"
_BEFORE_FIRST = "0" * 64
_BATCH = 500

_ADVANCE = text("UPDATE ledger_head SET seq = seq + 1 WHERE id = 1 RETURNING seq, hash")
_POINT = text("UPDATE ledger_head SET hash = :hash WHERE id = 1")


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """The first place where the ledger contradicts itself. `what` is a sentence."""

    seq: int
    what: str


def append(session: Session, kind: str, facts: Mapping[str, Any], *, at: datetime) -> LedgerEvent:
    """One more event, in the caller's transaction. `at` is aware; `facts` is JSON without dates.

    Raises `rfc8785.CanonicalizationError` for facts that have no canonical JSON (a float that is
    no number, an integer beyond 2**53, a value that JSON does not know).
    """
    connection = session.connection()
    seq, previous = connection.execute(_ADVANCE).one()
    stamp = at.astimezone(UTC).isoformat(timespec="microseconds")
    body = rfc8785.dumps({"at": stamp, "facts": dict(facts), "kind": kind, "seq": seq})
    event = LedgerEvent(
        seq=seq, at=stamp, kind=kind, body=body.decode(), previous=previous, hash=_hash(previous, body)
    )
    session.add(event)
    session.flush()
    connection.execute(_POINT, {"hash": event.hash})
    return event


def events(session: Session, *, after: int = 0) -> Iterator[LedgerEvent]:
    """The events whose `seq` is greater than `after`, in order; streamed."""
    found = select(LedgerEvent).where(col(LedgerEvent.seq) > after).order_by(col(LedgerEvent.seq))
    yield from session.exec(found, execution_options={"yield_per": _BATCH})


def verify(session: Session) -> Fault | None:
    """The first fault from the beginning on, or `None`; use a snapshot (`Database.read`)."""
    seq, previous = 0, _BEFORE_FIRST
    for event in events(session):
        if what := _contradiction(event, seq + 1, previous):
            return Fault(seq=seq + 1, what=what)
        seq, previous = event.seq, event.hash
    head = session.exec(select(LedgerHead)).one_or_none()
    if head is None or (head.seq, head.hash) != (seq, previous):
        return Fault(seq=seq + 1, what=f"the ledger ends after event {seq}, but its head says otherwise")
    return None


def _contradiction(event: LedgerEvent, seq: int, previous: str) -> str | None:
    """Why `event` cannot be number `seq` after the hash `previous`; `None` if it can."""
    if event.seq != seq:
        return f"event {seq} is missing"
    if event.previous != previous:
        return f"event {seq} does not follow event {seq - 1}"
    # `str`, since SQLite lets someone put bytes into a text column.
    if event.hash != _hash(previous, str(event.body).encode()):
        return f"event {seq} was edited"
    if not _says(event):
        return f"the columns of event {seq} were edited"
    return None


def _says(event: LedgerEvent) -> bool:
    """Whether the body says what the columns say; they are there for queries only."""
    try:
        said = json.loads(event.body)
        return (said["seq"], said["kind"], said["at"]) == (event.seq, event.kind, event.at)
    except (ValueError, TypeError, KeyError):
        return False


def _hash(previous: str, body: bytes) -> str:
    return hashlib.sha256(_TAG + bytes.fromhex(previous) + body).hexdigest()
