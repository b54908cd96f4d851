"""Which characters the line recogniser can write, and how its classes are numbered.

Class 0 is the CTC blank; class `i + 1` is `CHARACTERS[i]`. The order is part of the trained model and
is stored in it (metadata key `character`): a change here needs new weights. Text is in logical order
(consonant, upper or lower vowel, tone mark; ำ as one U+0E33 with the tone before it), never in the
private-use glyph codes of old fonts.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Final

BLANK: Final = 0

_ASCII: Final = "".join(map(chr, range(0x20, 0x7F)))
_THAI: Final = "".join(map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))))
_TYPOGRAPHY: Final = "“”‘’–—…•·°½¼×÷±§©→☐☑☒✓●○■□"

CHARACTERS: Final = tuple(_ASCII + _THAI + _TYPOGRAPHY)
"""Every character a line can be read as, the space among them."""

_CLASS: Final = {character: index for index, character in enumerate(CHARACTERS, start=1)}


def covers(text: str) -> bool:
    """Whether `text` can be written with these characters alone."""
    return all(character in _CLASS for character in text)


def encode(text: str) -> list[int]:
    """The classes of `text`, one per character. Raises `KeyError` for a character that has none."""
    return [_CLASS[character] for character in text]


def decode(classes: Iterable[int]) -> str:
    """The text of one best class per time step: runs are one character, blanks none."""
    return "".join(CHARACTERS[one - 1] for one, _run in groupby(classes) if one != BLANK)
