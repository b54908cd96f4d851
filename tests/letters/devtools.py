"""One Chromium that prints many pages, told over the pipe of its DevTools protocol.

A start takes Chromium a second or two, a page a few hundredths. Messages are JSON ended by a zero byte;
Chromium takes them at descriptor 3 and gives them at 4 (`--remote-debugging-pipe`).
"""

import base64
import fcntl
import json
import os
import select
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from tests.letters import program

_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--remote-debugging-pipe",
)
_ABOVE_THE_STANDARD = 10
_ANSWER_SECONDS = 60


def print_all(pages: Iterable[tuple[str, Path]]) -> None:
    """Print each page, a URL, to its path as PDF, at the size that its own style gives.

    Raises:
        ProgramMissing: Chromium is not installed.
        ConnectionError: it ended before all was printed, or refused a command.
        TimeoutError: it did not answer for a minute.
    """
    with _chromium() as pipe:
        target = pipe.ask("Target.createTarget", url="about:blank")["targetId"]
        pipe.session = pipe.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        pipe.ask("Page.enable")
        for url, path in pages:
            pipe.ask("Page.navigate", url=url)
            pipe.wait("Page.loadEventFired")
            pipe.ask("Runtime.evaluate", expression="document.fonts.ready.then(() => 0)", awaitPromise=True)
            printed = pipe.ask("Page.printToPDF", preferCSSPageSize=True, generateTaggedPDF=True)["data"]
            path.write_bytes(base64.b64decode(printed))


class _Pipe:
    """The two ends that are ours; `session` is the page that commands go to, once there is one."""

    def __init__(self, commands: IO[bytes], answers: IO[bytes]) -> None:
        self.session: str | None = None
        self._commands = commands
        self._messages = _messages(answers)
        self._asked = 0

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The result of one command; events that come in between are dropped."""
        self._asked += 1
        command = {"id": self._asked, "method": method, "params": parameters}
        session = {"sessionId": self.session} if self.session else {}
        self._commands.write(json.dumps(command | session).encode() + b"\0")
        self._commands.flush()
        answer = next(message for message in self._messages if message.get("id") == self._asked)
        if "error" in answer:
            raise ConnectionError(f"Chromium refused {method}: {answer['error']['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def wait(self, event: str) -> None:
        next(message for message in self._messages if message.get("method") == event)


def _messages(answers: IO[bytes]) -> Iterator[dict[str, Any]]:
    waiting = b""
    while block := _block(answers):
        *complete, waiting = (waiting + block).split(b"\0")
        yield from map(json.loads, complete)
    raise ConnectionError("Chromium ended before all was printed")


def _block(answers: IO[bytes]) -> bytes:
    ready, _, _ = select.select([answers], [], [], _ANSWER_SECONDS)
    if not ready:
        raise TimeoutError(f"Chromium did not answer for {_ANSWER_SECONDS} seconds")
    return os.read(answers.fileno(), 1 << 20)


@contextmanager
def _chromium() -> Iterator[_Pipe]:
    """A Chromium with a profile of its own, gone with all its children at the end."""
    path = program.found("chromium", package="chromium")
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    ends = [fcntl.fcntl(end, fcntl.F_DUPFD, _ABOVE_THE_STANDARD) for end in (theirs_in, theirs_out)]
    redirected = f'exec "$@" 3<&{ends[0]} 4>&{ends[1]}'
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        started = subprocess.Popen(
            ["bash", "-c", redirected, "bash", path, *_FLAGS, f"--user-data-dir={profile}"],
            pass_fds=ends,
            stderr=subprocess.DEVNULL,
        )
        for end in (theirs_in, theirs_out, *ends):
            os.close(end)
        with os.fdopen(ours_out, "wb") as commands, os.fdopen(ours_in, "rb", buffering=0) as answers:
            pipe = _Pipe(commands, answers)
            try:
                yield pipe
                pipe.session = None
                pipe.ask("Browser.close")
            finally:
                _end(started)


def _end(started: subprocess.Popen[bytes]) -> None:
    try:
        started.wait(timeout=10)
    except subprocess.TimeoutExpired:
        started.kill()
        started.wait()
