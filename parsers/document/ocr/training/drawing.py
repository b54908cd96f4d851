"""One line of text as it lies on the paper: shaped, inked, between its neighbours, cut as a detector cuts.

Ink is an array of bytes, 0 for none and 255 for full. Shaping is HarfBuzz's, through Pillow's Raqm: without it
Thai marks stand at wrong heights, and what is learnt from that is wrong.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

Ink = npt.NDArray[np.uint8]
Box = tuple[int, int, int, int]
"""`(left, top, right, bottom)` in points of the picture."""

_TALLEST: Final = "ป้ ฎุ ที่ ญู ฤๅ ผู้ 0๙"
"""It reaches as high and as low as any line of its face does."""
_SYMBOLS: Final = "→☐☑☒✓●○■□"
"""No Thai face has them; a face of symbols lends them."""
_SYMBOL_FACE: Final = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
_FACES_KEPT: Final = 600


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawn:
    """A line in ink with a little of what stands around it; `box` is what a text detector would cut out."""

    ink: Ink
    box: Box


def drawn(text: str, path: Path, em: int, rng: random.Random, *, neighbours: Sequence[str]) -> Drawn:
    """`text` in the face `path`, `em` points of the picture high, between the two `neighbours`.

    The box is the line's own ink, stretched towards the height that the face needs for its marks, sometimes a
    little less and sometimes so much more that it holds parts of the neighbours.
    """
    font, top, bottom = _font(path, em)
    left, own_top, right, own_bottom = font.getbbox(text, anchor="ls")
    wide = round(_length(text, font, em)) if _lent(text) else round(right - left)
    base = 2 * em - top
    sheet = Image.new("L", (wide + 2 * em, bottom - top + 4 * em), 0)
    pen = ImageDraw.Draw(sheet)
    _write(pen, (em - left, base), text, font, em)
    step = int((bottom - top) * rng.uniform(0.85, 1.15 if rng.random() < 0.6 else 1.5))
    for other, shift in zip(neighbours, (-step, step), strict=True):
        pen.text((rng.randint(-3 * em, em), base + shift), other, font=font, fill=255, anchor="ls")
    upper, lower = _between(own_top, top, rng), _between(own_bottom, bottom, rng)
    return _around(np.asarray(sheet), _detected((em, base + upper, em + wide, base + lower), rng))


def ruled(line: Drawn, rng: random.Random) -> Drawn:
    """With dotted leaders, an underline, or the rules of a table, now and then."""
    chance = rng.random()
    if chance > 0.16:
        return line
    ink = line.ink.copy()
    left, top, right, bottom = line.box
    thick = max(1, round((bottom - top) / 30))
    low = int(top + (bottom - top) * rng.uniform(0.72, 1.0))
    if chance < 0.05:
        for x in range(left, right, max(3, thick * rng.randint(3, 5))):
            cv2.circle(ink, (x, low), max(1, thick // 2), (255,), -1)
    elif chance < 0.10:
        cv2.line(ink, (left, low), (right, low), (255,), thick)
    else:
        for x in rng.choice(((left + 2,), (right - 2,), (left + 2, right - 2))):
            cv2.line(ink, (x, top - 20), (x, bottom + 20), (255,), thick)
        if rng.random() < 0.5:
            cv2.line(ink, (left, bottom - 1), (right, bottom - 1), (255,), thick)
    return Drawn(ink=ink, box=line.box)


@lru_cache(maxsize=_FACES_KEPT)
def _font(path: Path, em: int) -> tuple[ImageFont.FreeTypeFont, int, int]:
    """The face at that size, and how high above and below its base it reaches."""
    font = ImageFont.truetype(str(path), em, layout_engine=ImageFont.Layout.RAQM)
    _, top, _, bottom = font.getbbox(_TALLEST, anchor="ls")
    return font, int(top), int(bottom)


def _lent(text: str) -> bool:
    return any(symbol in text for symbol in _SYMBOLS)


def _runs(text: str, font: ImageFont.FreeTypeFont, em: int) -> list[tuple[str, ImageFont.FreeTypeFont]]:
    """`text` by the face that has it."""
    if not _lent(text):
        return [(text, font)]
    symbols, _, _ = _font(_SYMBOL_FACE, round(em * 0.7))
    return [(one, symbols if one in _SYMBOLS else font) for one in _split(text)]


def _split(text: str) -> list[str]:
    parts = [""]
    for character in text:
        if character in _SYMBOLS:
            parts += [character, ""]
        else:
            parts[-1] += character
    return [part for part in parts if part]


def _length(text: str, font: ImageFont.FreeTypeFont, em: int) -> float:
    return sum(face.getlength(run) for run, face in _runs(text, font, em))


def _write(
    pen: ImageDraw.ImageDraw, at: tuple[float, float], text: str, font: ImageFont.FreeTypeFont, em: int
) -> None:
    x, y = at
    for run, face in _runs(text, font, em):
        pen.text((x, y), run, font=face, fill=255, anchor="ls")
        x += face.getlength(run)


def _detected(ink: tuple[float, float, float, float], rng: random.Random) -> Box:
    """The box that a detector gives for ink from left to right, top to bottom: mostly wider, sometimes cut."""
    left, top, right, bottom = ink
    tall = bottom - top
    return (
        int(left - tall * rng.uniform(0.0, 0.6)),
        int(top - tall * rng.uniform(-0.03, 0.25)),
        int(right + tall * rng.uniform(0.0, 0.6)) + 1,
        int(bottom + tall * rng.uniform(-0.03, 0.25)) + 1,
    )


def _between(own: float, full: float, rng: random.Random) -> float:
    share = rng.random()
    return own * (1 - share) + full * share


def _around(ink: Ink, box: Box) -> Drawn:
    """No more of the paper than what turning and blurring can bring into the box."""
    left, top, right, bottom = box
    room = max(6, (bottom - top) // 3)
    x, y = max(0, left - room), max(0, top - room)
    cut = ink[y : bottom + room, x : right + room]
    return Drawn(ink=cut, box=(left - x, top - y, right - x, bottom - y))
