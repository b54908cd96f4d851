"""Whose DKIM signatures a mail bears, and whether they hold (RFC 6376, RFC 8301, RFC 8463).

Works on the kept bytes and costs linear time, whatever is in them: everything here was written by the
sender, who may be hostile. A signature with a length (`l=`) counts as none, since anything may be added
below what it covers; so does one whose key is in testing. Keys come from `lookup`, which is all that
touches the network.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, padding, rsa

Verdict = Literal["pass", "fail", "unsigned", "permerror", "temperror"]

Lookup = Callable[[str], Sequence[str]]
"""The TXT records of a name, each joined; none if there are none. Raises `NoAnswer`."""

_SIGNATURES = 5
_HEADER_BYTES = 256 << 10
_KEY_BITS = range(1024, 4097)
_FIELD = re.compile(rb"([!-9;-~]{1,200}[ \t]*):([^\n]*\n(?:[ \t][^\n]*\n)*)")
_BLANKS = re.compile(rb"[ \t]+")
_OWN_VALUE = re.compile(rb"(^|;)([ \t\r\n]*b[ \t\r\n]*=)[^;]*")
_LINE_END = re.compile(rb"\r?\n")
_DOMAIN = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,20}")

_Tags = dict[str, str]


class NoAnswer(Exception):
    """The name servers did not answer; nothing is known of the name."""


class _Refused(Exception):
    """Why a signature does not hold, as its verdict."""

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict
        super().__init__(verdict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Signature:
    """One signature: the domain that signed, and what its check came to."""

    domain: str
    verdict: Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class _Field:
    """A header field: its name in lower case, and all of it as it stands, with its last line end."""

    name: str
    raw: bytes


def verify(raw: bytes, *, lookup: Lookup, at: datetime) -> tuple[Signature, ...]:
    """The first five signatures of the mail, from the top, each checked as of `at` (aware)."""
    header, body = _split(raw)
    fields = [
        _Field(name=found[1].rstrip().decode("ascii").lower(), raw=found[0])
        for found in _FIELD.finditer(header)
    ]
    signed = [field for field in fields if field.name == "dkim-signature"][:_SIGNATURES]
    return tuple(_verified(field, fields, body, lookup, at) for field in signed)


def _split(raw: bytes) -> tuple[bytes, bytes]:
    """Header and body with CR LF for every line end; no header where it is longer than anybody's."""
    start = raw[: _HEADER_BYTES + 4]
    ends = [at for end in (b"\n\r\n", b"\n\n") if (at := start.find(end)) >= 0]
    if not ends:
        return b"", b""
    cut = min(ends) + 1
    header, rest = raw[:cut], raw[cut:]
    return _LINE_END.sub(b"\r\n", header), _LINE_END.sub(b"\r\n", rest)[2:]


def _verified(
    field: _Field, fields: Sequence[_Field], body: bytes, lookup: Lookup, at: datetime
) -> Signature:
    tags: _Tags = {}
    try:
        tags = _tags(field.raw.partition(b":")[2].decode("ascii"))
        _check_tags(tags, at)
        key = _key(tags, lookup)
        headers, bodies = _forms(tags)
        if hashlib.sha256(bodies(body)).digest() != _base64(tags["bh"]):
            raise _Refused("fail")
        _check_header(tags, field, fields, headers, key)
    except _Refused as refused:
        return Signature(domain=_domain(tags), verdict=refused.verdict)
    except NoAnswer:
        return Signature(domain=_domain(tags), verdict="temperror")
    except (ValueError, KeyError, binascii.Error, UnsupportedAlgorithm):
        return Signature(domain=_domain(tags), verdict="permerror")
    return Signature(domain=_domain(tags), verdict="pass")


def _tags(text: str) -> _Tags:
    """A tag list (section 3.2). Raises `ValueError` for what is none, or names a tag twice."""
    tags: _Tags = {}
    for spec in text.strip().removesuffix(";").split(";"):
        name, equals, value = spec.partition("=")
        if not equals or name.strip() in tags:
            raise ValueError(spec)
        tags[name.strip()] = value.strip()
    return tags


def _check_tags(tags: _Tags, at: datetime) -> None:
    """Section 6.1.1, and the algorithms of RFC 8301 and RFC 8463."""
    domain = _domain(tags)
    identity = tags.get("i", "@" + tags["d"]).rpartition("@")[2].lower()
    sound = (
        tags["v"] == "1"
        and tags["a"].lower() in ("rsa-sha256", "ed25519-sha256")
        and _DOMAIN.fullmatch(domain)
        and _DOMAIN.fullmatch(f"{tags['s'].lower()}.x")
        and "from" in _signed_names(tags)
        and f".{identity}".endswith(f".{domain}")
        and tags.get("q", "dns/txt").lower() == "dns/txt"
    )
    if not sound or ("x" in tags and int(tags["x"]) < at.timestamp()):
        raise _Refused("permerror")
    if "l" in tags:
        raise _Refused("unsigned")


def _domain(tags: _Tags) -> str:
    return tags.get("d", "").lower()[:255]


def _signed_names(tags: _Tags) -> list[str]:
    return [name.strip().lower() for name in tags["h"].split(":")]


def _key(tags: _Tags, lookup: Lookup) -> rsa.RSAPublicKey | ed25519.Ed25519PublicKey:
    """The key of the signature (section 3.6.1). Raises `_Refused`, `NoAnswer`, and for nonsense `ValueError`."""
    records = lookup(f"{tags['s'].lower()}._domainkey.{_domain(tags)}")
    if len(records) != 1:
        raise _Refused("permerror")
    record = _tags(records[0])
    flags = record.get("t", "").replace(" ", "").split(":")
    kind = record.get("k", "rsa")
    usable = (
        record.get("v", "DKIM1") == "DKIM1"
        and record["p"]
        and tags["a"].lower().startswith(f"{kind}-")
        and "sha256" in record.get("h", "sha256")
        and {"*", "email"} & set(record.get("s", "*").replace(" ", "").split(":"))
        and ("s" not in flags or tags.get("i", "@" + tags["d"]).lower().endswith("@" + _domain(tags)))
    )
    if not usable:
        raise _Refused("permerror")
    if "y" in flags:
        raise _Refused("unsigned")
    return _ed25519(record["p"]) if kind == "ed25519" else _rsa(record["p"])


def _ed25519(written: str) -> ed25519.Ed25519PublicKey:
    return ed25519.Ed25519PublicKey.from_public_bytes(_base64(written))


def _rsa(written: str) -> rsa.RSAPublicKey:
    key = serialization.load_der_public_key(_base64(written))
    if not isinstance(key, rsa.RSAPublicKey) or key.key_size not in _KEY_BITS:
        raise _Refused("permerror")
    return key


def _forms(tags: _Tags) -> tuple[Callable[[_Field], bytes], Callable[[bytes], bytes]]:
    """How fields and body are written for signing (section 3.5, `c=`)."""
    headers, _, bodies = tags.get("c", "simple").partition("/")
    return _HEADERS[headers], _BODIES[bodies or "simple"]


def _check_header(
    tags: _Tags,
    field: _Field,
    fields: Sequence[_Field],
    canonical: Callable[[_Field], bytes],
    key: rsa.RSAPublicKey | ed25519.Ed25519PublicKey,
) -> None:
    unsigned = _without_own_value(field)
    text = b"".join(canonical(one) for one in _chosen(_signed_names(tags), fields))
    text += canonical(unsigned).removesuffix(b"\r\n")
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(_base64(tags["b"]), text, padding.PKCS1v15(), hashes.SHA256())
        else:
            key.verify(_base64(tags["b"]), hashlib.sha256(text).digest())
    except InvalidSignature as error:
        raise _Refused("fail") from error


def _chosen(names: Sequence[str], fields: Sequence[_Field]) -> Iterator[_Field]:
    """The fields that are signed: of several of one name the lowest first (section 5.4.2)."""
    left = {name: [field for field in fields if field.name == name] for name in set(names)}
    for name in names:
        if left[name]:
            yield left[name].pop()


def _without_own_value(field: _Field) -> _Field:
    name, colon, value = field.raw.partition(b":")
    return _Field(
        name=field.name, raw=name + colon + _OWN_VALUE.sub(rb"\1\2", value.rstrip(b"\r\n")) + b"\r\n"
    )


def _simple_field(field: _Field) -> bytes:
    return field.raw


def _relaxed_field(field: _Field) -> bytes:
    """Section 3.4.2."""
    value = field.raw.partition(b":")[2].replace(b"\r\n", b"")
    return field.name.encode("ascii") + b":" + _BLANKS.sub(b" ", value).strip(b" ") + b"\r\n"


def _simple_body(body: bytes) -> bytes:
    """Section 3.4.3: one line end at the end, however many there were. A CR alone is no line end."""
    text = body.rstrip(b"\r\n")
    ends = body[len(text) :]
    bare = len(ends) if ends.endswith(b"\r") else ends.rfind(b"\r\r") + 1
    return text + ends[:bare] + b"\r\n"


def _relaxed_body(body: bytes) -> bytes:
    """Section 3.4.4."""
    squeezed = _simple_body(_BLANKS.sub(b" ", body + b"\r\n").replace(b" \r\n", b"\r\n"))
    return b"" if squeezed == b"\r\n" else squeezed


_HEADERS: dict[str, Callable[[_Field], bytes]] = {"simple": _simple_field, "relaxed": _relaxed_field}
_BODIES: dict[str, Callable[[bytes], bytes]] = {"simple": _simple_body, "relaxed": _relaxed_body}


def _base64(text: str) -> bytes:
    return base64.b64decode("".join(text.split()), validate=True)
