"""Answers that are not whole: some told and some not, asking for time, put right later, or not to the point."""

from tests.letters.circular import DEPARTMENT, TO_CIRCULAR
from tests.letters.compose import Answer, Cite, Date, Letter, Organisation, Reference, Table
from tests.letters.matters import CARERS, CHILDREN, CLINICS, ROADS, WASTE, WATER, office
from tests.letters.provinces import deputy, governor, local_office, reply

_SURASAK = Organisation(kind="เทศบาลนคร", name="เจ้าพระยาสุรศักดิ์", district="ศรีราชา")
_SAEN_SUK = Organisation(kind="เทศบาลเมือง", name="แสนสุข", district="เมืองชลบุรี")
_MAI_RUAK = Organisation(kind="เทศบาลตำบล", name="ท่าไม้รวก", district="ท่ายาง")
_CHA_AM = Organisation(kind="เทศบาลเมือง", name="ชะอำ", district="ชะอำ")

THE_FIRST_TWO = reply(
    "ชลบุรี",
    3318,
    Date(day=28, month=2, year=2562),
    (
        "ตามหนังสือที่อ้างถึง ขอให้จังหวัดแจ้งผลการสมัครขอรับการรับรองมาตรฐานศูนย์ราชการสะดวก นั้น",
        "จังหวัดชลบุรีขอรายงานเบื้องต้นว่า ขณะนี้มีองค์กรปกครองส่วนท้องถิ่นสมัครแล้ว ๒ แห่ง ได้แก่ เทศบาลนครเจ้าพระยาสุรศักดิ์ "
        "อำเภอศรีราชา และเทศบาลเมืองแสนสุข อำเภอเมืองชลบุรี สำหรับแห่งอื่นยังมิได้รายงาน หากได้รับแจ้งแล้วจะรายงานเพิ่มเติมโดยเร็ว",
        "จึงเรียนมาเพื่อโปรดทราบในชั้นนี้",
    ),
    Answer(outcome="partial", count=2, organisations=(_SURASAK, _SAEN_SUK)),
    name="chonburi-the-first-two",
    address=("ถนนมนตเสวี ชบ ๒๐๐๐๐",),
    signer=deputy("ชลบุรี", "นายธรรมศักดิ์ รัตนธัญญา"),
    contact=local_office("โทร. ๐-๓๘๒๗-๘๐๓๑", phones=("0-3827-8031",)),
)

THREE_OF_FIVE_DISTRICTS = reply(
    "สุโขทัย",
    2044,
    Date(day=23, month=5, year=2565),
    (
        "ตามที่กรมส่งเสริมการปกครองท้องถิ่นขอทราบรายชื่อองค์กรปกครองส่วนท้องถิ่นที่เข้าร่วมโครงการ ตามหนังสือที่อ้างถึง นั้น",
        "จังหวัดสุโขทัยได้รับรายงานจากอำเภอบางส่วนแล้ว มีองค์กรปกครองส่วนท้องถิ่นเข้าร่วมโครงการ จำนวน ๑๗ แห่ง "
        "ส่วนอำเภอที่เหลืออยู่ระหว่างดำเนินการ จะจัดส่งให้ภายหลัง",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    Answer(outcome="partial", count=17),
    name="sukhothai-some-districts",
    subject=WASTE.subject,
    cites=(WASTE.cite,),
    address=("ถนนนิกรเกษม สท ๖๔๐๐๐",),
    signer=governor("สุโขทัย", "นายวีรพล ทองอร่าม"),
    contact=local_office("โทร ๐-๕๕๖๑-๐๘๓๓", phones=("0-5561-0833",)),
)

STILL_GATHERING = reply(
    "นครศรีธรรมราช",
    7716,
    Date(day=15, month=2, year=2567),
    (
        "ตามหนังสือที่อ้างถึง ให้จังหวัดรายงานผลการถ่ายโอนภารกิจ ภายในกำหนด นั้น",
        "เนื่องจากอยู่ในระหว่างการรวบรวมเอกสารจากองค์กรปกครองส่วนท้องถิ่น จังหวัดนครศรีธรรมราชจึงยังไม่สามารถรายงานผลได้ "
        "และจะเร่งรัดรายงานให้ทราบในโอกาสแรก",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    Answer(outcome="unclear"),
    name="nakhonsi-still-gathering",
    subject=CLINICS.subject,
    cites=(CLINICS.cite,),
    address=("ถนนราชดำเนิน ตำบลในเมือง", "อำเภอเมืองนครศรีธรรมราช นศ ๘๐๐๐๐"),
    signer=deputy("นครศรีธรรมราช", "นายอภินันท์ เผือกผ่อง"),
    contact=local_office("โทร. ๐-๗๕๓๕-๖๕๔๗", phones=("0-7535-6547",)),
)

ANOTHER_FORTNIGHT = reply(
    "แม่ฮ่องสอน",
    618,
    Date(day=9, month=9, year=2564),
    (
        "ตามหนังสือที่อ้างถึง กำหนดให้จังหวัดส่งคำขอรับการสนับสนุนภายในวันที่ ๑๐ กันยายน ๒๕๖๔ นั้น",
        "เนื่องจากเกิดอุทกภัยในหลายอำเภอ จังหวัดแม่ฮ่องสอนขอผ่อนผันการส่งคำขอออกไปอีก ๑๕ วัน",
        "จึงเรียนมาเพื่อโปรดพิจารณาอนุเคราะห์",
    ),
    Answer(outcome="unclear"),
    name="maehongson-another-fortnight",
    subject=f"ขอขยายระยะเวลาการเสนอคำขอ{ROADS.subject.removeprefix('การขอ')}",
    cites=(ROADS.cite,),
    urgency="ด่วนที่สุด",
    address=("ถนนขุนลุมประพาส มส ๕๘๐๐๐",),
    signer=deputy("แม่ฮ่องสอน", "นายเชษฐา โมสิกรัตน์"),
    contact=local_office("โทร. ๐ ๕๓๖๑ ๒๐๑๗", phones=("0 5361 2017",)),
)

TWO_MORE = reply(
    "เพชรบุรี",
    1902,
    Date(day=8, month=3, year=2562),
    (
        "ตามหนังสือที่อ้างถึง ๒ จังหวัดเพชรบุรีได้รายงานผลการสมัครไปแล้ว นั้น",
        "จังหวัดเพชรบุรีขอแก้ไขรายงานดังกล่าว โดยให้ใช้ข้อมูลตามหนังสือฉบับนี้แทน มีองค์กรปกครองส่วนท้องถิ่นสมัคร จำนวน ๒ (สอง) แห่ง ดังนี้",
        Table(
            header=("ลำดับ", "ชื่อ อปท.", "อำเภอ"), rows=(("๑", "ทม.ชะอำ", "ชะอำ"), ("๒", "ทต.ท่าไม้รวก", "ท่ายาง"))
        ),
        "จึงเรียนมาเพื่อโปรดยกเลิกรายงานฉบับเดิม",
    ),
    Answer(outcome="confirmed", count=2, organisations=(_CHA_AM, _MAI_RUAK)),
    name="phetchaburi-puts-it-right",
    subject="ขอแก้ไขรายงานผลการสมัครขอรับการรับรองมาตรฐานศูนย์ราชการสะดวก",
    cites=(
        TO_CIRCULAR,
        Cite(
            reference=Reference(code="พบ", owner="0023.3", number=1755),
            dated=Date(day=27, month=2, year=2562),
            agency="จังหวัดเพชรบุรี",
        ),
    ),
    address=("ถนนราชวิถี พบ ๗๖๐๐๐",),
    signer=deputy("เพชรบุรี", "นางวันเพ็ญ มังศรี"),
    contact=local_office("โทร. ๐-๓๒๔๐-๐๗๕๗", phones=("0-3240-0757",)),
)

WHO_MAY = reply(
    "กาญจนบุรี",
    4410,
    Date(day=30, month=11, year=2566),
    (
        "ตามหนังสือที่อ้างถึง กรมส่งเสริมการปกครองท้องถิ่นแจ้งโครงการฝึกอบรมผู้ดูแลผู้สูงอายุ นั้น",
        "จังหวัดกาญจนบุรีขอหารือว่า องค์กรปกครองส่วนท้องถิ่นที่ไม่มีกองสาธารณสุขจะส่งผู้เข้ารับการฝึกอบรมได้หรือไม่ อย่างไร",
        "จึงเรียนมาเพื่อโปรดพิจารณาตอบข้อหารือ",
    ),
    Answer(outcome="unclear"),
    name="kanchanaburi-asks-back",
    subject=f"ขอหารือการดำเนินการตาม{CARERS.subject}",
    cites=(CARERS.cite,),
    address=("ถนนแสงชูโต กจ ๗๑๐๐๐",),
    signer=deputy("กาญจนบุรี", "นายประสาน ศรีสุข"),
    contact=local_office("โทร. ๐-๓๔๕๑-๔๔๗๙", phones=("0-3451-4479",)),
)

NOT_OURS = reply(
    "สมุทรสาคร",
    1811,
    Date(day=17, month=1, year=2568),
    (
        "ตามหนังสือที่อ้างถึง ให้รายงานระบบประปาหมู่บ้านที่ชำรุดเสียหาย นั้น",
        "จังหวัดสมุทรสาครขอเรียนว่า ระบบประปาในพื้นที่อยู่ในความรับผิดชอบของการประปาส่วนภูมิภาค "
        "มิได้เกี่ยวข้องกับองค์กรปกครองส่วนท้องถิ่น จึงขอส่งเรื่องคืน",
        "จึงเรียนมาเพื่อโปรดดำเนินการต่อไป",
    ),
    Answer(outcome="declined"),
    name="samutsakhon-not-ours",
    subject="ขอส่งคืนเรื่อง การสำรวจระบบประปาหมู่บ้านที่ชำรุดเสียหาย",
    cites=(WATER.cite,),
    address=("ถนนเศรษฐกิจ ๑ ตำบลมหาชัย", "อำเภอเมืองสมุทรสาคร สค ๗๔๐๐๐"),
    signer=governor("สมุทรสาคร", "นายผล ดำธรรม"),
    contact=office(
        "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด",
        lines=("โทร. ๐ ๓๔๔๑ ๑๒๕๑ โทรสาร ๐ ๓๔๔๑ ๑๒๕๒",),
        phones=("0 3441 1251",),
        faxes=("0 3441 1252",),
    ),
)

DISTRICTS_NOT_YET = reply(
    "ศรีสะเกษ",
    6127,
    Date(day=28, month=6, year=2563),
    (
        f"ตามหนังสือ{DEPARTMENT}ที่อ้างถึง ให้สำรวจความต้องการครุภัณฑ์ นั้น",
        "จังหวัดศรีสะเกษได้แจ้งให้นายอำเภอดำเนินการแล้ว แต่ยังไม่ได้รับรายงานจากอำเภอ หากได้รับรายงานแล้วจะแจ้งให้ทราบต่อไป",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ),
    Answer(outcome="unclear"),
    name="sisaket-districts-not-yet",
    subject=CHILDREN.subject,
    cites=(CHILDREN.cite,),
    script="arabic",
    address=("ถนนเทพา ศก 33000",),
    signer=deputy("ศรีสะเกษ", "นายสำรวย เกษกุล"),
    contact=local_office("โทร. 045-611455", phones=("045-611455",)),
)

LETTERS: tuple[Letter, ...] = (
    THE_FIRST_TWO,
    THREE_OF_FIVE_DISTRICTS,
    STILL_GATHERING,
    ANOTHER_FORTNIGHT,
    TWO_MORE,
    WHO_MAY,
    NOT_OURS,
    DISTRICTS_NOT_YET,
)
