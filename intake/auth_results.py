"""What our own mail server found out about a mail's sender: Authentication-Results (RFC 8601).

Only the topmost field that bears our server's name counts. Those of other names, and those further down,
came with the mail, and whoever wrote it may have written them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.mail.headers import Headers

_METHODS = frozenset({"spf", "dkim", "dmarc"})
_RESULT = re.compile(r"([a-z0-9-]+)(?:/[0-9]+)?\s*=\s*([a-z]+)")
_PROPERTY = re.compile(r"(smtp\.mailfrom|header\.d|header\.i|header\.from)\s*=\s*\"?([^\s\";]+)")
_VALUE_CHARS = 10_000
_RESULTS = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """One verdict: of `spf`, `dkim` or `dmarc`, on `domain`, if it says on which."""

    method: str
    verdict: str
    domain: str | None


def trusted(headers: Headers, *, authserv_id: str) -> tuple[Result, ...] | None:
    """The verdicts of the server of that name (RFC 8601 section 2.5); `None` if it says nothing."""
    for value in headers.all("authentication-results"):
        server, *results = _without_comments(value.decode("utf-8", "replace")).lower().split(";")
        if server.split()[:1] == [authserv_id.lower()]:
            return tuple(_results(results[:_RESULTS]))
    return None


def _results(written: list[str]) -> Iterator[Result]:
    for text in written:
        found = _RESULT.match(text.strip())
        if found and found[1] in _METHODS:
            yield Result(method=found[1], verdict=found[2], domain=_domain(text))


def _domain(text: str) -> str | None:
    found = _PROPERTY.search(text)
    return found[2].rpartition("@")[2].strip("<>.") or None if found else None


def _without_comments(text: str) -> str:
    """Without what stands in parentheses, nested or not; a parenthesis in quotes is none."""
    kept: list[str] = []
    depth, quoted, escaped = 0, False, False
    for char in text[:_VALUE_CHARS]:
        if escaped or char == "\\":
            escaped = not escaped
        elif char == '"' and not depth:
            quoted = not quoted
        elif char in "()" and not quoted:
            depth = max(0, depth + (1 if char == "(" else -1))
            continue
        if not depth:
            kept.append(char)
    return "".join(kept)
