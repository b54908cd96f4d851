"""A letter as a clerk types it in Word: tabs, hanging indents, tables without lines, blank lines.

No two clerks type alike: the font, and how the two columns of the head are made, differ from letter to
letter. They follow from the letter's name, so that a letter always looks the same.
"""

import io
import zlib
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Cm, Length
from docx.text.paragraph import Paragraph

from tests.letters import sheet, word_paper
from tests.letters.compose import Letter
from tests.letters.text import width

_RIGHT_COLUMN = Cm(8.8)
_SIGNATURE_LEFT = Cm(6.5)


def render(letter: Letter, path: Path) -> None:
    """Write `letter` to `path` as DOCX."""
    path.write_bytes(typed(letter))


def typed(letter: Letter) -> bytes:
    """`letter` as the content of a DOCX file."""
    hand = _HANDS[zlib.crc32(letter.name.encode()) % len(_HANDS)]
    paper = word_paper.blank(hand.font)
    for kind, blocks in groupby(sheet.blocks(letter), key=type):
        if kind is sheet.Stamp:
            _stamps(paper, blocks)
        else:
            for block in blocks:
                _put(paper, block, hand)
    content = io.BytesIO()
    paper.save(content)
    return content.getvalue()


def _stamps(paper: Paper, blocks: Iterable[sheet.Block]) -> None:
    """Side by side at the top right, where there is room for two."""
    for x, block in zip(word_paper.FRAMES, blocks, strict=False):
        for line in block.lines if isinstance(block, sheet.Stamp) else ():
            _line(paper, line, style="Stamped")._p.insert(0, word_paper.frame(x))


def _put(paper: Paper, block: sheet.Block, hand: "_Hand") -> None:
    match block:
        case sheet.Mark():
            _line(paper, block.text, style="Mark", centred=block.centred)
        case sheet.Heads():
            hand.heads(paper, block)
        case sheet.Centred():
            _line(paper, block.text, centred=True)
        case sheet.Labelled():
            _labelled(paper, block)
        case sheet.Paragraph():
            _running(paper, block)
        case sheet.Grid():
            _grid(paper, block)
        case sheet.Signature():
            _signature(paper, block)
        case sheet.Lines():
            _lines(paper, block.lines)
        case sheet.Foot():
            _lines(paper, ("", *block.lines))
        case sheet.Break():
            paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _line(paper: Paper, text: str, *, style: str | None = None, centred: bool = False) -> Paragraph:
    line = paper.add_paragraph()
    line.add_run(text, style)
    if centred:
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return line


def _lines(paper: Paper, texts: Iterable[str]) -> None:
    for text in texts:
        _line(paper, text)


def _heads_in_table(paper: Paper, block: sheet.Heads) -> None:
    left, right = paper.add_table(rows=1, cols=2).rows[0].cells
    left.width, right.width = _RIGHT_COLUMN, Length(Cm(16) - _RIGHT_COLUMN)
    left.text, right.text = block.left, "\n".join(block.right)


def _heads_by_tabs(paper: Paper, block: sheet.Heads) -> None:
    for number, text in enumerate(block.right or ("",)):
        line = _line(paper, f"{'' if number else block.left}\t{text}")
        line.paragraph_format.tab_stops.add_tab_stop(_RIGHT_COLUMN)


def _labelled(paper: Paper, block: sheet.Labelled) -> None:
    indent = Cm(0.6 + 0.24 * width(block.label))
    for number, entry in enumerate(block.entries):
        line = _line(paper, "" if number else block.label, style="Bold" if block.bold else None)
        line.add_run(f"\t{entry}")
        line.paragraph_format.left_indent = indent
        line.paragraph_format.first_line_indent = Length(-indent)
        line.paragraph_format.space_before = Cm(0.2) if number == 0 else None


def _running(paper: Paper, block: sheet.Paragraph) -> None:
    line = _line(paper, block.text)
    line.alignment = WD_ALIGN_PARAGRAPH.THAI_JUSTIFY
    line.paragraph_format.first_line_indent = Cm(2.5)
    line.paragraph_format.space_before = Cm(0.2)


def _grid(paper: Paper, block: sheet.Grid) -> None:
    table = paper.add_table(rows=0, cols=len(block.header), style="Table Grid" if block.ruled else None)
    for row in (block.header, *block.rows):
        style = "Bold" if row is block.header else None
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(text, style)


def _signature(paper: Paper, block: sheet.Signature) -> None:
    """Three blank lines are left for the hand, and all stays on one page."""
    for text in ("", block.closing or "", "", "", "", *block.lines):
        line = _line(paper, text, centred=True)
        line.paragraph_format.left_indent = _SIGNATURE_LEFT
        line.paragraph_format.keep_with_next = True


class _Hand(NamedTuple):
    """How one clerk types."""

    font: str
    heads: Callable[[Paper, sheet.Heads], None]


_HANDS = (
    _Hand("Sarabun", _heads_in_table),
    _Hand("Norasi", _heads_by_tabs),
    _Hand("Laksaman", _heads_in_table),
    _Hand("Garuda", _heads_by_tabs),
    _Hand("Sarabun", _heads_by_tabs),
    _Hand("Kinnari", _heads_in_table),
    _Hand("Umpush", _heads_by_tabs),
    _Hand("Loma", _heads_in_table),
)
