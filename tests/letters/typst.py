"""Prints a letter with typst: modern, self-contained, tagged PDF with subset fonts.

The layout is `letter.typ`; the bytes are the same at every run for one version of typst.
"""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from tests.letters import fonts, sheet
from tests.letters.compose import Letter

_TEMPLATE = Path(__file__).with_name("letter.typ")


def render(letter: Letter, path: Path, font: str = "Sarabun") -> None:
    """Write `letter` to `path` as PDF. Raises `typst.TypstError` if it cannot be set."""
    path.write_bytes(pdf(letter, font))


def pdf(letter: Letter, font: str = "Sarabun") -> bytes:
    """The same, in memory: a few milliseconds a letter."""
    return typst.compile(
        _TEMPLATE,
        format="pdf",
        font_paths=list(fonts.FOLDERS),
        ignore_system_fonts=True,
        timestamp=0,
        sys_inputs={
            "blocks": json.dumps([{"block": type(b).__name__} | asdict(b) for b in sheet.blocks(letter)]),
            "font": font,
            "size": str(fonts.size(font)),
            "title": letter.name,
        },
    )
