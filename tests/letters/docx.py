"""Prints a letter as most offices do: typed in Word, made a PDF by LibreOffice Writer.

How it is typed is `word`'s business. LibreOffice stamps its own time into the file and takes seconds to
start, so many letters are best printed in one run.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.letters import fonts, program, word
from tests.letters.printing import Job

_FONTCONFIG = "<fontconfig>{folders}<cachedir>{cache}</cachedir></fontconfig>"


def render_all(jobs: Sequence[Job]) -> None:
    """Write each letter to its path, all by one run of LibreOffice.

    Raises:
        ProgramMissing: LibreOffice is not installed.
        FileNotFoundError: it printed nothing for one of them, which it does not report itself.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        typed = [folder / f"{number}.docx" for number, _ in enumerate(jobs)]
        for source, (letter, _) in zip(typed, jobs, strict=True):
            source.write_bytes(word.typed(letter))
        _print(typed, folder)
        for source, (_, path) in zip(typed, jobs, strict=True):
            path.write_bytes(source.with_suffix(".pdf").read_bytes())


def _print(documents: Sequence[Path], folder: Path) -> None:
    """Beside each of `documents` its PDF, by a LibreOffice with a profile and fonts of its own."""
    configuration = folder / "fonts.conf"
    folders = "".join(f"<dir>{place}</dir>" for place in fonts.FOLDERS)
    configuration.write_text(_FONTCONFIG.format(folders=folders, cache=folder / "cache"))
    program.run(
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--convert-to", "pdf", "--outdir", str(folder)),
        *map(str, documents),
        package="libreoffice-writer-nogui",
        settings={"FONTCONFIG_FILE": str(configuration)},
    )
