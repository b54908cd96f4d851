"""What clerks do to the forms of the regulation: labels, wraps, stamps, marks and numbers (DOMAIN 1 to 3)."""

import pytest

from parsers.document import plain
from parsers.letter import fields
from parsers.model import Letter, Line, Page

WIDTH = 6.0


def letter(
    *,
    above: str = "",
    number: str = "ที่ ชม ๐๐๒๓.๓/๑๒๓๔",
    owner: str = "ศาลากลางจังหวัดเชียงใหม่\nถนนโชตนา ชม ๕๐๓๐๐",
    dated: str = "๒๐ กุมภาพันธ์ ๒๕๖๒",
    subject: str = "เรื่อง แจ้งผลการสมัคร",
    to: str = "เรียน อธิบดีกรมส่งเสริมการปกครองท้องถิ่น",
    cites: str = "อ้างถึง หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒",
    body: str = "ตามหนังสือที่อ้างถึง ความละเอียดแจ้งแล้ว นั้น จังหวัดเชียงใหม่ได้แจ้งทุกแห่งแล้ว",
    signed: str = "(นายสมชาย ใจดี)\nผู้ว่าราชการจังหวัดเชียงใหม่",
) -> str:
    head = "\n".join(part for part in (above, number, owner, "", dated, "", subject, to, cites) if part)
    return f"{head}\n\n{body}\n\nจึงเรียนมาเพื่อโปรดทราบ\n\nขอแสดงความนับถือ\n\n{signed}\n"


def read(text: str, sender: str | None = None) -> Letter:
    found = fields.read(plain.read(text), sender=sender)
    assert found
    return found


def value(found: Letter, name: str) -> str | None:
    field = getattr(found, name)
    return field.value if field else None


def cited(found: Letter) -> list[tuple[str | None, str | None, str | None]]:
    return [(one.reference_number, one.dated, one.agency) for one in found.cites]


DEPARTMENT = "กรมส่งเสริมการปกครองท้องถิ่น"


@pytest.mark.parametrize(
    ("label", "subject"),
    [
        ("เรื่อง  ขอเชิญสมัคร", "ขอเชิญสมัคร"),
        ("เรื่องขอเชิญสมัคร", "ขอเชิญสมัคร"),
        ("เรื่อง : ขอเชิญสมัคร", "ขอเชิญสมัคร"),
        ("เรื่อง . . . ขอเชิญสมัคร", "ขอเชิญสมัคร"),
        ("เรื่อง\tขอเชิญสมัคร", "ขอเชิญสมัคร"),
        ("เรื่อง\nขอเชิญสมัคร", "ขอเชิญสมัคร"),
        ("เรื่อง รายงานผล ตั้งแต่วันที่ ๑\nถึง วันที่ ๑๕ มีนาคม ๒๕๖๒", "รายงานผล ตั้งแต่วันที่ ๑ ถึง วันที่ ๑๕ มีนาคม ๒๕๖๒"),
    ],
)
def test_a_subject_follows_its_label_however_it_is_set(label: str, subject: str) -> None:
    assert value(read(letter(subject=label)), "subject") == subject


@pytest.mark.parametrize(
    "to",
    ["เรียน อธิบดี", "เรียนอธิบดี", "เรียน: อธิบดี", "กราบเรียน อธิบดี", "เรียน . . . อธิบดี"],
)
def test_a_greeting_may_be_joined_to_its_addressee(to: str) -> None:
    assert value(read(letter(to=to)), "addressee") == "อธิบดี"


@pytest.mark.parametrize(
    ("number", "reference"),
    [
        ("ที่ชม๐๐๒๓.๓/๑๒๓๔", "ชม 0023.3/1234"),
        ("ด่วนที่สุดที่ ชม ๐๐๒๓.๓/๑๒๓๔", "ชม 0023.3/1234"),
        ("ที่ ชม.๐๐๒๓.๓/ว ๑๒๓๔", "ชม 0023.3/ว 1234"),
        ("ที่ : ชม 0023.3/ว1234", "ชม 0023.3/ว 1234"),
        ("ที่ ชม 51001/567", "ชม 51001/567"),
        ("ที่ ชม ๐๐๒๓.๓/\n๑๒๓๔", "ชม 0023.3/1234"),
        ("ที่ ชม ๐๐๒๓.๓/      ", None),
        ("ที่ ชม ๐๐๒๓.๓/ว.......", None),
    ],
)
def test_its_own_number_is_read_as_it_is_written(number: str, reference: str | None) -> None:
    found = read(letter(number=number)).reference_number
    assert found
    assert found.value == reference
    assert (found.confidence >= 0.95) is (reference is not None)


@pytest.mark.parametrize(
    ("cites", "expected"),
    [
        (
            f"อ้างถึง หนังสือ{DEPARTMENT} ที่ มท ๐๘๑๐.๗/ว ๒๐๐ และ ที่ มท ๐๘๑๐.๗/ว ๓๕๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒ และ ๑๑ มีนาคม ๒๕๖๒ ตามลำดับ",
            [("มท 0810.7/ว 200", "2019-02-15", DEPARTMENT), ("มท 0810.7/ว 350", "2019-03-11", DEPARTMENT)],
        ),
        (
            f"อ้างถึง หนังสือ{DEPARTMENT} ที่ มท ๐๘๑๐.๗/ว ๒๐๐ และที่ มท ๐๘๑๐.๗/ว ๒๐๑ ลงวันที่ ๑๕ และ ๑๖ กุมภาพันธ์ ๒๕๖๒",
            [("มท 0810.7/ว 200", "2019-02-15", DEPARTMENT), ("มท 0810.7/ว 201", "2019-02-16", DEPARTMENT)],
        ),
        (
            f"อ้างถึง หนังสือ{DEPARTMENT} ที่ มท ๐๘๑๐.๗/ว ๒๐๐ และที่ มท ๐๘๑๐.๗/ว ๒๐๑ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒",
            [("มท 0810.7/ว 200", "2019-02-15", DEPARTMENT), ("มท 0810.7/ว 201", "2019-02-15", DEPARTMENT)],
        ),
        (
            f"อ้างถึง หนังสือ{DEPARTMENT} ที่ มท ๐๘๑๐.๗/ว ๒๐๐ และหนังสือจังหวัดเชียงใหม่ ที่ ชม ๐๐๒๓.๓/๑๒ ลงวันที่ ๒๐ กุมภาพันธ์ ๒๕๖๒",
            [("มท 0810.7/ว 200", None, DEPARTMENT), ("ชม 0023.3/12", "2019-02-20", "จังหวัดเชียงใหม่")],
        ),
        (
            f"อ้างถึง โทรสารในราชการ{DEPARTMENT} ด่วนที่สุด ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลว. ๑๕ ก.พ. ๖๒",
            [("มท 0810.7/ว 200", "2019-02-15", DEPARTMENT)],
        ),
        (
            "อ้างถึง หนังสือกระทรวงมหาดไทย ที่ มท ด่วนที่สุด มท ๐๘๐๙.๓/ว ๓๓๓๔ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒",
            [("มท 0809.3/ว 3334", "2019-02-15", "กระทรวงมหาดไทย")],
        ),
        (
            "อ้างถึง หนังสือสำนักงาน ป.ป.ท. ลับ ที่ ปป ๐๐๐๑/๑๒ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒",
            [("ปป 0001/12", "2019-02-15", "สำนักงาน ป.ป.ท.")],
        ),
        (
            f"อ้างถึง (๑) หนังสือ{DEPARTMENT} ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒\n(๒) หนังสือจังหวัดเชียงใหม่ ที่ ชม ๐๐๒๓.๓/๑๒ ลง ๒๐ ก.พ. ๖๒",
            [("มท 0810.7/ว 200", "2019-02-15", DEPARTMENT), ("ชม 0023.3/12", "2019-02-20", "จังหวัดเชียงใหม่")],
        ),
        (
            f"อ้างถึง หนังสือ{DEPARTMENT} ที่ มท ๐๘๑๐.๗/ว        ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒",
            [(None, "2019-02-15", DEPARTMENT)],
        ),
    ],
)
def test_every_cited_number_has_its_own_day(
    cites: str, expected: list[tuple[str | None, str | None, str | None]]
) -> None:
    assert cited(read(letter(cites=cites))) == expected


def test_numbers_in_the_body_share_their_days_too() -> None:
    body = f"ตามหนังสือ{DEPARTMENT} ที่ มท ๐๘๑๐.๗/ว ๒๐๐ และที่ มท ๐๘๑๐.๗/ว ๓๕๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒ และวันที่ ๑๑ มีนาคม ๒๕๖๒ นั้น"
    assert cited(read(letter(cites="", body=body))) == [
        ("มท 0810.7/ว 200", "2019-02-15", DEPARTMENT),
        ("มท 0810.7/ว 350", "2019-03-11", DEPARTMENT),
    ]


@pytest.mark.parametrize(
    ("above", "dated", "day"),
    [
        ("เลขรับ ๒๗๘๔\nวันที่ ๒๘ ก.พ. ๒๕๖๒\nเวลา ๑๐.๓๐ น.", "๒๐ กุมภาพันธ์ ๒๕๖๒", "2019-02-20"),
        ("เลขรับ ๒๗๘๔\nวันที่ ๒๘ ก.พ. ๒๕๖๒\nเวลา ๑๐.๓๐ น.", "วันที่ ๒๐ กุมภาพันธ์ ๒๕๖๒", "2019-02-20"),
        ("เลขที่รับ ๑๒๓ วันที่ ๒๘ ก.พ. ๖๒ เวลา ๑๐.๓๐ น.", "วันที่ ๒๐ กุมภาพันธ์ ๒๕๖๒", "2019-02-20"),
        ("เลขรับ ๒๗๘๔/๒๕๖๒\nวันที่ ๒๘ ก.พ. ๒๕๖๒", "....... กุมภาพันธ์ ๒๕๖๒", "2019-02"),
        ("เลขรับ ๒๗๘๔\nวันที่ ๒๘ ก.พ. ๒๕๖๒\nเวลา ๑๐.๓๐ น.", "", None),
    ],
)
def test_the_day_of_a_stamp_is_never_the_letters(above: str, dated: str, day: str | None) -> None:
    assert value(read(letter(above=above, dated=dated)), "dated") == day


def test_a_day_whose_month_cannot_be_read_is_there_without_a_value() -> None:
    dated = read(letter(dated="๒๐ กุมพนธ ๒๕๖๒")).dated
    assert dated
    assert (dated.value, dated.raw) == (None, "๒๐ กุมพนธ ๒๕๖๒")
    assert dated.confidence < 0.5


@pytest.mark.parametrize(
    ("owner", "agency"),
    [
        ("ที่ทำการองค์การบริหารส่วน\nตำบลนาทุ่ง\nอำเภอเมืองชุมพร ชพ ๘๖๐๐๐", "ที่ทำการองค์การบริหารส่วนตำบลนาทุ่ง"),
        ("สำนักงานเทศบาล\nตำบลสุเทพ\nถนนสุเทพ ชม ๕๐๒๐๐", "สำนักงานเทศบาลตำบลสุเทพ"),
        ("ศาลากลางจังหวัด\nเชียงใหม่\nถนนโชตนา ชม ๕๐๓๐๐", "ศาลากลางจังหวัดเชียงใหม่"),
        ("ศาลากลางจังหวัด\nถนนโชตนา ชม ๕๐๓๐๐", "ศาลากลางจังหวัด"),
        (
            "สำนักงานส่งเสริมการปกครองท้องถิ่น\nจังหวัดเชียงใหม่\nศาลากลางจังหวัดเชียงใหม่ ชม ๕๐๓๐๐",
            "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดเชียงใหม่",
        ),
    ],
)
def test_an_owner_over_two_lines_is_one_name(owner: str, agency: str) -> None:
    assert value(read(letter(owner=owner)), "agency") == agency


def test_a_mark_behind_the_bracket_belongs_to_the_name() -> None:
    found = read(letter(signed="(นายทวีป บุตรโพธิ)์\nรองผู้ว่าราชการจังหวัด ปฏิบัติราชการแทน\nผู้ว่าราชการจังหวัดเชียงใหม่"))
    assert value(found, "signer") == "นายทวีป บุตรโพธิ์"
    assert value(found, "position") == "รองผู้ว่าราชการจังหวัด"
    assert value(found, "on_behalf_of") == "ผู้ว่าราชการจังหวัดเชียงใหม่"


@pytest.mark.parametrize(
    ("signed", "position", "on_behalf_of"),
    [
        (
            "(นายก ข)\nท้องถิ่นจังหวัดเชียงใหม่ รักษาราชการแทน\nผู้ว่าราชการจังหวัดเชียงใหม่",
            "ท้องถิ่นจังหวัดเชียงใหม่",
            "ผู้ว่าราชการจังหวัดเชียงใหม่",
        ),
        ("(นายก ข)\nปลัดเทศบาล รักษาการในตำแหน่ง\nนายกเทศมนตรีตำบลสุเทพ", "ปลัดเทศบาล", "นายกเทศมนตรีตำบลสุเทพ"),
        ("(นายก ข)\nปลัดเทศบาล ปฎิบัติหน้าที่\nนายกเทศมนตรีตำบลสุเทพ", "ปลัดเทศบาล", "นายกเทศมนตรีตำบลสุเทพ"),
        ("(นายก ข)\nนายกเทศมนตรีตำบลสุเทพ", "นายกเทศมนตรีตำบลสุเทพ", None),
    ],
)
def test_whoever_stands_in_is_kept_apart_from_the_post(
    signed: str, position: str, on_behalf_of: str | None
) -> None:
    found = read(letter(signed=signed.replace("นายก ข", "นายกล้า ขันติ")))
    assert (value(found, "position"), value(found, "on_behalf_of")) == (position, on_behalf_of)


@pytest.mark.parametrize(
    ("above", "number", "urgency", "secrecy"),
    [
        ("ด่วนที่สุด", "ที่ ชม ๐๐๒๓.๓/๑", "ด่วนที่สุด", None),
        ("ด่วนภายใน ๒๘ กุมภาพันธ์ ๒๕๖๒", "ที่ ชม ๐๐๒๓.๓/๑", "ด่วนภายใน ๒๘ กุมภาพันธ์ ๒๕๖๒", None),
        ("ลับมาก\nด่วน", "ที่ ชม ๐๐๒๓.๓/๑", "ด่วน", "ลับมาก"),
        ("", "ด่วนมาก ที่ ชม ๐๐๒๓.๓/๑", "ด่วนมาก", None),
        ("", "ที่ ชม ๐๐๒๓.๓/๑", None, None),
    ],
)
def test_marks_stand_free_or_before_the_number(
    above: str, number: str, urgency: str | None, secrecy: str | None
) -> None:
    found = read(letter(above=above, number=number))
    assert (found.urgency, found.secrecy) == (urgency, secrecy)


@pytest.mark.parametrize(
    ("subject", "secrecy"),
    [
        ("เรื่อง (ลับ) ขอส่งรายชื่อ", "ลับ"),
        ("เรื่อง ลับมาก ขอส่งรายชื่อ", "ลับมาก"),
        ("เรื่อง “ลับที่สุด” ขอส่งรายชื่อ", "ลับที่สุด"),
        ("เรื่อง ลับแลเมืองงาม", None),
        ("เรื่อง การเก็บรักษาหนังสือลับ", None),
    ],
)
def test_a_secrecy_mark_may_be_set_apart_in_the_subject(subject: str, secrecy: str | None) -> None:
    assert read(letter(subject=subject)).secrecy == secrecy


def test_marks_within_a_citation_or_a_name_are_not_the_letters() -> None:
    found = read(
        letter(
            owner="ที่ว่าการอำเภอลับแล\nถนนศรีพนมมาศ อต ๕๓๑๓๐",
            cites=f"อ้างถึง หนังสือ{DEPARTMENT} ลับ ด่วนที่สุด ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒",
        )
    )
    assert (found.urgency, found.secrecy) == (None, None)


def test_a_committees_letter_keeps_the_committees_letters() -> None:
    found = read(
        letter(number="ที่ นร (กขร) ๐๑๐๘/ว ๕", owner="สำนักงานปลัดสำนักนายกรัฐมนตรี\nทำเนียบรัฐบาล กทม. ๑๐๓๐๐")
    )
    assert value(found, "reference_number") == "นร(กขร) 0108/ว 5"
    assert found.province is None


@pytest.mark.parametrize(
    ("change", "sender", "province", "sure"),
    [
        ({}, None, "เชียงใหม่", True),
        ({"number": "ที่ มท ๐๐๒๓.๓/๑", "signed": "(นายสมชาย ใจดี)\nผู้อำนวยการ"}, None, "เชียงใหม่", True),
        ({"owner": "สำนักงานเทศบาลตำบลสุเทพ", "signed": "(นายสมชาย ใจดี)\nนายกเทศมนตรี"}, None, "เชียงใหม่", False),
        (
            {"owner": "สำนักงานเทศบาลตำบลสุเทพ", "signed": "(นายสมชาย ใจดี)\nนายกเทศมนตรี"},
            "saraban_05500107@dla.go.th",
            "เชียงใหม่",
            True,
        ),
        ({"number": "ที่ ชร ๐๐๒๓.๓/๑"}, None, "เชียงใหม่", False),
        ({}, "saraban_05570101@dla.go.th", "เชียงใหม่", False),
    ],
)
def test_two_signs_make_a_province_sure(
    change: dict[str, str], sender: str | None, province: str, sure: bool
) -> None:
    found = read(letter(**change), sender).province
    assert found
    assert (found.value, found.confidence >= 0.95) == (province, sure)


def line(text: str, x: float, top: float) -> Line:
    boxes = tuple((x + at * WIDTH, top, x + (at + 1) * WIDTH, top + 16.0) for at in range(len(text)))
    return Line(text=text, boxes=boxes)


def printed(*lines: Line) -> Page:
    return Page(number=1, width=595, height=842, lines=lines, source="text-layer", quality=1.0)


HEAD = (
    line("ที่ ชม ๐๐๒๓.๓/๑๒๓๔", 85, 70),
    line("ศาลากลางจังหวัดเชียงใหม่", 330, 70),
    line("ถนนโชตนา ชม ๕๐๓๐๐", 330, 90),
)


def test_a_citation_goes_on_left_of_where_it_began() -> None:
    full = f"อ้างถึง   หนังสือ{DEPARTMENT} ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕"
    page = printed(
        *HEAD,
        line("๒๐ กุมภาพันธ์ ๒๕๖๒", 260, 120),
        line("เรื่อง แจ้งผล", 85, 150),
        line("เรียน อธิบดี", 85, 170),
        line(full, 85, 190),
        line("กุมภาพันธ์ ๒๕๖๒", 110, 210),
        line("ตามหนังสือที่อ้างถึง นั้น", 150, 240),
    )
    found = fields.read([page])
    assert found
    assert cited(found) == [("มท 0810.7/ว 200", "2019-02-15", DEPARTMENT)]


@pytest.mark.parametrize(
    ("stamp_x", "dated_x"),
    [(430.0, 260.0), (85.0, 260.0)],
    ids=["the stamp at the right", "the stamp at the left"],
)
def test_a_labelled_day_beside_a_stamp_is_the_letters_own(stamp_x: float, dated_x: float) -> None:
    page = printed(
        *HEAD,
        line("เลขรับ ๒๗๘๔", stamp_x, 110),
        line("วันที่ ๒๘ ก.พ. ๖๒", stamp_x, 128),
        line("เวลา ๑๐.๓๐ น.", stamp_x, 146),
        line("วันที่ ๒๐ กุมภาพันธ์ ๒๕๖๒", dated_x, 129),
        line("เรื่อง แจ้งผล", 85, 180),
        line("เรียน อธิบดี", 85, 200),
        line("ตามหนังสือ", 150, 230),
    )
    found = fields.read([page])
    assert found
    assert value(found, "dated") == "2019-02-20"
    assert value(found, "agency") == "ศาลากลางจังหวัดเชียงใหม่"


def test_the_receivers_name_above_its_stamp_is_not_the_senders() -> None:
    page = printed(
        line(DEPARTMENT, 400, 40),
        line("เลขรับ ๒๗๘๔", 400, 56),
        line("วันที่ ๒๘ ก.พ. ๖๒", 400, 72),
        line("ที่ ชม ๐๐๒๓.๓/๑๒๓๔", 85, 95),
        line("ศาลากลางจังหวัดเชียงใหม่", 330, 95),
        line("๒๐ กุมภาพันธ์ ๒๕๖๒", 260, 120),
        line("เรื่อง แจ้งผล", 85, 150),
        line("เรียน อธิบดี", 85, 170),
        line("ตามหนังสือ", 150, 200),
    )
    found = fields.read([page])
    assert found
    assert (value(found, "agency"), value(found, "dated")) == ("ศาลากลางจังหวัดเชียงใหม่", "2019-02-20")


def test_a_label_may_be_followed_by_a_letter_that_the_font_could_not_name() -> None:
    page = printed(
        line("ที่\ufffdชม ๐๐๒๓.๓/๑", 85, 70),
        line("ศาลากลางจังหวัดเชียงใหม่", 330, 70),
        line("เรื่อง\ufffdแจ้งผล", 85, 150),
        line("เรียน\ufffdอธิบดี", 85, 170),
        line("ตามหนังสือ", 150, 200),
    )
    found = fields.read([page])
    assert found
    assert (value(found, "reference_number"), value(found, "subject"), value(found, "addressee")) == (
        "ชม 0023.3/1",
        "แจ้งผล",
        "อธิบดี",
    )
