"""What the content transfer encodings stand for (RFC 2045 6), read leniently.

Each decoder returns the bytes and whether they are whole: mail that was cut or rewrapped on its way
still gives all that is left of it.
"""

import binascii
import re
from collections.abc import Callable

_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/=\s]")
_MOST_STRANGE = 4
"""One letter in so many may be strange to base64 before it is none."""
_PADDED_BREAK = re.compile(rb"=[ \t]+(?=\r?\n)")
"""White space that was added on the way behind a soft line break (RFC 2045 6.7, rule 3)."""
_BROKEN_QUOTE = re.compile(rb"=(?![0-9A-Fa-f]{2}|\r?\n|\Z)")


def decode(raw: bytes, encoding: str) -> tuple[bytes, tuple[str, ...]]:
    """`raw` decoded from `encoding` (lower case; empty means none), and the defects met.

    Defects: `transfer-encoding-damaged`, `transfer-encoding-unknown` (the bytes are left as they are).
    """
    if (decoder := _DECODERS.get(encoding)) is None:
        return raw, ("transfer-encoding-unknown",)
    content, whole = decoder(raw)
    return content, () if whole else ("transfer-encoding-damaged",)


def base64(raw: bytes) -> tuple[bytes, bool]:
    if len(_NO_BASE64.findall(raw)) > len(raw) // _MOST_STRANGE:
        return raw, False  # labelled so, but never encoded
    try:
        return binascii.a2b_base64(raw), True
    except binascii.Error:
        digits = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
        digits = digits[: len(digits) - (len(digits) % 4 == 1)]
        return binascii.a2b_base64(digits + b"=" * (-len(digits) % 4)), False


def _quoted_printable(raw: bytes) -> tuple[bytes, bool]:
    joined = _PADDED_BREAK.sub(b"=", raw)
    return binascii.a2b_qp(joined), not _BROKEN_QUOTE.search(joined)


def _uuencoded(raw: bytes) -> tuple[bytes, bool]:
    _, begin, after = raw.partition(b"begin ")
    decoded, whole = [], bool(begin)
    for line in after.splitlines()[1:]:
        if line.strip() in (b"`", b"end", b""):
            break
        try:
            decoded.append(binascii.a2b_uu(line))
        except binascii.Error:
            whole = False
    return b"".join(decoded), whole


def _as_it_is(raw: bytes) -> tuple[bytes, bool]:
    return raw, True


_DECODERS: dict[str, Callable[[bytes], tuple[bytes, bool]]] = {
    "": _as_it_is,
    "7bit": _as_it_is,
    "7-bit": _as_it_is,
    "8bit": _as_it_is,
    "8-bit": _as_it_is,
    "binary": _as_it_is,
    "base64": base64,
    "quoted-printable": _quoted_printable,
    "x-uuencode": _uuencoded,
    "x-uue": _uuencoded,
    "uuencode": _uuencoded,
}
