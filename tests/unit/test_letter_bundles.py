"""Several letters in one file: all are listed, and the reply speaks for them."""

from itertools import permutations

import pytest

from parsers.document import plain
from parsers.letter import fields
from parsers.model import Page


def letter(number: str, agency: str, to: str, *, cites: str = "", dated: str = "๒๐ กุมภาพันธ์ ๒๕๖๒") -> str:
    entry = f"อ้างถึง {cites}\n" if cites else ""
    return (
        f"ที่ {number}   {agency}\n{dated}\n\nเรื่อง การสมัคร\nเรียน {to}\n{entry}\n"
        f"ตามหนังสือที่อ้างถึง นั้น\n\n{agency}ขอเรียนว่า ได้แจ้งทุกแห่งแล้ว\n\nจึงเรียนมาเพื่อโปรดทราบ\n\n"
        "ขอแสดงความนับถือ\n\n(นายสมชาย ใจดี)\nผู้อำนวยการ\n\nกลุ่มงานบริหาร\nโทร. ๐ ๕๓๑๑ ๒๒๓๓\n"
    )


DEPARTMENT = "กรมส่งเสริมการปกครองท้องถิ่น"
CIRCULAR = letter("มท ๐๘๑๐.๗/ว ๒๐๐", DEPARTMENT, "ผู้ว่าราชการจังหวัด ทุกจังหวัด", dated="๑๕ กุมภาพันธ์ ๒๕๖๒")
REPLY = letter(
    "ชม ๐๐๒๓.๓/๑๒๓๔",
    "ศาลากลางจังหวัดเชียงใหม่",
    f"อธิบดี{DEPARTMENT}",
    cites=f"หนังสือ{DEPARTMENT} ที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒",
)
COUNCIL = letter(
    "ชม ๕๒๔๐๑/๕๖๗",
    "สำนักงานเทศบาลตำบลสุเทพ",
    "ผู้ว่าราชการจังหวัดเชียงใหม่",
    cites="หนังสือจังหวัดเชียงใหม่ ที่ ชม ๐๐๒๓.๓/ว ๕๕ ลงวันที่ ๑๘ กุมภาพันธ์ ๒๕๖๒",
)
NUMBERS = {CIRCULAR: "มท 0810.7/ว 200", REPLY: "ชม 0023.3/1234", COUNCIL: "ชม 51/0"} | {
    COUNCIL: "ชม 52401/567"
}


def on_pages(*texts: str) -> list[Page]:
    return [
        Page(number=at, width=0, height=0, lines=page.lines, source="native", quality=1.0)
        for at, text in enumerate(texts, start=1)
        for page in plain.read(text)
    ]


def number(found: fields.Reading) -> str | None:
    own = found.letter.reference_number
    return own.value if own else None


@pytest.mark.parametrize("bundle", [*permutations((CIRCULAR, REPLY)), *permutations((COUNCIL, CIRCULAR))])
def test_the_circular_never_speaks_for_its_reply(bundle: tuple[str, ...]) -> None:
    found = fields.read_all(on_pages(*bundle))
    assert [number(one) for one in found] == [NUMBERS[text] for text in bundle]
    chosen = fields.choose([one.letter for one in found])
    assert chosen and chosen.reference_number
    assert chosen.reference_number.value != NUMBERS[CIRCULAR]


@pytest.mark.parametrize(
    "bundle", [(REPLY, COUNCIL, CIRCULAR), (REPLY, CIRCULAR, COUNCIL), (CIRCULAR, REPLY, COUNCIL)]
)
def test_the_covering_letter_speaks_for_what_it_covers(bundle: tuple[str, ...]) -> None:
    found = fields.read_all(on_pages(*bundle))
    assert [number(one) for one in found] == [NUMBERS[text] for text in bundle]
    chosen = fields.choose([one.letter for one in found])
    assert chosen and chosen.reference_number
    assert chosen.reference_number.value == "ชม 0023.3/1234"


def test_of_two_replies_the_first_speaks_and_both_are_listed() -> None:
    other = REPLY.replace("๑๒๓๔", "๑๒๓๕")
    found = fields.read_all(on_pages(REPLY, other))
    assert [number(one) for one in found] == ["ชม 0023.3/1234", "ชม 0023.3/1235"]
    chosen = fields.choose([one.letter for one in found])
    assert chosen is found[0].letter


def test_letters_below_each_other_on_one_page_are_told_apart() -> None:
    found = fields.read_all(plain.read(f"{REPLY}\n\n{COUNCIL}"))
    assert [number(one) for one in found] == ["ชม 0023.3/1234", "ชม 52401/567"]
    assert [one.letter.agency and one.letter.agency.value for one in found] == [
        "ศาลากลางจังหวัดเชียงใหม่",
        "สำนักงานเทศบาลตำบลสุเทพ",
    ]
