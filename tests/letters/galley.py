"""Sets a letter line by line, for the producers that draw text at coordinates and know no paragraphs.

Programs of offices print like this from their databases: no styles, no justified text, each line where it
was computed to stand. No two are written alike, so what comes first in the file and how wide the gaps are
differs from letter to letter, by its name.
"""

import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.letters import sheet
from tests.letters.compose import Letter
from tests.letters.text import wrapped

WIDTH, HEIGHT = 595.3, 841.9
"""Of the paper, A4, in points, like every length here; heights count from the top."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 85.0, 538.0, 78.0, 785.0
_MIDDLE = 298.0
_INDENT = 71.0
_SIGNATURE_MIDDLE = 390.0

Measure = Callable[[str, float, bool], float]
"""How long a text is: of its characters, its size, and whether it is bold."""


class Run(NamedTuple):
    """Text from `x` on, standing on `baseline`."""

    x: float
    baseline: float
    text: str
    size: float
    bold: bool


class Frame(NamedTuple):
    """A ruled rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(kw_only=True, slots=True)
class Side:
    """One printed page."""

    runs: list[Run] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)


class _Habit(NamedTuple):
    """How one program lays a letter out: the gap behind labels, the lead between lines (of the size), and
    which way the two columns of the head come in the file."""

    gap: float
    lead: float
    column: float
    columns: Callable[["_Galley", sheet.Heads], None]


def sides(letter: Letter, size: float, measure: Measure) -> list[Side]:
    """`letter` in text of `size` points, page by page."""
    galley = _Galley(size, measure, _HABITS[zlib.crc32(letter.name.encode()) % len(_HABITS)])
    for block in sheet.blocks(letter):
        galley.put(block)
    return galley.sides


class _Galley:
    """The pages so far; `y` is the baseline of the line before."""

    def __init__(self, size: float, measure: Measure, habit: _Habit) -> None:
        self.sides = [Side()]
        self.habit = habit
        self.y = _TOP
        self._size = size
        self._measure = measure
        self._stamped = _RIGHT

    def put(self, block: sheet.Block) -> None:
        match block:
            case sheet.Stamp():
                self._stamp(block)
            case sheet.Mark():
                self.feed(1.25)
                self._put(block.text, _MIDDLE if block.centred else None, scale=1.25, bold=True)
            case sheet.Heads():
                self.feed()
                self.habit.columns(self, block)
            case sheet.Centred():
                self.feed()
                self._put(block.text, _MIDDLE)
            case sheet.Labelled():
                self._labelled(block)
            case sheet.Lines():
                self._lines(block.lines)
            case sheet.Paragraph():
                self._wrapped(block.text, _LEFT, first=_INDENT)
            case sheet.Grid():
                self._grid(block)
            case sheet.Signature():
                self._signature(block)
            case sheet.Foot():
                self.feed(0.8)
                self._lines(block.lines)
            case sheet.Break():
                self._turn()

    def feed(self, lines: float = 1.0) -> None:
        """Go down, to a new page where this one is full."""
        self.y += lines * self.habit.lead * self._size
        if self.y > _BOTTOM:
            self._turn()
            self.feed()

    def text(self, text: str, x: float, *, below: float = 0.0, bold: bool = False) -> None:
        """`text` at `x`, `below` lines under the present one."""
        baseline = self.y + below * self.habit.lead * self._size
        self.sides[-1].runs.append(Run(x, baseline, text.expandtabs(), self._size, bold))

    def _turn(self) -> None:
        self.sides.append(Side())
        self.y = _TOP

    def _put(self, text: str, middle: float | None = None, *, scale: float = 1.0, bold: bool = False) -> None:
        """`text` around `middle`, or from the left margin."""
        size = scale * self._size
        x = _LEFT if middle is None else middle - self._measure(text, size, bold) / 2
        self.sides[-1].runs.append(Run(x, self.y, text, size, bold))

    def _lines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._wrapped(line, _LEFT)

    def _wrapped(self, text: str, x: float, first: float = 0.0) -> None:
        """`text` between `x` and the right margin, its first line indented by `first`."""
        room = _RIGHT - x
        spaces = " " * round(first / self._measure(" ", self._size, False))
        for number, line in enumerate(wrapped(spaces + text, room, self._long)):
            self.feed()
            self.text(line.lstrip(), x if number else x + first)

    def _long(self, text: str) -> float:
        return self._measure(text, self._size, False)

    def _labelled(self, block: sheet.Labelled) -> None:
        x = _LEFT + self._measure(block.label, self._size, block.bold) + self.habit.gap
        self.feed()
        self.text(block.label, _LEFT, bold=block.bold)
        self.feed(-1)
        for entry in block.entries:
            self._wrapped(entry, x)

    def _grid(self, block: sheet.Grid) -> None:
        rows = (block.header, *block.rows)
        widths = [max(map(self._long, column)) + 12 for column in zip(*rows, strict=True)]
        for row in rows:
            self.feed(1.2)
            x = _LEFT
            for cell, wide in zip(row, widths, strict=True):
                self.text(cell, x + 6, bold=row is block.header)
                if block.ruled:
                    line = 1.2 * self.habit.lead * self._size
                    self.sides[-1].frames.append(
                        Frame(x, self.y - 0.75 * line, x + wide, self.y + 0.25 * line)
                    )
                x += wide

    def _signature(self, block: sheet.Signature) -> None:
        lines = (block.closing or "", "", "", "", *block.lines)
        if self.y + (len(lines) + 1) * self.habit.lead * self._size > _BOTTOM:
            self._turn()
        self.feed()
        for line in lines:
            self.feed()
            if line:
                self._put(line, _SIGNATURE_MIDDLE)

    def _stamp(self, block: sheet.Stamp) -> None:
        size = 0.75 * self._size
        wide = max(self._measure(line, size, False) for line in block.lines) + 10
        x, top = self._stamped - wide, 26.0
        for number, line in enumerate(block.lines, 1):
            self.sides[-1].runs.append(Run(x + 5, top + 1.2 * size * number, line, size, False))
        self.sides[-1].frames.append(Frame(x, top, x + wide, top + 1.2 * size * (len(block.lines) + 0.5)))
        self._stamped = x - 8


def _left_first(galley: _Galley, block: sheet.Heads) -> None:
    galley.text(block.left, _LEFT)
    _right(galley, block)
    galley.feed(len(block.right) - 1 if block.right else 0)


def _right_first(galley: _Galley, block: sheet.Heads) -> None:
    _right(galley, block)
    galley.text(block.left, _LEFT)
    galley.feed(len(block.right) - 1 if block.right else 0)


def _right_lower(galley: _Galley, block: sheet.Heads) -> None:
    """The owner stands a third of a line lower, as where two boxes were not aligned."""
    galley.text(block.left, _LEFT)
    galley.y += 4.0
    _left_first(galley, sheet.Heads(left="", right=block.right))


def _right(galley: _Galley, block: sheet.Heads) -> None:
    for number, line in enumerate(block.right):
        galley.text(line, galley.habit.column, below=number)


_HABITS = (
    _Habit(gap=12.0, lead=1.45, column=320.0, columns=_left_first),
    _Habit(gap=22.0, lead=1.6, column=345.0, columns=_right_first),
    _Habit(gap=9.0, lead=1.5, column=300.0, columns=_right_lower),
    _Habit(gap=16.0, lead=1.7, column=330.0, columns=_left_first),
    _Habit(gap=30.0, lead=1.45, column=310.0, columns=_right_first),
)
