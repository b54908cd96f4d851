"""A picture of a letter: its pages, which have no text until somebody or something reads them.

Promises one empty page per page of the picture (a fax in TIFF has several), each with the defect
`no-text-layer`, so that filing asks a person. Only the headers are read; nothing is decompressed.
"""

import contextlib
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, UnidentifiedImageError

from parsers import errors
from parsers.limits import Limits
from parsers.model import Page

_FORMATS = ("BMP", "GIF", "JPEG", "PNG", "TIFF", "WEBP")
_PAGED = "TIFF"
"""The other formats have frames of an animation, if any."""


def read(raw: bytes, *, limits: Limits) -> tuple[Page, ...]:
    """The pages of the picture `raw`, the first `limits.pages` of them. Raises `Unreadable`."""
    count = 1
    with _translated(), Image.open(io.BytesIO(raw), formats=_FORMATS) as image, contextlib.suppress(EOFError):
        while image.format == _PAGED and count < limits.pages:
            image.seek(count)
            count += 1
    return tuple(_page(number) for number in range(1, count + 1))


def unopened() -> tuple[Page, ...]:
    """The one page of a picture in a format that nobody here opens: a phone's photo in HEIC."""
    return (_page(1),)


def _page(number: int) -> Page:
    return Page(
        number=number,
        width=0.0,
        height=0.0,
        lines=(),
        source="ocr",
        quality=0.0,
        defects=("no-text-layer",),
    )


@contextmanager
def _translated() -> Iterator[None]:
    try:
        with warnings.catch_warnings(action="ignore"):  # of every oddity of every picture
            yield
    except UnidentifiedImageError as error:
        raise errors.Unreadable("it is damaged or no picture") from error
    except (OSError, ValueError, SyntaxError, LookupError, TypeError, OverflowError) as error:
        raise errors.Unreadable("it is damaged or was cut short") from error
