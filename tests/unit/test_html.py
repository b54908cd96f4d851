"""HTML mail to the lines that its reader sees."""

import pytest

from parsers.mail import html


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>เรื่อง&nbsp;&nbsp;ขอเชิญ</p><p>เรียน ผู้ว่า &amp; คณะ</p>", "เรื่อง  ขอเชิญ\nเรียน ผู้ว่า & คณะ"),
        ("<div>หนึ่ง<br>สอง</div>สาม", "หนึ่ง\nสอง\nสาม"),
        ("<b>ที่</b> มท\n   0810.7/ว <span>200</span>", "ที่ มท 0810.7/ว 200"),
        ("<head><title>t</title><style>a{}</style></head><script>x()</script>ข้อความ", "ข้อความ"),
        ("<!-- แอบ -->เห็น", "เห็น"),
        ("<pre>หนึ่ง\n สอง</pre>", "หนึ่ง\nสอง"),
        ("<ul><li>ก<li>ข</ul>", "ก\nข"),
        ("ไม่ปิด <b>แท็ก <p>เลย", "ไม่ปิด แท็ก\nเลย"),
        ("&#x0E17;&#3637;่", "ที่"),
        ("", ""),
    ],
)
def test_blocks_become_lines(markup: str, text: str) -> None:
    assert html.read(markup) == (text, ())


def test_a_row_of_short_cells_is_one_line_with_columns() -> None:
    table = "<table><tr><td><p>1</p><td>อบต.อ่าวนาง<td><td>เมืองกระบี่<tr><th>รวม<th>7</table>"
    assert html.read(table)[0] == "1  อบต.อ่าวนาง  เมืองกระบี่\nรวม  7"


def test_a_row_used_for_layout_keeps_the_lines_of_its_cells() -> None:
    table = "<table><tr><td>เรียน อธิบดี<br>อ้างถึง หนังสือ<td>โลโก้</table>"
    assert html.read(table)[0] == "เรียน อธิบดี\nอ้างถึง หนังสือ\nโลโก้"


def test_quoted_mail_is_marked_as_in_plain_text() -> None:
    markup = "ตอบ<blockquote type=cite>เดิม<br>สอง</blockquote><blockquote>ย่อหน้า</blockquote>"
    assert html.read(markup)[0] == "ตอบ\n> เดิม\n> สอง\nย่อหน้า"


@pytest.mark.parametrize(
    ("markup", "defects"),
    [
        ("<div>" * 200_000 + "ก", ("html-too-deep",)),
        ("<div></b>" * 50_000 + "ก", ("html-too-deep",)),
        ("".join(f"<a{number}>" for number in range(50_000)) + "ก", ("html-too-deep",)),
        ("<script>" * 100_000 + "ก", ("html-too-deep",)),
        ("ก" + "<br>" * 400_000, ("html-too-long",)),
        ("ก" + "<p>x" * 5_000, ()),
        ("<table><tr><td>" * 900 + "ก", ()),
        ("<blockquote type=cite>" * 1_900 + "ก", ()),
    ],
)
def test_hostile_markup_is_read_as_far_as_it_goes(markup: str, defects: tuple[str, ...]) -> None:
    text, found = html.read(markup)
    assert "ก" in text
    assert found == defects


def test_a_document_may_name_its_own_charset() -> None:
    assert html.declared_charset(b'<meta charset="tis-620">') == "tis-620"
    assert (
        html.declared_charset(b"<META http-equiv=x content='text/html; charset=windows-874'>")
        == "windows-874"
    )
    assert html.declared_charset(b"<p>charset=tis-620</p>") is None
