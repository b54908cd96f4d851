"""District offices, other departments and ministries answer, each about what concerns it."""

from dataclasses import replace
from typing import Any

from tests.letters.circular import DEPARTMENT
from tests.letters.compose import Answer, Contact, Date, Letter, Part, Reference, Signer
from tests.letters.hands import (
    COMMITTEE,
    COURSE,
    FLOODS,
    LAND,
    NEW_YEAR,
    TO,
    asked_by,
    org,
)
from tests.letters.matters import Matter, office
from tests.letters.provinces import PROVINCES

_ENDING = "จึงเรียนมาเพื่อโปรดทราบ"


def _office(
    name: str,
    agency: str,
    number: Reference,
    dated: Date,
    matter: Matter,
    told: tuple[Part, ...],
    **rest: Any,
) -> Letter:
    """An office that is neither province nor organisation answers the department."""
    usual = Letter(
        name=f"fourth-{name}",
        reference=number,
        dated=dated,
        agency=agency,
        province=None,
        subject=matter.subject,
        addressee=f"อธิบดี{DEPARTMENT}",
        cites=(matter.cite,),
        body=told,
    )
    return replace(usual, **rest)


DISTRICT = _office(
    "phrao-two-of-eleven",
    "ที่ว่าการอำเภอพร้าว",
    Reference(code="ชม", owner="1118", number=2204),
    Date(day=22, month=10, year=2567),
    FLOODS,
    (
        "ตามหนังสือที่อ้างถึง จังหวัดเชียงใหม่ให้อำเภอสำรวจความเสียหายจากอุทกภัย นั้น",
        "อำเภอพร้าวได้รับรายงานความเสียหายจากเทศบาลตำบลเวียงพร้าว และเทศบาลตำบลป่าไหน่ รวม ๒ แห่ง ส่วนอีก ๙ แห่ง รายงานว่าไม่ได้รับความเสียหาย",
        _ENDING,
    ),
    province="เชียงใหม่",
    address=("ถนนเชียงใหม่-พร้าว ชม ๕๐๑๙๐",),
    addressee=PROVINCES["เชียงใหม่"].governor,
    cites=(asked_by("เชียงใหม่", 9120, Date(day=15, month=10, year=2567)),),
    signer=Signer(name="นายสมชาติ พัฒนกิจ", position="นายอำเภอพร้าว"),
    contact=office("ท้องถิ่นอำเภอพร้าว", lines=("โทร. ๐ ๕๓๔๗ ๕๒๒๙",), phones=("0 5347 5229",)),
    answer=Answer(outcome="confirmed", count=2, organisations=(org(TO, "เวียงพร้าว"), org(TO, "ป่าไหน่"))),
)

DISASTERS = _office(
    "disasters-department-appoints",
    "กรมป้องกันและบรรเทาสาธารณภัย",
    Reference(code="มท", owner="0610", number=3318),
    Date(day=18, month=12, year=2567),
    NEW_YEAR,
    (
        "ตามหนังสือที่อ้างถึง ขอให้กรมป้องกันและบรรเทาสาธารณภัยส่งผู้แทนร่วมประชุมศูนย์อำนวยการป้องกันและลดอุบัติเหตุทางถนน นั้น",
        "กรมป้องกันและบรรเทาสาธารณภัยมอบหมายนายปรีชา ทองคำ ผู้อำนวยการกองบูรณาการความปลอดภัยทางถนน เข้าร่วมประชุม",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    address=("๓/๑๒ ถนนอู่ทองนอก เขตดุสิต", "กรุงเทพฯ ๑๐๓๐๐"),
    addressee="ปลัดกระทรวงมหาดไทย",
    signer=Signer(
        name="นายสหรัฐ พงษ์ศรี",
        position="รองอธิบดี",
        on_behalf_of="อธิบดีกรมป้องกันและบรรเทาสาธารณภัย",
        lines=("รองอธิบดี ปฏิบัติราชการแทน", "อธิบดีกรมป้องกันและบรรเทาสาธารณภัย"),
    ),
    contact=office("กองบูรณาการความปลอดภัยทางถนน", lines=("โทร. ๐ ๒๖๓๗ ๓๓๐๐",), phones=("0 2637 3300",)),
    answer=Answer(outcome="confirmed"),
)

EDUCATION = _office(
    "education-ministry-regrets",
    "สำนักงานปลัดกระทรวงศึกษาธิการ",
    Reference(code="ศธ", owner="0207", number=7719),
    Date(day=24, month=6, year=2568),
    COMMITTEE,
    (
        "ตามหนังสือที่อ้างถึง ขอให้เสนอชื่อผู้แทนเป็นคณะอนุกรรมการพิจารณาร่างกฎหมาย นั้น",
        "สำนักงานปลัดกระทรวงศึกษาธิการขอเรียนว่า ไม่มีความจำเป็นต้องเสนอชื่อผู้แทน เนื่องจากร่างกฎหมายดังกล่าวไม่เกี่ยวข้องกับภารกิจของกระทรวงศึกษาธิการ",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    address=("กระทรวงศึกษาธิการ ถนนราชดำเนินนอก", "กทม. ๑๐๓๐๐"),
    signer=Signer(
        name="นางอัมพร พินะสา",
        position="รองปลัดกระทรวง",
        on_behalf_of="ปลัดกระทรวงศึกษาธิการ",
        lines=("รองปลัดกระทรวง ปฏิบัติราชการแทน", "ปลัดกระทรวงศึกษาธิการ"),
    ),
    contact=office(
        "สำนักนิติการ",
        lines=("โทร. ๐ ๒๖๒๘ ๕๖๓๑ ต่อ ๒๔", "โทรสาร ๐ ๒๖๒๘ ๕๖๔๐"),
        phones=("0 2628 5631 ต่อ 24",),
        faxes=("0 2628 5640",),
    ),
    answer=Answer(outcome="declined"),
)

FORESTS = _office(
    "forest-office-has-lent-it",
    "สำนักจัดการทรัพยากรป่าไม้ที่ ๓ (ลำปาง)",
    Reference(code="ทส", owner="1612.4", number=902),
    Date(day=11, month=9, year=2566),
    LAND,
    (
        "ตามหนังสือที่อ้างถึง ขอทราบข้อมูลที่ดินป่าสงวนแห่งชาติที่อนุญาตให้องค์กรปกครองส่วนท้องถิ่นใช้ประโยชน์ นั้น",
        "สำนักจัดการทรัพยากรป่าไม้ที่ ๓ (ลำปาง) อยู่ระหว่างตรวจสอบข้อมูลในระบบ และจะแจ้งผลให้ทราบเมื่อดำเนินการแล้วเสร็จ",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    address=("ถนนพหลโยธิน อำเภอเมืองลำปาง", "จังหวัดลำปาง ๕๒๐๐๐"),
    province="ลำปาง",
    signer=Signer(name="นายชัยยุทธ ศิริวัฒน์", position="ผู้อำนวยการสำนักจัดการทรัพยากรป่าไม้ที่ ๓ (ลำปาง)"),
    contact=office("ส่วนจัดการที่ดินป่าไม้", lines=("โทร. ๐ ๕๔๒๒ ๗๕๕๔",), phones=("0 5422 7554",)),
    answer=Answer(outcome="unclear"),
)

INSTITUTE = _office(
    "institute-makes-ready",
    "สถาบันพัฒนาบุคลากรท้องถิ่น",
    Reference(code="มท", owner="0807.7", number=412),
    Date(day=28, month=3, year=2568),
    COURSE,
    (
        "ตามบันทึกข้อความกองพัฒนาและส่งเสริมการบริหารงานท้องถิ่น ให้สถาบันพัฒนาบุคลากรท้องถิ่นจัดเตรียมห้องฝึกอบรมและห้องพัก รองรับผู้เข้ารับการฝึกอบรม ๘๐ คน นั้น",
        "สถาบันพัฒนาบุคลากรท้องถิ่นได้จัดเตรียมห้องฝึกอบรมและห้องพัก จำนวน ๔๐ ห้อง ไว้พร้อมแล้ว",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    kind="memo",
    closing=None,
    signer=Signer(name="นายณัฐภัทร สุวรรณชาติ", position="ผู้อำนวยการสถาบันพัฒนาบุคลากรท้องถิ่น"),
    contact=Contact(lines=("โทร. ๐ ๒๕๑๖ ๔๒๗๖",), phones=("0 2516 4276",)),
    cites=(),
    answer=Answer(outcome="confirmed"),
)

LETTERS: tuple[Letter, ...] = (DISTRICT, DISASTERS, EDUCATION, FORESTS, INSTITUTE)
