"""The reading child, seen from its parent: a process that may be killed at any moment without loss.

`Reader` hands files to children (`child.py`) and gets a `Parsed` back for each. A document that ends a
child (it takes too long, eats memory or crashes a library) costs itself only: another child reads the rest
of the file without it, and it is recorded as a document that could not be read. All attempts at one file
share `Limits.seconds_in_all`, so that a mail with a thousand such attachments ends too. Importing this
module loads no reading library.
"""

import contextlib
import hashlib
import json
import logging
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import PurePath
from typing import IO, Self, cast

from parsers import child as reading_child
from parsers import errors, frames
from parsers.errors import ChildFailed
from parsers.frames import Harm, Order
from parsers.limits import Limits
from parsers.model import Document, Parsed, from_json

log = logging.getLogger(__name__)

_RESULT_BYTES = 64 << 20
_FILES_PER_CHILD = 500
"""Then a child is replaced, to shed what the libraries leak."""
_START_SECONDS = 60.0
_LAST_WORDS_SECONDS = 2.0
_LOG_LINE_BYTES = 2_000
_NAME_CHARS = 10_000
_UNKNOWN = "application/octet-stream"
_ENVIRONMENT = ("HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PATH", "PYTHONPATH", "TMPDIR")
"""What a child inherits; the rest may hold secrets."""
_ONE_THREAD = {
    "MALLOC_ARENA_MAX": "1",
    "OMP_NUM_THREADS": "1",
    "OMP_THREAD_LIMIT": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "OPENCV_FOR_THREADS_NUM": "1",
}
"""For the libraries that read pictures: there are as many children as processors to be used, and what threads
allot to themselves counts against the memory of a child."""
_FROM_OUTSIDE = (-signal.SIGKILL, -signal.SIGTERM, -signal.SIGINT, -signal.SIGHUP)
"""Ends that no document brings about by itself: somebody stopped the child, or the machine ran out of memory."""


class _Died(Exception):
    """A child ended over a document, or over the file as such (`None`)."""

    def __init__(self, document: int | None, harm: Harm) -> None:
        super().__init__(document, harm)
        self.document = document
        self.harm = harm


class Reader:
    """Reads files in at most `slots` children at a time; safe to share between threads."""

    def __init__(self, *, slots: int, limits: Limits) -> None:
        self._slots = slots
        self._limits = limits
        self._idle: queue.LifoQueue[_Child | None] = queue.LifoQueue()
        for _ in range(slots):
            self._idle.put(None)
        # PR_SET_PDEATHSIG fires when the *thread* that started a child ends. So one thread starts them
        # all, and it lives as long as the reader.
        self._starter = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading-child-starter")

    def read(self, raw: bytes, *, name: str) -> Parsed:
        """What `dispatch.parse` reads from `raw`, a file called `name`; waits for a free slot.

        Raises `ChildFailed` if no child could be started, or if one was ended from outside.
        """
        name = name[:_NAME_CHARS].encode("utf-8", "replace").decode()
        if len(raw) > self._limits.file_bytes:
            return _unread(raw, name, _too_large(raw, self._limits))
        deadline = time.monotonic() + self._limits.seconds_in_all
        order = Order(name=name, seconds=self._limits.seconds_in_all)
        while True:
            try:
                return self._attempt(raw, order)
            except _Died as end:
                if end.document is None or end.document in order.harmful:
                    return _unread(raw, name, frames.failure(end.harm, self._limits))
                left = max(0.0, deadline - time.monotonic())
                order = order.without(end.document, end.harm, seconds=left)

    def close(self) -> None:
        """End the children, each after the file that it is reading. Nothing can be read afterwards."""
        for child in [self._idle.get() for _ in range(self._slots)]:
            if child is not None:
                child.kill()
            self._idle.put(None)
        self._starter.shutdown()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _attempt(self, raw: bytes, order: Order) -> Parsed:
        """Raises `_Died` and `ChildFailed`."""
        child = self._idle.get()
        try:
            child = self._fit(child)
            return child.ask(raw, order)
        finally:
            self._idle.put(child)

    def _fit(self, child: "_Child | None") -> "_Child":
        if child is not None and child.is_fit():
            return child
        if child is not None:
            child.kill()
        try:
            return self._starter.submit(_Child, self._limits).result()
        except OSError as error:  # no memory or no process left
            raise ChildFailed(f"The reading process could not be started: {error.strerror}.") from error


class _Child:
    """One child as its parent sees it; used by one thread at a time."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._files = 0
        self._overdue = False
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [
                sys.executable,
                "-P",
                "-m",
                reading_child.__name__,
                str(os.getpid()),
                json.dumps(asdict(limits)),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ} | _ONE_THREAD,
            start_new_session=True,
        )
        self._requests = cast(IO[bytes], self._process.stdin)
        self._answers = cast(IO[bytes], self._process.stdout)
        complaints = (self._process.stderr, self._process.pid)
        threading.Thread(target=_log_lines, args=complaints, daemon=True).start()
        with self._watched("The reading process did not start; it", seconds=_START_SECONDS):
            frames.receive(self._answers, most=0)

    def is_fit(self) -> bool:
        """Whether it can take another file."""
        return not self._overdue and self._process.poll() is None and self._files < _FILES_PER_CHILD

    def ask(self, raw: bytes, order: Order) -> Parsed:
        """Raises `_Died` and `ChildFailed`; the child is dead then."""
        self._files += 1
        document: int | None = None
        try:
            answer = self._answer(order.to_json(), raw)
            while not answer:
                document = 0 if document is None else document + 1
                answer = self._answer()
            return from_json(answer)
        except ChildFailed as failure:
            if harm := self._harm():
                raise _Died(document, harm) from failure
            raise

    def _answer(self, *requests: bytes) -> bytes:
        with self._watched("The reading process", seconds=self._limits.seconds):
            for request in requests:
                frames.send(self._requests, request)
            return frames.receive(self._answers, most=_RESULT_BYTES)

    def kill(self) -> None:
        """End it and whatever it started; may be called again."""
        self._signal()
        self._process.wait()
        for pipe in (self._requests, self._answers):
            with contextlib.suppress(OSError):  # there may be bytes that nobody takes any more
                pipe.close()

    @contextlib.contextmanager
    def _watched(self, failure: str, *, seconds: float) -> Iterator[None]:
        """Kills the child after `seconds`, and whenever the block fails: who knows where its pipes are then."""
        alarm = threading.Timer(seconds, self._expire)
        alarm.start()
        try:
            try:
                yield
            finally:  # before the child is waited for: from then on its number may be another process's
                alarm.cancel()
                alarm.join()
        except (OSError, EOFError, ValueError) as error:
            with contextlib.suppress(
                subprocess.TimeoutExpired
            ):  # a child that broke down says how, if it may
                self._process.wait(_LAST_WORDS_SECONDS)
            self.kill()
            raise ChildFailed(f"{failure} ended unexpectedly ({self._process.returncode}).") from error
        except BaseException:
            self.kill()
            raise

    def _expire(self) -> None:
        self._overdue = True
        self._signal()

    def _signal(self) -> None:
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _harm(self) -> Harm | None:
        """What a document did to the dead child; `None` if that was not a document's doing."""
        code = self._process.returncode
        if self._overdue or code == -signal.SIGXCPU:
            return "time"
        if code == reading_child.OUT_OF_MEMORY:
            return "memory"
        return None if code in _FROM_OUTSIDE else "crash"


def _too_large(raw: bytes, limits: Limits) -> errors.OverLimit:
    return errors.OverLimit(f"it has {len(raw) >> 20} MB, and up to {limits.file_bytes >> 20} MB are read")


def _unread(raw: bytes, name: str, failure: errors.Unreadable) -> Parsed:
    """The file as one document of which nothing was read."""
    sha256 = hashlib.sha256(raw).hexdigest()
    document = Document(
        name=PurePath(name).name,
        media_type=_UNKNOWN,
        sha256=sha256,
        pages=0,
        text_source=None,
        text_quality=0.0,
        text="",
        defects=("over-limit" if isinstance(failure, errors.OverLimit) else "unreadable",),
    )
    return Parsed(
        source=name,
        sha256=sha256,
        media_type=_UNKNOWN,
        documents=(document,),
        error=f"{name} was not read: {failure}; ask the sender for the letter by itself.",
    )


def _log_lines(stream: IO[bytes], pid: int) -> None:
    """What the child writes to its stderr, into the parent's log."""
    with stream:
        while line := stream.readline(_LOG_LINE_BYTES):
            log.warning("reading child %d: %s", pid, line.decode("utf-8", "replace").rstrip())
