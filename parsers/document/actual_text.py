"""The boxes of letters that a PDF gives as ActualText, as Chromium and typst do for each Thai syllable.

pdfium knows only the ink of the first glyph of such a stretch, and divides it evenly among the letters. So the
white beside the ink and everything drawn after it (the `า` of a `ำ`) look like gaps, and `จำ นวน` is read.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise

from parsers.document.sheet import Sheet, around
from parsers.document.textpage import TextPage
from parsers.model import Box

_MOST_GLYPHS = 4
"""The marks of a consonant and `า`."""
_GAP = 0.2
"""Points of white before a letter that a font may leave at its left edge; less is rounding."""


def widen(boxes: list[Box], text_page: TextPage, letters: str, marks: Iterable[int], sheet: Sheet) -> None:
    """Puts the `boxes` right that pdfium has on `sheet` for `letters`; `marks` is where marks and `ำ` are.

    The letters of one syllable of ActualText all get the box of the whole syllable; every other letter begins
    where its glyph begins. On a page without ActualText nothing changes.
    """
    syllables = list(_syllables(marks, boxes))
    if not syllables:
        return
    _begin_at_glyphs(boxes, text_page, sheet)
    for start, end in syllables:
        whole = around(boxes[start], boxes[end - 1])
        if letters[end - 1] == "ำ":
            apart = text_page.drawn_between(start, _following(boxes, end), _MOST_GLYPHS)
            whole = reduce(around, sheet.boxes(apart), whole)
        boxes[start:end] = [whole] * (end - start)


def _syllables(marks: Iterable[int], boxes: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """Where a stretch begins and ends whose letters have even shares of one place."""
    sized = [at for at in marks if at and boxes[at][0] < boxes[at][2]]
    start = end = -1
    for at in sized:
        if not _share(boxes[at - 1], boxes[at]):
            continue
        if at != end:
            if start < end:
                yield start, end
            start = at - 1
        end = at + 1
    if start < end:
        yield start, end


def is_shared(at: int, boxes: Sequence[Box]) -> bool:
    """Whether the letter there has but a share of one place, so that its ink is not its own."""
    beside = boxes[max(at - 1, 0) : at + 2]
    return any(_share(one, other) for one, other in pairwise(beside))


def _share(one: Box, other: Box) -> bool:
    """Whether pdfium divided one place: from left to right on the page, whichever way the sheet is turned."""
    if one[1] == other[1] and one[3] == other[3]:
        return (one[2] == other[0] or other[2] == one[0]) and _alike(one[2] - one[0], other[2] - other[0])
    if one[0] == other[0] and one[2] == other[2]:
        return (one[3] == other[1] or other[3] == one[1]) and _alike(one[3] - one[1], other[3] - other[1])
    return False


def _alike(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-3)


def _begin_at_glyphs(boxes: list[Box], text_page: TextPage, sheet: Sheet) -> None:
    """Moves the left edge of every letter that has white before it to where its glyph begins."""
    apart = [at for at, (one, other) in enumerate(pairwise(boxes), start=1) if other[0] - one[2] > _GAP]
    origins = sheet.boxes(text_page.origins([0, *apart]))
    for at, (origin, _, _, _) in zip([0, *apart], origins, strict=True):
        left, top, right, bottom = boxes[at]
        boxes[at] = (min(left, origin), top, right, bottom)


def _following(boxes: Sequence[Box], end: int) -> int:
    """The first letter from `end` that is drawn; what pdfium makes up has no width."""
    return next((at for at in range(end, len(boxes)) if boxes[at][0] != boxes[at][2]), end - 1)
