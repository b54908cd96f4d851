"""How the mailbox door says who it is: access tokens against a real Dovecot, and lines that are not safe."""

import json
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs

import pytest
from imapclient import IMAPClient

from intake.channels import imap_login, imap_tokens
from intake.channels.imap_connection import LoginRefused, MailboxAway, MailboxTrouble, MailboxUnsuitable
from intake.channels.imap_session import open_session
from intake.channels.imap_tokens import CommandTokens, MicrosoftTokens
from intake.settings import ImapAccount, Microsoft
from tests.integration.dovecot import USER, Dovecot, running_dovecot


class Issuer:
    """Says which tokens hold (RFC 7662), as the one who issued them."""

    def __init__(self) -> None:
        self.valid: set[str] = set()
        self.asked: list[str] = []
        issuer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                token = form["token"][0]
                issuer.asked.append(token)
                answer = (
                    {"active": "true", "username": USER} if token in issuer.valid else {"active": "false"}
                )
                body = json.dumps(answer).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/introspect"


@pytest.fixture(scope="module")
def issuer() -> Iterator[Issuer]:
    issuer = Issuer()
    thread = threading.Thread(target=issuer.server.serve_forever, args=(0.05,))
    thread.start()
    yield issuer
    issuer.server.shutdown()
    thread.join(10)
    issuer.server.server_close()


@pytest.fixture(scope="module")
def server(issuer: Issuer) -> Iterator[Dovecot]:
    with running_dovecot(introspection=issuer.url) as dovecot:
        yield dovecot


@pytest.fixture
def tokens(tmp_path: Path, issuer: Issuer) -> Path:
    """The file that the token command prints; each line is the token of one run."""
    issuer.valid.clear()
    issuer.asked.clear()
    return tmp_path / "tokens"


_NEXT_LINE = "import sys, pathlib; p = pathlib.Path(sys.argv[1]); a, _, b = p.read_text().partition('\\n'); p.write_text(b); print(a)"


def account(dovecot: Dovecot, tokens: Path) -> ImapAccount:
    return ImapAccount(
        host="127.0.0.1",
        port=dovecot.port,
        tls="none",
        user=USER,
        token_command=(sys.executable, "-c", _NEXT_LINE, str(tokens)),
    )


def logged_in(dovecot: Dovecot, tokens: Path, kept: imap_tokens.Tokens | None = None) -> None:
    with open_session(
        account(dovecot, tokens), connect_seconds=10, answer_seconds=20, tokens=kept
    ) as session:
        session.log_in()
        session.select()


def test_a_token_of_the_command_opens_the_mailbox(server: Dovecot, tokens: Path, issuer: Issuer) -> None:
    issuer.valid.add("first")
    tokens.write_text("first\n")
    logged_in(server, tokens)
    assert issuer.asked == ["first"]


@pytest.mark.parametrize("mechanism", ["OAUTHBEARER", "XOAUTH2"])
def test_either_mechanism_is_spoken(
    server: Dovecot, tokens: Path, issuer: Issuer, mechanism: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    only = {mechanism: imap_login._BEARERS[mechanism]}
    monkeypatch.setattr(imap_login, "_BEARERS", only)
    issuer.valid.add("second")
    tokens.write_text("expired\nsecond\n")
    logged_in(server, tokens)
    assert issuer.asked == ["expired", "second"]


def test_a_token_is_kept_until_it_is_refused_and_then_renewed(
    server: Dovecot, tokens: Path, issuer: Issuer
) -> None:
    kept = imap_tokens.of(account(server, tokens))
    issuer.valid.add("first-hour")
    tokens.write_text("first-hour\nsecond-hour\n")
    for _session in range(2):
        logged_in(server, tokens, kept)
    assert tokens.read_text() == "second-hour\n"
    issuer.valid.clear()
    issuer.valid.add("second-hour")
    logged_in(server, tokens, kept)
    assert issuer.asked[-1] == "second-hour"


def test_a_new_token_that_is_refused_too_is_a_refusal(server: Dovecot, tokens: Path) -> None:
    tokens.write_text("bad\nworse\n")
    with pytest.raises(LoginRefused, match="refuses the login") as refused:
        logged_in(server, tokens)
    assert "worse" not in str(refused.value)


@pytest.mark.parametrize(
    ("command", "trouble", "says"),
    [
        (("/nowhere/token",), MailboxUnsuitable, "cannot be run"),
        ((sys.executable, "-c", "import sys; print('secret'); sys.exit(3)"), MailboxAway, "exit code 3"),
        ((sys.executable, "-c", "print('two words')"), MailboxAway, "gave no token"),
        ((sys.executable, "-c", "pass"), MailboxAway, "gave no token"),
        ((sys.executable, "-c", "print('a\\x01b')"), MailboxAway, "gave no token"),
    ],
)
def test_a_command_that_gives_no_token_is_named_without_what_it_printed(
    command: tuple[str, ...], trouble: type[MailboxTrouble], says: str
) -> None:
    with pytest.raises(trouble, match=says) as raised:
        CommandTokens(command).current()
    assert "secret" not in str(raised.value)


class FakeMicrosoft:
    """Answers as the identity platform does; each token is another."""

    def __init__(self) -> None:
        self.tokens = 0
        self.refuses = False

    def get(self, url: str, **_: Any) -> Any:
        base = "https://login.microsoftonline.com/tenant"
        return self._reply(
            {
                "authorization_endpoint": f"{base}/authorize",
                "token_endpoint": f"{base}/token",
                "issuer": f"{base}/v2.0",
            }
        )

    def post(self, url: str, data: dict[str, str], **_: Any) -> Any:
        if self.refuses:
            return self._reply({"error": "invalid_client", "error_description": "secret is wrong"}, 401)
        assert data["grant_type"] == "client_credentials"
        assert data["scope"] == "https://outlook.office365.com/.default"
        self.tokens += 1
        return self._reply(
            {"access_token": f"token{self.tokens}", "expires_in": 3600, "token_type": "Bearer"}
        )

    def close(self) -> None:
        pass

    @staticmethod
    def _reply(content: dict[str, object], status: int = 200) -> Any:
        return SimpleNamespace(
            status_code=status, text=json.dumps(content), headers={}, raise_for_status=lambda: None
        )


TENANT = Microsoft.model_validate({"tenant": "tenant", "client_id": "app", "client_secret": "hush"})


def test_microsoft_s_token_is_kept_and_renewed_when_it_is_refused() -> None:
    tokens = MicrosoftTokens(TENANT, http_client=FakeMicrosoft())
    assert [tokens.current(), tokens.current(), tokens.renewed(), tokens.current()] == [
        "token1",
        "token1",
        "token2",
        "token2",
    ]


def test_microsoft_s_silence_is_no_refusal() -> None:
    def silent(*_: object, **__: object) -> None:
        raise ConnectionError("no route")

    platform = FakeMicrosoft()
    platform.get = silent  # type: ignore[method-assign,assignment]
    with pytest.raises(MailboxAway, match="does not answer"):
        MicrosoftTokens(TENANT, http_client=platform).current()


def test_microsoft_s_refusal_says_what_to_check_and_no_secret() -> None:
    platform = FakeMicrosoft()
    platform.refuses = True
    with pytest.raises(MailboxAway, match="invalid_client") as raised:
        MicrosoftTokens(TENANT, http_client=platform).current()
    assert "hush" not in str(raised.value)


@contextmanager
def scripted(greeting: str, answers: dict[str, str]) -> Iterator[tuple[int, list[str]]]:
    """A server on a free port that answers each command by its verb, and what it was told."""
    heard: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def converse() -> None:
            connection, _ = listening.accept()
            with connection, connection.makefile("rb") as lines:
                connection.sendall(greeting.encode() + b"\r\n")
                for line in lines:
                    heard.append(line.decode("ascii", "replace").strip())
                    tag, _, verb = heard[-1].partition(" ")
                    answer = answers.get(verb.upper().split(" ")[0], "OK done")
                    for told in answer.split("\n"):
                        connection.sendall(
                            (told if told.startswith("*") else f"{tag} {told}").encode() + b"\r\n"
                        )

        thread = threading.Thread(target=converse, daemon=True)
        thread.start()
        yield listening.getsockname()[1], heard
    thread.join(5)


CAPABLE = "* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN AUTH=XOAUTH2\nOK done"


@pytest.mark.parametrize(
    ("greeting", "answers"),
    [
        ("* OK ready", {"CAPABILITY": CAPABLE, "STARTTLS": "NO not now"}),
        ("* OK ready", {"CAPABILITY": CAPABLE, "STARTTLS": "BAD what"}),
        ("* OK ready", {"CAPABILITY": CAPABLE.replace("STARTTLS ", "")}),
        ("* PREAUTH welcome", {"CAPABILITY": CAPABLE}),
        ("* OK ready", {"CAPABILITY": CAPABLE, "STARTTLS": "OK begin"}),
    ],
    ids=["refused", "unknown", "stripped", "preauth", "no TLS after all"],
)
@pytest.mark.parametrize(
    "secret", [{"password": "hush"}, {"token_command": [sys.executable, "-c", "print('hush')"]}]
)
def test_where_starttls_is_asked_for_nothing_secret_goes_over_an_open_line(
    greeting: str, answers: dict[str, str], secret: dict[str, Any]
) -> None:
    with scripted(greeting, answers) as (port, heard):
        account = ImapAccount.model_validate(
            {"host": "127.0.0.1", "port": port, "tls": "starttls", "user": USER, **secret}
        )
        with (
            pytest.raises(MailboxTrouble),
            open_session(account, connect_seconds=3, answer_seconds=3) as session,
        ):
            session.log_in()
    assert not any("LOGIN" in line or "AUTHENTICATE" in line for line in heard)


def test_a_server_without_bearer_tokens_is_unsuitable() -> None:
    with scripted("* OK ready", {"CAPABILITY": "* CAPABILITY IMAP4rev1 AUTH=PLAIN\nOK done"}) as (
        port,
        heard,
    ):
        account = ImapAccount(host="127.0.0.1", port=port, tls="none", user=USER, token_command=("true",))
        with IMAPClient("127.0.0.1", port, ssl=False, timeout=3) as client, pytest.raises(MailboxUnsuitable):
            imap_login.log_in(client, account, imap_tokens.of(account))
    assert not any("AUTHENTICATE" in line for line in heard)
