"""The last words of a message's transaction: its receipt, the ledger, and the acknowledgement to be sent."""

from dataclasses import asdict
from datetime import datetime

from sqlmodel import Session

from intake import acknowledging
from intake.acknowledging import Filed, Office
from intake.authenticity import Heard
from intake.correction import Earlier
from intake.filing import Decision
from intake.reasons import because
from parsers import model
from parsers.model import Parsed
from storage import acknowledgements, ledger, receipts, register
from storage.models import Filing, Letter, Receipt

SERVICE = "saraban-intake"
"""Who files when no person does."""


def settled(
    tx: Session,
    receipt: Receipt,
    parsed: Parsed | None,
    decision: Decision,
    filed: Filing | None,
    *,
    heard: Heard | None = None,
    at: datetime,
) -> None:
    """What became of the message: in its receipt, and in the ledger."""
    message = parsed.message if parsed else None
    receipts.settle(
        tx,
        receipt.id,
        status=decision.status,
        reasons=[str(reason) for reason in decision.reasons],
        confidence=decision.confidence,
        extraction=model.to_json(parsed).decode() if parsed else None,
        message_id=message.message_id if message else None,
        testimony=asdict(heard) if message and heard else None,
    )
    facts = {
        "receipt": receipt.id,
        "sha256": receipt.sha256,
        "reasons": [reason.code for reason in decision.reasons],
        "campaign": decision.campaign.reference if decision.campaign else None,
        "register": _number(filed) if filed else None,
        "by": SERVICE,
    }
    ledger.append(tx, decision.status, facts, at=at)


def superseded(tx: Session, earlier: Earlier, *, by: Filing, at: datetime) -> None:
    """What became of the filing that was corrected: in its receipt, and in the ledger."""
    letter = tx.get_one(Letter, tx.get_one(Filing, earlier.filing).letter_id)
    receipts.add_reason(tx, letter.receipt_id, str(because("superseded", register=_number(by))))
    facts = {
        "receipt": letter.receipt_id,
        "register": earlier.register,
        "superseded_by": _number(by),
        "by": SERVICE,
    }
    ledger.append(tx, "superseded", facts, at=at)


def acknowledgement(
    tx: Session, receipt: Receipt, letter: Letter, filed: Filing, *, to: str, office: Office, at: datetime
) -> None:
    """The mail that tells the sender of the filing, to be sent once this transaction holds."""
    told = Filed(
        reference_number=letter.reference_number or "-",
        dated=letter.dated,
        subject=letter.subject or "-",
        register_number=_number(filed),
        received_at=receipt.received_at,
        answers=receipt.message_id,
    )
    acknowledgements.add(
        tx,
        receipt_id=receipt.id,
        recipient=to,
        message_id=acknowledging.message_id(receipt.id, office=office),
        mail=acknowledging.compose(told, receipt_id=receipt.id, to=to, office=office, at=at).decode("ascii"),
        due_at=at,
    )


def _number(filed: Filing) -> str:
    return register.display(filed.register_number, filed.register_year) or "-"
