"""The reading child: a process that may be killed at any moment without loss.

`Reader` is the parent's end: it hands bytes down a pipe and gets a `Parsed` back. A child reads one
file after the other under limits of its own (memory, CPU time for each file, no core dump) and under
the parent's clock; when it hangs, dies or eats memory, that one file has spent one attempt
(`ChildFailed`) and the next one gets a fresh child. Importing this module loads no reading library;
only the child does that.

A request is two frames, name and bytes; the answer is one, JSON. No pickle crosses, and nothing
that a library prints gets between the frames. A child ends when its parent does, however that ends.
"""

import contextlib
import ctypes
import hashlib
import json
import logging
import math
import os
import queue
import resource
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from typing import IO, Self, cast

from parsers.errors import ChildFailed
from parsers.limits import Limits
from parsers.model import Parsed, from_json, to_json

log = logging.getLogger(__name__)

_LENGTH = struct.Struct(">Q")
_NAME_CHARS = 10_000
_RESULT_BYTES = 64 << 20
_FILES_PER_CHILD = 500
"""Then a child is replaced, to shed what the libraries leak."""
_START_SECONDS = 60.0
_LOG_LINE_BYTES = 2_000
_OUT_OF_MEMORY = 77
"""The exit code by which a child says so."""
_ENVIRONMENT = ("HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PATH", "PYTHONPATH", "TMPDIR")
"""What a child inherits; the rest may hold secrets."""
_PR_SET_PDEATHSIG = 1


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

        Raises `ChildFailed` if the child died or did not answer within `Limits.seconds`.
        """
        if len(raw) > self._limits.file_bytes:
            return _too_large(raw, name, self._limits)
        child = self._idle.get()
        try:
            child = self._fit(child)
            return child.ask(raw, name)
        finally:
            self._idle.put(child)

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
            [sys.executable, "-P", "-m", "parsers.worker", str(os.getpid()), json.dumps(asdict(limits))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
            start_new_session=True,
        )
        self._requests = cast(IO[bytes], self._process.stdin)
        self._answers = cast(IO[bytes], self._process.stdout)
        complaints = (self._process.stderr, self._process.pid)
        threading.Thread(target=_log_lines, args=complaints, daemon=True).start()
        with self._watched("The reading process did not start", seconds=_START_SECONDS):
            _receive(self._answers, most=0)

    def is_fit(self) -> bool:
        """Whether it can take another file."""
        return not self._overdue and self._process.poll() is None and self._files < _FILES_PER_CHILD

    def ask(self, raw: bytes, name: str) -> Parsed:
        """Raises `ChildFailed`; the child is dead then."""
        self._files += 1
        with self._watched(f"{name} was not read", seconds=self._limits.seconds):
            _send(self._requests, name[:_NAME_CHARS].encode("utf-8", "replace"))
            _send(self._requests, raw)
            return from_json(_receive(self._answers, most=_RESULT_BYTES))

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
            self.kill()
            raise ChildFailed(f"{failure}: {self._cause(seconds)}.") from error
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

    def _cause(self, seconds: float) -> str:
        code = self._process.returncode
        if self._overdue or code == -signal.SIGXCPU:
            return f"it took longer than {seconds:g} seconds"
        if code == _OUT_OF_MEMORY:
            return f"it took more than {self._limits.memory_bytes >> 20} MB of memory"
        return f"the reading process ended unexpectedly (exit code {code})"


def _too_large(raw: bytes, name: str, limits: Limits) -> Parsed:
    sentence = f"{name} has {len(raw) >> 20} MB; up to {limits.file_bytes >> 20} MB are read: ask for a smaller copy."
    return Parsed(
        source=name,
        sha256=hashlib.sha256(raw).hexdigest(),
        media_type="application/octet-stream",
        error=sentence,
    )


def _log_lines(stream: IO[bytes], pid: int) -> None:
    """What the child writes to its stderr, into the parent's log."""
    with stream:
        while line := stream.readline(_LOG_LINE_BYTES):
            log.warning("reading child %d: %s", pid, line.decode("utf-8", "replace").rstrip())


def _send(pipe: IO[bytes], frame: bytes) -> None:
    pipe.write(_LENGTH.pack(len(frame)))
    pipe.write(frame)
    pipe.flush()


def _receive(pipe: IO[bytes], *, most: int) -> bytes:
    """The next frame. Raises `EOFError` if there is none, `ValueError` if it has more than `most` bytes."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    if length > most:
        raise ValueError(f"a frame of {length} bytes")
    frame = pipe.read(length)
    if len(frame) < length:
        raise EOFError
    return frame


def main(parent: int, limits: Limits) -> None:
    """The child's end: answers one file after the other until the parent closes the pipe."""
    requests, answers = _own_pipes()
    _end_with(parent)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    logging.basicConfig(level=logging.ERROR)  # the libraries warn of every oddity of every file
    try:
        from parsers import dispatch  # here, as the parent imports this module too

        _send(answers, b"")
        while True:
            name = _receive(requests, most=4 * _NAME_CHARS).decode("utf-8")
            raw = _receive(requests, most=limits.file_bytes)
            _allow_processor(limits.seconds)
            _send(answers, to_json(dispatch.parse(raw, name=name, limits=limits)))
    except EOFError:
        return
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes to the parent, out of reach of libraries: what they print goes to stderr."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return requests, answers


def _end_with(parent: int) -> None:
    """On Linux at once; elsewhere the end of the pipe tells, after the file that is being read."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it was gone before that call
        sys.exit()


def _allow_processor(seconds: float) -> None:
    """That much CPU time from now on; SIGXCPU ends what a blocked parent could not."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(spent.ru_utime + spent.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main(int(sys.argv[1]), Limits(**json.loads(sys.argv[2])))
