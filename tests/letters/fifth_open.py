"""The fifth hand's other answers: not all of it yet, only passed on, not willing, and not to be told."""

from tests.letters.compose import Answer, Date, Letter, Reference, Signer
from tests.letters.fifth import FIGURES, JOIN, NAMES, RESULTS, TO_CONSIDER, TO_KNOW, answer
from tests.letters.hands import TO, asked_by, org
from tests.letters.matters import council, mayor, office

_HAT_SAI_RI = org(TO, "หาดทรายรี", "เมืองชุมพร")
_FIRST_TWO = (org(TO, "ดอกคำใต้", "ดอกคำใต้"), org(TO, "เชียงม่วน", "เชียงม่วน"))

_IN_PART = (
    answer(
        "nan-eighty-of-a-hundred",
        "น่าน",
        4120,
        Date(day=25, month=9, year=2568),
        FIGURES,
        (
            "ตามหนังสือที่อ้างถึง ขอให้จังหวัดส่งข้อมูลจำนวนพนักงานจ้างขององค์กรปกครองส่วนท้องถิ่น นั้น",
            "จังหวัดน่านขอเรียนว่า องค์กรปกครองส่วนท้องถิ่นส่งข้อมูลแล้ว ๘๐ แห่ง จากทั้งหมด ๑๐๐ แห่ง ส่วนที่เหลืออีก ๒๐ แห่ง อยู่ระหว่างดำเนินการ",
            TO_KNOW,
        ),
        Answer(outcome="partial", count=80),
    ),
    answer(
        "trat-still-collecting",
        "ตราด",
        1007,
        Date(day=21, month=7, year=2568),
        RESULTS,
        (
            "ตามหนังสือที่อ้างถึง ให้จังหวัดรายงานผลการสำรวจไฟฟ้าสาธารณะที่ชำรุด นั้น",
            "จังหวัดตราดอยู่ระหว่างรวบรวมรายงานจากองค์กรปกครองส่วนท้องถิ่น หากได้รับครบถ้วนแล้วจะรายงานให้ทราบต่อไป",
            TO_KNOW,
        ),
        Answer(outcome="unclear"),
    ),
    answer(
        "loei-asks-for-more-time",
        "เลย",
        2650,
        Date(day=26, month=9, year=2568),
        FIGURES,
        (
            "ตามหนังสือที่อ้างถึง ขอให้ส่งข้อมูลจำนวนพนักงานจ้างภายในวันที่ ๓๐ กันยายน ๒๕๖๘ นั้น",
            "เนื่องจากองค์กรปกครองส่วนท้องถิ่นบางแห่งยังไม่จัดส่งข้อมูล จังหวัดเลยจึงขอขยายระยะเวลาการส่งข้อมูลออกไปถึงวันที่ ๑๕ ตุลาคม ๒๕๖๘",
            TO_CONSIDER,
        ),
        Answer(outcome="unclear"),
    ),
    answer(
        "phayao-two-so-far",
        "พะเยา",
        1391,
        Date(day=3, month=4, year=2568),
        NAMES,
        (
            "ตามหนังสือที่อ้างถึง ขอให้แจ้งรายชื่อองค์กรปกครองส่วนท้องถิ่นที่ประสงค์รับการตรวจประเมินห้องสมุดประชาชน นั้น",
            "จังหวัดพะเยาได้รับแจ้งรายชื่อแล้ว จำนวน ๒ แห่ง คือ เทศบาลตำบลดอกคำใต้ อำเภอดอกคำใต้ และเทศบาลตำบลเชียงม่วน อำเภอเชียงม่วน สำหรับแห่งอื่นยังไม่ได้รับรายงาน ซึ่งจังหวัดได้เร่งรัดแล้ว",
            TO_KNOW,
        ),
        Answer(outcome="partial", count=2, organisations=_FIRST_TWO),
    ),
)

_PASSED_ON = (
    answer(
        "buengkan-told-all",
        "บึงกาฬ",
        1820,
        Date(day=20, month=5, year=2568),
        JOIN,
        (
            "ตามหนังสือที่อ้างถึง กรมส่งเสริมการปกครองท้องถิ่นแจ้งการรับสมัครเข้าร่วมโครงการตลาดชุมชนน่าซื้อ นั้น",
            "จังหวัดบึงกาฬได้แจ้งให้องค์กรปกครองส่วนท้องถิ่นในพื้นที่ทราบและพิจารณาดำเนินการแล้ว",
            TO_KNOW,
        ),
        Answer(outcome="acknowledged"),
    ),
    answer(
        "yala-received",
        "ยะลา",
        1455,
        Date(day=15, month=9, year=2568),
        FIGURES,
        (
            "ตามหนังสือที่อ้างถึง กรมส่งเสริมการปกครองท้องถิ่นขอให้ส่งข้อมูลจำนวนพนักงานจ้าง นั้น",
            "จังหวัดยะลาได้รับหนังสือดังกล่าวเรียบร้อยแล้ว",
            TO_KNOW,
        ),
        Answer(outcome="acknowledged"),
    ),
    answer(
        "rayong-made-known",
        "ระยอง",
        3302,
        Date(day=22, month=5, year=2568),
        JOIN,
        (
            "ตามหนังสือที่อ้างถึง ขอความร่วมมือประชาสัมพันธ์โครงการตลาดชุมชนน่าซื้อ นั้น",
            "จังหวัดระยองได้ประชาสัมพันธ์โครงการดังกล่าวทางเว็บไซต์ของจังหวัดและแจ้งองค์กรปกครองส่วนท้องถิ่นทุกแห่งแล้ว",
            TO_KNOW,
        ),
        Answer(outcome="acknowledged"),
    ),
    Letter(
        name="fifth-thasae-told-all",
        reference=Reference(code="ชพ", owner="0318", number=884),
        dated=Date(day=27, month=5, year=2568),
        agency="ที่ว่าการอำเภอท่าแซะ",
        address=("ถนนเพชรเกษม จังหวัดชุมพร ๘๖๑๔๐",),
        province="ชุมพร",
        subject=JOIN.subject,
        addressee="ผู้ว่าราชการจังหวัดชุมพร",
        cites=(asked_by("ชุมพร", 2790, Date(day=19, month=5, year=2568)),),
        body=(
            "ตามหนังสือที่อ้างถึง จังหวัดชุมพรให้อำเภอแจ้งองค์กรปกครองส่วนท้องถิ่นในพื้นที่ทราบ นั้น",
            "อำเภอท่าแซะได้แจ้งเทศบาลตำบลและองค์การบริหารส่วนตำบลในเขตอำเภอทราบแล้ว",
            TO_KNOW,
        ),
        signer=Signer(name="นายประเสริฐ ทองคำ", position="นายอำเภอท่าแซะ"),
        contact=office("ที่ทำการปกครองอำเภอ", lines=("โทร. ๐ ๗๗๕๙ ๙๐๐๑",), phones=("0 7759 9001",)),
        answer=Answer(outcome="acknowledged"),
    ),
)

_UNWILLING = (
    answer(
        "phuket-does-not-join",
        "ภูเก็ต",
        2018,
        Date(day=30, month=5, year=2568),
        JOIN,
        (
            "ตามหนังสือที่อ้างถึง เชิญชวนจังหวัดเข้าร่วมโครงการตลาดชุมชนน่าซื้อ นั้น",
            "จังหวัดภูเก็ตพิจารณาแล้ว ไม่ขอเข้าร่วมโครงการในครั้งนี้ เนื่องจากมีภารกิจอื่นที่ต้องดำเนินการในช่วงเวลาเดียวกัน",
            TO_KNOW,
        ),
        Answer(outcome="declined"),
    ),
    council(
        _HAT_SAI_RI,
        "ชุมพร",
        "53401",
        415,
        Date(day=26, month=5, year=2568),
        name="fifth-hatsairi-does-not-join",
        subject=JOIN.subject,
        cites=(asked_by("ชุมพร", 2790, Date(day=19, month=5, year=2568)),),
        body=(
            "ตามหนังสือที่อ้างถึง จังหวัดชุมพรแจ้งการรับสมัครเข้าร่วมโครงการตลาดชุมชนน่าซื้อ นั้น",
            "เทศบาลตำบลหาดทรายรีไม่ประสงค์เข้าร่วมโครงการดังกล่าว เนื่องจากมีข้อจำกัดด้านงบประมาณ",
            TO_KNOW,
        ),
        signer=mayor("นางสมพร วงศ์สวัสดิ์", _HAT_SAI_RI),
        contact=office("สำนักปลัดเทศบาล", lines=("โทร. ๐-๗๗๕๕-๘๑๒๐",), phones=("0-7755-8120",)),
        answer=Answer(outcome="declined"),
    ),
)

_NOT_TOLD = (
    answer(
        "satun-asks-who-may",
        "สตูล",
        934,
        Date(day=23, month=5, year=2568),
        JOIN,
        (
            "ตามหนังสือที่อ้างถึง แจ้งการรับสมัครองค์กรปกครองส่วนท้องถิ่นเข้าร่วมโครงการ นั้น",
            "จังหวัดสตูลขอหารือว่า องค์กรปกครองส่วนท้องถิ่นที่เคยได้รับรางวัลแล้วจะสมัครได้อีกหรือไม่",
            "จึงเรียนมาเพื่อโปรดพิจารณาให้ความเห็น",
        ),
        Answer(outcome="unclear"),
    ),
    answer(
        "angthong-on-the-form",
        "อ่างทอง",
        1266,
        Date(day=1, month=4, year=2568),
        NAMES,
        (
            "ตามหนังสือที่อ้างถึง ขอให้แจ้งผลตามแบบตอบรับภายในกำหนด นั้น",
            "จังหวัดอ่างทองได้ดำเนินการพิจารณาแล้ว ผลเป็นประการใดปรากฏตามแบบตอบรับที่ส่งมาด้วย",
            TO_KNOW,
        ),
        Answer(outcome="unclear"),
        enclosures=("แบบตอบรับ จำนวน ๑ ฉบับ",),
    ),
)

LETTERS: tuple[Letter, ...] = (*_IN_PART, *_PASSED_ON, *_UNWILLING, *_NOT_TOLD)
