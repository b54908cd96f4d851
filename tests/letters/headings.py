"""The head as clerks really type it: labels on lines of their own, tabs, colons, the office over two lines,
long addresses, several entries numbered in other ways, letters by way of another office.
"""

from tests.letters.circular import DEPARTMENT, SUBJECT
from tests.letters.compose import Answer, Cite, Date, Letter, Reference
from tests.letters.matters import CARERS, CHILDREN, CLINICS, ROADS, WATER, office
from tests.letters.provinces import KNOWN, TO_KNOW, deputy, governor, local_office, reply

_PASSED_ON = Answer(outcome="acknowledged")

LABELS_APART = reply(
    "สุพรรณบุรี",
    2066,
    Date(day=26, month=2, year=2562),
    (KNOWN, "จังหวัดสุพรรณบุรีได้แจ้งให้อำเภอทุกอำเภอแจ้งองค์กรปกครองส่วนท้องถิ่นในพื้นที่ทราบแล้ว", TO_KNOW),
    _PASSED_ON,
    name="suphanburi-labels-apart",
    after_labels="\n",
    address=("ถนนสุพรรณบุรี-ชัยนาท สพ ๗๒๐๐๐",),
    signer=deputy("สุพรรณบุรี", "นายพิภพ บุญธรรม"),
    contact=local_office("โทร. ๐-๓๕๕๓-๕๓๗๖", phones=("0-3553-5376",)),
)

TABS_AND_COLONS = reply(
    "พังงา",
    940,
    Date(day=12, month=1, year=2568),
    (
        "ตามหนังสือที่อ้างถึง แจ้งให้สำรวจระบบประปาหมู่บ้านที่ชำรุดเสียหาย นั้น",
        "จังหวัดพังงาได้มีหนังสือแจ้งองค์กรปกครองส่วนท้องถิ่นทุกแห่งดำเนินการแล้ว",
        TO_KNOW,
    ),
    _PASSED_ON,
    name="phangnga-tabs-and-colons",
    subject=WATER.subject,
    cites=(WATER.cite,),
    before_number="ที่\t",
    after_labels=":",
    address=("ถนนเพชรเกษม พง ๘๒๐๐๐",),
    signer=governor("พังงา", "นายจำเริญ ทิพญพงศ์ธาดา"),
    contact=local_office("โทร: ๐-๗๖๔๘-๑๕๘๗", phones=("0-7648-1587",)),
)

OFFICE_OVER_TWO_LINES = reply(
    "นครปฐม",
    3120,
    Date(day=11, month=9, year=2564),
    (
        "ตามหนังสือที่อ้างถึง แจ้งแนวทางการเสนอคำขอรับการสนับสนุนงบประมาณ นั้น",
        "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดนครปฐมได้แจ้งองค์กรปกครองส่วนท้องถิ่นทราบแล้ว",
        TO_KNOW,
    ),
    _PASSED_ON,
    name="nakhonpathom-office-over-two-lines",
    agency="สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดนครปฐม",
    agency_lines=("สำนักงานส่งเสริมการปกครองท้องถิ่น", "จังหวัดนครปฐม"),
    subject=ROADS.subject,
    cites=(ROADS.cite,),
    address=("ศาลากลางจังหวัดนครปฐม", "ถนนศูนย์ราชการ นฐ ๗๓๐๐๐"),
    signer=deputy("นครปฐม", "นายศิริชัย เลิศศิริมิตร", post="ท้องถิ่นจังหวัดนครปฐม"),
    contact=office("กลุ่มงานการเงิน บัญชี และการตรวจสอบ", lines=("โทร. ๐-๓๔๓๔-๐๐๒๖",), phones=("0-3434-0026",)),
)

BY_WAY_OF = reply(
    "สมุทรสาคร",
    1009,
    Date(day=19, month=2, year=2567),
    (
        "ตามหนังสือที่อ้างถึง กรมส่งเสริมการปกครองท้องถิ่นแจ้งแนวทางการถ่ายโอนภารกิจ นั้น",
        "จังหวัดสมุทรสาครรับทราบและได้แจ้งองค์การบริหารส่วนจังหวัดทราบแล้ว",
        "จึงกราบเรียนมาเพื่อโปรดทราบ",
    ),
    _PASSED_ON,
    name="samutsakhon-by-way-of",
    subject=CLINICS.subject,
    cites=(CLINICS.cite,),
    addressee="รัฐมนตรีว่าการกระทรวงมหาดไทย (ผ่านอธิบดีกรมส่งเสริมการปกครองท้องถิ่น)",
    greeting="กราบเรียน",
    closing="ขอแสดงความนับถืออย่างยิ่ง",
    address=("ถนนเศรษฐกิจ ๑ สค ๗๔๐๐๐",),
    signer=governor("สมุทรสาคร", "นายผล ดำธรรม"),
    contact=local_office("โทร. ๐ ๓๔๔๑ ๑๒๕๑", phones=("0 3441 1251",)),
)

LONG_ADDRESS = reply(
    "นครศรีธรรมราช",
    5077,
    Date(day=25, month=2, year=2562),
    (KNOWN, "จังหวัดนครศรีธรรมราชได้แจ้งเวียนให้องค์กรปกครองส่วนท้องถิ่นในพื้นที่ทราบโดยทั่วกันแล้ว", TO_KNOW),
    _PASSED_ON,
    name="nakhonsi-long-address",
    address=(
        "ชั้น ๒ อาคารศาลากลางจังหวัด",
        "ถนนราชดำเนิน ตำบลในเมือง",
        "อำเภอเมืองนครศรีธรรมราช",
        "จังหวัดนครศรีธรรมราช ๘๐๐๐๐",
    ),
    signer=deputy("นครศรีธรรมราช", "นายขจรเกียรติ รักพานิชมณี"),
    contact=local_office("โทร. ๐ ๗๕๓๕ ๖๕๔๗", phones=("0 7535 6547",)),
)

BRACKETED_NUMBERS = reply(
    "บึงกาฬ",
    1620,
    Date(day=28, month=11, year=2566),
    (
        "ตามหนังสือที่อ้างถึง (๑) และ (๒) แจ้งโครงการฝึกอบรมและขอให้รายงานผล นั้น",
        "จังหวัดบึงกาฬขอเรียนว่า มีองค์กรปกครองส่วนท้องถิ่นส่งผู้เข้ารับการฝึกอบรม ๖ แห่ง",
        TO_KNOW,
    ),
    Answer(outcome="confirmed", count=6),
    name="buengkan-bracketed-numbers",
    subject=CARERS.subject,
    cites=(
        CARERS.cite,
        Cite(
            reference=Reference(code="มท", owner="0819.2", number=2190, circular=True),
            dated=Date(day=22, month=11, year=2566),
            agency=DEPARTMENT,
        ),
    ),
    numbering="({}) ",
    enclosures=("แบบรายงาน จำนวน ๑ ฉบับ", "บัญชีรายชื่อ จำนวน ๓ แผ่น"),
    address=("ถนนบึงกาฬ-นครพนม บก ๓๘๐๐๐",),
    signer=deputy("บึงกาฬ", "นายศักดิ์ดา หงษ์ทอง"),
    contact=local_office("โทร. ๐-๔๒๔๙-๒๗๒๕", phones=("0-4249-2725",)),
)

CLOSE_TOGETHER = reply(
    "ระยอง",
    886,
    Date(day=22, month=6, year=2563, written="๒๒มิถุนายน๒๕๖๓"),
    (
        "ตามหนังสือที่อ้างถึงนั้น",
        "จังหวัดระยองได้แจ้งให้องค์กรปกครองส่วนท้องถิ่นทราบและดำเนินการแล้ว",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    _PASSED_ON,
    name="rayong-close-together",
    reference=Reference(code="รย", owner="0023.3", number=886, written="รย๐๐๒๓.๓/๘๘๖"),
    before_number="ที่",
    subject=CHILDREN.subject,
    cites=(CHILDREN.cite,),
    address=("ถนนสุขุมวิท รย ๒๑๑๕๐",),
    signer=deputy("ระยอง", "นายอนันต์ นาคนิยม"),
    contact=local_office("โทร.๐-๓๘๖๙-๔๑๓๕", phones=("0-3869-4135",)),
)

WIDE_LABELS = reply(
    "หนองบัวลำภู",
    402,
    Date(day=26, month=2, year=2562),
    (KNOWN, "จังหวัดหนองบัวลำภูได้รับทราบและแจ้งผู้เกี่ยวข้องดำเนินการแล้ว", TO_KNOW),
    _PASSED_ON,
    name="nongbualamphu-wide-labels",
    after_labels="        ",
    subject=f"ขอส่งรายงานการดำเนินการตามหนังสือสั่งการ เรื่อง {SUBJECT}",
    addressee=f"ท่านอธิบดี{DEPARTMENT}",
    address=("ศูนย์ราชการจังหวัด นภ ๓๙๐๐๐",),
    signer=governor("หนองบัวลำภู", "นายธนากร อึ้งจิตรไพศาล"),
    contact=local_office("โทร. ๐ ๔๒๓๑ ๖๗๘๒", phones=("0 4231 6782",)),
)

LETTERS: tuple[Letter, ...] = (
    LABELS_APART,
    TABS_AND_COLONS,
    OFFICE_OVER_TWO_LINES,
    BY_WAY_OF,
    LONG_ADDRESS,
    BRACKETED_NUMBERS,
    CLOSE_TOGETHER,
    WIDE_LABELS,
)
