"""What our network sees in lines of text: a stripe of a picture in, the probability of every letter at every step out.

The network is trained in `training`; its conventions are those of rapidocr's recognisers (48 points high, three
equal colours, -1 for black and 1 for white, one step for each 4 points), so that either can read with the other's.
Ours is asked here rather than by rapidocr, which keeps the likeliest letters and drops what else they might be.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from parsers.document.ocr.free import Posterior
from parsers.document.ocr.networks import Network, network
from parsers.document.ocr.picture import Picture

WEIGHTS = Path(__file__).with_name("weights") / "thai.onnx"
"""The network that comes with this package."""

_HEIGHT = 48
_STEP = 4
"""The size of what the network reads, and how much of it makes a step, in points."""
_LONGEST = 4096
_LEAST = np.float32(1e-12)
"""What stands for the probability of a class that the network gives none."""
_TOGETHER = 8
"""Lines that are read at once: more would cost memory and win no time on one thread."""
_ALIKE = 1.2
"""How much longer than the shortest of them the longest may be; the rest would be read for nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sight:
    """What was seen in one stripe; a step is `step` points of the stripe wide."""

    log_probs: Posterior
    step: float


class Recogniser:
    """A network with the letters that it knows."""

    def __init__(self, path: Path = WEIGHTS) -> None:
        self._network: Network = network(path)
        self.alphabet: tuple[str, ...] = tuple(self._network.metadata["character"].split("\n"))

    def see(self, stripes: Sequence[Picture]) -> list[Sight]:
        """What is in the stripes, each one line of text with white around it; in their order."""
        seen: dict[int, Sight] = {}
        lines = [_scaled(stripe) for stripe in stripes]
        for together in _batches([line.shape[1] for line in lines]):
            answers = self._network(_batch([lines[at] for at in together]))
            for at, answer in zip(together, answers, strict=True):
                steps = math.ceil(lines[at].shape[1] / _STEP)
                seen[at] = Sight(
                    log_probs=np.log(np.maximum(answer[:steps], _LEAST)), step=stripes[at].shape[1] / steps
                )
        return [seen[at] for at in range(len(stripes))]


def _scaled(stripe: Picture) -> Picture:
    height, width = stripe.shape
    wide = min(max(_STEP, math.ceil(width * _HEIGHT / height)), _LONGEST)
    smooth = cv2.INTER_AREA if height > _HEIGHT else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(stripe, (wide, _HEIGHT), interpolation=smooth), dtype=np.uint8)


def _batches(widths: Sequence[int]) -> Iterator[list[int]]:
    """The numbers of the lines that are read at once, those of like widths together."""
    batch: list[int] = []
    for at in sorted(range(len(widths)), key=widths.__getitem__):
        if batch and (len(batch) == _TOGETHER or widths[at] > _ALIKE * widths[batch[0]]):
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch


def _batch(lines: Sequence[Picture]) -> "np.typing.NDArray[np.float32]":
    widest = _STEP * math.ceil(max(line.shape[1] for line in lines) / _STEP)
    batch = np.zeros((len(lines), 3, _HEIGHT, widest), dtype=np.float32)
    for row, line in zip(batch, lines, strict=True):
        row[:, :, : line.shape[1]] = line.astype(np.float32) / 127.5 - 1.0
    return batch
