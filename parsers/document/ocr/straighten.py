"""How a picture is turned so that its lines run level: out of a photo, out of the side, out of the slant.

Upside down is left to whoever can read (`reading`): a box looks the same on its head. Decides on small pictures
and on the detector's boxes; the picture itself is moved once.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

import cv2
import numpy as np

from parsers.document.ocr.detect import Quads
from parsers.document.ocr.picture import Picture, Points, Transform, moved, shrunk, turned, warped

_THUMBNAIL = 512
_LEAST_PAGE = 0.25
_WHOLE_PICTURE = 0.94
"""The shares of a photo between which a bright shape of four corners is the page on the table."""
_STANDS_OUT = 40
"""How much brighter than its surroundings the page is, at the least."""
_BESIDE = 6.0
"""Points of the thumbnail on each side of an edge at which it is looked for."""
_SAMPLES = 64
_ROUNDING = 0.02
"""How far from straight, as a share of its outline, the edge of a page may be."""
_A4 = math.sqrt(2)
_FORESHORTENED = 1.3
"""How much shorter one side of a sheet may look, seen from the other."""
_LONG = 3.0
"""The sides' ratio from which a box surely holds a line of text and shows its direction."""
_LEAST_SLANT = 0.15
_MOST_SLANT = 20.0
"""Degrees between which a slant is one: less moves no letter of a line by its height, more is a misreading."""


class Level(NamedTuple):
    """A picture with level lines, and its boxes; `back` takes its places to those of the picture as it was."""

    picture: Picture
    quads: Quads
    back: Transform


class Sheet(NamedTuple):
    """A sheet of paper cut out of a photo; `back` takes its places to those in the photo."""

    picture: Picture
    back: Transform


def level(picture: Picture, find: Callable[[Picture], Quads]) -> Level:
    """The picture with its lines level, though perhaps on their heads; `find` is asked for its boxes.

    A second time only if the page lay on its side.
    """
    quads, back = find(picture), np.eye(3)
    if lies_sideways(quads):
        back = np.array([(0.0, 1.0, 0.0), (-1.0, 0.0, len(picture)), (0.0, 0.0, 1.0)])
        picture = turned(picture, 1)
        quads = find(picture)
    degrees = slant(quads)
    if abs(degrees) < _LEAST_SLANT:
        return Level(picture, quads, back)
    turn, width, height = _rotation(picture, degrees)
    return Level(warped(picture, turn, width, height), moved(quads, turn), back @ np.linalg.inv(turn))


def overturned(upright: Level) -> Level:
    """The same, turned on its head."""
    height, width = upright.picture.shape
    corner = np.array((width, height), dtype=np.float32)
    over = np.array([(-1.0, 0.0, width), (0.0, -1.0, height), (0.0, 0.0, 1.0)])
    return Level(turned(upright.picture, 2), np.roll(corner - upright.quads, 2, axis=1), upright.back @ over)


def page_of_photo(picture: Picture) -> Sheet | None:
    """The sheet of paper that a photo shows, seen from above; `None` for any other picture."""
    corners = _corners(picture)
    if corners is None:
        return None
    width, height = _size(corners)
    target = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float32)
    view = np.asarray(cv2.getPerspectiveTransform(corners, target), dtype=np.float64)
    return Sheet(warped(picture, view, width, height), np.asarray(np.linalg.inv(view), dtype=np.float64))


def _size(corners: Points) -> tuple[int, int]:
    """Of the sheet that has these corners in the picture: a sheet of A4, if it may be one."""
    width, height = (
        max(math.dist(corners[one], corners[other]) for one, other in sides)
        for sides in (((0, 1), (3, 2)), ((0, 3), (1, 2)))
    )
    for upright in (_A4, 1 / _A4):
        if 1 / _FORESHORTENED < height / width / upright < _FORESHORTENED:
            height = width * upright
    return round(width), round(height)


def lies_sideways(quads: Quads) -> bool:
    """Whether most of the text runs up or down."""
    widths, heights = _sides(quads)
    areas = widths * heights
    return bool(areas[heights > _LONG * widths].sum() > areas[widths > _LONG * heights].sum())


def slant(quads: Quads) -> float:
    """By how many degrees the lines of text fall to the right; 0.0 if that cannot be told."""
    widths, heights = _sides(quads)
    lines = quads[widths > _LONG * heights]
    if not len(lines):
        return 0.0
    run, fall = (lines[:, 1] - lines[:, 0] + lines[:, 2] - lines[:, 3]).T
    degrees = np.degrees(np.arctan2(fall, run))
    middle = _weighted_median(degrees, run)
    return middle if abs(middle) <= _MOST_SLANT else 0.0


def _sides(quads: Quads) -> tuple[Points, Points]:
    """The lengths of the upper and of the left side of each box."""
    return (
        np.linalg.norm(quads[:, 1] - quads[:, 0], axis=1),
        np.linalg.norm(quads[:, 3] - quads[:, 0], axis=1),
    )


def _weighted_median(values: Points, weights: Points) -> float:
    order = np.argsort(values)
    reach = np.cumsum(weights[order])
    return float(values[order][int(np.searchsorted(reach, reach[-1] / 2))])


def _rotation(picture: Picture, degrees: float) -> tuple[Transform, int, int]:
    """The turn that undoes a slant, and the size that holds all of the turned picture."""
    height, width = picture.shape
    sine, cosine = abs(math.sin(math.radians(degrees))), abs(math.cos(math.radians(degrees)))
    wide, high = round(width * cosine + height * sine), round(width * sine + height * cosine)
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0), (0.0, 0.0, 1.0)])
    turn[0, 2] += (wide - width) / 2
    turn[1, 2] += (high - height) / 2
    return turn, wide, high


def _corners(picture: Picture) -> Points | None:
    """The corners of the sheet in a photo, clockwise from its top left; `None` if it shows none."""
    small = shrunk(picture, _THUMBNAIL)
    blurred = cv2.medianBlur(small, 9)
    _, bright = cv2.threshold(blurred, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    outline = max(outlines, key=cv2.contourArea, default=None)
    if outline is None or not _LEAST_PAGE < cv2.contourArea(outline) / small.size < _WHOLE_PICTURE:
        return None
    hull = cv2.convexHull(outline)
    shape = cv2.approxPolyDP(hull, _ROUNDING * cv2.arcLength(hull, closed=True), closed=True)
    if len(shape) != 4:
        return None
    corners = np.asarray(shape, dtype=np.float32).reshape(4, 2)
    if not _stands_out(small, corners):
        return None
    return _clockwise(corners * np.float32(picture.shape[0] / small.shape[0]))


def _stands_out(small: Picture, corners: Points) -> bool:
    """Whether the paper ends at an edge: along each side, but for those at the end of the picture, it is darker outside.

    A page that darkens to one side has no such edge, and what is cut off there would be lost.
    """
    middle = corners.mean(axis=0)
    steps = []
    for one, other in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        along = (other - one) / max(math.dist(one, other), 1.0)
        out = np.array((along[1], -along[0]))
        out = out if np.dot(out, (one + other) / 2 - middle) > 0 else -out
        beyond = _mean_between(small, one + _BESIDE * out, other + _BESIDE * out)
        if beyond is not None:
            inside = _mean_between(small, one - _BESIDE * out, other - _BESIDE * out)
            steps.append((inside or 0.0) - beyond)
    return bool(steps) and min(steps) >= _STANDS_OUT


def _mean_between(small: Picture, one: Points, other: Points) -> float | None:
    """The mean of the points on a line, `None` if most of them are not in the picture."""
    points = np.rint(np.linspace(one, other, _SAMPLES)).astype(int)
    height, width = small.shape
    seen = points[
        (points[:, 0] >= 0) & (points[:, 0] < width) & (points[:, 1] >= 0) & (points[:, 1] < height)
    ]
    return float(small[seen[:, 1], seen[:, 0]].mean()) if len(seen) > _SAMPLES / 2 else None


def _clockwise(corners: Points) -> Points:
    total, difference = corners.sum(axis=1), corners[:, 0] - corners[:, 1]
    order = [total.argmin(), difference.argmax(), total.argmax(), difference.argmin()]
    return corners[order]
