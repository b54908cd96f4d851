"""What kind of file some bytes are, by the bytes themselves; labels only decide between texts.

Names and labels of attachments are wrong often enough (a PDF sent as application/octet-stream, a
mail as text) that nothing relies on them where the content speaks.
"""

import contextlib
import re
from collections.abc import Callable

from parsers import compound, errors, packed
from parsers.limits import Limits
from parsers.mail import headers

ENVELOPED = "application/pkcs7-mime"
"""What is encrypted by S/MIME (RFC 8551); a signed text has the same type, but not these bytes."""
PGP = "application/pgp-encrypted"
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
    (re.compile(rb"%!PS"), "application/postscript"),
    (re.compile(rb"-----BEGIN PGP MESSAGE-----"), PGP),
    (re.compile(rb"\x30.{1,5}\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03", re.DOTALL), ENVELOPED),
    (re.compile(rb"\x78\x9f\x3e\x22"), "application/ms-tnef"),
    (re.compile(rb"Rar!\x1a\x07"), "application/vnd.rar"),
    (re.compile(rb"7z\xbc\xaf\x27\x1c"), "application/x-7z-compressed"),
)
_ZIP, _OLE = "application/zip", "application/x-ole-storage"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_EXCEL_BINARY_XML = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
TEXT_DOCUMENT = "application/vnd.oasis.opendocument.text"
SHEET_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"
ENCRYPTED_OFFICE = "application/x-ooxml-encrypted"
OUTLOOK = "application/vnd.ms-outlook"
WORD_97 = "application/msword"
EXCEL_97 = "application/vnd.ms-excel"
# What the members of a zip archive begin with tells which office format it is; the first that fits.
_OFFICE = (
    ("word/", WORD),
    ("xl/workbook.bin", _EXCEL_BINARY_XML),
    ("xl/", EXCEL),
    ("ppt/", _SLIDES),
)
_OPENDOCUMENT = (TEXT_DOCUMENT, SHEET_DOCUMENT)
_ODF_TYPE = "mimetype"
"""The member that says which it is, the first one and uncompressed (ODF 1.3, part 2, 3.3)."""
# What the streams of a compound file tell. A mail may hold any of the others, so it comes first.
_COMPOUND = (
    ("__properties_version1.0", OUTLOOK),
    ("EncryptedPackage", ENCRYPTED_OFFICE),
    ("WordDocument", WORD_97),
    ("Workbook", EXCEL_97),
    ("Book", EXCEL_97),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)
_HEAD_BYTES = 4096
_LIMITS = Limits()
_LATE_PDF = re.compile(rb"%PDF-1\.\d")
_LATE_BYTES = 1024
"""Readers accept a PDF that begins this late; scanners put their own lines before it."""
_FIRST_OBJECT = re.compile(rb"\s*(?:%[^\r\n]{0,100}\s+)?\d{1,10} \d{1,5} obj\b")
_PDF_END = b"startxref"
_HTML = re.compile(
    rb"(?:<!--.{0,400}?-->|<\?xml[^>]{0,200}>|[\s\xef\xbb\xbf])*<(?:!doctype html|html|head|body|meta|table|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_FIELD = re.compile(
    "from|to|cc|subject|date|received|message-id|mime-version|return-path|delivered-to|content-type|reply-to"
    "|sender|dkim-signature"
)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_STRANGE, _STRANGE_IN_TEXT = 100, 20
"""One byte in so many is a control character in a binary; more of them are let pass where a text is announced."""
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_WIDE = re.compile(r"(?:utf|ucs)[-_]?(?:16|32|2|4)(?:[-_]?[bl]e)?", re.IGNORECASE)


def media_type(raw: bytes, *, label: str | None = None, charset: str | None = None, name: str = "") -> str:
    """The media type of `raw`, in lower case; `label` and `charset` are what the sender called it, if anything.

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
    if _is_headless_pdf(raw):
        return "application/pdf"
    wide = labelled_text and charset is not None and _WIDE.fullmatch(charset)
    if not wide and _is_binary(head, one_in=_STRANGE_IN_TEXT if labelled_text else _STRANGE):
        return "application/octet-stream"
    if label is not None and labelled_text and label != "text/plain":
        return label
    if name.lower().endswith(".csv"):
        return "text/csv"
    return "text/html" if _HTML.match(head) else "text/plain"


def _by_magic(raw: bytes, head: bytes) -> str | None:
    found = next((kind for pattern, kind in _MAGIC if pattern.match(head)), None)
    return _INSIDE[found](raw) if found in _INSIDE else found


def _zipped(raw: bytes) -> str:
    """An archive cut short has lost its list of members: what is left of it must tell then."""
    try:
        with packed.opened(raw, limits=_LIMITS) as archive:
            if _ODF_TYPE in archive.names and (kind := _opendocument(archive.read(_ODF_TYPE))):
                return kind
            return next((kind for mark, kind in _OFFICE if any(map(_begins(mark), archive.names))), _ZIP)
    except errors.Unreadable:
        marks = ((mark.encode(), kind) for mark, kind in _OFFICE)
        return _opendocument(raw) or next((kind for mark, kind in marks if mark in raw), _ZIP)


def _opendocument(mark: bytes) -> str | None:
    return next((kind for kind in _OPENDOCUMENT if kind.encode() in mark[:_HEAD_BYTES]), None)


def _begins(mark: str) -> Callable[[str], bool]:
    return lambda name: name.startswith(mark)


def _compound(raw: bytes) -> str:
    """Where the directory is damaged, the names that are left of it must tell."""
    with contextlib.suppress(errors.Unreadable), compound.opened(raw, limits=_LIMITS) as file:
        for stream, kind in _COMPOUND:
            if file.has(stream):
                return kind
    marks = ((stream.encode("utf-16-le"), kind) for stream, kind in _COMPOUND)
    return next((kind for mark, kind in marks if mark in raw), _OLE)


_INSIDE = {_ZIP: _zipped, _OLE: _compound}


def _is_headless_pdf(raw: bytes) -> bool:
    """Whether only the first line of a PDF is missing."""
    return bool(_FIRST_OBJECT.match(raw)) and _PDF_END in raw[-_LATE_BYTES:]


def _is_binary(head: bytes, *, one_in: int) -> bool:
    """A stray control character does not make a text binary."""
    return not head.startswith(_UTF16_MARKS) and one_in * len(_BINARY.findall(head)) > len(head)


def _is_mail(raw: bytes, name: str) -> bool:
    """A header block with two of the usual fields; one is enough under a mail's file name."""
    mail = headers.with_usual_line_ends(raw)
    before = headers.BEFORE_HEADER.match(mail)
    block, _ = headers.split(mail, before.end() if before else 0, len(mail), limits=_LIMITS)
    usual = {field for field, _ in block.fields if _MAIL_FIELD.fullmatch(field)}
    return len(usual) >= (1 if name.lower().endswith((".eml", ".mbox")) else 2)
