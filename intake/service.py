"""The background service: every configured channel, the workers and the sender, until SIGTERM or SIGINT.

On a signal the doors close first, then work in progress ends, the rest stays queued for the next
start. A second signal is left to its default and ends the process at once; nothing is lost by it.
"""

import asyncio
import signal
from collections.abc import Iterator
from typing import Literal

import structlog

from intake import app, store
from intake.app import App
from intake.channels.folder import FolderChannel
from intake.channels.imap import ImapChannel
from intake.channels.smtp import CannotListen, SmtpChannel
from intake.errors import WrongUsage
from intake.outgoing import Outgoing
from intake.reconciliation import Nightly
from intake.settings import Settings

Protocol = Literal["smtp", "lmtp"]

log = structlog.get_logger()


class NothingToServe(WrongUsage):
    """No channel is configured, or another process serves this home already."""


def serve(settings: Settings) -> None:
    """Run until told to stop. Raises `NothingToServe`, `CannotListen`, `storage.errors.StorageError`."""
    ports = (settings.smtp_port, settings.lmtp_port)
    if not (settings.imap or settings.folders or any(port is not None for port in ports)):
        raise NothingToServe(
            "No channel is configured. Set INTAKE_IMAP, INTAKE_SMTP_PORT, INTAKE_LMTP_PORT or INTAKE_FOLDERS "
            "(docs/settings.md)."
        )
    with app.opened(settings) as running:
        if not running.working:
            raise NothingToServe(f"Another service works on {settings.home.absolute()}. Stop it first.")
        asyncio.run(_serve(running))


async def _serve(running: App) -> None:
    stop = asyncio.Event()
    for signum in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(signum, stop.set)
    try:
        async with asyncio.TaskGroup() as group:
            for task in _tasks(running):
                group.create_task(task.serve(stop))
    except* CannotListen as failures:
        raise failures.exceptions[0] from failures
    log.info("doors closed")


def _tasks(running: App) -> Iterator[ImapChannel | SmtpChannel | FolderChannel | Outgoing | Nightly]:
    chosen = running.settings
    if chosen.imap:
        yield Nightly(database=running.database, clock=store.now)
    for account in chosen.imap:
        yield ImapChannel(account, front_door=running.door, database=running.database)
    if chosen.acknowledge is not None:
        yield Outgoing(chosen.acknowledge, database=running.database, clock=store.now)
    for folder in chosen.folders:
        yield FolderChannel(folder, front_door=running.door)
    ports: dict[Protocol, int | None] = {"smtp": chosen.smtp_port, "lmtp": chosen.lmtp_port}
    for protocol, port in ports.items():
        if port is not None:
            yield _listener(running, protocol, port)


def _listener(running: App, protocol: Protocol, port: int) -> SmtpChannel:
    """TLS and logins are for SMTP alone: LMTP is spoken by the mail server of the same house."""
    chosen = running.settings
    return SmtpChannel(
        protocol=protocol,
        host=chosen.smtp_host,
        port=port,
        front_door=running.door,
        message_bytes=chosen.smtp_max_bytes,
        recipients=chosen.smtp_recipients,
        connections=chosen.smtp_connections,
        connections_per_peer=chosen.smtp_connections_per_peer,
        spool=chosen.home,
        certificate=chosen.smtp_tls if protocol == "smtp" else None,
        users=chosen.smtp_users if protocol == "smtp" else None,
    )
