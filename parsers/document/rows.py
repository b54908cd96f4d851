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

from parsers.model import Box
from parsers.thai.orthography import MARK, PART_OF_SYLLABLE

_SAME_HEIGHT = 0.25
"""How far baselines of one row may be apart, in heights of a letter (a mark drawn apart is moved a little)."""
_OVERLAP = 0.25
"""The part of a letter that no other letter covers, however close they are set."""
_SARA_AM_SYLLABLE = 2.5
"""More than the width of a letter with `ำ`, less than that of two, in widths of a letter."""

_SYLLABLE = re.compile(rf"[^{MARK}\s][{MARK}ำ]*|\s|[{MARK}]+")
"""A letter with its marks, a space, or marks without a letter."""
_SAID_TWICE = re.compile(rf"([^{MARK}\s][{MARK}ำ]+)\1")
_AFTER_SPACE = re.compile(rf"\s[{MARK}]")
_MARKS = PART_OF_SYLLABLE - {"ำ"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Letters that the page draws one after the other, a box for each; `baseline` is where they stand."""

    text: str
    boxes: Sequence[Box]
    baseline: float


class Row(NamedTuple):
    """The letters and spaces of one height from left to right, marks after their letter, a box for each."""

    text: str
    boxes: Sequence[Box]


class _Drawn(NamedTuple):
    """A syllable, a space, or marks without a letter, with the boxes of its letters."""

    text: str
    boxes: Sequence[Box]

    @property
    def left(self) -> float:
        return self.boxes[0][0]

    @property
    def right(self) -> float:
        return max(box[2] for box in self.boxes)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def rows(runs: Iterable[Run]) -> Iterator[Row]:
    """The rows of a page from top to bottom.

    Most are drawn in order, which is seen without taking them apart.
    """
    for level in _levels(runs):
        runs = sorted(level, key=_left)
        row = _joined(runs)
        yield row if _is_in_order(row, runs) else _put_in_order(runs)


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


def _left(run: Run) -> float:
    return run.boxes[0][0]


def _height(run: Run) -> float:
    return max(bottom - top for _, top, _, bottom in run.boxes)


def _joined(runs: Sequence[Run]) -> Row:
    if len(runs) == 1:
        return Row(runs[0].text, runs[0].boxes)
    return Row("".join([run.text for run in runs]), [*chain.from_iterable([run.boxes for run in runs])])


def _is_in_order(row: Row, runs: Iterable[Run]) -> bool:
    """Whether the letters come from left to right, every mark after its letter, and none seems told again."""
    lefts = [
        box[0] for letter, box in zip(row.text, row.boxes, strict=True) if letter not in PART_OF_SYLLABLE
    ]
    return (
        all(map(le, lefts, lefts[1:]))
        and not any(run.text[0] in PART_OF_SYLLABLE for run in runs)
        and not _SAID_TWICE.search(row.text)
        and not _AFTER_SPACE.search(row.text)
    )


def _put_in_order(runs: Iterable[Run]) -> Row:
    """What the runs draw, from left to right, every mark with the letter below it, each told once."""
    drawn = [
        _Drawn(match.group(), run.boxes[match.start() : match.end()])
        for run in runs
        for match in _SYLLABLE.finditer(run.text)
    ]
    letters = [each for each in drawn if each.text[0] not in _MARKS and not each.text.isspace()]
    letters.sort(key=attrgetter("left"))
    for marks in drawn:
        if marks.text[0] in _MARKS:
            _attach(marks, letters)
    spaces = [each for each in drawn if each.text.isspace()]
    ordered = _told_once(sorted([*letters, *spaces], key=attrgetter("left")))
    return Row("".join(each.text for each in ordered), [box for each in ordered for box in each.boxes])


def _attach(marks: _Drawn, letters: list[_Drawn]) -> None:
    """Puts marks that were drawn apart on the letter that they stand over, the last that begins before them."""
    if not letters:
        letters.append(marks)
        return
    at = max(bisect_right(letters, marks.middle, key=attrgetter("left")) - 1, 0)
    below = letters[at]
    letters[at] = _Drawn(below.text + marks.text, [*below.boxes, *marks.boxes])


def _told_once(letters: Sequence[_Drawn]) -> list[_Drawn]:
    """Without the syllables that are said again for each of their marks that is drawn apart."""
    width = _width(letters)
    once: list[_Drawn] = []
    for letter in letters:
        if once and letter.text == once[-1].text and _share_room(once[-1], letter, width):
            once[-1] = _Drawn(letter.text, [*map(_around, once[-1].boxes, letter.boxes)])
        else:
            once.append(letter)
    return once


def _share_room(one: _Drawn, other: _Drawn, width: float) -> bool:
    """Whether a syllable stands, with the same one before it, in the room that one such syllable takes.

    A mark begins well inside its letter; the `า` of `ำ` stands beside it, but two syllables need more room.
    """
    if "ำ" in one.text and other.right - one.left < _SARA_AM_SYLLABLE * width:
        return True
    return one.right - other.left > _OVERLAP * (other.right - other.left)


def _width(letters: Iterable[_Drawn]) -> float:
    """The middle one of the widths of the letters; `ำ` is half of its syllable."""
    widths = sorted((letter.right - letter.left) / (1 + ("ำ" in letter.text)) for letter in letters)
    return widths[len(widths) // 2] if widths else 0.0


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
