"""Where a place of the PDF's own coordinates lies on the sheet that the reader sees.

A PDF counts from the bottom left of an unturned page, and its CropBox may begin anywhere; our boxes count from
the top left of the page as it is shown (PDF 32000-1, 8.3.2 and table 30, `CropBox` and `Rotate`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from parsers.model import Box


def around(one: Box, other: Box) -> Box:
    """The smallest box around two."""
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """The visible part of a page in the PDF's own coordinates, and how often it is turned clockwise by 90°."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int

    @classmethod
    def of(cls, crop: Box, rotation: int) -> "Sheet":
        """From the visible box `(left, bottom, right, top)` and the `Rotate` of a page, in degrees."""
        left, bottom, right, top = crop
        return cls(left=left, bottom=bottom, right=right, top=top, quarters=rotation // 90 % 4)

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.quarters % 2 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.quarters % 2 else self.top - self.bottom

    def boxes(self, places: Iterable[Box]) -> list[Box]:
        """The boxes of `places`, which are `(left, top, right, bottom)` in the PDF's own coordinates."""
        x0, y0, x1, y1 = self.left, self.bottom, self.right, self.top
        match self.quarters:
            case 0:
                return [(left - x0, y1 - top, right - x0, y1 - bottom) for left, top, right, bottom in places]
            case 1:
                return [(bottom - y0, left - x0, top - y0, right - x0) for left, top, right, bottom in places]
            case 2:
                return [(x1 - right, bottom - y0, x1 - left, top - y0) for left, top, right, bottom in places]
            case _:
                return [(y1 - top, x1 - right, y1 - bottom, x1 - left) for left, top, right, bottom in places]

    def places(self, boxes: Iterable[Box]) -> list[Box]:
        """The inverse of `boxes`."""
        x0, y0, x1, y1 = self.left, self.bottom, self.right, self.top
        match self.quarters:
            case 0:
                return [(left + x0, y1 - top, right + x0, y1 - bottom) for left, top, right, bottom in boxes]
            case 1:
                return [(top + x0, right + y0, bottom + x0, left + y0) for left, top, right, bottom in boxes]
            case 2:
                return [(x1 - right, bottom + y0, x1 - left, top + y0) for left, top, right, bottom in boxes]
            case _:
                return [(x1 - bottom, y1 - left, x1 - top, y1 - right) for left, top, right, bottom in boxes]

    def taking_to(self, other: "Sheet") -> tuple[float, ...]:
        """The 3 by 3 matrix, row by row, that takes places on this sheet to those on `other`, a turn of it."""
        (x0, y0), (x1, y1), (x2, y2) = (
            other.boxes(self.places([(x, y, x, y)]))[0][:2] for x, y in ((0, 0), (1, 0), (0, 1))
        )
        return x1 - x0, x2 - x0, x0, y1 - y0, y2 - y0, y0, 0, 0, 1
