"""What the words of a query mean, and where they stand in a text; pure, it touches no database.

A query is a list of terms that must all be found: `words`, `"phrases in quotes"`, `prefix*`. Every
string is a legal query. A term is looked for in two ways. By words: cut like the index is cut,
since Thai writes no spaces; the pieces of one Thai term may stand apart, those of a phrase or of a
number follow each other. By fragments: as runs of characters, whatever words they are part of.

Digits of both scripts are one, and so are the Buddhist and the Gregorian year, except behind a
slash or a dot, where a year would be part of a reference number.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Segment = Callable[[str], list[str]]

_ERA = 543
_BUDDHIST_YEARS = range(2400, 2700)
_GREGORIAN_YEARS = range(2400 - _ERA, 2700 - _ERA)

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TERM = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)')
_YEAR = re.compile(r"(?<![\d/.])\d{4}(?!\d)")
_SPACE_BESIDE_THAI = re.compile(r"(?<=[\u0e00-\u0e7f])\s+|\s+(?=[\u0e00-\u0e7f])")
_TRIGRAM = 3

_SNIPPET_BEFORE = 40
_SNIPPET_AFTER = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """One thing to be found; `spellings` are its folded text and, with a year in it, the other era's."""

    spellings: tuple[str, ...]
    adjacent: bool
    prefix: bool


def fold(text: str) -> str:
    """`text` with Arabic digits and small letters; same length, so that positions stay valid."""
    digits = text.translate(_DIGITS)
    small = digits.lower()
    return small if len(small) == len(digits) else digits


def compact(text: str) -> str:
    """Folded `text` without the spaces around Thai letters, which writers set as they please."""
    return _SPACE_BESIDE_THAI.sub("", fold(text))


def words(text: str, segment: Segment) -> list[str]:
    """The words of `text` in order: letters, digits and their marks, nothing else."""
    return [word for piece in segment(text) for word in _only_words(piece).split()]


def parse(query: str, normalise: Callable[[str], str]) -> list[Term]:
    """The terms of `query`; empty if there is nothing in it that can be looked for."""
    # A shell hands undecodable bytes over as lone surrogates, which no database takes.
    query = query.encode("utf-8", "replace").decode("utf-8")
    terms = (_term(found, normalise) for found in _TERM.finditer(query))
    return [term for term in terms if _only_words(term.spellings[0]).strip()]


def by_words(terms: Iterable[Term], segment: Segment) -> str:
    """The FTS5 expression that finds `terms` in the table of words."""
    return " AND ".join(
        _any(_words_expression(term, text, segment) for text in term.spellings) for term in terms
    )


def by_fragments(terms: Iterable[Term], segment: Segment) -> str:
    """The FTS5 expression that finds `terms`, all of them long, in the table of fragments."""
    return " AND ".join(
        _any(_fragments_expression(term, text, segment) for text in term.spellings) for term in terms
    )


def is_long(term: Term) -> bool:
    """Whether the table of fragments can know it: it indexes runs of three characters."""
    return all(_fits(compact(text)) for text in term.spellings)


def snippet(text: str, terms: Iterable[Term], segment: Segment, normalise: Callable[[str], str]) -> str:
    """A piece of the original `text` around the first term that can be found in it.

    The term is looked for as it was typed, then by its longest words, first in the text as it is
    and then line by line in its normal form. Without any, the beginning of the text.
    """
    needles = [needle for term in terms for needle in _needles(term, segment)]
    at = _position(fold(text), needles)
    if at is None:
        at = _line_position(text, needles, normalise)
    return _cut(text, at or 0)


def _term(found: re.Match[str], normalise: Callable[[str], str]) -> Term:
    phrase, word = found["phrase"], found["word"] or ""
    folded = fold(normalise(word.rstrip("*") if phrase is None else phrase)).strip()
    other_era = _YEAR.sub(_other_era, folded)
    return Term(
        spellings=(folded,) if other_era == folded else (folded, other_era),
        adjacent=phrase is not None or any(letter.isdigit() for letter in folded),
        prefix=word.endswith("*"),
    )


def _other_era(found: re.Match[str]) -> str:
    year = int(found[0])
    if year in _BUDDHIST_YEARS:
        return str(year - _ERA)
    return str(year + _ERA) if year in _GREGORIAN_YEARS else found[0]


def _only_words(text: str) -> str:
    """`text` with a space for all that the tokenizer of the index does not keep."""
    return "".join(letter if _is_kept(unicodedata.category(letter)) else " " for letter in text)


def _is_kept(category: str) -> bool:
    return category[0] in "LN" or category in ("Co", "Mn", "Mc")


def _words_expression(term: Term, text: str, segment: Segment) -> str:
    found = words(text, segment)
    pieces = [" ".join(found)] if term.adjacent else found
    return "(" + " AND ".join(map(_quoted, pieces)) + ("*" if term.prefix else "") + ")"


def _fragments_expression(term: Term, text: str, segment: Segment) -> str:
    """The whole term; or, if it is made of several words, all of these wherever they are."""
    whole, pieces = _quoted(compact(text)), words(text, segment)
    if term.adjacent or len(pieces) < 2 or not all(map(_fits, pieces)):
        return whole
    return _any((whole, "(" + " AND ".join(map(_quoted, pieces)) + ")"))


def _fits(fragment: str) -> bool:
    return len(fragment) >= _TRIGRAM


def _any(expressions: Iterable[str]) -> str:
    return "(" + " OR ".join(expressions) + ")"


def _quoted(text: str) -> str:
    # Inside quotes nothing is an operator to FTS5 but the quote itself.
    return '"' + text.replace('"', '""').replace("\x00", "") + '"'


def _needles(term: Term, segment: Segment) -> list[str]:
    pieces = [piece for text in term.spellings for piece in words(text, segment)]
    return [*term.spellings, *sorted(pieces, key=len, reverse=True)]


def _position(folded: str, needles: Iterable[str]) -> int | None:
    return next((at for needle in needles if (at := folded.find(needle)) >= 0), None)


def _line_position(text: str, needles: list[str], normalise: Callable[[str], str]) -> int | None:
    begins = 0
    for line in text.splitlines(keepends=True):
        if _position(fold(normalise(line)), needles) is not None:
            return begins
        begins += len(line)
    return None


def _cut(text: str, at: int) -> str:
    start, end = max(0, at - _SNIPPET_BEFORE), min(len(text), at + _SNIPPET_AFTER)
    # A piece must not begin with the mark of a letter that was cut off, nor end without its own.
    while start > 0 and unicodedata.category(text[start]).startswith("M"):
        start -= 1
    while end < len(text) and unicodedata.category(text[end]).startswith("M"):
        end += 1
    return ("…" if start else "") + " ".join(text[start:end].split()) + ("…" if end < len(text) else "")
