"""How much one file may cost before its reading is given up."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds. The defaults fit a department's mail, not an attacker's."""

    seconds: float = 60.0
    memory_bytes: int = 1 << 30
    file_bytes: int = 64 << 20
    unpacked_bytes: int = 256 << 20
    header_block_bytes: int = 256 << 10
    header_bytes: int = 64 << 10
    headers: int = 1_000
    depth: int = 50
    parts: int = 1_000
    pages: int = 200
    text_chars: int = 4_000_000
