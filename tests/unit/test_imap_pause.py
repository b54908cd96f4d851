"""How long the mailbox door waits after trouble."""

import pytest

from intake.channels.imap import Patience, pause_seconds
from intake.channels.imap_connection import LoginRefused, MailboxAway, MailboxUnsuitable
from storage.errors import StoreFull

PATIENCE = Patience(first_retry=1, last_retry=60, person=300)


@pytest.mark.parametrize(
    ("trouble", "failures", "jitter", "seconds"),
    [
        (MailboxAway(), 1, 0.0, 0.5),
        (MailboxAway(), 1, 1.0, 1.0),
        (MailboxAway(), 4, 1.0, 8.0),
        (MailboxAway(), 7, 1.0, 60.0),
        (MailboxAway(), 1_000_000, 1.0, 60.0),
        (StoreFull(), 3, 1.0, 4.0),
        (RuntimeError(), 2, 1.0, 2.0),
        (LoginRefused(), 1, 0.0, 300.0),
        (MailboxUnsuitable(), 9, 0.5, 300.0),
    ],
)
def test_pauses_grow_to_a_limit_and_are_long_where_a_person_is_needed(
    trouble: Exception, failures: int, jitter: float, seconds: float
) -> None:
    assert pause_seconds(trouble, failures=failures, patience=PATIENCE, jitter=jitter) == seconds
