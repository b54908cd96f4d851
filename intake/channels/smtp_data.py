"""How the octets between DATA and the final dot become a message (RFC 5321 section 4.5.2).

In place of aiosmtpd's own reading, which keeps an endless line in memory and answers LMTP once only.
Only CR LF "." CR LF ends the data, whatever else looks like it; a message with a CR or LF that stands
alone is refused, because servers that disagree on where a line ends let one mail smuggle another.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import IO

_CRLF = b"\r\n"
_END = b".\r\n"


class DataRefused(Exception):
    """The data was read to its end and is not taken; `reply` is the SMTP reply (RFC 3463 codes)."""

    def __init__(self, reply: str) -> None:
        self.reply = reply
        super().__init__(reply)


async def read_data(reader: asyncio.StreamReader, *, limit_bytes: int, into: IO[bytes]) -> None:
    """Write the message `into` a file as it was sent, byte for byte, without the dots added for transport.

    Reads on to the end of data in any case, so that the next command is found, but writes no more than
    `limit_bytes`. Raises `DataRefused`.
    """
    size = 0
    ends = _LineEnds()
    async for piece in _pieces(reader):
        size += len(piece)
        if size <= limit_bytes:
            ends.count(piece)
            into.write(piece)
    if size > limit_bytes:
        raise DataRefused(f"552 5.3.4 The message is larger than {limit_bytes} bytes")
    if not ends.are_sound:
        raise DataRefused("550 5.6.0 The message has a bare CR or LF; lines end in CR LF")


class _LineEnds:
    """Whether every CR is followed by LF and every LF follows CR, over pieces cut anywhere."""

    def __init__(self) -> None:
        self._returns = self._feeds = self._pairs = 0
        self._after_return = False

    def count(self, piece: bytes) -> None:
        self._returns += piece.count(b"\r")
        self._feeds += piece.count(b"\n")
        self._pairs += piece.count(_CRLF) + (self._after_return and piece.startswith(b"\n"))
        self._after_return = piece.endswith(b"\r")

    @property
    def are_sound(self) -> bool:
        return self._returns == self._feeds == self._pairs


async def _pieces(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """Whole lines, and lines above the reader's limit in parts."""
    at_line_start = True
    while True:
        try:
            piece = await reader.readuntil(_CRLF)
        except asyncio.LimitOverrunError as overrun:
            piece = await reader.readexactly(overrun.consumed)
        if at_line_start and piece == _END:
            return
        yield piece.removeprefix(b".") if at_line_start else piece
        at_line_start = piece.endswith(_CRLF)
