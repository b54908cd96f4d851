"""How a transaction with the database begins and ends, and in what state the database is kept.

Synchronous on purpose: the queue engine enqueues through the caller's own session, so receipt,
ledger event and queued work commit together or not at all. An event loop calls through
`asyncio.to_thread`.

Promises. What `begin` has committed survives `kill -9` and, on SQLite, a power cut (WAL with
`synchronous=FULL`). On SQLite one writer at a time: the lock is taken when the transaction begins,
never in its middle, where waiting for it could only fail. `read` sees one unmoving state. The
tables of the queue engine share this database and this engine; nothing here touches them.
"""

import fcntl
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Engine, create_engine, event, exc, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

from storage.errors import StorageError, StoreBusy, StoreDamaged, StoreFull, StoreNewer, StoreUnavailable

_BUSY_TIMEOUT_SECONDS = 30
_MIGRATIONS = Path(__file__).parent / "migrations"
_MIGRATION_LOCK = 0x5352424E
"""The key of the Postgres advisory lock; any number that nobody else uses ("SRBN")."""


class Database:
    """One database by its SQLAlchemy `url`; nothing is opened or created before first use."""

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        # Writers of one process take turns here: SQLite's own waiting sleeps and polls, and thirty
        # threads that sleep and poll file a third fewer letters than thirty that queue.
        self._turn: AbstractContextManager[object] = Lock() if self._sqlite else nullcontext()

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """A writing transaction: committed on leaving, rolled back on leaving by an exception.

        Rows stay usable after the commit. Keep nothing slow inside: on SQLite all writers wait.

        Raises:
            StoreFull, StoreBusy, StoreUnavailable, StoreDamaged: nothing was written.
        """
        with _translated(), self._turn, Session(self.engine, expire_on_commit=False) as session:
            if self._sqlite:
                session.connection().exec_driver_sql("BEGIN IMMEDIATE")
            yield session
            session.commit()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A snapshot of the committed state; the database refuses every write in it.

        Raises:
            StoreBusy, StoreUnavailable, StoreDamaged: nothing can be read now.
        """
        snapshot = _sqlite_snapshot if self._sqlite else _postgres_snapshot
        with _translated(), Session(self.engine) as session, snapshot(session):
            yield session

    def migrate(self) -> None:
        """Bring the schema to the newest version; safe when several processes do it at once.

        Creates the folder of an SQLite file. Raises as `begin` does, and `StoreNewer`.
        """
        with _translated(), self._migration_lock(), self.engine.connect() as connection:
            if self._sqlite:
                connection.exec_driver_sql("PRAGMA journal_mode=WAL")
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            config = Config()
            config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
            config.attributes["connection"] = connection
            try:
                command.upgrade(config, "head")
            except CommandError as error:  # the version it finds is none of ours
                raise StoreNewer() from error
            connection.commit()

    def close(self) -> None:
        """Give back every connection; the database itself needs no farewell."""
        self.engine.dispose()

    def _migration_lock(self) -> AbstractContextManager[None]:
        file = self.engine.url.database
        return _file_lock(Path(file)) if self._sqlite and file else _advisory_lock(self.engine)

    @property
    def _sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"


@contextmanager
def _file_lock(file: Path) -> Iterator[None]:
    """One migrating process at a time; the system lets go if that process dies."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lock = file.with_name(f"{file.name}.migrating").open("w")
    except OSError as error:
        raise StoreUnavailable(str(error)) from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _advisory_lock(engine: Engine) -> Iterator[None]:
    """The same on Postgres, held by the transaction of a connection of its own."""
    with engine.connect() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
        yield


def _engine(url: str) -> Engine:
    # Thai stays readable in JSON columns; the default would store \u0e01 escapes, six times as long.
    as_text = partial(json.dumps, ensure_ascii=False)
    engine = create_engine(url, json_serializer=as_text, pool_size=20)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """The state in which every connection starts; the queue engine relies on it as we do."""
    # With the driver's default, a statement of the queue engine that first reads and then writes
    # would meet SQLITE_BUSY at once, however long the timeout.
    connection.isolation_level = "IMMEDIATE"
    # Text that a failing disk made invalid is shown as it is; by default the driver would raise
    # in the middle of a result, before the ledger could name the place.
    connection.text_factory = _decode
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={_BUSY_TIMEOUT_SECONDS * 1000}")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _decode(text: bytes) -> str:
    return text.decode("utf-8", "backslashreplace")


@contextmanager
def _sqlite_snapshot(session: Session) -> Iterator[None]:
    connection = session.connection()
    connection.exec_driver_sql("PRAGMA query_only=ON")
    connection.exec_driver_sql("BEGIN")
    try:
        yield
    finally:
        connection.exec_driver_sql("PRAGMA query_only=OFF")


@contextmanager
def _postgres_snapshot(session: Session) -> Iterator[None]:
    session.connection(execution_options={"isolation_level": "REPEATABLE READ", "postgresql_readonly": True})
    yield


@contextmanager
def _translated() -> Iterator[None]:
    """The one place where an error of the database becomes one of ours."""
    try:
        yield
    except (exc.DBAPIError, exc.TimeoutError) as error:
        if (ours := _meaning(error)) is None:
            raise
        raise ours from error


def _meaning(error: exc.DBAPIError | exc.TimeoutError) -> StorageError | None:
    """What the store says for `error`; `None` if it is a bug or a broken constraint."""
    if isinstance(error, exc.TimeoutError):  # the pool's: every connection is in use
        return StoreBusy()
    if isinstance(error.orig, sqlite3.Error):
        return _of_sqlite(error.orig)
    if isinstance(error, exc.OperationalError):
        return _of_postgres(getattr(error.orig, "sqlstate", None), str(error.orig))
    return None


def _of_sqlite(cause: sqlite3.Error) -> StorageError | None:
    # The low byte is the result, the rest only refines it. Errors that the driver finds by itself
    # (wrong parameters) carry no code at all.
    speak = _SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
    return speak(str(cause)) if speak else None


def _of_postgres(sqlstate: str | None, reason: str) -> StorageError:
    speak = next((speak for code, speak in _POSTGRES.items() if (sqlstate or "").startswith(code)), None)
    return speak(reason) if speak else StoreUnavailable(reason)


_Speak = Callable[[str], StorageError]

_SQLITE: dict[int, _Speak] = {
    sqlite3.SQLITE_FULL: lambda _: StoreFull(),
    sqlite3.SQLITE_BUSY: lambda _: StoreBusy(),
    sqlite3.SQLITE_LOCKED: lambda _: StoreBusy(),
    sqlite3.SQLITE_READONLY: StoreUnavailable,
    sqlite3.SQLITE_CANTOPEN: StoreUnavailable,
    sqlite3.SQLITE_IOERR: StoreUnavailable,
    sqlite3.SQLITE_CORRUPT: StoreDamaged,
    sqlite3.SQLITE_NOTADB: StoreDamaged,
}

_POSTGRES: dict[str, _Speak] = {
    "53100": lambda _: StoreFull(),  # disk_full
    "53300": lambda _: StoreBusy(),  # too_many_connections
    "40": lambda _: StoreBusy(),  # serialization_failure, deadlock_detected
    "55P03": lambda _: StoreBusy(),  # lock_not_available
    "XX001": StoreDamaged,  # data_corrupted
}
"""By SQLSTATE or its class; every other OperationalError means that the server is away."""
