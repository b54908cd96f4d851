"""How a mail is put together: its parts, opened and transfer-decoded, as a tree (RFC 2045, 2046).

Works on offsets into the original bytes, one boundary at a time, and counts parts and depth as it
goes, so that no input costs more than `Limits` allow. The standard library's parser is not used:
it builds everything before anything can be counted, and ends in RecursionError at a few hundred
levels. Whatever is wrong is a defect of the part concerned; the rest of the mail is read all the
same.
"""

import re
from dataclasses import dataclass, replace

from parsers.limits import Limits
from parsers.mail import headers, transfer
from parsers.mail.headers import Headers, Structured

_MAIL_TYPES = frozenset(["message/rfc822", "message/global", "message/news"])
_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)
_DELIMITER = re.compile(
    rb"(?<=\n)--(\S(?:[^\r\n]{0,198}\S)?)[ \t]*\r?\nContent-[A-Za-z-]{1,30}:", re.IGNORECASE
)
"""A line that looks like a delimiter, for mails whose header does not say which it is."""
_BOUNDARY_CHARS = 200
"""RFC 2046 5.1.1 allows 70; some mailers write more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One entity. `parts` holds what is inside; a multipart has no `body` of its own, an attached mail has."""

    headers: Headers
    media_type: str
    content: Structured
    disposition: Structured
    body: bytes = b""
    parts: tuple["Part", ...] = ()
    defects: tuple[str, ...] = ()

    @property
    def name(self) -> str | None:
        """The file name without a path (RFC 2183 2.3), or `None` if it has none."""
        named = self.disposition.parameters.get("filename") or self.content.parameters.get("name") or ""
        return re.split(r"[/\\]", named)[-1].strip() or None

    @property
    def charset(self) -> str | None:
        """The charset as labelled."""
        return self.content.parameters.get("charset")

    def defects_of_structure(self) -> tuple[str, ...]:
        """Its own defects and those of the multiparts inside; what is wrong with a leaf is the leaf's."""
        inner = (part for part in self.parts if part.media_type.startswith("multipart/"))
        nested = (defect for part in inner for defect in part.defects_of_structure())
        return tuple(dict.fromkeys((*self.defects, *nested)))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Span:
    """A stretch of the bytes; nothing is copied before it turns out to be a leaf."""

    raw: bytes
    start: int
    end: int

    @property
    def content(self) -> bytes:
        return self.raw[self.start : self.end]


def read(raw: bytes, *, limits: Limits) -> Part:
    """The mail in `raw`. An attached mail is a part whose one child is that mail, and so on down.

    Defects: those of `headers.split` and `transfer.decode`, and `boundary-missing`,
    `multipart-unterminated`, `too-many-parts`, `nested-too-deep`.
    """
    raw = headers.with_usual_line_ends(raw)
    return _Reading(limits).mail(_Span(raw=raw, start=0, end=len(raw)), depth=0)


class _Reading:
    """One pass over one mail: all levels share the count of parts."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._parts = 0

    def mail(self, span: _Span, *, depth: int) -> Part:
        before = headers.BEFORE_HEADER.match(span.raw, span.start, span.end)
        return self._part(replace(span, start=before.end()) if before else span, depth=depth)

    def _part(self, span: _Span, *, depth: int, default: str = "text/plain") -> Part:
        self._parts += 1
        fields, start = headers.split(span.raw, span.start, span.end, limits=self._limits)
        content = headers.structured(fields.raw("content-type"))
        part = Part(
            headers=fields,
            media_type=content.value if _TYPE.fullmatch(content.value) else default,
            content=content,
            disposition=headers.structured(fields.raw("content-disposition")),
            defects=fields.defects,
        )
        inside = replace(span, start=start)
        if part.media_type.startswith("multipart/"):
            return self._multipart(part, inside, depth)
        if part.media_type in _MAIL_TYPES or (part.name or "").lower().endswith(".eml"):
            return self._attached_mail(part, inside, depth)
        return _leaf(part, inside)

    def _multipart(self, part: Part, inside: _Span, depth: int) -> Part:
        inside, encoding_defects = _decoded(part, inside)
        boundary = part.content.parameters.get("boundary", "")[:_BOUNDARY_CHARS]
        most = self._limits.parts - self._parts
        sections, defects = _sections(inside, boundary.encode("utf-8").rstrip(), most=most)
        if not sections and (guessed := _DELIMITER.search(inside.raw, inside.start, inside.end)):
            sections, _ = _sections(inside, guessed[1], most=most)
        defects = (*encoding_defects, *defects)
        if not sections:
            return _leaf(replace(part, media_type="text/plain", defects=(*part.defects, *defects)), inside)
        if depth >= self._limits.depth:
            return replace(part, defects=(*part.defects, "nested-too-deep"))
        default = "message/rfc822" if part.media_type == "multipart/digest" else "text/plain"
        parts: list[Part] = []
        for section in sections:
            if self._parts >= self._limits.parts:
                defects = ("too-many-parts",)
                break
            parts.append(self._part(section, depth=depth + 1, default=default))
        return replace(part, parts=tuple(parts), defects=(*part.defects, *defects))

    def _attached_mail(self, part: Part, inside: _Span, depth: int) -> Part:
        # RFC 2046 5.2.1 forbids to encode a mail; some mailers do it all the same.
        attached = _leaf(part, inside)
        if depth >= self._limits.depth:
            return replace(attached, defects=(*attached.defects, "nested-too-deep"))
        mail = self.mail(_Span(raw=attached.body, start=0, end=len(attached.body)), depth=depth + 1)
        if not mail.headers.fields:
            return attached
        return replace(attached, media_type="message/rfc822", parts=(mail,))


def _decoded(part: Part, inside: _Span) -> tuple[_Span, tuple[str, ...]]:
    """RFC 2045 6.4 forbids to encode a multipart; some mailers do it all the same."""
    if (encoding := _encoding(part)) not in ("base64", "quoted-printable"):
        return inside, ()
    content, defects = transfer.decode(inside.content, encoding)
    return _Span(raw=b"\n" + content, start=1, end=len(content) + 1), defects


def _sections(inside: _Span, boundary: bytes, *, most: int) -> tuple[list[_Span], tuple[str, ...]]:
    """What stands between the delimiter lines of `boundary`, up to `most` parts."""
    if not boundary or inside.start == 0:
        return [], ("boundary-missing",)
    # The line break before a delimiter belongs to it; the one after it may begin the next.
    delimiter = re.compile(rb"\r?\n--" + re.escape(boundary) + rb"(--)?[ \t]*\r?(?=\n|\Z)")
    sections: list[_Span] = []
    begin: int | None = None
    for line in delimiter.finditer(inside.raw, inside.start - 1, inside.end):
        if begin is not None:
            sections.append(replace(inside, start=min(begin, line.start()), end=line.start()))
        if line[1] and begin is not None:
            return sections, ()
        if len(sections) >= most:
            return sections, ("too-many-parts",)
        begin = line.end() + 1
    if begin is None:
        return [], ("boundary-missing",)
    if begin < inside.end:
        sections.append(replace(inside, start=begin))
    return sections, ("multipart-unterminated",)


def _leaf(part: Part, inside: _Span) -> Part:
    body, defects = transfer.decode(inside.content, _encoding(part))
    return replace(part, body=body, defects=(*part.defects, *defects))


def _encoding(part: Part) -> str:
    """The first word: comments may follow it (RFC 5322 3.2.2)."""
    words = headers.structured(part.headers.raw("content-transfer-encoding")).value.split()
    return words[0] if words else ""
