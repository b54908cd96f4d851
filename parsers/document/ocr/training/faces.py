"""Which typefaces the recogniser learns from, which are kept for the test, and under what licence.

Whole families are held out: a family is either learnt or tested, in all its styles. The weights follow
what offices write with: a third for the faces of letters (TH Sarabun and its kin), a third for other
book faces, the rest for what stands in letterheads, forms and web pages. `Licence` is what the
name table of the files says.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

Licence = Literal["OFL-1.1", "GPL-2.0+ with font exception", "SIPA font licence", "Bitstream Vera"]
Use = Literal["letter", "book", "display", "held out"]

_GPL: Final = "GPL-2.0+ with font exception"
_WEIGHTS: Final[dict[Use, float]] = {"letter": 0.40, "book": 0.45, "display": 0.15, "held out": 1.0}


@dataclass(frozen=True, kw_only=True, slots=True)
class Family:
    """One typeface. `files` are the beginnings of its file names; `package` is where they come from."""

    name: str
    use: Use
    licence: Licence
    package: str
    files: str
    share: float = 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Face:
    """One style of a family, as a file, and how often it is to be drawn among all faces."""

    family: str
    path: Path
    weight: float


def _web(name: str, use: Use = "book") -> Family:
    slug = name.lower().replace(" ", "-")
    return Family(name=name, use=use, licence="OFL-1.1", package=f"@fontsource/{slug}", files=slug)


def _tlwg(name: str, use: Use = "book", share: float = 1.0, licence: Licence = _GPL) -> Family:
    files = name.replace(" ", "")
    return Family(name=name, use=use, licence=licence, package="fonts-thai-tlwg", files=files, share=share)


def _national(
    name: str, files: str, use: Use = "book", share: float = 1.0, licence: Licence = "SIPA font licence"
) -> Family:
    package = "odoo-addon-l10n-th-base-utils"
    return Family(name=name, use=use, licence=licence, package=package, files=files, share=share)


FAMILIES: Final = (
    _national("TH Sarabun New", "THSarabunNew", "letter", 4.0, _GPL),
    _national("TH Sarabun PSK", "THSarabun-", "letter", 2.0),
    Family(
        name="Sarabun",
        use="letter",
        licence="OFL-1.1",
        package="fontpkg-sarabun",
        files="Sarabun",
        share=2.0,
    ),
    _national("TH Baijam", "THBaijam"),
    _national("TH Fah kwang", "THFahkwang"),
    _national("TH K2D July8", "THK2DJuly8"),
    _national("TH KoHo", "THKoHo"),
    _national("TH Kodchasal", "THKodchasal"),
    _national("TH Mali Grade 6", "THMaliGrade6", "display"),
    _tlwg("Garuda"),
    _tlwg("Kinnari"),
    _tlwg("Laksaman", share=2.0),
    _tlwg("Loma"),
    _tlwg("Sawasdee"),
    _tlwg("Umpush"),
    _tlwg("Waree", licence="Bitstream Vera"),
    _tlwg("Tlwg Typewriter", "display"),
    _tlwg("Tlwg Typist", "display"),
    _tlwg("Tlwg Typo", "display"),
    _web("Noto Sans Thai"),
    _web("Noto Sans Thai Looped"),
    _web("IBM Plex Sans Thai"),
    _web("IBM Plex Sans Thai Looped"),
    _web("Bai Jamjuree"),
    _web("Taviraj"),
    _web("Trirong"),
    _web("Maitree"),
    _web("Pridi", "display"),
    _web("Athiti", "display"),
    _web("Anuphan", "display"),
    _web("Mitr", "display"),
    _web("K2D", "display"),
    _web("KoHo", "display"),
    _web("Kodchasan", "display"),
    _web("Fahkwang", "display"),
    _web("Mali", "display"),
    Family(name="Kanit", use="display", licence="OFL-1.1", package="fontpkg-kanit", files="Kanit"),
    Family(name="Prompt", use="display", licence="OFL-1.1", package="fontpkg-prompt", files="Prompt"),
    _national("TH Niramit AS", "THNiramitAS", "held out"),
    _national("TH Chakra Petch", "THChakraPetch", "held out"),
    _tlwg("Norasi", "held out"),
    _web("Noto Serif Thai", "held out"),
    _web("Krub", "held out"),
)
"""Every family in use. The web's Niramit, Krub and Chakra Petch are redrawings of the national faces of the
same names; of each pair only the one held out is here, so that the test is not learnt from its twin. Tlwg Mono is
left out, since in it marks stand beside their letters, and TH Charm of AU, whose licence is not open."""

# Enough of each weight for letters and headings; thin and black cuts are for posters.
_STYLES: Final = {
    "": 6.0,
    "regular": 6.0,
    "400-normal": 6.0,
    "medium": 1.0,
    "500-normal": 1.0,
    "light": 0.5,
    "300-normal": 0.5,
    "bold": 2.0,
    "700-normal": 2.0,
    "semibold": 0.5,
    "italic": 0.7,
    "400-italic": 0.7,
    "oblique": 0.7,
    "bolditalic": 0.3,
    "boldoblique": 0.3,
}


def style_weight(stem: str, family: Family) -> float:
    """How often the file `stem` is used within its family; 0 for styles that no office uses."""
    style = stem[len(family.files) :].lower()
    style = style if style[-7:] in ("-normal", "-italic") else style.replace("-", "")
    return _STYLES.get(style.strip("-"), 0.0)


def load(folder: Path, *, held_out: bool) -> list[Face]:
    """The faces to learn from, or those for the test, among the font files of `folder`.

    `folder` holds one folder per family, as `fonts.gather` lays them out. Raises `FileNotFoundError`
    if a family of the table has no file, because a silent gap would change what is learnt.
    """
    wanted = [family for family in FAMILIES if (family.use == "held out") == held_out]
    return [face for family in wanted for face in _faces(family, folder / family.name, wanted)]


def pick(faces: Sequence[Face], rng: random.Random) -> Face:
    return rng.choices(faces, weights=[face.weight for face in faces])[0]


def _faces(family: Family, folder: Path, wanted: Iterable[Family]) -> list[Face]:
    styles = {path: style_weight(path.stem, family) for path in sorted(folder.glob("*.ttf"))}
    total = sum(styles.values())
    if not total:
        raise FileNotFoundError(f"{folder} holds no usable font of {family.name}")
    kin = sum(one.share for one in wanted if one.use == family.use)
    share = _WEIGHTS[family.use] * family.share / kin
    return [
        Face(family=family.name, path=path, weight=share * weight / total)
        for path, weight in styles.items()
        if weight
    ]
