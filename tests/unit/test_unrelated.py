"""Mail that is no letter is told apart and says why; a letter among it is never dropped."""

import pytest

from intake import unrelated
from intake.filing import Decision, Known, decide
from intake.unrelated import Delivery
from parsers.model import Document, Letter, Message
from tests.builders import DLA, RECEIVED, a_campaign, a_citation, a_document, a_reading, a_reply


def decision(
    message: Message,
    letter: Letter | None = None,
    *documents: Document,
    known: Known | None = None,
    delivery: Delivery | None = None,
) -> Decision:
    return decide(
        a_reading(letter, *documents, message=message),
        received_at=RECEIVED,
        campaigns=[a_campaign()],
        known=known or Known(),
        delivery=delivery or Delivery(),
    )


def codes(decided: Decision) -> tuple[str, list[str]]:
    return decided.status, [reason.code for reason in decided.reasons]


@pytest.mark.parametrize("kind", ["auto-reply", "bounce", "read-receipt", "list", "calendar"])
def test_what_the_readers_call_noise_is_unrelated_and_says_so_in_thai(kind: str) -> None:
    decided = decision(Message(noise=kind))
    assert codes(decided) == ("unrelated", [kind])
    assert decided.reasons[0].thai.startswith("ไม่ใช่หนังสือ")


def test_spam_by_our_own_filter_is_unrelated() -> None:
    assert codes(decision(Message(), delivery=Delivery(spam=True))) == ("unrelated", ["spam"])


def test_a_mail_from_nobody_without_a_letter_is_a_report() -> None:
    assert codes(decision(Message(), delivery=Delivery(null_sender=True))) == ("unrelated", ["bounce"])


def test_a_letter_from_nobody_is_filed_all_the_same() -> None:
    assert decision(Message(), a_reply(), delivery=Delivery(null_sender=True)).status == "filed"


def test_a_report_on_a_mail_of_ours_says_on_which() -> None:
    decided = decision(Message(noise="bounce"), known=Known(about="ใบตอบรับ 7/2562"))
    assert codes(decided) == ("unrelated", ["bounce", "about"])
    assert "7/2562" in decided.reasons[1].thai


@pytest.mark.parametrize(
    ("message", "delivery"),
    [
        (Message(automatic="auto-reply"), Delivery()),
        (Message(noise="bounce", automatic="bounce"), Delivery()),
        (Message(), Delivery(spam=True)),
    ],
)
def test_no_sign_drops_a_reply_to_a_campaign(message: Message, delivery: Delivery) -> None:
    decided = decision(message, a_reply(), delivery=delivery)
    assert codes(decided) == ("review", ["looks-automatic"])
    assert decided.campaign == a_campaign()


def test_a_near_citation_is_enough_to_ask_a_person() -> None:
    letter = a_reply(a_citation("มท 0810.7/ว 201"))
    assert decision(Message(automatic="auto-reply"), letter).status == "review"


@pytest.mark.parametrize(
    "letter",
    [
        a_reply(number="มท 0810.7/ว 200", agency=DLA),
        a_reply(number=None),
        a_reply(a_citation("มท 0801.2/ว 999")),
    ],
    ids=["our circular", "without a number", "on another matter"],
)
def test_an_automatic_answer_with_anything_else_is_unrelated(letter: Letter) -> None:
    assert decision(Message(automatic="auto-reply"), letter).status == "unrelated"


@pytest.mark.parametrize(
    ("message", "delivery"), [(Message(noise="auto-reply"), Delivery()), (Message(), Delivery(spam=True))]
)
def test_a_subject_or_a_filter_alone_drops_no_letter_with_a_number(
    message: Message, delivery: Delivery
) -> None:
    letter = a_reply(a_citation("มท 0801.2/ว 999"))
    assert codes(decision(message, letter, delivery=delivery)) == ("review", ["looks-automatic"])
    ours = a_reply(number="มท 0810.7/ว 200", agency=DLA)
    assert decision(message, ours, delivery=delivery).status == "unrelated"


def test_automatic_mail_with_a_scan_that_nobody_read_waits_for_a_person() -> None:
    scan = a_document("", "no-text-layer")
    assert codes(decision(Message(noise="auto-reply"), None, scan)) == (
        "review",
        ["looks-automatic", "no-text"],
    )


def test_a_logo_in_automatic_mail_hides_no_letter() -> None:
    logo = a_document("", "no-text-layer", media_type="image/png")
    assert decision(Message(noise="list"), None, logo).status == "unrelated"


def test_a_scan_that_a_bounce_returns_is_ours() -> None:
    scan = a_document("", "no-text-layer")
    assert decision(Message(noise="bounce"), None, scan).status == "unrelated"


def test_a_bare_file_is_never_taken_for_mail() -> None:
    assert unrelated.kind(a_reading(a_reply()), Delivery(null_sender=True)) is None
