"""What replies say: the phrases of the offices, each with the answer that it gives."""

import pytest

from parsers.document import plain
from parsers.letter import confirmation, fields
from parsers.model import Confirmation, Organisation

CAUSE = "ตามหนังสือที่อ้างถึง กรมส่งเสริมการปกครองท้องถิ่นขอให้จังหวัดแจ้งองค์กรปกครองส่วนท้องถิ่นที่มีความประสงค์สมัครขอรับการรับรองมาตรฐาน GECC ความละเอียดแจ้งแล้ว นั้น"

PROVINCE = "ศาลากลางจังหวัดเชียงใหม่"
TOWN = "สำนักงานเทศบาลตำบลสุเทพ"


def reply(*paragraphs: str, agency: str = PROVINCE, number: str = "ชม ๐๐๒๓.๓/๑๒๓๔", to: str = "") -> str:
    return "\n\n".join(
        [
            f"ที่ {number}          {agency}\nถนนโชตนา ชม ๕๐๓๐๐",
            "๒๕ กุมภาพันธ์ ๒๕๖๒",
            "เรื่อง ขอเชิญสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC)",
            f"เรียน {to or 'อธิบดีกรมส่งเสริมการปกครองท้องถิ่น'}",
            "อ้างถึง หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒",
            CAUSE,
            *paragraphs,
            "จึงเรียนมาเพื่อโปรดทราบ",
            "ขอแสดงความนับถือ",
            "(นายสมชาย ใจดี)\nรองผู้ว่าราชการจังหวัด ปฏิบัติราชการแทน\nผู้ว่าราชการจังหวัดเชียงใหม่",
            "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด\nโทร. ๐ ๕๓๑๑ ๒๒๓๓",
        ]
    )


def read(text: str) -> Confirmation | None:
    pages = plain.read(text)
    (letter,) = fields.read_all(pages)
    return confirmation.read(letter, pages)


ANSWERS: list[tuple[str, str, int | None]] = [
    ("จังหวัดเชียงใหม่ขอเรียนว่า มีองค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรอง จำนวน ๓ แห่ง", "confirmed", 3),
    ("จังหวัดเชียงใหม่มีองค์กรปกครองส่วนท้องถิ่นประสงค์จะสมัคร จำนวน 3 (สาม) แห่ง", "confirmed", 3),
    ("มี อปท. แจ้งความประสงค์สมัครขอรับการรับรองฯ จำนวนสามแห่ง", "confirmed", 3),
    (
        "จังหวัดได้แจ้ง อปท. ทั้งหมด ๒๑๑ แห่ง ทราบแล้ว มีองค์กรปกครองส่วนท้องถิ่นที่สมัคร จำนวน ๕ แห่ง",
        "confirmed",
        5,
    ),
    ("มีองค์กรปกครองส่วนท้องถิ่น จำนวน ๒ แห่ง ประสงค์จะสมัครขอรับการรับรองมาตรฐาน", "confirmed", 2),
    ("องค์กรปกครองส่วนท้องถิ่นในพื้นที่ได้สมัครผ่านเว็บไซต์เรียบร้อยแล้ว จำนวน ๔ แห่ง", "confirmed", 4),
    ("มีผู้สมัคร ๓ แห่ง จาก อปท. ทั้งหมด ๒๑๑ แห่ง", "confirmed", 3),
    (
        "มีองค์กรปกครองส่วนท้องถิ่นประสงค์สมัคร จำนวน ๔ แห่ง และไม่ประสงค์สมัคร จำนวน ๒๐๗ แห่ง",
        "confirmed",
        4,
    ),
    ("มีองค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรอง เทศบาล ๒ แห่ง อบต. ๑ แห่ง รวม ๓ แห่ง", "confirmed", 3),
    ("มีองค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรอง จำนวน 3 (สี่) แห่ง", "confirmed", None),
    ("จังหวัดเชียงใหม่พิจารณาแล้วไม่มีข้อขัดข้อง", "confirmed", None),
    ("จังหวัดเชียงใหม่ขอส่งรายชื่อองค์กรปกครองส่วนท้องถิ่น รายละเอียดตามสิ่งที่ส่งมาด้วย", "confirmed", None),
    ("จังหวัดเชียงใหม่ขอเรียนว่า ไม่มีองค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรองมาตรฐาน", "nil", None),
    ("ไม่มีองค์กรปกครองส่วนท้องถิ่นในพื้นที่แจ้งความประสงค์ขอรับการรับรอง", "nil", None),
    ("ได้แจ้งทุกแห่งทราบแล้ว ปรากฏว่าไม่มีหน่วยงานใดประสงค์จะสมัคร", "nil", None),
    ("องค์กรปกครองส่วนท้องถิ่นในจังหวัดไม่ประสงค์จะสมัครขอรับการรับรอง", "nil", None),
    ("ไม่มีผู้สมัครขอรับการรับรองแต่อย่างใด", "nil", None),
    ("มีองค์กรปกครองส่วนท้องถิ่นสมัคร จำนวน ๐ แห่ง", "nil", 0),
    ("จังหวัดเชียงใหม่ได้แจ้งให้องค์กรปกครองส่วนท้องถิ่นในพื้นที่ทราบและถือปฏิบัติแล้ว", "acknowledged", None),
    ("จังหวัดเชียงใหม่ได้แจ้งอำเภอทุกอำเภอเพื่อแจ้งองค์กรปกครองส่วนท้องถิ่นที่ประสงค์สมัครดำเนินการแล้ว", "acknowledged", None),
    (
        "จังหวัดได้แจ้งองค์กรปกครองส่วนท้องถิ่นทั้งหมด ๑๔๔ แห่ง ประชาสัมพันธ์และดำเนินการในส่วนที่เกี่ยวข้องแล้ว",
        "acknowledged",
        None,
    ),
    ("จังหวัดเชียงใหม่รับทราบแล้ว", "acknowledged", None),
    ("ได้รับหนังสือดังกล่าวเรียบร้อยแล้ว", "acknowledged", None),
    ("ขณะนี้อยู่ระหว่างรวบรวมข้อมูลจากองค์กรปกครองส่วนท้องถิ่น และจะรายงานให้ทราบต่อไป", "unclear", None),
    ("จังหวัดขอขยายระยะเวลาการรายงานออกไปถึงวันที่ ๑๕ มีนาคม ๒๕๖๒", "unclear", None),
    (
        "มีองค์กรปกครองส่วนท้องถิ่นสมัครแล้ว จำนวน ๑๐ แห่ง ที่เหลืออยู่ระหว่างรวบรวมและจะรายงานให้ทราบต่อไป",
        "partial",
        10,
    ),
    (
        "จังหวัดได้แจ้งองค์กรปกครองส่วนท้องถิ่นทราบแล้ว หากมีองค์กรปกครองส่วนท้องถิ่นใดสมัคร จะรายงานให้ทราบต่อไป",
        "acknowledged",
        None,
    ),
    ("ได้แจ้งแล้ว ๒๑๑ แห่ง มีผู้สมัคร ๕ แห่ง ไม่สมัคร ๒๐๖ แห่ง", "confirmed", 5),
    ("มีผู้สมัครแล้วบางส่วน จำนวน ๓ แห่ง ส่วนที่เหลืออีก ๕ แห่ง อยู่ระหว่างดำเนินการ", "partial", 3),
    ("จากการสำรวจ อปท. จำนวน ๒๑๑ แห่ง พบว่ามีผู้ประสงค์สมัคร จำนวน ๔ แห่ง", "confirmed", 4),
    ("ขอแจ้งรายชื่อองค์กรปกครองส่วนท้องถิ่นที่ประสงค์สมัคร จำนวน ๒ แห่ง", "confirmed", 2),
    ("จังหวัดเชียงใหม่ไม่ประสงค์เข้าร่วมโครงการ", "declined", None),
    ("จังหวัดเชียงใหม่มีกำหนดจัดประชุมประจำเดือน", "unclear", None),
]


@pytest.mark.parametrize(("sentence", "outcome", "count"), ANSWERS)
def test_a_province_answers(sentence: str, outcome: str, count: int | None) -> None:
    answer = read(reply(sentence))
    assert answer
    assert (answer.outcome, answer.count) == (outcome, count)


LOCAL_ANSWERS = [
    ("เทศบาลตำบลสุเทพมีความประสงค์สมัครขอรับการรับรองมาตรฐาน", "confirmed"),
    ("เทศบาลตำบลสุเทพได้สมัครขอรับการรับรองมาตรฐานผ่านทางเว็บไซต์เรียบร้อยแล้ว", "confirmed"),
    ("เทศบาลตำบลสุเทพยินดีเข้าร่วมโครงการ", "confirmed"),
    ("เทศบาลตำบลสุเทพไม่ประสงค์จะสมัครขอรับการรับรอง", "declined"),
    ("เทศบาลตำบลสุเทพขอเรียนว่ายังไม่พร้อมเข้าร่วม จึงไม่ขอเข้าร่วมในปีนี้", "declined"),
    ("เทศบาลตำบลสุเทพไม่มีความประสงค์สมัครขอรับการรับรอง", "declined"),
    ("เทศบาลตำบลสุเทพรับทราบแล้ว", "acknowledged"),
]


@pytest.mark.parametrize(("sentence", "outcome"), LOCAL_ANSWERS)
def test_an_organisation_answers_for_itself(sentence: str, outcome: str) -> None:
    answer = read(reply(sentence, agency=TOWN, number="ชม ๕๒๔๐๑/๕๖๗"))
    assert answer
    assert (answer.outcome, answer.count) == (outcome, None)
    named = [one.name for one in answer.organisations]
    assert named == (["เทศบาลตำบลสุเทพ"] if outcome == "confirmed" else [])


def test_organisations_are_named_in_full_with_their_districts() -> None:
    answer = read(
        reply(
            "มีองค์กรปกครองส่วนท้องถิ่นสมัคร จำนวน ๓ แห่ง ได้แก่ ๑) เทศบาลตำบลสุเทพ อำเภอเมืองเชียงใหม่ "
            "๒) อบต.ดอนแก้ว อ.แม่ริม และ ๓) ทม.แม่โจ้"
        )
    )
    assert answer
    assert answer.organisations == (
        Organisation(name="เทศบาลตำบลสุเทพ", kind="เทศบาลตำบล", district="เมืองเชียงใหม่"),
        Organisation(name="องค์การบริหารส่วนตำบลดอนแก้ว", kind="องค์การบริหารส่วนตำบล", district="แม่ริม"),
        Organisation(name="เทศบาลเมืองแม่โจ้", kind="เทศบาลเมือง", district=None),
    )
    assert answer.confidence >= 0.9


def test_a_list_below_the_sentence_belongs_to_it() -> None:
    answer = read(
        reply(
            "มีองค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรอง จำนวน ๒ แห่ง ดังนี้",
            "๑. เทศบาลตำบลสุเทพ อำเภอเมืองเชียงใหม่\n๒. เทศบาลตำบลช้างเผือก อำเภอเมืองเชียงใหม่",
        )
    )
    assert answer
    assert [one.name for one in answer.organisations] == ["เทศบาลตำบลสุเทพ", "เทศบาลตำบลช้างเผือก"]


def test_a_table_gives_rows_districts_and_its_sum() -> None:
    answer = read(
        reply("จังหวัดเชียงใหม่ขอส่งรายชื่อองค์กรปกครองส่วนท้องถิ่นที่สมัคร รายละเอียดตามสิ่งที่ส่งมาด้วย")
        + "\n\nบัญชีรายชื่อ\nที่ รายชื่อ อปท. อำเภอ\n1 ทต.สุเทพ เมืองเชียงใหม่\n2 อบต.ดอนแก้ว แม่ริม\nรวม 2"
    )
    assert answer
    assert (answer.outcome, answer.count) == ("confirmed", 2)
    assert [(one.name, one.district) for one in answer.organisations] == [
        ("เทศบาลตำบลสุเทพ", "เมืองเชียงใหม่"),
        ("องค์การบริหารส่วนตำบลดอนแก้ว", "แม่ริม"),
    ]


def test_a_number_that_the_table_contradicts_is_doubted() -> None:
    sentence = "มีองค์กรปกครองส่วนท้องถิ่นสมัคร จำนวน ๓ แห่ง"
    agreed = read(reply(sentence))
    contradicted = read(reply(sentence) + "\n\n1 ทต.สุเทพ เมืองเชียงใหม่\nรวม 1")
    assert agreed and contradicted
    assert contradicted.count == 3
    assert contradicted.confidence < 0.7 < agreed.confidence


def test_the_sentence_that_answers_is_kept_as_evidence() -> None:
    answer = read(reply("จังหวัดได้แจ้งทุกแห่งทราบแล้ว มีผู้สมัคร จำนวน ๓ แห่ง ทั้งนี้ จะติดตามผลอย่างใกล้ชิด"))
    assert answer
    assert [one.text for one in answer.evidence] == ["มีผู้สมัคร จำนวน ๓ แห่ง"]


def test_the_day_to_which_a_report_refers_is_read() -> None:
    answer = read(reply("ข้อมูล ณ วันที่ ๒๐ กุมภาพันธ์ ๒๕๖๒ มีผู้สมัคร จำนวน ๓ แห่ง"))
    assert answer
    assert answer.as_of == "2019-02-20"


@pytest.mark.parametrize(
    ("agency", "number", "to"),
    [
        ("กรมส่งเสริมการปกครองท้องถิ่น", "มท ๐๘๑๐.๗/ว ๒๐๐", "ผู้ว่าราชการจังหวัด ทุกจังหวัด"),
        (PROVINCE, "ชม ๐๐๒๓.๓/ว ๕๕", "นายอำเภอ ทุกอำเภอ"),
        (PROVINCE, "ชม ๐๐๒๓.๓/๕๕", "นายอำเภอแม่ริม"),
    ],
)
def test_a_letter_that_asks_is_no_reply(agency: str, number: str, to: str) -> None:
    assert read(reply("ขอให้แจ้งผลการสมัคร จำนวน ๓ แห่ง", agency=agency, number=number, to=to)) is None


def test_ticked_boxes_are_the_answer_of_a_form() -> None:
    pages = plain.read(
        "แบบตอบรับการสมัครขอรับการรับรองมาตรฐาน GECC\nจังหวัดเชียงใหม่\n"
        "☐ ประสงค์จะสมัคร ☑ ไม่ประสงค์จะสมัคร\n(ลงชื่อ)\n(นายสมชาย ใจดี)\nนายกเทศมนตรีตำบลสุเทพ"
    )
    (form,) = fields.read_all(pages)
    assert form.letter.kind == "form"
    answer = confirmation.read(form, pages)
    assert answer
    assert answer.outcome == "declined"
