"""Who we are, told to an IMAP server: by password, or by an access token (XOAUTH2, RFC 7628).

The line is secured first, as the account has it; where that fails nothing is told. A token that the server
refuses has mostly expired: it is renewed once, and only a new one that is refused too counts as refused.
"""

import imaplib
from collections.abc import Callable

from imapclient import IMAPClient
from imapclient.exceptions import LoginError

from intake.channels.imap_connection import (
    LoginRefused,
    MailboxAway,
    MailboxTrouble,
    MailboxUnsuitable,
    said,
    temporary,
    translated,
    trust,
)
from intake.channels.imap_tokens import Tokens
from intake.settings import ImapAccount

_Respond = Callable[[bytes], str]


def log_in(client: IMAPClient, account: ImapAccount, tokens: Tokens | None) -> None:
    """Secure the line as the account has it, then authenticate (RFC 9051 section 3.2).

    Raises `MailboxTrouble`.
    """
    with translated(account):
        if account.tls == "starttls":
            client.starttls(trust(account))
        if tokens is None:
            _by_password(client, account)
        else:
            _by_token(client, account, tokens)


def _by_password(client: IMAPClient, account: ImapAccount) -> None:
    """By SASL PLAIN where it is offered: LOGIN cannot carry a password beyond ASCII."""
    if client.has_capability("LOGINDISABLED"):
        raise MailboxUnsuitable(
            f"{account.host} takes no password on an open line. Set tls to 'starttls' or 'implicit'."
        )
    if account.password is None:
        raise MailboxUnsuitable(f"The account {account.user} has no password. Set it in the settings.")
    authenticate = client.plain_login if client.has_capability("AUTH=PLAIN") else client.login
    try:
        authenticate(account.user, account.password.get_secret_value())
    except LoginError as error:
        remedy = "Correct user and password of this account in the settings and restart the service."
        raise _trouble(account, error, remedy) from error


def _by_token(client: IMAPClient, account: ImapAccount, tokens: Tokens) -> None:
    mechanism = next((name for name in _BEARERS if client.has_capability(f"AUTH={name}")), None)
    if mechanism is None:
        raise MailboxUnsuitable(
            f"{account.host} takes no access tokens (it offers neither {' nor '.join(_BEARERS)}). Use a password."
        )
    respond = _BEARERS[mechanism]
    try:
        client.sasl_login(mechanism, respond(account.user, tokens.current()))
    except LoginError as error:
        if not _is_refusal(error):
            raise _trouble(account, error, "") from error
        _once_more(client, account, mechanism, respond(account.user, tokens.renewed()))


def _once_more(client: IMAPClient, account: ImapAccount, mechanism: str, respond: _Respond) -> None:
    try:
        client.sasl_login(mechanism, respond)
    except LoginError as error:
        remedy = "Check that the token is for this mailbox, and that it may read mail by IMAP."
        raise _trouble(account, error, remedy) from error


def _xoauth2(user: str, token: str) -> _Respond:
    """The mechanism of Google and Microsoft; an empty answer to an error lets the server end it."""
    return lambda challenge: "" if challenge else f"user={user}\x01auth=Bearer {token}\x01\x01"


def _oauthbearer(user: str, token: str) -> _Respond:
    """RFC 7628 section 3.1; to an error one answers with %x01 (section 3.2.3)."""
    name = user.replace("=", "=3D").replace(",", "=2C")
    return lambda challenge: "\x01" if challenge else f"n,a={name},\x01auth=Bearer {token}\x01\x01"


_BEARERS: dict[str, Callable[[str, str], _Respond]] = {"OAUTHBEARER": _oauthbearer, "XOAUTH2": _xoauth2}
"""The standard one first."""


def _is_refusal(error: LoginError) -> bool:
    # imapclient reports a broken line as a failed login too.
    return not isinstance(error.__context__, imaplib.IMAP4.abort) and not temporary(error)


def _trouble(account: ImapAccount, error: LoginError, remedy: str) -> MailboxTrouble:
    if not _is_refusal(error):
        return MailboxAway(f"{account.host} could not check the login: {said(error)}")
    return LoginRefused(f"{account.host} refuses the login of {account.user}: {said(error)}. {remedy}")
