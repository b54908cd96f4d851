"""PDFs that are out of order but that viewers open: each is read as a viewer shows it."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from parsers import dispatch
from parsers.limits import Limits

DATA = Path(__file__).parents[1] / "data" / "pdf"
LETTER = (DATA / "fpdf2-sarabun.pdf").read_bytes()
FIRST_LINE = "ที่ มท ๐๘๑๐.๗/ว ๒๐๐"
Change = Callable[[bytes], bytes]


def changed(pattern: bytes, by: bytes) -> Change:
    return lambda raw: re.sub(pattern, by, raw)


def with_attached(raw: bytes, *files: tuple[str, bytes]) -> bytes:
    document = pdfium.PdfDocument(raw)
    for name, content in files:
        document.new_attachment(name).set_data(content)
    written = BytesIO()
    document.save(written)
    document.close()
    return written.getvalue()


def a_page_without_text() -> bytes:
    document = pdfium.PdfDocument.new()
    document.new_page(595, 842)
    written = BytesIO()
    document.save(written)
    document.close()
    return written.getvalue()


ODDITIES: dict[str, Change] = {
    "lines of a scanner before it": lambda raw: b"scanner\n" * 100 + raw,
    "the header of a file from a Mac": lambda raw: b"\0\5a.pdf" + b"\0" * 121 + raw,
    "no header": lambda raw: raw.partition(b"\n")[2],
    "a version that never was": changed(rb"%PDF-1\.\d", b"%PDF-9.9"),
    "zeros behind it": lambda raw: raw + bytes(5_000),
    "no table of objects": lambda raw: raw[: raw.rindex(b"xref\n0")],
    "no trailer but the pages": lambda raw: re.sub(rb"/Catalog", b"/Cat", raw[: raw.rindex(b"xref\n0")]),
    "no end": lambda raw: raw[: raw.rindex(b"startxref")],
    "a start that is nowhere": changed(rb"startxref\s+\d+", b"startxref\n0"),
    "objects somewhere else": changed(rb"\d{10} 00000 n", b"0000000009 00000 n"),
    "streams that are too short": changed(rb"/Length \d+", b"/Length 5"),
    "streams that never end": changed(rb"/Length \d+", b"/Length 99999999"),
    "streams without a length": changed(rb"/Length \d+", b""),
    "no number of pages": changed(rb"/Count \d+", b"/Count 0"),
    "a negative number of pages": changed(rb"/Count \d+", b"/Count -1"),
    "a sheet upside down": changed(rb"/MediaBox \[[^\]]*\]", b"/MediaBox [595 842 0 0]"),
    "no sheet": changed(rb"/MediaBox \[[^\]]*\]", b""),
    "nothing to be shown": changed(rb"/Type /Page\b(?!s)", b"/Type /Page /CropBox [0 0 0 0]"),
    "turned by half a right angle": changed(rb"/Type /Page\b(?!s)", b"/Type /Page /Rotate 45"),
    "units twice as large": changed(rb"/Type /Page\b(?!s)", b"/Type /Page /UserUnit 2"),
}


@pytest.mark.parametrize("change", ODDITIES.values(), ids=ODDITIES.keys())
def test_an_odd_pdf_is_read_as_a_viewer_shows_it(change: Change) -> None:
    odd = change(LETTER)
    assert odd != LETTER
    parsed = dispatch.parse(odd, name="letter")
    assert parsed.media_type == "application/pdf"
    assert parsed.documents[0].text.splitlines()[0] == FIRST_LINE


def test_a_pdf_that_only_its_owner_may_change_is_read_without_a_password() -> None:
    parsed = dispatch.parse((DATA / "owner-password-aes256.pdf").read_bytes(), name="letter")
    assert (parsed.error, parsed.documents[0].text.splitlines()[0]) == (None, FIRST_LINE)


def test_a_pdf_without_pages_is_a_defect() -> None:
    raw = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n"
    (document,) = dispatch.parse(raw, name="letter").documents
    assert document.defects == ("unreadable",)


def test_the_files_of_a_portfolio_are_read() -> None:
    portfolio = with_attached(a_page_without_text(), ("ตอบ.pdf", LETTER), ("รายชื่อ.txt", "เทศบาล".encode()))
    cover, letter, names = dispatch.parse(portfolio, name="portfolio.pdf").documents
    assert cover.name == "portfolio.pdf"
    assert (letter.name, letter.text.splitlines()[0]) == ("ตอบ.pdf", FIRST_LINE)
    assert (names.name, names.text) == ("รายชื่อ.txt", "เทศบาล")


def test_portfolios_within_each_other_are_opened_only_so_deep() -> None:
    inner = LETTER
    for level in range(3):
        inner = with_attached(a_page_without_text(), (f"{level}.pdf", inner))
    documents = dispatch.parse(inner, name="p", limits=Limits(depth=2)).documents
    assert [one.name for one in documents] == ["p", "2.pdf", "1.pdf"]
    assert "nested-too-deep" in documents[-1].defects
