"""What a reply says about the thing that the circular asks for.

Reads only the letter's own statements, sentence by sentence, and keeps the sentences on which the
outcome rests. Promises no outcome for a letter that is no reply (the circular itself, an order to
districts), no number that is not written, and none on which figures and words or text and table
disagree. `notified` and `received` are `acknowledged`: passing on is not doing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from parsers.letter import body, counts, cues, fields, organisations, owner, trust
from parsers.letter.cues import Cue
from parsers.letter.fields import Reading
from parsers.letter.layout import Passage
from parsers.letter.zones import Zones
from parsers.model import Confirmation, Evidence, Letter, Organisation, Outcome, Page
from parsers.thai import dates, places

_SENTENCE_START = re.compile(
    r"\s+(?=(?:ทั้งนี้|ในการนี้|อนึ่ง|สำหรับ|ส่วน(?!ท้องถิ่น|ราชการ|จังหวัด|ตำบล)|โดยมี|ซึ่ง|แต่|(?:ปรากฏ|พบ)ว่า|บัดนี้|ขณะนี้|และ(?:มี|ไม่|ยัง|ได้|จะ|อยู่)"
    r"|มี(?:องค์|อปท|หน่วย|เทศ|อบต|ผู้|จำนวน)|ไม่มี(?!ความ|ข้อ)|ไม่(?:ประสงค์|สมัคร|เข้าร่วม|ขอ)|ยังไม่|อีก\s?[๐-๙0-9]|ที่เหลือ|อยู่(?:ใน)?ระหว่าง|จึง|หาก|ผลปรากฏ))"
)
_AS_OF = re.compile(r"(?:ณ|ข้อมูล)\s*(?:วัน[ก-์]*ที่)?\s*$")
_ASKS_DOWN = re.compile(r"นายอำเภอ|นายก(?:เทศมนตรี|องค์การ|เมือง)|ผู้ว่าราชการจังหวัด\s?(?:ทุก|ทั้ง)|หัวหน้าส่วนราชการ")
_ABOVE = re.compile(r"ศาลากลาง|กรม(?!การ)|กระทรวง|สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด")
_UPWARD = re.compile(r"อธิบดี|ปลัดกระทรวง|ผู้อำนวยการ(?:กอง|สำนัก)")
_LOCAL = re.compile(r"(?:สำนักงาน|ที่ทำการ)?\s?(?:เทศบาล|องค์การบริหาร|อบ[ตจ]|ท[นตม]\.|เมืองพัทยา)")
_ORGANISATIONS = re.compile(r"องค์กรปกครอง|อปท|หน่วยงาน|เทศบาล|อบต|ส่วนราชการ")
_ANSWERS = re.compile(r"ตาม(?:หนังสือ|ที่|โทรสาร|บันทึก|วิทยุ)|อนุสนธิ|ได้รับแจ้ง")
_CHECKED = re.compile(r"[☑☒✓✔✗]|[(\[]\s*[/✓✔xX]\s*[)\]]")
_BOX = re.compile(r"[☑☒✓✔✗☐□○❏]|[(\[]\s*[/✓✔xX]?\s*[)\]]")

# Which sentences decide, if there are several kinds, and what they mean alone.
_ORDER: Final[tuple[Cue, ...]] = ("applied", "agreed", "none", "declined", "pending", "sent", "passed on")
_OUTCOMES: Final[dict[Cue, Outcome]] = {
    "none": "nil",
    "declined": "declined",
    "pending": "unclear",
    "sent": "confirmed",
    "passed on": "acknowledged",
}

# How far the words of a reply carry.
_SURE: Final = 0.95  # a clear sentence, with a number where there should be one
_CLEAR: Final = 0.85  # a clear sentence
_MIXED: Final = 0.7  # sentences of two kinds
_DISAGREE: Final = 0.5  # its numbers do not agree with each other
_UNCLEAR: Final = 0.3
_MAX_EVIDENCE: Final = 4
# In characters: how far before a sentence its subject stands, and before a date its label.
_SUBJECT: Final = 200
_LABEL: Final = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class _Sentence:
    """`cue` is what it says itself, `sense` what it goes on saying (a list below ได้แก่).

    `before` is the statement shortly before it, where its subject may stand.
    """

    passage: Passage
    before: str
    cue: Cue | None
    sense: Cue | None


def read(reading: Reading, pages: Sequence[Page], *, document: int = 0) -> Confirmation | None:
    """The answer of a letter that was read from `pages`, as `fields.read_all` gives it; `None` if it is no reply."""
    letter, zones = reading.letter, reading.zones
    if not _is_reply(letter, zones):
        return None
    sentences = list(_sentences(zones))
    outcome, resting_on = _outcome(sentences, letter)
    named = _organisations(sentences, zones, letter) if outcome in ("confirmed", "partial") else ()
    count, agreed = _count(sentences, zones) if outcome in ("confirmed", "partial") else (None, True)
    answer = Confirmation(
        outcome=outcome,
        count=count,
        as_of=_as_of(zones),
        organisations=named,
        evidence=tuple(_evidence(one, document) for one in resting_on[:_MAX_EVIDENCE]),
        confidence=_confidence(outcome, count, agreed, named, resting_on),
    )
    return trust.confirmation(answer, pages)


def _is_reply(letter: Letter, zones: Zones) -> bool:
    addressee = letter.addressee.raw if letter.addressee else ""
    if letter.kind == "form" or _UPWARD.match(addressee):
        return True
    agency = letter.agency.raw if letter.agency else ""
    if fields.is_circular(letter) or (_ABOVE.match(agency) and _ASKS_DOWN.match(addressee)):
        return False
    if re.match(r"กรม(?!การ)|กระทรวง", agency):
        return False
    return bool(letter.cites) or any(_ANSWERS.search(row.text) for row in zones.body)


def _sentences(zones: Zones) -> Iterator[_Sentence]:
    sense: Cue | None = None
    for statement in _statements(zones):
        for start, end in pairwise(_edges(statement.text)):
            passage = statement.part(start, end)
            cue = cues.read(passage.text)
            sense = cue or sense
            yield _Sentence(
                passage=passage, before=statement.text[max(0, start - _SUBJECT) : start], cue=cue, sense=sense
            )


def _statements(zones: Zones) -> list[Passage]:
    """The own words of a letter; of a form with ticked boxes only what is ticked."""
    ticked = [part for row in zones.body for part in _ticked(row.passage)] if zones.kind == "form" else []
    return ticked or body.statements(zones.body)


def _ticked(passage: Passage) -> Iterator[Passage]:
    for mark in _CHECKED.finditer(passage.text):
        following = _BOX.search(passage.text, mark.end())
        yield passage.part(mark.end(), following.start() if following else None)


def _edges(statement: str) -> list[int]:
    return [0, *(match.end() for match in _SENTENCE_START.finditer(statement)), len(statement)]


def _outcome(sentences: Sequence[_Sentence], letter: Letter) -> tuple[Outcome, list[_Sentence]]:
    """The outcome and the sentences that carry it: a yes goes before a no, a no before silence."""
    by_cue = {cue: [one for one in sentences if one.cue == cue] for cue in _ORDER}
    positive = by_cue["applied"] + by_cue["agreed"]
    if positive:
        if by_cue["pending"]:
            return "partial", positive + by_cue["pending"]
        return "confirmed", positive
    for cue in _ORDER:
        if by_cue[cue]:
            return _meaning(cue, by_cue, letter), by_cue[cue]
    return "unclear", []


def _meaning(cue: Cue, by_cue: dict[Cue, list[_Sentence]], letter: Letter) -> Outcome:
    if cue == "none" and by_cue["pending"] and any("ยังไม่มี" in one.passage.text for one in by_cue["none"]):
        return "unclear"
    # That none of its organisations wants to is a province's nil report; a no of its own is a no.
    agency = letter.agency.raw if letter.agency else ""
    of_others = any(_ORGANISATIONS.search(one.before + one.passage.text) for one in by_cue[cue])
    if cue == "declined" and of_others and not _LOCAL.match(agency):
        return "nil"
    return _OUTCOMES[cue]


def _count(sentences: Sequence[_Sentence], zones: Zones) -> tuple[int | None, bool]:
    """The number that applied, and whether all that is written of it agrees."""
    said: list[counts.Count] = []
    for one in sentences:
        if one.sense in ("applied", "agreed"):
            said += counts.find(one.passage.text)
    parts = [count for count in said if not count.is_whole] or (said if len(said) == 1 else [])
    table = _table_total(zones)
    if not parts:
        return table, True
    number = _one_of([part.number for part in parts], sentences)
    return number, number is not None and table in (None, number)


def _one_of(numbers: Sequence[int | None], sentences: Sequence[_Sentence]) -> int | None:
    """The one number, the one that the others add up to, or the sum that is written."""
    known = [number for number in numbers if number is not None]
    if len(known) != len(numbers):
        return None
    if len(set(known)) == 1 or sum(known[1:]) == known[0]:
        return known[0]
    written = counts.total(" ".join(one.passage.text for one in sentences if one.sense == "applied"))
    return written if written in known or written == sum(known) else None


def _table_total(zones: Zones) -> int | None:
    """The closing row of a table: `รวม 7`."""
    for row in (*zones.body, *zones.attached):
        if re.match(r"รวม(?:ทั้งสิ้น|ทั้งหมด)?\s*(?:จำนวน\s*)?[0-9๐-๙]+\s*(?:แห่ง|อปท\.?)?$", row.text):
            return counts.total(row.text)
    return None


def _organisations(sentences: Sequence[_Sentence], zones: Zones, letter: Letter) -> tuple[Organisation, ...]:
    """Those of the affirmative sentences and of attached lists; else the sender, if it is one."""
    province = letter.province.value if letter.province else None
    positive = [one.passage.text for one in sentences if one.sense in ("applied", "agreed", "sent")]
    listed = [row.text for row in zones.attached if not re.search(r"ไม่(?:ประสงค์|สมัคร|มี|เข้าร่วม)", row.text)]
    named = organisations.find("\n".join([*positive, *listed]), province=province)
    sender = _sender(zones, letter, province)
    if not named:
        return (sender,) if sender else ()
    return tuple(sender if sender and one.name == sender.name else one for one in named)


def _sender(zones: Zones, letter: Letter, province: str | None) -> Organisation | None:
    """The organisation that the letter comes from, with the district of its letterhead."""
    agency = letter.agency.raw if letter.agency else ""
    if not _LOCAL.match(agency) or not (named := organisations.find(agency, province=province)):
        return None
    district = places.find_district(owner.letterhead(zones), province=province) if province else None
    return replace(named[0], district=named[0].district or district)


def _as_of(zones: Zones) -> str | None:
    for statement in body.statements(zones.body):
        for found in dates.find(statement.text):
            if _AS_OF.search(statement.text, max(0, found.start - _LABEL), found.start):
                return found.value
    return None


def _evidence(sentence: _Sentence, document: int) -> Evidence:
    passage = sentence.passage
    return Evidence(document=document, page=passage.page, text=passage.value, box=passage.box)


def _confidence(
    outcome: Outcome,
    count: int | None,
    agreed: bool,
    named: Sequence[Organisation],
    resting_on: Sequence[_Sentence],
) -> float:
    if outcome == "unclear":
        return _UNCLEAR
    if not agreed or (count is not None and named and len(named) not in (1, count)):
        return _DISAGREE
    if outcome == "partial" or len({one.cue for one in resting_on}) > 1:
        return _MIXED
    return _SURE if count is not None or outcome == "nil" else _CLEAR
