"""Damages the text layer of printed letters on purpose, as DOMAIN 7.2 and 7.3 found it damaged.

On paper nothing changes, so the expected reading stays the same; where nothing trustworthy is left, none
is the right reading until the picture itself is read.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from tests.letters import amended, chromium, docx, fpdf2
from tests.letters.printing import Job, RenderAll

Change = Callable[[bytes], bytes]


@dataclass(frozen=True, kw_only=True, slots=True)
class Damage:
    """Whose print is damaged, and how."""

    of: RenderAll
    change: Change

    def render_all(self, jobs: Sequence[Job]) -> None:
        """Write each letter to its path, damaged; raises what the printer raises."""
        self.of(jobs)
        for _, path in jobs:
            path.write_bytes(self.change(path.read_bytes()))


def _says(*pairs: tuple[str, str]) -> Change:
    """Glyphs that stand for the first of a pair are said to stand for the second."""

    def change(text: str) -> str:
        for right, wrong in pairs:
            text = text.replace(right, wrong)
        return text

    return lambda printed: amended.meaning(printed, change)


_PRIVATE = zip(
    "ิีึื่้๊๋์ัํ็ฐญ", "\uf701\uf702\uf703\uf704\uf70a\uf70b\uf70c\uf70d\uf70e\uf710\uf711\uf712\uf700\uf70f", strict=True
)
_ARABIC = zip("๐๑๒๓๔๕๖๗๘๙", "0123456789", strict=True)

DAMAGES: Mapping[str, Damage] = MappingProxyType(
    {
        "private-glyphs": Damage(of=docx.render_all, change=_says(*_PRIVATE)),
        "am-decomposed": Damage(of=fpdf2.render_all, change=_says(("ำ", "ํา"))),
        "am-split": Damage(of=fpdf2.render_all, change=_says(("ำ", " า"))),
        "am-lost": Damage(of=fpdf2.render_all, change=_says(("ำ", "า"))),
        "am-latin": Damage(of=fpdf2.render_all, change=_says(("ำ", "Ě"))),
        "marks-latin": Damage(of=docx.render_all, change=_says(("่", "É"), ("้", "Ê"), ("์", "Í"), ("ั", "Ñ"))),
        "two-e": Damage(of=chromium.render_all, change=_says(("แ", "เเ"))),
        "arabic-drawn-thai": Damage(of=fpdf2.render_all, change=_says(*_ARABIC)),
        "tones-lost": Damage(of=docx.render_all, change=_says(*((tone, "\u200b") for tone in "่้๊๋"))),
        "no-map": Damage(of=chromium.render_all, change=amended.without_meaning),
    }
)
"""By name. Of `no-map` only the picture is left."""
