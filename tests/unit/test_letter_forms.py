"""Reply forms and what is ticked in them; the rows of tables put together and told apart."""

import pytest

from parsers.document import plain
from parsers.letter import confirmation, fields, layout, table, ticks
from parsers.model import Confirmation, Letter, Line, Page

WIDTH, HEIGHT = 6.0, 16.0


def line(text: str, x: float, top: float) -> Line:
    boxes = tuple((x + at * WIDTH, top, x + (at + 1) * WIDTH, top + HEIGHT) for at in range(len(text)))
    return Line(text=text, boxes=boxes)


def page(*lines: Line) -> Page:
    return Page(number=1, width=595, height=842, lines=lines, source="text-layer", quality=1.0)


def read(*filled_in: str, title: str = "แบบตอบรับการเข้าร่วมโครงการ") -> tuple[Letter, Confirmation]:
    text = "\n".join(
        [
            title,
            "แนบท้ายหนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕",
            "กุมภาพันธ์ ๒๕๖๒",
            *filled_in,
            "ลงชื่อ ............................ ผู้ให้ข้อมูล",
            "(นายวิรัช ศรีเทพ)",
            "ตำแหน่ง นายกเทศมนตรีตำบลสุเทพ",
            "วันที่ ๒๐ กุมภาพันธ์ ๒๕๖๒",
        ]
    )
    pages = plain.read(text)
    (form,) = fields.read_all(pages)
    answer = confirmation.read(form, pages)
    assert answer
    return form.letter, answer


OFFICE = "หน่วยงาน เทศบาลตำบลสุเทพ อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่"


def test_a_form_gives_what_was_filled_in() -> None:
    letter, answer = read(OFFICE, "(✓) เข้าร่วม   (  ) ไม่เข้าร่วม", "ผู้ประสานงาน นายสุชาติ พรหมแก้ว โทร. ๐๘๑-๒๓๔๕๖๗๘")
    assert letter.kind == "form"
    assert letter.reference_number is None
    assert letter.subject and letter.subject.value == "แบบตอบรับการเข้าร่วมโครงการ"
    assert letter.agency and letter.agency.value == "เทศบาลตำบลสุเทพ"
    assert letter.province and letter.province.value == "เชียงใหม่"
    assert letter.dated and letter.dated.value == "2019-02-20"
    assert letter.signer and letter.signer.value == "นายวิรัช ศรีเทพ"
    assert letter.position and letter.position.value == "นายกเทศมนตรีตำบลสุเทพ"
    assert [(one.reference_number, one.dated) for one in letter.cites] == [("มท 0810.7/ว 200", "2019-02-15")]
    assert letter.contact
    assert (letter.contact.person, letter.contact.phones) == ("นายสุชาติ พรหมแก้ว", ("081-2345678",))
    assert answer.outcome == "confirmed"
    assert [(one.name, one.district) for one in answer.organisations] == [("เทศบาลตำบลสุเทพ", "เมืองเชียงใหม่")]


@pytest.mark.parametrize(
    ("boxes", "outcome", "count"),
    [
        ("☑ ประสงค์จะสมัคร ☐ ไม่ประสงค์จะสมัคร", "confirmed", None),
        ("☐ ประสงค์จะสมัคร ☒ ไม่ประสงค์จะสมัคร", "declined", None),
        ("[/] สมัคร [ ] ไม่สมัคร", "confirmed", None),
        ("( ) เข้าร่วม (x) ไม่เข้าร่วม", "declined", None),
        ("เข้าร่วม ☐   ไม่เข้าร่วม ☑", "declined", None),
        ("\uf0fe เข้าร่วม \uf0a8 ไม่เข้าร่วม", "confirmed", None),
        ("☑ มีองค์กรปกครองส่วนท้องถิ่นสมัคร จำนวน ....๓.... แห่ง\n☐ ไม่มี", "confirmed", 3),
        ("☐ มีองค์กรปกครองส่วนท้องถิ่นสมัคร จำนวน ........ แห่ง\n☑ ไม่มี", "nil", None),
        ("☐ ประสงค์จะสมัคร ☐ ไม่ประสงค์จะสมัคร", "unclear", None),
        ("โปรดทำเครื่องหมาย ✓ ในช่อง ☐\n☐ ประสงค์จะสมัคร ☑ ไม่ประสงค์จะสมัคร", "declined", None),
    ],
)
def test_only_what_is_ticked_is_said(boxes: str, outcome: str, count: int | None) -> None:
    _, answer = read(OFFICE, *boxes.split("\n"))
    assert (answer.outcome, answer.count) == (outcome, count)


def test_a_form_behind_a_letter_answers_with_it() -> None:
    text = (
        "ที่ ชม ๕๒๔๐๑/๕๖๗   สำนักงานเทศบาลตำบลสุเทพ\nถนนสุเทพ ชม ๕๐๒๐๐\n๒๐ กุมภาพันธ์ ๒๕๖๒\nเรื่อง ส่งแบบตอบรับ\n"
        "เรียน อธิบดีกรมส่งเสริมการปกครองท้องถิ่น\n\nตามหนังสือที่อ้างถึง นั้น\n\nเทศบาลตำบลสุเทพขอส่งแบบตอบรับ\n\n"
        "จึงเรียนมาเพื่อโปรดทราบ\n\nขอแสดงความนับถือ\n\n(นายสมชาย ใจดี)\nนายกเทศมนตรีตำบลสุเทพ\n\n"
        "สำนักปลัด\nโทร. ๐ ๕๓๑๑ ๒๒๓๓\n\nแบบตอบรับการสมัคร\n☐ ประสงค์จะสมัคร ☑ ไม่ประสงค์จะสมัคร"
    )
    pages = plain.read(text)
    (letter,) = fields.read_all(pages)
    answer = confirmation.read(letter, pages)
    assert answer
    assert answer.outcome == "declined"


def cells(*lines: Line) -> list[list[str]]:
    return [[cell.text for cell in row.segments] for row in table.merge(layout.rows([page(*lines)]))]


@pytest.mark.parametrize("number_top", [100, 120, 140], ids=["at the top", "centred", "at the foot"])
def test_a_cell_of_three_lines_is_one_cell(number_top: float) -> None:
    assert cells(
        line("๑", 90, number_top),
        line("แม่ริม", 320, number_top),
        line("องค์การบริหาร", 160, 100),
        line("ส่วนตำบล", 160, 120),
        line("ดอนแก้ว", 160, 140),
        line("๒", 90, number_top + 60),
        line("สันทราย", 320, number_top + 60),
        line("องค์การบริหาร", 160, 160),
        line("ส่วนตำบล", 160, 180),
        line("หนองหาร", 160, 200),
    ) == [
        ["๑", "องค์การบริหารส่วนตำบลดอนแก้ว", "แม่ริม"],
        ["๒", "องค์การบริหารส่วนตำบลหนองหาร", "สันทราย"],
    ]


def test_a_table_needs_no_numbers() -> None:
    assert cells(
        line("องค์การบริหารส่วน", 90, 100),
        line("แม่ริม", 320, 100),
        line("ตำบลดอนแก้ว", 90, 120),
        line("ทม.แม่โจ้", 90, 140),
        line("สันทราย", 320, 140),
    ) == [["องค์การบริหารส่วนตำบลดอนแก้ว", "แม่ริม"], ["ทม.แม่โจ้", "สันทราย"]]


def test_rows_ticked_under_a_no_are_not_affirmed() -> None:
    rows = layout.rows(
        [
            page(
                line("ชื่อ อปท.", 90, 80),
                line("สมัคร", 300, 80),
                line("ไม่สมัคร", 400, 80),
                line("ทต.สุเทพ", 90, 100),
                line("✓", 310, 100),
                line("ทม.แม่โจ้", 90, 120),
                line("/", 420, 120),
            )
        ]
    )
    assert [row.segments[0].text for row in ticks.affirmed(rows)] == ["ทต.สุเทพ"]


def test_a_list_in_another_file_names_the_organisations() -> None:
    letter_pages = plain.read(
        "ที่ ชม ๐๐๒๓.๓/๑๒   ศาลากลางจังหวัดเชียงใหม่\nถนนโชตนา ชม ๕๐๓๐๐\n๒๐ กุมภาพันธ์ ๒๕๖๒\nเรื่อง ส่งรายชื่อ\n"
        "เรียน อธิบดีกรมส่งเสริมการปกครองท้องถิ่น\n\nตามหนังสือที่อ้างถึง นั้น\n\nขอส่งรายชื่อองค์กรปกครองส่วนท้องถิ่นที่สมัคร\n\nจึงเรียนมา"
    )
    listed = plain.read("ที่\tรายชื่อ อปท.\tอำเภอ\n๑\tทต.สุเทพ\tเมืองเชียงใหม่\n๒\tอบต.ดอนแก้ว\tแม่ริม\nรวม\t๒ แห่ง")
    (letter,) = fields.read_all(letter_pages)
    answer = confirmation.read(letter, letter_pages, lists=listed)
    assert answer
    assert (answer.outcome, answer.count) == ("confirmed", 2)
    assert [(one.name, one.district) for one in answer.organisations] == [
        ("เทศบาลตำบลสุเทพ", "เมืองเชียงใหม่"),
        ("องค์การบริหารส่วนตำบลดอนแก้ว", "แม่ริม"),
    ]
