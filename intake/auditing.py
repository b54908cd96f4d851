"""What auditors do: take the register out, and have the installation proved."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from intake.export import register
from intake.store import Store
from storage import ledger, letters, receipts
from storage.errors import OriginalDamaged, OriginalMissing
from storage.models import Campaign


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """Something that was edited, removed, truncated or reordered, and where."""

    place: str
    what: str


def export(
    store: Store,
    path: Path,
    *,
    format: register.Format,
    campaign: Campaign | None,
    from_: date | None,
    to: date | None,
    at: datetime,
) -> int:
    """Write the register, of one campaign or of all, to `path`; the number of lines.

    `from_` and `to` are days of receipt in Bangkok, both included. Raises `OSError`.
    """
    with store.database.read() as tx:
        count = register.write(letters.register_rows(tx, campaign, from_, to), path, format)
    facts = {"campaign": campaign.reference if campaign else None, "format": format, "letters": count}
    with store.database.begin() as tx:
        ledger.append(tx, "exported", facts, at=at)
    return count


def verify(store: Store) -> Iterator[Fault]:
    """Every fault of this installation: the ledger's first, then each original that is not whole."""
    with store.database.read() as tx:
        if fault := ledger.verify(tx):
            yield Fault(place=f"ledger event {fault.seq}", what=fault.what)
        for sha256 in receipts.originals(tx):
            try:
                store.originals.get(sha256)
            except (OriginalMissing, OriginalDamaged) as error:
                yield Fault(place=f"original {sha256}", what=str(error))
