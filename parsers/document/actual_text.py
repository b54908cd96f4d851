"""The places of letters that a PDF gives as ActualText, as Chromium and typst do for each Thai syllable.

pdfium knows only the ink of the first glyph of such a stretch, and divides it evenly among the letters. So the
white beside the ink and everything drawn after it (the `า` of a `ำ`) look like gaps, and `จำ นวน` is read.
"""

import ctypes
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from parsers.document.sheet import Sheet
from parsers.model import Box
from parsers.thai.orthography import PART_OF_SYLLABLE

_MOST_GLYPHS = 5
"""A consonant with all its marks and `า`."""
_DOUBLE = ctypes.sizeof(ctypes.c_double)


def boxes(
    page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, letters: str, places: Sequence[Box], sheet: Sheet
) -> list[Box]:
    """The boxes on `sheet` of `letters`, which pdfium puts at `places` (in the coordinates of the PDF).

    The letters of one syllable of ActualText all get the box of the whole syllable; every other letter begins
    where its glyph begins. A page without ActualText gets the boxes that pdfium has.
    """
    placed = sheet.boxes(places)
    syllables = list(_syllables(letters, places))
    if not syllables:
        return placed
    origins = sheet.boxes(_origins(text_page, len(places)))
    placed = [(min(box[0], origin[0]), *box[1:]) for box, origin in zip(placed, origins, strict=True)]
    drawn = _Drawn(page, text_page)
    for start, end in syllables:
        parts = placed[start:end]
        if letters[end - 1] == "ำ":
            parts += sheet.boxes(drawn.between(start, _following(places, end)))
        placed[start:end] = [_around(parts)] * (end - start)
    return placed


def _syllables(letters: str, places: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """Where a stretch begins and ends whose letters have even shares of one place."""
    start = 0
    for at, letter in enumerate(letters):
        if letter in PART_OF_SYLLABLE and at and _share(places[at - 1], places[at]):
            continue
        if at - start > 1:
            yield start, at
        start = at
    if len(letters) - start > 1:
        yield start, len(letters)


def _share(one: Box, other: Box) -> bool:
    return (
        one[2] == other[0]
        and (one[1], one[3]) == (other[1], other[3])
        and math.isclose(one[2] - one[0], other[2] - other[0], rel_tol=1e-3)
    )


def _origins(text_page: pdfium.PdfTextPage, count: int) -> Iterator[Box]:
    """The points on which the glyphs of the letters stand, as boxes without a size."""
    xs, ys = (ctypes.c_double * count)(), (ctypes.c_double * count)()
    first_x, first_y = ctypes.c_double.from_buffer(xs), ctypes.c_double.from_buffer(ys)
    handle, char_origin = text_page.raw, c.FPDFText_GetCharOrigin
    for at in range(count):
        char_origin(handle, at, ctypes.byref(first_x, at * _DOUBLE), ctypes.byref(first_y, at * _DOUBLE))
    return zip(xs, ys, xs, ys, strict=True)


class _Drawn:
    """The objects of a page in the order in which they are drawn."""

    def __init__(self, page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> None:
        self._text_page = text_page
        self._objects = [c.FPDFPage_GetObject(page, at) for at in range(c.FPDFPage_CountObjects(page))]
        self._order = {_address(found): at for at, found in enumerate(self._objects)}

    def between(self, at: int, following: int) -> list[Box]:
        """The places of the glyphs that are drawn after the letter `at` and before the letter `following`."""
        first, last = self._place(at), self._place(following)
        return [_bounds(found) for found in self._objects[first + 1 : min(last, first + _MOST_GLYPHS)]]

    def _place(self, at: int) -> int:
        return self._order.get(_address(c.FPDFText_GetTextObject(self._text_page, at)), 0)


def _following(places: Sequence[Box], end: int) -> int:
    """The first letter from `end` that is drawn; what pdfium makes up has no width."""
    return next((at for at in range(end, len(places)) if places[at][0] != places[at][2]), end - 1)


def _address(found: Any) -> int | None:
    return ctypes.cast(found, ctypes.c_void_p).value


def _bounds(found: Any) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    c.FPDFPageObj_GetBounds(found, left, bottom, right, top)
    return left.value, top.value, right.value, bottom.value


def _around(parts: Iterable[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*parts, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
