"""The damages of scans, and how scans are judged: what the measurements of the reader of pictures stand on."""

import io
from collections import Counter
from contextlib import closing
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image

from parsers.document import image, render
from parsers.limits import Limits
from tests.letters import answers
from tests.scans import damages, judging, packing, paper, samples, stock, tesseract
from tests.scans.judging import Value
from tests.scans.samples import DPI, Scan
from tests.scans.sheets import Sheet

LETTER = answers.LETTERS[0]
DPI_HERE = 150.0
HEIGHT, WIDTH = 1754, 1241


@pytest.fixture(scope="module")
def page() -> Sheet:
    return next(paper.shown(paper.printed(LETTER, "Sarabun"), DPI_HERE))


@pytest.mark.parametrize("name", damages.DAMAGES)
def test_every_damage_changes_the_page_and_leaves_its_size(name: str, page: Sheet) -> None:
    damaged = damages.DAMAGES[name](page, np.random.default_rng(1), DPI_HERE)
    assert sorted(damaged.shape) == sorted(page.shape)
    assert damaged.dtype == np.uint8
    assert name == "sideways" or not np.array_equal(damaged, page)


@pytest.mark.parametrize("name", damages.DAMAGES)
def test_the_same_chance_damages_a_page_the_same_way_and_leaves_the_page_as_it_was(
    name: str, page: Sheet
) -> None:
    before = page.copy()
    first, second = (damages.DAMAGES[name](page, np.random.default_rng(7), DPI_HERE) for _ in range(2))
    assert np.array_equal(first, second)
    assert np.array_equal(page, before)


def test_thin_pages_have_less_ink_and_thick_ones_more(page: Sheet) -> None:
    chance = np.random.default_rng(2)
    thin, thick = (damage(page, chance, DPI_HERE) for damage in (damages.thinned, damages.thickened))
    assert _ink(thin) < _ink(page) < _ink(thick)


def test_a_stamp_stands_on_the_head_in_its_colour_and_lets_the_print_through(page: Sheet) -> None:
    stamped = damages.DAMAGES["red stamp"](page, np.random.default_rng(4), DPI_HERE).astype(int)
    red = (stamped[:, :, 0] - stamped[:, :, 2]) > 60
    rows = np.flatnonzero(red.any(axis=1))
    assert 0.05 < rows.min() / HEIGHT < rows.max() / HEIGHT < 0.25
    was_black = page.max(axis=2) < 40
    assert stamped[was_black].max() < 80


def test_a_signature_stands_between_the_closing_and_the_name(page: Sheet) -> None:
    signed = damages.DAMAGES["signed"](page, np.random.default_rng(4), DPI_HERE).astype(int)
    blue = (signed[:, :, 2] - signed[:, :, 0]) > 40
    rows = np.flatnonzero(blue.any(axis=1))
    free = _widest_white(page)
    assert free[0] - 10 < rows.min() < free[1]
    assert rows.max() > free[1]


def test_black_and_white_pages_have_no_grey(page: Sheet) -> None:
    for damage in (damages.two_coloured, damages.faxed):
        assert set(np.unique(damage(page, np.random.default_rng(5), DPI_HERE))) == {0, 255}


def test_a_page_on_its_head_is_the_page_turned_by_half(page: Sheet) -> None:
    turned = damages.on_its_head(page, np.random.default_rng(6), DPI_HERE)
    assert np.abs(turned[::-1, ::-1].astype(int) - page).mean() < 5


def test_a_photo_shows_the_page_on_a_table(page: Sheet) -> None:
    photo = damages.photographed(page, np.random.default_rng(7), DPI_HERE)
    assert all(photo[y, x].max() < 140 for y in (2, -3) for x in (2, -3))
    assert photo[HEIGHT // 2, WIDTH // 2].max() > 110


@pytest.mark.parametrize("form", packing.FORMS)
def test_a_packed_page_has_its_size_and_its_ink(form: str, page: Sheet) -> None:
    raw = packing.FORMS[form]([page], (DPI_HERE, DPI_HERE))
    shown = _first_page(raw, form)
    assert shown.shape == pytest.approx((HEIGHT, WIDTH), abs=1)
    assert abs(_ink(shown) - _ink(page)) < 0.01


def test_a_packed_fax_has_fewer_lines_than_points_and_the_shape_of_paper() -> None:
    across, down = DPI["coarse fax"]
    sent = np.full((round(11.69 * down), round(8.27 * across), 3), 255, dtype=np.uint8)
    sent[400:420, 300:900] = 0
    for form in ("pdf", "tiff"):
        assert len(packing.FORMS[form]([sent], (across, down))) < 20_000
    with Image.open(io.BytesIO(packing.tiff([sent], (across, down)))) as opened:
        assert opened.mode == "1"
    height, width = _first_page(packing.tiff([sent], (across, down)), "tiff").shape
    assert height / width == pytest.approx(297 / 210, abs=0.01)


def test_every_letter_is_scanned_at_every_fineness_and_every_damage_is_done_to_some() -> None:
    scans = samples.scans()
    assert len({scan.name for scan in scans}) == len(scans)
    assert set(Counter(scan.letter.name for scan in scans).values()) == {4}
    done = Counter(scan.damage for scan in scans)
    assert set(done) == {*damages.DAMAGES, samples.FAX}
    assert max(done[name] for name in damages.DAMAGES) - min(done[name] for name in damages.DAMAGES) <= 1
    assert {scan.fineness for scan in samples.quick(scans)} == set(DPI)


def test_the_lines_of_a_print_are_those_of_its_letter() -> None:
    printed = paper.printed(LETTER, "Norasi")
    told = "".join("".join(line.split()) for page in printed.lines for line in page)
    assert "".join(LETTER.digits(LETTER.subject or "").split()) in told


def test_a_scan_that_was_made_is_not_made_again(tmp_path: Path) -> None:
    scan = Scan(letter=LETTER, face="Sarabun", fineness="150 dpi", damage="blurred")
    said: list[str] = []
    first = stock.prepared([scan], tmp_path, said.append)
    second = stock.prepared([scan], tmp_path, said.append)
    assert first == second
    assert said == ["made 1 scans"]
    assert list(tmp_path.iterdir()) == [first[0].path]


CITE = {"reference_number": "มท 0810.7/ว 200", "dated": "2019-02-15", "agency": None}
READ = CITE | {"raw": "", "confidence": 0.95}


@pytest.mark.parametrize(
    ("read", "fates"),
    [
        ([READ], ["exact", "exact"]),
        ([], ["missing", "missing"]),
        ([READ | {"reference_number": None}], ["missing", "exact"]),
        ([READ | {"reference_number": "มท 0810.7/ว 201"}], ["wrong", "exact"]),
        ([READ | {"dated": "2016-02-15"}], ["exact", "wrong"]),
        ([READ | {"reference_number": "มท 0810.7/200"}, READ], ["exact", "exact", "wrong", "wrong"]),
    ],
)
def test_a_citation_is_judged_by_the_one_of_its_number(
    read: list[dict[str, object]], fates: list[str]
) -> None:
    parsed = {"letter": {"reference_number": None, "dated": None, "cites": read}}
    scan = Scan(letter=LETTER, face="Sarabun", fineness="150 dpi", damage="clean")
    judged = judging.judge(scan, [], parsed, [])
    own = [value for value in judged.values if value.want not in CITE.values() and not value.got]
    assert [value.fate for value in own] == ["missing", "missing"]
    assert [value.fate for value in judged.values if value not in own] == fates


def test_a_wrong_value_is_believed_above_nine_tenths_alone() -> None:
    sure, unsure = (
        Value(kind="date", want="2019-02-15", got="2016-02-15", confidence=c) for c in (0.91, 0.9)
    )
    assert sure.is_believed
    assert not unsure.is_believed
    assert not Value(kind="date", want="2019-02-15", got="2019-02-15", confidence=1.0).is_believed


def test_characters_are_counted_without_white_and_dotted_lines_and_lines_with_single_spaces() -> None:
    scan = Scan(letter=LETTER, face="Sarabun", fineness="150 dpi", damage="clean")
    on_paper = [["ที่ ชม ๑", "เรื่อง ขอ", "ลงชื่อ ........"]]
    text = judging.judge(scan, on_paper, {}, ["ที่  ชม ๑", "เรือง ขอ", "ลงชื่อ"]).text
    assert (text.characters, text.misread, text.lines, text.exact) == (20, 1, 3, 2)


def test_what_tesseract_read_is_put_into_lines_by_its_columns(tmp_path: Path) -> None:
    scan = tmp_path / "page.tiff"
    scan.write_bytes(packing.tiff([np.full((HEIGHT, WIDTH, 3), 255, dtype=np.uint8)], (DPI_HERE, DPI_HERE)))
    header = "level page_num block_num par_num line_num word_num left top width height conf text"
    rows = [
        f"1 1 0 0 0 0 0 0 {WIDTH} {HEIGHT} -1 ",
        "5 1 1 1 1 1 150 150 30 30 96 ที่",
        "5 1 1 1 1 2 190 150 60 30 90 ชม",
        "5 1 1 1 1 3 800 150 90 30 80 ถนน",
        "5 1 1 1 2 1 150 200 90 30 70 ขอ",
    ]
    table = "\n".join(row.replace(" ", "\t") for row in (header, *rows))
    (tmp_path / "page.tiff-1.tesseract.tsv").write_text(table, encoding="utf-8")
    (tmp_path / "page.tiff-1.tesseract.txt").write_text("ที่ ชม      ถนน\n\nขอ\n", encoding="utf-8")
    (read,) = tesseract.read(scan)
    assert [line.text for line in read.lines] == ["ที่ ชม", "ถนน", "ขอ"]
    assert read.lines[1].box() == pytest.approx((384, 72, 427.2, 86.4), abs=0.1)
    assert (read.lines[2].certainty or ())[0] == pytest.approx(0.7)


def _ink(page: Sheet) -> float:
    return float(np.mean(255 - page.astype(float)) / 255)


def _widest_white(page: Sheet) -> tuple[int, int]:
    rows = np.flatnonzero((page.min(axis=2) < 128).any(axis=1))
    above = int(np.diff(rows).argmax())
    return int(rows[above]), int(rows[above + 1])


def _first_page(raw: bytes, form: str) -> Sheet:
    if form == "pdf":
        with closing(pdfium.PdfDocument(raw)) as document:
            return render.page(document, 0).picture
    return image.page(raw, 0, limits=Limits()).picture
