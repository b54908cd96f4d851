"""Which marks the signs of `orthography.ABOVE` and `BELOW` stand for, as far as the words of the text prove it.

Each stands for one glyph of a font, so for one mark wherever it is; but several may stand for the same mark.
Where the words do not decide, or are names, it becomes `UNKNOWN`, and what it stands in is not to be believed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from parsers.thai import words
from parsers.thai.edits import Edit
from parsers.thai.orthography import ABOVE, BELOW, plain

UNKNOWN = "\ufffd"
"""A letter that the reader could not name; never a sign that the writer meant."""
_READINGS = {**dict.fromkeys(ABOVE, tuple("่้์็๊๋ัิีึืํ")), **dict.fromkeys(BELOW, tuple("ุู"))}
_SIGN = re.compile(f"[{ABOVE}{BELOW}]")
_RUN = re.compile(f"[ก-๎{ABOVE}{BELOW}]{{2,80}}")
_PAIR = re.compile(f"(?=([{ABOVE}{BELOW}]{{2}}))")
_PROOF = 6.0
"""How much likelier, in nats, a text must be by one reading than by any other."""
_READABLE = 0.85
"""The share of known words that it must reach: in one that stays unreadable, a better guess is a guess."""
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
        text = _read(text, found)
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
    asked = sorted((run for run in runs if set(group) & set(run)), key=lambda run: len(_SIGN.findall(run)))
    readings = [dict(zip(group, marks, strict=True)) for marks in product(*map(_READINGS.__getitem__, group))]
    priced = [(_price(asked[:_SAMPLE], reading), at) for at, reading in enumerate(readings)]
    (best, at), (second, _) = sorted(priced)[:2]
    if second - best < _PROOF or _share(asked[:_SAMPLE], readings[at]) < _READABLE:
        return None
    return readings[at]


def _price(runs: Sequence[str], reading: Mapping[str, str]) -> float:
    return sum(words.divide(plain(_read(run, reading)))[0] for run in runs)


def _share(runs: Sequence[str], reading: Mapping[str, str]) -> float:
    """The share of known words, not counting signs that are still unnamed."""
    return words.share("".join(plain(_SIGN.sub("", _read(run, reading))) for run in runs))


def _read(run: str, reading: Mapping[str, str]) -> str:
    return _SIGN.sub(lambda sign: reading.get(sign.group(), sign.group()), run)
