"""Which pages are read from their pictures, and which of two readings is kept.

A page has its picture read if it has no text, a damaged one, or one that only a copier's software saw in it; the
better of both is kept. Promises that pictures of one file cost no more than `Limits` allow: the first pages come
first, and what time or memory does not reach keeps its defect and says so by `ocr-limit`. Imports what reads pictures only when there
is one to be read.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace

import pypdfium2 as pdfium

from parsers import errors
from parsers.document import image, pdf, render
from parsers.document.image import Shown
from parsers.limits import Limits
from parsers.model import Page

_CLEAN = 0.9
"""The quality of a text layer that is left in peace: from there on its words are believed (`letter.trust`)."""
_SHARE_OF_TIME = 0.6
"""How much of the time for a file may be gone before the last of its pictures is begun."""
_NO_TEXT = "no-text-layer"
_LIMIT = "ocr-limit"


def read_pdf(raw: bytes, *, limits: Limits) -> tuple[Page, ...]:
    """The pages of a PDF, from their text or from their pictures. Raises as `pdf.read` does."""
    pages = pdf.read(raw, limits=limits)
    if not any(map(needs_picture, pages)):
        return pages
    with closing(pdfium.PdfDocument(raw)) as document:
        return _read_all(pages, lambda page: render.page(document, page.number - 1), limits)


def read_image(raw: bytes, *, limits: Limits) -> tuple[Page, ...]:
    """The pages of a picture, the first `limits.pages` of them. Raises as `image.page` does if there is but one."""
    count = image.count(raw, limits=limits)
    pages = [_empty(number, _NO_TEXT) for number in range(1, min(count, limits.pages) + 1)]
    if count > len(pages):
        pages[-1] = _with_defect(pages[-1], "page-limit")
    if count == 1:  # whoever sent nothing else is asked to send it again
        first = image.page(raw, 0, limits=limits)
        return _read_all(pages, lambda _: first, limits)
    return _read_all(pages, lambda page: image.page(raw, page.number - 1, limits=limits), limits)


def needs_picture(page: Page) -> bool:
    """Whether what one sees may say more than its text layer does."""
    return page.quality < _CLEAN and "unreadable-page" not in page.defects


def better(layer: Page, seen: Page) -> Page:
    """The one of the two readings of a page that can be trusted more, with all that was found on the page."""
    if seen.quality < layer.quality or (layer.lines and not seen.lines):
        return replace(layer, codes=seen.codes)
    kept = (defect for defect in layer.defects if defect not in pdf.OF_THE_TEXT)
    return replace(seen, defects=(*kept, *seen.defects))


def _read_all(pages: Sequence[Page], show: Callable[[Page], Shown], limits: Limits) -> tuple[Page, ...]:
    """The pages, those that need it read again from what `show` shows of them."""
    end = time.monotonic() + _SHARE_OF_TIME * limits.seconds
    left = limits.ocr_pages
    found: list[Page] = []
    for page in pages:
        if not needs_picture(page):
            found.append(page)
        elif left > 0 and time.monotonic() < end:
            left -= 1
            found.append(_read_again(page, show))
        else:
            found.append(_with_defect(page, _LIMIT))
    return tuple(found)


def _read_again(page: Page, show: Callable[[Page], Shown]) -> Page:
    try:
        shown = show(page)
        seen = _seen(shown, page.number) if shown.has_ink() else _empty(page.number)
    except errors.Unreadable:
        return _with_defect(page, "unreadable-page")
    except MemoryError:
        return _with_defect(page, _LIMIT)
    return better(page, seen)


def _seen(shown: Shown, number: int) -> Page:
    """The page as it is read from its picture. Raises `MemoryError`."""
    try:
        from parsers.document.ocr import reading
    except ImportError as error:  # what a library says that finds no room for itself
        raise MemoryError("there is no room for the reader of pictures") from error
    return reading.read(shown.picture, scale=shown.scale, number=number)


def _empty(number: int, *defects: str) -> Page:
    return Page(number=number, width=0.0, height=0.0, lines=(), source="ocr", quality=0.0, defects=defects)


def _with_defect(page: Page, defect: str) -> Page:
    return replace(page, defects=(*page.defects, defect))
