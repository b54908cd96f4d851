"""Hears what speaks for and against the sender of a mail: its header, its signatures, the name servers.

Called once for a received message, outside any transaction. It never fails and never takes long: a name server
that does not answer once is not asked again for the same mail.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

import structlog

from intake import acknowledging, auth_results, signatures
from intake.authenticity import Heard
from intake.resolver import Resolver
from intake.signatures import NoAnswer, Signature
from parsers.limits import Limits
from parsers.mail import headers, message
from parsers.mail.headers import Headers

log = structlog.get_logger()

_LIMITS = Limits()


class Witness:
    """Trusts the results of `authserv_id` and the header `spam_header` of our own mail server, if they are
    named; checks signatures if there is a `resolver` to ask for keys. Safe to share between threads."""

    def __init__(
        self,
        *,
        authserv_id: str | None,
        spam_header: str | None,
        resolver: Resolver | None,
        clock: Callable[[], datetime],
    ) -> None:
        self._authserv_id = authserv_id
        self._spam_header = (spam_header or "").lower()
        self._resolver = resolver
        self._clock = clock

    def hear(self, raw: bytes) -> Heard:
        """What is found of the mail in `raw`."""
        try:
            return self._heard(raw)
        except Exception:  # evidence is welcome, but no mail may fail for want of it
            log.exception("sender_not_examined")
            return Heard()

    def _heard(self, raw: bytes) -> Heard:
        header, _ = headers.split(raw, 0, len(raw), limits=_LIMITS)
        results = auth_results.trusted(header, authserv_id=self._authserv_id) if self._authserv_id else None
        return Heard(
            sender=_sender(header),
            results=results or (),
            signatures=self._signatures(raw),
            answerable=acknowledging.may_be_answered(header),
            spam=bool(self._spam_header) and _says_yes(header.raw(self._spam_header)),
        )

    def _signatures(self, raw: bytes) -> tuple[Signature, ...]:
        if self._resolver is None:
            return ()
        return signatures.verify(raw, lookup=_Patience(self._resolver), at=self._clock())


class _Patience:
    """A lookup that gives up for good after the first one that was not answered."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._silent = False

    def __call__(self, name: str) -> Sequence[str]:
        if self._silent:
            raise NoAnswer(name)
        try:
            return self._resolver.texts(name)
        except NoAnswer:
            self._silent = True
            raise


def _sender(header: Headers) -> str | None:
    """The one address of the one From field; where there are several, each reader may show another."""
    written = header.all("from")
    found = message.addresses(written[0]) if len(written) == 1 else ()
    return found[0] if len(found) == 1 else None


def _says_yes(value: bytes) -> bool:
    """`X-Spam-Flag: YES`, `X-Spam-Status: Yes, score=…`: of several fields the topmost."""
    return value.strip().lower().startswith((b"yes", b"true"))
