"""How far a page allows what was read from it to be believed.

A text layer may be so damaged that a value looks well and is wrong, so nothing from a page of low
quality is sure; and a value that holds what is no letter at all (control characters, letters of
private fonts) is none: its `raw` is kept, its `value` is `None`. Where even the labels had lost their
marks, no words are a value, only numbers and days. What was read from a picture is as sure as its least
certain letter. A letter that is older than one it cites is doubted in its day. Looks at values, never at
how they were found.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from parsers.letter import certainty
from parsers.letter.reading import CONFIDENCE
from parsers.model import Citation, Confirmation, Contact, Field, Letter, Page

_NO_LETTER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff]|(?<=[ก-๎])[\u00c0-\u024f]|[\u00c0-\u024f](?=[ก-๎])"
)
_CLEAN: Final = 0.9
"""The quality of a page from which its words can be trusted."""
_AT_MOST: Final = 0.6
"""The confidence in the clearest value of a page that is just below it."""

_LEGIBLE: Final = 0.5
"""How sure the least certain letter of a number or a day must be for it to be rather right than wrong."""

_NUMBERS: Final = frozenset({"reference_number", "dated", "due"})
_FROM_LISTS: Final = frozenset({"province"})
"""Known from a list and by several signs: what is misread there names nothing, or contradicts the others."""
_IN_WORDS: Final = frozenset({"agency", "subject", "addressee", "signer", "position", "on_behalf_of"})

_Placed = TypeVar("_Placed", Field, Citation)


def letter(found: Letter, pages: Sequence[Page], *, marks_lost: bool) -> Letter:
    """`found`, which was read from `pages`, with each value believed as far as its page allows."""
    # Letters of a picture say each how sure they are: two labels that were misread say nothing of the rest.
    marks_lost = marks_lost and any(page.source != "ocr" for page in pages)
    quality = {page.number: page.quality * (_AT_MOST if marks_lost else 1.0) for page in pages}
    if found.dated and _answers_a_later_one(found):
        found = replace(found, dated=replace(found.dated, confidence=CONFIDENCE["contradicted"]))
    weighed: dict[str, Any] = {
        name: _as_seen(name, _field(value, quality, is_text=not (marks_lost and name in _IN_WORDS)), pages)
        for name in Letter.__dataclass_fields__
        if isinstance(value := getattr(found, name), Field)
    }
    return replace(
        found,
        **weighed,
        cites=tuple(_cite_as_seen(_cite(one, quality, is_text=not marks_lost), pages) for one in found.cites),
        enclosures=() if marks_lost else tuple(one for one in found.enclosures if _is_text(one)),
        contact=_contact(found.contact, is_text=not marks_lost) if found.contact else None,
    )


def confirmation(answer: Confirmation, pages: Sequence[Page]) -> Confirmation:
    """`answer` believed no more than the worst page on which it rests, without unreadable names."""
    quality = {page.number: page.quality for page in pages}
    shares = (_share(one.page, quality) * certainty.of_evidence(one, pages) for one in answer.evidence)
    worst = min(shares, default=1.0)
    return replace(
        answer,
        confidence=round(answer.confidence * worst, 3),
        organisations=tuple(one for one in answer.organisations if _is_text(one.name)),
    )


def _answers_a_later_one(found: Letter) -> bool:
    """Whether the letter cites one of a later day: a year was written by habit, here or there."""
    own = found.dated.value if found.dated else None
    return bool(own) and any(
        cite.dated[: len(own)] > own[: len(cite.dated)] for cite in found.cites if own and cite.dated
    )


def _field(field: Field, quality: dict[int, float], *, is_text: bool) -> Field:
    if field.value and not (is_text and _is_text(field.value)):
        return replace(field, value=None, confidence=CONFIDENCE["unreadable"])
    return _doubted(field, quality)


def _cite(cite: Citation, quality: dict[int, float], *, is_text: bool) -> Citation:
    agency = cite.agency if is_text and cite.agency and _is_text(cite.agency) else None
    return replace(_doubted(cite, quality), agency=agency)


def _as_seen(name: str, field: Field, pages: Sequence[Page]) -> Field:
    """The field as sure as its letters; a number that may well be another one is none."""
    if name in _FROM_LISTS or (sure := certainty.of_field(field, pages)) == 1.0:
        return field
    legible = sure >= _LEGIBLE or name not in _NUMBERS
    return replace(
        field, value=field.value if legible else None, confidence=round(field.confidence * sure, 3)
    )


def _cite_as_seen(cite: Citation, pages: Sequence[Page]) -> Citation:
    sure = certainty.of_citation(cite, pages)
    number = cite.reference_number if sure >= _LEGIBLE else None
    return replace(cite, reference_number=number, confidence=round(cite.confidence * sure, 3))


def _doubted(placed: _Placed, quality: dict[int, float]) -> _Placed:
    share = _share(placed.page, quality)
    return placed if share == 1.0 else replace(placed, confidence=round(placed.confidence * share, 3))


def _contact(contact: Contact, *, is_text: bool) -> Contact:
    unit, person = (
        one if is_text and one and _is_text(one) else None for one in (contact.unit, contact.person)
    )
    return replace(contact, unit=unit, person=person)


def _share(page: int | None, quality: dict[int, float]) -> float:
    """What is left of a confidence: all on a clean page."""
    known = quality.get(page, 1.0) if page is not None else 1.0
    return 1.0 if known >= _CLEAN else known * _AT_MOST


def _is_text(value: str) -> bool:
    return not _NO_LETTER.search(value)
