"""Text that never was on paper (a mail body, a DOCX, a text file), in the shape of pages.

Promises pages of size zero with their lines as they stand in the text, repaired, without boxes. What tabs and
wide gaps mean is left to whoever reads the lines.
"""

from parsers.limits import Limits
from parsers.model import Line, Page
from parsers.thai import text as thai

_DEFAULTS = Limits()
_PAGE_BREAK = "\f"


def read(text: str, *, limits: Limits = _DEFAULTS) -> tuple[Page, ...]:
    """The pages that `text` makes, one unless form feeds divide it; what exceeds `limits.pages` is on the last.

    A line is what ends at a line break, without the spaces at its ends.
    """
    pages = thai.repair(text).rstrip(_PAGE_BREAK).split(_PAGE_BREAK, limits.pages - 1)
    return tuple(_page(number, page) for number, page in enumerate(pages, 1))


def _page(number: int, text: str) -> Page:
    lines = tuple(Line(text=line.strip()) for line in text.splitlines())
    return Page(number=number, width=0.0, height=0.0, lines=lines, source="native", quality=1.0)
