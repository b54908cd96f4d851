"""The runs of letters of a page, from what pdfium knows of it and after what pdfium gets wrong.

What it gets wrong: spaces and line ends of its own making (too many, after each `ำ` of Chromium, and in the
wrong places, before a mark); the places of ActualText (`actual_text`); the names that a producer gave its
glyphs when they contradict what is drawn.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.document import actual_text
from parsers.document.lines import Run
from parsers.document.sheet import Sheet
from parsers.document.textpage import TextPage
from parsers.model import Box
from parsers.thai.lost import UNKNOWN
from parsers.thai.orthography import MARK, TONE

_MARKS = re.compile(f"[{MARK}]+")
_LOW_VOWEL = re.compile("[ุ-ฺ]")
_TONE = re.compile(f"[{TONE}]")


def runs(text_page: TextPage, sheet: Sheet) -> list[Run]:
    """The runs of letters in the order of pdfium, where they stand on `sheet`."""
    places = text_page.places()
    letters = _with_sunk_tones_unknown(text_page, text_page.text(), places, sheet)
    boxes = tuple(actual_text.boxes(text_page, letters, places, sheet))
    made_up = [at for at, place in enumerate(places) if place[0] == place[2] and place[1] == place[3]]
    spans = [(before + 1, end) for before, end in pairwise([-1, *made_up, len(places)]) if before + 1 < end]
    baselines = sheet.boxes(text_page.origins([start for start, _ in spans]))
    return [
        Run(text=letters[start:end], boxes=boxes[start:end], baseline=baseline)
        for (start, end), (_, baseline, _, _) in zip(spans, baselines, strict=True)
    ]


def _with_sunk_tones_unknown(text_page: TextPage, letters: str, places: Sequence[Box], sheet: Sheet) -> str:
    """The letters without the tone marks that are drawn below the line, where no tone mark can be.

    LibreOffice names a glyph after the first syllable it drew with it, so that the `ู` of `ศูนย์` may be called
    `่`, and relies on ActualText, which Ghostscript drops. A syllable with a low vowel only has them swapped.
    """
    tones = [
        marks.start() + tone.start()
        for marks in _MARKS.finditer(letters)
        if not _LOW_VOWEL.search(marks.group())
        for tone in _TONE.finditer(marks.group())
    ]
    inks = sheet.boxes(text_page.inks(tones))
    fonts = sheet.boxes(places[at] for at in tones)
    sunk = [at for at, ink, font in zip(tones, inks, fonts, strict=True) if ink[1] > (font[1] + font[3]) / 2]
    for at in sunk:
        letters = f"{letters[:at]}{UNKNOWN}{letters[at + 1 :]}"
    return letters
