"""Letters as office files: the same letter reads the same in every format, and nothing unseen is read."""

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from parsers import dispatch, errors
from parsers.document import opendocument, rich_text, word, word_binary
from parsers.limits import Limits
from parsers.model import to_json
from tests.letters import compare

FORMATS = Path(__file__).parents[1] / "data" / "formats"
LIMITS = Limits()
PARTS = """ลับ (หัวกระดาษหน้าแรก)
หัวกระดาษหน้าต่อไป
ที่ ชม ๐๐๒๓.๓/๑๒๓๔\tศาลากลางจังหวัดเชียงใหม่
ย่อหน้าที่มีกล่องข้อความ
เลขรับ ๒๗๘๔
วันที่ ๒๕ ก.พ. ๒๕๖๒
๑. ข้อหนึ่ง
๑.๑ ข้อย่อย
๑.๒ ข้อย่อยสอง
๒. ข้อสอง
คงอยู่ แทรกเข้ามา
๑\tอบต.อ่าวนาง\tเมืองกระบี่
\tในตาราง
๒\t\tไม่มีชื่อ
\f
หน้าสอง บรรทัด
หัก
ท้ายกระดาษ"""


def archive(**members: str) -> bytes:
    """An archive of `members`, whose names are written with `__` for a slash and `_` for a dot."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in members.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), text)
    return content.getvalue()


def docx(body: str, namespace: str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main") -> bytes:
    document = f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'
    return archive(word__document_xml=document)


def odt(body: str, styles: str = "") -> bytes:
    document = f"""<o:document-content xmlns:o="o" xmlns:t="t" xmlns:d="d" xmlns:s="s" xmlns:fo="fo" xmlns:table="b">
        <o:automatic-styles>{styles}</o:automatic-styles><o:body><o:text>{body}</o:text></o:body>
        </o:document-content>"""
    return archive(mimetype="application/vnd.oasis.opendocument.text", content_xml=document)


def lines(text: str) -> list[str]:
    return [line for line in re.split(r"[\n\f]", text) if line.strip()]


def of_docx(body: str) -> list[str]:
    return lines(word.read(docx(body), limits=LIMITS)[0])


def of_odt(body: str, styles: str = "") -> list[str]:
    return lines(opendocument.read(odt(body, styles), limits=LIMITS)[0])


def of_rtf(rtf: str | bytes) -> str:
    raw = rtf if isinstance(rtf, bytes) else rtf.encode("ascii")
    return rich_text.read(raw, limits=LIMITS)[0]


@pytest.mark.parametrize("extension", ["docx", "odt", "rtf", "doc", "txt", "html"])
def test_a_letter_reads_the_same_in_every_format(extension: str) -> None:
    assert _differences("letter", extension) == []


@pytest.mark.parametrize("extension", ["docx", "odt", "rtf", "doc", "txt"])
def test_a_list_behind_a_letter_reads_the_same_in_every_format(extension: str) -> None:
    assert _differences("table", extension) == []


def _differences(letter: str, extension: str) -> list[str]:
    expected: dict[str, Any] = json.loads((FORMATS / f"{letter}.json").read_text(encoding="utf-8"))
    parsed = dispatch.parse((FORMATS / f"{letter}.{extension}").read_bytes(), name="attachment")
    assert [document.text_source for document in parsed.documents] == ["native"]
    return compare.differences(expected, json.loads(to_json(parsed)))


def test_all_parts_of_a_docx_are_read_in_their_order() -> None:
    text, defects = word.read((FORMATS / "parts.docx").read_bytes(), limits=LIMITS)
    assert (lines(text), defects) == (lines(PARTS), ())
    assert text.count("\f") == 1


def test_all_parts_of_an_odt_are_read_in_their_order() -> None:
    text, _ = opendocument.read((FORMATS / "parts.odt").read_bytes(), limits=LIMITS)
    first, second, *others = lines(PARTS)
    written = [second, first, *(_with_arabic_numbers(line) for line in others)]
    assert lines(text) == written
    assert text.count("\f") == 1


def test_all_parts_of_an_rtf_are_read_in_their_order() -> None:
    text = of_rtf((FORMATS / "parts.rtf").read_bytes())
    first, second, number, paragraph, *_box, item = lines(PARTS)[:7]
    written = [second, first, number, paragraph, item, *lines(PARTS)[7:]]  # Writer does not write the box
    assert [line.lstrip(" ") for line in lines(text)] == [
        _with_arabic_numbers(line, "\t") for line in written
    ]
    assert text.count("\f") == 1


def _with_arabic_numbers(line: str, behind: str = " ") -> str:
    """Writer does not keep the Thai digits of Word's lists."""
    number = re.match(r"([๑๒][.๑๒]+) ", line)
    return (
        f"{number[1].translate(str.maketrans('๑๒', '12'))}{behind}{line[number.end() :]}" if number else line
    )


def test_all_stories_of_a_doc_are_read_boxes_after_the_body() -> None:
    text, _ = word_binary.read((FORMATS / "parts.doc").read_bytes(), limits=LIMITS)
    assert lines(text) == [
        "หัวกระดาษหน้าต่อไป",
        "ลับ (หัวกระดาษหน้าแรก)",
        "ที่ ชม ๐๐๒๓.๓/๑๒๓๔\tศาลากลางจังหวัดเชียงใหม่",
        "ย่อหน้าที่มีกล่องข้อความ",
        "ข้อหนึ่ง",
        "ข้อย่อย",
        "ข้อย่อยสอง",
        "ข้อสอง",
        "คงอยู่ ถูกลบแทรกเข้ามา ซ่อนไว้",
        "๑\tอบต.อ่าวนาง\tเมืองกระบี่",
        "\tในตาราง",
        "๒",
        "ไม่มีชื่อ",
        "หน้าสอง บรรทัด",
        "หัก",
        "เลขรับ ๒๗๘๔",
        "วันที่ ๒๕ ก.พ. ๒๕๖๒",
        "ท้ายกระดาษ",
    ]


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("<w:p><w:r><w:t>ก</w:t><w:tab/><w:t>ข</w:t></w:r></w:p>", ["ก\tข"]),
        ("<w:p><w:pPr><w:tabs><w:tab w:pos='1'/></w:tabs></w:pPr><w:r><w:t>ก</w:t></w:r></w:p>", ["ก"]),
        ("<w:p><w:r><w:t>ก</w:t><w:br/><w:t>ข</w:t></w:r></w:p>", ["ก", "ข"]),
        ("<w:p><w:r><w:t>ก</w:t></w:r><w:del><w:r><w:t>ข</w:t></w:r></w:del></w:p>", ["ก"]),
        ("<w:p><w:moveFrom><w:r><w:t>ข</w:t></w:r></w:moveFrom><w:r><w:t>ก</w:t></w:r></w:p>", ["ก"]),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ข</w:t></w:r><w:r><w:t>ก</w:t></w:r></w:p>", ["ก"]),
        ("<w:p><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>ก</w:t></w:r></w:p>", ["ก"]),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>ก</w:t></w:r></w:p>", ["ก"]),
        ("<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:t> ก</w:t></w:r></w:p>", ["☑ ก"]),
        (
            "<w:p><w:r><w:t>ก</w:t></w:r></w:p><w:Fallback><w:p><w:r><w:t>ข</w:t></w:r></w:p></w:Fallback>",
            ["ก"],
        ),
    ],
)
def test_what_a_reader_of_word_sees_is_read(body: str, read: list[str]) -> None:
    assert of_docx(body) == read


def test_a_strict_docx_is_a_docx() -> None:
    raw = docx("<w:p><w:r><w:t>ก</w:t></w:r></w:p>", "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert word.read(raw, limits=LIMITS)[0] == "ก"


def test_the_cells_of_a_row_stand_side_by_side_line_by_line() -> None:
    def cell(*texts: str) -> str:
        return "<w:tc>" + "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts) + "</w:tc>"

    assert of_docx(f"<w:tbl><w:tr>{cell('ที่ ก')}{cell('ศาลากลาง', 'ถนน')}</w:tr></w:tbl>") == [
        "ที่ ก\tศาลากลาง",
        "\tถนน",
    ]


@pytest.mark.parametrize(
    ("form", "start", "numbers"),
    [
        ("decimal", "1", ["1)", "2)"]),
        ("thaiNumbers", "9", ["๙)", "๑๐)"]),
        ("thaiLetters", "1", ["ก)", "ข)"]),
        ("lowerLetter", "26", ["z)", ""]),
        ("bullet", "1", ["", ""]),
        ("lowerRoman", "1", ["", ""]),
    ],
)
def test_lists_are_numbered_as_word_shows_them(form: str, start: str, numbers: list[str]) -> None:
    numbering = f"""<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0">
        <w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num></w:numbering>"""
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>ก</w:t></w:r></w:p>'
    body = f'<w:document xmlns:w="w"><w:body>{item * 2}</w:body></w:document>'
    raw = archive(word__document_xml=body, word__numbering_xml=numbering)
    expected = [f"{number} ก".strip() for number in numbers]
    assert lines(word.read(raw, limits=LIMITS)[0]) == expected


def test_a_list_that_word_restarts_counts_anew() -> None:
    numbering = """<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0">
        <w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>
        </w:lvlOverride></w:num></w:numbering>"""
    items = (f'<w:p><w:pPr><w:numPr><w:numId w:val="{list}"/></w:numPr></w:pPr></w:p>' for list in "11221")
    body = f'<w:document xmlns:w="w"><w:body>{"".join(items)}</w:body></w:document>'
    raw = archive(word__document_xml=body, word__numbering_xml=numbering)
    assert word.read(raw, limits=LIMITS)[0].split() == ["1.", "2.", "1.", "2.", "3."]


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("<t:p>ก<t:tab/>ข<t:s t:c='3'/>ค<t:line-break/>ง</t:p>", ["ก\tข   ค", "ง"]),
        ("<t:tracked-changes><t:p>ข</t:p></t:tracked-changes><t:p>ก</t:p>", ["ก"]),
        ("<t:p>ก<o:annotation><t:p>ข</t:p></o:annotation></t:p>", ["ก"]),
        ("<t:p>ก<t:span t:style-name='T1'>ข</t:span></t:p>", ["ก"]),
        ("<t:p>ก<d:frame><d:text-box><t:p>ข</t:p></d:text-box></d:frame>ค</t:p>", ["กค", "ข"]),
        ("<t:list t:style-name='L1'><t:list-item><t:p>ก</t:p></t:list-item></t:list>", ["๓) ก"]),
    ],
)
def test_what_a_reader_of_writer_sees_is_read(body: str, read: list[str]) -> None:
    styles = """<s:style s:name="T1"><s:text-properties t:display="none"/></s:style><t:list-style s:name="L1">
        <t:list-level-style-number t:level="1" s:num-format="๑, ๒, ๓, ..." s:num-suffix=")" t:start-value="3"/>
        </t:list-style>"""
    assert of_odt(body, styles) == read


def test_a_list_that_goes_on_counts_on() -> None:
    styles = """<t:list-style s:name="L1"><t:list-level-style-number t:level="1" s:num-format="1" s:num-suffix="."/>
        </t:list-style>"""
    item = "<t:list-item><t:p>ก</t:p></t:list-item>"
    body = f"""<t:list t:style-name="L1">{item}</t:list><t:p>คั่น</t:p>
        <t:list t:style-name="L1" t:continue-numbering="true">{item}</t:list>
        <t:list t:style-name="L1">{item}</t:list>"""
    assert of_odt(body, styles) == ["1. ก", "คั่น", "2. ก", "1. ก"]


@pytest.mark.parametrize(
    ("rtf", "read"),
    [
        (r"{\rtf1\ansi\ansicpg874 \'b7\'d5\'e8}", "ที่"),
        (
            r"{\rtf1\ansi{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset222 Cordia New;}}\f1\'b7\'d5\'e8\f0\'93x}",
            "ที่“x",
        ),
        (r"{\rtf1\ansi\ansicpg874{\fonttbl{\f0\fcharset0 Cordia New;}}\f0\'b7\'d5\'e8}", "ที่"),
        (r"{\rtf1\ansi\uc1\u3607?\u3637\'3f\u3656?}", "ที่"),
        (r"{\rtf1\ansi\uc2\u3607??\u3637??\u3656??}", "ที่"),
        (r"{\rtf1\ansi\uc0\u3607 \u-10179 \u-8704 }", "ท😀"),
        (r"{\rtf1\ansi\u-10179 ?}", "\ufffd"),
        ("{\\rtf1\\ansicpg874 ที่}".encode("cp874"), "ที่"),
        (r"{\rtf1 a\tab b\line c\par d}", "a\tb\nc\nd"),
        (r"{\rtf1 a{\v b}c{\deleted d}e\v f\v0 g}", "aceg"),
        (r"{\rtf1 a{\*\unknown b}{\info{\title c}}{\pict 0102}{\*\fldinst d}{\fldrslt e}f}", "aef"),
        (r"{\rtf1{\fonttbl{\f3\fcharset2 Wingdings;}}a{\f3 \'fe}b}", "ab"),
        (r"{\rtf1\trowd a\cell b\par c\cell\row d\cell\row e}", "a\tb\n\tc\nd\ne"),
        (r"{\rtf1 a{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt b\par c}}}d\par e}", "ad\nb\nc\ne"),
        (r"{\rtf1{\footer z\par}a\par}", "a\nz"),
        (r"{\rtf1 {\*\revdttm1735565312}a\revdttm1735565312 b}", "ab"),
        (r"{\rtf1 \{a\}\\\~b\_c}", "{a}\\\u00a0b-c"),
        (b"{\\rtf1 a{\\pict\\bin5 }}}{{}b}", "ab"),
        (r"{\rtf1 a}}}} {b", "a b"),
    ],
)
def test_rich_text_is_read_as_word_shows_it(rtf: str | bytes, read: str) -> None:
    assert of_rtf(rtf).strip("\n") == read


def test_rich_text_in_the_wrong_charset_is_restored() -> None:
    sentence = "เรื่อง ขอเชิญสมัครขอรับการรับรองมาตรฐาน".encode("cp874")
    assert of_rtf(b"{\\rtf1\\ansi\\ansicpg1252 " + sentence + b"}") == sentence.decode("cp874")


def test_protected_office_files_say_so_and_stay() -> None:
    doc = bytearray((FORMATS / "letter.doc").read_bytes())
    doc[doc.index(b"\xec\xa5") + 0x0B] |= 0x01
    manifest = "<manifest><encryption-data/></manifest>"
    xls = (FORMATS / "list.xls").read_bytes().replace(b"\x42\x00\x02\x00", b"\x2f\x00\x02\x00")  # FILEPASS
    files = {
        "xls": xls,
        "docx": (FORMATS / "locked.docx").read_bytes(),
        "doc": bytes(doc),
        "odt": archive(
            mimetype="application/vnd.oasis.opendocument.text", **{"META-INF__manifest_xml": manifest}
        ),
    }
    for name, raw in files.items():
        parsed = dispatch.parse(raw, name=name)
        assert parsed.documents[0].defects == ("encrypted",), name
        assert parsed.error == (
            f"{name} was not read: it is protected by a password; ask the sender for a copy without a password."
        )


@pytest.mark.parametrize(
    "name", ["letter.docx", "letter.odt", "letter.doc", "list.xlsx", "list.xls", "outlook.msg"]
)
def test_a_file_cut_short_is_unreadable_not_unknown(name: str) -> None:
    raw = (FORMATS / name).read_bytes()
    parsed = dispatch.parse(raw[: len(raw) * 2 // 3], name="x")
    assert parsed.documents[0].defects == ("unreadable",)


def test_word_before_97_is_refused() -> None:
    doc = bytearray((FORMATS / "letter.doc").read_bytes())
    at = doc.index(b"\xec\xa5")
    doc[at + 2 : at + 4] = (0x65).to_bytes(2, "little")
    with pytest.raises(errors.Unreadable, match="before 97"):
        word_binary.read(bytes(doc), limits=LIMITS)
