"""Who may come in by SMTP and how often: places for all and for each peer, and a brake on guessing.

Counts in memory, for one port, in one event loop. A peer is an address, or of IPv6 a network of 64 bits,
because whoever has one address there has them all.
"""

import ipaddress
import time
from collections import Counter
from collections.abc import Callable

_FAILURES_ALLOWED = 5
_FAILURES_FORGOTTEN_SECONDS = 900.0
_FIRST_PAUSE_SECONDS = 0.5
_REMEMBERED_PEERS = 10_000


class Doorkeeper:
    """`connections` at once in all, `per_peer` of them for one peer."""

    def __init__(
        self, *, connections: int, per_peer: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._connections = connections
        self._per_peer = per_peer
        self._clock = clock
        self._inside: Counter[str] = Counter()
        self._failures: dict[str, tuple[int, float]] = {}

    def admit(self, address: str) -> str | None:
        """Let a connection in, to be followed by `leave`; or the SMTP reply that turns it away."""
        peer = _peer(address)
        if self._inside.total() >= self._connections:
            return "421 4.3.2 Too many connections, try again later"
        if self._inside[peer] >= self._per_peer:
            return "421 4.7.0 Too many connections from your address, try again later"
        self._inside[peer] += 1
        return None

    def leave(self, address: str) -> None:
        """One connection fewer."""
        peer = _peer(address)
        self._inside[peer] -= 1
        if self._inside[peer] <= 0:
            del self._inside[peer]

    def note_failed_login(self, address: str) -> None:
        """A wrong name or password."""
        if len(self._failures) >= _REMEMBERED_PEERS:
            self._failures.pop(next(iter(self._failures)))
        count = self._count(address) + 1
        self._failures[_peer(address)] = (count, self._clock())

    def is_barred(self, address: str) -> bool:
        """Whether the peer has guessed so often that it may not go on for a while."""
        return self._count(address) >= _FAILURES_ALLOWED

    def pause_seconds(self, address: str) -> float:
        """How long the peer is to wait for its next attempt: each failure doubles it."""
        count = self._count(address)
        return _FIRST_PAUSE_SECONDS * 2.0 ** (count - 1) if count else 0.0

    def _count(self, address: str) -> int:
        count, at = self._failures.get(_peer(address), (0, 0.0))
        return count if self._clock() - at < _FAILURES_FORGOTTEN_SECONDS else 0


def _peer(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped is None:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)
