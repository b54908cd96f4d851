"""The composition root: every part is made here, once, and given what it needs.

`open_app` opens the database, the originals, the reading children, the queue and the front door in
one exit stack and closes them in reverse. Nothing else in the service creates any of these, and
importing this module opens nothing (and loads no PDF library: those live in the children).
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from intake import reading
from intake.pipeline import Pipeline
from intake.receive import FrontDoor
from intake.settings import Settings
from intake.work import Work
from parsers.thai.text import normal_form
from parsers.worker import Reader
from storage import search
from storage.database import Database
from storage.errors import StoreUnavailable
from storage.originals import Originals


@dataclass(frozen=True, kw_only=True, slots=True)
class App:
    """The opened parts. `working` says whether this process runs the queue."""

    settings: Settings
    database: Database
    originals: Originals
    index: search.Index
    reader: Reader
    pipeline: Pipeline
    door: FrontDoor
    work: Work
    working: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Store:
    """The durable parts alone: all that a question needs."""

    database: Database
    originals: Originals
    index: search.Index


def now() -> datetime:
    """The clock of the service, in aware UTC."""
    return datetime.now(UTC)


@contextmanager
def open_store(settings: Settings) -> Iterator[Store]:
    """Database and originals, at the newest schema. Raises `storage.errors.StorageError`."""
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(f"{settings.home}: {error.strerror}") from error
    database = Database(settings.database)
    try:
        database.migrate()
        index = search.Index(normalise=normal_form, segment=search.default_segmenter())
        yield Store(database=database, originals=Originals(settings.originals), index=index)
    finally:
        database.close()


@contextmanager
def open_app(settings: Settings) -> Iterator[App]:
    """Everything that takes messages in and settles them. Raises `storage.errors.StorageError`."""
    with ExitStack() as stack:
        store = stack.enter_context(open_store(settings))
        children = stack.enter_context(reading.reader(settings))
        pipeline = Pipeline(
            database=store.database,
            originals=store.originals,
            read=lambda raw, name: children.read(raw, name=name),
            index=store.index,
            clock=now,
        )
        work = Work(
            engine=store.database.engine,
            lock_file=settings.home / "work.lock",
            process=pipeline.process,
            give_up=pipeline.quarantine,
            attempts=settings.attempts,
            slots=settings.workers,
        )
        working = work.start()
        stack.callback(work.stop)
        door = FrontDoor(database=store.database, originals=store.originals, enqueue=work.enqueue, clock=now)
        yield App(
            settings=settings,
            database=store.database,
            originals=store.originals,
            index=store.index,
            reader=children,
            pipeline=pipeline,
            door=door,
            work=work,
            working=working,
        )
