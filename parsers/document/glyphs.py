"""The runs of letters of a page, from what pdfium knows of it and after what pdfium gets wrong.

What it gets wrong: spaces and line ends of its own making (too many, after each `ำ` of Chromium, and in the
wrong places, before a mark); the places of ActualText (`actual_text`); the names that a producer gave its
glyphs when they contradict what is drawn.
"""

import re
from collections.abc import Iterator, Sequence

from parsers.document import actual_text
from parsers.document.rows import Run
from parsers.document.sheet import Sheet
from parsers.document.textpage import LINE_END_HYPHEN, TextPage
from parsers.model import Box
from parsers.thai.lost import UNKNOWN
from parsers.thai.orthography import LOW_VOWEL, TONE

_TONE_WITHOUT_LOW_VOWEL = re.compile(f"(?<![{LOW_VOWEL}])[{TONE}](?![{LOW_VOWEL}])")


def runs(text_page: TextPage, sheet: Sheet) -> list[Run]:
    """The runs of letters in the order of pdfium, where they stand on `sheet`."""
    places = list(text_page.places())
    letters = text_page.text()
    boxes = actual_text.boxes(text_page, letters, places, sheet)
    letters = _with_sunk_tones_unknown(text_page, letters, places, sheet)
    spans = list(_spans(letters, places))
    baselines = sheet.boxes(text_page.origins(start for start, _ in spans))
    return [
        Run(text=letters[start:end].replace(LINE_END_HYPHEN, "-"), boxes=boxes[start:end], baseline=baseline)
        for (start, end), (_, baseline, _, _) in zip(spans, baselines, strict=True)
    ]


def _spans(letters: str, places: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """Where the runs begin and end: at what pdfium made up, which has no size, and after a hyphen of a line."""
    made_up = [at for at, (left, top, right, bottom) in enumerate(places) if left == right and top == bottom]
    hyphens = [at for at, letter in enumerate(letters) if letter == LINE_END_HYPHEN]
    start = 0
    for end, following in sorted([(at, at + 1) for at in made_up] + [(at + 1, at + 1) for at in hyphens]):
        if start < end:
            yield start, end
        start = following
    if start < len(places):
        yield start, len(places)


def _with_sunk_tones_unknown(text_page: TextPage, letters: str, places: Sequence[Box], sheet: Sheet) -> str:
    """The letters without the tone marks that are drawn below the line, where no tone mark can be.

    LibreOffice names a glyph after the first syllable it drew with it, so that the `ู` of `ศูนย์` may be called
    `่`, and relies on ActualText, which Ghostscript drops. A syllable with a low vowel only has them swapped.
    """
    tones = [tone.start() for tone in _TONE_WITHOUT_LOW_VOWEL.finditer(letters)]
    inks = sheet.boxes(text_page.inks(tones))
    fonts = sheet.boxes(places[at] for at in tones)
    for at, ink, font in zip(tones, inks, fonts, strict=True):
        if ink[1] > (font[1] + font[3]) / 2:
            letters = f"{letters[:at]}{UNKNOWN}{letters[at + 1 :]}"
    return letters
