"""Steps of a network become letters with places on the page."""

import pytest

from parsers.document.ocr import labels, lettering, strays, tesseract
from parsers.document.ocr.bands import Band
from parsers.document.ocr.free import Decoded
from parsers.model import Line

BAND = Band(left=100, top=200, right=500, bottom=260)


def lines(text: str, middles: list[int], *, sure: float = 0.9) -> list[Line]:
    """`text` with each letter in one step of ten points, in a picture of 144 dpi."""
    spans = tuple((step, step + 1) for step in middles)
    decoded = Decoded(text=text, confidences=(sure,) * len(text), spans=spans)
    return list(lettering.lines(decoded, BAND, step=10.0, scale=0.5))


def test_letters_meet_between_their_steps_and_fill_the_height_of_the_band() -> None:
    (line,) = lines("กขค", [0, 2, 4])
    assert line.boxes == ((45.5, 100, 57.5, 130), (57.5, 100, 67.5, 130), (67.5, 100, 79.5, 130))
    assert line.certainty == (0.9, 0.9, 0.9)


def test_a_mark_has_the_place_of_its_letter() -> None:
    (line,) = lines("ที่นี", [0, 1, 1, 3, 4])
    assert line.boxes
    assert line.boxes[0] == line.boxes[1] == line.boxes[2]
    assert line.boxes[3] == line.boxes[4] != line.boxes[0]


def test_a_space_is_the_white_between_two_letters() -> None:
    (line,) = lines("กข คง", [0, 2, 5, 8, 10])
    assert line.boxes
    before, space, after = line.boxes[1:4]
    assert before[2] == space[0] < space[2] == after[0]


def test_white_as_wide_as_between_columns_parts_a_line() -> None:
    left, right = lines("กข คง", [0, 2, 10, 20, 22])
    assert (left.text, right.text) == ("กข", "คง")
    assert left.boxes and right.boxes
    assert right.boxes[0][0] - left.boxes[-1][2] > 40
    assert (len(left.certainty or ()), len(right.certainty or ())) == (2, 2)


def test_spaces_at_the_ends_and_empty_lines_are_no_text() -> None:
    assert [line.text for line in lines(" ก ", [0, 2, 4])] == ["ก"]
    assert lines("  ", [0, 2]) == []


def test_several_spaces_are_one() -> None:
    (line,) = lines("ก  ข", [0, 2, 3, 4])
    assert (line.text, len(line.boxes or ()), len(line.certainty or ())) == ("ก ข", 3, 3)


def test_a_doubtful_sign_at_the_end_of_a_line_is_a_speck() -> None:
    assert [line.text for line in lines("“ก.ข.", [0, 2, 4, 6, 8], sure=0.5)] == ["ก.ข"]
    assert [line.text for line in lines("“ก.ข.", [0, 2, 4, 6, 8], sure=0.9)] == ["“ก.ข."]


def read(text: str) -> Decoded:
    return Decoded(
        text=text,
        confidences=(0.5,) * len(text),
        spans=tuple((2 * at, 2 * at + 1) for at in range(len(text))),
    )


def test_a_second_opinion_with_more_words_counts_and_is_not_sure() -> None:
    better = tesseract.better(read("ขอเชญสมคร"), "ขอเชิญสมัคร")
    assert better.text == "ขอเชิญสมัคร"
    assert set(better.confidences) == {0.8}
    assert (better.spans[0][0], better.spans[-1][1]) == (0, 17)


def test_a_second_opinion_on_digits_is_not_asked_for() -> None:
    own = read("เลขท ๔๕๖")
    assert tesseract.better(own, "เลขที่ทั้งหมด") is own
    own = read("เลขทงหมด")
    assert tesseract.better(own, "เลขที่ ๒๕๒๒") is own


def test_a_second_opinion_without_more_words_does_not_count() -> None:
    own = read("ขอเชิญสมัคร")
    assert tesseract.better(own, "ขอเซิญสมคร") is own
    assert tesseract.better(own, "") is own


@pytest.mark.parametrize(
    ("seen", "restored"),
    [
        ("เื่อง ขอเชิญ", "เรื่อง ขอเชิญ"),
        ("เรืยน อธิบดี", "เรียน อธิบดี"),
        ("สิงที่ส่งมาดวย ๑. บัญชี", "สิ่งที่ส่งมาด้วย ๑. บัญชี"),
        ("ขอแสดงความนบถือ", "ขอแสดงความนับถือ"),
        ("เรื่อง ขอเชิญ", "เรื่อง ขอเชิญ"),
        ("เรียก ประชุม", "เรียก ประชุม"),
        ("เรื่องราวที่ เล่า", "เรื่องราวที่ เล่า"),
    ],
)
def test_a_label_with_a_letter_wrong_is_put_right(seen: str, restored: str) -> None:
    line = labels.restored(read(seen))
    assert line.text == restored
    assert len(line.confidences) == len(line.spans) == len(restored)
    assert line.spans[-1][1] == read(seen).spans[-1][1]


def test_a_label_that_was_put_right_stays_doubtful() -> None:
    assert max(labels.restored(read("เรืยน อธิบดี")).confidences[:5]) == 0.5


@pytest.mark.parametrize(
    ("seen", "cleaned"),
    [
        ("สำนักงานส่งเสริมการปกครองท้อุงถิ่นจังหวัด", "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด"),
        ("กรมสุ่งเสริม", "กรมส่งเสริม"),
        ("บันทึกลงในสมุดทุกหน้า", "บันทึกลงในสมุดทุกหน้า"),
        ("เทศบาลตำบลสุเทพ", "เทศบาลตำบลสุเทพ"),
    ],
)
def test_a_doubtful_vowel_below_the_line_goes_where_no_word_has_it(seen: str, cleaned: str) -> None:
    line = strays.without(read(seen))
    assert line.text == cleaned
    assert len(line.confidences) == len(line.spans) == len(cleaned)


def test_a_vowel_that_was_seen_for_certain_stays() -> None:
    seen = read("กรมสุ่งเสริม")
    sure = Decoded(text=seen.text, confidences=(0.99,) * len(seen.text), spans=seen.spans)
    assert strays.without(sure) == sure
