"""Hands queued acknowledgements to the configured relay: each at most once, whatever dies in between.

For each: sender (none: `<>`) and recipient are agreed with the relay; then `sending` is committed; only
then the mail is sent; then `sent` is committed. A crash, or a line cut between the last two, leaves a mail of
which nobody knows whether the relay took it: it is noted as uncertain, with an alarm, and never sent again,
because an office that gets two acknowledgements believes that it sent two letters.

While the relay is away nothing is spent; what it puts off or refuses is noted with its own words.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from functools import partial

import structlog
from aiosmtplib import SMTP, SMTPException, SMTPResponseException
from sqlmodel import Session

from intake.settings import Relay
from storage import acknowledgements, ledger
from storage.database import Database
from storage.errors import StorageError
from storage.models import Acknowledgement

log = structlog.get_logger()

_POLL_SECONDS = 5.0
_LAST_RETRY_SECONDS = 600.0
_ANSWER_SECONDS = 60.0
_BATCH = 50
_ATTEMPTS = 100
"""Of one mail that the relay puts off: an hour apart at most, so four days, as mail systems do it."""

_FIRST_DEFERRAL = timedelta(minutes=1)
_LAST_DEFERRAL = timedelta(hours=1)
_STORE_WAITS_SECONDS = (0.5, 2.0, 10.0, 30.0)
_PERMANENT = 500
"""SMTP replies from here on are for good (RFC 5321 section 4.2.1)."""


class Outgoing:
    """The sender of acknowledgements; one runs for a database."""

    def __init__(
        self,
        relay: Relay,
        *,
        database: Database,
        clock: Callable[[], datetime],
        poll_seconds: float = _POLL_SECONDS,
    ) -> None:
        self._relay = relay
        self._database = database
        self._clock = clock
        self._poll_seconds = poll_seconds

    async def serve(self, stop: asyncio.Event) -> None:
        """Send what is queued until `stop`; a mail in hand is finished."""
        failures = 0
        while not stop.is_set():
            try:
                await self._give_up_on_interrupted()
                await self._send_due(stop)
                failures = 0
            except (SMTPException, OSError, StorageError) as trouble:
                failures += 1
                log.warning("relay_interrupted", relay=self._place, reason=str(trouble), failures=failures)
            except Exception:  # the edge: not even a bug met here may end the service
                failures += 1
                log.exception("relay_interrupted", relay=self._place)
            pause = min(self._poll_seconds * 2.0 ** min(failures, 16), _LAST_RETRY_SECONDS)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)

    async def _give_up_on_interrupted(self) -> None:
        """What stands as `sending` while nothing is being sent was cut off."""
        for one in await asyncio.to_thread(self._interrupted):
            await self._note(one, acknowledgements.note_uncertain, failure="it was cut off while it was sent")

    def _interrupted(self) -> list[Acknowledgement]:
        with self._database.read() as tx:
            return list(acknowledgements.interrupted(tx))

    async def _send_due(self, stop: asyncio.Event) -> None:
        while not stop.is_set() and (batch := await asyncio.to_thread(self._due)):
            async with self._connected() as client:
                for one in batch:
                    if stop.is_set():
                        return
                    await self._send(client, one)

    def _due(self) -> list[Acknowledgement]:
        with self._database.read() as tx:
            return list(acknowledgements.due(tx, at=self._clock(), most=_BATCH))

    async def _send(self, client: SMTP, one: Acknowledgement) -> None:
        """One mail. Raises `SMTPException` and `OSError` if the line is of no more use."""
        try:
            await client.rset()
            await client.mail("")
            await client.rcpt(one.recipient)
        except SMTPResponseException as no:
            await self._note_no(one, no)
            return
        if not await asyncio.to_thread(self._begin, one.receipt_id):
            return
        try:
            await client.data(one.mail.encode("ascii"))
        except SMTPResponseException as no:
            await self._note_no(one, no)
        except (SMTPException, OSError) as cut:
            await self._note(one, acknowledgements.note_uncertain, failure=str(cut))
            raise
        else:
            await self._note(one, partial(acknowledgements.note_sent, at=self._clock()))

    def _begin(self, receipt_id: str) -> bool:
        with self._database.begin() as tx:
            return acknowledgements.begin(tx, receipt_id)

    async def _note_no(self, one: Acknowledgement, no: SMTPResponseException) -> None:
        said = f"{no.code} {no.message}"
        if no.code >= _PERMANENT or one.attempts + 1 >= _ATTEMPTS:
            await self._note(one, acknowledgements.note_refused, failure=said)
            return
        later = self._clock() + min(_FIRST_DEFERRAL * 2 ** min(one.attempts, 10), _LAST_DEFERRAL)
        note = partial(acknowledgements.note_deferred, failure=said, due_at=later)
        await self._write_patiently(partial(note, receipt_id=one.receipt_id))

    async def _note(
        self, one: Acknowledgement, note: Callable[..., None], *, failure: str | None = None
    ) -> None:
        """The end of one mail, in its row and in the ledger."""
        told = {} if failure is None else {"failure": failure}

        def write(tx: Session) -> None:
            note(tx, one.receipt_id, **told)
            kind = "acknowledged" if failure is None else "not-acknowledged"
            ledger.append(tx, kind, {"receipt": one.receipt_id, **told}, at=self._clock())

        await self._write_patiently(write)
        tell = log.info if failure is None else log.error
        tell("acknowledgement", receipt=one.receipt_id, **told)

    async def _write_patiently(self, write: Callable[[Session], None]) -> None:
        """What the relay said must not count as unsaid because the store was full for a moment."""
        for pause in _STORE_WAITS_SECONDS:
            try:
                return await asyncio.to_thread(self._write, write)
            except StorageError as error:
                if not error.retryable:
                    raise
                log.warning("waiting for the store", why=str(error))
                await asyncio.sleep(pause)
        return await asyncio.to_thread(self._write, write)

    def _write(self, write: Callable[[Session], None]) -> None:
        with self._database.begin() as tx:
            write(tx)

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[SMTP]:
        """Logged in, with TLS as the settings have it and never less. Raises `SMTPException`, `OSError`."""
        relay = self._relay
        client = SMTP(
            hostname=relay.host,
            port=relay.port,
            username=relay.user,
            password=relay.password.get_secret_value() if relay.password else None,
            local_hostname=relay.address.rpartition("@")[2],
            timeout=_ANSWER_SECONDS,
            use_tls=relay.tls == "implicit",
            start_tls=relay.tls == "starttls",
            tls_context=None if relay.tls == "none" else ssl.create_default_context(cafile=relay.ca_file),
        )
        async with client:
            yield client

    @property
    def _place(self) -> str:
        return f"{self._relay.host}:{self._relay.port}"
