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
    """The letters and spaces of one height from left to right, marks after their letter, a box for each.

    No space begins or ends it; `lefts` and `rights` are the edges of its boxes.
    """

    text: str
    boxes: Sequence[Box]
    lefts: Sequence[float]
    rights: Sequence[float]


class _Drawn(NamedTuple):
    """A syllable, a space, or marks without a letter, with the boxes of its letters and its edges."""

    text: str
    boxes: Sequence[Box]
    left: float
    right: float


def rows(runs: Iterable[Run]) -> Iterator[Row]:
    """The rows of a page from top to bottom.

    Most are drawn in order, which is seen without taking them apart.
    """
    for level in _levels(runs):
        level.sort(key=_left)
        row = _joined(level)
        if row.text:
            yield row if _is_in_order(row, level) else _put_in_order(level)


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
    return max(bottom - top for _, top, _, bottom in run.boxes[:_TELLING])


def _joined(runs: Sequence[Run]) -> Row:
    if len(runs) == 1:
        return _row(runs[0].text, runs[0].boxes)
    return _row("".join([run.text for run in runs]), [*chain.from_iterable([run.boxes for run in runs])])


def _row(text: str, boxes: Sequence[Box]) -> Row:
    written = text.strip()
    start = text.index(written)
    boxes = boxes[start : start + len(written)]
    lefts, _, rights, _ = zip(*boxes, strict=True) if boxes else ((),) * 4
    return Row(written, boxes, lefts, rights)


def _is_in_order(row: Row, runs: Iterable[Run]) -> bool:
    """Whether the letters come from left to right, every mark after its letter, and none seems told again."""
    return (
        all(map(le, row.lefts, row.lefts[1:]))
        and not any(run.text[0] in PART_OF_SYLLABLE for run in runs)
        and not _SAID_TWICE.search(row.text)
        and not _AFTER_SPACE.search(row.text)
    )


def _put_in_order(runs: Iterable[Run]) -> Row:
    """What the runs draw, from left to right, every mark with the letter below it, each told once."""
    drawn = [*chain.from_iterable(map(_syllables, runs))]
    strays = [each for each in drawn if each.text[0] in _MARKS]
    spaces = [each for each in drawn if each.text.isspace()]
    letters = [each for each in drawn if each.text[0] not in _MARKS and not each.text.isspace()]
    letters.sort(key=attrgetter("left"))
    _attach(strays, letters)
    ordered = _told_once(sorted([*letters, *spaces], key=attrgetter("left")))
    return _row("".join([each.text for each in ordered]), [box for each in ordered for box in each.boxes])


def _syllables(run: Run) -> Iterator[_Drawn]:
    start = 0
    for text in _SYLLABLE.findall(run.text):
        boxes = run.boxes[start : start + len(text)]
        yield _Drawn(text, boxes, boxes[0][0], max(boxes[0][2], boxes[-1][2]))
        start += len(text)


def _attach(strays: Sequence[_Drawn], letters: list[_Drawn]) -> None:
    """Puts marks that were drawn apart on the letters that they stand over: the last that begins before them."""
    if not letters:
        letters += strays[:1]
        strays = strays[1:]
    lefts = [letter.left for letter in letters]
    above: dict[int, list[_Drawn]] = {}
    for marks in strays:
        at = max(bisect_right(lefts, (marks.left + marks.right) / 2) - 1, 0)
        above.setdefault(at, []).append(marks)
    for at, found in above.items():
        parts = (letters[at], *found)
        letters[at] = letters[at]._replace(
            text="".join(part.text for part in parts), boxes=[box for part in parts for box in part.boxes]
        )


def _told_once(letters: Sequence[_Drawn]) -> list[_Drawn]:
    """Without the syllables that are said again for each of their marks that is drawn apart."""
    width = _width(letters)
    once: list[_Drawn] = []
    for letter in letters:
        if once and letter.text == once[-1].text and _share_room(once[-1], letter, width):
            boxes = [*map(around, once[-1].boxes, letter.boxes)]
            once[-1] = once[-1]._replace(boxes=boxes, right=max(once[-1].right, letter.right))
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
    widths = [(right - left) / (1 + ("ำ" in text)) for text, _, left, right in letters]
    widths.sort()
    return widths[len(widths) // 2] if widths else 0.0
