"""READ THIS FIRST: one message, from its stored original to its place in the register.

`Pipeline.process` is the way of a message after the front door: read it, hear what speaks for its
sender, then decide, keep, file, index, record and acknowledge. Reading happens in a child process and,
like the hearing, outside any transaction; everything that follows is one transaction, all or nothing.
Running it twice changes nothing, so the queue may run it again after any crash. What cannot be read ends
in `quarantine`, its original kept and its reason in the ledger.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

import structlog
from sqlmodel import Session

from intake import acknowledging, filing, precedents, recording, rows
from intake.acknowledging import Arrived, Office
from intake.authenticity import Authenticity, Heard
from intake.filing import Decision
from intake.reasons import because
from intake.recording import SERVICE
from intake.unrelated import Delivery
from parsers import model
from parsers.model import Organisation, Parsed
from storage import campaigns, letters, receipts, roster, search
from storage.database import Database
from storage.models import Filing, Letter, Receipt
from storage.originals import Originals

log = structlog.get_logger()

Read = Callable[[bytes, str], Parsed]
Hear = Callable[[bytes], Heard]
Clock = Callable[[], datetime]


class Pipeline:
    """Processes receipts; safe to call from many threads. `read` may take long, or raise; `hear` does
    neither."""

    def __init__(
        self,
        *,
        database: Database,
        originals: Originals,
        read: Read,
        hear: Hear,
        index: search.Index,
        clock: Clock,
        office: Office | None = None,
    ) -> None:
        self._database = database
        self._originals = originals
        self._read = read
        self._hear = hear
        self._index = index
        self._office = office
        self._clock = clock

    def process(self, receipt_id: str) -> None:
        """Read one received message and settle it; nothing if it is settled already.

        Raises `parsers.errors.ChildFailed` and `storage.errors.StorageError`; nothing was changed.
        """
        with self._database.read() as tx:
            receipt = receipts.get(tx, receipt_id)
        if receipt.status != "received":
            return
        raw = self._originals.get(receipt.sha256)
        parsed = self._read(raw, receipt.source)
        heard = self._hear(raw) if parsed.message else Heard()
        with self._database.begin() as tx:
            receipt = receipts.get(tx, receipt_id)
            if receipt.status == "received":
                self._settle(tx, receipt, parsed, heard)

    def quarantine(self, receipt_id: str, error: str) -> None:
        """Set a message aside that could not be read; its original stays and can be replayed."""
        decision = Decision(status="quarantined", reasons=(because("reading-failed", error=error),))
        with self._database.begin() as tx:
            receipt = receipts.get(tx, receipt_id)
            if receipt.status == "received":
                recording.settled(tx, receipt, None, decision, None, at=self._clock())
        log.error("quarantined", receipt=receipt_id, reason=error)

    def _settle(self, tx: Session, receipt: Receipt, parsed: Parsed, heard: Heard) -> None:
        evidence = precedents.authenticity(tx, parsed, heard)
        decision = _decide(tx, receipt, parsed, heard, evidence)
        letter = _keep(tx, receipt, parsed, decision)
        filed = self._file(tx, letter, decision)
        if letter is not None and not _secret(parsed):
            self._index.add(tx, letter)
        recording.settled(tx, receipt, parsed, decision, filed, heard=heard, at=self._clock())
        if filed is not None and decision.supersedes is not None:
            recording.superseded(tx, decision.supersedes, by=filed, at=self._clock())
        if letter is not None and filed is not None and decision.status == "filed":
            self._acknowledge(tx, receipt, letter, filed, parsed, heard, evidence)
        log.info("settled", receipt=receipt.id, status=decision.status)

    def _file(self, tx: Session, letter: Letter | None, decision: Decision) -> Filing | None:
        if letter is None or decision.campaign is None:
            return None
        now = self._clock()
        if decision.status == "filed":
            return letters.file(
                tx,
                letter,
                campaign_id=decision.campaign.id,
                filed_at=now,
                filed_by=SERVICE,
                supersedes=tx.get_one(Filing, decision.supersedes.filing) if decision.supersedes else None,
            )
        if decision.copy_of is not None:
            original = tx.get_one(Filing, decision.copy_of.filing)
            return letters.file_copy(tx, letter, original=original, filed_at=now, filed_by=SERVICE)
        return None

    def _acknowledge(
        self,
        tx: Session,
        receipt: Receipt,
        letter: Letter,
        filed: Filing,
        parsed: Parsed,
        heard: Heard,
        evidence: Authenticity,
    ) -> None:
        """Queue the mail that tells the sender, where the office sends any and the sender may get one."""
        if (office := self._office) is None:
            return
        arrived = Arrived(
            channel=receipt.channel,
            mail_from=receipt.envelope_from,
            received_at=receipt.received_at,
            sent_at=parsed.message.date if parsed.message else None,
        )
        if to := acknowledging.recipient(arrived, heard, evidence, office=office):
            recording.acknowledgement(tx, receipt, letter, filed, to=to, office=office, at=self._clock())


def _decide(tx: Session, receipt: Receipt, parsed: Parsed, heard: Heard, evidence: Authenticity) -> Decision:
    decision = filing.decide(
        parsed,
        received_at=receipt.received_at,
        campaigns=campaigns.open_ones(tx),
        known=precedents.known(tx, receipt, parsed),
        delivery=Delivery(null_sender=receipt.envelope_from == "", spam=heard.spam),
    )
    return filing.attested(decision, evidence)


def _keep(tx: Session, receipt: Receipt, parsed: Parsed, decision: Decision) -> Letter | None:
    """The row of the letter, or of mail without one, so that it is found; none for a copy of the same mail,
    whose row is there already, and for what could not be read."""
    if decision.status == "quarantined" or (decision.status == "duplicate" and decision.campaign is None):
        return None
    row = rows.letter_row(parsed, parsed.letter or model.Letter(kind="other"), receipt_id=receipt.id)
    row.status = decision.status
    row.confidence = decision.confidence
    if decision.status == "review" and decision.campaign is not None:
        row.proposed_campaign_id = decision.campaign.id
    if parsed.confirmation and not _secret(parsed):
        _name(tx, row, parsed.confirmation.organisations)
    return letters.add(tx, row)


def _name(tx: Session, row: Letter, organisations: Sequence[Organisation]) -> None:
    """Which organisations the letter names; the roster is asked only for a letter that names some."""
    if organisations:
        row.mentions = rows.mentions(organisations)
        rows.recognise(row, row.mentions, roster.entries(tx, province=row.province))


def _secret(parsed: Parsed) -> bool:
    """A letter under a secrecy mark is in the register but neither searched nor shown."""
    return parsed.letter is not None and parsed.letter.secrecy is not None
