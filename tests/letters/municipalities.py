"""Municipalities and councils answer the department or their governor: by them alone, so they are named."""

from dataclasses import replace
from typing import Any

from tests.letters.circular import DEPARTMENT
from tests.letters.compose import Answer, Cite, Contact, Date, Letter, Organisation, Part, Reference
from tests.letters.hands import (
    AJ,
    AO,
    DOGS,
    DROWNING,
    HAZE,
    IDENTITY,
    LEDGERS,
    THO,
    TN,
    TO,
    VIRUS,
    WELLS,
    asked_by,
    org,
)
from tests.letters.matters import Matter, council, mayor, office

_ENDING = "จึงเรียนมาเพื่อโปรดทราบ"

_HAT_YAI = org(TN, "หาดใหญ่", "หาดใหญ่")
_THUNG_SONG = org(THO, "ทุ่งสง", "ทุ่งสง")
_PAI = org(TO, "ปาย", "ปาย")
_BAN_KLANG = org(AO, "บ้านกลาง", "เมืองปทุมธานี")
_SAO_HAI = org(TO, "เสาไห้", "เสาไห้")
_KRABI = org(AJ, "กระบี่", "เมืองกระบี่")
_WANG_MAI = org(AO, "วังใหม่", "นายายอาม")


def _of(
    who: Organisation,
    province: str,
    owner: str,
    number: int,
    dated: Date,
    matter: Matter,
    asked: Cite,
    told: tuple[Part, ...],
    answer: Answer,
    *,
    name: str,
    by: str,
    contact: Contact,
    **rest: Any,
) -> Letter:
    """What `who` answers to `asked`, by which `matter` came to it; `by` signs."""
    usual = council(
        who,
        province,
        owner,
        number,
        dated,
        name=f"fourth-{name}",
        subject=matter.subject,
        cites=(asked,),
        body=told,
        signer=mayor(by, who),
        contact=contact,
        answer=answer,
    )
    return replace(usual, **rest)


HAT_YAI = _of(
    _HAT_YAI,
    "สงขลา",
    "52003",
    4471,
    Date(day=9, month=3, year=2568),
    IDENTITY,
    IDENTITY.cite,
    (
        "ตามหนังสือที่อ้างถึง เชิญชวนให้ขอเชื่อมโยงระบบพิสูจน์และยืนยันตัวตนทางดิจิทัล (ThaID) หากไม่ประสงค์ให้แจ้งเหตุผลด้วย นั้น",
        "เทศบาลนครหาดใหญ่มีความประสงค์ขอเชื่อมโยงระบบดังกล่าวกับระบบงานทะเบียนราษฎร จำนวน ๒ ระบบ และได้แต่งตั้งผู้ดูแลระบบไว้แล้ว จำนวน ๓ คน",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
    ),
    Answer(outcome="confirmed", organisations=(_HAT_YAI,)),
    name="hatyai-wants-it",
    by="นายพัฒนพงศ์ เลิศวัฒนา",
    contact=office(
        "สำนักยุทธศาสตร์และงบประมาณ", lines=("โทร. ๐-๗๔๒๐-๐๐๐๐ ต่อ ๑๓๐๑",), phones=("0-7420-0000 ต่อ 1301",)
    ),
    addressee=f"อธิบดี{DEPARTMENT}",
    address=("๔๔๕ ถนนเพชรเกษม", "อำเภอหาดใหญ่ สข ๙๐๑๑๐"),
)

THUNG_SONG = _of(
    _THUNG_SONG,
    "นครศรีธรรมราช",
    "52605",
    1290,
    Date(day=5, month=8, year=2564),
    VIRUS,
    asked_by("นครศรีธรรมราช", 5120, Date(day=22, month=7, year=2564)),
    (
        "ตามหนังสือที่อ้างถึง จังหวัดนครศรีธรรมราชแจ้งให้จัดตั้งศูนย์พักคอยสำหรับผู้ติดเชื้อโควิด 19 นั้น",
        "เทศบาลเมืองทุ่งสงขอเรียนว่า ไม่ขัดข้องที่จะจัดตั้งศูนย์พักคอย และได้เปิดดำเนินการแล้วตั้งแต่วันที่ ๑ สิงหาคม ๒๕๖๔ ณ โรงเรียนเทศบาลวัดชัยชุมพล",
        _ENDING,
    ),
    Answer(outcome="confirmed", organisations=(_THUNG_SONG,)),
    name="thungsong-does-not-object",
    by="นายทรงชัย วงศ์วัชรดำรง",
    contact=office(
        "กองสาธารณสุขและสิ่งแวดล้อม",
        lines=("โทร. ๐ ๗๕๔๑ ๑๓๔๒ ต่อ ๓๑๑, ๐ ๗๕๔๒ ๐๐๒๐",),
        phones=("0 7541 1342 ต่อ 311", "0 7542 0020"),
    ),
    urgency="ด่วนที่สุด",
)

PAI = _of(
    _PAI,
    "แม่ฮ่องสอน",
    "52601",
    218,
    Date(day=12, month=5, year=2566),
    DOGS,
    Cite(
        reference=Reference(code="มส", owner="0323", number=611, circular=True),
        dated=Date(day=4, month=5, year=2566),
        agency="อำเภอปาย",
    ),
    (
        "ตามหนังสืออำเภอปายที่อ้างถึง ขอให้ตอบรับเข้าร่วมโครงการสัตว์ปลอดโรค คนปลอดภัยฯ นั้น",
        "เทศบาลตำบลปายไม่สามารถเข้าร่วมโครงการดังกล่าวได้ เนื่องจากมิได้ตั้งงบประมาณรายจ่ายไว้",
        _ENDING,
    ),
    Answer(outcome="declined"),
    name="pai-cannot",
    by="นายธรรมรัตน์ ต้นยาง",
    contact=office(
        "สำนักปลัดเทศบาล", lines=("โทร./โทรสาร ๐๕๓-๖๙๙๑๘๐",), phones=("053-699180",), faxes=("053-699180",)
    ),
    addressee="นายอำเภอปาย",
)

BAN_KLANG = _of(
    _BAN_KLANG,
    "ปทุมธานี",
    "71401",
    803,
    Date(day=18, month=4, year=2566),
    LEDGERS,
    asked_by("ปทุมธานี", 1907, Date(day=22, month=3, year=2566)),
    (
        "ตามหนังสือที่อ้างถึง ให้องค์กรปกครองส่วนท้องถิ่นบันทึกบัญชีในระบบ e-LAAS ให้เป็นปัจจุบัน และรายงานจังหวัดทราบ นั้น",
        "องค์การบริหารส่วนตำบลบ้านกลางขอรายงานว่า ได้ดำเนินการบันทึกบัญชีถึงเดือนมีนาคม ๒๕๖๖ เสร็จเรียบร้อยแล้ว",
        _ENDING,
    ),
    Answer(outcome="confirmed", organisations=(_BAN_KLANG,)),
    name="banklang-up-to-date",
    by="นางสาวจิราพร ทองบ่อ",
    contact=office("กองคลัง", "งานการเงินและบัญชี", lines=("โทร. ๐ ๒๙๗๙ ๒๔๔๗",), phones=("0 2979 2447",)),
)

SAO_HAI = _of(
    _SAO_HAI,
    "สระบุรี",
    "54401",
    371,
    Date(day=20, month=11, year=2567),
    HAZE,
    asked_by("สระบุรี", 6650, Date(day=11, month=11, year=2567)),
    (
        "ตามหนังสือที่อ้างถึง ให้จัดทำห้องปลอดฝุ่นและรายงานผล หากไม่มีการดำเนินการให้รายงานว่า “ไม่มี” นั้น",
        "เทศบาลตำบลเสาไห้ขอรายงานผลการดำเนินการ ไม่มี",
        _ENDING,
    ),
    Answer(outcome="nil"),
    name="saohai-none",
    by="นายวิโรจน์ แสงอรุณ",
    contact=office("กองสาธารณสุขฯ", lines=("โทร. ๐-๓๖๓๙-๑๐๐๕",), phones=("0-3639-1005",)),
    script="arabic",
)

KRABI = _of(
    _KRABI,
    "กระบี่",
    "51008",
    1618,
    Date(day=9, month=7, year=2566),
    WELLS,
    WELLS.cite,
    (
        "ตามที่กรมส่งเสริมการปกครองท้องถิ่นแจ้งให้เสนอขอรับการสนับสนุนระบบสูบน้ำพลังงานแสงอาทิตย์ รายละเอียดตามหนังสือที่อ้างถึง นั้น",
        "องค์การบริหารส่วนจังหวัดกระบี่ขอรับการสนับสนุน จำนวน ๖ ระบบ งบประมาณ ๕,๘๕๐,๐๐๐ บาท ตามโครงการที่แนบ",
        "จึงเรียนมาเพื่อโปรดพิจารณาให้การสนับสนุน",
    ),
    Answer(outcome="confirmed", organisations=(org(AJ, "กระบี่"),)),
    name="krabi-organisation-asks-for-six",
    by="นายสมศักดิ์ กิตติธรกุล",
    contact=office(
        "สำนักช่าง", lines=("โทร. ๐-๗๕๖๑-๑๗๗๑ , ๐-๗๕๖๑-๑๗๗๒",), phones=("0-7561-1771", "0-7561-1772")
    ),
    addressee=f"อธิบดี{DEPARTMENT}",
    enclosures=("โครงการและแบบแปลน จำนวน ๖ ชุด",),
)

WANG_MAI = _of(
    _WANG_MAI,
    "จันทบุรี",
    "72701",
    95,
    Date(day=30, month=3, year=2569, written="๓๐ มี.ค. ๒๕๖๙"),
    DROWNING,
    asked_by("จันทบุรี", 1450, Date(day=6, month=3, year=2569)),
    (
        "ตามหนังสือที่อ้างถึง ให้องค์กรปกครองส่วนท้องถิ่นดำเนินมาตรการป้องกันการจมน้ำของเด็ก นั้น",
        "องค์การบริหารส่วนตำบลวังใหม่ได้รับทราบและขอรับไปปฏิบัติต่อไป",
        _ENDING,
    ),
    Answer(outcome="acknowledged"),
    name="wangmai-will-follow",
    by="นายสุรชัย จิตต์เจริญ",
    contact=office("สำนักปลัด", lines=("โทร. ๐ ๓๙๔๙ ๑๑๒๓",), phones=("0 3949 1123",)),
)

LETTERS: tuple[Letter, ...] = (HAT_YAI, THUNG_SONG, PAI, BAN_KLANG, SAO_HAI, KRABI, WANG_MAI)
