"""A mail that Outlook saved as `.msg` ([MS-OXMSG]): its properties in a compound file.

Promises the same parts as a mail that came over the wire, attached messages opened within `Limits`. Reads the
properties itself: python-oxmsg cannot decode code page 874, in which old Thai mail is kept.
"""

import struct
from collections.abc import Iterator
from dataclasses import replace

from parsers import compound, errors
from parsers.compound import Compound
from parsers.limits import Limits
from parsers.mail import mapi
from parsers.mail.mapi import Properties
from parsers.mail.mime import Part

_FIXED = "__properties_version1.0"
_VARIABLE = "__substg1.0_"
_RECIPIENT, _ATTACHMENT = "__recip_version1.0_", "__attach_version1.0_"
_EMBEDDED = f"{_VARIABLE}{mapi.CONTENT:04X}{mapi.OBJECT:04X}"
_ENTRY = struct.Struct("<HHI8s")
_HEADER_BYTES = 32
"""Before the fixed properties of the file's own message; inside it is 24 or 8 ([MS-OXMSG] 2.4.1)."""
_EMBEDDED_HEADER_BYTES, _PART_HEADER_BYTES = 24, 8


def read(raw: bytes, *, limits: Limits) -> Part:
    """The mail in `raw`. Raises `Unreadable` if it is no `.msg` or damaged, `OverLimit` if it holds too much.

    Defects: `nested-too-deep`, `too-many-parts`.
    """
    with compound.opened(raw, limits=limits) as file:
        if not file.has(_FIXED):
            raise errors.Unreadable("it is no mail of Outlook, or damaged")
        return _Reading(file, limits).message("", depth=0)


class _Reading:
    """One pass over one file: all messages in it share the count of parts."""

    def __init__(self, file: Compound, limits: Limits) -> None:
        self._file = file
        self._limits = limits
        self._parts = 0

    def message(self, storage: str, *, depth: int) -> Part:
        header = _EMBEDDED_HEADER_BYTES if storage else _HEADER_BYTES
        message = self._properties(storage, header=header)
        mail = mapi.mail(
            message,
            recipients=list(self._recipients(storage, message.code_page)),
            attachments=list(self._attachments(storage, message.code_page, depth)),
            limits=self._limits,
        )
        return replace(mail, defects=("too-many-parts",)) if self._parts > self._limits.parts else mail

    def _recipients(self, storage: str, code_page: int) -> Iterator[Properties]:
        for path in self._inside(storage, _RECIPIENT):
            yield self._properties(path, header=_PART_HEADER_BYTES, code_page=code_page)

    def _attachments(self, storage: str, code_page: int, depth: int) -> Iterator[Part]:
        for path in self._inside(storage, _ATTACHMENT):
            properties = self._properties(path, header=_PART_HEADER_BYTES, code_page=code_page)
            yield self._attached(path, properties, depth)

    def _attached(self, path: str, properties: Properties, depth: int) -> Part:
        inside = f"{path}/{_EMBEDDED}"
        if not self._file.has(f"{inside}/{_FIXED}"):
            return mapi.attachment(properties)
        if depth >= self._limits.depth:
            return replace(mapi.attachment(properties), defects=("nested-too-deep",))
        mail = self.message(inside, depth=depth + 1)
        name = properties.text(mapi.LONG_NAME) or "mail.msg"
        return mapi.attached("message/rfc822", name=name, parts=(mail,))

    def _inside(self, storage: str, prefix: str) -> Iterator[str]:
        """The storages of one kind; those beyond the limit are left out."""
        for name in self._file.children(storage):
            if name.lower().startswith(prefix) and self._parts <= self._limits.parts:
                self._parts += 1
                yield f"{storage}/{name}".removeprefix("/")

    def _properties(self, storage: str, *, header: int, code_page: int = 0) -> Properties:
        values = dict(self._fixed(f"{storage}/{_FIXED}".removeprefix("/"), header))
        for name in self._file.children(storage):
            number, kind = _tag(name)
            if number in mapi.WANTED and kind != mapi.OBJECT:
                values[number] = kind, self._file.read(f"{storage}/{name}".removeprefix("/"))
        found = Properties(values=values)
        page = found.number(mapi.CODE_PAGE) or found.number(mapi.INTERNET_CODE_PAGE) or code_page
        return replace(found, code_page=page)

    def _fixed(self, path: str, header: int) -> Iterator[tuple[int, tuple[int, bytes]]]:
        if not self._file.has(path):
            return
        entries = self._file.read(path)[header:]
        for kind, number, _, value in _ENTRY.iter_unpack(
            entries[: len(entries) // _ENTRY.size * _ENTRY.size]
        ):
            if number in mapi.WANTED and kind in (mapi.SHORT, mapi.LONG, mapi.TIME):
                yield number, (kind, value)


def _tag(name: str) -> tuple[int, int]:
    """Number and type of the property that a stream holds, from its name; `(0, 0)` for other streams."""
    try:
        tag = (
            bytes.fromhex(name.lower().removeprefix(_VARIABLE)) if name.lower().startswith(_VARIABLE) else b""
        )
    except ValueError:
        return 0, 0
    return (int.from_bytes(tag[:2], "big"), int.from_bytes(tag[2:], "big")) if len(tag) == 4 else (0, 0)
