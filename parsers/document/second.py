"""The second opinion on a page whose text is damaged: pdfplumber, which reads the font tables differently.

Slow (27 to 88 ms a page), so it is asked only about pages that need it, and imported only then.
"""

import io
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from parsers.document.lines import assemble
from parsers.document.rows import Run, put_marks_on_letters
from parsers.model import Box, Line
from parsers.thai import text as thai
from parsers.thai.orthography import PART_OF_SYLLABLE, UNSEEN
from parsers.thai.unnamed import UNKNOWN


def lines(raw: bytes, index: int) -> tuple[Line, ...]:
    """The repaired lines of page `index` (from 0) of the PDF `raw`; none if pdfplumber cannot read it."""
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(raw), pages=[index + 1]) as document:
            page = document.pages[0]
            left, top, *_ = page.cropbox
            found = assemble(_runs(page.chars, left, top))
    except Exception:  # pdfminer lets through whatever broken files make of it; we have the first reading
        return ()
    return thai.repair_lines(found)


def _runs(letters: list[dict[str, Any]], left: float, top: float) -> Iterator[Run]:
    """The letters that follow each other on one height, counted from the corner of what is visible."""
    signs = _signs(letters)
    for bottom, group in groupby(letters, key=lambda letter: round(letter["bottom"] - top, 1)):
        named = [(_name(letter, signs), _box(letter, left, top)) for letter in group]
        text = "".join(name for name, _ in named)
        boxes = [box for name, box in named for _ in name]
        put_marks_on_letters(
            (at for at, letter in enumerate(text) if letter in PART_OF_SYLLABLE), text, boxes
        )
        yield Run(text=text, boxes=boxes, baseline=bottom)


def _box(letter: dict[str, Any], left: float, top: float) -> Box:
    return letter["x0"] - left, letter["top"] - top, letter["x1"] - left, letter["bottom"] - top


def _signs(letters: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """A sign for each glyph without a name that takes no room, as marks do, by its font and its number."""
    marks = (_glyph(letter) for letter in letters if _is_nameless(letter) and not letter["adv"])
    return dict(zip(dict.fromkeys(marks), UNSEEN, strict=False))


def _name(letter: dict[str, Any], signs: dict[tuple[str, str], str]) -> str:
    return signs.get(_glyph(letter), UNKNOWN) if _is_nameless(letter) else str(letter["text"])


def _is_nameless(letter: dict[str, Any]) -> bool:
    """pdfminer writes `(cid:7)` for a glyph without a name."""
    return str(letter["text"]).startswith("(cid:")


def _glyph(letter: dict[str, Any]) -> tuple[str, str]:
    return letter["fontname"], letter["text"]
