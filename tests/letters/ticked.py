"""Reply forms ticked, crossed or left alone, letters under a stamp, memos, and lists that are the whole answer."""

from typing import Any

from tests.letters.circular import DEPARTMENT
from tests.letters.compose import Answer, Contact, Date, Letter, Organisation, Reference, Signer, Table
from tests.letters.hands import (
    AO,
    COURSE,
    DOGS,
    DROWNING,
    GARDENS,
    HAZE,
    IDENTITY,
    LAND,
    RULES,
    THO,
    TO,
    VIRUS,
    WELLS,
    org,
    told,
)
from tests.letters.matters import Matter, office

_PLAI_BANG = org(TO, "ปลายบาง", "บางกรวย")


def _form(
    name: str,
    agency: str,
    province: str,
    matter: Matter,
    title: str,
    dated: Date,
    lines: tuple[str, ...],
    **rest: Any,
) -> Letter:
    """A form torn off from the circular of `matter` and filled in by `agency`."""
    return Letter(
        name=f"fourth-{name}",
        kind="form",
        agency=agency,
        province=province,
        subject=title,
        addressee=None,
        dated=dated,
        cites=(matter.cite,),
        body=lines,
        **rest,
    )


FORMS: tuple[Letter, ...] = (
    _form(
        "form-slash-in-brackets",
        "เทศบาลตำบลปลายบาง",
        "นนทบุรี",
        DOGS,
        "แบบตอบรับเข้าร่วมโครงการสัตว์ปลอดโรค คนปลอดภัย จากโรคพิษสุนัขบ้า",
        Date(day=20, month=4, year=2566),
        (
            "หน่วยงาน เทศบาลตำบลปลายบาง อำเภอบางกรวย จังหวัดนนทบุรี",
            "(  /  ) ยินดีเข้าร่วมโครงการ",
            "(     ) ไม่สามารถเข้าร่วมโครงการได้ เนื่องจาก ........................................",
        ),
        signer=Signer(name="นายสุรศักดิ์ มีสมบูรณ์", position="นายกเทศมนตรีตำบลปลายบาง"),
        answer=Answer(outcome="confirmed", organisations=(_PLAI_BANG,)),
    ),
    _form(
        "form-crossed-box",
        "จังหวัดระนอง",
        "ระนอง",
        LAND,
        "แบบรายงานการบุกรุกที่ดินสาธารณประโยชน์",
        Date(day=12, month=9, year=2566),
        (
            "จังหวัด ระนอง   ประจำเดือน กันยายน ๒๕๖๖",
            "☐ มีองค์กรปกครองส่วนท้องถิ่นที่ถูกบุกรุก จำนวน ............ แห่ง",
            "☒ ไม่มี",
        ),
        signer=Signer(name="นายโสภณ ทองดี", position="ท้องถิ่นจังหวัดระนอง"),
        answer=Answer(outcome="nil"),
    ),
    _form(
        "form-number-filled-in",
        "จังหวัดลำพูน",
        "ลำพูน",
        IDENTITY,
        "แบบแจ้งความประสงค์ขอเชื่อมโยงระบบ ThaID",
        Date(day=28, month=2, year=2568),
        (
            "จังหวัด ลำพูน",
            "[x] มีองค์กรปกครองส่วนท้องถิ่นประสงค์ขอเชื่อมโยง จำนวน ๑๙ แห่ง",
            "[ ] ไม่มีองค์กรปกครองส่วนท้องถิ่นประสงค์ขอเชื่อมโยง",
            "ผู้ประสานงาน นางสาวรุ่งอรุณ ปัญญาดี โทร. ๐๕๓-๕๑๑๓๘๘",
        ),
        signer=Signer(name="นายอนุพงษ์ วาวงศ์มูล", position="ท้องถิ่นจังหวัดลำพูน"),
        contact=Contact(person="นางสาวรุ่งอรุณ ปัญญาดี", phones=("053-511388",)),
        answer=Answer(outcome="confirmed", count=19),
    ),
    _form(
        "form-check-behind",
        "เทศบาลเมืองนาสาร",
        "สุราษฎร์ธานี",
        WELLS,
        "แบบแสดงความจำนงขอรับการสนับสนุนระบบสูบน้ำพลังงานแสงอาทิตย์",
        Date(day=10, month=7, year=2566),
        (
            "ชื่อหน่วยงาน : เทศบาลเมืองนาสาร   อำเภอ : บ้านนาสาร   จังหวัด : สุราษฎร์ธานี",
            "๑. ประสงค์ขอรับการสนับสนุน ☐    ๒. ไม่ประสงค์ขอรับการสนับสนุน ☑",
        ),
        signer=Signer(name="นายประโมทย์ สังหาร", position="ปลัดเทศบาลเมืองนาสาร"),
        answer=Answer(outcome="declined"),
    ),
    _form(
        "form-objects",
        "องค์การบริหารส่วนตำบลโพธิ์เสด็จ",
        "นครศรีธรรมราช",
        VIRUS,
        "แบบตอบแบบสอบถามการจัดตั้งศูนย์พักคอยในชุมชน",
        Date(day=27, month=7, year=2564),
        (
            "องค์การบริหารส่วนตำบลโพธิ์เสด็จ อำเภอเมืองนครศรีธรรมราช จังหวัดนครศรีธรรมราช",
            "[    ] ไม่ขัดข้อง  และจะจัดตั้ง ณ ................................",
            "[ ✓ ] ขัดข้อง  เนื่องจาก ไม่มีสถานที่เหมาะสม",
        ),
        signer=Signer(name="นายวิจิตร ชูแก้ว", position="ปลัดองค์การบริหารส่วนตำบลโพธิ์เสด็จ"),
        answer=Answer(outcome="declined"),
    ),
    _form(
        "form-left-alone",
        "จังหวัดสมุทรปราการ",
        "สมุทรปราการ",
        RULES,
        "แบบแสดงความคิดเห็นต่อร่างระเบียบ",
        Date(day=14, month=5, year=2568),
        (
            "จังหวัด สมุทรปราการ",
            "(     ) เห็นด้วยกับร่างระเบียบ",
            "(     ) ไม่เห็นด้วยกับร่างระเบียบ",
            "ข้อคิดเห็นอื่น ................................................................",
        ),
        signer=Signer(name="นายชูชาติ ทองคำ", position="ท้องถิ่นจังหวัดสมุทรปราการ"),
        answer=Answer(outcome="unclear"),
    ),
    _form(
        "form-taken-note",
        "จังหวัดพังงา",
        "พังงา",
        DROWNING,
        "แบบตอบรับหนังสือ",
        Date(day=9, month=3, year=2569),
        ("จังหวัดพังงา", "( / ) ได้รับหนังสือและรับทราบแล้ว", "(   ) ยังไม่ได้รับหนังสือ"),
        signer=Signer(name="นางธิดา ศรีสงคราม", position="หัวหน้ากลุ่มงานบริหาร"),
        answer=Answer(outcome="acknowledged"),
    ),
)


def _rows(*found: tuple[str, Organisation, str]) -> tuple[tuple[str, ...], ...]:
    """Short form, the organisation meant, and what the last column says."""
    return tuple((f"{n}", short, one.district or "", last) for n, (short, one, last) in enumerate(found, 1))


_BAN_CHANG, _KLAENG = org(THO, "บ้านฉาง", "บ้านฉาง"), org(TO, "เมืองแกลง", "แกลง")
_TAPHONG, _NA_TA_KHWAN = org(AO, "ตะพง", "เมืองระยอง"), org(AO, "นาตาขวัญ", "เมืองระยอง")
_THA_YANG, _BAN_LAT = org(TO, "ท่ายาง", "ท่ายาง"), org(TO, "บ้านลาด", "บ้านลาด")

LISTS: tuple[Letter, ...] = (
    told(
        "rayong-the-list-says-it",
        "ระยอง",
        3320,
        Date(day=21, month=7, year=2566),
        WELLS,
        (
            "ตามหนังสือที่อ้างถึง ให้จังหวัดรวบรวมคำขอรับการสนับสนุนระบบสูบน้ำพลังงานแสงอาทิตย์ นั้น",
            "จังหวัดระยองขอส่งบัญชีสรุปคำขอรับการสนับสนุน รายละเอียดตามสิ่งที่ส่งมาด้วย",
            "จึงเรียนมาเพื่อโปรดพิจารณา",
        ),
        Answer(outcome="confirmed", count=4, organisations=(_BAN_CHANG, _KLAENG, _TAPHONG, _NA_TA_KHWAN)),
        enclosures=("บัญชีสรุปคำขอรับการสนับสนุน จำนวน ๑ แผ่น",),
        attached=(
            "บัญชีสรุปคำขอรับการสนับสนุนระบบสูบน้ำพลังงานแสงอาทิตย์ จังหวัดระยอง",
            Table(
                header=("ลำดับ", "อปท.", "อำเภอ", "งบประมาณ (บาท)"),
                rows=(
                    *_rows(
                        ("ทม.บ้านฉาง", _BAN_CHANG, "๔๘๐,๐๐๐"),
                        ("ทต.เมืองแกลง", _KLAENG, "๕๐๐,๐๐๐"),
                        ("อบต.ตะพง", _TAPHONG, "๔๙๕,๐๐๐"),
                        ("อบต.นาตาขวัญ", _NA_TA_KHWAN, "๓๒๐,๐๐๐"),
                    ),
                    ("รวม", "๔ แห่ง", "", "๑,๗๙๕,๐๐๐"),
                ),
            ),
        ),
    ),
    told(
        "phetchaburi-columns-of-yes-and-no",
        "เพชรบุรี",
        2966,
        Date(day=12, month=5, year=2566),
        DOGS,
        (
            "ตามหนังสือที่อ้างถึง ให้แจ้งผลการตอบรับเข้าร่วมโครงการฯ นั้น",
            "จังหวัดเพชรบุรีขอส่งผลการตอบรับ ดังนี้",
            Table(
                header=("ที่", "หน่วยงาน", "อำเภอ", "ผลการตอบรับ"),
                rows=_rows(
                    ("เทศบาลตำบลท่ายาง", _THA_YANG, "เข้าร่วม"), ("เทศบาลตำบลบ้านลาด", _BAN_LAT, "เข้าร่วม")
                ),
                ruled=False,
            ),
            "จึงเรียนมาเพื่อโปรดทราบ",
        ),
        Answer(outcome="confirmed", organisations=(_THA_YANG, _BAN_LAT)),
    ),
)

STAMPED = Letter(
    name="fourth-uttaradit-stamped",
    kind="stamped",
    reference=Reference(code="อต", owner="0023.3", number=2210),
    dated=Date(day=3, month=8, year=2563),
    agency="จังหวัดอุตรดิตถ์",
    province="อุตรดิตถ์",
    addressee=DEPARTMENT,
    cited_in_body=(GARDENS.cite,),
    body=(
        f"ตามหนังสือ{DEPARTMENT} ที่ มท ๐๘๑๐.๔/ว ๒๐๓๓ ลงวันที่ ๗ กรกฎาคม ๒๕๖๓ ขอให้รายงานผลการปลูกผักสวนครัว นั้น",
        "จังหวัดอุตรดิตถ์ขอส่งรายงานผลการดำเนินการขององค์กรปกครองส่วนท้องถิ่นครบทั้ง ๘๐ แห่ง มาพร้อมหนังสือนี้",
    ),
    contact=office("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด", lines=("โทร. ๐-๕๕๔๑-๗๖๓๑",), phones=("0-5541-7631",)),
    answer=Answer(outcome="confirmed", count=80),
)


def _memo(
    name: str, province: str, number: Reference, dated: Date, matter: Matter, told_: str, **rest: Any
) -> Letter:
    agency = f"สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด{province}"
    return Letter(
        name=f"fourth-{name}",
        kind="memo",
        reference=number,
        dated=dated,
        agency=agency,
        province=province,
        subject=matter.subject,
        addressee=f"อธิบดี{DEPARTMENT}",
        cited_in_body=(matter.cite,),
        closing=None,
        script="arabic",
        body=(f"ตาม{matter.cite.printed} นั้น", told_, "จึงเรียนมาเพื่อโปรดทราบ"),
        **rest,
    )


MEMOS: tuple[Letter, ...] = (
    _memo(
        "sakonnakhon-memo-by-district",
        "สกลนคร",
        Reference(code="สน", owner="0023.1", number=388),
        Date(day=28, month=11, year=2567),
        HAZE,
        "สถจ.สกลนคร ได้รับรายงานการจัดทำห้องปลอดฝุ่นจาก ๑๒ อำเภอ จากทั้งหมด ๑๘ อำเภอ รวม อปท. ที่ดำเนินการแล้ว ๙๖ แห่ง ส่วนอีก ๖ อำเภอจะรายงานภายในสัปดาห์หน้า",
        signer=Signer(name="นายธีรวัฒน์ บุญทวี", position="ท้องถิ่นจังหวัดสกลนคร"),
        contact=Contact(lines=("โทร. 0 4271 5030",), phones=("0 4271 5030",)),
        answer=Answer(outcome="partial", count=96),
    ),
    _memo(
        "nongbualamphu-memo-no-time",
        "หนองบัวลำภู",
        Reference(code="นภ", owner="0023.1", number=121),
        Date(day=4, month=4, year=2568),
        COURSE,
        "สำนักงานฯ ไม่สามารถส่งเจ้าหน้าที่เข้ารับการฝึกอบรมได้ เนื่องจากอยู่ระหว่างเตรียมรับการตรวจราชการ รอบที่ ๒",
        signer=Signer(name="นางวาสนา คำภูมี", position="ท้องถิ่นจังหวัดหนองบัวลำภู"),
        contact=Contact(lines=("โทร. 0 4231 6782 ต่อ 15",), phones=("0 4231 6782 ต่อ 15",)),
        answer=Answer(outcome="declined"),
    ),
)

LETTERS: tuple[Letter, ...] = (*FORMS, *LISTS, STAMPED, *MEMOS)
