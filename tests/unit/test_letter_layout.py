"""Rows, gaps, wrapped text and wrapped cells, on the page and without one."""

import pytest

from parsers.letter import layout, table
from parsers.model import Line, Page

LETTER_WIDTH = 6.0
LINE_HEIGHT = 16.0


def line(text: str, x: float = 85.0, top: float = 100.0) -> Line:
    boxes = tuple(
        (x + at * LETTER_WIDTH, top, x + (at + 1) * LETTER_WIDTH, top + LINE_HEIGHT)
        for at in range(len(text))
    )
    return Line(text=text, boxes=boxes)


def printed(*lines: Line, number: int = 1) -> Page:
    return Page(number=number, width=595, height=842, lines=lines, source="text-layer", quality=1.0)


def typed(text: str) -> Page:
    lines = tuple(Line(text=one) for one in text.split("\n"))
    return Page(number=1, width=0, height=0, lines=lines, source="native", quality=1.0)


def test_two_columns_of_one_height_are_one_row() -> None:
    (row,) = layout.rows([printed(line("ศาลากลาง", x=320, top=101), line("ที่ ชม 0023/1"))])
    assert [part.text for part in row.segments] == ["ที่ ชม 0023/1", "ศาลากลาง"]


def test_a_text_printed_over_another_is_a_row_of_its_own() -> None:
    rows = layout.rows([printed(line("ขอแสดงความนับถือ"), line("ลายมือชื่อลายมือ", top=105))])
    assert len(rows) == 2


def test_spaces_separate_columns_where_there_is_no_page() -> None:
    (row,) = layout.rows([typed("ที่ ชม 0023/1          ศาลากลาง")])
    assert [part.text for part in row.segments] == ["ที่ ชม 0023/1", "ศาลากลาง"]


def test_a_gap_is_more_than_the_usual_space_above() -> None:
    tops = (100, 120, 140, 200)
    rows = layout.rows([printed(*(line("ตามหนังสือ", top=top) for top in tops))])
    assert [row.gap for row in rows] == [False, False, False, True]


def test_an_empty_line_is_a_gap() -> None:
    assert [row.gap for row in layout.rows([typed("หนึ่ง\nสอง\n\nสาม")])] == [False, False, True]


@pytest.mark.parametrize("furniture", ["- ๒ -", "12", "/จังหวัดเชียงใหม่...", "/๒. ให้ส่ง…"])
def test_page_numbers_and_catchwords_are_no_text(furniture: str) -> None:
    rows = layout.rows([typed(f"ก่อน\n{furniture}\nหลัง")])
    assert [row.text for row in rows] == ["ก่อน", "หลัง"]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("มาตรฐานการให้บริการของศูนย์", "ราชการสะดวก", "มาตรฐานการให้บริการของศูนย์ราชการสะดวก"),
        ("ของศูนย์ราชการสะดวก (GECC)", "ประจำปี พ.ศ. ๒๕๖๒", "ของศูนย์ราชการสะดวก (GECC) ประจำปี พ.ศ. ๒๕๖๒"),
        ("การให้บริการของศูนย์ราชการ", "ประจำปี ๒๕๖๒", "การให้บริการของศูนย์ราชการ ประจำปี ๒๕๖๒"),
        ("ที่ มท ๐๘๑๐.๗/", "ว ๒๐๐", "ที่ มท ๐๘๑๐.๗/ว ๒๐๐"),
        ("ลงวันที่ ๑๕", "กุมภาพันธ์ ๒๕๖๒", "ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒"),
    ],
)
def test_wrapped_thai_is_joined_as_it_was_written(above: str, below: str, joined: str) -> None:
    assert layout.flow(layout.rows([typed(f"{above}\n{below}")])).text == joined


def test_a_line_that_its_writer_ended_is_followed_by_a_space() -> None:
    full = "ก" * 60
    rows = layout.rows([typed("\n".join([full] * 9 + ["จบ", "ต่อ"]))])
    assert layout.flow(rows[-2:]).text == "จบ ต่อ"


def test_joined_text_knows_where_it_stands() -> None:
    first = line("มาตรฐานการให้บริการ", top=100)
    passage = layout.flow(layout.rows([printed(first, line("ของศูนย์", top=120))]))
    assert passage.text == "มาตรฐานการให้บริการของศูนย์"
    found = passage.part(passage.text.index("ของ"))
    assert found.page == 1
    assert found.box == (85.0, 120.0, 85.0 + LETTER_WIDTH * len("ของศูนย์"), 136.0)


def test_a_box_stays_on_the_page_where_the_text_begins() -> None:
    pages = [printed(line("มาตรฐานการให้", top=700)), printed(line("บริการ", top=60), number=2)]
    passage = layout.flow(layout.rows(pages))
    assert passage.text == "มาตรฐานการให้บริการ"
    assert passage.box == (85.0, 700.0, 85.0 + LETTER_WIDTH * len("มาตรฐานการให้"), 716.0)


@pytest.mark.parametrize(
    ("number_top", "second_line"),
    [(120, 140), (129, 138)],
    ids=["cells begin at the top", "cells are centred"],
)
def test_a_wrapped_cell_is_one_cell(number_top: float, second_line: float) -> None:
    page = printed(
        line("๑", x=90, top=100),
        line("ทต.สุเทพ", x=160, top=100),
        line("แม่ริม", x=320, top=100),
        line("๒", x=90, top=number_top),
        line("องค์การบริหารส่วน", x=160, top=120),
        line("สันทราย", x=320, top=number_top),
        line("ตำบลดอนแก้ว", x=160, top=second_line),
        line("๓", x=90, top=160),
        line("ทม.แม่โจ้", x=160, top=160),
        line("สันทราย", x=320, top=160),
    )
    assert [[cell.text for cell in row.segments] for row in table.merge(layout.rows([page]))] == [
        ["๑", "ทต.สุเทพ", "แม่ริม"],
        ["๒", "องค์การบริหารส่วนตำบลดอนแก้ว", "สันทราย"],
        ["๓", "ทม.แม่โจ้", "สันทราย"],
    ]


def test_running_text_below_a_table_is_not_drawn_into_it() -> None:
    page = printed(
        line("๑", x=90, top=100),
        line("ทต.สุเทพ", x=160, top=100),
        line("๒", x=90, top=120),
        line("ทม.แม่โจ้", x=160, top=120),
        line("จึงเรียนมาเพื่อโปรดทราบ", x=130, top=140),
    )
    rows = layout.rows([page])
    assert [row.text for row in table.merge(rows)] == [row.text for row in rows]
