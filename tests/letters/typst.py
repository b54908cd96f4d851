"""Prints a letter with typst: modern, self-contained, tagged PDF with subset fonts.

The layout is `letter.typ`; the bytes are the same at every run for one version of typst. Letters take
turns in the fonts, by their names.
"""

import json
import zlib
from dataclasses import asdict
from pathlib import Path

import typst

from tests.letters import fonts, sheet
from tests.letters.compose import Letter
from tests.letters.printing import one_by_one

_TEMPLATE = Path(__file__).with_name("letter.typ")
_FONTS = ("Sarabun", "Laksaman", "Norasi", "Loma", "Umpush", "Waree", "Garuda", "Kinnari")


def render(letter: Letter, path: Path) -> None:
    """Write `letter` to `path` as PDF. Raises `typst.TypstError` if it cannot be set."""
    font = _FONTS[zlib.crc32(letter.name.encode()) % len(_FONTS)]
    typst.compile(
        _TEMPLATE,
        output=path,
        format="pdf",
        font_paths=list(fonts.FOLDERS),
        ignore_system_fonts=True,
        timestamp=0,
        sys_inputs={
            "blocks": json.dumps([{"block": type(b).__name__} | asdict(b) for b in sheet.blocks(letter)]),
            "font": font,
            "size": str(fonts.size(font)),
            "title": letter.subject or letter.name,
        },
    )


render_all = one_by_one(render)
