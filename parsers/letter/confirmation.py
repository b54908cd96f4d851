"""What a reply says about the thing that the circular asks for.

Reads only the letter's own statements, sentence by sentence, and keeps the sentences on which the
outcome rests. Promises no outcome for a letter that is no reply (the circular itself, an order to
districts), no number that is not written, and none on which figures and words or text and table
disagree. `notified` and `received` are `acknowledged`: passing on is not doing. A letter sent back because
the matter is not the sender's (ขอส่งคืน … มิได้เกี่ยวข้อง) is `declined`: it says clearly that nothing will be
done there, so `unclear` would send a person to read what is plain.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from parsers.letter import body, fields, layout, statements, table, tally, trust
from parsers.letter.cues import Cue
from parsers.letter.fields import Reading
from parsers.letter.statements import Sentence
from parsers.letter.tally import Tally
from parsers.letter.zones import Zones
from parsers.model import Confirmation, Evidence, Letter, Outcome, Page
from parsers.thai import dates

_AS_OF = re.compile(r"(?:ณ|ข้อมูล)\s*(?:วัน[ก-์]*ที่)?\s*$")
_ASKS_DOWN = re.compile(r"นายอำเภอ|นายก(?:เทศมนตรี|องค์การ|เมือง)|ผู้ว่าราชการจังหวัด\s?(?:ทุก|ทั้ง)|หัวหน้าส่วนราชการ")
_ABOVE = re.compile(r"ศาลากลาง|กรม(?!การ)|กระทรวง|สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด")
_UPWARD = re.compile(r"อธิบดี|ปลัดกระทรวง|ผู้อำนวยการ(?:กอง|สำนัก)")
_ORGANISATIONS = re.compile(r"แห่ง|องค์กรปกครอง|อปท|หน่วยงาน|เทศบาล|อบต|ส่วนราชการ")
_ANSWERS = re.compile(r"ตาม(?:หนังสือ|ที่|โทรสาร|บันทึก|วิทยุ)|อนุสนธิ|ได้รับแจ้ง")

# Which sentences decide, if there are several kinds, and what they mean alone.
_ORDER: Final[tuple[Cue, ...]] = (
    "applied",
    "agreed",
    "returned",
    "none",
    "declined",
    "pending",
    "sent",
    "passed on",
)
_OUTCOMES: Final[dict[Cue, Outcome]] = {
    "returned": "declined",
    "none": "nil",
    "declined": "declined",
    "pending": "unclear",
    "sent": "confirmed",
    "passed on": "acknowledged",
}

# How far the words of a reply carry.
_SURE: Final = 0.95  # a clear sentence, with a number where there should be one
_CLEAR: Final = 0.9  # a clear sentence
_MIXED: Final = 0.7  # sentences of two kinds
_DISAGREE: Final = 0.5  # its numbers do not agree with each other
_UNCLEAR: Final = 0.3
_MAX_EVIDENCE: Final = 4
# In characters: how far before a date its label stands.
_LABEL: Final = 30


def read(
    reading: Reading, pages: Sequence[Page], *, document: int = 0, lists: Sequence[Page] = ()
) -> Confirmation | None:
    """The answer of a letter that `fields.read_all` found in `pages`; `None` if it is no reply.

    `lists` are the pages of other files that came with the letter and hold none: lists of organisations.
    """
    letter, zones = reading.letter, reading.zones
    if not _is_reply(letter, zones):
        return None
    if zones.restored:  # without its marks a no may look like a yes (ไม่, ไม)
        return Confirmation(outcome="unclear", confidence=_UNCLEAR)
    sentences = statements.read(zones)
    outcome, resting_on = _outcome(sentences, letter)
    counted = Tally()
    if outcome in ("confirmed", "partial"):
        listed = (row for row in table.merge(layout.rows(lists)) if len(row.segments) > 1)
        counted = tally.take(sentences, replace(zones, attached=(*zones.attached, *listed)), letter)
    elif outcome == "nil":
        counted = Tally(count=tally.nought(resting_on))
    answer = Confirmation(
        outcome=outcome,
        count=counted.count,
        as_of=_as_of(zones),
        organisations=counted.organisations,
        evidence=tuple(_evidence(one, document) for one in resting_on[:_MAX_EVIDENCE]),
        confidence=_confidence(outcome, counted, resting_on),
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


def _outcome(sentences: Sequence[Sentence], letter: Letter) -> tuple[Outcome, list[Sentence]]:
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


def _meaning(cue: Cue, by_cue: dict[Cue, list[Sentence]], letter: Letter) -> Outcome:
    if cue == "none" and by_cue["pending"] and any("ยังไม่มี" in one.passage.text for one in by_cue["none"]):
        return "unclear"
    # That none of its organisations wants to is a province's nil report; a no of its own is a no.
    agency = letter.agency.raw if letter.agency else ""
    of_others = any(_ORGANISATIONS.search(one.before + one.passage.text) for one in by_cue[cue])
    if cue == "declined" and of_others and not tally.LOCAL.match(agency):
        return "nil"
    return _OUTCOMES[cue]


def _as_of(zones: Zones) -> str | None:
    for statement in body.statements(zones.body):
        for found in dates.find(statement.text):
            if _AS_OF.search(statement.text, max(0, found.start - _LABEL), found.start):
                return found.value
    return None


def _evidence(sentence: Sentence, document: int) -> Evidence:
    passage = sentence.passage
    return Evidence(document=document, page=passage.page, text=passage.value, box=passage.box)


def _confidence(outcome: Outcome, counted: Tally, resting_on: Sequence[Sentence]) -> float:
    if outcome == "unclear":
        return _UNCLEAR
    if not counted.agrees:
        return _DISAGREE
    if outcome == "partial" or len({one.cue for one in resting_on}) > 1:
        return _MIXED
    return _SURE if counted.count is not None or outcome == "nil" else _CLEAR
