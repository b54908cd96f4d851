"""How fast the text of a PDF is read, beside what pdfium alone takes for it.

The bare rate is the floor: the same library, the same files, its text as one string, without boxes, lines,
repair or a judgement of what was read. Take the ratio; the milliseconds are those of a busy machine.
"""

import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium

from parsers.document import pdf

DATA = Path(__file__).parents[1] / "data"
ROUNDS = 5


def measure() -> dict[str, float]:
    """Milliseconds per page of our reader and of bare pdfium text, and the ratio, over the sample letters."""
    letters = [path.read_bytes() for path in sorted((DATA / "letters").rglob("*.pdf"))] or _producers()
    pages = sum(_bare(letter) for letter in letters)
    ours = _best(lambda: [pdf.read(letter) for letter in letters]) / pages
    bare = _best(lambda: [_bare(letter) for letter in letters]) / pages
    return {"reader_ms_per_page": ours, "bare_pdfium_ms_per_page": bare, "ratio": ours / bare}


def _producers() -> list[bytes]:
    """The pages on which the tests prove the reader; all but those that need a password or OCR."""
    kept = ("chromium", "fpdf2", "libreoffice")
    return [path.read_bytes() for path in sorted((DATA / "pdf").glob("*.pdf")) if path.name.startswith(kept)]


def _bare(raw: bytes) -> int:
    """The number of pages, after the text of each was taken."""
    document = pdfium.PdfDocument(raw)
    for page in document:
        text_page = page.get_textpage()
        text_page.get_text_range()
        text_page.close()
        page.close()
    count = len(document)
    document.close()
    return count


def _best(work: Callable[[], object]) -> float:
    """Milliseconds of the fastest of some rounds, the first of which only warms up."""
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * min(times[1:])
