"""Which requests are open, under which references they are cited, and who has replied.

A campaign is named by its circular's reference and date, since the numbers begin again every year.
Every function works in the caller's transaction.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, cast

from sqlalchemy.orm import QueryableAttribute, defer
from sqlmodel import Session, col, or_, select

from storage import register
from storage.errors import CampaignAmbiguous, CampaignExists, CampaignUnknown
from storage.models import Addressee, Campaign, CampaignReference, Filing, Letter, Receipt, ReferenceKind

BoardState = Literal["replied", "nil", "late", "partial", "review", "silent"]

_PRECEDENCE: tuple[BoardState, ...] = ("replied", "nil", "late", "partial")
"""Which of several filed letters speaks for a province: the first state that one of them has."""

_SAYING: dict[str, BoardState] = {"nil": "nil", "partial": "partial"}
"""The outcomes that tell more than whether the reply was in time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """One reference under which replies may cite the campaign."""

    reference: str
    reference_key: str
    dated: date
    kind: ReferenceKind


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenCampaign:
    """What matching needs to know of a campaign that still takes replies."""

    id: int
    reference: str
    reference_key: str
    issuer: str | None
    dated: date
    subject: str
    due: date | None
    references: tuple[Reference, ...]
    addressees: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardRow:
    """How one addressee stands; `register_number` as it is written (`12/2569`)."""

    province: str
    state: BoardState
    received_at: datetime | None = None
    register_number: str | None = None
    outcome: str | None = None
    count: int | None = None


def open(
    session: Session,
    *,
    reference: str,
    reference_key: str,
    dated: date,
    subject: str,
    addressees: Iterable[str],
    opened_at: datetime,
    issuer: str | None = None,
    due: date | None = None,
    sha256: str | None = None,
) -> Campaign:
    """A new campaign. `addressees` in the order of the board, `sha256` names the circular's original.

    Raises `CampaignExists` for a circular that was opened before, be it closed since or not.
    """
    same = select(Campaign).where(Campaign.reference_key == reference_key, Campaign.dated == dated)
    if session.exec(same).one_or_none():
        raise CampaignExists(reference, dated)
    campaign = Campaign(
        reference=reference,
        reference_key=reference_key,
        issuer=issuer,
        dated=dated,
        subject=subject,
        due=due,
        opened_at=opened_at,
        sha256=sha256,
    )
    session.add(campaign)
    session.flush()
    session.add(
        CampaignReference(
            campaign_id=campaign.id,
            reference=reference,
            reference_key=reference_key,
            dated=dated,
            kind="circular",
        )
    )
    session.add_all(
        Addressee(campaign_id=campaign.id, province=province, position=position)
        for position, province in enumerate(dict.fromkeys(addressees))
    )
    session.flush()
    return campaign


def all(session: Session) -> Sequence[Campaign]:
    """Open and closed ones, in the order of opening."""
    return session.exec(select(Campaign).order_by(col(Campaign.id))).all()


def open_ones(session: Session) -> list[OpenCampaign]:
    """The campaigns that take replies, in the order of opening."""
    campaigns = select(Campaign).where(col(Campaign.closed_at).is_(None)).order_by(col(Campaign.id))
    references: defaultdict[int, list[Reference]] = defaultdict(list)
    for row in session.exec(select(CampaignReference).order_by(col(CampaignReference.id))):
        references[row.campaign_id].append(
            Reference(
                reference=row.reference, reference_key=row.reference_key, dated=row.dated, kind=row.kind
            )
        )
    addressees: defaultdict[int, set[str]] = defaultdict(set)
    for campaign_id, province in session.exec(select(Addressee.campaign_id, Addressee.province)):
        addressees[campaign_id].add(province)
    return [
        OpenCampaign(
            id=campaign.id,
            reference=campaign.reference,
            reference_key=campaign.reference_key,
            issuer=campaign.issuer,
            dated=campaign.dated,
            subject=campaign.subject,
            due=campaign.due,
            references=tuple(references[campaign.id]),
            addressees=frozenset(addressees[campaign.id]),
        )
        for campaign in session.exec(campaigns)
    ]


def by_reference(session: Session, reference_key: str, *, dated: date | None = None) -> Campaign:
    """The campaign that has this reference, its circular's or another; `dated` is that reference's.

    Raises:
        CampaignUnknown: there is none.
        CampaignAmbiguous: several years have one, and `dated` was not given.
    """
    found = select(Campaign).join(CampaignReference).where(CampaignReference.reference_key == reference_key)
    if dated is not None:
        found = found.where(CampaignReference.dated == dated)
    campaigns = session.exec(found.distinct().order_by(col(Campaign.dated).desc())).all()
    if not campaigns:
        raise CampaignUnknown(reference_key)
    if len(campaigns) > 1:
        raise CampaignAmbiguous(reference_key, tuple(campaign.dated for campaign in campaigns))
    return campaigns[0]


def close(
    session: Session, reference_key: str, *, closed_at: datetime, dated: date | None = None
) -> Campaign:
    """Take no more replies. A campaign that is closed already keeps its first closing time.

    Raises as `by_reference` does.
    """
    campaign = by_reference(session, reference_key, dated=dated)
    campaign.closed_at = campaign.closed_at or closed_at
    session.add(campaign)
    session.flush()
    return campaign


def board(session: Session, campaign: Campaign) -> list[BoardRow]:
    """One row per addressee, in the order in which they were given.

    A filed letter makes its province `nil` or `partial` by its outcome, else `late` if it was
    received after the due day in Bangkok, else `replied`; of several the best speaks (replied, nil,
    late, partial), and of equals the first received. Without a filed letter, one that waits in
    review makes it `review`: one proposed for this campaign, or one without a proposal that came
    after the circular and may be the reply. Else it is `silent`.
    """
    filed = _filed(session, campaign)
    waiting = _waiting(session, campaign)
    expected = select(Addressee.province).where(Addressee.campaign_id == campaign.id)
    return [
        _speaker(filed[province]) or waiting.get(province) or BoardRow(province=province, state="silent")
        for province in session.exec(expected.order_by(col(Addressee.position)))
    ]


def _filed(session: Session, campaign: Campaign) -> defaultdict[str, list[BoardRow]]:
    """What each letter filed for the campaign says for its province; duplicates say nothing new."""
    found = (
        select(Letter, Filing, Receipt.received_at)
        .join(Filing, col(Filing.letter_id) == Letter.id)
        .join(Receipt, col(Receipt.id) == Letter.receipt_id)
        .where(Filing.campaign_id == campaign.id, Filing.state == "filed")
        .options(defer(cast("QueryableAttribute[str]", Letter.text)))
    )
    rows: defaultdict[str, list[BoardRow]] = defaultdict(list)
    for letter, filing, received_at in session.exec(found):
        province = letter.province or ""
        rows[province].append(
            BoardRow(
                province=province,
                state=_state(letter.outcome, received_at, campaign.due),
                received_at=received_at,
                register_number=register.display(filing.register_number, filing.register_year),
                outcome=letter.outcome,
                count=letter.count,
            )
        )
    return rows


def _waiting(session: Session, campaign: Campaign) -> dict[str, BoardRow]:
    """The first letter of each province that waits in review and may belong to the campaign."""
    unproposed = col(Letter.proposed_campaign_id).is_(None)
    since_circular = col(Receipt.received_at) >= register.begins(campaign.dated)
    found = (
        select(Letter.province, Receipt.received_at)
        .join(Receipt, col(Receipt.id) == Letter.receipt_id)
        .where(Letter.status == "review")
        .where(or_(Letter.proposed_campaign_id == campaign.id, unproposed & since_circular))
        .order_by(col(Receipt.received_at).desc())
    )
    return {
        province: BoardRow(province=province, state="review", received_at=received_at)
        for province, received_at in session.exec(found)
        if province
    }


def _state(outcome: str | None, received_at: datetime, due: date | None) -> BoardState:
    if state := _SAYING.get(outcome or ""):
        return state
    return "late" if due and register.day(received_at) > due else "replied"


def _speaker(rows: list[BoardRow]) -> BoardRow | None:
    """The row that speaks for the province, by `_PRECEDENCE` and then the time of receipt."""
    return min(rows, key=lambda row: (_PRECEDENCE.index(row.state), row.received_at), default=None)
