"""Reference numbers: every form seen in letters, and everything that only looks like one."""

import pytest

from parsers.thai import reference

FORMS = {
    "ที่ มท ๐๘๑๐.๗/ว ๒๐๐": "มท 0810.7/ว 200",
    "กส 0023.3/ว4029": "กส 0023.3/ว 4029",
    "มท 0801.3/ว269": "มท 0801.3/ว 269",
    "ลย.0518.1/ว 1247": "ลย 0518.1/ว 1247",
    "มท 0230/ว 3518": "มท 0230/ว 3518",
    "สห ๐๐๓๓.๒๐๕.๑๒/๗๘": "สห 0033.205.12/78",
    "ชร ๐๐๒๓.๑๕/ว ๒๕๕": "ชร 0023.15/ว 255",
    "ศธ 04056.12/45": "ศธ 04056.12/45",
    "ศธ 0527.10/ว 099": "ศธ 0527.10/ว 099",
    "อก 0905/0007": "อก 0905/0007",
    "สท 75301/1": "สท 75301/1",
    "ปจ 51021/5960": "ปจ 51021/5960",
    "อว 78.03/1234": "อว 78.03/1234",
    "ด่วนที่สุดที่ มท 0809.3/ว 3334": "มท 0809.3/ว 3334",
    "ที่ มท ด่วนที่สุด มท 0809.3/ว 3334": "มท 0809.3/ว 3334",
    "ที่ มท ด่วนที่สุด 0809.3/ว 3334": "มท 0809.3/ว 3334",
    "หนังสือกรมฯ ด่วนที่สุด ที่ มท 0809.3/ว 3334": "มท 0809.3/ว 3334",
    "ที่มท0810.7/ว200": "มท 0810.7/ว 200",
    "ที่ มท 0810.7/ว.200": "มท 0810.7/ว 200",
    "ที่ มท 0810.7 / ว 200": "มท 0810.7/ว 200",
    "ที่ มท 0810.7/\nว 200 ลงวันที่ 15 กุมภาพันธ์ 2562": "มท 0810.7/ว 200",
    "ที่ มท\n0810.7/ว 200": "มท 0810.7/ว 200",
    "ที่ มท ๐๘๑๐.๗/ว\n๒๐๐ ลงวันที่": "มท 0810.7/ว 200",
    "ที่ มท ๐๘๑๐.๗–ว ๒๐๐": "มท 0810.7/ว 200",
    "ที่ ชม 0023.3–1234": "ชม 0023.3/1234",
    "ที่ มท 0810.7\\ว 200": "มท 0810.7/ว 200",
    "ที่ มท O81o.7/ว 2OO": "มท 0810.7/ว 200",
    "ที่ มท ๐๘1๐.7/ว 2๐๐": "มท 0810.7/ว 200",
    "ที่ มท ๐๘๑๐,๗/ว ๒๐๐": "มท 0810.7/ว 200",
    "ที่ กทม 0401/123": "กทม 0401/123",
    "ที่ นร (กขร) 0108/ว 5": "นร(กขร) 0108/ว 5",
}


@pytest.mark.parametrize(("text", "value"), FORMS.items())
def test_a_number_in_any_form_has_the_contracts_spelling(text: str, value: str) -> None:
    assert [one.reference and one.reference.value for one in reference.find(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "โทร. มท. ๒๑๐๑๓",
        "โทร. มท. ๕๐๑๙๑-๒",
        "มท. ๕๐๑๙๑–๒",
        "โทร มท ๕๐๑๙๑/๒",
        "โทร. ๐-๒๒๔๑-๙๐๐๐ ต่อ ๒๓๑๒",
        "เลขรับ ๒๗๘๔/๒๕๖๙",
        "คำสั่ง ที่ ๐๓๖ / ๒๕๕๗",
        "ประกาศ ณ วันที่ ๑๕/๐๒/๒๕๖๒",
        "ทะเบียนรถ กข 1234/56",
        "ทะเบียนรถ ชม 12/2562",
        "บ้านเลขที่ ๑๒๓/๔ หมู่ ๕",
        "๑๕ กพ ๖๒/๓",
        "ที่ว่าการอำเภอเมือง ๐๐๑๒/๓",
        "พ.ศ. ๒๕๖๒/๓",
        "กลับ ๐๐๒๓.๓/๑๒",
    ],
)
def test_what_only_looks_like_a_number_is_left_alone(text: str) -> None:
    assert reference.find(text) == []


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("ที่ มท ๐๘๑๐.๗/ว            ", "มท ๐๘๑๐.๗/ว"),
        ("ที่ ชม ๐๐๒๓.๓/    ศาลากลางจังหวัดเชียงใหม่", "ชม ๐๐๒๓.๓/"),
        ("ที่ มท ๐๘๑๐.๗/ว         \n๑๕ กุมภาพันธ์ ๒๕๖๒", "มท ๐๘๑๐.๗/ว"),
        ("ที่ ชม ๐๐๒๓.๓/........", "ชม ๐๐๒๓.๓/"),
        ("ที่ ชม ๕๑๐๐๑/\n๑๒๓ หมู่ ๔", "ชม ๕๑๐๐๑/"),
    ],
)
def test_a_blank_number_is_found_without_a_reference(text: str, raw: str) -> None:
    found = reference.find(text)
    assert [(one.raw, one.reference) for one in found] == [(raw, None)]
    assert reference.parse(text) is None


def test_several_numbers_keep_their_order_and_places() -> None:
    text = "๑. หนังสือจังหวัด ที่ ชม ๐๐๒๓.๓/๑๒ ลงวันที่ ๑ ก.พ. ๒๕๖๒ ๒. ที่ มท ๐๘๑๐.๗/ว ๒๐๐"
    found = reference.find(text)
    assert [one.raw for one in found] == ["ชม ๐๐๒๓.๓/๑๒", "มท ๐๘๑๐.๗/ว ๒๐๐"]
    assert [text[one.start : one.end] for one in found] == [one.raw for one in found]
    assert reference.parse(text) is None


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("มท ๐๘๑๐.๗/ว ๒๐๐", "มท0810.7/ว200", True),
        ("กทม 0401/12", "กท 0401/12", True),
        ("ศธ 0527.10/ว 099", "ศธ 0527.10/ว 99", True),
        ("มท 0810.7/ว 200", "มท 0810.7/200", False),
        ("มท 0810.7/ว 200", "มท 0810.7/ว 201", False),
    ],
)
def test_the_key_tells_one_number_from_another(left: str, right: str, same: bool) -> None:
    one, other = reference.parse(left), reference.parse(right)
    assert one and other
    assert (one.key == other.key) is same


def test_the_key_of_the_circular() -> None:
    found = reference.parse("มท ๐๘๑๐.๗/ว ๒๐๐")
    assert found
    assert (found.code, found.owner, found.circular, found.number) == ("มท", "0810.7", True, 200)
    assert found.key == "มท|0810.7|ว|200"


def test_no_ministry_shares_its_letters_with_a_province() -> None:
    assert reference.MINISTRY_CODES.isdisjoint(reference.PROVINCE_CODES)
