"""Organisations and districts below a province, which answer the department or their governor."""

from tests.letters.circular import DEPARTMENT, SUBJECT, TO_CIRCULAR
from tests.letters.compose import Answer, Contact, Date, Letter, Reference, Signer
from tests.letters.organisations import SUTHEP

SUTHEP_APPLIED = Letter(
    name="suthep-applied",
    reference=Reference(code="ชม", owner="52701", number=318),
    dated=Date(day=21, month=2, year=2562),
    agency="สำนักงานเทศบาลตำบลสุเทพ",
    address=("ถนนสุเทพ อำเภอเมืองเชียงใหม่", "จังหวัดเชียงใหม่ ๕๐๒๐๐"),
    province="เชียงใหม่",
    subject=SUBJECT,
    addressee=f"อธิบดี{DEPARTMENT}",
    cites=(TO_CIRCULAR,),
    body=(
        "ตามหนังสือที่อ้างถึง แจ้งเชิญชวนองค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรองมาตรฐานการให้บริการ"
        "ของศูนย์ราชการสะดวก (GECC) ประจำปี พ.ศ. ๒๕๖๒ นั้น",
        "เทศบาลตำบลสุเทพได้สมัครขอรับการรับรองมาตรฐานดังกล่าวผ่านเว็บไซต์ www.psc.opm.go.th เรียบร้อยแล้ว",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    signer=Signer(name="นายธนากร วงศ์ใหญ่", position="นายกเทศมนตรีตำบลสุเทพ"),
    contact=Contact(
        unit=("สำนักปลัดเทศบาล", "งานธุรการ"),
        lines=("โทร. ๐-๕๓๓๒-๙๒๕๑", "ไปรษณีย์อิเล็กทรอนิกส์ saraban_05500107@dla.go.th"),
        phones=("0-5332-9251",),
        emails=("saraban_05500107@dla.go.th",),
    ),
    answer=Answer(outcome="confirmed", organisations=(SUTHEP,)),
)

LETTERS: tuple[Letter, ...] = (SUTHEP_APPLIED,)
