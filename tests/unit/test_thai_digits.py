from hypothesis import given
from hypothesis import strategies as st

from parsers.thai import digits

MIXED = st.text(alphabet="๐๑๒๓๔๕๖๗๘๙0123456789กว./ ")


def test_thai_digits_become_arabic_ones() -> None:
    assert digits.to_arabic("ที่ มท ๐๘๑๐.๗/ว ๒๐๐") == "ที่ มท 0810.7/ว 200"


def test_arabic_digits_become_thai_ones() -> None:
    assert digits.to_thai("ที่ มท 0810.7/ว 200") == "ที่ มท ๐๘๑๐.๗/ว ๒๐๐"


@given(MIXED)
def test_folding_keeps_every_letter_in_its_place(text: str) -> None:
    assert len(digits.to_arabic(text)) == len(digits.to_thai(text)) == len(text)


@given(MIXED)
def test_the_two_scripts_are_one_number(text: str) -> None:
    assert digits.to_arabic(digits.to_thai(text)) == digits.to_arabic(text)
