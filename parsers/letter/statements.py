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
from parsers.letter.cues import Cue, Reading
from parsers.letter.layout import Passage, Row
from parsers.letter.zones import Zones

# Where the next clause begins: behind a space at its subject or connective, or at one that is glued on.
_BEHIND_SPACE = (
    r"\s+(?=ทั้งนี้|ในการนี้|อนึ่ง|สำหรับ|ส่วน(?!ท้องถิ่น|ราชการ|จังหวัด|ตำบล)|โดย(?=มี|ได้|สมัคร)|แต่|ในจำนวนนี้|(?:ปรากฏ|พบ)ว่า|บัดนี้|ขณะนี้|ในเบื้องต้น"
    r"|และ(?:มี|ไม่|ยัง|ได้|จะ|อยู่|กำลัง|คาดว่า|ประสงค์|สมัคร|เข้าร่วม)|มี(?:องค์|อปท|\sอปท|หน่วย|เทศ|อบต|ผู้|จำนวน)|ไม่มี(?!ความ|ข้อ)"
    r"|ไม่(?:ประสงค์|สมัคร|เข้าร่วม|ขอ)|ยังไม่|กำลัง|(?:ส่วน|สำหรับ)?(?:อปท\.?|องค์กรปกครองส่วนท้องถิ่น|หน่วยงาน|อำเภอ|แห่ง|ราย\S{0,6})?ที่เหลือ|(?:คง)?(?:เหลือ|ค้าง)|นอกนั้น|แห่งสุดท้าย|โดยภายหลัง|(?:แห่ง|อำเภอ)อื่น|อยู่(?:ใน)?ระหว่าง|จึง|หาก|ผลปรากฏ|เนื่องจาก|ซึ่ง(?!จะ)|ยกเว้น|เว้นแต่|ขาดเพียง|แม้|(?:ประเภท|ด้าน|กลุ่ม|ระดับ)ที่\s?[๐-๙0-9])"
)
_OTHERS_BEGIN = r"(?<!เพิ่มเติม)\s+(?=อีก\s?[๐-๙0-9])"
_GLUED = (
    r"(?<=[ก-๎])(?=(?<!ตั้ง)(?<!แม้)(?<!เพียง)(?<!เว้น)แต่(?!ละ|ง|อย่าง|ว่า)|จึง|ซึ่ง(?=จังหวัด|ได้|มี)|โดย(?:มี|ไม่มี|สมัคร)|เนื่องจาก|(?<!ไม่)(?:ปรากฏ|พบ)ว่า"
    r"|(?<!ส่วน)ที่เหลือ|ส่วนที่เหลือ|คงเหลือ|(?<!ที่)(?<!คง)เหลือ(?=อีก|เพียง)|ส่วนอีก|นอกนั้น|และ(?:ไม่(?!เกิน)|ยัง|อยู่ระหว่าง|จะ|กำลัง|คาดว่า|ยินดี|ได้(?:ดำ|จัด|แต่ง|สม|แจ้ง|ส่ง|ประ)))"
)
_SENTENCE_START = re.compile(f"{_BEHIND_SPACE}|{_OTHERS_BEGIN}|{_GLUED}")
# Who is spoken of from here on is not who was spoken of before.
_OTHERS = re.compile(r"(?:ส่วน|สำหรับ)?(?:อีก|ที่เหลือ|แห่งอื่น)|นอกนั้น|นอกจากนี้")
_DEEDS: Final = frozenset({"do", "join", "wish", "send", "past", "not", "notyet", "ongoing", "refuse"})
# A deed and how many did it, and that nothing stands behind which would make the next deed part of it.
_COUNTED_DEED = re.compile(r"\b(?:do|join|wish|send|done|get)\b.*\bcount(?: other| done)*$")
_OF_OTHERS = re.compile(r" rest (?:other |count |body )*")
_REMEMBERED: Final = 40
# A clause that only says who goes on to say something.
_HEAD = re.compile(r"ว่า$")
# Dots to write on, with or without something written.
_LEADERS = re.compile(r"[.…_]{2,}")
# In characters: how far before a sentence its subject stands.
_SUBJECT: Final = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """`cue` is what it says itself, `sense` what it goes on saying (a list below ได้แก่).

    `is_open` is one that says something which nobody can tell. `before` is the statement shortly before it, where its subject may stand.
    """

    passage: Passage
    before: str
    cue: Cue | None
    sure: bool
    is_open: bool
    sense: Cue | None


def read(zones: Zones) -> list[Sentence]:
    """All sentences of the letter's own statements, in their order."""
    return _sentences([*_of_body(zones), *_of_form_behind(zones.attached)])


def _sentences(statements: Sequence[Passage]) -> list[Sentence]:
    cut = [
        (statement.part(start, end), statement.text[max(0, start - _SUBJECT) : start])
        for statement in statements
        for start, end in pairwise(_edges(statement.text))
    ]
    readings = [cues.read(passage.text) for passage, _ in cut]
    return [
        Sentence(
            passage=passage,
            before=before,
            cue=reading.cue if reading else None,
            sure=bool(reading and reading.sure),
            is_open=cues.is_open(passage.text),
            sense=sense,
        )
        for (passage, before), reading, sense in zip(cut, readings, _senses(cut, readings), strict=True)
    ]


def _senses(cut: Sequence[tuple[Passage, str]], readings: Sequence[Reading | None]) -> list[Cue | None]:
    """What each clause says or goes on saying, or who is named in it is about to say (`X แจ้งว่า | …`)."""
    senses: list[Cue | None] = []
    sense: Cue | None = None
    for (passage, _), reading in zip(cut, readings, strict=True):
        if reading or _OTHERS.match(passage.text):
            sense = reading.cue if reading else None
        senses.append(sense)
    for at, (passage, _) in enumerate(cut[:-1]):
        if readings[at] is None and (_HEAD.search(passage.text) or cut[at + 1][0].text.startswith("ซึ่ง")):
            senses[at] = senses[at + 1]
    return senses


def _edges(statement: str) -> list[int]:
    starts = [0, *(match.end() for match in _SENTENCE_START.finditer(statement)), len(statement)]
    # `ส่วนอีก ๒๐๙ แห่ง` says nothing before its verb.
    subjects = {
        end for start, end in pairwise(starts[:-1]) if _OF_OTHERS.fullmatch(words.kinds(statement[start:end]))
    }
    starts = [start for start in starts if start not in subjects]
    within = (edge for start, end in pairwise(starts) for edge in _within(statement, start, end))
    return sorted({*starts, *within})


def _within(statement: str, start: int, end: int) -> Iterator[int]:
    """Behind `แจ้งว่า`, unless it is the others that say so; and where behind the number of those that did one
    thing another deed stands (`ทำแล้ว ๙๗ แห่ง ไม่ได้ทำ ๑๒ แห่ง`)."""
    seen: list[str] = []
    for word in words.read(statement[start:end]):
        if word.kind == "says" and "rest" not in seen:
            yield start + word.end
            seen = []
        elif word.kind in _DEEDS and _COUNTED_DEED.search(" ".join(seen)):
            yield start + word.start
            seen = []
        seen = [*seen[-_REMEMBERED:], word.kind]


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
