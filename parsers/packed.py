"""A ZIP archive, opened without trusting what it says of itself.

Used for what is sent as ZIP and for the office formats that are ZIP inside. Promises that no more is
unpacked than `Limits` allow, counted as it comes out and not as the directory claims it, and that the
directory itself is small enough to be read. Every failure is one of `parsers.errors`.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from parsers import errors
from parsers.limits import Limits

_CHUNK_BYTES = 64 << 10
_MEMBER_BYTES = 46 + 1024
"""A directory entry with a long name (APPNOTE 4.3.12)."""
_END = b"PK\x05\x06"
_END_LOCATOR = b"PK\x06\x07"
_END_BYTES = 22 + 0xFFFF
_UTF8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    OSError,
    struct.error,
    KeyError,
    RuntimeError,
)
"""What `zipfile` raises for damaged archives and, as `NotImplementedError`, for methods that it lacks."""


class Packed:
    """An open archive; all that is read from it draws on one budget of bytes."""

    def __init__(self, archive: zipfile.ZipFile, *, budget: int) -> None:
        self._archive = archive
        self._left = budget
        self.members = tuple(one for one in archive.infolist() if not one.filename.endswith("/"))
        self.names = frozenset(member.filename for member in self.members)

    def read(self, member: zipfile.ZipInfo | str) -> bytes:
        """The bytes of a member. Raises as `chunks`."""
        return b"".join(self.chunks(member))

    def chunks(self, member: zipfile.ZipInfo | str) -> Iterator[bytes]:
        """The bytes of a member, piece by piece.

        Raises:
            Encrypted: the member asks for a password.
            OverLimit: the budget of the archive is spent.
            Unreadable: it is not there, damaged, or compressed by a method that is not known.
        """
        info = self._info(member)
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise errors.Encrypted("it is protected by a password")
        with _translated(), self._archive.open(info) as stream:
            while chunk := stream.read(_CHUNK_BYTES):
                self._left -= len(chunk)
                if self._left < 0:
                    raise errors.OverLimit("it unpacks to more than may be read")
                yield chunk

    def _info(self, member: zipfile.ZipInfo | str) -> zipfile.ZipInfo:
        if isinstance(member, zipfile.ZipInfo):
            return member
        with _translated():
            return self._archive.getinfo(member)


@contextmanager
def opened(raw: bytes, *, limits: Limits) -> Iterator[Packed]:
    """The archive `raw`. Raises `OverLimit` for too many members, `Unreadable` for anything but a ZIP."""
    if _directory_bytes(raw) > limits.parts * _MEMBER_BYTES:
        raise errors.OverLimit("it has more members than may be read")
    with _translated():
        archive = zipfile.ZipFile(BytesIO(raw))
    with archive:
        yield Packed(archive, budget=limits.unpacked_bytes)


def name(member: zipfile.ZipInfo) -> str:
    """The path of a member as its writer meant it (APPNOTE 4.4.4).

    Without the UTF-8 flag the name is in the code page of the machine that packed it, which in Thailand
    is 874, or in UTF-8 all the same; `zipfile` takes it for 437.
    """
    if member.flag_bits & _UTF8_FLAG:
        return member.filename
    raw = member.filename.encode("cp437", "replace")
    for charset in ("utf-8", "cp874"):
        try:
            return raw.decode(charset)
        except UnicodeDecodeError:
            continue
    return member.filename


def _directory_bytes(raw: bytes) -> int:
    """How large the archive says that its directory is, in either of its two ends: `zipfile` reads all of it."""
    at = raw.rfind(_END, max(0, len(raw) - _END_BYTES))
    if at < 0:
        return 0
    large = raw[at - 76 : at - 20] if raw[at - 20 : at - 16] == _END_LOCATOR else b""
    return max(int.from_bytes(raw[at + 12 : at + 16], "little"), int.from_bytes(large[40:48], "little"))


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except _DAMAGE as error:
        raise errors.Unreadable("it is damaged or was cut short") from error
