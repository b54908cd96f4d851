"""Where a value stands on the page as it is shown, if that is not how the page was read.

A scan on its head, on its side or at a slant is read straight, and places on the straight page are what zones and
columns are found by. Only when all is read are they taken back to what a person will see.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any, TypeVar

from parsers.model import Box, Citation, Code, Confirmation, Document, Evidence, Field, Letter, Page, Parsed

_Placed = TypeVar("_Placed", Field, Citation, Evidence, Code)
_Turned = Mapping[tuple[int, int], Sequence[float]]
"""The `to_shown` of the pages that have one, by document and page."""


def as_shown(parsed: Parsed, pages: Sequence[Sequence[Page]]) -> Parsed:
    """`parsed` with its places on the pages as shown; `pages` are those of each of its documents."""
    turned = {
        (index, page.number): page.to_shown
        for index, of_document in enumerate(pages)
        for page in of_document
        if page.to_shown
    }
    if not turned:
        return parsed
    return replace(
        parsed,
        documents=tuple(_document(one, index, turned) for index, one in enumerate(parsed.documents)),
        letter=_letter(parsed.letter, turned) if parsed.letter else None,
        letters=tuple(_letter(one, turned) for one in parsed.letters),
        confirmation=_confirmation(parsed.confirmation, turned) if parsed.confirmation else None,
    )


def _document(document: Document, index: int, turned: _Turned) -> Document:
    return replace(document, codes=tuple(_shown(one, index, turned) for one in document.codes))


def _letter(letter: Letter, turned: _Turned) -> Letter:
    fields: dict[str, Any] = {
        name: _shown(value, value.document, turned)
        for name in Letter.__dataclass_fields__
        if isinstance(value := getattr(letter, name), Field)
    }
    return replace(letter, cites=tuple(_shown(one, one.document, turned) for one in letter.cites), **fields)


def _confirmation(answer: Confirmation, turned: _Turned) -> Confirmation:
    return replace(answer, evidence=tuple(_shown(one, one.document, turned) for one in answer.evidence))


def _shown(placed: _Placed, document: int, turned: _Turned) -> _Placed:
    matrix = turned.get((document, placed.page)) if placed.page else None
    return replace(placed, box=_moved(placed.box, matrix)) if matrix and placed.box else placed


def _moved(box: Box, matrix: Sequence[float]) -> Box:
    """The smallest box around the corners of `box`, taken along."""
    corners = [_point(x, y, matrix) for x, y in product(box[::2], box[1::2])]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _point(x: float, y: float, matrix: Sequence[float]) -> tuple[float, float]:
    across, down, depth = (matrix[at] * x + matrix[at + 1] * y + matrix[at + 2] for at in (0, 3, 6))
    return round(across / depth, 2), round(down / depth, 2)
