"""A mail as Outlook keeps it: properties by number ([MS-OXPROPS]), made the parts of an ordinary mail.

`.msg` files and `winmail.dat` hold the same properties in two wrappings; what they mean is known here alone. What
Outlook kept of the header that came over the wire goes before what it wrote down itself.
"""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import compressed_rtf  # type: ignore[import-untyped]

from parsers.limits import Limits
from parsers.mail import charsets, headers
from parsers.mail.headers import Headers, Structured
from parsers.mail.mime import Part

# Types of properties ([MS-OXCDATA] 2.11.1).
SHORT, LONG, OBJECT, TIME, BINARY = 0x0002, 0x0003, 0x000D, 0x0040, 0x0102
STRING_8, STRING = 0x001E, 0x001F

MESSAGE_CLASS, SUBJECT, SENT_AT, WIRE_HEADERS, RECEIVED_AT = 0x001A, 0x0037, 0x0039, 0x007D, 0x0E06
SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP, OWNER_SMTP = 0x0C1A, 0x0C1F, 0x5D01, 0x5D02
BODY, RTF, HTML = 0x1000, 0x1009, 0x1013
MESSAGE_ID, IN_REPLY_TO = 0x1035, 0x1042
RECIPIENT_KIND, ADDRESS, SMTP_ADDRESS = 0x0C15, 0x3003, 0x39FE
CONTENT, SHORT_NAME, LONG_NAME, MEDIA_TYPE = 0x3701, 0x3704, 0x3707, 0x370E
INTERNET_CODE_PAGE, CODE_PAGE = 0x3FDE, 0x3FFD
WANTED = frozenset(
    [
        *(
            MESSAGE_CLASS,
            SUBJECT,
            SENT_AT,
            WIRE_HEADERS,
            RECEIVED_AT,
            SENDER_NAME,
            SENDER_ADDRESS,
            SENDER_SMTP,
        ),
        *(OWNER_SMTP, BODY, RTF, HTML, MESSAGE_ID, IN_REPLY_TO, RECIPIENT_KIND, ADDRESS, SMTP_ADDRESS),
        *(CONTENT, SHORT_NAME, LONG_NAME, MEDIA_TYPE, INTERNET_CODE_PAGE, CODE_PAGE),
    ]
)
"""The numbers of all the properties that are read; the others can be left where they are."""

_TO = 1
_FIRST_TICK = datetime(1601, 1, 1, tzinfo=UTC)
_RTF_BYTES = 1 << 20
"""Compressed; a page has some 10 KB, and it is unpacked letter by letter."""
# Of message classes (REPORT.IPM.Note.NDR), what a report says, as RFC 3464 and RFC 8098 call it.
_REPORTS = {
    "NDR": "delivery-status",
    "DR": "delivery-status",
    "IPNRN": "disposition-notification",
    "IPNNRN": "disposition-notification",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Properties:
    """The values of one message, recipient or attachment, each with its type; `code_page` is of its 8-bit text."""

    values: Mapping[int, tuple[int, bytes]] = field(default_factory=dict)
    code_page: int = 0

    def text(self, number: int) -> str:
        """Empty if there is none."""
        kind, raw = self.values.get(number, (STRING, b""))
        if kind == STRING:
            return raw.decode("utf-16-le", "replace").rstrip("\0")
        return charsets.decode(raw, _charset(self.code_page)).text.rstrip("\0") if kind == STRING_8 else ""

    def raw(self, number: int) -> bytes:
        return self.values.get(number, (BINARY, b""))[1]

    def number(self, number: int) -> int:
        """0 if there is none."""
        return int.from_bytes(self.raw(number)[:4], "little")

    def time(self, number: int) -> datetime | None:
        """In units of 100 ns since 1601, kept in UTC ([MS-DTYP] 2.3.3)."""
        ticks = int.from_bytes(self.raw(number)[:8], "little")
        with contextlib.suppress(OverflowError):
            return _FIRST_TICK + timedelta(microseconds=ticks // 10) if ticks else None
        return None


def mail(
    message: Properties, *, recipients: Sequence[Properties], attachments: Sequence[Part], limits: Limits
) -> Part:
    """The mail that `message` is, its bodies as alternatives before its attachments."""
    mixed = Structured(value="multipart/mixed", parameters={})
    report = _REPORTS.get(message.text(MESSAGE_CLASS).rpartition(".")[2].upper())
    if report and message.text(MESSAGE_CLASS).upper().startswith("REPORT."):
        mixed = Structured(value="multipart/report", parameters={"report-type": report})
    bodies = replace(_part("multipart/alternative"), parts=tuple(_bodies(message)))
    return Part(
        headers=_headers(message, recipients, limits),
        media_type=mixed.value,
        content=mixed,
        disposition=_NOTHING,
        parts=(bodies, *attachments),
    )


def attachment(properties: Properties) -> Part:
    """The attached file whose bytes `properties` hold."""
    name = properties.text(LONG_NAME) or properties.text(SHORT_NAME)
    kind = properties.text(MEDIA_TYPE).strip().lower() or "application/octet-stream"
    return attached(kind, name=name, body=properties.raw(CONTENT))


def attached(media_type: str, *, name: str, body: bytes = b"", parts: tuple[Part, ...] = ()) -> Part:
    """Anything that is attached under a name; `parts` is the mail inside of an attached mail."""
    disposition = Structured(value="attachment", parameters={"filename": name} if name else {})
    return replace(_part(media_type), disposition=disposition, body=body, parts=parts)


def _bodies(message: Properties) -> Iterator[Part]:
    """Plain, HTML and rich text, as far as there are any; the last only where it is the only one."""
    page = message.number(INTERNET_CODE_PAGE) or message.code_page
    text, html = message.text(BODY), message.text(HTML)
    if text.strip():
        yield _part("text/plain", charset="utf-8", body=text.encode("utf-8", "replace"))
    if html.strip():
        yield _part("text/html", charset="utf-8", body=html.encode("utf-8", "replace"))
    elif message.raw(HTML).strip():
        yield _part("text/html", charset=_charset(page), body=message.raw(HTML))
    elif not text.strip() and (rich := _rich_text(message.raw(RTF))):
        yield _part("application/rtf", body=rich)


def _rich_text(raw: bytes) -> bytes:
    """[MS-OXRTFCP]; empty if it is damaged."""
    if not raw or len(raw) > _RTF_BYTES:
        return b""
    try:
        return bytes(compressed_rtf.decompress(raw))
    except Exception:  # it raises nothing more special
        return b""


def _headers(message: Properties, recipients: Sequence[Properties], limits: Limits) -> Headers:
    wire = message.text(WIRE_HEADERS).encode("utf-8", "replace")
    kept, _ = headers.split(wire, 0, len(wire), limits=limits)
    written = {
        name: value.encode("utf-8", "replace") for name, value in _fields(message, recipients) if value
    }
    own = tuple((name, value) for name, value in written.items() if not kept.raw(name))
    defects = tuple(defect for defect in kept.defects if defect != "header-unterminated")
    return Headers(fields=(*kept.fields, *own), defects=defects)


def _fields(message: Properties, recipients: Sequence[Properties]) -> Iterator[tuple[str, str]]:
    sent = message.time(SENT_AT) or message.time(RECEIVED_AT)
    addresses = (message.text(number) for number in (SENDER_SMTP, OWNER_SMTP, SENDER_ADDRESS))
    yield "from", next((address for address in addresses if "@" in address), "")
    to = (one for one in recipients if one.number(RECIPIENT_KIND) == _TO)
    yield "to", ", ".join(one.text(SMTP_ADDRESS) or one.text(ADDRESS) for one in to)
    yield "subject", message.text(SUBJECT)
    yield "date", format_datetime(sent) if sent else ""
    yield "message-id", message.text(MESSAGE_ID)
    yield "in-reply-to", message.text(IN_REPLY_TO)


_NOTHING = Structured(value="", parameters={})


def _part(media_type: str, *, charset: str | None = None, body: bytes = b"") -> Part:
    content = Structured(value=media_type, parameters={"charset": charset} if charset else {})
    return Part(headers=Headers(), media_type=media_type, content=content, disposition=_NOTHING, body=body)


def _charset(code_page: int) -> str:
    return {0: "", 20127: "us-ascii", 28591: "iso-8859-1", 65001: "utf-8"}.get(code_page, f"cp{code_page}")
