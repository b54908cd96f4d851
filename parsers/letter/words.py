"""A clause as the words that say something in it, in their order.

Takes names of organisations and numbers of them as a whole, so that nothing is found within them, and leaves
out what is quoted at length. At each place the first entry of `vocabulary` that fits is the word. What the words
mean together is grammar, and `cues` has it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from parsers.letter import counts, organisations, vocabulary

_WORD = re.compile("|".join(f"(?P<{kind}>{'|'.join(forms)})" for kind, forms in vocabulary.KINDS.items()))
# What is quoted at length is somebody else's: the name of a project, the words of the circular.
_QUOTED = re.compile(r"[“\"][^”\"]{13,400}[”\"]")
# ที่ยังไม่เคยสมัคร denies one verb, whatever follows; else all verbs up to the next thing belong to it.
_WHICH = re.compile(
    r" which((?: (?:not|notyet))(?: \w+)|(?: (?:will|done|wish|ready|join|tell|send|do|exist|get))*)(?= )"
)
# A clause that begins with ซึ่ง says of what was named before it what it does.
_LEADING_WHICH = re.compile(r"^((?: other)?) which(?= )")
_OTHER = re.compile(r"[ก-๎]{4,}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """A word of `kind` at `text[start:end]`."""

    kind: str
    start: int
    end: int


@lru_cache(maxsize=64)  # splitting and reading ask for the same clause several times
def read(text: str) -> tuple[Word, ...]:
    """The words of `text` that say something, left to right; `other` for letters that none explains."""
    text = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), text)
    found: list[Word] = []
    at = 0
    for whole in sorted([*_counted(text), *_named(text)], key=lambda word: word.start):
        if whole.start >= at:
            found += [*_between(text, at, whole.start), whole]
            at = whole.end
    return (*found, *_between(text, at, len(text)))


def kinds(text: str) -> str:
    """The kinds of the words of `text` in their order, a space around each.

    Verbs that only say who is meant (`ที่ประสงค์สมัคร`) have a `that-` before them.
    """
    said = "".join(f" {word.kind}" for word in read(text) if word.kind != "skip") + " "
    said = _LEADING_WHICH.sub(r"\1", said)
    return _WHICH.sub(lambda found: found.group(1).replace(" ", " that-"), said)


def _counted(text: str) -> list[Word]:
    kind = {True: "whole", False: "count"}
    return [
        Word(kind="zero" if one.number == 0 else kind[one.is_whole], start=one.start, end=one.end)
        for one in counts.find(text)
    ]


def _named(text: str) -> list[Word]:
    return [Word(kind="body", start=start, end=end) for start, end in organisations.spans(text)]


def _between(text: str, start: int, end: int) -> list[Word]:
    words: list[Word] = []
    at = start
    for match in _WORD.finditer(text, start, end):
        words += _others(text, at, match.start())
        words.append(Word(kind=match.lastgroup or "", start=match.start(), end=match.end()))
        at = match.end()
    return [*words, *_others(text, at, end)]


def _others(text: str, start: int, end: int) -> list[Word]:
    return [Word(kind="other", start=one.start(), end=one.end()) for one in _OTHER.finditer(text, start, end)]
