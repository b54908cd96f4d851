"""Where one letter's parts begin and end, and where one letter ends and the next begins.

Knows the order of the regulation's forms (ระเบียบงานสารบรรณ, แบบที่ 1 to 3; DOMAIN 1.2): a head, the
labelled entries (เรื่อง, เรียน, อ้างถึง, สิ่งที่ส่งมาด้วย), the body, the closing with signature and
contact, and whatever is attached behind. A letter is known by its entries: เรื่อง followed by เรียน,
or ที่ followed by ถึง in a stamped one. Reads no field itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from parsers.letter.layout import SHORT, Row
from parsers.model import LetterKind
from parsers.thai import dates, reference

Entry = Literal["subject", "addressee", "cites", "enclosures"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Zones:
    """The rows of one letter; entries come without their labels."""

    kind: LetterKind
    head: tuple[Row, ...] = ()
    subject: tuple[Row, ...] = ()
    addressee: tuple[Row, ...] = ()
    cites: tuple[Row, ...] = ()
    enclosures: tuple[Row, ...] = ()
    body: tuple[Row, ...] = ()
    closing: tuple[Row, ...] = ()
    attached: tuple[Row, ...] = ()


_LEADERS = r"[\s:.…]*"
_LABELS: Final[dict[Entry, re.Pattern[str]]] = {
    "subject": re.compile(rf"เรื่อง(?!นี้|ดังกล่าว|เดิม){_LEADERS}"),
    "addressee": re.compile(
        rf"(?:(?:กราบ)?(?:เรียน|นมัสการ)(?!{_LEADERS}(?:ว่า|มาเพื่อ)|รู้|การ)|ถึง(?=\s)){_LEADERS}"
    ),
    "cites": re.compile(rf"อ้าง(?:\s?ถึง|(?=\s)){_LEADERS}"),
    "enclosures": re.compile(rf"(?:สิ่ง|เอกสาร)ที่(?:ส่ง|แนบ)มา\s?(?:ด้วย|พร้อมนี้)?{_LEADERS}"),
}
_TO = re.compile(rf"ถึง(?=\s){_LEADERS}")
MARK = r"(?:ด่วน(?:ที่สุด|มาก)?|ลับ(?:ที่สุด|มาก)?)"
OWN_NUMBER = re.compile(rf"(?:{MARK}\s*)?ที่(?=[\s.:…]|[ก-ฮ]{{2}}\s?[.0-9๐-๙]|$)[\s.:…]*")
"""The label of a letter's own number, at the start of a row; a mark (ด่วนที่สุด) may precede it."""
OFFICE = re.compile(r"ส่วนราชการ[\s:.…]*")
FORM = re.compile(r"\(?\s*แบบ(?:ฟอร์ม)?(?:ตอบรับ|แจ้ง|สำรวจ|รายงาน|สรุป|ตอบกลับ)\S*")
"""The title of a form."""
_MEMO = re.compile(r"บันทึก\s?ข้อความ")
_BODY_START = re.compile(
    r"ตาม(?!บัญชี|แบบ|ราย)|ด้วย|เนื่อง(?:จาก|ด้วย|ใน)|อนุสนธิ|โดยที่|ขอ(?:เรียน|ส่ง|รายงาน|แจ้ง)|เพื่อ|พร้อม|ในการนี้"
    r"|(?:กรม|จังหวัด|อำเภอ|เทศบาล|องค์การ|สำนัก)\S*\s?(?:ขอ|ได้|มี)|เรื่องเดิม|[๑1]\s?[.)]?\s?เรื่องเดิม"
)
_ITEM = re.compile(r"[0-9๐-๙]{1,2}\s?[.)]")
_CLOSING = re.compile(r"(?:ขอแสดง|ด้วย)ความ(?:นับถือ|เคารพ|เลื่อมใส)|ขอนมัสการ")
_PURPOSE = re.compile(r"จึงเรียนมา|จึงเรียน|จึงแจ้งมา|จึงขอ")
PRINTED_NAME = re.compile(r"(?:\(?ลงชื่อ\)?\s*)?\(\s*[^()]*\)")
"""A row that holds nothing but the name in parentheses below a signature."""
_REACH = re.compile(r"โทร|โทรสาร|E-?mail|ไปรษณีย์อิเล็กทรอนิกส์|ผู้ประสาน", re.IGNORECASE)

# How far the parts of a head may lie apart, in rows.
_SUBJECT_TO_ADDRESSEE: Final = 8
_NUMBER_TO_ADDRESSEE: Final = 7
_CLOSING_ROWS: Final = 16
_CUT_ROWS: Final = 8
_TITLE_ROWS: Final = 6
_NUMBER_ROWS: Final = 15
# In points: how exactly a wrapped row stands below the text it continues, and how far a list hangs.
_ALIGNED: Final = 7.0
_HANGING: Final = 30.0


def split(rows: Sequence[Row]) -> list[Zones]:
    """The letters in `rows`, in their order; a form or a lone numbered page only if there is no letter."""
    anchors = [at for at in range(len(rows)) if _is_anchor(rows, at)]
    if not anchors:
        return _without_entries(rows)
    starts = [_start(rows, at, before) for at, before in zip(anchors, [None, *anchors[:-1]], strict=True)]
    ends = [*starts[1:], len(rows)]
    return [_zones(rows[start:end], at - start) for start, at, end in zip(starts, anchors, ends, strict=True)]


def is_number_row(row: Row) -> bool:
    """Whether the row starts with ที่ and a number or the blank for one."""
    return bool(OWN_NUMBER.match(row.text))


def _is_anchor(rows: Sequence[Row], at: int) -> bool:
    text = rows[at].text
    if _LABELS["subject"].match(text):
        following = rows[at + 1 : at + 1 + _SUBJECT_TO_ADDRESSEE]
        return any(_LABELS["addressee"].match(row.text) for row in following)
    if not _TO.match(text):
        return False
    above = rows[max(0, at - _NUMBER_TO_ADDRESSEE) : at]
    return any(map(_holds_own_reference, above)) and not any(
        _LABELS["subject"].match(row.text) for row in above
    )


def _holds_own_reference(row: Row) -> bool:
    return is_number_row(row) and bool(reference.find(row.text))


def _start(rows: Sequence[Row], anchor: int, before: int | None) -> int:
    """The top of the anchor's page, or where its own head begins if a letter stands above it."""
    floor = 0 if before is None else before + 1
    page = rows[anchor].page
    top = next(at for at in range(floor, anchor + 1) if rows[at].page == page)
    if before is None or rows[before].page != page:
        return top
    numbers = [at for at in range(top, anchor) if is_number_row(rows[at])]
    start = numbers[-1] if numbers else anchor
    while start > top and (OFFICE.match(rows[start - 1].text) or _MEMO.search(rows[start - 1].text)):
        start -= 1
    return start


def _zones(rows: Sequence[Row], anchor: int) -> Zones:
    head = rows[:anchor]
    stamped = bool(_TO.match(rows[anchor].text))
    entries, body_at = _entries(rows, anchor)
    closing_at = _closing(rows, body_at, stamped=stamped)
    attached_at = _attached(rows, closing_at)
    return Zones(
        kind="stamped" if stamped else _kind(head),
        head=tuple(head),
        subject=tuple(entries.get("subject", ())),
        addressee=tuple(entries.get("addressee", ())),
        cites=tuple(entries.get("cites", ())),
        enclosures=tuple(entries.get("enclosures", ())),
        body=tuple(row for row in rows[body_at:closing_at] if not _CLOSING.match(row.text)),
        closing=tuple(rows[closing_at:attached_at]),
        attached=tuple(rows[attached_at:]),
    )


def _kind(head: Sequence[Row]) -> LetterKind:
    memo = any(_MEMO.search(row.text) or OFFICE.match(row.text) for row in head)
    return "memo" if memo else "external"


def _entries(rows: Sequence[Row], anchor: int) -> tuple[dict[Entry, list[Row]], int]:
    """The entries from `anchor` on, and the index of the first row that is none of them."""
    entries: dict[Entry, list[Row]] = {}
    current: Entry = "subject"
    margin = 0.0
    for at in range(anchor, len(rows)):
        row = rows[at]
        if current == "cites" and (rest_of_label := _TO.match(row.text)):
            row = row.after(rest_of_label.end())  # a column too narrow for อ้างถึง
        if label := _labelled(row, at == anchor):
            current, start = label
            margin = row.box[0] if row.box else 0.0
            rest = row.after(start)
            entries[current] = [rest] if rest.text else []
        elif _belongs(row, current, entries[current], margin):
            entries[current].append(row)
        elif "addressee" in entries:
            return entries, at
    return entries, len(rows)


def _labelled(row: Row, first: bool) -> tuple[Entry, int] | None:
    if first and (match := _TO.match(row.text)):
        return "addressee", match.end()
    for entry, label in _LABELS.items():
        if match := label.match(row.text):
            return entry, match.end()
    return None


def _belongs(row: Row, entry: Entry, so_far: Sequence[Row], margin: float) -> bool:
    """Whether `row` continues the entry: by its place on the page, else by what it says."""
    if not so_far:
        return True
    is_list = entry in ("cites", "enclosures")
    full = so_far[-1].slack < SHORT
    if is_list and _ITEM.match(row.text) and _ITEM.match(so_far[0].text):
        return True
    if not row.box or not so_far[0].box:
        if _BODY_START.match(row.text):
            return False
        return not row.gap and (full or entry == "cites")
    indent = row.box[0] - so_far[0].box[0]
    if abs(indent) <= _ALIGNED and (full or is_list):
        return not (is_list and _BODY_START.match(row.text))
    if _BODY_START.match(row.text):
        return False
    if is_list and -_ALIGNED <= indent <= _HANGING:
        return True
    return full and row.box[0] <= margin + _ALIGNED


def _closing(rows: Sequence[Row], body_at: int, *, stamped: bool) -> int:
    """Where the body ends: below the closing phrase, else at the signature, else at the contact."""
    for at in range(body_at, len(rows)):
        if _CLOSING.match(rows[at].text):
            return at + 1
    purpose = next((at for at in range(body_at, len(rows)) if _PURPOSE.match(rows[at].text)), body_at)
    if stamped and (dated := _dated_end(rows, purpose)):
        return dated
    for signs in (PRINTED_NAME.fullmatch, _REACH.match):
        for at in range(purpose, len(rows)):
            if signs(rows[at].text):
                return at
    return len(rows)


def _dated_end(rows: Sequence[Row], after: int) -> int | None:
    """A stamped letter ends with its sender, then the date: the index of the sender's row."""
    for at in range(after + 1, len(rows)):
        found = dates.find(rows[at].text)
        if len(found) == 1 and len(rows[at].text) - len(found[0].raw) < len("วันที่ "):
            return max(after + 1, at - 1)
    return None


def _attached(rows: Sequence[Row], closing_at: int) -> int:
    """The first row behind the closing: on a page of its own, or apart below the telephone."""
    reached = False
    for at in range(closing_at, min(len(rows), closing_at + _CLOSING_ROWS)):
        turned = at > closing_at and rows[at].page != rows[at - 1].page
        if (reached and (turned or rows[at].gap)) or (turned and not _goes_on(rows[at:])):
            return at
        reached = reached or bool(_REACH.match(rows[at].text))
    return min(len(rows), closing_at + _CLOSING_ROWS)


def _goes_on(page: Sequence[Row]) -> bool:
    """Whether a closing that a page's end has cut goes on above: its telephone is still to come."""
    return any(_REACH.match(row.text) for row in page[:_CUT_ROWS])


def _without_entries(rows: Sequence[Row]) -> list[Zones]:
    for at, row in enumerate(rows[:_TITLE_ROWS]):
        if FORM.match(row.text):
            return [_form(rows, at)]
    numbered = next((at for at, row in enumerate(rows[:_NUMBER_ROWS]) if _holds_own_reference(row)), None)
    if numbered is None or not any(_CLOSING.match(row.text) for row in rows):
        return []
    closing_at = _closing(rows, numbered, stamped=False)
    attached_at = _attached(rows, closing_at)
    head_end = numbered + _TITLE_ROWS
    return [
        Zones(
            kind="other",
            head=tuple(rows[:head_end]),
            body=tuple(rows[head_end : max(head_end, closing_at - 1)]),
            closing=tuple(rows[closing_at:attached_at]),
            attached=tuple(rows[attached_at:]),
        )
    ]


def _form(rows: Sequence[Row], title: int) -> Zones:
    signed = [at for at in range(title, len(rows)) if re.match(r"\(?ลงชื่อ|\(", rows[at].text)]
    end = signed[0] if signed else len(rows)
    return Zones(
        kind="form",
        head=tuple(rows[:title]),
        subject=(replace(rows[title]),),
        body=tuple(rows[title + 1 : end]),
        closing=tuple(rows[end:]),
    )
