"""Dates: every form seen in letters; an impossible day has no value."""

from datetime import date

import pytest

from parsers.thai import dates

FORMS = {
    "๑๕ กุมภาพันธ์ ๒๕๖๒": "2019-02-15",
    "15 กรกฎาคม 2556": "2013-07-15",
    "2 เมษายน ๒๕๒๕": "1982-04-02",
    "๑ มกราคม ๒๕๕8": "2015-01-01",
    "15 ม.ค. ๒๕๕๗": "2014-01-15",
    "๒๘ ส.ค. ๖๙": "2026-08-28",
    "ลง 14 ม.ค.62": "2019-01-14",
    "18 มิ.ย. 2569": "2026-06-18",
    "ลว. ๑๘ สิงหาคม ๒๕๖๖": "2023-08-18",
    "๑ กรกฏาคม ๒๕๖๒": "2019-07-01",
    "วันที่่ ๑๕ กุมภาพันธ์ ๒๕๖๒": "2019-02-15",
    "     กุมภาพันธ์ ๒๕๖๒": "2019-02",
    ". . . . . กุมภาพันธ์ ๒๕๖๒": "2019-02",
    "เดือนกุมภาพันธ์ พ.ศ. ๒๕๖๒": "2019-02",
    "๑๕/๐๒/๒๕๖๒": "2019-02-15",
    "15/2/62": "2019-02-15",
    "15-02-2562": "2019-02-15",
    "15.02.2562": "2019-02-15",
    "วันที่ ๑๕ เดือน กุมภาพันธ์ พ.ศ. ๒๕๖๒": "2019-02-15",
    "๑๕ กุมภาพันธ์ พุทธศักราช ๒๕๖๒": "2019-02-15",
    "15 กพ. 2562": "2019-02-15",
    "15 กพ 62": "2019-02-15",
    "15กุมภาพันธ์2562": "2019-02-15",
    "15 กุมภาพันธ์ 2019": "2019-02-15",
    "2019-02-15": "2019-02-15",
    "2562-02-15": "2019-02-15",
    "๑๕\nกุมภาพันธ์ ๒๕๖๒": "2019-02-15",
    "๒๙ กุมภาพันธ์ ๒๕๖๓": "2020-02-29",
    "๓๑ กุมภาพันธ์ ๒๕๖๒": None,
    "๒๙ กุมภาพันธ์ ๒๕๖๒": None,
    "๑๕ กุมภาพันธ์ ๒๒๖๒": None,
    "๑๕ กุมภาพันธ์ ๒๕๖": None,
    "๑๕/๑๓/๒๕๖๒": None,
}


@pytest.mark.parametrize(("text", "value"), FORMS.items())
def test_a_date_in_any_form_is_iso(text: str, value: str | None) -> None:
    assert [one.value for one in dates.find(text)] == [value]
    assert dates.parse(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "๐-๒๒๔๑-๙๐๐๐",
        "มท ๐๘๑๐.๗/ว ๒๐๐",
        "บ้านเลขที่ ๑๒/๓",
        "ภายใน ๑๕ กุมภาพันธ์ ๑๐ โมง",
        "เลขรับ ๒๗๘๔/๒๕๖๙",
        "เวลา ๑๐.๓๐ น.",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert dates.find(text) == []


def test_raw_is_what_is_written_without_the_words_before_it() -> None:
    text = "ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒ และ 3 มี.ค. 62"
    assert [(one.raw, one.value) for one in dates.find(text)] == [
        ("๑๕ กุมภาพันธ์ ๒๕๖๒", "2019-02-15"),
        ("3 มี.ค. 62", "2019-03-03"),
    ]


def test_an_impossible_day_is_kept_as_written_and_not_believed() -> None:
    (found,) = dates.find("๓๑ กุมภาพันธ์ ๒๕๖๒")
    assert (found.raw, found.value) == ("๓๑ กุมภาพันธ์ ๒๕๖๒", None)
    assert found.confidence < 0.5


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("๒๕ มกราคม – ๒๘ กุมภาพันธ์ ๒๕๖๒", "2019-01-25", "2019-02-28"),
        ("ตั้งแต่วันที่ ๒๕ มกราคม ๒๕๖๒ ถึงวันที่ ๒๘ กุมภาพันธ์ ๒๕๖๒", "2019-01-25", "2019-02-28"),
        ("๑ - ๓๐ มิถุนายน ๒๕๖๒", "2019-06-01", "2019-06-30"),
        ("๒๕ ธันวาคม - ๑๐ มกราคม ๒๕๖๓", "2019-12-25", "2020-01-10"),
        ("2628  มิถุนายน 2562", "2019-06-26", "2019-06-28"),
    ],
)
def test_a_range_has_two_ends(text: str, first: str, last: str) -> None:
    assert [(one.first, one.last) for one in dates.find_ranges(text)] == [(first, last)]


@pytest.mark.parametrize("text", ["๒๘ กุมภาพันธ์ ๒๕๖๒ – ๒๕ มกราคม ๒๕๖๒", "2826 มิถุนายน 2562", "2640 มิถุนายน 2562"])
def test_what_runs_backwards_or_past_the_month_is_no_range(text: str) -> None:
    assert dates.find_ranges(text) == []


def test_a_date_is_written_in_either_script() -> None:
    day = date(2019, 2, 15)
    assert dates.format_thai(day) == "๑๕ กุมภาพันธ์ ๒๕๖๒"
    assert dates.format_thai(day, "arabic") == "15 กุมภาพันธ์ 2562"


@pytest.mark.parametrize("month", dates.MONTHS)
def test_every_month_is_read_back(month: str) -> None:
    number = dates.MONTHS.index(month) + 1
    assert dates.parse(dates.format_thai(date(2020, number, 9))) == f"2020-{number:02}-09"
