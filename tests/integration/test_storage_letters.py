"""Receipts, letters and the register: one receipt per delivery, one number per filing, no gap."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import exc, text
from sqlmodel import Session, select

from storage import campaigns, letters, mailboxes, receipts, register
from storage.database import Database
from storage.errors import ReceiptUnknown, StoreBusy
from storage.models import Campaign, Filing, Letter, Receipt

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/intake.db")
    database.migrate()
    yield database
    database.close()


def opened(tx: Session) -> Campaign:
    return campaigns.open(
        tx,
        reference="มท 0810.7/ว 200",
        reference_key="มท|0810.7|ว|200",
        dated=date(2019, 2, 15),
        subject="ขอเชิญสมัคร",
        addressees=["เชียงใหม่"],
        opened_at=NOW,
    )


def received(tx: Session, delivery: str = "smtp:1/1", sha256: str = "a" * 64, at: datetime = NOW) -> Receipt:
    receipt, _ = receipts.add(
        tx,
        delivery=delivery,
        sha256=sha256,
        size=100_000,
        channel="smtp",
        source="saraban_chiangmai@moi.go.th",
        envelope_from="saraban_chiangmai@moi.go.th",
        envelope_to=["saraban@dla.go.th"],
        received_at=at,
    )
    return receipt


def read(tx: Session, receipt: Receipt, number: int = 1234, dated: str | None = "2019-02-20") -> Letter:
    letter = Letter(
        receipt_id=receipt.id,
        ordinal=0,
        kind="external",
        reference_number=f"ชม 0023.3/{number}",
        reference_key=f"ชม|0023.3||{number}",
        dated=dated,
        agency="ศาลากลางจังหวัดเชียงใหม่",
        province="เชียงใหม่",
    )
    return letters.add(tx, letter)


def filed(tx: Session, letter: Letter, campaign: Campaign, at: datetime = NOW) -> Filing:
    return letters.file(tx, letter, campaign_id=campaign.id, filed_at=at, filed_by="service")


def test_a_delivery_reported_twice_is_one_receipt(database: Database) -> None:
    with database.begin() as tx:
        first = received(tx)
    with database.begin() as tx:
        again, new = receipts.add(
            tx,
            delivery=first.delivery,
            sha256=first.sha256,
            size=1,
            channel="imap",
            source="another",
            envelope_from=None,
            envelope_to=[],
            received_at=NOW + timedelta(days=1),
        )
        assert (again.id, again.channel, new) == (first.id, "smtp", False)


def test_the_same_bytes_delivered_twice_are_two_receipts(database: Database) -> None:
    with database.begin() as tx:
        later = received(tx, "smtp:2/1", at=NOW + timedelta(hours=1))
        first = received(tx, "smtp:1/1")
        assert [receipt.id for receipt in receipts.with_sha256(tx, "a" * 64)] == [first.id, later.id]


def test_receipt_ids_are_uuids_in_the_order_of_time(database: Database) -> None:
    with database.begin() as tx:
        ids = [received(tx, f"smtp:{n}", at=NOW + timedelta(milliseconds=n)).id for n in range(20)]
    assert ids == sorted(ids)
    assert {(len(name), name[14], name[19] in "89ab") for name in ids} == {(36, "7", True)}


def test_what_became_of_a_receipt_is_written_down(database: Database) -> None:
    with database.begin() as tx:
        name = received(tx).id
        assert receipts.note_attempt(tx, name) == 1
        assert receipts.note_attempt(tx, name) == 2
        receipts.settle(tx, name, status="review", reasons=["ไม่พบเลขที่"], confidence=0.4, extraction="{}")
    with database.read() as tx:
        kept = receipts.get(tx, name)
        assert (kept.status, kept.reasons, kept.confidence, kept.attempts) == ("review", ["ไม่พบเลขที่"], 0.4, 2)
        assert (kept.received_at, kept.envelope_to) == (NOW, ["saraban@dla.go.th"])
        assert [receipt.id for receipt in receipts.by_status(tx, "review")] == [name]
        assert receipts.by_status(tx, "received") == []


def test_a_later_settling_keeps_what_was_read(database: Database) -> None:
    with database.begin() as tx:
        name = received(tx).id
        receipts.settle(tx, name, status="review", reasons=["x"], extraction="{}")
        receipts.settle(tx, name, status="filed", reasons=[])
        assert receipts.get(tx, name).extraction == "{}"


def test_an_unknown_receipt_is_named(database: Database) -> None:
    with database.read() as tx, pytest.raises(ReceiptUnknown, match="no receipt x"):
        receipts.get(tx, "x")


def test_no_one_can_invent_a_status(database: Database) -> None:
    with pytest.raises(exc.IntegrityError), database.begin() as tx:
        receipts.settle(tx, received(tx).id, status="lost", reasons=[])  # type: ignore[arg-type]


def test_a_mailbox_remembers_each_message(database: Database) -> None:
    inbox = {"mailbox": "imaps://saraban@mail/INBOX", "uidvalidity": 4_294_967_295}
    with database.begin() as tx:
        receipt = received(tx)
        assert [mailboxes.note_failure(tx, uid=1, size=10, **inbox) for _ in range(3)] == [1, 2, 3]
        mailboxes.note_quarantined(tx, uid=1, **inbox)
        mailboxes.note_received(tx, uid=2, size=5, sha256=receipt.sha256, receipt_id=receipt.id, **inbox)
        mailboxes.note_received(tx, uid=3, size=6, sha256=receipt.sha256, receipt_id=receipt.id, **inbox)
        mailboxes.note_marked(tx, uid=3, **inbox)
    with database.read() as tx:
        rows = mailboxes.known(tx, **inbox)
        assert {uid: (row.state, row.size, row.failures) for uid, row in rows.items()} == {
            1: ("quarantined", 10, 3),
            2: ("received", 5, 0),
            3: ("marked", 6, 0),
        }
        assert mailboxes.known(tx, inbox["mailbox"], 1) == {}


def test_reading_a_receipt_twice_gives_the_same_letters(database: Database) -> None:
    with database.begin() as tx:
        receipt = received(tx)
        first = read(tx, receipt)
        assert read(tx, receipt).id == first.id
        assert [letter.id for letter in letters.of_receipt(tx, receipt.id)] == [first.id]


def test_filing_twice_takes_one_number(database: Database) -> None:
    with database.begin() as tx:
        campaign, letter = opened(tx), read(tx, received(tx))
        first, second = filed(tx, letter, campaign), filed(tx, letter, campaign)
        assert (second.id, second.register_number, letter.status) == (first.id, 1, "filed")
        assert register.next_number(tx, year=2569) == 2


def test_no_writer_can_file_a_letter_twice(database: Database) -> None:
    with pytest.raises(exc.IntegrityError), database.begin() as tx:
        campaign, letter = opened(tx), read(tx, received(tx))
        filed(tx, letter, campaign)
        tx.execute(
            text(
                "INSERT INTO filing (letter_id, campaign_id, register_year, register_number, state, filed_at,"
                " filed_by) SELECT letter_id, campaign_id, register_year, 99, state, filed_at, filed_by FROM filing"
            )
        )


def test_the_same_letter_in_other_bytes_is_kept_as_a_copy(database: Database) -> None:
    with database.begin() as tx:
        campaign, first = opened(tx), read(tx, received(tx))
        original = filed(tx, first, campaign)
        scan = read(tx, received(tx, "smtp:2/1", "b" * 64))
        same = letters.identity(agency=scan.agency, reference_key=scan.reference_key, dated=scan.dated)
        [(found, letter)] = letters.filed_as(tx, [str(same)])
        assert (found.id, letter.id) == (original.id, first.id)
        copy = letters.file_copy(tx, scan, original=found, filed_at=NOW, filed_by="service")
        assert (copy.state, copy.duplicate_of, copy.register_number) == ("duplicate", original.id, None)
        assert scan.status == "duplicate"
        assert [row.register_number for row in letters.register_rows(tx, None, None, None)] == [1]


@pytest.mark.parametrize(
    ("agency", "reference_key", "dated"),
    [
        ("ศาลากลางจังหวัดเชียงใหม่", "ชม|0023.3||1234", "2020-02-20"),
        ("ศาลากลางจังหวัดเชียงใหม่", "ชม|0023.3||1235", "2019-02-20"),
        ("สำนักงานอื่น", "ชม|0023.3||1234", "2019-02-20"),
        (None, "ชม|0023.3||1234", "2019-02-20"),
        ("ศาลากลางจังหวัดเชียงใหม่", None, "2019-02-20"),
        ("ศาลากลางจังหวัดเชียงใหม่", "ชม|0023.3||1234", None),
    ],
)
def test_a_letter_is_the_same_only_by_agency_reference_and_date(
    database: Database, agency: str | None, reference_key: str | None, dated: str | None
) -> None:
    with database.begin() as tx:
        filed(tx, read(tx, received(tx)), opened(tx))
        same = letters.identity(agency=agency, reference_key=reference_key, dated=dated)
        assert same is None or letters.filed_as(tx, [same]) == []


def test_a_retired_filing_keeps_its_number_and_frees_the_letter(database: Database) -> None:
    with database.begin() as tx:
        campaign, letter = opened(tx), read(tx, received(tx))
        letters.retire(tx, filed(tx, letter, campaign), state="cancelled")
        assert letters.standing(tx, letter) is None
        filed(tx, letter, campaign)
        rows = letters.register_rows(tx, campaign, None, None)
        assert [(row.register_number, row.state) for row in rows] == [(1, "cancelled"), (2, "filed")]


def test_the_register_year_is_the_buddhist_year_in_bangkok() -> None:
    assert register.year(datetime(2025, 12, 31, 16, 59, tzinfo=UTC)) == 2568
    assert register.year(datetime(2025, 12, 31, 17, 0, tzinfo=UTC)) == 2569
    assert register.display(12, 2569) == "12/2569"
    assert register.display(None, 2569) is None


def test_the_register_begins_again_every_year_and_is_told_in_order(database: Database) -> None:
    with database.begin() as tx:
        campaign = opened(tx)
        for n, year in enumerate((2026, 2026, 2027, 2026)):
            letter = read(tx, received(tx, f"smtp:{n}", f"{n:064}"), number=n)
            filed(tx, letter, campaign, NOW.replace(year=year))
        rows = list(letters.register_rows(tx, None, None, None))
    assert [(row.register_year, row.register_number) for row in rows] == [
        (2569, 1),
        (2569, 2),
        (2569, 3),
        (2570, 1),
    ]
    assert [row.reference_number for row in rows] == [f"ชม 0023.3/{n}" for n in (0, 1, 3, 2)]
    assert {(row.campaign, row.source, row.filed_by) for row in rows} == {
        ("มท 0810.7/ว 200", "saraban_chiangmai@moi.go.th", "service")
    }


def test_the_register_is_bounded_by_days_of_receipt_in_bangkok(database: Database) -> None:
    midnight = datetime(2026, 3, 1, 17, 0, tzinfo=UTC)  # 2 March begins in Bangkok
    with database.begin() as tx:
        campaign = opened(tx)
        for n, at in enumerate((midnight - timedelta(seconds=1), midnight, midnight + timedelta(days=1))):
            filed(tx, read(tx, received(tx, f"smtp:{n}", f"{n:064}", at), number=n), campaign)
        day = date(2026, 3, 2)

        def numbers(from_: date | None, to: date | None) -> list[int]:
            return [row.register_number for row in letters.register_rows(tx, None, from_, to)]

        assert numbers(None, None) == [1, 2, 3]
        assert numbers(day, day) == [2]
        assert numbers(day, None) == [2, 3]
        assert numbers(None, day) == [1, 2]


def test_a_number_comes_back_when_its_filing_is_rolled_back(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.begin() as tx:
        assert register.next_number(tx, year=2569) == 1
        raise ZeroDivisionError
    with database.begin() as tx:
        assert register.next_number(tx, year=2569) == 1


_FILER = """
import sys
from datetime import UTC, datetime
from storage import letters, receipts
from storage.database import Database
from storage.models import Letter
database, name = Database(sys.argv[1]), sys.argv[2]
now = datetime(2026, 3, 2, tzinfo=UTC)
for n in range(40):
    with database.begin() as tx:
        receipt, _ = receipts.add(tx, delivery=f"{name}:{n}", sha256=f"{name}{n}", size=1, channel="file",
                                  source=name, envelope_from=None, envelope_to=[], received_at=now)
        letter = letters.add(tx, Letter(receipt_id=receipt.id, ordinal=0, kind="external"))
        letters.file(tx, letter, campaign_id=1, filed_at=now, filed_by=name)
"""


def test_two_processes_and_two_threads_number_without_a_gap(database: Database) -> None:
    with database.begin() as tx:
        opened(tx)
    url = str(database.engine.url)
    processes = [subprocess.Popen([sys.executable, "-c", _FILER, url, f"process{n}"]) for n in range(2)]

    def number() -> None:
        for _ in range(40):
            with database.begin() as tx:
                register.next_number(tx, year=2570)

    threads = [threading.Thread(target=number) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [process.wait(timeout=120) for process in processes] == [0, 0]
    with database.begin() as tx:
        numbers = tx.exec(select(Filing.register_number).order_by(Filing.id)).all()
        assert list(numbers) == list(range(1, 81))
        assert register.next_number(tx, year=2570) == 81


Act = tuple[str, int, bool]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    acts=st.lists(
        st.tuples(st.sampled_from(["add", "file", "settle"]), st.integers(0, 4), st.booleans()), max_size=25
    )
)
def test_in_any_order_of_acts_and_failures_nothing_is_doubled_or_lost(
    database: Database, acts: list[Act]
) -> None:
    with database.begin() as tx:
        for table in (
            "filing",
            "letter",
            "receipt",
            "register_counter",
            "campaign_reference",
            "addressee",
            "campaign",
        ):
            tx.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - the names stand right above
        campaign = opened(tx)
    added: set[int] = set()
    numbered: set[int] = set()
    for act, which, fails in acts:
        try:
            with database.begin() as tx:
                receipt = received(tx, f"smtp:{which}", f"{which:064}")
                if act == "file":
                    filed(tx, read(tx, receipt, number=which), campaign)
                if act == "settle":
                    receipts.settle(tx, receipt.id, status="review", reasons=[])
                if fails:
                    raise ZeroDivisionError
        except ZeroDivisionError:
            continue
        added.add(which)
        numbered |= {which} if act == "file" else set()
    with database.read() as tx:
        assert sorted(tx.exec(select(Receipt.delivery))) == [f"smtp:{which}" for which in sorted(added)]
        numbers = tx.exec(select(Filing.register_number).order_by(Filing.id)).all()
        assert list(numbers) == list(range(1, len(numbered) + 1))


def test_two_workers_cannot_both_file_the_same_letter(database: Database) -> None:
    with database.begin() as tx:
        campaign = opened(tx)
        filed(tx, read(tx, received(tx)), campaign)
    with pytest.raises(StoreBusy), database.begin() as tx:
        filed(tx, read(tx, received(tx, "smtp:1/2", "b" * 64)), campaign)
    with database.read() as tx:
        assert [row.register_number for row in letters.register_rows(tx, None, None, None)] == [1]
