"""Which provinces and districts a text, a letter code, a postal code or an address stands for.

Provinces with their letter codes come from pythainlp's corpus, districts and postal codes from
geothai (data CC BY 4.0, github.com/GeoThai); both are read once, from package files.
Answers are exact or `None`: where a text names two provinces, none is chosen. Many province
names are ordinary words (เลย, ตาก, แพร่), so a bare name never counts, only one in its context.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

import geothai
from pythainlp.corpus import get_corpus_as_is

from parsers.thai.digits import to_arabic

BANGKOK: Final = "กรุงเทพมหานคร"

PROVINCES: Final[tuple[str, ...]] = tuple(province.name_th for province in geothai.provinces())
"""The 77 names, Bangkok among them, in the order of their government codes."""

# The corpus gives Bangkok three letters, its letters are numbered with two (DOMAIN 2.3): both count.
_PROVINCE_OF_CODE: Final[Mapping[str, str]] = MappingProxyType(
    {
        code: name
        for name, code, *_english in (row.split(",") for row in get_corpus_as_is("thailand_provinces_th.csv"))
    }
    | {"กท": BANGKOK}
)
PROVINCE_CODES: Final = frozenset(_PROVINCE_OF_CODE)

_ALIASES: Final = {
    "กรุงเทพมหานคร": BANGKOK,
    "กรุงเทพฯ": BANGKOK,
    "กรุงเทพ": BANGKOK,
    "กทม.": BANGKOK,
    "กทม": BANGKOK,
    "อยุธยา": "พระนครศรีอยุธยา",
    "โคราช": "นครราชสีมา",
    "อุบลฯ": "อุบลราชธานี",
    "อุดรฯ": "อุดรธานี",
    "ประจวบฯ": "ประจวบคีรีขันธ์",
    "สุราษฎร์ฯ": "สุราษฎร์ธานี",
}
_NAMES: Final[Mapping[str, str]] = MappingProxyType({name: name for name in PROVINCES} | _ALIASES)


def _either(names: Mapping[str, str] | frozenset[str]) -> str:
    """An alternation that prefers the longest name."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_SPACE = r"[ \t\u00a0]*"
_NAMED_PROVINCE = re.compile(
    rf"(?:จังหวัด|จ\.|อบจ\.|สถจ\.){_SPACE}({_either(_NAMES)})"
    # เทศบาลเมืองตากใบ lies in นราธิวาส: behind เมือง the name must end where the province's does
    rf"|(?:(?:อำเภอ|อ\.){_SPACE}|เทศบาล)(?:เมือง|นคร)({_either(_NAMES)})(?![ก-๙])"
    rf"|({_either(_NAMES)}){_SPACE}(?=[0-9]{{5}}(?![0-9]))"
    rf"|(?<![ก-๙])({_either(frozenset(PROVINCE_CODES))})\.?{_SPACE}(?=[0-9]{{5}}(?![0-9/]))"
    rf"|({BANGKOK}|กรุงเทพฯ|กทม\.)"
)
_POSTAL_CODE = re.compile(r"(?<![0-9/.\-])[1-9][0-9]{4}(?![0-9/.\-])")
_NAMED_DISTRICT = re.compile(rf"(?:กิ่งอำเภอ|อำเภอ|(?<![ก-๙])อ\.|เขต){_SPACE}([ก-๙]+(?:[-–—.][ก-๙]+)*)")
_HYPHEN = re.compile(r"[-–—.]")

_KIND_OF_DIGIT: Final = {
    "2": "องค์การบริหารส่วนจังหวัด",
    "3": "เทศบาลนคร",
    "4": "เทศบาลเมือง",
    "5": "เทศบาลตำบล",
    "6": "องค์การบริหารส่วนตำบล",
}
_SARABAN = re.compile(r"saraban_0([2-6][0-9]{6})@dla\.go\.th", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Mailbox:
    """Whose central mailbox an address is: the kind of the organisation and where it lies."""

    kind: str
    province: str
    district: str | None


def province_of_code(code: str) -> str | None:
    """The province of a letter code (`ชม`), or `None` for a ministry's or an unknown one."""
    return _PROVINCE_OF_CODE.get(code)


def find_province(text: str) -> str | None:
    """The one province that `text` names in its context (จังหวัด…, อำเภอเมือง…, `ชม ๕๐๓๐๐`).

    `None` if there is none, and also if there are two.
    """
    return _only({_named(match) for match in _NAMED_PROVINCE.finditer(to_arabic(text))})


def province_of_postal_code(text: str) -> str | None:
    """The one province whose postal codes stand in `text`; `None` if none or several."""
    found = {province for code in _POSTAL_CODE.findall(to_arabic(text)) if (province := _posted(code))}
    return _only(found)


def find_district(text: str, *, province: str) -> str | None:
    """The one district of `province` that `text` names (อำเภอ…, อ.…), without the word อำเภอ.

    The capital district may be written without the province: อ.เมือง is เมืองเชียงใหม่.
    """
    names = [match.group(1) for match in _NAMED_DISTRICT.finditer(text)]
    return _only({district for name in names if (district := district_named(name, province=province))})


def district_named(text: str, *, province: str) -> str | None:
    """The district of `province` with which the name `text` begins, the longest first.

    Hyphens make no difference: สุไหงโก-ลก is also written สุไหงโกลก.
    """
    districts = _districts(province)
    if text in ("เมือง", "เมืองฯ"):
        return next((name for name in districts if name == f"เมือง{province}"), None)
    return next((name for name in districts if _solid(text).startswith(_solid(name))), None)


def mailbox_code(address: str) -> str | None:
    """The `TPPDDNN` of the central mailbox `saraban_0TPPDDNN@dla.go.th`, a bare address in any case (DOMAIN 0.3)."""
    match = _SARABAN.fullmatch(address)
    return match[1] if match else None


def mailbox(address: str) -> Mailbox | None:
    """What the code of a central mailbox tells: T kind, PP province, DD district."""
    if not (code := mailbox_code(address)) or not (province := geothai.province(code[1:3])):
        return None
    district = geothai.district(code[1:5])
    return Mailbox(
        kind=_KIND_OF_DIGIT[code[0]],
        province=province.name_th,
        district=district.name_th if district else None,
    )


def _solid(name: str) -> str:
    return _HYPHEN.sub("", name)


@cache
def _districts(province: str) -> tuple[str, ...]:
    code = next((area.code for area in geothai.provinces() if area.name_th == province), "")
    names = (area.name_th.removeprefix("เขต") for area in geothai.districts(code))
    return tuple(sorted(names, key=len, reverse=True))


@cache
def _posted(code: str) -> str | None:
    """A few codes serve two provinces; they say nothing."""
    codes = {area.province_code for area in geothai.by_postal_code(code)}
    area = geothai.province(codes.pop()) if len(codes) == 1 else None
    return area.name_th if area else None


def _named(match: re.Match[str]) -> str:
    labelled, capital, before_post, code, bangkok = match.groups()
    if code:
        return _PROVINCE_OF_CODE[code]
    return _NAMES[labelled or capital or before_post or bangkok]


def _only(found: set[str]) -> str | None:
    return found.pop() if len(found) == 1 else None
