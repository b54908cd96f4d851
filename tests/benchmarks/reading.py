"""How fast the text of a PDF is read, beside what pdfium alone takes for it.

The yardstick is pypdfium2 by itself: open, load each page, take its text as one string, close. It makes no
boxes, lines, repair or judgement. A letter is on the fast path if its text is sound as pdfium reads it, on the
careful one if it had to be mended or pdfplumber was asked too. Processor time, the best of some rounds; the machines are noisy: take the ratios.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from unittest import mock

import pypdfium2 as pdfium

from parsers.document import pdf, second
from parsers.thai import text

DATA = Path(__file__).parents[1] / "data"
ROUNDS = 7
PRODUCERS = {
    "typst": "typst",
    "LibreOffice": "libreoffice",
    "Skia": "chromium",
    "Ghostscript": "ghostscript",
    "fpdf2": "fpdf2",
}
"""The word in the metadata of a PDF by which its producer is known."""


def measure() -> dict[str, float]:
    """Milliseconds per page and ratios: over the letters of the fast path, of each producer, of the careful path."""
    letters = [path.read_bytes() for path in sorted((DATA / "letters").rglob("*.pdf"))]
    # Without encrypted.pdf, which asks for a password, and draws-itself.pdf, which takes all memory there is.
    letters += [path.read_bytes() for path in sorted((DATA / "pdf").glob("[!de]*.pdf"))]
    fast = [letter for letter in letters if _is_sound(letter)]
    careful = [letter for letter in letters if letter not in fast]
    by_producer = defaultdict(list)
    for letter in fast:
        by_producer[_producer(letter)].append(letter)
    single = [letter for letter in fast if _bare(letter) == 1][::5]
    pages = sum(map(_bare, letters))
    figures = _beside_bare("", fast)
    for producer, ones in sorted(by_producer.items()):
        figures |= _beside_bare(f"{producer}_", ones)
    return figures | {
        "careful_reader_ms_per_page": _ms_per_page(careful, pdf.read, rounds=1)[0],
        "pdfplumber_ms_per_page": _ms_per_page(single, _by_pdfplumber, rounds=1)[0],
        "share_of_pages_on_the_fast_path": sum(map(_bare, fast)) / pages,
    }


def _beside_bare(prefix: str, letters: list[bytes]) -> dict[str, float]:
    ours, bare = _ms_per_page(letters, pdf.read, _bare)
    return {
        f"{prefix}reader_ms_per_page": ours,
        f"{prefix}bare_pdfium_ms_per_page": bare,
        f"{prefix}reader / bare pdfium": ours / bare,
    }


def _ms_per_page(
    letters: Sequence[bytes], *readers: Callable[[bytes], object], rounds: int = ROUNDS
) -> list[float]:
    """For each reader the fastest of some readings of each letter; they take turns, and so share the noise."""
    best = [0.0 for _ in readers]
    for letter in letters:
        turns = [[_seconds(read, letter) for read in readers] for _ in range(rounds)]
        best = [total + min(times) for total, times in zip(best, zip(*turns, strict=True), strict=True)]
    pages = sum(map(_bare, letters))
    return [1000 * seconds / pages for seconds in best]


def _seconds(read: Callable[[bytes], object], letter: bytes) -> float:
    start = time.process_time()
    read(letter)
    return time.process_time() - start


def _bare(letter: bytes) -> int:
    """The number of pages, after the text of each was taken."""
    document = pdfium.PdfDocument(letter)
    for page in document:
        text_page = page.get_textpage()
        text_page.get_text_bounded()
        text_page.close()
        page.close()
    count = len(document)
    document.close()
    return count


def _by_pdfplumber(letter: bytes) -> object:
    return second.lines(letter, 0)


def _is_sound(letter: bytes) -> bool:
    with (
        mock.patch.object(text, "mend", wraps=text.mend) as mended,
        mock.patch.object(second, "lines", wraps=second.lines) as read_again,
    ):
        pdf.read(letter)
    return not (mended.called or read_again.called)


def _producer(letter: bytes) -> str:
    document = pdfium.PdfDocument(letter)
    told = " ".join(document.get_metadata_value(key) for key in ("Producer", "Creator"))
    document.close()
    return next((name for word, name in PRODUCERS.items() if word.lower() in told.lower()), "other")
