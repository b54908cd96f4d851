"""Days and numbers that are not as they should be: left blank, in other calendars' words, of the wrong year."""

from dataclasses import replace
from typing import Any

from tests.letters.circular import CIRCULAR_REFERENCE, TO_CIRCULAR
from tests.letters.compose import Answer, Cite, Date, Letter, Reference
from tests.letters.matters import CARERS, ROADS
from tests.letters.provinces import KNOWN, TO_KNOW, governor, local_office, reply

_FEBRUARY = Date(day=27, month=2, year=2562)


def _dated(name: str, province: str, number: int, dated: Date | None, **changes: Any) -> Letter:
    usual = reply(
        province,
        number,
        _FEBRUARY,
        (KNOWN, f"จังหวัด{province}ได้แจ้งองค์กรปกครองส่วนท้องถิ่นทุกแห่งทราบเรียบร้อยแล้ว", TO_KNOW),
        Answer(outcome="acknowledged"),
        name=name,
        signer=governor(province, "นายเกียรติศักดิ์ ตรงศิริ"),
        contact=local_office("โทร. ๐ ๓๔๕๑ ๑๐๙๐", phones=("0 3451 1090",)),
    )
    return replace(usual, dated=dated, **changes)


SLASHES = _dated("kanchanaburi-slashes", "กาญจนบุรี", 1301, replace(_FEBRUARY, written="๒๗/๒/๒๕๖๒"))
SHORT_MONTH = _dated("sakonnakhon-short-month", "สกลนคร", 2099, replace(_FEBRUARY, written="๒๗ ก.พ. ๖๒"))
IN_FULL = _dated(
    "nakhonphanom-in-full",
    "นครพนม",
    1188,
    replace(_FEBRUARY, written="วันที่ ๒๗ เดือนกุมภาพันธ์ พุทธศักราช ๒๕๖๒"),
)
MISSPELT = _dated(
    "chiangmai-misspelt-month",
    "เชียงใหม่",
    6120,
    Date(day=1, month=7, year=2562, written="๑ กรกฏาคม ๒๕๖๒"),
)
DOTS_FOR_THE_DAY = _dated(
    "ubon-dots-for-the-day",
    "อุบลราชธานี",
    3380,
    Date(day=None, month=2, year=2562, written="........ กุมภาพันธ์ ๒๕๖๒"),
)
NO_DAY_NO_NUMBER = _dated(
    "buriram-no-day-no-number",
    "บุรีรัมย์",
    0,
    Date(day=None, month=2, year=2562),
    reference=None,
    stamps=(("เลขรับ ๔๔๑๒/๒๕๖๒", "วันที่ ๒๘ ก.พ. ๒๕๖๒", "เวลา ๑๔.๒๐"),),
)
LAST_YEARS_HABIT = _dated(
    "samutsongkhram-last-years-habit",
    "สมุทรสงคราม",
    21,
    Date(day=4, month=1, year=2566),
    subject=ROADS.subject,
    cites=(replace(ROADS.cite, dated=Date(day=30, month=8, year=2565)),),
)
WRONG_YEAR_CITED = _dated(
    "angthong-wrong-year-cited",
    "อ่างทอง",
    760,
    Date(day=22, month=11, year=2566),
    subject=CARERS.subject,
    cites=(replace(CARERS.cite, dated=Date(day=9, month=11, year=2565)),),
    body=(
        "ตามหนังสือที่อ้างถึง แจ้งโครงการฝึกอบรม นั้น",
        "จังหวัดอ่างทองรับทราบ และแจ้งองค์กรปกครองส่วนท้องถิ่นแล้ว",
        TO_KNOW,
    ),
)
SWAPPED = _dated(
    "lopburi-swapped-owner",
    "ลพบุรี",
    1401,
    _FEBRUARY,
    cites=(replace(TO_CIRCULAR, reference=replace(CIRCULAR_REFERENCE, owner="0817.0")),),
)
THE_MONTH_AFTER = _dated(
    "chainat-the-month-after",
    "ชัยนาท",
    830,
    _FEBRUARY,
    cites=(replace(TO_CIRCULAR, dated=Date(day=15, month=3, year=2562)),),
)
A_PROVINCE_OF_THE_SAME_NUMBER = _dated(
    "chaiyaphum-answers-its-neighbour",
    "ชัยภูมิ",
    1512,
    _FEBRUARY,
    cites=(
        Cite(
            reference=Reference(code="นม", owner="0023.3", number=200, circular=True),
            dated=Date(day=15, month=2, year=2562),
            agency="จังหวัดนครราชสีมา",
        ),
    ),
    addressee="ผู้ว่าราชการจังหวัดนครราชสีมา",
)

LETTERS: tuple[Letter, ...] = (
    SLASHES,
    SHORT_MONTH,
    IN_FULL,
    MISSPELT,
    DOTS_FOR_THE_DAY,
    NO_DAY_NO_NUMBER,
    LAST_YEARS_HABIT,
    WRONG_YEAR_CITED,
    SWAPPED,
    THE_MONTH_AFTER,
    A_PROVINCE_OF_THE_SAME_NUMBER,
)
