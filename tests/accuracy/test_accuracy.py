"""What is counted as what, so that the figures mean what they say."""

from pathlib import Path
from typing import Any

import pytest

from tests.accuracy import counting, judging, prints, report
from tests.accuracy.judging import Claim
from tests.accuracy.prints import Print
from tests.letters import answers, corpus, producers

CITED = {"reference_number": "มท 0810.7/ว 200", "dated": "2019-02-15", "agency": "กรมส่งเสริมการปกครองท้องถิ่น"}
OTHER = CITED | {"reference_number": "มท 0810.7/ว 201"}


def _read(value: Any, confidence: float = 0.9) -> dict[str, Any]:
    return {"value": value, "raw": "", "confidence": confidence}


def _cite(cited: dict[str, Any]) -> dict[str, Any]:
    return cited | {"raw": "", "confidence": 0.8}


def _print(producer: str = "typst") -> Print:
    return Print(letter=answers.NONE_APPLIED, producer=producer, path=Path("trat.pdf"))


@pytest.mark.parametrize(
    ("field", "read", "fate"),
    [
        ("reference_number", _read("ตร 0023.3/891"), "exact"),
        ("reference_number", _read("ตร 0023.3/819"), "wrong"),
        ("reference_number", _read(None), "missing"),
        ("reference_number", None, "missing"),
        ("urgency", None, "exact"),
        ("urgency", "ด่วน", "invented"),
        ("cites", [_cite(CITED)], "exact"),
        ("cites", [], "missing"),
        ("cites", [_cite(OTHER)], "wrong"),
        ("cites", [_cite(CITED), _cite(OTHER)], "invented"),
        ("enclosures", None, "exact"),
    ],
)
def test_each_field_has_one_fate(field: str, read: Any, fate: str) -> None:
    verdicts = judging.verdicts(_print(), {"letter": {field: read}, "confirmation": None})
    assert {verdict.field: verdict.fate for verdict in verdicts}[field] == fate


def test_a_list_read_in_part_is_missing_the_rest() -> None:
    three = Print(letter=answers.THREE_NAMED, producer="typst", path=Path("chiangmai.pdf"))
    named = three.expected["confirmation"]["organisations"]
    verdicts = judging.verdicts(three, {"confirmation": {"organisations": named[:2]}})
    assert {verdict.field: verdict.fate for verdict in verdicts}["organisations"] == "missing"


def test_every_value_with_a_confidence_is_a_claim() -> None:
    parsed = {
        "letter": {"dated": _read("2019-02-25", 0.99), "province": _read(None, 0.2), "cites": [_cite(OTHER)]},
        "confirmation": {"outcome": "nil", "confidence": 0.7},
    }
    assert judging.claims(_print(), parsed) == [
        Claim(field="dated", confidence=0.99, right=True),
        Claim(field="cites", confidence=0.8, right=False),
        Claim(field="outcome", confidence=0.7, right=True),
    ]


def test_claims_are_counted_by_their_confidence() -> None:
    claims = [
        Claim(field="dated", confidence=at, right=right)
        for at, right in ((0.95, True), (0.97, False), (1.0, True))
    ]
    assert [(row.low, row.high, row.claims, row.right) for row in counting.reliability(claims)] == [
        (0.95, 0.98, 2, 1),
        (0.98, 1.0, 1, 1),
    ]


def test_all_four_key_fields_of_a_print_must_be_exact() -> None:
    right = {
        "reference_number": _read("ตร 0023.3/891"),
        "dated": _read("2019-02-25"),
        "province": _read("ตราด"),
    }
    read = [right | {"cites": [_cite(CITED)]}, right | {"cites": [_cite(OTHER)]}]
    verdicts = [
        verdict
        for producer, letter in zip(("typst", "docx"), read, strict=True)
        for verdict in judging.verdicts(_print(producer), {"letter": letter})
    ]
    assert counting.keys(verdicts) == counting.Keys(prints=2, exact=1, values=8, wrong=1)


def test_every_producer_prints_some_letters_and_every_letter_is_damaged_once() -> None:
    chosen = [prints.printed_by(letter) for letter in corpus.LETTERS]
    assert {producer for some in chosen for producer in some} == set(producers.PRODUCERS)
    assert all(len(set(some) & set(producers.DAMAGED)) == 1 for some in chosen)


def test_a_print_is_made_once_and_read_from_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prints, "printed_by", lambda letter: ["text", "fpdf2"])
    said: list[str] = []
    first = prints.prepared([answers.NONE_APPLIED], tmp_path, said.append)
    again = prints.prepared([answers.NONE_APPLIED], tmp_path, said.append)
    assert again == first
    assert said == ["printing 1 letters by fpdf2", "printing 1 letters by text"]
    assert all(one.path.exists() for one in first)


def test_the_report_replaces_what_was_measured_and_nothing_else(tmp_path: Path) -> None:
    page = tmp_path / "accuracy.md"
    page.write_text(f"before\n\n{report.BEGIN}\nold\n{report.END}\nafter\n", encoding="utf-8")
    report.write(page, "new\n")
    assert page.read_text(encoding="utf-8") == f"before\n\n{report.BEGIN}\n\nnew\n\n{report.END}\nafter\n"


def test_a_page_without_the_markers_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "accuracy.md"
    page.write_text("all by hand\n", encoding="utf-8")
    with pytest.raises(ValueError, match="has no lines"):
        report.write(page, "new\n")
