"""Why a file was not read.

ParserError
├── Unreadable          the bytes are at fault: another attempt cannot help
│   ├── Encrypted       a password is needed
│   └── OverLimit       reading it would cost more than `Limits` allow
└── ChildFailed         the reading process died, hung or ate memory: one attempt is spent
"""


class ParserError(Exception):
    """The root; `str()` is a sentence for a person."""

    retryable = False


class Unreadable(ParserError):
    """Damaged, truncated or empty."""


class Encrypted(Unreadable):
    """Protected by a password."""


class OverLimit(Unreadable):
    """More pages, parts, depth or bytes than allowed."""


class ChildFailed(ParserError):
    """The child was killed, by us (time, memory) or by itself."""

    retryable = True
