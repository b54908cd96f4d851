"""By which day a letter wants something done.

A deadline is set by the part that asks (`ขอให้… ภายในวันที่ …`), or by the end of an application
period (`ระหว่างวันที่ … – …`); a day for reporting goes before a day for applying. What a reply
recounts of the letter it answers (`ตามหนังสือ… นั้น`) sets no deadline, nor does its report.
"""

import re
from collections.abc import Iterator
from typing import Final

from parsers.letter import body, reading
from parsers.letter.layout import Passage
from parsers.letter.zones import Zones
from parsers.model import Field
from parsers.thai import dates

_LIMIT = re.compile(r"(?:ภายใน|ไม่เกิน|ไม่ช้ากว่า|อย่างช้า|ให้ทัน|จนถึง|ถึง)\s*(?:วัน[ก-์]*ที่)?\s*$")
_ASKS = re.compile(r"ขอให้|โปรด|ขอความ(?:ร่วมมือ|อนุเคราะห์)|ให้(?:จังหวัด|อำเภอ|ส่ง|รายงาน|แจ้ง)|กำหนดส่ง")
_REPORTS = re.compile(r"รายงาน|แจ้งผล|แจ้ง|ส่ง|ตอบ(?:กลับ|รับ)")
_APPLIES = re.compile(r"สมัคร|ลงทะเบียน|เสนอ|ยื่น|เปิดรับ|รับสมัคร")
_NEAR: Final = 140


def read(zones: Zones, *, circular: bool, document: int) -> Field | None:
    """The latest reporting day that the letter sets, else the end of the period; else `None`.

    `circular`: a letter of the series ว asks by its nature; any other has to say ขอให้ or โปรด.
    """
    found = list(_deadlines(zones, circular=circular))
    if not found:
        return None
    best = min(rank for rank, _, _ in found)
    _, passage, value = max((one for one in found if one[0] == best), key=lambda one: one[2])
    return reading.field(passage, value, "placed" if best == 0 else "unlabelled", document=document)


def _deadlines(zones: Zones, *, circular: bool) -> Iterator[tuple[int, Passage, str]]:
    """Each with its rank: 0 to report, 1 any limit, 2 the end of a period."""
    for asking in body.statements(zones.body):
        if circular or _ASKS.search(asking.text):
            yield from _in(asking)


def _in(asking: Passage) -> Iterator[tuple[int, Passage, str]]:
    ranges = dates.find_ranges(asking.text)
    for period in ranges:
        around = asking.text[max(0, period.start - _NEAR) : period.end]
        if _APPLIES.search(around):
            yield 2, asking.part(period.start, period.end), period.last
    last = 0
    for found in dates.find(asking.text):
        # What stands before the date before belongs to that one.
        before = asking.text[max(last, found.start - _NEAR) : found.start]
        last = found.end
        in_range = any(period.start <= found.start < period.end for period in ranges)
        if found.value and not in_range and _LIMIT.search(before):
            yield (0 if _REPORTS.search(before) else 1), asking.part(found.start, found.end), found.value
