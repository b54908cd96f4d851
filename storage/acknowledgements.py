"""Which letters are acknowledged to their senders, and how far each of these mails has come.

One row per receipt, added in the transaction that files the letter, so that a filing and its
acknowledgement are one fact. States go `queued`, `sending`, `sent`. `sending` is committed just before
the relay may take the mail: what a crash leaves there may have been sent, becomes `uncertain`, and is
never sent again (docs/decisions/0009). Every function works in the caller's transaction.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from storage.models import Acknowledgement, AcknowledgementState


def add(
    session: Session, *, receipt_id: str, recipient: str, message_id: str, mail: str, due_at: datetime
) -> Acknowledgement:
    """Queue the acknowledgement of that receipt: a new one, or unchanged the one that it has already."""
    if known := session.get(Acknowledgement, receipt_id):
        return known
    row = Acknowledgement(
        receipt_id=receipt_id, recipient=recipient, message_id=message_id, mail=mail, due_at=due_at
    )
    session.add(row)
    session.flush()
    return row


def by_message_id(session: Session, message_id: str) -> Acknowledgement | None:
    """The acknowledgement that was sent, or is to be sent, under this Message-ID."""
    found = select(Acknowledgement).where(Acknowledgement.message_id == message_id)
    return session.exec(found).one_or_none()


def due(session: Session, *, at: datetime, most: int) -> Sequence[Acknowledgement]:
    """Up to `most` that are queued and whose time has come, the first one first."""
    found = select(Acknowledgement).where(Acknowledgement.state == "queued", Acknowledgement.due_at <= at)
    in_order = found.order_by(col(Acknowledgement.due_at), col(Acknowledgement.receipt_id))
    return session.exec(in_order.limit(most)).all()


def interrupted(session: Session) -> Sequence[Acknowledgement]:
    """Those that were being sent; asked at the start, they are what the last process died over."""
    return session.exec(select(Acknowledgement).where(Acknowledgement.state == "sending")).all()


def begin(session: Session, receipt_id: str) -> bool:
    """Claim a queued one: from the commit on the relay may have it. `False` if it is queued no more."""
    row = session.get(Acknowledgement, receipt_id, with_for_update=True)
    if row is None or row.state != "queued":
        return False
    _change(session, row, "sending")
    return True


def note_sent(session: Session, receipt_id: str, *, at: datetime) -> None:
    """The relay has taken it."""
    row = session.get_one(Acknowledgement, receipt_id)
    row.sent_at = at
    _change(session, row, "sent")


def note_deferred(session: Session, receipt_id: str, *, failure: str, due_at: datetime) -> None:
    """The relay has not taken it, for certain, and may later: one more attempt is spent."""
    row = session.get_one(Acknowledgement, receipt_id)
    row.attempts += 1
    row.due_at = due_at
    _change(session, row, "queued", failure)


def note_refused(session: Session, receipt_id: str, *, failure: str) -> None:
    """The relay has not taken it, for certain, and never will."""
    _change(session, session.get_one(Acknowledgement, receipt_id), "refused", failure)


def note_uncertain(session: Session, receipt_id: str, *, failure: str) -> None:
    """Nobody knows whether the relay took it."""
    _change(session, session.get_one(Acknowledgement, receipt_id), "uncertain", failure)


def _change(
    session: Session, row: Acknowledgement, state: AcknowledgementState, failure: str | None = None
) -> None:
    row.state = state
    row.failure = failure
    session.add(row)
    session.flush()
