"""Every message that a mailbox showed is accounted for, and what is not is an alarm."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from intake.reconciliation import Account, Nightly, accounts, until_night
from storage import mailboxes, receipts
from storage.models import Status
from tests.integration.doors import Store

NOW = datetime(2019, 2, 25, 3, 0, tzinfo=UTC)
MAILBOX = "imap://saraban@mail.example:993/INBOX"
FATES: tuple[Status, ...] = ("filed", "filed", "review", "duplicate", "unrelated", "quarantined", "received")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def taken(tx: Session, uid: int, status: Status, *, at: datetime = NOW) -> None:
    sha256 = f"{uid:064x}"
    receipt, _ = receipts.add(
        tx,
        delivery=f"{MAILBOX}/;UID={uid}",
        sha256=sha256,
        size=1,
        channel="imap",
        source="test",
        envelope_from=None,
        envelope_to=(),
        received_at=at,
    )
    mailboxes.note_received(
        tx, mailbox=MAILBOX, uidvalidity=1, uid=uid, size=1, sha256=sha256, receipt_id=receipt.id
    )
    if status != "received":
        receipts.settle(tx, receipt.id, status=status, reasons=[])


def fill(store: Store) -> None:
    with store.database.begin() as tx:
        for uid, status in enumerate(FATES, start=1):
            taken(tx, uid, status)
        mailboxes.note_failure(tx, mailbox=MAILBOX, uidvalidity=1, uid=90)
        mailboxes.note_failure(tx, mailbox=MAILBOX, uidvalidity=1, uid=91)
        mailboxes.note_quarantined(tx, mailbox=MAILBOX, uidvalidity=1, uid=91)
        mailboxes.note_marked(tx, mailbox=MAILBOX, uidvalidity=1, uid=1)


def test_all_that_was_seen_is_somewhere(store: Store) -> None:
    fill(store)
    with store.database.read() as tx:
        [account] = accounts(tx)
    assert account == Account(
        mailbox=MAILBOX,
        seen=9,
        filed=2,
        review=1,
        duplicate=1,
        unrelated=1,
        quarantined=2,
        underway=2,
        since=NOW,
    )


@pytest.mark.parametrize(("hours", "says"), [(5, "mailbox_accounted"), (7, "mailbox_unaccounted")])
def test_what_is_underway_for_long_is_an_alarm(
    store: Store, hours: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(store)
    Nightly(database=store.database, clock=lambda: NOW + timedelta(hours=hours)).reconcile()
    assert says in capsys.readouterr().out


def test_where_no_mailbox_is_read_there_is_nothing_to_account_for(store: Store) -> None:
    with store.database.read() as tx:
        assert list(accounts(tx)) == []


@pytest.mark.parametrize(
    ("now", "hours"),
    [
        (datetime(2019, 2, 25, 18, 0, tzinfo=UTC), 1),  # 01:00 in Bangkok
        (datetime(2019, 2, 25, 19, 0, tzinfo=UTC), 24),
        (datetime(2019, 2, 25, 20, 0, tzinfo=UTC), 23),
    ],
)
def test_the_night_is_two_o_clock_in_bangkok(now: datetime, hours: int) -> None:
    assert until_night(now) == timedelta(hours=hours)


async def test_it_is_asked_when_the_night_comes_and_ends_when_told(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(store)
    just_before = datetime(2019, 2, 25, 18, 59, 59, 800_000, tzinfo=UTC)
    nights = iter([just_before])
    nightly = Nightly(database=store.database, clock=lambda: next(nights, NOW))
    stop = asyncio.Event()
    serving = asyncio.create_task(nightly.serve(stop))
    await asyncio.sleep(1)
    stop.set()
    await asyncio.wait_for(serving, 10)
    assert capsys.readouterr().out.count("mailbox_accounted") == 1
