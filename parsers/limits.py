"""How much one file may cost before its reading is given up."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds. The defaults fit a department's mail, not an attacker's.

    `seconds` and `memory_bytes` are for one document of a file, `seconds_in_all` for beginning with
    the documents of a file; the rest is for all of it.
    """

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
    ocr_pages: int = 40
    picture_points: int = 64_000_000
    text_chars: int = 4_000_000

    @property
    def seconds_in_all(self) -> float:
        """After so many nothing more of the file is begun, however many documents it carries."""
        return 5 * self.seconds
