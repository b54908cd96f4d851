"""Organisations and districts below a province, which answer the department or their governor."""

from tests.letters.circular import DEPARTMENT, SUBJECT, TO_CIRCULAR
from tests.letters.compose import Answer, Cite, Contact, Date, Letter, Reference, Signer
from tests.letters.organisations import PLAI_PHONG_PHANG, SUTHEP, TRANG_PROVINCE

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

PROVINCE_CITED = Letter(
    name="plaiphongphang-cites-its-province",
    reference=Reference(code="สส", owner="71601", number=95),
    dated=Date(day=26, month=2, year=2562),
    agency="ที่ทำการองค์การบริหารส่วนตำบลปลายโพงพาง",
    address=("อำเภออัมพวา จังหวัดสมุทรสงคราม ๗๕๑๑๐",),
    province="สมุทรสงคราม",
    subject="แจ้งผลการสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC)",
    addressee="ผู้ว่าราชการจังหวัดสมุทรสงคราม",
    cites=(
        Cite(
            reference=Reference(code="สส", owner="0023.3", number=612, circular=True),
            dated=Date(day=19, month=2, year=2562),
            agency="จังหวัดสมุทรสงคราม",
        ),
    ),
    body=(
        "ตามหนังสือที่อ้างถึง จังหวัดสมุทรสงครามแจ้งให้องค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรองมาตรฐานการให้บริการ"
        "ของศูนย์ราชการสะดวก (GECC) ประจำปี พ.ศ. ๒๕๖๒ นั้น",
        "องค์การบริหารส่วนตำบลปลายโพงพางมีความประสงค์สมัครขอรับการรับรองมาตรฐาน และได้ลงทะเบียนผ่านเว็บไซต์เรียบร้อยแล้ว",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    signer=Signer(
        name="นายสายัณห์ ทองคำ",
        position="ปลัดองค์การบริหารส่วนตำบล",
        on_behalf_of="นายกองค์การบริหารส่วนตำบลปลายโพงพาง",
        lines=("ปลัดองค์การบริหารส่วนตำบล ปฏิบัติหน้าที่", "นายกองค์การบริหารส่วนตำบลปลายโพงพาง"),
    ),
    contact=Contact(
        unit=("สำนักปลัด",),
        lines=("โทร./โทรสาร ๐-๓๔๗๓-๕๗๐๙",),
        phones=("0-3473-5709",),
        faxes=("0-3473-5709",),
    ),
    answer=Answer(outcome="confirmed", organisations=(PLAI_PHONG_PHANG,)),
)

DECLINED = Letter(
    name="banta-declines",
    reference=Reference(code="ชร", owner="54601", number=172),
    dated=Date(day=25, month=2, year=2562),
    agency="สำนักงานเทศบาลตำบลบ้านต้า",
    address=("อำเภอขุนตาล จังหวัดเชียงราย ๕๗๓๔๐",),
    province="เชียงราย",
    subject=SUBJECT,
    addressee="ผู้ว่าราชการจังหวัดเชียงราย",
    cites=(
        Cite(
            reference=Reference(code="ชร", owner="0023.3", number=255, circular=True),
            dated=Date(day=18, month=2, year=2562),
            agency="จังหวัดเชียงราย",
        ),
    ),
    body=(
        "ตามหนังสือที่อ้างถึง จังหวัดเชียงรายเชิญชวนสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC) นั้น",
        "เทศบาลตำบลบ้านต้าพิจารณาแล้ว ไม่ประสงค์สมัครขอรับการรับรองในปีนี้ เนื่องจากอยู่ระหว่างปรับปรุงอาคารสำนักงาน",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    signer=Signer(name="นายอินถา ยาวิชัย", position="นายกเทศมนตรีตำบลบ้านต้า"),
    contact=Contact(
        unit=("สำนักปลัดเทศบาล",), lines=("โทร. ๐-๕๓๖๐-๖๒๒๑ ต่อ ๑๑",), phones=("0-5360-6221 ต่อ 11",)
    ),
    answer=Answer(outcome="declined"),
)

PROVINCIAL_ORGANISATION = Letter(
    name="trang-provincial-organisation",
    reference=Reference(code="ตง", owner="51001", number=640),
    dated=Date(day=27, month=2, year=2562),
    agency="องค์การบริหารส่วนจังหวัดตรัง",
    address=("ถนนพัทลุง อำเภอเมืองตรัง", "จังหวัดตรัง ๙๒๐๐๐"),
    province="ตรัง",
    subject=SUBJECT,
    addressee=f"อธิบดี{DEPARTMENT}",
    cites=(TO_CIRCULAR,),
    enclosures=("สำเนาใบสมัคร จำนวน ๑ ชุด",),
    body=(
        "ตามหนังสือที่อ้างถึง เชิญสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC) ประจำปี พ.ศ. ๒๕๖๒ นั้น",
        "องค์การบริหารส่วนจังหวัดตรังยินดีเข้าร่วม และขอส่งสำเนาใบสมัครมาพร้อมนี้",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
    ),
    signer=Signer(
        name="นายกิจจา สุขเกษม",
        position="รองนายกองค์การบริหารส่วนจังหวัด",
        on_behalf_of="นายกองค์การบริหารส่วนจังหวัดตรัง",
        lines=("รองนายกองค์การบริหารส่วนจังหวัด ปฏิบัติราชการแทน", "นายกองค์การบริหารส่วนจังหวัดตรัง"),
    ),
    contact=Contact(
        unit=("สำนักปลัดองค์การบริหารส่วนจังหวัด", "ฝ่ายบริหารงานทั่วไป"),
        lines=("โทร. ๐-๗๕๒๑-๘๒๖๒",),
        phones=("0-7521-8262",),
    ),
    answer=Answer(outcome="confirmed", organisations=(TRANG_PROVINCE,)),
)

DISTRICT = Letter(
    name="dansai-district",
    reference=Reference(code="ลย", owner="0518.1", number=466, written="ลย.0518.1/466"),
    dated=Date(day=21, month=2, year=2562),
    agency="ที่ว่าการอำเภอด่านซ้าย",
    address=("ถนนแก้วอาสา ลย ๔๒๑๒๐",),
    province="เลย",
    subject="การสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC)",
    addressee="ผู้ว่าราชการจังหวัดเลย",
    cites=(
        Cite(
            reference=Reference(code="ลย", owner="0023.3", number=1247, circular=True),
            dated=Date(day=18, month=2, year=2562),
            agency="จังหวัดเลย",
        ),
    ),
    body=(
        "ตามหนังสือที่อ้างถึง จังหวัดเลยให้อำเภอแจ้งเทศบาลตำบลและองค์การบริหารส่วนตำบลทราบ นั้น",
        "อำเภอด่านซ้ายได้แจ้งเทศบาลตำบลและองค์การบริหารส่วนตำบลทุกแห่งทราบแล้ว",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    signer=Signer(name="นายกฤษณะ ภูผา", position="นายอำเภอด่านซ้าย"),
    contact=Contact(
        unit=("ที่ทำการปกครองอำเภอ", "กลุ่มงานบริหารงานปกครอง"),
        lines=("โทร. ๐-๔๒๘๙-๑๒๖๖",),
        phones=("0-4289-1266",),
    ),
    answer=Answer(outcome="acknowledged"),
)

LETTERS: tuple[Letter, ...] = (SUTHEP_APPLIED, PROVINCE_CITED, DECLINED, PROVINCIAL_ORGANISATION, DISTRICT)
