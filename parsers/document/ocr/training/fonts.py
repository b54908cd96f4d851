"""How the font packages become one folder of TrueType files, a folder per family.

Takes the wheels of `pip download`, the archives of `npm pack` and the folder of Debian's
fonts-thai-tlwg as they are. Web fonts come cut by script: their Thai and Latin halves are joined
here, so that one file draws a whole line.
"""

import io
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

from parsers.document.ocr.training.faces import FAMILIES, Family, style_weight

TLWG: Final = Path("/usr/share/fonts/truetype/tlwg")


def gather(packages: Path, target: Path, *, installed: Path = TLWG) -> None:
    """Write the files of every family of the table to `target/<family>/`."""
    for family in FAMILIES:
        folder = target / family.name
        folder.mkdir(parents=True, exist_ok=True)
        for stem, content in _files(family, packages, installed):
            if style_weight(stem, family):
                (folder / f"{stem}.ttf").write_bytes(content)


def _files(family: Family, packages: Path, installed: Path) -> Iterator[tuple[str, bytes]]:
    if family.package.startswith("@"):
        yield from _joined(family, packages)
    elif family.package.startswith("fonts-"):
        for path in sorted(installed.glob(f"{family.files}*.ttf")):
            yield path.stem, path.read_bytes()
    else:
        yield from _unpacked(family, packages)


def _unpacked(family: Family, packages: Path) -> Iterator[tuple[str, bytes]]:
    for wheel in packages.glob(f"{family.package.replace('-', '_')}-*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                path = Path(name)
                if path.suffix == ".ttf" and path.stem.startswith(family.files):
                    yield path.stem, archive.read(name)


def _joined(family: Family, packages: Path) -> Iterator[tuple[str, bytes]]:
    (archive,) = packages.glob(f"fontsource-{family.files}-[0-9]*.tgz")
    with tarfile.open(archive) as tar:
        parts = {Path(one.name).name: one for one in tar.getmembers() if one.name.endswith(".woff2")}
        for name, member in sorted(parts.items()):
            prefix = f"{family.files}-thai-"
            if not name.startswith(prefix):
                continue
            style = name.removeprefix(prefix).removesuffix(".woff2")
            latin = parts[f"{family.files}-latin-{style}.woff2"]
            yield f"{family.files}-{style}", _join([_read(tar, member), _read(tar, latin)])


def _read(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    stream = tar.extractfile(member)
    return stream.read() if stream else b""


def _join(halves: list[bytes]) -> bytes:
    plain = []
    for half in halves:
        font = TTFont(io.BytesIO(half))
        font.flavor = None
        plain.append(io.BytesIO())
        font.save(plain[-1])
        plain[-1].seek(0)
    joined = io.BytesIO()
    Merger().merge(plain).save(joined)
    return joined.getvalue()
