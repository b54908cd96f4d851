"""What is in a ZIP that somebody sent: each file as an item of its own.

A member that cannot be unpacked (a password, damage, too much of it) is an item all the same, with the reason, so
that nobody misses it. What the machine of the sender put there for itself is left out.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from zipfile import ZipInfo

from parsers import errors, packed
from parsers.limits import Limits
from parsers.mail.contents import Item
from parsers.packed import Packed

_BY_MACHINES = re.compile(r"(?:.*/)?(?:__MACOSX/.*|\.DS_Store|Thumbs\.db|desktop\.ini)", re.IGNORECASE)


def members(raw: bytes, *, limits: Limits) -> tuple[Item, ...]:
    """The files in the archive, by the names that they had on the machine of the sender, without folders.

    Raises `Unreadable` if there is no archive to be found, `OverLimit` for more members than allowed.
    """
    with packed.opened(raw, limits=limits) as archive:
        return tuple(_items(archive))


def _items(archive: Packed) -> Iterator[Item]:
    for member in archive.members:
        path = packed.name(member).replace("\\", "/")
        if not _BY_MACHINES.fullmatch(path):
            yield _item(archive, member, PurePosixPath(path).name)


def _item(archive: Packed, member: ZipInfo, name: str) -> Item:
    try:
        return Item(name=name, role="attachment", raw=archive.read(member))
    except errors.Unreadable as error:
        return Item(name=name, role="attachment", raw=b"", failure=error)
