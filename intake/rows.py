"""From the readers' values to the store's rows: the one place that knows both vocabularies."""

from collections.abc import Iterable, Sequence

from intake import roster
from parsers.model import Field, Letter, Organisation, Parsed
from parsers.thai import reference
from storage import models
from storage.roster import Entry


def letter_row(parsed: Parsed, letter: Letter, *, receipt_id: str, ordinal: int = 0) -> models.Letter:
    """A new, unsaved row for `letter` as it was read from `receipt_id`; its subject may be only the mail's.

    A letter under a secrecy mark keeps its facts for the register but not its text, which is
    neither searched nor shown (ระเบียบว่าด้วยการรักษาความลับของทางราชการ พ.ศ. ๒๕๔๔).
    """
    own = reference.parse(_value(letter.reference_number) or "")
    confirmation = parsed.confirmation
    return models.Letter(
        receipt_id=receipt_id,
        ordinal=ordinal,
        kind=letter.kind,
        reference_number=own.value if own else None,
        reference_key=own.key if own else None,
        dated=_value(letter.dated),
        agency=_value(letter.agency),
        province=_value(letter.province),
        subject=_value(letter.subject) or (parsed.message.subject if parsed.message else None),
        addressee=_value(letter.addressee),
        sender=parsed.message.from_ if parsed.message else None,
        signer=_value(letter.signer),
        position=_value(letter.position),
        cites=[
            {"reference_number": cite.reference_number, "dated": cite.dated, "agency": cite.agency}
            for cite in letter.cites
        ],
        outcome=confirmation.outcome if confirmation else None,
        count=confirmation.count if confirmation else None,
        text="" if letter.secrecy else "\n".join(document.text for document in parsed.documents),
    )


def mentions(named: Iterable[Organisation]) -> list[models.Mention]:
    """New, unsaved rows of the letter that names these, in its order; which they are is yet unknown."""
    return [
        models.Mention(
            ordinal=ordinal, name=one.name, kind=one.kind, district=one.district, certainty="unknown"
        )
        for ordinal, one in enumerate(named)
    ]


def recognise(letter: models.Letter, mentions: Sequence[models.Mention], listed: Sequence[Entry]) -> None:
    """Note of each of the letter's `mentions` which organisation it is, by the roster as it is `listed`."""
    named = [Organisation(name=one.name, kind=one.kind, district=one.district) for one in mentions]
    writer = roster.sender(letter.sender or "", listed)
    found = roster.recognise(named, letter.province, listed, writer=writer)
    for mention, recognised in zip(mentions, found, strict=True):
        mention.certainty = recognised.certainty
        mention.code = recognised.entry.code if recognised.entry else None
        mention.candidates = [entry.code for entry in recognised.candidates]


def _value(field: Field | None) -> str | None:
    return field.value if field else None
