"""Where the access token of a mailbox comes from, and how a new one is had when the old one has expired.

A token is kept until the server refuses it; nothing is assumed about how long it lasts. Neither a token nor
what a token command prints beside it is ever shown or logged.
"""

import re
import subprocess
from collections.abc import Sequence
from typing import Any, Protocol

from intake.channels.imap_connection import MailboxAway, MailboxTrouble, MailboxUnsuitable
from intake.settings import ImapAccount, Microsoft

_COMMAND_SECONDS = 60
_TOKEN = re.compile(r"[\x21-\x7e]{1,16384}")
_SCOPE = "https://outlook.office365.com/.default"


class Tokens(Protocol):
    """One mailbox's tokens; used by one thread. Both raise `MailboxTrouble`."""

    def current(self) -> str:
        """The token last had, or a first one."""

    def renewed(self) -> str:
        """A new one, because the current one was refused."""


def of(account: ImapAccount) -> Tokens | None:
    """The tokens of an account; `None` for one that has a password."""
    if account.token_command:
        return CommandTokens(account.token_command)
    return MicrosoftTokens(account.microsoft) if account.microsoft else None


class CommandTokens:
    """From a command of the operator's, which prints one on its standard output."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._token: str | None = None

    def current(self) -> str:
        return self._token or self.renewed()

    def renewed(self) -> str:
        self._token = None
        self._token = self._run()
        return self._token

    def _run(self) -> str:
        name = self._command[0]
        try:
            done = subprocess.run(  # noqa: S603 - the operator's own command, without a shell
                self._command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_COMMAND_SECONDS,
                check=False,
            )
        except OSError as error:
            raise MailboxUnsuitable(
                f"The token command {name} cannot be run: {error.strerror}. Correct token_command."
            ) from error
        except subprocess.TimeoutExpired as error:
            raise MailboxAway(
                f"The token command {name} took more than {_COMMAND_SECONDS} seconds."
            ) from error
        token = done.stdout.decode("ascii", "replace").strip()
        if done.returncode or not _TOKEN.fullmatch(token):
            raise MailboxAway(
                f"The token command {name} gave no token (exit code {done.returncode}). Run it by hand to see why."
            )
        return token


class MicrosoftTokens:
    """From Microsoft's identity platform, for an application of the tenant (client credentials, RFC 6749
    section 4.4). Needs the extra `m365`."""

    def __init__(self, tenant: Microsoft, *, http_client: Any = None) -> None:
        self._tenant = tenant
        self._http_client = http_client
        self._application: Any = None

    def current(self) -> str:
        try:
            self._application = self._application or self._made()
            result = self._application.acquire_token_for_client([_SCOPE])
        except MailboxTrouble:
            raise
        except Exception as error:  # msal lets through whatever its HTTP library raises
            raise MailboxAway(f"Microsoft's identity platform does not answer: {error}") from error
        if token := result.get("access_token"):
            return str(token)
        raise MailboxAway(
            f"Microsoft gives no token to the application {self._tenant.client_id}: {result.get('error')}. "
            "Check its secret and its permission IMAP.AccessAsApp."
        )

    def renewed(self) -> str:
        if self._application is not None:
            self._application.remove_tokens_for_client()
        return self.current()

    def _made(self) -> Any:
        try:
            import msal  # an optional extra
        except ImportError as error:
            raise MailboxUnsuitable(
                "Mailboxes of Microsoft 365 need msal: install saraban-intake[m365]."
            ) from error
        return msal.ConfidentialClientApplication(
            self._tenant.client_id,
            client_credential=self._tenant.client_secret.get_secret_value(),
            authority=f"https://login.microsoftonline.com/{self._tenant.tenant}",
            instance_discovery=False,  # there is nothing to discover of this host
            http_client=self._http_client,
        )
