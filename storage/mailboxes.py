"""How far every message of every IMAP mailbox has come: the watermark of the mailbox channel.

A row is keyed by (mailbox, UIDVALIDITY, UID) as RFC 9051 section 2.3.1.1 guarantees it, and is a
note, not a proof: a server may break that guarantee, so the channel compares size or bytes before
it passes over a message. States go `pending` (failed so far), `received` (bytes and receipt are
durable), `marked` (the server was told too); `quarantined` ends a message that cannot be fetched.
Every function works in the caller's transaction.
"""

from sqlmodel import Session, select

from storage.models import MailboxMessage


def known(session: Session, mailbox: str, uidvalidity: int) -> dict[int, MailboxMessage]:
    """What is noted about the mailbox in this validity, by UID."""
    rows = select(MailboxMessage).where(
        MailboxMessage.mailbox == mailbox, MailboxMessage.uidvalidity == uidvalidity
    )
    return {row.uid: row for row in session.exec(rows)}


def note_failure(
    session: Session, *, mailbox: str, uidvalidity: int, uid: int, size: int | None = None
) -> int:
    """One more failure to take this message; how many there are now. `size` is RFC822.SIZE in bytes."""
    row = _row(session, mailbox, uidvalidity, uid)
    row.failures += 1
    row.size = row.size if size is None else size
    session.flush()
    return row.failures


def note_received(
    session: Session,
    *,
    mailbox: str,
    uidvalidity: int,
    uid: int,
    size: int,
    sha256: str,
    receipt_id: str,
) -> None:
    """Its bytes are durable under that receipt; belongs in the transaction that adds the receipt."""
    row = _row(session, mailbox, uidvalidity, uid)
    row.size, row.sha256, row.receipt_id, row.state = size, sha256, receipt_id, "received"
    session.flush()


def note_marked(session: Session, *, mailbox: str, uidvalidity: int, uid: int) -> None:
    """The server was told: the message was moved or carries the keyword."""
    _row(session, mailbox, uidvalidity, uid).state = "marked"
    session.flush()


def note_quarantined(session: Session, *, mailbox: str, uidvalidity: int, uid: int) -> None:
    """No further attempt is made to fetch it; it stays where it is on the server."""
    _row(session, mailbox, uidvalidity, uid).state = "quarantined"
    session.flush()


def _row(session: Session, mailbox: str, uidvalidity: int, uid: int) -> MailboxMessage:
    found = select(MailboxMessage).where(
        MailboxMessage.mailbox == mailbox,
        MailboxMessage.uidvalidity == uidvalidity,
        MailboxMessage.uid == uid,
    )
    row = session.exec(found).one_or_none() or MailboxMessage(
        mailbox=mailbox, uidvalidity=uidvalidity, uid=uid
    )
    session.add(row)
    return row
