"""What a mail carries, in its order: bodies, attachments, and the mails inside it with theirs.

Of alternatives only one text is kept: the plain one, unless it says nothing beside the other. A text that has a
file name is an attachment, one without is a body; files that are written into a body are attachments too.
"""

import mimetypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from parsers import errors
from parsers.mail import charsets, headers, html, message, written_in
from parsers.mail.mime import Part

Role = Literal["body", "attachment", "mail", "archive"]
SoftBreaks = Literal["kept", "joined", "deleted"]

_TEXTS = ("text/plain", "text/html", "application/rtf")
_LITTLE_BYTES = 1_000
"""A plain text of so few may only say that there is another one."""
_MUCH_MORE = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One thing to read. `depth` is 0 in the mail itself, 1 in a mail inside it, and so on.

    `sender` and `subject` are those of the innermost mail around it. A `mail` or `archive` item is an
    attached mail or archive as it came; what is in it follows as items of their own. `label` is what the
    sender called it, `media_type` what it is. `soft_breaks` are the line breaks of RFC 3676. `failure` says why its
    bytes could not be had.
    """

    name: str
    role: Role
    raw: bytes
    label: str | None = None
    charset: str | None = None
    soft_breaks: SoftBreaks = "kept"
    sender: str | None = None
    subject: str | None = None
    depth: int = 0
    defects: tuple[str, ...] = ()
    media_type: str = ""
    failure: errors.Unreadable | None = None


def unpack(mail: Part, *, depth: int = 0) -> tuple[Item, ...]:
    """All that `mail` carries; parts of a kind that nobody reads are listed all the same."""
    head = message.read(mail.headers)
    return tuple(
        replace(item, sender=head.from_, subject=head.subject) if item.depth == depth else item
        for item in _items(mail, depth)
    )


def _items(part: Part, depth: int) -> Iterator[Item]:
    if part.media_type == "message/rfc822":
        yield _item(part, depth)
        for mail in part.parts:
            yield from unpack(mail, depth=depth + 1)
    elif part.media_type == "multipart/alternative":
        yield from _alternatives(part, depth)
    elif part.media_type.startswith("multipart/"):
        for inner in part.parts:
            yield from _items(inner, depth)
    else:
        yield from _with_written_in(_item(part, depth))


def _with_written_in(item: Item) -> Iterator[Item]:
    if item.role != "body" or item.label != "text/plain":
        yield item
        return
    text, files = written_in.take_out(item.raw)
    yield replace(item, raw=text)
    for file in files:
        yield Item(name=headers.decode(file.name), role="attachment", raw=file.raw, depth=item.depth)


def _alternatives(part: Part, depth: int) -> Iterator[Item]:
    """One body of several, and whatever comes with any of them (photos in the HTML, an invitation)."""
    items = [item for inner in part.parts for item in _items(inner, depth)]
    bodies = [item for item in items if item.role == "body" and item.depth == depth]
    ranked = sorted(bodies, key=lambda body: (not body.raw.strip(), _TEXTS.index(body.label or "")))
    chosen = next((body for body in ranked if not _says_little(body, bodies)), None)
    yield from (item for item in items if item is chosen or item not in bodies)


def _says_little(body: Item, bodies: Sequence[Item]) -> bool:
    """Whether another alternative says so much more that this one is only a substitute for it."""
    if len(bodies) < 2 or len(body.raw) > _LITTLE_BYTES:
        return False
    return max(map(_length, bodies)) > _MUCH_MORE * _length(body)


def _length(body: Item) -> int:
    text = charsets.decode(body.raw, body.charset).text
    return len((html.read(text)[0] if body.label == "text/html" else text).strip())


def _item(part: Part, depth: int) -> Item:
    role = _role(part)
    return Item(
        name=part.name or _unnamed(role, part.media_type),
        role=role,
        raw=part.body,
        label=part.media_type,
        charset=part.charset,
        soft_breaks=_soft_breaks(part),
        depth=depth,
        defects=part.defects,
    )


def _soft_breaks(part: Part) -> SoftBreaks:
    parameters = part.content.parameters
    if part.media_type != "text/plain" or parameters.get("format", "").lower() != "flowed":
        return "kept"
    return "deleted" if parameters.get("delsp", "").lower() == "yes" else "joined"


def _role(part: Part) -> Role:
    if part.media_type == "message/rfc822":
        return "mail"
    named = part.name is not None or part.disposition.value == "attachment"
    return "body" if part.media_type in _TEXTS and not named else "attachment"


def _unnamed(role: Role, media_type: str) -> str:
    return role + (mimetypes.guess_extension(media_type, strict=False) or ".bin")
