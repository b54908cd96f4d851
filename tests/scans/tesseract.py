"""The yardstick: what Tesseract reads in the same picture, put into lines with boxes for the same reader of letters.

It gets the picture with which our reader begins, so the fineness of the scan and the ratio of a fax are known to
both. Its words are the letters of its table; where the spaces are, its plain text says. What it reads is kept
beside the scan.
"""

import csv
import io
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
from PIL import Image

from parsers.document import image, render
from parsers.document.image import Shown
from parsers.document.lines import COLUMN_GAP
from parsers.limits import Limits
from parsers.model import Box, Line, Page
from parsers.thai import text as thai
from tests.scans.sheets import POINTS_PER_INCH

_READING = ("-l", "tha+eng", "--psm", "3", "-c", "preserve_interword_spaces=1", "txt", "tsv")
"""Thai and English, the page to be divided by it."""
_TURNING = ("--psm", "0")
_TURN = re.compile(r"^Rotate: (\d+)$", re.MULTILINE)
_SECONDS = 120
_WORD = "5"
"""The level of a word in its table."""

_SAME_HEIGHT = 6.0
"""Points by which the middles of lines differ at the most that stand beside each other."""
_NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


Row = dict[str, str]
"""Of its table, by the names of the columns."""


class Word(NamedTuple):
    """What it saw as one, where, and how sure it was (0 to 1)."""

    text: str
    box: Box
    certainty: float


def pictures(path: Path) -> Iterator[Shown]:
    """The pages of a scan as our reader begins with them."""
    raw = path.read_bytes()
    if path.suffix == ".pdf":
        document = pdfium.PdfDocument(raw)
        yield from (render.page(document, index) for index in range(len(document)))
        document.close()
    else:
        limits = Limits()
        yield from (image.page(raw, index, limits=limits) for index in range(image.count(raw, limits=limits)))


def read(path: Path) -> list[Page]:
    """The pages of the scan `path` as Tesseract reads them, each turned as it says that it stands."""
    return [_page(path, number, shown) for number, shown in enumerate(pictures(path), 1)]


def run(page: Image.Image, target: Path) -> None:
    """What it reads in an upright page, as `target` with `.txt` and `.tsv`; on one thread.

    Raises `FileNotFoundError` where it is not installed, `subprocess.SubprocessError` where it fails.
    """
    _run(page, str(target), *_READING)


def _run(page: Image.Image, *arguments: str, check: bool = True) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.png"
        page.save(path, compress_level=1, dpi=page.info["dpi"])
        told = subprocess.run(
            ["tesseract", str(path), *arguments],
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
            timeout=_SECONDS,
            check=check,
            capture_output=True,
            text=True,
        )
    return told.stdout


def picture(shown: Shown) -> Image.Image:
    """The page, which says how fine it is."""
    page = Image.fromarray(shown.picture)
    page.info["dpi"] = (POINTS_PER_INCH / shown.scale,) * 2
    return page


def _upright(shown: Shown) -> Image.Image:
    """The page turned as Tesseract says; as it is where it cannot tell, for which it needs some text."""
    page = picture(shown)
    found = _TURN.search(_run(page, "-", *_TURNING, check=False))
    return page.rotate(-float(found[1]) if found else 0, expand=True)


def _page(path: Path, number: int, shown: Shown) -> Page:
    kept = path.with_name(f"{path.name}-{number}.tesseract")
    table, plain = kept.with_name(f"{kept.name}.tsv"), kept.with_name(f"{kept.name}.txt")
    if not table.exists():
        run(_upright(shown), kept)
    rows = _rows(table.read_text(encoding="utf-8"))
    read = _lines(rows, plain.read_text(encoding="utf-8"), shown.scale)
    every = [sure for line in read for sure in line.certainty or ()]
    width, height = _place(rows[0])[2:]
    return Page(
        number=number,
        width=width * shown.scale,
        height=height * shown.scale,
        lines=thai.repair_lines(_in_order(read)),
        source="ocr",
        quality=sum(every) / len(every) if every else 0.0,
    )


def _rows(table: str) -> list[Row]:
    """The first is the page's."""
    return list(csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE))


def _place(row: Row) -> tuple[float, ...]:
    """Left, top, width and height."""
    return tuple(float(row[name]) for name in ("left", "top", "width", "height"))


def _lines(rows: Sequence[Row], plain: str, scale: float) -> list[Line]:
    """Its lines, cut where the white in them parts two columns."""
    texts = (text for line in plain.splitlines() if (text := line.strip()))
    return [part for words in _words(rows, scale) for part in _parted(_line(words, next(texts)))]


def _words(rows: Sequence[Row], scale: float) -> Iterator[list[Word]]:
    """Line by line; what has no characters is no word."""
    told = (row for row in rows if row["level"] == _WORD and row["text"].strip())
    for _, line in groupby(told, key=itemgetter("block_num", "par_num", "line_num")):
        yield [_word(row, scale) for row in line]


def _word(row: Row, scale: float) -> Word:
    left, top, width, height = (scale * length for length in _place(row))
    return Word(row["text"], (left, top, left + width, top + height), float(row["conf"]) / 100)


def _line(words: Sequence[Word], text: str) -> Line:
    """`text`, whose characters but for its spaces are those of `words`; a space is as wide as nothing."""
    solid = iter([(word.box, word.certainty) for word in words for _ in word.text])
    told: list[tuple[Box, float]] = []
    for character in text:
        told.append(_end_of(*told[-1]) if character.isspace() else next(solid))
    boxes, certainty = zip(*told, strict=True)
    return Line(text=text, boxes=boxes, certainty=certainty)


def _end_of(box: Box, sure: float) -> tuple[Box, float]:
    _, top, right, bottom = box
    return (right, top, right, bottom), sure


def _parted(line: Line) -> Iterator[Line]:
    boxes, certainty = line.boxes or (), line.certainty or ()
    solid = [at for at, character in enumerate(line.text) if not character.isspace()]
    starts = [0, *(b for a, b in pairwise(solid) if boxes[b][0] - boxes[a][2] > COLUMN_GAP)]
    for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
        text = line.text[start:end].rstrip()
        part = slice(start, start + len(text))
        yield Line(text=text, boxes=boxes[part], certainty=certainty[part])


def _in_order(lines: Sequence[Line]) -> list[Line]:
    """From top to bottom, those of one height from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=_middle):
        if rows and _middle(line) - _middle(rows[-1][0]) < _SAME_HEIGHT:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda one: (one.box() or _NOWHERE)[0])]


def _middle(line: Line) -> float:
    _, top, _, bottom = line.box() or _NOWHERE
    return (top + bottom) / 2
