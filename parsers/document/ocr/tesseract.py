"""A second opinion on lines of which our recogniser is unsure: the program `tesseract` with its Thai model.

Never for digits: its Thai model has no ๔ ๖ ๗ ๘ ๙ and writes others in their place (DOMAIN 7.4). The program is not
part of this package; where it is missing the lines stay as they were read.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from PIL import Image

from parsers.document.ocr.free import Decoded
from parsers.document.ocr.picture import WHITE, Picture
from parsers.thai import words

_OPTIONS = ("-l", "tha+eng", "--psm", "7", "-c", "preserve_interword_spaces=1")
"""A line to a page, and no spaces between all letters of a word."""
_SECONDS = 20.0
_MARGIN = 12
"""The white that it needs around a line, in points of the picture."""

_CERTAINTY = 0.8
"""How sure a letter is that the one did not see and the other did."""
_GAIN = 0.2
"""How much more of a line must be known words for the second opinion to count."""
_NO_THAI = re.compile("[^ก-ฮะ-ฺเ-ๅ็-๎]+")


def program() -> str | None:
    """Where the program is, if it is installed."""
    return shutil.which("tesseract")


def opinions(stripes: Sequence[Picture]) -> list[str]:
    """What it reads in each stripe, one line of text each; nothing where it is missing, fails or takes too long."""
    found = program()
    if found is None or not stripes:
        return [""] * len(stripes)
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "lines.tif"
        first, *others = [Image.fromarray(np.pad(one, _MARGIN, constant_values=WHITE)) for one in stripes]
        first.save(pages, save_all=True, append_images=others)
        texts = [" ".join(page.split()) for page in _run(found, pages).split("\f")]
    return (texts + [""] * len(stripes))[: len(stripes)]


def better(own: Decoded, other: str) -> Decoded:
    """The one of two readings of a line that has more words, if there is no digit to be read in it."""
    if _has_digits(own.text) or _has_digits(other) or _known(other) < _known(own.text) + _GAIN:
        return own
    start, end = own.spans[0][0], own.spans[-1][1]
    width = (end - start) / len(other)
    steps = [round(start + width * at) for at in range(len(other) + 1)]
    return Decoded(
        text=other,
        confidences=(_CERTAINTY,) * len(other),
        spans=tuple(pairwise(steps)),
    )


def _run(program: str, pages: Path) -> str:
    try:
        run = subprocess.run(  # noqa: S603 - the found program, and a file of ours
            [program, str(pages), "stdout", *_OPTIONS],
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return run.stdout.decode("utf-8", "replace")


def _has_digits(text: str) -> bool:
    return any(map(str.isdigit, text))


def _known(text: str) -> float:
    """The share of known words in the Thai of a text; 0 if it has none."""
    thai = _NO_THAI.sub("", text)
    return words.share(thai) if thai else 0.0
