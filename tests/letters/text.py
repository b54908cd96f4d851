"""Writes a letter as plain text, as clerks paste it into a mail: spaces where Word had columns.

Thai has no spaces between its words, so lines are wrapped where Word or the mail program found the end
of a word.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from unicodedata import category

from pythainlp.tokenize import word_tokenize

from tests.letters import sheet
from tests.letters.compose import Letter
from tests.letters.printing import one_by_one

UNWRAPPED = 10_000
"""More columns than any paragraph has."""

_RIGHT_COLUMN = 50
_DATE_COLUMN = 34
_SIGNATURE_COLUMN = 50
_INDENT = " " * 16


def render(letter: Letter, path: Path, columns: int = 90) -> None:
    """Write `letter` to `path` as UTF-8 text."""
    path.write_text(text(letter, columns), encoding="utf-8")


render_all = one_by_one(render)


def text(letter: Letter, columns: int = 90) -> str:
    """`letter` in lines of at most `columns`, ended by line feeds."""
    return "".join(f"{line.rstrip()}\n" for block in sheet.blocks(letter) for line in _typed(block, columns))


def _typed(block: sheet.Block, columns: int) -> Iterable[str]:
    match block:
        case sheet.Stamp():
            return (" " * _RIGHT_COLUMN + line for line in block.lines)
        case sheet.Mark():
            return [_middle(block.text, 2 * _DATE_COLUMN + 10) if block.centred else block.text]
        case sheet.Heads():
            return _side_by_side(block)
        case sheet.Centred():
            return [" " * _DATE_COLUMN + block.text, ""]
        case sheet.Labelled():
            return _labelled(block, columns)
        case sheet.Paragraph():
            return ["", *wrapped(_INDENT + block.text, columns)]
        case sheet.Grid():
            return ("\t".join(row) for row in (block.header, *block.rows))
        case sheet.Signature():
            lines = ("", block.closing or "", "", "", "", *block.lines)
            return (_middle(line, 2 * _SIGNATURE_COLUMN) for line in lines)
        case sheet.Lines():
            return block.lines
        case sheet.Foot():
            return ["", *block.lines]
        case sheet.Break():
            return ["", ""]


def _side_by_side(block: sheet.Heads) -> Iterator[str]:
    for number, right in enumerate(block.right or ("",)):
        left = "" if number else block.left
        yield left + " " * max(2, _RIGHT_COLUMN - width(left)) + right


def _labelled(block: sheet.Labelled, columns: int) -> Iterator[str]:
    hang = " " * (width(block.label) + 2)
    for number, entry in enumerate(block.entries):
        first, *others = wrapped(entry, columns - len(hang))
        yield (hang if number else f"{block.label}  ") + first
        yield from (hang + other for other in others)


def _middle(line: str, columns: int) -> str:
    return " " * max(0, (columns - width(line)) // 2) + line


def width(line: str) -> int:
    """The columns that `line` takes: marks above and below a letter take none."""
    return sum(category(letter) not in ("Mn", "Cf") for letter in line)


def wrapped(line: str, room: float, measure: Callable[[str], float] = width) -> Sequence[str]:
    """`line` cut at the ends of words into lines that need at most `room`, each with the space that it was cut at."""
    if measure(line) <= room:
        return [line.rstrip()]
    lines = [""]
    for word in word_tokenize(line, engine="newmm"):
        if measure(lines[-1] + word.rstrip()) > room and lines[-1].strip():
            lines.append("")
            word = word.lstrip()
        lines[-1] += word
    return lines
