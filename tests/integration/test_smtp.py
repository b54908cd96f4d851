"""The SMTP and LMTP door, over real sockets."""

import asyncio
import base64
import errno
import smtplib
import socket
import ssl
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from intake.channels import smtp_doorkeeper
from intake.channels.smtp import CannotListen, SmtpChannel
from intake.settings import Certificate
from storage.errors import StoreBusy, StoreFull
from tests.integration.doors import Store
from tests.integration.dovecot import free_port, self_signed, wait_for_port

LETTER = "Subject: ตอบ ว 200\r\n\r\nเรียน อธิบดี\r\n.ขึ้นต้นด้วยจุด\r\n..\r\n".encode()
ON_THE_WIRE = LETTER.replace(b"\r\n.", b"\r\n..") + b".\r\n"
SENDER = "clerk@chiangmai.example.go.th"
CLERK = "saraban@dla.example.go.th"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


@asynccontextmanager
async def listening(store: Store, **settings: Any) -> AsyncIterator[int]:
    """A channel on a free port, until the block ends."""
    port = free_port()
    merged = {"protocol": "smtp", "host": "127.0.0.1", "message_bytes": 1 << 20, **settings}
    channel = SmtpChannel(port=port, front_door=store.door, **merged)
    stop = asyncio.Event()
    serving = asyncio.create_task(channel.serve(stop))
    await asyncio.to_thread(wait_for_port, port, 5)
    try:
        yield port
    finally:
        stop.set()
        await asyncio.wait_for(serving, 15)


def send(port: int, raw: bytes = LETTER, recipients: tuple[str, ...] = (CLERK,)) -> None:
    with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
        client.sendmail(SENDER, list(recipients), raw)


class Peer:
    """The wire, word for word."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self._file = self._socket.makefile("rb")

    def __enter__(self) -> "Peer":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._socket.close()

    def send(self, octets: bytes) -> None:
        self._socket.sendall(octets)

    def reply(self) -> str:
        """One reply, its last line."""
        while True:
            line = self._file.readline().decode()
            if line[3:4] != "-":
                return line.rstrip()

    def say(self, *lines: str) -> str:
        """Send each line after the reply to the one before; the last reply."""
        answer = ""
        for line in lines:
            self.send(line.encode() + b"\r\n")
            answer = self.reply()
        return answer


def in_data(port: int, greeting: str = "EHLO test", recipients: tuple[str, ...] = (CLERK,)) -> Peer:
    """A peer that has been told to send its data."""
    peer = Peer(port)
    peer.reply()
    answer = peer.say(greeting, f"MAIL FROM:<{SENDER}>", *(f"RCPT TO:<{to}>" for to in recipients), "DATA")
    assert answer.startswith("354"), answer
    return peer


async def test_mail_is_kept_byte_for_byte_with_its_envelope_before_250(store: Store) -> None:
    async with listening(store) as port:
        await asyncio.to_thread(send, port)
        assert store.taken() == [LETTER]
    [receipt] = store.receipts()
    assert (receipt.channel, receipt.envelope_from, receipt.envelope_to) == ("smtp", SENDER, [CLERK])
    assert receipt.source == "smtp from 127.0.0.1"


async def test_two_mails_on_one_connection_are_two_deliveries(store: Store) -> None:
    def twice(port: int) -> None:
        with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
            client.sendmail(SENDER, [CLERK], LETTER)
            client.sendmail(SENDER, [CLERK], LETTER)

    async with listening(store) as port:
        await asyncio.to_thread(twice, port)
    assert len({receipt.delivery for receipt in store.receipts()}) == 2


def disk_full(_number: int) -> None:
    raise StoreFull


def busy(_number: int) -> None:
    raise StoreBusy


def broken(_number: int) -> None:
    raise OSError(errno.EIO, "the secret path /var/lib/saraban")


@pytest.mark.parametrize(
    ("fault", "reply"),
    [
        (disk_full, "452 4.3.1 No space for the message now, try again later"),
        (busy, "451 4.3.0 The message could not be taken now, try again later"),
        (broken, "451 4.3.0 The message could not be taken now, try again later"),
    ],
)
async def test_what_fails_here_is_temporary_for_the_sender_and_leaks_nothing(
    store: Store, fault: Callable[[int], None], reply: str
) -> None:
    def refused(port: int) -> str:
        with in_data(port) as peer:
            peer.send(ON_THE_WIRE)
            return peer.reply()

    store.door.faults.before = fault
    async with listening(store) as port:
        assert await asyncio.to_thread(refused, port) == reply
        store.door.faults.before = lambda _number: None
        await asyncio.to_thread(send, port)
    assert store.taken() == [LETTER]


@pytest.mark.parametrize(
    "smuggled",
    [
        b"Subject: a\r\n\r\nbody\n.\r\nMAIL FROM:<evil@example.com>\r\nRCPT TO:<x@y>\r\nDATA\r\n",
        b"Subject: a\r\n\r\nbody\n.\nMAIL FROM:<evil@example.com>\r\n",
        b"Subject: a\r\n\r\nbody\r.\r\nMAIL FROM:<evil@example.com>\r\n",
        b"Subject: a\r\n\r\nbody\r\n.\nMAIL FROM:<evil@example.com>\r\n",
        b"Subject: a\r\n\r\nbody\r\n.\rMAIL FROM:<evil@example.com>\r\n",
        b"Subject: a\r\n\r\nbody\r\r\n",
    ],
)
async def test_a_bare_cr_or_lf_ends_nothing_and_has_the_message_refused(
    store: Store, smuggled: bytes
) -> None:
    def attempt(port: int) -> tuple[str, str]:
        with in_data(port) as peer:
            peer.send(smuggled + b"\r\n.\r\n")
            return peer.reply(), peer.say("NOOP")

    async with listening(store) as port:
        refusal, noop = await asyncio.to_thread(attempt, port)
    assert refusal.startswith("550 5.6.0"), refusal
    assert noop.startswith("250"), "the rest of the data was taken for commands"
    assert store.taken() == []


@pytest.mark.parametrize(
    ("wire", "message"),
    [
        (b".\r\n", b""),
        (b"\r\n.\r\n", b"\r\n"),
        (b"..\r\n.\r\n", b".\r\n"),
        (b"...a\r\nb\r\n.\r\n", b"..a\r\nb\r\n"),
        (
            b"x" * 200_000 + b".\r\n" + b"." * 2 + b"y" * 70_000 + b"\r\n.\r\n",
            b"x" * 200_000 + b".\r\n." + b"y" * 70_000 + b"\r\n",
        ),
    ],
)
async def test_dots_and_long_lines_arrive_as_they_were_meant(
    store: Store, wire: bytes, message: bytes
) -> None:
    def exchange(port: int) -> str:
        with in_data(port) as peer:
            peer.send(wire)
            return peer.reply()

    async with listening(store) as port:
        reply = await asyncio.to_thread(exchange, port)
    assert reply == f"250 2.0.0 Received as {store.receipts()[0].id}"
    assert store.taken() == [message]


async def test_size_is_announced_and_a_larger_message_refused_before_and_after_it_is_sent(
    store: Store,
) -> None:
    def exchange(port: int) -> tuple[str, str, str]:
        with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
            client.ehlo()
            assert client.esmtp_features["size"] == "2000"
        with Peer(port) as peer:
            peer.reply()
            early = peer.say("EHLO test", f"MAIL FROM:<{SENDER}> SIZE=3000")
        with in_data(port) as peer:
            peer.send(b"x" * 998 + b"\r\n" + b"y" * 1_002 + b"\r\n.\r\n")
            late = peer.reply()
            again = peer.say(f"MAIL FROM:<{SENDER}>")
        return early, late, again

    async with listening(store, message_bytes=2_000) as port:
        early, late, again = await asyncio.to_thread(exchange, port)
    assert early.startswith("552")
    assert late == "552 5.3.4 The message is larger than 2000 bytes"
    assert again.startswith("250")
    assert store.taken() == []


async def test_only_listed_recipients_are_taken_in_whatever_case(store: Store) -> None:
    def exchange(port: int) -> tuple[str, str]:
        with Peer(port) as peer:
            peer.reply()
            listed = peer.say("EHLO test", "MAIL FROM:<>", f"RCPT TO:<{CLERK.upper()}>")
            return listed, peer.say("RCPT TO:<somebody@elsewhere.example>")

    async with listening(store, recipients=(CLERK,)) as port:
        listed, other = await asyncio.to_thread(exchange, port)
    assert listed.startswith("250 2.1.5")
    assert other.startswith("550 5.1.1")


async def test_a_bounce_has_the_null_sender(store: Store) -> None:
    def bounce(port: int) -> None:
        with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
            client.sendmail("", [CLERK], LETTER)

    async with listening(store) as port:
        await asyncio.to_thread(bounce, port)
    assert store.receipts()[0].envelope_from == ""


async def test_too_many_recipients_and_broken_addresses_are_told_apart(store: Store) -> None:
    def exchange(port: int) -> tuple[str, str]:
        with Peer(port) as peer:
            peer.reply()
            peer.say("EHLO test", f"MAIL FROM:<{SENDER}>")
            peer.send(b"RCPT TO:<\xa1\xa2@example.com>\r\n")
            broken = peer.reply()
            for number in range(1_000):
                peer.say(f"RCPT TO:<u{number}@example.com>")
            return broken, peer.say("RCPT TO:<one.more@example.com>")

    async with listening(store) as port:
        broken, too_many = await asyncio.to_thread(exchange, port)
    assert broken.startswith("553 5.1.3")
    assert too_many.startswith("452 4.5.3")


async def test_a_peer_beyond_the_last_place_is_asked_to_come_again(store: Store) -> None:
    def exchange(port: int) -> tuple[str, str]:
        while True:
            with Peer(port) as first:  # until the probe for the port has left its place
                if (greeting := first.reply()).startswith("220"):
                    with Peer(port) as second:
                        return greeting, second.reply()

    async with listening(store, connections=1) as port:
        first, second = await asyncio.to_thread(exchange, port)
    assert first.startswith("220")
    assert second.startswith("421 4.3.2")


async def test_a_peer_that_keeps_silent_loses_its_place(store: Store) -> None:
    def fall_silent(port: int) -> str:
        with Peer(port) as peer:
            peer.reply()
            peer.say("EHLO test")
            return peer.reply()

    async with listening(store, command_seconds=0.3) as port:
        assert await asyncio.to_thread(fall_silent, port) == ""


async def test_a_peer_that_leaves_in_mid_message_leaves_nothing(store: Store) -> None:
    def leave(port: int) -> None:
        with in_data(port) as peer:
            peer.send(b"Subject: half\r\n")

    async with listening(store) as port:
        await asyncio.to_thread(leave, port)
        await asyncio.to_thread(send, port)
    assert store.taken() == [LETTER]


async def test_lmtp_answers_for_every_recipient(store: Store) -> None:
    def exchange(port: int) -> list[str]:
        with in_data(port, "LHLO test", (CLERK, "second@dla.example.go.th")) as peer:
            peer.send(ON_THE_WIRE)
            return [peer.reply(), peer.reply(), peer.say("NOOP"), peer.say("EHLO test")]

    async with listening(store, protocol="lmtp") as port:
        first, second, noop, ehlo = await asyncio.to_thread(exchange, port)
    [receipt] = store.receipts()
    assert first == second == f"250 2.0.0 Received as {receipt.id}"
    assert noop == "250 OK"
    assert ehlo.startswith("500")
    assert (receipt.channel, receipt.envelope_to) == ("lmtp", [CLERK, "second@dla.example.go.th"])


async def test_lmtp_refuses_for_every_recipient_too(store: Store) -> None:
    def exchange(port: int) -> list[str]:
        with in_data(port, "LHLO test", (CLERK, "second@dla.example.go.th")) as peer:
            peer.send(b"bare\nline\r\n.\r\n")
            return [peer.reply(), peer.reply(), peer.say("NOOP")]

    async with listening(store, protocol="lmtp") as port:
        first, second, noop = await asyncio.to_thread(exchange, port)
    assert first == second == "550 5.6.0 The message has a bare CR or LF; lines end in CR LF"
    assert noop == "250 OK"


async def test_a_message_being_sent_when_the_service_stops_is_still_taken(store: Store) -> None:
    def finish(peer: Peer) -> tuple[str, str]:
        peer.send(ON_THE_WIRE)
        return peer.reply(), peer.reply()

    async with listening(store) as port:
        peer = await asyncio.to_thread(in_data, port)
        finishing = asyncio.get_running_loop().run_in_executor(None, finish, peer)
    taken, goodbye = await finishing
    assert taken.startswith("250 2.0.0")
    assert goodbye.startswith("421 4.3.2")
    assert store.taken() == [LETTER]


async def test_a_peer_has_only_so_many_places_of_all(store: Store) -> None:
    def exchange(port: int) -> tuple[str, str]:
        while True:
            with Peer(port) as first:  # until the probe for the port has left its place
                if (greeting := first.reply()).startswith("220"):
                    with Peer(port) as second:
                        return greeting, second.reply()

    async with listening(store, connections_per_peer=1) as port:
        first, second = await asyncio.to_thread(exchange, port)
    assert first.startswith("220")
    assert second.startswith("421 4.7.0")


async def test_a_peer_that_only_keeps_us_busy_is_sent_away(store: Store) -> None:
    def idle(port: int) -> str:
        with Peer(port) as peer:
            peer.reply()
            peer.say("EHLO test")
            return next(reply for _ in range(200) if not (reply := peer.say("NOOP")).startswith("250"))

    async with listening(store) as port:
        assert (await asyncio.to_thread(idle, port)).startswith("421 4.7.0")


async def test_a_peer_may_not_stay_for_ever_but_finish_its_message(store: Store) -> None:
    def stay(port: int) -> tuple[str, str, str]:
        with in_data(port) as peer, Peer(port) as idle:
            idle.reply()
            sent_away = idle.reply()
            peer.send(ON_THE_WIRE)
            return sent_away, peer.reply(), peer.reply()

    async with listening(store, session_seconds=0.5) as port:
        sent_away, taken, goodbye = await asyncio.to_thread(stay, port)
    assert sent_away.startswith("421 4.4.2")
    assert taken.startswith("250 2.0.0")
    assert goodbye.startswith("421 4.4.2")
    assert store.taken() == [LETTER]


async def test_a_large_message_waits_in_a_file_of_the_spool(store: Store, tmp_path: Path) -> None:
    line = b"0123456789abcdef" * 60 + b"\r\n"

    def exchange(port: int) -> tuple[int, str]:
        with in_data(port) as peer:
            peer.send(line * 5_000)
            end = time.monotonic() + 10
            while not open_files(spool) and time.monotonic() < end:
                time.sleep(0.01)
            spooled = len(open_files(spool))
            peer.send(b".\r\n")
            return spooled, peer.reply()

    spool = tmp_path / "spool"
    spool.mkdir()
    async with listening(store, spool=spool, message_bytes=40 << 20) as port:
        spooled, reply = await asyncio.to_thread(exchange, port)
    assert spooled == 1
    assert reply.startswith("250")
    assert store.taken() == [line * 5_000]
    assert open_files(spool) == list(spool.iterdir()) == []


def open_files(folder: Path) -> list[str]:
    """What this process has open below `folder`, with or without a name."""
    links = [link for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    return [target for link in links if (target := str(link.readlink())).startswith(f"{folder}/")]


@asynccontextmanager
async def with_logins(store: Store, folder: Path) -> AsyncIterator[tuple[int, ssl.SSLContext]]:
    """A channel that takes mail from `scanner` alone, and how to trust it."""
    made = self_signed(folder)
    certificate = Certificate(certificate=made.cert, key=made.key)
    users = {"scanner": SecretStr("รหัสผ่าน")}
    async with listening(store, certificate=certificate, users=users) as port:
        yield port, ssl.create_default_context(cafile=made.cert)


def log_in_and_send(port: int, trust: ssl.SSLContext, password: str) -> None:
    with smtplib.SMTP("127.0.0.1", port, timeout=20) as client:
        client.ehlo()
        assert not client.has_extn("auth")
        client.starttls(context=trust)
        client.ehlo()
        plain = base64.b64encode(f"\0scanner\0{password}".encode()).decode()
        code, said = client.docmd("AUTH", f"PLAIN {plain}")
        if code != 235:
            raise smtplib.SMTPAuthenticationError(code, said)
        client.sendmail(SENDER, [CLERK], LETTER)


async def test_over_starttls_a_user_logs_in_and_sends(store: Store, tmp_path: Path) -> None:
    async with with_logins(store, tmp_path) as (port, trust):
        await asyncio.to_thread(log_in_and_send, port, trust, "รหัสผ่าน")
    assert store.taken() == [LETTER]


async def test_without_tls_no_password_is_taken_and_without_login_no_mail(
    store: Store, tmp_path: Path
) -> None:
    plain = base64.b64encode("\0scanner\0รหัสผ่าน".encode()).decode()

    def exchange(port: int) -> tuple[str, str, str]:
        with Peer(port) as peer:
            peer.reply()
            peer.say("EHLO test")
            return peer.say(f"AUTH PLAIN {plain}"), peer.say(f"MAIL FROM:<{SENDER}>"), peer.say("DATA")

    async with with_logins(store, tmp_path) as (port, _trust):
        auth, mail, data = await asyncio.to_thread(exchange, port)
    assert auth.startswith("538 5.7.11")
    assert mail.startswith("530 5.7.0")
    assert data.startswith("530 5.7.0")


async def test_whoever_guesses_passwords_is_barred_soon(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smtp_doorkeeper, "_FIRST_PAUSE_SECONDS", 0.001)
    codes: list[int] = []

    def guess(port: int, trust: ssl.SSLContext) -> None:
        for _guess in range(6):
            try:
                log_in_and_send(port, trust, "wrong")
            except smtplib.SMTPAuthenticationError as refused:
                codes.append(refused.smtp_code)

    async with with_logins(store, tmp_path) as (port, trust):
        await asyncio.to_thread(guess, port, trust)
    assert codes == [535] * 5 + [421]
    assert store.taken() == []


async def test_what_was_sent_before_starttls_is_not_taken_for_what_comes_after(
    store: Store, tmp_path: Path
) -> None:
    def inject(port: int, trust: ssl.SSLContext) -> str:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
            read = line.makefile("rb", buffering=0)
            read.readline()
            line.sendall(b"EHLO test\r\n")
            while read.readline()[3:4] == b"-":
                pass
            line.sendall(b"STARTTLS\r\nRSET\r\n")
            assert read.readline().startswith(b"220")
            with trust.wrap_socket(line, server_hostname="127.0.0.1") as safe:
                safe.sendall(b"NOOP\r\n")
                return safe.recv(100).decode()

    async with with_logins(store, tmp_path) as (port, trust):
        try:
            answer = await asyncio.to_thread(inject, port, trust)
        except OSError:
            return  # the injected line broke the handshake, which is as well
    assert answer.count("\r\n") == 1


async def test_a_certificate_that_cannot_be_used_is_named(store: Store, tmp_path: Path) -> None:
    channel = SmtpChannel(
        protocol="smtp",
        host="127.0.0.1",
        port=free_port(),
        front_door=store.door,
        message_bytes=1_000,
        certificate=Certificate(certificate=tmp_path / "none.pem"),
    )
    with pytest.raises(CannotListen, match="INTAKE_SMTP_TLS"):
        await channel.serve(asyncio.Event())


async def test_a_port_in_use_is_named_with_its_remedy(store: Store) -> None:
    async with listening(store) as port:
        second = SmtpChannel(
            protocol="smtp", host="127.0.0.1", port=port, front_door=store.door, message_bytes=1_000
        )
        with pytest.raises(CannotListen, match=f"port {port} for smtp.*INTAKE_SMTP_PORT"):
            await second.serve(asyncio.Event())
