"""Letters that answer something else, or answer from elsewhere, so that no match may be certain.

What they cite differs from the circular in one respect each: the next number, no ว, another division,
another year, two digits the wrong way round, another day.
"""

from dataclasses import replace

from tests.letters.circular import CIRCULAR_DATE, CIRCULAR_REFERENCE, DEPARTMENT, TO_CIRCULAR
from tests.letters.compose import Answer, Cite, Date, Letter, Reference
from tests.letters.provinces import deputy, local_office, reply

_BODY = (
    "ตามหนังสือที่อ้างถึง กรมส่งเสริมการปกครองท้องถิ่นขอให้จังหวัดแจ้งองค์กรปกครองส่วนท้องถิ่นทราบ ความละเอียดแจ้งแล้ว นั้น",
    "จังหวัดได้แจ้งองค์กรปกครองส่วนท้องถิ่นในพื้นที่ทราบแล้ว",
    "จึงเรียนมาเพื่อโปรดทราบ",
)


def _miss(name: str, province: str, number: int, cited: Reference, dated: Date = CIRCULAR_DATE) -> Letter:
    return reply(
        province,
        number,
        Date(day=26, month=2, year=2562),
        _BODY,
        Answer(outcome="acknowledged"),
        name=name,
        cites=(Cite(reference=cited, dated=dated, agency=DEPARTMENT),),
        signer=deputy(province, "นายธีรพงษ์ คำแก้ว"),
        contact=local_office("โทร. ๐-๕๔๗๑-๐๓๔๕", phones=("0-5471-0345",)),
    )


NEXT_NUMBER = _miss("nan-cites-w201", "น่าน", 777, replace(CIRCULAR_REFERENCE, number=201))
OTHER_DATE = _miss("phayao-other-date", "พะเยา", 1320, CIRCULAR_REFERENCE, Date(day=16, month=2, year=2562))

SHORTER_NUMBER = _miss("lampang-cites-w20", "ลำปาง", 1810, replace(CIRCULAR_REFERENCE, number=20))
OTHER_SERIES = _miss("lamphun-cites-200-alone", "ลำพูน", 964, replace(CIRCULAR_REFERENCE, circular=False))
OTHER_DIVISION = _miss("surin-other-division", "สุรินทร์", 2733, replace(CIRCULAR_REFERENCE, owner="0810.6"))
SWAPPED_DIGITS = _miss("yasothon-swapped-digits", "ยโสธร", 848, replace(CIRCULAR_REFERENCE, owner="0801.7"))
OTHER_YEAR = _miss(
    "ratchaburi-other-year", "ราชบุรี", 1555, CIRCULAR_REFERENCE, Date(day=15, month=2, year=2561)
)

OTHER_ISSUER = replace(
    _miss("lopburi-cites-the-ministry", "ลพบุรี", 2046, CIRCULAR_REFERENCE),
    cites=(replace(TO_CIRCULAR, agency="กระทรวงมหาดไทย"),),
)
NO_CITATION = replace(
    _miss("surat-cites-nothing", "สุราษฎร์ธานี", 3781, CIRCULAR_REFERENCE),
    cites=(),
    body=(
        "ตามที่กรมส่งเสริมการปกครองท้องถิ่นเชิญสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC) นั้น",
        *_BODY[1:],
    ),
)

LETTERS: tuple[Letter, ...] = (
    NEXT_NUMBER,
    OTHER_DATE,
    SHORTER_NUMBER,
    OTHER_SERIES,
    OTHER_DIVISION,
    SWAPPED_DIGITS,
    OTHER_YEAR,
    OTHER_ISSUER,
    NO_CITATION,
)
