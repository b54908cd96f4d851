"""What pdfium knows of the letters of one page: which they are and where they stand.

With `actual_text`, the only module that calls pdfium's C functions itself: pypdfium2 has no call that gives
all boxes of a page, and a Python call per letter and edge would cost more than reading the page. The boxes
are the loose ones: the advance of the letter by the height of its font.
"""

import ctypes
import math
from collections import Counter
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as c

from parsers.document import actual_text
from parsers.document.lines import Run
from parsers.document.sheet import Sheet
from parsers.model import Box

_BOX_BYTES = ctypes.sizeof(c.FS_RECTF)
_READABLE = str.maketrans({"\x00": "\ufffd", "\x02": "-", "\ufffe": "-"})
"""pdfium writes U+0002 or U+FFFE for a hyphen that ends a line."""
_ASKED_FOR_ANGLE = 15


def runs(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, sheet: Sheet) -> list[Run]:
    """The runs of letters in the order of pdfium, where they stand on `sheet`.

    A run ends where pdfium puts a space or a line end of its own making; those are left out, since it makes
    too many (after each `ำ` of Chromium) and in the wrong places (before a mark).
    """
    count = text_page.count_chars()
    letters = _letters(text_page, count)
    places = _places(text_page, count)
    made_up = [at for at, (left, top, right, bottom) in enumerate(places) if left == right and top == bottom]
    boxes = tuple(actual_text.boxes(page, text_page, letters, places, sheet))
    return [
        Run(
            text=letters[before + 1 : end],
            boxes=boxes[before + 1 : end],
            baseline=_baseline(text_page, before + 1, sheet),
        )
        for before, end in pairwise([-1, *made_up, count])
        if before + 1 < end
    ]


def quarters(text_page: pdfium.PdfTextPage) -> int:
    """By how many clockwise quarter turns of the page most of its letters stand upright."""
    count = text_page.count_chars()
    asked = range(0, count, count // _ASKED_FOR_ANGLE + 1)
    angles = Counter(round(-2 * c.FPDFText_GetCharAngle(text_page, at) / math.pi) % 4 for at in asked)
    return angles.most_common(1)[0][0] if angles else 0


def _letters(text_page: pdfium.PdfTextPage, count: int) -> str:
    """The letters of the page, one for each of pdfium's characters."""
    buffer = (ctypes.c_ushort * (count + 1))()
    if c.FPDFText_GetText(text_page, 0, count, buffer) - 1 == count:
        text = bytes(memoryview(buffer)[:count]).decode("utf-16-le", errors="replace")
        if len(text) == count:
            return text.translate(_READABLE)
    # pdfium leaves letters out of a text that it keeps in its list, and writes rare ones as two.
    codes = (c.FPDFText_GetUnicode(text_page, at) for at in range(count))
    return "".join("\ufffd" if 0xD800 <= code < 0xE000 else chr(code) for code in codes).translate(_READABLE)


def _places(text_page: pdfium.PdfTextPage, count: int) -> list[Box]:
    """The loose box of every letter, `(left, top, right, bottom)` in the coordinates of the PDF."""
    places = (c.FS_RECTF * max(count, 1))()
    first, handle, loose_box = places[0], text_page.raw, c.FPDFText_GetLooseCharBox
    for at in range(count):
        loose_box(handle, at, ctypes.byref(first, at * _BOX_BYTES))
    edges: list[float] = list(memoryview(places).cast("B").cast("f"))
    return list(zip(edges[0::4], edges[1::4], edges[2::4], edges[3::4], strict=True))[:count]


def _baseline(text_page: pdfium.PdfTextPage, at: int, sheet: Sheet) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    c.FPDFText_GetCharOrigin(text_page, at, x, y)
    return sheet.boxes([(x.value, y.value, x.value, y.value)])[0][1]
