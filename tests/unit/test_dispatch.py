"""Any file to what was read from it: the kinds of file, what a mail carries, which letter it is about."""

import hashlib
from email.message import EmailMessage
from pathlib import Path

import pytest

from parsers import dispatch, sniff
from parsers.limits import Limits
from parsers.model import Parsed

PDFS = Path(__file__).parents[1] / "data" / "pdf"
CIRCULAR = """ที่ มท ๐๘๑๐.๗/ว ๒๐๐
กรมส่งเสริมการปกครองท้องถิ่น
ถนนนครราชสีมา กทม. ๑๐๓๐๐
๑๕ กุมภาพันธ์ ๒๕๖๒
เรื่อง ขอเชิญสมัครขอรับการรับรองมาตรฐาน
เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด
ด้วยกรมส่งเสริมการปกครองท้องถิ่นขอให้แจ้งองค์กรปกครองส่วนท้องถิ่น จึงเรียนมาเพื่อโปรดพิจารณา
ขอแสดงความนับถือ
(นายทวี เสริมภักดีกุล)
รองอธิบดี ปฏิบัติราชการแทน
อธิบดีกรมส่งเสริมการปกครองท้องถิ่น
"""


def a_reply(number: str, province: str = "เชียงใหม่", says: str = "ไม่มีองค์กรปกครองส่วนท้องถิ่นสมัคร") -> str:
    return f"""ที่ {number}
ศาลากลางจังหวัด{province}
ถนนโชตนา ๕๐๓๐๐
๒๐ กุมภาพันธ์ ๒๕๖๒
เรื่อง ขอเชิญสมัครขอรับการรับรองมาตรฐาน
เรียน อธิบดีกรมส่งเสริมการปกครองท้องถิ่น
อ้างถึง หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒
ตามหนังสือที่อ้างถึง ความละเอียดแจ้งแล้ว นั้น
จังหวัด{province}ขอเรียนว่า {says}
จึงเรียนมาเพื่อโปรดทราบ
ขอแสดงความนับถือ
(นายสมชาย ใจดี)
ผู้ว่าราชการจังหวัด{province}
"""


def a_mail(body: str = "", *, subject: str = "ส่งหนังสือ", sender: str = "clerk@moi.go.th") -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "saraban@dla.go.th", subject
    mail.set_content(body)
    return mail


def attach(mail: EmailMessage, text: str, name: str) -> None:
    mail.add_attachment(text, filename=name)


def read(mail: EmailMessage) -> Parsed:
    return dispatch.parse(mail.as_bytes(), name="box/mail.eml")


def number(parsed: Parsed) -> str | None:
    assert parsed.letter is None or parsed.letter in parsed.letters
    return parsed.letter and parsed.letter.reference_number and parsed.letter.reference_number.value


@pytest.mark.parametrize(
    ("raw", "label", "name", "kind"),
    [
        (b"%PDF-1.7\n", None, "letter.txt", "application/pdf"),
        (b"\r\n\r\n%PDF-1.7", "text/plain", "", "application/pdf"),
        (b"From: a@b.c\r\nTo: x\r\n\r\n%PDF-1.4\x00\x00", None, "", "message/rfc822"),
        (b"a text with a stray \x00" + b"!" * 200, "text/plain", "", "text/plain"),
        (b"junk of a scanner\n%PDF-1.4\n", "application/octet-stream", "", "application/pdf"),
        (b"PK\x03\x04..word/document.xml", None, "", sniff.WORD),
        (b"PK\x03\x04..other", None, "letter.docx", "application/zip"),
        (b"\xff\xd8\xff\xe0", "application/pdf", "", "image/jpeg"),
        (b"From: a@b.c\r\nSubject: x\r\n\r\n", None, "", "message/rfc822"),
        (b"From a@b.c Wed Feb 20 10:00:00 2019\nFrom: a@b.c\nSubject: x\n\n", None, "", "message/rfc822"),
        (b"X-Pad: " + b"x" * 9000 + b"\r\nTo: a@b.c\r\nDate: x\r\n\r\n", None, "", "message/rfc822"),
        (b"Subject: x\n\n", None, "a.eml", "message/rfc822"),
        (b"Subject: x\n\n", None, "a.txt", "text/plain"),
        (b"From: a@b.c\nSubject: x\n\n", "text/plain", "", "text/plain"),
        (b"<!DOCTYPE html><p>", None, "", "text/html"),
        (b"<p>x", "text/plain", "", "text/html"),
        ("ที่ มท".encode("cp874"), None, "", "text/plain"),
        ("ที่ มท".encode("utf-16"), None, "", "text/plain"),
        (b"a,b", "text/csv", "", "text/csv"),
        (b"\x00\x01", "text/plain", "", "application/octet-stream"),
        (b"", None, "", "text/plain"),
    ],
)
def test_the_bytes_say_what_a_file_is(raw: bytes, label: str | None, name: str, kind: str) -> None:
    assert sniff.media_type(raw, label=label, name=name) == kind


@pytest.mark.parametrize("charset", ["utf-8", "cp874", "utf-16"])
def test_a_text_file_is_read_in_any_thai_charset(charset: str) -> None:
    parsed = dispatch.parse(a_reply("ชม ๐๐๒๓.๓/๑๒๓๔").encode(charset), name="in/reply.txt")
    assert number(parsed) == "ชม 0023.3/1234"
    assert (parsed.source, parsed.media_type, parsed.message) == ("in/reply.txt", "text/plain", None)
    assert [(doc.name, doc.text_source) for doc in parsed.documents] == [("reply.txt", "native")]


def test_a_pdf_is_read_by_its_pages() -> None:
    raw = (PDFS / "libreoffice-sarabun.pdf").read_bytes()
    (document,) = dispatch.parse(raw, name="letter").documents
    assert (document.media_type, document.pages, document.text_source) == ("application/pdf", 1, "text-layer")
    assert document.sha256 == hashlib.sha256(raw).hexdigest()


@pytest.mark.parametrize(
    ("raw", "defect", "says"),
    [
        (b"", "empty", "x.bin is empty: ask the sender to send it again."),
        (b"%PDF-1.4 cut", "unreadable", "ask the sender to send it again."),
        (b"PK\x03\x04....", "unreadable", "ask the sender to send it again."),
        (b"Rar!\x1a\x07\x00", "format-not-read", "ask for the letter as PDF."),
        (b"\x00\x01\x02", "format-not-read", "ask for the letter as PDF."),
    ],
)
def test_what_cannot_be_read_says_so_and_what_to_do(raw: bytes, defect: str, says: str) -> None:
    parsed = dispatch.parse(raw, name="x.bin")
    assert parsed.documents[0].defects == (defect,)
    assert parsed.error is not None
    assert parsed.error.startswith("x.bin ")
    assert parsed.error.endswith(says)


def test_an_attachment_that_cannot_be_read_does_not_hide_the_others() -> None:
    mail = a_mail("ส่งหนังสือตามแนบ")
    mail.add_attachment(b"%PDF-1.4 cut", maintype="application", subtype="pdf", filename="cut.pdf")
    attach(mail, a_reply("ชม ๐๐๒๓.๓/๑๒๓๔"), "reply.txt")
    parsed = read(mail)
    assert [document.defects for document in parsed.documents] == [(), ("unreadable",), ()]
    assert (number(parsed), parsed.error) == ("ชม 0023.3/1234", None)


def test_the_header_and_all_that_a_mail_carries_are_told() -> None:
    mail = a_mail("ส่งหนังสือ", subject="ตอบ ว 200", sender="Saraban <saraban_06500101@dla.go.th>")
    attach(mail, "แนบ", "แนบ.txt")
    inner = a_mail("ข้างใน")
    attach(inner, "ลึก", "ลึก.txt")
    mail.add_attachment(inner)
    parsed = read(mail)
    assert parsed.message is not None
    assert parsed.message.subject == "ตอบ ว 200"
    assert parsed.message.from_ == "saraban_06500101@dla.go.th"
    assert [(doc.name, doc.text.strip()) for doc in parsed.documents] == [
        ("body.txt", "ส่งหนังสือ"),
        ("แนบ.txt", "แนบ"),
        ("mail.eml", ""),
        ("body.txt", "ข้างใน"),
        ("ลึก.txt", "ลึก"),
    ]


def test_an_attached_letter_goes_before_one_in_the_body() -> None:
    mail = a_mail(a_reply("ชม ๐๐๒๓.๓/๑"))
    attach(mail, a_reply("ชม ๐๐๒๓.๓/๒"), "reply.txt")
    parsed = read(mail)
    assert number(parsed) == "ชม 0023.3/2"
    assert parsed.letter is not None
    assert parsed.letter.reference_number is not None
    assert parsed.letter.reference_number.document == 1
    assert len(parsed.letters) == 2


@pytest.mark.parametrize("reversed_order", [False, True])
def test_a_reply_goes_before_the_circular_that_it_answers(reversed_order: bool) -> None:
    mail = a_mail()
    texts = [(a_reply("ชม ๐๐๒๓.๓/๑๒๓๔"), "reply.txt"), (CIRCULAR, "circular.txt")]
    for text, name in reversed(texts) if reversed_order else texts:
        attach(mail, text, name)
    assert number(read(mail)) == "ชม 0023.3/1234"


def test_a_circular_by_itself_is_the_letter() -> None:
    mail = a_mail()
    attach(mail, CIRCULAR, "circular.txt")
    assert number(read(mail)) == "มท 0810.7/ว 200"


def test_the_letter_of_a_forwarded_mail_is_the_letter() -> None:
    inner = a_mail(a_reply("ชม ๐๐๒๓.๓/๑"), sender="chiangmai@moi.go.th")
    mail = a_mail(a_reply("ลพ ๐๐๒๓.๓/๙", "ลำพูน"), subject="Fwd: ส่งหนังสือ")
    mail.add_attachment(inner)
    assert number(read(mail)) == "ชม 0023.3/1"


def test_a_mail_that_only_attaches_another_is_about_itself() -> None:
    inner = a_mail(a_reply("ชม ๐๐๒๓.๓/๑"), sender="chiangmai@moi.go.th")
    mail = a_mail(a_reply("ลพ ๐๐๒๓.๓/๙", "ลำพูน"), subject="ส่งหนังสือ")
    mail.add_attachment(inner)
    assert number(read(mail)) == "ลพ 0023.3/9"


def test_the_circular_that_a_reply_quotes_is_not_its_letter() -> None:
    body = f"{a_reply('ชม ๐๐๒๓.๓/๑')}\n-----Original Message-----\n{CIRCULAR}"
    parsed = read(a_mail(body, subject="Re: ว 200"))
    assert [letter.reference_number and letter.reference_number.value for letter in parsed.letters] == [
        "ชม 0023.3/1"
    ]
    assert "มท ๐๘๑๐.๗/ว ๒๐๐" in parsed.documents[0].text.split("Original Message")[1]


def test_the_confirmation_is_that_of_the_chosen_letter() -> None:
    mail = a_mail(a_reply("ชม ๐๐๒๓.๓/๑", says="มีองค์กรปกครองส่วนท้องถิ่นสมัคร จำนวน ๓ แห่ง"))
    attach(mail, a_reply("ชม ๐๐๒๓.๓/๒"), "reply.txt")
    answer = read(mail).confirmation
    assert answer is not None
    assert (answer.outcome, answer.evidence[0].document) == ("nil", 1)


def test_the_body_answers_where_the_letter_does_not() -> None:
    mail = a_mail(a_reply("ชม ๐๐๒๓.๓/๑"))
    attach(mail, a_reply("ชม ๐๐๒๓.๓/๒", says="วันนี้อากาศดี"), "reply.txt")
    answer = read(mail).confirmation
    assert answer is not None
    assert (answer.outcome, answer.evidence[0].document) == ("nil", 0)


def test_automatic_mail_with_a_letter_is_no_noise() -> None:
    empty, full = a_mail("ระบบได้รับแล้ว"), a_mail("")
    attach(full, a_reply("ชม ๐๐๒๓.๓/๑"), "reply.txt")
    for mail, noise in ((empty, "auto-reply"), (full, None)):
        mail["Auto-Submitted"] = "auto-generated"
        parsed = read(mail)
        assert parsed.message is not None
        assert (parsed.message.noise, parsed.message.auto_submitted) == (noise, "auto-generated")


def test_text_beyond_the_limit_is_cut_over_all_documents_together() -> None:
    mail = a_mail("ก" * 50)
    attach(mail, "ข" * 80, "long.txt")
    parsed = dispatch.parse(mail.as_bytes(), name="x", limits=Limits(text_chars=100))
    assert sum(len(document.text) for document in parsed.documents) == 100
    assert parsed.documents[1].defects == ("text-too-long",)


@pytest.mark.parametrize(
    "raw", [b"\xff" * 1000, b"From: \r\nTo: \r\n\r\n", b"<" * 1000, b"\r\n" * 10, b"%PDF-"]
)
def test_nothing_that_is_read_raises(raw: bytes) -> None:
    assert dispatch.parse(raw, name="x").sha256 == hashlib.sha256(raw).hexdigest()
