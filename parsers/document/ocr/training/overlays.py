"""What else comes to lie on a line: the print of the other side, stamps, signatures.

Pages are floats, 0 for black and 255 for white; each function gives a new page.
"""

import random

import cv2
import numpy as np
import numpy.typing as npt

from parsers.document.ocr.training.drawing import Drawn, Ink

Page = npt.NDArray[np.float32]


def showing_through(page: Page, line: Drawn, rng: random.Random, dpi: int) -> Page:
    """The other side of thin paper: its lines stand mirrored, soft, at any height, and run past this line."""
    ghost = cv2.GaussianBlur(line.ink[:, ::-1], (0, 0), rng.uniform(0.15, 0.5) * dpi / 72)
    height, width = ghost.shape
    moved = np.roll(ghost, (rng.randrange(height), rng.randrange(width)), axis=(0, 1))
    return page * (1 - rng.uniform(0.04, 0.32) / 255 * moved.astype(np.float32))


def stamped(page: Page, line: Drawn, rng: random.Random, dpi: int) -> Page:
    """A seal or a receiving stamp across, in the grey of its red or blue, of uneven ink."""
    ink: Ink = np.zeros(page.shape, np.uint8)
    left, top, right, bottom = line.box
    tall = max(8, bottom - top)
    x, y = rng.randint(left, max(left + 1, right)), rng.randint(top - tall, bottom + tall)
    thick = max(1, tall // rng.randint(12, 24))
    kind = rng.random()
    if kind < 0.4:
        for most in (3 * tall, 2 * tall):
            cv2.circle(ink, (x, y), rng.randint(tall // 2, most), (255,), thick)
    else:
        corner = (x + rng.randint(tall, tall * 6), y + rng.randint(tall // 2, tall * 2))
        cv2.rectangle(ink, (x, y), corner, (255,), thick)
    if kind > 0.6:
        ink = np.maximum(ink, _lettered(line, rng, (x, y)))
    return np.minimum(page, 255 - ink.astype(np.float32) / 255 * rng.uniform(25, 115))


def signed(page: Page, line: Drawn, rng: random.Random, dpi: int) -> Page:
    """The swings of a pen across, or a few straight strokes of it."""
    left, top, right, bottom = line.box
    tall = max(8, bottom - top)
    ink: Ink = np.zeros(page.shape, np.uint8)
    places = _swings(rng, left, right, tall) if rng.random() < 0.6 else _strokes(rng, left, right, tall)
    curve = places + np.array([0.0, rng.uniform(top, bottom)])
    cv2.polylines(ink, [curve.round().astype(np.int32)], False, (255,), max(1, tall // 28), cv2.LINE_AA)
    return np.minimum(page, 255 - ink.astype(np.float32) / 255 * rng.uniform(60, 225))


def _lettered(line: Drawn, rng: random.Random, at: tuple[int, int]) -> Ink:
    """The letters of a stamp, smaller than those of the line and askew: the line's own, moved."""
    move = cv2.getRotationMatrix2D((0, line.ink.shape[0] / 2), rng.gauss(0, 2), rng.uniform(0.5, 0.85))
    move[:, 2] += np.array([at[0], at[1] - line.ink.shape[0] / 2])
    height, width = line.ink.shape
    return np.asarray(cv2.warpAffine(line.ink, move, (width, height)), np.uint8)


def _swings(rng: random.Random, left: int, right: int, tall: int) -> npt.NDArray[np.float64]:
    along = np.linspace(0, 1, 80)
    xs = rng.uniform(left - tall, right) + rng.uniform(2, 8) * tall * along
    swing = rng.uniform(0.3, 1.5) * np.sin(rng.uniform(12, 50) * along + rng.uniform(0, 6.3))
    return np.stack([xs, tall * (swing + rng.uniform(-1, 1) * along)], axis=1)


def _strokes(rng: random.Random, left: int, right: int, tall: int) -> npt.NDArray[np.float64]:
    count = rng.randint(2, 4)
    return np.array(
        [(rng.uniform(left - tall, right + tall), rng.uniform(-tall, tall)) for _ in range(count)]
    )
