"""What the sheets of an XLSX refer to: their order, the strings they share, and which numbers are dates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from parsers import errors
from parsers.document import markup, serial_days
from parsers.limits import Limits
from parsers.packed import Packed

_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_STRINGS, _STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
_DATE_FORMATS = frozenset(map(str, [*range(14, 18), 22, *range(27, 37), *range(50, 59)]))
"""The built-in number formats that show a day (18.8.30)."""
_NOT_SHOWN = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.|_.")
_SHOWS_DAY = re.compile(r"[dy]", re.IGNORECASE)


@dataclass(kw_only=True, slots=True)
class Parts:
    """`sheets` are the names of the visible sheets' parts, in their order."""

    sheets: tuple[str, ...] = ()
    strings: list[str] = field(default_factory=list)
    dated: list[bool] = field(default_factory=list)
    from_1904: bool = False

    def string(self, index: str) -> str:
        """The shared string `index`; empty if there is none."""
        at = int(index) if index.isdecimal() else -1
        return self.strings[at] if 0 <= at < len(self.strings) else ""

    def number(self, written: str, style: str) -> str:
        """A number as it is shown: as a day if its style shows one, whole if it is whole."""
        at = int(style) if style.isdecimal() else -1
        is_day = 0 <= at < len(self.dated) and self.dated[at]
        return serial_days.shown(written, is_day=is_day, from_1904=self.from_1904)


def read(archive: Packed, *, limits: Limits) -> Parts:
    """Raises `Unreadable` for a damaged file, `OverLimit` for more shared text than may be kept."""
    book, strings, formats = _Book(), _Strings(limits.text_chars), _Formats()
    markup.tell(archive.chunks(_BOOK), book)
    markup.tell(archive.chunks(_LINKS), book)
    if _STRINGS in archive.names:
        markup.tell(archive.chunks(_STRINGS), strings)
    if _STYLES in archive.names:
        markup.tell(archive.chunks(_STYLES), formats)
    sheets = tuple(name for name in book.sheets() if name in archive.names)
    return Parts(sheets=sheets, strings=strings.found, dated=formats.dated, from_1904=book.from_1904)


class _Book:
    """`workbook.xml`, then its links."""

    def __init__(self) -> None:
        self.from_1904 = False
        self._visible: list[str] = []
        self._targets: dict[str, str] = {}

    def sheets(self) -> list[str]:
        return [self._targets[link] for link in self._visible if link in self._targets]

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet" and attributes.get("state", "visible") == "visible":
            self._visible.append(attributes.get("id", ""))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "Relationship":
            target = attributes.get("Target", "")
            path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            self._targets[attributes.get("Id", "")] = path

    def end(self, name: str) -> None:
        """Only the starts count."""

    def data(self, text: str) -> None:
        """No text here counts."""


class _Strings:
    """`sharedStrings.xml`, with single spaces; how a word is read aloud (`rPh`) is not part of it."""

    def __init__(self, most_chars: int) -> None:
        self.found: list[str] = []
        self._left = most_chars
        self._parts: list[str] = []
        self._in_text = False
        self._aloud = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "rPh":
            self._aloud = True
        elif name == "t":
            self._in_text = not self._aloud

    def end(self, name: str) -> None:
        if name == "rPh":
            self._aloud = False
        elif name == "t":
            self._in_text = False
        elif name == "si":
            self.found.append(" ".join("".join(self._parts).split()))
            self._left -= len(self.found[-1]) + 1
            self._parts = []
            if self._left < 0:
                raise errors.OverLimit("it has more text than may be read")

    def data(self, text: str) -> None:
        if self._in_text:
            self._parts.append(text)


class _Formats:
    """`styles.xml`: `dated` says of each cell format whether it shows a day."""

    def __init__(self) -> None:
        self.dated: list[bool] = []
        self._codes = set(_DATE_FORMATS)
        self._in_cells = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            self.dated.append(attributes.get("numFmtId") in self._codes)
        elif name == "numFmt" and _SHOWS_DAY.search(_NOT_SHOWN.sub("", attributes.get("formatCode", ""))):
            self._codes.add(attributes.get("numFmtId", ""))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False

    def data(self, text: str) -> None:
        """No text here counts."""
