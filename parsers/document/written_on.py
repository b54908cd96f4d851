"""What is written onto a page: fields that were filled in, and texts that were typed or stamped over it.

A PDF keeps these as annotations (ISO 32000-1, 12.5 and 12.7) apart from what the page draws, and pdfium leaves
them out of its text, though every viewer shows them: a reply form would read as if it were empty.
"""

import pypdfium2 as pdfium
import pypdfium2.raw as c

_WRITING = frozenset({c.FPDF_ANNOT_FREETEXT, c.FPDF_ANNOT_STAMP, c.FPDF_ANNOT_WIDGET})
_ASKED = 2_000
"""Annotations of a page that are looked at."""


def page(document: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
    """Page `index` of `document`, with what is written onto it made part of it; to be closed.

    Raises `pypdfium2.PdfiumError` as opening a page does. Changes the document in memory.
    """
    found = document[index]
    if not _is_written_on(found):
        return found
    c.FPDFPage_Flatten(found, c.FLAT_NORMALDISPLAY)
    found.close()
    return document[index]  # its text is the old one until it is opened again


def _is_written_on(page: pdfium.PdfPage) -> bool:
    return any(_subtype(page, at) in _WRITING for at in range(min(c.FPDFPage_GetAnnotCount(page), _ASKED)))


def _subtype(page: pdfium.PdfPage, at: int) -> int:
    if not (annotation := c.FPDFPage_GetAnnot(page, at)):
        return int(c.FPDF_ANNOT_UNKNOWN)
    subtype: int = c.FPDFAnnot_GetSubtype(annotation)
    c.FPDFPage_CloseAnnot(annotation)
    return subtype
