"""Every sample letter is read as it was composed, from the committed files and printed anew.

The committed files show a change of the readers, the fresh ones a change of a producer's version.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from parsers import dispatch, model
from tests.letters import catalogue
from tests.letters.compare import differences

FOLDER = Path(__file__).parent.parent / "data" / "letters"
PRINTED = sorted(path for path in FOLDER.iterdir() if path.suffix in (".pdf", ".txt"))


def reading(path: Path) -> dict[str, Any]:
    """One object of `intake parse --json`."""
    found: dict[str, Any] = json.loads(model.to_json(dispatch.parse(path.read_bytes(), name=path.name)))
    return found


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.name)
def test_every_field_of_a_sample_letter_is_read(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert differences(expected, reading(path)) == []


@pytest.mark.parametrize("producer", catalogue.RENDERERS)
def test_a_letter_printed_anew_is_read(producer: str, tmp_path: Path) -> None:
    letter = catalogue.LETTERS[producer][0]
    path = tmp_path / catalogue.file_name(producer, letter)
    catalogue.RENDERERS[producer](letter, path)
    assert differences(letter.expected, reading(path)) == []


def test_the_folder_holds_the_catalogue_and_nothing_else() -> None:
    composed = {
        catalogue.file_name(producer, letter): letter.expected
        for producer, letters in catalogue.LETTERS.items()
        for letter in letters
    }
    assert {path.name for path in PRINTED} == set(composed)
    for name, expected in composed.items():
        assert json.loads((FOLDER / name).with_suffix(".json").read_text(encoding="utf-8")) == expected


def test_a_difference_names_its_field_and_both_values() -> None:
    expected = {"letter": {"subject": "ก", "contact": {"phones": ["02"]}, "cites": []}, "confirmation": None}
    parsed = {
        "letter": {
            "subject": {"value": "ข", "raw": "ข"},
            "contact": {"phones": ["03"]},
            "cites": [{"reference_number": "มท 1/1", "dated": None, "agency": None, "raw": "ที่ มท ๑/๑"}],
        },
        "confirmation": None,
    }
    assert differences(expected, parsed) == [
        "letter.subject: 'ก' != 'ข'",
        "letter.contact.phones: ['02'] != ['03']",
        "letter.cites: [] != [{'reference_number': 'มท 1/1', 'dated': None, 'agency': None}]",
    ]
    assert differences(expected, {"letter": None, "confirmation": None})
