"""Which parts of a head are receiving stamps (ตรารับหนังสือ), put there by whoever got the letter.

A stamp is known by its labels (เลขรับ, เวลา, ผู้รับ) and holds one day, which is never the letter's own
(DOMAIN 1.3). That day stands among the labels or beside them: in their column on a printed page, in
the rows next to them where there is no layout. A day that stands apart is left for the letter. Above
them may stand the receiver's name, which must not be taken for the sender's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from parsers.letter import layout
from parsers.letter.layout import Passage, Row
from parsers.thai import dates

_NUMBER = re.compile(
    r"(?:เลข(?:ที่)?\s?)?(?:ทะเบียน|ลง)รับ|เลข(?:ที่)?\s?รับ|รับ(?:เลข)?\s?(?:ที่|วันที่)|(?:เลข|ที่)รับหนังสือ"
)
_OTHER = re.compile(r"เวลา(?:\s*[.…:\d]|$)|ผู้รับ")
_OFFICE = re.compile(r"กรม|กระทรวง|กอง|สำนัก|ศาลากลาง|ที่(?:ทำการ|ว่าการ)|จังหวัด|อำเภอ|เทศบาล|องค์การ|ส่วน|ฝ่าย|กลุ่ม")
_DAY_LABEL = re.compile(r"(?:ลง)?วันที่*[\s.:…]*")
_LABEL_ALONE = re.compile(rf"(?:{_NUMBER.pattern}|เวลา|ผู้รับ|{_DAY_LABEL.pattern})[\s.:…]*")
# A stamp's lines stand closely under each other (in heights of a line), most of their widths in common.
_CLOSE: Final = 1.2
_SHARED_WIDTH: Final = 0.5


@dataclass(frozen=True, kw_only=True, slots=True)
class _Item:
    """A segment of a row with its value, where that is a segment of its own."""

    at: int
    parts: tuple[Passage, ...]
    passage: Passage

    @property
    def text(self) -> str:
        return self.passage.text


def without(head: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of `head` without what belongs to stamps; rows that are all stamp are left out."""
    items = [item for at, row in enumerate(head) for item in _items(at, row)]
    stamped = {id(part) for item in _stamped(items) for part in item.parts}
    if not stamped:
        return tuple(head)
    kept = ([part for part in row.segments if id(part) not in stamped] for row in head)
    return tuple(layout.keep(row, parts) for row, parts in zip(head, kept, strict=True) if parts)


def _items(at: int, row: Row) -> Iterator[_Item]:
    parts = iter(pairwise([*row.segments, None]))
    for part, following in parts:
        if part and following and _LABEL_ALONE.fullmatch(part.text):
            yield _Item(at=at, parts=(part, following), passage=layout.join([part, following], " "))
            next(parts, None)
        elif part:
            yield _Item(at=at, parts=(part,), passage=part)


def _stamped(items: Sequence[_Item]) -> list[_Item]:
    labels = [item for item in items if _is_label(item.text)]
    stamped = [*labels, *_receivers(items, labels)]
    days = sorted(
        (item for item in items if item not in labels and _is_day(item.text)),
        key=lambda item: sum(abs(item.at - label.at) for label in labels),
    )
    for day in days:
        column = [label for label in labels if _same_column(day.passage, label.passage)]
        wanted = max(1, sum(bool(_NUMBER.search(label.text)) for label in column))
        has = sum(_holds_day(one) for one in stamped if _same_column(day.passage, one.passage))
        if has < wanted and any(_is_close(day, label) for label in column):
            stamped.append(day)
    return stamped


def _receivers(items: Sequence[_Item], labels: Sequence[_Item]) -> list[_Item]:
    """Names of offices right above เลขรับ, if the letter names another office for its sender."""
    offices = [item for item in items if _OFFICE.match(item.text)]
    above = [
        office
        for office in offices
        for label in labels
        if _NUMBER.match(label.text)
        and label.at == office.at + 1
        and _same_column(office.passage, label.passage)
    ]
    return above if len(above) < len(offices) else []


def _is_label(text: str) -> bool:
    return bool(_NUMBER.search(text) or _OTHER.search(text))


def _is_day(text: str) -> bool:
    """Whether `text` is a day, labelled or not, and nothing else."""
    label = _DAY_LABEL.match(text)
    rest = text[label.end() if label else 0 :]
    found = dates.find(rest)
    return bool(found and not rest.replace(found[0].raw, "").strip(" .…"))


def _holds_day(item: _Item) -> bool:
    return bool(dates.find(item.text))


def _same_column(part: Passage, other: Passage) -> bool:
    here, there = part.box, other.box
    if not here or not there:
        return True
    shared = min(here[2], there[2]) - max(here[0], there[0])
    return shared >= _SHARED_WIDTH * min(here[2] - here[0], there[2] - there[0])


def _is_close(day: _Item, label: _Item) -> bool:
    here, there = day.passage.box, label.passage.box
    if not here or not there:
        return abs(day.at - label.at) <= 1
    return max(here[1] - there[3], there[1] - here[3]) <= _CLOSE * (here[3] - here[1])
