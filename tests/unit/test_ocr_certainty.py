"""A value that was read from a picture is as sure as its least certain letter."""

import pytest

from parsers.letter import fields
from parsers.model import Box, Letter, Line, Page

OWN, AGENCY, DAY = "ที่ ชม ๐๐๒๓.๓/๑๒๓๔", "ศาลากลางจังหวัดเชียงใหม่", "๒๐ กุมภาพันธ์ ๒๕๖๒"
SUBJECT, TO = "เรื่อง แจ้งผลการสมัคร", "เรียน อธิบดีกรมส่งเสริมการปกครองท้องถิ่น"
CITE = "อ้างถึง หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒"
LAST = "ขอแสดงความนับถือ"
PLACES = {
    OWN: (70, 100),
    AGENCY: (360, 100),
    DAY: (280, 140),
    SUBJECT: (70, 180),
    TO: (70, 220),
    CITE: (70, 260),
    LAST: (300, 400),
}


def line(text: str, doubt: str, sure: float) -> Line:
    """`text` at its place, all of its letters certain but the first of `doubt`."""
    left, top = PLACES[text]
    boxes: tuple[Box, ...] = tuple(
        (left + 5 * at, top, left + 5 * at + 5, top + 20) for at in range(len(text))
    )
    doubted = text.find(doubt) if doubt else -1
    return Line(
        text=text, boxes=boxes, certainty=tuple(sure if at == doubted else 1.0 for at in range(len(text)))
    )


def read(doubt: str = "", sure: float = 1.0, *, where: str = "") -> Letter:
    lines = tuple(line(text, doubt if text == where else "", sure) for text in PLACES)
    found = fields.read((Page(number=1, width=595, height=842, lines=lines, source="ocr", quality=1.0),))
    assert found
    return found


def test_letters_that_are_all_certain_leave_a_value_as_sure_as_it_was() -> None:
    letter = read()
    assert letter.reference_number and letter.dated
    assert (letter.reference_number.confidence, letter.dated.confidence) == (0.99, 0.97)


def test_a_doubtful_digit_makes_the_number_doubtful_and_nothing_else() -> None:
    sure, letter = read(), read("๓๔", 0.8, where=OWN)
    assert letter.reference_number
    assert (letter.reference_number.value, letter.reference_number.confidence) == ("ชม 0023.3/1234", 0.792)
    assert (letter.dated, letter.agency, letter.cites) == (sure.dated, sure.agency, sure.cites)


def test_a_number_with_a_digit_that_is_rather_another_one_is_none() -> None:
    number = read("๓๔", 0.4, where=OWN).reference_number
    assert number
    assert (number.value, number.raw) == (None, "ชม ๐๐๒๓.๓/๑๒๓๔")
    assert number.confidence < 0.5


@pytest.mark.parametrize(
    ("doubt", "confidence"), [("๗/", 0.693), ("ว ๒", 0.693), ("๑๕", 0.693), ("รมส", 0.99)]
)
def test_a_citation_is_as_sure_as_its_number_and_its_day(doubt: str, confidence: float) -> None:
    (cite,) = read(doubt, 0.7, where=CITE).cites
    assert (cite.reference_number, cite.confidence) == ("มท 0810.7/ว 200", confidence)


def test_words_keep_their_value_and_lose_their_certainty() -> None:
    subject = read("ผล", 0.4, where=SUBJECT).subject
    assert subject
    assert (subject.value, subject.confidence) == ("แจ้งผลการสมัคร", 0.396)


def test_a_province_on_which_signs_agree_does_not_hang_on_one_letter() -> None:
    province = read("ศา", 0.4, where=AGENCY).province
    assert province
    assert (province.value, province.confidence) == ("เชียงใหม่", 0.99)


def test_labels_that_were_misread_in_a_picture_do_not_spoil_its_numbers() -> None:
    misread = {"อ้างถึง": "อางถึง", "ขอแสดงความนับถือ": "ขอแสดงความนบถือ"}
    sure = read()
    lines = []
    for text in PLACES:
        one = line(text, "", 1.0)
        for right, wrong in misread.items():
            size = len(one.text.replace(right, wrong))
            one = Line(
                text=one.text.replace(right, wrong),
                boxes=(one.boxes or ())[:size],
                certainty=(one.certainty or ())[:size],
            )
        lines.append(one)
    page = Page(number=1, width=595, height=842, lines=tuple(lines), source="ocr", quality=1.0)
    found = fields.read((page,))
    assert found
    assert (found.reference_number, found.dated, found.agency) == (
        sure.reference_number,
        sure.dated,
        sure.agency,
    )
