"""What a letter states itself, sentence by sentence, and what each sentence says of the matter.

Of the body only the letter's own statements count, of a form only what is ticked or filled in; a form
behind a letter states what is ticked there. Keeps a sentence's place, for it may become evidence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise
from typing import Final

from parsers.letter import body, cues, form, ticks, words
from parsers.letter.cues import Cue
from parsers.letter.layout import Passage, Row
from parsers.letter.zones import Zones

# Where the next clause begins: behind a space at its subject or connective, or at one that is glued on.
_BEHIND_SPACE = (
    r"\s+(?=ทั้งนี้|ในการนี้|อนึ่ง|สำหรับ|ส่วน(?!ท้องถิ่น|ราชการ|จังหวัด|ตำบล)|โดย(?=มี|ได้|สมัคร)|แต่|ในจำนวนนี้|(?:ปรากฏ|พบ)ว่า|บัดนี้|ขณะนี้|ในเบื้องต้น"
    r"|และ(?:มี|ไม่|ยัง|ได้|จะ|อยู่|กำลัง|คาดว่า|ประสงค์|สมัคร|เข้าร่วม)|มี(?:องค์|อปท|\sอปท|หน่วย|เทศ|อบต|ผู้|จำนวน)|ไม่มี(?!ความ|ข้อ)"
    r"|ไม่(?:ประสงค์|สมัคร|เข้าร่วม|ขอ)|ยังไม่|กำลัง|อีก\s?[๐-๙0-9]|\S*ที่เหลือ|(?:แห่ง|อำเภอ)อื่น|อยู่(?:ใน)?ระหว่าง|จึง|หาก|ผลปรากฏ|เนื่องจาก|จะ|ซึ่ง)"
)
_GLUED = (
    r"(?<=[ก-๎])(?=(?<!ตั้ง)แต่(?!ละ|ง|อย่าง|ว่า)|จึง|ซึ่ง(?=จะ|จังหวัด|ได้|มี|ไม่|ยัง)|โดย(?:มี|ไม่มี|สมัคร)|เนื่องจาก|(?<!ไม่)(?:ปรากฏ|พบ)ว่า"
    r"|และ(?:ไม่(?!เกิน)|ยัง|อยู่ระหว่าง|จะ|กำลัง|คาดว่า|ยินดี|ได้(?:ดำ|จัด|แต่ง|สม|แจ้ง|ส่ง|ประ)))"
)
_SENTENCE_START = re.compile(f"{_BEHIND_SPACE}|{_GLUED}")
# Who is spoken of from here on is not who was spoken of before.
_OTHERS = re.compile(r"(?:ส่วน|สำหรับ)?(?:อีก|ที่เหลือ|แห่งอื่น)|นอกนั้น|นอกจากนี้")
# Dots to write on, with or without something written.
_LEADERS = re.compile(r"[.…_]{2,}")
# In characters: how far before a sentence its subject stands.
_SUBJECT: Final = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """`cue` is what it says itself, `sense` what it goes on saying (a list below ได้แก่).

    `before` is the statement shortly before it, where its subject may stand.
    """

    passage: Passage
    before: str
    cue: Cue | None
    sure: bool
    sense: Cue | None


def read(zones: Zones) -> list[Sentence]:
    """All sentences of the letter's own statements, in their order."""
    return list(_sentences([*_of_body(zones), *_of_form_behind(zones.attached)]))


def _sentences(statements: Sequence[Passage]) -> Iterator[Sentence]:
    sense: Cue | None = None
    for statement in statements:
        for start, end in pairwise(_edges(statement.text)):
            passage = statement.part(start, end)
            reading = cues.read(passage.text)
            cue = reading.cue if reading else None
            sure = bool(reading and reading.sure)
            sense = cue or (None if _OTHERS.match(passage.text) else sense)
            before = statement.text[max(0, start - _SUBJECT) : start]
            yield Sentence(passage=passage, before=before, cue=cue, sure=sure, sense=sense)


def _edges(statement: str) -> list[int]:
    starts = {match.end() for match in _SENTENCE_START.finditer(statement)}
    told = {word.end for word in words.read(statement) if word.kind == "says"}
    return sorted({0, len(statement)} | starts | told)


def _of_body(zones: Zones) -> list[Passage]:
    if zones.kind != "form":
        return body.statements(ticks.affirmed(zones.body))
    if not ticks.has_boxes(zones.body):
        return [_filled(statement) for statement in body.statements(zones.body)]
    return [_filled(one if isinstance(one, Passage) else one.passage) for one in ticks.stated(zones.body)]


def _of_form_behind(attached: Sequence[Row]) -> list[Passage]:
    behind = list(dropwhile(lambda row: not form.TITLE.match(row.text), attached))
    return [_filled(one) for one in ticks.stated(behind) if isinstance(one, Passage)]


def _filled(line: Passage) -> Passage:
    """The line without the dots on which it was written; each character keeps its place."""
    return replace(line, text=_LEADERS.sub(lambda dots: " " * len(dots.group()), line.text))
