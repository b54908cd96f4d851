"""PDFs that have lost their first or their last lines on the way, made so that pdfium opens them.

pdfium rebuilds a lost table of objects by itself, but it wants a header, and a trailer that says where the
tree of pages begins (ISO 32000-1, 7.5.2 and 7.5.5). Both can be told from what is left.
"""

import re
from collections.abc import Iterator
from itertools import islice

_HEADER = b"%PDF-"
_HEADER_BYTES = 1024
"""How far from the beginning pdfium looks for the header."""
_ROOT = b"/Root"
_CATALOG = re.compile(rb"/Type\s{0,9}/Catalog\b")
_PAGES = re.compile(rb"/Type\s{0,9}/Pages\b")
_OBJECT = re.compile(rb"(\d{1,9}) \d{1,5} obj\b")
_PARENT = b"/Parent"
_AROUND_BYTES = 2_000
"""How much of its object stands before or behind the word that tells its type."""
_LOOKED_AT = 1_000
_FREE_NUMBER = 8_388_607
"""The largest that pdfium takes for an object."""


def mended(raw: bytes) -> bytes:
    """`raw` with a header, and with a trailer if none is left but the catalog or the root of the pages is."""
    if _HEADER not in raw[:_HEADER_BYTES]:
        raw = _HEADER + b"1.7\n" + raw
    return raw if _ROOT in raw else raw + _trailer(raw)


def _trailer(raw: bytes) -> bytes:
    for number, _ in _objects(raw, _CATALOG):
        return b"\ntrailer\n<< /Root %b 0 R >>\n" % number
    for number, content in _objects(raw, _PAGES):
        if _PARENT not in content:
            root = b"\n%d 0 obj\n<< /Type /Catalog /Pages %b 0 R >>\nendobj\n" % (_FREE_NUMBER, number)
            return root + b"trailer\n<< /Root %d 0 R >>\n" % _FREE_NUMBER
    return b""


def _objects(raw: bytes, kind: re.Pattern[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Number and content of the objects of a type, as far as they are found close to it."""
    for found in islice(kind.finditer(raw), _LOOKED_AT):
        before = raw[max(0, found.start() - _AROUND_BYTES) : found.start()]
        behind = raw[found.end() : found.end() + _AROUND_BYTES].partition(b"endobj")[0]
        if begins := list(_OBJECT.finditer(before)):
            yield begins[-1][1], before[begins[-1].end() :] + behind
