"""What Outlook wraps into `winmail.dat` ([MS-OXTNEF]): a body, attachments, and some of the header.

Promises the parts of an ordinary mail. A wrapping that is cut short gives all that is whole in it.
"""

import struct
from collections.abc import Iterator
from dataclasses import replace

from parsers import errors
from parsers.limits import Limits
from parsers.mail import mapi
from parsers.mail.mapi import Properties
from parsers.mail.mime import Part

_SIGNATURE = b"\x78\x9f\x3e\x22"
_START_BYTES = 6
_ATTRIBUTE = struct.Struct("<BHHI")
_CHECKSUM_BYTES = 2
# Attributes (2.1.3).
_SUBJECT, _BODY, _CODE_PAGE, _MESSAGE = 0x8004, 0x800C, 0x9007, 0x9003
_BEGIN_ATTACHMENT, _TITLE, _CONTENT, _ATTACHMENT = 0x9002, 0x8010, 0x800F, 0x9005
_AS_PROPERTY = {_SUBJECT: mapi.SUBJECT, _BODY: mapi.BODY, _TITLE: mapi.SHORT_NAME, _CONTENT: mapi.CONTENT}

_NAMED = 0x8000
_NAME_IS_TEXT = 1
_MULTIPLE = 0x1000
_FIXED_BYTES = {
    **dict.fromkeys([0x0002, 0x0003, 0x0004, 0x000A, 0x000B], 4),
    **dict.fromkeys([0x0005, 0x0006, 0x0007, 0x0014, 0x0040], 8),
    0x0048: 16,
}
_INTERFACE_BYTES = 16
"""Before an embedded object, what kind of object it is (2.1.3.3.15)."""

_Values = dict[int, tuple[int, bytes]]


def read(raw: bytes, *, limits: Limits, depth: int = 0) -> Part:
    """The mail in `raw`. Raises `Unreadable` if it is no such wrapping.

    Defects: `nested-too-deep`, `too-many-parts`.
    """
    if not raw.startswith(_SIGNATURE):
        raise errors.Unreadable("it is no winmail.dat, or damaged")
    code_page = 0
    message: _Values = {}
    attachments: list[_Values] = []
    for number, value in _attributes(raw):
        if number == _BEGIN_ATTACHMENT:
            attachments.append({})
        holder = attachments[-1] if attachments else message
        if number == _CODE_PAGE:
            code_page = int.from_bytes(value[:4], "little")
        elif number in (_MESSAGE, _ATTACHMENT):
            holder.update(_properties(value))
        elif number in _AS_PROPERTY:
            kind = mapi.BINARY if number == _CONTENT else mapi.STRING_8
            holder.setdefault(_AS_PROPERTY[number], (kind, value))
    kept = attachments[: limits.parts]
    mail = mapi.mail(
        Properties(values=message, code_page=code_page),
        recipients=(),
        attachments=[_attached(Properties(values=one, code_page=code_page), limits, depth) for one in kept],
        limits=limits,
    )
    return replace(mail, defects=("too-many-parts",)) if len(attachments) > limits.parts else mail


def _attributes(raw: bytes) -> Iterator[tuple[int, bytes]]:
    at = _START_BYTES
    while at + _ATTRIBUTE.size <= len(raw):
        _, number, _, size = _ATTRIBUTE.unpack_from(raw, at)
        at += _ATTRIBUTE.size
        if at + size > len(raw):
            return
        yield number, raw[at : at + size]
        at += size + _CHECKSUM_BYTES


def _attached(properties: Properties, limits: Limits, depth: int) -> Part:
    kind, content = properties.values.get(mapi.CONTENT, (mapi.BINARY, b""))
    inside = content[_INTERFACE_BYTES:]
    if kind != mapi.OBJECT or not inside.startswith(_SIGNATURE):
        return mapi.attachment(properties)
    if depth >= limits.depth:
        return replace(mapi.attachment(properties), defects=("nested-too-deep",))
    name = properties.text(mapi.LONG_NAME) or "mail.msg"
    return mapi.attached("message/rfc822", name=name, parts=(read(inside, limits=limits, depth=depth + 1),))


def _properties(raw: bytes) -> _Values:
    """Those that are wanted, of one value each (2.1.3.4), as far as they are whole."""
    found: _Values = {}
    try:
        (count,) = struct.unpack_from("<I", raw)
        at = 4
        for _ in range(count):
            kind, number = struct.unpack_from("<HH", raw, at)
            at = _behind_name(raw, at + 4) if number >= _NAMED else at + 4
            values, at = _values(raw, at, kind)
            if number in mapi.WANTED and len(values) == 1:
                found[number] = kind, values[0]
    except (struct.error, KeyError):  # cut short, or of a type that nobody knows
        pass
    return found


def _behind_name(raw: bytes, at: int) -> int:
    """Named properties say their name between a GUID and their value."""
    kind, size = struct.unpack_from("<II", raw, at + 16)
    return int(at + 24 + (_padded(size) if kind == _NAME_IS_TEXT else 0))


def _values(raw: bytes, at: int, kind: int) -> tuple[list[bytes], int]:
    """The values at `at`, and where the next property begins. Raises `struct.error`, `KeyError`."""
    single = kind & ~_MULTIPLE
    sized = single in (mapi.STRING_8, mapi.STRING, mapi.BINARY, mapi.OBJECT)
    count = 1
    if sized or kind & _MULTIPLE:
        (count,) = struct.unpack_from("<I", raw, at)
        at += 4
    values: list[bytes] = []
    for _ in range(count):
        size = _FIXED_BYTES[single] if not sized else struct.unpack_from("<I", raw, at)[0]
        at += 4 if sized else 0
        if at + size > len(raw):
            raise struct.error("cut short")
        values.append(raw[at : at + size])
        at += _padded(size) if sized else size
    return values, at


def _padded(size: int) -> int:
    return size + -size % 4
