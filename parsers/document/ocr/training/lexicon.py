"""Which words, names and phrases the training lines are made of.

Words and their frequencies, syllables and names come from pythainlp's corpora (CC0-1.0; the names of persons
CC-BY-SA-4.0), places from geothai (CC-BY-4.0); the phrases of offices are our own. Nothing is taken from the
letters that the readers are tested with.
"""

import random
import tomllib
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Final

import geothai
from pythainlp.corpus import common, tnc

from parsers.document.ocr.alphabet import covers
from parsers.thai.reference import CODES

LETTER_CODES: Final = tuple(sorted(CODES))

_LISTS: Final[dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8")
)
MONTHS: Final = _LISTS["months"]
SHORT_MONTHS: Final = _LISTS["short_months"]
UNITS: Final = _LISTS["units"]
OFFICES: Final = _LISTS["offices"]
POSTS: Final = _LISTS["posts"]
TITLES: Final = _LISTS["titles"]
PHRASES: Final = _LISTS["phrases"]
OFFICIAL_WORDS: Final = _LISTS["official_words"]
MARKED: Final = _LISTS["marked"]
LATIN: Final = _LISTS["latin"]

_RARE: Final = 12
"""How often a word must stand in the corpus: rarer ones there are mostly slips."""
_LONGEST: Final = 22


@cache
def dictionary() -> tuple[str, ...]:
    """All words of the dictionary, each once."""
    return tuple(sorted(word for word in common.thai_words() if covers(word) and len(word) < _LONGEST))


@cache
def syllables() -> tuple[str, ...]:
    return tuple(sorted(filter(covers, common.thai_syllables())))


@cache
def places() -> tuple[str, ...]:
    """Provinces, districts and subdistricts, without the word for their kind."""
    provinces = geothai.provinces()
    districts = [one for province in provinces for one in geothai.districts(province.code)]
    subdistricts = [one for district in districts for one in geothai.subdistricts(district.code)]
    names = (
        *(one.name_th for one in provinces),
        *(one.name_th for one in districts),
        *(one.name_th for one in subdistricts),
    )
    return tuple(filter(covers, names))


def common_word(rng: random.Random) -> str:
    """A word about as often as it is written: by the root of its frequency, so that rare ones come too."""
    words, weights = _weighed()
    return rng.choices(words, cum_weights=weights)[0]


def person(rng: random.Random) -> str:
    """A title, a first name and a family name."""
    first, last = _names()
    return f"{rng.choice(TITLES)}{rng.choice(first)} {rng.choice(last)}"


def place(rng: random.Random) -> str:
    return rng.choice(places())


@cache
def _weighed() -> tuple[list[str], list[float]]:
    often = [(word, count) for word, count in sorted(tnc.word_freqs()) if count >= _RARE and covers(word)]
    words = [word for word, _ in often if len(word) < _LONGEST]
    return words, list(accumulate(count**0.5 for word, count in often if len(word) < _LONGEST))


@cache
def _names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    first = {*common.thai_male_names(), *common.thai_female_names()}
    return tuple(sorted(filter(covers, first))), tuple(sorted(filter(covers, common.thai_family_names())))
