"""Provinces, districts and central mailboxes, named and coded."""

import pytest

from parsers.thai import places


def test_there_are_77_provinces_and_each_has_a_code() -> None:
    named = {places.province_of_code(code) for code in places.PROVINCE_CODES}
    assert len(places.PROVINCES) == 77
    assert named == set(places.PROVINCES)


@pytest.mark.parametrize(
    ("code", "province"),
    [
        ("ชม", "เชียงใหม่"),
        ("นฐ", "นครปฐม"),
        ("นม", "นครราชสีมา"),
        ("กท", "กรุงเทพมหานคร"),
        ("กทม", "กรุงเทพมหานคร"),
        ("มท", None),
        ("กข", None),
    ],
)
def test_a_letter_code_is_a_province_or_nothing(code: str, province: str | None) -> None:
    assert places.province_of_code(code) == province


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("ศาลากลางจังหวัดเชียงใหม่", "เชียงใหม่"),
        ("ผู้ว่าราชการจังหวัดเลย", "เลย"),
        ("ผู้ว่าราชการจังหวัดน่านปฏิบัติราชการแทน", "น่าน"),
        ("ที่ทำการ อบต.อ่าวนาง อ.เมือง จ.กระบี่ 81000", "กระบี่"),
        ("จังหวัดอยุธยา", "พระนครศรีอยุธยา"),
        ("ถนนโชตนา ชม ๕๐๓๐๐", "เชียงใหม่"),
        ("ถนนโชตนา เชียงใหม่ ๕๐๓๐๐", "เชียงใหม่"),
        ("ถนนนครราชสีมา กทม. ๑๐๓๐๐", "กรุงเทพมหานคร"),
        ("สำนักงานเทศบาลเมืองแพร่", "แพร่"),
        ("สำนักงานเทศบาลเมืองตากใบ", None),
        ("แจ้งให้ทราบแล้วเลย", None),
        ("ถนนนครราชสีมา", None),
        ("จังหวัดตากและจังหวัดเลย", None),
    ],
)
def test_a_province_is_named_in_its_context_only(text: str, province: str | None) -> None:
    assert places.find_province(text) == province


@pytest.mark.parametrize(
    ("text", "province"),
    [("ชม ๕๐๓๐๐", "เชียงใหม่"), ("กทม. 10300", "กรุงเทพมหานคร"), ("ชม ๕๑๐๐๑/๕๖๗", None), ("99999", None)],
)
def test_a_postal_code_lies_in_one_province(text: str, province: str | None) -> None:
    assert places.province_of_postal_code(text) == province


@pytest.mark.parametrize(
    ("text", "province", "district"),
    [
        ("อำเภอแม่ริม", "เชียงใหม่", "แม่ริม"),
        ("อ.เมือง", "กระบี่", "เมืองกระบี่"),
        ("อำเภอเมืองกระบี่ จังหวัดกระบี่", "กระบี่", "เมืองกระบี่"),
        ("อำเภอแม่ริม", "กระบี่", None),
        ("ที่ว่าการอำเภอสุไหงโก-ลก จังหวัดนราธิวาส", "นราธิวาส", "สุไหงโก-ลก"),
        ("อ.สุไหงโกลก", "นราธิวาส", "สุไหงโก-ลก"),
        ("อำเภอสุไหงโก–ลก", "นราธิวาส", "สุไหงโก-ลก"),
        ("นายอำเภอทุกอำเภอ", "กระบี่", None),
    ],
)
def test_a_district_belongs_to_its_province(text: str, province: str, district: str | None) -> None:
    assert places.find_district(text, province=province) == district


def test_a_central_mailbox_tells_kind_province_and_district() -> None:
    found = places.mailbox("Saraban_06240907@dla.go.th")
    assert found == places.Mailbox(kind="องค์การบริหารส่วนตำบล", province="ฉะเชิงเทรา", district="แปลงยาว")


@pytest.mark.parametrize("address", ["saraban@psu.ac.th", "utt@dla.go.th", "saraban_09240907@dla.go.th"])
def test_other_mailboxes_tell_nothing(address: str) -> None:
    assert places.mailbox(address) is None
