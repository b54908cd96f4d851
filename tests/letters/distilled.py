"""Passes a printed letter through Ghostscript, as offices do to make files smaller or to join them.

It keeps the glyphs and drops most of what says which letters they are. What LibreOffice printed can
still be read afterwards, with damage; of typst and Chromium only the picture is left.
"""

import tempfile
from pathlib import Path

from tests.letters import docx, program
from tests.letters.compose import Letter


def render(letter: Letter, path: Path) -> None:
    """Write `letter`, printed by LibreOffice, to `path` as Ghostscript writes it again.

    Raises `ProgramMissing` without either of them.
    """
    with tempfile.TemporaryDirectory() as name:
        printed = Path(name) / "letter.pdf"
        docx.render(letter, printed)
        distil(printed, path)


def distil(printed: Path, path: Path) -> None:
    """Write the PDF `printed` again to `path`. Raises `ProgramMissing` without Ghostscript."""
    program.run(
        "gs",
        *("-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite"),
        f"-sOutputFile={path}",
        str(printed),
        package="ghostscript",
    )
