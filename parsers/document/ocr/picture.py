"""What a picture of a page is here, and what is done to all of it: turned, warped, its shade evened out.

A picture is grey, one byte a point, 0 for black, its rows from the top. Pure: a picture in, a picture out.
"""

import cv2
import numpy as np
import numpy.typing as npt

Picture = npt.NDArray[np.uint8]
Points = npt.NDArray[np.float32]
"""Places in a picture: `(x, y)` each, in its points from the top left."""
Transform = npt.NDArray[np.float64]
"""The 3 by 3 matrix that takes a place of one picture to the same place of another."""

WHITE = 255
_SHADE_SIDE = 256
"""The long side of the picture on which shade is looked for: letters vanish from it, folds do not."""
_SHADE_REACH = 15
"""In points of that picture: more than a letter, less than the shadow of a hand."""
_EVEN = 0.9
"""The darkest background, as a share of the brightest, that still is plain paper."""
_INK_DEPTH = 60
"""How much darker than its paper ink is, at the least."""


def turned(picture: Picture, quarters: int) -> Picture:
    """The picture turned clockwise by `quarters` of a full turn."""
    return np.ascontiguousarray(np.rot90(picture, -quarters))


def warped(picture: Picture, transform: Transform, width: int, height: int) -> Picture:
    """The picture as `transform` puts it into a new one of that size, white where there was none."""
    size = (width, height)
    return _grey(
        cv2.warpPerspective(
            picture, transform, size, flags=cv2.INTER_LINEAR, borderValue=(WHITE, WHITE, WHITE)
        )
    )


def moved(points: Points, transform: Transform) -> Points:
    """Where `transform` puts the points; any number of leading axes."""
    flat = cv2.perspectiveTransform(points.reshape(-1, 1, 2), transform)
    return np.asarray(flat, dtype=np.float32).reshape(points.shape)


def evened(picture: Picture) -> Picture:
    """The picture on white paper: shadows and yellowed corners gone. A clean scan comes back as it is."""
    paper = _paper(picture)
    if np.percentile(paper, 2) >= _EVEN * np.percentile(paper, 98):
        return picture
    height, width = picture.shape
    shade = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    return _grey(cv2.divide(picture, shade, scale=WHITE))


def shrunk(picture: Picture, side: int) -> Picture:
    """The picture with its long side brought down to `side`, if it is longer."""
    height, width = picture.shape
    scale = min(1.0, side / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return _grey(cv2.resize(picture, size, interpolation=cv2.INTER_AREA))


def ink_share(picture: Picture) -> float:
    """How much of the picture is ink, 0 to 1."""
    small = shrunk(picture, _SHADE_SIDE)
    return float(np.mean(small < int(np.median(small)) - _INK_DEPTH))


def _paper(picture: Picture) -> Picture:
    """What the paper looks like without its letters, small."""
    kernel = np.ones((_SHADE_REACH, _SHADE_REACH), np.uint8)
    return _grey(cv2.medianBlur(cv2.dilate(shrunk(picture, _SHADE_SIDE), kernel), _SHADE_REACH))


def _grey(array: object) -> Picture:
    return np.asarray(array, dtype=np.uint8)
