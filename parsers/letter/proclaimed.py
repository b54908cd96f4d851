"""What is no letter to anyone: announcements, orders, minutes and the like (DOMAIN 1.1, kinds four to six).

They come attached to replies and must not be taken for one. Known by their title, the first thing on
the page, with who issued it behind the word. An order's number (`ที่ ๓๖/๒๕๖๒`) is of another series than a
letter's and no reference.
"""

import re
from collections.abc import Sequence
from typing import Final

from parsers.letter import layout
from parsers.letter.layout import Passage, Row
from parsers.thai import dates

_TITLE = re.compile(
    r"(?:\(?สำเนา(?:คู่ฉบับ)?\)?\s*)?"
    r"(?P<word>ประกาศ|คำสั่ง|รายงาน(?:การ)?ประชุม|บันทึกการประชุม|ระเบียบวาระการประชุม|ระเบียบ|ข้อบังคับ"
    r"|ข้อบัญญัติ|เทศบัญญัติ|แถลงการณ์|ข่าว(?:ประชาสัมพันธ์|แจก)?|หนังสือรับรอง)(?:\s*ของ)?\s*"
)
_SUBJECT = re.compile(r"เรื่อง[\s:.…]*")
_ISSUED = re.compile(r"(?:ประกาศ|สั่ง|ให้ไว้|ออกให้|แถลง)?\s*ณ\s*(?:วัน|ที่)")
_DAY_ALONE = re.compile(r"(?:เมื่อ)?\s*วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)?ที่\s*")
_BELOW_ISSUER = re.compile(rf"ครั้งที่|ฉบับที่|ที่\s|ว่าด้วย|{_SUBJECT.pattern}|{_DAY_ALONE.pattern}")
_END_OF_ISSUER = re.compile(r"\s*(?:ครั้งที่|ฉบับที่|\sที่\s|ว่าด้วย)")
_BODY = re.compile(r"[-_=–—*]{3,}|ด้วย|ตาม|โดย|อาศัย|เพื่อ|เนื่อง|อนุสนธิ|สืบเนื่อง|[๐-๙0-9]+[.)]")
_NAME = re.compile(r"\([^()]*[ก-๎]{2}[^()]*\)")
_TOP_ROWS: Final = 3
_TITLE_ROWS: Final = 6
_SUBJECT_ROWS: Final = 3


def title(rows: Sequence[Row]) -> int | None:
    """The index of the row that is such a title, if `rows` begin with one."""
    return next((at for at, row in enumerate(rows[:_TOP_ROWS]) if _TITLE.match(row.text)), None)


def subject(rows: Sequence[Row]) -> tuple[int, int, list[Row]]:
    """Where the entry เรื่อง begins and ends, and its rows without the label; an empty stretch without one."""
    for at, row in enumerate(rows[:_TITLE_ROWS]):
        if label := _SUBJECT.match(row.text):
            rest = rows[at + 1 : at + _SUBJECT_ROWS]
            wrapped = next((n for n, one in enumerate(rest) if one.gap or _BODY.match(one.text)), len(rest))
            return at, at + 1 + wrapped, [row.after(label.end()), *rest[:wrapped]]
    end = _title_end(rows)
    return end, end, []


def closing(rows: Sequence[Row]) -> int:
    """The index of the row that says of which day it is, else of the first printed name, else the end."""
    for sign in (_ISSUED.match, _NAME.fullmatch):
        if at := next((at for at, row in enumerate(rows) if sign(row.text)), None):
            return at
    return len(rows)


def issuer(head: Sequence[Row]) -> Passage:
    """Who is named behind the word of the title, or below it."""
    label = _TITLE.match(head[0].text)
    named = head[0].passage.part(label.end() if label else 0)
    passage = named if named.text or len(head) == 1 else head[1].passage
    end = _END_OF_ISSUER.search(passage.text)
    return passage.part(0, end.start() if end else None)


def _title_end(rows: Sequence[Row]) -> int:
    """How many rows the title has: the word may stand alone above the issuer, and that above what it is about."""
    alone = _TITLE.fullmatch(rows[0].text) and any(_BELOW_ISSUER.match(row.text) for row in rows[2:3])
    return 2 if alone else 1


def day(top: Sequence[Row], closing: Sequence[Row]) -> tuple[Passage, dates.FoundDate] | None:
    """The day of issue at the end, else the first row of the top that is a day, as that of a meeting is."""
    for row in (*(row for row in closing if _ISSUED.match(row.text)), *filter(_is_day, top[:_TITLE_ROWS])):
        if found := dates.find(row.text):
            return row.passage.part(found[0].start, found[0].end), found[0]
    return None


def _is_day(row: Row) -> bool:
    return bool(_DAY_ALONE.match(row.text))


def opening(head: Sequence[Row], body: Sequence[Row]) -> str:
    """The words that may say where the issuer lies: the head and how the text begins."""
    return layout.flow([*head, *body[:_TOP_ROWS]]).text
