"""Acknowledgements reach the relay once, whatever the relay or the process does."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP

from intake.outgoing import Outgoing
from intake.receive import Envelope
from intake.settings import Relay
from storage import acknowledgements, ledger
from storage.models import Acknowledgement
from tests.integration.doors import Store
from tests.integration.dovecot import free_port

MAIL = b"From: saraban@dla.go.th\r\nSubject: x\r\n\r\n.a line that begins with a dot\r\n"


class FakeRelay:
    """Takes mail, or answers what it is told to; `cut` hangs up when it has the data, before it answers."""

    def __init__(self) -> None:
        self.port = free_port()
        self.taken: list[tuple[str | None, list[str], bytes]] = []
        self.at_rcpt = "250 OK"
        self.at_data = "250 OK"
        self.cut = False

    async def handle_RCPT(
        self, _server: SMTP, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if self.at_rcpt.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.at_rcpt

    async def handle_DATA(self, server: SMTP, _session: Any, envelope: Any) -> str:
        if self.at_data.startswith("250"):
            self.taken.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        if self.cut:
            assert server.transport is not None
            server.transport.abort()
        return self.at_data

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(
            lambda: SMTP(self, loop=loop, hostname="relay"), "127.0.0.1", self.port
        )
        try:
            yield
        finally:
            server.close()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


@pytest.fixture
def relay() -> FakeRelay:
    return FakeRelay()


def queue(store: Store, *numbers: int) -> None:
    for number in numbers:
        envelope = Envelope(delivery=f"test:{number}", channel="ingest", source="test")
        receipt = store.door.accept(b"letter %d" % number, envelope)
        with store.database.begin() as tx:
            acknowledgements.add(
                tx,
                receipt_id=receipt.id,
                recipient=f"office{number}@moi.go.th",
                message_id=f"<{number}@dla.go.th>",
                mail=MAIL.decode(),
                due_at=datetime.now(UTC),
            )


def rows(store: Store) -> list[Acknowledgement]:
    with store.database.read() as tx:
        return [tx.get_one(Acknowledgement, receipt.id) for receipt in store.receipts()]


@asynccontextmanager
async def sending(store: Store, relay: FakeRelay) -> AsyncIterator[None]:
    settings = Relay(
        host="127.0.0.1", port=relay.port, tls="none", address="saraban@dla.go.th", office="กรมส่งเสริมฯ"
    )
    task = Outgoing(settings, database=store.database, clock=lambda: datetime.now(UTC), poll_seconds=0.02)
    stop = asyncio.Event()
    serving = asyncio.create_task(task.serve(stop))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait_for(serving, 20)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 - what is awaited is another task's doing
            await asyncio.sleep(0.02)


async def test_each_is_sent_once_from_nobody_and_byte_for_byte(store: Store, relay: FakeRelay) -> None:
    queue(store, 1, 2, 3)
    async with relay.listening(), sending(store, relay):
        await until(lambda: all(row.state == "sent" for row in rows(store)))
        await asyncio.sleep(0.1)
    assert [mail_from for mail_from, _, _ in relay.taken] == ["<>", "<>", "<>"]
    assert [to for _, to, _ in relay.taken] == [[f"office{number}@moi.go.th"] for number in (1, 2, 3)]
    assert {content for _, _, content in relay.taken} == {MAIL}
    assert len(store.events("acknowledged")) == 3


async def test_while_the_relay_is_away_nothing_is_spent_and_then_all_is_sent(
    store: Store, relay: FakeRelay
) -> None:
    queue(store, 1)
    async with sending(store, relay):
        await asyncio.sleep(0.3)
        assert [(row.state, row.attempts) for row in rows(store)] == [("queued", 0)]
        async with relay.listening():
            await until(lambda: rows(store)[0].state == "sent")
    assert len(relay.taken) == 1


@pytest.mark.parametrize("where", ["at_rcpt", "at_data"])
async def test_what_the_relay_puts_off_waits(store: Store, relay: FakeRelay, where: str) -> None:
    setattr(relay, where, "451 4.7.1 greylisted")
    queue(store, 1)
    async with relay.listening(), sending(store, relay):
        await until(lambda: rows(store)[0].attempts == 1)
    [row] = rows(store)
    assert (row.state, row.failure) == ("queued", "451 4.7.1 greylisted")
    assert row.due_at > datetime.now(UTC)


@pytest.mark.parametrize("where", ["at_rcpt", "at_data"])
async def test_what_the_relay_refuses_is_noted_and_the_next_one_goes_on(
    store: Store, relay: FakeRelay, where: str
) -> None:
    setattr(relay, where, "550 5.1.1 no such mailbox")
    queue(store, 1)
    async with relay.listening(), sending(store, relay):
        await until(lambda: rows(store)[0].state == "refused")
        setattr(relay, where, "250 OK")
        queue(store, 2)
        await until(lambda: rows(store)[1].state == "sent")
    assert "no such mailbox" in store.events("not-acknowledged")[0]


async def test_a_line_cut_before_the_answer_leaves_it_uncertain_and_it_is_never_sent_again(
    store: Store, relay: FakeRelay
) -> None:
    relay.cut = True
    queue(store, 1)
    async with relay.listening(), sending(store, relay):
        await until(lambda: rows(store)[0].state == "uncertain")
        relay.cut = False
        queue(store, 2)
        await until(lambda: rows(store)[1].state == "sent")
    assert [to for _, to, _ in relay.taken] == [["office1@moi.go.th"], ["office2@moi.go.th"]]


async def test_one_that_a_killed_process_was_sending_is_never_sent_again(
    store: Store, relay: FakeRelay
) -> None:
    queue(store, 1)
    with store.database.begin() as tx:
        assert acknowledgements.begin(tx, store.receipts()[0].id)
        assert not acknowledgements.begin(tx, store.receipts()[0].id)
    async with relay.listening(), sending(store, relay):
        await until(lambda: rows(store)[0].state == "uncertain")
        await asyncio.sleep(0.1)
    assert relay.taken == []
    with store.database.read() as tx:
        assert "not-acknowledged" in [event.kind for event in ledger.events(tx)]


async def test_a_password_never_goes_over_an_open_line(store: Store, relay: FakeRelay) -> None:
    with pytest.raises(ValueError, match="in clear"):
        Relay.model_validate(
            {
                "host": "relay.go.th",
                "tls": "none",
                "user": "a",
                "password": "b",
                "address": "a@b.c",
                "office": "x",
            }
        )


async def test_a_relay_that_offers_no_tls_gets_nothing_where_tls_is_set(
    store: Store, relay: FakeRelay
) -> None:
    queue(store, 1)
    settings = Relay(host="127.0.0.1", port=relay.port, address="saraban@dla.go.th", office="x")
    task = Outgoing(settings, database=store.database, clock=lambda: datetime.now(UTC), poll_seconds=0.02)
    stop = asyncio.Event()
    async with relay.listening():
        serving = asyncio.create_task(task.serve(stop))
        await asyncio.sleep(0.3)
        stop.set()
        await asyncio.wait_for(serving, 20)
    assert relay.taken == []
    assert rows(store)[0].state == "queued"
