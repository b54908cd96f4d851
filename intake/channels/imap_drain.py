"""How one IMAP folder is drained, in an order that survives a power cut.

For every message: its whole bytes, the front door's commit (original, receipt, watermark), and only
then the mark on the server, for bytes read on this very connection. Cut anywhere, the next pass sees
the message again and the front door knows it again.

A message is passed over for what is on record of it, never for its UID alone (`imap_plan`). One that
does not come is tried again by itself, three times in all, each counted only once the mailbox has
answered again, because an outage is no message's fault. Then it stays where it is, with an alarm, and
the rest goes on.
"""

import hashlib
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TypedDict

import structlog
from sqlmodel import Session

from intake.channels.imap_connection import MailboxAway
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
from intake.receive import Envelope, FrontDoor
from intake.settings import ImapAccount
from storage import mailboxes, receipts
from storage.database import Database

log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Charge:
    """What is held against a message that did not come; `size` is RFC822.SIZE, where it was given."""

    size: int | None
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
            charge = _Charge(size=large.size, reason=reason)
            self._note_failure(large.uid, charge)
            self._give_up(large.uid, charge)
        return todo.batches

    def _take(self, session: ImapSession, batch: Sequence[Sighting]) -> None:
        """Bytes, commit, and only then the mark."""
        with self._holding({sighting.uid: sighting.size for sighting in batch}):
            verdicts = _fetch(session, batch)
            taken = [verdict for verdict in verdicts if isinstance(verdict, Fetched)]
            for message in taken:
                self._accept(message)
        uids = [message.sighting.uid for message in taken]
        session.mark(uids)
        self._note_marked(uids)
        self._charge_the_rest(batch, verdicts)

    def _accept(self, message: Fetched) -> None:
        uid = message.sighting.uid
        envelope = self._envelope(uid)
        note = partial(self._note_received, envelope=envelope, uid=uid, raw=message.raw)
        self._front_door.accept(message.raw, envelope, also=note)

    def _note_received(self, tx: Session, *, envelope: Envelope, uid: int, raw: bytes) -> None:
        sha256 = hashlib.sha256(raw).hexdigest()
        receipt = next(r for r in receipts.with_sha256(tx, sha256) if r.delivery == envelope.delivery)
        mailboxes.note_received(tx, **self._key(uid), size=len(raw), sha256=sha256, receipt_id=receipt.id)

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
                self._charges[sighting.uid] = _Charge(size=sighting.size, reason=reason)

    @contextmanager
    def _holding(self, sizes: Mapping[int, int | None]) -> Iterator[None]:
        """Remember which messages were in hand when it broke: one alone is charged, several are suspects."""
        try:
            yield
        except Exception as trouble:
            self._suspects.update(sizes)
            if len(sizes) == 1 and isinstance(trouble, MailboxAway):
                [(uid, size)] = sizes.items()
                self._charges[uid] = _Charge(size=size, reason=str(trouble))
            raise

    def _note_failure(self, uid: int, charge: _Charge) -> int:
        with self._database.begin() as tx:
            return mailboxes.note_failure(tx, **self._key(uid), size=charge.size)

    def _give_up(self, uid: int, charge: _Charge) -> None:
        reason = f"{charge.reason}. To have it tried again, move it to another folder and back."
        note = partial(mailboxes.note_quarantined, **self._key(uid))
        self._front_door.give_up(self._envelope(uid), reason, also=note)

    def _records(self) -> dict[int, Record]:
        with self._database.read() as tx:
            known = mailboxes.known(tx, self.mailbox, self._uidvalidity)
        return {
            uid: Record(state=row.state, size=row.size, failures=row.failures) for uid, row in known.items()
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


def _fetch(session: ImapSession, batch: Sequence[Sighting]) -> tuple[Fetched | Torn, ...]:
    if batch[0].size < IN_PIECES_FROM_BYTES:
        return session.fetch(batch)
    verdict = session.fetch_in_pieces(batch[0])
    return () if verdict is None else (verdict,)
