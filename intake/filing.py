"""What becomes of a message that was read: filed, review, duplicate, unrelated or quarantined. Pure.

`decide` takes what was read, what is open and what is already known, and returns a `Decision`
with its reasons; the pipeline writes it. The rule behind every line: a reply filed wrongly is worse
than one left for a person, so whatever is not certain goes to review and says why.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from intake import matching
from intake.matching import CERTAIN, Match
from intake.reasons import Reason, because
from parsers.model import Field, Letter, Parsed
from parsers.thai import reference
from storage.campaigns import OpenCampaign

BANGKOK = ZoneInfo("Asia/Bangkok")

Status = Literal["filed", "review", "duplicate", "unrelated", "quarantined"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What was received before that bears on this message, as people would call it."""

    copy_of: str | None = None
    """The receipt that holds the same bytes."""
    registered_as: str | None = None
    """The register number of the same letter (sender, number, date) in other bytes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """Where the message goes. `campaign` is the one it is filed to, or the likeliest candidate."""

    status: Status
    reasons: tuple[Reason, ...]
    campaign: OpenCampaign | None = None
    confidence: float = 0.0


def decide(
    parsed: Parsed, *, received_at: datetime, campaigns: Sequence[OpenCampaign], known: Known
) -> Decision:
    """The fate of one message. `received_at` is aware; dates are compared in Bangkok."""
    if known.copy_of:
        return Decision(
            status="duplicate", reasons=(because("copy", original=known.copy_of),), confidence=1.0
        )
    if parsed.message and parsed.message.noise:
        return Decision(status="unrelated", reasons=(because("noise", kind=parsed.message.noise),))
    if parsed.letter is None:
        return _without_letter(parsed)
    return _with_letter(parsed.letter, received_at=received_at, campaigns=campaigns, known=known)


def _without_letter(parsed: Parsed) -> Decision:
    if blocked := tuple(_what_hides_a_letter(parsed)):
        return Decision(status="review", reasons=blocked)
    if parsed.error:
        return Decision(status="quarantined", reasons=(because("unreadable", error=parsed.error),))
    return Decision(status="review", reasons=(because("no-letter"),))


_HIDING = {"encrypted": "encrypted", "no-text-layer": "no-text"}


def _what_hides_a_letter(parsed: Parsed) -> Iterator[Reason]:
    for document in parsed.documents:
        for defect, code in _HIDING.items():
            if defect in document.defects:
                yield because(code, name=document.name)


def _with_letter(
    letter: Letter, *, received_at: datetime, campaigns: Sequence[OpenCampaign], known: Known
) -> Decision:
    if circular := _own_campaign(letter, campaigns):
        return Decision(status="review", reasons=(because("circular-itself"),), campaign=circular)
    found = matching.match(letter, campaigns)
    if not isinstance(found, Match):
        likeliest = found.candidates[0] if found.candidates else None
        return Decision(status="review", reasons=found.reasons, campaign=likeliest)
    campaign = found.campaign
    if known.registered_as:
        same = because("same-letter", register=known.registered_as)
        return Decision(status="duplicate", reasons=(same,), campaign=campaign, confidence=1.0)
    if doubts := tuple(_doubts(letter, campaign, received_at)):
        return Decision(status="review", reasons=found.evidence + doubts, campaign=campaign)
    expected = because("expected-sender", province=_value(letter.province))
    return Decision(
        status="filed",
        reasons=(*found.evidence, expected),
        campaign=campaign,
        confidence=_confidence(letter, found),
    )


def _own_campaign(letter: Letter, campaigns: Sequence[OpenCampaign]) -> OpenCampaign | None:
    """The campaign whose circular, or reminder, this letter itself is."""
    own = reference.parse(_value(letter.reference_number))
    for campaign in campaigns:
        if own and own.key in {owned.reference_key for owned in campaign.references}:
            return campaign
    return None


def _doubts(letter: Letter, campaign: OpenCampaign, received_at: datetime) -> Iterator[Reason]:
    """Everything that keeps a letter with an exact citation from being filed by itself."""
    if letter.secrecy:
        yield because("secret", mark=letter.secrecy)
    if not _certain(letter.reference_number):
        yield because("own-reference-missing")
    yield from _doubts_of_date(letter, campaign, received_at)
    yield from _doubts_of_sender(letter, campaign)


def _doubts_of_date(letter: Letter, campaign: OpenCampaign, received_at: datetime) -> Iterator[Reason]:
    if not _certain(letter.dated):
        yield because("own-date-missing")
        return
    earliest, latest = _span(_value(letter.dated))
    received = received_at.astimezone(BANGKOK).date()
    if latest < campaign.dated:
        yield because("dated-before-circular", dated=latest, circular=campaign.dated)
    if earliest > received + timedelta(days=1):
        yield because("dated-after-receipt", dated=earliest, received=received)


def _doubts_of_sender(letter: Letter, campaign: OpenCampaign) -> Iterator[Reason]:
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


def _confidence(letter: Letter, found: Match) -> float:
    fields = (letter.reference_number, letter.dated, letter.province)
    return min(found.citation.confidence, *(field.confidence for field in fields if field))
