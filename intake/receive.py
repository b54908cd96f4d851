"""The single front door: every channel hands its bytes to `FrontDoor.accept`, and to nothing else.

Promises, in this order: the original bytes are on disk under their sha256; then one transaction
holds the receipt, its ledger event, the queued work and the channel's own watermark. Only after
that commit does `accept` return, so a channel may tell its peer (SMTP 250, IMAP MOVE) when and
because it returned. Anything raised means: nothing was promised, let the peer try again.
The same delivery with the same bytes is one receipt however often it is handed in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import structlog
from sqlmodel import Session

from storage import ledger, receipts
from storage.database import Database
from storage.models import Receipt
from storage.originals import Originals

log = structlog.get_logger()

Channel = Literal["imap", "smtp", "lmtp", "ingest"]
Clock = Callable[[], datetime]
Enqueue = Callable[[Session, str], None]
Watermark = Callable[[Session], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Envelope:
    """How a message came. `delivery` names this very delivery for ever (an RFC 5092 URL with
    UIDVALIDITY and UID, `smtp:<session>`, `file:<path>#<n>`); `source` is for people."""

    delivery: str
    channel: Channel
    source: str
    mail_from: str | None = None
    rcpt_to: tuple[str, ...] = ()


class FrontDoor:
    """Blocking and safe to call from many threads; async channels call it through a thread."""

    def __init__(self, *, database: Database, originals: Originals, enqueue: Enqueue, clock: Clock) -> None:
        self._database = database
        self._originals = originals
        self._enqueue = enqueue
        self._clock = clock

    def accept(self, raw: bytes, envelope: Envelope, *, also: Watermark | None = None) -> Receipt:
        """Make one message durable and queue its reading.

        `also` runs inside the same transaction (the channel's watermark).
        Raises `storage.errors.StorageError`; then nothing was promised.
        """
        sha256 = self._originals.put(raw)
        with self._database.begin() as tx:
            receipt, new = receipts.add(
                tx,
                delivery=envelope.delivery,
                sha256=sha256,
                size=len(raw),
                channel=envelope.channel,
                source=envelope.source,
                envelope_from=envelope.mail_from,
                envelope_to=list(envelope.rcpt_to),
                received_at=self._clock(),
            )
            if new:
                ledger.append(tx, "received", _facts(receipt), at=receipt.received_at)
                self._enqueue(tx, receipt.id)
            if also is not None:
                also(tx)
        log.info("received", receipt=receipt.id, channel=envelope.channel, bytes=len(raw), new=new)
        return receipt

    def give_up(self, envelope: Envelope, reason: str, *, also: Watermark | None = None) -> None:
        """Record a message that could not even be fetched, and raise the alarm in the log."""
        facts = {"delivery": envelope.delivery, "channel": envelope.channel, "reason": reason}
        with self._database.begin() as tx:
            ledger.append(tx, "quarantined", facts, at=self._clock())
            if also is not None:
                also(tx)
        log.error("quarantined", **facts)


def _facts(receipt: Receipt) -> dict[str, object]:
    return {
        "receipt": receipt.id,
        "delivery": receipt.delivery,
        "channel": receipt.channel,
        "sha256": receipt.sha256,
        "size": receipt.size,
    }
