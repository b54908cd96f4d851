"""Campaigns, and what their board says of every province."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from storage import campaigns, letters, receipts
from storage.campaigns import BoardRow, Reference
from storage.database import Database
from storage.errors import CampaignAmbiguous, CampaignExists, CampaignUnknown
from storage.models import Campaign, CampaignReference, Letter

DATED = date(2026, 2, 15)
DUE = date(2026, 2, 28)
IN_TIME = datetime(2026, 2, 28, 16, 59, tzinfo=UTC)
LATE = datetime(2026, 2, 28, 17, 0, tzinfo=UTC)
BEFORE = datetime(2026, 2, 14, 16, 59, tzinfo=UTC)
PROVINCES = ["ลำปาง", "เชียงใหม่", "กระบี่"]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/intake.db")
    database.migrate()
    yield database
    database.close()


def opened(tx: Session, *, dated: date = DATED, due: date | None = DUE) -> Campaign:
    return campaigns.open(
        tx,
        reference="มท 0810.7/ว 200",
        reference_key="มท|0810.7|ว|200",
        dated=dated,
        subject="ขอเชิญสมัคร",
        due=due,
        issuer="กรมส่งเสริมการปกครองท้องถิ่น",
        addressees=PROVINCES,
        opened_at=IN_TIME,
    )


@dataclass(frozen=True, kw_only=True)
class Reply:
    """A letter of เชียงใหม่ as it reached the store."""

    at: datetime = IN_TIME
    outcome: str | None = "confirmed"
    waits: bool = False
    proposed: bool = False
    retired: bool = False


def arrive(tx: Session, campaign: Campaign, reply: Reply, n: int) -> None:
    receipt, _ = receipts.add(
        tx,
        delivery=f"file:{n}",
        sha256=f"{n:064}",
        size=1,
        channel="file",
        source="x",
        envelope_from=None,
        envelope_to=[],
        received_at=reply.at,
    )
    letter = letters.add(
        tx,
        Letter(
            receipt_id=receipt.id,
            ordinal=0,
            kind="external",
            province="เชียงใหม่",
            outcome=reply.outcome,
            count=3,
            status="review",
            proposed_campaign_id=campaign.id if reply.proposed else None,
        ),
    )
    if not reply.waits:
        filing = letters.file(tx, letter, campaign_id=campaign.id, filed_at=LATE, filed_by="service")
        if reply.retired:
            letters.retire(tx, filing, state="superseded")


@pytest.mark.parametrize(
    ("replies", "state"),
    [
        ([], "silent"),
        ([Reply()], "replied"),
        ([Reply(at=LATE)], "late"),
        ([Reply(outcome="nil")], "nil"),
        ([Reply(outcome="nil", at=LATE)], "nil"),
        ([Reply(outcome="partial")], "partial"),
        ([Reply(outcome="acknowledged")], "replied"),
        ([Reply(outcome=None)], "replied"),
        ([Reply(outcome="partial"), Reply(at=LATE)], "late"),
        ([Reply(at=LATE), Reply(outcome="nil")], "nil"),
        ([Reply(outcome="nil"), Reply()], "replied"),
        ([Reply(waits=True)], "review"),
        ([Reply(waits=True, at=BEFORE)], "silent"),
        ([Reply(waits=True, at=BEFORE, proposed=True)], "review"),
        ([Reply(waits=True), Reply(outcome="partial")], "partial"),
        ([Reply(retired=True)], "silent"),
        ([Reply(retired=True), Reply(outcome="nil")], "nil"),
    ],
)
def test_the_board_says_how_a_province_stands(database: Database, replies: list[Reply], state: str) -> None:
    with database.begin() as tx:
        campaign = opened(tx)
        for n, reply in enumerate(replies):
            arrive(tx, campaign, reply, n)
        board = campaigns.board(tx, campaign)
    assert [row.province for row in board] == PROVINCES
    assert [row.state for row in board] == ["silent", state, "silent"]


def test_the_board_shows_the_letter_that_speaks_for_the_province(database: Database) -> None:
    with database.begin() as tx:
        campaign = opened(tx)
        arrive(tx, campaign, Reply(at=LATE), 1)
        arrive(tx, campaign, Reply(outcome="confirmed"), 2)
        assert campaigns.board(tx, campaign)[1] == BoardRow(
            province="เชียงใหม่",
            state="replied",
            received_at=IN_TIME,
            register_number="2/2569",
            outcome="confirmed",
            count=3,
        )


def test_without_a_due_day_no_one_is_late(database: Database) -> None:
    with database.begin() as tx:
        campaign = opened(tx, due=None)
        arrive(tx, campaign, Reply(at=LATE), 1)
        assert campaigns.board(tx, campaign)[1].state == "replied"


def test_a_letter_proposed_for_another_campaign_is_not_waited_for(database: Database) -> None:
    with database.begin() as tx:
        this, other = opened(tx), opened(tx, dated=date(2025, 2, 15))
        arrive(tx, other, Reply(waits=True, proposed=True), 1)
        assert campaigns.board(tx, this)[1].state == "silent"
        assert campaigns.board(tx, other)[1].state == "review"


def test_an_open_campaign_is_told_with_its_references_and_addressees(database: Database) -> None:
    with database.begin() as tx:
        campaign = opened(tx)
        tx.add(
            CampaignReference(
                campaign_id=campaign.id,
                reference="มท 0810.7/ว 350",
                reference_key="มท|0810.7|ว|350",
                dated=date(2026, 3, 1),
                kind="reminder",
            )
        )
    with database.read() as tx:
        (told,) = campaigns.open_ones(tx)
        assert [(known.reference, known.dated, known.kind) for known in told.references] == [
            ("มท 0810.7/ว 200", DATED, "circular"),
            ("มท 0810.7/ว 350", date(2026, 3, 1), "reminder"),
        ]
        assert isinstance(told.references[0], Reference)
        assert told.addressees == set(PROVINCES)
        assert told.issuer == "กรมส่งเสริมการปกครองท้องถิ่น"
        assert campaigns.by_reference(tx, "มท|0810.7|ว|350").id == campaign.id


def test_a_circular_opens_one_campaign(database: Database) -> None:
    with database.begin() as tx:
        opened(tx)
        with pytest.raises(CampaignExists, match="of 2026-02-15 is open already"):
            opened(tx)


def test_a_number_used_again_in_another_year_asks_which(database: Database) -> None:
    with database.begin() as tx:
        old, new = opened(tx, dated=date(2025, 2, 15)), opened(tx)
        key = new.reference_key
        with pytest.raises(CampaignAmbiguous, match="2026-02-15, 2025-02-15"):
            campaigns.by_reference(tx, key)
        assert campaigns.by_reference(tx, key, dated=date(2025, 2, 15)).id == old.id
        with pytest.raises(CampaignUnknown, match="intake campaign list"):
            campaigns.by_reference(tx, key, dated=date(2024, 2, 15))


def test_a_closed_campaign_is_listed_but_takes_no_replies(database: Database) -> None:
    with database.begin() as tx:
        key = opened(tx).reference_key
        campaigns.close(tx, key, closed_at=IN_TIME)
        assert campaigns.close(tx, key, closed_at=LATE).closed_at == IN_TIME
        assert campaigns.open_ones(tx) == []
        assert [campaign.reference_key for campaign in campaigns.all(tx)] == [key]
