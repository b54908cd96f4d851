"""Where there is text in a picture: the text detector that rapidocr brings along, and rapidocr's way of asking it.

Its network and the steps around it are rapidocr's (PP-OCRv6); its `RapidOCR` class is not used, since that one
fetches what it misses from the network, and all that is needed here lies in the package.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rapidocr.ch_ppocr_det.utils import DBPostProcess, DetPreProcess

from parsers.document.ocr.networks import network
from parsers.document.ocr.picture import Picture, shrunk

Quads = npt.NDArray[np.float32]
"""Boxes, turned as their text is: for each the four corners, clockwise from its top left."""

_SIDE = 960
"""The long side to which a page is brought; 1280 takes three times as long and finds the same lines."""
_MODEL = "models/PP-OCRv6_det_small.onnx"


def quads(picture: Picture) -> Quads:
    """The boxes of the text in the picture, in its points; none overlaps another's middle."""
    found, _ = _boxes()(network(model_path())(_prepared(picture)), picture.shape)
    return np.asarray(found, dtype=np.float32).reshape(-1, 4, 2)


def model_path() -> Path:
    """The file of the detector. Raises `ModuleNotFoundError` if rapidocr is not installed."""
    spec = find_spec("rapidocr")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("rapidocr, whose text detector is needed to read scans, is not installed")
    return Path(spec.submodule_search_locations[0]) / _MODEL


def _prepared(picture: Picture) -> npt.NDArray[np.float32]:
    # Shrunk here, as rapidocr would take single points out of thin strokes.
    colours = np.repeat(shrunk(picture, _SIDE)[:, :, np.newaxis], 3, axis=2)
    prepare = DetPreProcess(_SIDE, "max", mean=[0.5] * 3, std=[0.5] * 3)
    return np.asarray(prepare(colours), dtype=np.float32)


@cache
def _boxes() -> DBPostProcess:
    return DBPostProcess(thresh=0.3, box_thresh=0.5, max_candidates=1000, unclip_ratio=1.6, use_dilation=True)
