"""Pictures of pages as the file that is sent: a scanner's PDF, a fax machine's TIFF, a phone's JPEG."""

import io
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import numpy as np
from PIL import Image

from tests.scans.sheets import Sheet

_QUALITY = 92
"""Of the JPEGs inside a PDF, which add next to nothing to the damage that is measured."""


def pdf(pages: Sequence[Sheet], dpi: tuple[float, float]) -> bytes:
    """Each page as one picture: JPEG, or CCITT group 4 where it is black and white."""
    options = {} if all(map(_is_two_coloured, pages)) else {"quality": _QUALITY}
    return _saved(pages, "PDF", dpi, **options)


def tiff(pages: Sequence[Sheet], dpi: tuple[float, float]) -> bytes:
    """Group 4 where it is black and white, else LZW."""
    compression = "group4" if all(map(_is_two_coloured, pages)) else "tiff_lzw"
    return _saved(pages, "TIFF", dpi, compression=compression)


def jpeg(pages: Sequence[Sheet], dpi: tuple[float, float]) -> bytes:
    """The first page, as phones send it: the file says nothing of its fineness."""
    content = io.BytesIO()
    _image(pages[0]).save(content, "JPEG", quality=_QUALITY)
    return content.getvalue()


FORMS: Mapping[str, Callable[[Sequence[Sheet], tuple[float, float]], bytes]] = MappingProxyType(
    {"pdf": pdf, "tiff": tiff, "jpeg": jpeg}
)
"""By the suffix of the file: what makes it of pages and their dots per inch across and down."""


def _saved(pages: Sequence[Sheet], form: str, dpi: tuple[float, float], **options: object) -> bytes:
    first, *others = map(_image, pages)
    content = io.BytesIO()
    first.save(content, form, save_all=True, append_images=others, dpi=dpi, **options)
    return content.getvalue()


def _image(page: Sheet) -> Image.Image:
    if _is_two_coloured(page):
        return Image.fromarray(page).convert("1", dither=Image.Dither.NONE)
    image = Image.fromarray(page)
    return image.convert("L") if np.array_equal(page[:, :, 0], page[:, :, 2]) else image


def _is_two_coloured(page: Sheet) -> bool:
    return bool(np.isin(page, (0, 255)).all())
