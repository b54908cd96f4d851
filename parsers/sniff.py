"""What kind of file some bytes are, by the bytes themselves; labels only decide between texts.

Names and labels of attachments are wrong often enough (a PDF sent as application/octet-stream, a
mail as text) that nothing relies on them where the content speaks.
"""

import re

from parsers.limits import Limits
from parsers.mail import headers

_MAGIC = (
    (re.compile(rb"[\s\xef\xbb\xbf]{0,64}%PDF-"), "application/pdf"),
    (re.compile(rb"PK\x03\x04|PK\x05\x06"), "application/zip"),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "application/x-ole-storage"),
    (re.compile(rb"\x89PNG\r\n"), "image/png"),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg"),
    (re.compile(rb"II\*\x00|MM\x00\*"), "image/tiff"),
    (re.compile(rb"GIF8[79]a"), "image/gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "image/webp"),
    (re.compile(rb"....ftyp(?:heic|heix|mif1|msf1)", re.DOTALL), "image/heic"),
    (re.compile(rb"BM.{4}\x00\x00\x00\x00", re.DOTALL), "image/bmp"),
    (re.compile(rb"\{\\rtf"), "application/rtf"),
    (re.compile(rb"\x78\x9f\x3e\x22"), "application/ms-tnef"),
    (re.compile(rb"Rar!\x1a\x07"), "application/vnd.rar"),
    (re.compile(rb"7z\xbc\xaf\x27\x1c"), "application/x-7z-compressed"),
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# The member of a zip archive that tells which office format it is.
_OFFICE = (
    (b"word/", WORD),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"),
)
_HEAD_BYTES = 4096
_LIMITS = Limits()
_LATE_PDF = re.compile(rb"%PDF-1\.\d")
_LATE_BYTES = 1024
"""Readers accept a PDF that begins this late; scanners put their own lines before it."""
_HTML = re.compile(
    rb"(?:<!--.{0,400}?-->|<\?xml[^>]{0,200}>|[\s\xef\xbb\xbf])*<(?:!doctype html|html|head|body|meta|table|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_FIELD = re.compile(
    "from|to|cc|subject|date|received|message-id|mime-version|return-path|delivered-to|content-type|reply-to"
    "|sender|dkim-signature"
)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def media_type(raw: bytes, *, label: str | None = None, name: str = "") -> str:
    """The media type of `raw`, in lower case; `label` is what the sender called it, if anything.

    `message/rfc822` for a mail, `text/…` for any text, `application/octet-stream` for the unknown.
    """
    head = raw[:_HEAD_BYTES]
    if (known := _by_magic(raw, head)) is not None:
        return known
    labelled_text = label is not None and label.startswith("text/")
    if not labelled_text and _is_mail(raw, name):
        return "message/rfc822"
    if _LATE_PDF.search(head[:_LATE_BYTES]):
        return "application/pdf"
    if _is_binary(head):
        return "application/octet-stream"
    if label is not None and labelled_text and label != "text/plain":
        return label
    return "text/html" if _HTML.match(head) else "text/plain"


def _by_magic(raw: bytes, head: bytes) -> str | None:
    found = next((kind for pattern, kind in _MAGIC if pattern.match(head)), None)
    if found == "application/zip":
        return next((kind for mark, kind in _OFFICE if mark in raw), found)
    return found


def _is_binary(head: bytes) -> bool:
    """A stray control character does not make a text binary; more than one in a hundred does."""
    return not head.startswith(_UTF16_MARKS) and 100 * len(_BINARY.findall(head)) > len(head)


def _is_mail(raw: bytes, name: str) -> bool:
    """A header block with two of the usual fields; one is enough under a mail's file name."""
    begin = len(raw) - len(raw.lstrip())
    block, _ = headers.split(raw, begin, len(raw), limits=_LIMITS)
    usual = {field for field, _ in block.fields if _MAIL_FIELD.fullmatch(field)}
    return len(usual) >= (1 if name.lower().endswith((".eml", ".mbox")) else 2)
