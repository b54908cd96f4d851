"""Which Thai letters make a word, and which words are likely.

Knows two lists of the pythainlp package (both CC0): `words_th.txt`, the dictionary, and `ttc_freq.txt`,
how often a word stands in the Thai Textbook Corpus. They are read once per process, at the first question
(some 60 ms), and without importing pythainlp itself, which would cost far more.
"""

import math
import re
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_WORD = re.compile("[ก-๎]{2,24}")
_RARE = 0.2
"""The count that stands for a dictionary word which the corpus does not have."""
_SHORT = 3
_UNKNOWN_LETTER = 18.0
"""The price of one letter that belongs to no word: above that of the rarest word."""


def known(word: str) -> bool:
    """Whether the lists have `word`; a single letter is no word."""
    return word in _prices()


def share(text: str) -> float:
    """The share (0 to 1) of the letters of `text` that longest matching puts into known words.

    `text` is one run of Thai letters without spaces. Clean official text stays above 0.9.
    """
    prices, lengths = _prices(), _lengths()
    at = covered = 0
    while at < len(text):
        for size in lengths.get(text[at : at + 2], ()):
            if text[at : at + size] in prices and at + size <= len(text):
                covered += size
                at += size
                break
        else:
            at += 1
    return covered / len(text) if text else 1.0


def divide(text: str, lost_sara_am: float = math.inf) -> tuple[float, list[str]]:
    """The likeliest division of one run of Thai letters into words: its price in nats, and the words.

    The lower the price, the likelier the text. Where `lost_sara_am` is less, `สานัก` may also be read as the
    word `สำนัก`, for that much more, and is returned as that word. Letters of no word come back singly.
    """
    best: list[tuple[float, int, str]] = [(0.0, 0, ""), *[(math.inf, 0, "")] * len(text)]
    for start in range(len(text)):
        for size, word, price in _steps(text, start, lost_sara_am):
            price += best[start][0]
            if price < best[start + size][0]:
                best[start + size] = (price, start, word)
    return best[-1][0], _path(best)


def _steps(text: str, start: int, lost_sara_am: float) -> Iterable[tuple[int, str, float]]:
    """What may stand at `start`: how many letters it takes, the word that they are, and its price."""
    prices, left, head = _prices(), len(text) - start, text[start : start + 2]
    yield 1, text[start], _UNKNOWN_LETTER
    for size in _lengths().get(head, ()):
        if size <= left and (word := text[start : start + size]) in prices:
            yield size, word, prices[word]
    if lost_sara_am < math.inf:
        words = _without_sara_am()
        for size in _lengths_without_sara_am().get(head, ()):
            if size <= left and (found := words.get(text[start : start + size])):
                yield size, found, prices[found] + lost_sara_am


def _path(best: list[tuple[float, int, str]]) -> list[str]:
    words = []
    end = len(best) - 1
    while end:
        _, end, word = best[end]
        words.append(word)
    return words[::-1]


@cache
def _prices() -> dict[str, float]:
    """Every word with its price: the negative logarithm of its share of the corpus."""
    counts = dict.fromkeys(filter(_WORD.fullmatch, _lines("words_th.txt")), _RARE)
    for line in _lines("ttc_freq.txt"):
        word, _, count = line.partition("\t")
        if _WORD.fullmatch(word):
            counts[word] = float(count)
    total = math.log(sum(counts.values()))
    return {word: total - math.log(count) for word, count in counts.items()}


@cache
def _without_sara_am() -> dict[str, str]:
    """The words that have `ำ`, under the spelling that is left when its circle is lost.

    Not the short rare ones: `ด้า` ends many foreign names, and `ด้ำ` hardly occurs.
    """
    prices = _prices()
    rarest = max(prices.values())
    return {
        word.replace("ำ", "า"): word
        for word in prices
        if "ำ" in word and (len(word) > _SHORT or prices[word] < rarest)
    }


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    return _by_head(_prices())


@cache
def _lengths_without_sara_am() -> dict[str, tuple[int, ...]]:
    return _by_head(_without_sara_am())


def _by_head(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The first two letters of the words, with the lengths of those words, longest first."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[:2], set()).add(len(word))
    return {head: tuple(sorted(sizes, reverse=True)) for head, sizes in lengths.items()}


def _lines(name: str) -> list[str]:
    spec = find_spec("pythainlp")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("pythainlp, whose word lists are needed to read Thai, is not installed")
    corpus = Path(spec.submodule_search_locations[0]) / "corpus"
    return (corpus / name).read_text(encoding="utf-8").splitlines()
