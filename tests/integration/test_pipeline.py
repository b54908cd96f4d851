"""One message is settled in one transaction, once, whatever happens around it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from intake import facts
from intake.acknowledging import Office
from intake.authenticity import Heard
from intake.pipeline import Pipeline
from intake.receive import Envelope, FrontDoor
from intake.signatures import Signature
from parsers.errors import ChildFailed
from parsers.model import Message, Parsed
from parsers.thai.text import normal_form
from storage import acknowledgements, campaigns, ledger, letters, receipts, search
from storage.database import Database
from storage.models import Acknowledgement, Filing, Letter, Receipt
from storage.originals import Originals
from tests.builders import DLA, a_citation, a_document, a_field, a_reading, a_reply

NOW = datetime(2019, 2, 26, 2, 0, tzinfo=UTC)


class House:
    """The parts of the service below a temporary folder, with a reader that says what it is told."""

    def __init__(self, home: Path) -> None:
        self.database = Database(f"sqlite:///{home / 'house.sqlite'}")
        self.database.migrate()
        self.originals = Originals(home / "originals")
        self.index = search.Index(normalise=normal_form, segment=search.default_segmenter())
        self._seconds = 0
        self.queued: list[str] = []
        self.says: dict[bytes, Parsed | Exception] = {}
        self.hears: dict[bytes, Heard] = {}
        self.acknowledge_from(None)
        self.door = FrontDoor(
            database=self.database,
            originals=self.originals,
            enqueue=lambda session, receipt_id: self.queued.append(receipt_id),
            clock=self._later,
        )

    def acknowledge_from(self, office: Office | None) -> None:
        self.pipeline = Pipeline(
            database=self.database,
            originals=self.originals,
            read=self._read,
            hear=lambda raw: self.hears.get(raw, Heard()),
            index=self.index,
            clock=lambda: NOW,
            office=office,
        )

    def _later(self) -> datetime:
        """A clock that moves on by a second at every look."""
        self._seconds += 1
        return NOW + timedelta(seconds=self._seconds)

    def _read(self, raw: bytes, name: str) -> Parsed:
        said = self.says[raw]
        if isinstance(said, Exception):
            raise said
        return said

    def receive(
        self, raw: bytes, reading: Parsed | Exception, *, delivery: str = "", mail_from: str | None = None
    ) -> str:
        self.says[raw] = reading
        envelope = Envelope(
            delivery=delivery or f"test:{raw!r}", channel="imap", source="test", mail_from=mail_from
        )
        return self.door.accept(raw, envelope).id

    def status(self, receipt_id: str) -> str:
        with self.database.read() as tx:
            return receipts.get(tx, receipt_id).status

    def count(self, model: type[Receipt | Letter | Filing]) -> int:
        with self.database.read() as tx:
            return len(tx.exec(select(model)).all())

    def kinds(self) -> list[str]:
        with self.database.read() as tx:
            return [event.kind for event in ledger.events(tx)]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    with house.database.begin() as tx:
        campaigns.open(
            tx,
            reference="มท 0810.7/ว 200",
            reference_key="มท|0810.7|ว|200",
            issuer=DLA,
            dated=date(2019, 2, 15),
            subject="GECC",
            due=date(2019, 2, 28),
            addressees=["เชียงใหม่", "ลำพูน"],
            opened_at=NOW,
        )
    yield house
    house.database.close()


def test_a_reply_is_filed_indexed_and_in_the_ledger(house: House) -> None:
    receipt = house.receive(b"one", a_reading(a_reply()))
    house.pipeline.process(receipt)
    assert house.status(receipt) == "filed"
    assert house.kinds() == ["received", "filed"]
    with house.database.read() as tx:
        [hit] = house.index.find(tx, "มาตรฐาน")
        assert (hit.receipt, hit.register_number) == (receipt, "1/2562")


def test_processing_twice_changes_nothing(house: House) -> None:
    receipt = house.receive(b"one", a_reading(a_reply()))
    house.pipeline.process(receipt)
    house.pipeline.process(receipt)
    assert (house.count(Letter), house.count(Filing), house.kinds()) == (1, 1, ["received", "filed"])


def test_processing_side_by_side_files_once(house: House) -> None:
    receipt = house.receive(b"one", a_reading(a_reply()))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(house.pipeline.process, [receipt] * 16))
    assert (house.count(Letter), house.count(Filing)) == (1, 1)


def test_a_failure_at_the_last_moment_leaves_nothing_and_no_gap(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = house.receive(b"one", a_reading(a_reply()))
    append = ledger.append

    def fails(tx: Session, kind: str, *args: object, **more: object) -> object:
        if kind == "filed":
            raise RuntimeError("power cut")
        return append(tx, kind, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(ledger, "append", fails)
    with pytest.raises(RuntimeError):
        house.pipeline.process(first)
    monkeypatch.undo()
    assert (house.status(first), house.count(Letter), house.count(Filing)) == ("received", 0, 0)
    house.pipeline.process(first)
    with house.database.read() as tx:
        assert [row.register_number for row in letters.register_rows(tx, None, None, None)] == [1]


def test_a_child_that_dies_leaves_the_message_for_another_attempt(house: House) -> None:
    receipt = house.receive(b"one", ChildFailed("killed"))
    with pytest.raises(ChildFailed):
        house.pipeline.process(receipt)
    assert house.status(receipt) == "received"
    house.says[b"one"] = a_reading(a_reply())
    house.pipeline.process(receipt)
    assert house.status(receipt) == "filed"


def test_what_is_given_up_is_quarantined_with_its_original_kept(house: House) -> None:
    receipt = house.receive(b"bad", ChildFailed("killed"))
    house.pipeline.quarantine(receipt, "killed")
    house.pipeline.quarantine(receipt, "killed")
    assert house.status(receipt) == "quarantined"
    assert house.kinds() == ["received", "quarantined"]
    with house.database.read() as tx:
        assert house.originals.get(receipts.get(tx, receipt).sha256) == b"bad"


def test_giving_up_does_not_undo_what_was_settled(house: House) -> None:
    receipt = house.receive(b"one", a_reading(a_reply()))
    house.pipeline.process(receipt)
    house.pipeline.quarantine(receipt, "too late")
    assert house.status(receipt) == "filed"


def test_the_same_bytes_twice_are_two_receipts_and_one_letter(house: House) -> None:
    first = house.receive(b"one", a_reading(a_reply()), delivery="a")
    second = house.receive(b"one", a_reading(a_reply()), delivery="b")
    house.pipeline.process(second)
    house.pipeline.process(first)
    assert (house.status(first), house.status(second)) == ("filed", "duplicate")
    assert (house.count(Receipt), house.count(Letter)) == (2, 1)


def test_the_same_letter_in_other_bytes_is_kept_and_linked(house: House) -> None:
    first = house.receive(b"sent", a_reading(a_reply()))
    second = house.receive(b"scanned", a_reading(a_reply()))
    house.pipeline.process(first)
    house.pipeline.process(second)
    assert house.status(second) == "duplicate"
    with house.database.read() as tx:
        states = {filing.state: filing for filing in tx.exec(select(Filing))}
    assert states["duplicate"].duplicate_of == states["filed"].id
    assert states["duplicate"].register_number is None


def test_the_same_letter_in_other_bytes_side_by_side_is_filed_once(house: House) -> None:
    copies = [house.receive(b"copy %d" % number, a_reading(a_reply())) for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(house.pipeline.process, copies))
    assert sorted(map(house.status, copies)) == ["duplicate"] * 7 + ["filed"]


def test_a_correction_takes_the_place_of_what_it_corrects_and_the_chain_is_kept(house: House) -> None:
    first = house.receive(b"first", a_reading(a_reply()))
    corrected = a_reply(number="ชม 0023.3/1300", dated="2019-02-25", subject="ขอแก้ไขข้อมูลการสมัคร")
    second = house.receive(b"second", a_reading(corrected))
    house.pipeline.process(first)
    house.pipeline.process(second)
    with house.database.read() as tx:
        old, new = tx.exec(select(Filing).order_by(Filing.id)).all()  # type: ignore[arg-type]
        assert (old.state, new.state, new.supersedes) == ("superseded", "filed", old.id)
        [campaign] = campaigns.all(tx)
        assert campaigns.board(tx, campaign)[0].register_number == "2/2562"
        told = facts.of_receipt(tx, first)
    assert (told["status"], told["register_number"]) == ("filed", "1/2562")
    assert "2/2562" in str(told["reasons"])
    assert house.kinds() == ["received", "received", "filed", "filed", "superseded"]


def a_mail(**said: str) -> Message:
    return Message(message_id="<1@cm.go.th>", from_="saraban@cm.go.th", **said)


def test_the_same_mail_by_two_ways_is_one_letter(house: House) -> None:
    reading = a_reading(a_reply(number=None), a_document("เรียน"), message=a_mail())
    first, second = house.receive(b"way one", reading), house.receive(b"way two", reading)
    house.pipeline.process(first)
    house.pipeline.process(second)
    assert (house.status(first), house.status(second)) == ("review", "duplicate")
    with house.database.read() as tx:
        assert facts.of_receipt(tx, second)["sender"] == "ศาลากลางจังหวัดเชียงใหม่"


def test_another_mail_under_the_same_message_id_is_another_mail(house: House) -> None:
    first = house.receive(b"one", a_reading(a_reply(), a_document("ก"), message=a_mail()))
    other = replace(a_document("ข"), sha256="2" * 64)
    second = house.receive(b"two", a_reading(a_reply(number="ชม 0023.3/1300"), other, message=a_mail()))
    house.pipeline.process(first)
    house.pipeline.process(second)
    assert (house.status(first), house.status(second)) == ("filed", "filed")


def test_unrelated_mail_is_found_by_its_words_and_can_still_be_filed(house: House) -> None:
    answer = a_mail(noise="auto-reply", subject="ตอบกลับอัตโนมัติ")
    receipt = house.receive(b"away", a_reading(None, a_document("อยู่ระหว่างลาพักผ่อน"), message=answer))
    house.pipeline.process(receipt)
    with house.database.begin() as tx:
        [hit] = house.index.find(tx, "ลาพักผ่อน")
        assert (hit.receipt, hit.status, hit.sender) == (receipt, "unrelated", "saraban@cm.go.th")
        [letter] = letters.of_receipt(tx, receipt)
        [campaign] = campaigns.all(tx)
        filed = letters.file(tx, letter, campaign_id=campaign.id, filed_at=NOW, filed_by="somchai")
    assert (filed.register_number, letter.status) == (1, "filed")


def test_what_was_heard_of_the_sender_is_kept_shown_and_only_moves_the_confidence(house: House) -> None:
    house.hears[b"mail"] = Heard(
        sender="saraban@chiangmai.go.th", signatures=(Signature(domain="chiangmai.go.th", verdict="fail"),)
    )
    receipt = house.receive(b"mail", a_reading(a_reply(), message=a_mail()))
    house.pipeline.process(receipt)
    with house.database.read() as tx:
        told = facts.of_receipt(tx, receipt)
        kept = receipts.get(tx, receipt).testimony
    assert (told["status"], told["confidence"]) == ("filed", 0.89)
    assert "chiangmai.go.th" in str(told["reasons"])
    assert kept is not None
    assert kept["signatures"] == [{"domain": "chiangmai.go.th", "verdict": "fail"}]


OFFICE = Office(address="saraban@dla.go.th", name="กรมส่งเสริมการปกครองท้องถิ่น")
SENDER = Heard(sender="saraban@chiangmai.go.th", answerable=True)


def acknowledged(house: House) -> list[Acknowledgement]:
    with house.database.read() as tx:
        return list(acknowledgements.due(tx, at=NOW, most=10))


def test_a_letter_that_is_filed_is_acknowledged_in_the_same_transaction_and_its_copies_are_not(
    house: House,
) -> None:
    house.acknowledge_from(OFFICE)
    house.hears = {b"one": SENDER, b"two": SENDER, b"three": SENDER}
    first = house.receive(b"one", a_reading(a_reply(), message=a_mail()))
    house.receive(b"two", a_reading(a_reply(), message=Message()))
    house.receive(b"three", a_reading(a_reply(number=None), message=Message()))
    for receipt in house.queued:
        house.pipeline.process(receipt)
    [row] = acknowledged(house)
    assert (row.receipt_id, row.recipient) == (first, "saraban@chiangmai.go.th")
    assert "In-Reply-To: <1@cm.go.th>" in row.mail


def test_without_an_office_nothing_is_acknowledged(house: House) -> None:
    house.hears = {b"one": SENDER}
    house.pipeline.process(house.receive(b"one", a_reading(a_reply(), message=a_mail())))
    assert acknowledged(house) == []


def test_a_filing_that_is_rolled_back_takes_its_acknowledgement_with_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.acknowledge_from(OFFICE)
    house.hears = {b"one": SENDER}
    receipt = house.receive(b"one", a_reading(a_reply(), message=a_mail()))
    add = acknowledgements.add

    def fails(*args: object, **more: object) -> None:
        add(*args, **more)  # type: ignore[arg-type]
        raise RuntimeError("power cut")

    monkeypatch.setattr(acknowledgements, "add", fails)
    with pytest.raises(RuntimeError):
        house.pipeline.process(receipt)
    assert (house.status(receipt), house.count(Filing), acknowledged(house)) == ("received", 0, [])


def test_a_report_on_a_mail_that_was_received_says_on_which(house: House) -> None:
    first = house.receive(b"mail", a_reading(a_reply(), message=a_mail()))
    told = Message(noise="read-receipt", about="<1@cm.go.th>")
    second = house.receive(b"receipt", a_reading(None, message=told))
    house.pipeline.process(first)
    house.pipeline.process(second)
    with house.database.read() as tx:
        assert first in str(facts.of_receipt(tx, second)["reasons"])


def test_a_mail_from_nobody_without_a_letter_is_unrelated(house: House) -> None:
    receipt = house.receive(b"dsn", a_reading(None, message=Message()), mail_from="")
    house.pipeline.process(receipt)
    assert house.status(receipt) == "unrelated"


def test_a_letter_in_review_is_proposed_to_the_nearest_campaign(house: House) -> None:
    receipt = house.receive(b"near", a_reading(a_reply(a_citation("มท 0810.7/ว 201"))))
    house.pipeline.process(receipt)
    with house.database.read() as tx:
        [letter] = letters.of_receipt(tx, receipt)
        [campaign] = campaigns.all(tx)
        board = {row.province: row.state for row in campaigns.board(tx, campaign)}
    assert letter.proposed_campaign_id == campaign.id
    assert board == {"เชียงใหม่": "review", "ลำพูน": "silent"}


def test_the_words_of_a_secret_letter_are_not_searched(house: House) -> None:
    secret = replace(a_reply(secrecy="ลับ"), subject=a_field("เรื่องลับเฉพาะ"))
    receipt = house.receive(b"secret", a_reading(secret))
    house.pipeline.process(receipt)
    assert house.status(receipt) == "review"
    with house.database.read() as tx:
        assert house.index.find(tx, "เฉพาะ") == []
