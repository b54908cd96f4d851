"""Which letters are scanned, and how: a fixed choice, in which a new letter leaves most of the others alone.

Some letters of every kind; each scanned once at every fineness, every time with another damage. Every second one is
set in a face of letters, which the recogniser has learnt; the others in families that it never saw.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle
from types import MappingProxyType
from typing import Literal

from tests.letters import corpus
from tests.letters.compose import Kind, Letter
from tests.scans.damages import DAMAGES

Fineness = Literal["150 dpi", "200 dpi", "300 dpi", "fine fax", "coarse fax"]

DPI: Mapping[Fineness, tuple[float, float]] = MappingProxyType(
    {
        "150 dpi": (150.0, 150.0),
        "200 dpi": (200.0, 200.0),
        "300 dpi": (300.0, 300.0),
        "fine fax": (204.0, 196.0),
        "coarse fax": (204.0, 98.0),
    }
)
"""Dots per inch across and down the page; those of a fax by ITU-T T.4."""

FAX = "fax"
"""The one damage of faxes."""

FACES: Mapping[str, str] = MappingProxyType(
    {"Sarabun": "learnt", "Norasi": "held out", "Chakra Petch": "held out"}
)
"""The families, and whether the recogniser has learnt them (`training/faces.py`)."""

_TURNS = ("Sarabun", "Norasi", "Sarabun", "Chakra Petch")
_HOW_MANY: Mapping[Kind, int] = MappingProxyType({"external": 31, "memo": 4, "stamped": 3, "form": 2})
_DAMAGED: tuple[Fineness, ...] = ("150 dpi", "200 dpi", "300 dpi")
_STRIDE = 7
"""By how many the damages go on from scan to scan: with their number it has no divisor in common."""
_SYMBOLS = frozenset("✓☐☑☒")
"""No Thai family has them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scan:
    """One letter, printed, damaged and scanned."""

    letter: Letter
    face: str
    fineness: Fineness
    damage: str

    @property
    def name(self) -> str:
        return f"{self.letter.name} in {self.face}, {self.fineness}, {self.damage}"

    @property
    def seed(self) -> int:
        """The source of chance of this scan."""
        return zlib.crc32(self.name.encode())


def scans() -> list[Scan]:
    """All of them, those of one letter together."""
    damages = _damages()
    return [
        scan
        for number, letter in enumerate(_chosen(corpus.LETTERS))
        for scan in _of(letter, _TURNS[number % len(_TURNS)], ("fine fax", "coarse fax")[number % 2], damages)
    ]


def quick(every: Iterable[Scan]) -> list[Scan]:
    """A seventh of them, of all damages and finenesses."""
    return list(every)[::7]


def _of(letter: Letter, face: str, fax: Fineness, damages: Iterator[str]) -> Iterator[Scan]:
    for fineness in _DAMAGED:
        yield Scan(letter=letter, face=face, fineness=fineness, damage=next(damages))
    yield Scan(letter=letter, face=face, fineness=fax, damage=FAX)


def _damages() -> Iterator[str]:
    names = list(DAMAGES)
    return cycle(names[_STRIDE * turn % len(names)] for turn in range(len(names)))


def _chosen(letters: Iterable[Letter]) -> list[Letter]:
    """By what their names come to, so that it depends on no other letter which ones; bundles are left out."""
    alone = [letter for letter in letters if not letter.behind and not _has_symbols(letter)]
    mixed = sorted(alone, key=lambda letter: zlib.crc32(letter.name.encode()))
    by_kind = {
        kind: [letter for letter in mixed if letter.kind == kind][:many] for kind, many in _HOW_MANY.items()
    }
    return sorted((one for ones in by_kind.values() for one in ones), key=mixed.index)


def _has_symbols(letter: Letter) -> bool:
    return any(_SYMBOLS & set(part) for part in letter.body if isinstance(part, str))
