"""Which pages are read from their pictures, and which reading is kept."""

import io

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from parsers.document import pdf, render, scans
from parsers.model import Code, Line, Page
from tests.letters import fonts

WORDS = "ขอเชิญสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก"
VISIBLE, INVISIBLE = 0, 3
SCAN_DPI = 250
CODE = Code(kind="QRCode", text="https://www.psc.opm.go.th", page=1, box=(0, 0, 10, 10))


def page(source: str, quality: float, *defects: str, text: str = WORDS, codes: tuple[Code, ...] = ()) -> Page:
    lines = (Line(text=text),) if text else ()
    return Page(
        number=1,
        width=595,
        height=842,
        lines=lines,
        source=source,
        quality=quality,
        defects=defects,
        codes=codes,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("quality", "defects", "needed"),
    [
        (1.0, (), False),
        (0.9, (), False),
        (0.89, (), True),
        (0.0, ("no-text-layer",), True),
        (0.2, ("damaged-text",), True),
        (0.8, ("copier-text",), True),
        (0.0, ("unreadable-page",), False),
    ],
)
def test_a_page_is_looked_at_unless_its_text_can_be_trusted(
    quality: float, defects: tuple[str, ...], needed: bool
) -> None:
    assert scans.needs_picture(page("text-layer", quality, *defects)) == needed


def test_of_two_readings_the_surer_one_is_kept() -> None:
    damaged, seen = page("text-layer", 0.4, "damaged-text"), page("ocr", 0.95)
    assert scans.better(damaged, seen) == seen
    assert scans.better(page("text-layer", 0.8, "copier-text"), page("ocr", 0.6)).source == "text-layer"


def test_defects_of_the_text_layer_go_with_it_and_others_stay() -> None:
    kept = scans.better(page("text-layer", 0.4, "damaged-text", "page-limit"), page("ocr", 0.95))
    assert kept.defects == ("page-limit",)


def test_a_picture_in_which_nothing_is_read_does_not_take_the_text_away() -> None:
    damaged = page("text-layer", 0.1, "damaged-text")
    assert scans.better(damaged, page("ocr", 0.0, "no-text-found", text="")) == damaged


def test_codes_are_kept_with_either_reading() -> None:
    damaged = page("text-layer", 0.8, "copier-text")
    assert scans.better(damaged, page("ocr", 0.5, codes=(CODE,))).codes == (CODE,)
    assert scans.better(damaged, page("ocr", 0.9, codes=(CODE,))).codes == (CODE,)


def made(*, mode: int, scan: str | None) -> bytes:
    """A page with `WORDS`, and a scan of it drawn `before` or `after` them."""
    pdfmetrics.registerFont(TTFont("Sarabun", fonts.file("Sarabun", bold=False)))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    picture = Image.fromarray(np.full((842 * SCAN_DPI // 72, 595 * SCAN_DPI // 72), 250, dtype=np.uint8))
    if scan == "before":
        canvas.drawInlineImage(picture, 0, 0, 595, 842)
    text = canvas.beginText(70, 700)
    text.setFont("Sarabun", 16)
    text.setTextRenderMode(mode)
    text.textLine(WORDS)
    canvas.drawText(text)
    if scan == "after":
        canvas.drawInlineImage(picture, 0, 0, 595, 842)
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize(
    ("mode", "scan", "defects"),
    [
        (VISIBLE, None, ()),
        (VISIBLE, "before", ()),
        (VISIBLE, "after", ("copier-text",)),
        (INVISIBLE, "before", ("copier-text",)),
        (INVISIBLE, "after", ("copier-text",)),
    ],
    ids=["printed", "on a background", "under a scan", "behind a scan", "hidden twice"],
)
def test_text_that_nobody_sees_is_a_copiers_guess(
    mode: int, scan: str | None, defects: tuple[str, ...]
) -> None:
    (found,) = pdf.read(made(mode=mode, scan=scan))
    assert found.defects == defects
    assert found.text == WORDS
    assert (found.quality >= 0.9) == (not defects)


def test_a_page_is_drawn_as_finely_as_it_was_scanned() -> None:
    with pypdfium2.PdfDocument(made(mode=INVISIBLE, scan="before")) as document:
        shown = render.page(document, 0)
    assert shown.picture.shape[0] == pytest.approx(842 * SCAN_DPI / 72, abs=3)
    assert shown.scale == pytest.approx(72 / SCAN_DPI, rel=0.01)


def test_a_page_without_a_scan_is_drawn_at_two_hundred_dots_an_inch() -> None:
    with pypdfium2.PdfDocument(made(mode=VISIBLE, scan=None)) as document:
        assert render.page(document, 0).scale == pytest.approx(72 / 200)
