"""What became of one scan: its letters and lines, and the numbers and days by which a reply is filed.

The paper says what is right of the text, the letter as it was composed of the values; a value that is not sure
enough to be given is missing, which sends the letter to a person, and not wrong.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz.distance import Levenshtein

from tests.scans.samples import Scan

Kind = Literal["reference", "cite", "date"]
Fate = Literal["exact", "missing", "wrong"]

_LEADERS = re.compile(r"\.{4,}")
"""Lines to write on."""

_OF_A_CITE: tuple[tuple[Kind, str], ...] = (("cite", "reference_number"), ("date", "dated"))

SURE = 0.9
"""Above that a wrong value is believed: none should be."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """Of the characters on the paper (white and dotted lines left out) and of its lines, how many were misread and
    how many are exact. A character that is not on the paper counts as one misread, too.
    """

    characters: int
    misread: int
    lines: int
    exact: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """A number or a day: what stands on the paper, what was read, each `None` if nothing, and how sure that was."""

    kind: Kind
    want: str | None
    got: str | None
    confidence: float

    @property
    def fate(self) -> Fate:
        if self.want == self.got:
            return "exact"
        return "missing" if self.got is None else "wrong"

    @property
    def is_believed(self) -> bool:
        """Whether it is wrong and nobody would look."""
        return self.fate == "wrong" and self.confidence > SURE


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """All that became of a scan in the hands of one reader; `parsed` is its object of `intake parse --json`."""

    scan: Scan
    text: Text
    values: tuple[Value, ...]
    parsed: dict[str, Any]


def judge(scan: Scan, lines: Sequence[Sequence[str]], parsed: dict[str, Any], read: Sequence[str]) -> Judged:
    """`lines` are those on the paper, page by page, and `read` is the text of all pages, line by line."""
    letter = scan.letter.expected["letter"]
    return Judged(
        scan=scan,
        text=_text([line for page in lines for line in page], read),
        values=tuple(_values(letter, parsed.get("letter") or {})),
        parsed=parsed,
    )


def _text(wanted: Sequence[str], read: Sequence[str]) -> Text:
    wanted, read = ([_LEADERS.sub("", line) for line in lines] for lines in (wanted, read))
    solid = "".join("".join(wanted).split())
    found = Counter(map(_single_spaced, read)) & Counter(map(_single_spaced, wanted))
    return Text(
        characters=len(solid),
        misread=Levenshtein.distance(solid, "".join("".join(read).split())),
        lines=len(wanted),
        exact=found.total(),
    )


def _single_spaced(line: str) -> str:
    return " ".join(line.split())


def _values(wanted: dict[str, Any], read: dict[str, Any]) -> Iterator[Value]:
    """Those that are on the paper, and those that were read though they are not."""
    yield from _field("reference", wanted["reference_number"], read.get("reference_number"))
    yield from _field("date", wanted["dated"], read.get("dated"))
    for want, got in _paired(wanted["cites"], read.get("cites") or []):
        for kind, name in _OF_A_CITE:
            yield from _told(kind, want.get(name), got.get(name), got.get("confidence", 0.0))


def _field(kind: Kind, want: str | None, got: dict[str, Any] | None) -> Iterator[Value]:
    return _told(kind, want, got["value"] if got else None, got["confidence"] if got else 0.0)


def _told(kind: Kind, want: str | None, got: str | None, confidence: float) -> Iterator[Value]:
    if want is not None or got is not None:
        yield Value(kind=kind, want=want, got=got, confidence=confidence)


def _paired(wanted: list[dict[str, Any]], read: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], ...]]:
    """Citations of the same number, then the others in their order; `{}` where one side has no more."""
    left = list(read)
    unread = []
    for want in wanted:
        same = next((got for got in left if got["reference_number"] == want["reference_number"]), None)
        if same is None:
            unread.append(want)
        else:
            left.remove(same)
            yield want, same
    for place in range(max(len(unread), len(left))):
        yield unread[place] if place < len(unread) else {}, left[place] if place < len(left) else {}
