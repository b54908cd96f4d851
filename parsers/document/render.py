"""What a page of a PDF looks like: its picture, as fine as a reader of scans needs it."""

from contextlib import closing

import pypdfium2 as pdfium

from parsers import errors
from parsers.document import pictured
from parsers.document.image import LONGEST_SIDE, Shown

_DPI = 200.0
"""For a page that is no scan; a scan is drawn as it was scanned, within the next two."""
_LEAST_DPI = 150.0
_MOST_DPI = 300.0


def page(document: pdfium.PdfDocument, index: int) -> Shown:
    """The picture of page `index` (from 0), as it is shown. Raises `Unreadable` if it cannot be drawn."""
    try:
        with closing(document[index]) as found:
            dpi = min(max(pictured.resolution(found) or _DPI, _LEAST_DPI), _MOST_DPI)
            scale = min(dpi / pictured.POINTS_PER_INCH, LONGEST_SIDE / max(1.0, *found.get_size()))
            with closing(found.render(scale=scale)) as bitmap:
                # The brightest colour of each point, as for other pictures.
                return Shown(picture=bitmap.to_numpy().max(axis=2), scale=1 / scale)
    except pdfium.PdfiumError as error:
        raise errors.Unreadable("the page cannot be drawn") from error
