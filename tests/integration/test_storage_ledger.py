"""The ledger: whatever is changed in it afterwards is found and named."""

import hashlib
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import rfc8785
from sqlalchemy import exc, text

from storage import ledger
from storage.database import Database

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/intake.db")
    database.migrate()
    yield database
    database.close()


def write(database: Database, events: int = 5) -> None:
    with database.begin() as tx:
        for n in range(events):
            ledger.append(tx, "received", {"receipt": f"r{n}", "เลขทะเบียนรับ": None, "share": 0.5}, at=AT)


def tamper(database: Database, *statements: str, **values: str) -> None:
    """Change the tables as someone does who can also drop the triggers."""
    with database.begin() as tx:
        for trigger in ("ledger_event_no_update", "ledger_event_no_delete"):
            tx.execute(text(f"DROP TRIGGER {trigger}"))
        for statement in statements:
            tx.execute(text(statement), values)


def fault(database: Database) -> ledger.Fault | None:
    with database.read() as tx:
        return ledger.verify(tx)


def test_an_untouched_ledger_has_no_fault(database: Database) -> None:
    assert fault(database) is None
    write(database)
    assert fault(database) is None


def test_an_event_is_hashed_as_the_docstring_says(database: Database) -> None:
    with database.begin() as tx:
        first = ledger.append(
            tx, "received", {"b": 1, "a": "ก"}, at=AT.astimezone(timezone(timedelta(hours=7)))
        )
        second = ledger.append(tx, "filed", {}, at=AT)
    assert first.body == (
        '{"at":"2026-03-02T09:30:00.000000+00:00","facts":{"a":"ก","b":1},"kind":"received","seq":1}'
    )
    tag = b"saraban-ledger-event-v1\x00"
    assert first.hash == hashlib.sha256(tag + bytes(32) + first.body.encode()).hexdigest()
    assert second.hash == hashlib.sha256(tag + bytes.fromhex(first.hash) + second.body.encode()).hexdigest()


def test_events_are_told_in_order_from_any_place(database: Database) -> None:
    write(database)
    with database.read() as tx:
        assert [json.loads(event.body)["facts"]["receipt"] for event in ledger.events(tx, after=3)] == [
            "r3",
            "r4",
        ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_event SET kind = 'x'",
        "DELETE FROM ledger_event",
        "INSERT OR REPLACE INTO ledger_event SELECT seq, at, 'x', body, previous, hash FROM ledger_event",
    ],
)
def test_the_database_refuses_to_change_the_ledger(database: Database, statement: str) -> None:
    write(database)
    with pytest.raises(exc.IntegrityError, match="the ledger is append-only"), database.begin() as tx:
        tx.execute(text(statement))
    assert fault(database) is None


@pytest.mark.parametrize(
    ("statements", "seq", "what"),
    [
        (["UPDATE ledger_event SET body = replace(body, 'r2', 'r9') WHERE seq = 3"], 3, "event 3 was edited"),
        (["UPDATE ledger_event SET kind = 'filed' WHERE seq = 3"], 3, "the columns of event 3 were edited"),
        (["UPDATE ledger_event SET body = CAST(replace(body, 'r2', x'ff') AS TEXT) WHERE seq = 3"], 3, "event 3 was edited"),
        (["UPDATE ledger_event SET body = CAST(body AS BLOB) WHERE seq = 3"], 3, "event 3 was edited"),
        (["UPDATE ledger_event SET at = 'yesterday' WHERE seq = 3"], 3, "the columns of event 3 were edited"),
        (["UPDATE ledger_event SET body = 'x' WHERE seq = 1"], 1, "event 1 was edited"),
        (["DELETE FROM ledger_event WHERE seq = 3"], 3, "event 3 is missing"),
        (["DELETE FROM ledger_event WHERE seq = 1"], 1, "event 1 is missing"),
        (["DELETE FROM ledger_event WHERE seq = 3", "UPDATE ledger_event SET seq = seq - 1 WHERE seq > 3"], 3, "event 3 does not follow event 2"),
        (
            [
                "UPDATE ledger_event SET seq = 99 WHERE seq = 2",
                "UPDATE ledger_event SET seq = 2 WHERE seq = 3",
                "UPDATE ledger_event SET seq = 3 WHERE seq = 99",
            ],
            2,
            "event 2 does not follow event 1",
        ),
        (["DELETE FROM ledger_event WHERE seq > 3"], 4, "the ledger ends after event 3, but its head says otherwise"),
        (["DELETE FROM ledger_event"], 1, "the ledger ends after event 0, but its head says otherwise"),
        (["DELETE FROM ledger_head"], 6, "the ledger ends after event 5, but its head says otherwise"),
    ],
)  # fmt: skip
def test_the_first_place_that_was_changed_is_named(
    database: Database, statements: list[str], seq: int, what: str
) -> None:
    write(database)
    tamper(database, *statements)
    assert fault(database) == ledger.Fault(seq=seq, what=what)


def test_a_rewritten_event_must_still_say_what_its_columns_say(database: Database) -> None:
    write(database, 1)
    rehashed = hashlib.sha256(b"saraban-ledger-event-v1\x00" + bytes(32) + b"no JSON").hexdigest()
    tamper(
        database,
        "UPDATE ledger_event SET body = 'no JSON', hash = :rehashed",
        "UPDATE ledger_head SET hash = :rehashed",
        rehashed=rehashed,
    )
    assert fault(database) == ledger.Fault(seq=1, what="the columns of event 1 were edited")


def test_a_rolled_back_event_leaves_no_gap(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.begin() as tx:
        ledger.append(tx, "received", {}, at=AT)
        raise ZeroDivisionError
    write(database, 2)
    assert fault(database) is None


def test_facts_without_a_canonical_form_are_refused_and_cost_nothing(database: Database) -> None:
    for facts in ({"share": float("nan")}, {"size": 2**60}, {"at": AT}):
        with pytest.raises(rfc8785.CanonicalizationError), database.begin() as tx:
            ledger.append(tx, "received", facts, at=AT)
    assert fault(database) is None


def test_several_writers_make_one_chain(database: Database) -> None:
    threads = [threading.Thread(target=lambda: [write(database, 1) for _ in range(15)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert fault(database) is None
    with database.read() as tx:
        assert [event.seq for event in ledger.events(tx)] == list(range(1, 61))
