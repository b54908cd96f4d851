"""Passes printed letters through Ghostscript, as offices do to make files smaller or to join them.

It keeps the glyphs and drops most of what says which letters they are. What LibreOffice printed can
still be read afterwards, with damage; of typst and Chromium only the picture is left.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.letters import docx, program
from tests.letters.printing import Job


def render_all(jobs: Sequence[Job]) -> None:
    """Write each letter, printed by LibreOffice, to its path as Ghostscript writes it again.

    Raises `ProgramMissing` without either of them.
    """
    with tempfile.TemporaryDirectory() as name:
        printed = [(letter, Path(name) / f"{number}.pdf") for number, (letter, _) in enumerate(jobs)]
        docx.render_all(printed)
        for (_, source), (_, path) in zip(printed, jobs, strict=True):
            distil(source, path)


def distil(printed: Path, path: Path) -> None:
    """Write the PDF `printed` again to `path`. Raises `ProgramMissing` without Ghostscript."""
    program.run(
        "gs",
        *("-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite"),
        f"-sOutputFile={path}",
        str(printed),
        package="ghostscript",
    )
