"""Which mail is no letter at all: answers of programs, reports, lists, invitations, spam. Pure.

`kind` takes what the readers found in the header and what the envelope and our own spam filter say.
Nothing is lost by it: such mail is kept, found by search, and a person may still file it. And no sign
outweighs a letter: mail that carries a reply to a campaign (its own number, and a citation), or a
document that nobody could read, is left for a person however automatic it looks; where only a subject
or a filter says so, any letter with a number of its own is.
"""

from dataclasses import dataclass
from typing import Literal, cast

from intake.reasons import Reason, because
from parsers.model import Document, Parsed

Kind = Literal["auto-reply", "bounce", "read-receipt", "list", "calendar", "spam"]

_REPORTS = frozenset({"bounce", "read-receipt"})
"""What returns a mail of ours: a document in it is one that we sent."""

_SCANNED = frozenset({"application/pdf", "image/tiff"})
"""What a scanner makes; a picture of another kind in automatic mail is a logo."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivery:
    """What is known of a mail beside its content.

    `null_sender`: the envelope sender was `<>` (RFC 5321 section 4.5.5). `spam`: our own filter says so.
    """

    null_sender: bool = False
    spam: bool = False


def kind(parsed: Parsed, delivery: Delivery) -> Kind | None:
    """What kind of mail that is no letter this is by its looks; `None` for what may be a letter."""
    message = parsed.message
    if message is None:
        return None
    if delivery.spam:
        return "spam"
    if told := message.noise or message.automatic:
        return cast("Kind", told)
    return "bounce" if delivery.null_sender and parsed.letter is None else None


def is_certain(parsed: Parsed) -> bool:
    """Whether the header says it outright; a subject, or a filter's opinion, may be mistaken."""
    return parsed.message is not None and parsed.message.automatic is not None


def reasons(kind: Kind, *, about: str | None) -> tuple[Reason, ...]:
    """Why it is no letter. `about` is what of ours a report is about, as people call it."""
    told = (because(kind),)
    return (*told, because("about", what=about)) if about else told


def may_hide_a_letter(kind: Kind, document: Document) -> bool:
    """Whether `document`, in mail of that kind, may be a letter that could not be read."""
    if kind in _REPORTS:
        return False
    scanned = document.media_type in _SCANNED and "no-text-layer" in document.defects
    return scanned or "encrypted" in document.defects
