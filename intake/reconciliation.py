"""Is every message that a mailbox ever showed accounted for? Asked each night, and by whoever wants to know.

Seen must be filed, in review, a duplicate, unrelated or quarantined, but for what is underway. What has
been underway for long is an alarm: somebody believes that it arrived.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlmodel import Session

from storage import mailboxes, register
from storage.database import Database
from storage.errors import StorageError

log = structlog.get_logger()

_PATIENCE = timedelta(hours=6)
_HOUR = 2
"""Of the night in Bangkok."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """One mailbox: how many messages it ever showed, and what became of them.

    `underway` are not yet fetched or not yet settled; `since` is when the oldest unsettled one arrived.
    """

    mailbox: str
    seen: int
    filed: int
    review: int
    duplicate: int
    unrelated: int
    quarantined: int
    underway: int
    since: datetime | None

    def is_overdue(self, at: datetime) -> bool:
        """Whether something has been underway for longer than any outage should last."""
        return self.since is not None and at - self.since > _PATIENCE


def accounts(tx: Session) -> Iterator[Account]:
    """Every mailbox in the order of its name."""
    for mailbox, fates in sorted(mailboxes.tally(tx).items()):
        yield Account(
            mailbox=mailbox,
            seen=fates.total(),
            filed=fates["filed"],
            review=fates["review"],
            duplicate=fates["duplicate"],
            unrelated=fates["unrelated"],
            quarantined=fates["quarantined"],
            underway=fates["pending"] + fates["received"],
            since=mailboxes.underway_since(tx, mailbox),
        )


class Nightly:
    """Writes the accounts into the log every night, and an alarm for what is overdue."""

    def __init__(self, *, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    async def serve(self, stop: asyncio.Event) -> None:
        """Until `stop`."""
        while not stop.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), until_night(self._clock()).total_seconds())
                return
            try:
                await asyncio.to_thread(self.reconcile)
            except StorageError as error:
                log.error("mailboxes_not_reconciled", reason=str(error))

    def reconcile(self) -> None:
        """Once, now. Raises `storage.errors.StorageError`."""
        with self._database.read() as tx:
            found = list(accounts(tx))
        for account in found:
            overdue = account.is_overdue(self._clock())
            tell = log.error if overdue else log.info
            tell("mailbox_unaccounted" if overdue else "mailbox_accounted", **_shown(account))


def until_night(now: datetime) -> timedelta:
    """From `now` (aware) to the next night; never none, so that one night is asked once."""
    local = now.astimezone(register.BANGKOK)
    tonight = local.replace(hour=_HOUR, minute=0, second=0, microsecond=0)
    return (tonight if tonight > local else tonight + timedelta(days=1)) - local


def _shown(account: Account) -> dict[str, object]:
    counts = ("seen", "filed", "review", "duplicate", "unrelated", "quarantined", "underway")
    since = account.since.isoformat(timespec="seconds") if account.since else None
    return {"mailbox": account.mailbox, "since": since} | {name: getattr(account, name) for name in counts}
