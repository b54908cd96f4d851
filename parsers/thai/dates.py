"""Which day a Thai text names.

Knows the ways in which letters write a date (DOMAIN 3): months in full, abbreviated or misspelt,
either digit script or both, พ.ศ. or two digits, figures with slashes, ISO. Buddhist years 24xx to
26xx lose 543, 19xx and 20xx are Christian, two digits stand for 25xx. A day left blank for the
stamp gives the month alone. A day that cannot be (๓๑ กุมภาพันธ์) has no value, and nothing is
taken from anywhere but the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from parsers.thai import digits

MONTHS: Final = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
# Full names with the misspellings seen (กรกฏาคม) or likely where a mark is lost or doubled.
_FULL: Final = (
    "มก?ราคม",
    "กุมภา?พันธุ?์?",
    "มีนาคม",
    "เมษายน",
    "พฤ[ษศ]ภาคม",
    "มิถุนา?ยน",
    "กร?ก[ฎฏ]าคม",
    "สิงหาคม",
    "กัน?ยายน",
    "ตุลาคม",
    "พฤ[ศษ]จิกา?ยน",
    "ธันวาคม",
)
_SHORT: Final = (
    r"ม\.?\s?ค\.?",
    r"ก\.?\s?พ\.?",
    r"มี\.?\s?ค\.?",
    r"เม\.?\s?ย\.?",
    r"พ\.?\s?ค\.?",
    r"มิ\.?\s?ย\.?",
    r"ก\.?\s?ค\.?",
    r"ส\.?\s?ค\.?",
    r"ก\.?\s?ย\.?",
    r"ต\.?\s?ค\.?",
    r"พ\.?\s?ย\.?",
    r"ธ\.?\s?ค\.?",
)
_FULL_MONTH: Final = "|".join(_FULL)
MONTH_PATTERN: Final = f"{_FULL_MONTH}|{'|'.join(_SHORT)}"
"""Matches any month as written; for the readers that must not take a day for something else."""

_ERA = r"(?:(?:พ\s?\.?\s?ศ\s?\.?|พุทธศักราช|ค\s?\.?\s?ศ\s?\.?)\s*)?"
# Not within a number; leaders (`วันที่..๒๐`) are none.
_DAY = r"(?<![\d/\-])(?<!(?<!\.)\.)(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{1,5})(?!\d)"
_WORDS = re.compile(rf"{_DAY}\s*(?:เดือน)?\s*(?P<month>{MONTH_PATTERN})\s*{_ERA}{_YEAR}")
_NO_DAY = re.compile(rf"(?P<month>{_FULL_MONTH})\s*{_ERA}(?P<year>\d{{4}})(?!\d)")
_FIGURES = re.compile(
    r"(?<![\d./\-])(?P<day>\d{1,2})(?:"
    r"\s?/\s?(?P<month>\d{1,2})\s?/\s?(?P<year>\d{4}|\d{2})"
    r"|(?P<mark>[.\-])(?P<month2>\d{1,2})(?P=mark)(?P<year2>\d{4})"
    r")(?![\d/\-])"
)
_ISO = re.compile(r"(?<![\d./\-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d\-])")

_TO = r"\s*(?:[-–—‐~]|ถึง|จนถึง)\s*(?:วัน(?:[ก-์]{0,9}ที่)\s*)?"
_OPEN_RANGE = re.compile(
    rf"{_DAY}\s*(?:เดือน)?\s*(?P<month>{MONTH_PATTERN})?\s*(?:{_ERA}(?P<year>\d{{4}}|\d{{2}})(?!\d))?{_TO}"
    rf"(?=\d{{1,2}}\s*(?:เดือน)?\s*(?:{MONTH_PATTERN}))"
)

# `2628 มิถุนายน`: the dash was lost.
_RUN_TOGETHER = re.compile(
    rf"(?<!\d)(?P<day>\d{{2}})(?P<last>\d{{2}}\s*(?:{MONTH_PATTERN})\s*{_ERA}\d{{4}})(?!\d)"
)

# How sure each way of writing is, if nothing else speaks against it.
_CONFIDENCE: Final = {
    "words": 0.99,
    "two-digit year": 0.98,
    "iso": 0.98,
    "figures": 0.98,
    "month only": 0.98,
    "impossible": 0.2,
}
# Below, a "year" behind a month is some other number (๑๕ กุมภาพันธ์ ๑๐ โมง): the rules date from 2526.
_FIRST_SHORT_YEAR: Final = 26


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundDate:
    """A date at `text[start:end]`: `value` is ISO 8601, `2019-02` without a day, `None` if impossible."""

    start: int
    end: int
    raw: str
    value: str | None
    confidence: float


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundRange:
    """From one day to another at `text[start:end]`; both ISO 8601."""

    start: int
    end: int
    raw: str
    first: str
    last: str


def find(text: str) -> list[FoundDate]:
    """All dates of `text` from left to right, none of them overlapping another."""
    found: list[FoundDate] = []
    end = 0
    for candidate in sorted(_candidates(text), key=lambda one: (one.start, -one.end)):
        if candidate.start >= end:
            found.append(candidate)
            end = candidate.end
    return found


def find_ranges(text: str) -> list[FoundRange]:
    """All ranges (`๒๕ มกราคม – ๒๘ กุมภาพันธ์ ๒๕๖๒`); a first day without month or year takes the last's."""
    folded = digits.to_arabic(text)
    ends = {one.start: one for one in find(text)}
    ranges = [_range(text, match, ends.get(match.end())) for match in _OPEN_RANGE.finditer(folded)]
    ranges += [_run_together(text, match) for match in _RUN_TOGETHER.finditer(folded)]
    return sorted((one for one in ranges if one), key=lambda one: one.start)


def parse(text: str) -> str | None:
    """The value of the one date in `text`; `None` if there is none, an impossible one, or several."""
    found = find(text)
    return found[0].value if len(found) == 1 else None


def format_thai(day: date, script: Literal["thai", "arabic"] = "thai") -> str:
    """`๑๕ กุมภาพันธ์ ๒๕๖๒`, the form of a letter's date line, in either digit script."""
    written = f"{day.day} {MONTHS[day.month - 1]} {day.year + 543}"
    return digits.to_thai(written) if script == "thai" else written


def _candidates(text: str) -> Iterator[FoundDate]:
    folded = digits.to_arabic(text)
    for match in _WORDS.finditer(folded):
        year = match["year"]
        if len(year) == 2 and int(year) < _FIRST_SHORT_YEAR:
            continue
        reason = "words" if len(year) == 4 else "two-digit year"
        yield _found(text, match, year, _month_number(match["month"]), match["day"], reason)
    for match in _NO_DAY.finditer(folded):
        yield _found(text, match, match["year"], _month_number(match["month"]), None, "month only")
    for match in _FIGURES.finditer(folded):
        year, month = match["year"] or match["year2"], match["month"] or match["month2"]
        yield _found(text, match, year, int(month), match["day"], "figures")
    for match in _ISO.finditer(folded):
        yield _found(text, match, match["year"], int(match["month"]), match["day"], "iso")


def _found(text: str, match: re.Match[str], year: str, month: int, day: str | None, reason: str) -> FoundDate:
    value = _iso(_gregorian(year), month, day)
    return FoundDate(
        start=match.start(),
        end=match.end(),
        raw=text[match.start() : match.end()],
        value=value,
        confidence=_CONFIDENCE[reason if value else "impossible"],
    )


def _gregorian(year: str) -> int | None:
    number = int(year)
    if len(year) == 2:
        return 2500 + number - 543
    if 2400 <= number < 2700:
        return number - 543
    return number if 1900 <= number < 2100 else None


def _iso(year: int | None, month: int, day: str | None) -> str | None:
    if year is None:
        return None
    try:
        exact = date(year, month, int(day) if day else 1)
    except ValueError:
        return None
    return exact.isoformat() if day else exact.isoformat()[:7]


def _month_number(written: str) -> int:
    for patterns in (_FULL, _SHORT):
        for number, pattern in enumerate(patterns, start=1):
            if re.fullmatch(pattern, written):
                return number
    raise AssertionError(f"{written!r} matched a month and is none")


def _range(text: str, match: re.Match[str], last: FoundDate | None) -> FoundRange | None:
    if not last or not last.value or len(last.value) != len("2019-02-28"):
        return None
    end = date.fromisoformat(last.value)
    month = _month_number(match["month"]) if match["month"] else end.month
    # ๒๕ ธันวาคม – ๑๐ มกราคม ๒๕๖๓ began in the year before
    year = _gregorian(match["year"]) if match["year"] else end.year - (month > end.month)
    if not (first := _iso(year, month, match["day"])) or first > last.value:
        return None
    return FoundRange(
        start=match.start(),
        end=last.end,
        raw=text[match.start() : last.end],
        first=first,
        last=last.value,
    )


def _run_together(text: str, match: re.Match[str]) -> FoundRange | None:
    last = parse(match["last"])
    first = f"{last[:-2]}{match['day']}" if last else ""
    if not last or not "01" <= match["day"] < last[-2:]:
        return None
    return FoundRange(
        start=match.start(), end=match.end(), raw=text[slice(*match.span())], first=first, last=last
    )
