"""Where a mail's own words end and those of an earlier mail begin.

A reply mostly carries the mail that it answers; the circular quoted there must not be read as the
reply's own letter. Knows how Gmail, Outlook and Apple Mail introduce a quotation in Thai and in
English. A forward is the other way round: what follows is what the mail is about, so it stays.
"""

import re

_LINE_CHARS = 400
"""Lines that introduce a quotation are short; longer ones are not searched."""

_INTRODUCTION_BEGINS = re.compile(r"\s*(?:On\s|เมื่อ|ในวันที่|วันที่)", re.IGNORECASE)
_INTRODUCTION_ENDS = re.compile(r"(?:(?:wrote|เขียน(?:ไว้|ข้อความ)?ว่า)\s*:?|เขียน\s*:)\s*\Z", re.IGNORECASE)
_SEPARATOR = re.compile(
    r"\s*-{2,}\s*(?:Original (?:Message|Appointment)|(?:ข้อความ|อีเมล)(?:ต้นฉบับ|เดิม))\s*-{2,}\s*", re.IGNORECASE
)
_FROM = re.compile(r"\s*\**(?:From|จาก|ผู้ส่ง)\s*:\**\s*\S", re.IGNORECASE)
_SENT = re.compile(r"\s*\**(?:Sent|Date|ส่ง|ส่งเมื่อ|วันที่|วันที่ส่ง)\s*:", re.IGNORECASE)
_TO = re.compile(r"\s*\**(?:To|ถึง)\s*:", re.IGNORECASE)
_HEADER_LINES = 6
_FORWARD = re.compile(r"\s*(?:re\s*:\s*|ตอบกลับ\s*:\s*)*(?:fwd?|ส่งต่อ)\s*:", re.IGNORECASE)


def own_text(text: str, *, subject: str | None) -> str:
    """`text` without quoted lines (`>`) and, unless `subject` calls it a forward, without the earlier mail."""
    lines = text.splitlines()
    if not is_forward(subject):
        end = next((index for index in range(len(lines)) if _begins_earlier(lines, index)), len(lines))
        lines = lines[:end]
    return "\n".join(line for line in lines if not line.lstrip().startswith(">"))


def is_forward(subject: str | None) -> bool:
    """Whether `subject` begins as mail programs let forwards begin."""
    return _FORWARD.match(subject or "") is not None


def _begins_earlier(lines: list[str], index: int) -> bool:
    line = lines[index]
    if len(line) > _LINE_CHARS:
        return False
    return (
        _SEPARATOR.fullmatch(line) is not None or _is_introduction(lines, index) or _is_header(lines, index)
    )


def _is_introduction(lines: list[str], index: int) -> bool:
    """`เมื่อ … เขียนว่า:` on one line, or wrapped onto the next."""
    if not _INTRODUCTION_BEGINS.match(lines[index]):
        return False
    return any(_INTRODUCTION_ENDS.search(line[-_LINE_CHARS:]) for line in lines[index : index + 2])


def _is_header(lines: list[str], index: int) -> bool:
    """`จาก: … ส่ง: … ถึง: …` as Outlook puts it; a letter of its own has no such block."""
    if not _FROM.match(lines[index]):
        return False
    below = lines[index + 1 : index + _HEADER_LINES]
    return any(map(_SENT.match, below)) and any(map(_TO.match, below))
