"""The original bytes: kept whole or not at all."""

import errno
import hashlib
import os
import signal
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.errors import OriginalDamaged, OriginalMissing, StoreFull, StoreUnavailable
from storage.originals import Originals

LETTER = "ที่ มท ๐๘๑๐.๗/ว ๒๐๐".encode()
SHA256 = hashlib.sha256(LETTER).hexdigest()
OTHER_SHA256 = hashlib.sha256(b"other").hexdigest()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "var" / "originals"


@pytest.fixture
def originals(root: Path) -> Originals:
    return Originals(root)


def leftovers(root: Path) -> list[Path]:
    return list((root / "tmp").glob("*"))


def test_an_original_comes_back_as_it_went_in(originals: Originals, root: Path) -> None:
    assert originals.put(LETTER) == SHA256
    assert originals.get(SHA256) == LETTER
    assert SHA256 in originals
    assert originals.path(SHA256) == root / SHA256[:2] / SHA256[2:4] / SHA256
    assert leftovers(root) == []


def test_an_empty_original_is_one_too(originals: Originals) -> None:
    assert originals.get(originals.put(b"")) == b""


def test_the_same_bytes_are_written_once(originals: Originals) -> None:
    originals.put(LETTER)
    written = originals.path(SHA256).stat().st_ino
    originals.put(LETTER)
    assert originals.path(SHA256).stat().st_ino == written


def test_a_file_that_was_cut_short_is_written_again(originals: Originals) -> None:
    originals.put(LETTER)
    originals.path(SHA256).write_bytes(LETTER[:5])
    originals.put(LETTER)
    assert originals.get(SHA256) == LETTER


def test_changed_bytes_are_never_handed_out(originals: Originals) -> None:
    originals.put(LETTER)
    originals.path(SHA256).write_bytes(LETTER[::-1])
    with pytest.raises(OriginalDamaged, match=SHA256):
        originals.get(SHA256)


def test_a_missing_original_is_named(originals: Originals) -> None:
    assert SHA256 not in originals
    with pytest.raises(OriginalMissing, match=SHA256):
        originals.get(SHA256)


def test_a_full_disk_keeps_nothing(originals: Originals, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def full(descriptor: int) -> None:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        fsync(descriptor)

    with monkeypatch.context() as patch, pytest.raises(StoreFull, match="Free some space"):
        patch.setattr(os, "fsync", full)
        originals.put(LETTER)
    assert SHA256 not in originals
    assert leftovers(root) == []
    assert originals.put(LETTER) == SHA256


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_text("a file")
    with pytest.raises(StoreUnavailable, match="Check that its disk is mounted"):
        Originals(tmp_path / "in-the-way").put(LETTER)


def test_every_new_name_is_on_disk_before_the_answer(
    originals: Originals, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root.mkdir(parents=True)
    synced: list[str] = []
    fsync = os.fsync

    def note(descriptor: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    originals.put(LETTER)
    folder = originals.path(SHA256).parent
    assert synced[:2] == [str(root), str(folder.parent)]
    assert synced[2].startswith(str(root / "tmp"))
    assert synced[3:] == [str(folder)]


def test_many_are_put_in_order_and_each_once(originals: Originals, root: Path) -> None:
    assert originals.put_many([LETTER, b"other", LETTER]) == [SHA256, OTHER_SHA256, SHA256]
    assert (originals.get(SHA256), originals.get(OTHER_SHA256)) == (LETTER, b"other")
    assert leftovers(root) == []
    assert originals.put_many([]) == []


def test_of_many_no_name_is_given_before_all_bytes_are_on_disk_and_no_folder_forgotten(
    originals: Originals, monkeypatch: pytest.MonkeyPatch
) -> None:
    finals = [originals.path(sha256) for sha256 in (SHA256, OTHER_SHA256)]
    named: list[tuple[str, int]] = []
    fsync = os.fsync

    def note(descriptor: int) -> None:
        place = Path(f"/proc/self/fd/{descriptor}").readlink()
        kind = "bytes" if place.parent.name == "tmp" else "folder" if place in folders else "above"
        named.append((kind, sum(final.exists() for final in finals)))
        fsync(descriptor)

    folders = {final.parent for final in finals}
    monkeypatch.setattr(os, "fsync", note)
    originals.put_many([LETTER, b"other"])
    assert [step for step in named if step[0] != "above"] == [
        ("bytes", 0),
        ("bytes", 0),
        ("folder", 2),
        ("folder", 2),
    ]


def test_of_many_none_is_left_half_way_on_a_full_disk(
    originals: Originals, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, names = Path.replace, iter(["first", "second"])

    def full_at_the_second(self: Path, target: Path) -> Path:
        if next(names) == "second":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return replace(self, target)

    with monkeypatch.context() as patch, pytest.raises(StoreFull):
        patch.setattr(Path, "replace", full_at_the_second)
        originals.put_many([LETTER, b"other"])
    assert leftovers(root) == []
    assert originals.put_many([LETTER, b"other"]) == [SHA256, OTHER_SHA256]


def test_only_old_leftovers_are_swept(originals: Originals, root: Path) -> None:
    originals.put(LETTER)
    for name, age in (("old", 7200), ("young", 0)):
        leftover = root / "tmp" / name
        leftover.write_bytes(b"half a let")
        moment = datetime.now(UTC).timestamp() - age
        os.utime(leftover, (moment, moment))
    assert originals.sweep_tmp(datetime.now(UTC) - timedelta(hours=1)) == 1
    assert [path.name for path in leftovers(root)] == ["young"]
    assert originals.get(SHA256) == LETTER


def test_sweeping_an_empty_store_does_nothing(originals: Originals) -> None:
    assert originals.sweep_tmp(datetime.now(UTC)) == 0


_WRITER = """
import sys
from pathlib import Path
from storage.originals import Originals
originals = Originals(Path(sys.argv[1]))
for n in range(1_000_000):
    print(originals.put(str(n).encode() * 50_000), flush=True)
"""


def test_kill_9_leaves_whole_originals_only(originals: Originals, root: Path) -> None:
    for _ in range(5):
        writer = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(root)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        promised = [next(writer.stdout).strip() for _ in range(5)]
        os.kill(writer.pid, signal.SIGKILL)
        promised += [line.strip() for line in writer.stdout if line.endswith("\n")]
        writer.wait()
        for sha256 in promised:
            originals.get(sha256)
        for path in root.glob("??/??/*"):
            assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name
