"""What was read from the letters, and where each of them was filed.

A letter is known by its receipt and its place in it, so reading the same receipt again finds the
same rows. A letter has at most one standing filing: filing it twice gives the first one back, and
no number is lost. Every function works in the caller's transaction, which is what makes a number,
a filing and their ledger event one fact.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, cast

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import QueryableAttribute, defer, selectinload
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from storage import register
from storage.errors import StoreBusy
from storage.models import Campaign, Filing, FilingState, Letter, Mention, Receipt

_STANDING: tuple[FilingState, ...] = ("filed", "duplicate")
_BATCH = 500

_UNREAD = (
    defer(cast("QueryableAttribute[str]", Letter.text)),
    defer(cast("QueryableAttribute[str]", Receipt.extraction)),
)
"""The two columns that weigh more than all others together, which no register line shows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """An organisation as the letter names it; `code` is the roster's, where it is certain which."""

    name: str
    kind: str | None
    district: str | None
    code: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class RegisterRow:
    """One line of the receiving register (ทะเบียนหนังสือรับ, แบบที่ ๑๓), with what proves it."""

    register_year: int
    register_number: int
    state: FilingState
    received_at: datetime
    filed_at: datetime
    filed_by: str
    reference_number: str | None
    dated: str | None
    agency: str | None
    addressee: str | None
    subject: str | None
    province: str | None
    outcome: str | None
    count: int | None
    campaign: str
    receipt_id: str
    sha256: str
    source: str
    sender: str | None
    organisations: tuple[Named, ...] = ()


def add(session: Session, letter: Letter) -> Letter:
    """The stored letter of this receipt and ordinal: `letter` itself, or the one already there."""
    known = select(Letter).where(Letter.receipt_id == letter.receipt_id, Letter.ordinal == letter.ordinal)
    if stored := session.exec(known).one_or_none():
        return stored
    session.add(letter)
    session.flush()
    return letter


def of_receipt(session: Session, receipt_id: str) -> Sequence[Letter]:
    """Every letter read from that receipt, in the order of the message."""
    found = select(Letter).where(Letter.receipt_id == receipt_id)
    return session.exec(found.order_by(col(Letter.ordinal))).all()


def identity(*, agency: str | None, reference_key: str | None, dated: str | None) -> str | None:
    """What makes a letter the same letter in other bytes; `None` if one of the three is unknown."""
    return "|".join((agency, dated, reference_key)) if agency and reference_key and dated else None


def filed_as(session: Session, identities: Collection[str]) -> Sequence[tuple[Filing, Letter]]:
    """What stands filed for open campaigns under one of these identities, the first one first."""
    return session.exec(_for_open_campaigns().where(col(Filing.identity).in_(identities))).all()


def filed_by(session: Session, agency: str, *, most: int) -> Sequence[tuple[Filing, Letter]]:
    """What stands filed of that agency for open campaigns, the first `most`; copies left out."""
    return session.exec(_for_open_campaigns().where(Letter.agency == agency).limit(most)).all()


def _for_open_campaigns() -> Select[Filing, Letter]:
    found = (
        select(Filing, Letter)
        .join(Letter, col(Filing.letter_id) == Letter.id)
        .join(Campaign, col(Filing.campaign_id) == Campaign.id)
        .where(Filing.state == "filed", col(Campaign.closed_at).is_(None))
    )
    return found.order_by(col(Filing.id))


def standing(session: Session, letter: Letter) -> Filing | None:
    """The filing that holds for `letter` now, as `filed` or as `duplicate`."""
    found = select(Filing).where(Filing.letter_id == letter.id, col(Filing.state).in_(_STANDING))
    return session.exec(found).one_or_none()


def latest(session: Session, letter: Letter) -> Filing | None:
    """The last filing of `letter`, be it standing or retired."""
    found = select(Filing).where(Filing.letter_id == letter.id)
    return session.exec(found.order_by(col(Filing.id).desc())).first()


def file(
    session: Session,
    letter: Letter,
    *,
    campaign_id: int,
    filed_at: datetime,
    filed_by: str,
    supersedes: Filing | None = None,
) -> Filing:
    """File `letter` under the next number of the Buddhist year of `filed_at` in Bangkok.

    A letter that stands filed already keeps its filing and number, whatever is asked now. The one that it
    `supersedes` is retired by it.

    Raises `StoreBusy` if another worker files the same letter at this moment: asked again, `filed_as`
    finds it.
    """
    if filing := standing(session, letter):
        return filing
    if supersedes is not None:
        retire(session, supersedes, state="superseded")
    year = register.year(filed_at)
    return _store(
        session,
        letter,
        Filing(
            letter_id=letter.id,
            campaign_id=campaign_id,
            register_year=year,
            register_number=register.next_number(session, year=year),
            state="filed",
            supersedes=supersedes.id if supersedes else None,
            identity=identity(agency=letter.agency, reference_key=letter.reference_key, dated=letter.dated),
            filed_at=filed_at,
            filed_by=filed_by,
        ),
    )


def file_copy(
    session: Session, letter: Letter, *, original: Filing, filed_at: datetime, filed_by: str
) -> Filing:
    """Keep `letter` as a copy of one filed before; it gets no number. Twice is as once, as in `file`."""
    if filing := standing(session, letter):
        return filing
    return _store(
        session,
        letter,
        Filing(
            letter_id=letter.id,
            campaign_id=original.campaign_id,
            register_year=original.register_year,
            state="duplicate",
            duplicate_of=original.id,
            filed_at=filed_at,
            filed_by=filed_by,
        ),
    )


def retire(session: Session, filing: Filing, *, state: Literal["superseded", "cancelled"]) -> None:
    """The filing no longer holds; its number stays in the register and is never given again."""
    filing.state = state
    session.add(filing)
    session.flush()


def register_rows(
    session: Session, campaign: Campaign | None, from_: date | None, to: date | None
) -> Iterator[RegisterRow]:
    """The register in its own order, streamed; retired filings too, since their numbers were given.

    `campaign` keeps one campaign's lines; `from_` and `to` are days of receipt in Bangkok, both
    included. `None` sets no bound.
    """
    found = (
        select(Filing, Letter, Receipt, Campaign.reference)
        .join(Letter, col(Filing.letter_id) == Letter.id)
        .join(Receipt, col(Letter.receipt_id) == Receipt.id)
        .join(Campaign, col(Filing.campaign_id) == Campaign.id)
        .where(col(Filing.register_number).is_not(None))
        .order_by(col(Filing.register_year), col(Filing.register_number))
        .options(*_UNREAD, selectinload(cast("QueryableAttribute[list[Mention]]", Letter.mentions)))
    )
    if campaign is not None:
        found = found.where(Filing.campaign_id == campaign.id)
    if from_ is not None:
        found = found.where(Receipt.received_at >= register.begins(from_))
    if to is not None:
        found = found.where(Receipt.received_at < register.begins(to + timedelta(days=1)))
    rows = session.exec(found, execution_options={"yield_per": _BATCH})
    return (_register_row(*row) for row in rows)


def _store(session: Session, letter: Letter, filing: Filing) -> Filing:
    letter.status = "filed" if filing.state == "filed" else "duplicate"
    letter.proposed_campaign_id = None
    session.add_all((letter, filing))
    try:
        session.flush()
    except IntegrityError as error:
        if "identity" not in str(error.orig):
            raise
        raise StoreBusy from error
    return filing


def _register_row(filing: Filing, letter: Letter, receipt: Receipt, campaign: str) -> RegisterRow:
    return RegisterRow(
        register_year=filing.register_year,
        register_number=cast("int", filing.register_number),  # the query takes no others
        state=filing.state,
        received_at=receipt.received_at,
        filed_at=filing.filed_at,
        filed_by=filing.filed_by,
        reference_number=letter.reference_number,
        dated=letter.dated,
        agency=letter.agency,
        addressee=letter.addressee,
        subject=letter.subject,
        province=letter.province,
        outcome=letter.outcome,
        count=letter.count,
        campaign=campaign,
        receipt_id=receipt.id,
        sha256=receipt.sha256,
        source=receipt.source,
        sender=letter.sender,
        organisations=tuple(
            Named(name=one.name, kind=one.kind, district=one.district, code=one.code)
            for one in letter.mentions
        ),
    )
