"""Who signed, in which post, and for whom: the block below ขอแสดงความนับถือ.

The post printed below the name may end in ปฏิบัติราชการแทน (or รักษาราชการแทน and the like) and go on
with the post that the signer stands in for: those are two facts, and the second one speaks for the
agency (DOMAIN 1.2). A stamped letter has no signer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from parsers.letter import layout, reading
from parsers.letter.layout import Passage, Row
from parsers.letter.zones import PRINTED_NAME, Zones
from parsers.model import Field
from parsers.thai import dates

_TITLE = r"(?:นาย|นาง(?:สาว)?|น\.ส\.|ว่าที่|ดร\.|พล|พัน|ร้อย|สิบ|จ่า|หม่อม|ม\.[รล]\.)"
_BARE_NAME = re.compile(rf"{_TITLE}[ก-๙.]*\s+[ก-๙]+(?:\s+[ก-๙]+)?")
_RANK = re.compile(
    r"(?:ว่าที่\s?)?(?:พล|พัน|ร้อย|จ่าสิบ|สิบ)(?:ตำรวจ)?(?:เอก|โท|ตรี)(?:หญิง)?|พลเรือ\S+|นาวา\S+|เรือ\S+|ดาบตำรวจ"
)
_STANDS_IN = re.compile(
    r"(?:ป[ฏฎ]ิบัติ\s?(?:ราชการ|หน้าที่)|รักษา\s?(?:ราชการ|การ)|(?<!ที่)ทำการ)\s?(?:แทน|ในตำแหน่ง)?"
)
_POST_LABEL = re.compile(r"ตำแหน่ง[\s:.…]*")
_FOOT_START = re.compile(
    r"วันที่|กลุ่ม|กอง|สำนัก(?!\S*แทน)|ฝ่าย|ส่วน(?!\S*แทน)|งาน|ศูนย์|โทร|ไปรษณีย์|e-?mail|ผู้ประสาน|สำเนา|เรียน|ทราบ|หมายเหตุ|เว็บ|www"
    r"|[\"“]",
    re.IGNORECASE,
)
_POSITION_ROWS: Final = 4
# The signature stands right of this share of the page's width, the contact left of it.
_LEFT: Final = 0.28
_FULL: Final = 0.05


@dataclass(frozen=True, kw_only=True, slots=True)
class Signature:
    """The three facts, and the rows of the closing that are not the signature's."""

    signer: Field | None = None
    position: Field | None = None
    on_behalf_of: Field | None = None
    foot: tuple[Row, ...] = ()


def read(zones: Zones, *, document: int) -> Signature:
    """The first name below the closing phrase, and its post."""
    if zones.kind == "stamped":
        return Signature(foot=_below_date(zones.closing))
    at = _name_row(zones.closing)
    if at is None:
        return Signature(foot=zones.closing)
    block, foot = _block(zones.closing[at + 1 :])
    left = tuple(row for row in zones.closing[:at] if _is_left(row.segments[0], row))
    position, on_behalf_of = _posts(block, document)
    return Signature(
        signer=_signer(zones.closing[at], zones.closing[max(0, at - 1) : at], document),
        position=position,
        on_behalf_of=on_behalf_of,
        foot=(*left, *foot),
    )


def _below_date(closing: Sequence[Row]) -> tuple[Row, ...]:
    dated = next((at for at, row in enumerate(closing) if dates.find(row.text)), -1)
    return tuple(closing[dated + 1 :])


def _name_row(closing: Sequence[Row]) -> int | None:
    for shape in (PRINTED_NAME, _BARE_NAME):
        for at, row in enumerate(closing):
            if any(shape.fullmatch(part.text) for part in (row.passage, *row.segments)):
                return at
    return None


def _signer(row: Row, above: Sequence[Row], document: int) -> Field:
    """The name; a rank that is printed before the signature belongs to it."""
    parts = [row.passage, *row.segments]
    whole = next(
        part for part in parts if PRINTED_NAME.fullmatch(part.text) or _BARE_NAME.fullmatch(part.text)
    )
    printed = PRINTED_NAME.fullmatch(whole.text)
    name = (
        layout.join([whole.part(*printed.span(group)) for group in ("name", "mark")], "")
        if printed
        else whole
    )
    ranks = [part for one in above for part in one.segments if _RANK.fullmatch(part.text)]
    if ranks and not re.match(_TITLE, name.text):
        name = layout.join([ranks[0], name], " ")
    readable = re.search(r"[ก-๙A-Za-z]{2}", name.text)
    return reading.field(name, name.value if readable else None, "placed", document=document)


def _block(below: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of the post, and the rest."""
    block: list[Row] = []
    foot: list[Row] = []
    for at, row in enumerate(below):
        right = [part for part in row.segments if not _is_left(part, row)]
        left = [part for part in row.segments if _is_left(part, row)]
        if len(block) >= _POSITION_ROWS or not right or (block and row.gap and not row.box):
            return block, [*foot, *below[at:]]
        if _FOOT_START.match(right[0].text):
            return block, [*foot, *below[at:]]
        block.append(layout.keep(row, right))
        if left:
            foot.append(layout.keep(row, left))
    return block, foot


def _is_left(part: Passage, row: Row) -> bool:
    return bool(part.box and part.box[0] < _LEFT * row.width)


def _posts(block: Sequence[Row], document: int) -> tuple[Field | None, Field | None]:
    whole = _together(block)
    if label := _POST_LABEL.match(whole.text):
        whole = whole.part(label.end())
    if not whole.text:
        return None, None
    match = _STANDS_IN.search(whole.text)
    if not match:
        return reading.field(whole, whole.value, "placed", document=document), None
    own, other = whole.part(0, match.start()), whole.part(match.end())
    position = Field(
        value=own.value,
        raw=whole.text,
        confidence=reading.CONFIDENCE["placed"],
        document=document,
        page=whole.page,
        box=whole.box,
    )
    stood_for = reading.field(other, other.value, "placed", document=document) if other.text else None
    return (position if own.text else None), stood_for


def _together(block: Sequence[Row]) -> Passage:
    """Lines of a post are phrases, joined with a space, unless a name breaks off or a line was full."""
    whole, broken = Passage(text="", marks=()), False
    for row in block:
        whole = layout.join([whole, row.passage], "" if broken and not _STANDS_IN.match(row.text) else " ")
        broken = bool(layout.BROKEN_OFF.search(row.text) or (row.box and row.slack < _FULL))
    return whole
