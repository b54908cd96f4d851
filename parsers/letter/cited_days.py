"""Which day belongs to which of several cited numbers.

Mostly each number has its own behind it (`ที่ … ลงวันที่ …`). Numbers that follow each other without one
share what stands behind the last: as many days as there are numbers go to them in order (`ลงวันที่ … และ
… ตามลำดับ`), a single one to them all; of any other number of days none is given out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from parsers.thai import dates, reference
from parsers.thai.dates import FoundDate

_BEFORE = re.compile(r"[\s,]*(?:(?:ลง|ลว)[\s.]*(?:วัน[ก-์]*ที่)?[\s:.]*)?")
_BETWEEN = re.compile(r"\s*(?:,|และ|กับ)\s*(?:ลง)?(?:วันที่)?\s*")
_SAME = re.compile(r"\s*ลง(?:วัน)?(?:ที่)?\s?(?:วัน)?(?:ที่)?เดียวกัน")
_NEXT = re.compile(r"[\s,]*(?:และ|กับ)?\s*(?:(?:เลข)?ที่\s*)?")
_DAY_ALONE = re.compile(r"[0-9๐-๙]{1,2}(?=\s*(?:,|และ|กับ))")
_REACH: Final = 160


def read(text: str, numbers: Sequence[reference.Found]) -> list[FoundDate | None]:
    """One day for each of `numbers`, which stand in `text` in this order; `None` where none is written."""
    days: list[FoundDate | None] = []
    waiting = 0
    for number, end in zip(numbers, [*(one.start for one in numbers), len(text)][1:], strict=True):
        behind = list(_behind(text[:end], number.end))
        waiting += 1
        if days and _SAME.match(text, number.end):
            behind = [day for day in days[-1:] if day]
        elif not behind and end < len(text) and _NEXT.fullmatch(text, number.end, end):
            continue
        days += _given(behind, waiting)
        waiting = 0
    return days


def _given(days: Sequence[FoundDate], numbers: int) -> list[FoundDate | None]:
    if len(days) == 1 or (days and numbers == 1):
        return [days[0]] * numbers
    return list(days) if len(days) == numbers else [None] * numbers


def _behind(text: str, start: int) -> Iterator[FoundDate]:
    """The days behind `start` with nothing but ลงวันที่ before them, และ or a comma between them."""
    written = text[start : start + _REACH]
    found = {day.start: day for day in dates.find(written)}
    lead = _BEFORE.match(written)
    at = lead.end() if lead else 0
    without_month: list[re.Match[str]] = []
    while True:
        if day := found.get(at):
            yield from (_in_month(one, day, start) for one in without_month)
            yield replace(day, start=start + day.start, end=start + day.end)
            without_month, at = [], day.end
        elif alone := _DAY_ALONE.match(written, at):
            without_month.append(alone)
            at = alone.end()
        if not (between := _BETWEEN.match(written, at)):
            return
        at = between.end()


def _in_month(alone: re.Match[str], day: FoundDate, start: int) -> FoundDate:
    """`๑๕ และ ๑๖ กุมภาพันธ์ ๒๕๖๒`: the first day is of the second one's month."""
    value = dates.parse(f"{alone.group()} {day.raw.lstrip('0123456789๐๑๒๓๔๕๖๗๘๙')}")
    return replace(day, start=start + alone.start(), end=start + alone.end(), raw=alone.group(), value=value)
