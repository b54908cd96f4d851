"""A report names the message that it is about, if it names one."""

from pathlib import Path

import pytest

from parsers.limits import Limits
from parsers.mail import mime, report

BOUNCE = Path(__file__).parent.parent / "data" / "mail" / "bounce.eml"

HEAD = b"Content-Type: multipart/report; report-type=x; boundary=B\r\n\r\n"
RETURNED_MAIL = b"Content-Type: message/rfc822\r\n\r\nMessage-ID: <ours@dla.go.th>\r\nSubject: x\r\n\r\ntext"
RECEIPT = (
    b"Content-Type: message/disposition-notification\r\n\r\n"
    b"Final-Recipient: rfc822; a@b.go.th\r\nOriginal-Message-ID: <ours@dla.go.th>\r\nDisposition: x; displayed"
)
SILENT_RECEIPT = b"Content-Type: message/disposition-notification\r\n\r\nDisposition: x; displayed"


def about(raw: bytes) -> str | None:
    return report.about(mime.read(raw, limits=Limits()))


def test_a_bounce_names_what_it_returns_the_header_of() -> None:
    assert about(BOUNCE.read_bytes()) == "<circular@dla.example>"


@pytest.mark.parametrize(
    ("part", "message_id"),
    [(RETURNED_MAIL, "<ours@dla.go.th>"), (RECEIPT, "<ours@dla.go.th>"), (SILENT_RECEIPT, None)],
)
def test_a_report_names_what_it_returns_or_what_was_read(part: bytes, message_id: str | None) -> None:
    assert about(HEAD + b"--B\r\n\r\nhello\r\n--B\r\n" + part + b"\r\n--B--\r\n") == message_id


def test_a_mail_that_forwards_another_is_no_report_on_it() -> None:
    mixed = HEAD.replace(b"report; report-type=x", b"mixed")
    assert about(mixed + b"--B\r\n" + RETURNED_MAIL + b"\r\n--B--\r\n") is None
