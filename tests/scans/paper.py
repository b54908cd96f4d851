"""A letter on paper: printed by typst in the typeface wanted, each page with the lines that stand on it.

The lines are taken from the text layer of the print. That they are all of the letter, and nothing else, is checked
against what the letter was composed to say.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import fontpkg_chakra_petch  # type: ignore[import-untyped]
import numpy as np
import pypdfium2 as pdfium
import typst

from parsers.document import pdf
from parsers.limits import Limits
from tests.letters import fonts, sheet
from tests.letters.compose import Letter
from tests.scans.sheets import POINTS_PER_INCH, Sheet

_FOLDERS = (*fonts.FOLDERS, fontpkg_chakra_petch.ROOT / "files")
_TEMPLATE = Path(sheet.__file__).with_name("letter.typ")


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """A printed letter: its PDF, and page by page the lines on it in the order of reading."""

    print: bytes
    lines: tuple[tuple[str, ...], ...]


def printed(letter: Letter, face: str) -> Paper:
    """`letter` in the typeface `face`. Raises `ValueError` if the print does not say what the letter says."""
    blocks = list(sheet.blocks(letter))
    made = typst.compile(
        _TEMPLATE,
        format="pdf",
        font_paths=list(_FOLDERS),
        ignore_system_fonts=True,
        timestamp=0,
        sys_inputs={
            "blocks": json.dumps([{"block": type(block).__name__} | asdict(block) for block in blocks]),
            "font": face,
            "size": str(fonts.size(face)),
            "title": letter.subject or letter.name,
        },
    )
    lines = tuple(tuple(line.text for line in page.lines) for page in pdf.read(made, limits=Limits()))
    if _letters(lines) != _letters([asdict(block) for block in blocks]):
        raise ValueError(f"the print of {letter.name} in {face} says something else than the letter")
    return Paper(print=made, lines=lines)


def shown(paper: Paper, dpi: float) -> Iterator[Sheet]:
    """Each page in its colours, with `dpi` points of the picture to an inch."""
    document = pdfium.PdfDocument(paper.print)
    for page in document:
        yield np.array(page.render(scale=dpi / POINTS_PER_INCH, rev_byteorder=True).to_numpy()[:, :, :3])
        page.close()
    document.close()


def _letters(told: Any) -> Counter[str]:
    """How often each character but white is in all the texts of `told`."""
    match told:
        case str():
            return Counter("".join(told.split()))
        case dict():
            return _letters(list(told.values()))
        case list() | tuple():
            return sum(map(_letters, told), Counter())
        case _:
            return Counter()
