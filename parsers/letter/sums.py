"""The closing row of a table (`รวม`), and which of its numbers counts those that do it.

A row may add up several columns: how many there are, how many have done it, how many have not, what it costs.
The number with แห่ง behind it counts, else the only one, else the one under a heading that says a yes. Gives
none where that leaves a choice.
"""

import math
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from parsers.letter import words
from parsers.letter.layout import Passage, Row
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
        label = _SUM.match(row.text)
        if label and not _CELL.sub("", to_arabic(row.text[label.end() :])).strip():
            return _sum(row, label.end(), rows[max(0, at - _REACH) : at])
    return None


def _sum(row: Row, start: int, above: Sequence[Row]) -> int | None:
    written = to_arabic(row.text)
    if counted := _COUNTED.findall(written, start):
        return int(counted[0]) if len(set(counted)) == 1 else None
    cells = [cell for cell in _CELL.finditer(written, start) if "." not in cell.group()]
    numbers = [int(cell.group()) if _NUMBER.fullmatch(cell.group()) else None for cell in cells]
    if len(set(numbers)) == 1:
        return numbers[0]
    places = [row.passage.part(*cell.span()) for cell in cells]
    return _under_yes(numbers, places, above)


def _under_yes(numbers: Sequence[int | None], places: Sequence[Passage], above: Sequence[Row]) -> int | None:
    """The number in the one column whose heading says a yes."""
    for row in reversed(above):
        said = [words.kinds(heading) for heading in _headings(row, places)]
        yes = [at for at, one in enumerate(said) if _YES.search(one) and not _NO.search(one)]
        if len(said) == len(numbers) and len(yes) == 1:
            return numbers[yes[0]]
    return None


def _headings(row: Row, places: Sequence[Passage]) -> list[str]:
    """What stands in `row` above each of `places`; without a layout its last segments."""
    middles = [(box[0] + box[2]) / 2 for place in places if (box := place.box)]
    if not row.box or len(middles) < len(places):
        return [part.text for part in row.segments[-len(places) :]]
    edges = [-math.inf, *((left + right) / 2 for left, right in pairwise(middles)), math.inf]
    return [_between(row.passage, left, right) for left, right in pairwise(edges)]


def _between(passage: Passage, left: float, right: float) -> str:
    marks = zip(passage.text, passage.marks, strict=True)
    return "".join(letter for letter, (_, box) in marks if box and left <= (box[0] + box[2]) / 2 < right)
