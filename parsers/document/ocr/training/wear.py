"""What printing, copying, faxing and scanning do to a line, down to the picture that the net sees.

Lengths are in points of 1/72 inch where they stand for something on paper. Nothing is worn so far that a person
could not read it: what cannot be read can only be guessed, and guessed digits are worse than none.
"""

import random
from collections.abc import Callable
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from parsers.document.ocr.training import overlays
from parsers.document.ocr.training.drawing import Drawn, Ink
from parsers.document.ocr.training.overlays import Page

HEIGHT: Final = 48
"""Of the picture that the net sees."""
_POINTS_PER_INCH: Final = 72
_PRESSED, _SHOWING_THROUGH_ALONE = 0.4, 0.6
"""How often strokes are not as thick as drawn, and bare paper shows the other side."""

Picture = npt.NDArray[np.uint8]


def worn(line: Drawn, rng: random.Random, *, dpi: int, hard: float) -> Picture:
    """The line cut out of its scanned page, 48 points high, 0 for black; `hard` in 0..1 scales how often each
    damage comes.
    """
    ink = _pressed(line.ink, rng, dpi) if rng.random() < _PRESSED * hard else line.ink
    paper, black = _paper(rng), rng.uniform(0, 70) if rng.random() < 0.75 else rng.uniform(60, 140)
    page = np.asarray(paper - (paper - black) * (ink.astype(np.float32) / 255), np.float32)
    return _scanned(page, line, rng, dpi, hard)


def bare(line: Drawn, rng: random.Random, *, dpi: int, hard: float) -> Picture:
    """The same without the line: what else may lie there (the other side, a stamp, dirt) is all there is."""
    page = np.full(line.ink.shape, _paper(rng), np.float32)
    if rng.random() < _SHOWING_THROUGH_ALONE:
        page = overlays.showing_through(page, line, rng, dpi)
    return _scanned(page, line, rng, dpi, hard)


def _paper(rng: random.Random) -> float:
    """Mostly grey or yellowed; readers make much of it white."""
    return rng.uniform(200, 255) if rng.random() < 0.6 else 255.0


def _scanned(page: Page, line: Drawn, rng: random.Random, dpi: int, hard: float) -> Picture:
    for chance, lie in _LYING_ON_IT:
        if rng.random() < chance * hard:
            page = lie(page, line, rng, dpi)
    cut = _cut(page, line, rng)
    for chance, wear in _MACHINES:
        if rng.random() < chance * hard:
            cut = np.clip(wear(cut, rng, dpi), 0, 255)
    return _scaled(cut, rng)


def _pressed(ink: Ink, rng: random.Random, dpi: int) -> Ink:
    """Strokes thinner or thicker by up to a fifth of a point at either side, parts of picture points counted."""
    change = 2 * rng.uniform(0.04, 0.2) * dpi / _POINTS_PER_INCH
    side = 2 if change <= 1 else 3
    strength = min(change / (side - 1), 0.9)
    kernel = np.ones((side, side), np.uint8)
    changed = cv2.dilate(ink, kernel) if rng.random() < 0.6 else cv2.erode(ink, kernel)
    return np.asarray(cv2.addWeighted(ink, 1 - strength, changed, strength, 0), np.uint8)


def _shaded(page: Page, line: Drawn, rng: random.Random, dpi: int) -> Page:
    """Darker to one side, as near the back of a book or under a hand."""
    height, width = page.shape
    across = np.linspace(rng.uniform(-60, 0), rng.uniform(-60, 0), width, dtype=np.float32)
    down = np.linspace(rng.uniform(-25, 0), rng.uniform(-25, 0), height, dtype=np.float32)
    return page + across[None, :] + down[:, None]


def _cut(page: Page, line: Drawn, rng: random.Random) -> Page:
    """The box out of the page, turned a little: so little that a long line does not leave its box."""
    left, top, right, bottom = (max(0, edge) for edge in line.box)
    most = min(1.5, np.degrees(0.3 * (bottom - top) / max(1, right - left)))
    angle = rng.gauss(0, most / 2) if rng.random() < 0.6 else 0.0
    move = cv2.getRotationMatrix2D(((left + right) / 2, (top + bottom) / 2), angle, 1.0)
    move[0, 1] += rng.gauss(0, 0.03)
    move[:, 2] += np.array([rng.uniform(-0.5, 0.5), rng.uniform(-0.5, 0.5)])
    height, width = page.shape
    fill = float(np.median(page[:: max(1, height // 8), :: max(1, width // 40)]))
    turned = cv2.warpAffine(page, move, (width, height), flags=cv2.INTER_LINEAR, borderValue=(fill,))
    return np.asarray(turned[top:bottom, left:right], np.float32)


def _blurred(cut: Page, rng: random.Random, dpi: int) -> Page:
    return np.asarray(cv2.GaussianBlur(cut, (0, 0), rng.uniform(0.08, 0.42) * dpi / _POINTS_PER_INCH))


def _noisy(cut: Page, rng: random.Random, dpi: int) -> Page:
    return np.asarray(cut + _noise(rng).normal(0, rng.uniform(2, 16), cut.shape), np.float32)


def _faxed(cut: Page, rng: random.Random, dpi: int) -> Page:
    """One bit for each point, often at half the fineness down the page, as a coarse fax has it (ITU-T T.4)."""
    dark, light = np.percentile(cut, 2), np.percentile(cut, 90)
    height, width = cut.shape
    if light - dark < 25:
        return cut
    coarse = rng.random() < 0.6 and height > 40
    rows = round(height * rng.uniform(0.45, 0.9)) if coarse else height
    sent = cv2.resize(cut, (width, rows), interpolation=cv2.INTER_AREA)
    binary = np.where(sent > dark + (light - dark) * rng.uniform(0.4, 0.72), 255, 0).astype(np.float32)
    method = rng.choice((cv2.INTER_LINEAR, cv2.INTER_NEAREST, cv2.INTER_CUBIC))
    return np.asarray(cv2.resize(binary, (width, height), interpolation=method), np.float32)


def _specked(cut: Page, rng: random.Random, dpi: int) -> Page:
    """Black and white specks of up to half a point."""
    height, width = cut.shape
    size = max(1.0, rng.uniform(0.1, 0.5) * dpi / _POINTS_PER_INCH)
    places = _noise(rng).random((round(height / size) + 1, round(width / size) + 1), dtype=np.float32)
    drawn = cv2.resize(places, (width, height), interpolation=cv2.INTER_NEAREST)
    share = rng.uniform(0.0005, 0.006)
    return np.where(drawn < share, 0, np.where(drawn > 1 - share, 255, cut)).astype(np.float32)


def _packed(cut: Page, rng: random.Random, dpi: int) -> Page:
    grey = np.clip(cut, 0, 255).astype(np.uint8)
    _, packed = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(25, 85)])
    unpacked = cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)
    return np.asarray(unpacked, np.float32)


def _noise(rng: random.Random) -> np.random.Generator:
    return np.random.default_rng(rng.getrandbits(32))


def _scaled(cut: Page, rng: random.Random) -> Picture:
    """Brought to the net's height by any reader's method; a little wider or narrower, as faces are."""
    method = rng.choice((cv2.INTER_LINEAR, cv2.INTER_AREA, cv2.INTER_CUBIC))
    height, width = cut.shape
    wide = max(8, round(HEIGHT * width / max(1, height) * rng.uniform(0.87, 1.18)))
    scaled = cv2.resize(cut, (wide, HEIGHT), interpolation=method)
    return np.asarray(np.clip(scaled, 0, 255), np.uint8)


_LYING_ON_IT: Final[tuple[tuple[float, Callable[[Page, Drawn, random.Random, int], Page]], ...]] = (
    (0.13, overlays.showing_through),
    (0.13, overlays.stamped),
    (0.10, overlays.signed),
    (0.20, _shaded),
)
_MACHINES: Final[tuple[tuple[float, Callable[[Page, random.Random, int], Page]], ...]] = (
    (0.45, _blurred),
    (0.50, _noisy),
    (0.23, _faxed),
    (0.10, _specked),
    (0.40, _packed),
)
"""How often each comes, in the order in which they come."""
