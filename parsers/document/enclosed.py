"""Files that are attached to a PDF: what a portfolio is made of, or a list sent inside the letter.

A portfolio has one page that only asks for another viewer; the letters are its attachments
(ISO 32000-1, 7.11.4 and 12.3.5).
"""

from collections.abc import Iterator
from contextlib import closing, suppress

import pypdfium2 as pdfium

from parsers.limits import Limits


def files(raw: bytes, *, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file in the PDF `raw`, up to `limits.parts` and `limits.unpacked_bytes` of them.

    None if the PDF cannot be opened: its reader says so.
    """
    with suppress(pdfium.PdfiumError), closing(pdfium.PdfDocument(raw)) as document:
        room = limits.unpacked_bytes
        for index in range(min(document.count_attachments(), limits.parts)):
            with suppress(pdfium.PdfiumError):  # one without content
                attached = document.get_attachment(index)
                content = bytes(attached.get_data())
                if (room := room - len(content)) < 0:
                    return
                yield attached.get_name(), content
