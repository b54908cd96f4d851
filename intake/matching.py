"""Which campaign a letter answers, by the references that it cites. Pure.

A letter is matched only when exactly one open campaign owns a cited reference with the same
number, series (ว or not) and date, and the issuer is the same where the citation names one:
numbers restart each year, and the ministry and the department share prefixes (DOMAIN.md 0.4).
Everything nearer or farther than that is `Unmatched` with its reasons; a fuzzy number alone
never matches, since ว ๒๐๐ and ว ๒๐๑ are both real letters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from intake.reasons import Reason, because
from parsers.model import Citation, Letter
from parsers.thai import reference
from parsers.thai.text import normal_form
from storage.campaigns import OpenCampaign
from storage.campaigns import Reference as Owned

CERTAIN = 0.9
"""The confidence below which a value that was read does not file by itself."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """The one campaign that is answered, and the evidence."""

    campaign: OpenCampaign
    citation: Citation
    evidence: tuple[Reason, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Unmatched:
    """No campaign for certain. `candidates` are near ones, nearest first."""

    reasons: tuple[Reason, ...]
    candidates: tuple[OpenCampaign, ...] = ()


def match(letter: Letter, campaigns: Sequence[OpenCampaign]) -> Match | Unmatched:
    """The campaign that `letter` answers, for certain or not at all."""
    found = sorted(_comparisons(letter, campaigns), key=lambda one: _NEAREST_FIRST.index(one.reason.code))
    exact = {one.campaign.id: one for one in found if one.reason.code == "cites-exactly"}
    if len(exact) == 1:
        (one,) = exact.values()
        return Match(campaign=one.campaign, citation=one.citation, evidence=(one.reason,))
    return Unmatched(
        reasons=_why_not(letter, list(exact.values()) or found),
        candidates=tuple({one.campaign.id: one.campaign for one in found}.values()),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Comparison:
    """How near one citation comes to one campaign."""

    campaign: OpenCampaign
    citation: Citation
    reason: Reason


_NEAREST_FIRST = (
    "cites-exactly",
    "citation-doubtful",
    "citation-undated",
    "citation-other-issuer",
    "citation-other-date",
    "citation-other-series",
    "citation-near",
)


def _comparisons(letter: Letter, campaigns: Sequence[OpenCampaign]) -> Iterator[_Comparison]:
    for citation in letter.cites:
        cited = reference.parse(citation.reference_number or "")
        if cited is None:
            continue
        for campaign in campaigns:
            for owned in campaign.references:
                if reason := _compare(cited, citation, owned, campaign.issuer):
                    yield _Comparison(campaign=campaign, citation=citation, reason=reason)


def _compare(
    cited: reference.Reference, citation: Citation, owned: Owned, issuer: str | None
) -> Reason | None:
    """What this citation is to that reference; `None` when it is a stranger to it."""
    if cited.key != owned.reference_key:
        return _near_miss(cited, citation, owned)
    dated = owned.dated.isoformat()
    if citation.dated is None:
        return because("citation-undated", cited=cited.value, dated=dated)
    if citation.dated != dated:
        return because("citation-other-date", cited=cited.value, cited_date=citation.dated, dated=dated)
    if citation.agency and issuer and not _same_office(citation.agency, issuer):
        return because("citation-other-issuer", cited_issuer=citation.agency, issuer=issuer)
    if citation.confidence < CERTAIN:
        return because("citation-doubtful", cited=cited.value)
    return because("cites-exactly", cited=f"{cited.value} ({dated})")


def _same_office(cited: str, issuer: str) -> bool:
    """Whether a name means that office; clerks shorten it with ฯ (กรมส่งเสริมฯ)."""
    stem, shortened, _ = normal_form(cited).partition("ฯ")
    full = normal_form(issuer)
    return full.startswith(stem.strip()) if shortened else stem == full


def _near_miss(cited: reference.Reference, citation: Citation, owned: Owned) -> Reason | None:
    if citation.dated not in (None, owned.dated.isoformat()):
        return None
    if cited.key.replace("ว", "") == owned.reference_key.replace("ว", ""):
        return because("citation-other-series", cited=cited.value, campaign=owned.reference)
    if OSA.distance(cited.key, owned.reference_key, score_cutoff=1) <= 1:
        return because("citation-near", cited=cited.value, campaign=owned.reference)
    return None


def _why_not(letter: Letter, found: Sequence[_Comparison]) -> tuple[Reason, ...]:
    if not letter.cites:
        return (because("no-citation"),)
    if not found:
        cited = ", ".join(citation.reference_number or citation.raw for citation in letter.cites)
        return (because("unknown-citation", cited=cited),)
    if found[0].reason.code == "cites-exactly":
        return (because("several-campaigns", campaigns=", ".join(one.campaign.reference for one in found)),)
    return tuple(dict.fromkeys(one.reason for one in found))
