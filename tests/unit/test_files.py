"""What `intake ingest` finds at a path."""

import mailbox
from pathlib import Path

import pytest

from intake.channels import files

LETTER = b"Subject: one\r\n\r\nFirst.\r\n"
OTHER = b"Subject: two\n\nSecond.\n\nFrom here on it is prose.\n>From quoted\n"


def found(path: Path) -> list[tuple[str, bytes | None]]:
    return [(item.source, item.raw) for item in files.messages(path)]


@pytest.mark.parametrize("name", ["letter.eml", "letter.pdf", "letter.EML", "letter", "จดหมาย.eml"])
def test_a_file_is_one_message_byte_for_byte(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(LETTER)
    assert found(path) == [(str(path), LETTER)]


def test_an_empty_file_is_handed_on_so_that_its_fate_is_recorded(tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    path.touch()
    assert found(path) == [(str(path), b"")]


def test_an_mbox_gives_its_messages_without_their_from_lines(tmp_path: Path) -> None:
    path = tmp_path / "mail.mbox"
    start = b"From somchai@example.go.th Wed Feb 20 09:15:00 2019\n"
    path.write_bytes(start + LETTER + b"\n" + start + OTHER + b"\n")
    assert found(path) == [(f"{path}#1", LETTER), (f"{path}#2", OTHER)]


def test_an_mbox_written_by_the_standard_library_is_read_back_whole(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "mail.mbox")
    for raw in (b"Subject: a\n\nA\n", b"Subject: b\n\nFrom a friend at 10:30\n"):
        box.add(raw)
    box.close()
    assert [raw for _, raw in found(tmp_path / "mail.mbox")] == [
        b"Subject: a\n\nA\n",
        b"Subject: b\n\n>From a friend at 10:30\n",
    ]


def test_an_mbox_without_a_suffix_is_known_by_its_first_line(tmp_path: Path) -> None:
    path = tmp_path / "Inbox"
    path.write_bytes(b"From - Wed Feb 20 09:15:00 2019\r\n" + LETTER + b"\r\n")
    assert found(path) == [(f"{path}#1", LETTER)]


def test_a_maildir_gives_new_and_current_mail_but_nothing_unfinished(tmp_path: Path) -> None:
    for folder, name in (("new", "2.b"), ("cur", "1.a:2,S"), ("tmp", "3.c")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_bytes(name.encode())
    assert [raw for _, raw in found(tmp_path)] == [b"1.a:2,S", b"2.b"]


def test_a_folder_gives_what_lies_below_it_but_not_its_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("b.eml", "deep/a.pdf", ".DS_Store"):
        (tmp_path / name).write_bytes(LETTER)
    assert [source for source, _ in found(tmp_path)] == [
        str(tmp_path / "b.eml"),
        str(tmp_path / "deep/a.pdf"),
    ]


def test_what_does_not_exist_is_named_and_stops_nothing(tmp_path: Path) -> None:
    [item] = files.messages(tmp_path / "gone.eml")
    assert (item.raw, item.error) == (None, "does not exist")


def test_a_message_above_the_limit_is_named_and_the_next_one_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MESSAGE_LIMIT_BYTES", 40)
    start = b"From a@b Wed Feb 20 09:15:00 2019\n"
    path = tmp_path / "mail.mbox"
    path.write_bytes(start + b"x" * 30 + b"\n" + b"y" * 30 + b"\n\n" + start + LETTER + b"\n")
    assert [(item.raw, item.error) for item in files.messages(path)] == [
        (None, "is larger than the 0 MB that are taken"),
        (LETTER, None),
    ]


@pytest.mark.parametrize("content", [b"", b"\n\n"])
def test_an_mbox_without_messages_gives_none_or_its_rubbish(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mail.mbox"
    path.write_bytes(content)
    assert len(found(path)) == (1 if content else 0)
