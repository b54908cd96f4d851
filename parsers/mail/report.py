"""Which message a report is about: delivery reports (RFC 3464) and read receipts (RFC 8098).

By the Message-ID in the returned header (RFC 6522), or by the one that the report names. Like all of
a mail, it is what the sender wrote and may be made up.
"""

from collections.abc import Iterator

from parsers.limits import Limits
from parsers.mail import headers
from parsers.mail.mime import Part

_RETURNED_HEADER = frozenset(["text/rfc822-headers", "message/rfc822-headers"])
_NAMING = {
    "message/disposition-notification": "original-message-id",  # RFC 8098 3.2.5
    "message/global-disposition-notification": "original-message-id",
}


def about(mail: Part) -> str | None:
    """The Message-ID, in its angle brackets, of the message that is reported on; `None` if unsaid."""
    if mail.media_type != "multipart/report":
        return None
    return next((named for part in mail.parts for named in _named(part)), None)


def _named(part: Part) -> Iterator[str]:
    for returned in part.parts if part.media_type == "message/rfc822" else ():
        yield from _field(returned.headers, "message-id")
    if field := _NAMING.get(part.media_type):
        yield from _field(_header(part), field)
    if part.media_type in _RETURNED_HEADER:
        yield from _field(_header(part), "message-id")


def _field(fields: headers.Headers, name: str) -> Iterator[str]:
    if value := fields.text(name):
        yield value


def _header(part: Part) -> headers.Headers:
    return headers.split(part.body, 0, len(part.body), limits=Limits())[0]
