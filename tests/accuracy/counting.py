"""How many fields were read, missed and made up: by field and by stratum; how often a confidence is right."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from tests.accuracy.judging import KEY_FIELDS, Claim, Verdict
from tests.accuracy.prints import Print

BUCKETS = ((0.0, 0.5), (0.5, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 0.98), (0.98, 1.0))
"""Of confidence; each but the last without its upper end."""

_SCRIPTS = MappingProxyType({"thai": "Thai digits", "arabic": "Arabic digits", "as-authored": "mixed digits"})

STRATA: Mapping[str, Callable[[Print], str | None]] = MappingProxyType(
    {
        "producer": lambda one: None if one.is_damaged else one.producer,
        "kind": lambda one: None if one.is_damaged else one.letter.kind,
        "digits": lambda one: None if one.is_damaged else _SCRIPTS[one.letter.script],
        "damage": lambda one: one.producer if one.is_damaged else None,
    }
)
"""By what prints are divided: each print's stratum, or `None` where it is in none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """Fields by their fate."""

    fates: Counter[str]

    @property
    def total(self) -> int:
        return self.fates.total()

    def share(self, *fates: str) -> float:
        """Of all, 0 to 1."""
        return sum(self.fates[fate] for fate in fates) / self.total if self.total else 0.0


def by_field(verdicts: Iterable[Verdict]) -> dict[str, Tally]:
    """In the order in which the fields first come."""
    fates: dict[str, Counter[str]] = {}
    for verdict in verdicts:
        fates.setdefault(verdict.field, Counter())[verdict.fate] += 1
    return {field: Tally(fates=counted) for field, counted in fates.items()}


def strata(verdicts: Iterable[Verdict], division: str) -> dict[str, list[Verdict]]:
    """The verdicts of each stratum of a division of `STRATA`, the strata by name."""
    found: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        stratum = STRATA[division](verdict.print)
        if stratum is not None:
            found.setdefault(stratum, []).append(verdict)
    return dict(sorted(found.items()))


@dataclass(frozen=True, kw_only=True, slots=True)
class Keys:
    """Of how many prints reference, date, cites and province are all exact, and how many of these values
    are wrong or made up."""

    prints: int
    exact: int
    values: int
    wrong: int


def keys(verdicts: Sequence[Verdict]) -> Keys:
    concerned = [verdict for verdict in verdicts if verdict.field in KEY_FIELDS]
    names = {verdict.print.name for verdict in concerned}
    failed = {verdict.print.name for verdict in concerned if verdict.fate != "exact"}
    return Keys(
        prints=len(names),
        exact=len(names - failed),
        values=len(concerned),
        wrong=sum(verdict.fate in ("wrong", "invented") for verdict in concerned),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Reliability:
    """Claims whose confidence lies between `low` and `high`: how many, how many right, their mean confidence."""

    low: float
    high: float
    claims: int
    right: int
    mean: float


def reliability(claims: Sequence[Claim]) -> list[Reliability]:
    """One row for each of `BUCKETS` that has claims."""
    rows = []
    for low, high in BUCKETS:
        held = [one for one in claims if low <= one.confidence < high or one.confidence == high == 1.0]
        if held:
            rows.append(
                Reliability(
                    low=low,
                    high=high,
                    claims=len(held),
                    right=sum(one.right for one in held),
                    mean=sum(one.confidence for one in held) / len(held),
                )
            )
    return rows
