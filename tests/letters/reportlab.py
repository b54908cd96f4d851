"""Prints a letter by ReportLab, whose subsets of a font hold 256 glyphs each and are numbered anew."""

import zlib
from pathlib import Path

from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from tests.letters import fonts, galley
from tests.letters.compose import Letter
from tests.letters.printing import one_by_one

_FONTS = ("Norasi", "Sarabun", "Umpush", "Kinnari", "Laksaman", "Garuda")


def render(letter: Letter, path: Path) -> None:
    """Write `letter` to `path` as PDF; the same bytes each time."""
    font = _FONTS[zlib.crc32(letter.name.encode()) % len(_FONTS)]
    faces = [_registered(font, bold) for bold in (False, True)]
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    canvas.setTitle(letter.subject or letter.name)
    for side in galley.sides(
        letter, fonts.size(font), lambda text, size, bold: stringWidth(text, faces[bold], size)
    ):
        for frame in side.frames:
            canvas.rect(frame.x0, galley.HEIGHT - frame.bottom, frame.x1 - frame.x0, frame.bottom - frame.top)
        for run in side.runs:
            canvas.setFont(faces[run.bold], run.size)
            canvas.drawString(run.x, galley.HEIGHT - run.baseline, run.text)
        canvas.showPage()
    canvas.save()


render_all = one_by_one(render)


def _registered(font: str, bold: bool) -> str:
    """The name under which ReportLab knows the face."""
    name = f"{font}{'-Bold' if bold else ''}"
    registerFont(TTFont(name, fonts.file(font, bold=bold)))
    return name
