"""How many organisations a reply says have done it, and which.

From the sentences that say so and from the tables of the letter. Gives no number on which figures and
words or several sentences disagree, and says whether text and table agree.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from parsers.letter import counts, organisations, owner, sums, ticks, words
from parsers.letter.counts import Count
from parsers.letter.statements import Sentence
from parsers.letter.zones import Zones
from parsers.model import Letter, Organisation
from parsers.thai import places

LOCAL = re.compile(r"(?:สำนักงาน|ที่ทำการ|ศาลาว่าการ)?\s?(?:เทศบาล|องค์การบริหาร|อบ[ตจ]|ท[นตม]\.|เมืองพัทยา)")
"""An agency that is itself a local administrative organisation."""
AFFIRMED: Final = frozenset({"joined", "did", "agreed", "sent", "partly", "counted"})
"""The cues of sentences that say who does it."""
_AMONG = re.compile(
    r" (?:other )*body (?:all |other )*(?:count|whole) (?:past )?(?:tell |other )?(?:do|join|wish|send|get) (?:\w+ )*(?:count|whole) "
)
_REFUSES = re.compile(
    r"ไม่(?:ได้)?(?:มี)?(?:ประสงค์|สมัคร|มี|เข้าร่วม|ส่ง|ขอ|รับ|ผ่าน|ดำเนินการ|พร้อม|สนใจ|ต้องการ|ความ)|สละสิทธิ์"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """`agrees`: whether text, table and names, as far as they are there, give the same number."""

    count: int | None = None
    organisations: tuple[Organisation, ...] = ()
    agrees: bool = True


def take(sentences: Sequence[Sentence], zones: Zones, letter: Letter) -> Tally:
    """The tally of a reply that says yes, wholly or in part."""
    count, agrees = _count(sentences, zones, letter)
    organisations = _named(sentences, zones, letter, count)
    if count is not None and organisations:
        agrees = agrees and len(organisations) in (1, count)
    return Tally(count=count, organisations=organisations, agrees=agrees)


def nought(sentences: Sequence[Sentence]) -> int | None:
    """0 where a nil return says so (`จำนวน ๐ แห่ง`); a plain no says no number."""
    said = [count.number for one in sentences for count in counts.find(one.passage.text)]
    return 0 if 0 in said else None


def _count(sentences: Sequence[Sentence], zones: Zones, letter: Letter) -> tuple[int | None, bool]:
    """The number that applied, and whether all that is written of it agrees."""
    said = _said(sentences, is_local=bool(LOCAL.match(letter.agency.raw if letter.agency else "")))
    parts = [count for count in said if not count.is_whole] or (said if len(said) == 1 else [])
    table = sums.of((*zones.body, *zones.attached))
    if not parts:
        return table, True
    number = _one_of([part.number for part in parts], sentences)
    return number, number is not None and table in (None, number)


def _said(sentences: Sequence[Sentence], *, is_local: bool) -> list[Count]:
    """The numbers of those that are left in the end, else in the sentences that say it plainly, else in all."""
    affirmed = [one for one in sentences if one.sense in AFFIRMED]
    plainly = [one for one in affirmed if one.sense != "counted" and (one.sure or not one.cue)]
    left = [one for one in plainly if " left " in words.kinds(one.passage.text)]
    found = (
        [count for one in some for count in _counts(one.passage.text, is_local=is_local)]
        for some in (left, plainly, affirmed)
    )
    said = next((said for said in found if said), [])
    return [one for one in said if not one.is_of_people] or said


def _counts(text: str, *, is_local: bool) -> list[Count]:
    """The numbers of a sentence, without that of all those among whom some did it (`๑๐๐ แห่ง ดำเนินการแล้ว ๙๕ แห่ง`).

    An organisation that speaks for itself counts its people in ราย.
    """
    found = counts.find(text)
    if len(found) > 1 and _AMONG.match(words.kinds(text)):
        found = found[1:]
    return [one for one in found if not (is_local and one.is_of_people)]


def _one_of(numbers: Sequence[int | None], sentences: Sequence[Sentence]) -> int | None:
    """The one number, the one that the others add up to, or the sum that is written."""
    known = [number for number in numbers if number is not None]
    if len(known) != len(numbers):
        return None
    if len(set(known)) == 1 or sum(known[1:]) == known[0]:
        return known[0]
    written = counts.total(" ".join(one.passage.text for one in sentences if one.sense in AFFIRMED))
    return written if written in known or written == sum(known) else None


def _named(
    sentences: Sequence[Sentence], zones: Zones, letter: Letter, count: int | None
) -> tuple[Organisation, ...]:
    """Those of the affirmative sentences, and of attached lists if they are more; else the sender, if it is one."""
    province = letter.province.value if letter.province else None
    told = "\n".join(one.passage.text for one in sentences if one.sense in AFFIRMED)
    named = organisations.find(told, province=province)
    if count is None or len(named) != count:
        listed = [row.text for row in ticks.affirmed(zones.attached) if not _REFUSES.search(row.text)]
        named = organisations.find("\n".join([told, *listed]), province=province)
    sender = _sender(zones, letter, province)
    if not named:
        return (sender,) if sender else ()
    return tuple(sender if sender and one.name == sender.name else one for one in named)


def _sender(zones: Zones, letter: Letter, province: str | None) -> Organisation | None:
    """The organisation that the letter comes from, with the district of its letterhead."""
    agency = letter.agency.raw if letter.agency else ""
    if not LOCAL.match(agency) or not (named := organisations.find(agency, province=province)):
        return None
    district = places.find_district(owner.letterhead(zones), province=province) if province else None
    return replace(named[0], district=named[0].district or district)
