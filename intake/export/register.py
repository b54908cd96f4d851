"""The receiving register (ทะเบียนหนังสือรับ, แบบ 13 of the regulation) as CSV or JSON Lines.

CSV is for people who open it in Thai Excel: UTF-8 with BOM, the official columns, dates in the
Buddhist Era, and every cell safe against formula injection. JSON Lines is for programs: all facts of a
filing under the names of the contract, dates in ISO 8601. Rows stream in register order; a file
appears under its final name only when it is whole.
"""

import csv
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import IO, Literal

from parsers.thai import dates
from storage import register
from storage.letters import RegisterRow

Format = Literal["csv", "jsonl"]

COLUMNS = ("เลขทะเบียนรับ", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ")

_ACTIONS = {
    "confirmed": "ยืนยันการดำเนินการ",
    "nil": "ไม่มี",
    "partial": "ดำเนินการบางส่วน",
    "acknowledged": "รับทราบ",
    "declined": "ไม่ประสงค์ดำเนินการ",
    "unclear": "ไม่ชัดเจน",
}


def write(rows: Iterable[RegisterRow], path: Path, format: Format) -> int:
    """Write `rows` to `path`; the number of rows. Raises `OSError`; then `path` is as it was."""
    counted = count()
    with _whole_or_not_at_all(path) as file:
        file.writelines(_LINES[format](row for row, _ in zip(rows, counted, strict=False)))
    return next(counted)


def _csv_lines(rows: Iterable[RegisterRow]) -> Iterator[str]:
    line = csv.writer(_Echo(), lineterminator="\r\n").writerow
    yield "\ufeff" + line(COLUMNS)
    for row in rows:
        yield line(map(_safe, _cells(row)))


def _jsonl_lines(rows: Iterable[RegisterRow]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(_facts(row), ensure_ascii=False, default=_iso) + "\n"


_LINES: dict[Format, Callable[[Iterable[RegisterRow]], Iterator[str]]] = {
    "csv": _csv_lines,
    "jsonl": _jsonl_lines,
}


class _Echo:
    """Gives the csv module a file to write to, and us the line that it wrote."""

    def write(self, line: str) -> str:
        return line


def _facts(row: RegisterRow) -> dict[str, object]:
    facts = asdict(row)
    facts["register_number"] = register.display(row.register_number, facts.pop("register_year"))
    facts["receipt"] = facts.pop("receipt_id")
    return facts


def _cells(row: RegisterRow) -> tuple[str, ...]:
    """One row in the order of `COLUMNS`."""
    received = row.received_at.astimezone(register.BANGKOK)
    return (
        register.display(row.register_number, row.register_year) or "",
        row.reference_number or "",
        _dated(row.dated) if row.dated else "",
        row.agency or row.sender or "",
        row.addressee or "",
        row.subject or "",
        _action(row),
        f"รับ {dates.format_thai(received.date(), 'arabic')} เวลา {received:%H:%M} น. อ้างถึง {row.campaign}",
    )


def _dated(dated: str) -> str:
    """An ISO date or month as a letter writes it; the day of a month alone stays blank."""
    if len(dated) == len("2019-02"):
        return dates.format_thai(date.fromisoformat(f"{dated}-01"), "arabic").split(" ", 1)[1]
    return dates.format_thai(date.fromisoformat(dated), "arabic")


def _action(row: RegisterRow) -> str:
    action = _ACTIONS.get(row.outcome or "", "")
    return f"{action} จำนวน {row.count} แห่ง" if action and row.count else action


def _safe(cell: str) -> str:
    """A spreadsheet would run a cell that begins so; the apostrophe makes it text (OWASP)."""
    flat = " ".join(cell.split())
    return f"'{flat}" if flat.startswith(("=", "+", "-", "@")) else flat


def _iso(value: date | datetime) -> str:
    return value.isoformat()


@contextmanager
def _whole_or_not_at_all(path: Path) -> Iterator[IO[str]]:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
