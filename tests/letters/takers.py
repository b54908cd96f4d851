"""Provinces that name those who do what the circular asks: in sentences, in words, in tables of all kinds."""

from tests.letters.circular import SUBJECT, TO_CIRCULAR
from tests.letters.compose import Answer, Date, Letter, Organisation, Table, Turn
from tests.letters.matters import CARERS, CHILDREN, CLINICS, ROADS, VOTING, WASTE, WATER
from tests.letters.provinces import TO_KNOW, deputy, governor, local_office, reply


def _of(kind: str, *places: tuple[str, str]) -> tuple[Organisation, ...]:
    return tuple(Organisation(kind=kind, name=name, district=district) for name, district in places)


_TO, _THO, _TN, _AO = "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร", "องค์การบริหารส่วนตำบล"

IN_ONE_BREATH = reply(
    "นนทบุรี",
    4407,
    Date(day=26, month=2, year=2562),
    (
        "ตามหนังสือที่อ้างถึง กรมส่งเสริมการปกครองท้องถิ่นเชิญชวนองค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรองมาตรฐาน นั้น",
        "จังหวัดนนทบุรีขอส่งรายชื่อผู้สมัคร รวม ๓ แห่ง คือ ๑) เทศบาลนครปากเกร็ด อ.ปากเกร็ด ๒) เทศบาลเมืองบางบัวทอง อ.บางบัวทอง "
        "๓) องค์การบริหารส่วนตำบลราษฎร์นิยม อ.ไทรน้อย",
        TO_KNOW,
    ),
    Answer(
        outcome="confirmed",
        count=3,
        organisations=(
            *_of(_TN, ("ปากเกร็ด", "ปากเกร็ด")),
            *_of(_THO, ("บางบัวทอง", "บางบัวทอง")),
            *_of(_AO, ("ราษฎร์นิยม", "ไทรน้อย")),
        ),
    ),
    name="nonthaburi-in-one-breath",
    address=("ถนนรัตนาธิเบศร์ นบ ๑๑๐๐๐",),
    signer=governor("นนทบุรี", "นายสุจินต์ ไชยชุมศักดิ์"),
    contact=local_office("โทร. ๐ ๒๕๘๐ ๐๗๐๕", phones=("0 2580 0705",)),
)

NUMBER_IN_WORDS = reply(
    "ปทุมธานี",
    2871,
    Date(day=27, month=5, year=2565),
    (
        "ตามหนังสือที่อ้างถึง ขอให้แจ้งจำนวนองค์กรปกครองส่วนท้องถิ่นที่เข้าร่วมโครงการ นั้น",
        "จังหวัดปทุมธานีขอเรียนว่า จากองค์กรปกครองส่วนท้องถิ่นทั้งสิ้น ๖๕ แห่ง มีผู้แจ้งความประสงค์เข้าร่วมโครงการยี่สิบเอ็ดแห่ง",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    Answer(outcome="confirmed", count=21),
    name="pathumthani-number-in-words",
    subject=WASTE.subject,
    cites=(WASTE.cite,),
    address=("ถนนปทุมธานี-สามโคก ปท ๑๒๐๐๐",),
    signer=deputy("ปทุมธานี", "นายปรีดี วิสุทธิแพทย์"),
    contact=local_office("โทร. ๐ ๒๕๘๑ ๗๑๑๙", phones=("0 2581 7119",)),
)

SHORT_FORMS = reply(
    "พระนครศรีอยุธยา",
    5930,
    Date(day=2, month=7, year=2563),
    (
        "ตามหนังสือที่อ้างถึง ให้จังหวัดสำรวจความต้องการครุภัณฑ์ นั้น",
        "จังหวัดพระนครศรีอยุธยาได้สำรวจแล้ว มี อปท. ประสงค์ขอรับการสนับสนุน ๓ แห่ง ได้แก่ ทต.ภาชี อ.ภาชี, อบต.บ้านขวาง อ.มหาราช "
        "และ ทม.ลำตาเสา อ.วังน้อย",
        TO_KNOW,
    ),
    Answer(
        outcome="confirmed",
        count=3,
        organisations=(
            *_of(_TO, ("ภาชี", "ภาชี")),
            *_of(_AO, ("บ้านขวาง", "มหาราช")),
            *_of(_THO, ("ลำตาเสา", "วังน้อย")),
        ),
    ),
    name="ayutthaya-short-forms",
    subject=CHILDREN.subject,
    cites=(CHILDREN.cite,),
    address=("ถนนสายเอเซีย อย ๑๓๐๐๐",),
    signer=deputy("พระนครศรีอยุธยา", "นายไพรัตน์ เพชรยวน"),
    contact=local_office("โทร./โทรสาร ๐ ๓๕๓๓ ๖๕๔๖", phones=("0 3533 6546",), faxes=("0 3533 6546",)),
)

WITHOUT_OBJECTION = reply(
    "สระบุรี",
    1777,
    Date(day=20, month=2, year=2567),
    (
        "ตามหนังสือที่อ้างถึง ขอให้จังหวัดแจ้งความพร้อมรับการถ่ายโอนภารกิจโรงพยาบาลส่งเสริมสุขภาพตำบล นั้น",
        "องค์การบริหารส่วนจังหวัดสระบุรีพิจารณาแล้วไม่มีข้อขัดข้อง และพร้อมรับการถ่ายโอนภารกิจดังกล่าว",
        "จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการต่อไป",
    ),
    Answer(
        outcome="confirmed",
        organisations=(Organisation(kind="องค์การบริหารส่วนจังหวัด", name="สระบุรี", district=None),),
    ),
    name="saraburi-without-objection",
    subject=CLINICS.subject,
    cites=(CLINICS.cite,),
    address=("ถนนพหลโยธิน สบ ๑๘๐๐๐",),
    signer=deputy("สระบุรี", "นายอำนาจ พรหมสูตร", acts="รักษาราชการแทน"),
    contact=local_office("โทร. ๐-๓๖๒๑-๑๙๐๐", phones=("0-3621-1900",)),
)

AS_OF_A_DAY = reply(
    "ขอนแก่น",
    8102,
    Date(day=14, month=9, year=2564),
    (
        "ตามที่กรมส่งเสริมการปกครองท้องถิ่นเปิดให้เสนอคำขอรับการสนับสนุนงบประมาณ ตามหนังสือที่อ้างถึง นั้น",
        "จังหวัดขอนแก่นขอเรียนว่า ข้อมูล ณ วันที่ ๑๐ กันยายน ๒๕๖๔ มีองค์กรปกครองส่วนท้องถิ่นเสนอคำขอแล้ว จำนวน ๓๘ แห่ง "
        "จากทั้งหมด ๒๒๕ แห่ง รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
    ),
    Answer(outcome="confirmed", count=38, as_of=Date(day=10, month=9, year=2564)),
    name="khonkaen-as-of-a-day",
    subject=ROADS.subject,
    cites=(ROADS.cite,),
    enclosures=("แบบสรุปคำขอ จำนวน ๑ ชุด", "แผ่นบันทึกข้อมูล (CD) จำนวน ๑ แผ่น", "สำเนามติสภาท้องถิ่น จำนวน ๓๘ ฉบับ"),
    address=("ถนนหน้าศูนย์ราชการ ขก ๔๐๐๐๐",),
    signer=deputy("ขอนแก่น", "นายจารึก เหล่าประเสริฐ"),
    contact=local_office("โทร. ๐-๔๓๒๓-๗๗๕๖ ต่อ ๑๐๑-๑๐๔", phones=("0-4323-7756 ต่อ 101-104",)),
)

_UDON = (
    *_of(_TN, ("อุดรธานี", "เมืองอุดรธานี")),
    *_of(_THO, ("โนนสูง-น้ำคำ", "เมืองอุดรธานี")),
    *_of(_TO, ("กู่แก้ว", "กู่แก้ว"), ("บ้านธาตุ", "เพ็ญ")),
    *_of(_AO, ("สุมเส้า", "เพ็ญ"), ("อุ่มจาน", "ประจักษ์ศิลปาคม"), ("นาทม", "ทุ่งฝน")),
)
OVER_TWO_TABLES = reply(
    "อุดรธานี",
    7340,
    Date(day=27, month=11, year=2566),
    (
        "ตามหนังสือที่อ้างถึง แจ้งโครงการฝึกอบรมผู้ดูแลผู้สูงอายุที่มีภาวะพึ่งพิง นั้น",
        "จังหวัดอุดรธานีมีองค์กรปกครองส่วนท้องถิ่นส่งบุคลากรเข้ารับการฝึกอบรม จำนวน ๗ แห่ง ตามบัญชีรายชื่อที่แนบมาพร้อมนี้",
        TO_KNOW,
    ),
    Answer(outcome="confirmed", count=7, organisations=_UDON),
    name="udon-over-two-tables",
    subject=CARERS.subject,
    cites=(CARERS.cite,),
    enclosures=("บัญชีรายชื่อผู้เข้ารับการฝึกอบรม จำนวน ๒ แผ่น",),
    address=("ถนนอธิบดี อด ๔๑๐๐๐",),
    signer=deputy("อุดรธานี", "นายวันชัย จันทร์พร"),
    contact=local_office("โทร. ๐ ๔๒๒๒ ๓๓๐๔", phones=("0 4222 3304",)),
    attached=(
        "บัญชีรายชื่อองค์กรปกครองส่วนท้องถิ่นที่ส่งบุคลากรเข้ารับการฝึกอบรม",
        Table(
            header=("ที่", "หน่วยงาน", "อำเภอ", "จำนวน (คน)"),
            rows=tuple((f"{n}", one.full, one.district or "", "๒") for n, one in enumerate(_UDON[:4], 1)),
        ),
        Turn(catchword="๕. องค์การ", page=2),
        Table(
            header=("ที่", "หน่วยงาน", "อำเภอ", "จำนวน (คน)"),
            rows=(
                *((f"{n}", one.full, one.district or "", "๑") for n, one in enumerate(_UDON[4:], 5)),
                ("", "รวม ๗ แห่ง", "", "๑๑"),
            ),
        ),
    ),
)

ALL_OF_THEM = reply(
    "มหาสารคาม",
    3019,
    Date(day=6, month=1, year=2568),
    (
        "ตามหนังสือที่อ้างถึง กระทรวงมหาดไทยให้จังหวัดตรวจสอบความพร้อมการเลือกตั้งขององค์กรปกครองส่วนท้องถิ่น นั้น",
        "จังหวัดมหาสารคามขอรายงานว่า องค์กรปกครองส่วนท้องถิ่นได้เตรียมความพร้อมเรียบร้อยแล้วครบทุกแห่ง จำนวน ๑๔๓ แห่ง",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    Answer(outcome="confirmed", count=143),
    name="mahasarakham-all-of-them",
    subject=VOTING.subject,
    addressee="ปลัดกระทรวงมหาดไทย",
    cites=(VOTING.cite,),
    urgency="ด่วนที่สุด",
    address=("ถนนเลี่ยงเมืองมหาสารคาม-ร้อยเอ็ด มค ๔๔๐๐๐",),
    signer=governor("มหาสารคาม", "นายวิบูรณ์ แววบัณฑิต"),
    contact=local_office("โทร. ๐ ๔๓๗๗ ๗๓๒๓", phones=("0 4377 7323",)),
)

FEWER_NAMED_BY_DISTRICT = reply(
    "ร้อยเอ็ด",
    4588,
    Date(day=21, month=1, year=2568),
    (
        "ตามหนังสือที่อ้างถึง ให้สำรวจระบบประปาหมู่บ้านที่ชำรุดเสียหาย นั้น",
        "จังหวัดร้อยเอ็ดสำรวจแล้ว มีองค์กรปกครองส่วนท้องถิ่นที่มีระบบประปาหมู่บ้านชำรุดเสียหาย จำนวน ๔ แห่ง ดังนี้",
        "- องค์การบริหารส่วนตำบลทุ่งศรีเมือง อำเภอสุวรรณภูมิ",
        "- องค์การบริหารส่วนตำบลบัวแดง อำเภอปทุมรัตต์",
        "- เทศบาลตำบลลิ้นฟ้า อำเภอจตุรพักตรพิมาน",
        "- เทศบาลตำบลทุ่งกุลา อำเภอสุวรรณภูมิ",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    Answer(
        outcome="confirmed",
        count=4,
        organisations=(
            *_of(_AO, ("ทุ่งศรีเมือง", "สุวรรณภูมิ"), ("บัวแดง", "ปทุมรัตต์")),
            *_of(_TO, ("ลิ้นฟ้า", "จตุรพักตรพิมาน"), ("ทุ่งกุลา", "สุวรรณภูมิ")),
        ),
    ),
    name="roiet-dashes",
    subject=WATER.subject,
    cites=(WATER.cite,),
    script="arabic",
    address=("ถนนเทวาภิบาล รอ 45000",),
    signer=deputy("ร้อยเอ็ด", "นายสมศักดิ์ จังตระกุล"),
    contact=local_office("โทร. 043-511577 ต่อ 12", phones=("043-511577 ต่อ 12",)),
)

ELEVEN = reply(
    "นครสวรรค์",
    2236,
    Date(day=28, month=2, year=2562),
    (
        "ตามหนังสือที่อ้างถึง ขอเชิญสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก นั้น",
        "จังหวัดนครสวรรค์ขอเรียนว่า มีองค์กรปกครองส่วนท้องถิ่นในพื้นที่ ๙ อำเภอ จำนวน ๑๑ แห่ง ได้สมัครขอรับการรับรองมาตรฐานเรียบร้อยแล้ว",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    Answer(outcome="confirmed", count=11),
    name="nakhonsawan-eleven",
    subject=f"แจ้งผล{SUBJECT.removeprefix('ขอเชิญ')}",
    cites=(TO_CIRCULAR,),
    address=("ถนนสวรรค์วิถี นว ๖๐๐๐๐",),
    signer=deputy("นครสวรรค์", "นายรณภพ เหลืองไพโรจน์"),
    contact=local_office("โทร. ๐-๕๖๘๐-๓๕๗๘", phones=("0-5680-3578",)),
)

LETTERS: tuple[Letter, ...] = (
    IN_ONE_BREATH,
    NUMBER_IN_WORDS,
    SHORT_FORMS,
    WITHOUT_OBJECTION,
    AS_OF_A_DAY,
    OVER_TWO_TABLES,
    ALL_OF_THEM,
    FEWER_NAMED_BY_DISTRICT,
    ELEVEN,
)
