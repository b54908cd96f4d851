from collections.abc import Callable
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import typst

from parsers import errors
from parsers.document import pdf, plain
from parsers.document.lines import assemble
from parsers.document.rows import Run
from parsers.limits import Limits
from parsers.model import Box, Line, Page

DATA = Path(__file__).parents[1] / "data" / "pdf"
LINES = (DATA / "lines.txt").read_text(encoding="utf-8").splitlines()
PRODUCERS = [
    "chromium-laksaman",
    "chromium-sarabun",
    "circle-named-space",
    "circle-without-name",
    "fpdf2-sarabun",
    "ghostscript-libreoffice-norasi",
    "libreoffice-norasi",
    "libreoffice-sarabun",
]
FONTS = Path(str(files("fontpkg_sarabun"))) / "files"
WIDTH, HEIGHT, MARGIN = 595, 842, 40
MANY = 60_000
"""Letters for which quadratic work takes minutes."""
HEADER = f"#grid(columns: (1fr, 1fr), [{LINES[0]}], [{LINES[1]}])"
LETTER = "\n\n".join((HEADER, *LINES[2:]))


@pytest.mark.parametrize("producer", PRODUCERS)
def test_the_lines_come_out_exactly_whoever_drew_them(producer: str) -> None:
    (page,) = pdf.read((DATA / f"{producer}.pdf").read_bytes())
    assert [line.text for line in page.lines] == LINES
    assert (page.source, page.defects) == ("text-layer", ())
    assert page.quality > 0.95


@pytest.mark.parametrize("producer", PRODUCERS)
def test_every_letter_has_a_box_on_the_page_and_in_its_line(producer: str) -> None:
    (page,) = pdf.read((DATA / f"{producer}.pdf").read_bytes())
    for line in page.lines:
        assert line.boxes is not None
        assert len(line.boxes) == len(line.text)
        whole = line.box()
        assert whole is not None
        assert whole[3] - whole[1] < 30
        for x0, top, x1, bottom in line.boxes:
            assert 0 <= x0 <= x1 <= page.width
            assert 0 <= top <= bottom <= page.height


@pytest.mark.parametrize("producer", PRODUCERS)
def test_the_boxes_of_a_line_follow_its_letters(producer: str) -> None:
    (page,) = pdf.read((DATA / f"{producer}.pdf").read_bytes())
    reference = page.lines[0]
    at = reference.text.index("๐๘๑๐")
    before, number = reference.box(0, at), reference.box(at)
    assert before is not None
    assert number is not None
    assert before[2] <= number[0] + 1


def test_typst_is_read_exactly() -> None:
    (page,) = pdf.read(_typeset(LETTER))
    assert [line.text for line in page.lines] == LINES


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(turned: int) -> None:
    (upright,) = pdf.read(_typeset(LETTER))
    (page,) = pdf.read(_typeset(LETTER, turned=turned))
    assert [line.text for line in page.lines] == LINES
    assert (round(page.width), round(page.height)) == (WIDTH, HEIGHT)
    assert _near(_box(page.lines[0]), _box(upright.lines[0]))


@pytest.mark.parametrize(
    ("turned", "shown"),
    [
        (90, lambda left, top, right, bottom: (HEIGHT - bottom, left, HEIGHT - top, right)),
        (270, lambda left, top, right, bottom: (top, WIDTH - right, bottom, WIDTH - left)),
    ],
)
def test_text_that_lies_on_the_page_stands_upright_and_knows_where_it_lies(
    turned: int, shown: Callable[..., Box]
) -> None:
    (page,) = pdf.read(_changed(_typeset(LETTER), lambda page: page.set_rotation(turned)))
    (upright,) = pdf.read(_typeset(LETTER))
    first = _box(upright.lines[0])
    assert [line.text for line in page.lines] == LINES
    assert (round(page.width), round(page.height)) == (WIDTH, HEIGHT)
    assert _near(_box(page.lines[0]), first)
    assert page.to_shown is not None
    corners = [
        (
            page.to_shown[0] * x + page.to_shown[1] * y + page.to_shown[2],
            page.to_shown[3] * x + page.to_shown[4] * y + page.to_shown[5],
        )
        for x, y in (first[:2], first[2:])
    ]
    xs, ys = zip(*corners, strict=True)
    assert _near((min(xs), min(ys), max(xs), max(ys)), shown(*first))


@pytest.mark.parametrize("producer", ["libreoffice-sarabun", "circle-without-name"])
def test_boxes_count_from_the_corner_of_the_crop_box(producer: str) -> None:
    raw = (DATA / f"{producer}.pdf").read_bytes()
    (whole,) = pdf.read(raw)
    (page,) = pdf.read(_changed(raw, lambda page: page.set_cropbox(20, 30, 500, whole.height - 10)))
    left, top, right, bottom = _box(whole.lines[0])
    assert (round(page.width), round(page.height)) == (480, round(whole.height - 40))
    assert _near(_box(page.lines[0]), (left - 20, top - 10, right - 20, bottom - 10))


def test_two_columns_on_one_height_are_two_lines_in_reading_order() -> None:
    (page,) = pdf.read(
        _typeset("#grid(columns: (1fr, 1fr), [ที่ ชม ๐๐๒๓.๓/๑๒๓๔], [ศาลากลางจังหวัดเชียงใหม่\\ ถนนโชตนา])")
    )
    assert [line.text for line in page.lines] == ["ที่ ชม ๐๐๒๓.๓/๑๒๓๔", "ศาลากลางจังหวัดเชียงใหม่", "ถนนโชตนา"]


def test_a_label_and_what_follows_its_tab_are_one_line() -> None:
    (page,) = pdf.read(_typeset("เรื่อง#h(30pt)รายงานผล"))
    assert [line.text for line in page.lines] == ["เรื่อง รายงานผล"]


def test_a_hyphen_at_the_end_of_a_line_joins_no_lines() -> None:
    (page,) = pdf.read(_typeset("กอง-\\ คลัง well-\\ known โทร. ๐-๒๒๔๑-\\ ๙๐๐๐"))
    assert [line.text for line in page.lines] == ["กอง-", "คลัง well-", "known โทร. ๐-๒๒๔๑-", "๙๐๐๐"]


def test_a_line_that_crosses_the_edge_is_read_on_the_page_where_it_stands() -> None:
    pages = pdf.read((DATA / "chromium-over-the-edge.pdf").read_bytes())
    assert [page.text for page in pages] == [
        "",
        "รายชื่อองค์กรปกครองส่วนท้องถิ่นที่ประสงค์จะสมัคร",
        "รายชื่อองค์กรปกครองส่วนท้องถิ่นที่ประสงค์",
    ]


def test_pages_come_in_order() -> None:
    pages = pdf.read(_typeset("หน้าแรก", "หน้าที่สอง"))
    assert [(page.number, page.text) for page in pages] == [(1, "หน้าแรก"), (2, "หน้าที่สอง")]


def test_a_page_without_text_is_left_to_ocr() -> None:
    pages = pdf.read(_typeset("หน้าแรก", "#rect(width: 100%, height: 50%)"))
    assert [page.defects for page in pages] == [(), ("no-text-layer",)]
    assert (pages[1].lines, pages[1].quality) == ((), 0.0)


def test_a_text_layer_without_names_for_its_letters_is_marked() -> None:
    (page,) = pdf.read((DATA / "ghostscript-chromium-sarabun.pdf").read_bytes())
    assert page.defects == ("damaged-text",)
    assert page.quality < 0.2


def test_only_the_first_pages_are_read_and_it_is_said() -> None:
    pages = pdf.read(_typeset("หนึ่ง", "สอง", "สาม"), limits=Limits(pages=2))
    assert [(page.text, page.defects) for page in pages] == [("หนึ่ง", ()), ("สอง", ("page-limit",))]


def test_a_page_that_cannot_be_loaded_is_a_defect_of_that_page(monkeypatch: pytest.MonkeyPatch) -> None:
    load = pdfium.PdfDocument.get_page

    def fail_first(document: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
        if index == 0:
            raise pdfium.PdfiumError("Failed to load page.")
        return load(document, index)

    monkeypatch.setattr(pdfium.PdfDocument, "get_page", fail_first)
    pages = pdf.read(_typeset("หนึ่ง", "สอง"))
    assert [(page.number, page.text, page.defects) for page in pages] == [
        (1, "", ("unreadable-page",)),
        (2, "สอง", ()),
    ]


def test_a_password_is_asked_for() -> None:
    with pytest.raises(errors.Encrypted, match="password"):
        pdf.read((DATA / "encrypted.pdf").read_bytes())


@pytest.mark.parametrize(
    "raw",
    [b"", b"not a PDF", b"%PDF-1.7\n", (DATA / "libreoffice-sarabun.pdf").read_bytes()[:20_000]],
    ids=["empty", "text", "header only", "cut short"],
)
def test_what_is_no_whole_pdf_is_unreadable(raw: bytes) -> None:
    with pytest.raises(errors.Unreadable) as caught:
        pdf.read(raw)
    assert not caught.value.retryable


def test_a_file_over_the_limit_is_not_opened() -> None:
    with pytest.raises(errors.OverLimit, match="100"):
        pdf.read(_typeset("หนึ่ง"), limits=Limits(file_bytes=100))


def test_a_text_over_the_limit_is_not_read() -> None:
    with pytest.raises(errors.OverLimit, match="page 2"):
        pdf.read(_typeset("หนึ่ง", "ข้อความที่ยาวกว่านั้นมาก"), limits=Limits(text_chars=20))


def test_a_mark_drawn_after_the_line_goes_to_the_letter_below_it() -> None:
    (line,) = assemble([_run("ผว", 0), _run("ู", 2), _run("้", 2)])
    assert line.text == "ผู้ว"


def test_a_mark_drawn_after_a_bracket_goes_to_the_letter_that_it_stands_over() -> None:
    boxes = ((0.0, 0.0, 10.0, 20.0), (0.0, 0.0, 10.0, 20.0), (10.0, 0.0, 14.0, 20.0), (7.0, 0.0, 11.0, 20.0))
    (line,) = assemble([Run(text="ดิ)์", boxes=boxes, baseline=15.0)])
    assert line.text == "ดิ์)"


def test_a_syllable_that_is_told_twice_in_its_own_place_is_read_once() -> None:
    (line,) = assemble([_run("ถิ่น", 0), _run("ถิ่", 6)])
    assert line.text == "ถิ่น"


def test_a_syllable_that_is_written_twice_is_read_twice() -> None:
    (line,) = assemble([_run("ออ", 0), _run("นำนำ", 20)])
    assert line.text == "ออนำนำ"


@pytest.mark.parametrize(("gap", "text"), [(0, "กข"), (2, "กข"), (4, "ก ข")])
def test_a_gap_is_a_space_when_a_space_fits(gap: float, text: str) -> None:
    (line,) = assemble([_run("ก", 0), _run("ข", 10 + gap)])
    assert line.text == text


def test_a_line_that_is_drawn_out_to_its_full_width_has_no_more_spaces() -> None:
    words = ((0, "กรมการปกครอง"), (200, "กองคลงการคลง"))
    runs = [_run(letter, start + 16 * at) for start, word in words for at, letter in enumerate(word)]
    (line,) = assemble(runs)
    assert line.text == "กรมการปกครอง กองคลงการคลง"


def test_a_space_that_is_drawn_out_to_the_margin_makes_no_columns() -> None:
    full = [
        Run(text=run.text, boxes=run.boxes, baseline=30.0 * row)
        for row in (1, 2)
        for run in [_run("ก" * 20, 0)]
    ]
    lines = assemble([*full, _run("กกก", 0), _run("ขขข", 170)])
    assert [line.text for line in lines] == ["กกก ขขข", "ก" * 20, "ก" * 20]


def test_a_row_of_digits_keeps_its_spaces() -> None:
    (line,) = assemble([_run(digit, 16 * at) for at, digit in enumerate("๑๒๓๔๕๖๗๘๙๐")])
    assert line.text == "๑ ๒ ๓ ๔ ๕ ๖ ๗ ๘ ๙ ๐"


def test_a_mark_that_was_drawn_apart_stays_with_the_letter_that_it_ends() -> None:
    (line,) = assemble(
        [_run("ส", 0), Run(text="่วน", boxes=((10, 0, 11, 20), (11, 0, 21, 20), (21, 0, 31, 20)), baseline=15)]
    )
    assert line.text == "ส่วน"


HOSTILE_ROWS = {
    "marks after the line": lambda: [_run("ก" * MANY, 0), *[_run("่", at) for at in range(0, 10 * MANY, 10)]],
    "marks without a letter": lambda: [_run(" " * MANY, 0), *[_run("่", 5)] * MANY],
    "marks over one letter": lambda: [_run("ก", 0), *[_run("่", 5)] * MANY],
    "one syllable again and again": lambda: [_run("กำ", 0)] * MANY,
    "letters far apart": lambda: [_run("ก", 100 * at) for at in range(MANY)],
    "letters from right to left": lambda: [_run("ก", -10 * at) for at in range(MANY)],
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("runs", HOSTILE_ROWS.values(), ids=HOSTILE_ROWS.keys())
def test_a_row_of_any_length_is_put_together(runs: Callable[[], list[Run]]) -> None:
    lines = assemble(runs())
    assert lines
    assert all(len(line.text) == len(line.boxes or ()) for line in lines)


def test_a_written_space_stays_one_space_however_narrow_or_often() -> None:
    (line,) = assemble([_run("ก", 0), _run("  ", 10, width=1), _run("ข", 12)])
    assert line.text == "ก ข"


def test_plain_text_is_one_page_without_a_layout() -> None:
    (page,) = plain.read("ที่ มท ๐๘๑๐.๗/ว ๒๐๐   \r\n\r\n  สํานัก\tงาน  สอง\n")
    assert page == Page(
        number=1,
        width=0.0,
        height=0.0,
        lines=(Line(text="ที่ มท ๐๘๑๐.๗/ว ๒๐๐"), Line(text=""), Line(text="สำนัก\tงาน  สอง")),
        source="native",
        quality=1.0,
    )


def _typeset(*pages: str, turned: int = 0) -> bytes:
    """A PDF of A4 pages in Sarabun; with `turned`, they are drawn lying and shown upright by a clockwise turn."""
    width, height = (WIDTH, HEIGHT) if turned % 180 == 0 else (HEIGHT, WIDTH)
    sheets = [
        f"#rotate({-turned}deg, reflow: true, box(width: {WIDTH}pt, height: {HEIGHT}pt, inset: {MARGIN}pt)["
        f"#set align(left + top)\n{page}])"
        for page in pages
    ]
    source = (
        f"#set page(width: {width}pt, height: {height}pt, margin: 0pt)\n"
        f'#set text(font: "Sarabun", size: 12pt, lang: "th")\n' + "\n#pagebreak()\n".join(sheets)
    )
    drawn = typst.compile(source.encode(), font_paths=[str(FONTS)])
    return _changed(drawn, lambda page: page.set_rotation(turned)) if turned else drawn


def _changed(raw: bytes, change: Callable[[pdfium.PdfPage], None]) -> bytes:
    document = pdfium.PdfDocument(raw)
    for page in document:
        change(page)
    out = BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def _run(text: str, left: float, *, width: float = 10) -> Run:
    """Letters of one width in a row; marks have the box of their letter, or stand within one drawn before."""
    boxes: list[Box] = []
    for letter in text:
        if letter not in "ัิีึืุู่้๊๋็์":
            boxes.append((left, 0.0, left + width, 20.0))
            left += width
        else:
            boxes.append(boxes[-1] if boxes else (left - 4, 0.0, left, 20.0))
    return Run(text=text, boxes=tuple(boxes), baseline=15.0)


def _box(line: Line) -> Box:
    box = line.box()
    assert box is not None
    return box


def _near(one: Box, other: Box) -> bool:
    return one == pytest.approx(other, abs=1.0)
