"""Rarer ways of replying: over two pages, corrected, with officers' notes below, not yet numbered,
asking for more time, citing what is no letter on paper.
"""

from tests.letters.circular import DEPARTMENT, TO_CIRCULAR
from tests.letters.compose import Answer, Cite, Date, Letter, Reference, Table, Turn
from tests.letters.organisations import KHOK_SAMRONG, LAM_NARAI, NAKHON_RATCHASIMA, PAK_CHONG, THA_KHLONG
from tests.letters.provinces import KNOWN, TO_KNOW, deputy, governor, local_office, reply

OVER_TWO_PAGES = reply(
    "นครราชสีมา",
    8841,
    Date(day=28, month=2, year=2562),
    (
        KNOWN,
        "จังหวัดนครราชสีมาได้ดำเนินการประชาสัมพันธ์ให้องค์กรปกครองส่วนท้องถิ่นในพื้นที่ทราบ พร้อมทั้งจัดประชุมชี้แจง"
        "หลักเกณฑ์และแนวทางการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก เมื่อวันที่ ๒๑ กุมภาพันธ์ ๒๕๖๒ "
        "ณ ห้องประชุมศาลากลางจังหวัดนครราชสีมา โดยมีผู้เข้าร่วมประชุมจากทุกอำเภอ",
        Turn(catchword="จังหวัดนครราชสีมา", page=2),
        "จังหวัดนครราชสีมาขอเรียนว่า มีองค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรองมาตรฐาน จำนวน ๒ แห่ง ได้แก่ "
        "เทศบาลนครนครราชสีมา อำเภอเมืองนครราชสีมา และเทศบาลเมืองปากช่อง อำเภอปากช่อง",
        TO_KNOW,
    ),
    Answer(outcome="confirmed", count=2, organisations=(NAKHON_RATCHASIMA, PAK_CHONG)),
    name="korat-over-two-pages",
    address=("ถนนมหาดไทย นม ๓๐๐๐๐",),
    signer=deputy("นครราชสีมา", "นายศักดิ์ชัย ชาญวิทย์"),
    contact=local_office("โทร. ๐-๔๔๒๔-๒๙๙๑ ต่อ ๑๒", phones=("0-4424-2991 ต่อ 12",)),
)

CORRECTED = reply(
    "ลพบุรี",
    2190,
    Date(day=5, month=3, year=2562),
    (
        "ตามหนังสือที่อ้างถึง ๒ จังหวัดลพบุรีได้รายงานผลการสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก "
        "(GECC) ให้กรมส่งเสริมการปกครองท้องถิ่นทราบแล้ว นั้น",
        "จังหวัดลพบุรีขอส่งข้อมูลแทนฉบับเดิม โดยมีองค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรองมาตรฐาน จำนวน ๓ แห่ง ดังนี้",
        Table(
            header=("ที่", "องค์กรปกครองส่วนท้องถิ่น", "อำเภอ"),
            rows=(
                ("๑", "ทต.ลำนารายณ์", "ชัยบาดาล"),
                ("๒", "ทต.ท่าโขลง", "ท่าวุ้ง"),
                ("๓", "ทต.โคกสำโรง", "โคกสำโรง"),
            ),
        ),
        TO_KNOW,
    ),
    Answer(outcome="confirmed", count=3, organisations=(LAM_NARAI, THA_KHLONG, KHOK_SAMRONG)),
    name="lopburi-corrected",
    address=("ถนนนารายณ์มหาราช ลบ ๑๕๐๐๐",),
    subject="ขอแก้ไขข้อมูลการสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC)",
    cites=(
        TO_CIRCULAR,
        Cite(
            reference=Reference(code="ลบ", owner="0023.3", number=1925),
            dated=Date(day=25, month=2, year=2562),
            agency="จังหวัดลพบุรี",
        ),
    ),
    signer=deputy("ลพบุรี", "นายกำธร สุขสวัสดิ์"),
    contact=local_office("โทร. ๐-๓๖๔๑-๑๕๒๔", phones=("0-3641-1524",)),
)

NOTED = reply(
    "ปัตตานี",
    1170,
    Date(day=22, month=2, year=2562),
    (KNOWN, "จังหวัดปัตตานีได้แจ้งให้องค์กรปกครองส่วนท้องถิ่นทุกแห่งทราบและดำเนินการแล้ว", TO_KNOW),
    Answer(outcome="acknowledged"),
    name="pattani-noted",
    address=("ถนนเดชา ปน ๙๔๐๐๐",),
    stamps=(("เลขรับ ๓๐๑๒", "วันที่ ๒๕ ก.พ. ๒๕๖๒", "เวลา ๐๘.๔๕ น."),),
    signer=governor("ปัตตานี", "นายสมเกียรติ ชูช่วย"),
    contact=local_office("โทร. ๐-๗๓๓๔-๙๑๔๐", phones=("0-7334-9140",)),
    notes=(
        "เรียน ผอ.กพส.",
        "เพื่อโปรดพิจารณา เห็นควรรวบรวม",
        "(นางสาวดวงใจ รักงาน)",
        "นักส่งเสริมการปกครองท้องถิ่น",
        "๒๕ ก.พ. ๖๒",
    ),
)

NOT_NUMBERED = reply(
    "สระแก้ว",
    0,
    Date(day=26, month=2, year=2562),
    (KNOWN, "จังหวัดสระแก้วขอเรียนว่า ไม่มีองค์กรปกครองส่วนท้องถิ่นประสงค์จะสมัครขอรับการรับรองมาตรฐาน", TO_KNOW),
    Answer(outcome="nil"),
    name="sakaeo-not-numbered",
    reference=None,
    address=("ถนนสุวรรณศร สก ๒๗๐๐๐",),
    signer=deputy("สระแก้ว", "นายไพศาล ทองสุข"),
    contact=local_office("โทร. ๐-๓๗๔๒-๕๐๑๒", phones=("0-3742-5012",)),
)

MORE_TIME = reply(
    "อุทัยธานี",
    402,
    Date(day=27, month=2, year=2562, written="๒๗/๐๒/๒๕๖๒"),
    (
        KNOWN,
        "เนื่องจากองค์กรปกครองส่วนท้องถิ่นบางแห่งยังไม่รายงานข้อมูล จังหวัดอุทัยธานีจึงขอขยายระยะเวลาการรายงานผล"
        "ออกไปถึงวันที่ ๑๕ มีนาคม ๒๕๖๒",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
    ),
    Answer(outcome="unclear"),
    name="uthaithani-more-time",
    address=("ถนนศรีอุทัย อน ๖๑๐๐๐",),
    signer=deputy("อุทัยธานี", "นางพรทิพย์ เจริญผล"),
    contact=local_office("โทร. ๐-๕๖๕๒-๔๖๔๑", phones=("0-5652-4641",)),
)

BY_FAX = reply(
    "นราธิวาส",
    1504,
    Date(day=25, month=2, year=2562),
    (
        KNOWN,
        "จังหวัดนราธิวาสขอเรียนว่า องค์กรปกครองส่วนท้องถิ่นในจังหวัด จำนวน ๑๒ (สิบสอง) แห่ง ได้สมัครขอรับการรับรอง"
        "มาตรฐานผ่านเว็บไซต์แล้ว",
        TO_KNOW,
    ),
    Answer(outcome="confirmed", count=12),
    name="narathiwat-cites-a-fax",
    address=("ถนนศูนย์ราชการ นธ ๙๖๐๐๐",),
    script="arabic",
    cites=(
        Cite(
            reference=TO_CIRCULAR.reference,
            dated=TO_CIRCULAR.dated,
            agency=DEPARTMENT,
            lead=f"โทรสารในราชการ{DEPARTMENT} ด่วนที่สุด",
        ),
    ),
    signer=deputy("นราธิวาส", "นายมะรอนิง สาและ"),
    contact=local_office(
        "โทร. 0 7353 2015 โทรสาร 0 7353 2016",
        "สำเนาส่ง ท้องถิ่นอำเภอทุกอำเภอ",
        phones=("0 7353 2015",),
        faxes=("0 7353 2016",),
    ),
)

LETTERS: tuple[Letter, ...] = (OVER_TWO_PAGES, CORRECTED, NOTED, NOT_NUMBERED, MORE_TIME, BY_FAX)
