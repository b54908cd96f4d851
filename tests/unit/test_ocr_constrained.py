"""Reference numbers and dates are decoded by their grammar, and doubt stays doubt."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.document.ocr.alphabet import CHARACTERS
from parsers.document.ocr.constrained import Reading, readings, restated
from parsers.document.ocr.free import Posterior, best_path
from parsers.document.ocr.grammars import days, references, references_and_days
from parsers.thai import dates, digits, reference

Inks = Sequence[str | Mapping[str, float]]
"""A line as the recogniser sees it: certain characters, or shares of several (`""` is the blank)."""

_CLASS = {"": 0} | {character: index for index, character in enumerate(CHARACTERS, start=1)}


def posterior(ink: Inks) -> Posterior:
    """One step for each piece of ink and one for the white behind it; next to nothing for every other character."""
    rows = [_row({"": 1.0})]
    for piece in ink:
        shares = {piece: 1.0} if isinstance(piece, str) else piece
        rows += [_row(shares), _row({"": 1.0})]
    return np.log(np.array(rows, dtype=np.float32))


def _row(shares: Mapping[str, float]) -> list[float]:
    row = np.full(len(CHARACTERS) + 1, 1e-7)
    for character, share in shares.items():
        row[_CLASS[character]] += share
    return list(row / row.sum())


def only(ink: Inks) -> Reading:
    (reading,) = readings(posterior(ink), CHARACTERS, references_and_days())
    return reading


def key(number: str) -> str:
    (found,) = reference.find(number)
    assert found.reference
    return found.reference.key


def torn(text: Inks, place: int, shares: Mapping[str, float]) -> list[str | Mapping[str, float]]:
    return [*text[:place], shares, *text[place + 1 :]]


@st.composite
def numbers(draw: st.DrawFn) -> str:
    code = draw(st.sampled_from(sorted(reference.CODES)))
    owner = draw(st.from_regex(r"[0-9]{4,5}(\.[0-9]{1,3}){0,3}", fullmatch=True))
    series = draw(st.sampled_from(["", "ว", "ว ", "ว."]))
    running = draw(st.from_regex(r"[1-9][0-9]{0,5}", fullmatch=True))
    written = f"{code} {owner}/{series}{running}"
    return draw(st.sampled_from([written, digits.to_thai(written)]))


@st.composite
def dated(draw: st.DrawFn) -> str:
    day = draw(st.dates(date(1983, 6, 1), date(2042, 12, 31)))
    year = day.year + 543
    short = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
    written = draw(
        st.sampled_from(
            [
                dates.format_thai(day),
                f"{day.day} {short[day.month - 1]} {year}",
                f"{day.day} {short[day.month - 1]} {year % 100}",
                f"{day.day}/{day.month:02}/{year}",
                f"{day.day} เดือน {dates.MONTHS[day.month - 1]} พ.ศ. {year}",
            ]
        )
    )
    return draw(st.sampled_from([written, digits.to_thai(written)]))


@settings(deadline=None, max_examples=60)
@given(numbers())
def test_a_clear_number_is_read_as_it_stands(number: str) -> None:
    (reading,) = readings(posterior(f"ที่ {number} ลง"), CHARACTERS, references())
    assert (reading.text, reading.value) == (number, key(number))
    assert reading.margin > 0.99 and reading.support > 0.99


@settings(deadline=None, max_examples=60)
@given(dated())
def test_a_clear_date_is_read_as_it_stands(written: str) -> None:
    (reading,) = readings(posterior(f"วันที่ {written} เรื่อง"), CHARACTERS, days())
    assert (reading.text, reading.value) == (written, dates.parse(written))
    assert reading.margin > 0.99 and reading.support > 0.99


@pytest.mark.parametrize(
    ("line", "written", "value"),
    [
        ("ที่ ลย.0518.1/ว 1247", "ลย.0518.1/ว 1247", "ลย|0518.1|ว|1247"),
        ("ที่มท0810.7/ว200", "มท0810.7/ว200", "มท|0810.7|ว|200"),
        ("ที่ มท 0810.7 / ว 200 ", "มท 0810.7 / ว 200", "มท|0810.7|ว|200"),
        ("ที่ มท ๐๘๑๐.๗\\ว ๒๐๐", "มท ๐๘๑๐.๗\\ว ๒๐๐", "มท|0810.7|ว|200"),
        ("ที่ กทม 0401/123", "กทม 0401/123", "กท|0401||123"),
        ("ศธ 0527.10/ว 099", "ศธ 0527.10/ว 099", "ศธ|0527.10|ว|99"),
        ("(มท ๐๘๑๐.๗/๒๐๐)", "มท ๐๘๑๐.๗/๒๐๐", "มท|0810.7||200"),
        ("มท 0810.7/ว 200ลงวันที่", "มท 0810.7/ว 200", "มท|0810.7|ว|200"),
        ("ลว. ๒๘ ส.ค. ๖๙", "๒๘ ส.ค. ๖๙", "2026-08-28"),
        ("ลง 14 ม.ค.62", "14 ม.ค.62", "2019-01-14"),
        ("วันที่๑๕ กรกฏาคม ๒๕๖๒", "๑๕ กรกฏาคม ๒๕๖๒", "2019-07-15"),
        ("เมื่อ 15-02-2562", "15-02-2562", "2019-02-15"),
        ("     กุมภาพันธ์ ๒๕๖๒", "กุมภาพันธ์ ๒๕๖๒", "2019-02"),
    ],
)
def test_odd_forms_are_read(line: str, written: str, value: str) -> None:
    reading = only(line)
    assert (reading.text, reading.value) == (written, value)
    assert reading.margin > 0.99 and reading.support > 0.99


@settings(deadline=None, max_examples=60)
@given(st.text(st.sampled_from(CHARACTERS), max_size=60))
def test_clear_text_is_read_as_it_stands(written: str) -> None:
    line = best_path(posterior(written), CHARACTERS)
    assert line.text == written
    assert all(confidence > 0.999 for confidence in line.confidences)
    assert line.spans == tuple((2 * place + 1, 2 * place + 2) for place in range(len(written)))


@pytest.mark.parametrize(
    ("ink", "confidence"),
    [
        (["๑", {"๒": 0.6, "๖": 0.4}, "๓"], 0.6),
        (["๑", {"๒": 0.8, "": 0.2}, "๓"], 0.8),
        (["๑", "๒", {"": 0.7, "๒": 0.3}, "๓"], 0.7),
        (["๑", "๒", {"": 0.7, "๗": 0.3}, "๓"], 0.7),
    ],
)
def test_a_character_is_as_sure_as_what_else_could_stand_there(ink: Inks, confidence: float) -> None:
    assert best_path(posterior(ink), CHARACTERS).confidences[1] == pytest.approx(confidence, abs=0.001)


def test_of_two_equal_characters_the_second_hangs_on_the_white_between() -> None:
    steps = np.array([_row(shares) for shares in ({"๐": 1.0}, {"": 0.6, "๐": 0.4}, {"๐": 1.0})])
    line = best_path(np.log(steps).astype(np.float32), CHARACTERS)
    assert line.text == "๐๐"
    assert min(line.confidences) == pytest.approx(0.6, abs=0.001)


NUMBER = "ที่ ชม ๐๐๒๓.๓/๑๒๓๔ ลง"


@pytest.mark.parametrize(
    ("place", "shares"),
    [
        (NUMBER.index("๔"), {"๔": 0.55, "๕": 0.45}),
        (NUMBER.index("๓"), {"๓": 0.55, "๗": 0.45}),
        (NUMBER.index("๒"), {"๒": 0.55, "2": 0.05, "๖": 0.4}),
        (NUMBER.index("ช"), {"ช": 0.55, "น": 0.45}),
        (NUMBER.index("๔"), {"๔": 0.55, "": 0.45}),
        (NUMBER.index("ม"), {"ม": 0.55, "น": 0.45}),
    ],
)
def test_doubt_between_two_values_stays(place: int, shares: Mapping[str, float]) -> None:
    reading = only(torn(NUMBER, place, shares))
    assert reading.value == "ชม|0023.3||1234"
    assert 0.5 < reading.margin < 0.65


@pytest.mark.parametrize(
    ("place", "shares"),
    [
        (0, {"๑": 0.55, "๒": 0.45}),
        (0, {"๑": 0.55, "": 0.45}),
        (1, {"๕": 0.55, "๔": 0.45}),
        (11, {"๕": 0.55, "๔": 0.45}),
        (13, {"๒": 0.55, "๖": 0.45}),
    ],
)
def test_doubt_between_two_days_stays(place: int, shares: Mapping[str, float]) -> None:
    reading = only(torn("๑๕ ตุลาคม ๒๕๖๒", place, shares))
    assert reading.value == "2019-10-15"
    assert 0.5 < reading.margin < 0.65


def test_a_day_that_cannot_be_is_no_doubt() -> None:
    assert only(torn("๓๑ ตุลาคม ๒๕๖๒", 1, {"๑": 0.55, "๗": 0.45})).margin > 0.99


def test_one_zero_or_two_is_a_doubt() -> None:
    reading = only([*"มท ๐๘๑๐.๗/ว ๒๐", {"๐": 0.45, "": 0.55}, "๐"])
    assert reading.margin < 0.65


@settings(deadline=None, max_examples=60)
@given(numbers(), st.data())
def test_no_digit_of_a_number_is_surer_than_its_ink(number: str, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([at for at, character in enumerate(number) if character.isdigit()]))
    rival = data.draw(st.sampled_from(sorted(set("0123456789") - {digits.to_arabic(number[place])})))
    if number[place] in digits.to_thai("0123456789"):
        rival = digits.to_thai(rival)
    reading = only(torn(number, place, {number[place]: 0.55, rival: 0.45}))
    assert reading.margin < 0.65


@pytest.mark.parametrize(
    ("written", "place", "shares"),
    [
        (NUMBER, NUMBER.index("๑"), {"ล": 0.55, "๑": 0.45}),
        (NUMBER, NUMBER.index("๐"), {"อ": 0.7, "๐": 0.3}),
        (NUMBER, NUMBER.index("/"), {"ๅ": 0.7, "/": 0.3}),
        (NUMBER, NUMBER.index("ช"), {"ซ": 0.7, "ช": 0.3}),
        ("มท ๐๘๑๐.๗/ว ๒๐๐", len("มท ๐๘๑๐.๗/"), {"า": 0.7, "ว": 0.3}),
        ("๑๕ กุมภาพันธ์ ๒๕๖๒", 5, {"ฺ": 0.7, "ม": 0.3}),
        ("๑๕ กุมภาพันธ์ ๒๕๖๒", 4, {"": 0.7, "ุ": 0.3}),
    ],
)
def test_a_sign_that_no_number_has_is_no_doubt(written: str, place: int, shares: Mapping[str, float]) -> None:
    ink = torn(written, place, shares)
    assert best_path(posterior(ink), CHARACTERS).text != written
    reading = only(ink)
    assert reading.text in written and reading.margin > 0.99
    assert reading.support == pytest.approx(min(shares.values()) / max(shares.values()), rel=0.01)


@pytest.mark.parametrize(("right", "low", "high"), [(0.45, 0.9, 1.0), (0.1, 0.8, 0.9), (0.02, 0.4, 0.6)])
def test_the_more_the_ink_is_forced_the_less_sure_is_the_reading(
    right: float, low: float, high: float
) -> None:
    reading = only(torn(NUMBER, NUMBER.index("๑"), {"ล": 1 - right, "๑": right}))
    assert reading.value == "ชม|0023.3||1234"
    assert low < reading.confidence < high


@pytest.mark.parametrize(("share", "confidence"), [(0.55, 0.54), (0.9, 0.84), (0.99, 0.97)])
def test_confidence_is_more_careful_than_the_margin(share: float, confidence: float) -> None:
    reading = only(torn(NUMBER, NUMBER.index("๔"), {"๔": share, "๕": 1 - share}))
    assert reading.margin == pytest.approx(share, abs=0.005)
    assert reading.confidence == pytest.approx(confidence, abs=0.01)


def test_clear_ink_is_not_forced() -> None:
    ink = torn(NUMBER, NUMBER.index("๑"), {"ล": 0.995, "๑": 0.005})
    assert not readings(posterior(ink), CHARACTERS, references_and_days())
    assert restated(posterior(ink), CHARACTERS) == best_path(posterior(ink), CHARACTERS)


def test_script_is_no_doubt() -> None:
    reading = only(torn(NUMBER, NUMBER.index("๑"), {"๑": 0.45, "1": 0.55}))
    assert (reading.text, reading.value) == ("ชม ๐๐๒๓.๓/๑๒๓๔", "ชม|0023.3||1234")
    assert reading.margin > 0.99 and reading.support > 0.99


def test_a_digit_of_the_other_script_stays_where_it_is_clear() -> None:
    assert only("๑๕ กุมภาพันธ์ ๒๕6๒").text == "๑๕ กุมภาพันธ์ ๒๕6๒"


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "เรียน ผู้ว่าราชการจังหวัดเชียงใหม่ ทุกจังหวัด",
        "โทร. ๐ ๕๓๑๑ ๒๒๓๓ ต่อ ๑๔ โทรสาร ๐-๕๓๑๑-๒๒๓๔",
        "ศาลากลางจังหวัดเชียงใหม่ ถนนโชตนา ๕๐๓๐๐",
        "เลขรับ ๒๗๘๔/๒๕๖๙ เวลา ๑๐.๓๐ น.",
        "บ้านเลขที่ ๑๒/๓๔ หมู่ ๕",
        "กข ๑๒๓๔/๕๖",
        "ตามพระราชบัญญัติ พ.ศ. ๒๕๔๖ มาตรา ๕๒",
    ],
)
def test_a_line_without_a_number_has_none(written: str) -> None:
    assert not readings(posterior(written), CHARACTERS, references_and_days())


def test_noise_has_no_number_that_anyone_would_take() -> None:
    noise = np.random.default_rng(7).dirichlet(np.full(len(CHARACTERS) + 1, 0.05), size=200)
    found = readings(np.log(np.maximum(noise, 1e-12)).astype(np.float32), CHARACTERS, references_and_days())
    assert all(one.confidence < 0.1 for one in found)


def test_a_number_and_its_date_are_read_from_one_line() -> None:
    line = "อ้างถึง หนังสือกรมฯ ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒"
    found = readings(posterior(line), CHARACTERS, references_and_days())
    assert [one.value for one in found] == ["มท|0810.7|ว|200", "2019-02-15"]


def test_restated_text_has_the_number_in_place_and_its_doubt() -> None:
    ink = torn(torn("ที่ ชม ๐๐๒๓.๓/๑๒๓๔ ลง", 14, {"ล": 0.6, "๑": 0.4}), 17, {"๔": 0.7, "๕": 0.3})
    assert best_path(posterior(ink), CHARACTERS).text == "ที่ ชม ๐๐๒๓.๓/ล๒๓๔ ลง"
    line = restated(posterior(ink), CHARACTERS)
    assert line.text == "ที่ ชม ๐๐๒๓.๓/๑๒๓๔ ลง"
    number = slice(line.text.index("ช"), line.text.index("๔") + 1)
    assert max(line.confidences[number]) < 0.75 < min(line.confidences[: number.start])
    assert len(line.confidences) == len(line.spans) == len(line.text)
    assert list(line.spans) == sorted(line.spans)


LOOKALIKES = {
    **dict(zip("๔๕๖๒๗๓๘๑๐/วชซม", "๕๔๒๖๓๗๕ลอ1าซชน", strict=True)),
    **dict(zip("0123456789", "O17859?813", strict=True)),
}


def blurred(text: str, random: np.random.Generator) -> list[str | Mapping[str, float]]:
    """`text` with every sixth character in doubt; what is held for likelier is right as often as it says."""
    return [_doubtful(character, random) if random.random() < 1 / 6 else character for character in text]


def _doubtful(character: str, random: np.random.Generator) -> Mapping[str, float]:
    likelier = random.uniform(0.5, 1.0)
    right = likelier if random.random() < likelier else 1 - likelier
    other = "" if random.random() < 0.1 else LOOKALIKES.get(character, "")
    return {character: right, other: 1 - right}


def test_the_grammar_finds_more_and_is_not_surer_than_it_may_be() -> None:
    random = np.random.default_rng(2562)
    right_freely = right = sure = sure_and_wrong = 0
    for running in range(1, 201):
        number = digits.to_thai(f"ชม 0023.3/ว {running * 43}")
        line = posterior(blurred(f"ที่ {number}", random))
        value = key(number)
        found = readings(line, CHARACTERS, references())
        freely = reference.find(best_path(line, CHARACTERS).text)
        right_freely += [one.reference and one.reference.key for one in freely] == [value]
        right += [one.value for one in found] == [value]
        sure += sum(one.margin > 0.9 for one in found)
        sure_and_wrong += sum(one.margin > 0.9 and one.value != value for one in found)
    assert right > right_freely + 20
    assert sure > 60 and sure_and_wrong <= sure * 0.04
