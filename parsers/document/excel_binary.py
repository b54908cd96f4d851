"""The text of an XLS of Excel 5 to 2003 ([MS-XLS], by xlrd): one page per sheet, one line per row.

Hidden sheets are left out: they hold the choices of drop-down lists.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import xlrd  # type: ignore[import-untyped]

from parsers import errors
from parsers.document import serial_days
from parsers.document.flow import PAGE_BREAK, Flow
from parsers.limits import Limits

_NUMBERS = (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE)
_DATES_FROM_1904 = 1


def read(raw: bytes, *, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """The text of an XLS; more than `limits` allow is left out, with the defect `text-too-long`.

    Raises `Encrypted`, `Unreadable`.
    """
    flow = Flow(most_chars=limits.text_chars)
    with _opened(raw) as book, flow.until_full():
        for number, sheet in enumerate(_visible_sheets(book)):
            if number:
                flow.write(PAGE_BREAK)
            for row in range(sheet.nrows):
                cells = (_shown(cell, book.datemode) for cell in sheet.row(row))
                flow.write("\t".join(cells).strip("\t"))
                flow.end_paragraph()
    return flow.text(), flow.defects


@contextmanager
def _opened(raw: bytes) -> Iterator[xlrd.Book]:
    """A workbook whose sheets are loaded one at a time, rows no longer than what is in them."""
    with _translated():
        book = xlrd.open_workbook(
            file_contents=raw, logfile=io.StringIO(), on_demand=True, ragged_rows=True, formatting_info=False
        )
    with book:
        yield book


def _visible_sheets(book: xlrd.Book) -> Iterator[xlrd.sheet.Sheet]:
    for index in range(book.nsheets):
        with _translated():
            sheet = book.sheet_by_index(index)
        if sheet.visibility == 0:
            yield sheet
        book.unload_sheet(index)


def _shown(cell: xlrd.sheet.Cell, datemode: int) -> str:
    """Errors and truth values are no letter's business."""
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return " ".join(str(cell.value).split())
    if cell.ctype not in _NUMBERS:
        return ""
    is_day = cell.ctype == xlrd.XL_CELL_DATE
    return serial_days.shown(repr(cell.value), is_day=is_day, from_1904=datemode == _DATES_FROM_1904)


@contextmanager
def _translated() -> Iterator[None]:
    """xlrd believes the file: what a false number in it leads to depends on where it stands."""
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        if "encrypted" in str(error):
            raise errors.Encrypted("it is protected by a password") from error
        raise errors.Unreadable("it is damaged or no workbook of Excel 5 to 2003") from error
