"""The text layer of a PDF, page by page, in reading order and with a box for every letter.

Promises: an exception means that there is nothing to read at all; what cannot be read of one page is a defect
of that page: `no-text-layer`, `damaged-text`, `copier-text` (nobody sees the text, software saw it in a scan),
`unreadable-page`, and `page-limit` on the last page read when there are more. Trusts no text layer: pdfium's is
repaired and scored, and where the score is bad pdfplumber's is tried and the better one kept (DOMAIN 7.3).
Pictures of text are left to `scans`. Runs in the reading child: synchronous, in one thread, and all that it
opens is closed.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from operator import itemgetter

import pypdfium2 as pdfium
import pypdfium2.raw as c

from parsers import errors
from parsers.document import glyphs, pictured, second, written_on
from parsers.document.lines import assemble
from parsers.document.sheet import Sheet
from parsers.document.textpage import TextPage
from parsers.limits import Limits
from parsers.model import Line, Page
from parsers.thai import text as thai

_DOUBTFUL = 0.25
"""The damage from which a second reader is asked."""
_LETTERS_READ_AGAIN = 20_000
"""Several times what fits on a page; more of them would keep the second reader busy for minutes."""
_NOT_TO_BE_USED = 0.5
"""The damage at which a page is marked."""
_GUESSED = 0.2
"""The damage of a text that a copier's software saw in a scan, at the least: its words may look well and its Thai
digits be wrong (DOMAIN 7.4)."""
OF_THE_TEXT = frozenset({"no-text-layer", "damaged-text", "copier-text"})
"""The defects that are gone with the text layer, where the page is read from its picture."""
_DEFAULTS = Limits()


def read(raw: bytes, *, limits: Limits = _DEFAULTS) -> tuple[Page, ...]:
    """The pages of the PDF `raw` in order, the first `limits.pages` of them.

    Raises:
        Encrypted: the file asks for a password.
        OverLimit: more than `limits.file_bytes` of file, or than `limits.text_chars` letters.
        Unreadable: the bytes are empty, cut short or no PDF.
    """
    if len(raw) > limits.file_bytes:
        raise errors.OverLimit(f"the PDF has {len(raw)} bytes; {limits.file_bytes} are allowed")
    with closing(_opened(raw)) as document:
        pages = tuple(_pages(document, raw, limits))
        if len(document) > len(pages):
            return (*pages[:-1], _with_defect(pages[-1], "page-limit"))
        return pages


def _opened(raw: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        if error.err_code == c.FPDF_ERR_PASSWORD:
            raise errors.Encrypted(
                "the PDF asks for a password; ask the sender for a copy without"
            ) from error
        raise errors.Unreadable("this is no PDF, or one that was cut short or damaged") from error
    if not len(document):
        document.close()
        raise errors.Unreadable("the PDF has no pages that can be found; it was cut short or damaged")
    return document


def _pages(document: pdfium.PdfDocument, raw: bytes, limits: Limits) -> Iterator[Page]:
    left = limits.text_chars
    for index in range(min(len(document), limits.pages)):
        page = _page(document, index, raw, left)
        left -= len(page.text)
        yield page


def _page(document: pdfium.PdfDocument, index: int, raw: bytes, most_letters: int) -> Page:
    try:
        with closing(written_on.page(document, index)) as page, closing(TextPage(page)) as text_page:
            if len(text_page) > most_letters:
                raise errors.OverLimit(f"the text of the PDF is too long; page {index + 1} was not read")
            sheet = Sheet.of(text_page.crop(), text_page.rotation())
            upright = replace(sheet, quarters=text_page.quarters())
            lines = _lines(text_page, sheet, upright)
            guessed = bool(lines) and pictured.is_searchable_scan(page)
    except pdfium.PdfiumError:
        return _blank(index, "unreadable-page")
    found = _stood_up(_judged(*_better(lines, raw, index), index, sheet), sheet, upright)
    return _doubted(found) if guessed else found


def _stood_up(page: Page, shown: Sheet, upright: Sheet) -> Page:
    """A page on which the text lies, with its lines as they are read: zones and columns are found by their places."""
    if shown == upright:
        return page
    lines = tuple(
        replace(line, boxes=tuple(upright.boxes(shown.places(line.boxes or ())))) for line in page.lines
    )
    return replace(
        page, lines=lines, width=upright.width, height=upright.height, to_shown=upright.taking_to(shown)
    )


def _lines(text_page: TextPage, sheet: Sheet, upright: Sheet) -> tuple[Line, ...]:
    """The lines of a page, put together on the sheet on which its letters stand upright."""
    lines = thai.repair_lines(assemble(glyphs.runs(text_page, upright)))
    if upright == sheet:
        return lines
    return tuple(replace(line, boxes=tuple(sheet.boxes(upright.places(line.boxes or ())))) for line in lines)


def _better(lines: tuple[Line, ...], raw: bytes, index: int) -> tuple[float, tuple[Line, ...]]:
    """The lines of pdfium with their damage, or those of the second reader where they are damaged less."""
    first = _damage(lines), lines
    letters = sum(len(line.text) for line in lines)
    if first[0] < _DOUBTFUL or not 0 < letters <= _LETTERS_READ_AGAIN:
        return first
    others = second.lines(raw, index)
    return min(first, (_damage(others), others), key=itemgetter(0))


def _damage(lines: tuple[Line, ...]) -> float:
    return thai.damage("\n".join(line.text for line in lines)) if lines else 1.0


def _judged(damage: float, lines: tuple[Line, ...], index: int, sheet: Sheet) -> Page:
    defect = "damaged-text" if lines else "no-text-layer"
    return Page(
        number=index + 1,
        width=sheet.width,
        height=sheet.height,
        lines=lines,
        source="text-layer",
        quality=round(1 - damage, 2),
        defects=(defect,) if damage >= _NOT_TO_BE_USED else (),
    )


def _doubted(page: Page) -> Page:
    return replace(page, quality=min(page.quality, 1 - _GUESSED), defects=(*page.defects, "copier-text"))


def _blank(index: int, defect: str) -> Page:
    return Page(
        number=index + 1, width=0.0, height=0.0, lines=(), source="text-layer", quality=0.0, defects=(defect,)
    )


def _with_defect(page: Page, defect: str) -> Page:
    return replace(page, defects=(*page.defects, defect))
