"""What the body of a letter says, apart from what it recounts.

The body's first part (ภาคเหตุ) repeats the letter that is answered: `ตามหนังสือที่อ้างถึง … นั้น`.
What it tells there, the other side said; only the rest is this letter's own statement.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from parsers.letter import layout
from parsers.letter.layout import SHORT, Passage, Row

_CAUSE = re.compile(
    r"(?:[0-9๐-๙]+[.)]\s*)?(?:เรื่องเดิม\s*)?(?:เรียน\s?)?(?:ตาม|อนุสนธิ|สืบเนื่อง|ที่(?=จังหวัด|กรม|อำเภอ|เทศบาล|องค์การ))(?:.*?(?<!ดัง)นั้น(?=\s|$|จังหวัด|อำเภอ|เทศบาล|องค์การ|สำนักงาน|กรม|เมือง|ขอ|บัดนี้)|.*?ความละเอียด\S*แล้ว(?=\s|$)|\S*ที่อ้างถึง(?:\s*[๐-๙0-9]+\.?)?)"
)
# ภาคสรุป, which asks or lets know, always stands for itself.
_PURPOSE = re.compile(r"จึง(?:เรียน|แจ้ง)|จึงขอ(?!ส่ง|ราย)")
_CAUSE_TOLD = re.compile(r"(?<!ดัง)นั้น$")
_OPENS = re.compile(r"(?:ในการนี้|ทั้งนี้|บัดนี้|อนึ่ง|ขณะนี้)(?![่-๎])")
# A row without a place to break ended early: what was counted stands in the next one.
_NUMBER_AT_END = re.compile(r"[0-9๐-๙]$")
_UNIT = re.compile(r"แห่ง|ราย(?!ชื่อ|งาน|ละ)|อปท|หน่วยงาน")
_INDENT: Final = 15.0


def paragraphs(rows: Sequence[Row]) -> list[Passage]:
    """One passage per paragraph: a gap, an indented row or a short row above begins the next."""
    margins = _margins(rows)
    groups: list[list[Row]] = []
    for above, row in zip([None, *rows], rows, strict=False):
        if above is None or _begins(above, row, margins):
            groups.append([])
        groups[-1].append(row)
    return [layout.flow(group) for group in groups]


def statements(rows: Sequence[Row]) -> list[Passage]:
    """The paragraphs without what they recount of the letter that is answered."""
    told = (paragraph.part(_cause_end(paragraph.text)) for paragraph in paragraphs(rows))
    return [statement for statement in told if statement.text]


def _margins(rows: Sequence[Row]) -> dict[int, float]:
    """The left edge of the body on each of its pages."""
    margins: dict[int, float] = {}
    for row in rows:
        if box := row.box:
            margins[row.page] = min(box[0], margins.get(row.page, box[0]))
    return margins


def _begins(above: Row, row: Row, margins: Mapping[int, float]) -> bool:
    if (row.gap and row.page == above.page) or _PURPOSE.match(row.text):
        return True
    if _CAUSE_TOLD.search(above.text) or _OPENS.match(row.text):
        return True
    if _NUMBER_AT_END.search(above.text) and _UNIT.match(row.text):
        return False
    box = row.box
    return box[0] - margins[row.page] > _INDENT if box else above.slack > SHORT


def _cause_end(text: str) -> int:
    cause = _CAUSE.match(text)
    return cause.end() if cause else 0
