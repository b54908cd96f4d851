"""How probable it is, by a recogniser's steps, that an automaton's language was written.

The steps are a CTC posterior: a row of class probabilities every few pixels, class 0 the blank; a character is a
run of its class, and the same character twice has a blank between. `best` finds the most probable way of writing
along a line, `mass` adds up all ways. Both are exact, in time proportional to steps times transitions: there is no
beam from which the right reading could fall.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import Final

import numpy as np
import numpy.typing as npt

from parsers.document.ocr.automaton import EDGE, Automaton, Letters, reduced

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]

# A step as surely blank as this, behind another, is the same white paper.
_WHITE: Final = 1 - 1e-4
# Less than this is nothing: no reading worth a look goes through it. What is carried along is cleared of such
# ways every so many entries, before they fade into subnormal numbers, with which processors take their time.
_NOTHING: Final = 1e-4
_FADED: Final = 1e-200
_CLEARED_EVERY: Final = 16


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line as an automaton sees it: `emitted[i, state]` and `blank[i]` are probabilities at step `at[i]`.

    White paper is told once, and one entry more at either end stands for the edge of the line (`at` -1 and T).
    """

    automaton: Automaton
    emitted: Floats
    blank: Floats
    peak: Floats
    at: Indices

    def between(self, start: int, end: int) -> tuple["Line", Indices]:
        """The entries `start` to `end`, and which states are left: those that could be there."""
        somewhere = self.emitted[start:end].max(axis=0) > 0.0
        return self.along(somewhere[self.automaton.heads], start, end)

    def along(
        self, steps: npt.NDArray[np.bool_], start: int = 0, end: int | None = None
    ) -> tuple["Line", Indices]:
        """The entries `start` to `end` with these steps of the automaton alone, and which states are left."""
        automaton, states = reduced(self.automaton, steps)
        window = slice(start, end)
        part = Line(
            automaton=automaton,
            emitted=self.emitted[window, states],
            blank=self.blank[window],
            peak=self.peak[window],
            at=self.at[window],
        )
        return part, states


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """The entries `start` to `end` (exclusive) of a line stand for the character of `state`."""

    state: int
    start: int
    end: int


def seen(automaton: Automaton, probabilities: npt.NDArray[np.float32], alphabet: tuple[str, ...]) -> Line:
    """The line of `probabilities` [T, C], with those states alone that it could hold."""
    at = _told(probabilities[:, 0])
    rows = probabilities[at]
    member, kind = _membership(automaton, alphabet)
    kinds = np.vstack((member[-1:], rows[:, 1:] @ member[:-1], member[-1:])).astype(np.float64)
    kinds[kinds < _NOTHING] = 0.0
    somewhere = (kinds.max(axis=0) > 0.0)[kind]
    part, states = reduced(automaton, somewhere[automaton.heads])
    return Line(
        automaton=part,
        emitted=kinds[:, kind[states]],
        blank=np.concatenate(([0.0], np.where(rows[:, 0] < _NOTHING, 0.0, rows[:, 0]), [0.0])),
        peak=np.concatenate(([1.0], rows.max(axis=1), [1.0])),
        at=np.concatenate(([-1], at, [len(probabilities)])),
    )


def _told(blank: npt.NDArray[np.float32]) -> Indices:
    white: npt.NDArray[np.bool_] = np.greater(blank, _WHITE)
    again = np.concatenate(([False], white[1:] & white[:-1]))
    return np.flatnonzero(~again)


@lru_cache(maxsize=8)
def _membership(automaton: Automaton, alphabet: tuple[str, ...]) -> tuple[npt.NDArray[np.float32], Indices]:
    """Which characters (and, last, the edge) are of which kind, and the kind of each state."""
    kinds: dict[tuple[frozenset[str], bool], Letters] = {}
    for state in automaton.states:
        kinds.setdefault((state.members, state.others), state)
    order = {key: index for index, key in enumerate(kinds)}
    member = [[one.includes(character) for one in kinds.values()] for character in (*alphabet, EDGE)]
    kind = [order[state.members, state.others] for state in automaton.states]
    return np.array(member, dtype=np.float32), np.array(kind, dtype=np.intp)


def mass(line: Line) -> float:
    """How much of the probability of `line` lies on ways that go through the automaton, free text around."""
    tables = _tables(line.automaton, line.emitted, rows=2)
    _sweep(tables, line.blank, np.add, again=0.0)
    return float(tables.leaving.sum())


def best(line: Line, least: float) -> list[tuple[tuple[Run, ...], float]]:
    """The most probable way of writing: each passage through the automaton, from left to right.

    Beside each stands how probable its ink is compared with what would freely be read there. Passages below
    `least`, the weights of their states counted in, are not taken.
    """
    if not line.automaton.states:
        return []
    emitted = np.minimum(line.emitted / line.peak[:, None], 1.0)
    tables = _tables(line.automaton, emitted, rows=len(emitted) + 1)
    _sweep(tables, line.blank / line.peak, np.maximum, again=1 / least)
    states = line.automaton.states
    return [
        (runs, ratio * least / prod(states[run.state].weight for run in runs))
        for runs, ratio in _passages(tables)
    ][::-1]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Tables:
    """One sweep. Row `i` of `reached` and `written` is how good each place is once `i` entries are behind.

    `reached` has each state with or without blanks behind it, each with blanks behind it, and the free text;
    `written` has each state at its character; `leaving` is what goes out of each exit at each entry.
    """

    staying: Floats
    entering: Floats
    reached: Floats
    written: Floats
    leaving: Floats
    exits: Indices
    sources: Indices
    begins: Indices


def _tables(automaton: Automaton, emitted: Floats, rows: int) -> _Tables:
    count, size = emitted.shape
    reached = np.zeros((rows, 2 * size + 1))
    reached[0, -1] = 1.0
    inner = automaton.tails + size * automaton.through_blank
    return _Tables(
        # Free text goes up to a context and on behind it: one step of its run is enough, and counted once.
        staying=emitted * np.array([state.role != "context" for state in automaton.states]),
        entering=emitted * np.array([state.weight for state in automaton.states]),
        reached=reached,
        written=np.zeros((rows, size)),
        leaving=np.zeros((count, len(automaton.exits))),
        exits=automaton.exits,
        sources=np.where(automaton.tails == size, 2 * size, inner),
        begins=np.searchsorted(automaton.heads, np.arange(size)),
    )


def _sweep(tables: _Tables, blank: Floats, join: np.ufunc, again: float) -> None:
    """Fill in `tables` from left to right; what leaves goes on in the free text `again` times as good as it was."""
    rows, size = tables.written.shape
    incoming, entered = np.empty(len(tables.sources)), np.empty(size)
    for step, staying in enumerate(tables.staying):
        before, after = tables.reached[step % rows], tables.reached[(step + 1) % rows]
        before.take(tables.sources, out=incoming, mode="clip")
        join.reduceat(incoming, tables.begins, out=entered)
        entered *= tables.entering[step]
        written = np.multiply(tables.written[step % rows], staying, out=tables.written[(step + 1) % rows])
        join(written, entered, out=written)
        waiting = np.multiply(before[:size], blank[step], out=after[size:-1])
        join(written, waiting, out=after[:size])
        if step % _CLEARED_EVERY == 0:
            after[after < _FADED] = 0.0
            written[written < _FADED] = 0.0
        tables.leaving[step] = entered[tables.exits]
        after[-1] = max(before[-1], tables.leaving[step].max(initial=0.0) * again)


def _passages(tables: _Tables) -> Iterator[tuple[tuple[Run, ...], float]]:
    """From the last to the first, with the factor that each brought to the free text."""
    free = tables.reached[:, -1]
    row = len(free) - 1
    while row > 0:
        if free[row] == free[row - 1]:
            row -= 1
            continue
        state = int(tables.exits[tables.leaving[row - 1].argmax()])
        runs = tuple(_runs(tables, state, row))[::-1]
        yield runs, float(free[row] / free[runs[0].start])
        row = runs[0].start


def _runs(tables: _Tables, state: int, row: int) -> Iterator[Run]:
    """The characters of one passage, from the last, which `row` stands right behind, to the first."""
    size = tables.written.shape[1]
    ends = np.append(tables.begins[1:], len(tables.sources))
    while True:
        end = row
        row = _first(tables, state, row) - 1
        yield Run(state=state, start=row, end=end)
        sources = tables.sources[tables.begins[state] : ends[state]]
        source = int(sources[tables.reached[row, sources].argmax()])
        if source == 2 * size:
            return
        state, waits = source % size, source >= size
        while waits or tables.reached[row, size + state] > tables.written[row, state]:
            row, waits = row - 1, False


def _first(tables: _Tables, state: int, row: int) -> int:
    """The row behind the first entry of the run of `state` that `row` stands behind."""
    while tables.written[row, state] <= tables.written[row - 1, state] * tables.staying[row - 1, state]:
        row -= 1
    return row
