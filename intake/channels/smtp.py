"""The SMTP and LMTP door: listens, bounds what peers can occupy, and makes promises only after the commit.

A delivery cut off between our commit and our reply is delivered again by its sender, as SMTP has it
(RFC 1047): a second receipt for the same letter, never a lost one. Nothing is ever relayed.
"""

import asyncio
import socket
import ssl
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import IO, Literal

import structlog
from pydantic import SecretStr

from intake.channels.smtp_doorkeeper import Doorkeeper
from intake.channels.smtp_session import OURS, LmtpSession, SmtpSession, Terms
from intake.errors import WrongUsage
from intake.receive import Envelope, FrontDoor
from intake.settings import Certificate
from storage.errors import StorageError, StoreFull
from storage.models import Receipt

log = structlog.get_logger()

_SESSIONS = {"smtp": SmtpSession, "lmtp": LmtpSession}
_COMMITS_AT_ONCE = 4
_FAREWELL_SECONDS = 10.0
"""From `stop` until a message that is still being sent is cut off; its sender keeps it."""

_LOOK_AGAIN_SECONDS = 0.05


class CannotListen(WrongUsage):
    """The address is taken or not ours; `str()` says what to do."""


class SmtpChannel:
    """One listening port, for `protocol`."""

    def __init__(
        self,
        *,
        protocol: Literal["smtp", "lmtp"],
        host: str,
        port: int,
        front_door: FrontDoor,
        message_bytes: int,
        recipients: Iterable[str] = (),
        connections: int = 100,
        connections_per_peer: int = 20,
        command_seconds: float = 300.0,
        session_seconds: float = 3_600.0,
        spool: Path | None = None,
        certificate: Certificate | None = None,
        users: Mapping[str, SecretStr] | None = None,
    ) -> None:
        self._protocol = protocol
        self._host = host
        self._port = port
        self._front_door = front_door
        self._certificate = certificate
        self._doorkeeper = Doorkeeper(connections=connections, per_peer=connections_per_peer)
        self._terms = Terms(
            hostname=socket.gethostname(),
            message_bytes=message_bytes,
            command_seconds=command_seconds,
            session_seconds=session_seconds,
            spool=spool,
            recipients=frozenset(address.casefold() for address in recipients),
            users=users or {},
        )
        self._commits = ThreadPoolExecutor(_COMMITS_AT_ONCE, thread_name_prefix=protocol)
        self._sessions: set[SmtpSession] = set()

    async def serve(self, stop: asyncio.Event) -> None:
        """Take mail in until `stop`; then finish the messages that are being sent.

        Raises `CannotListen`.
        """
        server = await self._listen()
        try:
            await stop.wait()
        finally:
            server.close()
            await self._close_sessions()
            await asyncio.to_thread(self._commits.shutdown)

    async def _listen(self) -> asyncio.Server:
        loop = asyncio.get_running_loop()
        if self._certificate is not None:
            self._terms = replace(self._terms, tls=_server_context(self._certificate))
        try:
            server = await loop.create_server(lambda: _Gate(self._conversation), self._host, self._port)
        except OSError as error:
            raise CannotListen(
                f"Cannot listen on {self._host} port {self._port} for {self._protocol}: {error.strerror}. "
                f"Free it or set INTAKE_{self._protocol.upper()}_PORT to another."
            ) from error
        log.info("listening", protocol=self._protocol, host=self._host, port=self._port)
        return server

    def _conversation(self, address: str) -> SmtpSession | str:
        """A session for the peer at `address`, or the reply that turns it away."""
        if refusal := self._doorkeeper.admit(address):
            log.warning("smtp_turned_away", peer=address)
            return refusal
        session = _SESSIONS[self._protocol](
            self._terms, address=address, doorkeeper=self._doorkeeper, take=self._take, on_end=self._ended
        )
        self._sessions.add(session)
        return session

    def _ended(self, session: SmtpSession) -> None:
        self._sessions.discard(session)
        self._doorkeeper.leave(session.address)

    async def _take(self, message: IO[bytes], envelope: Envelope) -> str:
        """The reply that the store's outcome deserves."""
        accept = asyncio.get_running_loop().run_in_executor(self._commits, self._accept, message, envelope)
        try:
            receipt = await accept
        except StoreFull as error:
            log.error("smtp_deferred", reason=str(error))
            return "452 4.3.1 No space for the message now, try again later"
        except StorageError as error:
            log.error("smtp_deferred", reason=str(error))
            return OURS
        return f"250 2.0.0 Received as {receipt.id}"

    def _accept(self, message: IO[bytes], envelope: Envelope) -> Receipt:
        """Only here is a message whole in memory: as many at a time as there are commits."""
        message.seek(0)
        return self._front_door.accept(message.read(), envelope)

    async def _close_sessions(self) -> None:
        now = asyncio.get_running_loop().time
        end = now() + _FAREWELL_SECONDS
        while self._sessions and now() < end:
            for session in [session for session in self._sessions if not session.in_data]:
                session.say_goodbye()
            await asyncio.sleep(_LOOK_AGAIN_SECONDS)
        for session in tuple(self._sessions):
            session.cut_off()


class _Gate(asyncio.Protocol):
    """Stands before the conversation until the peer is known."""

    def __init__(self, converse: Callable[[str], SmtpSession | str]) -> None:
        self._converse = converse

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - what the loop gives a server
        peer = transport.get_extra_info("peername")
        session = self._converse(peer[0] if peer else "a peer that is gone")
        if isinstance(session, str):
            transport.write(f"{session}\r\n".encode())
            transport.close()
            return
        transport.set_protocol(session)
        session.connection_made(transport)


def _server_context(certificate: Certificate) -> ssl.SSLContext:
    """TLS 1.2 or later. Raises `CannotListen`."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(certificate.certificate, certificate.key)
    except OSError as error:  # ssl.SSLError is one
        raise CannotListen(
            f"The certificate {certificate.certificate} cannot be used: {error}. Correct INTAKE_SMTP_TLS."
        ) from error
    return context
