"""How the letters of a page make lines: by where they stand, not by the order in which they were drawn.

Knows what producers of Thai do to a page: marks drawn after the whole line (LibreOffice), spaces that are only
gaps (Chromium), one syllable told twice because its tone was drawn apart (typst), two columns on one height.
Pure: places in, lines out. Coordinates are PDF points from the top left of the page as the reader sees it.
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from parsers.model import Box, Line
from parsers.thai.orthography import MARK

COLUMN_GAP = 40.0
"""Points between two runs of one height that make them two lines: more than the tab stop (36) after a label."""
_SPACE = 0.3
"""The gap between letters that is a space, in widths of a letter."""
_SAME_HEIGHT = 0.25
"""How far baselines of one line may be apart, in heights of a letter (a mark drawn apart is moved a little)."""

_OVERLAP = 0.25
"""The part of a letter that no other letter covers, however close they are set."""

_SARA_AM_SYLLABLE = 2.5
"""More than the width of a letter with `ำ`, less than that of two, in widths of a letter."""

_FLUSH = 4.0
"""Points within which ends of rows are one margin."""
_ENOUGH_ROWS = 3
_ALIKE = 1.5
"""How many times wider than another the same space may look, with the white of the letters beside it."""
_ENOUGH_GAPS = 8
"""In fewer letters than that, white is space."""

_CLUSTER = re.compile(rf"[^{MARK}\s][{MARK}ำ]*|\s|([{MARK}]+)")
"""A letter with its marks, a space, or marks without a letter (the group)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Letters that the page draws one after the other, a box for each; `baseline` is where they stand."""

    text: str
    boxes: tuple[Box, ...]
    baseline: float


class _Cluster(NamedTuple):
    """A letter with its marks, from where the letter begins to where they all end."""

    text: str
    boxes: tuple[Box, ...]
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def shares_room(self, before: "_Cluster", width: float) -> bool:
        """Whether it stands, with the same syllable before it, in the room that one such syllable takes.

        A mark begins well inside its letter; the `า` of `ำ` stands beside it, but two syllables need more room.
        """
        if "ำ" in self.text and self.right - before.left < _SARA_AM_SYLLABLE * width:
            return True
        return before.right - self.left > _OVERLAP * (self.right - self.left)

    def with_marks(self, marks: "_Cluster") -> "_Cluster":
        return _Cluster(self.text + marks.text, self.boxes + marks.boxes, self.left, self.right)


def assemble(runs: Iterable[Run]) -> tuple[Line, ...]:
    """The lines of a page from top to bottom, those of one height from left to right."""
    rows = [row for row in map(_clusters, _rows(runs)) if row]
    margin = _right_margin(rows)
    return tuple(line for row in rows for line in _lines(row, margin))


def _rows(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs of each height, from the top of the page."""
    row: list[Run] = []
    for run in sorted(runs, key=attrgetter("baseline")):
        if row and run.baseline - row[0].baseline > _SAME_HEIGHT * _height(row[0]):
            yield row
            row = []
        row.append(run)
    if row:
        yield row


def _height(run: Run) -> float:
    return max(box[3] - box[1] for box in run.boxes)


def _clusters(row: Iterable[Run]) -> list[_Cluster]:
    """The letters of a row from left to right, every mark with the letter below it, each told once."""
    letters: list[_Cluster] = []
    strays: list[_Cluster] = []
    for run in row:
        for match in _CLUSTER.finditer(run.text):
            (strays if match.lastindex else letters).append(_cluster(run, match))
    letters.sort(key=attrgetter("left"))
    for stray in strays:
        _attach(stray, letters)
    return _told_once(letters)


def _cluster(run: Run, match: re.Match[str]) -> _Cluster:
    boxes = run.boxes[match.start() : match.end()]
    right = boxes[0][2] if len(boxes) == 1 else max(box[2] for box in boxes)
    return _Cluster(match.group(), boxes, boxes[0][0], right)


def _attach(stray: _Cluster, letters: list[_Cluster]) -> None:
    """Puts marks that were drawn apart on the letter that they stand over, the last that begins before them."""
    below = bisect_right(letters, stray.middle, key=attrgetter("left")) - 1
    while below > 0 and letters[below].text.isspace():
        below -= 1
    if letters:
        letters[max(below, 0)] = letters[max(below, 0)].with_marks(stray)
    else:
        letters.append(stray)


def _told_once(letters: Sequence[_Cluster]) -> list[_Cluster]:
    """Without the syllables that are said again for each of their marks that is drawn apart."""
    width = _width(letters)
    once: list[_Cluster] = []
    for letter in letters:
        if once and letter.text == once[-1].text and letter.shares_room(once[-1], width):
            once[-1] = once[-1]._replace(right=max(once[-1].right, letter.right))
        else:
            once.append(letter)
    return once


def _lines(letters: Sequence[_Cluster], margin: float) -> Iterator[Line]:
    """One line for each column of a row, with one space wherever there is one or room for one."""
    room = _SPACE * _width(letters) + _spread(letters)
    column_gap = math.inf if _is_justified(letters, room, margin) else COLUMN_GAP
    text: list[str] = []
    boxes: list[Box] = []
    right, spaced = -math.inf, False
    for letter in letters:
        if letter.text.isspace():
            spaced = True
            continue
        gap = letter.left - right
        if boxes and gap > column_gap:
            yield Line(text="".join(text), boxes=tuple(boxes))
            text, boxes = [], []
        elif boxes and (spaced or gap > room):
            text.append(" ")
            boxes.append((right, boxes[-1][1], letter.left, boxes[-1][3]))
        text.append(letter.text)
        boxes += letter.boxes
        right, spaced = max(right, letter.right), False
    if text:
        yield Line(text="".join(text), boxes=tuple(boxes))


def _right_margin(rows: Iterable[Sequence[_Cluster]]) -> float:
    """Where most rows end, if several do: the edge of justified text; else nowhere."""
    ends = Counter(round(_written(row)[-1].right / _FLUSH) for row in rows if _written(row))
    end, count = ends.most_common(1)[0] if ends else (0, 0)
    return end * _FLUSH if count >= _ENOUGH_ROWS else math.inf


def _is_justified(letters: Sequence[_Cluster], room: float, margin: float) -> bool:
    """Whether the row was drawn out to the margin by its spaces, which are then all wide and all alike.

    One space in a line of Thai may be drawn out further than columns are apart.
    """
    written = _written(letters)
    gaps = [gap for one, other in pairwise(written) if (gap := other.left - one.right) > room]
    return bool(gaps) and abs(written[-1].right - margin) < _FLUSH and max(gaps) < _ALIKE * min(gaps)


def _written(letters: Iterable[_Cluster]) -> list[_Cluster]:
    return [letter for letter in letters if not letter.text.isspace()]


def _width(letters: Sequence[_Cluster]) -> float:
    """The middle one of the widths of the letters; `ำ` is half of its syllable."""
    widths = sorted((letter.right - letter.left) / (1 + ("ำ" in letter.text)) for letter in letters)
    return widths[len(widths) // 2] if widths else 0.0


def _spread(letters: Sequence[_Cluster]) -> float:
    """The white between most letters, which is not nothing where a line is drawn out to its full width.

    Digits do not count: in a row of numbers most of the white is space.
    """
    words = [letter for letter in letters if not letter.text.isdigit()]
    gaps = sorted(after.left - before.right for before, after in pairwise(words))
    return max(gaps[len(gaps) // 2], 0.0) if len(gaps) >= _ENOUGH_GAPS else 0.0
