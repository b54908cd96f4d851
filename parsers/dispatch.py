"""READ THIS FIRST: one file, from its bytes to all that was read from it.

Opens it (a mail into its bodies and attachments, an archive into its members; anything else is itself), reads each of them by its
kind, looks for letters in each, and chooses the one that the file is about. Bad input never raises:
a part that cannot be read has a defect, and `error` is set if nothing could be read at all. Loads
every reading library, so that only the child (`worker.py`) may import it in a service.
"""

import hashlib
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from parsers import formats, placing, unpacking
from parsers.formats import Refusal, Text
from parsers.letter import confirmation, fields
from parsers.letter.fields import Reading as LetterReading
from parsers.limits import Limits
from parsers.mail import message, noise, quoting, report
from parsers.mail.contents import Item
from parsers.mail.mime import Part
from parsers.model import Confirmation, Document, Letter, Message, Page, Parsed, TextSource
from parsers.unpacking import Refuse

_DEFAULTS = Limits()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Reading:
    """One item after its reading; `failure` says why there is no text."""

    item: Item
    document: Document
    pages: tuple[Page, ...] = ()
    letters: tuple[LetterReading, ...] = ()
    failure: str | None = None


def parse(
    raw: bytes,
    *,
    name: str,
    limits: Limits = _DEFAULTS,
    refuse: Refuse = lambda document: None,
) -> Parsed:
    """Everything that can be read from `raw`, a file called `name`; the content says what it is.

    `refuse` is asked before each document, by its index, whether there is a reason not to read it.
    `error` is one sentence for a person: what is wrong and what to do.
    """
    file = unpacking.unpack(raw, name=name, limits=limits, refuse=refuse)
    mail = file.mail
    readings = _read_all(file.items, limits)
    forwarded = mail is not None and quoting.is_forward(mail.headers.text("subject"))
    chosen = _choose(readings, forwarded=forwarded)
    parsed = Parsed(
        source=name,
        sha256=_sha256(raw),
        media_type=file.media_type,
        message=_message(mail, readings) if mail else None,
        documents=tuple(reading.document for reading in readings),
        letter=chosen,
        letters=tuple(one.letter for reading in readings for one in reading.letters),
        confirmation=_confirmation(chosen, readings) if chosen else None,
        error=_error(readings),
    )
    return placing.as_shown(parsed, [reading.pages for reading in readings])


def _read_all(items: Iterable[Item], limits: Limits) -> list[_Reading]:
    """The limits on text, on pages read by OCR and on time are for all of them together."""
    readings: list[_Reading] = []
    end = time.monotonic() + limits.seconds
    for index, item in enumerate(items):
        left = replace(_left(limits, readings), seconds=max(0.0, end - time.monotonic()))
        readings.append(_read(item, index, left))
    return readings


def _left(limits: Limits, readings: Sequence[_Reading]) -> Limits:
    chars = sum(len(reading.document.text) for reading in readings)
    seen = sum(page.source == "ocr" for reading in readings for page in reading.pages)
    return replace(
        limits, text_chars=max(0, limits.text_chars - chars), ocr_pages=max(0, limits.ocr_pages - seen)
    )


def _read(item: Item, index: int, limits: Limits) -> _Reading:
    if item.role in ("mail", "archive") and not item.failure:
        return _Reading(item=item, document=_document(item, Text()))
    text = formats.read(item, limits=limits)
    if isinstance(text, Refusal):
        document = _document(item, Text(defects=(text.defect,)))
        return _Reading(item=item, document=document, failure=text.sentence)
    return _Reading(
        item=item,
        document=_document(item, text),
        pages=text.pages,
        letters=fields.read_all(text.pages, document=index, sender=item.sender),
    )


def _document(item: Item, text: Text) -> Document:
    return Document(
        name=item.name,
        media_type=item.media_type,
        sha256=_sha256(item.raw),
        pages=len(text.pages),
        text_source=_source(text.pages),
        text_quality=min((page.quality for page in text.pages if page.lines), default=0.0),
        text=text.full,
        defects=tuple(dict.fromkeys((*item.defects, *text.defects))),
        codes=tuple(code for page in text.pages for code in page.codes),
    )


def _source(pages: Sequence[Page]) -> TextSource | None:
    sources = {page.source for page in pages if page.lines} or {page.source for page in pages}
    return "mixed" if len(sources) > 1 else next(iter(sources), None)


def _choose(readings: Sequence[_Reading], *, forwarded: bool) -> Letter | None:
    """The letter that the file is about: no form, attached rather than written into the mail, and of
    the inner mail if this one forwards it; among these no circular and none that another one answers.
    """
    found = [(reading.item, one.letter) for reading in readings for one in reading.letters]
    outermost_first = -1 if forwarded else 1

    def rank(pair: tuple[Item, Letter]) -> tuple[bool, bool, int]:
        item, letter = pair
        return letter.kind in ("form", "other"), item.role == "body", item.depth * outermost_first

    return fields.choose([letter for _, letter in sorted(found, key=rank)])


def _confirmation(chosen: Letter, readings: Sequence[_Reading]) -> Confirmation | None:
    """What the chosen letter says or, if that is nothing clear, what the body of the mail says."""
    lists = [page for reading in readings if _holds_lists(reading) for page in reading.pages]
    asked = [
        (one.letter is not chosen, index, one)
        for index, reading in enumerate(readings)
        for one in reading.letters
        if (one.letter is chosen or reading.item.role == "body") and not one.zones.proclaimed
    ]
    answers = [
        answer
        for _, index, one in sorted(asked, key=itemgetter(0))
        if (answer := confirmation.read(one, readings[index].pages, document=index, lists=lists))
    ]
    clear = (answer for answer in answers if answer.outcome != "unclear")
    return next(clear, answers[0] if answers else None)


def _holds_lists(reading: _Reading) -> bool:
    """Whether an attachment is no letter but what one encloses: a table of organisations, perhaps."""
    return reading.item.role == "attachment" and all(one.zones.proclaimed for one in reading.letters)


def _message(mail: Part, readings: Sequence[_Reading]) -> Message:
    """The header, with what is wrong with the mail and why it is no letter, if it is none."""
    head = message.read(mail.headers)
    roles = {
        reading.item.role for reading in readings if any(not one.zones.proclaimed for one in reading.letters)
    }
    kind = noise.classify(mail, head, letter_attached="attachment" in roles, letter_in_body="body" in roles)
    defects = dict.fromkeys((*head.defects, *mail.defects_of_structure()))
    return replace(
        head,
        noise=kind,
        automatic=noise.automatic(mail, head),
        about=report.about(mail),
        defects=tuple(defects),
    )


def _error(readings: Sequence[_Reading]) -> str | None:
    if any(reading.document.text.strip() for reading in readings):
        return None
    return next((reading.failure for reading in readings if reading.failure), None)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
