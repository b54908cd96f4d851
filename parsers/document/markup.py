"""The XML inside an office document, told element by element to whoever collects its text.

No tree is built, so that memory does not grow with the document; how many elements are told, and how long what lies
between them may be, is bounded, as the time for each is. Entities are not expanded and nothing outside
the document is fetched (`defusedxml`). Names come without their namespace: the transitional and the strict
form of a format differ in nothing else.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from parsers import errors
from parsers.document.flow import Full

_ELEMENTS = 5_000_000
"""Some ten seconds; a hundred pages of Word have half a million."""
_SILENT_BYTES = 1 << 20
"""Of one tag or comment: the parser goes over what is not finished again with each chunk."""


class Collector(Protocol):
    """Who is told. `name` and the keys of `attributes` are local names."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None: ...

    def end(self, name: str) -> None: ...

    def data(self, text: str) -> None: ...


def tell(chunks: Iterable[bytes], collector: Collector) -> None:
    """All elements of the document that `chunks` make, in their order.

    Raises:
        Full: there are more elements than may be told.
        OverLimit: a tag is too long.
        Unreadable: it is not well-formed or declares entities.
    What `collector` raises comes through.
    """
    target = _Target(collector)
    parser = DefusedXMLParser(target=target)
    try:
        for chunk in chunks:
            target.silent_bytes += len(chunk)
            parser.feed(chunk)
            if target.silent_bytes > _SILENT_BYTES:
                raise errors.OverLimit("a tag of its XML is too long")
        parser.close()
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise errors.Unreadable("its XML is damaged") from error


class _Target:
    """The parser's side of a collector; `silent_bytes` counts what was fed since it last told anything."""

    def __init__(self, collector: Collector) -> None:
        self._collector = collector
        self._left = _ELEMENTS
        self.silent_bytes = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.silent_bytes = 0
        self._left -= 1
        if self._left < 0:
            raise Full
        named = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        self._collector.start(tag.rpartition("}")[2], named)

    def end(self, tag: str) -> None:
        self.silent_bytes = 0
        self._collector.end(tag.rpartition("}")[2])

    def data(self, text: str) -> None:
        self.silent_bytes = 0
        self._collector.data(text)

    def close(self) -> None:
        """The parser asks for a result; there is none."""
