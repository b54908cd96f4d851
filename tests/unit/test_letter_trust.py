"""Damaged pages: nothing from them is sure, and what is no text is no value."""

import pytest

from parsers.letter import confirmation, fields
from parsers.model import Letter, Line, Page

LETTER = (
    "ที่ ชม ๐๐๒๓.๓/๑๒๓๔   ศาลากลางจังหวัดเชียงใหม่\nถนนโชตนา ชม ๕๐๓๐๐\n\n๒๐ กุมภาพันธ์ ๒๕๖๒\n\nเรื่อง แจ้งผลการสมัคร\n"
    "เรียน อธิบดีกรมส่งเสริมการปกครองท้องถิ่น\n"
    "อ้างถึง หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒\n\n"
    "ตามหนังสือที่อ้างถึง นั้น\n\nเทศบาลตำบลสุเทพไม่ประสงค์สมัคร\n\nจึงเรียนมาเพื่อโปรดทราบ\n\nขอแสดงความนับถือ\n\n"
    "(นายสมชาย ใจดี)\nผู้ว่าราชการจังหวัดเชียงใหม่\n"
)
TONES = str.maketrans("", "", "่้๊๋์")


def pages(text: str, *, quality: float = 1.0) -> tuple[Page, ...]:
    lines = tuple(Line(text=line) for line in text.split("\n"))
    return (Page(number=1, width=0, height=0, lines=lines, source="text-layer", quality=quality),)


def confidences(letter: Letter) -> list[float]:
    named = (
        letter.reference_number,
        letter.dated,
        letter.agency,
        letter.province,
        letter.subject,
        letter.signer,
    )
    return [one.confidence for one in (*named, *letter.cites) if one]


def read(text: str, *, quality: float = 1.0) -> Letter:
    found = fields.read(pages(text, quality=quality))
    assert found
    return found


def test_what_decides_is_sure_on_a_clean_page() -> None:
    letter = read(LETTER)
    assert letter.reference_number and letter.dated and letter.province
    decisive = [letter.reference_number, letter.dated, letter.province, *letter.cites]
    assert all(one.confidence >= 0.95 for one in decisive)


@pytest.mark.parametrize("quality", [0.89, 0.5, 0.1])
def test_nothing_from_a_page_of_low_quality_is_sure(quality: float) -> None:
    found = confidences(read(LETTER, quality=quality))
    assert len(found) == len(confidences(read(LETTER)))
    assert max(found) < 0.6


@pytest.mark.parametrize("alien", ["\x11", "\uf0a1", "\ufffd", "Ě"])
def test_a_value_with_what_is_no_letter_has_none(alien: str) -> None:
    letter = read(LETTER.replace("แจ้งผล", f"แจ้{alien}งผล"))
    assert letter.subject
    assert (letter.subject.value, letter.subject.raw) == (None, f"แจ้{alien}งผลการสมัคร")
    assert letter.subject.confidence < 0.5
    assert letter.reference_number and letter.reference_number.confidence >= 0.95


def test_a_letter_without_its_marks_gives_numbers_and_days_and_no_words() -> None:
    letter = read(LETTER.translate(TONES))
    assert letter.kind == "external"
    assert letter.reference_number and letter.reference_number.value == "ชม 0023.3/1234"
    assert letter.dated and letter.dated.value == "2019-02-20"
    assert [(one.reference_number, one.dated, one.agency) for one in letter.cites] == [
        ("มท 0810.7/ว 200", "2019-02-15", None)
    ]
    assert letter.subject and letter.subject.value is None and "ผลการสมัคร" in letter.subject.raw
    assert max(confidences(letter)) < 0.6


def test_a_letter_without_its_marks_has_no_clear_answer() -> None:
    damaged = pages(LETTER.translate(TONES))
    (one,) = fields.read_all(damaged)
    answer = confirmation.read(one, damaged)
    assert answer
    assert answer.outcome == "unclear"


def test_an_answer_is_believed_no_more_than_its_page() -> None:
    clean, damaged = pages(LETTER), pages(LETTER, quality=0.5)
    sure = confirmation.read(fields.read_all(clean)[0], clean)
    doubted = confirmation.read(fields.read_all(damaged)[0], damaged)
    assert sure and doubted
    assert sure.outcome == doubted.outcome
    assert doubted.confidence < 0.5 < sure.confidence


def test_a_letter_older_than_the_one_it_cites_is_doubted_in_its_day() -> None:
    dated = read(LETTER.replace("๒๐ กุมภาพันธ์ ๒๕๖๒", "๒๐ กุมภาพันธ์ ๒๕๖๑", 1)).dated
    assert dated
    assert dated.value == "2018-02-20"
    assert dated.confidence < 0.9
