"""Municipalities and councils write to their governor, their district officer, or to the department itself."""

from tests.letters.circular import DEPARTMENT, TO_CIRCULAR
from tests.letters.compose import Answer, Cite, Date, Letter, Organisation, Reference, Signer
from tests.letters.matters import CARERS, CHILDREN, ROADS, WASTE, council, mayor, office

_PHRA_LAP = Organisation(kind="เทศบาลตำบล", name="พระลับ", district="เมืองขอนแก่น")
_KHUN_YUAM = Organisation(kind="องค์การบริหารส่วนตำบล", name="ขุนยวม", district="ขุนยวม")
_PHRAEK_SA_MAI = Organisation(kind="เทศบาลเมือง", name="แพรกษาใหม่", district="เมืองสมุทรปราการ")
_RANGSIT = Organisation(kind="เทศบาลนคร", name="รังสิต", district="ธัญบุรี")
_CHAI_CHUMPHON = Organisation(kind="องค์การบริหารส่วนตำบล", name="ชัยจุมพล", district="ลับแล")
_THUNG_KHWAI_KIN = Organisation(kind="เทศบาลตำบล", name="ทุ่งควายกิน", district="แกลง")
_CHUMPHON = Organisation(kind="องค์การบริหารส่วนจังหวัด", name="ชุมพร", district="เมืองชุมพร")
_NA_THUNG = Organisation(kind="องค์การบริหารส่วนตำบล", name="นาทุ่ง", district="เมืองชุมพร")
_RAI_KHING = Organisation(kind="เทศบาลเมือง", name="ไร่ขิง", district="สามพราน")
_KHLONG_CHALOEM = Organisation(kind="องค์การบริหารส่วนตำบล", name="คลองเฉลิม", district="กงหรา")


def _governors(province: str, code: str, number: int, dated: Date) -> Cite:
    """The province's own circular, by which it passed the department's on."""
    reference = Reference(code=code, owner="0023.3", number=number, circular=True)
    return Cite(reference=reference, dated=dated, agency=f"จังหวัด{province}")


PHRA_LAP = council(
    _PHRA_LAP,
    "ขอนแก่น",
    "53501",
    221,
    Date(day=25, month=2, year=2562),
    name="phralap-to-the-district",
    address=("ถนนเหล่านาดี ตำบลพระลับ", "อำเภอเมือง จังหวัดขอนแก่น ๔๐๐๐๐"),
    subject="การสมัครขอรับการรับรองมาตรฐานศูนย์ราชการสะดวก (GECC)",
    addressee="นายอำเภอเมืองขอนแก่น",
    cites=(
        Cite(
            reference=Reference(code="ขก", owner="0023.6", number=812, circular=True),
            dated=Date(day=20, month=2, year=2562),
            agency="ที่ว่าการอำเภอเมืองขอนแก่น",
        ),
    ),
    body=(
        "ตามหนังสือที่อ้างถึง แจ้งให้ทราบถึงการสมัครขอรับการรับรองมาตรฐานศูนย์ราชการสะดวก นั้น",
        "เทศบาลตำบลพระลับมีความพร้อมและได้ยื่นใบสมัครแล้ว",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    signer=mayor("นายนิติ ภูมิเวียงศรี", _PHRA_LAP),
    contact=office("สำนักปลัดเทศบาล", lines=("โทร. ๐-๔๓๔๗-๐๑๙๙",), phones=("0-4347-0199",)),
    answer=Answer(
        outcome="confirmed",
        organisations=(Organisation(kind="เทศบาลตำบล", name="พระลับ", district="เมืองขอนแก่น"),),
    ),
)

KHUN_YUAM = council(
    _KHUN_YUAM,
    "แม่ฮ่องสอน",
    "72101",
    58,
    Date(day=6, month=9, year=2564),
    name="khunyuam-wants-none",
    address=("หมู่ที่ ๑ ตำบลขุนยวม อำเภอขุนยวม", "จังหวัดแม่ฮ่องสอน ๕๘๑๔๐"),
    subject="แจ้งความประสงค์ขอรับการสนับสนุนงบประมาณ",
    cites=(_governors("แม่ฮ่องสอน", "มส", 1377, Date(day=2, month=9, year=2564)),),
    body=(
        "ตามหนังสือจังหวัดแม่ฮ่องสอนที่อ้างถึง ให้เสนอคำขอรับการสนับสนุนงบประมาณซ่อมสร้างถนน นั้น",
        "องค์การบริหารส่วนตำบลขุนยวมขอแจ้งว่าไม่ประสงค์ขอรับการสนับสนุนงบประมาณดังกล่าว",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    signer=mayor("นายจำรูญ แพทย์ภักดี", _KHUN_YUAM),
    contact=office("กองช่าง", lines=("โทร. ๐ ๕๓๖๙ ๑๑๒๐",), phones=("0 5369 1120",)),
    answer=Answer(outcome="declined"),
)

PHRAEK_SA_MAI = council(
    _PHRAEK_SA_MAI,
    "สมุทรปราการ",
    "53801",
    1402,
    Date(day=19, month=5, year=2565),
    name="phraeksamai-joins",
    address=("๙๙๙ หมู่ที่ ๖ ถนนพุทธรักษา ตำบลแพรกษาใหม่", "อำเภอเมืองสมุทรปราการ จังหวัดสมุทรปราการ ๑๐๒๘๐"),
    subject=WASTE.subject,
    addressee=f"อธิบดี{DEPARTMENT}",
    cites=(WASTE.cite,),
    enclosures=("ใบสมัครเข้าร่วมโครงการ จำนวน ๑ ฉบับ",),
    body=(
        "ตามที่กรมส่งเสริมการปกครองท้องถิ่นได้ขอความร่วมมือเข้าร่วมโครงการ ตามหนังสือที่อ้างถึง นั้น",
        "เทศบาลเมืองแพรกษาใหม่ยินดีเข้าร่วมโครงการ และขอส่งใบสมัครมาพร้อมหนังสือนี้",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
    ),
    signer=Signer(
        name="นางสาวสุภาพร อยู่เย็น",
        position="ปลัดเทศบาล",
        on_behalf_of="นายกเทศมนตรีเมืองแพรกษาใหม่",
        lines=("ปลัดเทศบาล ปฏิบัติราชการแทน", "นายกเทศมนตรีเมืองแพรกษาใหม่"),
    ),
    contact=office(
        "กองสาธารณสุขและสิ่งแวดล้อม",
        "งานบริการสาธารณสุข",
        lines=("โทร. ๐ ๒๑๗๔ ๔๗๘๙ ต่อ ๒๒๐", "E-mail: saraban_04110109@dla.go.th"),
        phones=("0 2174 4789 ต่อ 220",),
        emails=("saraban_04110109@dla.go.th",),
    ),
    answer=Answer(outcome="confirmed", organisations=(_PHRAEK_SA_MAI,)),
)

RANGSIT = council(
    _RANGSIT,
    "ปทุมธานี",
    "52303",
    90,
    Date(day=26, month=6, year=2563),
    name="rangsit-no-objection",
    address=("ถนนรังสิต-ปทุมธานี", "อำเภอธัญบุรี จังหวัดปทุมธานี ๑๒๑๓๐"),
    subject=CHILDREN.subject,
    cites=(_governors("ปทุมธานี", "ปท", 2210, Date(day=22, month=6, year=2563)),),
    body=(
        "ตามหนังสือที่อ้างถึง ให้แจ้งความต้องการครุภัณฑ์ของศูนย์พัฒนาเด็กเล็ก นั้น",
        "เทศบาลนครรังสิตไม่มีข้อขัดข้องประการใด และขอรับการสนับสนุนครุภัณฑ์ตามรายการที่กำหนด",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    signer=mayor("นายเดชา ชื่นจิตต์", _RANGSIT),
    contact=office("กองการศึกษา", lines=("โทร. ๐-๒๕๖๗-๖๐๐๐-๖ ต่อ ๓๐๑",), phones=("0-2567-6000-6 ต่อ 301",)),
    answer=Answer(outcome="confirmed", organisations=(_RANGSIT,)),
)

CHAI_CHUMPHON = council(
    _CHAI_CHUMPHON,
    "อุตรดิตถ์",
    "71203",
    133,
    Date(day=22, month=2, year=2562),
    name="chaichumphon-in-laplae",
    address=("อำเภอลับแล จังหวัดอุตรดิตถ์ ๕๓๑๓๐",),
    subject="ส่งใบสมัครขอรับการรับรองมาตรฐานศูนย์ราชการสะดวก",
    addressee="ผู้ว่าราชการจังหวัดอุตรดิตถ์ (ผ่านนายอำเภอลับแล)",
    cites=(_governors("อุตรดิตถ์", "อต", 706, Date(day=18, month=2, year=2562)),),
    body=(
        "ตามหนังสือที่อ้างถึง แจ้งเชิญชวนสมัครขอรับการรับรองมาตรฐานศูนย์ราชการสะดวก นั้น",
        "องค์การบริหารส่วนตำบลชัยจุมพล อำเภอลับแล ได้สมัครทางเว็บไซต์แล้วเมื่อวันที่ ๒๑ กุมภาพันธ์ ๒๕๖๒",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    signer=mayor("นายสวัสดิ์ แสนจันทร์", _CHAI_CHUMPHON),
    contact=office(
        "สำนักปลัด", lines=("โทร/แฟกซ์ ๐-๕๕๔๕-๐๑๒๖",), phones=("0-5545-0126",), faxes=("0-5545-0126",)
    ),
    answer=Answer(outcome="confirmed", organisations=(_CHAI_CHUMPHON,)),
)

THUNG_KHWAI_KIN = council(
    _THUNG_KHWAI_KIN,
    "ระยอง",
    "52604",
    377,
    Date(day=21, month=11, year=2566),
    name="thungkhwaikin-sends-nobody",
    script="arabic",
    subject="ไม่ประสงค์ส่งบุคลากรเข้ารับการฝึกอบรม",
    addressee="นายอำเภอแกลง",
    cites=(
        Cite(
            reference=Reference(code="รย", owner="0318", number=1450, circular=True),
            dated=Date(day=15, month=11, year=2566),
            agency="อำเภอแกลง",
        ),
    ),
    body=(
        "ตามที่อำเภอแกลงแจ้งให้ส่งบุคลากรเข้ารับการฝึกอบรม นั้น",
        "เทศบาลตำบลทุ่งควายกินขอสละสิทธิ์การเข้ารับการฝึกอบรมในรุ่นนี้ เนื่องจากมีบุคลากรไม่เพียงพอ",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    signer=mayor("นายเจริญ ตันติสุข", _THUNG_KHWAI_KIN),
    contact=office("กองสาธารณสุขฯ", lines=("โทร 0 3867 5161",), phones=("0 3867 5161",)),
    answer=Answer(outcome="declined"),
)

CHUMPHON = council(
    _CHUMPHON,
    "ชุมพร",
    "51004",
    2116,
    Date(day=10, month=9, year=2564),
    name="chumphon-organisation-asks-for-money",
    agency_lines=("องค์การบริหารส่วนจังหวัด", "ชุมพร"),
    address=("ถนนไตรรัตน์ ชพ ๘๖๐๐๐",),
    subject=ROADS.subject,
    addressee=f"อธิบดี{DEPARTMENT}",
    cites=(ROADS.cite,),
    enclosures=("แบบคำขอรับการสนับสนุน จำนวน ๑ ชุด", "ภาพถ่ายสภาพพื้นที่ จำนวน ๑๒ ภาพ"),
    body=(
        "ตามหนังสือที่อ้างถึง แจ้งให้เสนอคำขอรับการสนับสนุนงบประมาณเงินอุดหนุนเฉพาะกิจ นั้น",
        "องค์การบริหารส่วนจังหวัดชุมพรขอเสนอคำขอรับการสนับสนุนตามแบบที่ส่งมาพร้อมนี้",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
    ),
    signer=Signer(name="นายนพพร อุสิทธิ์", position="นายกองค์การบริหารส่วนจังหวัดชุมพร"),
    contact=office("กองช่าง", "ฝ่ายสำรวจและออกแบบ", lines=("โทร. ๐-๗๗๕๑-๑๒๖๗",), phones=("0-7751-1267",)),
    answer=Answer(
        outcome="confirmed",
        organisations=(Organisation(kind="องค์การบริหารส่วนจังหวัด", name="ชุมพร", district=None),),
    ),
)

NA_THUNG = council(
    _NA_THUNG,
    "ชุมพร",
    "73901",
    44,
    Date(day=None, month=2, year=2562),
    name="nathung-blank-day",
    agency_lines=("ที่ทำการองค์การบริหารส่วน", "ตำบลนาทุ่ง"),
    address=("อำเภอเมืองชุมพร ชพ ๘๖๐๐๐",),
    subject="รายงานผลการสมัครขอรับการรับรองมาตรฐาน",
    cites=(TO_CIRCULAR,),
    body=(
        "ตามหนังสือที่อ้างถึง นั้น",
        "องค์การบริหารส่วนตำบลนาทุ่งรับทราบแล้ว และได้ประชาสัมพันธ์ให้บุคลากรในสังกัดทราบโดยทั่วกัน",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    signer=Signer(
        name="นายสมพร แก้วมณี",
        position="รองนายกองค์การบริหารส่วนตำบล",
        on_behalf_of="นายกองค์การบริหารส่วนตำบลนาทุ่ง",
        lines=("รองนายกองค์การบริหารส่วนตำบล รักษาราชการแทน", "นายกองค์การบริหารส่วนตำบลนาทุ่ง"),
    ),
    contact=office("สำนักปลัด อบต.", lines=("โทร. ๐-๗๗๕๐-๖๒๑๑",), phones=("0-7750-6211",)),
    answer=Answer(outcome="acknowledged"),
)

RAI_KHING = council(
    _RAI_KHING,
    "นครปฐม",
    "54201",
    2039,
    Date(day=24, month=11, year=2566),
    name="raikhing-two-sent",
    address=("ถนนพุทธมณฑลสาย ๕ อำเภอสามพราน", "จังหวัดนครปฐม ๗๓๒๑๐"),
    subject=CARERS.subject,
    cites=(_governors("นครปฐม", "นฐ", 4402, Date(day=16, month=11, year=2566)),),
    body=(
        "ตามหนังสือที่อ้างถึง แจ้งโครงการฝึกอบรมผู้ดูแลผู้สูงอายุ นั้น",
        "เทศบาลเมืองไร่ขิงประสงค์ส่งบุคลากรเข้ารับการฝึกอบรมตามกำหนดการดังกล่าว",
        "จึงเรียนมาเพื่อโปรดดำเนินการต่อไป",
    ),
    signer=mayor("นายจำรัส ตั้งตระกูลธรรม", _RAI_KHING),
    contact=office(
        "กองสวัสดิการสังคม",
        lines=("ผู้ประสานงาน น.ส.วราภรณ์ ทองอยู่ มือถือ ๐๘ ๑๙๘๗ ๖๕๔๓", "โทร. ๐ ๓๔๓๑ ๑๗๙๕"),
        person="น.ส.วราภรณ์ ทองอยู่",
        phones=("08 1987 6543", "0 3431 1795"),
    ),
    answer=Answer(outcome="confirmed", organisations=(_RAI_KHING,)),
)

KHLONG_CHALOEM = council(
    _KHLONG_CHALOEM,
    "พัทลุง",
    "71601",
    265,
    Date(day=24, month=2, year=2562, written="วันที่ ๒๔ กุมภาพันธ์ พ.ศ. ๒๕๖๒"),
    name="khlongchaloem-has-received",
    address=("๑๒๓ หมู่ที่ ๓ ตำบลคลองเฉลิม", "อำเภอกงหรา จังหวัดพัทลุง ๙๓๑๘๐"),
    subject="ตอบรับหนังสือ",
    addressee="นายอำเภอกงหรา",
    cites=(
        Cite(
            reference=Reference(code="พท", owner="0418", number=219, circular=True),
            dated=Date(day=20, month=2, year=2562),
            agency="อำเภอกงหรา",
        ),
    ),
    body=("ตามหนังสือที่อ้างถึง องค์การบริหารส่วนตำบลคลองเฉลิมได้รับหนังสือดังกล่าวไว้เรียบร้อยแล้ว", "จึงเรียนมาเพื่อโปรดทราบ"),
    signer=mayor("นายประพันธ์ หนูสง", _KHLONG_CHALOEM),
    contact=office(
        "สำนักปลัด", lines=("โทรศัพท์/โทรสาร ๐๗๔-๖๐๕๙๐๑",), phones=("074-605901",), faxes=("074-605901",)
    ),
    answer=Answer(outcome="acknowledged"),
)

LETTERS: tuple[Letter, ...] = (
    PHRA_LAP,
    KHUN_YUAM,
    PHRAEK_SA_MAI,
    RANGSIT,
    CHAI_CHUMPHON,
    THUNG_KHWAI_KIN,
    CHUMPHON,
    NA_THUNG,
    RAI_KHING,
    KHLONG_CHALOEM,
)
