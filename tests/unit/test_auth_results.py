"""Only our own server's word on the sender counts, however it is written."""

import pytest

from intake.auth_results import Result, trusted
from parsers.limits import Limits
from parsers.mail import headers

OURS = "mx.dla.go.th"
PASS = b"Authentication-Results: mx.dla.go.th; spf=pass smtp.mailfrom=saraban@chiangmai.go.th"


def heard(*fields: bytes) -> tuple[Result, ...] | None:
    raw = b"\r\n".join(fields) + b"\r\n\r\n"
    return trusted(headers.split(raw, 0, len(raw), limits=Limits())[0], authserv_id=OURS)


def test_each_method_is_told_with_its_domain() -> None:
    field = (
        b"Authentication-Results: MX.dla.go.th 1;\r\n"
        b"\tspf=pass (sender SPF authorized; see (nested) http://x) smtp.mailfrom=saraban@chiangmai.go.th;\r\n"
        b'\tdkim=fail reason="bad ; signature (" header.d=moi.go.th header.s=x;\r\n'
        b"\tdmarc=none header.from=chiangmai.go.th; iprev=pass policy.iprev=192.0.2.1"
    )
    assert heard(field) == (
        Result(method="spf", verdict="pass", domain="chiangmai.go.th"),
        Result(method="dkim", verdict="fail", domain=None),
        Result(method="dmarc", verdict="none", domain="chiangmai.go.th"),
    )


@pytest.mark.parametrize(
    "field",
    [
        b"Authentication-Results: mx.evil.example; spf=pass smtp.mailfrom=a@chiangmai.go.th",
        b"Authentication-Results: mx.dla.go.th.evil.example; spf=pass",
        b"Authentication-Results: (mx.dla.go.th) evil.example; spf=pass",
        b"Authentication-Results: ; spf=pass",
        b"X-Authentication-Results: mx.dla.go.th; spf=pass",
    ],
)
def test_another_s_word_does_not_count(field: bytes) -> None:
    assert heard(field) is None


def test_of_several_only_the_topmost_of_ours_counts() -> None:
    ours = b"Authentication-Results: mx.dla.go.th; spf=fail smtp.mailfrom=a@b.go.th"
    other = b"Authentication-Results: inner.example; dmarc=pass"
    assert heard(other, ours, PASS) == (Result(method="spf", verdict="fail", domain="b.go.th"),)


def test_no_result_at_all_is_an_empty_word() -> None:
    assert heard(b"Authentication-Results: mx.dla.go.th; none") == ()
