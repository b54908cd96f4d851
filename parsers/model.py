"""The values that leave the readers: what was found in a file, and where.

Frozen, keyword-only, JSON both ways (`to_json`, `from_json`), so that they cross the pipe of the
worker child without pickle. The JSON is the one that `intake parse --json` prints; a field keeps
its name and meaning for ever. Two rules hold everywhere: a field that is not there is `None`, and
nothing is guessed (a field that is there but unreadable has `value=None`, its `raw` and a low
`confidence`).
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Annotated, Literal

from pydantic import Field as Alias
from pydantic import TypeAdapter

Box = tuple[float, float, float, float]
"""`(x0, top, x1, bottom)` in PDF points from the top left of the page."""

LetterKind = Literal["external", "memo", "stamped", "form", "other"]
TextSource = Literal["text-layer", "ocr", "mixed", "native"]
Outcome = Literal["confirmed", "nil", "partial", "acknowledged", "declined", "unclear"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One run of text on one line; two columns on the same height are two lines.

    `boxes` has one box per character of `text` (a combining mark shares its base's box where the
    reader gives none of its own); it is `None` for text without a layout. `certainty` has for each
    character how sure a reader of pictures was of it (0 to 1); `None` for text that was written as such.
    """

    text: str
    boxes: tuple[Box, ...] | None = None
    certainty: tuple[float, ...] | None = None

    def box(self, start: int = 0, end: int | None = None) -> Box | None:
        """The smallest box around `text[start:end]`, or `None` without a layout."""
        if not self.boxes or not (span := self.boxes[start:end]):
            return None
        return (
            min(b[0] for b in span),
            min(b[1] for b in span),
            max(b[2] for b in span),
            max(b[3] for b in span),
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Code:
    """A QR code or barcode on a page: its kind by the name of zxing-cpp (`QRCode`), and what it says."""

    kind: str
    text: str
    page: int
    box: Box


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page in reading order, top to bottom. `number` counts from 1; sizes are PDF points.

    Text without a layout (a mail body, a DOCX) is one page of size zero whose lines have no boxes.
    `quality` is 0 to 1: how far the text can be trusted (1 for text that never was glyphs).
    A picture is straightened before it is read, and all places are those on the straight page; `to_shown` is the
    3 by 3 matrix, row by row, that takes them to the page as it is shown (`None` where they are the same).
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    source: TextSource
    quality: float
    defects: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()
    to_shown: tuple[float, ...] | None = None

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One field of a letter: its normal form, what is written, how sure, and where it stands.

    `document` is an index into `Parsed.documents`; `page` counts from 1.
    """

    value: str | None
    raw: str
    confidence: float
    document: int = 0
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """A letter that this letter refers to (อ้างถึง, or ตามหนังสือ… in the body)."""

    reference_number: str | None
    dated: str | None
    agency: str | None
    raw: str
    confidence: float
    document: int = 0
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """The block below the signature: the unit that owns the matter and how to reach it."""

    unit: str | None = None
    person: str | None = None
    phones: tuple[str, ...] = ()
    faxes: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """One official letter, by the fields of ระเบียบงานสารบรรณ พ.ศ. ๒๕๒๖."""

    kind: LetterKind
    reference_number: Field | None = None
    dated: Field | None = None
    agency: Field | None = None
    province: Field | None = None
    subject: Field | None = None
    addressee: Field | None = None
    cites: tuple[Citation, ...] = ()
    enclosures: tuple[str, ...] = ()
    signer: Field | None = None
    position: Field | None = None
    on_behalf_of: Field | None = None
    contact: Contact | None = None
    due: Field | None = None
    urgency: str | None = None
    secrecy: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Organisation:
    """A local administrative organisation that a reply names."""

    name: str
    kind: str | None = None
    district: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """The sentence on which a confirmation rests."""

    document: int
    page: int | None
    text: str
    box: Box | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Confirmation:
    """What a reply says about the thing that the circular asks for."""

    outcome: Outcome
    count: int | None = None
    as_of: str | None = None
    organisations: tuple[Organisation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One readable part: a mail body, an attachment, or the file itself."""

    name: str
    media_type: str
    sha256: str
    pages: int
    text_source: TextSource | None
    text_quality: float
    text: str
    defects: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """The header of a mail, decoded. `date` is what the sender's clock claimed."""

    message_id: str | None = None
    from_: Annotated[str | None, Alias(alias="from")] = None
    to: tuple[str, ...] = ()
    subject: str | None = None
    date: datetime | None = None
    in_reply_to: str | None = None
    auto_submitted: str | None = None
    authentication: dict[str, str] | None = None
    noise: str | None = None
    """Why this mail is no letter (`auto-reply`, `bounce`, `list`, …), or `None`."""
    automatic: str | None = None
    """The kind of automatic answer that the header says it is, even if it carries a letter; or `None`."""
    about: str | None = None
    """Of a delivery report or read receipt: the Message-ID of the message that it is about."""
    defects: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Parsed:
    """Everything that was read from one file. `error` says why nothing was, if nothing was."""

    source: str
    sha256: str
    media_type: str
    message: Message | None = None
    documents: tuple[Document, ...] = ()
    letter: Letter | None = None
    letters: tuple[Letter, ...] = ()
    confirmation: Confirmation | None = None
    error: str | None = None


@cache
def _adapter() -> TypeAdapter[Parsed]:
    return TypeAdapter(Parsed)


def to_json(parsed: Parsed) -> bytes:
    """UTF-8 JSON in the form of the contract."""
    return _adapter().dump_json(parsed, by_alias=True)


def from_json(text: bytes) -> Parsed:
    """The inverse of `to_json`. Raises `pydantic.ValidationError` for anything else."""
    return _adapter().validate_json(text)
