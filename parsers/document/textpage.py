"""The letters of one page as pdfium keeps them, in the coordinates of the PDF.

The only module that calls pdfium's C functions itself: pypdfium2 has no call that gives all boxes of a page,
and one of its objects per letter would cost more than reading the page does. Places are
`(left, top, right, bottom)` with `top` above `bottom`, since a PDF counts from the bottom left.
"""

import ctypes
import math
import re
import struct
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import repeat
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from parsers.model import Box
from parsers.thai.lost import UNKNOWN

LINE_END_HYPHEN = "\x02"
_NO_NAME = re.compile("[\x00\x02\ufffe]")
"""pdfium has U+0002 or U+FFFE for a hyphen that ends a line, and fonts without names come to the same."""
_ASKED_FOR_ANGLE = 15


def _for_each_letter(function: Any, result: Any = ctypes.c_int) -> Any:
    """`function` of pdfium without the conversion of its arguments, which costs thrice what most letters cost.

    Its arguments must be what C expects: `int`, or what `ctypes.byref` gives.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result)(address)


_get_loose_box = _for_each_letter(c.FPDFText_GetLooseCharBox)
_get_char_box = _for_each_letter(c.FPDFText_GetCharBox)
_get_origin = _for_each_letter(c.FPDFText_GetCharOrigin)
_get_text_object = _for_each_letter(c.FPDFText_GetTextObject, ctypes.c_void_p)
_get_object = _for_each_letter(c.FPDFPage_GetObject, ctypes.c_void_p)

_PLACE = struct.Struct("4f")
"""`FS_RECTF`."""
_BATCH = 1024
"""Letters for whose places there is room at a time."""


class TextPage:
    """The letters of an open page, to be closed before it; pdfium is asked when a method is called."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self._text_page = page.get_textpage()
        self._handle = self._text_page.raw
        self._letters = ctypes.byref(self._handle.contents)

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
            codes = (c.FPDFText_GetUnicode(self._handle, at) for at in range(count))
            text = "".join(UNKNOWN if 0xD800 <= code < 0xE000 else chr(code) for code in codes)
        return _NO_NAME.sub(self._hyphen_or_unknown, text)

    def _hyphen_or_unknown(self, letter: re.Match[str]) -> str:
        is_hyphen = c.FPDFText_IsHyphen(self._handle, letter.start()) == 1
        return LINE_END_HYPHEN if is_hyphen else UNKNOWN

    def places(self) -> Iterator[Box]:
        """The loose place of every letter: its advance by the height of its font.

        A letter that pdfium made up has no size. Those of ActualText share out the ink of their first glyph.
        """
        room, slots = _room_for_places()
        for start in range(0, len(self), _BATCH):
            end = min(start + _BATCH, len(self))
            deque(map(_get_loose_box, repeat(self._letters), range(start, end), slots), maxlen=0)
            yield from _PLACE.iter_unpack(room[: (end - start) * _PLACE.size])

    def inks(self, letters: Iterable[int]) -> Iterator[Box]:
        """What is drawn of each letter, without the room that its font leaves around it."""
        left, right, bottom, top = edges = [ctypes.c_double() for _ in range(4)]
        slots = [*map(ctypes.byref, edges)]
        for at in letters:
            _get_char_box(self._letters, at, *slots)
            yield left.value, top.value, right.value, bottom.value

    def origins(self, letters: Iterable[int]) -> Iterator[Box]:
        """The point on the baseline at which the glyph of each letter begins, as a place without a size."""
        x, y = ctypes.c_double(), ctypes.c_double()
        slots = ctypes.byref(x), ctypes.byref(y)
        for at in letters:
            _get_origin(self._letters, at, *slots)
            yield x.value, y.value, x.value, y.value

    def drawn_between(self, letter: int, following: int, most: int) -> list[Box]:
        """The places of what the page draws after one letter and before another, `most` at most."""
        first, last = self._drawn_at(letter), self._drawn_at(following)
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
        page = ctypes.byref(self._page.raw.contents)
        count = c.FPDFPage_CountObjects(self._page)
        return {address: at for at, address in enumerate(map(_get_object, repeat(page), range(count)))}

    def _drawn_at(self, letter: int) -> int:
        return self._order.get(_get_text_object(self._letters, letter), 0)


@cache
def _room_for_places() -> tuple[memoryview, list[Any]]:
    """Room for a batch of places, and the slots that pdfium writes them to; one for the process, as pdfium is."""
    room = (ctypes.c_char * (_BATCH * _PLACE.size))()
    return memoryview(room), [ctypes.byref(room, at * _PLACE.size) for at in range(_BATCH)]


def _bounds(found: Any) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    c.FPDFPageObj_GetBounds(found, left, bottom, right, top)
    return left.value, top.value, right.value, bottom.value
