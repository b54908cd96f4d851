"""The scans in a folder, each under a name that says what it was made of, and not made again."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from tests.letters import sheet
from tests.scans import damages, packing, paper
from tests.scans.samples import DPI, FAX, Scan
from tests.scans.sheets import Sheet

_MADE_BY = ("damages.py", "overlays.py", "packing.py", "paper.py", "sheets.py", "../letters/letter.typ")
_EVERY_FIFTH = 5
"""Scans of which one is sent as TIFF; the others are sent as PDF, as most are."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stocked:
    """A scan, its file, and page by page the lines that are on its paper."""

    scan: Scan
    path: Path
    lines: tuple[tuple[str, ...], ...]


def prepared(scans: Iterable[Scan], folder: Path, say: Callable[[str], None]) -> list[Stocked]:
    """All of them, lying in `folder`; what is missing there is made, and `say` is told how many that were."""
    made_by = _digest_of_makers()
    stock, made = [], 0
    for scan in scans:
        printed = paper.printed(scan.letter, scan.face)
        form = _form(scan, len(printed.lines))
        path = folder / f"{_stem(scan, made_by)}.{form}"
        if not path.exists():
            made += 1
            _write(path, packing.FORMS[form](_seen(scan, printed), DPI[scan.fineness]))
        stock.append(Stocked(scan=scan, path=path, lines=printed.lines))
    if made:
        say(f"made {made} scans")
    return stock


def _form(scan: Scan, pages: int) -> str:
    if scan.damage == "photographed" and pages == 1:
        return "jpeg"
    is_tiff = scan.seed % 2 == 0 if scan.damage == FAX else scan.seed % _EVERY_FIFTH == 0
    return "tiff" if is_tiff else "pdf"


def _seen(scan: Scan, printed: paper.Paper) -> list[Sheet]:
    """The pages as the machine of this scan saw them."""
    chance = np.random.default_rng(scan.seed)
    across, down = DPI[scan.fineness]
    damage = damages.faxed if scan.damage == FAX else damages.DAMAGES[scan.damage]
    return [damage(_squeezed(page, down / across), chance, across) for page in paper.shown(printed, across)]


def _squeezed(page: Sheet, share: float) -> Sheet:
    """The page with its height brought to a share of what it is: a fax has fewer lines than points in a line."""
    height, width = page.shape[:2]
    size = (width, round(height * share))
    return np.asarray(cv2.resize(page, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _stem(scan: Scan, made_by: str) -> str:
    made_of = hashlib.sha256(f"{made_by}{scan.name}{list(sheet.blocks(scan.letter))}".encode()).hexdigest()
    return f"{scan.letter.name}-{scan.fineness}-{scan.damage}-{made_of[:12]}".replace(" ", "-")


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: an interrupted run leaves none half made."""
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(content)
    unfinished.rename(path)


def _digest_of_makers() -> str:
    """What letters say is left out: it goes into the name of each scan."""
    folder = Path(__file__).parent
    return hashlib.sha256(b"".join((folder / name).read_bytes() for name in _MADE_BY)).hexdigest()
