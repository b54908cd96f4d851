"""The department's list through the commands: imported, corrected, and seen in what letters name."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import Answer, Intake

LETTERS = Path(__file__).parent.parent / "data" / "letters"

HEAD = "dla_code,type,name_th,dopa_province,district_th"
KRABI = (
    "2810101,provincial_admin_org,กระบี่,81,เมืองกระบี่",
    "4810102,town_municipality,กระบี่,81,เมืองกระบี่",
    "5810601,subdistrict_municipality,ปลายพระยา,81,ปลายพระยา",
    "6810104,subdistrict_admin_org,อ่าวนาง,81,เมืองกระบี่",
)
NAMED_BY_KRABI = [
    {
        "name": "องค์การบริหารส่วนจังหวัดกระบี่",
        "kind": "องค์การบริหารส่วนจังหวัด",
        "district": "เมืองกระบี่",
        "code": "2810101",
    },
    {"name": "เทศบาลเมืองกระบี่", "kind": "เทศบาลเมือง", "district": "เมืองกระบี่", "code": "4810102"},
    {"name": "เทศบาลตำบลปลายพระยา", "kind": "เทศบาลตำบล", "district": "ปลายพระยา", "code": "5810601"},
    {
        "name": "องค์การบริหารส่วนตำบลอ่าวนาง",
        "kind": "องค์การบริหารส่วนตำบล",
        "district": "เมืองกระบี่",
        "code": "6810104",
    },
]
SUTHEP = "5500107,subdistrict_municipality,สุเทพ,50,เมืองเชียงใหม่"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    return tmp_path / "roster.csv"


def imported(intake: Intake, roster: Path, *rows: str) -> Answer:
    roster.write_text("\n".join((HEAD, *rows)), encoding="utf-8-sig")
    return intake("roster", "import", roster)


def counts(answer: Answer) -> dict[str, Any]:
    [facts] = answer.facts
    return {name: facts[name] for name in ("added", "changed", "vanished", "total", "recognised")}


def named_in_export(intake: Intake, tmp_path: Path) -> list[dict[str, Any]]:
    output = tmp_path / "register.jsonl"
    assert intake("export", "--all", "--format", "jsonl", "--output", output).code == 0
    [letter] = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    named: list[dict[str, Any]] = letter["organisations"]
    return named


def test_a_list_is_imported_and_shown_by_province(intake: Intake, roster: Path) -> None:
    answer = imported(intake, roster, *KRABI, SUTHEP)
    assert (answer.code, answer.stderr) == (0, "")
    assert counts(answer) == {"added": 5, "changed": 0, "vanished": 0, "total": 5, "recognised": 0}
    assert len(intake("roster", "list").facts) == 5
    assert intake("roster", "list", "--province", "เชียงใหม่").facts == [
        {
            "code": "5500107",
            "kind": "เทศบาลตำบล",
            "name": "เทศบาลตำบลสุเทพ",
            "district": "เมืองเชียงใหม่",
            "province": "เชียงใหม่",
            "vanished_on": None,
        }
    ]
    assert intake("verify").code == 0


def test_an_organisation_that_is_listed_no_more_is_kept_with_its_day(intake: Intake, roster: Path) -> None:
    imported(intake, roster, *KRABI, SUTHEP)
    answer = imported(intake, roster, *KRABI)
    assert counts(answer) == {"added": 0, "changed": 0, "vanished": 1, "total": 4, "recognised": 0}
    [suthep] = intake("roster", "list", "--province", "เชียงใหม่").facts
    assert suthep["vanished_on"] is not None


def test_rows_that_cannot_be_taken_are_named_and_the_rest_is_taken(intake: Intake, roster: Path) -> None:
    imported(intake, roster, *KRABI, SUTHEP)
    answer = imported(intake, roster, *KRABI, SUTHEP.replace(",50,", ",99,"), KRABI[0])
    assert answer.code == 1
    assert counts(answer) == {"added": 0, "changed": 0, "vanished": 0, "total": 5, "recognised": 0}
    assert answer.facts[0]["refused"] == [
        {"line": 6, "code": "5500107", "reason": "'99' is none of the 77 provinces"},
        {"line": 7, "code": "2810101", "reason": "the code 2810101 stands on an earlier line"},
    ]
    assert "line 6, not taken: '99' is none of the 77 provinces" in answer.stderr
    assert "line 7, not taken: the code 2810101" in answer.stderr


@pytest.mark.parametrize("text", ["", "name,province\nx,y\n", f"{HEAD}\n"])
def test_a_file_that_is_no_list_leaves_the_roster_as_it_was(intake: Intake, roster: Path, text: str) -> None:
    imported(intake, roster, SUTHEP)
    roster.write_text(text, encoding="utf-8")
    answer = intake("roster", "import", roster)
    assert (answer.code, answer.facts) == (2, [])
    assert [one["code"] for one in intake("roster", "list").facts] == ["5500107"]


def test_wrong_words_are_answered_with_the_right_ones(intake: Intake, tmp_path: Path) -> None:
    assert intake("roster", "import", tmp_path / "nowhere.csv").code == 2
    answer = intake("roster", "list", "--province", "Chiang Mai")
    assert answer.code == 2
    assert "no province" in answer.stderr


def test_what_a_letter_names_is_exported_with_its_codes(intake: Intake, roster: Path, tmp_path: Path) -> None:
    imported(intake, roster, *KRABI, SUTHEP)
    intake("campaign", "open", LETTERS / "circular.pdf")
    [taken] = intake("ingest", LETTERS / "krabi-table.pdf").facts
    assert taken["status"] == "filed"
    assert named_in_export(intake, tmp_path) == NAMED_BY_KRABI


def test_a_roster_that_comes_after_the_letter_serves_as_well(
    intake: Intake, roster: Path, tmp_path: Path
) -> None:
    intake("campaign", "open", LETTERS / "circular.pdf")
    intake("ingest", LETTERS / "krabi-table.pdf")
    assert named_in_export(intake, tmp_path) == [one | {"code": None} for one in NAMED_BY_KRABI]
    assert counts(imported(intake, roster, *KRABI[:3]))["recognised"] == 3
    assert counts(imported(intake, roster, *KRABI))["recognised"] == 1
    assert named_in_export(intake, tmp_path) == NAMED_BY_KRABI
