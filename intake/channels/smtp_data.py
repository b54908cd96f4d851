"""How the octets between DATA and the final dot become a message (RFC 5321 section 4.5.2).

In place of aiosmtpd's own reading, which keeps an endless line in memory and answers LMTP once only.
Only CR LF "." CR LF ends the data, whatever else looks like it; a message with a CR or LF that stands
alone is refused, because servers that disagree on where a line ends let one mail smuggle another.
"""

import asyncio
from collections.abc import AsyncIterator

_CRLF = b"\r\n"
_END = b".\r\n"


class DataRefused(Exception):
    """The data was read to its end and is not taken; `reply` is the SMTP reply (RFC 3463 codes)."""

    def __init__(self, reply: str) -> None:
        self.reply = reply
        super().__init__(reply)


async def read_data(reader: asyncio.StreamReader, *, limit_bytes: int) -> bytes:
    """The message as it was sent, byte for byte, without the dots added for transport.

    Reads on to the end of data in any case, so that the next command is found, but keeps no more than
    `limit_bytes`. Raises `DataRefused`.
    """
    kept: list[bytes] = []
    size = 0
    async for piece in _pieces(reader):
        size += len(piece)
        if size > limit_bytes:
            kept.clear()
        else:
            kept.append(piece)
    if size > limit_bytes:
        raise DataRefused(f"552 5.3.4 The message is larger than {limit_bytes} bytes")
    message = b"".join(kept)
    if message.count(b"\r") != message.count(_CRLF) or message.count(b"\n") != message.count(_CRLF):
        raise DataRefused("550 5.6.0 The message has a bare CR or LF; lines end in CR LF")
    return message


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
