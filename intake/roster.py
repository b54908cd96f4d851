"""Which organisations of the department's roster a letter names, and whose mailbox wrote it. Pure.

Kind, name and district within a province name one organisation and no other (DOMAIN 4), and many
need no district. Everything that the letter says must agree, and exactly one must be left: a wrong
organisation is worse than none. What resembles a name is offered to a person, never taken.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from parsers.model import Organisation
from parsers.thai import places
from parsers.thai.text import normal_form
from storage.models import Certainty, OrganisationKind
from storage.roster import Entry

FORMS: Final[dict[str, OrganisationKind]] = {
    "องค์การบริหารส่วนจังหวัด": "องค์การบริหารส่วนจังหวัด",
    "องค์การบริหารส่วนตำบล": "องค์การบริหารส่วนตำบล",
    "เทศบาลนคร": "เทศบาลนคร",
    "เทศบาลเมือง": "เทศบาลเมือง",
    "เทศบาลตำบล": "เทศบาลตำบล",
    "อบจ.": "องค์การบริหารส่วนจังหวัด",
    "อบจ": "องค์การบริหารส่วนจังหวัด",
    "อบต.": "องค์การบริหารส่วนตำบล",
    "อบต": "องค์การบริหารส่วนตำบล",
    "ทน.": "เทศบาลนคร",
    "ทม.": "เทศบาลเมือง",
    "ทต.": "เทศบาลตำบล",
}
"""How a name begins, in full or short, and the kind that this says."""

_BETWEEN = re.compile(r"[\s.\-–]+")
_DISTRICT = re.compile(r"^\s*((กิ่ง)?อำเภอ|อ\.)|ฯ$")
_NEAR = 70.0
"""Percent of a name that must be the same before it is worth showing; one letter of five is wrong at 80."""
_NEAREST = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Recognised:
    """A name in a letter and what the roster knows of it.

    `entry` is there for a certain one only. `candidates` are all that an ambiguous name may stand
    for, or those that an unknown one resembles, the likeliest first.
    """

    named: Organisation
    certainty: Certainty
    entry: Entry | None = None
    candidates: tuple[Entry, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Sought:
    kind: str | None
    name_key: str
    district: str | None


def recognise(
    named: Sequence[Organisation],
    province: str | None,
    roster: Iterable[Entry],
    *,
    writer: Entry | None = None,
) -> tuple[Recognised, ...]:
    """One answer for each of `named`, in their order; only `province` counts, if it is known.

    Where a name leaves several and the writer of the letter is one of them, it means itself.
    """
    near = [entry for entry in roster if province in (None, entry.province)]
    return tuple(_recognise(one, near, writer) for one in named)


def sender(address: str, roster: Iterable[Entry]) -> Entry | None:
    """Whose central mailbox `saraban_0TPPDDNN@dla.go.th` is, in any case (DOMAIN 0.3).

    `address` is the bare address. It is evidence and no proof: anyone can write it.
    """
    code = places.mailbox_code(address)
    return next((entry for entry in roster if code and entry.code == code), None)


def split(name: str) -> tuple[OrganisationKind | None, str]:
    """The kind that `name` says of itself, in full or short, and the rest: `ทต.สุเทพ`, `สุเทพ`."""
    tight = "".join(normal_form(name).split())
    for form, kind in FORMS.items():
        if tight.startswith(form) and tight != form:
            return kind, tight.removeprefix(form)
    return None, tight


def name_key(name: str) -> str:
    """A name without its kind, in the form in which names are compared."""
    return _BETWEEN.sub("", normal_form(name))


def _recognise(named: Organisation, near: Sequence[Entry], writer: Entry | None) -> Recognised:
    sought = _sought(named)
    found = _listed_first([entry for entry in near if _is(entry, sought)])
    if writer in found:
        found = [writer]
    if len(found) == 1:
        return Recognised(named=named, certainty="certain", entry=found[0])
    if found:
        return Recognised(named=named, certainty="ambiguous", candidates=tuple(found))
    return Recognised(named=named, certainty="unknown", candidates=_nearest(sought, near))


def _sought(named: Organisation) -> _Sought:
    kind, name = split(named.name)
    return _Sought(
        kind=kind or named.kind,
        name_key=name_key(name),
        district=name_key(_DISTRICT.sub("", named.district)) if named.district else None,
    )


def _is(entry: Entry, sought: _Sought) -> bool:
    return (
        entry.name_key == sought.name_key
        and sought.kind in (None, entry.kind)
        and _lies_in(entry, sought.district)
    )


def _lies_in(entry: Entry, district: str | None) -> bool:
    """Whether a letter may say so: อบจ. is in every district, and อ.เมือง is the province's capital."""
    if district is None or entry.kind == "องค์การบริหารส่วนจังหวัด":
        return True
    return name_key(entry.district) in (district, f"{district}{entry.province}")


def _listed_first(found: list[Entry]) -> list[Entry]:
    """Those that the roster lists today; only without any, those that it once listed."""
    return [entry for entry in found if entry.vanished_on is None] or found


def _nearest(sought: _Sought, near: Sequence[Entry]) -> tuple[Entry, ...]:
    names = {index: entry.name_key for index, entry in enumerate(near)}
    scored = process.extract(sought.name_key, names, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=None)

    def likeness(match: tuple[str, float, int]) -> tuple[float, bool, bool]:
        _, score, index = match
        return score, near[index].kind == sought.kind, _lies_in(near[index], sought.district)

    return tuple(near[index] for _, _, index in sorted(scored, key=likeness, reverse=True)[:_NEAREST])
