"""What is remembered of each message of a mailbox."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from storage import mailboxes, receipts
from storage.database import Database
from storage.models import MailboxMessage

INBOX: dict[str, Any] = {"mailbox": "imap://saraban@mail:993/INBOX", "uidvalidity": 4_294_967_295}
KEY: dict[str, Any] = {**INBOX, "uid": 7}
NOON = datetime(2019, 2, 20, 12, 0, tzinfo=UTC)
SHA256 = "a" * 64


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/intake.db")
    database.migrate()
    yield database
    database.close()


def noted(database: Database) -> MailboxMessage:
    with database.read() as tx:
        return mailboxes.known(tx, **INBOX)[7]


def receive(tx: Session, **changes: Any) -> None:
    receipt, _ = receipts.add(
        tx,
        delivery="imap:7",
        sha256=SHA256,
        size=10,
        channel="imap",
        source="saraban",
        envelope_from=None,
        envelope_to=[],
        received_at=NOON,
    )
    mailboxes.note_received(
        tx,
        **{**KEY, "size": 10, "internal_date": NOON, "sha256": SHA256, "receipt_id": receipt.id, **changes},
    )


def receive_and_mark(tx: Session) -> None:
    receive(tx)
    mailboxes.note_marked(tx, **KEY)


def give_up(tx: Session) -> None:
    for _ in range(3):
        mailboxes.note_failure(tx, **KEY, size=10, internal_date=NOON)
    mailboxes.note_quarantined(tx, **KEY)


def test_failures_are_counted_until_the_message_is_received(database: Database) -> None:
    with database.begin() as tx:
        assert [mailboxes.note_failure(tx, **KEY, size=10) for _ in range(2)] == [1, 2]
        receive(tx)
    row = noted(database)
    assert (row.state, row.failures, row.sha256) == ("received", 0, SHA256)
    with database.begin() as tx:
        assert mailboxes.note_failure(tx, **KEY, size=10) == 1


@pytest.mark.parametrize("settle", [receive, receive_and_mark, give_up])
def test_what_fails_under_the_uid_of_a_settled_message_is_another_one_and_open_again(
    database: Database, settle: Callable[[Session], None]
) -> None:
    with database.begin() as tx:
        settle(tx)
        later = NOON + timedelta(days=1)
        assert mailboxes.note_failure(tx, **KEY, size=99, internal_date=later) == 1
    row = noted(database)
    assert (row.state, row.size, row.internal_date) == ("pending", 99, later)


def test_what_the_server_did_not_say_this_time_is_not_remembered_from_before(database: Database) -> None:
    with database.begin() as tx:
        mailboxes.note_failure(tx, **KEY, size=10, internal_date=NOON)
        mailboxes.note_failure(tx, **KEY)
    assert (noted(database).size, noted(database).internal_date) == (None, None)


def test_a_message_received_again_is_known_by_its_latest_size_and_date(database: Database) -> None:
    in_bangkok = datetime(2019, 2, 21, 9, 30, tzinfo=timezone(timedelta(hours=7)))
    with database.begin() as tx:
        receive_and_mark(tx)
        receive(tx, size=11, internal_date=in_bangkok)
    row = noted(database)
    assert (row.state, row.size, row.internal_date) == ("received", 11, in_bangkok)


def test_uids_of_another_validity_are_other_messages(database: Database) -> None:
    with database.begin() as tx:
        receive(tx)
        mailboxes.note_quarantined(tx, mailbox=INBOX["mailbox"], uidvalidity=1, uid=7)
    assert noted(database).state == "received"
    with database.read() as tx:
        assert mailboxes.known(tx, INBOX["mailbox"], 1) == {}
