"""The QR codes and barcodes on a page: kept as evidence, whatever they say.

A letter's link to its form, a document's number on a sticker: read by zxing-cpp, which checks what it reads.
"""

import zxingcpp

from parsers.document.ocr.picture import Picture
from parsers.model import Box, Code

_KINDS = zxingcpp.BarcodeFormats(
    (
        zxingcpp.BarcodeFormat.QRCode,
        zxingcpp.BarcodeFormat.MicroQRCode,
        zxingcpp.BarcodeFormat.DataMatrix,
        zxingcpp.BarcodeFormat.Aztec,
        zxingcpp.BarcodeFormat.PDF417,
        zxingcpp.BarcodeFormat.Code128,
    )
)
"""Those that check themselves; others are found in the lines of any table."""
_MOST = 20
_TEXT_CHARS = 4_000
"""More than a QR code holds in letters (ISO/IEC 18004, version 40-L: 4,296); a barcode holds far less."""


def read(picture: Picture, *, page: int, scale: float) -> tuple[Code, ...]:
    """The codes in the picture of a page; `scale` is PDF points per point of the picture."""
    found = zxingcpp.read_barcodes(picture, formats=_KINDS, try_invert=False)
    return tuple(
        Code(kind=code.format.name, text=code.text[:_TEXT_CHARS], page=page, box=_box(code.position, scale))
        for code in found[:_MOST]
    )


def _box(position: zxingcpp.Position, scale: float) -> Box:
    corners = (position.top_left, position.top_right, position.bottom_left, position.bottom_right)
    xs, ys = [corner.x * scale for corner in corners], [corner.y * scale for corner in corners]
    return min(xs), min(ys), max(xs), max(ys)
