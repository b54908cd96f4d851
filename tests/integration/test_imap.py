"""The mailbox door against a real Dovecot, and everything that happens to mailboxes."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from intake.channels.imap import ImapChannel, Patience
from intake.settings import ImapAccount
from storage.errors import StoreFull
from tests.integration.doors import Killed, Store
from tests.integration.dovecot import PASSWORD, USER, Dovecot, running_dovecot, self_signed
from tests.integration.proxy import Proxy

SOON = Patience(connect=5, answer=5, first_retry=0.05, last_retry=0.2, person=0.2, farewell=1)
MOVED = "Saraban.Received"
"""The default of `move_to` as this server spells it."""


def letter(number: int, size: int = 0) -> bytes:
    head = f"Subject: letter {number}\r\nFrom: a@example.go.th\r\n\r\n".encode()
    return head + b"0123456789abcde\r\n" * max(1, (size - len(head)) // 17)


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    with running_dovecot() as dovecot:
        yield dovecot


@pytest.fixture
def mailbox(server: Dovecot) -> Dovecot:
    server.empty()
    return server


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def account(dovecot: Dovecot, **changes: Any) -> ImapAccount:
    usual = {"host": "127.0.0.1", "port": dovecot.port, "tls": "none", "user": USER, "password": PASSWORD}
    return ImapAccount.model_validate({**usual, "poll_seconds": 0.1, **changes})


def channel(dovecot: Dovecot, store: Store, **changes: Any) -> ImapChannel:
    return ImapChannel(
        account(dovecot, **changes), front_door=store.door, database=store.database, patience=SOON
    )


@contextmanager
def running(door: ImapChannel) -> Iterator[None]:
    """In a thread of its own, until the block ends."""
    stop = threading.Event()
    thread = threading.Thread(target=door.run, args=(stop,))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(20)
        assert not thread.is_alive(), "the channel did not stop"


def eventually(holds: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.05)


def drain(door: ImapChannel, until: Callable[[], bool]) -> None:
    with running(door):
        eventually(until)


def run_until_killed(door: ImapChannel) -> None:
    with pytest.raises(Killed):
        door.run(threading.Event())


def kill_at(number: int) -> Callable[[int], None]:
    def kill(now: int) -> None:
        if now == number:
            raise Killed

    return kill


def test_messages_are_taken_oldest_first_and_moved_once_they_are_durable(
    mailbox: Dovecot, store: Store
) -> None:
    letters = [letter(number) for number in range(5)]
    mailbox.append(*letters)
    drain(channel(mailbox, store), lambda: len(mailbox.contents(MOVED)) == 5)
    assert store.taken() == letters
    assert mailbox.contents() == []
    assert [note.state for note in store.notes()] == ["marked"] * 5
    first = store.receipts()[0]
    assert first.delivery.startswith(f"imap://{USER}@127.0.0.1:{mailbox.port}/INBOX;UIDVALIDITY=")
    assert first.source == f"{USER} at 127.0.0.1, INBOX, message {store.notes()[0].uid}"


def test_taking_a_message_does_not_mark_it_read_for_the_clerks(mailbox: Dovecot, store: Store) -> None:
    mailbox.append(letter(1))
    drain(channel(mailbox, store, mark="ledger"), lambda: len(store.receipts()) == 1)
    with mailbox.client() as client:
        assert client.search("UNSEEN") != []


def test_mail_that_comes_later_is_taken_too(mailbox: Dovecot, store: Store) -> None:
    with running(channel(mailbox, store, poll_seconds=60)):
        mailbox.append(letter(1))
        eventually(lambda: len(store.receipts()) == 1)
        mailbox.append(letter(2))  # IDLE tells of it; the poll is a minute away
        eventually(lambda: len(store.receipts()) == 2)


@pytest.mark.parametrize("mark", ["move", "keyword", "ledger"])
def test_what_is_taken_is_not_taken_again_by_the_next_service(
    mailbox: Dovecot, store: Store, mark: str
) -> None:
    mailbox.append(*(letter(number) for number in range(3)))
    drain(channel(mailbox, store, mark=mark), lambda: len(store.receipts()) == 3)
    mailbox.append(letter(3))
    drain(channel(mailbox, store, mark=mark), lambda: len(store.receipts()) == 4)
    assert store.door.faults.accepted == 4


@pytest.mark.parametrize("mark", ["move", "keyword", "ledger"])
@pytest.mark.parametrize("number", [1, 3, 4])
def test_a_crash_between_commit_and_mark_loses_and_doubles_nothing(
    mailbox: Dovecot, store: Store, mark: str, number: int
) -> None:
    letters = [letter(number) for number in range(4)]
    mailbox.append(*letters)
    store.door.faults.after = kill_at(number)
    run_until_killed(channel(mailbox, store, mark=mark))
    assert len(mailbox.contents()) == 4
    left = 0 if mark == "move" else 4
    drain(
        channel(mailbox, store, mark=mark),
        lambda: len(store.receipts()) == 4 and len(mailbox.contents()) == left,
    )
    assert store.taken() == letters


def test_a_crash_before_the_commit_leaves_the_message_in_the_mailbox(mailbox: Dovecot, store: Store) -> None:
    mailbox.append(letter(1))
    store.door.faults.before = kill_at(1)
    run_until_killed(channel(mailbox, store))
    assert (store.taken(), mailbox.contents()) == ([], [letter(1)])


def test_a_full_disk_leaves_the_mail_in_the_mailbox_until_there_is_space(
    mailbox: Dovecot, store: Store
) -> None:
    def full(number: int) -> None:
        if number < 4:
            raise StoreFull

    mailbox.append(letter(1), letter(2))
    store.door.faults.before = full
    drain(channel(mailbox, store), lambda: len(mailbox.contents(MOVED)) == 2)
    assert store.taken() == [letter(1), letter(2)]
    assert [note.failures for note in store.notes()] == [0, 0]


def test_a_message_removed_by_somebody_else_in_mid_run_is_no_failure(mailbox: Dovecot, store: Store) -> None:
    def remove_the_rest(number: int) -> None:
        if number == 1:
            with mailbox.client() as client:
                client.delete_messages(client.search()[2:4])
                client.expunge()

    mailbox.append(*(letter(number, 10_000) for number in range(5)))
    store.door.faults.after = remove_the_rest
    with running(channel(mailbox, store, batch_bytes=10_000)):
        eventually(lambda: len(mailbox.contents(MOVED)) == 3)
        mailbox.append(letter(5, 10_000))  # the pass after the one that missed them
        eventually(lambda: len(mailbox.contents(MOVED)) == 4)
    assert store.taken() == [letter(number, 10_000) for number in (0, 1, 4, 5)]
    assert {note.failures for note in store.notes()} == {0}
    assert store.events("quarantined") == []


def test_a_folder_made_anew_is_read_anew(mailbox: Dovecot, store: Store) -> None:
    """The same UIDs mean other messages now; what is identical becomes another receipt, not a gap."""
    with mailbox.client(folder=None) as client:
        client.create_folder("Replies")
    mailbox.append(letter(1), letter(2), folder="Replies")
    drain(channel(mailbox, store, folder="Replies", mark="ledger"), lambda: len(store.receipts()) == 2)
    with mailbox.client(folder=None) as client:
        client.delete_folder("Replies")
        client.create_folder("Replies")
    mailbox.append(letter(3), letter(1), folder="Replies")
    drain(channel(mailbox, store, folder="Replies", mark="ledger"), lambda: len(store.receipts()) == 4)
    assert store.taken() == [letter(1), letter(2), letter(3), letter(1)]


@pytest.mark.parametrize(
    ("other", "seconds_later"), [(letter(2, 500), 0), (letter(2), 1)], ids=["another size", "another date"]
)
def test_a_uid_that_means_another_message_now_is_not_passed_over(
    mailbox: Dovecot, store: Store, other: bytes, seconds_later: int
) -> None:
    """A server restored from a backup: same UIDVALIDITY, same UID, another message."""
    mailbox.append(letter(1))
    drain(channel(mailbox, store, mark="ledger"), lambda: len(store.receipts()) == 1)
    mailbox.rewrite(other, seconds_later=seconds_later)
    drain(channel(mailbox, store, mark="ledger"), lambda: len(store.receipts()) == 2)
    assert store.taken() == [letter(1), other]
    assert len(store.notes()) == 1, "the server gave it a UID of its own"


def test_another_message_under_a_known_uid_is_not_passed_over_because_it_failed_once(
    mailbox: Dovecot, store: Store
) -> None:
    proxy = Proxy(mailbox.port)
    mailbox.append(letter(1))
    drain(channel(mailbox, store, mark="ledger", port=proxy.port), lambda: len(store.receipts()) == 1)
    mailbox.rewrite(letter(2, 500))
    cut_at = proxy.connections + 1
    proxy.fault = lambda octets, _before: (
        None if proxy.connections == cut_at and b"letter 2" in octets else octets
    )
    drain(channel(mailbox, store, mark="ledger", port=proxy.port), lambda: len(store.receipts()) == 2)
    assert proxy.connections > cut_at
    assert [note.failures for note in store.notes()] == [0]
    proxy.close()


def test_a_wrong_password_is_reported_with_its_remedy_and_never_shown(
    mailbox: Dovecot, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    mailbox.append(letter(1))
    with running(channel(mailbox, store, password="wrong")):
        time.sleep(1)
    told = capsys.readouterr().out
    assert "mailbox_refused" in told
    assert "Correct user and password" in told
    assert "wrong" not in told
    assert store.taken() == []


def test_a_server_that_goes_down_and_comes_back_is_picked_up_again(store: Store) -> None:
    with running_dovecot() as own, running(channel(own, store)):
        own.append(letter(1))
        eventually(lambda: len(store.receipts()) == 1)
        own.stop()
        time.sleep(0.5)
        own.start()
        own.append(letter(2))
        eventually(lambda: len(store.receipts()) == 2)


def test_a_hung_server_is_left_after_the_timeout_and_tried_again(mailbox: Dovecot, store: Store) -> None:
    proxy = Proxy(mailbox.port)
    proxy.fault = lambda octets, before: b"" if proxy.connections == 1 and before > 1_000 else octets
    mailbox.append(letter(1, 5_000))
    impatient = ImapChannel(
        account(mailbox, port=proxy.port),
        front_door=store.door,
        database=store.database,
        patience=Patience(connect=2, answer=0.5, first_retry=0.05),
    )
    drain(impatient, lambda: len(store.receipts()) == 1)
    assert proxy.connections > 1
    proxy.close()


def test_a_line_cut_in_mid_literal_leaves_no_half_message(mailbox: Dovecot, store: Store) -> None:
    proxy = Proxy(mailbox.port)
    proxy.fault = lambda octets, before: None if proxy.connections == 1 and before > 30_000 else octets
    letters = [letter(number, 9_000) for number in range(8)]
    mailbox.append(*letters)
    drain(channel(mailbox, store, port=proxy.port), lambda: len(mailbox.contents(MOVED)) == 8)
    assert sorted(store.taken()) == sorted(letters)
    assert proxy.connections > 1
    proxy.close()


def test_a_message_that_always_cuts_the_line_is_quarantined_and_the_rest_goes_on(
    mailbox: Dovecot, store: Store
) -> None:
    poison = b"Subject: poison\r\n\r\n" + b"POISON" * 1_000 + b"\r\n"
    proxy = Proxy(mailbox.port)
    proxy.fault = lambda octets, _before: None if b"POISON" in octets else octets
    mailbox.append(letter(1), letter(2), poison, letter(3), letter(4))
    with running(channel(mailbox, store, port=proxy.port)):
        eventually(lambda: len(store.events("quarantined")) == 1)
        eventually(lambda: len(mailbox.contents(MOVED)) == 4)
        mailbox.append(letter(5))
        eventually(lambda: len(mailbox.contents(MOVED)) == 5)
        tries = proxy.connections
        mailbox.append(letter(6))
        eventually(lambda: len(mailbox.contents(MOVED)) == 6)
        assert proxy.connections == tries, "the quarantined message was fetched again"
    assert mailbox.contents() == [poison]
    [note] = [note for note in store.notes() if note.state == "quarantined"]
    assert note.failures == 3
    assert "move it to another folder and back" in store.events("quarantined")[0]
    proxy.close()


def test_a_message_that_no_commit_survives_is_quarantined_and_its_batch_goes_on(
    mailbox: Dovecot, store: Store
) -> None:
    store.door.faults.poison = b"letter 3"
    mailbox.append(*(letter(number) for number in range(1, 6)))
    with running(channel(mailbox, store)):
        eventually(lambda: len(store.events("quarantined")) == 1)
        eventually(lambda: len(mailbox.contents(MOVED)) == 4)
    assert mailbox.contents() == [letter(3)]
    assert "it cannot be taken in (RuntimeError)" in store.events("quarantined")[0]
    assert sorted(store.taken()) == [letter(number) for number in (1, 2, 4, 5)]


def test_a_damaged_message_does_not_keep_the_others(mailbox: Dovecot, store: Store) -> None:
    """Its file says another size than it has: Dovecot finds out in mid-fetch and hangs up."""
    mailbox.append(letter(1), letter(2, 3_000), letter(3))
    mailbox.damage(1)
    drain(channel(mailbox, store), lambda: len(mailbox.contents(MOVED)) >= 2)
    assert {letter(1), letter(3)} <= set(store.taken())


def test_a_server_that_sends_fewer_bytes_than_it_announces_is_not_believed(
    mailbox: Dovecot, store: Store
) -> None:
    proxy = Proxy(mailbox.port)
    mailbox.append(letter(1, 2_000))
    announced = f"RFC822.SIZE {len(letter(1, 2_000))}".encode()
    proxy.fault = lambda octets, _before: octets.replace(announced, b"RFC822.SIZE 9999")
    drain(channel(mailbox, store, port=proxy.port), lambda: len(store.events("quarantined")) == 1)
    assert "announced 9999 bytes and sent" in store.events("quarantined")[0]
    assert (store.taken(), mailbox.contents()) == ([], [letter(1, 2_000)])
    proxy.close()


def test_a_message_whose_very_size_cannot_be_read_is_quarantined_too(mailbox: Dovecot, store: Store) -> None:
    sizes = [len(letter(number, number * 1_000)) for number in range(1, 4)]
    proxy = Proxy(mailbox.port)
    proxy.fault = lambda octets, _before: octets.replace(b"SIZE %d" % sizes[1], b"SIZE ((((")
    mailbox.append(*(letter(number, number * 1_000) for number in range(1, 4)))
    with running(channel(mailbox, store, port=proxy.port)):
        eventually(lambda: len(store.events("quarantined")) == 1)
        eventually(lambda: len(mailbox.contents(MOVED)) == 2)
        connections = proxy.connections
        mailbox.append(letter(4))
        eventually(lambda: len(mailbox.contents(MOVED)) == 3)
    assert proxy.connections == connections, "what was given up was asked for again"
    assert mailbox.contents() == [letter(2, 2_000)]
    assert "answers what is not IMAP" in store.events("quarantined")[0]
    proxy.close()


def test_a_server_without_move_gets_copies_and_expunges_only_those(mailbox: Dovecot, store: Store) -> None:
    proxy = Proxy(mailbox.port)
    proxy.fault = lambda octets, _before: octets.replace(b" MOVE ", b" XXXX ")
    mailbox.append(letter(1), letter(2))
    with running(channel(mailbox, store, port=proxy.port)):
        eventually(lambda: len(mailbox.contents(MOVED)) == 2 and mailbox.contents() == [])
    assert store.taken() == [letter(1), letter(2)]
    proxy.close()


def test_a_server_that_can_neither_move_nor_expunge_is_refused_before_the_first_message(
    mailbox: Dovecot, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    proxy = Proxy(mailbox.port)
    proxy.fault = lambda octets, _before: octets.replace(b" MOVE ", b" XXXX ").replace(
        b" UIDPLUS ", b" XXXXXXX "
    )
    mailbox.append(letter(1))
    with running(channel(mailbox, store, port=proxy.port)):
        time.sleep(0.5)
    assert "Set mark to 'keyword' or 'ledger'" in capsys.readouterr().out
    assert store.taken() == []
    proxy.close()


@pytest.mark.parametrize("tls", ["implicit", "starttls"])
def test_mail_is_taken_over_tls_with_an_authority_of_our_own(tmp_path: Path, store: Store, tls: str) -> None:
    certificate = self_signed(tmp_path)
    with running_dovecot(certificate=certificate) as own:
        own.append(letter(1))
        port = own.tls_port if tls == "implicit" else own.port
        with running(channel(own, store, tls=tls, port=port, ca_file=certificate.cert, poll_seconds=60)):
            eventually(lambda: len(store.receipts()) == 1)
            own.append(letter(2))
            eventually(lambda: len(store.receipts()) == 2)


@pytest.mark.parametrize("tls", ["implicit", "starttls"])
def test_a_certificate_of_nobody_we_know_is_refused_with_its_remedy(
    tmp_path: Path, store: Store, capsys: pytest.CaptureFixture[str], tls: str
) -> None:
    with running_dovecot(certificate=self_signed(tmp_path)) as own:
        own.append(letter(1))
        port = own.tls_port if tls == "implicit" else own.port
        with running(channel(own, store, tls=tls, port=port)):
            time.sleep(0.5)
    assert "Set ca_file to the authority that signed it" in capsys.readouterr().out
    assert store.taken() == []


def test_a_large_message_arrives_whole_in_pieces(mailbox: Dovecot, store: Store) -> None:
    large = letter(1, 9_500_000)
    mailbox.append(letter(0), large, letter(2))
    drain(channel(mailbox, store), lambda: len(mailbox.contents(MOVED)) == 3)
    assert store.taken() == [letter(0), large, letter(2)]


@pytest.mark.parametrize(
    ("changes", "remedy"),
    [
        ({"folder": "Nowhere"}, "The folder Nowhere of saraban cannot be opened"),
        ({"move_to": "inbox"}, "move_to is INBOX, the folder that is read"),
        ({"tls": "starttls"}, "lacks what the settings ask for"),
        ({"tls": "starttls", "ca_file": "/nowhere/ca.pem"}, "ca_file /nowhere/ca.pem cannot be used"),
        ({"port": 1}, "127.0.0.1:1 does not answer"),
    ],
)
def test_what_cannot_work_is_said_with_its_remedy_and_ends_nothing(
    mailbox: Dovecot, store: Store, capsys: pytest.CaptureFixture[str], changes: dict[str, Any], remedy: str
) -> None:
    with running(channel(mailbox, store, **changes)):
        time.sleep(0.6)
    told = capsys.readouterr().out
    assert remedy in told
    assert "Traceback" not in told


async def test_serve_ends_soon_after_stop_even_on_a_hung_line(mailbox: Dovecot, store: Store) -> None:
    proxy = Proxy(mailbox.port)
    proxy.fault = lambda octets, before: b"" if before > 300 else octets
    hung = ImapChannel(
        account(mailbox, port=proxy.port),
        front_door=store.door,
        database=store.database,
        patience=Patience(connect=60, answer=60, farewell=0.2),
    )
    stop = asyncio.Event()
    serving = asyncio.create_task(hung.serve(stop))
    await asyncio.sleep(0.5)
    stop.set()
    await asyncio.wait_for(serving, 10)
    proxy.close()


async def test_a_mailbox_from_which_nothing_comes_any_more_raises_an_alarm(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as hung:
        silent = ImapAccount.model_validate(
            {"host": "127.0.0.1", "port": hung.getsockname()[1], "tls": "none", "user": USER}
            | {"password": PASSWORD, "alarm_minutes": 0.001}
        )
        door = ImapChannel(silent, front_door=store.door, database=store.database, patience=SOON)
        stop = asyncio.Event()
        serving = asyncio.create_task(door.serve(stop))
        await asyncio.sleep(0.5)
        stop.set()
        await asyncio.wait_for(serving, 20)
    assert "mailbox_stale" in capsys.readouterr().out
