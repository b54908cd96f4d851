"""The rows of a printed table, cells that wrapped put together again.

On the page a wrapped cell is several lines: below the row's number, or around it where cells are
centred. Numbered rows, and the sum, are the anchors; a line near them that keeps within the table's
columns belongs to the nearest. Whatever is no table stays as it is.
"""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import Final

from parsers.letter import layout
from parsers.letter.layout import Passage, Row

_NUMBER = re.compile(r"[0-9๐-๙]{1,3}\s?[.)]?|รวม\S*")
# In points: a space this wide is the end of a cell, and cells of a column begin this exactly below each other.
_CELL_SPACE: Final = 10.0
_ALIGNED: Final = 6.0
_FEWEST_ANCHORS: Final = 2
# How far from its number a part of a row may stand, in heights of a line, and in lines.
_REACH: Final = 2.0
_MOST_LINES: Final = 4


def merge(rows: Sequence[Row]) -> list[Row]:
    """`rows` with the lines of each table row as one, its cells as segments."""
    cells = [layout.keep(row, list(_cells(row))) if row.box else row for row in rows]
    anchors = {at for at, row in enumerate(cells) if _is_anchor(row)}
    if len(anchors) < _FEWEST_ANCHORS:
        return list(rows)
    columns = _columns([cells[at] for at in anchors])
    belongs = {
        at: owner
        for at, row in enumerate(cells)
        if at not in anchors and (owner := _owner(at, cells, anchors, columns)) is not None
    }
    return [
        _whole(cells, at, belongs, columns) if at in anchors else row
        for at, row in enumerate(rows)
        if at not in belongs
    ]


def _cells(row: Row) -> Iterator[Passage]:
    """The segments, split at spaces as wide as the room between two cells."""
    for part in row.segments:
        wide = [
            at
            for at, (letter, (_, box)) in enumerate(zip(part.text, part.marks, strict=True))
            if letter == " " and box and box[2] - box[0] > _CELL_SPACE
        ]
        for start, end in pairwise([0, *wide, len(part.text)]):
            yield part.part(start, end)


def _is_anchor(row: Row) -> bool:
    return bool(row.box and len(row.segments) > 1 and _NUMBER.fullmatch(row.segments[0].text))


def _columns(anchors: Sequence[Row]) -> list[float]:
    """The left edges of the columns, from the anchors' cells."""
    edges: list[float] = []
    for left in sorted(box[0] for row in anchors for part in row.segments if (box := part.box)):
        if not edges or left - edges[-1] > _ALIGNED:
            edges.append(left)
    return edges


def _column(part: Passage, columns: Sequence[float]) -> int | None:
    """The column in which `part` stands; `None` if it reaches over its edges, as running text does."""
    box = part.box
    if not box or box[0] < columns[0] - _ALIGNED:
        return None
    at = sum(edge - _ALIGNED <= box[0] for edge in columns) - 1
    fits = at + 1 == len(columns) or box[2] <= columns[at + 1] + _ALIGNED
    return at if fits else None


def _owner(at: int, cells: Sequence[Row], anchors: Set[int], columns: Sequence[float]) -> int | None:
    """The anchor nearest to the line `at`, the upper of two; `None` if the line is none of the table's."""
    line = cells[at]
    places = {_column(part, columns) for part in line.segments}
    if not line.box or None in places or 0 in places:
        return None
    reach = _REACH * (line.box[3] - line.box[1])
    around = (one for one in range(at - _MOST_LINES, at + _MOST_LINES + 1) if one in anchors)
    near = [one for one in around if cells[one].page == line.page and _distance(line, cells[one]) <= reach]
    return min(near, key=lambda one: _distance(line, cells[one]), default=None)


def _distance(line: Row, anchor: Row) -> float:
    """From the middle of the line to the middle of the anchor's number, in points."""
    box, number = line.box, anchor.segments[0].box
    if not box or not number:
        return 0.0
    return abs(box[1] + box[3] - number[1] - number[3]) / 2


def _whole(cells: Sequence[Row], anchor: int, belongs: dict[int, int], columns: Sequence[float]) -> Row:
    """The row of `anchor` with all its lines, each cell from top to bottom."""
    near = range(max(0, anchor - _MOST_LINES), min(len(cells), anchor + _MOST_LINES + 1))
    lines = [cells[at] for at in near if at == anchor or belongs.get(at) == anchor]
    parts: dict[int | None, list[Row]] = {}
    for line in lines:
        for part in line.segments:
            parts.setdefault(_column(part, columns), []).append(layout.keep(line, [part]))
    ordered = sorted(parts.items(), key=lambda one: -1 if one[0] is None else one[0])
    return layout.keep(cells[anchor], [layout.join([one.passage for one in cell], "") for _, cell in ordered])
