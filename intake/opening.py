"""What a circular says about the campaign that it opens. Pure.

The circular itself is read; what a person states on the command line or the desk wins over what
was read. What is neither read for certain nor stated is asked for, never guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from intake.errors import WrongUsage
from intake.matching import CERTAIN
from parsers.model import Field, Letter
from parsers.thai import places, reference


class OpeningError(WrongUsage):
    """A campaign cannot be opened so; `str()` says what to state instead."""


class StatedWrongly(OpeningError):
    """What a person stated is no reference, date or province."""


class OpeningIncomplete(OpeningError):
    """The circular does not tell enough; `missing` names what a person must state."""

    def __init__(self, missing: Sequence[str]) -> None:
        self.missing = tuple(missing)
        stated = " ".join(f"--{name}" for name in missing)
        super().__init__(
            f"The circular does not say, or not clearly: {', '.join(missing)}. State it with {stated}."
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Stated:
    """What a person says; `None` is left to the letter. Dates are ISO 8601."""

    reference: str | None = None
    dated: str | None = None
    subject: str | None = None
    due: str | None = None
    addressees: Sequence[str] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """A campaign about to be opened."""

    reference: reference.Reference
    dated: date
    subject: str
    issuer: str | None
    due: date | None
    addressees: tuple[str, ...]


_LIKELY = 0.7
"""Enough for the due day: the person who opens the campaign is shown it, and it files nothing."""

RESPONDENTS = tuple(name for name in places.PROVINCES if name != "กรุงเทพมหานคร")
"""The 76 provinces with a governor: Bangkok has no local organisation under the department."""


def prepare(letter: Letter | None, stated: Stated) -> Opening:
    """The opening of `letter` with what is `stated`.

    Raises `OpeningIncomplete` without a certain reference, date or subject, and `StatedWrongly`
    for a stated value that is none.
    """
    number = _reference(letter, stated)
    dated = _day(stated.dated, "dated") or _read_day(letter.dated if letter else None, CERTAIN)
    subject = stated.subject or _certain(letter.subject if letter else None)
    if number is None or dated is None or subject is None:
        found = {"reference": number, "dated": dated, "subject": subject}
        raise OpeningIncomplete([name for name, value in found.items() if value is None])
    return Opening(
        reference=number,
        dated=dated,
        subject=subject,
        issuer=_certain(letter.agency if letter else None),
        due=_day(stated.due, "due") or _read_day(letter.due if letter else None, _LIKELY),
        addressees=_addressees(stated.addressees),
    )


def _reference(letter: Letter | None, stated: Stated) -> reference.Reference | None:
    if stated.reference is None:
        return reference.parse(_certain(letter.reference_number if letter else None) or "")
    number = reference.parse(stated.reference)
    if number is None:
        raise StatedWrongly(f"{stated.reference} is no reference number such as มท 0810.7/ว 200")
    return number


def _addressees(stated: Sequence[str] | None) -> tuple[str, ...]:
    if not stated:
        return RESPONDENTS
    unknown = [name for name in stated if name not in places.PROVINCES]
    if unknown:
        raise StatedWrongly(f"No province is called {', '.join(unknown)}")
    return tuple(dict.fromkeys(stated))


def _certain(field: Field | None) -> str | None:
    return field.value if field and field.confidence >= CERTAIN else None


def _read_day(field: Field | None, at_least: float) -> date | None:
    value = field.value if field and field.confidence >= at_least else None
    return date.fromisoformat(value) if value and len(value) == len("2019-02-15") else None


def _day(text: str | None, name: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise StatedWrongly(f"--{name} {text} is no ISO date such as 2019-02-28") from error
