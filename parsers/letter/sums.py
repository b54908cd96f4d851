"""The closing row of a table (`รวม`), and which of its numbers counts those that do it.

A row may add up several columns: how many there are, how many have done it, how many have not, what it costs.
The number with แห่ง behind it counts, else the only one, else the one under a heading that says a yes. Gives
none where that leaves a choice.
"""

import re
from collections.abc import Sequence
from typing import Final

from parsers.letter import words
from parsers.letter.layout import Row
from parsers.thai.digits import to_arabic

_SUM = re.compile(r"(?:ยอด)?รวม(?:ทั้งสิ้น|ทั้งหมด|จำนวน|\s)*(?![ก-๎])")
_CELL = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?(?:\s*(?:แห่ง|อปท\.?|หน่วยงาน))?|[-–—](?![0-9])")
_COUNTED = re.compile(r"([0-9]+)\s*(?:แห่ง|อปท|หน่วยงาน)")
_NUMBER = re.compile(r"[0-9]+")
_YES = re.compile(r" (?:join|wish|done|do|send|ready|joiner) ")
_NO = re.compile(r" (?:not|notyet|ongoing|refuse|rest|lack) ")
# Rows in which a sum may stand away from its heading.
_REACH: Final = 60


def of(rows: Sequence[Row]) -> int | None:
    """The number of the first row that begins with รวม and is nothing but a sum; `None` if there is none."""
    for at, row in enumerate(rows):
        if label := _SUM.match(row.text):
            cells = to_arabic(row.text[label.end() :])
            if not _CELL.sub("", cells).strip():
                return _sum(cells, rows[max(0, at - _REACH) : at])
    return None


def _sum(cells: str, above: Sequence[Row]) -> int | None:
    counted = _COUNTED.findall(cells)
    found = counted or [cell for cell in _CELL.findall(cells) if "." not in cell]
    numbers = [int(cell) if _NUMBER.fullmatch(cell) else None for cell in found]
    if len(set(numbers)) == 1:
        return numbers[0]
    return _under_yes(numbers, above)


def _under_yes(numbers: Sequence[int | None], above: Sequence[Row]) -> int | None:
    """The number in the one column whose heading says a yes; columns are counted from the right."""
    for row in reversed(above):
        said = [words.kinds(part.text) for part in row.segments[-len(numbers) :]]
        yes = [at for at, one in enumerate(said) if _YES.search(one) and not _NO.search(one)]
        if len(said) == len(numbers) and len(yes) == 1:
            return numbers[yes[0]]
    return None
