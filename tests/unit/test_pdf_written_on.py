"""What people write onto the pages of a PDF is read as viewers show it."""

import ctypes
from io import BytesIO

import pypdfium2 as pdfium
import pypdfium2.raw as c
from reportlab.pdfgen import canvas

from parsers.document import pdf


def a_form(value: str) -> bytes:
    written = BytesIO()
    drawing = canvas.Canvas(written)
    drawing.drawString(100, 700, "Province:")
    drawing.acroForm.textfield(name="province", value=value, x=160, y=692, width=200, height=20)
    drawing.linkURL("https://example.org", (0, 0, 50, 50))
    drawing.save()
    return written.getvalue()


def with_text_over_it(raw: bytes, text: str) -> bytes:
    """A typewriter's annotation, drawn by its own appearance stream."""
    document = pdfium.PdfDocument(raw)
    page = document[0]
    annotation = c.FPDFPage_CreateAnnot(page, c.FPDF_ANNOT_FREETEXT)
    c.FPDFAnnot_SetRect(annotation, c.FS_RECTF(100, 520, 400, 500))
    appearance = f"BT /Helvetica 12 Tf 0 5 Td ({text}) Tj ET".encode("utf-16-le") + b"\0\0"
    units = ctypes.cast(ctypes.create_string_buffer(appearance), ctypes.POINTER(ctypes.c_ushort))
    c.FPDFAnnot_SetAP(annotation, c.FPDF_ANNOT_APPEARANCEMODE_NORMAL, units)
    c.FPDFPage_CloseAnnot(annotation)
    page.close()
    saved = BytesIO()
    document.save(saved)
    document.close()
    return saved.getvalue()


def text(raw: bytes) -> str:
    (page,) = pdf.read(raw)
    return page.text


def test_a_field_that_was_filled_in_is_read() -> None:
    assert text(a_form("Chiang Mai")).split() == ["Province:", "Chiang", "Mai"]


def test_an_empty_field_says_nothing() -> None:
    assert text(a_form("")) == "Province:"


def test_text_that_was_typed_over_the_page_is_read() -> None:
    assert "1234" in text(with_text_over_it(a_form(""), "1234"))
