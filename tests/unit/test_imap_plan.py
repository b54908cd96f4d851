"""What is decided about the messages of a mailbox, without a mailbox."""

from datetime import UTC, datetime, timedelta

import pytest

from intake.channels import imap_plan
from intake.channels.imap_plan import (
    IN_PIECES_FROM_BYTES,
    MESSAGE_LIMIT_BYTES,
    Fetched,
    Mark,
    Record,
    Sighting,
    Step,
    Torn,
)

NOON = datetime(2019, 2, 20, 12, 0, tzinfo=UTC)
SEEN = Sighting(uid=7, size=100, arrived=NOON)


def sighting(uid: int, size: int = 100) -> Sighting:
    return Sighting(uid=uid, size=size, arrived=NOON)


def known(**changes: object) -> Record:
    return Record(**{"state": "received", "size": 100, "arrived": NOON, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("why", "record", "mark", "step"),
    [
        ("never seen", None, "ledger", Step.FETCH),
        ("received and only our ledger says so", known(), "ledger", Step.SKIP),
        ("received, and the date was not kept", known(arrived=None), "ledger", Step.SKIP),
        ("same UID, another size", known(size=99), "ledger", Step.FETCH),
        ("same UID, another date", known(arrived=NOON + timedelta(seconds=1)), "ledger", Step.FETCH),
        ("committed, then cut off before the move", known(), "move", Step.FETCH),
        ("committed, then cut off before the keyword", known(), "keyword", Step.FETCH),
        ("marked, and yet it lies there", known(state="marked"), "move", Step.FETCH),
        ("failed once", known(state="pending", failures=1), "move", Step.FETCH_ALONE),
        ("failed before, received since", known(failures=2), "ledger", Step.SKIP),
        ("given up", known(state="quarantined", failures=3), "move", Step.SKIP),
        ("given up, and now another message", known(state="quarantined", size=5), "move", Step.FETCH),
    ],
)
def test_a_message_is_skipped_only_for_what_is_on_record_of_it(
    why: str, record: Record | None, mark: Mark, step: Step
) -> None:
    assert imap_plan.next_step(SEEN, record, mark=mark) is step, why


def test_a_message_too_large_for_memory_is_refused() -> None:
    at_limit, above = sighting(1, MESSAGE_LIMIT_BYTES), sighting(2, MESSAGE_LIMIT_BYTES + 1)
    assert imap_plan.next_step(at_limit, None, mark="move") is Step.FETCH
    assert imap_plan.next_step(above, None, mark="move") is Step.REFUSE


def planned(
    sightings: list[Sighting], suspects: set[int] | None = None, **records: Record
) -> list[list[int]]:
    plan = imap_plan.plan(
        sightings,
        {int(uid.removeprefix("uid")): record for uid, record in records.items()},
        mark="move",
        suspects=suspects or set(),
        batch_bytes=300,
    )
    return [[seen.uid for seen in batch] for batch in plan.batches]


def test_batches_are_oldest_first_and_bounded_by_bytes() -> None:
    assert planned([sighting(3), sighting(1), sighting(2), sighting(4)]) == [[1, 2, 3], [4]]


def test_a_message_above_the_batch_size_still_goes_by_itself() -> None:
    assert planned([sighting(1), sighting(2, 9_999), sighting(3)]) == [[1], [2], [3]]


def test_batches_are_bounded_by_number_too() -> None:
    assert [len(batch) for batch in planned([sighting(uid, 1) for uid in range(250)])] == [100, 100, 50]


def test_what_comes_in_pieces_comes_alone_in_its_place() -> None:
    large = sighting(2, IN_PIECES_FROM_BYTES)
    plan = imap_plan.plan(
        [sighting(1), large, sighting(3)], {}, mark="move", suspects=(), batch_bytes=1 << 30
    )
    assert [[seen.uid for seen in batch] for batch in plan.batches] == [[1], [2], [3]]


def test_suspects_and_failures_come_last_and_each_alone() -> None:
    failed = known(state="pending", failures=2)
    order = planned([sighting(uid) for uid in range(1, 6)], suspects={2}, uid4=failed)
    assert order == [[1, 3, 5], [2], [4]]


def test_sizes_are_asked_for_in_company_but_of_suspects_alone() -> None:
    assert imap_plan.groups(range(1, 1_003), suspects={5, 4, 9_999}) == (
        (1, 2, 3, *range(6, 503)),
        tuple(range(503, 1_003)),
        (4,),
        (5,),
    )


def test_only_what_was_given_up_without_a_size_is_left_unasked() -> None:
    records = {
        1: known(state="quarantined", size=None),
        2: known(state="quarantined"),
        3: known(state="pending", size=None, failures=2),
    }
    assert imap_plan.blind_spots(records) == {1}


@pytest.mark.parametrize(
    ("announced", "raw", "verdict"),
    [
        (3, b"abc", Fetched(sighting=SEEN, raw=b"abc")),
        (4, b"abc", Torn(sighting=SEEN, reason="the server announced 4 bytes and sent 3")),
        (2, b"abc", Torn(sighting=SEEN, reason="the server announced 2 bytes and sent 3")),
        (3, None, None),
        (3, b"", None),
        (0, b"", None),
        (None, b"abc", None),
    ],
)
def test_bytes_are_believed_only_when_they_are_as_many_as_announced(
    announced: int | None, raw: bytes | None, verdict: Fetched | Torn | None
) -> None:
    assert imap_plan.judge(SEEN, announced, raw) == verdict


@pytest.mark.parametrize(
    ("exists", "uidnext", "windows"),
    [
        (0, 1, ["1:*"]),
        (50_000, 4_000_000_000, ["1:*"]),
        (50_001, None, ["1:*"]),
        (50_001, 120_000, ["1:50000", "50001:100000", "100001:150000", "120000:*"]),
    ],
)
def test_search_windows_cover_every_uid(exists: int, uidnext: int | None, windows: list[str]) -> None:
    assert list(imap_plan.search_windows(exists, uidnext)) == windows


def test_a_delivery_is_named_as_rfc_5092_has_it() -> None:
    mailbox = imap_plan.mailbox_url(host="mail.example.go.th", port=993, user="a;b@x", folder="ตอบ/INBOX 2")
    assert mailbox == "imap://a%3Bb%40x@mail.example.go.th:993/%E0%B8%95%E0%B8%AD%E0%B8%9A/INBOX%202"
    assert imap_plan.delivery_url("imap://u@h:993/INBOX", uidvalidity=3, uid=17) == (
        "imap://u@h:993/INBOX;UIDVALIDITY=3/;UID=17"
    )


@pytest.mark.parametrize(
    ("name", "prefix", "delimiter", "spelled"),
    [
        ("inbox", "INBOX.", ".", "INBOX"),
        ("Saraban/Received", "", "/", "Saraban/Received"),
        ("Saraban/Received", "", ".", "Saraban.Received"),
        ("Saraban/Received", "INBOX.", ".", "INBOX.Saraban.Received"),
        ("INBOX/Received", "INBOX.", ".", "INBOX.Received"),
        ("INBOX.Received", "INBOX.", ".", "INBOX.Received"),
        ("Received", "", "", "Received"),
    ],
)
def test_folders_are_spelled_as_the_server_has_them(
    name: str, prefix: str, delimiter: str, spelled: str
) -> None:
    assert imap_plan.server_name(name, prefix=prefix, delimiter=delimiter) == spelled
