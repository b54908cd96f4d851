"""Lists that come with a letter in a mail: spreadsheets, Word and HTML tables, with ticks and sums."""

import io
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from parsers import dispatch
from parsers.model import Confirmation

FORMATS = Path(__file__).parents[1] / "data" / "formats"
TOLD = "จังหวัดเชียงใหม่ขอส่งรายชื่อองค์กรปกครองส่วนท้องถิ่น รายละเอียดตามสิ่งที่ส่งมาด้วย"
SUTHEP = ("เทศบาลตำบลสุเทพ", "เมืองเชียงใหม่")
DON_KAEO = ("องค์การบริหารส่วนตำบลดอนแก้ว", "แม่ริม")
MAE_CHO = ("เทศบาลเมืองแม่โจ้", "สันทราย")
KHUANG_PAO = ("องค์การบริหารส่วนตำบลข่วงเปา", "จอมทอง")

PLAIN = [
    ["ที่", "รายชื่อ อปท.", "อำเภอ"],
    ["1", "ทต.สุเทพ", "เมืองเชียงใหม่"],
    ["2", "อบต.ดอนแก้ว", "แม่ริม"],
    ["รวม", "2 แห่ง", ""],
]
TICKED = [
    ["ที่", "รายชื่อ อปท.", "อำเภอ", "สมัคร", "ไม่สมัคร"],
    ["1", "ทต.สุเทพ", "เมืองเชียงใหม่", "/", ""],
    ["2", "อบต.ดอนแก้ว", "แม่ริม", "", "/"],
    ["3", "ทม.แม่โจ้", "สันทราย", "/", ""],
    ["รวม", "", "", "2", "1"],
]
SAID = [
    ["ที่", "รายชื่อ อปท.", "อำเภอ", "ผล"],
    ["1", "ทต.สุเทพ", "เมืองเชียงใหม่", "เข้าร่วม"],
    ["2", "อบต.ดอนแก้ว", "แม่ริม", "ไม่เข้าร่วม"],
]


def letter(told: str = TOLD) -> list[str]:
    return [
        "ที่ ชม ๐๐๒๓.๓/๑๒\tศาลากลางจังหวัดเชียงใหม่",
        "\tถนนโชตนา ชม ๕๐๓๐๐",
        "๒๐ กุมภาพันธ์ ๒๕๖๒",
        "เรื่อง\tส่งรายชื่อ",
        "เรียน\tอธิบดีกรมส่งเสริมการปกครองท้องถิ่น",
        "อ้างถึง\tหนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒",
        "",
        "ตามหนังสือที่อ้างถึง นั้น",
        "",
        told,
        "",
        "จึงเรียนมาเพื่อโปรดทราบ",
        "",
        "ขอแสดงความนับถือ",
        "(นายสมชาย ใจดี)",
        "ผู้ว่าราชการจังหวัดเชียงใหม่",
        "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด",
        "โทร. ๐ ๕๓๑๑ ๒๒๓๓",
        "",
    ]


def csv(rows: list[list[str]], encoding: str = "utf-8-sig") -> bytes:
    return "\r\n".join(",".join(row) for row in rows).encode(encoding)


def html(rows: list[list[str]]) -> bytes:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<html><meta charset=utf-8><body><p>บัญชีรายชื่อ</p><table>{cells}</table></body></html>".encode()


def word(rows: list[list[str]], above: list[str] | None = None) -> bytes:
    document = docx.Document()
    for line in above or ["บัญชีรายชื่อ"]:
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def answer(mail: bytes) -> Confirmation:
    found = dispatch.parse(mail, name="reply.eml").confirmation
    assert found
    return found


def mail(name: str, content: bytes) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@b.example", "c@d.example", "ส่งรายชื่อ"
    message.set_content("เรียน กรมฯ ส่งเอกสารตามแนบ")
    message.add_attachment(
        "\n".join(letter()).encode(), maintype="text", subtype="plain", filename="letter.txt"
    )
    message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def named(found: Confirmation) -> list[tuple[str, str | None]]:
    return [(one.name, one.district) for one in found.organisations]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.csv", csv(PLAIN)),
        ("old.csv", csv(PLAIN, "cp874")),
        ("list.docx", word(PLAIN)),
        ("list.html", html(PLAIN)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_attached_list_names_and_counts(name: str, content: bytes) -> None:
    found = answer(mail(name, content))
    assert (found.outcome, found.count, named(found)) == ("confirmed", 2, [SUTHEP, DON_KAEO])


@pytest.mark.parametrize("name", ["list.xlsx", "list.xls", "list.ods"])
def test_sheets_of_a_workbook_are_read_together(name: str) -> None:
    found = answer(mail(name, (FORMATS / name).read_bytes()))
    assert (found.outcome, named(found)) == ("confirmed", [SUTHEP, KHUANG_PAO, MAE_CHO])
    assert found.confidence <= 0.5, "the sum is of the first sheet alone"


@pytest.mark.parametrize(
    ("name", "content"),
    [("ticks.csv", csv(TICKED)), ("ticks.docx", word(TICKED))],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_whoever_is_ticked_under_a_no_is_left_out(name: str, content: bytes) -> None:
    found = answer(mail(name, content))
    assert (found.outcome, found.count, named(found)) == ("confirmed", 2, [SUTHEP, MAE_CHO])


def test_ticks_whose_columns_are_lost_say_nothing() -> None:
    assert named(answer(mail("ticks.html", html(TICKED)))) == []


def test_whoever_says_no_in_a_column_of_words_is_left_out() -> None:
    assert named(answer(mail("said.csv", csv(SAID)))) == [SUTHEP]


def test_a_word_letter_may_hold_its_ticks_itself() -> None:
    told = "จังหวัดเชียงใหม่ขอรายงานผลการสำรวจ ดังนี้"
    found = dispatch.parse(word(TICKED, above=letter(told)), name="letter.docx").confirmation
    assert found
    assert named(found) == [SUTHEP, MAE_CHO]


BY_DISTRICT = [
    ["อำเภอ", "อปท. ทั้งหมด", "ส่งแบบแล้ว", "ยังไม่ส่ง"],
    ["เวียงสา", "17", "17", "-"],
    ["ปัว", "12", "9", "3"],
    ["รวม", "29", "26", "3"],
]


def test_the_sum_under_a_yes_is_the_number() -> None:
    assert answer(mail("sums.csv", csv(BY_DISTRICT))).count == 26


@pytest.mark.parametrize("heading", ["ส่งแบบแล้ว", "จำนวนเงิน"])
def test_a_sum_counts_only_under_a_heading_that_says_so(heading: str) -> None:
    rows = [["อำเภอ", "ทั้งหมด", heading], ["ปัว", "12", "9"], ["รวม", "12", "9"]]
    assert answer(mail("sums.csv", csv(rows))).count == (9 if heading == "ส่งแบบแล้ว" else None)


def test_a_table_of_noughts_is_a_nil_return() -> None:
    rows = [["ประเภท", "จำนวน"], ["เทศบาล", "0"], ["อบต.", "0"], ["รวม", "0"]]
    found = answer(mail("sums.csv", csv(rows)))
    assert (found.outcome, found.count) == ("nil", 0)


def test_a_list_right_below_the_telephone_is_one_all_the_same() -> None:
    text = "\n".join([*letter()[:-1], "บัญชีรายชื่อองค์กรปกครองส่วนท้องถิ่น", *("\t".join(row) for row in PLAIN)])
    found = dispatch.parse(text.encode(), name="letter.txt").confirmation
    assert found
    assert (found.count, named(found)) == (2, [SUTHEP, DON_KAEO])


def test_a_district_above_several_organisations_is_theirs() -> None:
    told = "มีองค์กรปกครองส่วนท้องถิ่นสมัคร ๒ แห่ง แยกเป็น อำเภอแม่ริม ๑ แห่ง (อบต.ดอนแก้ว) อำเภอสันทราย ๑ แห่ง (ทม.แม่โจ้)"
    found = dispatch.parse("\n".join(letter(told)).encode(), name="letter.txt").confirmation
    assert found
    assert (found.count, named(found)) == (2, [DON_KAEO, MAE_CHO])
