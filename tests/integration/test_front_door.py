"""The front door: what it promises for one message and for several at once."""

from pathlib import Path

import pytest
from sqlmodel import Session

from intake.receive import Arrival, Envelope
from storage.models import Receipt
from tests.integration.doors import Store

ONE, TWO, THREE = b"Subject: 1\r\n\r\n", b"Subject: 2\r\n\r\n", b"Subject: 3\r\n\r\n"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def envelope(name: str) -> Envelope:
    return Envelope(delivery=name, channel="imap", source="saraban")


def arrival(name: str, raw: bytes) -> Arrival:
    return Arrival(raw=raw, envelope=envelope(name))


def test_several_messages_give_their_receipts_in_order(store: Store) -> None:
    given = store.door.accept_many([arrival("a", ONE), arrival("b", TWO), arrival("c", THREE)])
    assert [(receipt.delivery, store.originals.get(receipt.sha256)) for receipt in given] == [
        ("a", ONE),
        ("b", TWO),
        ("c", THREE),
    ]
    assert [receipt.id for receipt in store.receipts()] == [receipt.id for receipt in given]
    assert len(store.events("received")) == 3


def test_nothing_is_promised_for_any_when_one_of_them_cannot_be_entered(store: Store) -> None:
    store.door.faults.poison = TWO
    with pytest.raises(RuntimeError, match="poison"):
        store.door.accept_many([arrival("a", ONE), arrival("b", TWO), arrival("c", THREE)])
    assert (store.receipts(), store.events("received")) == ([], [])
    store.door.accept(ONE, envelope("a"))
    assert store.taken() == [ONE]


def test_one_delivery_handed_in_again_is_one_receipt_and_queued_once(store: Store) -> None:
    first = store.door.accept(ONE, envelope("a"))
    again, other = store.door.accept_many([arrival("a", ONE), arrival("b", TWO)])
    assert (again.id, len(store.receipts()), len(store.events("received"))) == (first.id, 2, 2)
    assert store.door.queued == [first.id, other.id]


def test_the_same_bytes_by_two_deliveries_are_two_receipts_of_one_original(store: Store) -> None:
    one, two = store.door.accept_many([arrival("a", ONE), arrival("b", ONE)])
    assert one.id != two.id
    assert one.sha256 == two.sha256


def test_the_watermark_is_set_in_the_transaction_of_its_receipt(store: Store) -> None:
    seen: list[tuple[str, bool]] = []

    def note(tx: Session, receipt: Receipt) -> None:
        seen.append((receipt.delivery, tx.get(Receipt, receipt.id) is receipt))

    def fail(_tx: Session, _receipt: Receipt) -> None:
        raise RuntimeError("watermark")

    store.door.accept_many([Arrival(raw=ONE, envelope=envelope("a"), also=note)])
    assert seen == [("a", True)]
    with pytest.raises(RuntimeError, match="watermark"):
        store.door.accept_many([Arrival(raw=TWO, envelope=envelope("b"), also=fail)])
    assert store.taken() == [ONE]


def test_no_messages_are_no_receipts(store: Store) -> None:
    assert store.door.accept_many([]) == []
