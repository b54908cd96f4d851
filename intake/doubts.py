"""Everything that keeps a letter with an exact citation from being filed by itself. Pure.

Dates are compared in Bangkok. The rule behind all of it: a value that was not read for certain, or does
not fit the campaign, is for a person.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from intake.matching import CERTAIN
from intake.reasons import Reason, because
from parsers.model import Field, Letter
from parsers.thai import reference
from storage import register
from storage.campaigns import OpenCampaign


def of(letter: Letter, campaign: OpenCampaign, *, received_at: datetime) -> Iterator[Reason]:
    """Each doubt about `letter` as a reply to `campaign`; `received_at` is aware."""
    if letter.secrecy:
        yield because("secret", mark=letter.secrecy)
    if not _certain(letter.reference_number):
        yield because("own-reference-missing")
    yield from _of_date(letter, campaign, received_at)
    yield from _of_sender(letter, campaign)


def _of_date(letter: Letter, campaign: OpenCampaign, received_at: datetime) -> Iterator[Reason]:
    if not _certain(letter.dated):
        yield because("own-date-missing")
        return
    earliest, latest = _span(_value(letter.dated))
    received = register.day(received_at)
    if latest < campaign.dated:
        yield because("dated-before-circular", dated=latest, circular=campaign.dated)
    if earliest > received + timedelta(days=1):
        yield because("dated-after-receipt", dated=earliest, received=received)


def _of_sender(letter: Letter, campaign: OpenCampaign) -> Iterator[Reason]:
    if not _certain(letter.province):
        yield because("sender-unknown")
    elif (province := _value(letter.province)) not in campaign.addressees:
        yield because("sender-unexpected", province=province)
    elif not _speaks_for_province(letter):
        yield because("sender-below-province", agency=_value(letter.agency) or "-")


def _speaks_for_province(letter: Letter) -> bool:
    """Province offices write under letter code + 00xx; districts and organisations do not
    (DOMAIN.md 2.2)."""
    own = reference.parse(_value(letter.reference_number))
    return own is not None and own.owner.startswith("00") and len(own.owner.split(".")[0]) == 4


def _span(dated: str) -> tuple[date, date]:
    """First and last day that an ISO date or month may mean."""
    if len(dated) > len("2019-02"):
        return date.fromisoformat(dated), date.fromisoformat(dated)
    first = date.fromisoformat(f"{dated}-01")
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _value(field: Field | None) -> str:
    return (field.value if field else None) or ""


def _certain(field: Field | None) -> bool:
    return field is not None and field.value is not None and field.confidence >= CERTAIN
