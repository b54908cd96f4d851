"""What a name in a letter stands for: one organisation, several, or none that is known."""

from dataclasses import replace
from datetime import date

import pytest

from intake import roster
from intake.roster import Recognised
from parsers.model import Organisation
from storage.models import OrganisationKind
from storage.roster import Entry


def listed(code: str, kind: OrganisationKind, name: str, district: str, province: str) -> Entry:
    return Entry(
        code=code,
        kind=kind,
        name=f"{kind}{name}",
        name_key=roster.name_key(name),
        district=district,
        province=province,
    )


SUTHEP = listed("5500107", "เทศบาลตำบล", "สุเทพ", "เมืองเชียงใหม่", "เชียงใหม่")
BAN_LUANG_MUNICIPALITY = listed("5500204", "เทศบาลตำบล", "บ้านหลวง", "จอมทอง", "เชียงใหม่")
BAN_LUANG = listed("6501005", "องค์การบริหารส่วนตำบล", "บ้านหลวง", "แม่อาย", "เชียงใหม่")
CHIANGMAI = listed("2500101", "องค์การบริหารส่วนจังหวัด", "เชียงใหม่", "เมืองเชียงใหม่", "เชียงใหม่")
CHIANGMAI_CITY = listed("3500102", "เทศบาลนคร", "เชียงใหม่", "เมืองเชียงใหม่", "เชียงใหม่")
WIANG_IN_CHIANG_KHONG = listed("5570305", "เทศบาลตำบล", "เวียง", "เชียงของ", "เชียงราย")
WIANG_IN_CHIANG_SAEN = listed("5570801", "เทศบาลตำบล", "เวียง", "เชียงแสน", "เชียงราย")
KOLOK = listed("4960201", "เทศบาลเมือง", "สุไหงโก-ลก", "สุไหงโก-ลก", "นราธิวาส")
PATTAYA = Entry(
    code="3200408",
    kind="เมืองพัทยา",
    name="เมืองพัทยา",
    name_key="เมืองพัทยา",
    district="บางละมุง",
    province="ชลบุรี",
)
ROSTER = (
    SUTHEP,
    BAN_LUANG_MUNICIPALITY,
    BAN_LUANG,
    CHIANGMAI,
    CHIANGMAI_CITY,
    WIANG_IN_CHIANG_KHONG,
    WIANG_IN_CHIANG_SAEN,
    KOLOK,
    PATTAYA,
)


def recognised(
    name: str, province: str | None, *, kind: str | None = None, district: str | None = None
) -> Recognised:
    [one] = roster.recognise([Organisation(name=name, kind=kind, district=district)], province, ROSTER)
    return one


@pytest.mark.parametrize(
    ("name", "kind", "district", "province", "entry"),
    [
        ("เทศบาลตำบลสุเทพ", "เทศบาลตำบล", "เมืองเชียงใหม่", "เชียงใหม่", SUTHEP),
        ("เทศบาลตำบลสุเทพ", None, None, "เชียงใหม่", SUTHEP),
        ("ทต.สุเทพ", None, None, "เชียงใหม่", SUTHEP),
        ("ทต. สุเทพ", None, "อำเภอเมือง", "เชียงใหม่", SUTHEP),
        ("ทต.สุเทพ", None, "อ.เมืองฯ", "เชียงใหม่", SUTHEP),
        ("สุเทพ", "เทศบาลตำบล", None, "เชียงใหม่", SUTHEP),
        ("สุเทพ", None, None, "เชียงใหม่", SUTHEP),
        ("อบต.บ้านหลวง", None, None, "เชียงใหม่", BAN_LUANG),
        ("บ้านหลวง", None, "แม่อาย", "เชียงใหม่", BAN_LUANG),
        ("เทศบาลตำบลเวียง", "เทศบาลตำบล", "อำเภอเชียงแสน", "เชียงราย", WIANG_IN_CHIANG_SAEN),
        ("อบจ.เชียงใหม่", None, "แม่ริม", "เชียงใหม่", CHIANGMAI),
        ("อบจเชียงใหม่", None, None, "เชียงใหม่", CHIANGMAI),
        ("ทม.สุไหงโกลก", None, None, "นราธิวาส", KOLOK),
        ("เทศบาลเมืองสุไหงโก - ลก", None, "สุไหงโกลก", "นราธิวาส", KOLOK),
        ("เมืองพัทยา", "เมืองพัทยา", None, "ชลบุรี", PATTAYA),
        ("เทศบาลตําบลสุเทพ", None, None, "เชียงใหม่", SUTHEP),
    ],
)
def test_a_name_is_certain_where_all_that_is_said_leaves_one(
    name: str, kind: str | None, district: str | None, province: str, entry: Entry
) -> None:
    one = recognised(name, province, kind=kind, district=district)
    assert (one.certainty, one.entry, one.candidates) == ("certain", entry, ())


@pytest.mark.parametrize(
    ("name", "province", "candidates"),
    [
        ("เทศบาลตำบลเวียง", "เชียงราย", {WIANG_IN_CHIANG_KHONG, WIANG_IN_CHIANG_SAEN}),
        ("บ้านหลวง", "เชียงใหม่", {BAN_LUANG_MUNICIPALITY, BAN_LUANG}),
        ("เชียงใหม่", "เชียงใหม่", {CHIANGMAI, CHIANGMAI_CITY}),
    ],
)
def test_a_name_that_leaves_several_says_which(name: str, province: str, candidates: set[Entry]) -> None:
    one = recognised(name, province)
    assert (one.certainty, one.entry, set(one.candidates)) == ("ambiguous", None, candidates)


@pytest.mark.parametrize(
    ("name", "district", "province"),
    [
        ("เทศบาลตำบลสุเทบ", None, "เชียงใหม่"),  # a letter is wrong
        ("เทศบาลเมืองสุเทพ", None, "เชียงใหม่"),  # the kind is wrong
        ("เทศบาลตำบลสุเทพ", "แม่ริม", "เชียงใหม่"),  # the district is wrong
    ],
)
def test_what_only_resembles_is_offered_and_not_taken(name: str, district: str | None, province: str) -> None:
    one = recognised(name, province, district=district)
    assert (one.certainty, one.entry, one.candidates[0]) == ("unknown", None, SUTHEP)


def test_of_equal_names_the_right_kind_is_the_nearest() -> None:
    one = recognised("อบต.บ้านหลวง", "เชียงใหม่", district="จอมทอง")
    assert (one.certainty, one.candidates) == ("unknown", (BAN_LUANG, BAN_LUANG_MUNICIPALITY))


def test_a_name_of_another_province_is_unknown_and_resembles_nothing() -> None:
    assert recognised("เทศบาลตำบลสุเทพ", "เชียงราย") == Recognised(
        named=Organisation(name="เทศบาลตำบลสุเทพ"), certainty="unknown"
    )


def test_without_a_province_the_name_must_be_the_only_one_of_the_country() -> None:
    assert recognised("ทต.สุเทพ", None).entry == SUTHEP
    assert recognised("ทต.เวียง", None).certainty == "ambiguous"
    assert recognised("ทต.เวียง", None, district="เชียงของ").entry == WIANG_IN_CHIANG_KHONG


def test_who_writes_a_name_that_several_bear_means_itself() -> None:
    named = [Organisation(name="ทต.เวียง"), Organisation(name="ทต.เวียง", district="เชียงของ")]
    answers = roster.recognise(named, "เชียงราย", ROSTER, writer=WIANG_IN_CHIANG_SAEN)
    assert [one.entry for one in answers] == [WIANG_IN_CHIANG_SAEN, WIANG_IN_CHIANG_KHONG]


def test_who_writes_of_another_does_not_mean_itself() -> None:
    [one] = roster.recognise([Organisation(name="ทต.เวียง")], "เชียงราย", ROSTER, writer=SUTHEP)
    assert one.certainty == "ambiguous"


def test_an_organisation_that_vanished_is_known_until_another_bears_its_name() -> None:
    vanished = replace(SUTHEP, code="5500199", vanished_on=date(2020, 1, 1))
    named = [Organisation(name="ทต.สุเทพ")]
    assert [one.entry for one in roster.recognise(named, "เชียงใหม่", [vanished])] == [vanished]
    assert [one.entry for one in roster.recognise(named, "เชียงใหม่", [vanished, SUTHEP])] == [SUTHEP]


def test_every_name_has_its_answer_in_order() -> None:
    named = [Organisation(name=name) for name in ("ทต.สุเทพ", "ทต.ไม่มีจริง", "ทต.สุเทพ")]
    answers = roster.recognise(named, "เชียงใหม่", ROSTER)
    assert [one.certainty for one in answers] == ["certain", "unknown", "certain"]
    assert [one.named for one in answers] == named


def test_nothing_is_known_without_a_roster() -> None:
    [one] = roster.recognise([Organisation(name="ทต.สุเทพ")], "เชียงใหม่", [])
    assert (one.certainty, one.entry, one.candidates) == ("unknown", None, ())


@pytest.mark.parametrize(
    ("address", "entry"),
    [
        ("saraban_05500107@dla.go.th", SUTHEP),
        ("Saraban_05500107@DLA.go.th", SUTHEP),
        ("saraban_03200408@dla.go.th", PATTAYA),
        ("saraban_05500199@dla.go.th", None),
        ("saraban_05500107@dla.go.th.example.com", None),
        ("not-saraban_05500107@dla.go.th", None),
        ("utt@dla.go.th", None),
        ("", None),
    ],
)
def test_a_central_mailbox_carries_the_code_of_its_organisation(address: str, entry: Entry | None) -> None:
    assert roster.sender(address, ROSTER) == entry
