"""What a query asks for, and the piece of text that is shown for it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import terms


def by_space(text: str) -> list[str]:
    return text.split()


def as_is(text: str) -> str:
    return text


def expression(query: str, segment: Callable[[str], list[str]] = by_space) -> str:
    return terms.by_words(terms.parse(query, as_is), segment)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("เชียงใหม่", '(("เชียงใหม่"))'),
        ("เชียงใหม่ ลำปาง", '(("เชียงใหม่")) AND (("ลำปาง"))'),
        ('"ศูนย์ ราชการ"', '(("ศูนย์ ราชการ"))'),
        ("เชียง*", '(("เชียง"*))'),
        ("ชม ๐๐๒๓.๓/๑๒๓๔", '(("ชม")) AND (("0023 3 1234"))'),
        ("2562", '(("2562") OR ("2019"))'),
        ("๒๐๑๙", '(("2019") OR ("2562"))'),
        ("0023.3/2562", '(("0023 3 2562"))'),
        ('a"b c', '(("a")) AND (("b c"))'),
        ("NOT x OR (y)", '(("not")) AND (("x")) AND (("or")) AND (("y"))'),
    ],
)
def test_a_query_becomes_words_that_must_all_be_found(query: str, expected: str) -> None:
    assert expression(query) == expected


def test_the_words_of_one_thai_term_may_stand_apart() -> None:
    assert expression("ศูนย์ราชการ", lambda text: ["ศูนย์", "ราชการ"]) == '(("ศูนย์" AND "ราชการ"))'


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (["รายงาน", "ประชุม"], '(("รายงานประชุม" OR ("รายงาน" AND "ประชุม")))'),
        (["รายงานประชุม"], '("รายงานประชุม")'),
        (["รายงานประ", "ชุ", "ม"], '("รายงานประชุม")'),
    ],
)
def test_fragments_are_the_whole_term_or_all_its_words(pieces: list[str], expected: str) -> None:
    assert terms.by_fragments(terms.parse("รายงานประชุม", as_is), lambda text: pieces) == expected


@pytest.mark.parametrize("query", ["", " ", '"', '""', "*", "()", "/.-", "\x00", "\ud800"])
def test_a_query_without_a_word_asks_for_nothing(query: str) -> None:
    assert terms.parse(query, as_is) == []


@given(st.text())
def test_any_text_is_a_query(query: str) -> None:
    terms.by_fragments(terms.parse(query, as_is), by_space)
    assert "\x00" not in expression(query)


@given(st.text())
def test_folding_keeps_every_position(text: str) -> None:
    assert len(terms.fold(text)) == len(text)


def test_spaces_around_thai_letters_do_not_count_in_fragments() -> None:
    assert (
        terms.compact("มท ๐๘๑๐.๗/ว ๒๐๐ 12 34")
        == terms.compact("มท0810.7/ว200 12 34")
        == "มท0810.7/ว200 12 34"
    )


def snippet(text: str, query: str, normalise: Callable[[str], str] = as_is) -> str:
    return terms.snippet(text, terms.parse(query, normalise), by_space, normalise)


def test_a_snippet_shows_the_hit_as_it_is_written() -> None:
    text = "ก" * 300 + " ลงวันที่ ๒๐ กุมภาพันธ์ ๒๕๖๒ " + "ข" * 300
    shown = snippet(text, "2019")
    assert "กุมภาพันธ์ ๒๕๖๒" in shown
    assert shown.startswith("…") and shown.endswith("…")
    assert len(shown) < 200


def test_a_snippet_finds_what_only_the_normal_form_says() -> None:
    text = "บรรทัดแรก\nส านักงาน\nบรรทัดสุดท้าย"
    shown = snippet("x" * 100 + "\n" + text, "สำนักงาน", lambda text: text.replace("ส า", "สำ"))
    assert "ส านักงาน" in shown


def test_a_snippet_never_begins_with_a_mark() -> None:
    assert snippet("ที่" * 50 + "คำ" + "ที่" * 50, "คำ").removeprefix("…").startswith("ท")


def test_a_snippet_without_a_hit_is_the_beginning() -> None:
    assert snippet("เรื่อง ขอเชิญ", "ไม่มี") == "เรื่อง ขอเชิญ"
