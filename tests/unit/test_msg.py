"""Mails that Outlook saved: their header, bodies and attachments as those of any mail."""

from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import compressed_rtf

from parsers import dispatch
from parsers.limits import Limits
from parsers.mail import mapi, message
from parsers.mail.mapi import Properties

FORMATS = Path(__file__).parents[1] / "data" / "formats"
OUTLOOK = (FORMATS / "outlook.msg").read_bytes()
LIMITS = Limits()


def a_message(**texts: str) -> Properties:
    """A message with text properties, by the names that `mapi` gives their numbers."""
    values = {getattr(mapi, name): (mapi.STRING, text.encode("utf-16-le")) for name, text in texts.items()}
    return Properties(values=values)


def test_a_saved_mail_reads_as_a_mail() -> None:
    parsed = dispatch.parse(OUTLOOK, name="x.msg")
    assert parsed.media_type == "application/vnd.ms-outlook"
    assert parsed.message is not None
    assert parsed.message.from_ == "saraban@chiangmai.go.th"
    assert parsed.message.to == ("saraban@dla.go.th",)
    assert parsed.message.subject == "ส่งหนังสือตอบ ว 200"
    assert parsed.message.date == datetime(2019, 2, 20, 3, 30, tzinfo=UTC)
    assert [document.name for document in parsed.documents] == [
        "body.txt",
        "หนังสือตอบ.docx",
        "ขอเชิญสมัคร.msg",
        "body.txt",
        "ลึก.txt",
    ]
    assert [document.text.strip() for document in parsed.documents[3:]] == ["เนื้อความข้างใน", "ลึก"]
    assert parsed.letter is not None
    assert parsed.letter.reference_number is not None
    assert parsed.letter.reference_number.value == "ชม 0023.3/1234"


def test_eight_bit_text_is_read_in_the_code_page_of_the_mail() -> None:
    parsed = dispatch.parse((FORMATS / "outlook-874.msg").read_bytes(), name="x")
    assert parsed.message is not None
    assert parsed.message.subject == "ส่งหนังสือ"
    assert [(one.name, one.text.strip()) for one in parsed.documents] == [
        ("body.txt", "ตอบแล้วครับ"),
        ("หนังสือ.txt", "x"),
    ]


def test_a_saved_mail_that_is_attached_is_opened() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@b.c", "saraban@dla.go.th", "Fwd: x"
    mail.set_content("ส่งต่อ")
    mail.add_attachment(OUTLOOK, maintype="application", subtype="octet-stream", filename="mail")
    documents = dispatch.parse(mail.as_bytes(), name="x.eml").documents
    assert [document.name for document in documents[:4]] == ["body.txt", "mail", "body.txt", "หนังสือตอบ.docx"]
    assert documents[1].media_type == "application/vnd.ms-outlook"


def test_mails_inside_are_opened_down_to_a_depth() -> None:
    documents = dispatch.parse(OUTLOOK, name="x", limits=Limits(depth=0)).documents
    assert [(one.name, one.defects) for one in documents][2:] == [("ขอเชิญสมัคร.msg", ("nested-too-deep",))]


def test_no_more_parts_are_taken_than_may_be() -> None:
    parsed = dispatch.parse(OUTLOOK, name="x", limits=Limits(parts=1))
    assert parsed.message is not None
    assert "too-many-parts" in parsed.message.defects


def test_no_more_is_read_out_of_a_file_than_may_be() -> None:
    parsed = dispatch.parse(OUTLOOK, name="x", limits=Limits(unpacked_bytes=10_000))
    assert (parsed.message, parsed.documents[0].defects) == (None, ("over-limit",))


def test_the_header_that_came_over_the_wire_goes_first() -> None:
    wire = (
        "Subject: =?utf-8?B?4LiV4Lit4Lia?=\r\nAuthentication-Results: dla.go.th; spf=pass\r\nFrom: a@b.c\r\n"
    )
    saved = a_message(WIRE_HEADERS=wire, SUBJECT="other", MESSAGE_ID="<1@b.c>", SENDER_SMTP="other@b.c")
    head = message.read(mapi.mail(saved, recipients=(), attachments=(), limits=LIMITS).headers)
    assert (head.subject, head.from_, head.message_id) == ("ตอบ", "a@b.c", "<1@b.c>")
    assert (head.authentication, head.defects) == ({"spf": "pass"}, ())


def test_an_address_of_exchange_is_no_sender() -> None:
    saved = a_message(SENDER_ADDRESS="/O=DLA/OU=EXCHANGE/CN=CLERK", SENDER_NAME="Clerk")
    assert message.read(mapi.mail(saved, recipients=(), attachments=(), limits=LIMITS).headers).from_ is None


def test_a_report_of_outlook_is_a_report() -> None:
    for kind, report in (
        ("REPORT.IPM.Note.NDR", "delivery-status"),
        ("REPORT.IPM.Note.IPNRN", "disposition-notification"),
    ):
        mail = mapi.mail(a_message(MESSAGE_CLASS=kind), recipients=(), attachments=(), limits=LIMITS)
        assert (mail.media_type, mail.content.parameters) == ("multipart/report", {"report-type": report})


def test_rich_text_is_the_body_where_there_is_no_other() -> None:
    packed = compressed_rtf.compress(b"{\\rtf1\\ansi hello world}")
    both = {mapi.RTF: (mapi.BINARY, packed)}
    alone = mapi.mail(Properties(values=both), recipients=(), attachments=(), limits=LIMITS)
    assert [part.media_type for part in alone.parts[0].parts] == ["application/rtf"]
    assert b"hello world" in alone.parts[0].parts[0].body
    plain = Properties(values=both | dict(a_message(BODY="hello").values))
    kept = mapi.mail(plain, recipients=(), attachments=(), limits=LIMITS)
    assert [part.media_type for part in kept.parts[0].parts] == ["text/plain"]


def test_damaged_rich_text_is_no_body() -> None:
    saved = Properties(values={mapi.RTF: (mapi.BINARY, b"\x10\0\0\0LZFu damaged")})
    assert mapi.mail(saved, recipients=(), attachments=(), limits=LIMITS).parts[0].parts == ()


def test_a_damaged_file_is_kept_and_named() -> None:
    parsed = dispatch.parse(OUTLOOK[: len(OUTLOOK) // 2], name="x.msg")
    assert (parsed.message, parsed.documents[0].defects) == (None, ("unreadable",))
    assert parsed.error is not None
