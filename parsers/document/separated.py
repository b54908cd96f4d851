"""The text of a CSV: its rows, a tab between the cells (RFC 4180, and what Excel makes of it).

Excel separates by commas, by semicolons or by tabs, as the machine is set; the first line tells which.
"""

import csv
import io

from parsers import errors

_SEPARATORS = ",;\t"


def read(text: str) -> str:
    """`text`, decoded, row by row; a line break inside a cell becomes a space. Raises `Unreadable`."""
    first, _, _ = text.lstrip().partition("\n")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(_SEPARATORS, key=first.count))
    try:
        return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
    except csv.Error as error:
        raise errors.Unreadable("it is no list of rows") from error
