"""The text of an XLSX (ISO/IEC 29500-1, 18): one page per sheet, one line per row, a tab between cells.

Reads cell after cell and never lays a sheet out: a file of 2 KB can say that it has 17,000 million cells, and
libraries that believe it (calamine) end the process. What is hidden is left out: clerks filter the list that
they send, and hidden sheets hold the choices of drop-down lists. Dates come as ISO 8601.
"""

from collections.abc import Callable, Mapping

from parsers import packed
from parsers.document import excel_parts, markup
from parsers.document.excel_parts import Parts
from parsers.document.flow import PAGE_BREAK, Flow
from parsers.limits import Limits

_OFF = ("0", "false")


def read(raw: bytes, *, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """The text of an XLSX; more than `limits` allow is left out, with the defect `text-too-long`.

    Raises `Unreadable`, `OverLimit`.
    """
    flow = Flow(most_chars=limits.text_chars)
    with packed.opened(raw, limits=limits) as archive, flow.until_full():
        parts = excel_parts.read(archive, limits=limits)
        for number, sheet in enumerate(parts.sheets):
            if number:
                flow.write(PAGE_BREAK)
            markup.tell(archive.chunks(sheet), _Sheet(flow, parts))
    return flow.text(), flow.defects


class _Sheet:
    """Collects the rows of one sheet."""

    def __init__(self, flow: Flow, parts: Parts) -> None:
        self._flow = flow
        self._parts = parts
        self._hidden = False
        self._in_value = False
        self._kind = "n"
        self._format = ""
        self._value: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "row":
            self._hidden = attributes.get("hidden", "0") not in _OFF
            self._flow.begin_row()
        elif name == "c":
            self._kind, self._format = attributes.get("t", "n"), attributes.get("s", "")
            self._value = []
        elif name in ("v", "t"):
            self._in_value = True

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._in_value = False
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self._flow.end_row()

    def data(self, text: str) -> None:
        if self._in_value and not self._hidden:
            self._value.append(text)

    def _end_cell(self) -> None:
        shown = _KINDS.get(self._kind, _as_written)("".join(self._value), self._format, self._parts)
        self._flow.write(shown)
        self._flow.end_cell()


def _shared(value: str, _: str, parts: Parts) -> str:
    return parts.string(value)


def _number(value: str, style: str, parts: Parts) -> str:
    return parts.number(value, style)


def _as_written(value: str, _: str, __: Parts) -> str:
    return " ".join(value.split())


def _nothing(_: str, __: str, ___: Parts) -> str:
    return ""


# The kinds of a cell (18.18.11); of errors and truth values nothing is a letter's business.
_KINDS: dict[str, Callable[[str, str, Parts], str]] = {
    "b": _nothing,
    "e": _nothing,
    "n": _number,
    "s": _shared,
}
