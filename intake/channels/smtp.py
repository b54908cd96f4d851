"""The SMTP and LMTP door: listens, bounds what peers can occupy, and makes promises only after the commit.

A delivery cut off between our commit and our reply is delivered again by its sender, as SMTP has it
(RFC 1047): a second receipt for the same letter, never a lost one. Nothing is ever relayed.
"""

import asyncio
import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Literal

import structlog

from intake.channels.smtp_session import OURS, LmtpSession, SmtpSession, Terms
from intake.errors import WrongUsage
from intake.receive import Envelope, FrontDoor
from storage.errors import StorageError, StoreFull

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
        command_seconds: float = 300.0,
    ) -> None:
        self._protocol = protocol
        self._host = host
        self._port = port
        self._front_door = front_door
        self._connections = connections
        self._terms = Terms(
            hostname=socket.gethostname(),
            message_bytes=message_bytes,
            command_seconds=command_seconds,
            recipients=frozenset(address.casefold() for address in recipients),
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
        try:
            server = await loop.create_server(self._conversation, self._host, self._port)
        except OSError as error:
            raise CannotListen(
                f"Cannot listen on {self._host} port {self._port} for {self._protocol}: {error.strerror}. "
                f"Free it or set INTAKE_{self._protocol.upper()}_PORT to another."
            ) from error
        log.info("listening", protocol=self._protocol, host=self._host, port=self._port)
        return server

    def _conversation(self) -> asyncio.Protocol:
        if len(self._sessions) >= self._connections:
            return _Busy()
        session = _SESSIONS[self._protocol](self._terms, take=self._take, on_end=self._sessions.discard)
        self._sessions.add(session)
        return session

    async def _take(self, raw: bytes, envelope: Envelope) -> str:
        """The reply that the store's outcome deserves."""
        accept = asyncio.get_running_loop().run_in_executor(
            self._commits, self._front_door.accept, raw, envelope
        )
        try:
            receipt = await accept
        except StoreFull as error:
            log.error("smtp_deferred", reason=str(error))
            return "452 4.3.1 No space for the message now, try again later"
        except StorageError as error:
            log.error("smtp_deferred", reason=str(error))
            return OURS
        return f"250 2.0.0 Received as {receipt.id}"

    async def _close_sessions(self) -> None:
        now = asyncio.get_running_loop().time
        end = now() + _FAREWELL_SECONDS
        while self._sessions and now() < end:
            for session in [session for session in self._sessions if not session.in_data]:
                session.say_goodbye()
            await asyncio.sleep(_LOOK_AGAIN_SECONDS)
        for session in tuple(self._sessions):
            session.cut_off()


class _Busy(asyncio.Protocol):
    """What a peer meets when all places are taken."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)  # noqa: S101 - what the loop gives a server
        transport.write(b"421 4.3.2 Too many connections, try again later\r\n")
        transport.close()
