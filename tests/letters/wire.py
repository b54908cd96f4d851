"""Mail as bytes: headers, parts and their encodings, also those that no library would write.

Everything ends its lines in CRLF (RFC 5322 2.1) and depends on its arguments alone.
"""

import binascii
import quopri
from base64 import encodebytes
from collections.abc import Callable, Iterable, Iterator
from typing import Literal
from urllib.parse import quote_from_bytes

Transfer = Literal["7bit", "8bit", "base64", "quoted-printable"]
UTF8_TEXT = 'text/plain; charset="UTF-8"'
CP874 = "cp874"
"""What the labels tis-620 and windows-874 mean in mail."""

_WORD_BYTES = {"B": 42, "Q": 18}
"""What one encoded word holds, so that it stays below the 75 letters of RFC 2047 2."""
_BROKEN_WORD_BYTES = 40
"""No multiple of the three bytes that a Thai letter takes in UTF-8."""
_SECTION_BYTES = 18
"""What one section of RFC 2231 holds: three letters for each byte, in lines below 78."""


def header(fields: Iterable[tuple[str, bytes]]) -> bytes:
    """The first lines of a mail; a part with its own header follows."""
    return b"".join(name.encode() + b": " + value + b"\r\n" for name, value in fields)


def crlf(content: bytes) -> bytes:
    """`content` with its lines ended as on the wire."""
    return content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def part(media_type: str, content: bytes, transfer: Transfer, *headers: bytes) -> bytes:
    """One part with its header, or the end of a mail's header with its body."""
    fields = (
        *headers,
        b"Content-Type: " + media_type.encode(),
        b"Content-Transfer-Encoding: " + transfer.encode(),
    )
    return b"\r\n".join((*fields, b"", _CODES[transfer](content)))


def pdf(content: bytes, *names: bytes) -> bytes:
    """An attachment; `names` are the parameters that name it, as the functions below write them."""
    disposition = b";\r\n ".join((b"Content-Disposition: attachment", *names))
    return part("application/pdf", content, "base64", disposition)


def multipart(kind: str, boundary: str, *parts: bytes) -> bytes:
    """A multipart of `parts`; `kind` is its subtype, with further parameters if need be."""
    line = f'Content-Type: multipart/{kind}; boundary="{boundary}"'.encode()
    delimiter = f"--{boundary}".encode()
    inner = b"".join(delimiter + b"\r\n" + each + b"\r\n" for each in parts)
    return line + b"\r\n\r\n" + inner + delimiter + b"--\r\n"


def forwarded(mail: bytes) -> bytes:
    """A whole mail as a part of another one."""
    return b"Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n" + mail


def words(text: str, label: str = "UTF-8", codec: str = "utf-8", encoding: Literal["B", "Q"] = "B") -> bytes:
    """`text` as encoded words of RFC 2047, folded, each of whole letters."""
    return b"\r\n ".join(
        _word(piece.encode(codec), label, encoding) for piece in _pieces(text, codec, _WORD_BYTES[encoding])
    )


def broken_words(text: str) -> bytes:
    """`text` as encoded words cut inside letters, as mailers write that count bytes (RFC 2047 5 forbids)."""
    raw = text.encode()
    starts = range(0, len(raw), _BROKEN_WORD_BYTES)
    return b"\r\n ".join(_word(raw[at : at + _BROKEN_WORD_BYTES], "UTF-8", "B") for at in starts)


def name_2231(name: str, label: str = "UTF-8", codec: str = "utf-8") -> bytes:
    """A file name in the sections of RFC 2231 3 and 4."""
    sections = [quote_from_bytes(piece.encode(codec), "") for piece in _pieces(name, codec, _SECTION_BYTES)]
    sections[0] = f"{label}''{sections[0]}"
    if len(sections) == 1:
        return f"filename*={sections[0]}".encode()
    return b";\r\n ".join(f"filename*{n}*={section}".encode() for n, section in enumerate(sections))


def name_2047(name: str, label: str = "UTF-8", codec: str = "utf-8") -> bytes:
    """A file name as encoded words in quotes, where RFC 2047 5 forbids them and most mailers put them."""
    return b'filename="' + words(name, label, codec) + b'"'


def name_raw(name: str, codec: str = "utf-8") -> bytes:
    """A file name in raw 8-bit bytes."""
    return b'filename="' + name.encode(codec) + b'"'


def _word(content: bytes, label: str, encoding: Literal["B", "Q"]) -> bytes:
    coded = (
        binascii.b2a_base64(content, newline=False)
        if encoding == "B"
        else b"".join(b"=%02X" % byte for byte in content)
    )
    return f"=?{label}?{encoding}?".encode() + coded + b"?="


def _pieces(text: str, codec: str, most: int) -> Iterator[str]:
    """`text` in pieces of at most `most` bytes."""
    piece = ""
    for letter in text:
        if len((piece + letter).encode(codec)) > most:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _base64(content: bytes) -> bytes:
    return crlf(encodebytes(content))


def _quoted_printable(content: bytes) -> bytes:
    return crlf(quopri.encodestring(content.replace(b"\r\n", b"\n")))


_CODES: dict[Transfer, Callable[[bytes], bytes]] = {
    "7bit": crlf,
    "8bit": crlf,
    "base64": _base64,
    "quoted-printable": _quoted_printable,
}
