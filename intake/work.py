"""Durable work: every receipt is processed once, whatever dies in between (DBOS Transact).

The queue lives in the same database as the receipts, so that enqueuing commits or rolls back with
the receipt, its workflow id is the receipt id, and a queued receipt can neither be lost nor run
twice side by side. A step that was cut short by `kill -9` runs again at the next start;
the pipeline makes the second run change nothing.

One process at a time works on an embedded (SQLite) home, held by a file lock that dies with its
process. That makes recovery at start right by construction: whatever is pending belongs to the dead.
A process that does not get the lock (`intake ingest` beside a running service) only enqueues.

A receipt whose reading fails `attempts` times is handed to `give_up`. A store that is full or away
is not the receipt's fault: that work waits and tries again for as long as it takes.
"""

import fcntl
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

import structlog
from dbos import DBOS, DBOSClient, DBOSConfig
from sqlalchemy import Engine
from sqlmodel import Session

from storage.errors import StorageError

log = structlog.get_logger()

_QUEUE = "letters"
_WORKFLOW = "process"
_VERSION = "1"
"""Pinned: work of another version would stay pending for ever."""
_POLL_SECONDS = 0.2
_AHEAD = 16
"""Receipts in progress per child: each poll takes what became free since the last one."""
_STORE_WAIT_SECONDS = 10.0
_DRAIN_SECONDS = 30


class Work:
    """The queue of one database. `start` and `stop` once; `enqueue` in any transaction."""

    def __init__(
        self,
        *,
        engine: Engine,
        lock_file: Path,
        process: Callable[[str], None],
        give_up: Callable[[str, str], None],
        attempts: int,
        slots: int,
    ) -> None:
        self._engine = engine
        self._lock_file = lock_file
        self._process = process
        self._give_up = give_up
        self._attempts = attempts
        self._slots = slots
        self._stack = ExitStack()
        self._stopping = threading.Event()
        self._counting = threading.Lock()
        self._in_progress = 0
        self._client: DBOSClient | None = None

    def start(self) -> bool:
        """Begin to work if no other process does; `False` if one does already."""
        if held := _hold(self._lock_file):
            self._stack.enter_context(held)
            self._launch()
        self._client = DBOSClient(system_database_engine=self._engine)
        return held is not None

    def stop(self) -> None:
        """Let work in progress end, leave the rest queued, give the lock back."""
        self._stack.close()

    def enqueue(self, session: Session, receipt_id: str) -> None:
        """Queue a receipt inside the caller's transaction; a receipt already queued stays as it is."""
        if self._client is None:
            raise RuntimeError("Work.start comes first: it makes the queue's tables")
        self._client.enqueue_in_transaction(
            session,
            {
                "workflow_name": _WORKFLOW,
                "queue_name": _QUEUE,
                "workflow_id": receipt_id,
                "app_version": _VERSION,
            },
            receipt_id,
        )

    def _launch(self) -> None:
        DBOS(config=_config(self._engine))
        self._stack.callback(self._leave)

        @DBOS.workflow(name=_WORKFLOW)
        def workflow(receipt_id: str) -> None:
            with self._in_hand():
                self._attempts_then_giving_up(receipt_id)

        DBOS.launch()
        DBOS.register_queue(
            _QUEUE, worker_concurrency=self._slots * _AHEAD, polling_interval_sec=_POLL_SECONDS
        )

    def _leave(self) -> None:
        self._stopping.set()
        # DBOS waits in whole seconds, so it is asked to wait only if there is something to wait for.
        seconds = _DRAIN_SECONDS if self._in_progress else 0
        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=seconds)

    @contextmanager
    def _in_hand(self) -> Iterator[None]:
        with self._counting:
            self._in_progress += 1
        try:
            yield
        finally:
            with self._counting:
                self._in_progress -= 1

    def _attempts_then_giving_up(self, receipt_id: str) -> None:
        """Always ends normally: a workflow that failed would be a receipt forgotten."""
        error = None
        for attempt in range(1, self._attempts + 1):
            error = DBOS.run_step({"name": "attempt"}, self._attempt, receipt_id)
            if error is None:
                return
            DBOS.sleep(2.0**attempt)
        DBOS.run_step({"name": "give-up"}, self._patiently, self._give_up, receipt_id, error)

    def _attempt(self, receipt_id: str) -> str | None:
        """`None`, or in one sentence why this attempt failed."""
        try:
            self._patiently(self._process, receipt_id)
        except Exception as error:  # whatever one message provokes must not stop the others
            log.exception("attempt failed", receipt=receipt_id)
            return str(error) or type(error).__name__
        return None

    def _patiently(self, do: Callable[..., None], *args: object) -> None:
        """`do(*args)`, again and again while the store is full, busy or away."""
        while True:
            try:
                return do(*args)
            except StorageError as error:
                if not error.retryable or self._stopping.wait(_STORE_WAIT_SECONDS):
                    raise
                log.warning("waiting for the store", why=str(error))


def _config(engine: Engine) -> DBOSConfig:
    return {
        "name": "saraban-intake",
        "system_database_engine": engine,
        "system_database_url": engine.url.render_as_string(hide_password=False),
        "application_version": _VERSION,
        "executor_id": "embedded",
        "use_listen_notify": False,
        "console_log_level": "WARNING",
    }


def _hold(path: Path) -> IO[str] | None:
    """The open, locked file, or `None` if another process has it. The system frees it on death."""
    file = path.open("a")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file
