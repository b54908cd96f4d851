"""With what this installation reads pictures: which networks, which letters they know, and whether they are whole."""

import hashlib
from dataclasses import dataclass

from parsers.document.ocr import detect, tesseract
from parsers.document.ocr.recognise import WEIGHTS, Recogniser

_DIGITS = "0123456789๐๑๒๓๔๕๖๗๘๙"


@dataclass(frozen=True, kw_only=True, slots=True)
class Equipment:
    """`version` is the beginning of the recogniser's sha256; `missing_digits` are those that it cannot write.

    `tesseract` is where that program is, `None` if it is not installed.
    """

    recogniser: str
    version: str
    characters: int
    missing_digits: str
    detector: str
    tesseract: str | None


def examine() -> Equipment:
    """Opens the recogniser. Raises `OSError` if a file is missing, `ModuleNotFoundError` if a package is."""
    content = WEIGHTS.read_bytes()
    detector = detect.model_path()
    if not detector.is_file():
        raise FileNotFoundError(f"{detector} is not there")
    alphabet = Recogniser().alphabet
    return Equipment(
        recogniser=WEIGHTS.name,
        version=hashlib.sha256(content).hexdigest()[:12],
        characters=len(alphabet),
        missing_digits="".join(digit for digit in _DIGITS if digit not in alphabet),
        detector=detector.name,
        tesseract=tesseract.program(),
    )
