"""District offices, memos of the department's provincial offices, and letters under a stamp."""

from dataclasses import replace
from typing import Any

from tests.letters.circular import DEPARTMENT, TO_CIRCULAR
from tests.letters.compose import Answer, Cite, Contact, Date, Letter, Organisation, Part, Reference, Signer
from tests.letters.matters import CARERS, CHILDREN, ROADS, VOTING, WASTE, WATER, Matter, office
from tests.letters.provinces import PROVINCES

_PASSED_ON = Answer(outcome="acknowledged")


def _district(
    name: str, district: str, province: str, owner: str, number: int, dated: Date, asked: Cite, **rest: Any
) -> Letter:
    """The district officer answers the governor's circular `asked`."""
    usual = Letter(
        name=name,
        reference=Reference(code=PROVINCES[province].code, owner=owner, number=number),
        dated=dated,
        agency=f"ที่ว่าการอำเภอ{district}",
        province=province,
        addressee=PROVINCES[province].governor,
        cites=(asked,),
        body=(),
        signer=Signer(name="นายอดุลย์ ประเสริฐศักดิ์", position=f"นายอำเภอ{district}"),
    )
    return replace(usual, **rest)


def _asked(province: str, number: int, dated: Date) -> Cite:
    reference = Reference(code=PROVINCES[province].code, owner="0023.4", number=number, circular=True)
    return Cite(reference=reference, dated=dated, agency=f"จังหวัด{province}")


BANG_RAKAM = _district(
    "bangrakam-nobody",
    "บางระกำ",
    "พิษณุโลก",
    "0518",
    1077,
    Date(day=25, month=5, year=2565),
    _asked("พิษณุโลก", 2290, Date(day=11, month=5, year=2565)),
    address=("ถนนบางระกำ-กำแพงดิน พล ๖๕๑๔๐",),
    subject=WASTE.subject,
    body=(
        "ตามหนังสือที่อ้างถึง จังหวัดพิษณุโลกให้อำเภอแจ้งองค์กรปกครองส่วนท้องถิ่นเข้าร่วมโครงการ นั้น",
        "อำเภอบางระกำได้แจ้งองค์กรปกครองส่วนท้องถิ่นแล้ว ไม่มีหน่วยงานใดแจ้งความประสงค์เข้าร่วมโครงการ",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    contact=office("สำนักงานท้องถิ่นอำเภอบางระกำ", lines=("โทร. ๐-๕๕๓๗-๑๑๒๕",), phones=("0-5537-1125",)),
    answer=Answer(outcome="nil"),
)

KHANU = _district(
    "khanu-passes-it-on",
    "ขาณุวรลักษบุรี",
    "กำแพงเพชร",
    "0418.3",
    992,
    Date(day=15, month=1, year=2568),
    _asked("กำแพงเพชร", 77, Date(day=10, month=1, year=2568)),
    reference=Reference(code="กพ", owner="0418.3", number=992, written="กพ.0418.3/992"),
    address=("ถนนเทศบาล ๑ ตำบลสลกบาตร", "อำเภอขาณุวรลักษบุรี จังหวัดกำแพงเพชร ๖๒๑๔๐"),
    subject=WATER.subject,
    body=(
        "ตามหนังสือที่อ้างถึง ให้อำเภอแจ้งองค์กรปกครองส่วนท้องถิ่นดำเนินการสำรวจ นั้น",
        "อำเภอขาณุวรลักษบุรีได้แจ้งเวียนองค์กรปกครองส่วนท้องถิ่นในเขตอำเภอเพื่อทราบและถือปฏิบัติต่อไปแล้ว",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    contact=office(
        "ที่ทำการปกครองอำเภอ",
        lines=("โทร./โทรสาร ๐-๕๕๗๗-๙๐๑๓",),
        phones=("0-5577-9013",),
        faxes=("0-5577-9013",),
    ),
    answer=_PASSED_ON,
)

LAPLAE = _district(
    "laplae-names-two",
    "ลับแล",
    "อุตรดิตถ์",
    "0818",
    401,
    Date(day=25, month=2, year=2562, written="๒๕ กพ. ๒๕๖๒"),
    _asked("อุตรดิตถ์", 706, Date(day=18, month=2, year=2562)),
    address=("ถนนอินใจมี อต ๕๓๑๓๐",),
    subject="แจ้งรายชื่อองค์กรปกครองส่วนท้องถิ่นที่สมัครขอรับการรับรองมาตรฐาน",
    body=(
        "ตามหนังสือที่อ้างถึง นั้น",
        "อำเภอลับแลขอส่งรายชื่อองค์กรปกครองส่วนท้องถิ่นที่สมัคร จำนวน ๑ แห่ง คือ องค์การบริหารส่วนตำบลชัยจุมพล",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    contact=office("กลุ่มงานบริหารงานปกครอง", lines=("โทร. ๐ ๕๕๔๓ ๑๐๘๙",), phones=("0 5543 1089",)),
    answer=Answer(
        outcome="confirmed",
        count=1,
        organisations=(Organisation(kind="องค์การบริหารส่วนตำบล", name="ชัยจุมพล"),),
    ),
)


def _memo(
    name: str,
    province: str,
    owner: str,
    number: int,
    dated: Date,
    asked: Matter,
    told: Part,
    phone: str,
    **rest: Any,
) -> Letter:
    """The department's office in the province reports by memo; the circular is cited in its text alone."""
    agency = f"สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด{province}"
    usual = Letter(
        name=name,
        kind="memo",
        reference=Reference(code=PROVINCES[province].code, owner=owner, number=number),
        dated=dated,
        agency=agency,
        province=province,
        subject=asked.subject,
        addressee=f"อธิบดี{DEPARTMENT}",
        cited_in_body=(asked.cite,),
        body=(f"ตาม{_thai(asked.cite.printed)} ให้{agency}ดำเนินการ นั้น", told, "จึงเรียนมาเพื่อโปรดทราบ"),
        closing=None,
        signer=Signer(name="นางสาวอรุณี เพ็ชรรัตน์", position=f"ท้องถิ่นจังหวัด{province}"),
        contact=Contact(lines=(f"โทร. {phone}",), phones=(phone,)),
    )
    return replace(usual, **rest)


def _thai(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


SUPHAN = _memo(
    "suphanburi-memo",
    "สุพรรณบุรี",
    "0023.3",
    512,
    Date(day=30, month=5, year=2565),
    WASTE,
    "ได้ดำเนินการแล้ว มีองค์กรปกครองส่วนท้องถิ่นเข้าร่วมโครงการ จำนวน ๑๒๗ แห่ง ครบทุกแห่ง",
    "0-3553-5376",
    answer=Answer(outcome="confirmed", count=127),
)

PHANGNGA = _memo(
    "phangnga-memo",
    "พังงา",
    "0023.1",
    39,
    Date(day=8, month=1, year=2568),
    VOTING,
    "สำนักงานฯ ได้รับทราบแนวทางดังกล่าว และได้แจ้งองค์กรปกครองส่วนท้องถิ่นถือปฏิบัติแล้ว",
    "0 7648 1587",
    addressee="ปลัดกระทรวงมหาดไทย",
    urgency="ด่วนที่สุด",
    before_number="ที่\t",
    answer=_PASSED_ON,
)

PHITSANULOK = _memo(
    "phitsanulok-memo",
    "พิษณุโลก",
    "0023.3",
    1205,
    Date(day=1, month=7, year=2563),
    CHILDREN,
    "ผลการสำรวจปรากฏว่า ไม่มีองค์กรปกครองส่วนท้องถิ่นใดต้องการครุภัณฑ์เพิ่มเติม",
    "055-258559 ต่อ 14",
    script="arabic",
    signer=Signer(
        name="นายธวัชชัย ครุธดิลกานันท์",
        position="ผู้อำนวยการกลุ่มงานบริหาร",
        on_behalf_of="ท้องถิ่นจังหวัดพิษณุโลก",
        lines=("ผู้อำนวยการกลุ่มงานบริหาร รักษาราชการแทน", "ท้องถิ่นจังหวัดพิษณุโลก"),
    ),
    answer=Answer(outcome="nil"),
)


def _stamped(
    name: str, province: str, number: int, dated: Date, body: tuple[Part, ...], **rest: Any
) -> Letter:
    """Under the stamp of the province: to the department, without subject, greeting and signer."""
    usual = Letter(
        name=name,
        kind="stamped",
        reference=Reference(code=PROVINCES[province].code, owner="0023.3", number=number),
        dated=dated,
        agency=f"จังหวัด{province}",
        province=province,
        addressee=DEPARTMENT,
        body=body,
        contact=office(
            "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด", lines=("โทร. ๐-๒๕๙๑-๐๖๗๑",), phones=("0-2591-0671",)
        ),
        answer=_PASSED_ON,
    )
    return replace(usual, **rest)


RECEIVED_SAFELY = _stamped(
    "samutsongkhram-stamped",
    "สมุทรสงคราม",
    205,
    Date(day=19, month=2, year=2562),
    (
        f"ตาม{_thai(TO_CIRCULAR.printed)} จังหวัดสมุทรสงครามได้รับหนังสือดังกล่าวพร้อมสิ่งที่ส่งมาด้วยครบถ้วนแล้ว",
        "จึงแจ้งมาเพื่อทราบ",
    ),
    cited_in_body=(TO_CIRCULAR,),
)

DOCUMENTS_SENT = _stamped(
    "nakhonpathom-stamped",
    "นครปฐม",
    3991,
    Date(day=20, month=11, year=2566),
    (
        f"ตาม{_thai(CARERS.cite.printed)} ให้จังหวัดแจ้งรายชื่อผู้เข้ารับการฝึกอบรม นั้น",
        "จังหวัดนครปฐมขอส่งแบบตอบรับขององค์กรปกครองส่วนท้องถิ่นที่ส่งบุคลากรเข้ารับการฝึกอบรม จำนวน ๕ แห่ง มาพร้อมนี้",
    ),
    cited_in_body=(CARERS.cite,),
    urgency="ด่วน",
    script="arabic",
    answer=Answer(outcome="confirmed", count=5),
)

TO_BE_SENT = _stamped(
    "kamphaengphet-stamped",
    "กำแพงเพชร",
    2720,
    Date(day=7, month=9, year=2564),
    (
        f"ตาม{_thai(ROADS.cite.printed)} จังหวัดกำแพงเพชรขอเรียนว่าอยู่ระหว่างตรวจสอบความถูกต้องของคำขอ และจะจัดส่งให้โดยด่วน",
    ),
    cited_in_body=(ROADS.cite,),
    answer=Answer(outcome="unclear"),
)

LETTERS: tuple[Letter, ...] = (
    BANG_RAKAM,
    KHANU,
    LAPLAE,
    SUPHAN,
    PHANGNGA,
    PHITSANULOK,
    RECEIVED_SAFELY,
    DOCUMENTS_SENT,
    TO_BE_SENT,
)
