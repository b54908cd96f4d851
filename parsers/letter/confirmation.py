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
from itertools import dropwhile
from typing import Final

from parsers.letter import body, columns, fields, layout, statements, table, tally, trust, verdict
from parsers.letter.fields import Reading
from parsers.letter.statements import Sentence
from parsers.letter.tally import Tally
from parsers.letter.verdict import Verdict
from parsers.letter.zones import Zones
from parsers.model import Confirmation, Evidence, Letter, Page
from parsers.thai import dates

_AS_OF = re.compile(r"(?:ณ|ข้อมูล)\s*(?:วัน[ก-์]*ที่)?\s*$")
_ASKS_DOWN = re.compile(r"นายอำเภอ|นายก(?:เทศมนตรี|องค์การ|เมือง)|ผู้ว่าราชการจังหวัด\s?(?:ทุก|ทั้ง)|หัวหน้าส่วนราชการ")
_ABOVE = re.compile(r"ศาลากลาง|กรม(?!การ)|กระทรวง|สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด")
_UPWARD = re.compile(r"อธิบดี|ปลัดกระทรวง|ผู้อำนวยการ(?:กอง|สำนัก)")
_ANSWERS = re.compile(r"ตาม(?:หนังสือ|ที่|โทรสาร|บันทึก|วิทยุ)|อนุสนธิ|ได้รับแจ้ง")

_DISAGREE: Final = 0.5
"""The confidence where the numbers of a reply do not agree with each other."""
_RESTORED: Final = 0.3
_LIST = re.compile(r"(?:บัญชี)?ราย(?:ชื่อ|นาม)|บัญชี|ลำดับ")
# Cells of an HTML table, which are no prose either.
_CELLS = re.compile(r"\S {2,}\S")
_MAX_EVIDENCE: Final = 4
# In characters: how far before a date its label stands.
_LABEL: Final = 30


def read(
    reading: Reading, pages: Sequence[Page], *, document: int = 0, lists: Sequence[Page] = ()
) -> Confirmation | None:
    """The answer of a letter that `fields.read_all` found in `pages`; `None` if it is no reply.

    `lists` are the pages of other files that came with the letter and hold none: lists of organisations.
    """
    letter, zones = reading.letter, _chosen(reading.zones, pages)
    if not _is_reply(letter, zones):
        return None
    if zones.restored:  # without its marks a no may look like a yes (ไม่, ไม)
        return Confirmation(outcome="unclear", confidence=_RESTORED)
    sentences = statements.read(zones)
    agency = letter.agency.raw if letter.agency else ""
    said = verdict.of(sentences, is_local=bool(tally.LOCAL.match(agency)))
    counted = _tally(said, sentences, replace(reading, zones=zones), lists)
    if said.outcome == "confirmed" and counted.count == 0:  # a table of noughts
        said, counted = replace(said, outcome="nil"), Tally(count=0)
    answer = Confirmation(
        outcome=said.outcome,
        count=counted.count,
        as_of=_as_of(zones),
        organisations=counted.organisations,
        evidence=tuple(_evidence(one, document) for one in said.resting_on[:_MAX_EVIDENCE]),
        confidence=said.confidence if counted.agrees else min(said.confidence, _DISAGREE),
    )
    return trust.confirmation(answer, pages)


def _tally(said: Verdict, sentences: Sequence[Sentence], reading: Reading, lists: Sequence[Page]) -> Tally:
    if said.outcome in ("confirmed", "partial"):
        rows = columns.without_refusing(table.merge(layout.rows(lists)), lists)
        listed = (row for row in rows if len(row.segments) > 1 or _CELLS.search(row.text))
        zones = replace(reading.zones, attached=(*reading.zones.attached, *listed))
        return tally.take(sentences, zones, reading.letter)
    return Tally(count=tally.nought(said.resting_on) if said.outcome == "nil" else None)


def _chosen(zones: Zones, pages: Sequence[Page]) -> Zones:
    """The letter without the rows of its tables that are ticked under a no.

    Where nothing sets a list apart from the telephone above it (HTML has no pages), its title does.
    """
    behind = zones.attached or tuple(dropwhile(lambda row: not _LIST.match(row.text), zones.closing))
    body, attached = (columns.without_refusing(rows, pages) for rows in (zones.body, behind))
    return replace(zones, body=body, attached=attached)


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


def _as_of(zones: Zones) -> str | None:
    for statement in body.statements(zones.body):
        for found in dates.find(statement.text):
            if _AS_OF.search(statement.text, max(0, found.start - _LABEL), found.start):
                return found.value
    return None


def _evidence(sentence: Sentence, document: int) -> Evidence:
    passage = sentence.passage
    return Evidence(document=document, page=passage.page, text=passage.value, box=passage.box)
