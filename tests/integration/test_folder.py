"""The folder door over real files, and everything that scanners, people and disks do to them."""

import asyncio
import fcntl
import os
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from intake.channels.folder import FolderChannel
from intake.settings import Folder
from storage.errors import StoreFull
from tests.integration.doors import Killed, Store

LETTER = "ที่ ชม ๐๐๒๓.๓/๑๒๓๔\n".encode()
MAIL = b"Subject: x\n\ntext\n"


class Clock:
    """One that moves on by more than the time to settle at every look of a test."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


@pytest.fixture
def scans(tmp_path: Path) -> Path:
    folder = tmp_path / "scans"
    folder.mkdir()
    return folder


class Watching:
    """A channel that looks when it is told to."""

    def __init__(self, scans: Path, store: Store, after: str = "move") -> None:
        self.clock = Clock()
        folder = Folder.model_validate({"path": scans, "after": after, "settle_seconds": 5.0})
        self._channel = FolderChannel(folder, front_door=store.door, clock=self.clock)

    def look(self, times: int = 2, seconds: float = 100.0) -> None:
        """Twice is enough for whatever is complete: seen, and seen again unchanged."""
        for _ in range(times):
            self._channel.look(threading.Event())
            self.clock.now += seconds


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_file_that_rests_is_taken_byte_for_byte_and_moved(scans: Path, store: Store) -> None:
    (scans / "1.pdf").write_bytes(LETTER)
    Watching(scans, store).look()
    assert store.taken() == [LETTER]
    assert names(scans) == {"taken/1.pdf"}
    [receipt] = store.receipts()
    assert (receipt.channel, receipt.source) == ("folder", str(scans / "1.pdf"))
    assert receipt.delivery == (scans / "1.pdf").as_uri()


def test_a_file_that_grows_is_left_until_it_rests(scans: Path, store: Store) -> None:
    watching = Watching(scans, store)
    for length in range(1, 4):
        (scans / "1.pdf").write_bytes(LETTER[:length])
        watching.look(times=1)
    assert store.taken() == []
    watching.look()
    assert store.taken() == [LETTER[:3]]


def test_a_file_that_is_open_for_writing_is_left(scans: Path, store: Store) -> None:
    watching = Watching(scans, store)
    with (scans / "1.pdf").open("wb") as file:
        file.write(LETTER[:5])
        file.flush()
        watching.look(times=4)
        assert store.taken() == []
        file.write(LETTER[5:])
    watching.look()
    assert store.taken() == [LETTER]


def test_a_locked_file_is_left(scans: Path, store: Store) -> None:
    watching = Watching(scans, store)
    (scans / "1.pdf").write_bytes(LETTER)
    with (scans / "1.pdf").open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        watching.look(times=3)
        assert store.taken() == []
    watching.look()
    assert store.taken() == [LETTER]


def test_unfinished_names_links_and_pipes_are_passed_over(scans: Path, store: Store, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"not for the department")
    (scans / "1.pdf.part").write_bytes(LETTER)
    (scans / ".2.pdf").write_bytes(LETTER)
    (scans / "3.pdf").symlink_to(tmp_path / "secret")
    (scans / "up").symlink_to(tmp_path)
    os.mkfifo(scans / "4.pdf")
    Watching(scans, store).look(times=3)
    assert store.taken() == []


def test_names_of_any_bytes_and_subfolders_are_taken(scans: Path, store: Store) -> None:
    folder = scans / "กองคลัง"
    folder.mkdir()
    odd = os.fsencode(folder) + b"/\xcb\xb9\xd1\xa7\xca\xd7\xcd #1\n.pdf"
    Path(os.fsdecode(odd)).write_bytes(LETTER)
    Watching(scans, store).look()
    [receipt] = store.receipts()
    assert receipt.delivery.endswith("/%CB%B9%D1%A7%CA%D7%CD%20%231%0A.pdf")
    moved = os.fsencode(scans) + b"/taken" + odd.removeprefix(os.fsencode(scans))
    assert Path(os.fsdecode(moved)).read_bytes() == LETTER


def test_an_mbox_is_as_many_messages_as_it_holds(scans: Path, store: Store) -> None:
    one = b"From a@b Mon Feb 25 10:00:00 2019\n" + MAIL
    (scans / "old.mbox").write_bytes(one + b"\n" + one)
    Watching(scans, store).look()
    assert store.taken() == [MAIL, MAIL]
    assert [receipt.delivery[-2:] for receipt in store.receipts()] == ["#1", "#2"]


def test_the_same_file_under_another_name_is_another_delivery_of_the_same_bytes(
    scans: Path, store: Store
) -> None:
    (scans / "1.pdf").write_bytes(LETTER)
    (scans / "copy of 1.pdf").write_bytes(LETTER)
    Watching(scans, store).look()
    assert len({receipt.sha256 for receipt in store.receipts()}) == 1
    assert len(store.receipts()) == 2


def test_the_same_file_dropped_again_is_no_new_delivery_and_loses_no_older_one(
    scans: Path, store: Store
) -> None:
    watching = Watching(scans, store)
    for content in (LETTER, LETTER, MAIL):
        (scans / "1.pdf").write_bytes(content)
        watching.look()
    assert store.taken() == [LETTER, MAIL]
    assert names(scans) == {"taken/1.pdf", "taken/1 (2).pdf", "taken/1 (3).pdf"}


def test_killed_between_commit_and_move_it_is_taken_once(scans: Path, store: Store) -> None:
    def kill(_number: int) -> None:
        raise Killed

    (scans / "1.pdf").write_bytes(LETTER)
    store.door.faults.after = kill
    with pytest.raises(Killed):
        Watching(scans, store).look()
    assert names(scans) == {"1.pdf"}
    store.door.faults.after = lambda _number: None
    Watching(scans, store).look()
    assert store.taken() == [LETTER]
    assert names(scans) == {"taken/1.pdf"}


def test_left_in_place_a_file_is_taken_once_even_by_the_next_process(scans: Path, store: Store) -> None:
    (scans / "1.pdf").write_bytes(LETTER)
    for _process in range(2):
        Watching(scans, store, after="leave").look(times=4)
    assert store.taken() == [LETTER]
    assert names(scans) == {"1.pdf"}


def test_a_full_disk_is_no_file_s_fault_and_everything_resumes(scans: Path, store: Store) -> None:
    def full(_number: int) -> None:
        raise StoreFull

    (scans / "1.pdf").write_bytes(LETTER)
    watching = Watching(scans, store)
    watching.look(times=1)
    store.door.faults.before = full
    for _pass in range(5):
        with pytest.raises(StoreFull):
            watching.look(times=1)
        watching.clock.now += 100
    assert names(scans) == {"1.pdf"}
    store.door.faults.before = lambda _number: None
    watching.look()
    assert store.taken() == [LETTER]


def poisoned(scans: Path, store: Store) -> None:
    (scans / "bad.pdf").write_bytes(b"poison")
    store.door.faults.poison = b"poison"


def empty(scans: Path, _store: Store) -> None:
    (scans / "bad.pdf").touch()


def too_large(scans: Path, _store: Store) -> None:
    with (scans / "bad.pdf").open("wb") as file:
        file.truncate((128 << 20) + 1)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [(poisoned, "cannot be taken in"), (empty, "is empty"), (too_large, "larger than the 128 MB")],
)
def test_a_bad_file_is_set_aside_with_an_alarm_and_the_rest_goes_on(
    scans: Path, store: Store, spoil: Callable[[Path, Store], None], reason: str
) -> None:
    spoil(scans, store)
    (scans / "good.pdf").write_bytes(LETTER)
    Watching(scans, store).look(times=8)
    assert store.taken() == [LETTER]
    assert names(scans) == {"taken/good.pdf", "quarantine/bad.pdf"}
    [event] = store.events("quarantined")
    assert reason in event


def wait_for(path: Path, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < end, f"{path} did not appear"
        time.sleep(0.02)


@asynccontextmanager
async def serving(folder: Path, store: Store) -> AsyncIterator[None]:
    """A channel in its own thread, until the block ends."""
    settings = Folder.model_validate({"path": folder, "settle_seconds": 0.05, "poll_seconds": 0.02})
    stop = asyncio.Event()
    task = asyncio.create_task(FolderChannel(settings, front_door=store.door).serve(stop))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait_for(task, 10)


async def test_the_service_takes_files_until_it_is_stopped(scans: Path, store: Store) -> None:
    (scans / "1.pdf").write_bytes(LETTER)
    async with serving(scans, store):
        await asyncio.to_thread(wait_for, scans / "taken" / "1.pdf")
    (scans / "2.pdf").write_bytes(LETTER)
    assert store.taken() == [LETTER]


async def test_a_folder_that_is_not_there_yet_is_waited_for(scans: Path, store: Store) -> None:
    share = scans / "share"
    async with serving(share, store):
        share.mkdir()
        (share / "1.pdf").write_bytes(LETTER)
        await asyncio.to_thread(wait_for, share / "taken" / "1.pdf")
