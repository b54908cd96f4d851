"""What is on record that bears on a message: copies of its bytes, of the mail, of the letter; the sender.

Reads in the caller's transaction and decides nothing; `filing` does. Asked inside the transaction that
files, so that of two copies read side by side only one is the first.
"""

import json

from sqlmodel import Session

from intake import correction, filing
from intake.authenticity import Authenticity, Heard, Owner, weigh
from intake.correction import Earlier
from intake.filing import Known
from parsers.model import Citation, Parsed
from parsers.thai import places, reference
from storage import acknowledgements, letters, receipts, register
from storage.models import Filing, Letter, Organisation, Receipt

_CORRECTABLE = 20
"""More than one is for a person anyway."""


def known(tx: Session, receipt: Receipt, parsed: Parsed) -> Known:
    """All that `filing.decide` needs to know of the past of this message."""
    return Known(
        copy_of=_copy_of(tx, receipt),
        same_message=_same_message(tx, receipt, parsed),
        about=_about(tx, parsed),
        earlier=_earlier(tx, parsed),
    )


def authenticity(tx: Session, parsed: Parsed, heard: Heard) -> Authenticity:
    """What `heard` weighs, given who has the mailbox that it names."""
    province = parsed.letter.province.value if parsed.letter and parsed.letter.province else None
    code = places.mailbox_code(heard.sender or "")
    listed = tx.get(Organisation, code) if code else None
    owner = Owner(name=listed.name, province=listed.province) if listed else None
    return weigh(heard, province=province, owner=owner)


def _copy_of(tx: Session, receipt: Receipt) -> str | None:
    """The first receipt of the same bytes, unless that is this one or could not be read.

    First by arrival, not by processing: of two that are read side by side, the same one wins always.
    """
    for earlier in receipts.with_sha256(tx, receipt.sha256):
        if earlier.id == receipt.id:
            return None
        if earlier.status != "quarantined":
            return earlier.id
    return None


def _same_message(tx: Session, receipt: Receipt, parsed: Parsed) -> str | None:
    """The receipt of the same mail that came another way: equal Message-ID, sender and content.

    A Message-ID alone says nothing: some programs give one to all their mail.
    """
    message = parsed.message
    if message is None or message.message_id is None:
        return None
    told = (message.from_, sorted(document.sha256 for document in parsed.documents))
    for other in receipts.with_message_id(tx, message.message_id):
        if other.id != receipt.id and other.status != "quarantined" and _told(other.extraction) == told:
            return other.id
    return None


def _told(extraction: str | None) -> tuple[str | None, list[str]]:
    read = json.loads(extraction or "{}")
    content = sorted(document["sha256"] for document in read.get("documents", ()))
    return (read.get("message") or {}).get("from"), content


def _about(tx: Session, parsed: Parsed) -> str | None:
    """What a report is about, if that is a mail that we sent or received."""
    if parsed.message is None or (message_id := parsed.message.about) is None:
        return None
    if ours := acknowledgements.by_message_id(tx, message_id):
        return f"ใบตอบรับที่ส่งถึง {ours.recipient}"
    for receipt in receipts.with_message_id(tx, message_id):
        return f"อีเมลที่รับไว้ {receipt.id}"
    return None


def _earlier(tx: Session, parsed: Parsed) -> tuple[Earlier, ...]:
    """What stands filed of the agency that wrote the letter and may be what it repeats or corrects.

    That is the same letter and those that it cites; only if it speaks of a correction, any.
    """
    letter = parsed.letter
    agency = letter.agency.value if letter and letter.agency else None
    if letter is None or agency is None:
        return ()
    own = filing.identity_of(letter)
    named = {one for one in (own, *(_cited_identity(cite, agency) for cite in letter.cites)) if one}
    found = [*letters.filed_as(tx, named)]
    if correction.is_said(filing.subject_of(letter), filing.text_of(parsed, letter)):
        found += letters.filed_by(tx, agency, most=_CORRECTABLE)
    return tuple({filed.id: _as_earlier(filed, kept) for filed, kept in found}.values())


def _cited_identity(cite: Citation, agency: str) -> str | None:
    """What a cited letter is known as, if the agency cites a letter of its own."""
    number = reference.parse(cite.reference_number or "")
    return letters.identity(agency=agency, reference_key=number.key if number else None, dated=cite.dated)


def _as_earlier(filed: Filing, letter: Letter) -> Earlier:
    return Earlier(
        filing=filed.id,
        campaign=filed.campaign_id,
        register=register.display(filed.register_number, filed.register_year) or "-",
        identity=filed.identity or "",
        reference_key=letter.reference_key or "",
        dated=letter.dated or "",
        corrects=correction.is_said(letter.subject or "", letter.text[: filing.LETTER_CHARS]),
    )
