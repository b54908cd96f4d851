"""An OLE compound file ([MS-CFB]): the container of Word, Excel and Outlook before 2007.

Promises that no more is read out of it than `Limits` allow, though its streams may share their bytes, and one error
for everything that is wrong with the container.
"""

import struct
from collections.abc import Iterator
from contextlib import contextmanager

import olefile  # type: ignore[import-untyped]

from parsers import errors
from parsers.limits import Limits


class Compound:
    """An open compound file; paths are written with slashes, letter case does not matter."""

    def __init__(self, ole: "olefile.OleFileIO", *, budget: int) -> None:
        self._ole = ole
        self._left = budget
        self._below: dict[str, list[str]] | None = None

    def has(self, path: str) -> bool:
        with _translated():
            return bool(self._ole.exists(path))

    def read(self, path: str) -> bytes:
        """The bytes of a stream. Raises `Unreadable` if it is not there or damaged, `OverLimit` past the budget."""
        with _translated(), self._ole.openstream(path) as stream:
            content = bytes(stream.read())
        self._left -= len(content)
        if self._left < 0:
            raise errors.OverLimit("it holds more than may be read")
        return content

    def children(self, path: str = "") -> list[str]:
        """The names of the streams and storages right below the storage `path`, in directory order."""
        return self._children().get(path.lower(), [])

    def _children(self) -> dict[str, list[str]]:
        if self._below is None:
            with _translated():
                entries = self._ole.listdir(streams=True, storages=True)
            self._below = {}
            for *above, name in entries:
                self._below.setdefault("/".join(above).lower(), []).append(name)
        return self._below


@contextmanager
def opened(raw: bytes, *, limits: Limits) -> Iterator[Compound]:
    """The compound file `raw`. Raises `Unreadable` for anything else."""
    with _translated():
        ole = olefile.OleFileIO(raw)
    with ole:
        yield Compound(ole, budget=limits.unpacked_bytes)


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (OSError, struct.error, ValueError, IndexError, KeyError, TypeError, AttributeError) as error:
        raise errors.Unreadable("it is damaged or was cut short") from error
    except RecursionError as error:
        raise errors.OverLimit("its directory is too deep") from error
