"""Who reads which kind of file: a table from media type to reader.

Every reader takes one item and gives its text and its pages. What cannot be read becomes a
`Refusal`, never an exception, so that one bad attachment costs nothing but itself.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from parsers import errors, sniff
from parsers.document import (
    excel,
    mended,
    opendocument,
    plain,
    rich_text,
    scans,
    separated,
    word,
    word_binary,
)
from parsers.limits import Limits
from parsers.mail import charsets, flowed, html, quoting
from parsers.mail.charsets import Decoded
from parsers.mail.contents import Item
from parsers.model import Page

_LETTER_CHARS = 200_000
"""How much of a text is searched for letters: some sixty pages. The rest is kept, not searched."""
_TEXT = re.compile(r"text/(?!calendar|(?:x-)?vcard|css|javascript).*")
"""Kinds of text that are read as plain ones unless there is a reader of their own."""
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_CHAR_BYTES = 4
"""The most that one character takes in any charset."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """All of the text, and the pages to look for letters in: without what a mail quotes."""

    full: str = ""
    pages: tuple[Page, ...] = ()
    defects: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """Why there is no text: a defect, and a sentence that says what is wrong and what to do."""

    defect: str
    sentence: str


def read(item: Item, *, limits: Limits) -> Text | Refusal:
    """The text of `item`, by its media type.

    Defects of a refusal: `empty`, `encrypted`, `over-limit`, `unreadable`, `format-not-read`.
    """
    if item.failure:
        return _refusal(item, item.failure)
    if item.role == "body" and not item.raw.strip():
        return Text()  # all that it has to say is attached
    if not item.raw.strip():
        return Refusal(defect="empty", sentence=f"{item.name} is empty: ask the sender to send it again.")
    reader = _READERS.get(item.media_type) or (_plain if _TEXT.fullmatch(item.media_type) else None)
    if reader is None:
        return Refusal(
            defect="format-not-read",
            sentence=f"{item.name} is of a kind that is not read ({item.media_type}): ask for the letter as PDF.",
        )
    try:
        return reader(item, limits)
    except errors.Unreadable as error:
        return _refusal(item, error)


def _refusal(item: Item, error: errors.Unreadable) -> Refusal:
    defect, remedy = next(row for kind, *row in _REMEDIES if isinstance(error, kind))
    return Refusal(defect=defect, sentence=f"{item.name} was not read: {error}; {remedy}.")


_REMEDIES = (
    (errors.Encrypted, "encrypted", "ask the sender for a copy without a password"),
    (errors.OverLimit, "over-limit", "ask the sender for the letter by itself"),
    (errors.Unreadable, "unreadable", "ask the sender to send it again"),
)


def _pdf(item: Item, limits: Limits) -> Text:
    return _pictured(scans.read_pdf(mended.mended(item.raw), limits=limits))


def _html(item: Item, limits: Limits) -> Text:
    found = _decoded(item, item.charset or html.declared_charset(item.raw), limits)
    text, defects = html.read(found.text)
    return _native(item, text, (*found.defects, *defects), limits)


def _csv(item: Item, limits: Limits) -> Text:
    found = _decoded(item, item.charset, limits)
    return _native(item, separated.read(found.text), found.defects, limits)


def _office(read: Callable[..., tuple[str, tuple[str, ...]]]) -> Callable[[Item, Limits], Text]:
    """For readers of files that say themselves what their bytes mean."""

    def reader(item: Item, limits: Limits) -> Text:
        return _native(item, *read(item.raw, limits=limits), limits)

    return reader


def _excel_97(item: Item, limits: Limits) -> Text:
    from parsers.document import excel_binary  # here: its library takes long to load and is rarely needed

    return _native(item, *excel_binary.read(item.raw, limits=limits), limits)


def _image(item: Item, limits: Limits) -> Text:
    return _pictured(scans.read_image(item.raw, limits=limits))


def _pictured(pages: tuple[Page, ...]) -> Text:
    """The text of pages that have their own defects."""
    defects = tuple(defect for page in pages for defect in page.defects)
    return Text(full="\n".join(page.text for page in pages if page.lines), pages=pages, defects=defects)


def _compound(item: Item, limits: Limits) -> Text:
    raise errors.Unreadable("it is damaged, or of a program whose files are not read")


def _encrypted(item: Item, limits: Limits) -> Text:
    raise errors.Encrypted("it is protected by a password")


def _enveloped(item: Item, limits: Limits) -> Text:
    raise errors.Encrypted("it can only be opened by those for whom it was encrypted")


def _plain(item: Item, limits: Limits) -> Text:
    found = _decoded(item, item.charset, limits)
    text = found.text
    if item.soft_breaks != "kept":
        text = flowed.joined(text, delete_space=item.soft_breaks == "deleted")
    return _native(item, text, found.defects, limits)


def _decoded(item: Item, charset: str | None, limits: Limits) -> Decoded:
    """No more of the item than may be kept, cut between two letters of UTF-8."""
    end = _CHAR_BYTES * (limits.text_chars + 1)
    # A letter goes on for three bytes at most; in windows-874 these are consonants without end.
    while end < len(item.raw) and item.raw[end] & 0xC0 == 0x80 and end % _CHAR_BYTES != 1:
        end -= 1
    return charsets.decode(item.raw[:end], charset)


def _native(item: Item, text: str, defects: tuple[str, ...], limits: Limits) -> Text:
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    own = quoting.own_text(text[:_LETTER_CHARS], subject=item.subject) if item.role == "body" else text
    if len(text) > min(limits.text_chars, _LETTER_CHARS):
        defects = (*defects, "text-too-long")
    return Text(
        full=text[: limits.text_chars], pages=plain.read(own[:_LETTER_CHARS], limits=limits), defects=defects
    )


_READERS: dict[str, Callable[[Item, Limits], Text]] = {
    "application/pdf": _pdf,
    "application/rtf": _office(rich_text.read),
    "application/x-ole-storage": _compound,
    "text/csv": _csv,
    "text/html": _html,
    "text/plain": _plain,
    "text/rtf": _office(rich_text.read),
    sniff.ENVELOPED: _enveloped,
    sniff.PGP: _enveloped,
    sniff.ENCRYPTED_OFFICE: _encrypted,
    sniff.EXCEL: _office(excel.read),
    sniff.EXCEL_97: _excel_97,
    sniff.SHEET_DOCUMENT: _office(opendocument.read),
    sniff.TEXT_DOCUMENT: _office(opendocument.read),
    sniff.WORD: _office(word.read),
    sniff.WORD_97: _office(word_binary.read),
    **dict.fromkeys(
        [f"image/{kind}" for kind in ("bmp", "gif", "heic", "jpeg", "png", "tiff", "webp")], _image
    ),
}
