"""Files through the front door: what `intake ingest` does, without the printing.

Every message or letter below a path is accepted like any other mail and then waited for. The work
is done by this process, or by the running service where there is one. Each run is a delivery of its
own: the same file handed in twice is one letter and a duplicate.
"""

import time
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import UUID, uuid4

from intake import facts
from intake.app import App
from intake.channels import files
from intake.facts import Facts
from intake.receive import Envelope

_IN_FLIGHT = 200
_POLL_SECONDS = 0.05


def ingest(app: App, paths: Iterable[Path]) -> Iterator[Facts]:
    """Take everything below `paths`; the facts of each message once it is settled, in order.

    Raises `storage.errors.StorageError`: what came before is safe.
    """
    run = uuid4()
    waiting: deque[Facts | str] = deque()
    for path in paths:
        for item in files.messages(path):
            if len(waiting) >= _IN_FLIGHT:
                yield _settled(app, waiting.popleft())
            waiting.append(_take(app, item, run))
    while waiting:
        yield _settled(app, waiting.popleft())


def _take(app: App, item: files.Item, run: UUID) -> Facts | str:
    """The receipt's id, or at once the facts of what could not be taken."""
    # A file name in another encoding holds lone surrogates, which no database takes.
    source = item.source.encode("utf-8", "backslashreplace").decode()
    if item.raw is None:
        return facts.of_untaken(source, item.error or "")
    envelope = Envelope(delivery=f"file:{source}#{run}", channel="ingest", source=source)
    return app.door.accept(item.raw, envelope).id


def _settled(app: App, taken: Facts | str) -> Facts:
    if not isinstance(taken, str):
        return taken
    while True:
        with app.database.read() as tx:
            found = facts.of_receipt(tx, taken)
        if found["status"] != "received":
            return found
        time.sleep(_POLL_SECONDS)
