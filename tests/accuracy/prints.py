"""The prints that are read: every letter by three sound producers and one that damages its text layer.

Which ones follows from the letter's name, so that a letter that is added or changed leaves the prints of the
others alone. They are kept in a folder, each under a name that says what it was made of, and not made again.
"""

import hashlib
import random
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.letters import producers, sheet
from tests.letters.compose import Letter

_SOUND_EACH = 3
_SYMBOLS = frozenset("✓☐☑☒")
_HAVE_SYMBOLS = ("chromium", "text", "html-itself", "two-e")
"""By whom letters with ticked boxes are printed: Thai fonts have none, and the others take no second font."""
_DRAWS_ARABIC = "arabic-drawn-thai"
_PRINTERS = (
    *("amended.py", "chromium.py", "damaged.py", "devtools.py", "distilled.py", "docx.py", "fonts.py"),
    *(
        "fpdf2.py",
        "galley.py",
        "letter.typ",
        "reportlab.py",
        "text.py",
        "typst.py",
        "word.py",
        "word_paper.py",
    ),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Print:
    """One file and the letter that it shows."""

    letter: Letter
    producer: str
    path: Path

    @property
    def name(self) -> str:
        return f"{self.letter.name} by {self.producer}"

    @property
    def is_damaged(self) -> bool:
        return self.producer in producers.DAMAGED

    @property
    def expected(self) -> dict[str, Any]:
        """The reading that is right: of its text layer, where that has digits of another script."""
        letter = self.letter
        return (replace(letter, script="arabic") if self.producer == _DRAWS_ARABIC else letter).expected


def prepared(letters: Iterable[Letter], folder: Path, say: Callable[[str], None]) -> list[Print]:
    """All prints of `letters`, lying in `folder`; what is missing there is printed, and `say` is told."""
    made_by = _digest_of_printers()
    prints = [
        Print(letter=letter, producer=producer, path=_path(letter, producer, folder, made_by))
        for letter in letters
        for producer in printed_by(letter)
    ]
    for producer in producers.PRODUCERS:
        missing = [one for one in prints if one.producer == producer and not one.path.exists()]
        if missing:
            say(f"printing {len(missing)} letters by {producer}")
            _print(producer, missing)
    return prints


def printed_by(letter: Letter) -> list[str]:
    """By whom `letter` is printed: stable, and all in turn over many letters."""
    draw = random.Random(letter.name)  # noqa: S311  (samples, no secrets)
    if any(_SYMBOLS & set(line) for line in letter.body if isinstance(line, str)):
        return list(_HAVE_SYMBOLS)
    return [*draw.sample(sorted(producers.SOUND), _SOUND_EACH), draw.choice(sorted(producers.DAMAGED))]


def _print(producer: str, missing: Sequence[Print]) -> None:
    """A file appears under its name when all of the run are whole: an interrupted run leaves none half made."""
    with tempfile.TemporaryDirectory(dir=missing[0].path.parent) as folder:
        jobs = [(one.letter, Path(folder) / one.path.name) for one in missing]
        producers.PRODUCERS[producer](jobs)
        for (_, made), one in zip(jobs, missing, strict=True):
            made.rename(one.path)


def _path(letter: Letter, producer: str, folder: Path, made_by: str) -> Path:
    made_of = hashlib.sha256(f"{made_by}{producer}{list(sheet.blocks(letter))}".encode()).hexdigest()
    return folder / f"{letter.name}-{producer}-{made_of[:12]}{producers.suffix(producer)}"


def _digest_of_printers() -> str:
    """What letters say is left out: it goes into the name of each print."""
    folder = Path(producers.__file__).parent
    return hashlib.sha256(b"".join((folder / name).read_bytes() for name in _PRINTERS)).hexdigest()
