"""What one clause of a reply says, by the kinds of its words in their order.

A grammar in a table: the first rule whose pattern of words is in the clause names its cue. Thai denies before
the verb (`ไม่มี…สมัคร`), so the noes come first, and `ไม่มีข้อขัดข้อง` before them because it is a yes. A verb alone
proves nothing: behind `แจ้งให้` it is what others were told to do, in `ที่ประสงค์สมัคร` it says who is meant.
"""

import re
from typing import Final, Literal, NamedTuple

from parsers.letter import words

Cue = Literal[
    "joined",  # some apply, take part, want to
    "did",  # the thing asked for is done
    "agreed",  # nothing stands against it
    "none",  # nobody, nothing
    "refused",  # it is not wanted, or cannot be
    "returned",  # it is not theirs
    "pending",  # not yet
    "rest",  # not yet of the others
    "promised",  # they will report
    "partly",  # done in part
    "sent",  # here is what was asked for
    "told",  # passed on
    "known",  # received, noted
    "planned",  # it will be done
    "asked",  # a question back
]


class Rule(NamedTuple):
    """`sure`: whether the words alone leave no doubt."""

    cue: Cue
    sure: bool
    pattern: str


_SOMEBODY = "(?:body|joiner|act)"
_N = "(?:count|whole)"
_ANY = r"(?:[\w-]+ )*?"
_RULES: Final[tuple[Rule, ...]] = (
    Rule("asked", True, r" question "),
    Rule(
        "agreed",
        True,
        r" (?:not|lack) (?:exist |any |body |office |department |other ){0,5}(?:objection|refuse) ",
    ),
    Rule("returned", True, r" return "),
    Rule("partly", True, r" (?:do|send|done) (?:\w+ ){0,3}some "),
    Rule("none", True, r" (?:zero|lack) "),
    Rule("rest", True, rf" rest {_ANY}(?:will|notyet|ongoing|delay|expect) | expect "),
    Rule("pending", True, r" (?:delay|ongoing) | notyet (?!exist |ready |join |wish )"),
    Rule(
        "none",
        True,
        rf" (?:not|notyet) (?:exist |get )+(?:any |all |other |means )?{_SOMEBODY} | (?:not|notyet) act ",
    ),
    Rule("none", True, r" (?:not|notyet) (?:exist )+(?:any |$)"),
    Rule("none", True, rf" (?:not|notyet) (?:exist |get )+{_ANY}(?:that-)?(?:join|wish|ready) "),
    Rule("none", False, r" not exist (?!means|wish|ready|objection|done)\w+ "),
    Rule("refused", True, r" (?:not|notyet) (?:exist )?(?:able )?(?:join|wish|ready) "),
    Rule("refused", True, r" refuse | not (?:exist )?able (?:to )?(?:do|send|join) "),
    Rule("refused", False, r"^ (?:\w+ )?objection "),
    Rule("refused", False, r" not (?:send|get|do) "),
    Rule(
        "joined",
        True,
        rf" exist (?:all |{_N} |other )*(?:body|joiner|{_N}) {_ANY}(?:that-)?(?:join|wish|ready|do|send) ",
    ),
    Rule("joined", True, r" exist (?:other )?joiner "),
    Rule("told", True, r" tell (?:done |see |other |tell )*(?:to |body |office |joiner |know )"),
    Rule("told", True, rf" (?:tell|send) {_ANY}to (?:\w+ )?(?:body|office) "),
    Rule("joined", True, rf" (?:that-)?(?:join|wish) {_ANY}{_N} | {_N} {_ANY}(?:join|wish) "),
    Rule("joined", True, rf" (?:get|send|tell) (?:other )?paper {_ANY}{_N} "),
    Rule("sent", True, r" (?:send|tell) (?:all |other )?(?:paper|act|see) "),
    Rule("joined", True, r" wish | ready (?:\w+ )?(?:join|do) | join (?:\w+ )*?done "),
    Rule("promised", True, rf" will {_ANY}(?:send|tell|paper) "),
    Rule("planned", True, rf" will {_ANY}(?:do|check|know|later) "),
    Rule(
        "joined",
        True,
        rf" do {_ANY}(?:done|all) {_ANY}{_N} | {_N} {_ANY}do {_ANY}(?:done|all) |^ (?:done )+{_N} ",
    ),
    Rule("did", True, rf" do {_ANY}(?:done|all) "),
    Rule("did", False, r" past do | do (?:other )?count "),
    Rule("known", True, r" (?:know|get) "),
    Rule("joined", False, rf" exist body {_ANY}other {_N} "),
    Rule("joined", False, r" join "),
    Rule("sent", False, r" see | send "),
    Rule("told", False, r" tell "),
)
_PATTERNS: Final = tuple((rule, re.compile(rule.pattern)) for rule in _RULES)
_NO_STATEMENT = re.compile(r" (?:to|if|because) ")


class Reading(NamedTuple):
    cue: Cue
    sure: bool


def read(clause: str) -> Reading | None:
    """What the first fitting rule says, `None` if the clause says nothing of the matter."""
    said = words.kinds(clause)
    if _NO_STATEMENT.match(said) or (" ask " in said and " tell " not in said):
        return None
    for rule, pattern in _PATTERNS:
        if pattern.search(said):
            return Reading(rule.cue, rule.sure)
    return None
