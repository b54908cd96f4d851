"""What the header block of a mail or a part says, decoded within bounds.

Splits raw bytes into fields (RFC 5322 2.2) and decodes them: encoded words, also those that split
a letter in two (RFC 2047), raw 8-bit text, and parameters with their continuations and charsets
(RFC 2231), `windows-874` among them. Every pattern here runs in linear time over a field that is
cut to `Limits.header_bytes`, so that no header can hold the reader up.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import unquote_to_bytes

from parsers.limits import Limits
from parsers.mail import charsets, transfer

_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)(?:\n|\Z)")
_MBOX_FROM = re.compile(rb"(?:>?From (?![ \t]*:)[^\n]*\n)+")
_BLANK = re.compile(rb"\r?\n")
_UNINDENTED = re.compile(
    rb"((?:boundary|charset|name|filename|type|format|protocol|micalg|report-type)[*0-9]*=[^\n]*)(?:\n|\Z)",
    re.IGNORECASE,
)
# Only what the next line proves to stand inside a header: text may follow without an empty line before it.
_STRAY = re.compile(
    rb"[^\s][^\n]{0,998}\n(?=(?:from|to|cc|subject|date|received|message-id|mime-version|content-[a-z-]{1,30})[ \t]*:)",
    re.IGNORECASE,
)
_FOREIGN_LINE_END = re.compile(rb"[^\r\n]{0,1000}?(\r\r\n|\r(?!\n))")
BEFORE_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*")
"""What some programs put before the header of a mail: a mark of UTF-8, empty lines."""
_ENCODED_WORD = re.compile(rb"=\?([^?\s]{1,80})\?([BbQq])\?([^?\r\n]*)\?=")
_PARAMETER = re.compile(rb';\s*([^\s=;"]{1,100})\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))', re.DOTALL)
_SECTION = re.compile(r"(.+?)(?:\*(\d{1,4}))?(\*)?")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Headers:
    """The fields in their order; names in lower case, values unfolded but not decoded."""

    fields: tuple[tuple[str, bytes], ...] = ()
    defects: tuple[str, ...] = ()

    def all(self, name: str) -> tuple[bytes, ...]:
        """Every value of the fields called `name` (lower case), as bytes."""
        return tuple(value for field, value in self.fields if field == name)

    def raw(self, name: str) -> bytes:
        """The first value of `name`; empty if there is none."""
        return next((value for field, value in self.fields if field == name), b"")

    def text(self, name: str) -> str | None:
        """The first value of `name`, decoded; `None` if there is none."""
        return next((decode(value) for field, value in self.fields if field == name), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Structured:
    """A value with parameters, such as Content-Type; all names and `value` in lower case."""

    value: str
    parameters: dict[str, str]


def split(raw: bytes, start: int, end: int, *, limits: Limits) -> tuple[Headers, int]:
    """The header block at `raw[start:end]`, and where the body after it begins.

    Beyond the limits only the first field of each name counts, up to twice as many, and a field that
    is too long is cut. Defects: `header-too-long`, `too-many-headers`, `header-block-too-long`,
    `header-unterminated` (the body begins without an empty line), `header-damaged` (a line among the
    fields is none, or continues one without being indented).
    """
    block = _Block(limits)
    if separator := _MBOX_FROM.match(raw, start, end):
        start = separator.end()
    while start < end:
        if line := _FIELD.match(raw, start, end):
            block.add(line[1].decode("ascii").lower(), line[2])
        elif block.fields and (line := _UNINDENTED.match(raw, start, end)):
            block.go_on(line[1])
        elif block.fields and (line := _STRAY.match(raw, start, end)):
            block.defects["header-damaged"] = None
        else:
            break
        start = line.end()
    blank = _BLANK.match(raw, start, end)
    if blank is None and start < end and block.fields:
        block.defects["header-unterminated"] = None
    headers = Headers(fields=tuple(block.fields), defects=tuple(block.defects))
    return headers, blank.end() if blank else start


class _Block:
    """The fields of one header so far, and what limits leave out of it."""

    def __init__(self, limits: Limits) -> None:
        self.fields: list[tuple[str, bytes]] = []
        self.defects: dict[str, None] = {}
        self._limits = limits
        self._seen: set[str] = set()
        self._room = limits.header_block_bytes

    def add(self, name: str, value: bytes) -> None:
        if len(value) > self._limits.header_bytes:
            self.defects["header-too-long"] = None
            value = value[: self._limits.header_bytes]
        if len(self.fields) >= self._limits.headers:
            self.defects["too-many-headers"] = None
            if name in self._seen or len(self.fields) >= 2 * self._limits.headers:
                return
        if (room := self._room - len(name) - len(value)) < 0:
            self.defects["header-block-too-long"] = None
            if name in self._seen:
                return
        self._room = room
        self._seen.add(name)
        self.fields.append((name, re.sub(rb"\r?\n(?=[ \t])", b"", value).strip()))

    def go_on(self, parameter: bytes) -> None:
        """The field before goes on with a parameter that should have been indented."""
        name, value = self.fields[-1]
        self.defects["header-damaged"] = None
        if len(value) < self._limits.header_bytes:
            self.fields[-1] = (name, (value + b" " + parameter.strip())[: self._limits.header_bytes])


def with_usual_line_ends(mail: bytes) -> bytes:
    """`mail` with LF where its first line ends as no mail does, in a bare CR or in CR CR LF."""
    foreign = _FOREIGN_LINE_END.match(mail)
    return mail.replace(foreign[1], b"\n") if foreign else mail


def decode(value: bytes) -> str:
    """The text of an unfolded field: encoded words and 8-bit text decoded, runs of space folded."""
    text = "".join(_decoded(value))
    return " ".join(_CONTROLS.sub(" ", text).split())


def structured(value: bytes) -> Structured:
    """`type/subtype; name=value; …`. Broken parameters are passed over; the first of a name counts."""
    head, semicolon, _ = value.partition(b";")
    plain: dict[str, bytes] = {}
    sections: dict[str, dict[int, tuple[bool, bytes]]] = {}
    for match in _PARAMETER.finditer(value, len(head)) if semicolon else ():
        token = match[3].strip() if match[2] is None else re.sub(rb"\\(.)", rb"\1", match[2])
        name = match[1].decode("ascii", "replace").lower()
        section = _SECTION.fullmatch(name)
        if section is None or not (section[2] or section[3]):
            plain.setdefault(name, token)
        else:
            numbered = sections.setdefault(section[1], {})
            numbered.setdefault(int(section[2] or 0), (section[3] is not None, token))
    decoded = {name: decode(token) for name, token in plain.items()}
    extended = {name: _continued(numbered) for name, numbered in sections.items()}
    return Structured(value=head.strip().decode("ascii", "replace").lower(), parameters=decoded | extended)


def _continued(numbered: dict[int, tuple[bool, bytes]]) -> str:
    """The sections of one RFC 2231 parameter: in their order, only starred ones percent-encoded.

    The first may begin with `charset'language'`; letters may be cut between sections.
    """
    ordered = [numbered[number] for number in sorted(numbered)]
    label = ""
    if ordered[0][0] and ordered[0][1].count(b"'") >= 2:
        charset, _, rest = ordered[0][1].split(b"'", 2)
        label = charset.decode("ascii", "replace")
        ordered[0] = (True, rest)
    raw = b"".join(unquote_to_bytes(token) if starred else token for starred, token in ordered)
    return _CONTROLS.sub(" ", charsets.decode(raw, label).text).strip() if label else decode(raw)


def _decoded(value: bytes) -> Iterator[str]:
    """The stretches of a field: neighbouring words of one charset together, the rest by itself."""
    for label, words in groupby(_stretches(value), key=lambda stretch: stretch[0]):
        raw = b"".join(content for _, content in words)
        yield charsets.decode(raw, label or None).text


def _stretches(value: bytes) -> Iterator[tuple[str, bytes]]:
    """Each encoded word as `(charset, bytes)` and everything between as `("", bytes)`.

    Space between two encoded words is not text (RFC 2047 6.2). Joining words before their charset
    is decoded mends those that were split inside a letter, which the RFC forbids and mailers do.
    """
    position = 0
    for word in _ENCODED_WORD.finditer(value):
        between = value[position : word.start()]
        if between.strip() or position == 0:
            yield "", between
        yield word[1].decode("ascii", "replace").partition("*")[0].lower(), _content(word)
        position = word.end()
    yield "", value[position:]


def _content(word: re.Match[bytes]) -> bytes:
    if word[2] in b"Qq":
        return binascii.a2b_qp(word[3], header=True)
    return transfer.base64(word[3])[0]
