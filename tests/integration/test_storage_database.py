"""Transactions, migrations and what the database says when it cannot."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import exc, text
from sqlmodel import Session, select

from storage.database import Database
from storage.errors import StoreBusy, StoreDamaged, StoreFull, StoreNewer, StoreUnavailable
from storage.models import RegisterCounter, Row


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new" / "intake.db"


@pytest.fixture
def database(file: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{file}")
    database.migrate()
    yield database
    database.close()


def years(session: Session) -> list[int]:
    return list(session.exec(select(RegisterCounter.year)))


def test_leaving_a_transaction_commits_it(database: Database) -> None:
    with database.begin() as tx:
        tx.add(RegisterCounter(year=2569, last=1))
    with database.read() as tx:
        assert years(tx) == [2569]


def test_leaving_by_an_exception_rolls_back(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.begin() as tx:
        tx.add(RegisterCounter(year=2569, last=1))
        tx.flush()
        raise ZeroDivisionError
    with database.read() as tx:
        assert years(tx) == []


def test_a_reader_cannot_write_and_the_next_writer_can(database: Database) -> None:
    with pytest.raises(StoreUnavailable), database.read() as tx:
        tx.add(RegisterCounter(year=2569, last=1))
        tx.flush()
    with database.begin() as tx:
        tx.add(RegisterCounter(year=2569, last=1))


def test_a_reader_sees_one_unmoving_state(database: Database) -> None:
    with database.read() as reader:
        assert years(reader) == []
        with database.begin() as tx:
            tx.add(RegisterCounter(year=2569, last=1))
        assert years(reader) == []


def test_rows_stay_usable_after_the_commit(database: Database) -> None:
    with database.begin() as tx:
        tx.add(row := RegisterCounter(year=2569, last=7))
    assert row.last == 7


def test_a_broken_constraint_is_a_bug_and_stays_one(database: Database) -> None:
    with pytest.raises(exc.IntegrityError), database.begin() as tx:
        tx.execute(text("INSERT INTO register_counter (year) VALUES (2569)"))


def test_a_full_disk_is_named_and_leaves_nothing(database: Database) -> None:
    with pytest.raises(StoreFull) as raised, database.begin() as tx:
        pages = tx.execute(text("PRAGMA page_count")).scalar_one()
        tx.execute(text(f"PRAGMA max_page_count = {pages}"))
        for year in range(100_000):
            tx.execute(text("INSERT INTO register_counter VALUES (:year, 1)"), {"year": year})
    assert raised.value.retryable
    assert "Free some space" in str(raised.value)
    with database.read() as tx:
        assert years(tx) == []


def test_a_lock_that_does_not_come_free_is_named(database: Database, file: Path) -> None:
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with database.engine.connect() as connection:  # goes back to the pool with a short patience
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    with pytest.raises(StoreBusy), database.begin():
        pytest.fail("two writers at once")
    holder.close()


def test_a_place_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_text("a file, not a folder")
    with pytest.raises(StoreUnavailable, match="Check that its disk is mounted"):
        Database(f"sqlite:///{tmp_path}/in-the-way/intake.db").migrate()


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "intake.db").write_bytes(b"this is no database " * 100)
    with pytest.raises(StoreDamaged, match="last backup"):
        Database(f"sqlite:///{tmp_path}/intake.db").migrate()


def test_a_database_of_a_later_version_is_named(database: Database) -> None:
    with database.begin() as tx:
        tx.execute(text("UPDATE storage_version SET version_num = '9999'"))
    with pytest.raises(StoreNewer, match="later version"):
        database.migrate()


def test_a_server_that_is_away_is_named() -> None:
    database = Database("postgresql+psycopg://nobody@127.0.0.1:1/none")
    with pytest.raises(StoreUnavailable), database.read() as tx:
        tx.execute(text("SELECT 1"))


def test_the_migrations_make_what_the_models_say(database: Database) -> None:
    with database.engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE workflow_status (id INTEGER)")
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or name in Row.metadata.tables},
        )
        assert compare_metadata(context, Row.metadata) == []


def test_a_database_keeps_a_full_log_and_its_foreign_keys(database: Database) -> None:
    with database.engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000}


def test_several_may_migrate_at_once_and_again(file: Path) -> None:
    databases = [Database(f"sqlite:///{file}") for _ in range(4)]
    failures: list[BaseException] = []

    def migrate(database: Database) -> None:
        try:
            database.migrate()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=migrate, args=(database,)) for database in databases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with databases[0].read() as tx:
        assert years(tx) == []
    for database in databases:
        database.close()


_WRITER = """
import sys
from storage.database import Database
from storage.models import RegisterCounter
database = Database(sys.argv[1])
for year in range(2500, 100_000):
    with database.begin() as tx:
        tx.add(RegisterCounter(year=year, last=1))
        tx.add(RegisterCounter(year=-year, last=1))
    print(year, flush=True)
"""


def test_what_was_committed_before_kill_9_is_there_after_it(database: Database, file: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, f"sqlite:///{file}"], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    promised = [int(next(writer.stdout)) for _ in range(30)]
    os.kill(writer.pid, signal.SIGKILL)
    promised += [int(line) for line in writer.stdout if line.endswith("\n")]
    writer.wait()
    with database.read() as tx:
        kept = set(years(tx))
        assert tx.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
    assert set(promised) <= kept
    assert kept == {-year for year in kept}, "a transaction was kept by half"
