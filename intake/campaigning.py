"""Campaigns as people handle them: opened from a circular, named by its number, closed.

Each act is one transaction with its event in the ledger.
"""

from datetime import date, datetime

from sqlmodel import Session

from intake.opening import Opening
from parsers.thai import reference
from storage import campaigns, ledger
from storage.database import Database
from storage.errors import CampaignUnknown
from storage.models import Campaign


def open(database: Database, prepared: Opening, *, sha256: str | None, at: datetime) -> Campaign:
    """Open what was prepared; `sha256` names the stored circular.

    Raises `storage.errors.CampaignExists` for a circular that was opened before.
    """
    with database.begin() as tx:
        campaign = campaigns.open(
            tx,
            reference=prepared.reference.value,
            reference_key=prepared.reference.key,
            issuer=prepared.issuer,
            dated=prepared.dated,
            subject=prepared.subject,
            due=prepared.due,
            addressees=prepared.addressees,
            opened_at=at,
            sha256=sha256,
        )
        facts = {"campaign": campaign.reference, "dated": campaign.dated.isoformat(), "sha256": sha256}
        ledger.append(tx, "campaign-opened", facts, at=at)
    return campaign


def close(database: Database, name: str, *, dated: date | None, at: datetime) -> Campaign:
    """Take no more replies for the campaign called `name`. Raises as `named` does."""
    with database.begin() as tx:
        campaign = named(tx, name, dated=dated)
        campaigns.close(tx, campaign.reference_key, closed_at=at, dated=campaign.dated)
        facts = {"campaign": campaign.reference, "dated": campaign.dated.isoformat()}
        ledger.append(tx, "campaign-closed", facts, at=at)
    return campaign


def named(tx: Session, name: str, *, dated: date | None = None) -> Campaign:
    """The campaign that a person means by `name`, in any spelling and digit script.

    Raises `storage.errors.CampaignUnknown` and `CampaignAmbiguous`.
    """
    number = reference.parse(name)
    if number is None:
        raise CampaignUnknown(name)
    return campaigns.by_reference(tx, number.key, dated=dated)
