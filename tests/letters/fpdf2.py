"""Prints a letter as office programs in PHP and Python do: by FPDF, letter after letter, without shaping.

The marks above and below stand where the font's widths put them, one glyph for each character.
"""

import zlib
from datetime import UTC, datetime
from pathlib import Path

import fpdf

from tests.letters import fonts, galley
from tests.letters.compose import Letter
from tests.letters.printing import one_by_one

_FONTS = ("Sarabun", "Garuda", "Norasi", "Loma", "Waree", "Laksaman")
_PRINTED_AT = datetime(2019, 2, 20, 2, 0, tzinfo=UTC)


def render(letter: Letter, path: Path) -> None:
    """Write `letter` to `path` as PDF; the same bytes each time."""
    font = _FONTS[zlib.crc32(letter.name.encode()) % len(_FONTS)]
    paper = _blank(letter, font)

    def measure(text: str, size: float, bold: bool) -> float:
        paper.set_font("letter", "B" if bold else "", size)
        return float(paper.get_string_width(text))

    for side in galley.sides(letter, fonts.size(font), measure):
        paper.add_page()
        for run in side.runs:
            paper.set_font("letter", "B" if run.bold else "", run.size)
            paper.text(run.x, run.baseline, run.text)
        for frame in side.frames:
            paper.rect(frame.x0, frame.top, frame.x1 - frame.x0, frame.bottom - frame.top)
    paper.output(str(path))


render_all = one_by_one(render)


def _blank(letter: Letter, font: str) -> fpdf.FPDF:
    paper = fpdf.FPDF(unit="pt", format="A4")
    paper.set_creation_date(_PRINTED_AT)
    paper.set_title(letter.subject or letter.name)
    paper.add_font("letter", "", fonts.file(font, bold=False))
    paper.add_font("letter", "B", fonts.file(font, bold=True))
    return paper
