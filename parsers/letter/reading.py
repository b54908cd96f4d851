"""How a reading becomes a field, and how sure the reasons for it make us.

The figures are shares of readings that are right, as `tests/accuracy` measures them on composed letters;
where it could not measure a reason (two dates alike, one sign alone) they only order it among the others.
"""

from typing import Final, Literal

from parsers.letter.layout import Passage
from parsers.model import Field

Reason = Literal[
    "labelled", "placed", "unlabelled", "agreed", "alone", "contradicted", "rivalled", "unreadable"
]

CONFIDENCE: Final[dict[Reason, float]] = {
    "labelled": 0.99,  # beside its label, in the regulation's form
    "agreed": 0.99,  # two or more independent signs say so, none speaks against
    "placed": 0.98,  # no label, but where the form puts it
    "unlabelled": 0.8,  # found by its words alone
    "rivalled": 0.7,  # another stands in a like place
    "contradicted": 0.6,  # most signs say so, one speaks against
    "alone": 0.5,  # one sign only
    "unreadable": 0.1,  # something stands there, and this is not it
}


def field(passage: Passage, value: str | None, reason: Reason, *, document: int, sure: float = 1.0) -> Field:
    """A field at the place of `passage`; `sure` (0 to 1) is the grammar's own confidence."""
    return Field(
        value=value or None,
        raw=passage.text,
        confidence=round(CONFIDENCE[reason if value else "unreadable"] * (sure if value else 1.0), 3),
        document=document,
        page=passage.page,
        box=passage.box,
    )
