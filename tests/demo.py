"""`make demo`: the main job on real parts, in a minute, below `var/demo`.

A campaign is opened from a sample circular; a dozen replies arrive at the running service, half through
its SMTP door and half in a real Dovecot mailbox; then the board, a search and the register. Every
command is shown as a person would type it.
"""

import json
import os
import shlex
import shutil
import signal
import smtplib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from storage import receipts
from storage.database import Database
from storage.models import Status
from tests.integration.dovecot import PASSWORD, USER, Dovecot, free_port, wait_for_port
from tests.letters.replies import demo_mailbox

ROOT = Path(__file__).parent.parent
HOME = ROOT / "var" / "demo"
CIRCULAR = Path("tests/data/letters/circular.pdf")
REFERENCE = "มท ๐๘๑๐.๗/ว ๒๐๐"
_PATIENCE_SECONDS = 120
_SETTLED: tuple[Status, ...] = ("filed", "review", "duplicate", "unrelated", "quarantined")


def main() -> None:
    shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir(parents=True)
    replies = demo_mailbox()
    with tempfile.TemporaryDirectory(prefix="saraban-demo-") as folder, _mailbox(Path(folder)) as mailbox:
        smtp_port = free_port()
        env = _environment(mailbox, smtp_port)
        _show(env, "campaign", "open", str(CIRCULAR), "--due", _in_two_weeks())
        with _service(env, smtp_port):
            by_smtp, by_imap = replies[::2], replies[1::2]
            print(f"\n{len(by_smtp)} replies go to the SMTP door, {len(by_imap)} into the mailbox ...")
            _send(by_smtp, smtp_port)
            mailbox.append(*(raw for _, raw in by_imap))
            _wait(len(replies))
        _show(env, "status", REFERENCE, keep=lambda line: "silent" not in line)
        _show(env, "review", "list")
        _show(env, "search", "ศูนย์ราชการสะดวก", "--limit", "3")
        register = HOME / "register.csv"
        _show(env, "export", "--campaign", REFERENCE, "--output", str(register.relative_to(ROOT)))
        _show(env, "verify")
    print(f"\nThe register lies at {register}")


def _in_two_weeks() -> str:
    """The sample circular is of 2019; without another due day every reply would be late."""
    return (date.today() + timedelta(days=14)).isoformat()  # noqa: DTZ011 - the day of whoever watches


@contextmanager
def _mailbox(folder: Path) -> Iterator[Dovecot]:
    dovecot = Dovecot(folder)
    dovecot.start()
    try:
        yield dovecot
    finally:
        dovecot.stop()


def _environment(mailbox: Dovecot, smtp_port: int) -> dict[str, str]:
    account = {
        "host": "127.0.0.1",
        "port": mailbox.port,
        "tls": "none",
        "user": USER,
        "password": PASSWORD,
        "poll_seconds": 1,
    }
    return os.environ | {
        "INTAKE_HOME": str(HOME),
        "INTAKE_SMTP_PORT": str(smtp_port),
        "INTAKE_IMAP": json.dumps([account]),
        "INTAKE_LOG_LEVEL": "warning",
        "COLUMNS": "160",
    }


@contextmanager
def _service(env: dict[str, str], smtp_port: int) -> Iterator[None]:
    print("\n$ intake serve &")
    service = subprocess.Popen(_command("serve"), env=env, cwd=ROOT)
    try:
        wait_for_port(smtp_port, 30)
        yield
    finally:
        service.send_signal(signal.SIGTERM)
        service.wait(60)


def _send(replies: Sequence[tuple[str, bytes]], port: int) -> None:
    with smtplib.SMTP("127.0.0.1", port, timeout=30) as peer:
        for _, raw in replies:
            peer.sendmail("saraban@province.example", ["saraban@dla.example"], raw)


def _wait(expected: int) -> None:
    """Until every reply is settled; each is one receipt."""
    end = time.monotonic() + _PATIENCE_SECONDS
    while _settled() < expected:
        if time.monotonic() > end:
            sys.exit("The replies were not settled in time; see the log above.")
        time.sleep(0.5)


def _settled() -> int:
    database = Database(f"sqlite:///{HOME / 'saraban.sqlite'}")
    try:
        with database.read() as tx:
            return sum(len(receipts.by_status(tx, status)) for status in _SETTLED)
    finally:
        database.close()


def _show(env: dict[str, str], *words: str, keep: Callable[[str], bool] = bool) -> None:
    print(f"\n$ intake {shlex.join(words)}", flush=True)
    told = subprocess.run(_command(*words), env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    print("\n".join(filter(keep, told.stdout.splitlines())), flush=True)


def _command(*words: str) -> list[str]:
    return [str(Path(sys.executable).with_name("intake")), *words]


if __name__ == "__main__":
    main()
