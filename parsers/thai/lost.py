"""What a producer dropped from Thai words, or wrote another sign for, put back where the word list proves it.

Three losses are known (DOMAIN 7.2, 7.3): the circle of `ำ` became a space (`ส านัก`), or nothing (`สานัก`);
a mark became a digit or a symbol, the same one all over the document (`ทั3งนี3` for `ทั้งนี้`). Whether a
reading is a word is judged by `words.divide`; where the words do not decide, the text stays as it is, for
`text.damage` to count.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from parsers.thai import words
from parsers.thai.edits import Edit
from parsers.thai.orthography import CONSONANT, MARK, plain

_THAI = "ก-๎"
_RUN = re.compile(f"[{_THAI}]{{3,}}")
_SPLIT_RUN = re.compile(f"[{_THAI}]*[{CONSONANT}{MARK}](?: +า[{_THAI}]*)+")
_SPLIT = re.compile(" +า")
_STRAY = re.compile(rf"(?<=[{_THAI}])[^\s{_THAI}๏-๛a-zA-Z.,:()/“”‘’\"'…–—-](?=[{_THAI}])")
_MARKS = ("", *"่้๊๋์็ัิีึืุูํ")

_PROOF = 6.0
"""How much likelier, in nats, a text must become for a loss to be believed."""
_DOUBT = 9.0
"""The price of reading `า` as `ำ` while no such loss is proven: `จานวน` still falls, `จาน` and names do not."""
_TRUST = 1.0
"""The price once it is: then `ทาการ` is `ทำการ`, and only real words with `า` keep it."""
_READABLE = 0.85
"""The share of known words that a text must reach: in one that stays unreadable, a better guess is a guess."""
_SAMPLE = 12
"""How many runs are asked about one sign."""


def split_sara_am(text: str) -> Iterator[Edit]:
    """`ส านัก` to `สำนัก`, or to `สานัก` where that is the word: no Thai word begins with `า`."""
    for run in _SPLIT_RUN.finditer(text):
        readings = [(words.divide(_SPLIT.sub(vowel, run.group())), vowel) for vowel in "ำา"]
        (_, found), vowel = min(readings)
        known = _inside_words(found)
        removed = 0
        for split in _SPLIT.finditer(run.group()):
            if split.start() - removed in known:
                yield run.start() + split.start(), run.start() + split.end(), vowel
            removed += len(split.group()) - 1


def lost_sara_am(text: str) -> Iterator[Edit]:
    """`จานวน` to `จำนวน`, in a text that has no `ำ` at all and cannot be understood without."""
    if "ำ" in text:
        return
    runs = [run for run in _RUN.finditer(text) if "า" in run.group()]
    if sum(_gain(run.group()) for run in runs) < _PROOF:
        return
    for run in runs:
        spelling = "".join(words.divide(run.group(), _TRUST)[1])
        for at, (old, new) in enumerate(zip(run.group(), spelling, strict=True), start=run.start()):
            if old != new:
                yield at, at + 1, new


def stray_signs(text: str) -> Iterator[Edit]:
    """`ทั3งนี3` to `ทั้งนี้`, where one mark in place of one sign makes words all over the text."""
    suspects: dict[str, list[str]] = defaultdict(list)
    for match in _STRAY.finditer(text):
        suspects[match.group()].append(_around(text, match.start()))
    meant = {sign: mark for sign, runs in suspects.items() if (mark := _mark_for(sign, runs)) is not None}
    for at, sign in enumerate(text):
        if sign in meant and at and _is_better(_around(text, at), sign, meant[sign]):
            yield at, at + 1, meant[sign]


def _gain(run: str) -> float:
    """How much likelier `run` is when its `ำ` were lost, at the price of doubt; 0 if it is not."""
    price, found = words.divide(run, _DOUBT)
    return 0.0 if "".join(found) == run else words.divide(run)[0] - price


def _inside_words(found: list[str]) -> set[int]:
    """The positions that known words cover."""
    covered: set[int] = set()
    at = 0
    for word in found:
        if words.known(word):
            covered.update(range(at, at + len(word)))
        at += len(word)
    return covered


def _around(text: str, at: int) -> str:
    """The run of Thai letters on both sides of the sign at `at`, with the same sign wherever it is in it."""
    inside = f"[{_THAI}{re.escape(text[at])}]*"
    before = re.search(inside + "$", text[:at])
    after = re.match(inside, text[at:])
    return (before.group() if before else "") + (after.group() if after else "")


def _mark_for(sign: str, runs: list[str]) -> str | None:
    """The mark that makes words of `runs` in place of `sign`, or `None` if none surely does."""
    sample = runs[:_SAMPLE]
    price, mark = min((sum(_price(run, sign, mark) for run in sample), mark) for mark in _MARKS)
    apart = sum(sum(words.divide(part)[0] for part in run.split(sign)) for run in sample)
    known = words.share("".join(plain(run.replace(sign, mark)) for run in sample))
    return mark if apart - price > _PROOF and known > _READABLE else None


def _is_better(run: str, sign: str, mark: str) -> bool:
    return _price(run, sign, mark) < sum(words.divide(part)[0] for part in run.split(sign))


def _price(run: str, sign: str, mark: str) -> float:
    return words.divide(plain(run.replace(sign, mark)))[0]
