"""The original bytes, under the name of their SHA-256, in a local folder.

`aa/bb/<sha256>` holds exactly the bytes that hash to it. `put` returns only when the bytes and
every folder entry that leads to them are on disk: temporary file in the same file system, fsync,
rename, fsync of the folder (and of a new folder's parent). So a final name never shows a torn file,
even after `kill -9` or a power cut; what a killed `put` leaves behind lies in `tmp/` for `sweep_tmp`.
Nothing is ever changed or removed here. Threads and processes may put the same bytes at once.
"""

import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from storage.errors import OriginalDamaged, OriginalMissing, StoreFull, StoreUnavailable

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT}


class Originals:
    """The originals below `root`; its folders are made as they are needed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._tmp = root / "tmp"
        self._settled: set[Path] = set()

    def put(self, raw: bytes) -> str:
        """Keep `raw` for good; its SHA-256 in lower-case hex.

        Bytes that are there already are not written again, unless their file has another size.

        Raises:
            StoreFull, StoreUnavailable: nothing was kept, and no temporary file stays.
        """
        sha256 = hashlib.sha256(raw).hexdigest()
        final = self.path(sha256)
        with _translated():
            self._settle(final.parent)
            if not _holds(final, len(raw)):
                self._write(raw, final)
            # Needed for a file that was there as well: its writer may not have come this far.
            _sync_folder(final.parent)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes, checked against their name.

        Raises:
            OriginalMissing, OriginalDamaged: the store does not have what it promised.
            StoreUnavailable: they cannot be read now.
        """
        with _translated():
            try:
                raw = self.path(sha256).read_bytes()
            except FileNotFoundError:
                raise OriginalMissing(sha256) from None
        if hashlib.sha256(raw).hexdigest() != sha256:
            raise OriginalDamaged(sha256)
        return raw

    def path(self, sha256: str) -> Path:
        """Where the original of that name lies, whether it is there or not."""
        return self._root / sha256[:2] / sha256[2:4] / sha256

    def __contains__(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def sweep_tmp(self, older_than: datetime) -> int:
        """Remove what killed writers left before `older_than` (aware); how many files that were.

        Choose it older than the longest `put` can last. Raises `StoreUnavailable`.
        """
        swept = 0
        with _translated():
            for leftover in self._tmp.glob("*"):
                with suppress(FileNotFoundError):  # its writer has just renamed it after all
                    if leftover.stat().st_mtime < older_than.timestamp():
                        leftover.unlink()
                        swept += 1
        return swept

    def _write(self, raw: bytes, final: Path) -> None:
        self._tmp.mkdir(exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=self._tmp)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(descriptor)
            Path(name).replace(final)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _settle(self, folder: Path) -> None:
        """Make `folder` and everything above it, and see each entry to disk once per process.

        Also for a folder that exists: another process may have made it a moment ago, and a power
        cut would take the folder together with what we are about to acknowledge.
        """
        if folder in self._settled:
            return
        if self._root in folder.parents or not folder.is_dir():
            self._settle(folder.parent)
            folder.mkdir(exist_ok=True)
            _sync_folder(folder.parent)
        self._settled.add(folder)


def _holds(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except FileNotFoundError:
        return False


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _translated() -> Iterator[None]:
    """The one place where an error of the file system becomes one of ours."""
    try:
        yield
    except OSError as error:
        raise StoreFull() if error.errno in _NO_SPACE else StoreUnavailable(str(error)) from error
