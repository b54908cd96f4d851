"""What became of each field of one print: read, missed, taken for something else, or made up.

Both sides are the contract's JSON. A claim is a value that the reader gave with its confidence: is it right?
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from tests.accuracy.prints import Print
from tests.letters import compare

Fate = Literal["exact", "missing", "wrong", "invented"]
FATES: tuple[Fate, ...] = ("exact", "missing", "wrong", "invented")
KEY_FIELDS = ("reference_number", "dated", "cites", "province")
"""By which a reply is filed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """One field of one print. `exact` includes that there is none and none was read; of a list, `missing`
    is that a part was read and nothing else, and `invented` that all was read and something more."""

    print: Print
    field: str
    fate: Fate
    want: Any
    got: Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A value that was read, how sure the reader was of it (0 to 1), and whether it is right."""

    field: str
    confidence: float
    right: bool


def verdicts(one: Print, parsed: dict[str, Any]) -> list[Verdict]:
    """One for each field of the letter that `one` shows, in the order of the contract."""
    return [
        Verdict(print=one, field=field, fate=_fate(want, got), want=want, got=got)
        for field, want, read in _fields(one.expected, parsed)
        for got in (compare.value(read),)
    ]


def claims(one: Print, parsed: dict[str, Any]) -> list[Claim]:
    """One for each value of `parsed` that comes with a confidence of its own."""
    return [
        Claim(field=field, confidence=confidence, right=right)
        for field, want, read in _fields(one.expected, parsed)
        for confidence, right in _sure(want, read)
    ] + _outcome(one.expected, parsed)


def _fields(expected: dict[str, Any], parsed: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """As `compare.leaves`, under short names; a confirmation that must not be there counts by its outcome."""
    for path, want, read in compare.leaves(expected, parsed):
        if path == "confirmation":
            yield "outcome", None, read["outcome"] if read else None
        else:
            yield path.removeprefix("letter.").removeprefix("confirmation."), want, read


def _fate(want: Any, got: Any) -> Fate:
    if want == got:
        return "exact"
    if got in (None, []):
        return "missing"
    if want in (None, []):
        return "invented"
    if isinstance(want, list) and isinstance(got, list):
        if all(one in want for one in got):
            return "missing"
        if all(one in got for one in want):
            return "invented"
    return "wrong"


def _sure(want: Any, read: Any) -> Iterator[tuple[float, bool]]:
    match read:
        case {"value": value, "confidence": confidence} if value is not None:
            yield confidence, value == want
        case list():
            for one in read:
                if isinstance(one, dict) and "confidence" in one:
                    yield one["confidence"], compare.value(one) in want


def _outcome(expected: dict[str, Any], parsed: dict[str, Any]) -> list[Claim]:
    read = parsed.get("confirmation")
    if not read:
        return []
    want = (expected["confirmation"] or {}).get("outcome")
    return [Claim(field="outcome", confidence=read["confidence"], right=read["outcome"] == want)]
