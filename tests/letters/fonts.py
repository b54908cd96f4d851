"""The Thai fonts that letters are printed in, where they lie and at which size they are read.

Official letters are set in TH Sarabun at 16 pt, whose letters are small in their em; the fonts that
may be shipped here draw the same letters as large at the sizes below.
"""

from pathlib import Path

import fontpkg_sarabun  # type: ignore[import-untyped]

FOLDERS = (fontpkg_sarabun.ROOT / "files", Path("/usr/share/fonts/truetype/tlwg"))
_SIZES = {"Laksaman": 14.0, "Norasi": 13.0, "Kinnari": 12.0}


def size(font: str) -> float:
    """Points at which `font` looks like TH Sarabun at 16 pt."""
    return _SIZES.get(font, 11.5)


def file(font: str, *, bold: bool) -> Path:
    """The face of `font`. Raises `FileNotFoundError` naming the Debian package."""
    names = (f"{font}-Bold.ttf",) if bold else (f"{font}-Regular.ttf", f"{font}.ttf")
    for path in (folder / name for folder in FOLDERS for name in names):
        if path.exists():
            return path
    raise FileNotFoundError(f"{names[0]} is not installed; on Debian: apt-get install fonts-thai-tlwg")
