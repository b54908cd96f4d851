"""Reference numbers and dates, decoded by their grammar rather than freely.

A recogniser that is torn between ๑ and ล in the middle of a number need not be: no number has a ล. Where it is
torn between ๔ and ๕ the grammar knows nothing either, and the doubt stays a doubt: a reading is as sure as its
value's share of all that could be read there by the grammar.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import dropwhile
from typing import Final

import numpy as np
import numpy.typing as npt

from parsers.document.ocr import walk
from parsers.document.ocr.automaton import Automaton
from parsers.document.ocr.free import Decoded, Posterior, best_path
from parsers.document.ocr.grammars import Grammar, references_and_days
from parsers.document.ocr.walk import Line, Run

# Below, what looks like a number is another thing that the ink says better (เลขรับ ๒๗๘๔/๒๕๖๙ is no รบ ๒๗๘๔/๒๕๖๙).
_LEAST_SUPPORT: Final = 0.01
# The same with room for what stands beside a number and weighs little.
_LEAST_PASSAGE: Final = 1e-4
# How often a line says what is no number or date, but would be one with a sign or two changed.
_NEARLY: Final = 0.02
# The logarithm of a margin's odds is worth so much. Margins are near what they say (of 669 readings of drawn lines,
# half in typefaces that were not learnt, 2 of the 31 between 0.9 and 0.95 were wrong, none of the 531 above), but
# paper from other machines than the trainer's makes any recogniser surer than it should be.
_TRUST: Final = 0.75
# So many entries around a reading another one of the same ink could reach.
_AROUND: Final = 24

_THAI_DIGITS: Final = frozenset("๐๑๒๓๔๕๖๗๘๙")
_OTHER_DIGITS: Final = frozenset("0123456789Oo")
# One digit of the other script among those of a number is so much rarer than one of the same.
_MIXED: Final = 0.01


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A reference number or a date in a line, `spans[i]` the steps (from, to) of `text[i]`.

    `value` is equal for two spellings of one thing: `Reference.key` of a number, ISO 8601 of a date.
    `margin` is the share of `value` in the probability of everything that could be read there by the grammar:
    0.55 where it is 55 to 45 between two digits. `support` is how probable the reading is beside what is read
    freely: 1 where both are the same, less the more the grammar had to force the ink.
    """

    text: str
    value: str
    spans: tuple[tuple[int, int], ...]
    margin: float
    support: float

    @property
    def confidence(self) -> float:
        """How sure it is that `value` was written, from 0 to 1; rather too low than too high."""
        sure: float = self.margin**_TRUST
        doubt: float = max(0.0, 1 - self.margin) ** _TRUST
        return sure / (sure + doubt) * self.support / (self.support + _NEARLY * (1 - self.support))


def readings(log_probs: Posterior, alphabet: tuple[str, ...], grammar: Grammar) -> tuple[Reading, ...]:
    """What a line with the CTC posterior `log_probs` [T, C] holds of `grammar`, from left to right."""
    probabilities = np.exp(log_probs)
    line = walk.seen(grammar.automaton, probabilities, alphabet)
    classes = {character: index for index, character in enumerate(alphabet, start=1)}
    ink = _Ink(probabilities=probabilities, classes=classes)
    found = (
        _reading(line, runs, support, grammar, ink)
        for runs, support in walk.best(line, _LEAST_PASSAGE)
        if support >= _LEAST_SUPPORT
    )
    return tuple(one for one in found if one)


def restated(log_probs: Posterior, alphabet: tuple[str, ...]) -> Decoded:
    """The free decoding, with the readings of `references_and_days` in the place of what they stand on.

    Every character of a reading is as sure as the whole of it.
    """
    free = best_path(log_probs, alphabet)
    for reading in readings(log_probs, alphabet, references_and_days()):
        free = _replaced(free, reading)
    return free


def _replaced(free: Decoded, reading: Reading) -> Decoded:
    start, end = reading.spans[0][0], reading.spans[-1][1]
    before = sum(span[1] <= start for span in free.spans)
    behind = sum(span[0] < end for span in free.spans)
    sure = (reading.confidence,) * len(reading.text)
    return Decoded(
        text=free.text[:before] + reading.text + free.text[behind:],
        confidences=free.confidences[:before] + sure + free.confidences[behind:],
        spans=free.spans[:before] + reading.spans + free.spans[behind:],
    )


def _reading(
    line: Line, runs: tuple[Run, ...], support: float, grammar: Grammar, ink: "_Ink"
) -> Reading | None:
    states = line.automaton.states
    written = [run for run in runs if states[run.state].role != "context"]
    written = list(dropwhile(lambda run: states[run.state].role == "gap", written))
    spans = tuple((int(line.at[run.start]), int(line.at[run.end - 1]) + 1) for run in written)
    text = ink.text([states[run.state].members for run in written], spans)
    if (value := grammar.value(text)) is None:
        return None
    return Reading(text=text, value=value, spans=spans, margin=_margin(line, runs), support=support)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Ink:
    """Which of the spellings that mean the same is on the paper."""

    probabilities: Posterior
    classes: Mapping[str, int]

    def text(self, members: list[frozenset[str]], spans: tuple[tuple[int, int], ...]) -> str:
        """One character of each of `members`; digits of one script unless the ink is clear about another."""
        masses = [self._masses(*one) for one in zip(members, spans, strict=True)]
        thai = sum(mass[character] for mass in masses for character in mass if character in _THAI_DIGITS)
        other = sum(mass[character] for mass in masses for character in mass if character in _OTHER_DIGITS)
        rare = _OTHER_DIGITS if thai > other else _THAI_DIGITS
        return "".join(
            max(mass, key=lambda character: mass[character] * (_MIXED if character in rare else 1.0))
            for mass in masses
        )

    def _masses(self, members: frozenset[str], span: tuple[int, int]) -> dict[str, float]:
        return {
            character: float(self.probabilities[slice(*span), self.classes[character]].max())
            for character in members & self.classes.keys()
        }


def _margin(line: Line, runs: tuple[Run, ...]) -> float:
    """The share of what `runs` say in the probability of all that could be read around there."""
    everything, states = line.between(max(0, runs[0].start - _AROUND), runs[-1].end + _AROUND)
    way = np.searchsorted(states, [run.state for run in runs])
    same, _ = everything.along(_same(everything.automaton, way))
    whole = walk.mass(everything)
    return walk.mass(same) / whole if whole else 0.0


def _same(automaton: Automaton, way: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
    """The steps of `automaton` that spell the value of the states `way` and no other.

    Each state of the value has an even place in their order, a gap the odd place before what follows it; a step
    may not go back or leave out a value.
    """
    roles = np.array([state.role for state in automaton.states] + ["free"])
    place = np.full(len(roles), np.nan)
    values = way[roles[way] == "value"]
    place[values] = 2 * np.arange(len(values))
    into_value = (roles[automaton.tails] == "gap") & ~np.isnan(place[automaton.heads])
    np.fmin.at(place, automaton.tails[into_value], place[automaton.heads[into_value]] - 1)
    place[automaton.heads[automaton.tails == len(automaton.states)]] = -2
    place[automaton.exits] = 2 * len(values)
    place[-1] = -4
    ahead = place[automaton.heads] - place[automaton.tails]
    return np.asarray((ahead >= 0) & (ahead <= 2))
