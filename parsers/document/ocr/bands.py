"""Which stripes of a level picture are its lines of text: the detector's boxes, joined and let out to all their ink.

The detector finds letters but cuts off what stands high above and far below them, and in Thai that is vowels and
tones. It also takes words that are far apart for boxes of their own. Pure. Coordinates are points of the picture.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from parsers.document.ocr.detect import Quads
from parsers.document.ocr.picture import Picture

_SAME_LINE = 0.6
"""The part of the lower one's height that boxes of one line share."""
_GAP = 0.3
"""The white between two boxes, in heights of a line, from which they are columns."""
_OUT = 0.35
_IN = 0.1
"""How far out of its box, and into it, the edge of a line is looked for, in heights of the box."""
_SIDE = 0.25
"""What is added at either end, in heights of the box: the detector is tight there."""
_MARGIN = 0.15
"""The white that is left above and below all ink, in heights of the box."""
_SPECKS = 0.002
"""The share of a row of points that dirt may cover."""
_LETTER = (0.2, 1.0)
"""The sizes of a lone letter, in heights of the box: smaller is dirt, larger a word that was found."""
_NEARER = 0.02
"""The price of a row of points for each one that it lies away from the box, in the ink of a full row."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """The stripe of one line of text."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def width(self) -> int:
        return self.right - self.left

    def cut(self, picture: Picture) -> Picture:
        """The part of the picture that the band covers."""
        return picture[self.top : self.bottom, self.left : self.right]


def bands(picture: Picture, quads: Quads) -> list[Band]:
    """The lines in the picture from top to bottom, those of one height from left to right.

    They hold all the marks of their letters and, where lines stand closely, some of their neighbours'.
    """
    height, width = picture.shape
    boxes = [_band(quad, width, height) for quad in quads]
    joined = _joined(sorted((box for box in boxes if box.width and box.height), key=_middle))
    drawn_out = [_drawn_out(band, joined, picture) for band in joined]
    return [_let_out(band, drawn_out, picture) for band in drawn_out]


def _band(quad: Quads, width: int, height: int) -> Band:
    left, right = quad[[0, 3], 0].mean(), quad[[1, 2], 0].mean()
    top, bottom = quad[[0, 1], 1].mean(), quad[[2, 3], 1].mean()
    return Band(
        left=max(math.floor(left), 0),
        top=max(math.floor(top), 0),
        right=min(math.ceil(right), width),
        bottom=min(math.ceil(bottom), height),
    )


def _middle(band: Band) -> int:
    return band.top + band.bottom


def _joined(boxes: Iterable[Band]) -> list[Band]:
    """Boxes that go on in each other made one."""
    rows: list[list[Band]] = []
    for box in boxes:
        row = next((row for row in rows[-3:] if all(_is_level(box, other) for other in row)), None)
        if row is None:
            rows.append([box])
        else:
            row.append(box)
    return [band for row in rows for band in _runs(sorted(row, key=lambda one: one.left))]


def _runs(row: Iterable[Band]) -> Iterator[Band]:
    run: Band | None = None
    for box in row:
        if run and box.left - run.right <= _GAP * min(run.height, box.height):
            run = _around(run, box)
            continue
        if run:
            yield run
        run = box
    if run:
        yield run


def _is_level(one: Band, other: Band) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= _SAME_LINE * min(one.height, other.height)


def _around(one: Band, other: Band) -> Band:
    return Band(
        left=min(one.left, other.left),
        top=min(one.top, other.top),
        right=max(one.right, other.right),
        bottom=max(one.bottom, other.bottom),
    )


def _drawn_out(band: Band, others: Sequence[Band], picture: Picture) -> Band:
    """The band with the lone figures that stand beside it, which the detector does not see.

    They are looked for as far as other lines of the page go, and not in the lines beside this one.
    """
    level = [one for one in others if one is not band and _is_level(one, band)]
    first = max(
        (one.right for one in level if one.right <= band.left), default=min(one.left for one in others)
    )
    last = min(
        (one.left for one in level if one.left >= band.right), default=max(one.right for one in others)
    )
    core = picture[band.top : band.bottom, first:last]
    if not core.size:
        return band
    inked = _figures(_dark(core, band, picture), band.height)
    beside = [(first + left, first + right) for left, right in inked]
    return replace(
        band,
        left=min([band.left, *(left for left, right in beside if right <= band.left)]),
        right=max([band.right, *(right for left, right in beside if left >= band.right)]),
    )


def _figures(dark: npt.NDArray[np.bool_], height: int) -> list[tuple[int, int]]:
    """From where to where there are things of the size of a letter in a stripe; no specks, rules or strokes."""
    columns = np.flatnonzero(np.diff(np.concatenate(([0], dark.any(axis=0).astype(np.int8), [0]))))
    found = []
    for left, right in columns.reshape(-1, 2).tolist():
        rows = np.flatnonzero(dark[:, left:right].any(axis=1))
        tall, cut = (rows[-1] - rows[0] + 1) / height, rows[0] == 0 or rows[-1] == len(dark) - 1
        if _LETTER[0] <= (right - left) / height <= _LETTER[1] and tall >= _LETTER[0] and not cut:
            found.append((left, right))
    return found


def _dark(stripe: Picture, band: Band, picture: Picture) -> npt.NDArray[np.bool_]:
    own = picture[band.top : band.bottom, band.left : band.right]
    return np.asarray(stripe < _ink_level(own), dtype=np.bool_)


def _ink_level(stripe: Picture) -> float:
    """The grey halfway between the letters and the paper of a stripe."""
    return (float(np.percentile(stripe, 2)) + float(np.median(stripe))) / 2


def _let_out(band: Band, others: Iterable[Band], picture: Picture) -> Band:
    """The band up to where there is least ink around it, but not into the middle of another line."""
    near = [one for one in others if one is not band and one.left < band.right and band.left < one.right]
    ceiling = max((_middle(one) // 2 for one in near if _middle(one) < _middle(band)), default=0)
    floor = min((_middle(one) // 2 for one in near if _middle(one) > _middle(band)), default=len(picture))
    side = round(_SIDE * band.height)
    left, right = max(0, band.left - side), min(picture.shape[1], band.right + side)
    ink = _ink(picture[:, band.left : band.right], band)
    out, inside = round(_OUT * band.height), round(_IN * band.height)
    top = _whitest(ink, band.top, max(ceiling, band.top - out), band.top + inside)
    bottom = _whitest(ink, band.bottom - 1, band.bottom - inside, min(floor, band.bottom + out)) + 1
    inked = np.flatnonzero(ink[top:bottom] > _SPECKS).tolist()
    if not inked:
        return replace(band, left=left, right=right)
    above, below = (
        round(_MARGIN * band.height) - white for white in (inked[0], bottom - top - 1 - inked[-1])
    )
    return Band(left=left, right=right, top=top - min(above, 0), bottom=bottom + min(below, 0))


def _ink(column: Picture, band: Band) -> npt.NDArray[np.float64]:
    """The share of ink in each row of points, dark being what is nearer to the letters than to the paper."""
    dark = column < _ink_level(column[band.top : band.bottom])
    return np.asarray(np.mean(dark, axis=1), dtype=np.float64)


def _whitest(ink: npt.NDArray[np.float64], edge: int, first: int, last: int) -> int:
    """The row of points with the least ink between two, of several the one nearest to the box's `edge`."""
    rows = np.arange(first, max(last, first + 1))
    return int(rows[np.argmin(ink[rows] + _NEARER * np.abs(rows - edge) / len(rows))])
