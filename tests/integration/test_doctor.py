"""The doctor goes through the doors that it speaks of."""

from collections.abc import Iterator

import pytest

from intake import doctor
from intake.settings import ImapAccount
from tests.integration.dovecot import PASSWORD, USER, Dovecot, running_dovecot


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    with running_dovecot() as dovecot:
        yield dovecot


@pytest.mark.parametrize(
    ("changes", "ok", "says"),
    [
        ({}, True, "login and folder in order"),
        ({"password": "wrong"}, False, "LoginRefused"),
        ({"folder": "nowhere"}, False, "MailboxUnsuitable"),
    ],
)
def test_a_mailbox_is_entered_and_its_folder_opened(
    server: Dovecot, changes: dict[str, str], ok: bool, says: str
) -> None:
    usual = {"host": "127.0.0.1", "port": server.port, "tls": "none", "user": USER, "password": PASSWORD}
    finding = doctor.mailbox(ImapAccount.model_validate(usual | changes))
    assert (finding.ok, finding.detail) == (ok, says)
    assert (finding.remedy is None) == ok
