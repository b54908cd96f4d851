"""Text that never was on paper (a mail body, a DOCX, a text file), in the shape of a page.

Promises one page of size zero with its lines as they stand in the text, repaired, without boxes. What tabs and
wide gaps mean is left to whoever reads the lines.
"""

from parsers.model import Line, Page
from parsers.thai import text as thai


def read(text: str) -> tuple[Page, ...]:
    """The one page that `text` makes; a line is what ends at a line break, without the spaces at its ends."""
    lines = tuple(Line(text=line.strip()) for line in thai.repair(text).splitlines())
    return (Page(number=1, width=0.0, height=0.0, lines=lines, source="native", quality=1.0),)
