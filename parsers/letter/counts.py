"""How many a sentence says: `๓ แห่ง`, `จำนวน 3 (สาม) แห่ง`, `สามแห่ง`.

A number in figures and in words must agree, or it is no number. Says also whether a number is only
the whole from which others are taken (`ทั้งหมด ๑๔๔ แห่ง`).
"""

import re
from dataclasses import dataclass
from typing import Final

from parsers.thai.digits import to_arabic

_ONES: Final = {
    "ศูนย์": 0,
    "หนึ่ง": 1,
    "เอ็ด": 1,
    "สอง": 2,
    "ยี่": 2,
    "สาม": 3,
    "สี่": 4,
    "ห้า": 5,
    "หก": 6,
    "เจ็ด": 7,
    "แปด": 8,
    "เก้า": 9,
}
_POWERS: Final = {"สิบ": 10, "ร้อย": 100, "พัน": 1000}
_NUMERAL = "|".join([*_ONES, *_POWERS])
_UNIT = r"(?:แห่ง(?!พระราช|ประมวล|ระเบียบ|กฎ|รัฐ)|อปท\.?|หน่วยงาน|ศูนย์(?!ราชการ)|ราย(?!ละ|ชื่อ|การ|งาน|ได้|จ่าย|ปี|เดือน)|องค์กร(?!ปกครอง))"
_COUNT = re.compile(
    rf"(?<![0-9,])(?P<figures>[0-9][0-9,]{{0,7}})\s*(?:\(\s*(?P<spelt>(?:{_NUMERAL}){{1,12}})\s*\)\s*)?{_UNIT}"
    rf"|(?P<words>(?:{_NUMERAL}){{1,12}})\s*(?:\(\s*(?P<beside>[0-9]+)\s*\)\s*)?แห่ง"
    # Of ๑๘ จาก ๑๙ แห่ง both are counts.
    r"|(?P<part>[0-9]{1,4})(?=\s*(?:จาก|ใน)(?:จำนวน|ทั้งหมด|\s)*[0-9]+\s*แห่ง)"
    r"|(?P<only>(?<!แม้แต่)แห่งเดียว)(?!กัน)"
)
_WHOLE = re.compile(
    r"(?:(?<!รวม)(?<!รวมเป็น)(?<!รวม )ทั้งสิ้น|ทั้งหมด|จาก(?:เดิม|ที่\S{0,40}|จำนวน|ทั้งหมด|องค์กรปกครองส่วนท้องถิ่น|อปท\.?|หน่วยงาน)?|ในพื้นที่|ในสังกัด|ในเขตจังหวัด|ที่มีอยู่)\s*(?:จำนวน\s*)?[“\"]?$"
)
# People whom an office names for other reasons than that they take part.
_OFFICERS = re.compile(r"(?:ผู้ประสาน|ผู้รับผิดชอบ|กรรมการ|วิทยากร)[ก-๎]*\s*(?:จำนวน\s*)?$")
_NEAR: Final = 40
_TOTAL = re.compile(r"รวม(?:ทั้งสิ้น|ทั้งหมด|เป็น)?\s*(?:จำนวน\s*)?(?P<figures>[0-9][0-9,]*)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """A number at `text[start:end]`; `None` if its figures and words differ. ราย may be people or offices."""

    start: int
    end: int
    number: int | None
    is_whole: bool
    is_of_people: bool


def find(text: str) -> list[Count]:
    """All counts of places or offices in `text`, left to right."""
    folded = to_arabic(text)
    return [
        Count(
            start=match.start(),
            end=match.end(),
            number=_number(match),
            is_of_people=match.group().endswith("ราย"),
            is_whole=bool(_WHOLE.search(folded, max(0, match.start() - _NEAR), match.start())),
        )
        for match in _COUNT.finditer(folded)
        if not _OFFICERS.search(folded, max(0, match.start() - _NEAR), match.start())
    ]


def total(text: str) -> int | None:
    """The last sum (`รวม 7`, `รวมทั้งสิ้น ๗ แห่ง`) in `text`."""
    sums = _TOTAL.findall(to_arabic(text))
    return int(sums[-1].replace(",", "")) if sums else None


def _in_words(words: str) -> int | None:
    """The value of a Thai numeral below ten thousand (`ยี่สิบเอ็ด`); `None` for anything else."""
    sum_, ones = 0, None
    for word in re.findall(_NUMERAL, words):
        if word in _POWERS:
            sum_ += (1 if ones is None else ones) * _POWERS[word]
            ones = None
        else:
            ones = _ONES[word]
    return sum_ + (ones or 0) if re.fullmatch(rf"(?:{_NUMERAL})+", words) else None


def _number(match: re.Match[str]) -> int | None:
    if match["only"]:
        return 1
    figures, words = match["figures"] or match["beside"] or match["part"], match["spelt"] or match["words"]
    said: set[int | None] = {int(figures.replace(",", ""))} if figures else set()
    said |= {_in_words(words)} if words else set()
    return said.pop() if len(said) == 1 else None
