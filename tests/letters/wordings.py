"""The outcomes of `answers` in other words: numerals in words, wholes beside parts, noes and not-yets."""

from tests.letters.compose import Answer, Date, Letter, Signer, Table
from tests.letters.organisations import (
    BAN_BUA,
    BURIRAM_PROVINCE,
    CHUM_HET,
    HUA_DONG,
    ISAN,
    KATHU,
    KHON_SAWAN,
    KWANG_JON,
    LAM_PLAI_MAT,
    MAE_SOT,
    NANG_RONG,
    SATUEK,
    SAWAI_CHIK,
    THEP_SATHIT,
    WICHIT,
)
from tests.letters.provinces import KNOWN, TO_KNOW, deputy, governor, local_office, reply

PART_OF_A_WHOLE = reply(
    "ชัยภูมิ",
    2950,
    Date(day=26, month=2, year=2562),
    (
        KNOWN,
        "จังหวัดชัยภูมิขอเรียนว่า องค์กรปกครองส่วนท้องถิ่นในพื้นที่มีทั้งหมด ๑๔๓ แห่ง มีองค์กรปกครองส่วนท้องถิ่น"
        "สมัครขอรับการรับรองมาตรฐานดังกล่าว จำนวน ๔ (สี่) แห่ง ได้แก่ เทศบาลตำบลคอนสวรรค์ อำเภอคอนสวรรค์ "
        "องค์การบริหารส่วนตำบลกวางโจน อำเภอภูเขียว เทศบาลตำบลเทพสถิต อำเภอเทพสถิต "
        "และองค์การบริหารส่วนตำบลบ้านบัว อำเภอเกษตรสมบูรณ์",
        TO_KNOW,
    ),
    Answer(outcome="confirmed", count=4, organisations=(KHON_SAWAN, KWANG_JON, THEP_SATHIT, BAN_BUA)),
    name="chaiyaphum-part-of-a-whole",
    address=("ถนนบรรณาการ ชย ๓๖๐๐๐",),
    signer=deputy("ชัยภูมิ", "นายบุญเลิศ รักษ์ถิ่น"),
    contact=local_office("โทร. ๐-๔๔๘๒-๒๕๐๒", phones=("0-4482-2502",)),
)

ONE_IN_LAPLAE = reply(
    "อุตรดิตถ์",
    1088,
    Date(day=22, month=2, year=2562),
    (
        KNOWN,
        "จังหวัดอุตรดิตถ์ได้แจ้งเวียนองค์กรปกครองส่วนท้องถิ่นแล้ว มีองค์กรปกครองส่วนท้องถิ่นประสงค์จะสมัคร "
        "จำนวนหนึ่งแห่ง คือ เทศบาลตำบลหัวดง อำเภอลับแล",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
    ),
    Answer(outcome="confirmed", count=1, organisations=(HUA_DONG,)),
    name="uttaradit-one-in-laplae",
    address=("ถนนประชานิมิตร อต ๕๓๐๐๐",),
    signer=governor("อุตรดิตถ์", "นายธนากร อินทร์จันทร์"),
    contact=local_office(
        "โทร. ๐ ๕๕๔๑ ๑๐๐๓", "E-mail utt@dla.go.th", phones=("0 5541 1003",), emails=("utt@dla.go.th",)
    ),
)

NOT_YET = reply(
    "ระนอง",
    640,
    Date(day=28, month=2, year=2562),
    (
        KNOWN,
        "จังหวัดระนองอยู่ระหว่างรวบรวมข้อมูลจากองค์กรปกครองส่วนท้องถิ่น และจะรายงานผลให้กรมส่งเสริมการปกครองท้องถิ่นทราบต่อไป",
        TO_KNOW,
    ),
    Answer(outcome="unclear"),
    name="ranong-not-yet",
    address=("ถนนลุวัง รน ๘๕๐๐๐",),
    signer=deputy("ระนอง", "นายจตุพร เพชรสุวรรณ"),
    contact=local_office("โทร. ๐-๗๗๘๑-๑๓๗๖", phones=("0-7781-1376",)),
)

RECEIVED = reply(
    "มุกดาหาร",
    455,
    Date(day=19, month=2, year=2562),
    (
        "ตามที่กรมส่งเสริมการปกครองท้องถิ่นได้มีหนังสือตามที่อ้างถึง เชิญสมัครขอรับการรับรองมาตรฐานการให้บริการ"
        "ของศูนย์ราชการสะดวก (GECC) ประจำปี พ.ศ. ๒๕๖๒ นั้น",
        "จังหวัดมุกดาหารได้รับหนังสือดังกล่าวเรียบร้อยแล้ว",
        TO_KNOW,
    ),
    Answer(outcome="acknowledged"),
    name="mukdahan-received",
    address=("ถนนวิวิธสุรการ มห ๔๙๐๐๐",),
    signer=deputy("มุกดาหาร", "นางจิราพร แสนสุข", acts="รักษาราชการแทน"),
    contact=local_office("โทร. ๐-๔๒๖๑-๑๓๓๐", phones=("0-4261-1330",)),
)

NOBODY_WANTS = reply(
    "ชัยนาท",
    712,
    Date(day=27, month=2, year=2562),
    (
        KNOWN,
        "จังหวัดชัยนาทได้แจ้งองค์กรปกครองส่วนท้องถิ่นทั้ง ๖๐ แห่งทราบแล้ว ผลปรากฏว่าไม่มีองค์กรปกครองส่วนท้องถิ่น"
        "แจ้งความประสงค์ขอสมัครรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวกแต่อย่างใด",
        TO_KNOW,
    ),
    Answer(outcome="nil"),
    name="chainat-nobody-wants",
    address=("ถนนพรหมประเสริฐ ชน ๑๗๐๐๐",),
    script="arabic",
    signer=deputy("ชัยนาท", "นายเอกชัย พูลทรัพย์"),
    contact=local_office("โทร. 0 5641 2083 ต่อ 21, 22", phones=("0 5641 2083 ต่อ 21, 22",)),
)

ALREADY_APPLIED = reply(
    "ภูเก็ต",
    4120,
    Date(day=28, month=2, year=2562),
    (
        KNOWN,
        "จังหวัดภูเก็ตขอเรียนว่า เทศบาลเมืองกะทู้ อำเภอกะทู้ และเทศบาลตำบลวิชิต อำเภอเมืองภูเก็ต "
        "ได้สมัครขอรับการรับรองมาตรฐานผ่านเว็บไซต์ www.psc.opm.go.th เรียบร้อยแล้ว",
        TO_KNOW,
    ),
    Answer(outcome="confirmed", organisations=(KATHU, WICHIT)),
    name="phuket-already-applied",
    address=("ถนนนริศร ภก ๘๓๐๐๐",),
    signer=Signer(
        name="นายวรวุฒิ สถิตย์พงศ์",
        position="ท้องถิ่นจังหวัดภูเก็ต",
        on_behalf_of="ผู้ว่าราชการจังหวัดภูเก็ต",
        lines=("ท้องถิ่นจังหวัดภูเก็ต", "ปฏิบัติราชการแทน ผู้ว่าราชการจังหวัดภูเก็ต"),
    ),
    contact=local_office("โทร. ๐-๗๖๒๑-๑๐๖๗ ต่อ ๑๔", phones=("0-7621-1067 ต่อ 14",)),
)

REST_TO_FOLLOW = reply(
    "ตาก",
    1733,
    Date(day=27, month=2, year=2562),
    (
        KNOWN,
        "จังหวัดตากขอรายงานว่า มีองค์กรปกครองส่วนท้องถิ่นสมัครแล้ว จำนวน ๑ แห่ง คือ เทศบาลนครแม่สอด อำเภอแม่สอด "
        "ส่วนองค์กรปกครองส่วนท้องถิ่นที่เหลืออยู่ระหว่างการพิจารณา จังหวัดจะแจ้งผลให้ทราบอีกครั้ง",
        TO_KNOW,
    ),
    Answer(outcome="partial", count=1, organisations=(MAE_SOT,)),
    name="tak-rest-to-follow",
    address=("ถนนพหลโยธิน ตก ๖๓๐๐๐",),
    signer=deputy("ตาก", "นายสุทธิชัย วงศ์วาน"),
    contact=local_office(
        "โทร. ๐-๕๕๕๑-๕๘๑๐", "โทรสาร ๐-๕๕๕๑-๕๘๑๑", phones=("0-5551-5810",), faxes=("0-5551-5811",)
    ),
)

_BURIRAM = (BURIRAM_PROVINCE, CHUM_HET, NANG_RONG, ISAN, LAM_PLAI_MAT, SATUEK, SAWAI_CHIK)

LONG_TABLE = reply(
    "บุรีรัมย์",
    6284,
    Date(day=28, month=2, year=2562),
    (
        KNOWN,
        "จังหวัดบุรีรัมย์ขอส่งรายชื่อองค์กรปกครองส่วนท้องถิ่นที่สมัครขอรับการรับรองมาตรฐาน จำนวน ๗ แห่ง "
        "รายละเอียดปรากฏตามบัญชีที่ส่งมาพร้อมนี้",
        TO_KNOW,
    ),
    Answer(outcome="confirmed", count=7, organisations=_BURIRAM),
    name="buriram-long-table",
    address=("ถนนจิระ บร ๓๑๐๐๐",),
    enclosures=("บัญชีรายชื่อองค์กรปกครองส่วนท้องถิ่น จำนวน ๑ ชุด", "สำเนาใบสมัคร จำนวน ๗ ฉบับ"),
    signer=deputy("บุรีรัมย์", "นางสาวกาญจนา ดีเสมอ"),
    contact=local_office("โทร. ๐-๔๔๖๖-๖๕๓๗", phones=("0-4466-6537",)),
    attached=(
        "บัญชีรายชื่อองค์กรปกครองส่วนท้องถิ่นที่สมัครขอรับการรับรองมาตรฐาน จังหวัดบุรีรัมย์",
        Table(
            header=("ลำดับ", "องค์กรปกครองส่วนท้องถิ่น", "อำเภอ", "หมายเหตุ"),
            rows=(
                *((f"{n}", one.full, one.district or "", "") for n, one in enumerate(_BURIRAM, 1)),
                ("รวม", f"{len(_BURIRAM)} แห่ง", "", ""),
            ),
        ),
    ),
)

LETTERS: tuple[Letter, ...] = (
    PART_OF_A_WHOLE,
    ONE_IN_LAPLAE,
    NOT_YET,
    RECEIVED,
    NOBODY_WANTS,
    ALREADY_APPLIED,
    REST_TO_FOLLOW,
    LONG_TABLE,
)
