"""Asking pdfium the same question about thousands of letters, which is most of what reading a page costs.

A call through ctypes takes some 0.6 µs, of which converting the arguments takes 0.5. Here they are made once
and used for every page. So the functions are called as they are: with the types of C or not at all.
"""

import ctypes
import struct
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any

Handle = Any
"""What `ctypes.byref` gives for the target of one of pdfium's pointers."""

_BATCH = 256
"""Letters whose answers there is room for at a time."""


def handle(pointer: Any) -> Handle:
    """A pointer of pdfium in the form in which it is handed over without conversion."""
    return ctypes.byref(pointer.contents)


class Measure:
    """A function of pdfium that writes some numbers for one letter of a text page.

    `pointers` is how many pointers it takes after the page and the letter, `layout` what it writes to them,
    one after the other, in the notation of `struct`. A letter must exist, or it gets what another one got.
    """

    def __init__(self, function: Any, layout: str, *, pointers: int) -> None:
        self._function = _unconverted(function, ctypes.c_int)
        self._numbers = struct.Struct(layout)
        size = self._numbers.size
        room = (ctypes.c_char * (_BATCH * size))()
        self._room = memoryview(room)
        self._slots = [
            [ctypes.byref(room, at * size + pointer * size // pointers) for at in range(_BATCH)]
            for pointer in range(pointers)
        ]

    def of(self, page: Handle, letters: Sequence[int]) -> Iterator[tuple[float, ...]]:
        """The numbers of each of the `letters` of a text page; take them all before asking for more."""
        for start in range(0, len(letters), _BATCH):
            batch = letters[start : start + _BATCH]
            deque(map(self._function, repeat(page), batch, *self._slots), maxlen=0)
            yield from self._numbers.iter_unpack(self._room[: len(batch) * self._numbers.size])


class Address:
    """A function of pdfium that gives the address of something that a page draws."""

    def __init__(self, function: Any) -> None:
        self._function = _unconverted(function, ctypes.c_void_p)

    def of(self, page: Handle, numbers: Iterable[int]) -> list[int]:
        """The addresses of the things, or of the letters, of these numbers."""
        return [*map(self._function, repeat(page), numbers)]


def _unconverted(function: Any, result: Any) -> Any:
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result)(address)
