"""How fast the doors take mail in, beside what the same machine does without any of our promises.

IMAP: messages drained from a Dovecot (fetched, committed, moved), beside the same messages fetched one
after another, each by its UID, over a bare socket and thrown away. SMTP: messages answered with 250 on several connections at once, beside
as many files of the same bytes written and fsynced one after another.
"""

import asyncio
import os
import smtplib
import socket
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from intake.channels.imap import ImapChannel
from intake.channels.smtp import SmtpChannel
from intake.settings import ImapAccount
from tests.integration.doors import Store
from tests.integration.dovecot import PASSWORD, USER, Dovecot, free_port, running_dovecot, wait_for_port

_MESSAGES = 300
_MESSAGE_BYTES = 100_000
_PEERS = 8


def measure() -> dict[str, float]:
    """Messages a second, each of 100 kB."""
    with tempfile.TemporaryDirectory() as folder, running_dovecot() as dovecot:
        dovecot.append(*(_message(number) for number in range(_MESSAGES)))
        bare_fetch = _MESSAGES / _seconds(lambda: _fetch_and_forget(dovecot))
        drain = _MESSAGES / _seconds(lambda: _drain(dovecot, _store(Path(folder, "imap"))))
        bare_fsync = _MESSAGES / _seconds(lambda: _write_and_sync(Path(folder)))
        smtp = _MESSAGES / asyncio.run(_seconds_by_smtp(_store(Path(folder, "smtp"))))
    return {
        "imap_drained_per_second": drain,
        "imap_bare_fetched_per_second": bare_fetch,
        "smtp_accepted_per_second": smtp,
        "bare_fsynced_files_per_second": bare_fsync,
    }


def _message(number: int) -> bytes:
    return f"Subject: {number}\r\n\r\n".encode() + (b"x" * 76 + b"\r\n") * (_MESSAGE_BYTES // 78)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.monotonic()
    work()
    return time.monotonic() - begun


def _store(folder: Path) -> Store:
    folder.mkdir()
    return Store(folder)


def _fetch_and_forget(dovecot: Dovecot) -> None:
    with socket.create_connection(("127.0.0.1", dovecot.port), timeout=20) as line:
        _ask(line, f'LOGIN {USER} "{PASSWORD}"')
        _ask(line, "SELECT INBOX")
        for uid in range(1, _MESSAGES + 1):
            _ask(line, f"UID FETCH {uid} BODY.PEEK[]")


def _ask(line: socket.socket, command: str) -> None:
    """One command, and all of its answer."""
    line.sendall(f"a {command}\r\n".encode())
    tail = b"\r\n"
    while b"\r\na OK" not in tail:
        received = line.recv(1 << 20)
        assert received, f"{command}: the server hung up"
        tail = tail[-100:] + received


def _drain(dovecot: Dovecot, store: Store) -> None:
    account = ImapAccount.model_validate(
        {"host": "127.0.0.1", "port": dovecot.port, "tls": "none", "user": USER, "password": PASSWORD}
    )
    done = threading.Event()
    store.door.faults.after = lambda number: done.set() if number == _MESSAGES else None
    channel = ImapChannel(account, front_door=store.door, database=store.database)
    stop = threading.Event()
    running = threading.Thread(target=channel.run, args=(stop,))
    running.start()
    done.wait(120)
    stop.set()
    running.join()


def _write_and_sync(folder: Path) -> None:
    for number in range(_MESSAGES):
        with (folder / f"{number}.eml").open("wb") as file:
            file.write(_message(number))
            file.flush()
            os.fsync(file.fileno())


async def _seconds_by_smtp(store: Store) -> float:
    port = free_port()
    channel = SmtpChannel(
        protocol="smtp", host="127.0.0.1", port=port, front_door=store.door, message_bytes=1 << 20
    )
    stop = asyncio.Event()
    serving = asyncio.create_task(channel.serve(stop))
    await asyncio.to_thread(wait_for_port, port, 10)
    seconds = await asyncio.to_thread(_seconds, lambda: _send_all(port))
    stop.set()
    await serving
    return seconds


def _send_all(port: int) -> None:
    with ThreadPoolExecutor(_PEERS) as peers:
        list(peers.map(lambda first: _send_some(port, first), range(_PEERS)))


def _send_some(port: int, first: int) -> None:
    with smtplib.SMTP("127.0.0.1", port, timeout=60) as client:
        for number in range(first, _MESSAGES, _PEERS):
            client.sendmail("a@example.go.th", ["b@example.go.th"], _message(number))


if __name__ == "__main__":
    print(measure())
