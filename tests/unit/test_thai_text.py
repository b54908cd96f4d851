import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.model import Box, Line
from parsers.thai import orthography, text
from parsers.thai.edits import mend

CLEAN = """ที่ มท ๐๘๑๐.๗/ว ๒๐๐ กรมส่งเสริมการปกครองท้องถิ่น ถนนนครราชสีมา กทม. ๑๐๓๐๐
เรื่อง ขอเชิญสมัครขอรับการรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC) ประจำปี พ.ศ. ๒๕๖๒
เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด
กตัญญู ปฏิบัติ พิษณุโลก กรกฎาคม ฬ่อ ฤๅษี ต่าง ๆ ฯลฯ ก็ น้ำมัน ค่ำ พันธุ์ สัมฤทธิ์ เสน่ห์ โต๊ะ จ๋า
นายสมาน จาปะ ตามประสานักเรียน หมู่ที่ 3 หน้า3บรรทัด มา2วัน ร้อยละ5ของ ข้อ1การ
แบบ_ฟอร์ม_คำขอ ประจำ-ปี ทำ_งาน ผู้ว่า+ราชการ คำนำ: ศูนย์*ราชการ=สะดวก จำนวน#งาน
พุทฺธํ สรณํ คจฺฉามิ https://www.psc.opm.go.th/?a=1&b=2 saraban@dla.go.th 0-2241-9000 ต่อ 2312"""

CERTAIN = [
    ("สํานัก", "สำนัก"),
    ("นํ้า", "น้ำ"),
    ("น้ํา", "น้ำ"),
    ("นำ้", "น้ำ"),
    ("ประจำาปี", "ประจำปี"),
    ("ท่ี", "ที่"),
    ("พันธ์ุ", "พันธุ์"),
    ("ที่่", "ที่"),
    ("หนา้", "หน้า"),
    ("เเละ", "และ"),
    ("ผ ู้ว่า", "ผู้ว่า"),
    ("ถิ ่น", "ถิ่น"),
    ("ส\u200bำนัก\u00ad\ufeff", "สำนัก"),
    ("พ.ศ.\u00a0๒๕๖๒", "พ.ศ. ๒๕๖๒"),
    ("ชม ๐๐๒๓.๓／๑", "ชม ๐๐๒๓.๓/๑"),
    ("สĚานักงาน", "สำนักงาน"),
    ("จังหวัดลĞาปาง", "จังหวัดลำปาง"),
    ("ป\uf70aา", "ป่า"),
    ("ปี\uf714น", "ปี้น"),
]

BY_THE_WORDS = [
    ("ส านัก", "สำนัก"),
    ("จัดท า", "จัดทำ"),
    ("ค าน า", "คำนำ"),
    ("ค่ า", "ค่ำ"),
    ("เดินทางม าประชุม", "เดินทางมาประชุม"),
    ("จัดท าแผนงานส าคัญของส านักงาน", "จัดทำแผนงานสำคัญของสำนักงาน"),
    ("สานักงานจัดทาแผนดาเนินการตามอานาจหน้าที่", "สำนักงานจัดทำแผนดำเนินการตามอำนาจหน้าที่"),
    ("ทั3งนี3 ให้ผู้ที่ได้รับแต่งตั3งสิ3นสุดหน้าที่", "ทั้งนี้ ให้ผู้ที่ได้รับแต่งตั้งสิ้นสุดหน้าที่"),
    ("จำ:นวนที่สำ:นักงานจัดทำ: ประจำ:ปี", "จำนวนที่สำนักงานจัดทำ ประจำปี"),
    ("ศ\ufde4นย์ราชการ ผ\ufde4้ว่าราชการ", "ศูนย์ราชการ ผู้ว่าราชการ"),
]

DAMAGED = [
    "เร#อง ขอเชญสม$ครขอร$บการร$บรองมาตรฐานการให้บรการของศนยราชการสะดวก",
    "\ue012\ue034\ue045 \ue012\ue001\ue034 \ue012\ue045",
    "#?P -# ^b_^.a// `^^ เ/AP3 3เ>0-1ค/3/1&2//1&/3-2!/2%2/O1Ā&>/2",
    "\ufffd\ufffdก\ufffdน\ufffd \ufffdท\ufffd",
]

THAI = st.text(alphabet=st.characters(min_codepoint=0x0E01, max_codepoint=0x0E4E), max_size=40)
LITTER = st.text(
    alphabet=st.one_of(
        st.characters(min_codepoint=0x0E01, max_codepoint=0x0E4E),
        st.sampled_from(" \n\t\u200b\u00a0\u00adĚ3:;\uf70a\uf710\uf71d\ufffd\ufdd0\ufdda\ufde4ำาํ้่เ"),
    ),
    max_size=60,
)


@pytest.mark.parametrize(("damaged", "meant"), CERTAIN)
def test_spellings_that_do_not_exist_are_mended(damaged: str, meant: str) -> None:
    assert text.repair(damaged) == meant


@pytest.mark.parametrize(("damaged", "meant"), BY_THE_WORDS)
def test_losses_are_mended_where_the_words_prove_them(damaged: str, meant: str) -> None:
    assert text.repair(damaged) == meant


@pytest.mark.parametrize("line", CLEAN.splitlines())
def test_clean_text_comes_back_as_it_was(line: str) -> None:
    assert text.repair(line) == line


def test_a_clean_page_comes_back_as_it_was() -> None:
    assert text.repair(CLEAN) == CLEAN


def test_every_private_code_point_of_old_fonts_has_its_letter() -> None:
    assert len(orthography.PRIVATE) == 0xF71D - 0xF700 + 1
    assert (orthography.PRIVATE["\uf700"], orthography.PRIVATE["\uf70f"]) == ("ฐ", "ญ")
    assert (orthography.PRIVATE["\uf718"], orthography.PRIVATE["\uf719"], orthography.PRIVATE["\uf71a"]) == (
        "\u0e38",
        "\u0e39",
        "\u0e3a",
    )


def test_a_split_that_no_word_explains_is_left() -> None:
    assert text.repair("ฟฉ าฬ") == "ฟฉ าฬ"


def test_a_sign_that_makes_no_words_is_left() -> None:
    assert text.repair("ฮฟ3ฉกฬ ฌฟ3ฮฉ") == "ฮฟ3ฉกฬ ฌฟ3ฮฉ"


@pytest.mark.timeout(60)
@pytest.mark.parametrize("hostile", ["กา", "ก3", "ก า", "ก ", "ำ่้"])
def test_endless_repetition_of_a_fault_does_not_hang(hostile: str) -> None:
    assert text.repair("ก" + hostile * 30_000).startswith("ก")


@given(LITTER)
def test_a_second_repair_changes_nothing(litter: str) -> None:
    once = text.repair(litter)
    assert text.repair(once) == once


@given(LITTER)
def test_what_is_not_looked_at_needs_no_repair_and_has_no_fault(litter: str) -> None:
    sound = f"จำ{litter}"
    if not text._DOUBT.search(sound):
        assert mend(sound, text._REPAIRS).text == sound
        assert not text._FAULT.search(sound)


@given(st.lists(LITTER.map(lambda litter: litter.replace("\n", " ")), max_size=4))
def test_a_box_for_every_letter_is_left(litters: list[str]) -> None:
    lines = tuple(Line(text=litter, boxes=_boxes(litter)) for litter in litters)
    for line in text.repair_lines(lines):
        assert line.boxes is not None
        assert len(line.boxes) == len(line.text)


@given(THAI)
def test_damage_is_between_nothing_and_all(thai: str) -> None:
    assert 0.0 <= text.damage(thai) <= 1.0


def test_boxes_stay_with_their_letters() -> None:
    line = Line(text="ส านัก\u200bงาน", boxes=_boxes("ส านัก\u200bงาน"))
    mended = text.repair_line(line)
    assert mended.text == "สำนักงาน"
    assert mended.box(0, 2) == (0.0, 0.0, 3.0, 1.0)  # the ส, the space and the า
    assert mended.box(5, 8) == (7.0, 0.0, 10.0, 1.0)  # งาน, past the zero-width space


def test_lines_without_a_layout_are_repaired_too() -> None:
    assert text.repair_line(Line(text="สํานัก")) == Line(text="สำนัก")


def test_what_one_line_proves_holds_for_the_page() -> None:
    lines = (Line(text="ให้ทาการ"), Line(text="อาเภอดาเนินการตามที่กาหนด"))
    assert [line.text for line in text.repair_lines(lines)] == ["ให้ทำการ", "อำเภอดำเนินการตามที่กำหนด"]


def test_a_page_that_has_its_sara_am_loses_no_sara_aa() -> None:
    assert text.repair("จำนวน จานวน ทาการ") == "จำนวน จานวน ทาการ"


def test_the_normal_form_is_the_same_for_both_scripts_and_all_spacings() -> None:
    assert text.normal_form(" ที่  มท\u00a0๐๘๑๐.๗/ว ๒๐๐\nGECC ") == "ที่ มท 0810.7/ว 200 gecc"


@pytest.mark.parametrize("line", ["", "Registered mail 2019", *CLEAN.splitlines()[:4]])
def test_clean_text_is_not_damaged(line: str) -> None:
    assert text.damage(line) < 0.1


@pytest.mark.parametrize("line", DAMAGED)
def test_unreadable_text_is_damaged(line: str) -> None:
    assert text.damage(line) > 0.5


def test_signs_behind_most_sara_am_are_damage() -> None:
    page = "ที่ สำ4นักงาน จำ7นวน ๒ ฉบับ ประจำ;ปี กรมส่งเสริมการปกครองท้องถิ่น อำ:เภอ " * 3
    assert text.damage(page) > 0.5
    assert text.damage(re.sub("(?<=ำ)[4;:7]", "", page)) < 0.1


def test_a_long_text_without_any_sara_am_may_have_lost_them() -> None:
    letter = "กรมส่งเสริมการปกครองท้องถิ่น " * 30
    assert text.damage("กรมส่งเสริมการปกครองท้องถิ่น จำนวน " * 30) < 0.05 < text.damage(letter)
    assert text.damage(letter) == pytest.approx(0.1)


def test_a_long_text_without_tones_has_lost_them() -> None:
    letter = "ตามหนังสือที่อ้างถึง กรมส่งเสริมการปกครองท้องถิ่นแจ้งให้จังหวัดทราบ จำนวน " * 8
    assert text.damage(letter) < 0.1
    assert text.damage(re.sub("[่้]", "", letter)) >= 0.5


def test_one_long_word_proves_that_all_sara_am_are_lost() -> None:
    assert text.repair("สานักงานจังหวัด") == "สำนักงานจังหวัด"
    assert text.repair("นายอามาตย์ ถนนโชตนา") == "นายอามาตย์ ถนนโชตนา"


def _boxes(letters: str) -> tuple[Box, ...]:
    return tuple((float(at), 0.0, at + 1.0, 1.0) for at in range(len(letters)))
