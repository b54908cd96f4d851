"""READ THIS FIRST: one official letter, from the rows of its pages to its fields.

Promises the fields of ระเบียบงานสารบรรณ as the contract prints them, each with what is written, how
sure and where; `None` for anything that is no letter (a covering mail, a table). Zones say
where a part is, the modules beside this one read it. What the letter answers is `confirmation`'s.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.letter import citation, contact, due, head, layout, owner, province, reading, signature, trust
from parsers.letter import zones as letter_zones
from parsers.letter.layout import Row
from parsers.letter.zones import Zones
from parsers.model import Contact, Field, Letter, Page
from parsers.thai import reference

_ITEM_NUMBER = re.compile(r"\s*\(?[0-9๐-๙]{1,2}\s?[.)]\s*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A letter, and the zones from which it was read: what `confirmation` needs of it."""

    letter: Letter
    zones: Zones


def read(pages: Sequence[Page], *, document: int = 0, sender: str | None = None) -> Letter | None:
    """The one letter that the pages are about, or `None` if they hold none; see `choose`."""
    return choose([one.letter for one in read_all(pages, document=document, sender=sender)])


def read_all(pages: Sequence[Page], *, document: int = 0, sender: str | None = None) -> tuple[Reading, ...]:
    """All letters in the pages, in their order.

    `document` is the index to put into fields, `sender` the mail address that the pages came from.
    """
    zoned = letter_zones.split(layout.rows(pages))
    found = ((zones, _letter(zones, document, sender)) for zones in zoned)
    return tuple(
        Reading(letter=trust.letter(one, pages, marks_lost=zones.restored), zones=zones)
        for zones, one in found
        if one
    )


def choose(letters: Sequence[Letter]) -> Letter | None:
    """The one of several letters of a bundle that speaks for it, or `None` if there are none.

    The first that no other one cites and that is no circular: a bundle often carries the circular
    that it answers, before or behind.
    """
    cited = {_key(one.reference_number) for letter in letters for one in letter.cites}
    uncited = [letter for letter in letters if _key(_number(letter)) not in cited - {None}]
    speaking = [letter for letter in uncited if not is_circular(letter)]
    return next(iter([*speaking, *uncited, *letters]), None)


def is_circular(letter: Letter) -> bool:
    """Whether the letter's number is of the series ว, readable or blank."""
    return _is_circular(letter.reference_number)


def _letter(zones: Zones, document: int, sender: str | None) -> Letter | None:
    own_reference = head.own_reference(zones, document=document)
    own_date = head.own_date(zones, document=document)
    agency = owner.read(zones, document=document)
    signed = signature.read(zones, document=document)
    marked = zones.proclaimed or zones.kind == "form" or own_reference
    if not marked and not (own_date and agency):
        return None
    return Letter(
        kind=zones.kind,
        reference_number=own_reference,
        dated=own_date,
        agency=agency,
        province=province.read(
            zones,
            reference_number=own_reference,
            agency=agency,
            posts=" ".join(one.raw for one in (signed.position, signed.on_behalf_of) if one),
            sender=sender,
            document=document,
        ),
        subject=_entry(zones.subject, document),
        addressee=_entry(zones.addressee, document),
        cites=citation.read(zones, document=document),
        enclosures=_enclosures(zones.enclosures),
        signer=signed.signer,
        position=signed.position,
        on_behalf_of=signed.on_behalf_of,
        contact=_contact(zones, signed.foot),
        due=due.read(zones, circular=_is_circular(own_reference), document=document),
        urgency=head.mark(zones, head.URGENCIES),
        secrecy=head.mark(zones, head.SECRECIES),
    )


def _contact(zones: Zones, foot: Sequence[Row]) -> Contact | None:
    if zones.kind == "memo":
        return contact.read_memo(zones, foot)
    return contact.read_form(zones.body, foot) if zones.kind == "form" else contact.read(foot)


def _entry(rows: Sequence[Row], document: int) -> Field | None:
    passage = layout.flow(rows)
    return reading.field(passage, passage.value, "labelled", document=document) if passage.text else None


def _enclosures(rows: Sequence[Row]) -> tuple[str, ...]:
    """One string per item, its number taken off; an entry without numbers is one item."""
    items: list[list[Row]] = []
    for row in rows:
        number = _ITEM_NUMBER.match(row.text)
        if number or not items:
            items.append([])
        items[-1].append(row.after(number.end()) if number else row)
    return tuple(value for item in items if (value := layout.flow(item).value))


def _is_circular(number: Field | None) -> bool:
    return bool(number and re.search(r"[/\\–-]\s*ว", number.raw))


def _number(letter: Letter) -> str | None:
    return letter.reference_number.value if letter.reference_number else None


def _key(value: str | None) -> str | None:
    found = reference.parse(value) if value else None
    return found.key if found else None
