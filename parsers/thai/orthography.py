"""What no Thai writer writes, whatever the word: spellings that only software makes, and what they stand for.

These repairs need no word list and are always right, since the spelling they look for does not exist: a mark
without its letter, two tone marks, `ํ` + `า` for `ำ`, `เ` + `เ` for `แ`, the private code points of old
fonts. Never NFKC: it tears `ำ` apart, and puts the tone of `น้ำ` behind the circle. Source: DOMAIN 7.2.
"""

import re
from collections.abc import Mapping

from parsers.thai.edits import Repair, by_pattern, mend

CONSONANT = "ก-ฮ"
TALL, WIDE, UNSEEN = ("".join(map(chr, range(first, first + 10))) for first in (0xFDD0, 0xFDDA, 0xFDE4))
"""Signs for marks whose name is unknown or cannot be, one for each glyph: for those above their letter that are
as high as wide or higher, for wider ones, and for those of which no drawing is known. They are noncharacters,
which no text has (Unicode 23.7), and `unnamed.unnamed_marks` takes all of them out again."""
SIGNS = TALL + WIDE + UNSEEN
MARK = f"ัิ-ฺ็-๎{SIGNS}"
"""Written above or below the consonant that it follows; for use inside `[]`."""
VOWEL = "ัิ-ฺ็"
"""The marks that stand next to their letter, the shortener `็` among them."""
TONE = "่-๋"
LOW_VOWEL = "ุ-ฺ"
PART_OF_SYLLABLE = frozenset(f"ัิีึืฺุู็่้๊๋์ํ๎ำ{SIGNS}")
"""The marks, and `ำ`, which is a mark and a letter in one."""

PRIVATE: Mapping[str, str] = dict(
    zip(
        map(chr, range(0xF700, 0xF71E)),
        "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
        "\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e0d\u0e31\u0e4d\u0e47\u0e48"
        "\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a\u0e0e\u0e0f\u0e2c",
        strict=True,
    )
)
"""U+F700 to U+F71D: the letters that old Thai fonts keep a second time, moved aside or without their foot."""
_ONE_FOR_ONE = {**PRIVATE, "\u00a0": " ", "\u2007": " ", "\u202f": " ", "／": "/"}

_PLACE = {mark: place for place, marks in enumerate(("ัิีึืฺุู็", "่้๊๋", "์ํ๎")) for mark in marks}
"""The order in which the marks of one consonant are written: vowel, tone, the rest; nameless ones go last."""
_LAST = 3


def _in_order(marks: re.Match[str]) -> str:
    return "".join(sorted(dict.fromkeys(marks.group()), key=lambda mark: _PLACE.get(mark, _LAST)))


REPAIRS: tuple[Repair, ...] = (
    by_pattern("[\u200b-\u200d\u2060\ufeff\u00ad]+", ""),
    by_pattern(f"[{''.join(_ONE_FOR_ONE)}]", lambda match: _ONE_FOR_ONE[match.group()]),
    by_pattern("เเ", "แ"),
    # A circle that the font calls by the number of its glyph, which pdfium reads as Ě, Ğ and the like.
    by_pattern(f"(?<=[{CONSONANT}{TONE}])[\u0100-\u024f]([{TONE}]?)า", r"\1ำ"),
    by_pattern(f"(?<=[{CONSONANT}{MARK}]) +(?=[{MARK}ำ])", ""),
    by_pattern(f"(?<=[{CONSONANT}])า([{TONE}])", r"\1า"),
    by_pattern(f"[{MARK}]{{2,}}", _in_order),
    by_pattern(f"([{TONE}]?)ํ([{TONE}]?)า", r"\1\2ำ"),
    by_pattern(f"ำ[{TONE}ำา]+", lambda match: re.sub("[ำา]", "", match.group()) + "ำ"),
)


def plain(text: str) -> str:
    """`text` with all `REPAIRS` made, for a text whose letters have no place on a page."""
    return mend(text, REPAIRS).text
