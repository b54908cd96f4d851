"""Which letters a letter refers to: the entry อ้างถึง, else the ตามหนังสือ… of its body.

An entry may be numbered, wrapped, or hold several numbers; each gives one citation with the date
behind the number and the sender before it (DOMAIN 2.4). Names no letter that is not written there:
a citation whose number is blank or unreadable has none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from parsers.letter import body, layout
from parsers.letter.layout import Passage, Row
from parsers.letter.zones import MARK, Zones
from parsers.model import Citation
from parsers.thai import dates, reference

_KIND = (
    r"(?:สำเนา)?(?:หนังสือ(?:สั่งการ|ด่วน)?|โทรสาร(?:ในราชการ)?|วิทยุ(?:ในราชการ|สื่อสาร)?|โทรเลข"
    r"|บันทึก(?:ข้อความ)?|คำสั่ง|ประกาศ)"
)
_ITEM_START = re.compile(r"(?:^|\n|\s)(?:\(?[0-9๐-๙]{1,2}\s?[.)])\s*(?=\D)")
_LEAD = re.compile(rf"(?:ตาม|และ|อ้างถึง|[\s,;]|\(?[0-9๐-๙]{{1,2}}\s?[.)])*(?:{_KIND})?\s*")
_BODY_LEAD = re.compile(rf"(?:ตาม|และ)?{_KIND}(?!ที่อ้างถึง|ดังกล่าว|ฉบับ)")
_NUMBER_LABEL = re.compile(rf"(?:\s*{MARK}(?![ก-๙]))?\s*(?:เลข)?(?:ที่)?\s*(?:{MARK}\s*)?$")
_BEFORE_DATE = re.compile(r"[\s,]*(?:ลง|ลว)[\s.]*(?:วันที่)?\s*$")
_REACH: Final = 160
_DATE_REACH: Final = 80

_NUMBER_AND_DATE: Final = 0.99
_NUMBER_ALONE: Final = 0.9
_UNREADABLE: Final = 0.2
# Behind อ้างถึง a letter is surely cited; in the body the phrase has to say so.
_IN_BODY: Final = 0.95


def read(zones: Zones, *, document: int) -> tuple[Citation, ...]:
    """All citations in their order, none twice."""
    found = _entry(zones.cites, document) if zones.cites else _body(zones.body, document)
    first: dict[str, Citation] = {}
    for citation in found:
        first.setdefault(citation.reference_number or citation.raw, citation)
    return tuple(first.values())


def _entry(rows: Sequence[Row], document: int) -> Iterator[Citation]:
    for item in _items(layout.flow(rows)):
        numbers = reference.find(item.text)
        if not numbers:
            yield _unnumbered(item, document)
        yield from _numbered(item, numbers, document)


def _items(passage: Passage) -> list[Passage]:
    starts = [match.start() for match in _ITEM_START.finditer(passage.text) if _opens_item(passage, match)]
    edges = [0, *(start for start in starts if start > 0), len(passage.text)]
    parts = (passage.part(start, end) for start, end in pairwise(edges))
    return [part for part in parts if part.text]


def _opens_item(passage: Passage, match: re.Match[str]) -> bool:
    return bool(re.match(rf"\s*(?:ตาม)?(?:{_KIND})", passage.text[match.end() :]))


def _body(rows: Sequence[Row], document: int) -> Iterator[Citation]:
    for paragraph in body.paragraphs(rows):
        for number in reference.find(paragraph.text):
            leads = list(_BODY_LEAD.finditer(paragraph.text, max(0, number.start - _REACH), number.start))
            if leads:
                start = leads[-1].start()
                item = paragraph.part(start, _citation_end(paragraph.text, number))
                yield from _numbered(item, reference.find(item.text), document, sure=_IN_BODY)


def _numbered(
    item: Passage, numbers: Sequence[reference.Found], document: int, *, sure: float = 1.0
) -> Iterator[Citation]:
    start = 0
    for number in numbers:
        end = _citation_end(item.text, number)
        # Tables of a letter's own numbers have no lead; the agency of the number before holds on.
        lead = item.text[start : number.start]
        written = item.part(start + _item_number(lead), end)
        value = number.reference.value if number.reference else None
        day = _date_behind(item.text, number)
        confidence = (_NUMBER_AND_DATE if day else _NUMBER_ALONE) if value else _UNREADABLE
        yield _citation(written, value, day, _agency(lead), confidence * sure, document)
        start = end


def _unnumbered(item: Passage, document: int) -> Citation:
    found = dates.find(item.text)
    lead = item.text[: found[0].start] if found else item.text
    lead = re.sub(r"\s*(?:ลง|ลว)[\s.]*(?:วันที่)?\s*$", "", lead)
    agency = _agency(re.split(r"\s+ที่\s", lead)[0]) if found else None
    written = item.part(_item_number(item.text))
    return _citation(written, None, found[0].value if found else None, agency, _UNREADABLE, document)


def _citation(
    written: Passage, value: str | None, day: str | None, agency: str | None, sure: float, document: int
) -> Citation:
    return Citation(
        reference_number=value,
        dated=day,
        agency=agency,
        raw=written.value,
        confidence=round(sure, 3),
        document=document,
        page=written.page,
        box=written.box,
    )


def _citation_end(text: str, number: reference.Found) -> int:
    found = _dated(text, number)
    return found.end if found else number.end


def _date_behind(text: str, number: reference.Found) -> str | None:
    found = _dated(text, number)
    return found.value if found else None


def _dated(text: str, number: reference.Found) -> dates.FoundDate | None:
    """The date that ลงวันที่ joins to the number."""
    behind = text[number.end : number.end + _DATE_REACH]
    for found in dates.find(behind):
        between = behind[: found.start]
        joined = not between.strip() or _BEFORE_DATE.search(between)
        end = number.end + found.end
        return replace(found, start=number.end + found.start, end=end) if joined else None
    return None


def _item_number(text: str) -> int:
    match = re.match(r"(?:[\s,;]|และ|\(?[0-9๐-๙]{1,2}\s?[.)])*", text)
    return match.end() if match else 0


def _agency(lead: str) -> str | None:
    """The sender between หนังสือ and ที่, without marks of urgency or secrecy."""
    match = _LEAD.match(lead)
    name = lead[match.end() if match else 0 :]
    name = _NUMBER_LABEL.sub("", name)
    return " ".join(name.split()) or None
