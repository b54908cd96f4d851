"""How sure the letters are of which a value is made, where a reader of pictures has told (`Line.certainty`).

A value is as sure as the least certain letter of what is written: one doubtful digit is another number. Finds the
letters by their place on the page. What was never a picture is sure.
"""

from collections.abc import Iterator, Sequence

from parsers.model import Box, Citation, Evidence, Field, Line, Page
from parsers.thai import dates, reference


def of_field(field: Field, pages: Sequence[Page]) -> float:
    """Of all that is written there."""
    return min(_letters(field, field.raw, pages), default=1.0)


def of_citation(cite: Citation, pages: Sequence[Page]) -> float:
    """Of the number and the day: the words around them may be misspelt."""
    sure = _letters(cite, cite.raw, pages)
    if len(sure) != len(_solid(cite.raw)):
        return min(sure, default=1.0)
    numbers = [(one.start, one.end) for one in reference.find(cite.raw)]
    days = [(one.start, one.end) for one in dates.find(cite.raw)]
    spans = [(len(_solid(cite.raw[:start])), len(_solid(cite.raw[:end]))) for start, end in numbers + days]
    return min((one for start, end in spans for one in sure[start:end]), default=1.0)


def of_evidence(evidence: Evidence, pages: Sequence[Page]) -> float:
    """Of its digits: the words of a sentence bear each other out."""
    written = _within(evidence, pages)
    return min((sure for letter, sure in written if letter.isdigit()), default=1.0)


def _letters(placed: Field | Citation, raw: str, pages: Sequence[Page]) -> list[float]:
    """How sure each letter of `raw` is, without its spaces; of all that stands there if `raw` does not."""
    written = _within(placed, pages)
    at = "".join(letter for letter, _ in written).find(_solid(raw))
    sure = [sure for _, sure in written]
    return sure[at : at + len(_solid(raw))] if at >= 0 else sure


def _within(placed: Field | Citation | Evidence, pages: Sequence[Page]) -> list[tuple[str, float]]:
    """The letters in the place of a value, each with how sure it is; none if none has been told of."""
    box = placed.box
    if box is None:
        return []
    lines = [line for page in pages if page.number == placed.page for line in page.lines]
    return [found for line in lines for found in _told(line, box)]


def _told(line: Line, box: Box) -> Iterator[tuple[str, float]]:
    if not line.boxes or not line.certainty:
        return
    for letter, place, sure in zip(line.text, line.boxes, line.certainty, strict=True):
        if not letter.isspace() and _lies_in(place, box):
            yield letter, sure


def _lies_in(place: Box, box: Box) -> bool:
    x, y = (place[0] + place[2]) / 2, (place[1] + place[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _solid(text: str) -> str:
    return "".join(text.split())
