"""A picture of a page in colours: rows from the top, red, green and blue of one byte each, 255 for white."""

import cv2
import numpy as np
import numpy.typing as npt

Sheet = npt.NDArray[np.uint8]

POINTS_PER_INCH = 72
WHITE = (255, 255, 255)


def sheet(array: object) -> Sheet:
    """`array` as a sheet, rounded and cut to what a byte holds."""
    return np.asarray(np.clip(np.rint(np.asarray(array, dtype=np.float32)), 0, 255), dtype=np.uint8)


def grey(page: Sheet) -> Sheet:
    """The page without its colours."""
    return np.repeat(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY)[:, :, np.newaxis], 3, axis=2)


def inked(page: Sheet, ink: Sheet) -> Sheet:
    """What is drawn on white in `ink` put on the page, as ink that lets through what is below."""
    return sheet(page.astype(np.float32) * ink / 255)
