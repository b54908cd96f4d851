"""The text of a DOCX (ISO/IEC 29500-1, 17): headers, body with tables and text boxes, footers.

Reads the parts themselves rather than through python-docx, which refuses macro-enabled, strict and slightly
broken documents, and unpacks all of a bomb before anything can be counted. What is deleted by tracked changes,
moved away or hidden is not text; numbers of lists are.
"""

import re
from collections.abc import Callable, Mapping

from parsers import errors, packed
from parsers.document import markup, word_lists
from parsers.document.flow import PAGE_BREAK, Flow
from parsers.document.word_lists import Lists
from parsers.limits import Limits
from parsers.packed import Packed

_BODY = re.compile(r"word/document\d*\.xml")
_HEADER = re.compile(r"word/header\d*\.xml")
_FOOTER = re.compile(r"word/footer\d*\.xml")
_LISTS = "word/numbering.xml"

_UNSEEN = frozenset(
    # What old programs draw instead of `Choice`; text that went; and how things were before a change.
    ["Fallback", "del", "moveFrom", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tcPrChange"]
)
_OFF = ("0", "false", "off")
_SYMBOLS = {
    ("Wingdings", "A8"): "☐",
    ("Wingdings", "6F"): "☐",
    ("Wingdings", "FC"): "✓",
    ("Wingdings", "FD"): "☒",
    ("Wingdings", "FE"): "☑",
    ("Wingdings 2", "50"): "✓",
    ("Wingdings 2", "51"): "☒",
    ("Wingdings 2", "52"): "☑",
    ("Wingdings 2", "53"): "☒",
    ("Wingdings 2", "A3"): "☐",
}
"""The boxes of reply forms, by font and the last two digits of their code."""


def read(raw: bytes, *, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """The text of a DOCX; more than `limits` allow is left out, with the defect `text-too-long`.

    Raises `Unreadable`, `OverLimit`.
    """
    with packed.opened(raw, limits=limits) as archive:
        body = _named(_BODY, archive)
        if not body:
            raise errors.Unreadable("it has no text part")
        lists = word_lists.read(archive.chunks(_LISTS)) if _LISTS in archive.names else Lists()
        parts = (*_named(_HEADER, archive), *body, *_named(_FOOTER, archive))
        return Flow.together(_flow(archive, part, lists, limits) for part in parts)


def _named(pattern: re.Pattern[str], archive: Packed) -> list[str]:
    return sorted(name for name in archive.names if pattern.fullmatch(name))


def _flow(archive: Packed, part: str, lists: Lists, limits: Limits) -> Flow:
    text = Flow(most_chars=limits.text_chars)
    with text.until_full():
        markup.tell(archive.chunks(part), _Story(text, lists))
    return text


class _Story:
    """Collects one part; an element that is not named here is looked into."""

    def __init__(self, flow: Flow, lists: Lists) -> None:
        self._flow = flow
        self._lists = lists
        self._unseen = 0
        self._in_text = False
        self._hidden = False
        self._level = 0
        self._list: str | None = None
        self._section_ends = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._unseen or name in _UNSEEN:
            self._unseen += 1
        elif begin := _STARTS.get(name):
            begin(self, attributes)

    def end(self, name: str) -> None:
        if self._unseen:
            self._unseen -= 1
        elif finish := _ENDS.get(name):
            finish(self)

    def data(self, text: str) -> None:
        if self._in_text and not self._unseen:
            self._write(text.replace("\n", " "))

    def _write(self, text: str) -> None:
        if not self._hidden:
            self._flow.write(text)

    def _begin_paragraph(self, _: Mapping[str, str]) -> None:
        self._level, self._list, self._section_ends = 0, None, False

    def _end_properties(self) -> None:
        if self._list and (number := self._lists.next(self._list, self._level)):
            self._flow.write(f"{number} ")

    def _end_paragraph(self) -> None:
        if self._section_ends:
            self._flow.write(PAGE_BREAK)
        self._flow.end_paragraph()
        self._begin_paragraph({})

    def _set_level(self, attributes: Mapping[str, str]) -> None:
        level = attributes.get("val", "")
        self._level = int(level) if level.isdecimal() else 0

    def _set_list(self, attributes: Mapping[str, str]) -> None:
        self._list = attributes.get("val")

    def _begin_run(self, _: Mapping[str, str]) -> None:
        self._hidden = False

    def _hide(self, attributes: Mapping[str, str]) -> None:
        self._hidden = attributes.get("val") not in _OFF

    def _begin_text(self, _: Mapping[str, str]) -> None:
        self._in_text = True

    def _end_text(self) -> None:
        self._in_text = False

    def _tab(self, attributes: Mapping[str, str]) -> None:
        if not attributes:  # with any it is the place of a tab stop
            self._write("\t")

    def _break(self, attributes: Mapping[str, str]) -> None:
        self._write(PAGE_BREAK if attributes.get("type") == "page" else "\n")

    def _break_before(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("val") not in _OFF:
            self._flow.write(PAGE_BREAK)

    def _section(self, _: Mapping[str, str]) -> None:
        self._section_ends = True

    def _section_type(self, attributes: Mapping[str, str]) -> None:
        self._section_ends = self._section_ends and attributes.get("val") != "continuous"

    def _symbol(self, attributes: Mapping[str, str]) -> None:
        key = attributes.get("font", ""), attributes.get("char", "")[-2:].upper()
        self._write(_SYMBOLS.get(key, ""))

    def _begin_row(self, _: Mapping[str, str]) -> None:
        self._flow.begin_row()

    def _begin_box(self, _: Mapping[str, str]) -> None:
        self._flow.begin_box()

    def _end_cell(self) -> None:
        self._flow.end_cell()

    def _end_row(self) -> None:
        self._flow.end_row()

    def _end_box(self) -> None:
        self._flow.end_box()


_STARTS: dict[str, Callable[[_Story, Mapping[str, str]], None]] = {
    "br": _Story._break,
    "cr": _Story._break,
    "ilvl": _Story._set_level,
    "numId": _Story._set_list,
    "p": _Story._begin_paragraph,
    "pageBreakBefore": _Story._break_before,
    "ptab": _Story._tab,
    "r": _Story._begin_run,
    "sectPr": _Story._section,
    "sym": _Story._symbol,
    "t": _Story._begin_text,
    "tab": _Story._tab,
    "tr": _Story._begin_row,
    "txbxContent": _Story._begin_box,
    "type": _Story._section_type,
    "vanish": _Story._hide,
}
_ENDS: dict[str, Callable[[_Story], None]] = {
    "p": _Story._end_paragraph,
    "pPr": _Story._end_properties,
    "t": _Story._end_text,
    "tc": _Story._end_cell,
    "tr": _Story._end_row,
    "txbxContent": _Story._end_box,
}
