"""The main job through the commands of the contract, on real letters and a fresh home."""

import csv
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.e2e.conftest import INTAKE, Intake
from tests.letters.replies import demo_mailbox

LETTERS = Path(__file__).parent.parent / "data" / "letters"
CIRCULAR = LETTERS / "circular.pdf"
REFERENCE = "มท 0810.7/ว 200"


@pytest.fixture
def mailbox(tmp_path: Path) -> Path:
    folder = tmp_path / "mailbox"
    folder.mkdir()
    for name, raw in demo_mailbox():
        (folder / f"{name}.eml").write_bytes(raw)
    return folder


def test_the_circular_opens_its_own_campaign(intake: Intake) -> None:
    [campaign] = intake("campaign", "open", CIRCULAR).facts
    assert campaign["reference"] == REFERENCE
    assert campaign["dated"] == "2019-02-15"
    assert campaign["due"] == "2019-02-28"
    assert campaign["issuer"] == "กรมส่งเสริมการปกครองท้องถิ่น"
    assert campaign["addressees"] == 76
    board = intake("status", "มท ๐๘๑๐.๗/ว ๒๐๐").facts
    assert {row["state"] for row in board} == {"silent"}
    assert len(board) == 76


def test_a_circular_in_plain_text_opens_the_same_campaign(intake: Intake) -> None:
    [campaign] = intake("campaign", "open", LETTERS / "circular.txt").facts
    assert (campaign["reference"], campaign["due"]) == (REFERENCE, "2019-02-28")


def test_a_mailbox_becomes_a_board_a_search_and_a_register(
    intake: Intake, mailbox: Path, tmp_path: Path
) -> None:
    intake("campaign", "open", CIRCULAR)
    taken = intake("ingest", mailbox).facts
    filed = [one for one in taken if one["status"] == "filed"]
    assert len(taken) == len(list(mailbox.iterdir()))
    assert {one["status"] for one in taken} == {"filed", "review", "duplicate", "unrelated"}
    assert all(one["campaign"] == REFERENCE and one["reasons"] for one in filed)
    numbers = sorted(int(one["register_number"].split("/")[0]) for one in filed)
    assert numbers == list(range(1, len(filed) + 1))

    board = {row["province"]: row["state"] for row in intake("status", REFERENCE).facts}
    assert {one["province"] for one in filed} == {
        name for name, state in board.items() if state not in ("silent", "review")
    }
    found = intake("search", filed[0]["province"]).facts
    assert filed[0]["receipt"] in {hit["receipt"] for hit in found}

    register = tmp_path / "register.csv"
    [export] = intake("export", "--campaign", REFERENCE, "--output", register).facts
    assert export["letters"] == len(filed)
    rows = list(csv.DictReader(register.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["เลขทะเบียนรับ"] for row in rows] == sorted(
        (one["register_number"] for one in filed), key=lambda number: int(number.split("/")[0])
    )
    assert intake("verify").code == 0


def test_everything_handed_in_twice_is_filed_once(intake: Intake, mailbox: Path) -> None:
    intake("campaign", "open", CIRCULAR)
    first = intake("ingest", mailbox).facts
    second = intake("ingest", mailbox).facts
    assert {one["status"] for one in second} == {"duplicate"}
    assert len(second) == len(first)


def test_search_finds_a_reference_in_either_digit_script(intake: Intake, mailbox: Path) -> None:
    intake("campaign", "open", CIRCULAR)
    intake("ingest", mailbox)
    arabic = intake("search", "0810.7/ว 200").facts
    thai = intake("search", "๐๘๑๐.๗/ว ๒๐๐").facts
    assert arabic
    assert [hit["receipt"] for hit in arabic] == [hit["receipt"] for hit in thai]


def test_verify_names_what_was_tampered_with(intake: Intake, mailbox: Path, tmp_path: Path) -> None:
    intake("campaign", "open", CIRCULAR)
    intake("ingest", mailbox)
    with sqlite3.connect(tmp_path / "home" / "saraban.sqlite") as database:
        with pytest.raises(sqlite3.IntegrityError):
            database.execute("UPDATE ledger_event SET body = '{}' WHERE seq = 3")
        for (name,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger_event'"
        ).fetchall():
            database.execute(f"DROP TRIGGER {name}")
        database.execute("UPDATE ledger_event SET body = replace(body, 'receipt', 'recelpt') WHERE seq = 4")
    answer = intake("verify")
    assert answer.code == 3
    assert answer.facts[0]["place"] == "ledger event 4"


def test_a_lost_original_is_named(intake: Intake, mailbox: Path, tmp_path: Path) -> None:
    intake("ingest", mailbox)
    original = next(path for path in (tmp_path / "home" / "originals").rglob("*") if path.is_file())
    original.unlink()
    answer = intake("verify")
    assert (answer.code, answer.facts[0]["place"]) == (3, f"original {original.name}")


BAD_FILES = {
    "empty.pdf": b"",
    "truncated.pdf": CIRCULAR.read_bytes()[:3000] if CIRCULAR.exists() else b"",
    "not-a-pdf.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "nothing.eml": b"\n",
    "noise.bin": bytes(range(256)) * 100,
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_named_kept_and_stops_nothing(intake: Intake, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_bytes(BAD_FILES[name])
    shutil.copy(CIRCULAR, folder / "z.pdf")
    answer = intake("ingest", folder)
    assert answer.code in (0, 1)
    assert [one["status"] in ("review", "quarantined") for one in answer.facts] == [True, True]
    kept = {path.read_bytes() for path in (tmp_path / "home" / "originals").rglob("*") if path.is_file()}
    assert BAD_FILES[name] in kept


def test_a_missing_file_is_named_and_the_rest_is_done(intake: Intake, tmp_path: Path) -> None:
    answer = intake("ingest", tmp_path / "nowhere.eml", CIRCULAR)
    assert answer.code == 1
    assert "nowhere.eml" in answer.stderr
    assert [bool(one["receipt"]) for one in answer.facts] == [False, True]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["--nonsense"], 2, "No such option"),
        (["status", "no reference"], 2, "no campaign"),
        (["status", REFERENCE], 2, "no campaign"),
        (["campaign", "open", "nowhere.pdf"], 2, "does not exist"),
        (["export", "--output", "x.csv"], 2, "--campaign REF or --all"),
        (["search", "x", "--from", "yesterday"], 2, "ISO 8601"),
        (["serve"], 2, "No channel is configured"),
    ],
)
def test_wrong_usage_says_what_to_do(intake: Intake, words: list[str], code: int, says: str) -> None:
    answer = intake(*words)
    assert answer.code == code
    assert says in answer.stderr


def test_a_mistyped_setting_is_refused(intake: Intake) -> None:
    answer = intake("doctor", INTAKE_WORKRES="3")
    assert answer.code == 2
    assert "Did you mean INTAKE_WORKERS?" in answer.stderr


def test_a_home_that_cannot_be_made_is_a_sentence(intake: Intake, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    answer = intake("doctor", INTAKE_HOME=str(tmp_path / "file" / "home"))
    assert answer.code in (2, 3)
    assert "file/home" in answer.stderr + str(answer.facts)


def test_doctor_finds_a_fresh_home_in_order(intake: Intake) -> None:
    answer = intake("doctor")
    assert answer.code == 0, answer.facts
    assert {"configuration", "database", "ledger", "reading", "clock"} <= {
        one["part"] for one in answer.facts
    }


def test_parse_touches_no_home(intake: Intake, tmp_path: Path) -> None:
    [parsed] = intake("parse", CIRCULAR).facts
    assert parsed["letter"]["reference_number"]["value"] == REFERENCE
    assert not (tmp_path / "home").exists()


def test_closing_a_campaign_sends_later_replies_to_review(intake: Intake, mailbox: Path) -> None:
    intake("campaign", "open", CIRCULAR)
    [closed] = intake("campaign", "close", REFERENCE).facts
    assert closed["closed_at"]
    assert "filed" not in {one["status"] for one in intake("ingest", mailbox).facts}


def test_facts_cut_off_by_a_pipe_are_no_failure(environment: dict[str, str]) -> None:
    pipeline = f"{INTAKE} parse {CIRCULAR} {CIRCULAR} {CIRCULAR} --json | head -c 10"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {pipeline}"], env=environment, capture_output=True, text=True
    )
    assert "Traceback" not in done.stderr
    assert os.linesep not in done.stdout
