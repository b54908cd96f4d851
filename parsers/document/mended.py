"""PDFs that have lost their first or their last lines on the way, made so that pdfium opens them.

pdfium rebuilds a lost table of objects by itself, but it wants a header, and a trailer that says where the
tree of pages begins (ISO 32000-1, 7.5.2 and 7.5.5). Both can be told from what is left.
"""

import re

_HEADER = b"%PDF-"
_HEADER_BYTES = 1024
"""How far from the beginning pdfium looks for the header."""
_ROOT = b"/Root"
_DICTIONARY = rb"(\d{1,9}) \d{1,5} obj\s*<<(?:(?!endobj|stream).){0,2000}?/Type\s*/"
_CATALOG = re.compile(_DICTIONARY + rb"Catalog\b", re.DOTALL)
_PAGES = re.compile(_DICTIONARY + rb"Pages\b(?:(?!/Parent|endobj).){0,100000}?endobj", re.DOTALL)
_FREE_NUMBER = 8_388_607
"""The largest that pdfium takes for an object."""


def mended(raw: bytes) -> bytes:
    """`raw` with a header, and with a trailer if none is left but the catalog or the root of the pages is."""
    if _HEADER not in raw[:_HEADER_BYTES]:
        raw = _HEADER + b"1.7\n" + raw
    return raw if _ROOT in raw else raw + _trailer(raw)


def _trailer(raw: bytes) -> bytes:
    if catalog := _CATALOG.search(raw):
        return b"\ntrailer\n<< /Root %b 0 R >>\n" % catalog[1]
    if pages := _PAGES.search(raw):
        root = b"\n%d 0 obj\n<< /Type /Catalog /Pages %b 0 R >>\nendobj\n" % (_FREE_NUMBER, pages[1])
        return root + b"trailer\n<< /Root %d 0 R >>\n" % _FREE_NUMBER
    return b""
