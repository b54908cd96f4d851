"""The second opinion on a page whose text is damaged: pdfplumber, which reads the font tables differently.

Slow (27 to 88 ms a page), so it is asked only about pages that need it, and imported only then.
"""

import io
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from parsers.document.lines import Run, assemble
from parsers.model import Line
from parsers.thai import text as thai


def lines(raw: bytes, index: int) -> tuple[Line, ...]:
    """The repaired lines of page `index` (from 0) of the PDF `raw`; none if pdfplumber cannot read it."""
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(raw), pages=[index + 1]) as document:
            found = assemble(_runs(document.pages[0].chars))
    except Exception:  # pdfminer lets through whatever broken files make of it; we have the first reading
        return ()
    return thai.repair_lines(found)


def _runs(letters: list[dict[str, Any]]) -> Iterator[Run]:
    """The letters that follow each other on one height."""
    for baseline, group in groupby(letters, key=lambda letter: round(letter["bottom"], 1)):
        named = [(_name(letter["text"]), letter) for letter in group]
        boxes = [(c["x0"], c["top"], c["x1"], c["bottom"]) for name, c in named for _ in name]
        yield Run(text="".join(name for name, _ in named), boxes=tuple(boxes), baseline=baseline)


def _name(text: str) -> str:
    """pdfminer writes `(cid:7)` for a glyph without a name."""
    return "\ufffd" if text.startswith("(cid:") else text
