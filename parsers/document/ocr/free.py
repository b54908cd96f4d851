"""What a recogniser's steps say by themselves: the text, where each character stands, and how sure it is."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from parsers.document.ocr.alphabet import BLANK

Posterior = npt.NDArray[np.float32]
"""The CTC output for one line of text, [T, C]: for each step the logarithms of the classes' probabilities."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Decoded:
    """Of each character of `text` the probability that it is right, and its steps (from, to)."""

    text: str
    confidences: tuple[float, ...]
    spans: tuple[tuple[int, int], ...]


def best_path(log_probs: Posterior, alphabet: tuple[str, ...]) -> Decoded:
    """The most probable class of each step, runs being one character; class `i + 1` is `alphabet[i]`.

    The confidence of a character is the probability that between its two neighbours exactly this character was
    written, over all ways of spreading it over the steps there: another character, none, and it and one more
    are all counted against it.
    """
    probabilities = np.exp(log_probs)
    classes = probabilities.argmax(axis=1)
    starts, ends = _runs(classes)
    written = classes[starts]
    return Decoded(
        text="".join(alphabet[one - 1] for one in written),
        confidences=tuple(_certainty(probabilities, written, starts, ends).tolist()),
        spans=tuple(zip(starts.tolist(), ends.tolist(), strict=True)),
    )


def _runs(classes: npt.NDArray[np.intp]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    changes = np.flatnonzero(np.diff(classes)) + 1
    starts, ends = np.concatenate(([0], changes)), np.concatenate((changes, [len(classes)]))
    inked = classes[starts] != BLANK
    return starts[inked], ends[inked]


def _certainty(
    probabilities: npt.NDArray[np.float32],
    written: npt.NDArray[np.intp],
    starts: npt.NDArray[np.intp],
    ends: npt.NDArray[np.intp],
) -> npt.NDArray[np.float64]:
    """For each character, the probability of all ways of writing it once between its neighbours.

    A neighbour may reach into the gap, unless it is the same character: then a blank is all that parts the two.
    All characters go through their gaps together; at each offset a way has not yet begun to write (`still`), is
    `writing` or is `done`.
    """
    if not len(written):
        return np.zeros(0)
    first, last = np.append(0, ends[:-1]), np.append(starts[1:], len(probabilities))
    before, after = np.append(BLANK, written[:-1]), np.append(written[1:], BLANK)
    same_before, same_after = before == written, after == written
    still, writing, done = np.ones(len(written)), np.zeros(len(written)), np.zeros(len(written))
    for offset in range(int((last - first).max()) + 1):
        inside = first + offset < last
        row = np.minimum(first + offset, last - 1)
        own, blank = probabilities[row, written], probabilities[row, BLANK]
        lead = blank + np.where(same_before | (before == BLANK), 0.0, probabilities[row, before])
        rest = blank + np.where(same_after | (after == BLANK), 0.0, probabilities[row, after])
        done = done * np.where(inside, rest, 1.0) + writing * np.where(inside, rest, ~same_after)
        may_begin = ~same_before | (offset > 0)
        writing = (writing + still * may_begin) * np.where(inside, own, 0.0)
        still = still * np.where(inside, lead, 1.0)
    return done
