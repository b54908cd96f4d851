"""Files that a mail carries written into the text of its body, as programs did before MIME.

Knows uuencode (POSIX.1-2017, uuencode) and yEnc 1.3. Everything runs in linear time; a block without
its end stays text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from parsers.mail import transfer

_UNESCAPED = bytes((code - 42) % 256 for code in range(256))
_ESCAPE = re.compile(rb"=(.)", re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A file that was written into a text."""

    name: bytes
    raw: bytes


def take_out(text: bytes) -> tuple[bytes, tuple[Written, ...]]:
    """`text` without the files that are written into it, and these in their order."""
    kept: list[bytes] = []
    files: list[Written] = []
    at = 0
    while begin := _BEGINNING.search(text, at):
        end_line, decode = _UU if begin["uu"] else _YENC
        end = end_line.search(text, begin.end())
        if not end:
            break  # else a flood of beginnings would be searched to the end each time
        kept.append(text[at : begin.start()])
        name = (begin["uu"] or begin["yenc"]).strip()
        files.append(Written(name=name, raw=decode(text[begin.start() : end.end()])))
        at = end.end()
    return b"".join([*kept, text[at:]]), tuple(files)


def _uudecoded(block: bytes) -> bytes:
    return transfer.decode(block, "uuencode")[0]


def _ydecoded(block: bytes) -> bytes:
    """The lines between =ybegin (and =ypart) and =yend: each byte 42 too large, the critical ones escaped."""
    lines = block.splitlines()[1:-1]
    coded = b"".join(line for line in lines if not line.startswith(b"=ypart"))
    plain = _ESCAPE.sub(lambda escaped: bytes([(escaped[1][0] - 64) % 256]), coded)
    return plain.translate(_UNESCAPED)


_BEGINNING = re.compile(
    rb"^(?:begin [0-7]{3,4} (?P<uu>[^\r\n]{1,200})|=ybegin [^\r\n]{1,100}? name=(?P<yenc>[^\r\n]{1,200}))\r?\n",
    re.MULTILINE,
)
_End = tuple[re.Pattern[bytes], Callable[[bytes], bytes]]
_UU: _End = re.compile(rb"^end[ \t]*\r?$\n?", re.MULTILINE), _uudecoded
_YENC: _End = re.compile(rb"^=yend[^\r\n]*\r?$\n?", re.MULTILINE), _ydecoded
