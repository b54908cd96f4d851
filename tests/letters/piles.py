"""What comes in one file or in one heap: bundles, lists in columns without lines, stamps, secrets."""

from dataclasses import replace
from typing import Any

from tests.letters import councils, offices
from tests.letters.circular import CIRCULAR, DEPARTMENT, REMINDER
from tests.letters.compose import Answer, Date, Letter, Organisation, Part, Table
from tests.letters.layouts import TO_REMINDER
from tests.letters.matters import CARERS, CHILDREN, ROADS, WASTE, WATER
from tests.letters.provinces import TO_KNOW, deputy, local_office, reply


def _letter(
    name: str, province: str, number: int, dated: Date, told: tuple[Part, ...], answer: Answer, **rest: Any
) -> Letter:
    usual = reply(
        province,
        number,
        dated,
        ("ตามหนังสือที่อ้างถึง ความละเอียดแจ้งแล้ว นั้น", *told, TO_KNOW),
        answer,
        name=name,
        signer=deputy(province, "นายปิยะ จันทร์เพ็ง"),
        contact=local_office("โทร. ๐ ๓๘๖๑ ๗๔๓๐", phones=("0 3861 7430",)),
    )
    return replace(usual, **rest)


ITS_COUNCIL_BEHIND = _letter(
    "chumphon-council-behind",
    "ชุมพร",
    702,
    Date(day=28, month=2, year=2562),
    ("จังหวัดชุมพรได้แจ้งองค์กรปกครองส่วนท้องถิ่นทราบแล้ว และขอส่งสำเนาหนังสือองค์การบริหารส่วนตำบลนาทุ่งมาเพื่อประกอบการพิจารณา",),
    Answer(outcome="acknowledged"),
    enclosures=("สำเนาหนังสือองค์การบริหารส่วนตำบลนาทุ่ง จำนวน ๑ ฉบับ",),
    behind=(councils.NA_THUNG,),
)

A_REFUSAL_BEHIND = _letter(
    "rayong-council-behind",
    "ระยอง",
    4101,
    Date(day=27, month=11, year=2566),
    ("จังหวัดระยองขอเรียนว่า ไม่มีองค์กรปกครองส่วนท้องถิ่นประสงค์ส่งบุคลากรเข้ารับการฝึกอบรม",),
    Answer(outcome="nil"),
    subject=CARERS.subject,
    cites=(CARERS.cite,),
    enclosures=("สำเนาหนังสือเทศบาลตำบลทุ่งควายกิน จำนวน ๑ ฉบับ",),
    behind=(councils.THUNG_KHWAI_KIN,),
)

REMINDED = _letter(
    "sisaket-reminder-behind",
    "ศรีสะเกษ",
    2207,
    Date(day=15, month=3, year=2562),
    ("จังหวัดศรีสะเกษขอรายงานว่า มีองค์กรปกครองส่วนท้องถิ่นสมัครแล้ว จำนวน ๑๔ แห่ง",),
    Answer(outcome="confirmed", count=14),
    cites=(TO_REMINDER,),
    subject=REMINDER.subject,
    behind=(REMINDER, CIRCULAR),
)

COLUMNS_ALONE = _letter(
    "kamphaengphet-columns-alone",
    "กำแพงเพชร",
    1933,
    Date(day=30, month=5, year=2565),
    ("จังหวัดกำแพงเพชรขอส่งรายชื่อองค์กรปกครองส่วนท้องถิ่นที่เข้าร่วมโครงการ จำนวน ๔ แห่ง รายละเอียดตามสิ่งที่ส่งมาด้วย",),
    Answer(
        outcome="confirmed",
        count=4,
        organisations=(
            Organisation(kind="เทศบาลเมือง", name="หนองปลิง", district="เมืองกำแพงเพชร"),
            Organisation(kind="เทศบาลตำบล", name="เทพนคร", district="เมืองกำแพงเพชร"),
            Organisation(kind="องค์การบริหารส่วนตำบล", name="บ่อถ้ำ", district="ขาณุวรลักษบุรี"),
            Organisation(kind="องค์การบริหารส่วนตำบล", name="มหาชัย", district="ไทรงาม"),
        ),
    ),
    subject=WASTE.subject,
    cites=(WASTE.cite,),
    enclosures=("บัญชีรายชื่อ จำนวน ๑ แผ่น",),
    attached=(
        "บัญชีรายชื่อองค์กรปกครองส่วนท้องถิ่นที่เข้าร่วมโครงการ",
        Table(
            header=("ลำดับที่", "รายชื่อ อปท.", "อำเภอ"),
            rows=(
                ("๑", "ทม.หนองปลิง", "เมืองกำแพงเพชร"),
                ("๒", "ทต.เทพนคร", "เมืองกำแพงเพชร"),
                ("๓", "อบต.บ่อถ้ำ", "ขาณุวรลักษบุรี"),
                ("๔", "อบต.มหาชัย", "ไทรงาม"),
            ),
            ruled=False,
        ),
    ),
)

DISTRICT_FIRST = _letter(
    "maehongson-district-first",
    "แม่ฮ่องสอน",
    877,
    Date(day=3, month=7, year=2563),
    (
        "จังหวัดแม่ฮ่องสอนได้สำรวจแล้ว มีองค์กรปกครองส่วนท้องถิ่นประสงค์ขอรับการสนับสนุน ๓ แห่ง ดังตาราง",
        Table(
            header=("อำเภอ", "องค์กรปกครองส่วนท้องถิ่น", "รายการ"),
            rows=(
                ("ปาย", "เทศบาลตำบลปาย", "เครื่องเล่นสนาม"),
                ("ปาย", "องค์การบริหารส่วนตำบลโป่งสา", "โต๊ะเก้าอี้นักเรียน"),
                ("แม่สะเรียง", "เทศบาลตำบลแม่สะเรียง", "ตู้เย็น"),
            ),
        ),
    ),
    Answer(
        outcome="confirmed",
        count=3,
        organisations=(
            Organisation(kind="เทศบาลตำบล", name="ปาย", district="ปาย"),
            Organisation(kind="องค์การบริหารส่วนตำบล", name="โป่งสา", district="ปาย"),
            Organisation(kind="เทศบาลตำบล", name="แม่สะเรียง", district="แม่สะเรียง"),
        ),
    ),
    subject=CHILDREN.subject,
    cites=(CHILDREN.cite,),
)

STAMPED_AND_NOTED = _letter(
    "nakhonsawan-stamped-and-noted",
    "นครสวรรค์",
    3555,
    Date(day=10, month=9, year=2564),
    ("จังหวัดนครสวรรค์ได้แจ้งองค์กรปกครองส่วนท้องถิ่นดำเนินการตามแนวทางดังกล่าวแล้ว",),
    Answer(outcome="acknowledged"),
    subject=ROADS.subject,
    cites=(ROADS.cite,),
    urgency="ด่วนมาก",
    stamps=(
        (DEPARTMENT, "เลขรับ ๑๐๔๔๗", "วันที่ ๑๔ ก.ย. ๒๕๖๔", "เวลา ๐๙.๐๕ น."),
        ("กองคลัง", "รับที่ ๓๓๑๒/๒๕๖๔", "วันที่ ๑๕ กันยายน ๒๕๖๔", "เวลา ๑๓.๓๐ น."),
    ),
    notes=("เรียน ผอ.กค.", "เพื่อโปรดทราบและมอบ ฝ.งป. ดำเนินการ", "(นางสาวอรทัย วงษ์ทอง)", "๑๕ ก.ย. ๖๔"),
)

VERY_SECRET = _letter(
    "pattani-very-secret",
    "ปัตตานี",
    12,
    Date(day=20, month=1, year=2568),
    ("จังหวัดปัตตานีได้แจ้งหน่วยงานที่เกี่ยวข้องดำเนินการแล้ว",),
    Answer(outcome="acknowledged"),
    subject=WATER.subject,
    cites=(WATER.cite,),
    secrecy="ลับมาก",
    urgency="ด่วนที่สุด",
)

URGENT_DISTRICT = replace(
    offices.LAPLAE,
    name="laplae-again-urgent",
    urgency="ด่วนที่สุด",
    stamps=(("จังหวัดอุตรดิตถ์", "เลขรับ ๖๖๐", "วันที่ ๒๖ ก.พ. ๖๒", "เวลา ๑๐.๐๐ น."),),
)

NUMBERS_EVERYWHERE = _letter(
    "phuket-numbers-everywhere",
    "ภูเก็ต",
    2561,
    Date(day=25, month=2, year=2562),
    (
        "จังหวัดภูเก็ตมีองค์กรปกครองส่วนท้องถิ่น ๑๙ แห่ง ได้จัดประชุมชี้แจง ๒ ครั้ง มีผู้เข้าร่วม ๕๗ คน "
        "และมีองค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรองมาตรฐาน จำนวน ๘ แห่ง คิดเป็นร้อยละ ๔๒.๑๑",
    ),
    Answer(outcome="confirmed", count=8),
)

LETTERS: tuple[Letter, ...] = (
    ITS_COUNCIL_BEHIND,
    A_REFUSAL_BEHIND,
    REMINDED,
    COLUMNS_ALONE,
    DISTRICT_FIRST,
    STAMPED_AND_NOTED,
    VERY_SECRET,
    URGENT_DISTRICT,
    NUMBERS_EVERYWHERE,
)
