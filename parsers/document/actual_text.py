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


def boxes(
    text_page: TextPage, letters: str, marks: Iterable[int], places: Sequence[Box], sheet: Sheet
) -> list[Box]:
    """The boxes on `sheet` of `letters`, which pdfium puts at `places`; `marks` is where marks and `ำ` are.

    The letters of one syllable of ActualText all get the box of the whole syllable; every other letter begins
    where its glyph begins. A page without ActualText gets the boxes that pdfium has.
    """
    placed = sheet.boxes(places)
    syllables = list(_syllables(marks, places))
    if not syllables:
        return placed
    _begin_at_glyphs(placed, text_page, sheet)
    for start, end in syllables:
        whole = around(placed[start], placed[end - 1])
        if letters[end - 1] == "ำ":
            apart = text_page.drawn_between(start, _following(places, end), _MOST_GLYPHS)
            whole = reduce(around, sheet.boxes(apart), whole)
        placed[start:end] = [whole] * (end - start)
    return placed


def _syllables(marks: Iterable[int], places: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """Where a stretch begins and ends whose letters have even shares of one place."""
    wide = (at for at in marks if at and places[at][0] < places[at][2])
    sharing = [at for at in wide if _share(places[at - 1], places[at])]
    start = end = -1
    for at in sharing:
        if at != end:
            if start < end:
                yield start, end
            start = at - 1
        end = at + 1
    if start < end:
        yield start, end


def _share(one: Box, other: Box) -> bool:
    return (
        one[2] == other[0]
        and (one[1], one[3]) == (other[1], other[3])
        and math.isclose(one[2] - one[0], other[2] - other[0], rel_tol=1e-3)
    )


def _begin_at_glyphs(placed: list[Box], text_page: TextPage, sheet: Sheet) -> None:
    """Moves the left edge of every letter that has white before it to where its glyph begins."""
    apart = [at for at, (one, other) in enumerate(pairwise(placed), start=1) if other[0] - one[2] > _GAP]
    origins = sheet.boxes(text_page.origins([0, *apart]))
    for at, (origin, _, _, _) in zip([0, *apart], origins, strict=True):
        left, top, right, bottom = placed[at]
        placed[at] = (min(left, origin), top, right, bottom)


def _following(places: Sequence[Box], end: int) -> int:
    """The first letter from `end` that is drawn; what pdfium makes up has no width."""
    return next((at for at in range(end, len(places)) if places[at][0] != places[at][2]), end - 1)
