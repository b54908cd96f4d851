"""What a reference number and a date look like to the decoder, character by character.

The forms are those that `parsers.thai.reference` and `parsers.thai.dates` read (DOMAIN 2.1, 3), without the slips
of typists: a recogniser sees ink, and a slip that is in the ink stays in the free decoding. Either digit script is
the same digit, O among them is a zero, and a backslash is the slash.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from parsers.document.ocr.automaton import (
    EDGE,
    Automaton,
    Language,
    compiled,
    either,
    letters,
    many,
    optional,
    repeated,
    sequence,
    words,
)
from parsers.thai import dates, reference
from parsers.thai.digits import to_thai
from parsers.thai.places import PROVINCE_CODES

_DIGITS: Final = {digit: digit + to_thai(digit) for digit in "0123456789"}
# O for 0 is a reader's slip in numbers, and `parsers.thai.reference` takes it for one.
_FIGURES: Final = _DIGITS | {"0": "0๐Oo"}
_EVERY_FIGURE: Final = "".join(_FIGURES.values())
_THAI_LETTERS: Final = "".join(map(chr, range(0x0E01, 0x0E4F)))
# ที่ (also without its tone) may stick to the letters of a number.
_NO_LABEL_END: Final = _THAI_LETTERS.translate(dict.fromkeys(map(ord, "่ี")))
# A letter right behind a number (๒๐๐ลงวันที่) is rarer than a blank by about this factor.
_STUCK: Final = 0.02

# Clerks mix these up in the names of months (กรกฏาคม), and no name hangs on them.
_MIXED_UP: Final = {"ฎ": "ฎฏ", "ศ": "ศษ", "ษ": "ศษ"}
_SHORT: Final = ("มค", "กพ", "มีค", "เมย", "พค", "มิย", "กค", "สค", "กย", "ตค", "พย", "ธค")
# A day was left blank where nothing or วันที่ stands before the month; anything else may be the day, misread.
_BEFORE_BLANK_DAY: Final = EDGE + "่"
# Parts of an owner's number behind its dot have one or two digits; three are rarer by about this factor.
_THIRD_DIGIT: Final = 0.1


@dataclass(frozen=True, kw_only=True, slots=True)
class Grammar:
    """A language, and the value of what is written in it: `None` for what only looks like it."""

    automaton: Automaton
    value: Callable[[str], str | None]


@cache
def references() -> Grammar:
    """Reference numbers: `มท ๐๘๑๐.๗/ว ๒๐๐`."""
    return Grammar(automaton=compiled(_reference()), value=_key)


@cache
def days() -> Grammar:
    """Dates: `๑๕ กุมภาพันธ์ ๒๕๖๒`, `15 ก.พ. 62`, `15/2/2562`, and months whose day was left blank."""
    return Grammar(automaton=compiled(_day()), value=dates.parse)


@cache
def references_and_days() -> Grammar:
    """Both, for lines that may hold either."""
    both = compiled(either(_reference(), _day()))
    return Grammar(automaton=both, value=lambda written: _key(written) or dates.parse(written))


def _key(written: str) -> str | None:
    found = reference.parse(written)
    return found.key if found else None


def _reference() -> Language:
    digit = either(*map(letters, _FIGURES.values()))
    of_province = sequence(_code(PROVINCE_CODES), repeated(digit, 4, 5))
    of_ministry = sequence(_code(reference.MINISTRY_CODES), repeated(digit, 2, 5))
    third = optional(either(*(letters(figure, weight=_THIRD_DIGIT) for figure in _FIGURES.values())))
    level = sequence(letters("."), _gap(), digit, optional(sequence(digit, third)))
    series = optional(sequence(letters("ว"), _dot(), _gap()))
    return sequence(
        _unlike(_NO_LABEL_END),
        either(of_province, of_ministry),
        repeated(level, 0, 3),
        sequence(_gap(), letters("/\\"), _gap(), series, repeated(digit, 1, 6)),
        _behind("/"),
    )


def _code(codes: frozenset[str]) -> Language:
    return sequence(words(*sorted(codes)), _dot(), _gap())


def _day() -> Language:
    digit = either(*map(letters, _DIGITS.values()))
    year = sequence(words("24", "25", "26", "19", "20", alike=_DIGITS), digit, digit)
    # Two digits stand for years since the regulation, which dates from 2526.
    short_year = either(
        words("26", "27", "28", "29", alike=_DIGITS), sequence(words(*"3456789", alike=_DIGITS), digit)
    )
    era = optional(sequence(words("พ"), _dot(), words("ศ"), _dot(), _gap()))
    month = sequence(words(*dates.MONTHS, alike=_MIXED_UP), _gap(), era)
    shortened = sequence(_gap(), either(*map(_shortened, _SHORT)), _gap(), era)
    spelt = sequence(_gap(), optional(sequence(words("เดือน"), _gap())), month)
    of_long_year = sequence(either(spelt, _between("-")), year)
    of_any_year = sequence(either(shortened, _between("/")), either(year, short_year))
    return either(
        sequence(
            _unlike(_EVERY_FIGURE + "./-"), _number(31), either(of_long_year, of_any_year), _behind("/-")
        ),
        sequence(letters(_BEFORE_BLANK_DAY, role="context"), _gap(), month, year, _behind("/-")),
    )


def _shortened(month: str) -> Language:
    return sequence(words(month[:-1]), _dot(), _gap(), words(month[-1]), _dot())


def _between(mark: str) -> Language:
    return sequence(words(mark), _number(12), words(mark))


def _number(most: int) -> Language:
    """1 to `most`, with or without a leading zero."""
    plain = {str(number) for number in range(1, most + 1)}
    return words(*sorted(plain | {number.zfill(2) for number in plain}), alike=_DIGITS)


def _gap() -> Language:
    return many(letters(" ", role="gap"))


def _dot() -> Language:
    return optional(letters(".", role="gap"))


def _unlike(members: str) -> Language:
    return letters(members, others=True, role="context")


def _behind(marks: str) -> Language:
    """What may follow: no digit, none of `marks`, and seldom a Thai letter without a blank."""
    return either(
        _unlike(_EVERY_FIGURE + _THAI_LETTERS + marks),
        letters(_THAI_LETTERS, role="context", weight=_STUCK),
    )
