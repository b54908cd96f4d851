"""The queue keeps its promises across rollbacks, failures, a full store and `kill -9`."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from intake.work import Work
from storage.database import Database
from storage.errors import StoreFull

Process = Callable[[str], None]


@contextmanager
def _working(
    home: Path,
    process: Process,
    give_up: Callable[[str, str], None] = lambda receipt_id, error: None,
    *,
    attempts: int = 2,
) -> Iterator[tuple[Work, Database]]:
    database = Database(f"sqlite:///{home / 'queue.sqlite'}")
    database.migrate()
    work = Work(
        engine=database.engine,
        lock_file=home / "work.lock",
        process=process,
        give_up=give_up,
        attempts=attempts,
        slots=1,
    )
    try:
        assert work.start()
        yield work, database
    finally:
        work.stop()
        database.close()


def _until(condition: Callable[[], bool], seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def test_what_is_enqueued_is_processed_once(tmp_path: Path) -> None:
    done: list[str] = []
    with _working(tmp_path, done.append) as (work, database):
        for number in range(20):
            with database.begin() as tx:
                work.enqueue(tx, f"r{number}")
                work.enqueue(tx, f"r{number}")
        _until(lambda: len(done) >= 20)
    assert sorted(done) == sorted(f"r{number}" for number in range(20))


def test_what_is_rolled_back_is_not_queued(tmp_path: Path) -> None:
    done: list[str] = []
    with _working(tmp_path, done.append) as (work, database):
        with pytest.raises(KeyError), database.begin() as tx:
            work.enqueue(tx, "never")
            raise KeyError
        with database.begin() as tx:
            work.enqueue(tx, "after")
        _until(lambda: bool(done))
    assert done == ["after"]


def test_a_receipt_that_fails_every_attempt_is_given_up_with_its_reason(tmp_path: Path) -> None:
    given_up: list[tuple[str, str]] = []
    attempts: list[str] = []

    def process(receipt_id: str) -> None:
        attempts.append(receipt_id)
        raise ValueError("the child died")

    with _working(tmp_path, process, lambda *what: given_up.append(what)) as (work, database):
        with database.begin() as tx:
            work.enqueue(tx, "bad")
        _until(lambda: bool(given_up))
    assert given_up == [("bad", "the child died")]
    assert attempts == ["bad", "bad"]


def test_a_full_store_costs_no_attempt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.work._STORE_WAIT_SECONDS", 0.05)
    seen: list[str] = []
    given_up: list[str] = []

    def process(receipt_id: str) -> None:
        seen.append(receipt_id)
        if len(seen) < 6:
            raise StoreFull

    with _working(tmp_path, process, lambda *what: given_up.append(what[0])) as (work, database):
        with database.begin() as tx:
            work.enqueue(tx, "r1")
        _until(lambda: len(seen) == 6)
    assert given_up == []


def test_a_second_process_only_enqueues_and_the_first_does_the_work(tmp_path: Path) -> None:
    done: list[str] = []
    with _working(tmp_path, done.append) as (_, database):
        second = Work(
            engine=database.engine,
            lock_file=tmp_path / "work.lock",
            process=pytest.fail,
            give_up=pytest.fail,
            attempts=1,
            slots=1,
        )
        assert not second.start()
        with database.begin() as tx:
            second.enqueue(tx, "r1")
        _until(lambda: done == ["r1"])
        second.stop()


_VICTIM = """
import sys, time
from pathlib import Path
from tests.integration.test_work import _working
home = Path(sys.argv[1])
def process(receipt_id):
    (home / f"begun-{receipt_id}").touch()
    time.sleep(60)
with _working(home, process) as (work, database):
    for number in range(5):
        with database.begin() as tx:
            work.enqueue(tx, f"r{number}")
    print("queued", flush=True)
    time.sleep(60)
"""


def test_work_cut_by_kill_nine_is_done_at_the_next_start(tmp_path: Path) -> None:
    root = Path(__file__).parent.parent.parent
    victim = subprocess.Popen(
        [sys.executable, "-c", _VICTIM, str(tmp_path)], cwd=root, stdout=subprocess.PIPE
    )
    try:
        assert victim.stdout is not None
        assert victim.stdout.readline() == b"queued\n"
        _until(lambda: any(tmp_path.glob("begun-*")))
    finally:
        os.kill(victim.pid, signal.SIGKILL)
        victim.wait()
    done: list[str] = []
    with _working(tmp_path, done.append):
        _until(lambda: len(done) == 5)
    assert sorted(done) == [f"r{number}" for number in range(5)]


def test_stopping_waits_for_the_work_in_hand(tmp_path: Path) -> None:
    begun, done = threading.Event(), threading.Event()

    def process(receipt_id: str) -> None:
        begun.set()
        time.sleep(0.5)
        done.set()

    with _working(tmp_path, process) as (work, database):
        with database.begin() as tx:
            work.enqueue(tx, "r1")
        assert begun.wait(30)
    assert done.is_set()
