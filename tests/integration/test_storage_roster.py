"""The roster is replaced whole, and no organisation that a letter may name is ever lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import exc
from sqlmodel import Session

from storage import campaigns, letters, receipts, roster
from storage.database import Database
from storage.letters import Named
from storage.models import Letter, Mention
from storage.roster import Change, Entry

LATE_IN_BANGKOK = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)
NEXT_DAY = date(2026, 3, 2)

SUTHEP = Entry(
    code="5500107",
    kind="เทศบาลตำบล",
    name="เทศบาลตำบลสุเทพ",
    name_key="สุเทพ",
    district="เมืองเชียงใหม่",
    province="เชียงใหม่",
)
KRABI = replace(
    SUTHEP,
    code="4810102",
    kind="เทศบาลเมือง",
    name="เทศบาลเมืองกระบี่",
    name_key="กระบี่",
    district="เมืองกระบี่",
    province="กระบี่",
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/intake.db")
    database.migrate()
    yield database
    database.close()


def imported(database: Database, *listed: Entry, unread: frozenset[str] = frozenset()) -> Change:
    with database.begin() as tx:
        return roster.replace(tx, listed, unread=unread, at=LATE_IN_BANGKOK)


def entries(database: Database, province: str | None = None) -> list[Entry]:
    with database.read() as tx:
        return roster.entries(tx, province=province)


def test_the_first_import_adds_all(database: Database) -> None:
    assert imported(database, SUTHEP, KRABI) == Change(added=2, changed=0, vanished=0, total=2)
    assert entries(database) == [KRABI, SUTHEP]
    assert entries(database, "เชียงใหม่") == [SUTHEP]


def test_the_same_list_again_changes_nothing(database: Database) -> None:
    imported(database, SUTHEP, KRABI)
    assert imported(database, KRABI, SUTHEP) == Change(added=0, changed=0, vanished=0, total=2)
    assert entries(database) == [KRABI, SUTHEP]


def test_an_organisation_may_change_everything_but_its_code(database: Database) -> None:
    imported(database, SUTHEP, KRABI)
    raised = replace(SUTHEP, kind="เทศบาลเมือง", name="เทศบาลเมืองสุเทพ")
    assert imported(database, raised, KRABI) == Change(added=0, changed=1, vanished=0, total=2)
    assert entries(database) == [KRABI, raised]


def test_what_is_listed_no_more_stays_with_the_day_in_bangkok(database: Database) -> None:
    imported(database, SUTHEP, KRABI)
    assert imported(database, KRABI) == Change(added=0, changed=0, vanished=1, total=1)
    assert entries(database) == [KRABI, replace(SUTHEP, vanished_on=NEXT_DAY)]


def test_it_keeps_the_day_it_vanished_and_may_come_back(database: Database) -> None:
    imported(database, SUTHEP, KRABI)
    imported(database, KRABI)
    assert imported(database, KRABI) == Change(added=0, changed=0, vanished=0, total=1)
    assert imported(database, KRABI, SUTHEP) == Change(added=0, changed=1, vanished=0, total=2)
    assert entries(database) == [KRABI, SUTHEP]


def test_a_row_that_could_not_be_read_makes_nothing_vanish(database: Database) -> None:
    imported(database, SUTHEP, KRABI)
    change = imported(database, KRABI, unread=frozenset({SUTHEP.code}))
    assert change == Change(added=0, changed=0, vanished=0, total=2)


def test_an_import_that_fails_leaves_the_roster_as_it_was(database: Database) -> None:
    imported(database, SUTHEP)
    with pytest.raises(exc.IntegrityError):
        imported(database, KRABI, replace(SUTHEP, kind="เทศบาล"))  # type: ignore[arg-type]
    assert entries(database) == [SUTHEP]


def a_letter(tx: Session, *mentions: Mention) -> Letter:
    receipt, _ = receipts.add(
        tx,
        delivery="smtp:1/1",
        sha256="a" * 64,
        size=1,
        channel="smtp",
        source="smtp",
        envelope_from=None,
        envelope_to=[],
        received_at=LATE_IN_BANGKOK,
    )
    letter = Letter(receipt_id=receipt.id, ordinal=0, kind="external", province="เชียงใหม่")
    letter.mentions = list(mentions)
    return letters.add(tx, letter)


def test_names_that_are_not_certain_are_found_with_their_letter(database: Database) -> None:
    imported(database, SUTHEP)
    with database.begin() as tx:
        letter = a_letter(
            tx,
            Mention(ordinal=0, name="ทต.สุเทพ", certainty="certain", code=SUTHEP.code),
            Mention(ordinal=1, name="ทต.สุเทบ", certainty="unknown", candidates=[SUTHEP.code]),
            Mention(ordinal=2, name="บ้านหลวง", certainty="ambiguous"),
        )
    with database.read() as tx:
        found = [(one.id, mention.name) for one, mention in roster.unsettled(tx)]
        assert found == [(letter.id, "ทต.สุเทบ"), (letter.id, "บ้านหลวง")]


def test_a_letter_cannot_name_a_code_that_is_not_in_the_roster(database: Database) -> None:
    with pytest.raises(exc.IntegrityError), database.begin() as tx:
        a_letter(tx, Mention(ordinal=0, name="ทต.สุเทพ", certainty="certain", code=SUTHEP.code))


def test_a_filed_letter_tells_the_register_whom_it_names(database: Database) -> None:
    imported(database, SUTHEP)
    with database.begin() as tx:
        campaign = campaigns.open(
            tx,
            reference="มท 0810.7/ว 200",
            reference_key="มท|0810.7|ว|200",
            dated=date(2019, 2, 15),
            subject="ขอเชิญสมัคร",
            addressees=["เชียงใหม่"],
            opened_at=LATE_IN_BANGKOK,
        )
        letter = a_letter(
            tx,
            Mention(ordinal=1, name="ทต.สุเทบ", kind="เทศบาลตำบล", certainty="unknown"),
            Mention(ordinal=0, name="ทต.สุเทพ", district="เมือง", certainty="certain", code=SUTHEP.code),
        )
        letters.file(tx, letter, campaign_id=campaign.id, filed_at=LATE_IN_BANGKOK, filed_by="service")
    with database.read() as tx:
        [row] = letters.register_rows(tx, None, None, None)
        assert row.organisations == (
            Named(name="ทต.สุเทพ", kind=None, district="เมือง", code=SUTHEP.code),
            Named(name="ทต.สุเทบ", kind="เทศบาลตำบล", district=None, code=None),
        )
