"""The letters of one page as pdfium keeps them, in the coordinates of the PDF.

The only module that calls pdfium's C functions itself: pypdfium2 has no call that gives all boxes of a page,
and one of its objects per letter would cost more than reading the page does. Places are
`(left, top, right, bottom)` with `top` above `bottom`, since a PDF counts from the bottom left.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, cast

import pypdfium2 as pdfium
import pypdfium2.raw as c

from parsers.document import bulk
from parsers.model import Box
from parsers.thai.unnamed import UNKNOWN

LINE_END_HYPHEN = "\x02"
_NO_NAME = re.compile("[\x00\x02\ufffe]")
"""pdfium has U+0002 or U+FFFE for a hyphen that ends a line, and fonts without names come to the same."""
_ASKED_FOR_ANGLE = 15


_LOOSE_BOX = bulk.Measure(c.FPDFText_GetLooseCharBox, "4f", pointers=[0])
_INK = bulk.Measure(c.FPDFText_GetCharBox, "4d", pointers=[0, 2, 3, 1])
_ORIGIN = bulk.Measure(c.FPDFText_GetCharOrigin, "2d", pointers=[0, 1])
_TEXT_OBJECT = bulk.Answer(c.FPDFText_GetTextObject, ctypes.c_void_p)
_OBJECT = bulk.Answer(c.FPDFPage_GetObject, ctypes.c_void_p)
_UNICODE = bulk.Answer(c.FPDFText_GetUnicode, ctypes.c_uint)


class TextPage:
    """The letters of an open page, to be closed before it; pdfium is asked when a method is called."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self._text_page = page.get_textpage()
        self._handle = self._text_page.raw
        self._letters = bulk.handle(self._handle)

    def close(self) -> None:
        self._text_page.close()

    def __len__(self) -> int:
        """The number of letters, with the spaces and line ends that pdfium makes up."""
        count: int = self._text_page.count_chars()
        return count

    def crop(self) -> Box:
        """The visible part of the page: `(left, bottom, right, top)`."""
        left, bottom, right, top = self._page.get_bbox()
        return left, bottom, right, top

    def rotation(self) -> int:
        """By how many degrees the page is turned clockwise to be shown."""
        degrees: int = self._page.get_rotation()
        return degrees

    def text(self) -> str:
        """The letters, one for each of pdfium's characters.

        U+FFFD for a letter without a name, and `LINE_END_HYPHEN` for the hyphen after which a word goes on in
        the next line (pdfium makes up no line end there).
        """
        count = len(self)
        units = bytearray(2 * (count + 1))
        written = c.FPDFText_GetText(self._handle, 0, count, ctypes.c_ushort.from_buffer(units)) - 1
        text = units[: 2 * count].decode("utf-16-le", errors="replace")
        if written != count or len(text) != count:
            # pdfium leaves letters out of a text that it keeps in its list, and writes rare ones as two.
            codes = _UNICODE.of(self._letters, range(count))
            text = "".join(UNKNOWN if 0xD800 <= code < 0xE000 else chr(code) for code in codes)
        return _NO_NAME.sub(self._hyphen_or_unknown, text)

    def _hyphen_or_unknown(self, letter: re.Match[str]) -> str:
        is_hyphen = c.FPDFText_IsHyphen(self._handle, letter.start()) == 1
        return LINE_END_HYPHEN if is_hyphen else UNKNOWN

    def is_unnamed(self, letter: int) -> bool:
        """Whether its font does not say which letter it is, so that pdfium gives its bare code."""
        answer: int = c.FPDFText_HasUnicodeMapError(self._handle, letter)
        return answer == 1

    def places(self) -> Iterator[Box]:
        """The loose place of every letter: its advance by the height of its font.

        A letter that pdfium made up has no size. Those of ActualText share out the ink of their first glyph.
        """
        return cast(Iterator[Box], _LOOSE_BOX.of(self._letters, range(len(self))))

    def inks(self, letters: Sequence[int]) -> Iterator[Box]:
        """What is drawn of each letter, without the room that its font leaves around it."""
        return cast(Iterator[Box], _INK.of(self._letters, letters))

    def origins(self, letters: Sequence[int]) -> Iterator[Box]:
        """The point on the baseline at which the glyph of each letter begins, as a place without a size."""
        return ((x, y, x, y) for x, y in _ORIGIN.of(self._letters, letters))

    def font(self, letter: int) -> int:
        """What tells the font of a letter from the others of the page; 0 for a letter that pdfium made up."""
        drawn = c.FPDFText_GetTextObject(self._handle, letter)
        font = c.FPDFTextObj_GetFont(drawn) if drawn else None
        return ctypes.cast(font, ctypes.c_void_p).value or 0 if font else 0

    def size(self, letter: int) -> float:
        """The points of its font, as it is drawn; at least one, which nobody can read."""
        matrix = c.FS_MATRIX()
        c.FPDFText_GetMatrix(self._handle, letter, matrix)
        size: float = c.FPDFText_GetFontSize(self._handle, letter)
        return max(size * math.hypot(matrix.c, matrix.d), 1.0)

    def drawn_between(self, letter: int, following: int, most: int) -> list[Box]:
        """The places of what the page draws after one letter and before another, `most` at most."""
        first, last = (
            self._order.get(found, 0) for found in _TEXT_OBJECT.of(self._letters, (letter, following))
        )
        between = range(first + 1, min(last, first + 1 + most))
        return [_bounds(c.FPDFPage_GetObject(self._page, at)) for at in between]

    def quarters(self) -> int:
        """By how many clockwise quarter turns of the page most of its letters stand upright."""
        asked = range(0, len(self), len(self) // _ASKED_FOR_ANGLE + 1)
        angles = (c.FPDFText_GetCharAngle(self._handle, at) for at in asked)
        turns = Counter(round(-2 * angle / math.pi) % 4 for angle in angles)
        return turns.most_common(1)[0][0] if turns else 0

    @cached_property
    def _order(self) -> dict[int, int]:
        """The number of everything that the page draws, by its address."""
        drawn = range(c.FPDFPage_CountObjects(self._page))
        return {address: at for at, address in enumerate(_OBJECT.of(bulk.handle(self._page.raw), drawn))}


def _bounds(found: Any) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    c.FPDFPageObj_GetBounds(found, left, bottom, right, top)
    return left.value, top.value, right.value, bottom.value
