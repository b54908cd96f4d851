"""The XML inside an office document, told element by element to whoever collects its text.

No tree is built, so that a document costs what its text costs; entities are not expanded and nothing outside
the document is fetched (`defusedxml`). Names come without their namespace: the transitional and the strict
form of a format differ in nothing else.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from parsers import errors


class Collector(Protocol):
    """Who is told. `name` and the keys of `attributes` are local names."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None: ...

    def end(self, name: str) -> None: ...

    def data(self, text: str) -> None: ...


def tell(chunks: Iterable[bytes], collector: Collector) -> None:
    """All elements of the document that `chunks` make, in their order.

    Raises `Unreadable` if it is not well-formed or declares entities; what `collector` raises comes through.
    """
    parser = DefusedXMLParser(target=_Target(collector))
    try:
        for chunk in chunks:
            parser.feed(chunk)
        parser.close()
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise errors.Unreadable("its XML is damaged") from error


class _Target:
    """The parser's side of a collector."""

    def __init__(self, collector: Collector) -> None:
        self._collector = collector
        self.data = collector.data

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        named = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        self._collector.start(tag.rpartition("}")[2], named)

    def end(self, tag: str) -> None:
        self._collector.end(tag.rpartition("}")[2])

    def close(self) -> None:
        """The parser asks for a result; there is none."""
