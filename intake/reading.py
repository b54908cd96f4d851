"""Files read without any store: what `intake parse` and the opening of a campaign share."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from parsers.errors import ParserError
from parsers.model import Parsed
from parsers.worker import Reader


def below(paths: Iterable[Path]) -> Iterator[Path]:
    """Every file at or below `paths`, in the order given and by name inside a folder."""
    for path in paths:
        yield from sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]


def read(reader: Reader, path: Path) -> Parsed:
    """What one file holds. Never raises for the file's sake: `error` says what is wrong with it."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return _failed(path, b"", f"The file cannot be read: {error.strerror}.")
    try:
        return reader.read(raw, name=str(path))
    except ParserError as error:
        return _failed(path, raw, str(error))


def _failed(path: Path, raw: bytes, error: str) -> Parsed:
    return Parsed(
        source=str(path),
        sha256=hashlib.sha256(raw).hexdigest(),
        media_type="application/octet-stream",
        error=error,
    )
