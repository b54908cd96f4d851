"""Reply forms (แบบตอบรับ): printed by who asks, filled in by who answers.

The regulation knows no such form. Under its title it may name the letter to which it was attached and
whom to send it to; then come lines to fill in and boxes to tick, and at the end who signed, in which
post and when. Its own words are the answers alone; its agency is the office that filled it in.
"""

import re
from collections.abc import Sequence
from typing import Final

from parsers.letter import entries, layout
from parsers.letter.layout import Passage, Row

TITLE = re.compile(
    r"\(?\s*(?:ใบ(?:ตอบรับ|แจ้ง|สมัคร)|แบบ(?:ฟอร์ม)?(?:การ)?(?:ตอบ|แสดง(?:ความ|เจต)|ยืนยัน|แจ้ง|สำรวจ|รายงาน|สรุป|สอบถาม|คำ(?:ขอ|ตอบ)))\S*"
)
"""The title of a reply form."""
_ATTACHED_TO = re.compile(r"[\s(]*(?:แนบ(?:ท้าย|ตาม)?|ประกอบ|ตาม|อ้างถึง)\s?(?:หนังสือ|บันทึก|โทรสาร)")
_NAME = r"(?:[\s:.…]*\s|[\s:.…]{2,})(?=[ก-๎])"
_OFFICE = re.compile(rf"(?:ชื่อ)?(?:หน่วยงาน|ส่วนราชการ|สังกัด|องค์กรปกครองส่วนท้องถิ่น|อปท\.?){_NAME}")
_OFFICE_ALONE = re.compile(r"(?:จังหวัด|อำเภอ|เทศบาล|องค์การบริหาร|อบ[ตจ]\.|ท[นมต]\.)\S+$")
_END_OF_OFFICE = re.compile(r"[.…]{2,}|\s+(?:อำเภอ|อ\.|จังหวัด|จ\.|ตำบล|ต\.|โทร)|\s{3,}|$")
_LEADERS = re.compile(r"\s*(?::|…|[.]{2,})\s*")
# In points: how far from the middle of the page a centred line may be.
_CENTRED: Final = 20.0
_MOST_ROWS: Final = 4


def title_rows(rows: Sequence[Row]) -> int:
    """How many rows from the first on are the title: a long one goes on centred below itself."""
    rest = enumerate(rows[1:_MOST_ROWS], start=1)
    return next((at for at, row in rest if not _is_centred(row) or _ATTACHED_TO.match(row.text)), 1)


def entries_below(rows: Sequence[Row]) -> tuple[list[Row], list[Row], int]:
    """The letter to which the form belongs, the addressee, and where the lines to fill in begin."""
    cites: list[Row] = []
    addressee: list[Row] = []
    for at, row in enumerate(rows):
        goes_on = bool(cites) and not addressee and entries.completes(cites, row)
        if goes_on or (not cites and _ATTACHED_TO.match(row.text)):
            cites.append(row)
        elif not addressee and (label := entries.greeting(row)):
            addressee.append(row.after(label))
        else:
            return cites, addressee, at
    return cites, addressee, len(rows)


def office(rows: Sequence[Row]) -> Passage | None:
    """Who filled in the form: behind หน่วยงาน and the like, else the line that is nothing but an office."""
    for row in rows:
        if label := _OFFICE.match(row.text):
            rest = row.passage.part(label.end())
            end = _END_OF_OFFICE.search(rest.text)
            return rest.part(0, end.start() if end else None)
    return next((row.passage for row in rows if _OFFICE_ALONE.match(row.text)), None)


def without_leaders(rows: Sequence[Row]) -> str:
    """The filled-in lines as running text, for names of places in them."""
    return _LEADERS.sub(" ", layout.flow(rows).text)


def _is_centred(row: Row) -> bool:
    box = row.box
    return bool(box and abs(box[0] + box[2] - row.width) / 2 < _CENTRED)
