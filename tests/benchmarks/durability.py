"""What durability alone costs: one original of 100 KB and one row, both on disk, over and over.

The floor under every other rate: nothing that promises to keep a message can be faster than this.
The folder is the system's temporary one (`TMPDIR`), as for the other measurements of a run.
"""

import os
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from storage import receipts
from storage.database import Database
from storage.originals import Originals

_SECONDS = 5.0
_ORIGINAL_BYTES = 100_000


def measure() -> dict[str, float]:
    """`durable_commits_per_second`: bytes fsynced, then their receipt committed, one after another."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/intake.db")
        database.migrate()
        originals = Originals(Path(folder) / "originals")
        begun, done = time.monotonic(), 0
        while (elapsed := time.monotonic() - begun) < _SECONDS:
            _commit(database, originals, done)
            done += 1
        database.close()
    return {"durable_commits_per_second": done / elapsed}


def _commit(database: Database, originals: Originals, n: int) -> None:
    raw = os.urandom(_ORIGINAL_BYTES)
    sha256 = originals.put(raw)
    with database.begin() as tx:
        receipts.add(
            tx,
            delivery=f"benchmark:{n}",
            sha256=sha256,
            size=len(raw),
            channel="benchmark",
            source="benchmark",
            envelope_from=None,
            envelope_to=[],
            received_at=datetime.now(UTC),
        )


if __name__ == "__main__":
    print(measure())
