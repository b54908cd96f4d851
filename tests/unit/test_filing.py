"""What is certain is filed; everything else waits for a person and says why."""

from dataclasses import replace
from datetime import timedelta

import pytest

from intake.filing import Known, decide
from parsers.model import Document, Letter, Parsed
from tests.builders import RECEIVED, a_campaign, a_citation, a_field, a_reading, a_reply, an_earlier

NOTHING = Known()


def _decision(parsed: Parsed, known: Known = NOTHING) -> tuple[str, list[str]]:
    decision = decide(parsed, received_at=RECEIVED, campaigns=[a_campaign()], known=known)
    return decision.status, [reason.code for reason in decision.reasons]


def test_a_certain_reply_of_an_addressee_is_filed_with_its_evidence() -> None:
    assert _decision(a_reading(a_reply())) == ("filed", ["cites-exactly", "expected-sender"])


@pytest.mark.parametrize(
    ("letter", "why"),
    [
        (a_reply(number=None), "own-reference-missing"),
        (a_reply(number="มท 0810.7/ว 200", agency="กรมส่งเสริมการปกครองท้องถิ่น"), "circular-itself"),
        (a_reply(dated=None), "own-date-missing"),
        (a_reply(dated="2019-02-14"), "dated-before-circular"),
        (a_reply(dated="2019-01"), "dated-before-circular"),
        (a_reply(dated="2019-02-27"), "dated-after-receipt"),
        (a_reply(province=None), "sender-unknown"),
        (a_reply(province_confidence=0.5), "sender-unknown"),
        (a_reply(province="ภูเก็ต", number="ภก 0023.3/1"), "sender-unexpected"),
        (a_reply(number="ชม 51021/5960", agency="องค์การบริหารส่วนจังหวัดเชียงใหม่"), "sender-below-province"),
        (a_reply(number="ชม 0118.1/22", agency="ที่ว่าการอำเภอสันทราย"), "sender-below-province"),
        (a_reply(secrecy="ลับ"), "secret"),
    ],
)
def test_any_doubt_keeps_an_exact_citation_from_being_filed(letter: Letter, why: str) -> None:
    status, reasons = _decision(a_reading(letter))
    assert status == "review"
    assert why in reasons


def test_a_blank_day_in_the_month_of_the_circular_is_no_doubt() -> None:
    assert _decision(a_reading(a_reply(dated="2019-02")))[0] == "filed"


def test_a_letter_dated_tomorrow_is_a_clock_apart_not_a_doubt() -> None:
    tomorrow = (RECEIVED + timedelta(days=1)).date().isoformat()
    assert _decision(a_reading(a_reply(dated=tomorrow)))[0] == "filed"


def test_the_same_bytes_again_are_a_duplicate() -> None:
    assert _decision(a_reading(a_reply()), Known(copy_of="r1")) == ("duplicate", ["copy"])


def test_the_same_mail_come_another_way_is_a_duplicate() -> None:
    assert _decision(a_reading(a_reply()), Known(same_message="r1")) == ("duplicate", ["same-message"])


def test_the_same_letter_in_other_bytes_is_a_duplicate() -> None:
    known = Known(earlier=(an_earlier(),))
    assert _decision(a_reading(a_reply()), known) == ("duplicate", ["same-letter"])


@pytest.mark.parametrize(
    ("letter", "why"),
    [
        (replace(a_reply(), reference_number=a_field("ชม 0023.3/1234", 0.5)), "own-reference-missing"),
        (replace(a_reply(), dated=a_field("2019-02-20", 0.5)), "own-date-missing"),
        (a_reply(secrecy="ลับ"), "secret"),
    ],
)
def test_a_copy_that_was_read_with_doubt_waits_for_a_person(letter: Letter, why: str) -> None:
    assert _decision(a_reading(letter), Known(earlier=(an_earlier(),))) == ("review", ["same-letter", why])


def test_the_same_letter_that_cites_another_circular_waits_for_a_person() -> None:
    letter = a_reply(a_citation("มท 0810.7/ว 201"))
    assert _decision(a_reading(letter), Known(earlier=(an_earlier(),)))[0] == "review"


def test_a_message_without_a_letter_waits_for_a_person() -> None:
    assert _decision(a_reading(None)) == ("review", ["no-letter"])


def test_what_cannot_be_read_is_quarantined() -> None:
    assert _decision(a_reading(None, error="The PDF is truncated.")) == ("quarantined", ["unreadable"])


@pytest.mark.parametrize(
    ("defect", "why", "error"),
    [
        ("encrypted", "encrypted", "No letter could be read."),
        ("no-text-layer", "no-text", "No letter could be read."),
        ("over-limit", "left-out", None),
        ("unreadable", "left-out", None),
    ],
)
def test_what_a_person_could_read_waits_for_one(defect: str, why: str, error: str | None) -> None:
    document = Document(
        name="scan.pdf",
        media_type="application/pdf",
        sha256="0" * 64,
        pages=1,
        text_source=None,
        text_quality=0.0,
        text="",
        defects=(defect,),
    )
    parsed = Parsed(
        source="a.eml",
        sha256="0" * 64,
        media_type="message/rfc822",
        documents=(document,),
        error=error,
    )
    assert _decision(parsed) == ("review", [why])
