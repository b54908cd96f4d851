"""The text of a DOC of Word 97 to 2003 ([MS-DOC]), by its piece table.

The text lies in pieces all over one stream; a table in another stream tells their order (2.4.1). Body, headers
and text boxes follow each other in it; marks stand for the ends of paragraphs, cells and rows, and for fields,
of which only the result is text. Numbers of lists are not stored, and text that is hidden or was deleted by
tracked changes is not told apart. A row is taken to end at two cell marks together: an empty cell ends it
early, at the cost of a line break.
"""

import re
import struct
from collections.abc import Iterator
from itertools import pairwise

from parsers import compound, errors
from parsers.document.flow import PAGE_BREAK, Flow
from parsers.limits import Limits

# Places in the file information block (2.5).
_FLAGS, _COUNTS, _HEADERS_AT, _PIECES_AT = 0x0A, 0x4C, 0xF2, 0x01A2
_MAGIC, _WORD_97 = 0xA5EC, 0xC1
_ENCRYPTED, _IN_TABLE_1 = 0x0100, 0x0200
_FORMATTING, _PIECE_TABLE = b"\x01", b"\x02"
_COMPRESSED = 1 << 30
# Of the six stories of a section (2.3.6), and of the six separators of notes before the first section.
_STORIES = 6
_HEADERS, _FOOTERS = (0, 1, 4), (2, 3, 5)

_MARK = re.compile("([\r\x07\x0b\x0c\x0e\x13-\x15\x1e\x1f\x01-\x08])")
_CELL, _FIELD, _RESULT, _FIELD_END = "\x07", "\x13", "\x14", "\x15"
_WRITTEN = {"\x0b": "\n", "\x0c": PAGE_BREAK, "\x0e": "\n", "\x1e": "-"}


def read(raw: bytes, *, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """The text of a DOC; more than `limits` allow is left out, with the defect `text-too-long`.

    Raises `Encrypted`, `Unreadable`, `OverLimit`.
    """
    with compound.opened(raw, limits=limits) as file:
        block = file.read("WordDocument")
        try:
            table = file.read(_table_name(block))
            text = "".join(_pieces(block, table, most_chars=limits.text_chars + 1))
            stories = list(_stories(block, table, text))
        except (struct.error, ValueError) as error:
            raise errors.Unreadable("it is damaged or was cut short") from error
    return Flow.together(_flow(story, limits) for story in stories)


def _table_name(block: bytes) -> str:
    magic, version = struct.unpack_from("<HH", block)
    (flags,) = struct.unpack_from("<H", block, _FLAGS)
    if magic != _MAGIC or version < _WORD_97:
        raise errors.Unreadable("it is of a Word before 97, or damaged")
    if flags & _ENCRYPTED:
        raise errors.Encrypted("it is protected by a password")
    return "1Table" if flags & _IN_TABLE_1 else "0Table"


def _pieces(block: bytes, table: bytes, *, most_chars: int) -> Iterator[str]:
    """The pieces in their order (2.8.35); many may claim the same bytes, so what comes out is counted."""
    places = _part(block, table, _PIECES_AT)
    at = 0
    while places[at : at + 1] == _FORMATTING:
        at += 3 + int.from_bytes(places[at + 1 : at + 3], "little")
    if places[at : at + 1] != _PIECE_TABLE:
        raise errors.Unreadable("it has lost the order of its text")
    (size,) = struct.unpack_from("<I", places, at + 1)
    count = (size - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", places, at + 5)
    descriptors = places[at + 5 + 4 * (count + 1) :]
    left = most_chars
    pieces = zip(pairwise(ends), struct.iter_unpack("<HIH", descriptors[: 8 * count]), strict=False)
    for (start, end), (_, place, _) in pieces:
        if not left:
            return
        length = min(max(0, end - start), left)
        left -= length
        yield _decoded(block, place, length)


def _decoded(block: bytes, place: int, length: int) -> str:
    if place & _COMPRESSED:
        start = (place & ~_COMPRESSED) // 2
        return block[start : start + length].decode("cp1252", "replace")
    return block[place : place + 2 * length].decode("utf-16-le", "replace")


def _stories(block: bytes, table: bytes, text: str) -> Iterator[str]:
    """Headers, body, text boxes, footers; sections mostly repeat their headers."""
    body, notes, headers, macros, comments, endnotes, boxes = struct.unpack_from("<7I", block, _COUNTS)
    start = body + notes
    sections = list(_parted(text[start : start + headers], _part(block, table, _HEADERS_AT)))[_STORIES:]
    above = (story for at, story in enumerate(sections) if at % _STORIES in _HEADERS)
    below = (story for at, story in enumerate(sections) if at % _STORIES in _FOOTERS)
    start += headers + macros + comments + endnotes
    yield from (*above, text[:body], text[start : start + boxes], *below)


def _parted(text: str, places: bytes) -> Iterator[str]:
    """`text` cut at `places`, as far as they go on: false ones could repeat it without end (2.8.24)."""
    for start, end in pairwise(at for (at,) in struct.iter_unpack("<I", places[: len(places) // 4 * 4])):
        if not start <= end <= len(text):
            return
        yield text[start:end]


def _part(block: bytes, table: bytes, at: int) -> bytes:
    """The part of the table stream whose place and size stand at `at` (2.5.6)."""
    start, size = struct.unpack_from("<II", block, at)
    return table[start : start + size]


def _flow(story: str, limits: Limits) -> Flow:
    text = Flow(most_chars=limits.text_chars)
    with text.until_full():
        _write(story, text)
    return text


def _write(story: str, flow: Flow) -> None:
    fields: list[bool] = []  # of each open field, whether its result has begun
    before = ""
    for part in _MARK.split(story):
        if part == _FIELD:
            fields.append(False)
        elif part == _RESULT and fields:
            fields[-1] = True
        elif part == _FIELD_END and fields:
            fields.pop()
        elif part == _CELL:
            _end_cell_or_row(flow, after_cell=before == _CELL)
        elif part == "\r":
            flow.end_paragraph()
        elif all(fields):
            flow.write(_WRITTEN.get(part, "" if _MARK.fullmatch(part) else part))
        before = part or before


def _end_cell_or_row(flow: Flow, *, after_cell: bool) -> None:
    if after_cell and flow.in_row:
        flow.end_row()
        return
    if not flow.in_row:
        flow.begin_row_late()
    flow.end_cell()
