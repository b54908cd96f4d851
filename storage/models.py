"""The durable facts, as tables: what arrived, what was read, where it was filed.

`migrations/` creates exactly these tables and a test compares the two. Rows carry no behaviour;
the modules named after them (`receipts`, `letters`, `campaigns`, …) write and read them. An `id`
without a default of its own is given by the database at the first flush. All times are aware UTC
and SQLModel refuses others. The vocabularies below are also CHECK constraints, so
that no writer, ours or another, can invent a word. The tables of the queue engine live in the same
database and are not described here.
"""

from datetime import date, datetime
from typing import Any, ClassVar, Literal, get_args

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Index,
    MetaData,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, Relationship, SQLModel

Status = Literal["received", "filed", "review", "duplicate", "unrelated", "quarantined"]
"""What became of a message or of one letter in it; `received` means not yet decided."""

FilingState = Literal["filed", "duplicate", "superseded", "cancelled"]
"""`duplicate`: the same letter came before in other bytes; the others tell what became of a filing."""

ReferenceKind = Literal["circular", "reminder", "correction", "cover", "derived"]
MailboxState = Literal["pending", "received", "marked", "quarantined"]

AcknowledgementState = Literal["queued", "sending", "sent", "uncertain", "refused"]
"""`sending`: the relay may have it any moment. `uncertain`: nobody knows whether the relay took it, and it
is never sent again. `refused`: by the relay, for good."""

OrganisationKind = Literal[
    "องค์การบริหารส่วนจังหวัด", "เทศบาลนคร", "เทศบาลเมือง", "เทศบาลตำบล", "องค์การบริหารส่วนตำบล", "เมืองพัทยา"
]
"""The kinds of local administrative organisations, as the law calls them."""

Certainty = Literal["certain", "ambiguous", "unknown"]
"""Whether a name stands for exactly one organisation of the roster, for several, or for none."""


def _among(column: str, words: Any) -> CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in get_args(words))
    return CheckConstraint(f"{column} IN ({listed})", name=column)


class Row(SQLModel):
    """The base of our tables: constraint names that a later migration can rely on."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Receipt(Row, table=True):
    """One delivery of one original. `delivery` names it for ever and `id` (UUIDv7) keys its work."""

    __tablename__ = "receipt"
    __table_args__ = (
        UniqueConstraint("delivery", "sha256"),
        Index(None, "status", "received_at"),
        _among("status", Status),
    )

    id: str = Field(primary_key=True)
    delivery: str
    """`imap://…;UIDVALIDITY=…/;UID=…` (RFC 5092), `smtp:<session>/<n>` or `file:…`."""
    sha256: str = Field(index=True)
    size: int
    channel: str
    source: str
    envelope_from: str | None = None
    envelope_to: list[str] = Field(default_factory=list, sa_type=JSON)
    received_at: datetime
    status: Status = Field(default="received", sa_type=String)
    reasons: list[str] = Field(default_factory=list, sa_type=JSON)
    attempts: int = 0
    confidence: float | None = None
    extraction: str | None = Field(default=None, sa_type=Text)
    """What the readers gave, as their JSON; `None` until they did."""
    message_id: str | None = Field(default=None, index=True)
    """The mail's own, as it was read; no proof of anything, since anybody can write it."""
    testimony: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    """What speaks for and against the mail's sender, as it was found at receipt."""


class MailboxMessage(Row, table=True):
    """How far one message of an IMAP mailbox has come; never by itself a reason to skip it."""

    __tablename__ = "mailbox_message"
    __table_args__ = (
        UniqueConstraint("mailbox", "uidvalidity", "uid"),
        _among("state", MailboxState),
    )

    id: int = Field(default=None, primary_key=True)
    mailbox: str
    uidvalidity: int = Field(sa_type=BigInteger)
    uid: int = Field(sa_type=BigInteger)
    size: int | None = None
    """RFC822.SIZE in bytes; it and INTERNALDATE are `None` where the server did not give them."""
    internal_date: datetime | None = None
    sha256: str | None = None
    receipt_id: str | None = Field(default=None, foreign_key="receipt.id")
    failures: int = 0
    state: MailboxState = Field(default="pending", sa_type=String)


class Campaign(Row, table=True):
    """One request to many addressees, opened by its circular. `due` is a day in Bangkok."""

    __tablename__ = "campaign"
    __table_args__ = (UniqueConstraint("reference_key", "dated"),)

    id: int = Field(default=None, primary_key=True)
    reference: str
    reference_key: str
    issuer: str | None = None
    dated: date
    subject: str
    due: date | None = None
    opened_at: datetime
    closed_at: datetime | None = None
    sha256: str | None = None


class CampaignReference(Row, table=True):
    """A reference under which replies may cite the campaign: its circular, a reminder, …"""

    __tablename__ = "campaign_reference"
    __table_args__ = (
        UniqueConstraint("campaign_id", "reference_key", "dated"),
        _among("kind", ReferenceKind),
    )

    id: int = Field(default=None, primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id")
    reference: str
    reference_key: str = Field(index=True)
    dated: date
    kind: ReferenceKind = Field(sa_type=String)


class Addressee(Row, table=True):
    """One province that is expected to reply; `position` is its place on the board."""

    __tablename__ = "addressee"

    campaign_id: int = Field(foreign_key="campaign.id", primary_key=True)
    province: str = Field(primary_key=True)
    position: int


class Organisation(Row, table=True):
    """A local administrative organisation of the department's roster; never deleted."""

    __tablename__ = "organisation"
    __table_args__ = (
        Index(None, "province", "name_key"),
        _among("kind", OrganisationKind),
    )

    code: str = Field(primary_key=True)
    """The department's own: seven digits, TPPDDNN."""
    kind: OrganisationKind = Field(sa_type=String)
    name: str
    """With its kind: `เทศบาลตำบลสุเทพ`."""
    name_key: str
    """The name without its kind, in the form in which names are compared."""
    district: str
    province: str
    vanished_on: date | None = None
    """The day in Bangkok since which the roster no longer lists it."""


class Letter(Row, table=True):
    """One official letter as it was read. `dated` is `YYYY-MM-DD`, or `YYYY-MM` for a blank day."""

    __tablename__ = "letter"
    __table_args__ = (
        UniqueConstraint("receipt_id", "ordinal"),
        Index(None, "reference_key", "dated"),
        Index(None, "status", "province"),
        _among("status", Status),
    )

    id: int = Field(default=None, primary_key=True)
    receipt_id: str = Field(foreign_key="receipt.id")
    ordinal: int
    kind: str
    reference_number: str | None = None
    reference_key: str | None = None
    dated: str | None = None
    agency: str | None = None
    province: str | None = None
    subject: str | None = None
    addressee: str | None = None
    sender: str | None = None
    signer: str | None = None
    position: str | None = None
    cites: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    outcome: str | None = None
    count: int | None = None
    text: str = Field(default="", sa_type=Text)
    confidence: float | None = None
    status: Status = Field(default="review", sa_type=String)
    proposed_campaign_id: int | None = Field(default=None, foreign_key="campaign.id")
    """The campaign this letter seems to answer while a person has yet to say so."""
    mentions: list["Mention"] = Relationship(
        sa_relationship_kwargs={"order_by": "Mention.ordinal", "lazy": "raise"}
    )


class Mention(Row, table=True):
    """One organisation that a letter names, as it is written there, and what the roster knows of it."""

    __tablename__ = "mention"
    __table_args__ = (_among("certainty", Certainty),)

    letter_id: int = Field(default=None, foreign_key="letter.id", primary_key=True)
    ordinal: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    name: str
    kind: str | None = None
    district: str | None = None
    certainty: Certainty = Field(sa_type=String)
    code: str | None = Field(default=None, foreign_key="organisation.code", index=True)
    """The organisation, if it is certain which."""
    candidates: list[str] = Field(default_factory=list, sa_type=JSON)
    """Codes: of an ambiguous name all that it may stand for, of an unknown one the most similar."""


class Filing(Row, table=True):
    """The act of filing a letter. A duplicate has no number of its own; every other filing has."""

    __tablename__ = "filing"
    __table_args__ = (
        UniqueConstraint("register_year", "register_number"),
        Index(
            "uq_filing_standing",
            "letter_id",
            unique=True,
            sqlite_where=text("state IN ('filed', 'duplicate')"),
            postgresql_where=text("state IN ('filed', 'duplicate')"),
        ),
        Index(
            "uq_filing_identity",
            "identity",
            unique=True,
            sqlite_where=text("state = 'filed'"),
            postgresql_where=text("state = 'filed'"),
        ),
        Index(None, "campaign_id", "state"),
        _among("state", FilingState),
        CheckConstraint(
            "(register_number IS NULL) = (duplicate_of IS NOT NULL)", name="numbered_or_duplicate"
        ),
    )

    id: int = Field(default=None, primary_key=True)
    letter_id: int = Field(foreign_key="letter.id", index=True)
    campaign_id: int = Field(foreign_key="campaign.id")
    register_year: int
    """Buddhist era."""
    register_number: int | None = None
    state: FilingState = Field(default="filed", sa_type=String)
    duplicate_of: int | None = Field(default=None, foreign_key="filing.id")
    supersedes: int | None = Field(default=None, foreign_key="filing.id", index=True)
    """The filing that this one corrects or replaces."""
    identity: str | None = None
    """Agency, own reference and date: which letter this is, in whatever bytes; `None` if one is unknown."""
    filed_at: datetime
    filed_by: str


class Acknowledgement(Row, table=True):
    """One mail that tells a sender under which number the letter was filed; at most one per receipt."""

    __tablename__ = "acknowledgement"
    __table_args__ = (
        Index(None, "state", "due_at"),
        _among("state", AcknowledgementState),
    )

    receipt_id: str = Field(primary_key=True, foreign_key="receipt.id")
    recipient: str
    message_id: str = Field(unique=True)
    mail: str = Field(sa_type=Text)
    """The whole mail as it is sent, in ASCII with CR LF."""
    state: AcknowledgementState = Field(default="queued", sa_type=String)
    attempts: int = 0
    due_at: datetime
    """The next attempt is not made before."""
    sent_at: datetime | None = None
    failure: str | None = None
    """What the relay said last, if it did not take it."""


class RegisterCounter(Row, table=True):
    """The last receiving number given in one Buddhist year."""

    __tablename__ = "register_counter"

    year: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    last: int


class LedgerEvent(Row, table=True):
    """One line of the ledger. `body` is its canonical JSON, `at` the same UTC stamp as in it, the
    hashes are lower-case hex."""

    __tablename__ = "ledger_event"

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: str
    kind: str
    body: str = Field(sa_type=Text)
    previous: str
    hash: str


class LedgerHead(Row, table=True):
    """One row: where the ledger ends. Appending locks it, which keeps `seq` without gaps."""

    __tablename__ = "ledger_head"

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    seq: int
    hash: str
