"""Who prints letters, and what their files are called: each after its letter."""

from collections.abc import Mapping
from types import MappingProxyType

from tests.letters import chromium, damaged, distilled, docx, fpdf2, reportlab, text, typst, word
from tests.letters.compose import Letter
from tests.letters.printing import RenderAll, one_by_one

SOUND: Mapping[str, RenderAll] = MappingProxyType(
    {
        "typst": typst.render_all,
        "docx": docx.render_all,
        "chromium": chromium.render_all,
        "distilled": distilled.render_all,
        "reportlab": reportlab.render_all,
        "fpdf2": fpdf2.render_all,
        "text": text.render_all,
        "docx-itself": one_by_one(word.render),
        "html-itself": one_by_one(chromium.render_page),
    }
)
"""By the producer's name: what prints many letters, each to its path."""

DAMAGED: Mapping[str, RenderAll] = MappingProxyType(
    {name: damage.render_all for name, damage in damaged.DAMAGES.items()}
)
"""The same, with a text layer that says other letters than one sees."""

PRODUCERS: Mapping[str, RenderAll] = MappingProxyType({**SOUND, **DAMAGED})


def file_name(producer: str, letter: Letter) -> str:
    return f"{letter.name}{suffix(producer)}"


def suffix(producer: str) -> str:
    return _SUFFIXES.get(producer, ".pdf")


_SUFFIXES = {"text": ".txt", "docx-itself": ".docx", "html-itself": ".html"}
