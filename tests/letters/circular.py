"""The department's letters that replies answer: the circular, its reminder, and other circulars.

`CIRCULAR` is the example of the glossary. The others are what a careless match would take for it:
the next number, the same number of another division, and the same number of another year.
"""

from dataclasses import replace

from tests.letters.compose import Cite, Contact, Date, Letter, Reference, Signer

DEPARTMENT = "กรมส่งเสริมการปกครองท้องถิ่น"
SUBJECT = "ขอเชิญสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC) ประจำปี พ.ศ. ๒๕๖๒"

CIRCULAR_REFERENCE = Reference(code="มท", owner="0810.7", number=200, circular=True)
CIRCULAR_DATE = Date(day=15, month=2, year=2562)
TO_CIRCULAR = Cite(reference=CIRCULAR_REFERENCE, dated=CIRCULAR_DATE, agency=DEPARTMENT)

_ADDRESS = ("ถนนนครราชสีมา กทม. ๑๐๓๐๐",)
_DEPUTY = Signer(
    name="นายธนา ยันตรโกวิท",
    position="รองอธิบดี",
    on_behalf_of="อธิบดีกรมส่งเสริมการปกครองท้องถิ่น",
    lines=("รองอธิบดี ปฏิบัติราชการแทน", "อธิบดีกรมส่งเสริมการปกครองท้องถิ่น"),
)
_DIVISION = Contact(
    unit=("กองพัฒนาและส่งเสริมการบริหารงานท้องถิ่น", "ส่วนส่งเสริมการบริหารกิจการบ้านเมืองที่ดีท้องถิ่น"),
    lines=("โทร. ๐-๒๒๔๑-๙๐๐๐ ต่อ ๒๓๑๒", "โทรสาร ๐-๒๒๔๑-๖๙๕๖"),
    phones=("0-2241-9000 ต่อ 2312",),
    faxes=("0-2241-6956",),
)

CIRCULAR = Letter(
    name="circular",
    reference=CIRCULAR_REFERENCE,
    dated=CIRCULAR_DATE,
    agency=DEPARTMENT,
    address=_ADDRESS,
    province=None,
    subject=SUBJECT,
    addressee="ผู้ว่าราชการจังหวัด ทุกจังหวัด",
    enclosures=(
        "สำเนาประกาศคณะกรรมการอำนวยการศูนย์ราชการสะดวก จำนวน ๑ ฉบับ",
        "คู่มือการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก จำนวน ๑ ชุด",
    ),
    body=(
        "ด้วยสำนักงานปลัดสำนักนายกรัฐมนตรีแจ้งว่า คณะกรรมการอำนวยการศูนย์ราชการสะดวก "
        "ได้กำหนดหลักเกณฑ์และแนวทางการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก "
        "(Government Easy Contact Center : GECC) ประจำปี พ.ศ. ๒๕๖๒ และเปิดรับสมัครหน่วยงานที่มีความประสงค์"
        "ขอรับการรับรองมาตรฐาน ระหว่างวันที่ ๒๕ มกราคม – ๒๘ กุมภาพันธ์ ๒๕๖๒ ผ่านทางเว็บไซต์ www.psc.opm.go.th",
        "กรมส่งเสริมการปกครองท้องถิ่นพิจารณาแล้ว เพื่อเป็นการยกระดับการให้บริการประชาชนขององค์กรปกครอง"
        "ส่วนท้องถิ่น จึงขอให้จังหวัดแจ้งองค์กรปกครองส่วนท้องถิ่นในพื้นที่ที่มีความพร้อมสมัครขอรับการรับรอง"
        "มาตรฐานการให้บริการของศูนย์ราชการสะดวก ภายในระยะเวลาที่กำหนด ผ่านทางเว็บไซต์ www.psc.opm.go.th "
        "ทั้งนี้ องค์กรปกครองส่วนท้องถิ่นใดสมัครขอรับการรับรองแล้ว ขอให้แจ้งผู้ว่าราชการจังหวัดทราบด้วย "
        "โดยสามารถสอบถามรายละเอียดเพิ่มเติมได้ที่สำนักงานปลัดสำนักนายกรัฐมนตรี โทร. ๐-๒๒๘๓-๑๒๖๑-๒",
        "จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการ",
    ),
    signer=_DEPUTY,
    contact=_DIVISION,
    due=Date(day=28, month=2, year=2562),
)

REMINDER = replace(
    CIRCULAR,
    name="reminder",
    reference=Reference(code="มท", owner="0810.7", number=350, circular=True),
    dated=Date(day=11, month=3, year=2562),
    subject="ขอให้เร่งรัดการแจ้งผลการสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC)",
    urgency="ด่วนที่สุด",
    cites=(TO_CIRCULAR,),
    enclosures=("บัญชีรายชื่อจังหวัดที่ยังไม่แจ้งผล จำนวน ๑ แผ่น",),
    body=(
        "ตามหนังสือที่อ้างถึง กรมส่งเสริมการปกครองท้องถิ่นขอให้จังหวัดแจ้งองค์กรปกครองส่วนท้องถิ่นสมัครขอรับ"
        "การรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC) ประจำปี พ.ศ. ๒๕๖๒ ความละเอียดแจ้งแล้ว นั้น",
        "ปรากฏว่ายังมีจังหวัดที่ยังไม่แจ้งผลการดำเนินการตามบัญชีรายชื่อที่ส่งมาพร้อมนี้ จึงขอให้จังหวัดดังกล่าว"
        "แจ้งผลให้กรมส่งเสริมการปกครองท้องถิ่นทราบ ภายในวันที่ ๒๒ มีนาคม ๒๕๖๒",
        "จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการ",
    ),
    due=Date(day=22, month=3, year=2562),
)
