"""The mailbox door: keeps one IMAP folder drained, whatever happens to the mailbox.

One thread and one connection. The folder is polled; where the server offers IDLE it may shorten the
wait. Trouble with the mailbox or the store is logged with its remedy and tried again later: soon and
then ever less often, or rarely where only a person can mend it. `imap_drain` says how mail is taken.
"""

import asyncio
import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

import structlog

from intake.channels import imap_tokens
from intake.channels.imap_connection import LoginRefused, MailboxTrouble, MailboxUnsuitable
from intake.channels.imap_drain import Drain
from intake.channels.imap_session import ImapSession, open_session
from intake.receive import FrontDoor
from intake.settings import ImapAccount
from storage.database import Database
from storage.errors import StorageError

log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True, slots=True)
class Patience:
    """How long the channel waits, in seconds."""

    connect: float = 20.0
    answer: float = 60.0
    first_retry: float = 1.0
    last_retry: float = 60.0
    person: float = 300.0
    """Between attempts at what only a person can mend; a wrong password tried often locks accounts."""

    farewell: float = 5.0
    """From `stop` until a connection that still waits for the server is broken."""


class ImapChannel:
    """One folder of one account."""

    def __init__(
        self,
        account: ImapAccount,
        *,
        front_door: FrontDoor,
        database: Database,
        patience: Patience | None = None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._account = account
        self._patience = patience or Patience()
        self._jitter = jitter
        self._tokens = imap_tokens.of(account)
        self._drain = Drain(account, front_door=front_door, database=database)
        self._session: ImapSession | None = None
        self._failures = 0

    async def serve(self, stop: asyncio.Event) -> None:
        """Take mail in until `stop`; then end the batch in hand and leave the mailbox."""
        halt = threading.Event()
        with ThreadPoolExecutor(1, thread_name_prefix="imap") as own_thread:
            running = asyncio.get_running_loop().run_in_executor(own_thread, self.run, halt)
            try:
                await self._watch_freshness(stop)
            finally:
                halt.set()
                await asyncio.wait({running}, timeout=self._patience.farewell)
                if session := self._session:
                    session.cut()
            await running

    async def _watch_freshness(self, stop: asyncio.Event) -> None:
        """Raise an alarm, again and again, while nothing could be taken for too long.

        From outside the thread that takes mail: what it hangs in may be the reason.
        """
        allowed = self._account.alarm_minutes * 60
        while not stop.is_set():
            stale = time.monotonic() - self._drain.advanced_at
            if stale >= allowed:
                log.error("mailbox_stale", mailbox=self._drain.mailbox, minutes=round(stale / 60, 1))
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), allowed - stale if stale < allowed else allowed)

    def run(self, stop: threading.Event) -> None:
        """As `serve`, blocking."""
        while not stop.is_set():
            try:
                self._visit(stop)
            except Exception as trouble:  # the edge: not even a bug met here may end the service
                if not stop.is_set():
                    self._failures += 1
                    self._report(trouble)
                    stop.wait(self._pause(trouble))

    def _visit(self, stop: threading.Event) -> None:
        """One connection, for as long as it lasts."""
        patience = self._patience
        with open_session(
            self._account,
            connect_seconds=patience.connect,
            answer_seconds=patience.answer,
            tokens=self._tokens,
        ) as session:
            self._session = session
            try:
                session.log_in()
                log.info("mailbox_open", mailbox=self._drain.mailbox)
                while not stop.is_set():
                    self._drain.run(session, stop)
                    self._failures = 0
                    session.wait(self._account.poll_seconds, stop)
            finally:
                self._session = None

    def _report(self, trouble: Exception) -> None:
        mailbox = self._drain.mailbox
        if isinstance(trouble, LoginRefused | MailboxUnsuitable):
            log.error("mailbox_refused", mailbox=mailbox, reason=str(trouble))
        elif isinstance(trouble, MailboxTrouble | StorageError):
            log.warning("mailbox_interrupted", mailbox=mailbox, reason=str(trouble), failures=self._failures)
        else:
            log.exception("mailbox_interrupted", mailbox=mailbox, failures=self._failures)

    def _pause(self, trouble: Exception) -> float:
        return pause_seconds(trouble, failures=self._failures, patience=self._patience, jitter=self._jitter())


def pause_seconds(trouble: Exception, *, failures: int, patience: Patience, jitter: float) -> float:
    """Until the next attempt after `failures` in a row; `jitter` in [0, 1) spreads half of it."""
    if isinstance(trouble, LoginRefused | MailboxUnsuitable):
        return patience.person
    longest = min(patience.first_retry * 2.0 ** min(failures - 1, 16), patience.last_retry)
    return longest * (0.5 + jitter / 2)
