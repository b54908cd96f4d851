"""What clerks do otherwise on paper: stamps over the head, blank days, numbers as they type them,
several citations or one in the text alone, subjects over two lines, secrecy and speed.
"""

from tests.letters.circular import DEPARTMENT, REMINDER, SUBJECT, TO_CIRCULAR
from tests.letters.compose import Answer, Cite, Contact, Date, Letter, Reference, Signer
from tests.letters.organisations import HUA_HIN, KUI_BURI
from tests.letters.provinces import KNOWN, TO_KNOW, deputy, governor, local_office, reply

_PASSED_ON = Answer(outcome="acknowledged")
_TOLD_ALL = "ได้แจ้งองค์กรปกครองส่วนท้องถิ่นในพื้นที่ทราบและพิจารณาดำเนินการแล้ว"
TO_REMINDER = Cite(
    reference=Reference(code="มท", owner="0810.7", number=350, circular=True),
    dated=Date(day=11, month=3, year=2562),
    agency=DEPARTMENT,
    lead=f"หนังสือ{DEPARTMENT} ด่วนที่สุด",
)

TWO_STAMPS = reply(
    "นครพนม",
    1046,
    Date(day=1, month=3, year=2562),
    (KNOWN, f"จังหวัดนครพนม{_TOLD_ALL}", TO_KNOW),
    _PASSED_ON,
    name="nakhonphanom-two-stamps",
    address=("ถนนอภิบาลบัญชา นพ ๔๘๐๐๐",),
    urgency="ด่วนที่สุด",
    stamps=(
        ("กรมส่งเสริมการปกครองท้องถิ่น", "เลขรับ ๒๗๘๔/๒๕๖๒", "วันที่ ๔ มี.ค. ๒๕๖๒", "เวลา ๑๐.๓๐ น."),
        ("กพส.", "เลขรับ ๕๑๒", "วันที่ ๕ มี.ค. ๖๒", "เวลา ๐๙.๑๕ น."),
    ),
    signer=deputy("นครพนม", "นายภาณุพงศ์ จันทร์โสภา"),
    contact=local_office("โทร. ๐-๔๒๕๑-๑๕๗๔", phones=("0-4251-1574",)),
)

BLANK_DAY = reply(
    "สตูล",
    513,
    Date(day=None, month=2, year=2562),
    (KNOWN, "จังหวัดสตูลขอเรียนว่า ไม่มีองค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรองมาตรฐานดังกล่าว", TO_KNOW),
    Answer(outcome="nil"),
    name="satun-blank-day",
    address=("ถนนสตูลธานี สต ๙๑๐๐๐",),
    stamps=(("เลขรับ ๑๙๘๘", "วันที่ ๒๖ ก.พ. ๒๕๖๒", "เวลา ๑๓.๔๐ น."),),
    signer=deputy("สตูล", "นายมนูญ หลีเส็น"),
    contact=local_office("โทร. ๐-๗๔๗๑-๑๐๖๑", phones=("0-7471-1061",)),
)

MIXED_DIGITS = reply(
    "กาฬสินธุ์",
    4029,
    Date(day=21, month=2, year=2562, written="21 กุมภาพันธ์ ๒๕๖๒"),
    (KNOWN, f"จังหวัดกาฬสินธุ์{_TOLD_ALL}", TO_KNOW),
    _PASSED_ON,
    name="kalasin-mixed-digits",
    address=("ถนนภิรมย์ กส ๔๖๐๐๐",),
    script="as-authored",
    signer=deputy("กาฬสินธุ์", "นายไพบูลย์ นาเมือง"),
    contact=local_office("โทร. ๐ 4381 1213", phones=("0 4381 1213",)),
)

NO_SPACES = reply(
    "สิงห์บุรี",
    1247,
    Date(day=25, month=2, year=2562, written="๒๕ ก.พ. ๒๕๖๒"),
    (KNOWN, f"จังหวัดสิงห์บุรี{_TOLD_ALL}", TO_KNOW),
    _PASSED_ON,
    name="singburi-no-spaces",
    reference=Reference(code="สห", owner="0023.205.12", number=1247, written="สห.๐๐๒๓.๒๐๕.๑๒/๑๒๔๗"),
    address=("ถนนสิงห์บุรี-บางพาน สห ๑๖๐๐๐",),
    cites=(
        Cite(
            reference=Reference(
                code="มท", owner="0810.7", number=200, circular=True, written="มท๐๘๑๐.๗/ว๒๐๐"
            ),
            dated=TO_CIRCULAR.dated,
            agency=DEPARTMENT,
            written=f"หนังสือ{DEPARTMENT} ที่มท๐๘๑๐.๗/ว๒๐๐ ลว. ๑๕ ก.พ. ๖๒",
        ),
    ),
    signer=governor("สิงห์บุรี", "นายสุเมธ ปานทอง"),
    contact=local_office("โทร. ๐-๓๖๕๐-๗๑๓๕-๖", phones=("0-3650-7135-6",)),
)

TWO_CITATIONS = reply(
    "สกลนคร",
    2218,
    Date(day=14, month=3, year=2562),
    (
        "ตามหนังสือที่อ้างถึง ๑ และ ๒ กรมส่งเสริมการปกครองท้องถิ่นขอให้จังหวัดแจ้งผลการสมัครขอรับการรับรองมาตรฐาน"
        "การให้บริการของศูนย์ราชการสะดวก (GECC) ความละเอียดแจ้งแล้ว นั้น",
        "จังหวัดสกลนครขอเรียนว่า ไม่มีองค์กรปกครองส่วนท้องถิ่นในพื้นที่ประสงค์สมัครขอรับการรับรองมาตรฐาน",
        TO_KNOW,
    ),
    Answer(outcome="nil"),
    name="sakonnakhon-two-citations",
    address=("ถนนศูนย์ราชการ สน ๔๗๐๐๐",),
    subject=REMINDER.subject,
    cites=(TO_CIRCULAR, TO_REMINDER),
    signer=deputy("สกลนคร", "นายวีระชัย โพธิ์คำ"),
    contact=local_office("โทร. ๐-๔๒๗๑-๒๕๖๙", phones=("0-4271-2569",)),
)

IN_THE_TEXT_ALONE = reply(
    "จันทบุรี",
    980,
    Date(day=26, month=2, year=2562),
    (
        "ตามหนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒ แจ้งเชิญสมัครขอรับ"
        "การรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC) ประจำปี พ.ศ. ๒๕๖๒ นั้น",
        f"จังหวัดจันทบุรี{_TOLD_ALL}",
        TO_KNOW,
    ),
    _PASSED_ON,
    name="chanthaburi-in-the-text-alone",
    address=("ถนนเลียบเนิน จบ ๒๒๐๐๐",),
    cites=(),
    cited_in_body=(TO_CIRCULAR,),
    signer=deputy("จันทบุรี", "นายปรีชา แสงจันทร์"),
    contact=local_office("โทร. ๐-๓๙๓๑-๑๐๐๑", phones=("0-3931-1001",)),
)

COLONS = reply(
    "ประจวบคีรีขันธ์",
    1901,
    Date(day=27, month=2, year=2562, written="วันที่ ๒๗ เดือน กุมภาพันธ์ พ.ศ. ๒๕๖๒"),
    (
        KNOWN,
        "จังหวัดประจวบคีรีขันธ์ขอแจ้งว่า มีเทศบาลเมืองหัวหิน อำเภอหัวหิน และเทศบาลตำบลกุยบุรี อำเภอกุยบุรี "
        "ประสงค์จะสมัครขอรับการรับรองมาตรฐาน รวม ๒ แห่ง",
        TO_KNOW,
    ),
    Answer(outcome="confirmed", count=2, organisations=(HUA_HIN, KUI_BURI)),
    name="prachuap-colons",
    address=("ถนนสละชีพ ปข ๗๗๐๐๐",),
    subject=f"รายงานผลการแจ้งองค์กรปกครองส่วนท้องถิ่น กรณี{SUBJECT}",
    after_labels=" :",
    signer=Signer(
        name="นางอรวรรณ เกษมสุข",
        position="รองผู้ว่าราชการจังหวัด",
        on_behalf_of="ผู้ว่าราชการจังหวัดประจวบคีรีขันธ์",
        lines=("รองผู้ว่าราชการจังหวัด", "ปฏิบัติราชการแทน", "ผู้ว่าราชการจังหวัดประจวบคีรีขันธ์"),
    ),
    contact=local_office(
        "โทร. ๐-๓๒๖๐-๓๙๙๑ ต่อ ๓๓",
        "มท. ๒๑๐๑๓",
        "ผู้ประสานงาน นางสาวศิริพร ใจงาม โทร ๐๘๙-๕๑๕๗๖๑๑",
        person="นางสาวศิริพร ใจงาม",
        phones=("0-3260-3991 ต่อ 33", "089-5157611"),
    ),
)

SECRET = reply(
    "ยะลา",
    88,
    Date(day=25, month=2, year=2562),
    (KNOWN, f"จังหวัดยะลา{_TOLD_ALL}", TO_KNOW),
    _PASSED_ON,
    name="yala-secret",
    address=("ถนนสุขยางค์ ยล ๙๕๐๐๐",),
    secrecy="ลับ",
    urgency="ด่วน",
    signer=deputy("ยะลา", "นายอับดุลเลาะ มะแซ"),
    contact=local_office("โทร. ๐-๗๓๒๑-๒๕๗๖", phones=("0-7321-2576",)),
)

UNWILLING = reply(
    "เพชรบูรณ์",
    3300,
    Date(day=28, month=2, year=2562),
    (
        KNOWN,
        "จังหวัดเพชรบูรณ์ขอเรียนว่า องค์กรปกครองส่วนท้องถิ่นในพื้นที่ไม่ประสงค์เข้าร่วมการสมัครขอรับการรับรองมาตรฐานในครั้งนี้",
        "จึงเรียนมาเพื่อโปรดทราบ จักขอบคุณยิ่ง",
    ),
    Answer(outcome="nil"),
    name="phetchabun-unwilling",
    address=("ถนนสระบุรี-หล่มสัก พช ๖๗๐๐๐",),
    urgency="ด่วนมาก",
    signer=Signer(
        name="ว่าที่ร้อยตรี สมพงษ์ ศรีวิชัย",
        position="ปลัดจังหวัด",
        on_behalf_of="ผู้ว่าราชการจังหวัดเพชรบูรณ์",
        lines=("ปลัดจังหวัด รักษาราชการแทน", "ผู้ว่าราชการจังหวัดเพชรบูรณ์"),
    ),
    contact=Contact(
        unit=("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด", "กลุ่มงานมาตรฐานการบริหารงานบุคคลส่วนท้องถิ่น"),
        lines=("โทรศัพท์ ๐-๕๖๗๒-๙๗๖๘", "โทรสาร ๐-๕๖๗๒-๙๗๖๙"),
        phones=("0-5672-9768",),
        faxes=("0-5672-9769",),
    ),
)

LETTERS: tuple[Letter, ...] = (
    TWO_STAMPS,
    BLANK_DAY,
    MIXED_DIGITS,
    NO_SPACES,
    TWO_CITATIONS,
    IN_THE_TEXT_ALONE,
    COLONS,
    SECRET,
    UNWILLING,
)
