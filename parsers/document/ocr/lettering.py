"""Where each letter of a line that was read stands: the steps of a network turned into boxes on the page.

A step that shows a letter lies somewhere in it, mostly in its middle. So letters meet halfway between their steps
and are no wider than letters of their line are apart; what is left over is white. Pure.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from parsers.document.lines import COLUMN_GAP
from parsers.document.ocr.bands import Band
from parsers.document.ocr.free import Decoded
from parsers.model import Box, Line
from parsers.thai.orthography import PART_OF_SYLLABLE

Place = tuple[float, float]
"""From one step to another, parts of steps counted."""

_MARKS = PART_OF_SYLLABLE - {"ำ"}
_SPECKS = frozenset("“”‘’\"'`.,:;-–—_•·°*^~|")
_NO_SPECK = 0.6
"""The certainty from which a sign at an end of a line is one."""
_HALF = 0.7
"""The most that half a letter measures, in the usual distance of letters."""


def lines(decoded: Decoded, band: Band, *, step: float, scale: float) -> Iterator[Line]:
    """The line in PDF points, cut into several where the white in it is as wide as between two columns.

    `step` is the width of a step in points of the picture, `scale` PDF points per point of the picture.
    """
    decoded = _cleaned(decoded)
    places = _places(decoded)
    edges = [
        (scale * (band.left + step * left), scale * (band.left + step * right)) for left, right in places
    ]
    boxes = [(left, scale * band.top, right, scale * band.bottom) for left, right in edges]
    for start, end in _columns(decoded.text, boxes):
        part = slice(start, end)
        yield Line(text=decoded.text[part], boxes=tuple(boxes[part]), certainty=decoded.confidences[part])


def _cleaned(decoded: Decoded) -> Decoded:
    """The line without the specks at its ends that look like signs, and with one space where there are several.

    A line that is drawn out to its margin is read with as many spaces as its white has room for.
    """
    text = decoded.text
    specks = [
        sign in _SPECKS and sure < _NO_SPECK for sign, sure in zip(text, decoded.confidences, strict=True)
    ]
    start = next((at for at, speck in enumerate(specks) if not (speck or text[at].isspace())), len(text))
    end = next(
        (at for at in range(len(text), start, -1) if not (specks[at - 1] or text[at - 1].isspace())), start
    )
    kept = [at for at in range(start, end) if not (text[at].isspace() and text[at - 1].isspace())]
    return Decoded(
        text="".join(text[at] for at in kept),
        confidences=tuple(decoded.confidences[at] for at in kept),
        spans=tuple(decoded.spans[at] for at in kept),
    )


def _places(decoded: Decoded) -> list[Place]:
    """From where to where each letter goes; marks have the place of their letter, spaces the white they stand for."""
    middles = [(start + end) / 2 for start, end in decoded.spans]
    solid = [at for at, letter in enumerate(decoded.text) if not (letter in _MARKS or letter.isspace())]
    own = dict(zip(solid, _apart([middles[at] for at in solid]), strict=True))
    places: list[Place] = []
    for at, letter in enumerate(decoded.text):
        before = places[-1] if places else (middles[at], middles[at])
        after = next((own[one] for one in range(at + 1, len(middles)) if one in own), before)
        white = before[1], max(before[1], after[0])
        places.append(own.get(at) or (white if letter.isspace() else before))
    return places


def _apart(middles: Sequence[float]) -> list[Place]:
    """Places around `middles` that do not overlap."""
    between = [after - before for before, after in pairwise(middles)]
    half = _HALF * median(between) if between else 1.0
    edges = [(before + after) / 2 for before, after in pairwise(middles)]
    lefts, rights = [-math.inf, *edges], [*edges, math.inf]
    return [
        (max(left, middle - half), min(right, middle + half))
        for left, middle, right in zip(lefts, middles, rights, strict=False)
    ]


def _columns(text: str, boxes: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """Where the parts of a line begin and end that stand in columns; no space begins or ends one."""
    solid = [at for at, letter in enumerate(text) if not letter.isspace()]
    if not solid:
        return
    start = solid[0]
    for at, after in pairwise(solid):
        if boxes[after][0] - boxes[at][2] > COLUMN_GAP:
            yield start, at + 1
            start = after
    yield start, solid[-1] + 1
