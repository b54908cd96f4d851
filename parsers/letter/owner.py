"""Whose letter it is: the agency that owns it, apart from its address.

The owner has no label. It is what stands at the right of ที่, above its address; in a memo it follows
ส่วนราชการ, in a stamped letter it ends the text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from parsers.letter import form, head, layout, proclaimed, reading
from parsers.letter.layout import Passage, Row
from parsers.letter.zones import OFFICE, Zones, is_number_row
from parsers.model import Field
from parsers.thai import dates, reference

_AGENCY_WORD = re.compile(
    r"ศาลากลาง|กรม|กระทรวง|สำนัก|ที่(?:ทำการ|ว่าการ)|เทศบาล|องค์การ|องค์กร|จังหวัด|อำเภอ|โรงเรียน|มหาวิทยาลัย"
    r"|ศูนย์|กอง|วิทยาลัย|โรงพยาบาล|สถา|อบต|อบจ|ท[ตมน]\.|เมืองพัทยา|คณะ|การ|ธนาคาร|ศาล"
)
_ADDRESS = re.compile(
    r"(?:ถนน|ถ\.|เลขที่|หมู่|ม\.\s?\d|ตำบล|ต\.|อำเภอ(?!\S*$)|อ\.|แขวง|เขต(?=[ก-๎])|ซอย|ซ\.|ทำเนียบ|อาคาร|ชั้น|ตู้\s?ป|บ้านเลขที่"
    r"|กทม|กรุงเทพ|[๐-๙0-9]+(?:/[๐-๙0-9]+)?(?:\s|$)|จังหวัด\S+\s+[๐-๙0-9]{5}|[ก-ฮ]{2}\.?\s?[๐-๙0-9]{5}|\S+\s[๐-๙0-9]{5}$)"
)
_INLINE_ADDRESS = re.compile(
    rf"(?<!เขต)\s+(?={_ADDRESS.pattern}|อำเภอ|จังหวัด\S+\s+[๐-๙0-9]{{5}}|ศาลากลาง|โทร)"
)
# สำนักงานส่งเสริมการปกครองท้องถิ่น goes on with its area; the department of that name does not.
_LACKS_AREA = re.compile(r"สำนักงาน\S*ท้องถิ่น$")
_AREA = re.compile(r"(?:จังหวัด|อำเภอ)[ก-๙-]+$")
# A name broken off before a place goes on with it, though addresses begin with the same words.
_REST_OF_PLACE = re.compile(r"[ก-๎-]+")
_END_OF_OFFICE = re.compile(r"\s*\((?=[^)]*โทร)|(?:[\s…]|\.{2,})*(?:โทร|มท\.\s?[๐-๙0-9]|$)")
_STREET = re.compile(r"ถนน|ถ\.|เลขที่|หมู่|ม\.|ซอย|ซ\.|[ก-ฮ]{2}\.?\s?[๐-๙0-9]{5}")
_REST_OF_NAME = re.compile(rf"(?!{_AGENCY_WORD.pattern})[ก-๎-]+")
_WORD = re.compile(r"[ก-๎]{2}")
_WRAPPED: Final = 0.1
_NEXT_LINE: Final = 20.0
_RIGHT_HALF: Final = 0.4


def read(zones: Zones, *, document: int) -> Field | None:
    """The owner of the letter, without its address."""
    if zones.proclaimed:
        issuer = proclaimed.issuer(zones.head)
        return reading.field(issuer, issuer.value, "placed", document=document) if issuer.text else None
    if zones.kind == "memo":
        return _office(zones.head, document)
    if zones.kind == "form":
        filled_in = form.office(zones.body)
        return reading.field(filled_in, filled_in.value, "placed", document=document) if filled_in else None
    lines = _closing_owner(zones) if zones.kind == "stamped" else _owner(zones.head)
    if not lines:
        return None
    name = _name(lines)
    return reading.field(name, name.value, _agency_reason(name), document=document)


def letterhead(zones: Zones) -> str:
    """The owner with its address, for finding out where it lies."""
    if zones.proclaimed:
        return proclaimed.opening(zones.head, zones.body)
    if zones.kind == "memo":
        return " ".join(row.text for row in zones.head if not is_number_row(row))
    if zones.kind == "form":
        return form.without_leaders(zones.body)
    lines = _closing_owner(zones) if zones.kind == "stamped" else _owner(zones.head)
    return " ".join(line.text for line in lines)


def _office(rows: Sequence[Row], document: int) -> Field | None:
    for at, row in enumerate(rows):
        if match := OFFICE.match(row.text):
            wrapped = [row.after(match.end())]
            if at + 1 < len(rows) and not is_number_row(rows[at + 1]) and "โทร" not in row.text:
                wrapped.append(rows[at + 1])
            passage = layout.flow(wrapped)
            name = passage.part(0, head.end_of(_END_OF_OFFICE.pattern, passage.text))
            return reading.field(name, name.value, "labelled", document=document)
    return None


def _owner(rows: Sequence[Row]) -> list[Row]:
    """The lines of owner and address: beside ที่ and below, else whatever names an agency."""
    at = head.number_row(rows)
    if at is not None and (lines := list(_beside_and_below(rows, at))):
        return lines
    free = [
        layout.keep(row, [part]) for row in rows[: at or len(rows)] for part in row.segments if _may_own(part)
    ]
    first = next((n for n, part in enumerate(free) if _AGENCY_WORD.match(part.text)), None)
    return free[first:] if first is not None else []


def _beside_and_below(rows: Sequence[Row], at: int) -> Iterator[Row]:
    number = rows[at].segments[0]
    if tail := _behind_number(number):
        yield layout.keep(rows[at], [tail])
    for row in rows[at:]:
        for part in row.segments:
            beside = part is not number and (_at_right(part, row) or _wrapped_back(part, rows[at], row))
            if beside and _may_own(part):
                yield layout.keep(row, [part])


def _wrapped_back(part: Passage, number: Row, row: Row) -> bool:
    """Whether `part` is the end of a name that a tab put at the right and the margin sent back."""
    if not part.box or not number.box or row is number or number.slack > _WRAPPED:
        return False
    return part.box[1] < number.box[3] + _NEXT_LINE and bool(_REST_OF_NAME.fullmatch(part.text))


def _behind_number(part: Passage) -> Passage | None:
    """An owner that follows the number with a single space, where the reader saw no gap."""
    found = reference.find(part.text)
    tail = part.part(found[0].end) if found else None
    return tail if tail and _AGENCY_WORD.match(tail.text) else None


def _may_own(part: Passage) -> bool:
    found = dates.find(part.text)
    if found and len(part.text) - len(found[0].raw) <= len("วันที่  "):
        return False
    if reference.find(part.text) or re.match(r"วันที่|ที่(?:\s|$)", part.text) or not _WORD.search(part.text):
        return False
    return part.text.strip(head.AROUND_MARK) not in (*head.URGENCIES, *head.SECRECIES)


def _at_right(part: Passage, row: Row) -> bool:
    return not part.box or part.box[0] > _RIGHT_HALF * row.width


def _name(lines: Sequence[Row]) -> Passage:
    """The owner's name, from the lines above the address: the first, and those on which it goes on."""
    parts = [_before_address(lines[0])]
    for line in lines[1:]:
        above, part = parts[-1], _before_address(line)
        if above.text != lines[len(parts) - 1].text or not _goes_on(above, part):
            break
        parts.append(part)
    return layout.join([part.passage for part in parts], "")


def _goes_on(above: Row, below: Row) -> bool:
    """Whether a name that breaks off in one line goes on in the next."""
    if _STREET.match(below.text):
        return False
    if layout.BROKEN_OFF.search(above.text):
        return bool(_REST_OF_PLACE.match(below.text))
    if _LACKS_AREA.search(above.text) and _AREA.match(below.text):
        return True
    full = bool(above.box and above.slack < _WRAPPED)
    return full and bool(_REST_OF_NAME.fullmatch(below.text)) and not _ADDRESS.match(below.text)


def _before_address(line: Row) -> Row:
    return layout.keep(line, [line.passage.part(0, head.end_of(_INLINE_ADDRESS.pattern, line.text))])


def _agency_reason(name: Passage) -> reading.Reason:
    return "placed" if _AGENCY_WORD.match(name.text) else "unlabelled"


def _closing_owner(zones: Zones) -> list[Row]:
    return [
        layout.keep(row, [part])
        for row in zones.closing[:2]
        for part in row.segments
        if _AGENCY_WORD.match(part.text)
    ][:1]
