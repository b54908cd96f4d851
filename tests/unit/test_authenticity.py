"""What speaks for and against a sender is said in words and weighs a little."""

import pytest

from intake.auth_results import Result
from intake.authenticity import Heard, Owner, aligned, weigh
from intake.filing import Decision, attested
from intake.signatures import Signature

SENDER = "saraban@chiangmai.go.th"
SIGNED = Signature(domain="mail.chiangmai.go.th", verdict="pass")
BROKEN = Signature(domain="chiangmai.go.th", verdict="fail")
MAILBOX = Owner(name="เทศบาลตำบลสุเทพ", province="เชียงใหม่")


def codes(*signatures: Signature, sender: str | None = SENDER, results: tuple[Result, ...] = ()) -> list[str]:
    heard = Heard(sender=sender, signatures=signatures, results=results)
    return [reason.code for reason in weigh(heard, province="เชียงใหม่", owner=None).reasons]


def result(method: str, verdict: str, domain: str | None = "chiangmai.go.th") -> tuple[Result, ...]:
    return (Result(method=method, verdict=verdict, domain=domain),)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("mail.dla.go.th", "dla.go.th", True),
        ("dla.go.th", "moi.go.th", False),
        ("go.th", "dla.go.th", False),
        ("evil-dla.go.th", "dla.go.th", False),
        (None, "dla.go.th", False),
    ],
)
def test_domains_of_one_organisation_are_aligned(one: str | None, other: str, together: bool) -> None:
    assert aligned(one, other) == together


def test_a_signature_of_the_sender_s_domain_verifies_it() -> None:
    assert codes(SIGNED) == ["sender-verified"]


@pytest.mark.parametrize("results", [result("dmarc", "pass", None), result("spf", "pass")])
def test_our_own_server_may_verify_it(results: tuple[Result, ...]) -> None:
    assert codes(results=results) == ["sender-verified"]


def test_a_check_of_another_domain_says_nothing() -> None:
    elsewhere = Signature(domain="sendgrid.net", verdict="pass")
    assert codes(elsewhere, results=result("spf", "pass", "sendgrid.net")) == []


@pytest.mark.parametrize("verdict", ["unsigned", "temperror", "permerror"])
def test_a_signature_that_could_not_be_used_says_nothing(verdict: str) -> None:
    assert codes(Signature(domain="chiangmai.go.th", verdict=verdict)) == []  # type: ignore[arg-type]


def test_what_was_changed_on_the_way_or_denied_speaks_against_it() -> None:
    assert codes(BROKEN) == ["sender-refuted"]
    assert codes(results=result("dmarc", "fail")) == ["sender-refuted"]


def test_one_proof_outweighs_a_broken_signature() -> None:
    assert codes(BROKEN, SIGNED) == ["sender-verified"]


def test_a_private_mailbox_is_told_apart_and_costs_little() -> None:
    assert codes(sender="nayok@hotmail.com") == ["sender-outside-government"]


def test_a_mail_that_names_several_senders_or_none_is_not_judged() -> None:
    assert codes(SIGNED, sender=None) == []


@pytest.mark.parametrize(
    ("province", "code"),
    [("เชียงใหม่", "sender-mailbox"), ("ลำพูน", "sender-mailbox-elsewhere"), (None, "sender-mailbox")],
)
def test_the_owner_of_a_central_mailbox_is_named(province: str | None, code: str) -> None:
    heard = Heard(sender="saraban_05500101@dla.go.th")
    judged = weigh(heard, province=province, owner=MAILBOX)
    assert [reason.code for reason in judged.reasons] == [code]
    assert "เทศบาลตำบลสุเทพ" in judged.reasons[0].thai


@pytest.mark.parametrize(
    ("signature", "status", "confidence"),
    [(SIGNED, "filed", 0.98), (BROKEN, "filed", 0.87), (BROKEN, "review", 0.0), (SIGNED, "duplicate", 1.0)],
)
def test_evidence_moves_the_confidence_of_what_is_filed_and_never_the_decision(
    signature: Signature, status: str, confidence: float
) -> None:
    before = Decision(
        status=status, reasons=(), confidence={"filed": 0.97, "duplicate": 1.0}.get(status, 0.0)
    )  # type: ignore[arg-type]
    evidence = weigh(Heard(sender=SENDER, signatures=(signature,)), province=None, owner=None)
    after = attested(before, evidence)
    assert (after.status, after.confidence) == (status, confidence)
    assert (after.reasons == ()) == (status == "duplicate")
