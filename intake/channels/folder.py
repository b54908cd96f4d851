"""The folder door: takes what a scanner drops into a folder, each file once and only when it is complete.

For every file: its whole bytes, the commit of the front door, and only then the move into `taken`. Cut
anywhere, the next pass finds the file where it was, and the front door knows it again by its path and
bytes. Where files are to be left in place, what was taken is remembered until the process ends, and then
known again in the same way.

The folder is looked through every few seconds; it may lie on a share where no system tells of changes.
Links are not followed, and only plain files are opened. A file that cannot be taken is tried three times
and then set aside in `quarantine`, with an alarm; trouble with the store or the whole folder is no file's
fault, and is tried again for as long as it lasts.
"""

import asyncio
import errno
import fcntl
import os
import signal
import stat
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote_from_bytes

import structlog

from intake.channels import files, folder_plan
from intake.channels.folder_plan import FAILURES_ALLOWED, QUARANTINE, TAKEN, Sight, Watched
from intake.receive import Envelope, FrontDoor
from intake.settings import Folder
from storage.errors import StorageError

log = structlog.get_logger()

_DEEPEST = 20
_LAST_RETRY_SECONDS = 60.0


class _Untakeable(Exception):
    """`str()` goes on after "it"."""


class FolderChannel:
    """One watched folder."""

    def __init__(
        self, folder: Folder, *, front_door: FrontDoor, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._folder = folder
        self._root = folder.path.absolute()
        self._front_door = front_door
        self._clock = clock
        self._watched: dict[str, Watched] = {}

    async def serve(self, stop: asyncio.Event) -> None:
        """Take files in until `stop`; then end the file in hand."""
        halt = threading.Event()
        with ThreadPoolExecutor(1, thread_name_prefix="folder") as own_thread:
            running = asyncio.get_running_loop().run_in_executor(own_thread, self.run, halt)
            try:
                await stop.wait()
            finally:
                halt.set()
            await running

    def run(self, stop: threading.Event) -> None:
        """As `serve`, blocking."""
        failures = 0
        while not stop.is_set():
            try:
                self.look(stop)
                failures = 0
            except Exception as trouble:  # the edge: not even a bug met here may end the service
                failures += 1
                self._report(trouble)
            longest = max(self._folder.poll_seconds, _LAST_RETRY_SECONDS)
            stop.wait(min(self._folder.poll_seconds * 2.0 ** min(failures, 16), longest))

    def look(self, stop: threading.Event) -> None:
        """One pass over the folder: whatever is complete by now is taken.

        Raises `OSError` if the folder cannot be read, and `storage.errors.StorageError`; what was taken
        until then is safe.
        """
        self._watched = folder_plan.update(self._watched, self._sights(), now=self._clock())
        settle = self._folder.settle_seconds
        for file in list(self._watched.values()):
            if stop.is_set():
                return
            if folder_plan.is_ripe(file, now=self._clock(), settle_seconds=settle):
                self._handle(file)

    def _sights(self) -> list[Sight]:
        return sorted(
            _files_below(str(self._root), depth=0), key=lambda sight: (sight.modified_ns, sight.path)
        )

    def _handle(self, file: Watched) -> None:
        """Take one file, or note why not; only trouble that is not the file's own goes further."""
        sight = file.sight
        try:
            taken = not _is_in_use(sight.path) and self._take(sight)
        except StorageError:
            raise
        except FileNotFoundError:
            return
        except Exception as trouble:  # one file must not stop the others
            self._charge(file, _blame(trouble))
            return
        if taken:
            self._settle(file, TAKEN)

    def _take(self, sight: Sight) -> bool:
        """Hand its messages to the front door; `False` if it changed under our hands."""
        if not sight.size:
            raise _Untakeable("is empty")
        for item in files.messages(Path(sight.path)):
            if _sight(sight.path) != sight:
                return False
            if item.raw is None:
                raise _Untakeable(item.error)
            number = item.source.removeprefix(sight.path)
            self._front_door.accept(item.raw, _envelope(sight.path, number))
        return _sight(sight.path) == sight

    def _charge(self, file: Watched, reason: str) -> None:
        now, settle = self._clock(), self._folder.settle_seconds
        charged = folder_plan.after_failure(file, now=now, settle_seconds=settle)
        self._watched[file.sight.path] = charged
        if charged.failures < FAILURES_ALLOWED:
            log.warning("file_not_taken", file=_shown(file.sight.path), reason=reason)
            return
        remedy = f"{reason}. To have it tried again, put it into the folder anew."
        self._front_door.give_up(_envelope(file.sight.path, ""), remedy)
        self._settle(charged, QUARANTINE)

    def _settle(self, file: Watched, folder: str) -> None:
        """Move it out of the way; where that is not wanted or not possible, remember it."""
        path = file.sight.path
        self._watched[path] = replace(file, settled=True)
        if self._folder.after == "leave":
            return
        try:
            _move(path, self._root / folder / Path(path).relative_to(self._root))
        except OSError as error:
            log.error("file_not_moved", file=_shown(path), reason=error.strerror)

    def _report(self, trouble: Exception) -> None:
        folder = _shown(str(self._root))
        if isinstance(trouble, OSError | StorageError):
            log.warning("folder_interrupted", folder=folder, reason=str(trouble))
        else:
            log.exception("folder_interrupted", folder=folder)


def _files_below(folder: str, *, depth: int) -> Iterator[Sight]:
    """The plain files that may be complete. Raises `OSError` for the watched folder itself alone."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if not folder_plan.is_finished_name(entry.name):
                continue
            with suppress(OSError):  # gone, or not ours to see, since it was listed
                if entry.is_dir(follow_symlinks=False):
                    if depth < _DEEPEST and not (depth == 0 and entry.name in (TAKEN, QUARANTINE)):
                        yield from _files_below(entry.path, depth=depth + 1)
                elif (sight := _sight(entry.path)) is not None:
                    yield sight


def _sight(path: str) -> Sight | None:
    """The file as it looks now; `None` if it is no plain file, or gone."""
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return Sight(path=path, size=status.st_size, modified_ns=status.st_mtime_ns)


def _is_in_use(path: str) -> bool:
    """Whether another process holds a lock on the file or, where the system tells, writes to it."""
    with Path(path).open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:  # a file system without locks
            return False
        return _is_written_to(file.fileno())


def _is_written_to(descriptor: int) -> bool:
    """By a read lease, which Linux grants only while nobody has the file open for writing (fcntl(2))."""
    # Who opens it just now breaks the lease, of which SIGIO would tell us: and end the process.
    fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
    try:
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:  # any other: not our file, or a share without leases
        return error.errno == errno.EAGAIN
    fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    return False


def _move(path: str, target: Path) -> None:
    """Never over another file: `scan.pdf` becomes `scan (2).pdf`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    free, number = target, 2
    while free.exists():
        free, number = target.with_name(f"{target.stem} ({number}){target.suffix}"), number + 1
    Path(path).rename(free)


def _envelope(path: str, number: str) -> Envelope:
    """`number` is `#3` for the third message of an mbox."""
    name = quote_from_bytes(os.fsencode(path))
    return Envelope(delivery=f"file://{name}{number}", channel="folder", source=_shown(path) + number)


def _shown(path: str) -> str:
    """For people and databases: a name in another encoding holds lone surrogates."""
    return path.encode("utf-8", "backslashreplace").decode()


def _blame(trouble: Exception) -> str:
    if isinstance(trouble, OSError):
        return f"it cannot be read: {trouble.strerror}"
    if isinstance(trouble, _Untakeable):
        return f"it {trouble}"
    # A fault of ours; its text may quote the file and stays out of the ledger.
    return f"it cannot be taken in ({type(trouble).__name__})"
