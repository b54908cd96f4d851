"""Asking pdfium the same question about thousands of letters, which is most of what reading a page costs.

A call through ctypes takes some 0.6 µs, of which converting the arguments takes 0.5. Here they are made once
and used for every page. So the functions are called as they are: with the types of C or not at all.
"""

import ctypes
import struct
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
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

    `layout` is what is kept of a letter, in the notation of `struct`. `pointers` has, for each pointer that the
    function takes after the page and the letter, which equal part of that it writes, counted from 0. A letter
    must exist, or it gets what another one got.
    """

    def __init__(self, function: Any, layout: str, *, pointers: Sequence[int]) -> None:
        self._function = _unconverted(function, ctypes.c_int)
        self._numbers = struct.Struct(layout)
        size = self._numbers.size
        room = (ctypes.c_char * (_BATCH * size))()
        self._room = memoryview(room)
        self._slots = [
            [ctypes.byref(room, at * size + part * size // len(pointers)) for at in range(_BATCH)]
            for part in pointers
        ]

    def of(self, page: Handle, letters: Sequence[int]) -> Iterator[tuple[float, ...]]:
        """The numbers of each of the `letters` of a text page; take them all before asking for more."""
        # Not by `yield from`, which goes through a frame of Python for every letter.
        return chain.from_iterable(self._batches(page, letters))

    def _batches(self, page: Handle, letters: Sequence[int]) -> Iterator[Iterator[tuple[float, ...]]]:
        for start in range(0, len(letters), _BATCH):
            batch = letters[start : start + _BATCH]
            deque(map(self._function, repeat(page), batch, *self._slots), maxlen=0)
            yield self._numbers.iter_unpack(self._room[: len(batch) * self._numbers.size])


class Answer:
    """A function of pdfium that gives one number for a letter, or for something that a page draws.

    `result` is its type in C; an address is a `c_void_p`.
    """

    def __init__(self, function: Any, result: Any) -> None:
        self._function = _unconverted(function, result)

    def of(self, page: Handle, numbers: Iterable[int]) -> list[int]:
        """The answers for the letters, or for the things, of these numbers."""
        return [*map(self._function, repeat(page), numbers)]


def _unconverted(function: Any, result: Any) -> Any:
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result)(address)
