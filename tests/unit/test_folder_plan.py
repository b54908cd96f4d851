"""A file of a watched folder is taken when it is complete, not before and not for ever."""

import pytest

from intake.channels.folder_plan import Sight, after_failure, is_finished_name, is_ripe, update

SCAN = Sight(path="/scans/1.pdf", size=100, modified_ns=1)


@pytest.mark.parametrize(
    "name", ["1.pdf", "หนังสือ ๑.pdf", "a~b.pdf", "part.pdf", "no suffix", "Scan_2019.PART.pdf"]
)
def test_names_of_letters_are_finished(name: str) -> None:
    assert is_finished_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "1.pdf.part",
        "1.PARTIAL",
        "1.tmp",
        ".1.pdf.swp",
        ".hidden.pdf",
        "~$letter.docx",
        "letter.docx~",
        "x.filepart",
    ],
)
def test_names_that_programs_give_to_unfinished_files_are_not(name: str) -> None:
    assert not is_finished_name(name)


@pytest.mark.parametrize(
    ("sight", "at", "ripe"),
    [
        (SCAN, 4.9, False),
        (SCAN, 5.0, True),
        (Sight(path="/scans/1.pdf", size=0, modified_ns=1), 59.0, False),
        (Sight(path="/scans/1.pdf", size=0, modified_ns=1), 60.0, True),
    ],
)
def test_a_file_is_ripe_when_it_has_rested_and_an_empty_one_much_later(
    sight: Sight, at: float, ripe: bool
) -> None:
    [file] = update({}, [sight], now=0.0).values()
    assert is_ripe(file, now=at, settle_seconds=5.0) == ripe


@pytest.mark.parametrize(
    "change",
    [
        Sight(path="/scans/1.pdf", size=101, modified_ns=1),
        Sight(path="/scans/1.pdf", size=100, modified_ns=2),
    ],
)
def test_any_change_begins_the_wait_anew(change: Sight) -> None:
    first = update({}, [SCAN], now=0.0)
    second = update(first, [change], now=4.0)
    assert not is_ripe(second[SCAN.path], now=8.0, settle_seconds=5.0)
    assert is_ripe(second[SCAN.path], now=9.0, settle_seconds=5.0)


def test_what_is_gone_is_forgotten() -> None:
    assert update(update({}, [SCAN], now=0.0), [], now=1.0) == {}


def test_each_failure_doubles_the_wait() -> None:
    [file] = update({}, [SCAN], now=0.0).values()
    once = after_failure(file, now=10.0, settle_seconds=5.0)
    twice = after_failure(once, now=20.0, settle_seconds=5.0)
    assert (once.not_before, twice.not_before, twice.failures) == (15.0, 30.0, 2)
