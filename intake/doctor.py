"""Is this installation fit to serve? One line a part, each with its remedy.

Asks and never changes; it writes nothing but what opening the store writes anyway.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass

from intake import reading, reconciliation, store
from intake.channels.imap import Patience
from intake.channels.imap_connection import MailboxTrouble
from intake.channels.imap_session import open_session
from intake.settings import ImapAccount, Settings
from intake.store import Store
from parsers.errors import ParserError
from storage import ledger
from storage.errors import StorageError

_SAMPLE = """\
ที่ มท ๐๘๑๐.๗/ว ๒๐๐
กรมส่งเสริมการปกครองท้องถิ่น
๑๕ กุมภาพันธ์ ๒๕๖๒
เรื่อง ทดสอบ
เรียน ผู้ว่าราชการจังหวัด
จึงเรียนมาเพื่อโปรดทราบ
ขอแสดงความนับถือ
(นายทดสอบ ระบบ)
อธิบดี
""".encode()
_INSTALL = "Install the package again: its readers are not whole."
_LEAST_FREE_BYTES = 1 << 30
_BUILT = 2026


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One part of the installation; `remedy` tells what to do where it is not `ok`."""

    part: str
    ok: bool
    detail: str
    remedy: str | None = None


def examine(settings: Settings) -> Iterator[Finding]:
    """Every part in turn; a part that cannot be examined is a finding, not an exception."""
    yield Finding(part="configuration", ok=True, detail=f"home {settings.home.absolute()}")
    yield from _store(settings)
    yield _reading(settings)
    yield from _scans()
    for account in settings.imap:
        yield mailbox(account)
    yield _clock()


def _store(settings: Settings) -> Iterator[Finding]:
    try:
        with store.opened(settings) as opened:
            yield Finding(part="database", ok=True, detail=opened.database.engine.dialect.name)
            yield _ledger(opened)
            yield from _accounts(opened)
    except StorageError as error:
        yield Finding(part="database", ok=False, detail=type(error).__name__, remedy=str(error))
    else:
        yield _space(settings)


def _ledger(opened: Store) -> Finding:
    with opened.database.read() as tx:
        fault = ledger.verify(tx)
    return Finding(
        part="ledger",
        ok=fault is None,
        detail=fault.what if fault else "whole",
        remedy="Stop the service, keep a copy of the database and run `intake verify`." if fault else None,
    )


def _accounts(opened: Store) -> Iterator[Finding]:
    """Every mailbox that was ever read, and whether all that it showed is somewhere."""
    with opened.database.read() as tx:
        found = list(reconciliation.accounts(tx))
    for account in found:
        overdue = account.is_overdue(store.now())
        yield Finding(
            part=f"account of {account.mailbox}",
            ok=not overdue,
            detail=f"{account.seen} seen: {account.filed} filed, {account.review} in review, "
            f"{account.duplicate} duplicates, {account.unrelated} unrelated, "
            f"{account.quarantined} quarantined, {account.underway} underway",
            remedy="Look into the log of `intake serve` why work waits." if overdue else None,
        )


def _space(settings: Settings) -> Finding:
    free = shutil.disk_usage(settings.home).free
    enough = free >= _LEAST_FREE_BYTES
    return Finding(
        part="originals",
        ok=enough,
        detail=f"{free >> 20} MiB free",
        remedy=None if enough else "Free at least 1 GiB on the disk of INTAKE_HOME.",
    )


def _reading(settings: Settings) -> Finding:
    try:
        with reading.reader(settings) as children:
            read = children.read(_SAMPLE, name="sample.txt").letter
    except ParserError as error:
        return Finding(part="reading", ok=False, detail=str(error), remedy="Raise INTAKE_READ_MEMORY_BYTES.")
    ok = read is not None and read.reference_number is not None
    return Finding(
        part="reading",
        ok=ok,
        detail="a sample letter was read" if ok else "a sample letter was not read",
        remedy=None if ok else _INSTALL,
    )


def _scans() -> Iterator[Finding]:
    from parsers.document.ocr import equipment  # here, as no other command opens networks in its own process

    try:
        found = equipment.examine()
    except (OSError, ModuleNotFoundError) as error:
        yield Finding(part="scans", ok=False, detail=str(error), remedy=_INSTALL)
        return
    lacks = f", without {found.missing_digits}" if found.missing_digits else ""
    yield Finding(
        part="scans",
        ok=not found.missing_digits,
        detail=f"{found.recogniser} {found.version}, {found.characters} characters{lacks}; {found.detector}",
        remedy=_INSTALL if found.missing_digits else None,
    )
    yield Finding(
        part="second opinion on scans",
        ok=True,
        detail=found.tesseract or "tesseract is not installed: doubtful lines stay as they were read",
        remedy=None if found.tesseract else "Install tesseract-ocr and tesseract-ocr-tha.",
    )


def mailbox(account: ImapAccount) -> Finding:
    """Whether its door gets in and finds the folder."""
    part = f"mailbox {account.user}@{account.host}/{account.folder}"
    waits = Patience()
    try:
        with open_session(account, connect_seconds=waits.connect, answer_seconds=waits.answer) as session:
            session.log_in()
            session.select()
    except MailboxTrouble as trouble:
        return Finding(part=part, ok=False, detail=type(trouble).__name__, remedy=str(trouble))
    return Finding(part=part, ok=True, detail="login and folder in order")


def _clock() -> Finding:
    sane = store.now().year >= _BUILT
    return Finding(
        part="clock",
        ok=sane,
        detail=store.now().isoformat(timespec="seconds"),
        remedy=None if sane else "Set the clock: receipt times and the register's year come from it.",
    )
