"""What the sentences of a reply come to together, and how sure that is.

Pure: from the cues of the sentences to the outcome of the letter, by a table in the order in which it is
asked. A yes with a not-yet beside it is `partial`; an answer goes before having passed the question on, and
passing it on before the intention to; a no of a province's organisations is its nil report, a no of its own
declines.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Final

from parsers.letter.cues import Cue
from parsers.letter.statements import Sentence
from parsers.model import Outcome

_ORGANISATIONS = re.compile(r"แห่ง|องค์กรปกครอง|อปท|หน่วยงาน|เทศบาล|อบต|ส่วนราชการ|อำเภอ")

# What must be said, each by one of some cues, and the outcome: the first line that fits decides.
_TABLE: Final[tuple[tuple[tuple[tuple[Cue, ...], ...], Outcome], ...]] = (
    ((("partly",),), "partial"),
    ((("joined",), ("pending", "rest")), "partial"),
    ((("joined",),), "confirmed"),
    ((("returned",),), "declined"),
    ((("none",), ("pending",)), "unclear"),  # none so far
    ((("none",),), "nil"),
    ((("agreed",),), "confirmed"),
    ((("refused",),), "declined"),
    ((("asked",),), "unclear"),
    ((("did",), ("pending", "rest")), "partial"),
    ((("sent",), ("rest",)), "partial"),
    ((("did",),), "confirmed"),
    ((("pending", "rest"),), "unclear"),
    ((("sent",),), "confirmed"),
    ((("told", "known", "planned"),), "acknowledged"),
    ((("counted", "except"),), "confirmed"),
)
# Cues beside an outcome's own that make it doubtful.
_AT_ODDS: Final[dict[Outcome, frozenset[Cue]]] = {
    "confirmed": frozenset({"none", "returned", "asked", "promised", "pending", "refused"}),
    "nil": frozenset({"did", "sent", "promised", "asked", "returned", "agreed"}),
    "declined": frozenset({"did", "sent", "agreed", "asked", "pending", "known"}),
    "partial": frozenset({"none", "refused", "asked", "returned"}),
    "acknowledged": frozenset({"promised"}),
}

# How far each cue carries where its words are plain: the share of outcomes that rested on it and were right on
# letters and sentences by others when the rules first met them, rounded.
_CARRIES: Final[dict[Cue, float]] = {
    "joined": 0.95,
    "agreed": 0.95,
    "partly": 0.92,
    "returned": 0.92,
    "none": 0.92,
    "refused": 0.92,
    "did": 0.9,
    "told": 0.88,
    "known": 0.85,
    "planned": 0.8,
    "sent": 0.8,
}
# Beside a clause that says something which no rule explains.
_IN_PART: Final = 0.9
_AGAINST_ODDS: Final = 0.7
_GUESSED: Final = 0.6
_UNCLEAR: Final = 0.3


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """`resting_on`: the sentences that carry the outcome."""

    outcome: Outcome
    resting_on: tuple[Sentence, ...]
    confidence: float


def of(sentences: Sequence[Sentence], *, is_local: bool) -> Verdict:
    """What a letter says; `is_local`: its sender is an organisation itself."""
    said = frozenset(one.cue for one in sentences if one.cue)
    cues = _reliable(said, {one.cue for one in sentences if one.sure})
    for needed, outcome in _TABLE:
        if all(cues.intersection(some) for some in needed):
            own = {cue for some in needed for cue in some}
            resting_on = tuple(one for one in sentences if one.cue in own)
            told = _by_whom(outcome, own, resting_on, is_local=is_local)
            carries = _carries(told, resting_on, beside=[one for one in sentences if one.cue not in own])
            return Verdict(outcome=told, resting_on=resting_on, confidence=carries)
    return Verdict(outcome="unclear", resting_on=(), confidence=_UNCLEAR)


def _reliable(cues: frozenset[Cue], sure: Set[Cue | None]) -> frozenset[Cue]:
    """`cues` without a yes that is only likely, where a plain no stands against it, and the other way round."""
    if "joined" not in sure and sure & {"none", "returned", "refused"}:
        return cues - {"joined"}
    return cues - {"none"} if "none" not in sure and "agreed" in sure else cues


def _by_whom(outcome: Outcome, own: Set[Cue], resting_on: Sequence[Sentence], *, is_local: bool) -> Outcome:
    """That none of its organisations wants to is a province's nil report."""
    if "refused" not in own or is_local:
        return outcome
    of_others = any(_ORGANISATIONS.search(one.before + one.passage.text) for one in resting_on)
    return "nil" if of_others else outcome


def _carries(outcome: Outcome, resting_on: Sequence[Sentence], beside: Sequence[Sentence]) -> float:
    """The confidence in `outcome`, by its plainest sentence and by what else is said."""
    if outcome == "unclear":
        return _UNCLEAR
    plain = max(
        (_CARRIES.get(one.cue, _GUESSED) for one in resting_on if one.sure and one.cue), default=_GUESSED
    )
    if any(one.cue in _AT_ODDS[outcome] for one in beside):
        return min(plain, _AGAINST_ODDS)
    return round(plain * _IN_PART, 3) if any(one.is_open for one in beside) else plain
