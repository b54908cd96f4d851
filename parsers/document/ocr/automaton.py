"""How a small language becomes states that can be walked beside the steps of a recogniser.

A language is put together from `letters`, `words`, `sequence`, `either`, `optional`, `repeated` and `many`; its
states are the places of its characters (Glushkov), so each state stands for one character and the way through
them spells what was read. Spellings that mean the same are one state from the start (๗ and 7 are both the digit
7): no two ways then differ in script alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from types import MappingProxyType
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

EDGE: Final = "\n"
"""The character that stands before the first and behind the last of every line."""

Role = Literal["value", "gap", "context"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Letters:
    """One character out of `members`, or out of all others where `others` is set.

    A `gap` says nothing (a blank between two parts). A `context` must stand beside what is read and is no part of
    it; it may have no character in common with what it stands beside. `weight` is how much rarer it is than what
    else could be there, whatever the ink says.
    """

    members: frozenset[str]
    others: bool = False
    role: Role = "value"
    weight: float = 1.0

    def includes(self, character: str) -> bool:
        return (character in self.members) != self.others


@dataclass(frozen=True, kw_only=True, slots=True)
class Language:
    """Its places in order, those it can begin and end with, which can follow which, and whether it may be empty."""

    places: tuple[Letters, ...] = ()
    first: frozenset[int] = frozenset()
    last: frozenset[int] = frozenset()
    pairs: frozenset[tuple[int, int]] = frozenset()
    empty: bool = True


def letters(members: str, *, others: bool = False, role: Role = "value", weight: float = 1.0) -> Language:
    """Any one of `members` (or any but them), all with the same meaning."""
    place = Letters(members=frozenset(members), others=others, role=role, weight=weight)
    one = frozenset({0})
    return Language(places=(place,), first=one, last=one, empty=False)


def sequence(*parts: Language) -> Language:
    """All `parts`, one behind the other."""
    return reduce(_then, parts, Language())


def either(*parts: Language) -> Language:
    """One of `parts`."""
    return reduce(_or, parts)


def optional(part: Language) -> Language:
    """`part` or nothing."""
    return either(part, Language())


def words(*written: str, alike: Mapping[str, str] = MappingProxyType({})) -> Language:
    """One of the words `written`, whose beginnings are shared; `alike` names what a character may be written as."""
    endings: dict[str, list[str]] = {}
    for word in written:
        endings.setdefault(word[:1], []).append(word[1:])
    return either(
        *(
            sequence(letters(alike.get(head, head)), words(*tails, alike=alike)) if head else Language()
            for head, tails in endings.items()
        )
    )


def repeated(part: Language, least: int, most: int) -> Language:
    """`part` at least `least` and at most `most` times; each time has places of its own."""
    more = reduce(lambda tail, _: optional(sequence(part, tail)), range(most - least), Language())
    return sequence(*[part] * least, more)


def many(part: Language) -> Language:
    """`part` any number of times, or not at all."""
    again = frozenset((end, start) for end in part.last for start in part.first)
    return Language(
        places=part.places, first=part.first, last=part.last, pairs=part.pairs | again, empty=True
    )


def _then(head: Language, tail: Language) -> Language:
    tail = _moved(tail, len(head.places))
    across = frozenset((end, start) for end in head.last for start in tail.first)
    return Language(
        places=head.places + tail.places,
        first=head.first | tail.first if head.empty else head.first,
        last=head.last | tail.last if tail.empty else tail.last,
        pairs=head.pairs | tail.pairs | across,
        empty=head.empty and tail.empty,
    )


def _or(one: Language, other: Language) -> Language:
    other = _moved(other, len(one.places))
    return Language(
        places=one.places + other.places,
        first=one.first | other.first,
        last=one.last | other.last,
        pairs=one.pairs | other.pairs,
        empty=one.empty or other.empty,
    )


def _moved(language: Language, by: int) -> Language:
    return Language(
        places=language.places,
        first=frozenset(place + by for place in language.first),
        last=frozenset(place + by for place in language.last),
        pairs=frozenset((one + by, other + by) for one, other in language.pairs),
        empty=language.empty,
    )


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Automaton:
    """A language laid out for vector arithmetic: S states, and the steps into them, sorted by state.

    A step leads from `tails` to `heads`; tail S is the free text around. It goes `through_blank` between two
    states of the same characters, since CTC takes a run for one character. No state is without a step into it.
    """

    states: tuple[Letters, ...]
    exits: npt.NDArray[np.intp]
    tails: npt.NDArray[np.intp]
    heads: npt.NDArray[np.intp]
    through_blank: npt.NDArray[np.bool_]


def compiled(language: Language) -> Automaton:
    """The states of `language`, entered from free text and left for it."""
    free = len(language.places)
    pairs = sorted(
        (language.pairs | {(free, place) for place in language.first}), key=lambda pair: pair[::-1]
    )
    members = [*(place.members for place in language.places), None]
    return Automaton(
        states=language.places,
        exits=np.array(sorted(language.last), dtype=np.intp),
        tails=np.array([tail for tail, _ in pairs], dtype=np.intp),
        heads=np.array([head for _, head in pairs], dtype=np.intp),
        through_blank=np.array([members[tail] == members[head] for tail, head in pairs]),
    )


def reduced(whole: Automaton, steps: npt.NDArray[np.bool_]) -> tuple[Automaton, npt.NDArray[np.intp]]:
    """`whole` with these of its steps alone, and the states (as in `whole`) that are left.

    Steps that nothing leads to any more, or that lead nowhere, go too.
    """
    size = len(whole.states)
    while True:
        entered, left = np.zeros((2, size + 1), dtype=bool)
        entered[whole.heads[steps]] = entered[size] = True
        left[whole.tails[steps]] = left[whole.exits] = True
        going = steps & entered[whole.tails] & left[whole.heads]
        if going.sum() == steps.sum():
            break
        steps = going
    states = np.flatnonzero(entered[:size])
    place = np.cumsum(entered) - 1
    part = Automaton(
        states=tuple(whole.states[state] for state in states),
        exits=place[whole.exits[entered[whole.exits]]],
        tails=place[whole.tails[steps]],
        heads=place[whole.heads[steps]],
        through_blank=whole.through_blank[steps],
    )
    return part, states
