"""The roster as people handle it: replaced by the department's list, and letters seen in its light.

A name in a letter that was not certain is looked up anew in every list that comes, so it does not
matter whether the roster or the letter was first. What is certain stays: old letters keep the
organisation that they named, whatever it is called today.
"""

from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache

from sqlmodel import Session

from intake import rows
from intake.roster_file import Listing
from storage import ledger, roster
from storage.database import Database
from storage.roster import Change


@dataclass(frozen=True, kw_only=True, slots=True)
class Replaced:
    """What became of the roster, and how many names in letters have become certain by it."""

    change: Change
    recognised: int


def replace(database: Database, listing: Listing, *, sha256: str, at: datetime) -> Replaced:
    """Make the roster what `listing` says; `sha256` names the stored list. One transaction with its event.

    Raises `storage.errors.StorageError`; nothing was changed.
    """
    with database.begin() as tx:
        unread = {fault.code for fault in listing.faults}
        change = roster.replace(tx, listing.entries, unread=unread, at=at)
        replaced = Replaced(change=change, recognised=_look_up_again(tx))
        facts = asdict(change) | {
            "recognised": replaced.recognised,
            "refused": len(listing.faults),
            "sha256": sha256,
        }
        ledger.append(tx, "roster-imported", facts, at=at)
    return replaced


def _look_up_again(tx: Session) -> int:
    listed = cache(lambda province: roster.entries(tx, province=province))
    unsettled = roster.unsettled(tx)
    for letter, mention in unsettled:
        rows.recognise(letter, [mention], listed(letter.province))
    return sum(mention.certainty == "certain" for _, mention in unsettled)
