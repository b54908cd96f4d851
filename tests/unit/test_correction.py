"""A letter that corrects another supersedes exactly that one, or waits for a person."""

from dataclasses import replace

import pytest

from intake import correction
from intake.filing import Decision, Known, decide
from parsers.model import Letter
from tests.builders import RECEIVED, a_campaign, a_citation, a_document, a_reading, a_reply, an_earlier

SUBJECT = "ขอแก้ไขข้อมูลการสมัครขอรับการรับรองมาตรฐาน"
FIRST = an_earlier("ชม 0023.3/1234", "2019-02-20", register="7/2562")
SECOND = an_earlier("ชม 0023.3/1240", "2019-02-21", register="9/2562")
CIRCULAR = a_citation()


def decision(letter: Letter, *earlier: correction.Earlier, text: str = "") -> Decision:
    reading = a_reading(letter, a_document(text))
    return decide(
        reading, received_at=RECEIVED, campaigns=[a_campaign()], known=Known(earlier=tuple(earlier))
    )


@pytest.mark.parametrize(
    "said",
    [
        "ขอแก้ไขข้อมูลการตอบรับ",
        "จังหวัดเชียงใหม่ขอแก้ไข รายชื่อองค์กรปกครองส่วนท้องถิ่น",
        "จังหวัดเชียงใหม่ขอแก้ไข\n\tรายชื่อ",
        "ขอส่งหนังสือแทนฉบับเดิม",
        "ขอยกเลิกหนังสือจังหวัดเชียงใหม่ ที่ ชม ๐๐๒๓.๓/๑๒๓๔",
        "รายชื่อผู้สมัคร (แก้ไข)",
    ],
)
def test_the_phrases_of_offices_are_known(said: str) -> None:
    assert correction.is_said(said, "")
    assert correction.is_said("", said)


@pytest.mark.parametrize("said", ["การแก้ไขปัญหาขยะมูลฝอย", "แจ้งให้แก้ไขโดยเร็ว", "ยกเลิกการประชุม", ""])
def test_other_mending_is_no_correction(said: str) -> None:
    assert not correction.is_said(said, said)


def test_a_correction_supersedes_the_letter_that_it_cites() -> None:
    own = a_citation("ชม 0023.3/1234", "2019-02-20", agency="จังหวัดเชียงใหม่")
    letter = a_reply(CIRCULAR, own, number="ชม 0023.3/1300", dated="2019-02-25", subject=SUBJECT)
    decided = decision(letter, FIRST, SECOND)
    assert (decided.status, decided.supersedes) == ("filed", FIRST)
    assert "supersedes" in [reason.code for reason in decided.reasons]


def test_a_correction_that_says_so_in_its_text_supersedes_the_only_one_before() -> None:
    letter = a_reply(number="ชม 0023.3/1300", dated="2019-02-25")
    assert decision(letter, FIRST, text="จึงขอส่งหนังสือฉบับนี้ แทนฉบับเดิม").supersedes == FIRST


def test_what_others_correct_is_no_correction_unless_the_earlier_letter_is_cited() -> None:
    text = "เทศบาลตำบลสุเทพขอแก้ไขข้อมูลผู้ประสานงาน"
    own = a_citation("ชม 0023.3/1234", "2019-02-20", agency="จังหวัดเชียงใหม่")
    news = a_reply(number="ชม 0023.3/1300", dated="2019-02-25")
    mends = a_reply(CIRCULAR, own, number="ชม 0023.3/1300", dated="2019-02-25")
    assert decision(news, FIRST, text=text).supersedes is None
    assert decision(mends, FIRST, text=text).supersedes == FIRST


def test_replies_to_a_circular_about_corrections_are_no_corrections() -> None:
    asked = replace(a_campaign(), subject=SUBJECT)
    letter = a_reply(number="ชม 0023.3/1300", dated="2019-02-25", subject=SUBJECT)
    related = correction.relation(letter, "", identity=None, campaign=asked, earlier=[FIRST])
    assert related == correction.Relation()


def test_a_correction_of_one_of_several_waits_for_a_person() -> None:
    letter = a_reply(number="ชม 0023.3/1300", dated="2019-02-25", subject=SUBJECT)
    decided = decision(letter, FIRST, SECOND)
    assert decided.status == "review"
    assert "7/2562, 9/2562" in str(decided.reasons[-1])


def test_a_correction_under_the_same_number_and_date_supersedes() -> None:
    assert decision(a_reply(subject=SUBJECT), FIRST, SECOND).supersedes == FIRST


def test_a_copy_of_a_correction_is_a_copy() -> None:
    corrected = an_earlier(register="8/2562", corrects=True)
    decided = decision(a_reply(subject=SUBJECT), corrected)
    assert (decided.status, decided.copy_of) == ("duplicate", corrected)


def test_a_correction_of_nothing_that_is_filed_is_filed_itself() -> None:
    decided = decision(a_reply(subject=SUBJECT))
    assert (decided.status, decided.supersedes) == ("filed", None)


def test_a_second_letter_of_a_province_is_no_correction() -> None:
    decided = decision(a_reply(number="ชม 0023.3/1300", dated="2019-02-25"), FIRST)
    assert (decided.status, decided.supersedes) == ("filed", None)


def test_a_letter_that_cites_only_its_own_is_proposed_to_the_campaign_of_that() -> None:
    own = a_citation("ชม 0023.3/1234", "2019-02-20", agency="จังหวัดเชียงใหม่")
    decided = decision(a_reply(own, number="ชม 0023.3/1300", subject=SUBJECT), FIRST)
    assert (decided.status, decided.campaign) == ("review", a_campaign())
    assert "follows-own" in [reason.code for reason in decided.reasons]
