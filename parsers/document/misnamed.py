"""Marks that a page draws where their name cannot be, or under a name that is no mark: a sign for each glyph.

LibreOffice names a glyph after the first syllable that it drew with it, so that the `้` of `ผู้` may be called
`ู`, and leaves the rest to ActualText, which Ghostscript drops. Others name marks by numbers, or not at all.
What can be trusted is the drawing: a glyph is the same mark wherever it stands. Which one, the words must say
(`unnamed.unnamed_marks`).
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from parsers.document import actual_text
from parsers.document.sheet import Sheet
from parsers.document.textpage import TextPage
from parsers.model import Box
from parsers.thai.orthography import LOW_VOWEL, TALL, TONE, WIDE
from parsers.thai.unnamed import UNKNOWN

_PLACED = re.compile(f"[{LOW_VOWEL}{TONE}์]")
"""Marks that are drawn on one side only, and that producers mistake for one of the other side."""
_LOW = frozenset("ฺุู")
_NAMELESS = re.compile("(?<=[ก-๎])[^\\sก-๛]{1,4}|(?<=\\s)[^\\sก-๛]")
"""What may be the marks of a letter; pdfium makes up a space before some."""
_ROUNDING = 0.015
"""By how much two drawings of one glyph differ at most, in sizes of the font."""
_RAISED = 0.25
"""How far above the line what is no letter begins, in sizes of the font."""
_MOST_MARKS = 2_000
"""More of them has no letter, and looking through all takes the square of their number."""
_STACKED = 0.4
"""The height of two marks one above the other, in sizes of the font; the highest single one has 0.35."""
_STROKE, _TALL, _WIDE = 0.65, 1.03, 1.045
"""In widths by heights: of the high marks `่` alone is less than the first, and none but `่์ํ๋` less than the
second, `่` is never more than the third. Of the low vowels, `ุ` is less than the second, `ู` more than the third.
Measured on the 84 Thai fonts of Debian and of the packages that we print with, slanted and bold ones among them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One mark as it is drawn: by which font, under what name, on which side of its letter, and how large.

    `at` is its place in the text, and `partner` that of a mark beside it which stands on the wrong side, too.
    Ghostscript leaves some glyphs two letters for a `name`. Sizes are in those of the font.
    """

    at: int
    font: int
    name: str
    is_above: bool
    width: float
    height: float
    partner: int | None = None

    def is_drawn_as(self, other: "Mark") -> bool:
        """Whether both are one glyph under one name."""
        return (
            (self.font, self.name, self.is_above) == (other.font, other.name, other.is_above)
            and abs(self.width - other.width) < _ROUNDING
            and abs(self.height - other.height) < _ROUNDING
        )


def with_signs(letters: str, boxes: Sequence[Box], text_page: TextPage, sheet: Sheet) -> str:
    """`letters`, which stand in `boxes` on `sheet`, with a sign for every mark whose name cannot be."""
    marks = [*_misplaced(letters, boxes, text_page, sheet), *_nameless(letters, boxes, text_page, sheet)]
    return signed(letters, marks[:_MOST_MARKS]) if marks else letters


def signed(letters: str, marks: Sequence[Mark]) -> str:
    """`letters` with the signs of `orthography` for `marks`: the same for the same glyph, and for all its letters.

    Two that have only swapped their names, as all of their glyphs have, spell their syllable well.
    """
    glyphs = _glyphs(marks)
    swapped = {mark.at for glyph in glyphs if _has_one_partner(glyph, letters) for mark in glyph}
    tall, wide = chain(TALL, repeat(UNKNOWN)), chain(WIDE, repeat(UNKNOWN))
    named = list(letters)
    for glyph in glyphs:
        astray = [mark for mark in glyph if not {mark.at, mark.partner} <= swapped]
        sign = _sign(glyph[0], tall, wide) if astray else ""
        for mark in astray:
            named[mark.at : mark.at + len(mark.name)] = _spelt(mark, sign)
    return "".join(named)


def _spelt(mark: Mark, sign: str) -> str:
    """The sign for every letter of the name; a tone and a circle, drawn as one, are what their name begins with."""
    if len(mark.name) > 1 and mark.height > _STACKED:
        return f"{mark.name[0]}ํ"
    return sign * len(mark.name)


def _sign(mark: Mark, tall: Iterator[str], wide: Iterator[str]) -> str:
    """The mark itself where its shape tells it, else the next sign for its shape."""
    ratio = mark.width / mark.height
    if _TALL <= ratio <= _WIDE:
        return UNKNOWN
    if not mark.is_above:
        return "ุ" if ratio < _TALL else "ู"
    if ratio < _STROKE:
        return "่"
    return next(tall if ratio < _TALL else wide)


def _glyphs(marks: Sequence[Mark]) -> list[list[Mark]]:
    glyphs: list[list[Mark]] = []
    for mark in marks:
        known = next((glyph for glyph in glyphs if mark.is_drawn_as(glyph[0])), None)
        if known is None:
            glyphs.append([mark])
        else:
            known.append(mark)
    return glyphs


def _has_one_partner(glyph: Sequence[Mark], letters: str) -> bool:
    partners = {None if mark.partner is None else letters[mark.partner] for mark in glyph}
    return len(partners) == 1 and None not in partners


def _misplaced(letters: str, boxes: Sequence[Box], text_page: TextPage, sheet: Sheet) -> Iterator[Mark]:
    """The low vowels that are drawn above their letter, and the marks drawn below that belong above."""
    placed = [mark.start() for mark in _PLACED.finditer(letters)]
    drawn = zip(placed, *_drawn(placed, text_page, sheet), strict=True)
    astray = {
        at: ink
        for at, ink, baseline in drawn
        if ink[1] < ink[3]
        and (letters[at] in _LOW) == _is_above(ink, baseline)
        and not actual_text.is_shared(at, boxes)
    }
    for at, ink in astray.items():
        partner = next(
            (other for other in (at - 1, at + 1) if _have_swapped(at, other, letters, astray)), None
        )
        yield _mark(at, letters[at], ink, text_page, is_above=letters[at] in _LOW, partner=partner)


def _have_swapped(at: int, other: int, letters: str, astray: Container[int]) -> bool:
    return other in astray and (letters[at] in _LOW) != (letters[other] in _LOW)


def _nameless(letters: str, boxes: Sequence[Box], text_page: TextPage, sheet: Sheet) -> Iterator[Mark]:
    """What is called otherwise than a mark, and drawn as one: back over the letter before, clear of the line."""
    asked = [at for found in _NAMELESS.finditer(letters) for at in range(*found.span())]
    for at, ink, origin in zip(asked, *_drawn(asked, text_page, sheet), strict=True):
        if not _reaches_back(ink, origin):  # as most do not, which is known without asking for their size
            continue
        if _is_off_the_line(ink, origin, text_page.size(at)) and not actual_text.is_shared(at, boxes):
            (before,) = sheet.boxes(text_page.inks([at - 1]))
            first = at - 1 if before == ink else at
            yield _mark(first, letters[first : at + 1], ink, text_page, is_above=_is_above(ink, origin))


def _reaches_back(ink: Box, origin: Box) -> bool:
    left, top, right, bottom = ink
    return left < right and top < bottom and left + right < 2 * origin[0]


def _is_off_the_line(ink: Box, origin: Box, size: float) -> bool:
    _, top, _, bottom = ink
    baseline = origin[1]
    return bottom < baseline - _RAISED * size or top > baseline


def _drawn(asked: Sequence[int], text_page: TextPage, sheet: Sheet) -> tuple[list[Box], list[Box]]:
    """The ink of each of the marks, and where its glyph begins on the baseline."""
    return sheet.boxes(text_page.inks(asked)), sheet.boxes(text_page.origins(asked))


def _is_above(ink: Box, origin: Box) -> bool:
    return ink[1] + ink[3] < 2 * origin[1]


def _mark(
    at: int,
    name: str,
    ink: Box,
    text_page: TextPage,
    *,
    is_above: bool,
    partner: int | None = None,
) -> Mark:
    size = text_page.size(at)
    return Mark(
        at=at,
        font=text_page.font(at),
        name=name,
        is_above=is_above,
        width=(ink[2] - ink[0]) / size,
        height=(ink[3] - ink[1]) / size,
        partner=partner,
    )
