"""The vowels below a line that belong to no letter of it: tops of the next line, which stands close.

A network that sees a stroke below a letter takes it for ุ or ู and is not quite sure (`ท้อุงถิ่น`). Such a vowel goes
where the words around it are likelier without it; a sure one stays, whatever the words say. Pure.
"""

from typing import Final

from parsers.document.ocr.free import Decoded
from parsers.thai import words

_LOW: Final = frozenset("ุู")
_SURE: Final = 0.95
_REACH: Final = 12
"""How many letters on either side are looked at."""
_LIKELIER: Final = 3.0
"""By how much, in nats."""


def without(line: Decoded) -> Decoded:
    """The line without its stray vowels."""
    stray = {
        at
        for at, (letter, sure) in enumerate(zip(line.text, line.confidences, strict=True))
        if letter in _LOW and sure < _SURE and _is_likelier_without(line.text, at)
    }
    kept = [at for at in range(len(line.text)) if at not in stray]
    return Decoded(
        text="".join(line.text[at] for at in kept),
        confidences=tuple(line.confidences[at] for at in kept),
        spans=tuple(line.spans[at] for at in kept),
    )


def _is_likelier_without(text: str, at: int) -> bool:
    start, end = at, at + 1
    while start > max(0, at - _REACH) and _is_thai(text[start - 1]):
        start -= 1
    while end < min(len(text), at + _REACH) and _is_thai(text[end]):
        end += 1
    written, _ = words.divide(text[start:end])
    shorter, _ = words.divide(text[start:at] + text[at + 1 : end])
    return shorter + _LIKELIER < written


def _is_thai(letter: str) -> bool:
    return "ก" <= letter <= "ฮ" or "ะ" <= letter <= "ฺ" or "เ" <= letter <= "ๅ" or "็" <= letter <= "๎"
