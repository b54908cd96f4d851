"""What the department's list of organisations says, row by row, and what is wrong with a row. Pure.

Takes the reduced list (`dla_code,type,name_th,dopa_province,district_th`) and the one that the
department publishes (data set dlads_05_01: Thai titles, one row for each ตำบล of an organisation).
Columns stand in any order and others beside them; quotes are those of RFC 4180; UTF-8 with or
without BOM, or windows-874 as Thai spreadsheets save it.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import geothai

from intake import roster
from intake.errors import WrongUsage
from parsers.mail import charsets
from parsers.thai.digits import to_arabic
from storage.models import OrganisationKind
from storage.roster import Entry

_TITLES: Final = {
    "code": ("dla_code", "รหัส อปท.", "รหัสองค์กรปกครองส่วนท้องถิ่น"),
    "type": ("type", "ประเภท อปท.", "ประเภท", "ประเภทองค์กรปกครองส่วนท้องถิ่น"),
    "name": ("name_th", "อปท.", "ชื่อ อปท.", "ชื่อองค์กรปกครองส่วนท้องถิ่น"),
    "province": ("dopa_province", "จังหวัด", "ชื่อจังหวัด", "รหัสจังหวัด"),
    "district": ("district_th", "อำเภอ", "ชื่ออำเภอ"),
    "subdistrict": ("ตำบล",),
}
"""What each column may be called; the first title that is there counts."""
_OPTIONAL = frozenset({"subdistrict"})

_KINDS: Final[Mapping[str, OrganisationKind]] = {
    "provincial_admin_org": "องค์การบริหารส่วนจังหวัด",
    "city_municipality": "เทศบาลนคร",
    "town_municipality": "เทศบาลเมือง",
    "subdistrict_municipality": "เทศบาลตำบล",
    "subdistrict_admin_org": "องค์การบริหารส่วนตำบล",
    "special_admin_area": "เมืองพัทยา",
    "ท้องถิ่นรูปแบบพิเศษ": "เมืองพัทยา",
    "เมืองพัทยา": "เมืองพัทยา",
    **roster.FORMS,
}
_PROVINCES: Final[Mapping[str, str]] = {
    called: area.name_th for area in geothai.provinces() for called in (area.code, area.name_th)
}
_CODE = re.compile(r"[0-9]{7}")
_LOOSE = re.compile(r"[\s.]+")

_CHECKS: Final[tuple[tuple[str, Callable[[str], object], str], ...]] = (
    ("code", _CODE.fullmatch, "the code {!r} is not seven digits"),
    ("type", _KINDS.get, "the type {!r} is unknown"),
    ("name", bool, "the name is missing"),
    ("province", _PROVINCES.get, "{!r} is none of the 77 provinces"),
    ("district", bool, "the district is missing"),
)
"""For each column what must hold of its cell, and what to say if it does not."""

_Row = dict[str, str]


class RosterUnreadable(WrongUsage):
    """The file as a whole is no list of organisations."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """A row that was not taken: the line on which it ends, from 1; its code as it stands there; why."""

    line: int
    code: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """All rows of one file: what was taken, each code once, and what was not."""

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]


def read(raw: bytes) -> Listing:
    """Raises `RosterUnreadable` for a file without the five columns or without any row to take."""
    taken: dict[str, _Row] = {}
    faults: list[Fault] = []
    for line, row in _rows(charsets.decode(raw).text):
        if reason := _wrong(row) or _repeated(row, taken.get(row["code"])):
            faults.append(Fault(line=line, code=row["code"], reason=reason))
        else:
            taken.setdefault(row["code"], row)
    if not taken:
        raise RosterUnreadable(
            "The file lists no organisation that can be taken; the roster stays as it was."
        )
    return Listing(entries=tuple(map(_entry, taken.values())), faults=tuple(faults))


def _rows(text: str) -> Iterator[tuple[int, _Row]]:
    """The line number and the cells of each row, under our own names; blank rows are no rows."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = _columns(next(reader, []))
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, _row(columns, cells)
    except csv.Error as error:
        raise RosterUnreadable(f"Line {reader.line_num} is not CSV: {error}. Save the list anew.") from error


def _columns(titles: list[str]) -> dict[str, int]:
    """Where each column stands."""
    at = {_LOOSE.sub("", title.lower()): place for place, title in enumerate(titles)}
    columns = {}
    for name, spellings in _TITLES.items():
        found = [at[loose] for title in spellings if (loose := _LOOSE.sub("", title)) in at]
        if found:
            columns[name] = found[0]
        elif name not in _OPTIONAL:
            raise RosterUnreadable(f"The first line names no column {spellings[0]} ({spellings[1]}).")
    return columns


def _row(columns: Mapping[str, int], cells: list[str]) -> _Row:
    row = {name: cells[place].strip() if place < len(cells) else "" for name, place in columns.items()}
    row["code"] = to_arabic(row["code"])
    row["province"] = to_arabic(row["province"]).removeprefix("จังหวัด")
    return row


def _wrong(row: _Row) -> str | None:
    for column, holds, sentence in _CHECKS:
        if not holds(row[column]):
            return sentence.format(row[column])
    said, _ = roster.split(row["name"])
    if said not in (None, _KINDS[row["type"]]):
        return f"the name {row['name']!r} is not of the type {row['type']!r}"
    return None


def _repeated(row: _Row, earlier: _Row | None) -> str | None:
    """A code has one row; where ตำบล is a column, one for each, that say the same of the organisation."""
    if earlier is None:
        return None
    same = all(row[column] == earlier[column] for column in ("type", "name", "province"))
    return None if same and "subdistrict" in row else f"the code {row['code']} stands on an earlier line"


def _entry(row: _Row) -> Entry:
    """Of a row with nothing wrong."""
    kind = _KINDS[row["type"]]
    _, name = roster.split(row["name"])
    return Entry(
        code=row["code"],
        kind=kind,
        name=name if name == kind else f"{kind}{name}",
        name_key=roster.name_key(name),
        district=row["district"],
        province=_PROVINCES[row["province"]],
    )
