"""One SMTP (RFC 5321) or LMTP (RFC 2033) conversation, on aiosmtpd, with its defaults made safe.

The reply to the data is a promise: 250 only when the front door has returned. A fault of ours is
temporary for the peer (451, full disk 452) and tells it nothing of what went wrong; a fault of the
message is permanent (550, 552), so that its sender hears of it.
"""

import asyncio
import hmac
import ssl
import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Literal

import structlog
from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from aiosmtpd.smtp import Envelope as Transaction
from aiosmtpd.smtp import Session as Peer
from pydantic import SecretStr

from intake.channels.smtp_data import DataRefused, read_data
from intake.channels.smtp_doorkeeper import Doorkeeper
from intake.receive import Envelope

log = structlog.get_logger()

LINE_BYTES = 1 << 16
"""What the stream buffers; longer lines of a message are read in parts, longer commands refused."""

_DATA_SECONDS = 1_800.0
"""For one message as a whole: 40 MB at 23 kB/s."""

OURS = "451 4.3.0 The message could not be taken now, try again later"

Take = Callable[[IO[bytes], Envelope], Awaitable[str]]
"""Makes the message in a file durable; its reply."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """On what terms mail is taken. No recipients listed means any: it is never relayed.

    `command_seconds` is how long a peer may keep silent between two commands (RFC 5321 section 4.5.3.2),
    `session_seconds` how long it may stay. `spool` is the folder for messages that are being sent. With
    `tls`, STARTTLS is offered; with `users` (passwords by name) only they may send, and over TLS alone.
    """

    hostname: str
    message_bytes: int
    command_seconds: float
    session_seconds: float
    spool: Path | None = None
    recipients: frozenset[str] = frozenset()
    recipients_at_once: int = 1_000
    tls: ssl.SSLContext | None = None
    users: Mapping[str, SecretStr] = field(default_factory=dict)


_CALLS = {"*": 100, "MAIL": 1_000, "DATA": 1_000, "RSET": 1_000, "RCPT": 10_000, "AUTH": 10}
"""How often a peer may send each command in one conversation."""

_IN_MEMORY_BYTES = 1 << 20
"""Of a message that is being sent; what is longer goes to a file of the spool."""


class Hooks:
    """What aiosmtpd asks about a transaction before the data."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms

    async def handle_MAIL(
        self, server: SMTP, peer: Peer, transaction: Transaction, address: str, options: list[str]
    ) -> str:
        if not _is_unicode(address):
            return "553 5.1.7 The address is not UTF-8"
        transaction.mail_from = address
        transaction.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(
        self, server: SMTP, peer: Peer, transaction: Transaction, address: str, options: list[str]
    ) -> str:
        if not _is_unicode(address):
            return "553 5.1.3 The address is not UTF-8"
        if self._terms.recipients and address.casefold() not in self._terms.recipients:
            return "550 5.1.1 No such mailbox here"
        if len(transaction.rcpt_tos) >= self._terms.recipients_at_once:
            return "452 4.5.3 Too many recipients at once"
        transaction.rcpt_tos.append(address)
        return "250 2.1.5 OK"


class SmtpSession(SMTP):
    """One conversation; `on_end` is called with it when it is over."""

    line_length_limit = LINE_BYTES
    channel: Literal["smtp", "lmtp"] = "smtp"

    def __init__(
        self,
        terms: Terms,
        *,
        address: str,
        doorkeeper: Doorkeeper,
        take: Take,
        on_end: Callable[["SmtpSession"], None],
    ) -> None:
        super().__init__(
            Hooks(terms),
            hostname=terms.hostname,
            ident="Saraban Intake",
            data_size_limit=terms.message_bytes,
            enable_SMTPUTF8=True,
            timeout=terms.command_seconds,
            tls_context=terms.tls,
            auth_required=bool(terms.users),
            auth_exclude_mechanism=() if terms.users else ("LOGIN", "PLAIN"),
            authenticator=self._authenticated,
            command_call_limit=_CALLS,
            loop=asyncio.get_running_loop(),
        )
        self.address = address
        self._terms = terms
        self._doorkeeper = doorkeeper
        self._take = take
        self._spool = str(terms.spool) if terms.spool else None
        self._on_end = on_end
        self._time = self.loop.call_later(terms.session_seconds, self._end_of_time)
        self._is_over = False
        self.in_data = False

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        self._time.cancel()
        self._on_end(self)

    def _end_of_time(self) -> None:
        """A message that is being sent has a time of its own and may still be finished."""
        self._is_over = True
        if not self.in_data:
            self.say_goodbye("421 4.4.2 You have stayed too long, come again")

    def say_goodbye(self, reply: str = "421 4.3.2 The service is closing") -> None:
        """End the conversation between two commands."""
        if self._writer.is_closing():
            return
        self._writer.write(f"{reply}\r\n".encode())
        self._writer.close()

    def cut_off(self) -> None:
        """End the conversation wherever it is; a message not yet answered stays with its sender."""
        self._writer.transport.abort()

    async def handle_exception(self, error: Exception) -> str:
        """aiosmtpd would answer 500 with the text of the error: mail refused for good, and a leak."""
        log.error("smtp_failed", exc_info=error)
        return OURS

    async def smtp_AUTH(self, arg: str | None) -> None:
        """As RFC 4954 has it, ever more slowly for a peer that guesses."""
        if self._doorkeeper.is_barred(self.address):
            self.say_goodbye("421 4.7.0 Too many failed logins, try again later")
            return
        await asyncio.sleep(self._doorkeeper.pause_seconds(self.address))
        await super().smtp_AUTH(arg)

    def _authenticated(
        self, _server: SMTP, _peer: Peer, _transaction: Transaction, _mechanism: str, login: LoginPassword
    ) -> AuthResult:
        known = self._terms.users.get(login.login.decode("utf-8", "replace"))
        # One comparison in any case: an unknown name must not be told from a wrong password by its time.
        password = known.get_secret_value().encode() if known else b""
        if hmac.compare_digest(password, login.password) and password:
            return AuthResult(success=True)
        self._doorkeeper.note_failed_login(self.address)
        log.warning("smtp_login_refused", peer=self.address)
        return AuthResult(success=False, handled=False)

    async def smtp_DATA(self, arg: str | None) -> None:
        """The data and the promise."""
        transaction = self.envelope
        if await self.check_auth_needed("DATA"):
            return
        if transaction is None or not transaction.rcpt_tos:
            await self.push("503 5.5.1 Send RCPT first")
            return
        if arg:
            await self.push("501 5.5.4 Syntax: DATA")
            return
        self.in_data = True
        try:
            await self.push("354 End data with <CR><LF>.<CR><LF>")
            await self._answer(await self._receive(transaction), transaction)
        finally:
            self.in_data = False
            self.envelope = self._create_envelope()
        if self._is_over:
            self._end_of_time()

    async def _receive(self, transaction: Transaction) -> str:
        self._reset_timeout(_DATA_SECONDS)
        with SpooledTemporaryFile(_IN_MEMORY_BYTES, dir=self._spool) as message:
            try:
                await read_data(self._reader, limit_bytes=self._terms.message_bytes, into=message)
            except DataRefused as refused:
                return refused.reply
            self._reset_timeout()
            return await self._take(message, self._envelope(transaction))

    async def _answer(self, reply: str, transaction: Transaction) -> None:
        await self.push(reply)

    def _envelope(self, transaction: Transaction) -> Envelope:
        sender = transaction.mail_from or ""
        return Envelope(
            delivery=f"{self.channel}:{uuid.uuid4()}",
            channel=self.channel,
            source=f"{self.channel} from {self.address}",
            mail_from="" if sender == "<>" else sender,
            rcpt_to=tuple(transaction.rcpt_tos),
        )


class LmtpSession(SmtpSession, LMTP):
    """LHLO in place of EHLO, and one reply to the data for every recipient (RFC 2033 section 4.2)."""

    channel = "lmtp"

    async def _answer(self, reply: str, transaction: Transaction) -> None:
        for _recipient in transaction.rcpt_tos:
            await self.push(reply)


def _is_unicode(address: str) -> bool:
    """aiosmtpd hands on octets that are no UTF-8 as surrogates, which no database takes."""
    try:
        address.encode()
    except UnicodeEncodeError:
        return False
    return True
