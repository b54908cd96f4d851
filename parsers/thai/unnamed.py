"""Which marks the signs of `orthography.SIGNS` stand for, as far as the words of the text prove it.

Each stands for one glyph of a font, so for one mark wherever it is; but several may stand for the same mark.
Where the words do not decide, or are names, it becomes `UNKNOWN`, and what it stands in is not to be believed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from parsers.thai import words
from parsers.thai.edits import Edit
from parsers.thai.orthography import CONSONANT, MARK, SIGNS, TALL, UNSEEN, WIDE, plain

UNKNOWN = "\ufffd"
"""A letter that the reader could not name; never a sign that the writer meant."""
_READINGS = {
    **dict.fromkeys(TALL, tuple("่์ํ๋")),
    **dict.fromkeys(WIDE, tuple("้์็๊๋ัิีึืํ")),
    **dict.fromkeys(UNSEEN, tuple("่้์็๊๋ัิีึืุูํ")),
}
_SIGN = re.compile(f"[{SIGNS}]")
_RUN = re.compile(f"[ก-๎{SIGNS}]{{2,80}}")
_SYLLABLE = re.compile(f"[{CONSONANT}]?[{MARK}]*[{SIGNS}][{MARK}]*")
_PAIR = re.compile(f"(?=([{SIGNS}]{{2}}))")
_PROOF = 6.0
"""How much likelier, in nats, a text must be by one reading than by any other."""
_READABLE = 0.85
"""The share of known words that it must reach: in one that stays unreadable, a better guess is a guess."""
_PROVING_LETTERS = 4
"""Less than that may be a name that no list has."""
_SAMPLE = 12
"""How many runs of letters are asked about a sign, since no evidence is worth any time."""
_MOST_SIGNS = 12
"""How many signs are asked about: a text with more of them is beyond this."""


def unnamed_marks(text: str) -> Iterator[Edit]:
    """Every sign as the mark that it must be, or as `UNKNOWN`."""
    if _SIGN.search(text):
        marks = _marks(text)
        for sign in _SIGN.finditer(text):
            yield sign.start(), sign.end(), marks.get(sign.group(), UNKNOWN)


def _marks(text: str) -> dict[str, str]:
    """What is proven of the signs, the most frequent first, since each makes words clearer for the others."""
    proven: dict[str, str] = {}
    while found := _next(text):
        proven |= found
        text = _named(text, found)
    return proven


def _next(text: str) -> dict[str, str] | None:
    """One sign, or two that stand together, with what the words prove."""
    runs = list(dict.fromkeys(run for run in _RUN.findall(text) if _SIGN.search(run)))
    singles = Counter(_SIGN.findall("".join(runs))).most_common(_MOST_SIGNS)
    pairs = Counter(_PAIR.findall(text)).most_common(_MOST_SIGNS)
    groups = (group for group, _ in (*singles, *pairs))
    return next((found for group in groups if (found := _proven(group, runs))), None)


def _proven(group: str, runs: Sequence[str]) -> dict[str, str] | None:
    """The reading of the signs of `group` that makes words of `runs`, if no other does nearly as well."""
    asked = list(islice(_asked(group, runs), _SAMPLE))
    readings = [dict(zip(group, marks, strict=True)) for marks in product(*map(_READINGS.__getitem__, group))]
    priced = [(_price(asked, reading), at) for at, reading in enumerate(readings)]
    (best, at), (second, _) = sorted(priced)[:2]
    proven = len("".join(asked)) >= _PROVING_LETTERS and second - best >= _PROOF
    if not proven or _share(asked, readings[at]) < _READABLE:
        return None
    return readings[at]


def _asked(group: str, runs: Iterable[str]) -> Iterator[str]:
    """What the runs have of `group`, without syllables of other signs, which would speak for the wrong words."""
    for run in runs:
        parts = _SYLLABLE.sub(
            lambda syllable: syllable.group() if _is_of(group, syllable.group()) else " ", run
        )
        yield from (part for part in parts.split() if _SIGN.search(part))


def _is_of(group: str, syllable: str) -> bool:
    return set(_SIGN.findall(syllable)) <= set(group)


def _price(runs: Iterable[str], reading: Mapping[str, str]) -> float:
    return sum(words.divide(_read(run, reading))[0] for run in runs)


def _share(runs: Iterable[str], reading: Mapping[str, str]) -> float:
    return words.share("".join(_read(run, reading) for run in runs))


def _read(run: str, reading: Mapping[str, str]) -> str:
    return plain(_named(run, reading))


def _named(text: str, reading: Mapping[str, str]) -> str:
    return _SIGN.sub(lambda sign: reading.get(sign.group(), sign.group()), text)
