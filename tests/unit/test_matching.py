"""A letter is matched by an exact citation or not at all, and every near miss says what is wrong."""

from datetime import date

import pytest

from intake.matching import Match, Unmatched, match
from parsers.model import Citation
from tests.builders import a_campaign, a_citation, a_reply


def _reasons(cited: Citation) -> list[str]:
    found = match(a_reply(cited), [a_campaign()])
    return [reason.code for reason in (found.evidence if isinstance(found, Match) else found.reasons)]


def test_number_and_date_and_issuer_make_a_match() -> None:
    found = match(a_reply(), [a_campaign()])
    assert isinstance(found, Match)
    assert found.campaign.reference == "มท 0810.7/ว 200"


@pytest.mark.parametrize("agency", [None, "กรมส่งเสริมฯ", "กรมส่งเสริมการปกครองท้องถิ่น"])
def test_the_issuer_may_be_left_out_or_shortened(agency: str | None) -> None:
    assert _reasons(a_citation(agency=agency)) == ["cites-exactly"]


@pytest.mark.parametrize(
    ("number", "dated", "why"),
    [
        ("มท 0810.7/ว 201", "2019-02-15", "citation-near"),
        ("มท 0810.7/ว 20", "2019-02-15", "citation-near"),
        ("มท 0810.6/ว 200", "2019-02-15", "citation-near"),
        ("มท 0801.7/ว 200", "2019-02-15", "citation-near"),
        ("มท 0810.7/200", "2019-02-15", "citation-other-series"),
        ("มท 0810.7/ว 200", "2018-02-15", "citation-other-date"),
        ("มท 0810.7/ว 200", None, "citation-undated"),
        ("มท 0810.7/ว 201", "2019-03-15", "unknown-citation"),
        ("มท 0808.2/ว 1095", "2019-02-15", "unknown-citation"),
    ],
)
def test_near_misses_wait_for_a_person(number: str, dated: str | None, why: str) -> None:
    assert _reasons(a_citation(number, dated)) == [why]


def test_the_same_number_of_the_ministry_is_another_letter() -> None:
    assert _reasons(a_citation(agency="กระทรวงมหาดไทย")) == ["citation-other-issuer"]


def test_a_citation_read_with_doubt_does_not_file() -> None:
    assert _reasons(a_citation(confidence=0.6)) == ["citation-doubtful"]


def test_the_circular_is_found_behind_the_provinces_own_earlier_letter() -> None:
    letter = a_reply(a_citation("ชม 0023.3/99", "2019-01-10", agency="จังหวัดเชียงใหม่"), a_citation())
    assert isinstance(match(letter, [a_campaign()]), Match)


def test_a_letter_that_answers_two_campaigns_waits_for_a_person() -> None:
    other = a_campaign("มท 0808.2/ว 1095", "มท|0808.2|ว|1095", date(2019, 2, 1), id=2)
    letter = a_reply(a_citation(), a_citation("มท 0808.2/ว 1095", "2019-02-01"))
    found = match(letter, [a_campaign(), other])
    assert isinstance(found, Unmatched)
    assert [reason.code for reason in found.reasons] == ["several-campaigns"]


def test_the_number_of_another_year_belongs_to_the_campaign_of_that_year() -> None:
    this_year = a_campaign()
    last_year = a_campaign(dated=date(2018, 2, 15), id=2)
    found = match(a_reply(), [last_year, this_year])
    assert isinstance(found, Match)
    assert found.campaign.id == this_year.id


def test_near_misses_name_their_candidates_nearest_first() -> None:
    found = match(
        a_reply(a_citation("มท 0810.7/200")),
        [a_campaign("มท 0810.7/201", "มท|0810.7||201", id=2), a_campaign()],
    )
    assert isinstance(found, Unmatched)
    assert [campaign.id for campaign in found.candidates] == [1, 2]
