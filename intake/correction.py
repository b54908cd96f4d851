"""What a letter is to those that its agency sent before: a copy, a correction, or another letter. Pure.

Corrections say so in the phrases of offices (DOMAIN 4: ขอแก้ไข, แทนฉบับเดิม, ขอยกเลิกหนังสือ). `แก้ไข` alone says nothing:
circulars ask offices to mend all kinds of things, and replies repeat their subjects.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from intake.reasons import Reason, because
from parsers.model import Letter
from parsers.thai import reference
from storage.campaigns import OpenCampaign

_THING = "หนังสือ|ข้อมูล|รายชื่อ|รายละเอียด|รายงาน|จำนวน|ตัวเลข|ข้อความ|เอกสาร|บัญชี|แบบตอบรับ|แบบรายงาน|คำผิด|ผลการ"
_MENDS = re.compile(
    rf"ขอ(?:แจ้ง|ส่ง)?แก้ไข(?:เพิ่มเติม)?(?:{_THING})"
    rf"|(?:{_THING}).{{0,30}}(?:ฉบับแก้ไข|ที่แก้ไขแล้ว|\(แก้ไข\))"
)
"""In a subject it is what the letter does; in a text it may be what somebody else does."""

_REPLACES = re.compile(
    r"แทน(?:หนังสือ)?ฉบับเดิม|แทนฉบับที่(?:ได้)?ส่ง|ใช้ฉบับนี้แทน"
    r"|ขอยกเลิกหนังสือ|ยกเลิกหนังสือ.{0,80}(?:และ|โดย)(?:ให้)?ใช้"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Earlier:
    """A letter of the same agency that stands filed. `identity` is that of `storage.letters`."""

    filing: int
    campaign: int
    register: str
    identity: str
    reference_key: str
    dated: str
    corrects: bool
    """Whether it says itself that it corrects another."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """One of `copy_of` and `supersedes`, or neither. `doubts` keep it from being filed by itself."""

    copy_of: Earlier | None = None
    supersedes: Earlier | None = None
    evidence: tuple[Reason, ...] = ()
    doubts: tuple[Reason, ...] = ()


def relation(
    letter: Letter,
    text: str,
    *,
    identity: str | None,
    campaign: OpenCampaign,
    earlier: Sequence[Earlier],
) -> Relation:
    """What `letter`, whose document has this `text`, is to the `earlier` ones, given that it answers
    `campaign`."""
    subject = (letter.subject.value if letter.subject else None) or ""
    same = next((one for one in earlier if identity and one.identity == identity), None)
    # Replies repeat the subject of their circular, which may itself speak of corrections.
    says = is_said(subject, text) and not is_said(campaign.subject, "")
    if same and (same.corrects or not says):
        return Relation(copy_of=same)
    meant = _meant(letter, subject, text, same, [one for one in earlier if one.campaign == campaign.id])
    if not says or not meant:
        return Relation()
    if len(meant) == 1:
        [one] = meant
        return Relation(supersedes=one, evidence=(because("supersedes", register=one.register),))
    several = ", ".join(one.register for one in meant)
    return Relation(doubts=(because("corrects-which", registers=several),))


def is_said(subject: str, text: str) -> bool:
    """Whether a letter may say, here or there, that it corrects or replaces another."""
    return _is_plain(subject, text) or _MENDS.search(_tight(text)) is not None


def _is_plain(subject: str, text: str) -> bool:
    """Whether it says so of itself, without doubt."""
    return bool(_MENDS.search(_tight(subject)) or _REPLACES.search(_tight(f"{subject}\n{text}")))


def _tight(text: str) -> str:
    """Without the blanks and line ends that writers and readers put between words."""
    return "".join(text.split())


def cited(letter: Letter, earlier: Iterable[Earlier]) -> tuple[Earlier, ...]:
    """Those of `earlier` that the letter cites by number and date."""
    keys = {(number.key, cite.dated) for cite in letter.cites if (number := _number(cite.reference_number))}
    return tuple(one for one in earlier if (one.reference_key, one.dated) in keys)


def _meant(
    letter: Letter, subject: str, text: str, same: Earlier | None, here: Sequence[Earlier]
) -> Sequence[Earlier]:
    """Which of the letters filed for its campaign a correction may mean: one is certain, several are not.

    Its own number and date again, or what it cites; only if it is plain that it corrects one, any.
    """
    if same and same in here:
        return [same]
    return cited(letter, here) or (here if _is_plain(subject, text) else ())


def _number(written: str | None) -> reference.Reference | None:
    return reference.parse(written or "")
