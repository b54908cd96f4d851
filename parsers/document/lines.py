"""How the letters of a page make lines: by the white between them, not by the spaces that a producer wrote.

Knows that spaces may be only gaps (Chromium), that two columns may share one height, and that justified text
has spaces as wide as the white between columns. Pure: places in, lines out. Coordinates are PDF points from the
top left of the page as the reader sees it.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from operator import le, sub
from typing import NamedTuple

from parsers.document.rows import Row, Run, rows
from parsers.model import Box, Line
from parsers.thai.orthography import PART_OF_SYLLABLE

COLUMN_GAP = 40.0
"""Points between two runs of one height that make them two lines: more than the tab stop (36) after a label."""
_SPACE = 0.3
"""The gap between letters that is a space, in widths of a letter."""
_HAIR = 0.5
"""Points of white that are no space in any print that can be read, however small."""
_FLUSH = 4.0
"""Points within which ends of rows are one margin."""
_ENOUGH_ROWS = 3
_ALIKE = 1.5
"""How many times wider than another the same space may look, with the white of the letters beside it."""
_ENOUGH_GAPS = 8
"""In fewer letters than that, white is space."""
_SPACES = re.compile(r"\s+")


class _Measured(NamedTuple):
    """A row with the white before each of its letters, and how far it has come with each.

    Written spaces, which begin and end at `spaces`, count as white; `is_told` says that there is no other.
    """

    text: str
    boxes: Sequence[Box]
    spaces: list[tuple[int, int]]
    whites: Sequence[float]
    reach: Sequence[float]
    is_told: bool


def assemble(runs: Iterable[Run]) -> tuple[Line, ...]:
    """The lines of a page from top to bottom, those of one height from left to right."""
    measured = [_measured(row) for row in rows(runs)]
    margin = _right_margin(measured)
    return tuple([line for row in measured for line in _lines(row, margin)])


def _measured(row: Row) -> _Measured:
    text, boxes, lefts, rights = row
    reach = rights if all(map(le, rights, rights[1:])) else [*accumulate(rights, max)]
    whites = [0.0, *map(sub, lefts[1:], reach)]
    is_told = max(whites) <= _HAIR
    spaces = [space.span() for space in _SPACES.finditer(text)]
    for start, end in spaces:
        whites[end] = lefts[end] - reach[start - 1]
    return _Measured(text, boxes, spaces, whites, reach, is_told)


def _lines(row: _Measured, margin: float) -> Iterator[Line]:
    """One line for each column of a row, with one space wherever there is one or room for one."""
    gaps = _gaps(row)
    columns = {following for _, following in gaps if row.whites[following] > COLUMN_GAP}
    if columns and _is_justified(row, gaps, margin):
        columns.clear()
    text, boxes, start = "", list[Box](), 0
    for end, following in gaps:
        text += row.text[start:end]
        boxes += row.boxes[start:end]
        if following in columns:
            yield Line(text=text, boxes=tuple(boxes))
            text, boxes = "", []
        else:
            text += " "
            boxes.append((row.reach[end - 1], boxes[-1][1], row.boxes[following][0], boxes[-1][3]))
        start = following
    yield Line(text=text + row.text[start:], boxes=(*boxes, *row.boxes[start:]))


def _gaps(row: _Measured) -> list[tuple[int, int]]:
    """Between which letters there is a space: where the one part of the row ends and the next begins."""
    if row.is_told:  # as most producers do
        return row.spaces
    written = {start for _, start in row.spaces}
    room = _room(row)
    seen = [
        (at, at)
        for at, white in enumerate(row.whites)
        if white > room
        and at not in written
        and not (row.text[at].isspace() or row.text[at] in PART_OF_SYLLABLE)
    ]
    return sorted([*row.spaces, *seen])


def _right_margin(rows: Iterable[_Measured]) -> float:
    """Where most rows end, if several do: the edge of justified text; else nowhere."""
    ends = Counter(round(row.reach[-1] / _FLUSH) for row in rows)
    end, count = ends.most_common(1)[0] if ends else (0, 0)
    return end * _FLUSH if count >= _ENOUGH_ROWS else math.inf


def _is_justified(row: _Measured, gaps: Iterable[tuple[int, int]], margin: float) -> bool:
    """Whether the row was drawn out to the margin by its spaces, which are then all wide and all alike.

    One space in a line of Thai may be drawn out further than columns are apart.
    """
    room = _room(row)
    wide = [white for _, following in gaps if (white := row.whites[following]) > room]
    return abs(row.reach[-1] - margin) < _FLUSH and max(wide) < _ALIKE * min(wide)


def _room(row: _Measured) -> float:
    """The white that makes a space of this row."""
    letters = zip(row.text, row.boxes, strict=True)
    widths = [right - left for letter, (left, _, right, _) in letters if letter not in PART_OF_SYLLABLE]
    widths.sort()
    return _SPACE * widths[len(widths) // 2] + _spread(row) if widths else 0.0


def _spread(row: _Measured) -> float:
    """The white between most letters, which is not nothing where a line is drawn out to its full width.

    Digits do not count: in a row of numbers most of the white is space.
    """
    if sorted(row.whites)[len(row.whites) // 2] <= 0:
        return 0.0
    letters = zip(pairwise(row.text), pairwise(row.boxes), strict=True)
    apart = sorted(
        other[0] - one[2]
        for (letter, following), (one, other) in letters
        if following not in PART_OF_SYLLABLE and not letter.isdigit() and not following.isdigit()
    )
    return max(apart[len(apart) // 2], 0.0) if len(apart) >= _ENOUGH_GAPS else 0.0
