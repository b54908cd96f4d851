"""Files read without any store: what `intake parse` and the opening of a campaign share."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from intake.settings import Settings
from parsers.errors import ParserError
from parsers.limits import Limits
from parsers.model import Letter, Parsed
from parsers.worker import Reader


def reader(settings: Settings) -> Reader:
    """The reading children of this process; close it."""
    limits = Limits(seconds=settings.read_seconds, memory_bytes=settings.read_memory_bytes)
    return Reader(slots=settings.workers, limits=limits)


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


def summary(parsed: Parsed) -> dict[str, object]:
    """One file in a few words, for people; programs take the whole of `parsers.model.to_json`."""
    letter = parsed.letter or Letter(kind="other")
    fields = {name: getattr(letter, name) for name in _SHOWN}
    return {
        "source": parsed.source,
        **{name: field.value if field else None for name, field in fields.items()},
        "cites": [cite.reference_number or cite.raw for cite in letter.cites],
        "outcome": parsed.confirmation.outcome if parsed.confirmation else None,
        "error": parsed.error,
    }


_SHOWN = ("reference_number", "dated", "agency", "province", "subject")


def _failed(path: Path, raw: bytes, error: str) -> Parsed:
    return Parsed(
        source=str(path),
        sha256=hashlib.sha256(raw).hexdigest(),
        media_type="application/octet-stream",
        error=error,
    )
