"""The facts that people ask for, as the JSON objects of the contract (one per line).

Questions only: nothing here writes. Each function takes an open session and returns plain values
whose keys are the contract's and keep their names for ever.
"""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime

from sqlmodel import Session

from storage import campaigns, letters, receipts, register
from storage.models import Campaign, Filing, Letter, Receipt
from storage.search import Hit

Facts = dict[str, object]

QUEUE_COLUMNS = ("source", "status", "province", "register_number", "reasons")
"""What people need of a message at one glance."""


def of_receipt(tx: Session, receipt_id: str) -> Facts:
    """What became of one message. Raises `storage.errors.ReceiptUnknown`."""
    receipt = receipts.get(tx, receipt_id)
    letter = _letter(tx, receipt)
    filed = letters.latest(tx, letter) if letter else None
    return {
        "source": receipt.source,
        "receipt": receipt.id,
        "status": receipt.status,
        "campaign": _campaign(tx, letter, filed),
        "province": letter.province if letter else None,
        "sender": (letter.agency or letter.sender) if letter else receipt.envelope_from,
        "register_number": _register_number(filed) if receipt.status == "filed" else None,
        "confidence": receipt.confidence,
        "reasons": receipt.reasons,
        "error": None,
    }


def of_untaken(source: str, error: str) -> Facts:
    """A file that could not even be taken in: the same keys, nothing known."""
    keys = ("receipt", "status", "campaign", "province", "sender", "register_number", "confidence")
    return {"source": source, **dict.fromkeys(keys), "reasons": [], "error": error}


def of_campaign(campaign: Campaign) -> Facts:
    return {
        "reference": campaign.reference,
        "dated": campaign.dated.isoformat(),
        "issuer": campaign.issuer,
        "subject": campaign.subject,
        "due": _iso(campaign.due),
        "opened_at": _iso(campaign.opened_at),
        "closed_at": _iso(campaign.closed_at),
    }


def of_board(tx: Session, campaign: Campaign) -> Iterator[Facts]:
    """One addressee a line, in the order of the board."""
    for row in campaigns.board(tx, campaign):
        yield {
            "province": row.province,
            "state": row.state,
            "received_at": _iso(row.received_at),
            "register_number": row.register_number,
            "outcome": row.outcome,
            "count": row.count,
        }


def of_hit(hit: Hit) -> Facts:
    found = asdict(hit)
    del found["letter"]
    return found


def of_queue(tx: Session) -> Iterator[Facts]:
    """What waits for a person, oldest first."""
    for receipt in receipts.by_status(tx, "review"):
        yield of_receipt(tx, receipt.id)


def _letter(tx: Session, receipt: Receipt) -> Letter | None:
    """The message's letter; for a copy, the one of the first receipt of the same bytes or the same mail."""
    for source in (receipt, *_copies(tx, receipt)):
        if found := letters.of_receipt(tx, source.id):
            return found[0]
    return None


def _copies(tx: Session, receipt: Receipt) -> Iterator[Receipt]:
    if receipt.status == "duplicate":
        yield from receipts.with_sha256(tx, receipt.sha256)
        if receipt.message_id:
            yield from receipts.with_message_id(tx, receipt.message_id)


def _campaign(tx: Session, letter: Letter | None, filed: Filing | None) -> str | None:
    """The campaign it is filed to, or the one proposed while it waits for a person."""
    campaign_id = filed.campaign_id if filed else letter.proposed_campaign_id if letter else None
    campaign = tx.get(Campaign, campaign_id) if campaign_id else None
    return campaign.reference if campaign else None


def _register_number(filed: Filing | None) -> str | None:
    return register.display(filed.register_number, filed.register_year) if filed else None


def _iso(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment else None
