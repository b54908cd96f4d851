"""The composition root: every part is made here, once, and given what it needs.

`opened` opens the store, the reading children, the queue and the front door in one exit stack and
closes them in reverse. Nothing else in the service creates any of these, and importing this module opens
nothing (and loads no PDF library: those live in the children).
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from intake import reading, store
from intake.acknowledging import Office
from intake.pipeline import Pipeline
from intake.receive import FrontDoor
from intake.resolver import Resolver
from intake.settings import Settings
from intake.witness import Witness
from intake.work import Work
from storage.database import Database


@dataclass(frozen=True, kw_only=True, slots=True)
class App:
    """What the channels need. `working` says whether this process runs the queue."""

    settings: Settings
    database: Database
    door: FrontDoor
    working: bool


@contextmanager
def opened(settings: Settings) -> Iterator[App]:
    """Everything that takes messages in and settles them. Raises `storage.errors.StorageError`."""
    with ExitStack() as stack:
        parts = stack.enter_context(store.opened(settings))
        children = stack.enter_context(reading.reader(settings))
        pipeline = Pipeline(
            database=parts.database,
            originals=parts.originals,
            read=lambda raw, name: children.read(raw, name=name),
            hear=_witness(settings).hear,
            index=parts.index,
            office=_office(settings),
            clock=store.now,
        )
        work = Work(
            engine=parts.database.engine,
            lock_file=settings.home / "work.lock",
            process=pipeline.process,
            give_up=pipeline.quarantine,
            attempts=settings.attempts,
            slots=settings.workers,
        )
        working = work.start()
        stack.callback(work.stop)
        door = FrontDoor(
            database=parts.database, originals=parts.originals, enqueue=work.enqueue, clock=store.now
        )
        yield App(settings=settings, database=parts.database, door=door, working=working)


def _witness(settings: Settings) -> Witness:
    servers = settings.dns_servers
    return Witness(
        authserv_id=settings.authserv_id,
        spam_header=settings.spam_header,
        resolver=Resolver(servers, seconds=settings.dns_seconds) if servers else None,
        clock=store.now,
    )


def _office(settings: Settings) -> Office | None:
    relay = settings.acknowledge
    return Office(address=relay.address, name=relay.office) if relay else None
