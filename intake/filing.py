"""What becomes of a message that was read: filed, review, duplicate, unrelated or quarantined. Pure.

`decide` takes what was read, what is open and what is already known, and returns a `Decision`
with its reasons; the pipeline writes it. The rule behind every line: a reply filed wrongly is worse
than one left for a person, so whatever is not certain goes to review and says why.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from intake import correction, doubts, matching, unrelated
from intake.authenticity import Authenticity
from intake.correction import Earlier
from intake.matching import Match, Unmatched
from intake.reasons import Reason, because
from intake.unrelated import Delivery, Kind
from parsers.model import Field, Letter, Parsed
from parsers.thai import reference
from storage.campaigns import OpenCampaign
from storage.letters import identity

Status = Literal["filed", "review", "duplicate", "unrelated", "quarantined"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What was received before that bears on this message, as people would call it."""

    copy_of: str | None = None
    """The receipt that holds the same bytes."""
    same_message: str | None = None
    """The receipt of the same mail, come another way."""
    about: str | None = None
    """What of ours a report is about."""
    earlier: tuple[Earlier, ...] = ()
    """What stands filed of the agency that wrote the letter, and may be what it repeats or corrects."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """Where the message goes. `campaign` is the one it is filed to, or the likeliest candidate."""

    status: Status
    reasons: tuple[Reason, ...]
    campaign: OpenCampaign | None = None
    confidence: float = 0.0
    copy_of: Earlier | None = None
    """The filing of the same letter in other bytes."""
    supersedes: Earlier | None = None
    """The filing that this letter corrects."""


_ORDINARY = Delivery()

LETTER_CHARS = 20_000
"""Of a document in which a letter stands: what comes later is enclosed."""


def decide(
    parsed: Parsed,
    *,
    received_at: datetime,
    campaigns: Sequence[OpenCampaign],
    known: Known,
    delivery: Delivery = _ORDINARY,
) -> Decision:
    """The fate of one message. `received_at` is aware; dates are compared in Bangkok."""
    if copy := _copy(known):
        return Decision(status="duplicate", reasons=(copy,), confidence=1.0)
    if kind := unrelated.kind(parsed, delivery):
        return _unrelated(parsed, kind, campaigns, known)
    if parsed.letter is None:
        return _without_letter(parsed)
    return _with_letter(parsed, parsed.letter, received_at=received_at, campaigns=campaigns, known=known)


def attested(decision: Decision, evidence: Authenticity) -> Decision:
    """The same decision with what speaks for and against the sender; it moves the confidence alone."""
    if decision.status not in ("filed", "review"):
        return decision
    sure = min(1.0, max(0.0, decision.confidence + evidence.weight))
    return replace(
        decision,
        reasons=decision.reasons + evidence.reasons,
        confidence=round(sure, 4) if decision.status == "filed" else decision.confidence,
    )


def _copy(known: Known) -> Reason | None:
    if known.copy_of:
        return because("copy", original=known.copy_of)
    return because("same-message", original=known.same_message) if known.same_message else None


def _unrelated(parsed: Parsed, kind: Kind, campaigns: Sequence[OpenCampaign], known: Known) -> Decision:
    """No letter, unless it carries one that may be a reply, or something that nobody could read."""
    doubt = because("looks-automatic", kind=kind)
    letter = parsed.letter
    if letter is not None and _value(letter.reference_number) and not _own_campaign(letter, campaigns):
        near = _nearest(letter, campaigns)
        if near or not unrelated.is_certain(parsed):
            return Decision(status="review", reasons=(doubt,), campaign=near)
    if any(unrelated.may_hide_a_letter(kind, document) for document in parsed.documents):
        return Decision(status="review", reasons=(doubt, *_what_hides_a_letter(parsed)))
    return Decision(status="unrelated", reasons=unrelated.reasons(kind, about=known.about))


def _nearest(letter: Letter, campaigns: Sequence[OpenCampaign]) -> OpenCampaign | None:
    """The campaign that a letter cites, exactly or nearly."""
    found = matching.match(letter, campaigns)
    if isinstance(found, Match):
        return found.campaign
    return found.candidates[0] if found.candidates else None


def _without_letter(parsed: Parsed) -> Decision:
    if blocked := tuple(_what_hides_a_letter(parsed)):
        return Decision(status="review", reasons=blocked)
    if parsed.error:
        return Decision(status="quarantined", reasons=(because("unreadable", error=parsed.error),))
    left_out = tuple(_because_of(_LEFT_OUT, parsed))
    return Decision(status="review", reasons=left_out or (because("no-letter"),))


_HIDING = {"encrypted": "encrypted", "no-text-layer": "no-text"}
_LEFT_OUT = {"over-limit": "left-out", "unreadable": "left-out"}


def _what_hides_a_letter(parsed: Parsed) -> Iterator[Reason]:
    yield from _because_of(_HIDING, parsed)


def _because_of(codes: Mapping[str, str], parsed: Parsed) -> Iterator[Reason]:
    """A reason for each document with one of these defects, by the code that stands beside it."""
    for document in parsed.documents:
        for defect, code in codes.items():
            if defect in document.defects:
                yield because(code, name=document.name)


def _with_letter(
    parsed: Parsed,
    letter: Letter,
    *,
    received_at: datetime,
    campaigns: Sequence[OpenCampaign],
    known: Known,
) -> Decision:
    if circular := _own_campaign(letter, campaigns):
        return Decision(status="review", reasons=(because("circular-itself"),), campaign=circular)
    found = matching.match(letter, campaigns)
    if not isinstance(found, Match):
        return _unmatched(letter, found, campaigns, known)
    past = correction.relation(
        letter,
        text_of(parsed, letter),
        identity=identity_of(letter),
        campaign=found.campaign,
        earlier=known.earlier,
    )
    doubtful = (*doubts.of(letter, found.campaign, received_at=received_at), *past.doubts)
    if past.copy_of:
        return _same_letter(found.campaign, past.copy_of, doubtful)
    if doubtful:
        return Decision(status="review", reasons=found.evidence + doubtful, campaign=found.campaign)
    expected = because("expected-sender", province=_value(letter.province))
    return Decision(
        status="filed",
        reasons=(*found.evidence, expected, *past.evidence),
        campaign=found.campaign,
        confidence=_confidence(letter, found),
        supersedes=past.supersedes,
    )


_AGAINST_A_COPY = frozenset({"own-reference-missing", "own-date-missing", "secret"})
"""Doubts about which letter this is, or who may see it; any other was settled with the first copy."""


def _same_letter(campaign: OpenCampaign, first: Earlier, doubtful: tuple[Reason, ...]) -> Decision:
    """A copy, if its number and date were read for certain: a digit misread may make a reply look like one."""
    same = because("same-letter", register=first.register)
    if against := tuple(doubt for doubt in doubtful if doubt.code in _AGAINST_A_COPY):
        return Decision(status="review", reasons=(same, *against), campaign=campaign)
    return Decision(status="duplicate", reasons=(same,), campaign=campaign, confidence=1.0, copy_of=first)


def _unmatched(letter: Letter, found: Unmatched, campaigns: Sequence[OpenCampaign], known: Known) -> Decision:
    """For a person, with the likeliest campaign: a near one, or that of its own letter that it cites."""
    own = correction.cited(letter, known.earlier)
    of_own = [campaign for campaign in campaigns if campaign.id in {one.campaign for one in own}]
    follows = tuple(because("follows-own", register=one.register) for one in own)
    return Decision(
        status="review",
        reasons=found.reasons + follows,
        campaign=next(iter((*found.candidates, *of_own)), None),
    )


def identity_of(letter: Letter) -> str | None:
    """See `storage.letters.identity`."""
    own = reference.parse(_value(letter.reference_number))
    return identity(
        agency=_value(letter.agency), reference_key=own.key if own else None, dated=_value(letter.dated)
    )


def subject_of(letter: Letter) -> str:
    """As it was read; empty if it has none."""
    return _value(letter.subject)


def text_of(parsed: Parsed, letter: Letter) -> str:
    """The text of the document that the letter stands in, as much as a letter has."""
    own = letter.reference_number
    if own is None or own.document >= len(parsed.documents):
        return ""
    return parsed.documents[own.document].text[:LETTER_CHARS]


def _own_campaign(letter: Letter, campaigns: Sequence[OpenCampaign]) -> OpenCampaign | None:
    """The campaign whose circular, or reminder, this letter itself is."""
    own = reference.parse(_value(letter.reference_number))
    for campaign in campaigns:
        if own and own.key in {owned.reference_key for owned in campaign.references}:
            return campaign
    return None


def _value(field: Field | None) -> str:
    return (field.value if field else None) or ""


def _confidence(letter: Letter, found: Match) -> float:
    fields = (letter.reference_number, letter.dated, letter.province)
    return min(found.citation.confidence, *(field.confidence for field in fields if field))
