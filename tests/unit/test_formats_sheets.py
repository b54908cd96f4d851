"""Lists of organisations as spreadsheets: a line per row, a page per sheet, what is hidden left out."""

import io
import zipfile
from pathlib import Path

import pytest

from parsers import dispatch
from parsers.document import excel, serial_days
from parsers.letter import organisations
from parsers.limits import Limits

FORMATS = Path(__file__).parents[1] / "data" / "formats"
BOOK = """<workbook xmlns:r="r"><workbookPr date1904="{from_1904}"/><sheets>
    <sheet name="A" r:id="a"/><sheet name="B" r:id="b" state="hidden"/></sheets></workbook>"""
LINKS = """<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/>
    <Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/></Relationships>"""
STYLES = """<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-D07041E]d mmmm yyyy"/>
    <numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>"""
STRINGS = """<sst><si><t>ก</t></si><si><r><t>ข</t></r><r><t> ค</t></r><rPh><t>aloud</t></rPh></si></sst>"""


def xlsx(rows: str, *, from_1904: int = 0) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", BOOK.format(from_1904=from_1904))
        packed.writestr("xl/_rels/workbook.xml.rels", LINKS)
        packed.writestr("xl/sharedStrings.xml", STRINGS)
        packed.writestr("xl/styles.xml", STYLES)
        packed.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{rows}</sheetData></worksheet>")
        packed.writestr("xl/worksheets/sheet2.xml", "<worksheet><row><c><v>666</v></c></row></worksheet>")
    return content.getvalue()


def of(rows: str, *, from_1904: int = 0) -> str:
    return excel.read(xlsx(rows, from_1904=from_1904), limits=Limits())[0]


@pytest.mark.parametrize("extension", ["xlsx", "xls", "ods"])
def test_a_list_reads_the_same_from_every_program(extension: str) -> None:
    raw = (FORMATS / f"list.{extension}").read_bytes()
    (document,) = dispatch.parse(raw, name="attachment").documents
    first, second = document.text.split("\f")
    assert [line.split("\t") for line in first.strip("\n").split("\n")] == [
        ["ที่", "รายชื่อ อปท.", "อำเภอ", "วันที่สมัคร"],
        ["1", "เทศบาลตำบลสุเทพ", "เมืองเชียงใหม่", "2019-02-20"],
        ["2", "อบต.ข่วงเปา", "จอมทอง", "2019-02-21"],
        *([["", "รวม", "2 แห่ง"]] if extension == "ods" else [["รวม", "2 แห่ง"]]),
    ]
    assert second.strip() == "ทม.แม่โจ้\tสันทราย"
    assert (document.pages, document.defects, document.text_source) == (2, (), "native")


def test_the_organisations_of_a_list_are_found() -> None:
    (document,) = dispatch.parse((FORMATS / "list.xlsx").read_bytes(), name="list.xlsx").documents
    named = organisations.find(document.text, province="เชียงใหม่")
    assert [(one.name, one.district) for one in named] == [
        ("เทศบาลตำบลสุเทพ", "เมืองเชียงใหม่"),
        ("องค์การบริหารส่วนตำบลข่วงเปา", "จอมทอง"),
        ("เทศบาลเมืองแม่โจ้", "สันทราย"),
    ]


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', "ก\tข ค"),
        ('<row><c t="s"><v>9</v></c><c t="s"><v>x</v></c><c><v>1</v></c></row>', "\t\t1"),
        ('<row><c t="inlineStr"><is><t>ก\nข</t></is></c></row>', "ก ข"),
        ('<row><c t="str"><f>A1&amp;B1</f><v>ก</v></c></row>', "ก"),
        ('<row><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c><c><v>3.50</v></c></row>', "\t\t3.5"),
        ('<row><c s="1"><v>43516</v></c><c s="2"><v>43516.4</v></c></row>', "2019-02-20\t2019-02-20"),
        ('<row><c s="3"><v>43516</v></c><c s="99"><v>43516.0</v></c></row>', "43516\t43516"),
        ('<row hidden="1"><c><v>1</v></c></row><row><c><v>2</v></c></row>', "2"),
        ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "1"),
    ],
)
def test_a_row_reads_as_excel_shows_it(row: str, read: str) -> None:
    assert of(row).strip("\n") == read


def test_days_may_count_from_1904() -> None:
    assert of('<row><c s="1"><v>42054</v></c></row>', from_1904=1) == "2019-02-20"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        *[("1", "1"), ("60", "60"), ("61", "1900-03-01"), ("2958465", "9999-12-31"), ("2958466", "2958466")],
        *[("-5", "-5"), ("nan", "nan"), ("1e400", "1e400"), ("x", "x")],
    ],
)
def test_what_is_no_day_of_excel_stays_a_number(written: str, shown: str) -> None:
    assert serial_days.shown(written, is_day=True, from_1904=False) == shown


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ('ที่,ชื่อ\r\n1,"ทต.สุเทพ, เมือง"\r\n'.encode(), "ที่\tชื่อ\n1\tทต.สุเทพ, เมือง"),
        ("\ufeffที่,ชื่อ\n1,ก".encode(), "ที่\tชื่อ\n1\tก"),
        ("ที่;ชื่อ\n1;ก".encode("cp874"), "ที่\tชื่อ\n1\tก"),
        ("ที่\tชื่อ\n1\tก".encode("utf-16"), "ที่\tชื่อ\n1\tก"),
        (b'1,"two\nlines"\n', "1\ttwo lines"),
        (b'1,"never closed\n2', "1\tnever closed 2"),
    ],
)
def test_a_csv_is_read_as_excel_wrote_it(raw: bytes, text: str) -> None:
    (document,) = dispatch.parse(raw, name="list.CSV").documents
    assert (document.media_type, document.text) == ("text/csv", text)
