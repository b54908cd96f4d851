"""The labels of a letter whose text layer lost or shifted the marks above and below its letters.

Thai without them is not readable for certain (ระเบยบ วาดวย), but a label is known by its letters alone
(DOMAIN 7.2): `เรอง`, `เรือง` and `เรือ่ง` can only be เรื่อง where a letter has it. Labels are put right so
that the letter is found and its numbers are read; its words stay as they are, and are not to be believed.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from parsers.letter import layout
from parsers.letter.layout import Passage, Row

_MARKS = "ัิ-ฺ็-๎"
_LABELS: Final = ("เรื่อง", "เรียน", "อ้างถึง", "สิ่งที่ส่งมาด้วย", "ถึง", "ที่")
_WITHIN: Final = ("ลงวันที่", "หนังสือ", "วันที่", "ที่")
_BETWEEN = rf"[{_MARKS}]*"


def _skeleton(word: str) -> str:
    """A pattern for `word` with any marks, or none, on its letters."""
    return "".join(f"{letter}{_BETWEEN}" for letter in re.sub(f"[{_MARKS}]", "", word))


_AT_START = {word: re.compile(rf"{_skeleton(word)}(?=[\s.:…]|$|[ก-ฮเ-ไ]{{2}})") for word in _LABELS}
# Words of nearly every letter, at the starts of rows; two of them misspelt are no slip of a typist.
_TELLTALES: Final = ("อ้างถึง", "สิ่งที่ส่งมาด้วย", "ตามหนังสือที่อ้างถึง", "จึงเรียนมาเพื่อ", "ขอแสดงความนับถือ")
_TOLD = [(word, re.compile(_skeleton(word))) for word in _TELLTALES]
_FEWEST_SLIPS: Final = 2
_ANYWHERE = {word: re.compile(rf"(?<![ก-๎]){_skeleton(word)}(?![ก-๎])") for word in _WITHIN}


def are_needed(rows: Sequence[Row]) -> bool:
    """Whether the marks of the text are not where they belong, though some labels may have kept theirs."""
    slips = (
        row
        for row in rows
        for word, shape in _TOLD
        if shape.match(row.text) and not row.text.startswith(word)
    )
    return len(list(islice(slips, _FEWEST_SLIPS))) == _FEWEST_SLIPS


def labels(rows: Sequence[Row]) -> list[Row]:
    """`rows` with the labels at their starts, and the words before numbers and days, as they should be."""
    return [_restored(row) for row in rows]


def _restored(row: Row) -> Row:
    parts = [_put(part, _ANYWHERE) for part in row.segments]
    first = next((word for word, shape in _AT_START.items() if shape.match(parts[0].text)), None)
    if first:
        parts[0] = _put(parts[0], {first: _AT_START[first]}, most=1)
    return layout.keep(row, parts)


def _put(part: Passage, shapes: dict[str, re.Pattern[str]], *, most: int = 0) -> Passage:
    """`part` with what has one of the shapes spelt as its word, each word at the place of its shape."""
    for word, shape in shapes.items():
        for match in reversed(list(shape.finditer(part.text))[: most or None]):
            start, end = match.span()
            marks = (part.marks[start],) * len(word)
            part = replace(
                part,
                text=part.text[:start] + word + part.text[end:],
                marks=(*part.marks[:start], *marks, *part.marks[end:]),
            )
    return part
