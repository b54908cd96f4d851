"""How one IMAP folder is drained, in an order that survives a power cut.

For every batch: the whole bytes of its messages, one commit of the front door (originals, receipts,
watermarks), and only then the mark on the server, for bytes read on this very connection. Cut anywhere,
the next pass sees the messages again and the front door knows them again.

A message is passed over for what is on record of it, never for its UID alone (`imap_plan`). Where a
batch breaks, each of its messages goes by itself from then on. One that does not come, or cannot be
taken in, is tried three times in all, each counted only once the mailbox has answered again, because an
outage is no message's fault. Then it stays where it is, with an alarm, and the rest goes on.
"""

import threading
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TypedDict

import structlog
from sqlmodel import Session

from intake.channels.imap_connection import MailboxAway, MailboxTrouble
from intake.channels.imap_plan import (
    FAILURES_ALLOWED,
    IN_PIECES_FROM_BYTES,
    MESSAGE_LIMIT_BYTES,
    Fetched,
    Record,
    Sighting,
    Torn,
    blind_spots,
    delivery_url,
    groups,
    mailbox_url,
    plan,
)
from intake.channels.imap_session import ImapSession
from intake.receive import Arrival, Envelope, FrontDoor
from intake.settings import ImapAccount
from storage import mailboxes
from storage.database import Database
from storage.errors import StorageError
from storage.models import Receipt

log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Charge:
    """What is held against a message that did not come; `seen` is how it was announced, if it was."""

    seen: Sighting | None
    reason: str


class _Key(TypedDict):
    mailbox: str
    uidvalidity: int
    uid: int


class Drain:
    """One folder and what is remembered of it between passes; belongs to one thread."""

    def __init__(self, account: ImapAccount, *, front_door: FrontDoor, database: Database) -> None:
        self.mailbox = mailbox_url(
            host=account.host, port=account.port, user=account.user, folder=account.folder
        )
        self._account = account
        self._front_door = front_door
        self._database = database
        self._session: ImapSession | None = None
        self._uidvalidity = 0
        self._settled: set[int] = set()
        """UIDs that need no second look on this connection."""
        self._suspects: set[int] = set()
        """UIDs that were in hand, with others, when something broke."""
        self._charges: dict[int, _Charge] = {}
        self.advanced_at = time.monotonic()
        """When the last message was taken, or none was left to be taken."""

    def run(self, session: ImapSession, stop: threading.Event) -> None:
        """One pass over all that the folder holds and that is not settled.

        Raises `MailboxTrouble` and `storage.errors.StorageError`; what was taken until then is safe.
        """
        selected = session.select()
        self._forget_what_no_longer_holds(session, selected.uidvalidity)
        fresh = session.unmarked(selected) - self._settled
        self._press_charges(fresh)
        records = self._records() if fresh else {}
        for group in groups(fresh - blind_spots(records), suspects=self._suspects):
            for batch in self._batches(session, group, records):
                if stop.is_set():
                    return
                self._take(session, batch)
        self.advanced_at = time.monotonic()

    def _forget_what_no_longer_holds(self, session: ImapSession, uidvalidity: int) -> None:
        if session is not self._session:
            self._session = session
            self._settled.clear()
        if uidvalidity != self._uidvalidity:
            if self._uidvalidity:
                log.warning("mailbox_renumbered", mailbox=self.mailbox, uidvalidity=uidvalidity)
            self._uidvalidity = uidvalidity
            self._settled.clear()
            self._suspects.clear()
            self._charges.clear()

    def _press_charges(self, present: Collection[int]) -> None:
        """Count the failures of the last pass against the messages that are still there."""
        charges, self._charges = self._charges, {}
        for uid, charge in charges.items():
            if uid in present and self._note_failure(uid, charge) >= FAILURES_ALLOWED:
                self._give_up(uid, charge)

    def _batches(
        self, session: ImapSession, group: Sequence[int], records: Mapping[int, Record]
    ) -> tuple[tuple[Sighting, ...], ...]:
        """What of the group is to be fetched; the rest is settled here."""
        with self._holding(dict.fromkeys(group)):
            sightings = session.look(group)
        todo = plan(
            sightings,
            records,
            mark=self._account.mark,
            suspects=self._suspects,
            batch_bytes=self._account.batch_bytes,
        )
        self._settled.update(sighting.uid for sighting in todo.settled)
        for large in todo.refused:
            reason = f"it has {large.size} bytes, more than the {MESSAGE_LIMIT_BYTES} that are taken"
            charge = _Charge(seen=large, reason=reason)
            self._note_failure(large.uid, charge)
            self._give_up(large.uid, charge)
        return todo.batches

    def _take(self, session: ImapSession, batch: Sequence[Sighting]) -> None:
        """Bytes, commit, and only then the mark."""
        with self._holding({sighting.uid: sighting for sighting in batch}):
            verdicts = _fetch(session, batch)
            taken = [verdict for verdict in verdicts if isinstance(verdict, Fetched)]
            self._front_door.accept_many([self._arrival(message) for message in taken])
        uids = [message.sighting.uid for message in taken]
        session.mark(uids)
        self._note_marked(uids)
        if uids:
            self.advanced_at = time.monotonic()
        self._charge_the_rest(batch, verdicts)

    def _arrival(self, message: Fetched) -> Arrival:
        note = partial(self._note_received, seen=message.sighting)
        return Arrival(raw=message.raw, envelope=self._envelope(message.sighting.uid), also=note)

    def _note_received(self, tx: Session, receipt: Receipt, *, seen: Sighting) -> None:
        mailboxes.note_received(
            tx,
            **self._key(seen.uid),
            size=seen.size,
            internal_date=seen.arrived,
            sha256=receipt.sha256,
            receipt_id=receipt.id,
        )

    def _note_marked(self, uids: Sequence[int]) -> None:
        self._suspects.difference_update(uids)
        self._settled.update(uids)
        if uids and self._account.mark != "ledger":
            with self._database.begin() as tx:
                for uid in uids:
                    mailboxes.note_marked(tx, **self._key(uid))

    def _charge_the_rest(self, batch: Sequence[Sighting], verdicts: Sequence[Fetched | Torn]) -> None:
        """Most of what did not come was removed by somebody else, and no charge will be pressed."""
        reasons = {v.sighting.uid: v.reason for v in verdicts if isinstance(v, Torn)}
        came = {v.sighting.uid for v in verdicts if isinstance(v, Fetched)}
        for sighting in batch:
            if sighting.uid not in came:
                reason = reasons.get(sighting.uid, "the server gives no bytes for it")
                self._charges[sighting.uid] = _Charge(seen=sighting, reason=reason)

    @contextmanager
    def _holding(self, hand: Mapping[int, Sighting | None]) -> Iterator[None]:
        """Remember what was in hand when it broke: one alone is charged, several are suspects."""
        try:
            yield
        except Exception as trouble:
            self._suspects.update(hand)
            if len(hand) == 1 and (reason := _blame(trouble)):
                [(uid, seen)] = hand.items()
                self._charges[uid] = _Charge(seen=seen, reason=reason)
            raise

    def _note_failure(self, uid: int, charge: _Charge) -> int:
        size, arrived = (charge.seen.size, charge.seen.arrived) if charge.seen else (None, None)
        with self._database.begin() as tx:
            return mailboxes.note_failure(tx, **self._key(uid), size=size, internal_date=arrived)

    def _give_up(self, uid: int, charge: _Charge) -> None:
        reason = f"{charge.reason}. To have it tried again, move it to another folder and back."
        note = partial(mailboxes.note_quarantined, **self._key(uid))
        self._front_door.give_up(self._envelope(uid), reason, also=note)

    def _records(self) -> dict[int, Record]:
        with self._database.read() as tx:
            known = mailboxes.known(tx, self.mailbox, self._uidvalidity)
        return {
            uid: Record(state=row.state, size=row.size, arrived=row.internal_date, failures=row.failures)
            for uid, row in known.items()
        }

    def _envelope(self, uid: int) -> Envelope:
        account = self._account
        return Envelope(
            delivery=delivery_url(self.mailbox, uidvalidity=self._uidvalidity, uid=uid),
            channel="imap",
            source=f"{account.user} at {account.host}, {account.folder}, message {uid}",
        )

    def _key(self, uid: int) -> _Key:
        return _Key(mailbox=self.mailbox, uidvalidity=self._uidvalidity, uid=uid)


def _blame(trouble: Exception) -> str | None:
    """What a message that was alone in hand is charged with; `None` if no message is to blame."""
    if isinstance(trouble, MailboxAway):
        return str(trouble)
    if isinstance(trouble, MailboxTrouble | StorageError):
        return None
    # A fault of ours; its text may quote the message or the database and stays in the log.
    return f"it cannot be taken in ({type(trouble).__name__})"


def _fetch(session: ImapSession, batch: Sequence[Sighting]) -> tuple[Fetched | Torn, ...]:
    if batch[0].size < IN_PIECES_FROM_BYTES:
        return session.fetch(batch)
    verdict = session.fetch_in_pieces(batch[0])
    return () if verdict is None else (verdict,)
