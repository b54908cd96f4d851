"""Which letters a letter cites, where one of them is named by the last part of its number alone."""

import pytest

from parsers.document import plain
from parsers.letter import fields

FIRST, SECOND = "ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒", "ลงวันที่ ๑๖ กุมภาพันธ์ ๒๕๖๒"
CITED = "หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๐.๗/ว ๒๐๐"
LETTER = """\
ที่ ชม ๐๐๒๓.๓/๑๒๓๔
ศาลากลางจังหวัดเชียงใหม่
๒๕ กุมภาพันธ์ ๒๕๖๒
เรื่อง ขอเชิญสมัคร
เรียน อธิบดีกรมส่งเสริมการปกครองท้องถิ่น
{entry}
{body}
จังหวัดเชียงใหม่ขอเรียนว่า ไม่มีองค์กรปกครองส่วนท้องถิ่นสมัคร
จึงเรียนมาเพื่อโปรดทราบ
ขอแสดงความนับถือ
(นายสมชาย ใจดี)
ผู้ว่าราชการจังหวัดเชียงใหม่
"""


def cites(*, entry: str = "", body: str = "") -> list[tuple[str | None, str | None, bool]]:
    """Number and day of each citation, and whether it is sure."""
    letter = fields.read(plain.read(LETTER.format(entry=entry, body=body)))
    assert letter is not None
    assert {cite.agency for cite in letter.cites} == {"กรมส่งเสริมการปกครองท้องถิ่น"}
    return [(cite.reference_number, cite.dated, cite.confidence >= 0.9) for cite in letter.cites]


@pytest.mark.parametrize(
    ("behind", "second"),
    [
        (f"{FIRST} และ ว ๒๐๑", ("มท 0810.7/ว 201", None, False)),
        (f"{FIRST} และ ว.๒๐๑ {SECOND}", ("มท 0810.7/ว 201", "2019-02-16", True)),
        (f"{FIRST} และที่ ว ๒๐๑ {SECOND}", ("มท 0810.7/ว 201", "2019-02-16", True)),
        (f"และ /ว ๒๐๑ {FIRST} และ {SECOND} ตามลำดับ", ("มท 0810.7/ว 201", "2019-02-16", True)),
    ],
)
def test_a_number_that_leaves_out_its_code_shares_that_of_the_one_before(
    behind: str, second: tuple[str | None, str | None, bool]
) -> None:
    assert cites(entry=f"อ้างถึง {CITED} {behind}") == [("มท 0810.7/ว 200", "2019-02-15", True), second]
    if FIRST in behind[: len(FIRST)]:
        assert cites(body=f"ตาม{CITED} {behind} แจ้งว่า นั้น")[1] == second


def test_numbers_before_one_day_share_it() -> None:
    assert cites(entry=f"อ้างถึง {CITED}, ว ๒๐๑ และ ว ๒๐๒ {FIRST}") == [
        (f"มท 0810.7/ว {number}", "2019-02-15", True) for number in (200, 201, 202)
    ]


@pytest.mark.parametrize("behind", [f"{FIRST} และวันที่ ๒๐ มีนาคม ๒๕๖๒", f"{FIRST} และแจ้งว่า ๒๐๑ แห่ง"])
def test_other_words_with_a_number_are_no_citation(behind: str) -> None:
    assert cites(entry=f"อ้างถึง {CITED} {behind}") == [("มท 0810.7/ว 200", "2019-02-15", True)]
