"""Every sample letter is read as it was composed, from the committed files and printed anew.

The committed files show a change of the readers, the fresh ones a change of a producer's version.
"""

import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from parsers import dispatch, model
from tests.letters import amended, answers, catalogue, corpus, damaged, fpdf2, producers, replies
from tests.letters.compare import differences
from tests.letters.provinces import PROVINCES

FOLDER = Path(__file__).parent.parent / "data" / "letters"
PRINTED = sorted(path for path in FOLDER.iterdir() if path.suffix != ".json" and path.name != "README.md")


def reading(path: Path) -> dict[str, Any]:
    """One object of `intake parse --json`."""
    found: dict[str, Any] = json.loads(model.to_json(dispatch.parse(path.read_bytes(), name=path.name)))
    return found


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.name)
def test_every_field_of_a_sample_letter_is_read(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert differences(expected, reading(path)) == []


@pytest.mark.parametrize("producer", catalogue.LETTERS)
def test_a_letter_printed_anew_is_read(producer: str, tmp_path: Path) -> None:
    letter = catalogue.LETTERS[producer][0]
    path = tmp_path / producers.file_name(producer, letter)
    producers.PRODUCERS[producer]([(letter, path)])
    assert differences(letter.expected, reading(path)) == []


def test_the_folder_holds_the_catalogue_and_nothing_else() -> None:
    composed = {
        producers.file_name(producer, letter): letter.expected
        for producer, letters in catalogue.LETTERS.items()
        for letter in letters
    }
    assert {path.name for path in PRINTED} == set(composed)
    for name, expected in composed.items():
        assert json.loads((FOLDER / name).with_suffix(".json").read_text(encoding="utf-8")) == expected


def test_damage_changes_what_the_text_says_and_nothing_that_one_sees(tmp_path: Path) -> None:
    sound, harmed = tmp_path / "sound.pdf", tmp_path / "harmed.pdf"
    fpdf2.render(answers.NONE_APPLIED, sound)
    damaged.DAMAGES["am-split"].render_all([(answers.NONE_APPLIED, harmed)])
    assert "ประจำปี พ.ศ. ๒๕๖๒" in _text(sound)
    assert "ประจ าปี พ.ศ. ๒๕๖๒" in _text(harmed)
    assert _picture(harmed) == _picture(sound)


def test_without_its_map_the_text_is_gone_and_the_picture_is_not(tmp_path: Path) -> None:
    sound, harmed = tmp_path / "sound.pdf", tmp_path / "harmed.pdf"
    fpdf2.render(answers.NONE_APPLIED, sound)
    harmed.write_bytes(amended.without_meaning(sound.read_bytes()))
    assert "ศาลากลางจังหวัดตราด" not in _text(harmed)
    assert _picture(harmed) == _picture(sound)


def _text(path: Path) -> str:
    found: str = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    return found


def _picture(path: Path) -> bytes:
    return bytes(pypdfium2.PdfDocument(path)[0].render().buffer)


def test_the_corpus_has_every_province_and_no_name_twice() -> None:
    names = [letter.name for letter in corpus.LETTERS]
    assert len(set(names)) == len(names) >= 150
    assert {letter.province for letter in corpus.LETTERS} >= set(PROVINCES)


DEMONSTRATION = {
    "confirmed": ("ชม 0023.3/1234", "มท 0810.7/ว 200", "confirmed"),
    "nil": ("ตร 0023.3/891", "มท 0810.7/ว 200", "nil"),
    "auto-reply": (None, None, None),
    "partial": ("สข 0023.3/5521", "มท 0810.7/ว 200", "partial"),
    "acknowledged": ("ลย 0023.3/2407", "มท 0810.7/ว 200", "acknowledged"),
    "next-number": ("นน 0023.3/777", "มท 0810.7/ว 201", "acknowledged"),
    "confirmed-sent-again": ("ชม 0023.3/1234", "มท 0810.7/ว 200", "confirmed"),
    "below-a-province": ("ชม 52701/318", "มท 0810.7/ว 200", "confirmed"),
    "in-the-body": ("พร 0023.3/1577", "มท 0810.7/ว 200", "confirmed"),
    "other-date": ("พย 0023.3/1320", "มท 0810.7/ว 200", "acknowledged"),
    "all-told-in-a-table": ("กบ 0023.3/3906", "มท 0810.7/ว 200", "confirmed"),
    "question": (None, None, None),
}


def test_the_mails_of_the_demonstration_are_read() -> None:
    read = {name: _in_short(raw) for name, raw in replies.demo_mailbox()}
    assert read == DEMONSTRATION


def _in_short(raw: bytes) -> tuple[str | None, str | None, str | None]:
    """Its own number, the number that it cites, and its outcome."""
    parsed = dispatch.parse(raw, name="reply.eml")
    if parsed.letter is None or parsed.letter.reference_number is None or parsed.confirmation is None:
        return None, None, None
    [cite] = parsed.letter.cites
    return parsed.letter.reference_number.value, cite.reference_number, parsed.confirmation.outcome


def test_replies_for_load_are_distinct_and_come_from_every_province() -> None:
    mails = list(replies.many(100, seed=1))
    assert mails == list(replies.many(100, seed=1))
    assert len(set(mails)) == 100
    letters = [dispatch.parse(mail, name="reply.eml").letter for mail in mails[: len(PROVINCES)]]
    assert {letter.province.value for letter in letters if letter and letter.province} == set(PROVINCES)
    assert {cite.reference_number for letter in letters if letter for cite in letter.cites} == {
        "มท 0810.7/ว 200"
    }


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
