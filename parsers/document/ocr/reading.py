"""READ THIS FIRST: a picture of a page, from its points to the same lines that a text layer gives.

The sheet is found in a photo and evened out, laid level, searched for lines, and the lines are read; if what they
say makes no sense, the page stands on its head. What is behind (zones, fields, citations) works on either kind of
page; letters from a picture come with how sure they are. Places are those on the straightened sheet.

Runs in the reading child: synchronous, in one thread; the networks are opened at the first picture and kept.
"""

from collections.abc import Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import numpy as np

from parsers.document.ocr import (
    bands,
    codes,
    constrained,
    detect,
    free,
    labels,
    lettering,
    picture,
    straighten,
    strays,
    tesseract,
)
from parsers.document.ocr.bands import Band
from parsers.document.ocr.free import Decoded
from parsers.document.ocr.picture import Picture, Transform
from parsers.document.ocr.recognise import WEIGHTS, Recogniser, Sight
from parsers.document.ocr.straighten import Level, Sheet
from parsers.model import Line, Page
from parsers.thai import text as thai

A4_HEIGHT = 841.9
"""In PDF points: the long side of what is photographed, as letters are on A4."""

_ON_ITS_HEAD = 0.75
"""How sure of its letters a reader is at least, if they stand upright."""
_MUCH_SURER = 0.1
_ASKED = 6
"""The lines by which it is found out."""
_NOISE = 0.4
"""The mean certainty below which a line is no text: an emblem, a signature, print that shines through."""
_UNSURE = 0.6
"""The mean certainty of the letters of a line below which a second opinion is asked for."""
_SHORT = 4
_OPINIONS = 12
"""The fewest letters that make a line worth it, and the most lines of a page."""


class _Told(NamedTuple):
    """A line as it was read; a step of it is `step` points of the picture wide."""

    band: Band
    step: float
    decoded: Decoded


def read(shown: Picture, *, scale: float, number: int, weights: Path = WEIGHTS) -> Page:
    """Page `number` as `shown`, which has `scale` PDF points to a point of the picture.

    Defects: `no-text-found`; `tesseract-missing` if a second opinion was wanted and could not be had.
    Raises `MemoryError`.
    """
    recogniser = Recogniser(weights)
    sheet, sheet_scale = _sheet(shown, scale)
    level, told = _right_way_up(straighten.level(sheet.picture, detect.quads), recogniser)
    told, defects = _settled(told, level.picture)
    lines = [
        line
        for one in told
        if mean(one.decoded.confidences) >= _NOISE
        for line in lettering.lines(one.decoded, one.band, step=one.step, scale=sheet_scale)
    ]
    back = (
        np.diag((scale, scale, 1.0))
        @ sheet.back
        @ level.back
        @ np.diag((1 / sheet_scale, 1 / sheet_scale, 1.0))
    )
    return _page(number, level.picture, sheet_scale, thai.repair_lines(lines), back, defects)


def _sheet(shown: Picture, scale: float) -> tuple[Sheet, float]:
    """The sheet of paper, with the shade gone and `scale` as it is there."""
    photographed = straighten.page_of_photo(shown)
    if photographed is None:
        return Sheet(picture.evened(shown), np.eye(3)), scale
    return photographed._replace(picture=picture.evened(photographed.picture)), A4_HEIGHT / max(
        photographed.picture.shape
    )


def _right_way_up(upright: Level, recogniser: Recogniser) -> tuple[Level, list[_Told]]:
    """What the sheet says, or what it says on its head if that makes more sense."""
    told = _told(upright, bands.bands(upright.picture, upright.quads), recogniser)
    if _certainty(told) >= _ON_ITS_HEAD:
        return upright, told
    turned = straighten.overturned(upright)
    lines = bands.bands(turned.picture, turned.quads)
    longest = sorted(lines, key=lambda band: band.width)[-_ASKED:]
    if _certainty(_told(turned, longest, recogniser)) < _certainty(told) + _MUCH_SURER:
        return upright, told
    return turned, _told(turned, lines, recogniser)


def _told(upright: Level, lines: Sequence[Band], recogniser: Recogniser) -> list[_Told]:
    """The lines that say something."""
    sights = recogniser.see([band.cut(upright.picture) for band in lines])
    told = [
        _Told(band, sight.step, _decoded(sight, recogniser.alphabet))
        for band, sight in zip(lines, sights, strict=True)
    ]
    return [one for one in told if one.decoded.text.strip()]


def _decoded(sight: Sight, alphabet: tuple[str, ...]) -> Decoded:
    """A line with figures is held to the grammars of numbers and days, the start of any line to the labels."""
    told = free.best_path(sight.log_probs, alphabet)
    if any(map(str.isdigit, told.text)):
        told = constrained.restated(sight.log_probs, alphabet)
    return labels.restored(strays.without(told))


def _settled(told: Sequence[_Told], sheet: Picture) -> tuple[list[_Told], tuple[str, ...]]:
    """The lines, those of which the network is unsure with a second opinion; and what was missing for that."""
    unsure = [one for one in told if _is_unsure(one)][:_OPINIONS]
    if unsure and not tesseract.program():
        return list(told), ("tesseract-missing",)
    others = tesseract.opinions([one.band.cut(sheet) for one in unsure])
    opinions = {id(one): other for one, other in zip(unsure, others, strict=True) if other}
    return [
        one._replace(decoded=tesseract.better(one.decoded, opinions[id(one)])) if id(one) in opinions else one
        for one in told
    ], ()


def _is_unsure(one: _Told) -> bool:
    return len(one.decoded.text) >= _SHORT and mean(one.decoded.confidences) < _UNSURE


def _certainty(told: Sequence[_Told]) -> float:
    """Of all letters, in the mean; of nothing, 1.0."""
    every = [sure for one in told for sure in one.decoded.confidences]
    return mean(every) if every else 1.0


def _page(
    number: int,
    sheet: Picture,
    scale: float,
    lines: tuple[Line, ...],
    back: Transform,
    defects: tuple[str, ...],
) -> Page:
    height, width = sheet.shape
    every = [sure for line in lines for sure in line.certainty or ()]
    return Page(
        number=number,
        width=round(width * scale, 1),
        height=round(height * scale, 1),
        lines=lines,
        source="ocr",
        quality=round(mean(every), 2) if every else 0.0,
        defects=defects if lines else ("no-text-found",),
        codes=codes.read(sheet, page=number, scale=scale),
        to_shown=None if np.allclose(back, np.eye(3)) else tuple(back.flatten().tolist()),
    )
