"""Which letters a letter refers to: the entry อ้างถึง with what its body adds to it, else the ตามหนังสือ… of its body.

An entry may be numbered, wrapped, or hold several numbers; each gives one citation with the date
behind the number and the sender before it (DOMAIN 2.4). A number may leave out the letters and the owner that it
shares with the one before (`… และ ว ๒๐๑`). Names no letter that is not written there:
a citation whose number is blank or unreadable has none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from parsers.letter import body, cited_days, layout
from parsers.letter.layout import Passage, Row
from parsers.letter.zones import MARK, Zones
from parsers.model import Citation
from parsers.thai import dates, reference
from parsers.thai.digits import to_arabic

_KIND = (
    r"(?:สำเนา)?(?:หนังสือ(?:สั่งการ|ด่วน)?|โทรสาร(?:ในราชการ)?|วิทยุ(?:ในราชการ|สื่อสาร)?|โทรเลข"
    r"|บันทึก(?:ข้อความ)?|คำสั่ง|ประกาศ)"
)
_ITEM_START = re.compile(r"(?:^|\n|\s)(?:\(?[0-9๐-๙]{1,2}\s?[.)])\s*(?=\D)")
_LEAD = re.compile(rf"(?:ตาม|และ|อ้างถึง|แนบ(?:ท้าย)?|ประกอบ|[\s,;(]|\(?[0-9๐-๙]{{1,2}}\s?[.)])*(?:{_KIND})?\s*")
_BODY_LEAD = re.compile(rf"(?:ตาม|และ)?{_KIND}(?!ที่อ้างถึง|ดังกล่าว|ฉบับ)")
# What a body cites beside the letter that its head has named: `ตามหนังสือที่อ้างถึง และตามหนังสือกรม… ที่ …`.
_ADDED_LEAD = re.compile(rf"(?:และ|ประกอบ(?:กับ)?)\s?(?:ตาม)?{_KIND}(?!ที่อ้างถึง|ดังกล่าว|ฉบับ)")
_NUMBER_LABEL = re.compile(
    rf"(?:\s*{MARK}(?![ก-๙]))?\s*(?:เลข)?(?:ที่)?\s*(?:(?:[ก-ฮ]{{2}}\.?\s*)?{MARK}\s*)?$"
)
_NEXT_NUMBER = re.compile(r"[\s,]*(?:และ|กับ)?\s*(?:เลข)?ที่\s*")
_SHORT_NUMBER = re.compile(
    r"(?:และ|กับ|,)\s*(?:(?:เลข)?ที่\s*)?(?P<short>/?\s*ว\s?\.?\s*(?P<running>[0-9๐-๙]{1,6}))(?=\s|$|ลง|ลว|[,;)])"
)
# A department is named without the ministry that it belongs to.
_OF_A_MINISTRY = re.compile(r"^(กรม\S+)\s+กระทรวง\S+$")
_REACH: Final = 160

_NUMBER_AND_DATE: Final = 0.99
_NUMBER_ALONE: Final = 0.9
_SHORT_ALONE: Final = 0.8
_UNREADABLE: Final = 0.2
# Behind อ้างถึง a letter is surely cited; in the body the phrase has to say so.
_IN_BODY: Final = 0.97


def read(zones: Zones, *, document: int) -> tuple[Citation, ...]:
    """All citations in their order, none twice."""
    found = _entry(zones.cites, document) if zones.cites else ()
    beside = _ADDED_LEAD if zones.cites else _BODY_LEAD
    first: dict[str, Citation] = {}
    for citation in (*found, *_body(zones.body, beside, document)):
        first.setdefault(citation.reference_number or citation.raw, citation)
    return tuple(first.values())


def _entry(rows: Sequence[Row], document: int) -> Iterator[Citation]:
    for item in _items(layout.flow(rows)):
        numbers = _with_short_ones(item.text, reference.find(item.text))
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


def _body(rows: Sequence[Row], opening: re.Pattern[str], document: int) -> Iterator[Citation]:
    for paragraph in body.paragraphs(rows):
        leads = [lead.start() for lead in opening.finditer(paragraph.text)]
        for start, end in pairwise([*leads, len(paragraph.text)]):
            item = paragraph.part(start, end)
            numbers = _with_short_ones(item.text, list(_led(item.text)))
            yield from _numbered(item, numbers, document, sure=_IN_BODY)


def _led(text: str) -> Iterator[reference.Found]:
    """The numbers that belong to the words with which `text` begins: none far from the one before."""
    end = 0
    for number in reference.find(text):
        if number.start - end > _REACH:
            return
        yield number
        end = number.end


def _with_short_ones(text: str, numbers: Sequence[reference.Found]) -> list[reference.Found]:
    """`numbers` and, behind each circular's, those that only name another of its series."""
    found: list[reference.Found] = []
    for number, until in zip(numbers, [*(one.start for one in numbers), len(text)][1:], strict=True):
        found.append(number)
        if number.reference and number.reference.circular:
            short_ones = _SHORT_NUMBER.finditer(text, number.end, min(until, number.end + _REACH))
            found += (_completed(match, number.reference) for match in short_ones)
    return found


def _completed(match: re.Match[str], like: reference.Reference) -> reference.Found:
    return reference.Found(
        start=match.start("short"),
        end=match.end("short"),
        raw=match["short"],
        reference=replace(like, running=to_arabic(match["running"])),
    )


def _numbered(
    item: Passage, numbers: Sequence[reference.Found], document: int, *, sure: float = 1.0
) -> Iterator[Citation]:
    start, agency = 0, None
    untils = [*(number.start for number in numbers), len(item.text)][1:]
    days = cited_days.read(item.text, numbers)
    for number, day, until in zip(numbers, days, untils, strict=True):
        lead = item.text[start : number.start]
        is_short = number.raw.lstrip("/ ").startswith("ว")
        # `ที่ ก และ ที่ ข` has one sender for both.
        agency = agency if is_short or _NEXT_NUMBER.fullmatch(lead) else _agency(lead)
        own_day = day and number.start < day.start < until
        written = item.part(start + _item_number(lead), day.end if day and own_day else number.end)
        value = number.reference.value if number.reference else None
        alone = _SHORT_ALONE if is_short else _NUMBER_ALONE
        confidence = (_NUMBER_AND_DATE if day else alone) if value else _UNREADABLE
        yield _citation(written, value, day.value if day else None, agency, confidence * sure, document)
        start = day.end if day and own_day else number.end


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


def _item_number(text: str) -> int:
    match = re.match(r"(?:[\s,;(]|และ|แนบ(?:ท้าย)?|ประกอบ|\(?[0-9๐-๙]{1,2}\s?[.)])*", text)
    return match.end() if match else 0


def _agency(lead: str) -> str | None:
    """The sender between หนังสือ and ที่, without marks of urgency or secrecy."""
    match = _LEAD.match(lead)
    name = lead[match.end() if match else 0 :]
    name = " ".join(_NUMBER_LABEL.sub("", name).split())
    return _OF_A_MINISTRY.sub(r"\1", name) or None
