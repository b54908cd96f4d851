"""The runs of letters of a page, from what pdfium knows of it and after what pdfium gets wrong.

What it gets wrong: spaces and line ends of its own making (too many, after each `ำ` of Chromium, and in the
wrong places, before a mark); the places of ActualText (`actual_text`); the names that a producer gave its
glyphs when they contradict what is drawn.
"""

import re
from collections.abc import Iterator, Sequence

from parsers.document import actual_text
from parsers.document.rows import Run, put_marks_on_letters
from parsers.document.sheet import Sheet
from parsers.document.textpage import LINE_END_HYPHEN, TextPage
from parsers.model import Box
from parsers.thai.lost import UNKNOWN
from parsers.thai.orthography import LOW_VOWEL, PART_OF_SYLLABLE, TONE

_AFTER_SARA_AM = re.compile(r"(?<=ำ)[^\s\u0e00-\u0e7f]")
_BREAK = re.compile(rf"[\s{LINE_END_HYPHEN}]")
_TONE_WITHOUT_LOW_VOWEL = re.compile(f"(?<![{LOW_VOWEL}])[{TONE}](?![{LOW_VOWEL}])")


def runs(text_page: TextPage, sheet: Sheet) -> list[Run]:
    """The runs of letters in the order of pdfium, where they stand on `sheet`.

    What stands above or below the sheet belongs to the page before or after: Chromium draws a line that crosses
    the edge on both, and leaves out of each whatever does not reach it.
    """
    letters = _with_stems_named(text_page, text_page.text())
    boxes = sheet.boxes(text_page.places())
    marks = [at for at, letter in enumerate(letters) if letter in PART_OF_SYLLABLE]
    letters = _with_sunk_tones_unknown(text_page, letters, boxes, sheet)
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


def _with_sunk_tones_unknown(text_page: TextPage, letters: str, boxes: Sequence[Box], sheet: Sheet) -> str:
    """The letters without the tone marks that are drawn below the line, where no tone mark can be.

    LibreOffice names a glyph after the first syllable it drew with it, so that the `ู` of `ศูนย์` may be called
    `่`, and relies on ActualText, which Ghostscript drops. A syllable with a low vowel only has them swapped.
    """
    tones = [tone.start() for tone in _TONE_WITHOUT_LOW_VOWEL.finditer(letters)]
    inks = sheet.boxes(text_page.inks(tones))
    sunk = [at for at, ink in zip(tones, inks, strict=True) if ink[1] > (boxes[at][1] + boxes[at][3]) / 2]
    if not sunk:
        return letters
    named = list(letters)
    for at in sunk:
        named[at] = UNKNOWN
    return "".join(named)
