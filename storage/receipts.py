"""Which originals arrived, by which delivery, and what became of them.

A delivery of the same bytes under the same name is one receipt however often it is reported; the
same bytes under another name are another receipt. Every function works in the caller's
transaction. The answer to the sender waits for its commit.
"""

import secrets
import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from storage.errors import ReceiptUnknown
from storage.models import Receipt, Status

_BATCH = 500
_SAME_MESSAGE = 20


def add(
    session: Session,
    *,
    delivery: str,
    sha256: str,
    size: int,
    channel: str,
    source: str,
    envelope_from: str | None,
    envelope_to: Sequence[str],
    received_at: datetime,
) -> tuple[Receipt, bool]:
    """The receipt of this delivery, and whether it is new.

    `delivery` names the delivery for ever (see `Receipt.delivery`), `size` counts bytes. A delivery
    that is known already gives its first receipt, unchanged.
    """
    known = select(Receipt).where(Receipt.delivery == delivery, Receipt.sha256 == sha256)
    if receipt := session.exec(known).one_or_none():
        return receipt, False
    receipt = Receipt(
        id=_new_id(received_at),
        delivery=delivery,
        sha256=sha256,
        size=size,
        channel=channel,
        source=source,
        envelope_from=envelope_from,
        envelope_to=list(envelope_to),
        received_at=received_at,
    )
    session.add(receipt)
    session.flush()
    return receipt, True


def get(session: Session, receipt_id: str) -> Receipt:
    """Raises `ReceiptUnknown`."""
    if receipt := session.get(Receipt, receipt_id):
        return receipt
    raise ReceiptUnknown(receipt_id)


def by_status(session: Session, status: Status) -> Sequence[Receipt]:
    """In the order of arrival."""
    found = select(Receipt).where(Receipt.status == status)
    return session.exec(found.order_by(col(Receipt.received_at), col(Receipt.id))).all()


def with_sha256(session: Session, sha256: str) -> Sequence[Receipt]:
    """Every delivery of these bytes, the first one first."""
    found = select(Receipt).where(Receipt.sha256 == sha256)
    return session.exec(found.order_by(col(Receipt.received_at), col(Receipt.id))).all()


def with_message_id(session: Session, message_id: str) -> Sequence[Receipt]:
    """The first settled deliveries of mail that bears this Message-ID; a few, since anybody may repeat it."""
    found = select(Receipt).where(Receipt.message_id == message_id)
    return session.exec(found.order_by(col(Receipt.received_at), col(Receipt.id)).limit(_SAME_MESSAGE)).all()


def originals(session: Session) -> Iterator[str]:
    """The name (sha256) of every original that a receipt holds, each once; streamed."""
    yield from session.exec(
        select(Receipt.sha256).distinct().order_by(Receipt.sha256), execution_options={"yield_per": _BATCH}
    )


def note_attempt(session: Session, receipt_id: str) -> int:
    """Count one more attempt at reading; how many there were, this one included.

    Raises `ReceiptUnknown`.
    """
    receipt = get(session, receipt_id)
    receipt.attempts += 1
    session.add(receipt)
    session.flush()
    return receipt.attempts


def settle(
    session: Session,
    receipt_id: str,
    *,
    status: Status,
    reasons: Sequence[str],
    confidence: float | None = None,
    extraction: str | None = None,
    message_id: str | None = None,
    testimony: dict[str, Any] | None = None,
) -> Receipt:
    """Write down what became of it; what was written before is replaced.

    `extraction` is the readers' JSON, `testimony` what speaks for and against the sender; without them
    (and without a `message_id`) the last ones stay. Raises `ReceiptUnknown`.
    """
    receipt = get(session, receipt_id)
    receipt.status = status
    receipt.reasons = list(reasons)
    receipt.confidence = confidence
    receipt.extraction = receipt.extraction if extraction is None else extraction
    receipt.message_id = receipt.message_id if message_id is None else message_id
    receipt.testimony = receipt.testimony if testimony is None else testimony
    session.add(receipt)
    session.flush()
    return receipt


def add_reason(session: Session, receipt_id: str, reason: str) -> None:
    """Write one more thing beside those that were written when it was settled.

    Raises `ReceiptUnknown`.
    """
    receipt = get(session, receipt_id)
    receipt.reasons = [*receipt.reasons, reason]
    session.add(receipt)
    session.flush()


def _new_id(at: datetime) -> str:
    """A UUIDv7 (RFC 9562 section 5.7): the milliseconds of `at`, then 74 random bits."""
    milliseconds = int(at.timestamp() * 1000)
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=value))
