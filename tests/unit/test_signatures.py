"""DKIM is checked on the bytes as they are, against signatures that another implementation makes."""

import base64
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from intake import signatures
from intake.signatures import NoAnswer, Signature

NOW = datetime.now(UTC)
MAIL = (
    b"From:  Saraban <saraban@dla.go.th>\r\nSubject: x  y\r\n  folded\t\r\nTo: b@c.go.th\r\n\r\n"
    b"one  \t line \r\n\r\n.\r\n\r\n\r\n"
)
FORMS = [b"simple", b"relaxed"]


@cache
def key(bits: int = 2048) -> tuple[bytes, str]:
    """A private key in PEM, and the `p=` of its public one."""
    made = rsa.generate_private_key(65537, bits)
    private = made.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )
    public = made.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return private, base64.b64encode(public).decode()


def signed(
    mail: bytes = MAIL, *, form: tuple[bytes, bytes] = (b"relaxed", b"relaxed"), **more: object
) -> bytes:
    header: bytes = dkim.sign(mail, b"sel", b"dla.go.th", key()[0], canonicalize=form, **more)
    return header + mail


def published(name: str) -> Sequence[str]:
    assert name == "sel._domainkey.dla.go.th"
    return [f"v=DKIM1; k=rsa; p={key()[1]}"]


def verdict(mail: bytes, *records: str, at: datetime = NOW) -> str:
    found = signatures.verify(mail, lookup=(lambda _name: records) if records else published, at=at)
    assert [one.domain for one in found] == ["dla.go.th"]
    return found[0].verdict


@pytest.mark.parametrize("header", FORMS)
@pytest.mark.parametrize("body", FORMS)
@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\r\n",
        b"\r\n\r\n",
        b"a  b \t\r\n\r\n",
        b"no end",
        b" \r\n \r\n",
        b"bare\r\r\n",
        "ที่".encode("cp874"),
    ],
)
def test_what_is_signed_passes_and_no_byte_of_it_may_change(header: bytes, body: bytes, text: bytes) -> None:
    mail = signed(MAIL.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" + text, form=(header, body))
    assert verdict(mail) == "pass"
    assert verdict(mail + b"more") == "fail"
    assert verdict(mail.replace(b"x  y", b"x  z")) == "fail"


def test_mail_kept_with_bare_line_feeds_is_checked_as_it_was_sent() -> None:
    assert verdict(signed().replace(b"\r\n", b"\n")) == "pass"


def test_blanks_may_change_where_the_signature_lets_them() -> None:
    assert verdict(signed().replace(b"x  y", b"x y")) == "pass"
    assert verdict(signed(form=(b"simple", b"simple")).replace(b"x  y", b"x y")) == "fail"


def test_a_field_added_above_does_not_pass_for_the_signed_one() -> None:
    assert verdict(b"Subject: another\r\n" + signed()) == "pass"
    once = signed(include_headers=[b"from", b"from", b"subject"])
    assert verdict(b"From: thief@example.com\r\n" + once) == "fail"


def test_a_signature_with_a_length_counts_as_none() -> None:
    assert verdict(signed(length=True) + b"appended") == "unsigned"


@pytest.mark.parametrize(
    ("record", "says"),
    [
        ("v=DKIM1; t=y; p={key}", "unsigned"),
        ("v=DKIM1; p=", "permerror"),
        ("v=DKIM2; p={key}", "permerror"),
        ("v=DKIM1; k=ed25519; p={key}", "permerror"),
        ("v=DKIM1; h=sha1; p={key}", "permerror"),
        ("v=DKIM1; s=tlsrpt; p={key}", "permerror"),
        ("v=DKIM1; p=AAAA", "permerror"),
        ("nonsense", "permerror"),
        ("p={key}", "pass"),
    ],
)
def test_the_record_of_the_key_decides(record: str, says: str) -> None:
    assert verdict(signed(), record.format(key=key()[1])) == says


def test_a_short_key_proves_nothing() -> None:
    private, public = key(1024)
    header = dkim.sign(MAIL, b"sel", b"dla.go.th", private)
    assert verdict(header + MAIL, f"p={public}") == "pass"
    assert verdict(signed(), "p=" + SHORT) == "permerror"


SHORT = (
    "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAL/2AUx4kIAUBxyUgCdG8d2xJ6b6aP0xWvuKx2zdAqyVYFVFSqYQK3vFyGZgcmqN"
    "0CZdtnTzKuhbpDZJ2ifA/fkCAwEAAQ=="
)
"""512 bits."""


def test_several_keys_under_one_name_are_none() -> None:
    assert verdict(signed(), f"p={key()[1]}", f"p={key()[1]}") == "permerror"


def test_a_name_server_that_does_not_answer_leaves_it_open() -> None:
    def silent(_name: str) -> Sequence[str]:
        raise NoAnswer

    assert signatures.verify(signed(), lookup=silent, at=NOW)[0].verdict == "temperror"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"v=1", b"v=2"),
        (b"rsa-sha256", b"rsa-sha1"),
        (b"d=dla.go.th", b"d=nowhere"),
        (b"i=@dla.go.th", b"i=@evil.go.th"),
        (b"q=dns/txt", b"q=other"),
        (b"c=relaxed/relaxed", b"c=loose"),
        (b"bh=", b"bh=!"),
    ],
)
def test_a_signature_that_is_none_is_an_error(old: bytes, new: bytes) -> None:
    mail = signed()
    assert old in mail
    assert signatures.verify(mail.replace(old, new), lookup=published, at=NOW)[0].verdict == "permerror"


def test_a_signature_expires() -> None:
    expiring = signed().replace(b"v=1;", b"v=1; x=%d;" % NOW.timestamp(), 1)
    later = NOW + timedelta(days=1)
    assert signatures.verify(expiring, lookup=published, at=later)[0].verdict == "permerror"


def test_none_costs_more_than_linear_time() -> None:
    hostile = (
        b"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=dla.go.th; s=sel; h=from; bh=AA==; b=A"
        + b" " * 60_000
        + b"!\r\n"
    )
    mail = hostile * 4 + b"From: a@dla.go.th\r\n\r\n" + b" " * 5_000_000 + b"x" + b"\r\n" * 1_000_000
    found = signatures.verify(mail, lookup=published, at=NOW)
    assert found == (Signature(domain="dla.go.th", verdict="fail"),) * 4


def test_no_more_than_five_are_checked() -> None:
    mail = MAIL
    for _signature in range(8):
        mail = signed(mail)
    assert len(signatures.verify(mail, lookup=published, at=NOW)) == 5


def test_mail_without_signature_or_header_has_none() -> None:
    assert signatures.verify(MAIL, lookup=published, at=NOW) == ()
    assert signatures.verify(b"", lookup=published, at=NOW) == ()
