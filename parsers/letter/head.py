"""Whose letter it is, its number and its date: the part above เรื่อง.

Numbers and dates of receiving stamps (เลขรับ, วันที่, เวลา) stand in the same corner and are never
the letter's own (DOMAIN 1.3). The owner has no label: it is what stands at the right of ที่, above
its address; in a memo it follows ส่วนราชการ, in a stamped letter it ends the text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from parsers.letter import layout, reading
from parsers.letter.layout import Passage, Row
from parsers.letter.zones import MARK, OFFICE, OWN_NUMBER, Zones, is_number_row
from parsers.model import Field
from parsers.thai import dates, reference

_STAMP = re.compile(r"เลข(?:ที่)?\s?(?:ทะเบียน)?รับ|รับที่|เวลา\s*[.…\d๐-๙]|เวลา$|ผู้รับ|กลุ่มงาน\S*รับ")
_STAMP_REACH: Final = 3
_DATE_LABEL = re.compile(r"วัน\s?(?:ที่)่?[\s.:…]*$")
_AGENCY_WORD = re.compile(
    r"ศาลากลาง|กรม|กระทรวง|สำนัก|ที่(?:ทำการ|ว่าการ)|เทศบาล|องค์การ|องค์กร|จังหวัด|อำเภอ|โรงเรียน|มหาวิทยาลัย"
    r"|ศูนย์|กอง|วิทยาลัย|โรงพยาบาล|สถา|อบต|อบจ|ท[ตมน]\.|เมืองพัทยา|คณะ|การ|ธนาคาร|ศาล"
)
ADDRESS = re.compile(
    r"(?:ถนน|ถ\.|เลขที่|หมู่|ม\.\s?\d|ตำบล|ต\.|อำเภอ(?!\S*$)|อ\.|แขวง|เขต|ซอย|ซ\.|ทำเนียบ|อาคาร|ชั้น|ตู้\s?ป|บ้านเลขที่"
    r"|กทม|กรุงเทพ|[๐-๙0-9]+(?:/[๐-๙0-9]+)?(?:\s|$)|จังหวัด\S+\s+[๐-๙0-9]{5}|[ก-ฮ]{2}\.?\s?[๐-๙0-9]{5}|\S+\s[๐-๙0-9]{5}$)"
)
_INLINE_ADDRESS = re.compile(rf"\s+(?={ADDRESS.pattern}|อำเภอ|จังหวัด\S+\s+[๐-๙0-9]{{5}}|ศาลากลาง|โทร)")
# A name that breaks off here goes on in the next line.
_UNFINISHED = re.compile(r"(?:ตำบล|อำเภอ|จังหวัด|เมือง|นคร|ท้องถิ่น|ส่วน|เทศบาล)$")
_NAMED_AREA = re.compile(r"(?:จังหวัด|อำเภอ)[ก-๙]+")
_PLAIN_THAI = re.compile(rf"(?!{_AGENCY_WORD.pattern})[ก-๎]+")
_WRAPPED: Final = 0.1
_RIGHT_HALF: Final = 0.4

URGENCIES: Final = ("ด่วนที่สุด", "ด่วนมาก", "ด่วน")
SECRECIES: Final = ("ลับที่สุด", "ลับมาก", "ลับ")
_BY_A_DATE = re.compile(r"ด่วนภายใน.*")
_AROUND_MARK: Final = " ()[]“”\"'*-–"


def own_reference(zones: Zones, *, document: int) -> Field | None:
    """The number behind the first ที่; a blank or unreadable one has no value."""
    at = _number_row(zones.head)
    if at is None:
        return None
    label = OWN_NUMBER.match(zones.head[at].text)
    behind = zones.head[at].after(label.end() if label else 0)
    passage = _wrapped(behind, zones.head[at + 1 : at + 2])
    if found := reference.find(passage.text):
        value = found[0].reference.value if found[0].reference else None
        return reading.field(passage.part(found[0].start, found[0].end), value, "labelled", document=document)
    first = behind.segments[0]
    if not re.search(r"[0-9๐-๙/]", first.text) or _DATE_LABEL.match(first.text):
        return None
    return reading.field(first, None, "unreadable", document=document)


def own_date(zones: Zones, *, document: int) -> Field | None:
    """The date line; in a stamped letter the date that ends it."""
    rows = zones.closing if zones.kind == "stamped" else zones.head
    candidates = sorted(_dates(rows), key=lambda one: one[0])
    if not candidates:
        return None
    (_, labelled, _), passage, found = candidates[0]
    reason: reading.Reason = "labelled" if labelled and zones.kind == "memo" else "placed"
    return reading.field(passage, found.value, reason, document=document, sure=found.confidence)


def agency(zones: Zones, *, document: int) -> Field | None:
    """The owner of the letter, without its address."""
    if zones.kind == "memo":
        return _office(zones.head, document)
    lines = _closing_owner(zones) if zones.kind == "stamped" else _owner(zones.head)
    if not lines:
        return None
    name = _name(lines)
    return reading.field(name, name.value, _agency_reason(name), document=document)


def letterhead(zones: Zones) -> str:
    """The owner with its address, for finding out where it lies."""
    if zones.kind == "memo":
        return " ".join(row.text for row in zones.head if not is_number_row(row))
    lines = _closing_owner(zones) if zones.kind == "stamped" else _owner(zones.head)
    return " ".join(line.text for line in lines)


def mark(zones: Zones, marks: Sequence[str]) -> str | None:
    """The first of `marks` that stands free, alone in its place or directly before the number."""
    rows = (*zones.head, *zones.closing) if "ลับ" in marks else zones.head
    free = {segment.text.strip(_AROUND_MARK) for row in rows for segment in row.segments}
    free.update(_before_number(zones.head))
    if "ด่วน" in marks and (by_a_date := next(filter(_BY_A_DATE.fullmatch, sorted(free)), None)):
        return by_a_date
    return next((one for one in marks if one in free), None)


def _number_row(head: Sequence[Row]) -> int | None:
    return next((at for at, row in enumerate(head) if is_number_row(row)), None)


def _wrapped(behind: Row, below: Sequence[Row]) -> Passage:
    """The number's row; with the left end of the next one if the number goes on there."""
    found = reference.find(behind.text)
    if (found and found[0].reference) or not below or not behind.segments:
        return behind.passage
    left = re.match(r"\S.*?(?= {3}|$)", behind.text)
    upper = behind.passage.part(0, left.end() if left else None)
    joined = layout.join([upper, below[0].segments[0]], "\n")
    again = reference.find(joined.text)
    return joined if again and again[0].reference else behind.passage


def _dates(rows: Sequence[Row]) -> Iterator[tuple[tuple[bool, bool, int], Passage, dates.FoundDate]]:
    """Dates that stand free, each with how little it looks like the letter's own."""
    for at, row in enumerate(rows):
        near = rows[max(0, at - _STAMP_REACH) : at + _STAMP_REACH + 1]
        for found in dates.find(row.text):
            before = row.text[: found.start]
            labelled = bool(_DATE_LABEL.search(before))
            if not labelled and before.strip() and not before.endswith("   "):
                continue
            stamped = labelled and any(_STAMP.search(one.text) for one in near)
            if stamped:
                continue
            beside = bool(_STAMP.search(row.text))
            yield (beside, labelled, -at), row.passage.part(found.start, found.end), found


def _office(head: Sequence[Row], document: int) -> Field | None:
    for at, row in enumerate(head):
        if match := OFFICE.match(row.text):
            wrapped = [row.after(match.end())]
            if at + 1 < len(head) and not is_number_row(head[at + 1]) and "โทร" not in row.text:
                wrapped.append(head[at + 1])
            passage = layout.flow(wrapped)
            name = passage.part(0, _end_of(r"\s*(?:โทร|มท\.\s?[๐-๙0-9])", passage.text))
            return reading.field(name, name.value, "labelled", document=document)
    return None


def _end_of(pattern: str, text: str) -> int:
    match = re.search(pattern, text)
    return match.start() if match else len(text)


def _owner(head: Sequence[Row]) -> list[Row]:
    """The lines of owner and address: beside ที่ and below, else whatever names an agency."""
    at = _number_row(head)
    if at is not None and (lines := list(_beside_and_below(head, at))):
        return lines
    free = [
        layout.keep(row, [part]) for row in head[: at or len(head)] for part in row.segments if _may_own(part)
    ]
    first = next((n for n, part in enumerate(free) if _AGENCY_WORD.match(part.text)), None)
    return free[first:] if first is not None else []


def _beside_and_below(head: Sequence[Row], at: int) -> Iterator[Row]:
    for row_at, row in enumerate(head[at:], start=at):
        for part in row.segments:
            if row_at == at and part is row.segments[0] and not _AGENCY_WORD.match(part.text):
                if (tail := _behind_number(part)) and tail.text:
                    yield layout.keep(row, [tail])
                continue
            if (
                _may_own(part)
                and _at_right(part, row)
                and not _heads_stamp(part, head[row_at + 1 : row_at + 2])
            ):
                yield layout.keep(row, [part])


def _behind_number(part: Passage) -> Passage | None:
    """An owner that follows the number with a single space, where the reader saw no gap."""
    found = reference.find(part.text)
    return part.part(found[0].end) if found and _AGENCY_WORD.match(part.part(found[0].end).text) else None


def _may_own(part: Passage) -> bool:
    found = dates.find(part.text)
    if found and len(part.text) - len(found[0].raw) <= len("วันที่  "):
        return False
    if _STAMP.search(part.text) or reference.find(part.text) or re.match(r"วันที่|ที่(?:\s|$)", part.text):
        return False
    return part.text.strip(_AROUND_MARK) not in (*URGENCIES, *SECRECIES) and len(part.text) > 1


def _at_right(part: Passage, row: Row) -> bool:
    return not part.box or part.box[0] > _RIGHT_HALF * row.width


def _heads_stamp(part: Passage, below: Sequence[Row]) -> bool:
    """Whether `part` is the receiver's name at the top of a stamp: เลขรับ stands right below it."""
    for other in (segment for row in below for segment in row.segments):
        if not re.match(r"เลข", other.text) or not _STAMP.search(other.text):
            continue
        if not part.box or not other.box or min(part.box[2], other.box[2]) > max(part.box[0], other.box[0]):
            return True
    return False


def _name(lines: Sequence[Row]) -> Passage:
    """The owner's name, from the line above the address, and from the next where it breaks off."""
    first = _before_address(lines[0])
    if first.text != lines[0].text or len(lines) < 2 or ADDRESS.match(lines[1].text):
        return first.passage
    second = _before_address(lines[1])
    broken = _UNFINISHED.search(first.text) or _NAMED_AREA.fullmatch(second.text)
    wrapped = lines[0].box and lines[0].slack < _WRAPPED and _PLAIN_THAI.fullmatch(second.text)
    return layout.flow([first, second]) if broken or wrapped else first.passage


def _before_address(line: Row) -> Row:
    return layout.keep(line, [line.passage.part(0, _end_of(_INLINE_ADDRESS.pattern, line.text))])


def _agency_reason(name: Passage) -> reading.Reason:
    return "placed" if _AGENCY_WORD.match(name.text) else "unlabelled"


def _closing_owner(zones: Zones) -> list[Row]:
    return [
        layout.keep(row, [part])
        for row in zones.closing[:2]
        for part in row.segments
        if _AGENCY_WORD.match(part.text)
    ][:1]


def _before_number(head: Sequence[Row]) -> set[str]:
    """Marks written into the number's row: `ด่วนที่สุด ที่ มท …`, `ที่ มท ด่วนที่สุด มท …`."""
    at = _number_row(head)
    if at is None:
        return set()
    found = reference.find(head[at].text)
    before = head[at].text[: found[0].end] if found else ""
    return set(re.findall(rf"(?:^|\s)({MARK})(?=\s|ที่\s|$)", before))
