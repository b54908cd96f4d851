"""Which reference numbers (ที่) a text holds.

Grammar of ระเบียบงานสารบรรณ ข้อ 11.1: two letters, the owner's digits, a slash, the outgoing number,
with ว before it in the circulars' own series (`มท ๐๘๑๐.๗/ว ๒๐๐`). Tolerant of what clerks and
readers do to that form (DOMAIN 2.1), strict on the letters: they must be those of a province, a
ministry or an agency, because licence plates have the same shape. Phones, dates, receipt numbers
and numbers of orders have no such letters or no slash.
"""

import re
from dataclasses import dataclass
from typing import Final

from parsers.thai.dates import MONTH_PATTERN
from parsers.thai.digits import to_arabic
from parsers.thai.places import PROVINCE_CODES

_MINISTRIES: Final = "นร กห กค กต กก พม กษ คค ทส ทก ดศ พน พณ มท ยธ รง วธ วท ศธ สธ อก อว"
_AGENCIES: Final = "ตช ตผ ปช ปป ปง ผผ ลต สม อส ศย ศป ศร สผ สว พศ"
MINISTRY_CODES: Final = frozenset(f"{_MINISTRIES} {_AGENCIES}".split())
"""Letters of ministries and central agencies (DOMAIN 2.2); none is also a province's."""

CODES: Final = PROVINCE_CODES | MINISTRY_CODES

_GAP = r"[ \t\u00a0\u200b]*"
_WRAP = r"[ \t\u00a0\u200b]*\n?[ \t\u00a0\u200b]*"
_MARKS = r"(?:ด่วนที่สุด|ด่วนมาก|ด่วน|ลับที่สุด|ลับมาก|ลับ)"
# O for 0 is a typist's or a reader's slip; it counts only among digits.
_FIGURE = r"[0-9Oo]"
_SHAPE = re.compile(
    # The letters stand free or stick to one of the words that come before a number.
    rf"(?:(?<=ที่)|(?<=ที)|(?<=สือ)|(?<=สุด)|(?<=มาก)|(?<=ด่วน)|(?<=ลับ)|(?<![ก-๎]))"
    rf"(?P<code>กทม|[ก-ฮ]{{2}})(?P<committee>{_GAP}\([ก-ฮ.]{{2,8}}\))?"
    rf"{_GAP}\.?{_WRAP}(?:{_MARKS}{_GAP})?"
    rf"(?P<owner>[0-9Oo]{_FIGURE}{{1,4}}(?:{_GAP}[.,·]{_GAP}{_FIGURE}{{1,3}}){{0,3}})"
    rf"{_GAP}(?P<slash>[/\\／⁄–—-]){_GAP}"
    rf"(?:(?P<circular>ว){_GAP}\.?{_GAP})?"
    rf"(?P<number>{_FIGURE}{{1,6}}(?!{_FIGURE})(?!\s*(?:{MONTH_PATTERN}))(?!{_GAP}[/.\-]{_FIGURE}))?"
)
_WRAPPED_NUMBER = re.compile(
    rf"{_GAP}\n{_GAP}(?:(?P<circular>ว){_GAP}\.?{_GAP})?(?P<number>{_FIGURE}{{1,6}})"
    rf"(?={_GAP}(?:$|\n|ลง|ลว|[,;)]))"
)
_PHONE_BEFORE = re.compile(r"(?:โทร|โทรศัพท์|โทรสาร|แฟกซ์|ภายใน|fax)[.: \t\u00a0]*$", re.IGNORECASE)
# In so many characters before a number its label would stand.
_PHONE_LABEL: Final = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """One number, in Arabic digits: `code` letters, `owner` like `0810.7`, `running` as written.

    `circular` says that the number is of the series ว: `/ว 200` and `/200` are two letters.
    """

    code: str
    owner: str
    circular: bool
    running: str

    @property
    def number(self) -> int:
        return int(self.running)

    @property
    def value(self) -> str:
        """The contract's spelling: `มท 0810.7/ว 200`, `อก 0905/0007`."""
        return f"{self.code} {self.owner}/{'ว ' if self.circular else ''}{self.running}"

    @property
    def key(self) -> str:
        """Equal for two spellings of one number: `มท|0810.7|ว|200`."""
        code = "กท" if self.code == "กทม" else self.code
        return f"{code}|{self.owner}|{'ว' if self.circular else ''}|{self.number}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A reference at `text[start:end]`; `reference` is `None` where its number was left blank."""

    start: int
    end: int
    raw: str
    reference: Reference | None


def find(text: str) -> list[Found]:
    """All references of `text` from left to right, wrapped ones too."""
    folded = to_arabic(text)
    found = (_found(text, folded, match) for match in _SHAPE.finditer(folded))
    return [one for one in found if one]


def parse(text: str) -> Reference | None:
    """The one reference in `text`; `None` if there is none, a blank one, or several."""
    found = find(text)
    return found[0].reference if len(found) == 1 else None


def _found(text: str, folded: str, match: re.Match[str]) -> Found | None:
    if not _plausible(folded, match):
        return None
    end, circular, running = match.end(), match["circular"], match["number"]
    if not running and (wrapped := _WRAPPED_NUMBER.match(folded, end)):
        end, circular, running = wrapped.end(), circular or wrapped["circular"], wrapped["number"]
    if not running and re.match(rf"{_GAP}[0-9]", folded[end:]) and not circular:
        return None
    raw = text[match.start() : end].rstrip()
    reference = _reference(match, circular=bool(circular), running=running) if running else None
    return Found(start=match.start(), end=match.start() + len(raw), raw=raw, reference=reference)


def _plausible(folded: str, match: re.Match[str]) -> bool:
    code, owner, slash = match["code"], match["owner"], match["slash"]
    if code not in CODES or _PHONE_BEFORE.search(folded, max(0, match.start() - _PHONE_LABEL), match.start()):
        return False
    # Provinces number their offices with four or five digits; shorter is a licence plate or a date.
    if code in PROVINCE_CODES and len(re.split(r"[^0-9Oo]", owner)[0]) < 4:
        return False
    # มท. ๕๐๑๙๑-๒ is two telephones: a dash stands for the slash only where the rest leaves no doubt.
    return slash in "/\\／⁄" or bool(match["circular"]) or not owner.isalnum()


def _reference(match: re.Match[str], *, circular: bool, running: str) -> Reference:
    committee = re.sub(r"\s", "", match["committee"] or "")
    return Reference(
        code=match["code"] + committee,
        owner=re.sub(r"[,·]", ".", re.sub(r"\s", "", _zeros(match["owner"]))),
        circular=circular,
        running=_zeros(running),
    )


def _zeros(figures: str) -> str:
    return figures.replace("O", "0").replace("o", "0")
