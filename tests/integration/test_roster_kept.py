"""What the pipeline keeps of the organisations that a letter names, and what a later list makes of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from intake import roster_file, rostering
from intake.authenticity import Heard
from intake.pipeline import Pipeline
from intake.receive import Envelope, FrontDoor
from parsers.model import Confirmation, Letter, Message, Organisation, Parsed
from parsers.thai.text import normal_form
from storage import ledger, search
from storage.database import Database
from storage.models import Mention
from storage.originals import Originals
from tests.builders import a_reading, a_reply

NOW = datetime(2019, 2, 26, 2, 0, tzinfo=UTC)

HEAD = "dla_code,type,name_th,dopa_province,district_th"
WIANG_IN_CHIANG_KHONG = "5570305,subdistrict_municipality,เวียง,57,เชียงของ"
WIANG_IN_CHIANG_SAEN = "5570801,subdistrict_municipality,เวียง,57,เชียงแสน"

Kept = list[tuple[str, str | None, list[str]]]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/intake.db")
    database.migrate()
    yield database
    database.close()


def imported(database: Database, *rows: str) -> int:
    listing = roster_file.read("\n".join((HEAD, *rows)).encode())
    return rostering.replace(database, listing, sha256="a" * 64, at=NOW).recognised


def naming(*names: str, letter: Letter | None = None, sender: str | None = None) -> Parsed:
    """A reply of เชียงราย that names these."""
    organisations = tuple(Organisation(name=name) for name in names)
    return replace(
        a_reading(letter or a_reply(province="เชียงราย")),
        message=Message(from_=sender) if sender else None,
        confirmation=Confirmation(outcome="confirmed", organisations=organisations),
    )


def processed(database: Database, tmp_path: Path, reading: Parsed) -> None:
    originals = Originals(tmp_path / "originals")
    door = FrontDoor(
        database=database, originals=originals, enqueue=lambda session, receipt_id: None, clock=lambda: NOW
    )
    pipeline = Pipeline(
        database=database,
        originals=originals,
        read=lambda raw, name: reading,
        hear=lambda raw: Heard(),
        index=search.Index(normalise=normal_form, segment=search.default_segmenter()),
        clock=lambda: NOW,
    )
    envelope = Envelope(delivery="test:1", channel="ingest", source="test")
    pipeline.process(door.accept(b"one", envelope).id)


def kept(database: Database) -> Kept:
    with database.read() as tx:
        rows = tx.exec(select(Mention).order_by(Mention.ordinal)).all()
        return [(row.certainty, row.code, row.candidates) for row in rows]


def test_each_name_is_kept_with_what_the_roster_knows_of_it(database: Database, tmp_path: Path) -> None:
    imported(database, WIANG_IN_CHIANG_KHONG, "5570103,subdistrict_municipality,สันทราย,57,เมืองเชียงราย")
    processed(database, tmp_path, naming("ทต.เวียง", "ทต.สันทาย"))
    assert kept(database) == [("certain", "5570305", []), ("unknown", None, ["5570103"])]


def test_without_a_roster_the_names_are_kept_alone(database: Database, tmp_path: Path) -> None:
    processed(database, tmp_path, naming("ทต.เวียง"))
    assert kept(database) == [("unknown", None, [])]


def test_an_organisation_that_writes_from_its_own_mailbox_means_itself(
    database: Database, tmp_path: Path
) -> None:
    imported(database, WIANG_IN_CHIANG_KHONG, WIANG_IN_CHIANG_SAEN)
    processed(database, tmp_path, naming("ทต.เวียง", sender="Saraban_05570801@dla.go.th"))
    assert kept(database) == [("certain", "5570801", [])]


def test_of_a_secret_letter_no_names_are_kept(database: Database, tmp_path: Path) -> None:
    imported(database, WIANG_IN_CHIANG_KHONG)
    processed(database, tmp_path, naming("ทต.เวียง", letter=a_reply(province="เชียงราย", secrecy="ลับ")))
    assert kept(database) == []


def test_a_later_list_settles_what_it_can_and_leaves_what_is_certain(
    database: Database, tmp_path: Path
) -> None:
    processed(database, tmp_path, naming("ทต.เวียง"))
    assert imported(database, WIANG_IN_CHIANG_KHONG, WIANG_IN_CHIANG_SAEN) == 0
    assert kept(database) == [("ambiguous", None, ["5570305", "5570801"])]
    assert imported(database, WIANG_IN_CHIANG_KHONG, WIANG_IN_CHIANG_SAEN.replace("เวียง", "เวียงใหม่")) == 1
    assert kept(database) == [("certain", "5570305", [])]
    assert imported(database, WIANG_IN_CHIANG_KHONG.replace("เวียง", "เวียงเก่า")) == 0
    assert kept(database) == [("certain", "5570305", [])]


def test_every_import_is_in_the_ledger(database: Database) -> None:
    imported(database, WIANG_IN_CHIANG_KHONG)
    imported(database, WIANG_IN_CHIANG_KHONG)
    with database.read() as tx:
        assert [event.kind for event in ledger.events(tx)] == ["roster-imported"] * 2
        assert ledger.verify(tx) is None
