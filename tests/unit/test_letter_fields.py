"""The fields of letters of every kind, from plain text; the expected values beside each letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.document import plain
from parsers.letter import confirmation, fields
from parsers.model import Letter

CIRCULAR = """\
ที่ มท ๐๘๑๐.๗/ว ๒๐๐                         กรมส่งเสริมการปกครองท้องถิ่น
                                            ถนนนครราชสีมา กทม. ๑๐๓๐๐

                    ๑๕ กุมภาพันธ์ ๒๕๖๒

เรื่อง  ขอเชิญสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC)
       ประจำปี พ.ศ. ๒๕๖๒
เรียน  ผู้ว่าราชการจังหวัด ทุกจังหวัด
สิ่งที่ส่งมาด้วย  ๑. สำเนาหนังสือสำนักงานปลัดสำนักนายกรัฐมนตรี จำนวน ๑ ฉบับ
              ๒. คู่มือการรับรองมาตรฐานการให้บริการ จำนวน ๑ ชุด

     ด้วยสำนักงานปลัดสำนักนายกรัฐมนตรีแจ้งว่า เปิดรับสมัครหน่วยงานที่มีความประสงค์ขอรับการรับรอง
ระหว่างวันที่ ๒๕ มกราคม – ๒๘ กุมภาพันธ์ ๒๕๖๒ ผ่านทางเว็บไซต์ www.psc.opm.go.th
สอบถามได้ที่ โทร. ๐-๒๒๘๓-๑๒๖๑-๒

     จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการ

                    ขอแสดงความนับถือ

                    (นายธนา ยันตรโกวิท)
                    รองอธิบดี ปฏิบัติราชการแทน
                    อธิบดีกรมส่งเสริมการปกครองท้องถิ่น

กองพัฒนาและส่งเสริมการบริหารงานท้องถิ่น
ส่วนส่งเสริมการบริหารกิจการบ้านเมืองที่ดีท้องถิ่น
โทร. ๐-๒๒๔๑-๙๐๐๐ ต่อ ๒๓๑๒
โทรสาร ๐-๒๒๔๑-๖๙๕๖
"""

REPLY = """\
ด่วนที่สุด
ที่ ชร ๐๐๒๓.๓/๓๒๑๕                          ศาลากลางจังหวัดเชียงราย
                                            ถนนแม่ฟ้าหลวง ชร ๕๗๑๐๐
                                            เลขรับ ๒๗๘๔
                                            วันที่ ๒๘ ก.พ. ๒๕๖๒
                                            เวลา ๑๐.๓๐ น.
                    ๒๕ กุมภาพันธ์ ๒๕๖๒
เรื่อง : ขอเชิญสมัครขอรับการรับรองมาตรฐาน
เรียน . . . อธิบดีกรมส่งเสริมการปกครองท้องถิ่น
อ้างถึง ๑. หนังสือจังหวัดเชียงราย ที่ ชร ๐๐๒๓.๓/๑๒ ลงวันที่ ๒ มกราคม ๒๕๖๒
๒. หนังสือกรมส่งเสริมการปกครองท้องถิ่น ด่วนที่สุด ที่ มท ๐๘๑๐.๗/
ว ๒๐๐ ลว. ๑๕ ก.พ. ๖๒

ตามหนังสือที่อ้างถึง ๒ ขอให้แจ้งผล ภายในวันที่ ๒๘ กุมภาพันธ์ ๒๕๖๒ ความละเอียดแจ้งแล้ว นั้น

จังหวัดเชียงรายขอเรียนว่า มีผู้สมัคร จำนวน ๓ แห่ง

จึงเรียนมาเพื่อโปรดทราบ

ขอแสดงความนับถือ

(นางสาวสุดา  ดีใจ)
ท้องถิ่นจังหวัดเชียงราย รักษาราชการแทน
ผู้ว่าราชการจังหวัดเชียงราย

สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด
โทร./โทรสาร ๐ ๕๓๑๕ ๐๑๖๓ มท. ๒๑๐๑๓
ผู้ประสานงาน นางจันทร์ เพ็ญดี โทร ๐๘๙-๕๑๕๗๖๑๑
E-mail: cri@dla.go.th
"""

MEMO = """\
บันทึกข้อความ
ส่วนราชการ  สถจ.กระบี่ กลุ่มงานบริหาร  โทร. ๐-๗๕๖๑-๑๓๐๐
ที่ กบ ๐๐๒๓.๑/๑๒        วันที่ ๒๒ กุมภาพันธ์ ๒๕๖๒
เรื่อง  แจ้งผลการสมัคร
เรียน  อธิบดีกรมส่งเสริมการปกครองท้องถิ่น

ตามหนังสือกรมส่งเสริมการปกครองท้องถิ่น ลับ ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒ แจ้งให้จังหวัดรายงานผล นั้น

สถจ.กระบี่ ขอรายงานว่าไม่มีผู้สมัคร ตามหนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒

จึงเรียนมาเพื่อโปรดทราบ

(นายเอก ใจกล้า)
ท้องถิ่นจังหวัดกระบี่
"""

STAMPED = """\
ที่ นภ ๐๐๒๓.๓/๗๗
ถึง กรมส่งเสริมการปกครองท้องถิ่น

ตามหนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒ จังหวัดได้รับหนังสือแล้ว

จึงแจ้งมาเพื่อทราบ

จังหวัดหนองบัวลำภู
๒๐ กุมภาพันธ์ ๒๕๖๒

สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด
โทร. ๐ ๔๒๓๑ ๖๗๘๙
"""


def read(text: str, sender: str | None = None) -> Letter:
    letter = fields.read(plain.read(text), sender=sender)
    assert letter
    return letter


def values(letter: Letter, *names: str) -> dict[str, str | None]:
    found = {name: getattr(letter, name) for name in names}
    return {name: field.value if field else None for name, field in found.items()}


HEADING = ("reference_number", "dated", "agency", "province", "subject", "addressee", "due")
ENDING = ("signer", "position", "on_behalf_of")


def test_the_circular_is_read_exactly() -> None:
    letter = read(CIRCULAR)
    assert letter.kind == "external"
    assert values(letter, *HEADING, *ENDING) == {
        "reference_number": "มท 0810.7/ว 200",
        "dated": "2019-02-15",
        "agency": "กรมส่งเสริมการปกครองท้องถิ่น",
        "province": None,
        "subject": "ขอเชิญสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC) ประจำปี พ.ศ. ๒๕๖๒",
        "addressee": "ผู้ว่าราชการจังหวัด ทุกจังหวัด",
        "due": "2019-02-28",
        "signer": "นายธนา ยันตรโกวิท",
        "position": "รองอธิบดี",
        "on_behalf_of": "อธิบดีกรมส่งเสริมการปกครองท้องถิ่น",
    }
    assert letter.enclosures == (
        "สำเนาหนังสือสำนักงานปลัดสำนักนายกรัฐมนตรี จำนวน ๑ ฉบับ",
        "คู่มือการรับรองมาตรฐานการให้บริการ จำนวน ๑ ชุด",
    )
    assert letter.cites == ()


def test_the_contact_is_the_block_below_the_signature_only() -> None:
    contact = read(CIRCULAR).contact
    assert contact
    assert contact.unit == ("กองพัฒนาและส่งเสริมการบริหารงานท้องถิ่น ส่วนส่งเสริมการบริหารกิจการบ้านเมืองที่ดีท้องถิ่น")
    assert contact.phones == ("0-2241-9000 ต่อ 2312",)
    assert contact.faxes == ("0-2241-6956",)


def test_a_reply_is_read_past_its_receiving_stamp() -> None:
    letter = read(REPLY)
    assert values(letter, *HEADING, *ENDING) == {
        "reference_number": "ชร 0023.3/3215",
        "dated": "2019-02-25",
        "agency": "ศาลากลางจังหวัดเชียงราย",
        "province": "เชียงราย",
        "subject": "ขอเชิญสมัครขอรับการรับรองมาตรฐาน",
        "addressee": "อธิบดีกรมส่งเสริมการปกครองท้องถิ่น",
        "due": None,
        "signer": "นางสาวสุดา ดีใจ",
        "position": "ท้องถิ่นจังหวัดเชียงราย",
        "on_behalf_of": "ผู้ว่าราชการจังหวัดเชียงราย",
    }
    assert letter.urgency == "ด่วนที่สุด"
    assert letter.secrecy is None


def test_numbered_and_wrapped_citations_are_all_kept() -> None:
    assert [(one.reference_number, one.dated, one.agency) for one in read(REPLY).cites] == [
        ("ชร 0023.3/12", "2019-01-02", "จังหวัดเชียงราย"),
        ("มท 0810.7/ว 200", "2019-02-15", "กรมส่งเสริมการปกครองท้องถิ่น"),
    ]


def test_a_shared_label_fills_both_and_the_ministrys_exchange_is_no_phone() -> None:
    contact = read(REPLY).contact
    assert contact
    assert contact.person == "นางจันทร์ เพ็ญดี"
    assert contact.phones == ("0 5315 0163", "089-5157611")
    assert contact.faxes == ("0 5315 0163",)
    assert contact.emails == ("cri@dla.go.th",)


def test_a_memo_names_its_office_and_cites_in_its_body_once() -> None:
    letter = read(MEMO)
    assert letter.kind == "memo"
    assert values(letter, "reference_number", "dated", "agency", "province", "signer", "position") == {
        "reference_number": "กบ 0023.1/12",
        "dated": "2019-02-22",
        "agency": "สถจ.กระบี่ กลุ่มงานบริหาร",
        "province": "กระบี่",
        "signer": "นายเอก ใจกล้า",
        "position": "ท้องถิ่นจังหวัดกระบี่",
    }
    assert [(one.reference_number, one.agency) for one in letter.cites] == [
        ("มท 0810.7/ว 200", "กรมส่งเสริมการปกครองท้องถิ่น")
    ]
    assert letter.contact and letter.contact.phones == ("0-7561-1300",)
    assert letter.secrecy is None


def test_a_stamped_letter_has_no_subject_and_no_signer() -> None:
    letter = read(STAMPED)
    assert letter.kind == "stamped"
    assert values(letter, *HEADING, *ENDING) == {
        "reference_number": "นภ 0023.3/77",
        "dated": "2019-02-20",
        "agency": "จังหวัดหนองบัวลำภู",
        "province": "หนองบัวลำภู",
        "subject": None,
        "addressee": "กรมส่งเสริมการปกครองท้องถิ่น",
        "due": None,
        "signer": None,
        "position": None,
        "on_behalf_of": None,
    }
    assert letter.contact and letter.contact.unit == "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด"


def test_labels_may_stand_alone_on_their_lines() -> None:
    letter = read(
        "ที่\nชม ๐๐๒๓.๓/๑๒๓๔\nศาลากลางจังหวัดเชียงใหม่\nถนนโชตนา ชม ๕๐๓๐๐\n\n๒๐ กุมภาพันธ์ ๒๕๖๒\n\n"
        "เรื่อง\nแจ้งผลการสมัคร\n\nเรียน\nอธิบดีกรมส่งเสริมการปกครองท้องถิ่น\n\nตามหนังสือที่อ้างถึง นั้น"
    )
    assert values(letter, "reference_number", "dated", "agency", "subject", "addressee") == {
        "reference_number": "ชม 0023.3/1234",
        "dated": "2019-02-20",
        "agency": "ศาลากลางจังหวัดเชียงใหม่",
        "subject": "แจ้งผลการสมัคร",
        "addressee": "อธิบดีกรมส่งเสริมการปกครองท้องถิ่น",
    }


def test_a_blank_number_is_there_and_has_no_value() -> None:
    number = read(CIRCULAR.replace("/ว ๒๐๐ ", "/ว      ")).reference_number
    assert number
    assert (number.value, number.raw) == (None, "มท ๐๘๑๐.๗/ว")
    assert number.confidence < 0.5


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("         กุมภาพันธ์ ๒๕๖๒", "2019-02"),
        ("๓๑ กุมภาพันธ์ ๒๕๖๒", None),
        ("วันที่ ๑๕ เดือน กุมภาพันธ์ พ.ศ. ๒๕๖๒", "2019-02-15"),
    ],
)
def test_a_date_is_never_guessed(written: str, value: str | None) -> None:
    dated = read(CIRCULAR.replace("๑๕ กุมภาพันธ์ ๒๕๖๒", written, 1)).dated
    assert dated
    assert dated.value == value


@pytest.mark.parametrize(
    ("mark", "urgency", "secrecy"),
    [
        ("ด่วนมาก", "ด่วนมาก", None),
        ("ด่วนภายใน ๒๘ กุมภาพันธ์ ๒๕๖๒", "ด่วนภายใน ๒๘ กุมภาพันธ์ ๒๕๖๒", None),
        ("ลับมาก", None, "ลับมาก"),
        ("- ลับ -", None, "ลับ"),
        ("อำเภอลับแล", None, None),
    ],
)
def test_only_a_free_standing_mark_counts(mark: str, urgency: str | None, secrecy: str | None) -> None:
    letter = read(f"{mark}\n{CIRCULAR}")
    assert (letter.urgency, letter.secrecy) == (urgency, secrecy)


def test_a_mark_before_the_number_counts() -> None:
    assert read(CIRCULAR.replace("ที่ มท", "ด่วนที่สุด ที่ มท", 1)).urgency == "ด่วนที่สุด"


def test_a_rank_before_the_signature_belongs_to_the_name() -> None:
    letter = read(REPLY.replace("(นางสาวสุดา  ดีใจ)", "พันตำรวจโท\n(สุดา ดีใจ)"))
    assert values(letter, "signer") == {"signer": "พันตำรวจโท สุดา ดีใจ"}


@pytest.mark.parametrize(
    ("change", "sender", "province", "trusted"),
    [
        ({}, None, "เชียงราย", True),
        ({"ชร ๐๐๒๓": "ชม ๐๐๒๓"}, None, "เชียงราย", False),
        ({}, "saraban_05570101@dla.go.th", "เชียงราย", True),
        ({}, "saraban_05500101@dla.go.th", "เชียงราย", False),
    ],
)
def test_a_province_is_trusted_if_its_signs_agree(
    change: dict[str, str], sender: str | None, province: str, trusted: bool
) -> None:
    text = REPLY
    for old, new in change.items():
        text = text.replace(old, new)
    found = read(text, sender).province
    assert found
    assert (found.value, found.confidence > 0.9) == (province, trusted)


def test_signs_that_are_tied_name_no_province() -> None:
    letter = read(
        "ที่ ชม ๕๑๐๐๑/๑     ที่ทำการองค์การบริหารส่วนตำบลบ้านใหม่ จังหวัดเลย\n๑ มีนาคม ๒๕๖๒\nเรื่อง ก\nเรียน ข\nด้วย"
    )
    assert letter.province
    assert letter.province.value is None


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("ขอให้รายงานผลภายในวันที่ ๑๕ มีนาคม ๒๕๖๒ และเปิดรับสมัครถึงวันที่ ๓๑ มีนาคม ๒๕๖๒", "2019-03-15"),
        ("ขอให้จังหวัดแจ้งผล ภายใน ๑๕ มีนาคม ๒๕๖๒", "2019-03-15"),
        ("เปิดรับสมัครตั้งแต่วันที่ ๑ - ๓๑ มีนาคม ๒๕๖๒", "2019-03-31"),
        ("กำหนดประชุมวันที่ ๑๕ มีนาคม ๒๕๖๒", None),
    ],
)
def test_a_circular_sets_a_deadline(asked: str, due: str | None) -> None:
    text = CIRCULAR.replace("ระหว่างวันที่ ๒๕ มกราคม – ๒๘ กุมภาพันธ์ ๒๕๖๒", asked)
    assert values(read(text), "due") == {"due": due}


@pytest.mark.parametrize(
    "text",
    [
        "เรียน เจ้าหน้าที่\n\nส่งหนังสือตามแนบค่ะ\n\nขอแสดงความนับถือ\nสมหญิง",
        "เรื่อง ส่งแบบตอบรับ\nเรียน กรมส่งเสริมการปกครองท้องถิ่น\nส่งแบบตอบรับตามไฟล์แนบ\nขอบคุณค่ะ",
        "ที่ รายชื่อ อปท. อำเภอ\n1 ทต.สุเทพ เมืองเชียงใหม่\nรวม 1",
        "",
    ],
)
def test_what_is_no_letter_is_none(text: str) -> None:
    assert fields.read(plain.read(text)) is None


@pytest.mark.parametrize("bundle", [f"{REPLY}\n\n{CIRCULAR}", f"{CIRCULAR}\n\n{REPLY}"])
def test_the_reply_speaks_for_a_bundle_with_its_circular(bundle: str) -> None:
    pages = plain.read(bundle)
    letters = [one.letter for one in fields.read_all(pages)]
    numbers = {values(letter, "reference_number")["reference_number"] for letter in letters}
    chosen = fields.read(pages)
    assert numbers == {"ชร 0023.3/3215", "มท 0810.7/ว 200"}
    assert chosen
    assert values(chosen, "reference_number", "signer") == {
        "reference_number": "ชร 0023.3/3215",
        "signer": "นางสาวสุดา ดีใจ",
    }


def test_the_circular_alone_is_the_letter_of_its_file() -> None:
    assert fields.is_circular(read(CIRCULAR))
    assert not fields.is_circular(read(REPLY))


FRAGMENTS = [
    *"\n\n\n()/☑ ",
    *CIRCULAR.split("\n"),
    *STAMPED.split("\n"),
    "เรื่อง ",
    "เรียน ",
    "ถึง ",
    "ที่ ",
    "อ้าง ",
]
FRAGMENTS += ["แบบตอบรับ", "มท ๐๘๑๐.๗/ว", "๑๕ กุมภาพันธ์ ๒๕๖๒", "จำนวน ๓ แห่ง", "เทศบาลตำบล", "ส่วนราชการ "]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40))
def test_no_disorder_of_a_letters_parts_breaks_the_reader(parts: list[str]) -> None:
    pages = plain.read("".join(parts))
    for letter in fields.read_all(pages):
        confirmation.read(letter, pages)


def test_a_stamped_head_above_a_greeting_is_still_stamped() -> None:
    letter = read("ที่ นภ ๐๐๒๓.๓/๗๗\nถึง กรมส่งเสริมการปกครองท้องถิ่น\n\nด้วยจังหวัด\nเรียน ท่าน")
    assert (letter.kind, values(letter, "addressee")) == (
        "stamped",
        {"addressee": "กรมส่งเสริมการปกครองท้องถิ่น"},
    )
