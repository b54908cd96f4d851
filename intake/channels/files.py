"""The door for files: which messages and letters lie at a path, one by one.

A file is one message or letter, whatever its name; an mbox file and a Maildir are as many as they
hold; any other folder is what lies below it. Bytes are handed on as they are, but for the From_ lines
that are no part of a message (RFC 4155); what an mbox writer quoted as `>From ` stays quoted, for there
is no telling who quoted it. Whatever cannot be read becomes an item of its own, so that one bad file
never stops the rest. One message is in memory at a time.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

MESSAGE_LIMIT_BYTES = 128 << 20
_MBOX_SUFFIXES = {".mbox", ".mbx"}
_FROM_LINE = re.compile(rb"From .*\d:\d\d")
"""`From <who> <when>`; a line of prose may begin with "From " too, but rarely tells the time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One message or letter: its `raw` bytes, or in their place the `error` for a person to read.

    `source` is the path, with `#3` for the third message of an mbox.
    """

    source: str
    raw: bytes | None = None
    error: str | None = None


def messages(path: Path) -> Iterator[Item]:
    """All that lies at `path`, in the order of names. Raises nothing: trouble is an item."""
    try:
        if path.is_dir():
            for inner in _inside(path):
                yield from messages(inner)
        elif _is_mbox(path):
            yield from _from_mbox(path)
        else:
            yield _one(path)
    except OSError as error:
        yield Item(source=str(path), error=f"cannot be read: {error.strerror}")


def _inside(folder: Path) -> Iterable[Path]:
    """A Maildir's messages (its `tmp` holds unfinished ones), or what any other folder shows openly."""
    if (folder / "cur").is_dir() and (folder / "new").is_dir():
        return sorted((*folder.glob("new/*"), *folder.glob("cur/*")), key=lambda path: path.name)
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _one(path: Path) -> Item:
    if not path.is_file():
        return Item(
            source=str(path), error="is neither a file nor a folder" if path.exists() else "does not exist"
        )
    with path.open("rb") as file:
        raw = file.read(MESSAGE_LIMIT_BYTES + 1)
    return _bounded(str(path), raw)


def _is_mbox(path: Path) -> bool:
    """By its suffix; without one, by its first line."""
    if path.suffix:
        return path.suffix.lower() in _MBOX_SUFFIXES and path.is_file()
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return _FROM_LINE.match(file.readline(1024)) is not None


def _from_mbox(path: Path) -> Iterator[Item]:
    with path.open("rb") as file:
        for number, raw in enumerate(_split(file), start=1):
            yield _bounded(f"{path}#{number}", raw)


def _split(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The messages of an mbox. What stands before the first From_ line counts as one, if anything does."""
    message = bytearray()
    after_blank = True
    for line in lines:
        if after_blank and _FROM_LINE.match(line):
            if message:
                yield _without_last_blank(message)
            message = bytearray()
            after_blank = False
            continue
        after_blank = line in (b"\n", b"\r\n")
        if len(message) <= MESSAGE_LIMIT_BYTES:
            message += line
    if message:
        yield _without_last_blank(message)


def _without_last_blank(message: bytearray) -> bytes:
    """The blank line before a From_ line belongs to the mbox, not to the message."""
    for ending in (b"\n\r\n", b"\n\n"):
        if message.endswith(ending):
            return bytes(message[: -len(ending) + 1])
    return bytes(message)


def _bounded(source: str, raw: bytes) -> Item:
    if len(raw) > MESSAGE_LIMIT_BYTES:
        return Item(source=source, error=f"is larger than the {MESSAGE_LIMIT_BYTES >> 20} MB that are taken")
    return Item(source=source, raw=raw)
