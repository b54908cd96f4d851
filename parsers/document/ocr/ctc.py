"""What a line says, by the likeliest class of every step (CTC, Graves et al. 2006), and how sure each letter is.

A letter is as sure as its step, less whatever its neighbourhood saw and did not tell: a letter that may have been
swallowed beside it makes it as doubtful as one that may have been mistaken for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Posteriors = npt.NDArray[np.float32]
"""The probability of every class (columns) at every step along a line (rows); class 0 is no letter."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Decoded:
    """A text with, for each of its letters, how sure it is (0 to 1) and the steps `[start, end)` that show it."""

    text: str
    certainty: tuple[float, ...]
    spans: tuple[tuple[int, int], ...]


def decode(posteriors: Posteriors, alphabet: Sequence[str]) -> Decoded:
    """The text of one line; `alphabet[i]` is the letter of class `i + 1`."""
    best = posteriors.argmax(axis=1)
    edges = [0, *(np.flatnonzero(np.diff(best)) + 1).tolist(), len(best)]
    runs = [(start, end) for start, end in pairwise(edges) if end > start and best[start]]
    return Decoded(
        text="".join(alphabet[best[start] - 1] for start, _ in runs),
        certainty=tuple(_certainty(posteriors, best, runs, at) for at in range(len(runs))),
        spans=tuple(runs),
    )


def _certainty(
    posteriors: Posteriors, best: npt.NDArray[np.intp], runs: Sequence[tuple[int, int]], at: int
) -> float:
    start, end = runs[at]
    own = float(posteriors[start:end, best[start]].max())
    before = runs[at - 1] if at else (0, 0)
    after = runs[at + 1] if at + 1 < len(runs) else (len(posteriors), len(posteriors))
    return min(
        own,
        1.0 - _swallowed(posteriors[before[1] : start], {best[before[0]], best[start]}),
        1.0 - _swallowed(posteriors[end : after[0]], {best[start], best[min(after[0], len(best) - 1)]}),
    )


def _swallowed(gap: Posteriors, told: set[np.intp]) -> float:
    """The probability of the likeliest letter that the steps between two letters saw besides those two."""
    if not len(gap):
        return 0.0
    likeliest = gap.max(axis=0)
    likeliest[[0, *(int(one) for one in told)]] = 0.0
    return float(likeliest.max())
