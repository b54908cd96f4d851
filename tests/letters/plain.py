"""A letter as plain text, block by block."""

from collections.abc import Iterator

from tests.letters import sheet
from tests.letters.compose import Letter


def written(letter: Letter) -> str:
    """`letter` as text; the two columns of the head are apart by spaces."""
    return "\n".join(line for block in sheet.blocks(letter) for line in _lines(block)) + "\n"


def _lines(block: sheet.Block) -> Iterator[str]:
    match block:
        case sheet.Heads(left=left, right=right):
            yield left + " " * 20 + right[0] if right else left
            yield from (" " * 45 + line for line in right[1:])
        case sheet.Labelled(label=label, entries=(first, *others)):
            yield f"{label}  {first}"
            yield from (" " * len(label) + f"  {entry}" for entry in others)
        case sheet.Paragraph(text=text):
            yield "\t" + text
        case sheet.Grid(header=header, rows=rows):
            yield from ("\t".join(cells) for cells in (header, *rows))
        case sheet.Signature(closing=closing, lines=lines):
            yield from ("", " " * 40 + (closing or ""), "", "", *(" " * 38 + line for line in lines), "")
        case sheet.Foot(lines=lines) | sheet.Stamp(lines=lines):
            yield from lines
        case sheet.Centred(text=text) | sheet.Mark(text=text):
            yield " " * 30 + text
        case _:
            yield "\f"
