"""The durable parts of this process, opened: all that a question needs, and no queue engine.

The schema is brought to the newest version at opening; nothing else is written.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from intake.settings import Settings
from parsers.thai.text import normal_form
from storage import search
from storage.database import Database
from storage.errors import StoreUnavailable
from storage.originals import Originals


@dataclass(frozen=True, kw_only=True, slots=True)
class Store:
    """Database, originals and the index of letters."""

    database: Database
    originals: Originals
    index: search.Index


def now() -> datetime:
    """The clock of the service, in aware UTC."""
    return datetime.now(UTC)


@contextmanager
def opened(settings: Settings) -> Iterator[Store]:
    """Raises `storage.errors.StorageError`."""
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
