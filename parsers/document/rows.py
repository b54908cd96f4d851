"""Which letters of a page stand on one height, and in what order they are read.

Knows in which disorder producers of Thai draw them: marks after the whole line (LibreOffice), one syllable told
again for each of its marks that is drawn apart (Chromium, typst), the right column before the left one. Pure:
places in, rows out. Coordinates are PDF points from the top left of the page as the reader sees it.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter, le
from typing import NamedTuple

from parsers.document.sheet import around
from parsers.model import Box
from parsers.thai.orthography import MARK, PART_OF_SYLLABLE

_SAME_HEIGHT = 0.25
"""How far baselines of one row may be apart, in heights of a letter (a mark drawn apart is moved a little)."""
_TELLING = 8
"""The letters that are enough to know the height of a run."""
_OVERLAP = 0.25
"""The part of a letter that no other letter covers, however close they are set."""
_SARA_AM_SYLLABLE = 2.5
"""More than the width of a letter with `ำ`, less than that of two, in widths of a letter."""

_SAID_TWICE = re.compile(rf"([^{MARK}ำ\s][{MARK}ำ]+)\1")
# `เ` carries no mark, so two of them are the halves of a `แ`.
# Not by possessive repetition: in a group that is repeated, Python before 3.11.5 gets it wrong.
_TOLD_TWICE = re.compile(rf"([^{MARK}ำเ\s][{MARK}ำ]*)(?![{MARK}ำ])\1+(?![{MARK}ำ])")
_APART = re.compile(rf"(?<![ก-๎\ue000-\uffff])[{MARK}]+")
_LEADING = re.compile(f"[{MARK}]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Letters that the page draws one after the other, a box for each; `baseline` is where they stand.

    Marks have the box of the letter that they are written after, if there is one in the run.
    """

    text: str
    boxes: Sequence[Box]
    baseline: float


def put_marks_on_letters(marks: Iterable[int], letters: str, boxes: list[Box]) -> None:
    """Gives every one of the `marks` the box of the letter that it is written after.

    Its own says nothing that is needed; marks that were drawn apart keep theirs, as do those drawn after a line
    whose last letter they do not stand over.
    """
    for at in marks:
        if at and letters[at] != "ำ" and _carries_marks(letters[at - 1]):
            left, _, right, _ = boxes[at]
            if left + right >= 2 * boxes[at - 1][0]:
                boxes[at] = boxes[at - 1]


def _carries_marks(letter: str) -> bool:
    """Whether it is Thai, or has no name or a private one; else a mark behind it was drawn apart."""
    return "ก" <= letter <= "๎" or letter >= "\ue000"


class Row(NamedTuple):
    """The letters and spaces of one height from left to right, marks after their letter, a box for each.

    No space begins or ends it; `lefts` and `rights` are the edges of its boxes.
    """

    text: str
    boxes: Sequence[Box]
    lefts: Sequence[float]
    rights: Sequence[float]


def rows(runs: Iterable[Run]) -> Iterator[Row]:
    """The rows of a page from top to bottom.

    Most are drawn in order, which is seen without taking them apart.
    """
    for level in _levels(runs):
        level.sort(key=_left)
        row = _joined(level)
        strays = _strays(row.text, level)
        if strays or not _is_in_order(row):
            row = _put_in_order(row, strays)
        if not row.text.isspace():
            yield _stripped(row)


def _levels(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs of each height, from the top of the page."""
    level: list[Run] = []
    lowest = -math.inf
    for run in sorted(runs, key=attrgetter("baseline")):
        if level and run.baseline > lowest:
            yield level
            level = []
        if not level:
            lowest = run.baseline + _SAME_HEIGHT * _height(run)
        level.append(run)
    if level:
        yield level


def _strays(text: str, runs: Iterable[Run]) -> list[int]:
    """Where in the text of these runs there are marks without a letter before them in their run."""
    found = {at for marks in _APART.finditer(text) for at in range(*marks.span())}
    start = 0
    for run in runs:
        if leading := _LEADING.match(run.text):
            found.update(range(start, start + leading.end()))
        start += len(run.text)
    return sorted(found)


def _left(run: Run) -> float:
    return run.boxes[0][0]


def _height(run: Run) -> float:
    return max(bottom - top for _, top, _, bottom in run.boxes[:_TELLING])


def _joined(runs: Sequence[Run]) -> Row:
    if len(runs) == 1:
        return _row(runs[0].text, runs[0].boxes)
    return _row("".join([run.text for run in runs]), [*chain.from_iterable([run.boxes for run in runs])])


def _row(text: str, boxes: Sequence[Box]) -> Row:
    lefts, _, rights, _ = zip(*boxes, strict=True)
    return Row(text, boxes, lefts, rights)


def _stripped(row: Row) -> Row:
    text = row.text.strip()
    if len(text) == len(row.text):
        return row
    start = row.text.index(text)
    return _row(text, row.boxes[start : start + len(text)])


def _is_in_order(row: Row) -> bool:
    """Whether the letters come from left to right, every mark after its letter, and none seems told again."""
    return all(map(le, row.lefts, row.lefts[1:])) and not _SAID_TWICE.search(row.text)


def _put_in_order(row: Row, strays: Sequence[int]) -> Row:
    """The letters from left to right, each told once; `strays` are marks that follow no letter.

    The marks that do have the place of their letter, and stay behind it.
    """
    apart = frozenset(strays)
    order = sorted((at for at in range(len(row.text)) if at not in apart), key=row.lefts.__getitem__)
    if strays:
        order = _with_strays(order, row, strays)
    return _told_once("".join([row.text[at] for at in order]), [row.boxes[at] for at in order])


def _with_strays(order: Sequence[int], row: Row, strays: Iterable[int]) -> list[int]:
    """The order with the marks that were drawn apart behind what they stand over: what last begins before them."""
    written = [number for number, at in enumerate(order) if not row.text[at].isspace()]
    lefts = [row.lefts[order[number]] for number in written]
    after: dict[int, list[int]] = {}
    for stray in strays:
        below = max(bisect_right(lefts, (row.lefts[stray] + row.rights[stray]) / 2) - 1, 0)
        after.setdefault(written[below] if written else -1, []).append(stray)
    placed = [after.get(-1, []), *([at, *after.get(number, ())] for number, at in enumerate(order))]
    return [*chain.from_iterable(placed)]


def _told_once(text: str, boxes: list[Box]) -> Row:
    """The row without the syllables that are said again for each of their marks that is drawn apart."""
    told_again: set[int] = set()
    doubles = list(_TOLD_TWICE.finditer(text))
    width = _width(text, boxes) if any("ำ" in twins[1] for twins in doubles) else 0.0
    for twins in doubles:
        size = len(twins[1])
        first = twins.start()
        for other in range(first + size, twins.end(), size):
            if not _share_room(twins[1], boxes[first : first + size], boxes[other : other + size], width):
                first = other
                continue
            told_again.update(range(other, other + size))
            boxes[first : first + size] = map(
                around, boxes[first : first + size], boxes[other : other + size]
            )
    if not told_again:
        return _row(text, boxes)
    kept = [at for at in range(len(text)) if at not in told_again]
    return _row("".join([text[at] for at in kept]), [boxes[at] for at in kept])


def _share_room(syllable: str, one: Sequence[Box], other: Sequence[Box], width: float) -> bool:
    """Whether a syllable stands, with the same one before it, in the room that one such syllable takes.

    A mark begins well inside its letter; the `า` of `ำ` stands beside it, but two syllables need more room.
    """
    left, right, begin, end = one[0][0], one[-1][2], other[0][0], other[-1][2]
    if "ำ" in syllable and end - left < _SARA_AM_SYLLABLE * width:
        return True
    return right - begin > _OVERLAP * (end - begin)


def _width(text: str, boxes: Sequence[Box]) -> float:
    """The middle one of the widths of the letters."""
    letters = zip(text, boxes, strict=True)
    widths = sorted([box[2] - box[0] for letter, box in letters if letter not in PART_OF_SYLLABLE])
    return widths[len(widths) // 2] if widths else 0.0
