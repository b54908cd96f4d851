"""One mail of a sender, told once: its bytes and the reading expected of it follow.

`message` of the expected reading has the contract's fields, `documents` what each part must be read as
(only what is certain: the text of a covering note, not that of a PDF), and `letter` and `confirmation` are
those of the letter that the mail carries.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path

from tests.letters import wire
from tests.letters.compose import Json, Letter

TO = "saraban@dla.example"
_BANGKOK = timezone(timedelta(hours=7))
_PRINTED = Path(__file__).parent.parent / "data" / "letters"


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """`subject` is what a reader should see, `written` how it stands in the header; `person` likewise.

    `content` begins with the content headers; `fields` are further ones before them, and `told` what
    these say in the contract's words.
    """

    name: str
    address: str
    day: int
    subject: str
    written: bytes
    content: bytes
    documents: tuple[Json, ...]
    letter: Letter | None = None
    person: bytes = b""
    fields: tuple[tuple[str, bytes], ...] = ()
    told: Json = field(default_factory=dict)

    @property
    def raw(self) -> bytes:
        """The mail as it came over the wire."""
        usual = (
            (
                "From",
                self.person + b" <" + self.address.encode() + b">" if self.person else self.address.encode(),
            ),
            ("To", TO.encode()),
            ("Subject", self.written),
            ("Date", format_datetime(self._sent).encode()),
            ("Message-ID", self._id.encode()),
            ("MIME-Version", b"1.0"),
        )
        return wire.header((*self.fields, *usual)) + self.content

    @property
    def expected(self) -> Json:
        """The contract's JSON, reduced to what must be so."""
        message = {
            "message_id": self._id,
            "from": self.address,
            "to": [TO],
            "subject": self.subject,
            "date": self._sent.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "in_reply_to": None,
            "auto_submitted": None,
            "authentication": None,
            "noise": None,
        }
        carried = self.letter.expected if self.letter else {"letter": None, "confirmation": None}
        return {"message": message | self.told, "documents": list(self.documents)} | carried

    @property
    def _sent(self) -> datetime:
        return datetime(2019, 2, self.day, 9, 15, tzinfo=_BANGKOK)

    @property
    def _id(self) -> str:
        return f"<{self.name}@sample.example>"


def printed(letter: Letter) -> bytes:
    """The committed PDF of `letter`."""
    return (_PRINTED / f"{letter.name}.pdf").read_bytes()


def note(text: str) -> Json:
    """What is expected of a body that says `text`."""
    return {"media_type": "text/plain", "text": text.strip()}


def attached(name: str, media_type: str = "application/pdf") -> Json:
    """What is expected of an attachment."""
    return {"media_type": media_type, "name": name}
