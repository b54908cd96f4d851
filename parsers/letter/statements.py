"""What a letter states itself, sentence by sentence, and what each sentence says of the matter.

Of the body only the letter's own statements count, of a form only what is ticked or filled in; a form
behind a letter states what is ticked there. Keeps a sentence's place, for it may become evidence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise
from typing import Final

from parsers.letter import body, clauses, cues, form, ticks
from parsers.letter.cues import Cue, Reading
from parsers.letter.layout import Passage, Row
from parsers.letter.zones import Zones

# Who is spoken of from here on is not who was spoken of before.
_OTHERS = re.compile(r"(?:ส่วน|สำหรับ)?(?:อีก|ที่เหลือ|แห่งอื่น)|นอกนั้น|นอกจากนี้")
# A clause that only says who goes on to say something.
_HEAD = re.compile(r"ว่า$")
# Dots to write on, with or without something written.
_LEADERS = re.compile(r"[.…_]{2,}")
# In characters: how far before a sentence its subject stands.
_SUBJECT: Final = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """`cue` is what it says itself, `sense` what it goes on saying (a list below ได้แก่).

    `is_open`: it says something, and no rule tells what that means. `before` is the statement shortly before it,
    where its subject may stand.
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
        for start, end in pairwise(clauses.edges(statement.text))
    ]
    readings = _without_withdrawn([cues.read(passage.text) for passage, _ in cut])
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


def _without_withdrawn(readings: Sequence[Reading | None]) -> list[Reading | None]:
    """Behind a no `คงเหลือ ๓ แห่ง` are those that do it, not those that have yet to (`ขอถอน ๒ แห่ง คงเหลือ ๓ แห่ง`)."""
    left = Reading("rest", False)
    refused = [False, *(bool(reading and reading.cue == "refused") for reading in readings)]
    return [
        Reading("joined", True) if reading == left and after else reading
        for reading, after in zip(readings, refused, strict=False)
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
