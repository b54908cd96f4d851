"""Letters as scanners and phones see them: pictures of printed pages, turned, slanted, photographed, packed."""

import io
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
from PIL import Image

from parsers.document.ocr.picture import Picture
from tests.letters import typst
from tests.letters.compose import Letter

DPI = 200


def printed(letter: Letter, folder: Path, *, dpi: int = DPI) -> list[Picture]:
    """The pages of `letter`, printed and scanned without any fault."""
    path = folder / f"{letter.name}.pdf"
    typst.render(letter, path)
    with pypdfium2.PdfDocument(path) as document:
        return [np.array(page.render(scale=dpi / 72, grayscale=True).to_numpy()) for page in document]


def slanted(page: Picture, degrees: float) -> Picture:
    """Laid into the scanner so that its lines fall to the right by so many degrees."""
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return np.asarray(cv2.warpAffine(page, turn, (width, height), borderValue=255), dtype=np.uint8)


def photographed(page: Picture) -> Picture:
    """Lying on a dark table, seen from one side, the light coming from the right."""
    height, width = page.shape
    wide, high = round(1.25 * width), round(1.15 * height)
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float32)
    seen = np.array([(0.12, 0.07), (0.87, 0.1), (0.94, 0.95), (0.06, 0.92)], dtype=np.float32) * (wide, high)
    view = cv2.getPerspectiveTransform(corners, seen.astype(np.float32))
    table = np.full((high, wide), 70, dtype=np.uint8)
    photo = cv2.warpPerspective(page, view, (wide, high), dst=table, borderMode=cv2.BORDER_TRANSPARENT)
    light = np.linspace(0.6, 1.0, wide, dtype=np.float32)
    return np.asarray(photo * light, dtype=np.uint8)


def as_pdf(pages: Sequence[Picture], *, dpi: int = DPI) -> bytes:
    """The pages as a scanner's PDF, each a JPEG and nothing else."""
    return _saved(pages, "PDF", resolution=dpi)


def as_tiff(pages: Sequence[Picture], *, dpi: int = DPI) -> bytes:
    """The pages as one TIFF."""
    return _saved(pages, "TIFF", dpi=(dpi, dpi))


def as_jpeg(page: Picture) -> bytes:
    """A phone's photo."""
    return _saved([page], "JPEG", quality=85)


def _saved(pages: Sequence[Picture], kind: str, **options: object) -> bytes:
    first, *others = map(Image.fromarray, pages)
    file = io.BytesIO()
    more = {"save_all": True, "append_images": others} if others else {}
    first.save(file, kind, **more, **options)
    return file.getvalue()
