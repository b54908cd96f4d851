"""The rows of a printed table, cells that wrapped put together again.

On the page a wrapped cell is several lines: below the row's number, or around it where cells are
centred. In a list of organisations each name begins a row of the table and all lines up to the next
name belong to it, whatever stands between them; elsewhere numbered rows, and the sum, are the anchors,
and a line belongs to the nearest. Only lines that keep within the table's columns are drawn into it;
whatever is no table stays as it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from typing import Final

from parsers.letter import layout, organisations
from parsers.letter.layout import Passage, Row

_NUMBER = re.compile(r"[0-9๐-๙]{1,3}\s?[.)]?|รวม\S*")
_SUM = re.compile(r"รวม")
# In points: a space this wide is the end of a cell, and cells of a column begin this exactly below each other.
_CELL_SPACE: Final = 10.0
_ALIGNED: Final = 6.0
# A name stands in the first cell of its row, or behind a number.
_NAME_CELLS: Final = 2
_FEWEST_ANCHORS: Final = 2
# How far from its row a part of it may stand, in heights of a line, and how many lines a row may have.
_REACH: Final = 2.8
_MOST_LINES: Final = 6


def merge(rows: Sequence[Row]) -> list[Row]:
    """`rows` with the lines of each table row as one, its cells as segments."""
    cells = [layout.keep(row, list(_cells(row))) if row.box else row for row in rows]
    numbered = {at for at, row in enumerate(cells) if _is_numbered(row)}
    named = _named(cells, numbered)
    anchors = set(named) or numbered
    if len(anchors) < _FEWEST_ANCHORS:
        return list(rows)
    columns = _columns([*(part for at in anchors | numbered for part in cells[at].segments), *named.values()])
    belongs = _by_name(cells, named, columns) if named else _by_number(cells, anchors, columns)
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


def _is_numbered(row: Row) -> bool:
    return bool(row.box and len(row.segments) > 1 and _NUMBER.fullmatch(row.segments[0].text))


def _named(cells: Sequence[Row], numbered: Set[int]) -> dict[int, Passage]:
    """The rows in which a name begins, with its cell, if those are the rows of one table.

    They are if each goes with a number, or if beside the names another column begins below itself.
    """
    starts = {
        at: part
        for at, row in enumerate(cells)
        for part in row.segments[:_NAME_CELLS]
        if part.box and organisations.opens(part.text)
    }
    lefts = sorted(part.box[0] for part in starts.values() if part.box)
    left = lefts[len(lefts) // 2] if lefts else 0.0
    named = {at: part for at, part in starts.items() if part.box and abs(part.box[0] - left) <= _ALIGNED}
    counted = [at for at in numbered if not _SUM.match(cells[at].text)]
    if len(named) < _FEWEST_ANCHORS or (counted and len(counted) != len(named)):
        return {}
    beside = [
        box[0]
        for at, name in named.items()
        for part in cells[at].segments
        if part is not name and (box := part.box)
    ]
    below = any(abs(one - other) <= _ALIGNED for one, other in pairwise(sorted(beside)))
    return named if counted or below else {}


def _columns(parts: Sequence[Passage]) -> list[float]:
    """The left edges of the columns in which `parts` stand."""
    edges: list[float] = []
    for left in sorted(box[0] for part in parts if (box := part.box)):
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


def _by_name(cells: Sequence[Row], named: Mapping[int, Passage], columns: Sequence[float]) -> dict[int, int]:
    """For each line of a table row that is not its first, the first: down to the next name."""
    belongs: dict[int, int] = {}
    owner: int | None = None
    for at, line in enumerate(cells):
        if at in named:
            owner = at
        elif owner is not None and at - owner < _MOST_LINES and _follows(cells[at - 1], line, columns):
            belongs[at] = owner
        else:
            owner = None
    return belongs


def _follows(above: Row, line: Row, columns: Sequence[float]) -> bool:
    if not above.box or not line.box or above.page != line.page or _SUM.match(line.text):
        return False
    close = line.box[1] - above.box[3] <= _REACH * (line.box[3] - line.box[1])
    return close and all(_column(part, columns) is not None for part in line.segments)


def _by_number(cells: Sequence[Row], anchors: Set[int], columns: Sequence[float]) -> dict[int, int]:
    """For each line without a number the numbered one nearest to it, if it is within reach."""
    owners = ((at, _nearest(at, cells, anchors, columns)) for at in range(len(cells)) if at not in anchors)
    return {at: owner for at, owner in owners if owner is not None}


def _nearest(at: int, cells: Sequence[Row], anchors: Set[int], columns: Sequence[float]) -> int | None:
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
    parts: dict[float, list[Passage]] = {}
    for line in lines:
        for part in line.segments:
            parts.setdefault(_left(part, columns), []).append(part)
    ordered = [layout.join(cell, "") for _, cell in sorted(parts.items())]
    return replace(layout.keep(cells[anchor], ordered), tabular=True)


def _left(part: Passage, columns: Sequence[float]) -> float:
    """The left edge of the column of `part`; its own where it is in none."""
    at = _column(part, columns)
    if at is not None:
        return columns[at]
    return part.box[0] if part.box else 0.0
