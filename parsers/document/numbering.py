"""The numbers that Word and Writer put before paragraphs by themselves: they are in no text of the file.

Knows the forms that Thai letters are numbered in. A form that it does not know gives no number: nothing is
guessed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from parsers.thai import digits

_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"


LEVELS = range(10)
"""The levels that a list may have; Word knows nine, Writer ten."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Level:
    """How one level of a list is numbered: `template` holds `%1` where level 1 stands, and so on."""

    form: str = "decimal"
    template: str = ""
    start: int = 1


@dataclass(slots=True)
class List:
    """A list while it is counted; levels count from 0."""

    levels: Mapping[int, Level]
    _counts: dict[int, int] = field(default_factory=dict)

    def next(self, level: int) -> str:
        """What stands before the next paragraph of `level`; empty where there is nothing to be written."""
        own = self.levels.get(level)
        if own is None:
            return ""
        self._counts = {at: count for at, count in self._counts.items() if at <= level}
        self._counts[level] = self._counts.get(level, own.start - 1) + 1
        text = own.template
        for at, above in self.levels.items():
            if f"%{at + 1}" in text:
                written = _FORMS.get(above.form, _unknown)(self._counts.get(at, above.start))
                if not written:
                    return ""
                text = text.replace(f"%{at + 1}", written)
        return text


def _letter(alphabet: Sequence[str], count: int) -> str:
    return alphabet[count - 1] if 0 < count <= len(alphabet) else ""


def _unknown(count: int) -> str:
    return ""


# By their names in WordprocessingML (ISO/IEC 29500-1, 17.18.59) and in OpenDocument (1.3, 19.500).
_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(["decimal", "1"], str),
    **dict.fromkeys(
        ["thaiNumbers", "thaiCounting", "๑, ๒, ๓, ...", "๑"], lambda count: digits.to_thai(str(count))
    ),
    **dict.fromkeys(["thaiLetters", "ก, ข, ค, ...", "ก"], lambda count: _letter(_THAI_LETTERS, count)),
    **dict.fromkeys(["lowerLetter", "a"], lambda count: _letter(_LATIN_LETTERS, count)),
    **dict.fromkeys(["upperLetter", "A"], lambda count: _letter(_LATIN_LETTERS.upper(), count)),
}
