"""Replies in the other forms of the regulation: memos from the department's own provincial offices,
and stamped letters, which have no subject, no greeting and no signer.
"""

from tests.letters.circular import DEPARTMENT, SUBJECT, TO_CIRCULAR
from tests.letters.compose import Answer, Contact, Date, Letter, Reference, Signer
from tests.letters.organisations import TAPHAN_HIN
from tests.letters.provinces import TO_KNOW

_CITED = (
    "ตามหนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒ ขอเชิญสมัครขอรับการรับรอง"
    "มาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC) ประจำปี พ.ศ. ๒๕๖๒ นั้น"
)

MEMO = Letter(
    name="phichit-memo",
    kind="memo",
    reference=Reference(code="พจ", owner="0023.3", number=276),
    dated=Date(day=25, month=2, year=2562),
    agency="สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดพิจิตร",
    province="พิจิตร",
    subject=SUBJECT,
    addressee=f"อธิบดี{DEPARTMENT}",
    cited_in_body=(TO_CIRCULAR,),
    body=(
        _CITED,
        "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดพิจิตรขอรายงานว่า มีองค์กรปกครองส่วนท้องถิ่นสมัคร จำนวน ๑ แห่ง "
        "ได้แก่ เทศบาลเมืองตะพานหิน อำเภอตะพานหิน",
        TO_KNOW,
    ),
    closing=None,
    signer=Signer(name="นายนิคม บุญเกิด", position="ท้องถิ่นจังหวัดพิจิตร"),
    contact=Contact(lines=("โทร. ๐ ๕๖๖๑ ๑๕๗๘",), phones=("0 5661 1578",)),
    answer=Answer(outcome="confirmed", count=1, organisations=(TAPHAN_HIN,)),
)

URGENT_MEMO = Letter(
    name="nongkhai-urgent-memo",
    kind="memo",
    urgency="ด่วนที่สุด",
    reference=Reference(code="นค", owner="0023.2", number=145),
    dated=Date(day=22, month=2, year=2562),
    agency="สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดหนองคาย",
    province="หนองคาย",
    subject="รายงานผลการสมัครขอรับการรับรองมาตรฐานศูนย์ราชการสะดวก",
    addressee=f"อธิบดี{DEPARTMENT}",
    cited_in_body=(TO_CIRCULAR,),
    body=(_CITED, "จังหวัดหนองคายไม่มีองค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรองมาตรฐานดังกล่าว", TO_KNOW),
    closing=None,
    script="arabic",
    signer=Signer(name="นางรัตนา พิมพ์ทอง", position="ท้องถิ่นจังหวัดหนองคาย"),
    contact=Contact(lines=("โทร. 0-4241-1778",), phones=("0-4241-1778",)),
    answer=Answer(outcome="nil"),
)

STAMPED = Letter(
    name="angthong-stamped",
    kind="stamped",
    reference=Reference(code="อท", owner="0023.3", number=388),
    dated=Date(day=20, month=2, year=2562),
    agency="จังหวัดอ่างทอง",
    province="อ่างทอง",
    addressee=DEPARTMENT,
    cited_in_body=(TO_CIRCULAR,),
    body=(_CITED, "จังหวัดอ่างทองได้รับทราบและแจ้งองค์กรปกครองส่วนท้องถิ่นในพื้นที่ทราบแล้ว"),
    contact=Contact(
        unit=("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด", "กลุ่มงานส่งเสริมและพัฒนาท้องถิ่น"),
        lines=("โทร. ๐-๓๕๖๑-๔๙๒๐",),
        phones=("0-3561-4920",),
    ),
    answer=Answer(outcome="acknowledged"),
)

LETTERS: tuple[Letter, ...] = (MEMO, URGENT_MEMO, STAMPED)
