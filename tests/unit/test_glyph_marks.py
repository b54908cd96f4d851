"""Marks by what is drawn of them: whose name cannot be, and what their shape and the words make of them."""

import pytest

from parsers.document.lines import assemble
from parsers.document.misnamed import Mark, signed
from parsers.document.rows import Run, put_marks_on_letters
from parsers.model import Box
from parsers.thai import text, unnamed
from parsers.thai.orthography import SIGNS, TALL, UNSEEN, WIDE

STROKE, ROUND, BROAD = (0.08, 0.22), (0.22, 0.22), (0.38, 0.27)
HOOK, CURL = (0.18, 0.28), (0.30, 0.27)
"""The widths and heights of `่`, of `ํ`, of `้`, and of `ุ` and `ู` in Garuda, in sizes of the font."""


def test_a_stroke_above_is_the_first_tone_whatever_its_name() -> None:
    assert signed("กรมสุง", [_mark(4, "ุ", STROKE)]) == "กรมส่ง"


@pytest.mark.parametrize(("shape", "meant"), [(HOOK, "ุ"), (CURL, "ู")])
def test_low_vowels_are_told_by_their_shape(shape: tuple[float, float], meant: str) -> None:
    assert signed("ศ้นย์", [_mark(1, "้", shape, is_above=False)]) == f"ศ{meant}นย์"


def test_a_shape_between_two_marks_is_unknown() -> None:
    assert signed("กรมสุง", [_mark(4, "ุ", (0.208, 0.2))]) == "กรมส\ufffdง"


def test_a_glyph_has_one_sign_wherever_it_is_drawn_and_another_has_another() -> None:
    marks = [_mark(1, "ู", BROAD), _mark(5, "ู", (0.385, 0.272)), _mark(9, "ู", (0.3, 0.2))]
    assert signed("กูก กูก กูก", marks) == f"ก{WIDE[0]}ก ก{WIDE[0]}ก ก{WIDE[1]}ก"


def test_fonts_share_no_sign() -> None:
    marks = [_mark(1, "ู", BROAD), _mark(5, "ู", BROAD, font=2)]
    assert signed("กูก กูก", marks) == f"ก{WIDE[0]}ก ก{WIDE[1]}ก"


def test_names_that_two_marks_have_swapped_everywhere_spell_their_syllable() -> None:
    marks = [_mark(1, "ู", BROAD, partner=2), _mark(2, "้", CURL, is_above=False, partner=1)]
    assert signed("ผู้ว่า", marks) == "ผู้ว่า"


def test_a_swapped_name_that_stands_alone_elsewhere_is_no_name() -> None:
    marks = [
        _mark(1, "ู", BROAD, partner=2),
        _mark(2, "้", CURL, is_above=False, partner=1),
        _mark(8, "ู", BROAD),
    ]
    assert signed("ผู้ว่า ทูอง", marks) == f"ผ{WIDE[0]}ูว่า ท{WIDE[0]}อง"


def test_a_name_of_two_letters_is_one_sign_twice() -> None:
    assert signed("ส้䤳าน", [_mark(1, "้䤳", ROUND)]) == f"ส{TALL[0] * 2}าน"


def test_a_tone_and_a_circle_in_one_glyph_are_both() -> None:
    assert text.repair(signed("น้䤳า", [_mark(1, "้䤳", (0.35, 0.53))])) == "น้ำ"


def test_more_glyphs_than_there_are_signs_are_unknown() -> None:
    marks = [_mark(at, "ู", (0.3 + 0.02 * at, 0.25)) for at in range(len(WIDE) + 1)]
    assert signed("ู" * len(marks), marks) == f"{WIDE}\ufffd"


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        (f"กรมส่งเสริมการปกครองท{WIDE[0]}องถิ่น", "กรมส่งเสริมการปกครองท้องถิ่น"),
        (f"ส{TALL[0]}านักงาน จ{TALL[0]}านวน", "สำนักงาน จำนวน"),
        (f"ข้อม{UNSEEN[0]}ล ด{UNSEEN[0]}แล ผ{UNSEEN[1]}{UNSEEN[0]}ว่าราชการ", "ข้อมูล ดูแล ผู้ว่าราชการ"),
        (f"จังหวัดม{WIDE[0]}{TALL[0]}นคง", "จังหวัดมั่นคง"),
    ],
)
def test_a_sign_is_the_mark_that_makes_words_of_all_it_stands_in(damaged: str, meant: str) -> None:
    assert text.repair(damaged) == meant


@pytest.mark.parametrize("undecided", ["ล{}บ", "น{}น", "ฮ{}ฬ"])
def test_a_sign_that_the_words_do_not_decide_is_unknown(undecided: str) -> None:
    written = undecided.format(UNSEEN[0])
    assert text.repair(written) == written.replace(UNSEEN[0], unnamed.UNKNOWN)


@pytest.mark.timeout(60)
def test_a_text_full_of_signs_is_done_in_time_and_rid_of_them() -> None:
    repaired = text.repair("".join(f"ก{one}{other}" for one in SIGNS for other in SIGNS) * 20)
    assert not set(SIGNS) & set(repaired)


def test_a_mark_that_was_drawn_after_the_line_goes_back_over_its_letter() -> None:
    boxes: list[Box] = [*((10.0 * at, 0.0, 10.0 * at + 10, 20.0) for at in range(3)), (7.0, 0.0, 9.0, 4.0)]
    put_marks_on_letters([3], "นาน้", boxes)
    (line,) = assemble([Run(text="นาน้", boxes=boxes, baseline=15.0)])
    assert line.text == "น้าน"


def test_the_halves_of_sara_ae_in_one_box_are_both_kept() -> None:
    boxes = ((0.0, 0.0, 10.0, 20.0), (0.0, 0.0, 10.0, 20.0), (10.0, 0.0, 20.0, 20.0), (5.0, 0.0, 9.0, 20.0))
    (line,) = assemble([Run(text="เเละ", boxes=boxes, baseline=15.0)])
    assert text.repair(line.text).startswith("แ")


def _mark(
    at: int,
    name: str,
    shape: tuple[float, float],
    *,
    is_above: bool = True,
    font: int = 1,
    partner: int | None = None,
) -> Mark:
    width, height = shape
    return Mark(at=at, font=font, name=name, is_above=is_above, width=width, height=height, partner=partner)
