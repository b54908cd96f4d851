"""What is asked of one IMAP folder over one connection, in the words of `imap_plan`.

It moves bytes and decides nothing. Every failure leaves as `MailboxTrouble` (`imap_connection`), and
after one the session is of no more use: leave it and open another. A session belongs to one thread;
`cut` alone may be called from another.
"""

import imaplib
import select
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from imapclient import IMAPClient

from intake.channels import imap_tokens
from intake.channels.imap_connection import MailboxUnsuitable, connected, said, temporary, translated
from intake.channels.imap_login import log_in
from intake.channels.imap_plan import Fetched, Sighting, Torn, judge, search_windows, server_name
from intake.channels.imap_tokens import Tokens
from intake.settings import ImapAccount

_IDLE_SECONDS = 25 * 60.0
"""A server may hang up on an IDLE of 29 minutes (RFC 2177)."""

_STOP_CHECK_SECONDS = 0.5
_PIECE_BYTES = 1 << 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Selected:
    """What SELECT says of the folder."""

    uidvalidity: int
    exists: int
    uidnext: int | None


class ImapSession:
    """See the module. Opened by `open_session`."""

    def __init__(self, account: ImapAccount, client: IMAPClient, tokens: Tokens | None) -> None:
        self._account = account
        self._tokens = tokens
        self._client = client
        self._folder = account.folder
        self._move_to = account.move_to

    def log_in(self) -> None:
        """Authenticate, learn how this server spells folders, and refuse what cannot work on it."""
        log_in(self._client, self._account, self._tokens)
        self._folder = self._spelled(self._account.folder)
        self._move_to = self._spelled(self._account.move_to)
        self._refuse_impossible_mark()

    def select(self) -> Selected:
        """Open the folder anew; only looking, where our ledger is the only mark."""
        answer = self._select()
        self._refuse_unkept_keyword(answer.get(b"PERMANENTFLAGS", ()))
        if b"UIDVALIDITY" not in answer:
            raise MailboxUnsuitable(
                f"{self._account.host} gives the messages of its folders no lasting names."
            )
        return Selected(
            uidvalidity=answer[b"UIDVALIDITY"],
            exists=answer[b"EXISTS"],
            uidnext=answer.get(b"UIDNEXT"),
        )

    def _select(self) -> dict[bytes, Any]:
        account = self._account
        with translated(account):
            try:
                return dict(self._client.select_folder(self._folder, readonly=account.mark == "ledger"))
            except imaplib.IMAP4.error as error:
                if isinstance(error, imaplib.IMAP4.abort) or temporary(error):
                    raise
                raise MailboxUnsuitable(
                    f"The folder {account.folder} of {account.user} cannot be opened: {said(error)}. "
                    "Check its name and this account's rights to it."
                ) from error

    def unmarked(self, selected: Selected) -> frozenset[int]:
        """The UIDs that the server does not show as taken already."""
        wanted = f"NOT KEYWORD {self._account.keyword}" if self._account.mark == "keyword" else "ALL"
        found: set[int] = set()
        with translated(self._account):
            for window in search_windows(selected.exists, selected.uidnext):
                found.update(self._client.search(f"UID {window} {wanted}"))
        return frozenset(found)

    def look(self, uids: Iterable[int]) -> tuple[Sighting, ...]:
        """Size and date of each of these that is still there."""
        with translated(self._account):
            answer = self._client.fetch(list(uids), ["RFC822.SIZE", "INTERNALDATE"])
        return tuple(_sighting(uid, item) for uid, item in answer.items() if b"RFC822.SIZE" in item)

    def fetch(self, batch: Sequence[Sighting]) -> tuple[Fetched | Torn, ...]:
        """The bytes of each message of the batch that is still there; flags stay as they are."""
        uids = [sighting.uid for sighting in batch]
        with translated(self._account):
            answer = self._client.fetch(uids, ["RFC822.SIZE", "INTERNALDATE", "BODY.PEEK[]"])
        verdicts = (
            judge(_sighting(uid, item), item.get(b"RFC822.SIZE"), item.get(b"BODY[]"))
            for uid, item in answer.items()
        )
        return tuple(verdict for verdict in verdicts if verdict is not None)

    def fetch_in_pieces(self, sighting: Sighting) -> Fetched | Torn | None:
        """As `fetch` for one large message, a piece at a time: `imaplib` copies what it reads."""
        pieces: list[bytes] = []
        with translated(self._account):
            for offset in range(0, sighting.size, _PIECE_BYTES):
                wanted = f"BODY.PEEK[]<{offset}.{_PIECE_BYTES}>"
                item = self._client.fetch([sighting.uid], [wanted]).get(sighting.uid, {})
                piece = item.get(f"BODY[]<{offset}>".encode())
                if not piece:
                    break
                pieces.append(piece)
        return judge(sighting, sighting.size, b"".join(pieces))

    def mark(self, uids: Sequence[int]) -> None:
        """Tell the server that these are taken, as the account has it."""
        tell = {"move": self._move, "keyword": self._set_keyword}.get(self._account.mark)
        if uids and tell is not None:
            with translated(self._account):
                tell(uids)

    def wait(self, seconds: float, stop: threading.Event) -> None:
        """Until something may have come, or `stop`, or the time is over; IDLE is only a hint.

        `IMAPClient.idle_check` is avoided: it loses half lines and takes a dead line for silence.
        Whatever makes the socket readable ends the IDLE, and reading its end finds a dead line.
        """
        if not self._client.has_capability("IDLE"):
            stop.wait(seconds)
            return
        with translated(self._account):
            self._client.idle()
            _wait_readable(self._client.socket(), min(seconds, _IDLE_SECONDS), stop)
            self._client.idle_done()

    def cut(self) -> None:
        """Break the connection under a thread that waits for it."""
        with suppress(OSError):
            self._client.socket().shutdown(socket.SHUT_RDWR)

    def _spelled(self, name: str) -> str:
        """`name` in the server's own hierarchy."""
        with translated(self._account):
            prefix, delimiter = "", "/"
            if self._client.has_capability("NAMESPACE") and (personal := self._client.namespace().personal):
                prefix, delimiter = personal[0]
        return server_name(name, prefix=prefix or "", delimiter=delimiter or "")

    def _move(self, uids: Sequence[int]) -> None:
        try:
            self._move_or_copy(uids)
        except imaplib.IMAP4.error as error:
            if "TRYCREATE" not in str(error):
                raise
            self._client.create_folder(self._move_to)
            self._client.subscribe_folder(self._move_to)
            self._move_or_copy(uids)

    def _move_or_copy(self, uids: Sequence[int]) -> None:
        if self._client.has_capability("MOVE"):
            self._client.move(uids, self._move_to)
            return
        self._client.copy(uids, self._move_to)
        self._client.delete_messages(uids, silent=True)
        self._client.uid_expunge(uids)

    def _set_keyword(self, uids: Sequence[int]) -> None:
        self._client.add_flags(uids, [self._account.keyword], silent=True)

    def _refuse_impossible_mark(self) -> None:
        """Known before the first message, because after it the same mail would come for ever."""
        if self._account.mark != "move":
            return
        if self._move_to == self._folder:
            raise MailboxUnsuitable(f"move_to is {self._folder}, the folder that is read. Name another.")
        if not self._client.has_capability("MOVE") and not self._client.has_capability("UIDPLUS"):
            raise MailboxUnsuitable(
                f"{self._account.host} can neither MOVE nor expunge single messages. "
                "Set mark to 'keyword' or 'ledger'."
            )

    def _refuse_unkept_keyword(self, permanent: Sequence[bytes]) -> None:
        account = self._account
        if account.mark != "keyword":
            return
        kept = {flag.lower() for flag in permanent}
        if b"\\*" not in kept and account.keyword.lower().encode() not in kept:
            raise MailboxUnsuitable(
                f"{account.host} does not keep the keyword {account.keyword} in {account.folder}. "
                "Set mark to 'move' or 'ledger'."
            )


@contextmanager
def open_session(
    account: ImapAccount, *, connect_seconds: float, answer_seconds: float, tokens: Tokens | None = None
) -> Iterator[ImapSession]:
    """A session, not yet logged in, for as long as the block lasts. Raises `MailboxTrouble`.

    `tokens` are those of earlier sessions; without them an account that logs in by token gets new ones.
    """
    with connected(account, connect_seconds=connect_seconds, answer_seconds=answer_seconds) as client:
        yield ImapSession(account, client, tokens or imap_tokens.of(account))


def _sighting(uid: int, item: Mapping[bytes, Any]) -> Sighting:
    arrived: datetime | None = item.get(b"INTERNALDATE")
    return Sighting(
        uid=uid,
        size=item.get(b"RFC822.SIZE") or 0,
        arrived=None if arrived is None else arrived.astimezone(UTC),
    )


def _wait_readable(connection: socket.socket, seconds: float, stop: threading.Event) -> None:
    if isinstance(connection, ssl.SSLSocket) and connection.pending():
        return
    poller = select.poll()
    poller.register(connection, select.POLLIN)
    end = time.monotonic() + seconds
    while not stop.is_set() and (left := end - time.monotonic()) > 0:
        if poller.poll(min(left, _STOP_CHECK_SECONDS) * 1000):
            return
