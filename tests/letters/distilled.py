"""Passes a printed letter through Ghostscript, as offices do to make files smaller or join them.

It keeps the glyphs and loses much of what says which letters they are. Of the producers here it is
typst whose letters are still readable afterwards.
"""

import tempfile
from pathlib import Path

from tests.letters import program, typst
from tests.letters.compose import Letter


def render(letter: Letter, path: Path) -> None:
    """Write `letter`, printed by typst, to `path` as Ghostscript writes it. Raises as `distil`."""
    with tempfile.TemporaryDirectory() as name:
        printed = Path(name) / "letter.pdf"
        typst.render(letter, printed)
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
