"""Thai text as its writer meant it, whatever program it came through; and how far it can be trusted.

Promises: `repair` never changes Thai that is spelt as Thai is spelt, and a second time changes nothing more.
What is certain from the spelling alone is in `orthography`, what the word list must prove in `lost`. Text
that cannot be mended stays as it is and raises `damage`, by which the PDF reader chooses between its readers,
and in the end OCR.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from parsers.model import Line
from parsers.thai import digits, lost, unnamed, words
from parsers.thai.edits import Mended, mend
from parsers.thai.orthography import CONSONANT, MARK, REPAIRS, SIGNS, TONE, VOWEL

_Of = TypeVar("_Of")

_REPAIRS = (*REPAIRS, unnamed.unnamed_marks, lost.split_sara_am, lost.stray_signs, lost.lost_sara_am)

_FAULT = re.compile(
    "[\ue000-\uf8ff\ufffd-\uffff\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]"  # no letters at all
    f"|(?<![{CONSONANT}{MARK}])[{MARK}]"  # a mark without its letter
    f"|[{TONE}์][ัิ-ฺ็]|([{MARK}])\\1"  # marks in the wrong order, or twice
    "|(?<=[ก-๎])[0-9\u0100-\u024f;<>=#$&@+*](?=[ก-๎])"  # a sign inside a word
    "|[ำ ]า"  # a vowel without its letter
)
"""What no clean page has; each spoils a word."""
_DRAGGED = re.compile("ำ(?:[^\\sก-๛a-zA-Z.,:()/“”‘’\"'…–—-]|:(?=[ก-๎]))")
"""A `ำ` with the second half of its glyph behind it, under whatever name its font had left."""
_DOUBT = re.compile(
    "[^ก-ฯะแ-ๆ๏-๛a-zA-Z \t\n.,:()/“”‘’\"'…–—-]"
    f"(?:(?<![{MARK}าำเ0-9;<>=#$&@+*])"
    "|(?<=[0-9;<>=#$&@+*])(?<=[ก-๎].)(?=[ก-๎])"
    f"|(?<=[{VOWEL}])(?<![{CONSONANT}].)"
    f"|(?<=[{TONE}])(?<![{CONSONANT}{VOWEL}].)"
    f"|(?<=[์ํ๎])(?<![{CONSONANT}{VOWEL}{TONE}].)"
    f"|(?<=[ ำํ]า)|(?<=[ ำ]ำ)|(?<=ำ){lost.NO_END}(?=[^\\sก-๎])|(?<=เเ)|(?<=[{SIGNS}]))"
)
"""What a repair or a fault may begin with, in one pass: a text without it has no fault, and one that has its
`ำ` besides needs no repair."""
_THAI_RUN = re.compile("[ก-ฮะ-ฺเ-ๅ็-๎]+")
_ODD = re.compile("[^\\w\\s.,:;()\\[\\]/'\"“”‘’%…–—|ฯ฿ก-๛-]|[_ª-ɏ]")
"""What fills a page whose font has no names for its letters."""
_LETTERS_PER_WORD = 5
_SAMPLES = (120, 400)
"""Letters looked up in the word list per text: a few, and only if they are no clear words, enough to be sure."""
_CLEAR = 0.9
"""The share of known words from which a text is clean."""
_LETTERS_SURE_OF_SARA_AM = 600
"""Official Thai has one `ำ` in some 80 letters; a text this long without any may have lost them. One in a hundred
sound letters has none either, so this alone takes no page from its text layer."""
_LETTERS_SURE_OF_TONES, _FEWEST_TONES = 300, 0.01
"""Of that many letters of official Thai at least 3 in 100 are `่` or `้`, even in a list of names."""


def repair(text: str) -> str:
    """`text` with the faults of Thai producers mended (DOMAIN 7.2); idempotent.

    Evidence is taken from all of `text`: give a page at once rather than its lines one by one.
    """
    return text if _is_sound(text) else mend(text, _REPAIRS).text


def repair_line(line: Line) -> Line:
    """The line with its text repaired, and still one box for each letter that is left."""
    return repair_lines((line,))[0]


def repair_lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines of one page, repaired on the evidence of the whole page; as many lines as were given."""
    lines = tuple(lines)
    before = "\n".join(line.text for line in lines)
    if _is_sound(before):
        return lines
    mended = mend(before, _REPAIRS)
    return lines if mended.text == before else tuple(_cut(mended, lines))


def normal_form(text: str) -> str:
    """`text` for search and comparison: repaired, Arabic digits, single spaces, small Latin letters."""
    return " ".join(digits.to_arabic(repair(text)).lower().split())


def damage(text: str) -> float:
    """How far `text` is from readable Thai (or from plain text): 0 clean, 1 not to be used.

    Takes below a millisecond a page. Repair first, if the text is to be used repaired.
    """
    thai = "".join(_THAI_RUN.findall(text))
    doubtful = bool(thai and _DOUBT.search(text))
    parts = (
        len(_FAULT.findall(text)) * _LETTERS_PER_WORD / len(thai) if doubtful else 0.0,
        len(_DRAGGED.findall(text)) / (text.count("ำ") + 1) if doubtful else 0.0,
        4 * len(_ODD.findall(text)) / max(len(text), 1),
        2 * (_CLEAR - _known(thai)) if thai else 0.0,
        0.1 if len(thai) >= _LETTERS_SURE_OF_SARA_AM and "ำ" not in thai else 0.0,
        0.5 if len(thai) >= _LETTERS_SURE_OF_TONES and _tones(thai) < _FEWEST_TONES else 0.0,
    )
    sound = 1.0
    for part in parts:
        sound *= 1.0 - min(max(part, 0.0), 1.0)
    return 1.0 - sound


def _tones(thai: str) -> float:
    return (thai.count("่") + thai.count("้")) / len(thai)


def _is_sound(text: str) -> bool:
    """Whether there is nothing in `text` that a repair would look at."""
    return "ำ" in text and not _DOUBT.search(text)


def _known(thai: str) -> float:
    """The share of known words in as much of `thai` as it takes to tell."""
    few, enough = (thai[:letters] for letters in _SAMPLES)
    share = words.share(few)
    return share if share >= _CLEAR else words.share(enough)


def _cut(mended: Mended, lines: tuple[Line, ...]) -> Iterator[Line]:
    """The mended text cut at its line ends again; no repair touches those."""
    at = start = 0
    for line, text in zip(lines, mended.text.split("\n"), strict=True):
        kept = [origin - start for origin in mended.origins[at : at + len(text)]]
        yield Line(text=text, boxes=_picked(line.boxes, kept), certainty=_picked(line.certainty, kept))
        at += len(text) + 1
        start += len(line.text) + 1


def _picked(each: tuple[_Of, ...] | None, kept: Sequence[int]) -> tuple[_Of, ...] | None:
    return tuple(each[at] for at in kept) if each else each
