"""What is cited, and how: several letters of several offices, speeds inside, short words, numbers on two lines."""

from dataclasses import replace
from typing import Any

from tests.letters.circular import CIRCULAR_REFERENCE, DEPARTMENT, SUBJECT, TO_CIRCULAR
from tests.letters.compose import Answer, Cite, Date, Letter, Reference
from tests.letters.matters import CARERS, CHILDREN, ROADS, VOTING, WASTE, WATER, Matter
from tests.letters.provinces import PROVINCES, deputy, local_office, reply

_TOLD_ALL = "ได้แจ้งองค์กรปกครองส่วนท้องถิ่นทราบและถือปฏิบัติแล้ว"


def _citing(
    name: str, province: str, number: int, dated: Date, cites: tuple[Cite, ...], **changes: Any
) -> Letter:
    usual = reply(
        province,
        number,
        dated,
        ("ตามหนังสือที่อ้างถึง นั้น", f"จังหวัด{province}{_TOLD_ALL}", "จึงเรียนมาเพื่อโปรดทราบ"),
        Answer(outcome="acknowledged"),
        name=name,
        cites=cites,
        signer=deputy(province, "นายกิตติพงษ์ เรืองศรี"),
        contact=local_office("โทร. ๐-๒๒๔๑-๙๐๐๐", phones=("0-2241-9000",)),
    )
    return replace(usual, **changes)


def _own(province: str, number: int, dated: Date, *, circular: bool = False, owner: str = "0023.3") -> Cite:
    reference = Reference(code=PROVINCES[province].code, owner=owner, number=number, circular=circular)
    return Cite(reference=reference, dated=dated, agency=f"จังหวัด{province}")


def _about(matter: Matter) -> dict[str, Any]:
    return {"subject": matter.subject}


THREE_CITED = _citing(
    "kalasin-three-cited",
    "กาฬสินธุ์",
    5511,
    Date(day=9, month=6, year=2565),
    (
        _own("กาฬสินธุ์", 4870, Date(day=20, month=5, year=2565)),
        WASTE.cite,
        Cite(
            reference=Reference(code="กส", owner="71304", number=219),
            dated=Date(day=1, month=6, year=2565),
            agency="องค์การบริหารส่วนตำบลนามะเขือ",
        ),
    ),
    **_about(WASTE),
)

SPEED_BEFORE_THE_CODE = _citing(
    "trang-speed-before-the-code",
    "ตรัง",
    2218,
    Date(day=20, month=12, year=2567),
    (
        replace(
            VOTING.cite,
            written="หนังสือกระทรวงมหาดไทย ที่ มท ด่วนที่สุด มท 0810.6/ว 4921 ลงวันที่ 18 ธันวาคม 2567",
        ),
    ),
    **_about(VOTING),
    addressee="ปลัดกระทรวงมหาดไทย",
)

IN_SHORT = _citing(
    "satun-in-short",
    "สตูล",
    830,
    Date(day=16, month=9, year=2564, written="16 ก.ย. 64"),
    (
        replace(ROADS.cite, written=f"หนังสือ{DEPARTMENT} ด่วนมาก ที่ มท ๐๘๐๘.๒/ว ๓๓๖๐ ลว. ๓๐ ส.ค. ๖๔"),
        replace(
            _own("สตูล", 701, Date(day=3, month=9, year=2564), circular=True),
            written="หนังสือจังหวัดสตูล ที่ สต 0023.3/ว 701 ลว. 3 ก.ย. 64",
        ),
    ),
    **_about(ROADS),
    script="as-authored",
)

WITHOUT_A_SPACE = _citing(
    "ratchaburi-without-a-space",
    "ราชบุรี",
    3004,
    Date(day=21, month=11, year=2566),
    (
        replace(
            CARERS.cite,
            written=f"หนังสือ{DEPARTMENT}ที่มท ๐๘๑๙.๒/ว๒๐๗๗ลงวันที่๙พฤศจิกายน๒๕๖๖",
        ),
    ),
    **_about(CARERS),
)

NO_DAY_TOLD = _citing(
    "nan-no-day-told",
    "น่าน",
    1499,
    Date(day=24, month=6, year=2563),
    (replace(CHILDREN.cite, dated=None),),
    **_about(CHILDREN),
)

NO_AGENCY_TOLD = _citing(
    "yala-no-agency-told",
    "ยะลา",
    277,
    Date(day=15, month=1, year=2568),
    (replace(WATER.cite, agency=None, written="หนังสือ ที่ มท ๐๘๒๐.๒/ว ๓๘ ลงวันที่ ๗ มกราคม ๒๕๖๘"),),
    **_about(WATER),
)

BY_RADIO = _citing(
    "tak-by-radio",
    "ตาก",
    701,
    Date(day=28, month=2, year=2562),
    (
        TO_CIRCULAR,
        Cite(
            reference=Reference(code="มท", owner="0810.7", number=266, circular=True),
            dated=Date(day=25, month=2, year=2562),
            agency=DEPARTMENT,
            lead=f"วิทยุในราชการ{DEPARTMENT} ด่วนที่สุด",
        ),
    ),
)

DOTTED_CODE = _citing(
    "loei-dotted-code",
    "เลย",
    1890,
    Date(day=26, month=2, year=2562),
    (
        replace(
            TO_CIRCULAR,
            written=f"หนังสือ{DEPARTMENT} ที่ มท.๐๘๑๐.๗ / ว.๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ พ.ศ. ๒๕๖๒",
        ),
    ),
    reference=Reference(code="ลย", owner="0023.3", number=1890, written="ลย. ๐๐๒๓.๓ / ๑๘๙๐"),
)

SUBJECT_TOO = _citing(
    "sakaeo-subject-too",
    "สระแก้ว",
    1204,
    Date(day=27, month=2, year=2562),
    (
        replace(
            TO_CIRCULAR,
            written=f"หนังสือ{DEPARTMENT} ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒ เรื่อง {SUBJECT}",
        ),
    ),
    subject="การดำเนินการตามหนังสือสั่งการ",
)

HANDED_ON_BELOW = _citing(
    "phrae-cited-in-the-body-too",
    "แพร่",
    1644,
    Date(day=27, month=2, year=2562),
    (),
    cited_in_body=(TO_CIRCULAR, _own("แพร่", 502, Date(day=19, month=2, year=2562), circular=True)),
    body=(
        f"ตามหนังสือ{DEPARTMENT} ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒ ขอให้จังหวัดแจ้งองค์กรปกครอง"
        "ส่วนท้องถิ่นทราบ และจังหวัดแพร่ได้มีหนังสือจังหวัดแพร่ ที่ พร ๐๐๒๓.๓/ว ๕๐๒ ลงวันที่ ๑๙ กุมภาพันธ์ ๒๕๖๒ "
        "แจ้งองค์กรปกครองส่วนท้องถิ่นทราบแล้ว นั้น",
        "จังหวัดแพร่ขอเรียนว่า ไม่มีองค์กรปกครองส่วนท้องถิ่นใดสมัครขอรับการรับรองมาตรฐาน",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    answer=Answer(outcome="nil"),
)

FORGOTTEN_WO = _citing(
    "krabi-forgets-wo",
    "กระบี่",
    1713,
    Date(day=27, month=2, year=2562),
    (replace(TO_CIRCULAR, reference=replace(CIRCULAR_REFERENCE, circular=False)),),
)

ANOTHER_NOUGHT = _citing(
    "trat-next-number-up",
    "ตราด",
    640,
    Date(day=27, month=2, year=2562),
    (replace(TO_CIRCULAR, reference=replace(CIRCULAR_REFERENCE, number=2000)),),
)

LETTERS: tuple[Letter, ...] = (
    THREE_CITED,
    SPEED_BEFORE_THE_CODE,
    IN_SHORT,
    WITHOUT_A_SPACE,
    NO_DAY_TOLD,
    NO_AGENCY_TOLD,
    BY_RADIO,
    DOTTED_CODE,
    SUBJECT_TOO,
    HANDED_ON_BELOW,
    FORGOTTEN_WO,
    ANOTHER_NOUGHT,
)
