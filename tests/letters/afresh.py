"""Letters by a third hand: answers that only the whole sentence tells, numbers that contradict each other,
numbers mistyped, officers of other ranks, and offices that are no province.
"""

from dataclasses import replace
from typing import Any

from tests.letters.circular import DEPARTMENT, SUBJECT, TO_CIRCULAR
from tests.letters.compose import Answer, Date, Letter, Organisation, Part, Reference, Signer, Table
from tests.letters.matters import CARERS, CHILDREN, ROADS, VOTING, WASTE, Matter, office
from tests.letters.provinces import PROVINCES, local_office, reply

_GECC = Matter(SUBJECT, TO_CIRCULAR)


def _told(
    name: str,
    province: str,
    number: int,
    dated: Date,
    matter: Matter,
    told: tuple[Part, ...],
    answer: Answer,
    **rest: Any,
) -> Letter:
    """A province's answer to `matter`, in its own words."""
    usual = reply(
        province,
        number,
        dated,
        ("เรียนตามหนังสือที่อ้างถึง", *told, "จึงเรียนมาเพื่อโปรดทราบ และขอขอบคุณมา ณ โอกาสนี้"),
        answer,
        name=name,
        subject=matter.subject,
        cites=(matter.cite,),
        signer=Signer(name="นายโอภาส รุ่งเรืองศิลป์", position=PROVINCES[province].governor),
        contact=local_office("โทร. ๐ ๔๔๒๔ ๕๕๗๗", phones=("0 4424 5577",)),
    )
    return replace(usual, **rest)


NOBODY_OBJECTS = _told(
    "phuket-nobody-objects",
    "ภูเก็ต",
    3008,
    Date(day=26, month=5, year=2565),
    WASTE,
    ("ในจังหวัดภูเก็ตไม่มีองค์กรปกครองส่วนท้องถิ่นใดขัดข้อง ทุกแห่งประสงค์เข้าร่วมโครงการ รวม ๑๙ แห่ง",),
    Answer(outcome="confirmed", count=19),
)
BUT_ONE = _told(
    "tak-none-but-one",
    "ตาก",
    901,
    Date(day=1, month=3, year=2562),
    _GECC,
    ("นอกจากเทศบาลนครแม่สอด อำเภอแม่สอด ซึ่งสมัครแล้ว ไม่มีองค์กรปกครองส่วนท้องถิ่นอื่นประสงค์จะสมัคร",),
    Answer(
        outcome="confirmed",
        organisations=(Organisation(kind="เทศบาลนคร", name="แม่สอด", district="แม่สอด"),),
    ),
)
ONE_AFTER_ALL = _told(
    "phrae-one-after-all",
    "แพร่",
    1790,
    Date(day=4, month=3, year=2562),
    _GECC,
    ("ที่จังหวัดแพร่ได้รายงานไปแล้วว่าไม่มีผู้สมัคร นั้น บัดนี้มีองค์กรปกครองส่วนท้องถิ่นสมัครเพิ่มเติม จำนวน ๑ แห่ง",),
    Answer(outcome="confirmed", count=1),
)
SOME_OF_THOSE_TOLD = _told(
    "surin-some-of-those-told",
    "สุรินทร์",
    3450,
    Date(day=25, month=11, year=2566),
    CARERS,
    ("จังหวัดสุรินทร์ได้แจ้งองค์กรปกครองส่วนท้องถิ่น จำนวน ๑๗๓ แห่ง ทราบแล้ว ในจำนวนนี้ส่งบุคลากรเข้ารับการฝึกอบรม จำนวน ๖ แห่ง",),
    Answer(outcome="confirmed", count=6),
)
DIGITS_AGAINST_WORDS = _told(
    "buriram-digits-against-words",
    "บุรีรัมย์",
    5005,
    Date(day=28, month=2, year=2562),
    _GECC,
    ("มีองค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรองมาตรฐานแล้ว จำนวน ๕ (หก) แห่ง",),
    Answer(outcome="confirmed"),
)
"""Nobody can tell which is meant, so no count is right."""
NONE_IN_A_TABLE = _told(
    "sukhothai-none-in-a-table",
    "สุโขทัย",
    1377,
    Date(day=2, month=7, year=2563),
    CHILDREN,
    (
        "จังหวัดสุโขทัยขอรายงานผลการสำรวจ ดังนี้",
        Table(header=("ลำดับ", "หน่วยงานที่ขอรับการสนับสนุน", "หมายเหตุ"), rows=(("-", "ไม่มี", "-"),)),
    ),
    Answer(outcome="nil"),
)
THE_REST_NEXT_MONTH = _told(
    "phatthalung-the-rest-next-month",
    "พัทลุง",
    2110,
    Date(day=9, month=9, year=2564),
    ROADS,
    ("ขณะนี้เสนอคำขอแล้ว จำนวน ๒ แห่ง จากที่แจ้งความประสงค์ไว้ ๕ แห่ง ที่เหลือจะเสนอภายในเดือนตุลาคม ๒๕๖๔",),
    Answer(outcome="partial", count=2),
)
TOLD_IN_A_MEETING = _told(
    "lampang-told-in-a-meeting",
    "ลำปาง",
    4011,
    Date(day=27, month=2, year=2562),
    _GECC,
    ("จังหวัดลำปางได้นำเรื่องดังกล่าวแจ้งในที่ประชุมหัวหน้าส่วนราชการและผู้บริหารท้องถิ่นเพื่อทราบแล้ว",),
    Answer(outcome="acknowledged"),
)
ASKS_TO_THINK_AGAIN = _told(
    "yasothon-asks-to-think-again",
    "ยโสธร",
    1222,
    Date(day=13, month=9, year=2564),
    ROADS,
    ("จังหวัดยโสธรเห็นว่าหลักเกณฑ์ดังกล่าวไม่สอดคล้องกับสภาพพื้นที่ จึงขอให้พิจารณาทบทวนหลักเกณฑ์อีกครั้ง",),
    Answer(outcome="unclear"),
)
OH_FOR_NOUGHT = _told(
    "nan-oh-for-nought",
    "น่าน",
    1306,
    Date(day=26, month=2, year=2562, written="26/2/62"),
    _GECC,
    ("จังหวัดน่านรับทราบ และได้ปิดประกาศประชาสัมพันธ์เรียบร้อยแล้ว",),
    Answer(outcome="acknowledged"),
    reference=Reference(code="นน", owner="0023.3", number=1306, written="นน OO23.3/13O6"),
    script="as-authored",
)
SPACES_IN_THE_NUMBER = _told(
    "lamphun-spaces-in-the-number",
    "ลำพูน",
    77,
    Date(day=7, month=3, year=2562, written="๗ มี.ค.๒๕๖๒"),
    _GECC,
    ("จังหวัดลำพูนได้แจ้งเทศบาลและองค์การบริหารส่วนตำบลเพื่อพิจารณาแล้ว",),
    Answer(outcome="acknowledged"),
    reference=Reference(code="ลพ", owner="0023.3", number=77, written="ลพ ๐๐๒๓.๓ /  ๗๗"),
    signer=Signer(
        name="หม่อมหลวงกิติ ประวิตร",
        position="รองผู้ว่าราชการจังหวัด",
        on_behalf_of="ผู้ว่าราชการจังหวัดลำพูน",
        lines=("รองผู้ว่าราชการจังหวัด รักษาราชการแทน", "ผู้ว่าราชการจังหวัดลำพูน"),
    ),
)
MADE_READY = _told(
    "trang-made-ready",
    "ตรัง",
    99,
    Date(day=6, month=1, year=2568),
    VOTING,
    ("จังหวัดตรังได้ดำเนินการเตรียมความพร้อมเรียบร้อยแล้วทุกแห่ง",),
    Answer(outcome="confirmed"),
    addressee="ปลัดกระทรวงมหาดไทย",
    signer=Signer(
        name="ดร.ศรายุทธ์ นวลศรี",
        position="ปลัดจังหวัด",
        on_behalf_of="ผู้ว่าราชการจังหวัดตรัง",
        lines=("ปลัดจังหวัด ปฏิบัติราชการแทน", "ผู้ว่าราชการจังหวัดตรัง"),
    ),
)

PATTAYA = Letter(
    name="pattaya",
    reference=Reference(code="ชบ", owner="52304", number=1120),
    dated=Date(day=24, month=5, year=2565),
    agency="ศาลาว่าการเมืองพัทยา",
    address=("๑๗๑ หมู่ที่ ๖ ถนนพัทยาเหนือ", "อำเภอบางละมุง จังหวัดชลบุรี ๒๐๑๕๐"),
    province="ชลบุรี",
    subject=WASTE.subject,
    addressee=f"อธิบดี{DEPARTMENT}",
    cites=(WASTE.cite,),
    body=(
        "ตามหนังสือที่อ้างถึง ขอเชิญเข้าร่วมโครงการ นั้น",
        "เมืองพัทยายินดีเข้าร่วมโครงการดังกล่าว",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    signer=Signer(
        name="นายสนธยา บุญเจริญ",
        position="รองนายกเมืองพัทยา",
        on_behalf_of="นายกเมืองพัทยา",
        lines=("รองนายกเมืองพัทยา ปฏิบัติราชการแทน", "นายกเมืองพัทยา"),
    ),
    contact=office("สำนักสิ่งแวดล้อม", lines=("โทร. ๐ ๓๘๒๕ ๓๑๐๐ ต่อ ๔๑๑๐",), phones=("0 3825 3100 ต่อ 4110",)),
    answer=Answer(
        outcome="confirmed",
        organisations=(Organisation(kind="เมืองพัทยา", name="", district="บางละมุง"),),
    ),
)

BANGKOK = Letter(
    name="bangkok",
    reference=Reference(code="กท", owner="0404", number=812),
    dated=Date(day=22, month=11, year=2566),
    agency="สำนักงานปกครองและทะเบียน สำนักปลัดกรุงเทพมหานคร",
    address=("ถนนดินสอ กทม. ๑๐๒๐๐",),
    province="กรุงเทพมหานคร",
    subject=CARERS.subject,
    addressee=f"อธิบดี{DEPARTMENT}",
    cites=(CARERS.cite,),
    body=(
        "ตามหนังสือที่อ้างถึง แจ้งโครงการฝึกอบรมผู้ดูแลผู้สูงอายุ นั้น",
        "สำนักงานปกครองและทะเบียนได้รับหนังสือดังกล่าวแล้ว",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    signer=Signer(name="นางสาววันทนา บัวทอง", position="ผู้อำนวยการสำนักงานปกครองและทะเบียน"),
    contact=office(
        "ฝ่ายบริหารงานทั่วไป", lines=("โทร. ๐ ๒๒๒๑ ๒๑๔๑-๖๙ ต่อ ๑๔๑๐",), phones=("0 2221 2141-69 ต่อ 1410",)
    ),
    answer=Answer(outcome="acknowledged"),
)

SCHOOLS = Letter(
    name="chiangmai-schools",
    reference=Reference(code="ศธ", owner="04047", number=45),
    dated=Date(day=30, month=6, year=2563),
    agency="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเชียงใหม่ เขต ๑",
    agency_lines=("สำนักงานเขตพื้นที่การศึกษา", "ประถมศึกษาเชียงใหม่ เขต ๑"),
    address=("ตำบลช้างเผือก อำเภอเมืองเชียงใหม่", "จังหวัดเชียงใหม่ ๕๐๓๐๐"),
    province="เชียงใหม่",
    subject=CHILDREN.subject,
    addressee=f"อธิบดี{DEPARTMENT}",
    cites=(CHILDREN.cite,),
    body=(
        "ตามหนังสือที่อ้างถึง ให้สำรวจความต้องการครุภัณฑ์ของศูนย์พัฒนาเด็กเล็ก นั้น",
        "สำนักงานเขตพื้นที่การศึกษาไม่มีศูนย์พัฒนาเด็กเล็กในสังกัด จึงขอส่งเรื่องคืนเพื่อพิจารณาดำเนินการต่อไป",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
    ),
    signer=Signer(
        name="นายรตนภูมิ โนสุ",
        position="รองผู้อำนวยการ",
        on_behalf_of="ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาเชียงใหม่ เขต ๑",
        lines=("รองผู้อำนวยการ ปฏิบัติราชการแทน", "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาเชียงใหม่ เขต ๑"),
    ),
    contact=office("กลุ่มอำนวยการ", lines=("โทร. ๐๕๓-๒๒๑-๑๕๕",), phones=("053-221-155",)),
    answer=Answer(outcome="declined"),
)

LETTERS: tuple[Letter, ...] = (
    NOBODY_OBJECTS,
    BUT_ONE,
    ONE_AFTER_ALL,
    SOME_OF_THOSE_TOLD,
    DIGITS_AGAINST_WORDS,
    NONE_IN_A_TABLE,
    THE_REST_NEXT_MONTH,
    TOLD_IN_A_MEETING,
    ASKS_TO_THINK_AGAIN,
    OH_FOR_NOUGHT,
    SPACES_IN_THE_NUMBER,
    MADE_READY,
    PATTAYA,
    BANGKOK,
    SCHOOLS,
)
