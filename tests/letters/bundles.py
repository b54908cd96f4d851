"""One file, several letters: the covering letter with what it answers or passes on behind it."""

from tests.letters.below import DECLINED
from tests.letters.circular import CIRCULAR
from tests.letters.compose import Answer, Date, Letter
from tests.letters.provinces import KNOWN, TO_KNOW, deputy, local_office, reply

CIRCULAR_BEHIND = reply(
    "อำนาจเจริญ",
    559,
    Date(day=22, month=2, year=2562),
    (KNOWN, "จังหวัดอำนาจเจริญได้แจ้งให้องค์กรปกครองส่วนท้องถิ่นในพื้นที่ทราบและดำเนินการแล้ว", TO_KNOW),
    Answer(outcome="acknowledged"),
    name="amnatcharoen-circular-behind",
    address=("ถนนชยางกูร อจ ๓๗๐๐๐",),
    signer=deputy("อำนาจเจริญ", "นายทวีป บุตรโพธิ์"),
    contact=local_office("โทร. ๐-๔๕๕๒-๓๑๓๗", phones=("0-4552-3137",)),
    behind=(CIRCULAR,),
)

ANSWER_BEHIND = reply(
    "เชียงราย",
    3215,
    Date(day=27, month=2, year=2562),
    (
        KNOWN,
        "จังหวัดเชียงรายขอเรียนว่า ไม่มีองค์กรปกครองส่วนท้องถิ่นประสงค์สมัครขอรับการรับรองมาตรฐาน "
        "รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย",
        TO_KNOW,
    ),
    Answer(outcome="nil"),
    name="chiangrai-answer-behind",
    address=("ถนนแม่ฟ้าหลวง ชร ๕๗๑๐๐",),
    enclosures=("สำเนาหนังสือเทศบาลตำบลบ้านต้า จำนวน ๑ ฉบับ",),
    signer=deputy("เชียงราย", "นายชูศักดิ์ ไชยวงค์"),
    contact=local_office("โทร. ๐ ๕๓๑๕ ๐๑๖๓", phones=("0 5315 0163",)),
    behind=(DECLINED,),
)

LETTERS: tuple[Letter, ...] = (CIRCULAR_BEHIND, ANSWER_BEHIND)
