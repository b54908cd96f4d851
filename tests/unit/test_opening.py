"""A campaign is opened by what the circular says for certain; a person's word wins over it."""

from dataclasses import replace
from datetime import date

import pytest

from intake.opening import OpeningIncomplete, Stated, StatedWrongly, prepare
from tests.builders import DLA, a_field, a_reply

CIRCULAR = a_reply(number="มท 0810.7/ว 200", dated="2019-02-15", agency=DLA, province=None)


def test_the_circular_itself_says_all_that_is_needed() -> None:
    opening = prepare(CIRCULAR, Stated())
    assert opening.reference.value == "มท 0810.7/ว 200"
    assert opening.dated == date(2019, 2, 15)
    assert opening.issuer == DLA


def test_every_province_but_bangkok_is_expected_to_reply() -> None:
    addressees = prepare(CIRCULAR, Stated()).addressees
    assert len(addressees) == 76
    assert "กรุงเทพมหานคร" not in addressees


def test_what_a_person_states_wins() -> None:
    stated = Stated(reference="มท ๐๘๑๐.๗/ว ๒๐๑", due="2019-03-31", addressees=["น่าน", "แพร่", "น่าน"])
    opening = prepare(CIRCULAR, stated)
    assert opening.reference.value == "มท 0810.7/ว 201"
    assert opening.due == date(2019, 3, 31)
    assert opening.addressees == ("น่าน", "แพร่")


def test_what_is_read_with_doubt_is_asked_for() -> None:
    doubtful = a_reply(number=None, dated="2019-02")
    with pytest.raises(OpeningIncomplete) as caught:
        prepare(doubtful, Stated())
    assert caught.value.missing == ("reference", "dated")


def test_a_file_without_a_letter_needs_everything_stated() -> None:
    stated = Stated(reference="มท 0810.7/ว 200", dated="2019-02-15", subject="เรื่อง")
    assert prepare(None, stated).issuer is None
    with pytest.raises(OpeningIncomplete):
        prepare(None, Stated(reference="มท 0810.7/ว 200"))


@pytest.mark.parametrize(
    "stated",
    [Stated(reference="๒๐๐"), Stated(due="28/2/2562"), Stated(addressees=["เชียงใหม่", "เชียงใหญ่"])],
)
def test_a_statement_that_means_nothing_is_refused(stated: Stated) -> None:
    with pytest.raises(StatedWrongly):
        prepare(CIRCULAR, stated)


def test_the_due_day_is_read_from_the_circular() -> None:
    circular = replace(CIRCULAR, due=a_field("2019-02-28"))
    assert prepare(circular, Stated()).due == date(2019, 2, 28)
