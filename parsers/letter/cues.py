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
    """`sure`: whether these words in this order leave no doubt, whatever else the clause says."""

    cue: Cue
    sure: bool
    pattern: re.Pattern[str]


def _sure(cue: Cue, *patterns: str) -> Rule:
    return Rule(cue, True, re.compile("|".join(patterns)))


def _likely(cue: Cue, *patterns: str) -> Rule:
    return Rule(cue, False, re.compile("|".join(patterns)))


_N = "(?:count|whole)"
_ANY = r"(?:[\w-]+ )*?"
_NO = "(?:not|notyet)"
_VERB = "(?:that-)?(?:join|wish|ready)"
_WHO_OR_WHAT = "(?:exist |any |body |office |department |other ){0,5}"
# What wishing must be followed by, to be a wish to take part and not one for something else.
_TO_DO_SO = r"(?:join|act|do|send|body|any|all|done|count|whole|see|$)"
# No word in the clause that would make it one of passing on, of knowing, of looking, of what is to come.
_PLAIN = r"^(?!.* (?:tell|know|check|will|not|get) ).* "

_RULES: Final[tuple[Rule, ...]] = (
    _sure("asked", r" question ", r" not exist see "),  # ขอหารือ; ไม่พบสิ่งที่ส่งมาด้วย
    _sure("joined", rf" amend {_ANY}{_N} "),  # ขอแก้ไข … เป็น ๔ แห่ง
    _sure("joined", r" left (?:other )?count that-(?:send|join|wish) "),  # คงเหลือ ๓ แห่งที่เสนอมา
    _sure("refused", rf" {_NO} (?:able )?(?:join|wish|ready) {_ANY}rest {_ANY}not "),  # เขาไม่ แห่งอื่นก็ไม่
    _sure("except", rf" (?:rest|left|butfor) {_ANY}(?:that-)?not "),  # นอกนั้นไม่ประสงค์
    _sure("joined", rf" not exist (?:body |any |joiner |other )+(?:that-)?{_NO} (?!$)"),  # ไม่มีแห่งใดที่ไม่
    _sure("agreed", rf" (?:not|lack) {_WHO_OR_WHAT}(?:objection|refuse) "),
    _sure("returned", r" return "),
    _sure("partly", r" (?:do|send|done) (?:\w+ ){0,3}some "),  # ดำเนินการได้บางส่วน
    _likely("partly", r"^(?!.* (?:count|whole) ).* do (?:done |other )*share "),  # ดำเนินการแล้วร้อยละ ๖๐
    _sure("none", r" (?:zero|lack) "),
    _sure(
        "rest", rf" (?:rest|left|butfor) {_ANY}(?:that-)?(?:will|notyet|ongoing|delay|expect) ", r" expect "
    ),
    _likely("pending", r" not able (?:to )?send "),  # ไม่สามารถส่งได้ทันกำหนด
    _sure("pending", r" (?:delay|ongoing) ", r" notyet (?!exist |ready |join |wish )"),
    _sure(
        "none",
        rf" {_NO} (?:exist |get )+(?:any |all |other |means )?(?:body|joiner|act) ",  # ไม่มีเทศบาล
        rf" {_NO} (?:exist )+(?:any |$)",  # ไม่มีแห่งใด; “ไม่มี”
        rf" {_NO} (?:exist |get )+(?!means ){_ANY}{_VERB} ",  # ไม่มีโครงการที่สมัคร
        rf" {_NO} act | not get (?:any )?paper ",  # ไม่ได้รับการสมัคร
    ),
    _sure(
        "refused",
        rf" {_NO} (?:exist )?(?:able )?(?:join|ready|wish {_TO_DO_SO})",
        r" refuse | not (?:exist )?able (?:to )?(?:do|join) ",
    ),
    _likely(
        "refused",
        r"^ (?:\w+ )?objection ",  # ขัดข้อง
        rf" not (?:send|do|assent|other {_N}) | {_NO} wish ",
        rf" {_NO} exist means (?:\w+ )*?(?:join|do|send) ",  # ไม่มีความจำเป็นต้องสมัคร
    ),
    _sure("agreed", r" assent "),
    _likely("none", r" not (?:exist|get) (?!means|wish|ready|objection|done)\w+ "),  # ไม่มีเหตุการณ์ดังกล่าว
    _sure(
        "joined",
        rf" exist (?:all |{_N} |other )*(?:body|joiner|{_N}) {_ANY}(?:{_VERB}|that-do|that-send) ",
        rf" exist (?:other )?body {_ANY}(?:that-\w+|send|do) {_ANY}{_N} ",  # มี อปท. ที่ส่ง … ๕ แห่ง
        r" exist (?:other )?joiner ",
    ),
    _likely("rest", rf" exist {_ANY}that-notyet "),  # ยังมีอีกหลายแห่งที่ยังไม่ส่ง
    _sure(
        "told",
        r"(?<!not) tell (?:done |see |other |tell )*(?:to |body |office |joiner |know |observe )",
        rf"(?<!not) (?:tell|send) {_ANY}to (?:\w+ )?(?:body|office) ",  # ส่งแบบให้ อปท. กรอก
    ),
    _sure("joined", rf" namely {_ANY}body "),  # ประเภทที่ ๒ ได้แก่ เทศบาล…
    _likely("told", r"^ (?:past )?(?:other )?to (?:body|office) "),  # ได้กำหนดให้ อปท. รายงาน
    _sure("joined", rf" {_VERB} {_ANY}{_N} ", rf" {_N} {_ANY}(?:join|wish) "),
    _likely("promised", rf" will {_ANY}(?:send|tell|paper) "),  # จะรายงานให้ทราบ
    _sure("joined", rf" (?:get|send|tell|know) (?:other )?paper {_ANY}{_N} "),  # ส่งใบสมัคร, ได้รับแจ้งรายชื่อ ๓ แห่ง
    _sure("sent", r" (?:send|tell) (?:all |other )?(?:paper|act|see) "),
    _sure("joined", rf" wish {_TO_DO_SO}", r" ready (?:\w+ )?join ", r" join (?:\w+ )*?done "),
    _sure("planned", rf" will {_ANY}(?:do|check|know|later) ", r" ready (?:other )?do "),
    _sure(
        "joined",
        rf" do {_ANY}(?:done|all) {_ANY}{_N} ",
        rf" {_N} {_ANY}do {_ANY}(?:done|all) ",
        rf"^ (?:done )+{_N} ",
        rf"{_PLAIN}(?:all|body) {_ANY}done {_ANY}{_N} ",  # whatever it is that they have done
    ),
    _sure("did", rf" do {_ANY}(?:done|all) ", rf"{_PLAIN}(?:all|body) {_ANY}done "),
    _likely(
        "did",
        r" past do | right ",
        rf"{_PLAIN}(?:all|body) {_ANY}past {_ANY}all | body all exist ",  # ทุกแห่งมี
    ),
    _likely("did", r" past observe "),  # ได้ถือปฏิบัติมาโดยตลอด
    _sure("known", r" (?:know|observe) "),
    _likely(
        "joined",
        rf"^(?!.* all ).* get {_ANY}body {_ANY}count |^ (?:other )?exist count | do (?:other )?count",  # ได้รับรายงานจาก … รวม ๒ แห่ง
        rf" exist (?:body|other) {_ANY}other {_N} | (?:join|wish) ",
    ),
    _likely("sent", r" see | send "),
    _likely("told", r"(?<!not) tell "),
    _likely("rest", r"^ left (?:other )?count | butfor "),  # คงเหลือ ๓๑ แห่ง; ยกเว้น …
    _likely("counted", rf" body {_ANY}count "),  # เกิดขึ้นในเขตเทศบาล … รวม ๓ แห่ง
)
# What is asked of the reader, in this clause, or said to be so for others, states nothing.
_ASKING = re.compile(r" ask .*")
_EVEN_AS_REASON: Final = frozenset({"none", "returned"})
_NO_STATEMENT = re.compile(r" (?:to|if|because|though|department) ")


# More than any clause has: what runs on without an end is no sentence, and the rules would take long over it.
_MOST_WORDS: Final = 80
# Words by which somebody does, is or has something.
_DEED = re.compile(r" (?:that-)?(?:join|wish|send|tell|do|get|not|notyet|ongoing|will|exist|refuse) ")


class Reading(NamedTuple):
    cue: Cue
    sure: bool


def read(clause: str) -> Reading | None:
    """What the first fitting rule says, `None` if the clause says nothing of the matter."""
    said = _said(clause)
    for rule in _RULES:
        if rule.pattern.search(said) and (rule.cue in _EVEN_AS_REASON or not _NO_STATEMENT.match(said)):
            return Reading(rule.cue, rule.sure)
    return None


def is_open(clause: str) -> bool:
    """Whether `clause` says that somebody does something, and no rule tells what that means."""
    said = _said(clause)
    return not read(clause) and not _NO_STATEMENT.match(said) and bool(_DEED.search(said))


def _said(clause: str) -> str:
    kinds = words.kinds(clause).split()[:_MOST_WORDS]
    return _ASKING.sub(" ", f" {' '.join(kinds)} " if kinds else " ")
