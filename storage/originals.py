"""The original bytes, under the name of their SHA-256, in a local folder.

`aa/bb/<sha256>` holds exactly the bytes that hash to it. `put` returns only when the bytes and
every folder entry that leads to them are on disk: temporary file in the same file system, fsync,
rename, fsync of the folder (and of a new folder's parent). So a final name never shows a torn file,
even after `kill -9` or a power cut; what a killed `put` leaves behind lies in `tmp/` for `sweep_tmp`.
Many are put for less than half of their single prices: they take each of these steps together, and
the first fsync of a step brings most of what the others ask for to disk.
Nothing is ever changed or removed here. Threads and processes may put the same bytes at once.
"""

import errno
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO

from storage.errors import OriginalDamaged, OriginalMissing, StoreFull, StoreUnavailable

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT}


class Originals:
    """The originals below `root`; its folders are made as they are needed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._tmp = root / "tmp"
        self._settled: set[Path] = set()

    def put(self, raw: bytes) -> str:
        """Keep `raw` for good; its SHA-256 in lower-case hex. As `put_many` otherwise."""
        [sha256] = self.put_many([raw])
        return sha256

    def put_many(self, raws: Sequence[bytes]) -> list[str]:
        """Keep each of these for good; their SHA-256, in the same order.

        Bytes that are there already are not written again, unless their file has another size. Each
        one holds a file open until the end.

        Raises:
            StoreFull, StoreUnavailable: none is promised, and no temporary file stays.
        """
        names = [hashlib.sha256(raw).hexdigest() for raw in raws]
        originals = {self.path(sha256): raw for sha256, raw in zip(names, raws, strict=True)}
        folders = [final.parent for final in originals]
        with _translated():
            self._settle(folders)
            self._write({final: raw for final, raw in originals.items() if not _holds(final, len(raw))})
            # Needed for a file that was there as well: its writer may not have come this far.
            _sync_folders(folders)
        return names

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

    def _write(self, originals: Mapping[Path, bytes]) -> None:
        with ExitStack() as leftovers:
            files = [leftovers.enter_context(self._temporary()) for _ in originals]
            for file, raw in zip(files, originals.values(), strict=True):
                file.write(raw)
                file.flush()
            for file in files:
                os.fsync(file.fileno())
            for file, final in zip(files, originals, strict=True):
                Path(file.name).replace(final)

    @contextmanager
    def _temporary(self) -> Iterator[IO[bytes]]:
        """A new file that is gone after the block, unless it was renamed."""
        self._tmp.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self._tmp, delete=False) as file:
            try:
                yield file
            finally:
                Path(file.name).unlink(missing_ok=True)

    def _settle(self, folders: Iterable[Path]) -> None:
        """Make `folders` and everything above them, and see each entry to disk once per process.

        Also for a folder that exists: another process may have made it a moment ago, and a power
        cut would take the folder together with what we are about to acknowledge.
        """
        unsettled = dict.fromkeys(level for folder in folders for level in self._unsettled(folder))
        for folder in unsettled:
            folder.mkdir(exist_ok=True)
        _sync_folders(folder.parent for folder in unsettled)
        self._settled.update(unsettled)

    def _unsettled(self, folder: Path) -> list[Path]:
        """`folder` and what leads to it, as far as we have not seen it to disk; the outermost first."""
        ours = self._root in folder.parents
        if folder in self._settled or (not ours and folder.is_dir()):
            return []
        return [*self._unsettled(folder.parent), folder]


def _holds(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except FileNotFoundError:
        return False


def _sync_folders(folders: Iterable[Path]) -> None:
    """Each of them once."""
    for folder in dict.fromkeys(folders):
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
