"""The single front door: every channel hands its bytes to `FrontDoor.accept`, and to nothing else.

Promises, in this order: the original bytes are on disk under their sha256; then one transaction
holds the receipt, its ledger event, the queued work and the channel's own watermark. Only after
that commit does `accept` return, so a channel may tell its peer (SMTP 250, IMAP MOVE) when and
because it returned. Anything raised means: nothing was promised, let the peer try again.
The same delivery with the same bytes is one receipt however often it is handed in.

`accept_many` is the same for several messages at once, all or none, at a fraction of the price:
their bytes reach the disk together, and one commit serves them all.
"""

from collections.abc import Callable, Sequence
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

Channel = Literal["imap", "smtp", "lmtp", "folder", "ingest"]
Clock = Callable[[], datetime]
Enqueue = Callable[[Session, str], None]
Watermark = Callable[[Session, Receipt], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Envelope:
    """How a message came. `delivery` names this very delivery for ever (an RFC 5092 URL with
    UIDVALIDITY and UID, `smtp:<session>`, `file://<path>#<n>`); `source` is for people."""

    delivery: str
    channel: Channel
    source: str
    mail_from: str | None = None
    rcpt_to: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """One message at the door. `also` is run with its receipt, inside the transaction that adds it."""

    raw: bytes
    envelope: Envelope
    also: Watermark | None = None


class FrontDoor:
    """Blocking and safe to call from many threads; async channels call it through a thread."""

    def __init__(self, *, database: Database, originals: Originals, enqueue: Enqueue, clock: Clock) -> None:
        self._database = database
        self._originals = originals
        self._enqueue = enqueue
        self._clock = clock

    def accept(self, raw: bytes, envelope: Envelope) -> Receipt:
        """Make one message durable and queue its reading; `accept_many` otherwise."""
        [receipt] = self.accept_many([Arrival(raw=raw, envelope=envelope)])
        return receipt

    def accept_many(self, arrivals: Sequence[Arrival]) -> list[Receipt]:
        """Make all of these durable and queue their reading; their receipts, in the same order.

        Raises `storage.errors.StorageError`; then nothing was promised for any of them.
        """
        names = self._originals.put_many([arrival.raw for arrival in arrivals])
        with self._database.begin() as tx:
            entered = [
                self._enter(tx, arrival, sha256) for arrival, sha256 in zip(arrivals, names, strict=True)
            ]
        for receipt, new in entered:
            log.info("received", receipt=receipt.id, channel=receipt.channel, bytes=receipt.size, new=new)
        return [receipt for receipt, _ in entered]

    def _enter(self, tx: Session, arrival: Arrival, sha256: str) -> tuple[Receipt, bool]:
        """The receipt and all that goes with it, and whether it is new."""
        envelope = arrival.envelope
        receipt, new = receipts.add(
            tx,
            delivery=envelope.delivery,
            sha256=sha256,
            size=len(arrival.raw),
            channel=envelope.channel,
            source=envelope.source,
            envelope_from=envelope.mail_from,
            envelope_to=envelope.rcpt_to,
            received_at=self._clock(),
        )
        if new:
            ledger.append(tx, "received", _facts(receipt), at=receipt.received_at)
            self._enqueue(tx, receipt.id)
        if arrival.also is not None:
            arrival.also(tx, receipt)
        return receipt, new

    def give_up(
        self, envelope: Envelope, reason: str, *, also: Callable[[Session], None] | None = None
    ) -> None:
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
