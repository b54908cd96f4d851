"""What a file carries, all the way down: mails, archives, PDFs and `winmail.dat` opened, in their order.

A container is an item itself and what is in it follows; each item is told by its content what it is. All levels
share one budget of items and bytes, so that nothing packed into itself costs more than `Limits` allow. What cannot
be opened stays an item, with the reason.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import NamedTuple

from parsers import errors, sniff
from parsers.document import enclosed
from parsers.limits import Limits
from parsers.mail import archive, contents, mime, msg, tnef
from parsers.mail.contents import Item, Role
from parsers.mail.mime import Part

MAIL = "message/rfc822"
_UNKNOWN = "application/octet-stream"


@dataclass(frozen=True, kw_only=True, slots=True)
class Unpacked:
    """A file, what it is, and what is in it; `mail` is its structure if it is a mail.

    `items` come one by one: what is in a container is unpacked when the item behind it is asked for.
    """

    media_type: str
    items: Iterator[Item]
    mail: Part | None = None


Refuse = Callable[[int], errors.Unreadable | None]
"""Asked before each item, by its index, whether there is a reason neither to open nor to read it."""


def unpack(raw: bytes, *, name: str, limits: Limits, refuse: Refuse) -> Unpacked:
    """All that the file `raw`, called `name`, carries; if it carries nothing, it is the one item itself.

    Defects of containers: `too-many-parts` (the rest was left out), `nested-too-deep` (not opened).
    """
    media_type = sniff.media_type(raw, name=name)
    file = Item(name=PurePath(name).name, role="attachment", raw=raw)
    mail: Part | None = None
    if read := _MAILS.get(media_type):
        try:
            mail = read(raw, limits=limits)
        except errors.Unreadable as error:
            file = replace(file, failure=error)
    items = contents.unpack(mail) if mail else (file,)
    return Unpacked(media_type=media_type, items=_Unpacking(limits, refuse).all(items), mail=mail)


class _Unpacking:
    """One pass over one file."""

    def __init__(self, limits: Limits, refuse: Refuse) -> None:
        self._limits = limits
        self._refuse = refuse
        self._count = 0
        self._items = limits.parts
        self._bytes = limits.unpacked_bytes

    def all(self, items: Iterable[Item], *, level: int = 0) -> Iterator[Item]:
        """`items`, each with its media type and followed by what is in it; `level` counts containers."""
        for item in items:
            refused = self._refuse(self._count)
            self._count += 1
            if refused:
                yield replace(item, media_type=_UNKNOWN, failure=refused)
                continue
            told = replace(item, media_type=_media_type(item))
            container = _CONTAINERS.get(told.media_type) if item.role == "attachment" else None
            yield from self._opened(told, container, level) if container else (told,)

    def _opened(self, item: Item, container: "_Container", level: int) -> Iterator[Item]:
        closed = replace(item, role=container.role)
        if level >= self._limits.depth:
            yield replace(closed, defects=(*item.defects, "nested-too-deep"))
            return
        try:
            inside = container.open(item, replace(self._limits, unpacked_bytes=self._bytes))
        except errors.Unreadable as error:
            yield replace(item, failure=error)
            return
        self._bytes = max(0, self._bytes - sum(len(one.raw) for one in inside))
        kept, self._items = inside[: self._items], max(0, self._items - len(inside))
        yield closed if kept == inside else replace(closed, defects=(*item.defects, "too-many-parts"))
        yield from self.all(kept, level=level + 1)


def _media_type(item: Item) -> str:
    if item.role == "mail":
        return MAIL
    if item.failure and not item.raw:
        return _UNKNOWN
    return sniff.media_type(item.raw, label=item.label, charset=item.charset, name=item.name)


class _Container(NamedTuple):
    """A kind of file that holds others; by its role it may be read itself too."""

    role: Role
    open: Callable[[Item, Limits], tuple[Item, ...]]


def _attached_mail(read: Callable[..., Part]) -> Callable[[Item, Limits], tuple[Item, ...]]:
    def opened(item: Item, limits: Limits) -> tuple[Item, ...]:
        return contents.unpack(read(item.raw, limits=limits), depth=item.depth + 1)

    return opened


def _wrapped(item: Item, limits: Limits) -> tuple[Item, ...]:
    """`winmail.dat` is no mail of its own, only the wrapping of what the mail around it carries."""
    inside = contents.unpack(tnef.read(item.raw, limits=limits), depth=item.depth)
    return tuple(_of_mail_around(one, item) if one.depth == item.depth else one for one in inside)


def _zipped(item: Item, limits: Limits) -> tuple[Item, ...]:
    return tuple(_of_mail_around(one, item) for one in archive.members(item.raw, limits=limits))


def _attached_to_pdf(item: Item, limits: Limits) -> tuple[Item, ...]:
    found = enclosed.files(item.raw, limits=limits)
    inside = (Item(name=name, role="attachment", raw=raw) for name, raw in found)
    return tuple(_of_mail_around(one, item) for one in inside)


def _of_mail_around(inside: Item, container: Item) -> Item:
    return replace(inside, sender=container.sender, subject=container.subject, depth=container.depth)


_MAILS: dict[str, Callable[..., Part]] = {MAIL: mime.read, sniff.OUTLOOK: msg.read}
_CONTAINERS = {
    "application/ms-tnef": _Container("archive", _wrapped),
    "application/pdf": _Container("attachment", _attached_to_pdf),
    "application/zip": _Container("archive", _zipped),
    **{kind: _Container("mail", _attached_mail(read)) for kind, read in _MAILS.items()},
}
