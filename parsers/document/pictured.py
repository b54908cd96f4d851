"""Which pictures a page of a PDF holds: whether it is a scan, and how finely it was scanned.

Knows the text that a copier's software lays behind its scan for searching: nobody sees it, and nobody has read it.
"""

from collections.abc import Iterator
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as c

POINTS_PER_INCH = 72
_COVERS = 0.5
"""The share of its page that a scan covers, at the least."""
_LOOKED_AT = 500
"""How many of the things that a page draws are looked at."""
_LAYERS = 3
"""How deep they may lie in forms."""


def is_searchable_scan(page: pdfium.PdfPage) -> bool:
    """Whether the text of the page is not what one sees: invisible, or below a picture of the page.

    Raises `pdfium.PdfiumError`.
    """
    first = next((one for one in _drawn(page) if one.type == c.FPDF_PAGEOBJ_TEXT), None)
    if first is not None and c.FPDFTextObj_GetTextRenderMode(first) == c.FPDF_TEXTRENDERMODE_INVISIBLE:
        return True
    count = c.FPDFPage_CountObjects(page)
    last = pdfium.PdfObject(c.FPDFPage_GetObject(page, count - 1), page=page) if count > 0 else None
    return last is not None and last.type == c.FPDF_PAGEOBJ_IMAGE and _covers(last, page)


def resolution(page: pdfium.PdfPage) -> float | None:
    """The dots per inch of the scan on the page, if it has one. Raises `pdfium.PdfiumError`."""
    pictures = (one for one in _drawn(page) if one.type == c.FPDF_PAGEOBJ_IMAGE)
    return max((_dpi(one) for one in pictures if _covers(one, page)), default=None)


def _dpi(picture: pdfium.PdfImage) -> float:
    left, bottom, right, top = picture.get_bounds()
    return float(max(picture.get_px_size()) / max(right - left, top - bottom, 1.0) * POINTS_PER_INCH)


def _covers(picture: pdfium.PdfObject, page: pdfium.PdfPage) -> bool:
    left, bottom, right, top = picture.get_bounds()
    width, height = page.get_size()
    return bool((right - left) * (top - bottom) >= _COVERS * width * height)


def _drawn(page: pdfium.PdfPage) -> Iterator[pdfium.PdfObject]:
    return islice(page.get_objects(max_depth=_LAYERS), _LOOKED_AT)
