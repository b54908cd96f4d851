"""How an IMAP connection is made, and by what names its failures go; `imap_login` says who we are.

MailboxTrouble
├── MailboxAway          refused, cut, timed out, or answering nonsense: try again soon
├── LoginRefused         the server does not take this user and password, or token
└── MailboxUnsuitable    the folder, or its marking, is not possible as configured

`str()` of each is a sentence that tells a person what to do. Every wait for the server has an end.
"""

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import CapabilityError, ProtocolError

from intake.settings import ImapAccount

_TEMPORARY_CODES = ("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]")
"""RFC 5530: a NO that blames neither the password nor the folder."""

_NOT_IMAP = (ProtocolError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What imapclient's response parser lets through."""


class MailboxTrouble(Exception):
    """The root; `str()` tells a person what to do."""


class MailboxAway(MailboxTrouble):
    """Nothing wrong that waiting cannot mend."""


class LoginRefused(MailboxTrouble):
    """Waiting does not help, and trying often may lock the account."""


class MailboxUnsuitable(MailboxTrouble):
    """Somebody has to change the settings or the server."""


@contextmanager
def connected(account: ImapAccount, *, connect_seconds: float, answer_seconds: float) -> Iterator[IMAPClient]:
    """A connection while the block lasts, with a farewell unless it fails. Raises `MailboxTrouble`."""
    client = _connect(account, SocketTimeout(connect_seconds, answer_seconds))
    try:
        yield client
        with suppress(OSError, imaplib.IMAP4.error):
            client.logout()
    finally:
        with suppress(OSError):
            client.shutdown()


def _connect(account: ImapAccount, timeout: SocketTimeout) -> IMAPClient:
    implicit = account.tls == "implicit"
    context = trust(account) if implicit else None
    with translated(account):
        client = IMAPClient(account.host, account.port, ssl=implicit, ssl_context=context, timeout=timeout)
    # imapclient sets 5, and imaplib then builds the repr() of every literal only to throw it away.
    client._imap.debug = 0
    client.normalise_times = False  # INTERNALDATE with its zone, not in local time
    return client


def trust(account: ImapAccount) -> ssl.SSLContext:
    """Whose certificates count. Raises `MailboxUnsuitable`."""
    try:
        return ssl.create_default_context(cafile=account.ca_file)
    except OSError as error:  # ssl.SSLError is one
        raise MailboxUnsuitable(f"The ca_file {account.ca_file} cannot be used: {said(error)}.") from error


@contextmanager
def translated(account: ImapAccount) -> Iterator[None]:
    """Whatever socket, TLS, imaplib and imapclient raise becomes `MailboxTrouble`."""
    place = f"{account.host}:{account.port}"
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise MailboxUnsuitable(
            f"The certificate of {place} is not trusted: {error.verify_message}. "
            "Set ca_file to the authority that signed it."
        ) from error
    except CapabilityError as error:
        raise MailboxUnsuitable(f"{place} lacks what the settings ask for: {said(error)}.") from error
    except (OSError, imaplib.IMAP4.abort) as error:
        raise MailboxAway(f"{place} does not answer: {said(error)}") from error
    except _NOT_IMAP as error:
        raise MailboxAway(f"{place} answers what is not IMAP: {said(error)}") from error
    except imaplib.IMAP4.error as error:
        raise MailboxAway(f"{place} says no: {said(error)}") from error


def temporary(error: imaplib.IMAP4.error) -> bool:
    """Whether the server's NO asks to try again."""
    return any(code in str(error) for code in _TEMPORARY_CODES)


def said(error: BaseException) -> str:
    """The peer's own words, without the `b'…'` that imaplib leaves around them."""
    words = str(error) or type(error).__name__
    return words[2:-1] if words.startswith(("b'", 'b"')) else words
