"""Places are counted for all and for each peer, and guessing is braked."""

import pytest

from intake.channels.smtp_doorkeeper import Doorkeeper


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keeper(clock: Clock) -> Doorkeeper:
    return Doorkeeper(connections=3, per_peer=2, clock=clock)


def test_a_peer_has_its_places_and_no_more(keeper: Doorkeeper) -> None:
    assert [keeper.admit("192.0.2.1") is None for _ in range(3)] == [True, True, False]
    assert keeper.admit("192.0.2.2") is None
    keeper.leave("192.0.2.1")
    assert keeper.admit("192.0.2.1") is None


def test_all_together_have_theirs(keeper: Doorkeeper) -> None:
    for last in range(3):
        assert keeper.admit(f"192.0.2.{last}") is None
    refusal = keeper.admit("192.0.2.9")
    assert refusal is not None
    assert refusal.startswith("421 4.3.2")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff", True),
        ("2001:db8::1%eth0", "2001:db8::2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("192.0.2.1", "192.0.2.2", False),
    ],
)
def test_a_network_of_ipv6_is_one_peer(clock: Clock, one: str, other: str, same: bool) -> None:
    keeper = Doorkeeper(connections=10, per_peer=1, clock=clock)
    assert keeper.admit(one) is None
    assert (keeper.admit(other) is not None) == same


def test_each_wrong_password_doubles_the_pause_until_the_peer_is_barred(
    keeper: Doorkeeper, clock: Clock
) -> None:
    pauses = []
    for _guess in range(5):
        assert not keeper.is_barred("192.0.2.1")
        keeper.note_failed_login("192.0.2.1")
        pauses.append(keeper.pause_seconds("192.0.2.1"))
    assert pauses == [0.5, 1.0, 2.0, 4.0, 8.0]
    assert keeper.is_barred("192.0.2.1")
    assert not keeper.is_barred("192.0.2.2")
    clock.now = 901.0
    assert not keeper.is_barred("192.0.2.1")
    assert keeper.pause_seconds("192.0.2.1") == 0.0


def test_no_crowd_of_peers_fills_the_memory(keeper: Doorkeeper) -> None:
    for number in range(12_000):
        keeper.note_failed_login(f"10.{number >> 8}.{number & 255}.1")
    assert len(keeper._failures) <= 10_000
