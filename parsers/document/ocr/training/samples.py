"""Pictures of lines with what they say, one by one and in batches of like width.

The same seed gives the same samples, whichever process draws them.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from parsers.document.ocr.alphabet import encode
from parsers.document.ocr.training import drawing, faces, texts, wear
from parsers.document.ocr.training.faces import Face
from parsers.document.ocr.training.wear import HEIGHT, Picture

STEP: Final = 4
"""Points of the picture along the line that make one step of the net."""
_DPI: Final = (110, 130, 150, 150, 150, 200, 200, 200, 250, 300, 300)
_SIZES: Final = (13, 14, 15, 16, 16, 16, 18, 20)
"""Of letters, in points of 1/72 inch."""
_SMALLEST, _LARGEST = 16, 75
"""Of an em, in points of the picture: smaller cannot be read, larger is scaled down all the same."""
_BLANK_SHARE: Final = 0.04
_LEAST: Final = 6
_WIDEST: Final = 1400
_AREA: Final = 14_000
_MOST: Final = 48
"""The width of a batch in all, in points, and the most lines of one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """A line as the net sees it, and what it says: nothing, if it is bare paper."""

    picture: Picture
    text: str
    family: str
    dpi: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Batch:
    """`pictures` is [N, 48, W] in -1..1, its lines filled up with 0 at the right; lengths in steps and classes."""

    pictures: npt.NDArray[np.float32]
    steps: npt.NDArray[np.int64]
    lengths: npt.NDArray[np.int64]
    classes: npt.NDArray[np.int64]
    texts: tuple[str, ...]


def sample(rng: random.Random, among: Sequence[Face], *, hard: float = 1.0, longest: int = 95) -> Sample:
    """One line of at most `longest` characters in one of the faces; `hard` in 0..1 says how often it is worn."""
    while True:
        text = texts.line(rng)[:longest].strip()
        drawn = _scanned(text, faces.pick(among, rng), rng, hard, rng.choice(_DPI))
        if drawn and _can_be_told(drawn):
            return drawn


def batched(pool: Sequence[Sample], rng: random.Random) -> list[Batch]:
    """The pool in batches of lines of like width, which cost about the same, shuffled."""
    rows: list[list[Sample]] = [[]]
    for one in sorted(pool, key=lambda one: one.picture.shape[1]):
        full = one.picture.shape[1] * (len(rows[-1]) + 1) > _AREA or len(rows[-1]) == _MOST
        if rows[-1] and full:
            rows.append([])
        rows[-1].append(one)
    rng.shuffle(rows)
    return [together(row) for row in rows]


def together(row: Sequence[Sample]) -> Batch:
    """One batch of these."""
    wide = 8 * math.ceil(max(one.picture.shape[1] for one in row) / 8)
    pictures = np.zeros((len(row), HEIGHT, wide), np.float32)
    for place, one in zip(pictures, row, strict=True):
        place[:, : one.picture.shape[1]] = one.picture / 127.5 - 1
    return Batch(
        pictures=pictures,
        steps=np.array([_steps(one.picture) for one in row]),
        lengths=np.array([len(one.text) for one in row]),
        classes=np.array([number for one in row for number in encode(one.text)], np.int64),
        texts=tuple(one.text for one in row),
    )


def _steps(picture: Picture) -> int:
    """How many answers the net gives for it."""
    return math.ceil(int(picture.shape[1]) / STEP)


def _scanned(text: str, face: Face, rng: random.Random, hard: float, dpi: int) -> Sample | None:
    em = min(max(_SMALLEST, round(rng.choice(_SIZES) * dpi / 72)), _LARGEST)
    neighbours = [texts.line(rng) if rng.random() < 0.7 else "" for _ in range(2)]
    line = drawing.drawn(_spread(text, rng), face.path, em, rng, neighbours=neighbours)
    left, top, right, bottom = line.box
    if right - left < _LEAST or bottom - top < _LEAST:
        return None
    line = drawing.ruled(line, rng)
    if rng.random() < _BLANK_SHARE:
        text, picture = "", wear.bare(line, rng, dpi=dpi, hard=hard)
    else:
        picture = wear.worn(line, rng, dpi=dpi, hard=hard)
    return Sample(picture=picture, text=text, family=face.family, dpi=dpi)


def _spread(text: str, rng: random.Random) -> str:
    """With wider white in places, as tabs and justified lines have it; it still reads as one space."""
    if rng.random() > 0.25:
        return text
    return "".join(one * rng.randint(1, 6) if one == " " and rng.random() < 0.5 else one for one in text)


def _can_be_told(one: Sample) -> bool:
    """CTC needs a step for each character, and one more between two that are the same."""
    doubled = sum(a == b for a, b in pairwise(one.text))
    return one.picture.shape[1] <= _WIDEST and _steps(one.picture) >= len(one.text) + doubled
