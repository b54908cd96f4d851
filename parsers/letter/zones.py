"""Where one letter's parts begin and end, and where one letter ends and the next begins.

Knows the order of the regulation's forms (ระเบียบงานสารบรรณ, แบบที่ 1 to 3; DOMAIN 1.2): a head, the
labelled entries (เรื่อง, เรียน, อ้างถึง, สิ่งที่ส่งมาด้วย), the body, the closing with signature and
contact, and whatever is attached behind. A letter is known by its entries: เรื่อง followed by เรียน,
or ที่ followed by ถึง in a stamped one. Reads no field itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from parsers.letter import entries, form, proclaimed, restored, stamp, table
from parsers.letter.layout import Row
from parsers.model import LetterKind
from parsers.thai import dates, reference


@dataclass(frozen=True, kw_only=True, slots=True)
class Zones:
    """The rows of one letter; entries come without their labels, the head without receiving stamps."""

    kind: LetterKind
    head: tuple[Row, ...] = ()
    subject: tuple[Row, ...] = ()
    addressee: tuple[Row, ...] = ()
    cites: tuple[Row, ...] = ()
    enclosures: tuple[Row, ...] = ()
    body: tuple[Row, ...] = ()
    closing: tuple[Row, ...] = ()
    attached: tuple[Row, ...] = ()
    restored: bool = False
    """Its labels were known by their letters alone: the words of such a text are not to be believed."""
    proclaimed: bool = False
    """It is an announcement, an order or minutes, whose head begins with its title."""


MARK = r"(?:ด่วน(?:ที่สุด|มาก)?|ลับ(?:ที่สุด|มาก)?)"
OWN_NUMBER = re.compile(rf"(?:{MARK}\s*)?ที่*(?=[\s.:…\ufffd]|[ก-ฮ]{{2}}\s?[.0-9๐-๙]|$)[\s.:…\ufffd]*")
"""The label of a letter's own number, at the start of a row; a mark (ด่วนที่สุด) may precede it."""
OFFICE = re.compile(r"ส่วนราชการ[\s:.…]*")
_MEMO = re.compile(r"บันทึก\s?ข้อความ")
_CLOSING = re.compile(r"(?:ขอแสดง|ด้วย)ความ(?:นับถือ|เคารพ|เลื่อมใส)|ขอนมัสการ")
_PURPOSE = re.compile(r"จึงเรียนมา|จึงเรียน|จึงแจ้งมา|จึงขอ")
PRINTED_NAME = re.compile(r"(?:\(?ลงชื่อ\)?\s*)?\((?P<name>[^()]*[ก-๎]{2}[^()]*|[\s.…]*)\)(?P<mark>[ัิ-ฺ็-๎]*)")
"""A row that holds nothing but the name in parentheses below a signature.

A mark of its last letter may stand behind the bracket, where the font draws both in one place.
"""
_DAY_LABEL = re.compile(r"(?:(?:ลง)?วันที่*)?[\s.:…]*")
_SIGNED = re.compile(rf"\(?\s*ลงชื่อ|{PRINTED_NAME.pattern}$")
_REACH = re.compile(r"โทร|โทรสาร|E-?mail|ไปรษณีย์อิเล็กทรอนิกส์|ผู้ประสาน", re.IGNORECASE)

# How far the parts of a letter may lie apart, in rows.
_NUMBER_TO_ADDRESSEE: Final = 7
_CLOSING_ROWS: Final = 16
_CUT_ROWS: Final = 8
_TITLE_ROWS: Final = 6
_NUMBER_ROWS: Final = 15


def split(rows: Sequence[Row]) -> list[Zones]:
    """The letters in `rows`, in their order; anything else only if there is no letter."""
    found = _with_entries(rows)
    title = proclaimed.title(rows)
    if title is not None and not any(_holds_own_reference(row) for zones in found for row in zones.head):
        return [_proclaimed(rows[title:])]
    if found and not restored.are_needed(rows):
        return found
    if mended := _with_entries(restored.labels(rows)):
        return [replace(zones, restored=True) for zones in mended]
    return _without_entries(rows)


def _with_entries(rows: Sequence[Row]) -> list[Zones]:
    anchors = [at for at in range(len(rows)) if _is_anchor(rows, at)]
    starts = [_start(rows, at, before) for at, before in zip(anchors, [None, *anchors], strict=False)]
    ends = [*starts, len(rows)][1:]
    return [_zones(rows[start:end], at - start) for start, at, end in zip(starts, anchors, ends, strict=True)]


def is_number_row(row: Row) -> bool:
    """Whether the row starts with ที่ and a number or the blank for one."""
    return bool(OWN_NUMBER.match(row.text))


def _is_anchor(rows: Sequence[Row], at: int) -> bool:
    if entries.is_subject(rows[at]):
        return entries.greets(rows[at:])
    if not entries.is_to(rows[at]) and not entries.greeting(rows[at]):
        return False
    above = rows[max(0, at - _NUMBER_TO_ADDRESSEE) : at]
    return any(map(_holds_own_reference, above)) and not any(map(entries.is_subject, above))


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
    stamped = entries.is_to(rows[anchor])
    found, body_at = entries.read(rows, anchor)
    closing_at = _closing(rows, body_at, stamped=stamped)
    attached_at = _attached(rows, closing_at)
    return Zones(
        kind="stamped" if stamped else _kind(head),
        head=stamp.without(head),
        subject=tuple(found.get("subject", ())),
        addressee=tuple(found.get("addressee", ())),
        cites=tuple(found.get("cites", ())),
        enclosures=tuple(found.get("enclosures", ())),
        body=tuple(table.merge([row for row in rows[body_at:closing_at] if not _CLOSING.match(row.text)])),
        closing=tuple(rows[closing_at:attached_at]),
        attached=tuple(table.merge(rows[attached_at:])),
    )


def _kind(head: Sequence[Row]) -> LetterKind:
    memo = any(_MEMO.search(row.text) or OFFICE.match(row.text) for row in head)
    return "memo" if memo else "external"


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
        if len(found) == 1 and _DAY_LABEL.fullmatch(rows[at].text.replace(found[0].raw, "")):
            return max(after + 1, at - 1)
    return None


def _attached(rows: Sequence[Row], closing_at: int) -> int:
    """The first row behind the closing: on a page of its own, or apart below the telephone."""
    reached = False
    for at in range(closing_at, min(len(rows), closing_at + _CLOSING_ROWS)):
        turned = at > closing_at and rows[at].page != rows[at - 1].page
        reaches = bool(_REACH.match(rows[at].text))
        ended = reached and not reaches and (turned or rows[at].gap)
        if ended or (turned and not _goes_on(rows[at:])):
            return at
        reached = reached or reaches
    return min(len(rows), closing_at + _CLOSING_ROWS)


def _goes_on(page: Sequence[Row]) -> bool:
    """Whether a closing that a page's end has cut goes on above: its telephone is still to come."""
    return any(_REACH.match(row.text) for row in page[:_CUT_ROWS])


def _without_entries(rows: Sequence[Row]) -> list[Zones]:
    for at, row in enumerate(rows[:_TITLE_ROWS]):
        if form.TITLE.match(row.text):
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
            head=stamp.without(rows[:head_end]),
            body=tuple(rows[head_end : max(head_end, closing_at - 1)]),
            closing=tuple(rows[closing_at:attached_at]),
            attached=tuple(rows[attached_at:]),
        )
    ]


def _proclaimed(rows: Sequence[Row]) -> Zones:
    begin, end, subject = proclaimed.subject(rows)
    body = rows[end:]
    closing_at = proclaimed.closing(body)
    return Zones(
        kind="other",
        proclaimed=True,
        head=tuple(rows[:begin]),
        subject=tuple(subject),
        body=tuple(body[:closing_at]),
        closing=tuple(body[closing_at:]),
    )


def _form(rows: Sequence[Row], title: int) -> Zones:
    below = title + form.title_rows(rows[title:])
    cites, addressee, lines = form.entries_below(rows[below:])
    signs = (at for at in range(below, len(rows)) if _SIGNED.match(rows[at].text))
    end = next(signs, len(rows))
    return Zones(
        kind="form",
        head=tuple(rows[:title]),
        subject=tuple(rows[title:below]),
        addressee=tuple(addressee),
        cites=tuple(cites),
        body=tuple(rows[below + lines : end]),
        closing=tuple(rows[end:]),
    )
