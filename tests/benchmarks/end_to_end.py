"""How many letters a second go all the way, from bytes to a register number, beside its limits.

The letters are the sample PDFs, each in a mail of its own with bytes of its own, taken in by
`intake ingest`'s own function with two reading children. The start (imports, children) is left out: a
first batch warms up. The limits are measured in the same run by `reading` and `durability`.
"""

import tempfile
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from intake import app
from intake.app import App
from intake.ingest import ingest
from intake.settings import Settings

_LETTERS = Path(__file__).parents[1] / "data" / "letters"
_COUNT = 200
_WARM_UP = 20


def measure() -> dict[str, float]:
    """`letters_per_second` settled, end to end."""
    with tempfile.TemporaryDirectory() as folder, app.opened(Settings(home=Path(folder) / "home")) as running:
        _take(running, Path(folder) / "warm", range(_WARM_UP))
        seconds = _take(running, Path(folder) / "in", range(_WARM_UP, _WARM_UP + _COUNT))
    return {"letters_per_second": _COUNT / seconds}


def _take(running: App, folder: Path, numbers: range) -> float:
    folder.mkdir()
    for number, raw in zip(numbers, _mails(numbers), strict=True):
        (folder / f"{number}.eml").write_bytes(raw)
    begun = time.monotonic()
    settled = list(ingest(running, [folder]))
    assert len(settled) == len(numbers)
    return time.monotonic() - begun


def _mails(numbers: range) -> Iterator[bytes]:
    letters = sorted(_LETTERS.glob("*.pdf"))
    for number in numbers:
        letter = letters[number % len(letters)]
        mail = EmailMessage()
        mail["From"] = "saraban@province.example"
        mail["Subject"] = f"reply {number}"
        mail["Message-ID"] = f"<{number}@province.example>"
        mail.set_content("ส่งหนังสือตามแนบ")
        mail.add_attachment(letter.read_bytes(), maintype="application", subtype="pdf", filename=letter.name)
        yield mail.as_bytes()
