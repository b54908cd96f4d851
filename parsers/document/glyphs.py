"""What pdfium knows of the letters of one page: which they are and where they stand.

With `actual_text`, the only module that calls pdfium's C functions itself: pypdfium2 has no call that gives
all boxes of a page, and a Python call per letter and edge would cost more than reading the page. The boxes
are the loose ones: the advance of the letter by the height of its font.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as c

from parsers.document import actual_text
from parsers.document.lines import Run
from parsers.document.sheet import Sheet
from parsers.model import Box
from parsers.thai.orthography import MARK, TONE

_BOX_BYTES = ctypes.sizeof(c.FS_RECTF)
_READABLE = str.maketrans({"\x00": "\ufffd", "\x02": "-", "\ufffe": "-"})
"""pdfium writes U+0002 or U+FFFE for a hyphen that ends a line."""
_ASKED_FOR_ANGLE = 15
_TONES = re.compile(f"[{TONE}]")
_WITH_LOW_VOWEL = re.compile(f"[{MARK}]*[ุ-ฺ][{MARK}]*")


def runs(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, sheet: Sheet) -> list[Run]:
    """The runs of letters in the order of pdfium, where they stand on `sheet`.

    A run ends where pdfium puts a space or a line end of its own making; those are left out, since it makes
    too many (after each `ำ` of Chromium) and in the wrong places (before a mark).
    """
    count = text_page.count_chars()
    places = _places(text_page, count)
    letters = _with_sunk_tones_unknown(text_page, _letters(text_page, count), places, sheet)
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


def _with_sunk_tones_unknown(
    text_page: pdfium.PdfTextPage, letters: str, places: list[Box], sheet: Sheet
) -> str:
    """The letters with U+FFFD for every tone mark that is drawn below the line, where no tone mark can be.

    LibreOffice names a glyph after the first syllable it drew with it, so that the `ู` of `ศูนย์` may be called
    `่`, and relies on ActualText, which Ghostscript drops. A syllable with a low vowel only has them swapped.
    """
    low = {at for syllable in _WITH_LOW_VOWEL.finditer(letters) for at in range(*syllable.span())}
    tones = [tone.start() for tone in _TONES.finditer(letters) if tone.start() not in low]
    inks = sheet.boxes(_inks(text_page, tones))
    fonts = sheet.boxes(places[at] for at in tones)
    sunk = {at for at, ink, font in zip(tones, inks, fonts, strict=True) if ink[1] > (font[1] + font[3]) / 2}
    return (
        "".join("\ufffd" if at in sunk else letter for at, letter in enumerate(letters)) if sunk else letters
    )


def _inks(text_page: pdfium.PdfTextPage, letters: list[int]) -> Iterator[Box]:
    """The places of what is drawn for the letters, without the room that their font leaves around it."""
    left, right, bottom, top = edges = [ctypes.c_double() for _ in range(4)]
    handle, char_box, references = text_page.raw, c.FPDFText_GetCharBox, [*map(ctypes.byref, edges)]
    for at in letters:
        char_box(handle, at, *references)
        yield left.value, top.value, right.value, bottom.value


def _baseline(text_page: pdfium.PdfTextPage, at: int, sheet: Sheet) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    c.FPDFText_GetCharOrigin(text_page, at, x, y)
    return sheet.boxes([(x.value, y.value, x.value, y.value)])[0][1]
