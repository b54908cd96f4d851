"""What a letter says, told once as facts: its print and its expected reading both follow from them.

Nothing here knows the readers: the yardstick must not be made of the thing that it measures. So the
months, the digits and the normal forms of the contract are written out again. What stands where on
the paper is `sheet`'s business, and how it is drawn is the renderers'.
"""

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["external", "memo", "stamped", "form", "other"]
Outcome = Literal["confirmed", "nil", "partial", "acknowledged", "declined", "unclear"]
Script = Literal["thai", "arabic", "as-authored"]
Json = dict[str, Any]

_MONTHS = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
MONTHS = tuple(_MONTHS.split())
_DIGITS = {
    "thai": str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"),
    "arabic": str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"),
    "as-authored": {},
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """A number of ระเบียบงานสารบรรณ ข้อ 11.1; `written` is how a clerk typed it, if not by the rule."""

    code: str
    owner: str
    number: int
    circular: bool = False
    written: str = ""

    @property
    def value(self) -> str:
        """The contract's normal form: `มท 0810.7/ว 200`."""
        return f"{self.code} {self.owner}/{'ว ' if self.circular else ''}{self.number}"

    @property
    def printed(self) -> str:
        return self.written or self.value


@dataclass(frozen=True, kw_only=True, slots=True)
class Date:
    """A day of the Buddhist calendar; `day` is `None` where the clerk left it to be stamped."""

    day: int | None
    month: int
    year: int
    written: str = ""

    @property
    def value(self) -> str:
        month = f"{self.year - 543}-{self.month:02}"
        return month if self.day is None else f"{month}-{self.day:02}"

    @property
    def printed(self) -> str:
        day = " " * 7 if self.day is None else f"{self.day}"
        return self.written or f"{day} {MONTHS[self.month - 1]} {self.year}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Cite:
    """A letter referred to; `lead` is what stands before ที่, `agency` the sender named there, if one is."""

    reference: Reference
    dated: Date | None
    agency: str | None
    lead: str = ""
    written: str = ""

    @property
    def printed(self) -> str:
        lead = self.lead or f"หนังสือ{self.agency or ''}"
        dated = f" ลงวันที่ {self.dated.printed}" if self.dated else ""
        return self.written or f"{lead} ที่ {self.reference.printed}{dated}"

    @property
    def expected(self) -> Json:
        return {
            "reference_number": self.reference.value,
            "dated": self.dated.value if self.dated else None,
            "agency": self.agency,
        }


@dataclass(frozen=True, kw_only=True, slots=True)
class Signer:
    """`lines` is the post as printed below the name; `position` and `on_behalf_of` what it means."""

    name: str
    position: str
    on_behalf_of: str | None = None
    lines: tuple[str, ...] = ()

    @property
    def printed(self) -> tuple[str, ...]:
        return self.lines or (self.position,)


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """The block at the foot: `unit` lines, then `lines` as printed; the rest is what they mean."""

    unit: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    person: str | None = None
    phones: tuple[str, ...] = ()
    faxes: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()

    @property
    def expected(self) -> Json:
        return {
            "unit": " ".join(self.unit) or None,
            "person": self.person,
            "phones": list(self.phones),
            "faxes": list(self.faxes),
            "emails": list(self.emails),
        }


@dataclass(frozen=True, kw_only=True, slots=True)
class Organisation:
    """A local administrative organisation: the type in full, its name, its district without อำเภอ."""

    kind: str
    name: str
    district: str | None = None

    @property
    def full(self) -> str:
        return f"{self.kind}{self.name}"

    @property
    def expected(self) -> Json:
        return {"name": self.full, "kind": self.kind, "district": self.district}


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What the letter says about the thing that the circular asks for."""

    outcome: Outcome
    count: int | None = None
    as_of: Date | None = None
    organisations: tuple[Organisation, ...] = ()

    @property
    def expected(self) -> Json:
        return {
            "outcome": self.outcome,
            "count": self.count,
            "as_of": self.as_of.value if self.as_of else None,
            "organisations": [organisation.expected for organisation in self.organisations],
        }


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """Rows in columns, in the body or on a page of its own; with or without lines between them."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    ruled: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """The page ends here: its last line tells how the next one begins, whose first line is its number."""

    catchword: str
    page: int


Part = str | Table | Turn
"""A paragraph, or what stands between paragraphs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """One official letter. `name` is its file stem; `attached` stands on a page of its own behind the
    signature, and `behind` are whole letters bundled after that.

    All texts are authored in Thai digits; `script` says in which digits they are printed
    (`as-authored` leaves numbers and dates in Arabic and the rest in Thai, as mixed letters do).
    `notes` are what officers of the receiving office wrote below it.

    How a clerk types, where it is not as the rule has it: `before_number` stands before the reference,
    `agency_lines` are the agency over several lines, `after_labels` stands behind เรื่อง, เรียน and the like
    (a line feed: the entry begins on the next line), `numbering` numbers several entries.

    Of a `form` the agency is the office that filled it in, the subject its printed title (what a clerk enters
    as เรื่อง in the register), and the letters that it belongs to are its citations.
    """

    name: str
    reference: Reference | None = None
    dated: Date | None = None
    agency: str | None
    agency_lines: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    province: str | None
    subject: str | None = None
    addressee: str | None
    greeting: str = "เรียน"
    before_number: str = "ที่ "
    after_labels: str = ""
    numbering: str = "{}. "
    cites: tuple[Cite, ...] = ()
    cited_in_body: tuple[Cite, ...] = ()
    enclosures: tuple[str, ...] = ()
    body: tuple[Part, ...]
    closing: str | None = "ขอแสดงความนับถือ"
    signer: Signer | None = None
    contact: Contact | None = None
    answer: Answer | None = None
    kind: Kind = "external"
    script: Script = "thai"
    urgency: str | None = None
    secrecy: str | None = None
    due: Date | None = None
    stamps: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()
    attached: tuple[Part, ...] = ()
    behind: tuple["Letter", ...] = ()

    def digits(self, text: str) -> str:
        """`text` in this letter's digit script; addresses of the net keep theirs."""
        table = _DIGITS[self.script]
        return " ".join(word if _latin(word) else word.translate(table) for word in text.split(" "))

    @property
    def expected(self) -> Json:
        """The contract's JSON, reduced to values: `{"letter": …, "confirmation": …}`, and of a bundle
        `"letters"`, the number of each."""
        numbers = [letter.reference.value for letter in (self, *self.behind) if letter.reference]
        return {
            "letter": self._heading() | self._ending(),
            "confirmation": self.answer.expected if self.answer else None,
        } | ({"letters": numbers} if self.behind else {})

    def _heading(self) -> Json:
        return {
            "kind": self.kind,
            "reference_number": self.reference.value if self.reference else None,
            "dated": self.dated.value if self.dated else None,
            "agency": self.digits(self.agency) if self.agency else None,
            "province": self.province,
            "subject": self.digits(self.subject) if self.subject else None,
            "addressee": self.digits(self.addressee) if self.addressee else None,
            "cites": [cite.expected for cite in self.cites + self.cited_in_body],
            "enclosures": [self.digits(enclosure) for enclosure in self.enclosures],
        }

    def _ending(self) -> Json:
        return {
            "signer": self.signer.name if self.signer else None,
            "position": self.signer.position if self.signer else None,
            "on_behalf_of": self.signer.on_behalf_of if self.signer else None,
            "contact": self.contact.expected if self.contact else None,
            "urgency": self.urgency,
            "secrecy": self.secrecy,
            "due": self.due.value if self.due else None,
        }


def _latin(word: str) -> bool:
    return any(character.isascii() and character.isalpha() for character in word)
