"""The name servers that we ask, and how long.

Answers are kept as long as they say they may be. Whatever goes wrong on the way is `NoAnswer`; that a name
does not exist is an answer.
"""

from collections.abc import Sequence

import dns.exception
import dns.nameserver
import dns.resolver

from intake.signatures import NoAnswer

SYSTEM = "system"
"""In place of an address: the name servers of this machine."""

_PORT = 53
_CACHED_ANSWERS = 1_000


class Resolver:
    """Asks `servers`: addresses, `address#port` for another port than 53, or `system`. Safe to share."""

    def __init__(self, servers: Sequence[str], *, seconds: float) -> None:
        self._resolver = dns.resolver.Resolver(configure=SYSTEM in servers)
        if own := [_server(server) for server in servers if server != SYSTEM]:
            self._resolver.nameservers = own
        self._resolver.lifetime = seconds
        self._resolver.cache = dns.resolver.LRUCache(_CACHED_ANSWERS)

    def texts(self, name: str) -> tuple[str, ...]:
        """The TXT records of `name`, each joined (RFC 7208 section 3.3). Raises `NoAnswer`."""
        try:
            answer = self._resolver.resolve(name, "TXT", search=False)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return ()
        except (dns.exception.DNSException, OSError) as error:
            raise NoAnswer(str(error)) from error
        return tuple(b"".join(record.strings).decode("utf-8", "replace") for record in answer)


def _server(written: str) -> dns.nameserver.Nameserver:
    address, _, port = written.partition("#")
    return dns.nameserver.Do53Nameserver(address, int(port or _PORT))
