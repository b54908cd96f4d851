"""What the recogniser is: convolutions down to one row at a quarter of the width, context along it, CTC classes.

1.4 million weights; a line of 48 by 800 points costs 0.56 billion multiplications. Plain convolutions throughout:
on a CPU depthwise ones are slower for the same result, and a recurrent net must take its steps one by one.
"""

from typing import Final

from torch import Tensor, nn

from parsers.document.ocr.alphabet import CHARACTERS

_CONTEXT: Final = 240
_REACHES: Final = (1, 2, 4)
"""Dilations along the line: together 14 steps to either side, about two syllables."""


class LineNet(nn.Module):  # type: ignore[misc]  # torch is not there where types are checked
    """[N, 3 or 1, 48, W] in -1..1 to the logits of [N, T, C] with T = W / 4, rounded up."""

    def __init__(self) -> None:
        super().__init__()
        # Stride 4 along the line and no more: a consonant, its vowel and its tone share one place.
        self.eyes = nn.Sequential(
            _seen(1, 32, stride=(2, 2)),
            _seen(32, 64, stride=(2, 2)),
            _seen(64, 64),
            _seen(64, 96, stride=(2, 1)),
            _seen(96, 128, stride=(2, 1)),
            _seen(128, 128),
        )
        self.fold = nn.Sequential(
            nn.Conv2d(128, _CONTEXT, (3, 1), bias=False), nn.BatchNorm2d(_CONTEXT), nn.ReLU(inplace=True)
        )
        self.context = nn.Sequential(*(_Along(_CONTEXT, reach) for reach in _REACHES))
        self.voice = nn.Linear(_CONTEXT, len(CHARACTERS) + 1)

    def forward(self, pictures: Tensor) -> Tensor:
        rows = self.fold(self.eyes(pictures.mean(dim=1, keepdim=True))).squeeze(2)
        return self.voice(self.context(rows).transpose(1, 2))


class _Along(nn.Module):  # type: ignore[misc]
    """Context along the line, added to what was there."""

    def __init__(self, channels: int, dilation: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv1d(channels, channels, 5, padding=2 * dilation, dilation=dilation, bias=False),
            nn.BatchNorm1d(channels),
            nn.ReLU(inplace=True),
        )

    def forward(self, rows: Tensor) -> Tensor:
        return rows + self.body(rows)


def _seen(channels: int, outside: int, *, stride: tuple[int, int] = (1, 1)) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(channels, outside, 3, stride, 1, bias=False),
        nn.BatchNorm2d(outside),
        nn.ReLU(inplace=True),
    )
