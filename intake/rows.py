"""From the readers' values to the store's rows: the one place that knows both vocabularies."""

from collections.abc import Iterable

from intake.roster import Recognised
from parsers.model import Field, Letter, Organisation, Parsed
from parsers.thai import reference
from storage import models


def letter_row(parsed: Parsed, letter: Letter, *, receipt_id: str, ordinal: int = 0) -> models.Letter:
    """A new, unsaved row for `letter` as it was read from `receipt_id`.

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
        subject=_value(letter.subject),
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


def named(parsed: Parsed) -> tuple[Organisation, ...]:
    """The organisations that the message's letter names; none of a secret one, as of its text."""
    secret = parsed.letter is not None and parsed.letter.secrecy is not None
    return parsed.confirmation.organisations if parsed.confirmation and not secret else ()


def mentions(recognised: Iterable[Recognised]) -> list[models.Mention]:
    """New, unsaved rows of the letter that names these organisations, in its order."""
    return [
        models.Mention(
            ordinal=ordinal,
            name=one.named.name,
            kind=one.named.kind,
            district=one.named.district,
            certainty=one.certainty,
            code=one.entry.code if one.entry else None,
            candidates=[entry.code for entry in one.candidates],
        )
        for ordinal, one in enumerate(recognised)
    ]


def _value(field: Field | None) -> str | None:
    return field.value if field else None
