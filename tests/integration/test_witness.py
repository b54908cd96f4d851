"""What is heard of a mail's sender: over real name servers, and never at the price of the mail."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from intake.auth_results import Result
from intake.authenticity import Heard
from intake.resolver import Resolver
from intake.signatures import NoAnswer, Signature
from intake.witness import Witness
from tests.integration.names import NameServer, name_server
from tests.unit.test_signatures import key, signed

NAME = "sel._domainkey.dla.go.th."
MAIL = b"From: a@dla.go.th\r\nSubject: x\r\n\r\ntext\r\n"


def witness(server: NameServer | None = None, **more: str | None) -> Witness:
    resolver = Resolver([server.address], seconds=0.3) if server else None
    said = {"authserv_id": None, "spam_header": None, **more}
    return Witness(resolver=resolver, clock=lambda: datetime.now(UTC), **said)


def test_a_signature_is_checked_with_the_key_that_is_published() -> None:
    with name_server({NAME: f"v=DKIM1; p={key()[1]}"}) as server:
        heard = witness(server).hear(signed())
    assert heard.sender == "saraban@dla.go.th"
    assert heard.signatures == (Signature(domain="dla.go.th", verdict="pass"),)


def test_the_same_key_is_asked_for_once() -> None:
    with name_server({NAME: f"v=DKIM1; p={key()[1]}"}) as server:
        hearing = witness(server)
        for _mail in range(5):
            hearing.hear(signed())
        assert server.asked == 1


def test_a_name_server_that_is_silent_is_asked_once_for_a_mail() -> None:
    with name_server({NAME: None}) as server:
        heard = witness(server).hear(signed(signed(signed())))
        asked = server.asked
    assert [one.verdict for one in heard.signatures] == ["temperror"] * 3
    assert asked == 1


def test_a_name_that_does_not_exist_is_an_answer() -> None:
    with name_server({}) as server:
        resolver = Resolver([server.address], seconds=1)
        assert resolver.texts("nowhere.example") == ()


def test_an_unreachable_name_server_is_no_answer() -> None:
    with name_server({}) as server:
        pass
    with pytest.raises(NoAnswer):
        Resolver([server.address], seconds=0.2).texts("dla.go.th")


def test_without_a_resolver_no_signature_is_looked_at() -> None:
    assert witness().hear(signed()).signatures == ()


def test_results_and_spam_are_believed_only_where_they_are_trusted() -> None:
    field = b"Authentication-Results: mx.dla.go.th; dmarc=pass header.from=dla.go.th\r\nX-Spam-Flag: YES\r\n"
    assert witness().hear(field + MAIL) == Heard(sender="a@dla.go.th", answerable=True)
    heard = witness(authserv_id="mx.dla.go.th", spam_header="X-Spam-Flag").hear(field + MAIL)
    assert heard.results == (Result(method="dmarc", verdict="pass", domain="dla.go.th"),)
    assert heard.spam


@pytest.mark.parametrize(
    ("fields", "spam"),
    [
        (b"X-Spam-Status: Yes, score=9.1\r\n", True),
        (b"X-Spam-Status: No, score=0.1\r\n", False),
        (b"X-Spam-Status: No\r\nX-Spam-Status: Yes\r\n", False),
        (b"", False),
    ],
)
def test_of_several_words_on_spam_the_topmost_counts(fields: bytes, spam: bool) -> None:
    assert witness(spam_header="X-Spam-Status").hear(fields + MAIL).spam == spam


@pytest.mark.parametrize(
    "fields",
    [
        b"From: a@dla.go.th\r\nFrom: b@dla.go.th\r\n",
        b"From: a@dla.go.th, b@dla.go.th\r\n",
        b"From: nobody\r\n",
        b"",
    ],
)
def test_a_sender_that_is_not_exactly_one_is_none(fields: bytes) -> None:
    assert witness().hear(fields + b"\r\ntext").sender is None


def test_whatever_goes_wrong_costs_the_evidence_and_not_the_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_self: Resolver, _name: str) -> Sequence[str]:
        raise RuntimeError("a bug")

    monkeypatch.setattr(Resolver, "texts", broken)
    with name_server({}) as server:
        assert witness(server).hear(signed()) == Heard()
