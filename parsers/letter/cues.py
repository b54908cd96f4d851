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
    "except",  # the others do not
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
    "counted",  # so many, of what is not told
]


class Rule(NamedTuple):
    """`sure`: whether the words alone leave no doubt."""

    cue: Cue
    sure: bool
    pattern: str


_N = "(?:count|whole)"
_ANY = r"(?:[\w-]+ )*?"
_NO = "(?:not|notyet)"
_VERB = "(?:that-)?(?:join|wish|ready)"
# No word in the clause that would make it one of passing on, of knowing, of looking, of what is to come.
_PLAIN = r"^(?!.* (?:tell|know|check|will|not|get) ).* "

_RULES: Final[tuple[Rule, ...]] = (
    Rule("asked", True, r" question | not exist see "),  # ขอหารือ; ไม่พบสิ่งที่ส่งมาด้วย
    Rule("joined", True, rf" amend {_ANY}{_N} "),  # ขอแก้ไข … เป็น ๔ แห่ง
    Rule("refused", True, rf" {_NO} (?:able )?(?:join|wish|ready) {_ANY}rest {_ANY}not "),  # ทั้งเขาและแห่งอื่น
    Rule("except", True, rf" (?:rest|left) {_ANY}not "),  # นอกนั้นไม่ประสงค์
    Rule("joined", True, rf" not exist (?:body |any |joiner |other )+(?:that-)?{_NO} (?!$)"),  # ไม่มีแห่งใดที่ไม่
    Rule(
        "agreed",
        True,
        r" (?:not|lack) (?:exist |any |body |office |department |other ){0,5}(?:objection|refuse) ",
    ),
    Rule("returned", True, r" return "),
    Rule("partly", True, r" (?:do|send|done) (?:\w+ ){0,3}some "),  # ดำเนินการได้บางส่วน
    Rule("none", True, r" (?:zero|lack) "),
    Rule("rest", True, rf" (?:rest|left) {_ANY}(?:that-)?(?:will|notyet|ongoing|delay|expect) | expect "),
    Rule("pending", True, r" (?:delay|ongoing) | notyet (?!exist |ready |join |wish )"),
    Rule("none", True, rf" {_NO} (?:exist |get )+(?:any |all |other |means )?(?:body|joiner|act) "),
    Rule("none", True, rf" {_NO} act | not get (?:any )?paper | {_NO} (?:exist )+(?:any |$)"),
    Rule("none", True, rf" {_NO} (?:exist |get )+(?!means ){_ANY}{_VERB} "),  # ไม่มีเทศบาลใน…สมัคร
    Rule("none", False, r" not exist (?!means|wish|ready|objection|done)\w+ "),  # ไม่มีเหตุการณ์ดังกล่าว
    Rule("refused", True, rf" {_NO} (?:exist )?(?:able )?(?:join|wish|ready) "),
    Rule("refused", True, r" refuse | not (?:exist )?able (?:to )?(?:do|send|join) "),
    Rule(
        "refused",
        False,
        r"^ (?:\w+ )?objection | not (?:send|do|assent) | not exist means (?:\w+ )*?(?:join|do|send) ",
    ),
    Rule(
        "joined",
        True,
        rf" exist (?:all |{_N} |other )*(?:body|joiner|{_N}) {_ANY}(?:{_VERB}|that-do|that-send) ",
    ),
    Rule(
        "joined", True, rf" exist (?:other )?body {_ANY}(?:that-\w+|send|do) {_ANY}{_N} "
    ),  # มี อปท. ที่ส่ง … ๕ แห่ง
    Rule("joined", True, r" exist (?:other )?joiner "),
    Rule("told", True, r" tell (?:done |see |other |tell )*(?:to |body |office |joiner |know )"),
    Rule("told", True, rf" (?:tell|send) {_ANY}to (?:\w+ )?(?:body|office) "),  # ส่งแบบให้ อปท. กรอก
    Rule("joined", True, rf" {_VERB} {_ANY}{_N} | {_N} {_ANY}(?:join|wish) "),
    Rule("promised", True, rf" will {_ANY}(?:send|tell|paper) "),  # จะรายงานให้ทราบ
    Rule("joined", True, rf" (?:get|send|tell) (?:other )?paper {_ANY}{_N} "),  # ส่งใบสมัคร ๓ แห่ง
    Rule("sent", True, r" (?:send|tell) (?:all |other )?(?:paper|act|see) "),
    Rule("joined", True, r" wish | ready (?:\w+ )?(?:join|do) | join (?:\w+ )*?done "),
    Rule("planned", True, rf" will {_ANY}(?:do|check|know|later) "),
    Rule(
        "joined",
        True,
        rf" do {_ANY}(?:done|all) {_ANY}{_N} | {_N} {_ANY}do {_ANY}(?:done|all) |^ (?:done )+{_N} ",
    ),
    Rule("did", True, rf" do {_ANY}(?:done|all) "),
    # Whatever it is that the organisations, or all of them, have done.
    Rule("joined", True, rf"{_PLAIN}(?:all|body) {_ANY}done {_ANY}{_N} "),
    Rule("did", True, rf"{_PLAIN}(?:all|body) {_ANY}done "),
    Rule("did", False, rf" past do | do (?:other )?count |{_PLAIN}(?:all|body) {_ANY}past {_ANY}all "),
    Rule("agreed", True, r" assent "),
    Rule("known", True, r" know "),
    Rule("joined", False, rf" get {_ANY}body {_ANY}count |^ (?:other )?exist count "),
    Rule("joined", False, rf" exist (?:body|other) {_ANY}other {_N} | join "),
    Rule("sent", False, r" see | send "),
    Rule("told", False, r" tell "),
    Rule("rest", False, r"^ left (?:other )?count "),  # คงเหลือ ๓๑ แห่ง
    Rule("counted", False, rf" body {_ANY}count "),  # เกิดขึ้นในเขตเทศบาล … รวม ๓ แห่ง
)
_PATTERNS: Final = tuple((rule, re.compile(rule.pattern)) for rule in _RULES)
# What is asked of the reader, in this clause, or said to be so for others, states nothing.
_ASKING = re.compile(r" ask .*")
_EVEN_AS_REASON: Final = frozenset({"none", "returned"})
_NO_STATEMENT = re.compile(r" (?:to|if|because|though|department) ")


class Reading(NamedTuple):
    cue: Cue
    sure: bool


def read(clause: str) -> Reading | None:
    """What the first fitting rule says, `None` if the clause says nothing of the matter."""
    said = _ASKING.sub(" ", words.kinds(clause))
    for rule, pattern in _PATTERNS:
        if pattern.search(said) and (rule.cue in _EVEN_AS_REASON or not _NO_STATEMENT.match(said)):
            return Reading(rule.cue, rule.sure)
    return None
