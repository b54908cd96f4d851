"""Reply forms (แบบตอบรับ), torn off from a circular, filled in and sent back alone.

The regulation knows no such form. Its agency is the office that filled it in, its subject the printed title,
its date the day beside the signature; it has no number of its own, and an addressee only where one is printed.
"""

from tests.letters.circular import DEPARTMENT, TO_CIRCULAR
from tests.letters.compose import Answer, Contact, Date, Letter, Organisation, Signer
from tests.letters.matters import CARERS, CHILDREN, WASTE

_THA_MAPHLA = Organisation(kind="เทศบาลตำบล", name="ท่ามะพลา", district="หลังสวน")
_BAN_KO = Organisation(kind="องค์การบริหารส่วนตำบล", name="บ้านเกาะ", district="เมืองสมุทรสาคร")
_DON_CHEDI = Organisation(kind="เทศบาลตำบล", name="ดอนเจดีย์", district="พนมทวน")

TICKED = Letter(
    name="thamaphla-form",
    kind="form",
    agency=_THA_MAPHLA.full,
    province="ชุมพร",
    subject="แบบตอบรับการเข้าร่วมโครงการถังขยะเปียกลดโลกร้อน",
    addressee=None,
    dated=Date(day=20, month=5, year=2565),
    cites=(WASTE.cite,),
    body=(
        "หน่วยงาน เทศบาลตำบลท่ามะพลา อำเภอหลังสวน จังหวัดชุมพร",
        "(✓) เข้าร่วมโครงการ          (  ) ไม่เข้าร่วมโครงการ",
        "ชื่อผู้ประสานงาน นายสุชาติ พรหมแก้ว โทรศัพท์ ๐๘๑-๒๓๔๕๖๗๘",
    ),
    signer=Signer(name="นายวิรัช ศรีเทพ", position="นายกเทศมนตรีตำบลท่ามะพลา"),
    contact=Contact(person="นายสุชาติ พรหมแก้ว", phones=("081-2345678",)),
    answer=Answer(outcome="confirmed", organisations=(_THA_MAPHLA,)),
)

CROSSED = Letter(
    name="bankoh-form",
    kind="form",
    agency=_BAN_KO.full,
    province="สมุทรสาคร",
    subject="แบบตอบรับการฝึกอบรมผู้ดูแลผู้สูงอายุที่มีภาวะพึ่งพิง",
    addressee=None,
    dated=Date(day=17, month=11, year=2566),
    cites=(CARERS.cite,),
    body=(
        "ชื่อหน่วยงาน องค์การบริหารส่วนตำบลบ้านเกาะ",
        "อำเภอเมืองสมุทรสาคร จังหวัดสมุทรสาคร",
        "[   ] ส่งบุคลากรเข้ารับการฝึกอบรม",
        "[ / ] ไม่ส่งบุคลากรเข้ารับการฝึกอบรม",
    ),
    signer=Signer(name="นางสาวจิราภา แสงทอง", position="หัวหน้าสำนักปลัด"),
    answer=Answer(outcome="declined"),
)

OF_A_PROVINCE = Letter(
    name="lampang-form",
    kind="form",
    agency="จังหวัดลำปาง",
    province="ลำปาง",
    subject="แบบรายงานผลการสมัครขอรับการรับรองมาตรฐานศูนย์ราชการสะดวก",
    addressee=f"อธิบดี{DEPARTMENT}",
    dated=Date(day=27, month=2, year=2562),
    cites=(TO_CIRCULAR,),
    script="arabic",
    body=(
        f"เรียน อธิบดี{DEPARTMENT}",
        "จังหวัดลำปาง",
        "☐ มีองค์กรปกครองส่วนท้องถิ่นสมัคร จำนวน ........ แห่ง",
        "☑ ไม่มีองค์กรปกครองส่วนท้องถิ่นสมัคร",
    ),
    signer=Signer(name="นายสมบูรณ์ เตชะวงศ์", position="ท้องถิ่นจังหวัดลำปาง"),
    answer=Answer(outcome="nil"),
)

WITH_MAIL = Letter(
    name="donchedi-form",
    kind="form",
    agency=_DON_CHEDI.full,
    province="กาญจนบุรี",
    subject="แบบตอบรับ การขอรับการสนับสนุนครุภัณฑ์ศูนย์พัฒนาเด็กเล็ก",
    addressee=None,
    dated=Date(day=29, month=6, year=2563),
    cites=(CHILDREN.cite,),
    body=(
        "องค์กรปกครองส่วนท้องถิ่น : เทศบาลตำบลดอนเจดีย์  อำเภอ : พนมทวน  จังหวัด : กาญจนบุรี",
        "[X] ประสงค์ขอรับการสนับสนุน    [ ] ไม่ประสงค์ขอรับการสนับสนุน",
        "ผู้ประสานงาน : นางกัลยา มีสุข  โทร. ๐๘๖-๑๑๒-๒๓๓๔",
        "e-mail : saraban_05710909@dla.go.th",
    ),
    signer=Signer(name="นายบุญธรรม ทองพิจิตร", position="ปลัดเทศบาลตำบลดอนเจดีย์"),
    contact=Contact(person="นางกัลยา มีสุข", phones=("086-112-2334",), emails=("saraban_05710909@dla.go.th",)),
    answer=Answer(outcome="confirmed", organisations=(_DON_CHEDI,)),
)

LETTERS: tuple[Letter, ...] = (TICKED, CROSSED, OF_A_PROVINCE, WITH_MAIL)
