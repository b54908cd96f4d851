"""Which rows of a table without a layout are ticked under a no.

A spreadsheet, a DOCX or an HTML table comes as lines of cells with tabs between them; empty cells keep their
tabs, so that a tick still tells in which column it stands, which the rows of `layout` no longer do. Takes only
tables whose heading has both a yes and a no; where empty cells are lost, nobody is taken to have said yes.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from parsers.letter import ticks
from parsers.letter.layout import Row
from parsers.model import Page

# In a spreadsheet whoever counts ticks writes ones.
_ONE = re.compile(r"[1๑]")
_SUM = re.compile(r"(?:ยอด)?รวม")
_CELLS = re.compile(r" {2,}")
# As `layout` joins the segments of a row.
_BETWEEN: Final = "   "


def without_refusing(rows: Sequence[Row], pages: Sequence[Page]) -> tuple[Row, ...]:
    """`rows`, which were read from `pages`, without those that are ticked under a no."""
    refusing = {text for page in pages for text in _refusing(page)}
    return tuple(row for row in rows if row.text not in refusing) if refusing else tuple(rows)


def _refusing(page: Page) -> Iterator[str]:
    """The texts, as `layout` joins them, of the refusing rows of one page."""
    no: set[int] = set()
    for line in page.lines:
        cells = [cell.strip() for cell in line.text.split("\t")]
        if line.boxes or _SUM.match("".join(cells)):
            continue
        if ticks.heads(cells):
            no = {at for at, cell in enumerate(cells) if ticks.NO.match(cell)}
        elif any(at in no and _is_tick(cell) for at, cell in enumerate(cells)):
            yield _BETWEEN.join(cell for cell in cells if cell)
    yield from _undecided(page)


def _undecided(page: Page) -> Iterator[str]:
    """Rows ticked below such a heading that have lost their empty cells: nobody can tell what they say."""
    headed = False
    for line in page.lines:
        cells = _CELLS.split(line.text.strip())
        if line.boxes or "\t" in line.text:
            continue
        if ticks.heads(cells):
            headed = True
        elif headed and ticks.TICK_ALONE.fullmatch(cells[-1]):
            yield line.text.strip()


def _is_tick(cell: str) -> bool:
    return bool(ticks.TICK_ALONE.fullmatch(cell) or _ONE.fullmatch(cell))
