"""How the letters of a page make lines: by where they stand, not by the order in which they were drawn.

Knows what producers of Thai do to a page: marks drawn after the whole line (LibreOffice), spaces that are only
gaps (Chromium), one syllable told twice because its tone was drawn apart (typst), two columns on one height.
Pure: places in, lines out. Coordinates are PDF points from the top left of the page as the reader sees it.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from parsers.model import Box, Line
from parsers.thai.orthography import MARK

COLUMN_GAP = 40.0
"""Points between two runs of one height that make them two lines: more than the tab stop (36) after a label."""
_SPACE = 0.3
"""The gap between letters that is a space, in widths of a letter."""
_SAME_HEIGHT = 0.25
"""How far baselines of one line may be apart, in heights of a letter (a mark drawn apart is moved a little)."""

_CLUSTER = re.compile(rf"[^{MARK}\s][{MARK}ำ]*|\s|[{MARK}]+")
_MARKS = re.compile(f"[{MARK}]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Letters that the page draws one after the other, a box for each; `baseline` is where they stand."""

    text: str
    boxes: tuple[Box, ...]
    baseline: float


@dataclass(frozen=True, slots=True)
class _Cluster:
    """A letter with its marks; `left` and `right` bound them all."""

    text: str
    boxes: tuple[Box, ...]
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def with_marks(self, marks: "_Cluster") -> "_Cluster":
        return _Cluster(self.text + marks.text, self.boxes + marks.boxes, self.left, self.right)


def assemble(runs: Iterable[Run]) -> tuple[Line, ...]:
    """The lines of a page from top to bottom, those of one height from left to right."""
    return tuple(line for row in _rows(runs) for line in _lines(_clusters(row)))


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
            (strays if _MARKS.match(match.group()) else letters).append(_cluster(run, match))
    letters.sort(key=attrgetter("left"))
    for stray in strays:
        _attach(stray, letters)
    return list(_told_once(letters))


def _cluster(run: Run, match: re.Match[str]) -> _Cluster:
    boxes = run.boxes[match.start() : match.end()]
    return _Cluster(match.group(), boxes, min(b[0] for b in boxes), max(b[2] for b in boxes))


def _attach(stray: _Cluster, letters: list[_Cluster]) -> None:
    """Puts marks that were drawn apart on the letter that they stand over."""
    below = min(range(len(letters)), key=lambda at: abs(letters[at].middle - stray.middle), default=None)
    if below is None:
        letters.append(stray)
    else:
        letters[below] = letters[below].with_marks(stray)


def _told_once(letters: Iterable[_Cluster]) -> Iterator[_Cluster]:
    """Without syllables that are said again inside their own place, as that of a mark drawn apart is."""
    last: _Cluster | None = None
    for letter in letters:
        if last is None or letter.text != last.text or letter.middle >= last.right:
            yield letter
            last = letter


def _lines(letters: Sequence[_Cluster]) -> Iterator[Line]:
    """One line for each column of a row, with one space wherever there is one or room for one."""
    room = _SPACE * _width(letters)
    text: list[str] = []
    boxes: list[Box] = []
    right, spaced = math.inf, False
    for letter in letters:
        if letter.text.isspace():
            spaced = True
            continue
        gap = letter.left - right
        if gap > COLUMN_GAP:
            yield Line(text="".join(text), boxes=tuple(boxes))
            text, boxes = [], []
        elif boxes and (spaced or gap > room):
            text.append(" ")
            boxes.append((right, boxes[-1][1], letter.left, boxes[-1][3]))
        text.append(letter.text)
        boxes += letter.boxes
        right, spaced = letter.right, False
    if text:
        yield Line(text="".join(text), boxes=tuple(boxes))


def _width(letters: Sequence[_Cluster]) -> float:
    """The middle one of the widths of the letters."""
    widths = sorted(letter.right - letter.left for letter in letters)
    return widths[len(widths) // 2] if widths else 0.0
