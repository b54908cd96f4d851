"""The department's list in the shapes in which it comes, and the rows that cannot be taken."""

import pytest

from intake import roster_file
from intake.roster_file import Fault, RosterUnreadable
from storage.roster import Entry

HEAD = "dla_code,type,name_th,dopa_province,district_th"
SUTHEP_ROW = "5500107,subdistrict_municipality,สุเทพ,50,เมืองเชียงใหม่"
SUTHEP = Entry(
    code="5500107",
    kind="เทศบาลตำบล",
    name="เทศบาลตำบลสุเทพ",
    name_key="สุเทพ",
    district="เมืองเชียงใหม่",
    province="เชียงใหม่",
)


def listing(*lines: str) -> roster_file.Listing:
    return roster_file.read("\n".join(lines).encode())


@pytest.mark.parametrize(
    ("type_", "name", "full"),
    [
        ("provincial_admin_org", "กระบี่", "องค์การบริหารส่วนจังหวัดกระบี่"),
        ("city_municipality", "ตรัง", "เทศบาลนครตรัง"),
        ("town_municipality", "เมืองพล", "เทศบาลเมืองเมืองพล"),
        ("subdistrict_municipality", "สุเทพ", "เทศบาลตำบลสุเทพ"),
        ("subdistrict_admin_org", "อ่าวนาง", "องค์การบริหารส่วนตำบลอ่าวนาง"),
        ("special_admin_area", "เมืองพัทยา", "เมืองพัทยา"),
        ("อบต.", "อ่าวนาง", "องค์การบริหารส่วนตำบลอ่าวนาง"),
        ("ท้องถิ่นรูปแบบพิเศษ", "เมืองพัทยา", "เมืองพัทยา"),
        ("เทศบาลตำบล", "เทศบาลตำบลสุเทพ", "เทศบาลตำบลสุเทพ"),
        ("เทศบาลตำบล", "ทต.สุเทพ", "เทศบาลตำบลสุเทพ"),
    ],
)
def test_a_name_is_kept_with_its_kind_in_full(type_: str, name: str, full: str) -> None:
    [entry] = listing(HEAD, f"5500107,{type_},{name},50,เมืองเชียงใหม่").entries
    assert entry.name == full
    assert entry.name.startswith(entry.kind)


@pytest.mark.parametrize(
    "raw",
    [
        f"{HEAD}\n{SUTHEP_ROW}\n".encode(),
        f"{HEAD}\r\n{SUTHEP_ROW}\r\n\r\n".encode("utf-8-sig"),
        f"{HEAD}\n{SUTHEP_ROW}".encode("cp874"),
        f"{HEAD}\n๕๕๐๐๑๐๗,เทศบาลตำบล, สุเทพ ,จังหวัดเชียงใหม่,เมืองเชียงใหม่".encode(),
        'District_TH,"name_th",extra,DLA_CODE,Type,dopa_province\n'
        '"เมืองเชียงใหม่","สุเทพ","a, ""b""",5500107,subdistrict_municipality,50'.encode(),
        'จังหวัด,อำเภอ,รหัส อปท.,ประเภท อปท.,อปท.,"เว็ปไซต์ของอปท"\n'
        'เชียงใหม่,เมืองเชียงใหม่,5500107,เทศบาลตำบล,สุเทพ,"www,suthep.go.th"'.encode(),
    ],
    ids=["plain", "with BOM", "windows-874", "Thai cells", "another order", "Thai titles"],
)
def test_the_list_is_read_in_every_shape(raw: bytes) -> None:
    read = roster_file.read(raw)
    assert (read.entries, read.faults) == ((SUTHEP,), ())


@pytest.mark.parametrize(
    ("row", "code", "reason"),
    [
        ("5500108,village,ก,50,จอมทอง", "5500108", "the type 'village' is unknown"),
        ("5500108,city_municipality,ก,99,จอมทอง", "5500108", "'99' is none of the 77 provinces"),
        ("5500107,city_municipality,ก,50,จอมทอง", "5500107", "the code 5500107 stands on an earlier line"),
        (SUTHEP_ROW, "5500107", "the code 5500107 stands on an earlier line"),
        ("55001,city_municipality,ก,50,จอมทอง", "55001", "the code '55001' is not seven digits"),
        (",city_municipality,ก,50,จอมทอง", "", "the code '' is not seven digits"),
        ("5500108,city_municipality,,50,จอมทอง", "5500108", "the name is missing"),
        ("5500108,city_municipality,ก,50", "5500108", "the district is missing"),
        (
            "5500108,city_municipality,อบต.สุเทพ,50,จอมทอง",
            "5500108",
            "the name 'อบต.สุเทพ' is not of the type 'city_municipality'",
        ),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_and_the_rest_is_taken(row: str, code: str, reason: str) -> None:
    read = listing(HEAD, SUTHEP_ROW, row, "5500202,subdistrict_municipality,ดอยแก้ว,50,จอมทอง")
    assert read.faults == (Fault(line=3, code=code, reason=reason),)
    assert [entry.code for entry in read.entries] == ["5500107", "5500202"]


def test_a_line_is_counted_as_an_editor_counts_it() -> None:
    read = listing(HEAD, '5500107,subdistrict_municipality,สุเทพ,50,"เมือง', 'เชียงใหม่"', "", "x,x,x,x,x")
    assert [fault.line for fault in read.faults] == [5]


def test_a_row_for_each_subdistrict_of_an_organisation_is_one_organisation() -> None:
    head = "จังหวัด,อำเภอ,ตำบล,รหัส อปท.,ประเภท อปท.,อปท."
    read = listing(
        head,
        "กระบี่,เมืองกระบี่,ปากน้ำ,2810101,อบจ.,กระบี่",
        "กระบี่,คลองท่อม,คลองพน,2810101,อบจ.,กระบี่",
        "กระบี่,คลองท่อม,คลองพน,2810101,อบจ.,ตรัง",
    )
    assert [(entry.code, entry.district) for entry in read.entries] == [("2810101", "เมืองกระบี่")]
    assert [fault.line for fault in read.faults] == [4]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "names no column dla_code"),
        (b"dla_code,type,name_th,district_th\n", "names no column dopa_province"),
        (HEAD.encode(), "lists no organisation"),
        (f"{HEAD}\nx,x,x,x,x".encode(), "lists no organisation"),
        (f'{HEAD}\n{SUTHEP_ROW}\n5500108,"city'.encode(), "Line 3 is not CSV"),
        (bytes(range(256)), "Line 1 is not CSV|names no column"),
    ],
)
def test_a_file_that_is_no_list_is_refused_as_a_whole(raw: bytes, says: str) -> None:
    with pytest.raises(RosterUnreadable, match=says):
        roster_file.read(raw)
