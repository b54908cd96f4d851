"""The runs of letters of a page, from what pdfium knows of it and after what pdfium gets wrong.

What it gets wrong: spaces and line ends of its own making (too many, after each `ำ` of Chromium, and in the
wrong places, before a mark); the places of ActualText (`actual_text`); the names that a producer gave its
glyphs when they contradict what is drawn.
"""

import re
from collections.abc import Iterator, Sequence

from parsers.document import actual_text, misnamed
from parsers.document.rows import Run, put_marks_on_letters
from parsers.document.sheet import Sheet
from parsers.document.textpage import LINE_END_HYPHEN, TextPage
from parsers.model import Box
from parsers.thai.orthography import PART_OF_SYLLABLE, PRIVATE

_AFTER_SARA_AM = re.compile(r"(?<=ำ)[^\s\u0e00-\u0e7f]")
_BREAK = re.compile(rf"[\s{LINE_END_HYPHEN}]")
_PRIVATE = re.compile(f"[{''.join(PRIVATE)}]")


def runs(text_page: TextPage, sheet: Sheet) -> list[Run]:
    """The runs of letters in the order of pdfium, where they stand on `sheet`.

    What stands above or below the sheet belongs to the page before or after: Chromium draws a line that crosses
    the edge on both, and leaves out of each whatever does not reach it.
    """
    letters = _PRIVATE.sub(lambda letter: PRIVATE[letter.group()], text_page.text())
    letters = _with_stems_named(text_page, letters)
    boxes = sheet.boxes(text_page.places())
    letters = misnamed.with_signs(letters, boxes, text_page, sheet)
    marks = [at for at, letter in enumerate(letters) if letter in PART_OF_SYLLABLE]
    actual_text.widen(boxes, text_page, letters, marks, sheet)
    put_marks_on_letters(marks, letters, boxes)
    spans = list(_spans(letters, boxes))
    baselines = sheet.boxes(text_page.origins([start for start, _ in spans]))
    return [
        Run(text=letters[start:end].replace(LINE_END_HYPHEN, "-"), boxes=boxes[start:end], baseline=baseline)
        for (start, end), (_, baseline, _, _) in zip(spans, baselines, strict=True)
        if 0 <= baseline <= sheet.height
    ]


def _with_stems_named(text_page: TextPage, letters: str) -> str:
    """The letters with the second half of `ำ` named, and with it every `า`, which is drawn by the same glyph.

    Where a text has its first `ำ` before its first `า`, LibreOffice calls the circle of it `ำ` and leaves
    the stem to ActualText, which Ghostscript drops. The two come as `ํา` here, a letter to each glyph.
    """
    stems = {
        letters[after.start()]
        for after in _AFTER_SARA_AM.finditer(letters)
        if text_page.is_unnamed(after.start())
    }
    if not stems:
        return letters
    named = [
        "า" if letter in stems and text_page.is_unnamed(at) else letter for at, letter in enumerate(letters)
    ]
    return "".join(named).replace("ำา", "ํา")


def _spans(letters: str, boxes: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """Where the runs begin and end: at what pdfium made up, which has no size, and after a hyphen of a line."""
    start = 0
    for end, following in _breaks(letters, boxes):
        if start < end:
            yield start, end
        start = following
    if start < len(boxes):
        yield start, len(boxes)


def _breaks(letters: str, boxes: Sequence[Box]) -> Iterator[tuple[int, int]]:
    for match in _BREAK.finditer(letters):
        at = match.start()
        left, top, right, bottom = boxes[at]
        if left == right and top == bottom:
            yield at, at + 1
        elif letters[at] == LINE_END_HYPHEN:
            yield at + 1, at + 1
