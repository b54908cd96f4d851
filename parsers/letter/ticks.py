"""What is ticked: in the boxes of a form, and in the columns of a table.

A form prints every answer, so only what is ticked is said; where a form has boxes and none is ticked,
nothing is. In a table whose columns are headed `ประสงค์` and `ไม่ประสงค์` each row says one of them.
Ticks that a pen drew are no text and are not seen.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from parsers.letter.layout import Passage, Row

# Also as Word prints them, by letters of the fonts Wingdings and Wingdings 2.
_TICK = r"[☑☒✓✔✗✘√\uf0fe\uf0fd\uf0fc\uf052\uf054]"
_EMPTY = r"[☐□○❏\uf0a8\uf06f\uf0a3]"
_TICKED_BOX: Final = rf"{_TICK}|[(\[]\s*(?:[/xX]|{_TICK})\s*[)\]]"
_TICKED = re.compile(_TICKED_BOX)
_BOX = re.compile(rf"{_TICKED_BOX}|{_EMPTY}|[(\[]\s*[)\]]")
TICK_ALONE = re.compile(rf"/|[xX]|{_TICKED_BOX}")
"""A cell that is nothing but a tick."""
_INSTRUCTION = re.compile(r"(?:ทำ|กา|ใส่|ขีด)\s?เครื่องหมาย")
_YES = re.compile(
    r"(?:มี(?:ความ)?)?(?:ความ)?(?:ประสงค์|ต้องการ|สนใจ|พร้อม)|สมัคร|เข้าร่วม|ยินดี|ส่ง(?:แล้ว)?$|ขอรับ|ดำเนินการ|แล้วเสร็จ|ผ่าน|ตอบรับ|เห็นชอบ|มี$|ใช่$|รับ$"
)
NO = re.compile(
    r"(?:ยัง)?ไม่\s?(?:ได้)?(?:มี)?(?:ความ)?(?:ประสงค์|ต้องการ|สนใจ|พร้อม|สมัคร|เข้าร่วม|ขอ|ยินดี|ส่ง|ดำเนินการ|แล้วเสร็จ|ผ่าน|ตอบ|เห็นชอบ|ใช่|รับ|$)|สละสิทธิ์"
)
"""The heading of a column, or the label of a box, that says a no."""


def stated(rows: Sequence[Row]) -> list[Row | Passage]:
    """The rows without boxes, and of those with boxes what is ticked."""
    said: list[Row | Passage] = []
    for row in rows:
        if _INSTRUCTION.search(row.text):
            continue
        said += _ticked(row.passage) if _BOX.search(row.text) else [row]
    return said


def has_boxes(rows: Sequence[Row]) -> bool:
    """Whether the rows have boxes to tick."""
    return any(_BOX.search(row.text) and not _INSTRUCTION.search(row.text) for row in rows)


def affirmed(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without those of a table that are ticked in a column headed with a no."""
    header = next((row for row in rows if heads([part.text for part in row.segments])), None)
    if header is None:
        return tuple(rows)
    no = [part for part in header.segments if NO.match(part.text)]
    yes = [part for part in header.segments if _YES.match(part.text)]
    return tuple(row for row in rows if row is not header and not _refuses(row, yes, no))


def heads(cells: Sequence[str]) -> bool:
    """Whether `cells` are the heading of a table that has both a yes and a no."""
    said = {bool(NO.match(cell)) for cell in cells if NO.match(cell) or _YES.match(cell)}
    return len(said) > 1


def _ticked(passage: Passage) -> Iterator[Passage]:
    """What belongs to each ticked box: behind it, or before it where the line ends with a box."""
    boxes = list(_BOX.finditer(passage.text))
    leading = not passage.text[: boxes[0].start()].strip()
    starts = [0, *(box.end() for box in boxes)]
    ends = [*(box.start() for box in boxes), len(passage.text)]
    for at, box in enumerate(boxes):
        if _TICKED.fullmatch(box.group()):
            beside = at + 1 if leading else at
            yield passage.part(starts[beside], ends[beside])


def _refuses(row: Row, yes: Sequence[Passage], no: Sequence[Passage]) -> bool:
    ticks = [part for part in row.segments if TICK_ALONE.fullmatch(part.text)]
    return any(min([*yes, *no], key=lambda head: _apart(tick, head)) in no for tick in ticks if tick.box)


def _apart(tick: Passage, head: Passage) -> float:
    """How far the middle of a tick is from that of a column's heading, in points."""
    here, there = tick.box, head.box
    return abs(here[0] + here[2] - there[0] - there[2]) / 2 if here and there else 0.0
