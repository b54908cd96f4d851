"""A fourth hand: circulars of other matters, and the signatures and feet of the letters that answer them.

Whoever composes by this hand has read the contract and the domain alone, never a reader. Names begin with
`fourth-`, so that these letters can be measured by themselves.
"""

import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.letters.circular import DEPARTMENT
from tests.letters.compose import Answer, Cite, Contact, Date, Letter, Organisation, Part, Reference, Signer
from tests.letters.matters import Matter, office
from tests.letters.provinces import PROVINCES, deputy, governor, local_office, reply

TO, THO, TN = "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร"
AO, AJ = "องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด"
MINISTRY = "กระทรวงมหาดไทย"


def org(kind: str, name: str, district: str | None = None) -> Organisation:
    return Organisation(kind=kind, name=name, district=district)


def _matter(
    subject: str, owner: str, number: int, dated: Date, agency: str = DEPARTMENT, speed: str = ""
) -> Matter:
    reference = Reference(code="มท", owner=owner, number=number, circular=True)
    lead = f"หนังสือ{agency} {speed}" if speed else ""
    return Matter(subject, Cite(reference=reference, dated=dated, agency=agency, lead=lead))


DOGS = _matter("โครงการสัตว์ปลอดโรค คนปลอดภัย จากโรคพิษสุนัขบ้า", "0819.3", 1211, Date(day=3, month=4, year=2566))
PENSIONS = _matter(
    "การตรวจสอบสิทธิผู้มีสิทธิรับเงินเบี้ยยังชีพผู้สูงอายุ", "0810.6", 2954, Date(day=22, month=9, year=2565), speed="ด่วนที่สุด"
)
FLOODS = _matter(
    "การสำรวจความเสียหายของโครงสร้างพื้นฐานจากอุทกภัย",
    "0820.2",
    5108,
    Date(day=11, month=10, year=2567),
    speed="ด่วนมาก",
)
LEDGERS = _matter(
    "การบันทึกบัญชีในระบบบัญชีคอมพิวเตอร์ขององค์กรปกครองส่วนท้องถิ่น (e-LAAS)",
    "0808.4",
    866,
    Date(day=14, month=3, year=2566),
)
DROWNING = _matter("มาตรการป้องกันการจมน้ำของเด็กในช่วงปิดภาคเรียน", "0816.3", 719, Date(day=27, month=2, year=2569))
VIRUS = _matter(
    "การจัดตั้งศูนย์พักคอยสำหรับผู้ติดเชื้อโควิด 19 ในชุมชน",
    "0819.2",
    1740,
    Date(day=19, month=7, year=2564),
    speed="ด่วนที่สุด",
)
NEW_YEAR = _matter(
    "การป้องกันและลดอุบัติเหตุทางถนนช่วงเทศกาลปีใหม่",
    "0804.5",
    6113,
    Date(day=9, month=12, year=2567),
    MINISTRY,
    "ด่วนที่สุด",
)
IDENTITY = _matter(
    "การเชื่อมโยงระบบพิสูจน์และยืนยันตัวตนทางดิจิทัล (ThaID)", "0810.8", 402, Date(day=5, month=2, year=2568)
)
LAND_TAX = _matter(
    "การจัดเก็บภาษีที่ดินและสิ่งปลูกสร้าง ประจำปี พ.ศ. ๒๕๖๘", "0808.3", 257, Date(day=21, month=1, year=2568)
)
GARDENS = _matter(
    "การน้อมนำแนวพระราชดำริปลูกผักสวนครัวเพื่อสร้างความมั่นคงทางอาหาร", "0810.4", 2033, Date(day=7, month=7, year=2563)
)
LAND = _matter("การสำรวจที่ดินสาธารณประโยชน์ที่อยู่ในความดูแล", "0804.4", 3391, Date(day=16, month=8, year=2566))
HAZE = _matter(
    "การเตรียมการรับมือสถานการณ์ฝุ่นละอองขนาดเล็ก (PM2.5)",
    "0820.3",
    5420,
    Date(day=4, month=11, year=2567),
    speed="ด่วนที่สุด",
)
TEACHERS = _matter(
    "การคัดเลือกครูผู้ดูแลเด็กดีเด่น ประจำปี พ.ศ. ๒๕๖๗", "0816.4", 1550, Date(day=20, month=5, year=2567)
)
COURSE = _matter(
    "โครงการฝึกอบรมหลักสูตรนักบริหารงานการคลัง รุ่นที่ ๑๒", "0807.3", 934, Date(day=12, month=3, year=2568)
)
COMMITTEE = _matter(
    "ขอให้เสนอชื่อผู้แทนเป็นคณะอนุกรรมการพิจารณาร่างกฎหมาย", "0804.3", 1866, Date(day=2, month=6, year=2568)
)
WELLS = _matter("การขอรับการสนับสนุนระบบสูบน้ำพลังงานแสงอาทิตย์", "0820.2", 2718, Date(day=29, month=6, year=2566))
RULES = _matter(
    "ร่างระเบียบกระทรวงมหาดไทยว่าด้วยการรับเงินขององค์กรปกครองส่วนท้องถิ่น",
    "0808.1",
    1302,
    Date(day=24, month=4, year=2568),
)


def told(
    name: str,
    province: str,
    number: int,
    dated: Date,
    matter: Matter,
    body: tuple[Part, ...],
    answer: Answer,
    **rest: Any,
) -> Letter:
    """A province's answer to `matter`, in words of its own from the cause to the end; `rest` are other fields."""
    which = zlib.crc32(name.encode())
    usual = reply(
        province,
        number,
        dated,
        body,
        answer,
        name=f"fourth-{name}",
        subject=matter.subject,
        cites=(matter.cite,),
        addressee=f"ปลัด{MINISTRY}" if matter.cite.agency == MINISTRY else f"อธิบดี{DEPARTMENT}",
        signer=_SIGNERS[which % len(_SIGNERS)](province),
        contact=_FEET[which // 7 % len(_FEET)],
    )
    return replace(usual, **rest)


def asked_by(province: str, number: int, dated: Date, owner: str = "0023.3") -> Cite:
    """The governor's circular, by which a matter came down to those below."""
    reference = Reference(code=PROVINCES[province].code, owner=owner, number=number, circular=True)
    return Cite(reference=reference, dated=dated, agency=f"จังหวัด{province}")


def _over_three_lines(province: str) -> Signer:
    acted_for = PROVINCES[province].governor
    lines = ("รองผู้ว่าราชการจังหวัด", "ปฏิบัติราชการแทน", acted_for)
    return Signer(name="นายขจรเกียรติ รักพานิชมณี", position=lines[0], on_behalf_of=acted_for, lines=lines)


_SIGNERS: tuple[Callable[[str], Signer], ...] = (
    lambda province: governor(province, "นายวิชัย ตั้งมั่นคง"),
    lambda province: deputy(province, "นางสาวพรทิพย์ อินทรสุวรรณ"),
    lambda province: deputy(province, "ว่าที่ร้อยตรี ธนกฤต มณีโชติ", acts="รักษาราชการแทน"),
    lambda province: deputy(province, "นายเกรียงไกร ศักดิ์สิทธิ์ชัย", post=f"ท้องถิ่นจังหวัด{province}"),
    lambda province: deputy(province, "จ่าเอก ประยูร คงทน", post="ปลัดจังหวัด"),
    _over_three_lines,
)

_FEET: tuple[Contact, ...] = (
    local_office("โทร. ๐ ๓๖๔๑ ๒๖๓๕ ต่อ ๑๒", phones=("0 3641 2635 ต่อ 12",)),
    office(
        "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด",
        "กลุ่มงานการเงิน บัญชีและการตรวจสอบ",
        lines=("โทรศัพท์ : ๐-๒๕๘๐-๐๗๑๕", "โทรสาร : ๐-๒๕๘๐-๐๗๑๖"),
        phones=("0-2580-0715",),
        faxes=("0-2580-0716",),
    ),
    local_office(
        "โทร. ๐ ๕๔๗๑ ๐๓๓๓",
        "E-mail : saraban_local@moi.go.th",
        phones=("0 5471 0333",),
        emails=("saraban_local@moi.go.th",),
    ),
    local_office(
        "โทร. ๐-๔๕๖๑-๒๒๐๗",
        "ผู้ประสานงาน นายเอกชัย ใจกล้า โทร. ๐๘ ๑๒๓๔ ๕๖๗๘",
        person="นายเอกชัย ใจกล้า",
        phones=("0-4561-2207", "08 1234 5678"),
    ),
    office(
        "กลุ่มงานกฎหมาย ระเบียบและเรื่องร้องทุกข์",
        lines=("โทร./โทรสาร ๐ ๗๔๓๑ ๑๕๖๘",),
        phones=("0 7431 1568",),
        faxes=("0 7431 1568",),
    ),
    local_office("โทร. ๐ ๓๒๓๓ ๗๘๙๐-๒", "มท. ๒๖๔๑๑", phones=("0 3233 7890-2",)),
)
