"""The labelled entries of a letter's head (เรื่อง, เรียน, อ้างถึง, สิ่งที่ส่งมาด้วย) and where each ends.

Labels stand at the start of a row, alone or with their entry, with colons or leaders as clerks like
them. An entry goes on in the rows that stand below its text, below an earlier one, or back at the
margin; where there is no layout, in the rows that neither lie apart nor begin like a body. Wherever a
row stands, it belongs to the number or the date that it completes.
"""

import re
from collections.abc import Sequence, Set
from typing import Final, Literal

from parsers.letter import layout
from parsers.letter.layout import SHORT, Row
from parsers.thai import dates, reference

Entry = Literal["subject", "addressee", "cites", "enclosures"]

_LEADERS = r"[\s:.…\ufffd]*"
_SUBJECT = re.compile(rf"เรื่อง(?!นี้|ดังกล่าว|เดิม){_LEADERS}")
_GREETING = re.compile(rf"(?:กราบ)?(?:เรียน|นมัสการ)(?!{_LEADERS}(?:ว่า|มาเพื่อ)|รู้|การ){_LEADERS}")
_TO = re.compile(rf"ถึง(?=\s|$){_LEADERS}")
_CITES = re.compile(rf"อ้าง(?:\s?ถึง|(?=\s)){_LEADERS}")
_ENCLOSURES = re.compile(rf"(?:สิ่ง|เอกสาร)ที่(?:ส่ง|แนบ)มา\s?(?:ด้วย|พร้อมนี้)?{_LEADERS}")
_BODY_START = re.compile(
    r"(?:[0-9๐-๙]{1,2}\s?[.)]\s*)?(?:ตาม(?!บัญชี|แบบ|ราย)|ด้วย|เนื่อง(?:จาก|ด้วย|ใน)|อนุสนธิ|โดยที่|ขอ(?:เรียน|ส่ง|รายงาน|แจ้ง)|เพื่อ|พร้อม|ในการนี้"
    r"|(?:กรม|จังหวัด|อำเภอ|เทศบาล|องค์การ|สำนัก)\S*\s?(?:ขอ|ได้|มี)|เรื่องเดิม|เรียน(?:ตาม|ว่า|มา))"
)
_ITEM = re.compile(r"\(?[0-9๐-๙]{1,2}\s?[.)]")
_REST = re.compile(r"(?:ลง|ลว)(?:\s?วัน|[\s.]*[0-9๐-๙])|(?:ฉบับ|ชุด|แผ่น|เล่ม|หน้า)(?![ก-๎])")
_COUNTED = re.compile(r"[0-9๐-๙]+\s*(?:ฉบับ|ชุด|แผ่น|เล่ม|หน้า|ภาพ|แห่ง|รายการ)$")
_NEXT_OF: Final[dict[Entry, re.Pattern[str]]] = {
    "cites": re.compile(r"(?:และ|กับ|,)?\s*(?:สำเนา)?(?:หนังสือ|โทรสาร|วิทยุ|โทรเลข|บันทึก|คำสั่ง|ประกาศ|ที่\s|เรื่อง)"),
    "enclosures": re.compile(
        r"(?:และ|กับ|,)?\s*(?:สำเนา|บัญชี|แบบ|คู่มือ|ภาพ|เอกสาร|ราย|แผ่น|หนังสือ|ตัวอย่าง|ใบ|ประกาศ|ร่าง)"
    ),
}
"""What may follow an item that is complete without being numbered."""
_UNFINISHED = re.compile(r"(?:ลงวันที่|ลว\.?|หนังสือ|\sที่)$")
"""A citation that cannot end here, and below it the only things that can only be the rest of an item."""

# The greeting stands at most so many rows below the subject.
_SUBJECT_TO_GREETING: Final = 8
# Longer than this is no entry, whatever it looks like.
_MOST_ROWS: Final = 6
_MOST_LIST_ROWS: Final = 40
# In points: how exactly a wrapped row stands below the text it continues, and how far a list hangs.
_ALIGNED: Final = 7.0
_HANGING: Final = 30.0


def is_subject(row: Row) -> bool:
    """Whether the row is labelled เรื่อง."""
    return bool(_SUBJECT.match(row.text))


def is_to(row: Row) -> bool:
    """Whether the row is labelled ถึง, as the addressee of a stamped letter is."""
    return bool(_TO.match(row.text))


def greets(rows: Sequence[Row]) -> bool:
    """Whether the subject in the first row is followed by an addressee, as only letters do."""
    following = rows[1 : 1 + _SUBJECT_TO_GREETING]
    return any(_GREETING.match(row.text) or is_to(row) for row in following)


def read(rows: Sequence[Row], anchor: int) -> tuple[dict[Entry, list[Row]], int]:
    """The entries from the row `anchor` on, without labels, and the index of the first row behind them."""
    labels = _labels(rows[anchor : anchor + 1 + _SUBJECT_TO_GREETING])
    found: dict[Entry, list[Row]] = {}
    current: Entry = "subject"
    columns: set[float] = set()
    for at in range(anchor, len(rows)):
        row = rows[at]
        if current == "cites" and (rest_of_label := _TO.match(row.text)):
            row = row.after(rest_of_label.end())  # a column too narrow for อ้างถึง
        if label := _label(row, labels, found):
            current, start = label
            rest = row.after(start)
            columns.update(box[0] for box in (row.box, rest.box) if box)
            found[current] = [rest] if rest.text else []
        elif _belongs(row, current, found[current], columns):
            found[current].append(row)
        elif "addressee" in found:
            return found, at
    return found, len(rows)


def _labels(top: Sequence[Row]) -> dict[Entry, re.Pattern[str]]:
    """ถึง is a label only where nobody is greeted: a subject may go on with `ถึง วันที่ …`."""
    greeted = not is_to(top[0]) and any(_GREETING.match(row.text) for row in top)
    return {
        "subject": _SUBJECT,
        "addressee": _GREETING if greeted else _TO,
        "cites": _CITES,
        "enclosures": _ENCLOSURES,
    }


def _label(
    row: Row, labels: dict[Entry, re.Pattern[str]], found: dict[Entry, list[Row]]
) -> tuple[Entry, int] | None:
    """The entry that begins in `row`, and where its text does; none begins twice."""
    for entry, label in labels.items():
        if entry not in found and (match := label.match(row.text)):
            return entry, match.end()
    return None


def _is_complete(entry: Entry, so_far: Sequence[Row]) -> bool:
    """Whether the last item ends as items end: a citation with its day, an enclosure with its number."""
    text = layout.flow(so_far).text
    if entry == "enclosures":
        return bool(_COUNTED.search(text))
    return any(day.end == len(text) for day in dates.find(text))


def completes(so_far: Sequence[Row], row: Row) -> bool:
    """Whether the entry so far breaks off in a number, a date or a phrase that `row` goes on with."""
    before, joined = layout.flow(so_far).text, layout.flow([*so_far, row]).text
    spans = [(one.start, one.end) for one in reference.find(joined) if one.reference]
    spans += [(one.start, one.end) for one in dates.find(joined) if one.value]
    if any(start < len(before) < end for start, end in spans):
        return True
    return bool(_REST.match(row.text) or _UNFINISHED.search(before))


def greeting(row: Row) -> int | None:
    """Where the addressee begins in a row labelled เรียน, `None` in any other."""
    label = _GREETING.match(row.text)
    return label.end() if label else None


def _belongs(row: Row, entry: Entry, so_far: Sequence[Row], columns: Set[float]) -> bool:
    """Whether `row` continues the entry: by its number, by its place, else by what it says.

    `columns` are the left edges of labels and entries so far: a wrapped row goes back to one of them.
    """
    is_list = entry in ("cites", "enclosures")
    if not so_far or len(so_far) >= (_MOST_LIST_ROWS if is_list else _MOST_ROWS):
        return not so_far
    if is_list and ((_ITEM.match(row.text) and _ITEM.match(so_far[0].text)) or completes(so_far, row)):
        return True
    if entry == "subject" and not row.gap:  # up to เรียน all is subject, but a stamp at the right
        return not row.box or row.box[0] < row.width / 2
    if is_list and _is_complete(entry, so_far):
        return bool(_NEXT_OF[entry].match(row.text))
    full = so_far[-1].slack < SHORT
    starts_body = bool(_BODY_START.match(row.text))
    if not row.box or not so_far[0].box:
        return not starts_body and not row.gap and (full or entry == "cites")
    indent = row.box[0] - so_far[0].box[0]
    if abs(indent) <= _ALIGNED and full and not is_list:
        return True
    if starts_body:
        return False
    if is_list and -_ALIGNED <= indent <= _HANGING:
        return True
    left = row.box[0]
    return full and any(abs(left - column) <= _ALIGNED for column in columns)
