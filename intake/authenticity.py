"""What speaks for and against the sender that a mail names, and how much it weighs. Pure.

Evidence, never proof: offices write from private mailboxes, and a stolen password passes every check. So it
is shown to people, moves the confidence a little, and decides nothing. Two domains belong together when
they are of one organisation (RFC 7489 section 3.2), as the list of public suffixes has it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from publicsuffixlist import PublicSuffixList

from intake.auth_results import Result
from intake.reasons import Reason, because
from intake.signatures import Signature

_GOVERNMENT = ".go.th"

_WEIGHTS: Final = {
    "sender-verified": 0.01,
    "sender-refuted": -0.10,
    "sender-outside-government": -0.01,
    "sender-mailbox": 0.01,
    "sender-mailbox-elsewhere": -0.05,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """What was found about a mail's sender at receipt.

    `sender` is the one address of its From; `None` if there are several, or none. `results` are those of our
    own mail server, `signatures` what we checked ourselves. `spam` is what our own filter says; `answerable`,
    whether the header leaves room for an automatic answer.
    """

    sender: str | None = None
    results: tuple[Result, ...] = ()
    signatures: tuple[Signature, ...] = ()
    spam: bool = False
    answerable: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Owner:
    """The organisation whose central mailbox an address is, by the roster."""

    name: str
    province: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Authenticity:
    """The evidence in words, and what it adds to the confidence."""

    reasons: tuple[Reason, ...] = ()
    weight: float = 0.0


def weigh(heard: Heard, *, province: str | None, owner: Owner | None) -> Authenticity:
    """`province` is the letter's; `owner` has the mailbox that the mail names as its sender."""
    reasons = tuple(_reasons(heard, province, owner))
    return Authenticity(reasons=reasons, weight=sum(_WEIGHTS[reason.code] for reason in reasons))


def _reasons(heard: Heard, province: str | None, owner: Owner | None) -> Iterator[Reason]:
    domain = _domain(heard.sender)
    if domain is None:
        return
    if proofs := tuple(dict.fromkeys(_proofs(heard, domain))):
        yield because("sender-verified", domain=domain, how=", ".join(proofs))
    elif refutations := tuple(dict.fromkeys(_refutations(heard, domain))):
        yield because("sender-refuted", domain=domain, how=", ".join(refutations))
    if not f".{domain}".endswith(_GOVERNMENT):
        yield because("sender-outside-government", domain=domain)
    if owner is not None:
        elsewhere = province is not None and province != owner.province
        code = "sender-mailbox-elsewhere" if elsewhere else "sender-mailbox"
        yield because(code, name=owner.name, province=owner.province)


def _proofs(heard: Heard, domain: str) -> Iterator[str]:
    """What says that the mail is from `domain`, or of its organisation."""
    for result in heard.results:
        if result.verdict == "pass" and (result.method == "dmarc" or aligned(result.domain, domain)):
            yield result.method.upper()
    for signature in heard.signatures:
        if signature.verdict == "pass" and aligned(signature.domain, domain):
            yield "DKIM"


def _refutations(heard: Heard, domain: str) -> Iterator[str]:
    """What says that it is not; a signature by others, or a broken one of a list, says nothing."""
    for result in heard.results:
        if (result.method, result.verdict) == ("dmarc", "fail"):
            yield "DMARC"
    for signature in heard.signatures:
        if signature.verdict == "fail" and aligned(signature.domain, domain):
            yield "DKIM"


def aligned(domain: str | None, other: str) -> bool:
    """Whether both are of one organisation: `mail.dla.go.th` and `dla.go.th`, but not `a.go.th` and `b.go.th`."""
    return domain is not None and _organisation(domain) == _organisation(other)


def _organisation(domain: str) -> str:
    """A domain that is itself a public suffix stands for itself."""
    return _suffixes().privatesuffix(domain) or domain


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


def _domain(address: str | None) -> str | None:
    return (address or "").rpartition("@")[2].lower().rstrip(".") or None
