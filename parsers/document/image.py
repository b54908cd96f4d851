"""What a file of pictures shows, page by page: scans, faxes, photos.

Promises grey pictures that stand as their camera was held (EXIF), on white where they are transparent, no larger
than reading them needs; and nothing decompressed that would be larger than `Limits` allow. Whoever
asks for one page after the other has one in memory at a time.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageOps, UnidentifiedImageError

from parsers import errors
from parsers.limits import Limits

if TYPE_CHECKING:
    from parsers.document.ocr.picture import Picture

_FORMATS = ("BMP", "GIF", "JPEG", "PNG", "TIFF", "WEBP")
_PAGED = "TIFF"
"""The other formats have frames of an animation, if any."""

LONGEST_SIDE = 3600
"""In points of the picture: an A4 page at 300 dpi. More makes no letter clearer."""
_A4_HEIGHT = 841.9
_POINTS_PER_INCH = 72
_DPI = (100.0, 1300.0)
"""What a scanner may claim; phones claim 72."""
_LONGEST_SHEET = 1300.0
"""In PDF points: A3 with some margin."""
_DARK = 160
_LEAST_INK = 0.00002
"""The grey of the palest ink, and the share of a page that is covered by a single digit."""
_SQUARE = 1.2
"""How far the two resolutions of a fax may differ without being evened out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """One page as it is shown; `scale` is PDF points per point of the picture."""

    picture: "Picture"
    scale: float

    def has_ink(self) -> bool:
        """Whether anything is on it: the number of a page is enough."""
        return bool((self.picture < _DARK).mean() > _LEAST_INK)


def count(raw: bytes, *, limits: Limits) -> int:
    """How many pages the file has, counted no further than one over `limits.pages`. Raises `Unreadable`."""
    with _opened(raw) as image:
        return _frames(image, limits.pages + 1)


def page(raw: bytes, index: int, *, limits: Limits) -> Shown:
    """What page `index` (from 0) shows.

    Raises:
        OverLimit: it has more than `limits.picture_points`.
        Unreadable: the bytes are damaged or no picture.
    """
    with _opened(raw) as image:
        image.seek(index)
        return _shown(image, limits)


def _frames(image: Image.Image, most: int) -> int:
    """Their number, by walking along them: the number that a file gives may be a lie."""
    if image.format != _PAGED:
        return 1
    for frame in range(1, most):
        try:
            image.seek(frame)
        except EOFError:
            return frame
    return most


def _shown(image: Image.Image, limits: Limits) -> Shown:
    across, down = _resolution(image)
    side = _sheet_side(image.size, across, down)
    image.draft(None, (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is decoded at a half or a quarter
    if image.width * image.height > limits.picture_points:
        raise errors.OverLimit(f"its picture has {image.width} by {image.height} points")
    grey = _evenly_scaled(_grey(ImageOps.exif_transpose(image)), across, down)
    grey.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=2.0)
    return Shown(picture=_array(grey), scale=side / max(grey.size))


def _grey(image: Image.Image) -> Image.Image:
    """Sixteen bits a point are cut to eight; what shines through is white; coloured ink is pale.

    Of the colours of a point the brightest counts: black print stays black, a red or blue stamp on it fades.
    """
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 257).convert("L")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    if image.mode in ("1", "L"):
        return image.convert("L")
    red, green, blue = image.convert("RGB").split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _evenly_scaled(grey: Image.Image, across: float, down: float) -> Image.Image:
    """A fax has half as many lines as points in a line (ITU-T T.4: 204 by 98 dpi)."""
    width, height = grey.size
    if across > _SQUARE * down:
        return grey.resize((width, round(height * across / down)))
    if down > _SQUARE * across:
        return grey.resize((round(width * down / across), height))
    return grey


def _resolution(image: Image.Image) -> tuple[float, float]:
    """Across and down, in dots per inch; the same if the file does not say."""
    across, down = (float(one) for one in image.info.get("dpi", (1, 1)))
    lowest, highest = _DPI
    return (across, down) if lowest <= max(across, down) <= highest and min(across, down) > 0 else (1.0, 1.0)


def _sheet_side(size: tuple[int, int], across: float, down: float) -> float:
    """The long side of the sheet in PDF points: A4, unless the file has a believable resolution."""
    side = max(size[0] / across, size[1] / down) * _POINTS_PER_INCH
    return side if side <= _LONGEST_SHEET else _A4_HEIGHT


def _array(grey: Image.Image) -> "Picture":
    import numpy  # here, as a file without pictures needs none

    return numpy.asarray(grey, dtype=numpy.uint8)


@contextmanager
def _opened(raw: bytes) -> Iterator[Image.Image]:
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            _image(raw) as image,
        ):  # of every oddity of every picture
            yield image
    except UnidentifiedImageError as error:
        raise errors.Unreadable("it is damaged or no picture") from error
    except Image.DecompressionBombError as error:
        raise errors.OverLimit("its picture is too large") from error
    except (OSError, ValueError, SyntaxError, LookupError, TypeError, OverflowError, EOFError) as error:
        raise errors.Unreadable("it is damaged or was cut short") from error


def _image(raw: bytes) -> Image.Image:
    if _is_heif(raw):
        from pillow_heif import HeifImageFile  # here, as only phones write such files

        return HeifImageFile(io.BytesIO(raw))  # type: ignore[no-untyped-call]
    return Image.open(io.BytesIO(raw), formats=_FORMATS)


def _is_heif(raw: bytes) -> bool:
    return raw[4:8] == b"ftyp"
