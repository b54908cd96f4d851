"""A real front door over a throw-away store, whose commit can be made to fail at a chosen message."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import Session, col, select

from intake.receive import Arrival, FrontDoor
from storage import receipts
from storage.database import Database
from storage.models import LedgerEvent, MailboxMessage, Receipt
from storage.originals import Originals


class Killed(BaseException):
    """What `kill -9` is to a thread: no `except Exception` runs on its way out."""


@dataclass
class Faults:
    """What happens `before` and `after` the commit of the n-th message (from 1); both may raise.

    The commit of a message that has the `poison` in it always fails, in its midst.
    """

    before: Callable[[int], None] = lambda _n: None
    after: Callable[[int], None] = lambda _n: None
    poison: bytes | None = None
    accepted: int = field(default=0, init=False)


class FaultyFrontDoor(FrontDoor):
    """The front door with faults around it."""

    def __init__(self, *, database: Database, originals: Originals) -> None:
        super().__init__(
            database=database,
            originals=originals,
            enqueue=self._queue,
            clock=lambda: datetime.now(UTC),
        )
        self.faults = Faults()
        self.queued: list[str] = []
        self._bytes_of = originals.get

    def accept_many(self, arrivals: Sequence[Arrival]) -> list[Receipt]:
        first = self.faults.accepted + 1
        self.faults.accepted += len(arrivals)
        numbers = range(first, first + len(arrivals))
        for number in numbers:
            self.faults.before(number)
        taken = super().accept_many(arrivals)
        for number in numbers:
            self.faults.after(number)
        return taken

    def _queue(self, session: Session, receipt_id: str) -> None:
        poison = self.faults.poison
        if poison is not None and poison in self._bytes_of(receipts.get(session, receipt_id).sha256):
            raise RuntimeError("poison")
        self.queued.append(receipt_id)


class Store:
    """A migrated SQLite database, originals below the same folder, and questions to them."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(f"sqlite:///{folder / 'store.sqlite'}")
        self.database.migrate()
        self.originals = Originals(folder / "originals")
        self.door = FaultyFrontDoor(database=self.database, originals=self.originals)

    def receipts(self) -> Sequence[Receipt]:
        with self.database.read() as tx:
            return tx.exec(select(Receipt).order_by(col(Receipt.received_at), col(Receipt.id))).all()

    def taken(self) -> list[bytes]:
        """The bytes of every receipt, in the order of arrival."""
        return [self.originals.get(receipt.sha256) for receipt in self.receipts()]

    def notes(self) -> Sequence[MailboxMessage]:
        with self.database.read() as tx:
            return tx.exec(select(MailboxMessage).order_by(col(MailboxMessage.uid))).all()

    def events(self, kind: str) -> list[str]:
        with self.database.read() as tx:
            return [event.body for event in tx.exec(select(LedgerEvent).where(LedgerEvent.kind == kind))]
