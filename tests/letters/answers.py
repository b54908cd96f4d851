"""Provinces that say what came of the circular: so many applied, none did, some have yet to tell."""

from tests.letters.compose import Answer, Date, Letter, Table
from tests.letters.organisations import (
    AO_NANG,
    KHUANG_PAO,
    KRABI,
    KRABI_PROVINCE,
    MAE_HIA,
    PHRAE,
    PLAI_PHRAYA,
    SUAN_KHUEAN,
    SUTHEP,
)
from tests.letters.provinces import KNOWN, TO_KNOW, deputy, governor, local_office, reply

THREE_NAMED = reply(
    "เชียงใหม่",
    1234,
    Date(day=20, month=2, year=2562),
    (
        KNOWN,
        "จังหวัดเชียงใหม่ได้แจ้งองค์กรปกครองส่วนท้องถิ่นในพื้นที่ทราบแล้ว ปรากฏว่ามีองค์กรปกครองส่วนท้องถิ่น"
        "สมัครขอรับการรับรองมาตรฐาน จำนวน ๓ แห่ง ได้แก่",
        "๑. เทศบาลตำบลสุเทพ อำเภอเมืองเชียงใหม่",
        "๒. เทศบาลเมืองแม่เหียะ อำเภอเมืองเชียงใหม่",
        "๓. องค์การบริหารส่วนตำบลข่วงเปา อำเภอจอมทอง",
        TO_KNOW,
    ),
    Answer(outcome="confirmed", count=3, organisations=(SUTHEP, MAE_HIA, KHUANG_PAO)),
    name="chiangmai-three-named",
    address=("ถนนโชตนา ชม ๕๐๓๐๐",),
    signer=governor("เชียงใหม่", "นายวิชัย ธรรมรักษา"),
    contact=local_office(
        "โทร. ๐-๕๓๑๑-๒๒๓๓", "โทรสาร ๐-๕๓๑๑-๒๒๓๔", phones=("0-5311-2233",), faxes=("0-5311-2234",)
    ),
)

NONE_APPLIED = reply(
    "ตราด",
    891,
    Date(day=25, month=2, year=2562),
    (
        KNOWN,
        "จังหวัดตราดได้ประชาสัมพันธ์ให้องค์กรปกครองส่วนท้องถิ่นทราบแล้ว ปรากฏว่าไม่มีองค์กรปกครองส่วนท้องถิ่นใด"
        "ประสงค์จะสมัครขอรับการรับรองมาตรฐานดังกล่าว",
        TO_KNOW,
    ),
    Answer(outcome="nil"),
    name="trat-none-applied",
    address=("ถนนราษฎร์นิยม ตร ๒๓๐๐๐",),
    signer=deputy("ตราด", "นายประเสริฐ มั่นคง"),
    contact=local_office("โทร. ๐ ๓๙๕๑ ๑๒๘๒ ต่อ ๑๑", phones=("0 3951 1282 ต่อ 11",)),
)

SOME_PENDING = reply(
    "สงขลา",
    5521,
    Date(day=27, month=2, year=2562),
    (
        KNOWN,
        "จังหวัดสงขลาขอรายงานผลการดำเนินการในเบื้องต้น ดังนี้ มีองค์กรปกครองส่วนท้องถิ่นสมัครแล้ว จำนวน ๕ แห่ง "
        "และอยู่ระหว่างรวบรวมข้อมูลจากอำเภออีก ๔ อำเภอ ซึ่งจังหวัดจะรายงานให้ทราบต่อไป",
        TO_KNOW,
    ),
    Answer(outcome="partial", count=5),
    name="songkhla-some-pending",
    address=("ถนนราชดำเนิน สข ๙๐๐๐๐",),
    signer=deputy("สงขลา", "นางสาวพิมพ์ใจ ศรีสุข", acts="รักษาราชการแทน"),
    contact=local_office("โทร./โทรสาร ๐-๗๔๓๑-๒๐๑๖", phones=("0-7431-2016",), faxes=("0-7431-2016",)),
)

PASSED_ON = reply(
    "เลย",
    2407,
    Date(day=22, month=2, year=2562),
    (
        KNOWN,
        "จังหวัดเลยได้แจ้งให้องค์กรปกครองส่วนท้องถิ่นทุกแห่งในพื้นที่ทราบและถือปฏิบัติแล้ว",
        TO_KNOW,
    ),
    Answer(outcome="acknowledged"),
    name="loei-passed-on",
    address=("ถนนมลิวรรณ ลย ๔๒๐๐๐",),
    script="arabic",
    signer=deputy("เลย", "นายอนุชา พรหมมา", post="ท้องถิ่นจังหวัดเลย"),
    contact=local_office(
        "โทร. 0-4281-1715", "E-mail : loei@dla.go.th", phones=("0-4281-1715",), emails=("loei@dla.go.th",)
    ),
)

AS_TEXT = reply(
    "แพร่",
    1577,
    Date(day=26, month=2, year=2562),
    (
        KNOWN,
        "จังหวัดแพร่ขอเรียนว่า ได้รับแจ้งจากองค์กรปกครองส่วนท้องถิ่นในพื้นที่แล้ว มีความประสงค์สมัครขอรับการรับรองมาตรฐาน "
        "จำนวน ๒ แห่ง ประกอบด้วยเทศบาลเมืองแพร่ อำเภอเมืองแพร่ และเทศบาลตำบลสวนเขื่อน อำเภอเมืองแพร่",
        TO_KNOW,
    ),
    Answer(outcome="confirmed", count=2, organisations=(PHRAE, SUAN_KHUEAN)),
    name="phrae-as-text",
    address=("ถนนไชยบูรณ์ พร ๕๔๐๐๐",),
    signer=governor("แพร่", "นายพงศ์พันธ์ วัฒนกูล"),
    contact=local_office("โทร. ๐-๕๔๕๓-๔๑๑๙", phones=("0-5453-4119",)),
)

TABLE = reply(
    "กระบี่",
    3906,
    Date(day=1, month=3, year=2562),
    (
        KNOWN,
        "จังหวัดกระบี่ขอเรียนว่า มีองค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรองมาตรฐาน จำนวน ๔ แห่ง รายละเอียดปรากฏ"
        "ตามสิ่งที่ส่งมาด้วย",
        TO_KNOW,
    ),
    Answer(outcome="confirmed", count=4, organisations=(KRABI_PROVINCE, KRABI, PLAI_PHRAYA, AO_NANG)),
    name="krabi-table",
    address=("ถนนอุตรกิจ กบ ๘๑๐๐๐",),
    enclosures=("บัญชีรายชื่อองค์กรปกครองส่วนท้องถิ่นที่สมัครขอรับการรับรองมาตรฐาน จำนวน ๑ แผ่น",),
    signer=deputy("กระบี่", "นายสมควร ขันเงิน"),
    contact=local_office("โทร. ๐-๗๕๖๑-๑๘๘๘", phones=("0-7561-1888",)),
    attached=(
        "บัญชีรายชื่อองค์กรปกครองส่วนท้องถิ่นที่สมัครขอรับการรับรองมาตรฐาน จังหวัดกระบี่",
        Table(
            header=("ที่", "รายชื่อ อปท.", "อำเภอ"),
            rows=(
                ("๑", "อบจ.กระบี่", "เมืองกระบี่"),
                ("๒", "ทม.กระบี่", "เมืองกระบี่"),
                ("๓", "ทต.ปลายพระยา", "ปลายพระยา"),
                ("๔", "อบต.อ่าวนาง", "เมืองกระบี่"),
                ("รวม", "๔", ""),
            ),
        ),
    ),
)

LETTERS: tuple[Letter, ...] = (THREE_NAMED, NONE_APPLIED, SOME_PENDING, PASSED_ON, AS_TEXT, TABLE)
