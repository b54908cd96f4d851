"""Where the clauses of a statement begin.

Thai writes sentences without an end: a clause begins behind a space with a connective or a subject of its own,
or at a connective that is glued to the word before (`ทราบแล้วและไม่มี…`); behind `แจ้งว่า`, which only says who
speaks; and where behind the number of those that did one thing another deed stands.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from parsers.letter import words

# Behind a space.
_APART: Final = (
    r"ทั้งนี้|ในการนี้|ต่อมา|ภายหลัง(?=ขอ|ได้|มี)|อนึ่ง|บัดนี้|ขณะนี้|ในเบื้องต้น|จึง|หาก|แต่|แม้|เนื่องจาก|ซึ่ง(?!จะ)|(?:ผล)?(?:ปรากฏ|พบ)ว่า|ผลปรากฏ",
    r"สำหรับ|ส่วน(?!ท้องถิ่น|ราชการ|จังหวัด|ตำบล)|โดย(?=มี|ได้|สมัคร|ภายหลัง)|ในจำนวนนี้",
    r"และ(?:มี|ไม่|ยัง|ได้|จะ|อยู่|กำลัง|คาดว่า|ประสงค์|สมัคร|เข้าร่วม)",
    r"มี(?:องค์|\s?อปท|หน่วย|เทศ|อบต|ผู้|จำนวน)|ไม่มี(?!ความ|ข้อ)|ไม่(?:ประสงค์|สมัคร|เข้าร่วม|ขอ)|ยังไม่|กำลัง|อยู่(?:ใน)?ระหว่าง",
    # Others than before.
    r"(?:อปท\.?|องค์กรปกครองส่วนท้องถิ่น|หน่วยงาน|อำเภอ|แห่ง|ราย\S{0,6})?ที่เหลือ|(?:คง)?(?:เหลือ|ค้าง)|นอกนั้น|แห่งสุดท้าย",
    r"(?:แห่ง|อำเภอ)อื่น|ยกเว้น|เว้นแต่|ขาดเพียง|(?:ประเภท|ด้าน|กลุ่ม|ระดับ)ที่\s?[๐-๙0-9]",
)
# Glued to a word; แต่ is also in ตั้งแต่, แม้แต่, แต่ละ, แต่งตั้ง.
_GLUED: Final = (
    r"(?<!ตั้ง)(?<!แม้)(?<!เพียง)(?<!เว้น)แต่(?!ละ|ง|อย่าง|ว่า)|จึง|เนื่องจาก|(?<!ไม่)(?:ปรากฏ|พบ)ว่า",
    r"ซึ่ง(?=จังหวัด|ได้|มี)|โดย(?:มี|ไม่มี|สมัคร)",
    r"(?<!ส่วน)ที่เหลือ|ส่วนที่เหลือ|คงเหลือ|(?<!ที่)(?<!คง)เหลือ(?=อีก|เพียง)|ส่วนอีก|นอกนั้น",
    r"และ(?:ไม่(?!เกิน)|ยัง|อยู่ระหว่าง|จะ|กำลัง|คาดว่า|ยินดี|ได้(?:ดำ|จัด|แต่ง|สม|แจ้ง|ส่ง|ประ))",
)
_START = re.compile(
    rf"\s+(?={'|'.join(_APART)})"
    r"|(?<!เพิ่มเติม)\s+(?=อีก\s?[๐-๙0-9])"
    rf"|(?<=[ก-๎])(?={'|'.join(_GLUED)})"
)
_DEEDS: Final = frozenset({"do", "join", "wish", "send", "past", "not", "notyet", "ongoing", "refuse"})
# A deed and how many did it, and that nothing stands behind which would make the next deed part of it.
_COUNTED_DEED = re.compile(r"\b(?:do|join|wish|send|done|get)\b.*\bcount(?: other| done)*$")
_OF_OTHERS = re.compile(r" rest (?:other |count |body )*")
_REMEMBERED: Final = 40


def edges(statement: str) -> list[int]:
    """Where each clause of `statement` begins, and last where it ends."""
    starts = [0, *(match.end() for match in _START.finditer(statement)), len(statement)]
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
