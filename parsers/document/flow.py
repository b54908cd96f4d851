"""Text put together as a reader of an office document meets it: lines, table rows, text boxes, pages.

A `Flow` is told what comes in the order of the file and gives plain text: a line per paragraph, the cells
of a row side by side with a tab between, as the columns of a letter's head are, a text box below the paragraph
that it hangs on, a form feed where a page is broken by hand. What it holds is bounded: it raises `Full` when
it has as much text as may be kept, and then says so in its defects.
"""

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import zip_longest

from parsers import errors

PAGE_BREAK = "\f"
_NESTED = 100
"""Rows and boxes inside each other; writers know three or four."""
_CELLS = 20_000
"""Of one row; a sheet of Excel has 16,384 columns."""


class Full(Exception):
    """As much was read as may be: no error, the reader stops and takes the text that there is."""


@dataclass(slots=True)
class _Row:
    """A table row; `mark` is the line at which the cell that is being read begins."""

    mark: int
    cells: list[list[str]] = field(default_factory=list)


@dataclass(slots=True)
class _Frame:
    """The page itself, or one text box. `boxes` holds the text boxes of the running paragraph."""

    lines: list[str] = field(default_factory=list)
    running: list[str] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)


class Flow:
    """See the module. Ends that were never begun are passed over, as damaged files have them."""

    def __init__(self, *, most_chars: int) -> None:
        self.defects: tuple[str, ...] = ()
        self._left: float = most_chars
        self._outer: list[_Frame] = []
        self._frame = _Frame()

    @contextmanager
    def until_full(self) -> Iterator[None]:
        """Ends the block when the flow is full, with the defect `text-too-long`."""
        try:
            yield
        except Full:
            self.defects = ("text-too-long",)

    @staticmethod
    def together(flows: "Iterable[Flow]") -> tuple[str, tuple[str, ...]]:
        """The texts of `flows` below each other, what several say alike once, and the defects of all."""
        flows = tuple(flows)
        texts = dict.fromkeys(text for flow in flows if (text := flow.text().strip("\n")))
        return "\n".join(texts), tuple(defect for flow in flows for defect in flow.defects)

    @property
    def in_row(self) -> bool:
        return bool(self._frame.rows)

    def write(self, text: str) -> None:
        """Text of the running paragraph; `\\n` breaks its line, `\\t` and `PAGE_BREAK` mean what they say.

        Raises `Full`, with as much of `text` kept as there is room for.
        """
        self._frame.running.append(text[: max(0, int(self._left))])
        self._spend(len(text))

    def end_paragraph(self) -> None:
        """Paragraphs and cells count as a letter, so that empty ones fill the flow too. Raises `Full`."""
        self._end_paragraph()
        self._spend(1)

    def begin_row(self) -> None:
        """Raises `OverLimit` for tables nested beyond reason."""
        self._end_running()
        self._check_nesting()
        self._frame.rows.append(_Row(mark=len(self._frame.lines)))

    def begin_row_late(self) -> None:
        """For formats that tell at its end that a paragraph was the first cell of a row."""
        running, self._frame.running = self._frame.running, []
        self.begin_row()
        self._frame.running = running

    def end_cell(self) -> None:
        """Raises `Full`, and `OverLimit` for a row of more cells than any table has."""
        self._end_running()
        if self.in_row:
            row = self._frame.rows[-1]
            if len(row.cells) >= _CELLS:
                raise errors.OverLimit("a row of its tables has too many cells")
            row.cells.append(self._frame.lines[row.mark :])
            del self._frame.lines[row.mark :]
        self._spend(1)

    def end_row(self) -> None:
        """The lines of its cells side by side: the first of each, the second of each, and so on."""
        self._end_running()
        if self.in_row:
            cells = self._frame.rows.pop().cells
            self._frame.lines += (
                "\t".join(beside).rstrip("\t") for beside in zip_longest(*cells, fillvalue="")
            )

    def begin_box(self) -> None:
        """Raises `OverLimit` for boxes nested beyond reason."""
        self._check_nesting()
        self._outer.append(self._frame)
        self._frame = _Frame()

    def end_box(self) -> None:
        if self._outer:
            lines = self._finished()
            self._frame = self._outer.pop()
            self._frame.boxes += lines

    def text(self) -> str:
        """All of it; whatever is still open ends here."""
        self._left = math.inf  # nothing is added to what there is
        while self._outer:
            self.end_box()
        return "\n".join(self._finished())

    def _finished(self) -> list[str]:
        while self.in_row:
            self.end_cell()
            self.end_row()
        self._end_running()
        return self._frame.lines

    def _end_running(self) -> None:
        if self._frame.running or self._frame.boxes:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        frame = self._frame
        frame.lines += "".join(frame.running).split("\n")
        frame.lines += frame.boxes
        frame.running, frame.boxes = [], []

    def _spend(self, letters: int) -> None:
        self._left -= letters
        if self._left < 0:
            raise Full

    def _check_nesting(self) -> None:
        if len(self._outer) + len(self._frame.rows) >= _NESTED:
            raise errors.OverLimit("its tables are nested too deeply")
