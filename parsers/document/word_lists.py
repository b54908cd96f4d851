"""How the lists of a DOCX are numbered (ISO/IEC 29500-1, 17.9): its `numbering.xml`, and the count so far."""

from collections.abc import Iterable, Mapping

from parsers.document import markup
from parsers.document.numbering import LEVELS, Level, List


class Lists:
    """The lists of a document by the number that paragraphs know them by."""

    def __init__(self) -> None:
        self._shapes: dict[str, dict[int, Level]] = {}
        self._shape_of: dict[str, str] = {}
        self._lists: dict[str, List] = {}
        self._restarting: set[str] = set()

    def next(self, number: str, level: int) -> str:
        """What stands before the next paragraph of list `number`; empty for none.

        Lists of one shape go on counting where the other one ended, as they do in Word, unless told to restart.
        """
        shape = self._shape_of.get(number, "")
        if shape not in self._shapes:
            return ""
        if number in self._restarting:
            self._restarting.remove(number)
            self._lists.pop(shape, None)
        return self._lists.setdefault(shape, List(levels=self._shapes[shape])).next(level)

    def shape(self, name: str, levels: dict[int, Level]) -> None:
        self._shapes[name] = levels

    def assign(self, number: str, shape: str) -> None:
        self._shape_of[number] = shape

    def restart(self, number: str) -> None:
        self._restarting.add(number)


def read(chunks: Iterable[bytes]) -> Lists:
    """The lists that `numbering.xml` describes, none of them begun. Raises `Unreadable`."""
    collector = _Collector()
    markup.tell(chunks, collector)
    return collector.lists


class _Collector:
    def __init__(self) -> None:
        self.lists = Lists()
        self._shape: dict[int, Level] = {}
        self._name = ""
        self._number = ""
        self._level: dict[str, str] = {"ilvl": ""}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "abstractNum":
            self._name, self._shape = attributes.get("abstractNumId", ""), {}
        elif name == "num":
            self._number = attributes.get("numId", "")
        elif name == "abstractNumId":
            self.lists.assign(self._number, attributes.get("val", ""))
        elif name == "startOverride":
            self.lists.restart(self._number)
        elif name == "lvl":
            self._level = {"ilvl": attributes.get("ilvl", "")}
        elif name in ("numFmt", "lvlText", "start"):
            self._level[name] = attributes.get("val", "")

    def end(self, name: str) -> None:
        if name == "lvl" and (level := self._level["ilvl"]).isdecimal() and int(level) in LEVELS:
            start = self._level.get("start", "")
            self._shape[int(level)] = Level(
                form=self._level.get("numFmt", ""),
                template=self._level.get("lvlText", ""),
                start=int(start) if start.isdecimal() else 1,
            )
        elif name == "abstractNum":
            self.lists.shape(self._name, self._shape)

    def data(self, text: str) -> None:
        """No text here counts."""
