"""What a mail carries, in its order: bodies, attachments, and the mails inside it with theirs.

Of alternatives only one text is kept: the plain one, if it says anything. A text that has a file
name is an attachment, one without is a body.
"""

import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from parsers import errors
from parsers.mail import message
from parsers.mail.mime import Part

Role = Literal["body", "attachment", "mail", "archive"]

_TEXTS = ("text/plain", "text/html", "application/rtf")


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One thing to read. `depth` is 0 in the mail itself, 1 in a mail inside it, and so on.

    `sender` and `subject` are those of the innermost mail around it. A `mail` or `archive` item is an
    attached mail or archive as it came; what is in it follows as items of their own. `label` is what the
    sender called it, `media_type` what it is. `failure` says why its bytes could not be had.
    """

    name: str
    role: Role
    raw: bytes
    label: str | None = None
    charset: str | None = None
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
        yield _item(part, depth)


def _alternatives(part: Part, depth: int) -> Iterator[Item]:
    """One body of several, and whatever comes with any of them (photos in the HTML, an invitation)."""
    items = [item for inner in part.parts for item in _items(inner, depth)]
    bodies = [item for item in items if item.role == "body" and item.depth == depth]
    chosen = min(
        bodies, key=lambda body: (not body.raw.strip(), _TEXTS.index(body.label or "")), default=None
    )
    yield from (item for item in items if item is chosen or item not in bodies)


def _item(part: Part, depth: int) -> Item:
    role = _role(part)
    return Item(
        name=part.name or _unnamed(role, part.media_type),
        role=role,
        raw=part.body,
        label=part.media_type,
        charset=part.charset,
        depth=depth,
        defects=part.defects,
    )


def _role(part: Part) -> Role:
    if part.media_type == "message/rfc822":
        return "mail"
    named = part.name is not None or part.disposition.value == "attachment"
    return "body" if part.media_type in _TEXTS and not named else "attachment"


def _unnamed(role: Role, media_type: str) -> str:
    return role + (mimetypes.guess_extension(media_type, strict=False) or ".bin")
