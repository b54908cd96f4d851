"""How far every message of every IMAP mailbox has come: the watermark of the mailbox channel.

A row is keyed by (mailbox, UIDVALIDITY, UID) as RFC 9051 section 2.3.1.1 guarantees it, and is a
note, not a proof: a server may break that guarantee, so the channel compares size and INTERNALDATE
before it passes over a message. States go `pending` (failed so far), `received` (bytes and receipt
are durable), `marked` (the server was told too); `quarantined` ends a message that cannot be
fetched. Every function works in the caller's transaction. A note is one statement, because it is
in the way of every message.
"""

from collections import Counter
from datetime import datetime
from typing import Literal

from sqlalchemy import bindparam, case, func, text
from sqlmodel import Session, UTCDateTime, col, select

from storage.models import MailboxMessage, Receipt

Fate = Literal["pending", "received", "filed", "review", "duplicate", "unrelated", "quarantined"]

_INTERNAL_DATE = bindparam("internal_date", type_=UTCDateTime())

_FAILED = text(
    "INSERT INTO mailbox_message AS noted (mailbox, uidvalidity, uid, size, internal_date, failures, state) "
    "VALUES (:mailbox, :uidvalidity, :uid, :size, :internal_date, 1, 'pending') "
    "ON CONFLICT (mailbox, uidvalidity, uid) DO UPDATE SET "
    "size = excluded.size, internal_date = excluded.internal_date, state = 'pending', "
    "failures = CASE noted.state WHEN 'pending' THEN noted.failures + 1 ELSE 1 END "
    "RETURNING failures"
).bindparams(_INTERNAL_DATE)

_RECEIVED = text(
    "INSERT INTO mailbox_message "
    "(mailbox, uidvalidity, uid, size, internal_date, sha256, receipt_id, failures, state) "
    "VALUES (:mailbox, :uidvalidity, :uid, :size, :internal_date, :sha256, :receipt_id, 0, 'received') "
    "ON CONFLICT (mailbox, uidvalidity, uid) DO UPDATE SET "
    "size = excluded.size, internal_date = excluded.internal_date, sha256 = excluded.sha256, "
    "receipt_id = excluded.receipt_id, failures = 0, state = 'received'"
).bindparams(_INTERNAL_DATE)

_NOW = text(
    "UPDATE mailbox_message SET state = :state "
    "WHERE mailbox = :mailbox AND uidvalidity = :uidvalidity AND uid = :uid"
)


def known(session: Session, mailbox: str, uidvalidity: int) -> dict[int, MailboxMessage]:
    """What is noted about the mailbox in this validity, by UID."""
    rows = select(MailboxMessage).where(
        MailboxMessage.mailbox == mailbox, MailboxMessage.uidvalidity == uidvalidity
    )
    return {row.uid: row for row in session.exec(rows)}


def tally(session: Session) -> dict[str, Counter[Fate]]:
    """What became of every message that was ever seen, by mailbox.

    A fate is the status of its receipt; `pending` for one that could not be fetched so far, `quarantined`
    also for one that was given up.
    """
    fate = case(
        (col(MailboxMessage.state).in_(("pending", "quarantined")), MailboxMessage.state),
        else_=Receipt.status,
    )
    found = (
        select(MailboxMessage.mailbox, fate, func.count())
        .join(Receipt, col(Receipt.id) == MailboxMessage.receipt_id, isouter=True)
        .group_by(MailboxMessage.mailbox, fate)
    )
    fates: dict[str, Counter[Fate]] = {}
    for mailbox, what, count in session.exec(found):
        fates.setdefault(mailbox, Counter())[what] += count
    return fates


def underway_since(session: Session, mailbox: str) -> datetime | None:
    """When the oldest message of the mailbox arrived that is received but not yet settled, if any is."""
    oldest = (
        select(func.min(Receipt.received_at))
        .join(MailboxMessage, col(MailboxMessage.receipt_id) == Receipt.id)
        .where(MailboxMessage.mailbox == mailbox, Receipt.status == "received")
    )
    return session.exec(oldest).one()


def note_failure(
    session: Session,
    *,
    mailbox: str,
    uidvalidity: int,
    uid: int,
    size: int | None = None,
    internal_date: datetime | None = None,
) -> int:
    """One more failure to take this message; how many there are now.

    `size` is RFC822.SIZE in bytes, `internal_date` INTERNALDATE (aware), if the server gave them.
    Counted anew for a message that was settled: what fails under its UID is another message now.
    """
    key = {"mailbox": mailbox, "uidvalidity": uidvalidity, "uid": uid}
    noted = session.connection().execute(_FAILED, key | {"size": size, "internal_date": internal_date})
    failures: int = noted.scalar_one()
    return failures


def note_received(
    session: Session,
    *,
    mailbox: str,
    uidvalidity: int,
    uid: int,
    size: int,
    internal_date: datetime | None = None,
    sha256: str,
    receipt_id: str,
) -> None:
    """Its bytes are durable under that receipt; belongs in the transaction that adds the receipt."""
    key = {"mailbox": mailbox, "uidvalidity": uidvalidity, "uid": uid}
    seen = {"size": size, "internal_date": internal_date}
    session.connection().execute(_RECEIVED, key | seen | {"sha256": sha256, "receipt_id": receipt_id})


def note_marked(session: Session, *, mailbox: str, uidvalidity: int, uid: int) -> None:
    """The server was told: the message, received before, was moved or carries the keyword."""
    key = {"mailbox": mailbox, "uidvalidity": uidvalidity, "uid": uid}
    session.connection().execute(_NOW, key | {"state": "marked"})


def note_quarantined(session: Session, *, mailbox: str, uidvalidity: int, uid: int) -> None:
    """No further attempt is made to fetch it after its failures; it stays where it is on the server."""
    key = {"mailbox": mailbox, "uidvalidity": uidvalidity, "uid": uid}
    session.connection().execute(_NOW, key | {"state": "quarantined"})
