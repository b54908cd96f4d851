"""How well lines of held-out faces are read: character error, whole lines, digits. Needs no torch."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from parsers.document.ocr.alphabet import decode
from parsers.document.ocr.training import faces
from parsers.document.ocr.training.samples import Sample, sample, together

Reader = Callable[[NDArray[np.float32]], NDArray[np.float32]]
"""Pictures [N, 48, W] in -1..1 to scores [N, T, C]."""

_DIGITS: Final = frozenset("๐๑๒๓๔๕๖๗๘๙")
_SEED: Final = 7
_AT_ONCE: Final = 32


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """Shares in 0..1; `digits` is that of the lines with Thai digits that have all of them right."""

    lines: int
    character_error: float
    exact: float
    digits: float


def test_lines(fonts: Path, count: int) -> list[Sample]:
    """The same `count` lines at every call, all in families that are held out, in all wear."""
    rng = random.Random(_SEED)  # noqa: S311  chance, not a secret
    held_out = faces.load(fonts, held_out=True)
    return [sample(rng, held_out) for _ in range(count)]


def onnx_reader(path: Path) -> Reader:
    """The exported model at `path`, on one thread, as the product runs it."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def scores(pictures: NDArray[np.float32]) -> NDArray[np.float32]:
        (answer,) = session.run(None, {"x": np.repeat(pictures[:, np.newaxis], 3, axis=1)})
        return np.asarray(answer, np.float32)

    return scores


def read(reader: Reader, lines: Iterable[Sample]) -> list[tuple[Sample, str]]:
    """Each with its free (best path) reading."""
    order = sorted(lines, key=lambda one: one.picture.shape[1])
    found: list[tuple[Sample, str]] = []
    for start in range(0, len(order), _AT_ONCE):
        row = order[start : start + _AT_ONCE]
        batch = together(row)
        best = reader(batch.pictures).argmax(-1)
        found += [
            (one, decode(classes[:steps].tolist()))
            for one, classes, steps in zip(row, best, batch.steps, strict=True)
        ]
    return found


def score(readings: Sequence[tuple[Sample, str]]) -> Score:
    """Of at least one reading."""
    wrong = sum(Levenshtein.distance(one.text, text) for one, text in readings)
    digits = [(_digits(one.text), _digits(text)) for one, text in readings if _digits(one.text)]
    return Score(
        lines=len(readings),
        character_error=wrong / sum(len(one.text) for one, _ in readings),
        exact=sum(one.text == text for one, text in readings) / len(readings),
        digits=sum(one == other for one, other in digits) / max(1, len(digits)),
    )


def strata(readings: Sequence[tuple[Sample, str]]) -> list[tuple[str, list[tuple[Sample, str]]]]:
    """All, then each family, then each resolution."""
    families = sorted({one.family for one, _ in readings})
    resolutions = sorted({one.dpi for one, _ in readings})
    return [
        ("all", list(readings)),
        *((name, [pair for pair in readings if pair[0].family == name]) for name in families),
        *((f"{dpi} dpi", [pair for pair in readings if pair[0].dpi == dpi]) for dpi in resolutions),
    ]


def _digits(text: str) -> str:
    return "".join(character for character in text if character in _DIGITS)
