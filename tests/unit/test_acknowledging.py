"""Who gets an acknowledgement, and what it says."""

import email
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.policy import default

import pytest

from intake.acknowledging import Arrived, Filed, Office, compose, may_be_answered, message_id, recipient
from intake.authenticity import Authenticity, Heard
from intake.reasons import because
from parsers.limits import Limits
from parsers.mail import headers

OFFICE = Office(address="saraban@dla.go.th", name="กรมส่งเสริมการปกครองท้องถิ่น")
NOW = datetime(2019, 2, 25, 20, 0, tzinfo=UTC)
FILED = Filed(
    reference_number="ชม 0023.3/1234",
    dated="2019-02-20",
    subject="ขอเชิญสมัครขอรับการรับรองมาตรฐาน",
    register_number="7/2562",
    received_at=NOW,
    answers="<1@chiangmai.go.th>",
)


def composed(filed: Filed = FILED) -> email.message.EmailMessage:
    raw = compose(filed, receipt_id="r1", to="saraban@chiangmai.go.th", office=OFFICE, at=NOW)
    raw.decode("ascii")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    return email.message_from_bytes(raw, policy=default)  # type: ignore[return-value]


def decoded(name: str) -> str | None:
    """By our own reader: Python's puts blanks between the words that a long name is cut into."""
    raw = compose(FILED, receipt_id="r1", to="saraban@chiangmai.go.th", office=OFFICE, at=NOW)
    return headers.split(raw, 0, len(raw), limits=Limits())[0].text(name)


def test_it_names_the_letter_and_its_register_number_in_thai_and_english() -> None:
    text = composed().get_content()
    for told in (
        "ที่ ชม ๐๐๒๓.๓/๑๒๓๔",
        "ลงวันที่ ๒๐ กุมภาพันธ์ ๒๕๖๒",
        "เลขทะเบียนรับ ๗/๒๕๖๒",
        "๒๖ กุมภาพันธ์ ๒๕๖๒ เวลา ๐๓:๐๐ น.",
    ):
        assert told in text
    assert "registered as 7/2562" in text


def test_its_header_says_that_it_is_automatic_and_what_it_answers() -> None:
    mail = composed()
    assert mail["Auto-Submitted"] == "auto-replied"
    assert mail["X-Auto-Response-Suppress"] == "All"
    assert mail["In-Reply-To"] == mail["References"] == "<1@chiangmai.go.th>"
    assert decoded("from") == "กรมส่งเสริมการปกครองท้องถิ่น <saraban@dla.go.th>"
    assert decoded("subject") == "ตอบรับหนังสือ ที่ ชม 0023.3/1234 เลขทะเบียนรับ 7/2562"
    assert mail["Message-ID"] == message_id("r1", office=OFFICE) == "<acknowledgement.r1@dla.go.th>"


@pytest.mark.parametrize("answers", [None, "no id", "<a\r\nBcc: x@y.z>", "<ไทย@x>"])
def test_a_message_id_that_is_none_is_not_answered_to(answers: str | None) -> None:
    filed = Filed(
        reference_number="ชม 0023.3/1",
        dated=None,
        subject="x",
        register_number="8/2562",
        received_at=NOW,
        answers=answers,
    )
    assert composed(filed)["In-Reply-To"] is None


@pytest.mark.parametrize("dated", ["2019-02", None])
def test_a_date_without_its_day_is_told_as_it_is(dated: str | None) -> None:
    filed = Filed(
        reference_number="ชม 0023.3/1",
        dated=dated,
        subject="x",
        register_number="8/2562",
        received_at=NOW,
        answers=None,
    )
    assert f"ลงวันที่ {'กุมภาพันธ์ ๒๕๖๒' if dated else '-'}" in composed(filed).get_content().splitlines()


BY_MAIL = Arrived(channel="imap", mail_from=None, received_at=NOW, sent_at=NOW)


def told(
    sender: str | None, arrived: Arrived = BY_MAIL, *, answerable: bool = True, refuted: bool = False
) -> str | None:
    reasons = (because("sender-refuted", domain="x", how="DMARC"),) if refuted else ()
    heard = Heard(sender=sender, answerable=answerable)
    return recipient(arrived, heard, Authenticity(reasons=reasons), office=OFFICE)


def test_the_sender_of_a_letter_is_told() -> None:
    assert told("saraban@chiangmai.go.th") == "saraban@chiangmai.go.th"
    by_smtp = replace(BY_MAIL, channel="smtp", mail_from="bounce@dla.go.th")
    assert told("Saraban_06240907@dla.go.th", by_smtp) == "Saraban_06240907@dla.go.th"


@pytest.mark.parametrize(
    "arrived",
    [
        replace(BY_MAIL, channel="folder"),
        replace(BY_MAIL, channel="ingest"),
        replace(BY_MAIL, sent_at=NOW - timedelta(days=15)),
        replace(BY_MAIL, mail_from=""),
    ],
    ids=["from a folder", "from an archive", "of long ago", "from nobody"],
)
def test_a_letter_that_has_not_just_come_by_mail_is_not_acknowledged(arrived: Arrived) -> None:
    assert told("saraban@chiangmai.go.th", arrived) is None


@pytest.mark.parametrize(
    "sender",
    [
        None,
        "MAILER-DAEMON@moi.go.th",
        "postmaster@moi.go.th",
        "no-reply@moi.go.th",
        "noreply@moi.go.th",
        "news-bounces@list.go.th",
        "SARABAN@dla.go.th",
        "สารบรรณ@moi.go.th",
        "two words@moi.go.th",
        "a@b.go.th>,<c@d.go.th",
    ],
)
def test_nobody_and_we_ourselves_are_not(sender: str | None) -> None:
    assert told(sender) is None


def test_neither_are_those_whom_a_forger_names_nor_automatic_mail() -> None:
    assert told("saraban@chiangmai.go.th", refuted=True) is None
    assert told("saraban@chiangmai.go.th", answerable=False) is None


@pytest.mark.parametrize(
    ("field", "answerable"),
    [
        (b"Subject: x", True),
        (b"Auto-Submitted: no", True),
        (b"X-Auto-Response-Suppress: None", True),
        (b"Return-Path: <a@b.c>", True),
        (b"Auto-Submitted: auto-generated", False),
        (b"Auto-Submitted: auto-replied (vacation)", False),
        (b"Precedence: bulk", False),
        (b"List-Id: <x.y>", False),
        (b"List-Unsubscribe: <https://x.y>", False),
        (b"X-Auto-Response-Suppress: OOF", False),
        (b"Return-Path: <>", False),
        (b"X-Loop: a@b.c", False),
    ],
)
def test_some_mail_asks_not_to_be_answered(field: bytes, answerable: bool) -> None:
    raw = field + b"\r\n\r\n"
    assert may_be_answered(headers.split(raw, 0, len(raw), limits=Limits())[0]) == answerable
