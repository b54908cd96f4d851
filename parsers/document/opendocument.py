"""The text of OpenDocument texts and sheets (ODF 1.3, part 3): headers, body, footers.

Promises one page per sheet of a spreadsheet. Deleted text, comments and notes are left out; numbers of lists
are written. A cell or row that the file repeats by a number is given once.
"""

from collections.abc import Callable, Mapping

from parsers import errors, packed
from parsers.document import markup
from parsers.document.flow import PAGE_BREAK, Flow
from parsers.document.numbering import LEVELS, Level, List
from parsers.limits import Limits

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_UNSEEN = frozenset(["annotation", "note", "tracked-changes", "desc", "title", "forms"])
_CONTINUES = ("continue-numbering", "continue-list")
_MOST_SPACES = 1_000


def read(raw: bytes, *, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """The text of an ODT or ODS; more than `limits` allow is left out, with the defect `text-too-long`.

    Raises `Encrypted`, `Unreadable`, `OverLimit`.
    """
    header, body, footer = (Flow(most_chars=limits.text_chars) for _ in range(3))
    story = _Story(
        {"header": header, "header-first": header, "body": body, "footer": footer, "footer-first": footer}
    )
    with packed.opened(raw, limits=limits) as archive:
        if _MANIFEST in archive.names and b"encryption-data" in archive.read(_MANIFEST):
            raise errors.Encrypted("it is protected by a password")
        with body.until_full():
            if _STYLES in archive.names:
                markup.tell(archive.chunks(_STYLES), story)
            markup.tell(archive.chunks(_CONTENT), story)
    shown = (body,) if story.sheets else (header, body, footer)  # the headers of sheets are their names
    return Flow.together(shown)


class _Story:
    """Collects the styles, and the text that is inside the elements which `flows` names."""

    def __init__(self, flows: Mapping[str, Flow]) -> None:
        self._flows = flows
        self._flow: Flow | None = None
        self._unseen = 0
        self._paragraphs = 0
        self.sheets = 0
        self._style = ""
        self._break_before: set[str] = set()
        self._hidden: set[str] = set()
        self._list_style: dict[int, Level] = {}
        self._list_styles: dict[str, dict[int, Level]] = {}
        self._begun: dict[str, List] = {}
        self._lists: list[List] = []
        self._number = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._unseen or (self._flow and self._is_unseen(name, attributes)):
            self._unseen += 1
        elif self._flow is None and name in self._flows:
            self._flow = self._flows[name]
        elif begin := (_STARTS if self._flow else _STYLE_STARTS).get(name):
            begin(self, attributes)

    def end(self, name: str) -> None:
        if self._unseen:
            self._unseen -= 1
        elif self._flow and name in self._flows:
            self._flow = None
        elif self._flow and (finish := _ENDS.get(name)):
            finish(self, self._flow)

    def data(self, text: str) -> None:
        if self._flow and self._paragraphs and not self._unseen:
            self._flow.write(text.replace("\n", " "))

    def _is_unseen(self, name: str, attributes: Mapping[str, str]) -> bool:
        return name in _UNSEEN or (name == "span" and attributes.get("style-name") in self._hidden)

    def _write(self, text: str) -> None:
        if self._flow:
            self._flow.write(text)

    def _begin_style(self, attributes: Mapping[str, str]) -> None:
        self._style = attributes.get("name", "")

    def _set_break(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("break-before") == "page":
            self._break_before.add(self._style)

    def _set_hidden(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("display") == "none":
            self._hidden.add(self._style)

    def _begin_list_style(self, attributes: Mapping[str, str]) -> None:
        self._list_style = self._list_styles.setdefault(attributes.get("name", ""), {})

    def _set_level(self, attributes: Mapping[str, str]) -> None:
        level, shown, start = (attributes.get(key, "") for key in ("level", "display-levels", "start-value"))
        at = int(level) - 1 if level.isdecimal() else -1
        if at in LEVELS:
            first = at + 1 - (int(shown) if shown.isdecimal() else 1)
            numbers = ".".join(f"%{above + 1}" for above in range(max(0, first), at + 1))
            self._list_style[at] = Level(
                form=attributes.get("num-format", ""),
                template=f"{attributes.get('num-prefix', '')}{numbers}{attributes.get('num-suffix', '')}",
                start=int(start) if start.isdecimal() else 1,
            )

    def _begin_paragraph(self, attributes: Mapping[str, str]) -> None:
        self._paragraphs += 1
        if attributes.get("style-name") in self._break_before:
            self._write(PAGE_BREAK)
        if self._number:
            self._write(f"{self._number} ")
            self._number = ""

    def _end_paragraph(self, flow: Flow) -> None:
        self._paragraphs = max(0, self._paragraphs - 1)
        flow.end_paragraph()

    def _begin_list(self, attributes: Mapping[str, str]) -> None:
        """A list inside another one is a level of that one."""
        style = attributes.get("style-name", "")
        if self._lists and style not in self._list_styles:
            self._lists.append(self._lists[-1])
            return
        if style not in self._begun or attributes.keys().isdisjoint(_CONTINUES):
            self._begun[style] = List(levels=self._list_styles.get(style, {}))
        self._lists.append(self._begun[style])

    def _begin_item(self, _: Mapping[str, str]) -> None:
        if self._lists:
            self._number = self._lists[-1].next(len(self._lists) - 1)

    def _end_list(self, _: Flow) -> None:
        if self._lists:
            self._lists.pop()

    def _spaces(self, attributes: Mapping[str, str]) -> None:
        count = attributes.get("c", "1")
        self._write(" " * (min(int(count), _MOST_SPACES) if count.isdecimal() else 1))

    def _tab(self, _: Mapping[str, str]) -> None:
        self._write("\t")

    def _break_line(self, _: Mapping[str, str]) -> None:
        self._write("\n")

    def _begin_sheet(self, _: Mapping[str, str]) -> None:
        self.sheets += 1

    def _begin_table(self, _: Mapping[str, str]) -> None:
        if self.sheets:
            if self.sheets > 1:
                self._write(PAGE_BREAK)
            self.sheets += 1

    def _begin_row(self, _: Mapping[str, str]) -> None:
        if self._flow:
            self._flow.begin_row()

    def _begin_box(self, _: Mapping[str, str]) -> None:
        if self._flow:
            self._flow.begin_box()


def _end_cell(_: _Story, flow: Flow) -> None:
    flow.end_cell()


def _end_row(_: _Story, flow: Flow) -> None:
    flow.end_row()


def _end_box(_: _Story, flow: Flow) -> None:
    flow.end_box()


_STYLE_STARTS: dict[str, Callable[[_Story, Mapping[str, str]], None]] = {
    "list-level-style-number": _Story._set_level,
    "list-style": _Story._begin_list_style,
    "paragraph-properties": _Story._set_break,
    "style": _Story._begin_style,
    "text-properties": _Story._set_hidden,
}
_STARTS: dict[str, Callable[[_Story, Mapping[str, str]], None]] = {
    "custom-shape": _Story._begin_box,
    "h": _Story._begin_paragraph,
    "line-break": _Story._break_line,
    "list": _Story._begin_list,
    "list-item": _Story._begin_item,
    "p": _Story._begin_paragraph,
    "s": _Story._spaces,
    "spreadsheet": _Story._begin_sheet,
    "tab": _Story._tab,
    "table": _Story._begin_table,
    "table-row": _Story._begin_row,
    "text-box": _Story._begin_box,
}
_ENDS: dict[str, Callable[[_Story, Flow], None]] = {
    "custom-shape": _end_box,
    "h": _Story._end_paragraph,
    "list": _Story._end_list,
    "p": _Story._end_paragraph,
    "table-cell": _end_cell,
    "covered-table-cell": _end_cell,
    "table-row": _end_row,
    "text-box": _end_box,
}
