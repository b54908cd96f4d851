"""What hands and stamps put on a page. Drawn on white of the page's size; `sheets.inked` lays it over the page."""

from collections.abc import Sequence

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tests.letters import fonts
from tests.scans.sheets import POINTS_PER_INCH, Sheet, sheet

Colour = tuple[int, int, int]

RED: Colour = (205, 40, 50)
BLUE: Colour = (40, 60, 170)
_PEN: Colour = (30, 40, 110)
_STAMPED = ("กรมส่งเสริมการปกครองท้องถิ่น", "เลขรับ  {}", "วันที่  {} มี.ค. ๒๕๖๒", "เวลา  ๐๙.{} น.")
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


_GIVEN = (0.35, 0.9)
"""What part of its ink a stamp of rubber gives, at the least and at the most."""
_PATCH = 6.0
"""The size, in points of 1/72 inch, of the patches in which that varies."""


def stamp(page: Sheet, chance: np.random.Generator, dpi: float, colour: Colour) -> Sheet:
    """A receiving stamp, a little askew, across the head: over the agency, its address and perhaps the date."""
    height, width = page.shape[:2]
    drawn = Image.new("RGB", (width, height), "white")
    face = ImageFont.truetype(fonts.file("Sarabun", bold=True), round(9.5 * dpi / POINTS_PER_INCH))
    lines = _stamped(chance)
    left, top = chance.uniform(0.47, 0.58) * width, chance.uniform(0.075, 0.13) * height
    pad, lead = 0.5 * face.size, 1.45 * face.size
    wide = max(face.getlength(line) for line in lines) + 2 * pad
    pen = ImageDraw.Draw(drawn)
    frame = (left, top, left + wide, top + lead * len(lines) + pad)
    pen.rectangle(frame, outline=colour, width=max(1, round(dpi / POINTS_PER_INCH)))
    for number, line in enumerate(lines):
        pen.text((left + pad, top + lead * number), line, fill=colour, font=face)
    middle = (frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2
    askew = drawn.rotate(chance.uniform(-4, 4), Image.Resampling.BICUBIC, center=middle, fillcolor="white")
    return _faded(np.asarray(askew), chance, dpi)


def signature(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """Two strokes of a pen where room is left to sign, the lower one across the name."""
    drawn = np.full_like(page, 255)
    x, y, room = _room_to_sign(page)
    along = np.linspace(-0.5, 0.5, 80)
    for below, length, turns in ((0.0, 100.0, 7.0), (0.35, 150.0, 3.0)):
        phase = chance.uniform(0, 2 * np.pi)
        swing = 0.28 * np.sin(2 * np.pi * turns * along + phase) + 0.12 * np.cos(5 * np.pi * along)
        xs = x + length * dpi / POINTS_PER_INCH * along
        _stroke(drawn, np.stack([xs, y + room * (below + swing)], axis=1), 1.1 * dpi / POINTS_PER_INCH)
    return drawn


def copier_lines(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """Lines down the page, from dirt on the glass, and the dark edge of a lid that stood open."""
    width = page.shape[1]
    drawn = np.full_like(page, 255)
    for x in chance.uniform(0.05, 0.95, size=chance.integers(2, 5)) * width:
        thick = max(1, round(chance.uniform(0.2, 0.6) * dpi / POINTS_PER_INCH))
        drawn[:, round(x) : round(x) + thick] = chance.integers(60, 170)
    drawn[:, : round(6 * dpi / POINTS_PER_INCH)] = chance.integers(30, 90)
    return drawn


def _stamped(chance: np.random.Generator) -> Sequence[str]:
    numbers = chance.integers(1000, 9999), chance.integers(1, 31), chance.integers(10, 59)
    return [
        _STAMPED[0],
        *(line.format(str(n).translate(_THAI)) for line, n in zip(_STAMPED[1:], numbers, strict=True)),
    ]


def _faded(ink: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    height, width = ink.shape[:2]
    patch = _PATCH * dpi / POINTS_PER_INCH
    coarse = chance.uniform(*_GIVEN, (round(height / patch) + 1, round(width / patch) + 1))
    given = cv2.resize(coarse.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    return sheet(255 - (255 - ink.astype(np.float32)) * given[:, :, np.newaxis])


def _stroke(drawn: Sheet, places: object, thick: float) -> None:
    curve = np.asarray(places, dtype=np.float32).round().astype(np.int32)
    cv2.polylines(drawn, [curve], False, _PEN, max(1, round(thick)), cv2.LINE_AA)


def _room_to_sign(page: Sheet) -> tuple[float, float, float]:
    """The middle of the widest white between two lines, and its height; the middle of the line below it counts
    from left to right.
    """
    dark = page.min(axis=2) < 128
    rows = np.flatnonzero(dark.any(axis=1))
    above = int(np.diff(rows).argmax())
    top, bottom = rows[above], rows[above + 1]
    columns = np.flatnonzero(dark[bottom : bottom + (bottom - top) // 3].any(axis=0))
    return (columns[0] + columns[-1]) / 2, (top + bottom) / 2, bottom - top
