"""What becomes of a page between its paper and its reader: machines, hands, and how it was laid down.

Every damage takes a picture of the page in colours, a source of chance and its fineness in dots per inch, and gives
a new picture. Lengths are in points of 1/72 inch, so that a damage is as large on the paper at any fineness.
"""

import io
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from tests.scans import overlays
from tests.scans.sheets import POINTS_PER_INCH, WHITE, Sheet, grey, inked, sheet

Damage = Callable[[Sheet, np.random.Generator, float], Sheet]

_BLACK_BELOW = 150
"""What a machine of two colours takes for black."""
_TABLE = (92, 78, 66)
"""The colour of what a photographed page lies on."""


def clean(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """A good scanner: grey, with a little noise."""
    return _noisy(grey(page), chance, 2.0)


def pressed(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """JPEG at quality 40."""
    return _jpeg(grey(page), 40)


def blurred(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """Out of focus by nearly the thickness of a thin stroke."""
    return _soft(grey(page), 0.4 * dpi / POINTS_PER_INCH)


def two_coloured(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """Black and white, nothing between."""
    softened = _soft(grey(page), 0.12 * dpi / POINTS_PER_INCH)
    return np.where(_noisy(softened, chance, 8.0) < _BLACK_BELOW, np.uint8(0), np.uint8(255))


def thinned(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """The last of the toner: strokes lose a fifth of a point at either side, and some of their black."""
    thin = _morphed(grey(page), cv2.MORPH_DILATE, 0.2 * dpi / POINTS_PER_INCH)
    return _noisy(sheet(255 - 0.8 * (255 - thin.astype(np.float32))), chance, 5.0)


def thickened(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """A copy of a copy: strokes a quarter of a point thicker at either side."""
    return _morphed(grey(page), cv2.MORPH_ERODE, 0.25 * dpi / POINTS_PER_INCH)


def slanted(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """Laid down askew by 0.8 to 1.5 degrees."""
    return _turned(grey(page), float(chance.choice([-1, 1]) * chance.uniform(0.8, 1.5)))


def shaded(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """Yellowed, darker to one side, with the shade of a fold across."""
    return _noisy(sheet(_light(page, chance)[:, :, np.newaxis] * page * (1.0, 0.97, 0.88)), chance, 4.0)


def photographed(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """By a phone from above a table: in perspective, in the shade of a hand, a little soft, as JPEG."""
    height, width = page.shape[:2]
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float32)
    inset = chance.uniform(0.03, 0.10, (4, 2)) * (width, height) * ((1, 1), (-1, 1), (-1, -1), (1, -1))
    transform = cv2.getPerspectiveTransform(corners, corners + inset.astype(np.float32))
    lit = sheet(_light(page, chance)[:, :, np.newaxis] * page)
    taken = cv2.warpPerspective(lit, transform, (width, height), borderValue=_TABLE, flags=cv2.INTER_AREA)
    return _jpeg(_noisy(_soft(sheet(taken), 0.12 * dpi / POINTS_PER_INCH), chance, 4.0), 80)


def stamped(page: Sheet, chance: np.random.Generator, dpi: float, *, colour: overlays.Colour) -> Sheet:
    """A receiving stamp across the head, in its colour."""
    return _noisy(inked(page, overlays.stamp(page, chance, dpi, colour)), chance, 2.0)


def signed(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """A signature, in its colour, down into the name below it."""
    return _noisy(inked(page, overlays.signature(page, chance, dpi)), chance, 2.0)


def showing_through(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """The other side of thin paper, which has as much on it."""
    behind = _soft(np.ascontiguousarray(page[:, ::-1]), 0.3 * dpi / POINTS_PER_INCH)
    behind = np.roll(behind, round(chance.uniform(4, 10) * dpi / POINTS_PER_INCH), axis=0)
    share = chance.uniform(0.15, 0.25)
    return clean(inked(page, sheet(255 - share * (255 - behind.astype(np.float32)))), chance, dpi)


def speckled(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """Specks of half a point, black ones and white ones, of each one to each four hundred of their places."""
    height, width = page.shape[:2]
    speck = max(1.0, 0.5 * dpi / POINTS_PER_INCH)
    places = chance.random((round(height / speck), round(width / speck)))
    drawn = cv2.resize(places.astype(np.float32), (width, height), interpolation=cv2.INTER_NEAREST)
    dirty = grey(page)
    dirty[drawn < 1 / 400] = 0
    dirty[drawn > 1 - 1 / 400] = 255
    return dirty


def lined(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """What a copier leaves: lines down the page and a dark edge."""
    return clean(inked(page, overlays.copier_lines(page, chance, dpi)), chance, dpi)


def on_its_head(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """Put into the scanner the wrong way round."""
    return clean(np.ascontiguousarray(page[::-1, ::-1]), chance, dpi)


def sideways(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """Put into the scanner on either side."""
    return clean(np.ascontiguousarray(np.rot90(page, chance.choice([1, 3]))), chance, dpi)


def usual(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """A little of everything, as most scans have it: askew, soft, shaded, noisy, and JPEG."""
    askew = _turned(grey(page), chance.uniform(-0.6, 0.6))
    lit = sheet((0.25 * _light(page, chance)[:, :, np.newaxis] + 0.75) * askew)
    return _jpeg(_noisy(_soft(lit, 0.15 * dpi / POINTS_PER_INCH), chance, 5.0), 70)


def faxed(page: Sheet, chance: np.random.Generator, dpi: float) -> Sheet:
    """By a fax machine: black and white, with specks, and a few of its lines sent twice."""
    sent = two_coloured(page, chance, dpi)
    sent[chance.random(sent.shape[:2]) < 1 / 2000] = 0
    for row in chance.integers(1, len(sent), size=len(sent) // 200):
        sent[row] = sent[row - 1]
    return sent


DAMAGES: Mapping[str, Damage] = MappingProxyType(
    {
        "clean": clean,
        "as most scans": usual,
        "JPEG 40": pressed,
        "blurred": blurred,
        "black and white": two_coloured,
        "thin": thinned,
        "thick": thickened,
        "askew": slanted,
        "shaded": shaded,
        "photographed": photographed,
        "red stamp": partial(stamped, colour=overlays.RED),
        "blue stamp": partial(stamped, colour=overlays.BLUE),
        "signed": signed,
        "shows through": showing_through,
        "specks": speckled,
        "copier lines": lined,
        "on its head": on_its_head,
        "sideways": sideways,
    }
)
"""By the names that the tables give them; a fax is damaged by `faxed`, and by nothing else."""


def _noisy(page: Sheet, chance: np.random.Generator, deviation: float) -> Sheet:
    """The same noise in all three colours."""
    noise = chance.normal(0.0, deviation, (*page.shape[:2], 1)).astype(np.float32)
    return sheet(page + noise)


def _soft(page: Sheet, deviation: float) -> Sheet:
    return sheet(cv2.GaussianBlur(page, (0, 0), deviation))


def _jpeg(page: Sheet, quality: int) -> Sheet:
    sent = io.BytesIO()
    Image.fromarray(page).save(sent, "JPEG", quality=quality)
    return np.array(Image.open(sent))


def _morphed(page: Sheet, kind: int, reach: float) -> Sheet:
    """`reach` in points of the picture, halves of which count."""
    height, width = page.shape[:2]
    side = 2 * round(2 * reach) + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    large = cv2.resize(page[:, :, 0], (2 * width, 2 * height), interpolation=cv2.INTER_CUBIC)
    changed = cv2.resize(cv2.morphologyEx(large, kind, kernel), (width, height), interpolation=cv2.INTER_AREA)
    return np.repeat(sheet(changed)[:, :, np.newaxis], 3, axis=2)


def _turned(page: Sheet, degrees: float) -> Sheet:
    height, width = page.shape[:2]
    transform = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return sheet(cv2.warpAffine(page, transform, (width, height), flags=cv2.INTER_CUBIC, borderValue=WHITE))


def _light(page: Sheet, chance: np.random.Generator) -> npt.NDArray[np.float32]:
    """How much light each place of the page gives back, 0.5 to 1: less to one side, and along a fold."""
    height, width = page.shape[:2]
    across, down = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    angle = chance.uniform(0, 2 * np.pi)
    slope = (np.cos(angle) * across + np.sin(angle) * down) / np.sqrt(2)
    fold = 0.12 * np.exp(-(((down - chance.uniform(-0.4, 0.4)) / 0.02) ** 2))
    return np.asarray(np.clip(0.78 + 0.2 * slope - fold, 0.5, 1.0), dtype=np.float32)
