"""How the lines of pages stand to each other: rows, margins, and text that remembers its place.

A `Passage` is text of which every character knows its page and box, so whatever is cut out of it
or joined from several lines can say where it stands. `rows` puts segments that share a height side
by side; `flow` joins wrapped rows as their writer meant them. Works the same for text without a
layout, where a run of spaces separates segments and an empty line is a gap.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from parsers.model import Box, Line, Page

Mark = tuple[int, Box | None]
"""Page number and box of one character."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """Text, with one mark per character."""

    text: str
    marks: tuple[Mark, ...]

    def part(self, start: int, end: int | None = None) -> "Passage":
        """`text[start:end]` without the white space around it."""
        cut = self.text[start:end]
        left = start + len(cut) - len(cut.lstrip())
        right = left + len(cut.strip())
        return Passage(text=self.text[left:right], marks=self.marks[left:right])

    @property
    def value(self) -> str:
        """The text with single spaces, as a field's value is given."""
        return " ".join(self.text.split())

    @property
    def page(self) -> int | None:
        return self.marks[0][0] if self.marks else None

    @property
    def box(self) -> Box | None:
        """The smallest box around the text, as far as it stands on its first page."""
        first = self.page
        return _around([box for page, box in self.marks if box and page == first])


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """The segments at one height, left to right; `passage` is all of them, wide spaces between.

        `gap` says that more than a line's space lies above; `slack` is the share of the measure left
        empty at the right, 0 for a full line. `width` is the page's in points, 0 without a layout. `tabular`
    says that the segments are the cells of a table.
    """

    page: int
    segments: tuple[Passage, ...]
    passage: Passage
    width: float = 0.0
    gap: bool = False
    slack: float = 0.0
    tabular: bool = False

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def box(self) -> Box | None:
        return self.passage.box

    def after(self, start: int) -> "Row":
        """The row without the first `start` characters of its text, as one segment."""
        rest = self.passage.part(start)
        return replace(self, segments=(rest,), passage=rest)


class _Heap(NamedTuple):
    """What stands at one height, and how much space in points is above it."""

    segments: tuple[Passage, ...]
    space: float
    height: float


_SEGMENT_SPACES: Final = 3
_WIDE_SPACE = re.compile(rf"[ \u00a0]{{{_SEGMENT_SPACES},}}|\s*\t\s*")
# Two lines are at one height if they share half of the lower one's; more sideways overlap than this
# means that one is printed over or tightly under the other.
_SHARED_HEIGHT: Final = 0.5
_SHARED_WIDTH: Final = 0.3
_GAP_HEIGHTS: Final = 0.9
_THAI = re.compile(r"[ก-๎]")
# Words that follow a space where lines are not broken, so one is owed where they start a line.
_PHRASE_START = re.compile(
    r"ประจำปี|[อตจ]\.|อบ[ตจ]\.|ท[นมต]\.|รายการ|กรณี|รุ่นที่|ระยะที่|และ(?=นาย|หัวหน้า|ผู้|ปลัด)|พ\.ศ\.|ครั้งที่|จำนวน(?!นี้|ดัง|เท่า)|ลงวันที่|ปฏิบัติราชการ|ปฎิบัติราชการ|รักษา(?:ราชการ|การ)"
)
BROKEN_OFF = re.compile(
    r"(?:ตำบล|อำเภอ|จังหวัด|เทศบาล(?:เมือง|นคร)?|บริหารส่วน|ศาลากลาง|ที่ว่าการ|ที่ทำการ|สำนักงาน|พื้นที่การศึกษา)$"
)
"""The end of a row whose name goes on in the next one."""
# Without a layout, longer lines than this (in letters) are whole paragraphs that nobody wrapped.
_LONGEST_LINE: Final = 120
SHORT: Final = 0.3
"""The slack from which a row was ended by its writer, not by the margin."""
_EDGE_ROWS: Final = 2
_PAGE_NUMBER = re.compile(r"[-–—\s]*[0-9๐-๙]{1,3}[-–—\s]*")
_CATCHWORD = re.compile(r"/\s?\S.{0,40}?(?:\.{2,}|…)")


def rows(pages: Sequence[Page]) -> list[Row]:
    """All rows of `pages`, top to bottom, without page numbers and catchwords (`/จังหวัด...`)."""
    return [row for page in pages for row in _without_furniture(list(_page_rows(page)))]


def flow(parts: Sequence[Row]) -> Passage:
    """One passage of wrapped rows.

    Thai has no space between words, so rows are joined without one unless the first says that it
    ended short, one side is no Thai, or the second starts a phrase.
    """
    texts: list[str] = []
    marks: list[Mark] = []
    for above, row in zip([None, *parts], parts, strict=False):
        if above and marks and _needs_space(above, row):
            texts.append(" ")
            marks.append(marks[-1])
        # Justified lines come in several segments that are one sentence.
        sentence = join(row.segments, " ")
        texts.append(sentence.text)
        marks += sentence.marks
    return Passage(text="".join(texts), marks=tuple(marks))


def join(parts: Sequence[Passage], between: str) -> Passage:
    """One passage of all `parts` that hold text, `between` between them."""
    filled = [part for part in parts if part.text]
    marks: list[Mark] = []
    for part in filled:
        marks += [marks[-1]] * len(between) if marks else []
        marks += part.marks
    return Passage(text=between.join(part.text for part in filled), marks=tuple(marks))


def keep(like: Row, segments: Sequence[Passage]) -> Row:
    """`like` reduced to some of its segments."""
    return replace(like, segments=tuple(segments), passage=join(segments, " " * _SEGMENT_SPACES))


def _page_rows(page: Page) -> Iterator[Row]:
    printed = any(line.boxes for line in page.lines)
    heaps = list(_heaps(page) if printed else _plain(page))
    full = _full_measure(heaps)
    wrapped = printed or all(_extent(heap.segments) <= _LONGEST_LINE for heap in heaps)
    # Printed lines have some space between them anyway, and some producers much.
    usual = median(heap.space for heap in heaps) if heaps and printed else 0.0
    for heap in heaps:
        yield Row(
            page=page.number,
            segments=heap.segments,
            passage=join(heap.segments, " " * _SEGMENT_SPACES),
            width=page.width,
            gap=heap.space - usual > _GAP_HEIGHTS * heap.height,
            slack=_slack(heap, full) if wrapped else 1.0,
            tabular=not printed and len(heap.segments) > 1,
        )


def _slack(heap: _Heap, full: float) -> float:
    return max(0.0, 1 - _extent(heap.segments) / full) if full else 0.0


def _plain(page: Page) -> Iterator[_Heap]:
    empty = 0
    for line in page.lines:
        if segments := tuple(_segments(_passage(line, page.number))):
            yield _Heap(segments, space=empty, height=1.0 / 2)
        empty = 0 if segments else empty + 1


def _heaps(page: Page) -> Iterator[_Heap]:
    placed = [(box, line) for line in page.lines if (box := line.box()) and line.text.strip()]
    heap: list[tuple[Box, Line]] = []
    floor = math.inf
    for box, line in sorted(placed, key=lambda one: one[0][1] + one[0][3]):
        if heap and not all(_level(box, other) for other, _ in heap):
            yield _side_by_side(heap, page.number, floor)
            floor = max(bottom for (_, _, _, bottom), _ in heap)
            heap = []
        heap.append((box, line))
    if heap:
        yield _side_by_side(heap, page.number, floor)


def _side_by_side(heap: list[tuple[Box, Line]], page: int, floor: float) -> _Heap:
    ordered = [line for _, line in sorted(heap, key=lambda one: one[0][0])]
    segments = tuple(part for line in ordered for part in _segments(_passage(line, page)))
    height = max(box[3] - box[1] for box, _ in heap)
    top = min(box[1] for box, _ in heap)
    return _Heap(segments, space=max(0.0, top - floor), height=height)


def _level(left: Box, right: Box) -> bool:
    shared = min(left[3], right[3]) - max(left[1], right[1])
    lower = min(left[3] - left[1], right[3] - right[1])
    over = min(left[2], right[2]) - max(left[0], right[0])
    narrower = min(left[2] - left[0], right[2] - right[0])
    return shared >= _SHARED_HEIGHT * lower and over <= _SHARED_WIDTH * narrower


def _segments(passage: Passage) -> Iterator[Passage]:
    edges = [(0, 0), *(m.span() for m in _WIDE_SPACE.finditer(passage.text))]
    edges.append((len(passage.text), len(passage.text)))
    for (_, start), (end, _) in pairwise(edges):
        if (part := passage.part(start, end)).text:
            yield part


def _passage(line: Line, page: int) -> Passage:
    boxes = line.boxes or (None,) * len(line.text)
    return Passage(text=line.text, marks=tuple((page, box) for box in boxes))


def _extent(passages: tuple[Passage, ...]) -> float:
    """The right edge in points, or without a layout the length in characters."""
    if box := passages[-1].box:
        return box[2]
    return float(sum(len(passage.text) for passage in passages))


def _full_measure(heaps: list[_Heap]) -> float:
    """What most long rows reach; a single overlong one does not make the others short."""
    extents = sorted(_extent(heap.segments) for heap in heaps)
    return extents[int(len(extents) * 0.9)] if extents else 0.0


def _needs_space(above: Row, row: Row) -> bool:
    last, first = above.text[-1:], row.text[:1]
    if last in "/-" or first == "ๆ":
        return False
    both_thai = _THAI.match(last) and _THAI.match(first)
    ended = above.slack > SHORT or above.tabular or row.tabular
    return not both_thai or ended or bool(_PHRASE_START.match(row.text))


def _without_furniture(page: list[Row]) -> Iterator[Row]:
    for at, row in enumerate(page):
        # A number alone is the page's only at its edges: elsewhere it may be the end of a wrapped line.
        at_edge = at < _EDGE_ROWS or at >= len(page) - _EDGE_ROWS
        if not (_CATCHWORD.fullmatch(row.text) or (at_edge and _PAGE_NUMBER.fullmatch(row.text))):
            yield row


def _around(boxes: Sequence[Box]) -> Box | None:
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
