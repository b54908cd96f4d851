"""What the header of a mail says of it: who, to whom, when, about what, and what the receiving
server made of the sender.

Addresses are taken from the raw field before anything is decoded, so that a display name cannot
smuggle one in (RFC 5322 3.4, RFC 2047 5). Nothing is believed: the sender is evidence, the date is
what the sender's clock claimed.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from parsers.mail import charsets
from parsers.mail.headers import Headers
from parsers.model import Message

_ADDRESS_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"?|<([^<>]*)>?|([,;])|:|[^",;:<>]+|>', re.DOTALL)
_COMMENT_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|\\.|[()]|[^"\\()]+|.', re.DOTALL)
_ROUTE = re.compile(rb"^@[^:]*:")
"""The relays that old mailers wrote before an address (RFC 5322 4.4)."""
_ADDRESSES = 500
_DATE_CHARS = 100
_COMMENT = re.compile(r"\([^()]*\)")
_VERDICT = re.compile(r";\s*(spf|dkim|dmarc)\s*=\s*([a-z]+)", re.IGNORECASE)
_BUDDHIST_YEARS = range(2400, 2700)


def read(headers: Headers) -> Message:
    """The header in the values of the contract; what is absent or unreadable is `None`.

    Adds to the defects of `headers`: `date-unreadable`, `date-in-buddhist-era` (and converted).
    """
    date, date_defects = sent_at(headers.raw("date"))
    senders = addresses(headers.raw("from")) or addresses(headers.raw("sender"))
    return Message(
        message_id=headers.text("message-id") or None,
        from_=senders[0] if senders else None,
        to=tuple(address for value in headers.all("to") for address in addresses(value)),
        subject=headers.text("subject"),
        date=date,
        in_reply_to=headers.text("in-reply-to") or None,
        auto_submitted=_keyword(headers.text("auto-submitted") or "") or None,
        authentication=authentication(headers) or None,
        defects=(*headers.defects, *date_defects),
    )


def _keyword(value: str) -> str:
    """The keyword of RFC 3834 section 5, without comments and parameters."""
    return _COMMENT.sub("", value).partition(";")[0].strip().lower()


def addresses(value: bytes) -> tuple[str, ...]:
    """The bare addresses of an address list, as written, groups opened; the first 500."""
    found: list[str] = []
    angle, loose = b"", b""
    for token in (*_ADDRESS_TOKEN.finditer(_without_comments(value)), None):
        if token is None or token[2]:
            address = charsets.decode(_ROUTE.sub(b"", re.sub(rb"\s", b"", angle or loose))).text
            if "@" in address and len(found) < _ADDRESSES:
                found.append(address)
            angle, loose = b"", b""
        elif token[1] is not None:
            angle = angle or token[1]
        elif token[0] == b":":
            loose = b""
        elif token[0][:1] not in b'">':
            loose += token[0]
    return tuple(found)


def _without_comments(value: bytes) -> bytes:
    """Comments may hold comments (RFC 5322 3.2.2); what stands in quotes is none."""
    kept: list[bytes] = []
    depth = 0
    for token in _COMMENT_TOKEN.finditer(value):
        depth += token[0] == b"("
        if not depth:
            kept.append(token[0])
        depth = max(0, depth - (token[0] == b")"))
    return b"".join(kept)


def sent_at(value: bytes) -> tuple[datetime | None, tuple[str, ...]]:
    """The Date field as aware UTC; a time without a zone is taken for UTC (RFC 5322 3.3)."""
    if not value:
        return None, ()
    parts = parsedate_tz(value[:_DATE_CHARS].decode("ascii", "replace"))
    if parts is None:
        return None, ("date-unreadable",)
    year = parts[0]
    defects: tuple[str, ...] = ()
    if year in _BUDDHIST_YEARS:
        year, defects = year - 543, ("date-in-buddhist-era",)
    try:
        zone = timezone(timedelta(seconds=parts[9] or 0))
        return datetime(year, *parts[1:6], tzinfo=zone).astimezone(UTC), defects
    except (ValueError, OverflowError):
        return None, ("date-unreadable",)


def authentication(headers: Headers) -> dict[str, str]:
    """`{"spf": "pass", …}`: the verdicts of the server that received the mail last (RFC 8601).

    Only its own fields count, known by the name that the topmost one bears: those further down
    came with the mail and may be forged. Without any, the Received-SPF field is taken (RFC 7208).
    """
    fields = [
        _COMMENT.sub("", value.decode("utf-8", "replace")) for value in headers.all("authentication-results")
    ]
    verdicts: dict[str, str] = {}
    for field in fields:
        if _server(field) == _server(fields[0]):
            for method, verdict in _VERDICT.findall(field):
                verdicts.setdefault(method.lower(), verdict.lower())
    if not verdicts and (spf := re.match(rb"[A-Za-z]+", headers.raw("received-spf"))):
        verdicts["spf"] = spf[0].decode("ascii").lower()
    return verdicts


def _server(field: str) -> str:
    return (field.partition(";")[0].split() or [""])[0].lower()
