"""What a producer dropped from Thai words, or wrote another sign for, put back where the word list proves it.

Three losses are known (DOMAIN 7.2, 7.3): the circle of `ำ` became a space (`ส านัก`), or nothing (`สานัก`);
a mark became a digit or a symbol, the same one all over the document (`ทั3งนี3` for `ทั้งนี้`). Whether a
reading is a word is judged by `words.divide`; where the words do not decide, the text stays as it is, for
`text.damage` to count.
"""

import re
from collections import Counter
from collections.abc import Iterator

from parsers.thai import words
from parsers.thai.edits import Edit
from parsers.thai.orthography import CONSONANT, MARK, plain
from parsers.thai.unnamed import UNKNOWN

_THAI = "ก-๎"
_RUN = re.compile(f"[{_THAI}]{{3,}}")
_SPLIT_RUN = re.compile(f"(?<![{_THAI}])[{_THAI}]++(?:(?<=[{CONSONANT}{MARK}]) ++า[{_THAI}]*+)+")
NO_END = "(?![).,”’]+(?:\\s|$))"
"""Before what may be a stray sign: not the punctuation that ends a word."""
_SPLIT = re.compile(" +า")
_STRAY = re.compile(
    rf"(?<=ำ){NO_END}[^\s{_THAI}{UNKNOWN}]{{1,2}}"
    rf"|(?<=[{_THAI}])[^\s{_THAI}๏-๛a-zA-Z.,:()/“”‘’\"'…–—{UNKNOWN}-](?=[{_THAI}])"
)
"""What stands where a mark should: any sign after `ำ`, elsewhere one that is not ordinary punctuation.
Not `UNKNOWN`: that is said for any letter."""
_MARKS = tuple("่้๊๋์็ัิีึืุูํำ")
"""What may have become such a sign; of the last the stem is left, or not even that."""

_PROOF = 6.0
"""How much likelier, in nats, a text must become for a sign to be taken for a mark, and than by any other."""
_DOUBT = 9.0
"""The price of reading `า` as `ำ` while no such loss is proven: `จานวน` still falls, `จาน` and names do not."""
_ENOUGH_PROOFS = 2
"""Different words: one may be a name that is spelt like a damaged word (`อามาตย์`)."""
_PROVING_LETTERS = 4
_PROOF_ENOUGH = 8
"""Letters of one word that is proof enough: `สานักงาน` is no name."""
_TRUST = 1.0
"""The price once it is: then `ทาการ` is `ทำการ`, and only real words with `า` keep it."""
_READABLE = 0.85
"""The share of known words that a text must reach: in one that stays unreadable, a better guess is a guess."""
_UNLIKELY = {"ำ": 0.0, "า": 6.0}
"""What the readings of a space and `า` cost: almost always it was a `ำ`."""
_LONGEST_RUN = 80
_SAMPLE = 12
"""How many runs are asked about one sign; longer ones are cut, since no evidence is worth any time."""
_MOST_SIGNS = 6
"""How many signs are asked about: a text with more of them is beyond this."""


def split_sara_am(text: str) -> Iterator[Edit]:
    """`ส านัก` to `สำนัก`, or to `สานัก` where only that is a word: no Thai word begins with `า`."""
    for run in _SPLIT_RUN.finditer(text):
        readings = ((words.divide(_SPLIT.sub(vowel, run.group())), vowel) for vowel in "ำา")
        (_, found), vowel = min(readings, key=lambda reading: reading[0][0] + _UNLIKELY[reading[1]])
        known = _inside_words(found)
        removed = 0
        for split in _SPLIT.finditer(run.group()):
            if split.start() - removed in known:
                yield run.start() + split.start(), run.start() + split.end(), vowel
            removed += len(split.group()) - 1


def lost_sara_am(text: str) -> Iterator[Edit]:
    """`จานวน` to `จำนวน`, in a text that has no `ำ` at all and several words that are none without it."""
    if "ำ" in text:
        return
    runs = [run for run in _RUN.finditer(text) if "า" in run.group()]
    proofs = set().union(*(_proofs(run.group()) for run in runs))
    if len(proofs) < _ENOUGH_PROOFS and max(map(len, proofs), default=0) < _PROOF_ENOUGH:
        return
    for run in runs:
        spelling = "".join(words.divide(run.group(), _TRUST)[1])
        for at, (old, new) in enumerate(zip(run.group(), spelling, strict=True), start=run.start()):
            if old != new:
                yield at, at + 1, new


def stray_signs(text: str) -> Iterator[Edit]:
    """`ทั3งนี3` to `ทั้งนี้`, `จำ:นวน` to `จำนวน`; one sign at a time, the same for all of the text."""
    for sign, _ in Counter(_STRAY.findall(text)).most_common(_MOST_SIGNS):
        written = re.escape(sign)
        found = re.finditer(f"[{_THAI}](?:[{_THAI}]|{written}){{0,{_LONGEST_RUN}}}", text)
        runs = [run for run in found if sign in run.group()]
        readings = ("", *_MARKS[:-1]) if _is_after_sara_am(sign, text) else _MARKS
        mark = _mark_for(sign, readings, [run.group() for run in runs[:_SAMPLE]])
        if mark is None:
            continue
        edits = [
            (run.start() + place.start(), run.start() + place.end(), mark)
            for run in runs
            if _price(run.group(), sign, mark) <= _price_apart(run.group(), sign)
            for place in re.finditer(written, run.group())
        ]
        if edits:
            yield from edits
            return


def _proofs(run: str) -> set[str]:
    """The words with `ำ` of which `run` must be made even if that is doubtful; short ones prove nothing."""
    _, found = words.divide(run, _DOUBT)
    return {word for word in found if "ำ" in word and len(word) >= _PROVING_LETTERS}


def _inside_words(found: list[str]) -> set[int]:
    """The positions that known words cover."""
    covered: set[int] = set()
    at = 0
    for word in found:
        if words.known(word):
            covered.update(range(at, at + len(word)))
        at += len(word)
    return covered


def _is_after_sara_am(sign: str, text: str) -> bool:
    """Whether the sign stands after most `ำ` of the text, as the `า` does that a producer wrote besides."""
    return text.count(f"ำ{sign}") >= max(2, text.count("ำ") / 2)


def _mark_for(sign: str, readings: tuple[str, ...], runs: list[str]) -> str | None:
    """The reading of `sign` that makes words of `runs`, or `None` if none surely does."""
    priced = sorted((sum(_price(run, sign, mark) for run in runs), mark) for mark in readings)
    (price, mark), (second, _) = priced[:2]
    known = words.share("".join(plain(run.replace(sign, mark)) for run in runs))
    apart = sum(_price_apart(run, sign) for run in runs)
    return mark if min(apart, second) - price > _PROOF and known > _READABLE else None


def _price(run: str, sign: str, mark: str) -> float:
    return words.divide(plain(run.replace(sign, mark)))[0]


def _price_apart(run: str, sign: str) -> float:
    return sum(words.divide(part)[0] for part in run.split(sign))
