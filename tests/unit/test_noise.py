"""Which mail is no letter, and which looks like none but is."""

import pytest

from parsers.limits import Limits
from parsers.mail import message, mime, noise

DSN = b"Content-Type: multipart/report; report-type=delivery-status; boundary=B"
MDN = b"Content-Type: multipart/report; report-type=disposition-notification; boundary=B"
INVITATION = b'Content-Type: text/calendar; method="REQUEST"'


def kind_of(*fields: bytes, attached: bool = False, body: bool = False) -> str | None:
    raw = b"\r\n".join(fields) + b"\r\n\r\n--B\r\n\r\nx\r\n--B--\r\n"
    mail = mime.read(raw, limits=Limits())
    return noise.classify(mail, message.read(mail.headers), letter_attached=attached, letter_in_body=body)


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        (DSN, "bounce"),
        (MDN, "read-receipt"),
        (b"From: MAILER-DAEMON@mail.go.th", "bounce"),
        (b"X-Failed-Recipients: a@b.c", "bounce"),
    ],
)
def test_a_report_is_noise_even_if_it_returns_a_letter(field: bytes, kind: str) -> None:
    assert kind_of(field, attached=True) == kind


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        (b"Auto-Submitted: auto-replied (vacation)", "auto-reply"),
        (b"X-Autoreply: yes", "auto-reply"),
        (b"Precedence: auto_reply", "auto-reply"),
        (b"Subject: Automatic reply: x", "auto-reply"),
        (b"Subject: Out of Office", "auto-reply"),
        ("Subject: ตอบกลับอัตโนมัติ: ว 200".encode(), "auto-reply"),
        ("Subject: ไม่อยู่ที่สำนักงาน".encode(), "auto-reply"),
        ("Subject: ลาพักร้อน".encode("cp874"), "auto-reply"),
        (b"Subject: Undeliverable: x", "bounce"),
        ("Subject: ส่งอีเมลไม่สำเร็จ".encode(), "bounce"),
        (b"Subject: Read: x", "read-receipt"),
        ("Subject: อ่านแล้ว: ว 200".encode(), "read-receipt"),
    ],
)
def test_an_automatic_answer_is_noise_unless_a_letter_is_attached(field: bytes, kind: str) -> None:
    assert kind_of(field) == kind
    assert kind_of(field, body=True) == kind
    assert kind_of(field, attached=True) is None


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        (b"List-Id: <staff.go.th>", "list"),
        (b"Precedence: bulk", "list"),
        (INVITATION, "calendar"),
        (b"Auto-Submitted: auto-generated", "auto-reply"),
        (b"X-Auto-Response-Suppress: All", "auto-reply"),
        (b"Return-Path: <>", "bounce"),
    ],
)
def test_a_weak_sign_yields_to_any_letter(field: bytes, kind: str) -> None:
    assert kind_of(field) == kind
    assert kind_of(field, body=True) is None
    assert kind_of(field, attached=True) is None


@pytest.mark.parametrize(
    "field",
    [
        b"Auto-Submitted: no",
        b"X-Auto-Response-Suppress: None",
        b"Return-Path: <a@b.c>",
        "Subject: ตอบ ว 200".encode(),
        "Subject: ลาดยาว ขอส่งหนังสือ".encode(),
        b"Subject: Re: Out of Office",
        b"Content-Type: multipart/report; report-type=other; boundary=B",
    ],
)
def test_a_person_s_mail_is_no_noise(field: bytes) -> None:
    assert kind_of(field) is None


def test_an_invitation_inside_a_mail_is_found() -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n"
        + INVITATION
        + b"\r\n\r\nBEGIN\r\n--B--\r\n"
    )
    mail = mime.read(raw, limits=Limits())
    head = message.read(mail.headers)
    assert noise.classify(mail, head, letter_attached=False, letter_in_body=False) == "calendar"


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        (DSN, "bounce"),
        (b"Auto-Submitted: auto-replied", "auto-reply"),
        (b"Auto-Submitted: auto-generated", None),
        (b"Subject: Automatic reply: x", None),
    ],
)
def test_what_the_header_says_of_an_automatic_answer_is_told_whatever_it_carries(
    field: bytes, kind: str | None
) -> None:
    mail = mime.read(field + b"\r\n\r\n--B\r\n\r\nx\r\n--B--\r\n", limits=Limits())
    assert noise.automatic(mail, message.read(mail.headers)) == kind
