"""Who prints letters, and which letter by whom in the committed samples. Every file is named after its letter."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from tests.letters import (
    answers,
    below,
    bundles,
    chromium,
    circular,
    damaged,
    distilled,
    docx,
    forms,
    fpdf2,
    layouts,
    near_misses,
    oddities,
    reportlab,
    text,
    typst,
    word,
    wordings,
)
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

LETTERS: Mapping[str, tuple[Letter, ...]] = MappingProxyType(
    {
        "typst": (
            circular.CIRCULAR,
            *answers.LETTERS,
            below.SUTHEP_APPLIED,
            below.DISTRICT,
            near_misses.NEXT_NUMBER,
            near_misses.OTHER_DATE,
            near_misses.OTHER_SERIES,
            layouts.TWO_STAMPS,
            forms.STAMPED,
            circular.FINANCE,
            oddities.OVER_TWO_PAGES,
            oddities.NOTED,
            replace(below.PROVINCE_CITED, name="plaiphongphang-wrapped-head"),
        ),
        "docx": (
            replace(circular.CIRCULAR, name="circular-by-writer"),
            wordings.PART_OF_A_WHOLE,
            wordings.NOT_YET,
            wordings.LONG_TABLE,
            layouts.BLANK_DAY,
            layouts.TWO_CITATIONS,
            layouts.COLONS,
            forms.MEMO,
            below.PROVINCE_CITED,
            bundles.ANSWER_BEHIND,
            bundles.CIRCULAR_BEHIND,
            near_misses.OTHER_YEAR,
            near_misses.OTHER_ISSUER,
            circular.PASSED_DOWN,
            oddities.CORRECTED,
            oddities.NOT_NUMBERED,
        ),
        "chromium": (
            replace(circular.CIRCULAR, name="circular-by-chromium"),
            wordings.ONE_IN_LAPLAE,
            wordings.NOBODY_WANTS,
            wordings.RECEIVED,
            wordings.ALREADY_APPLIED,
            layouts.MIXED_DIGITS,
            layouts.IN_THE_TEXT_ALONE,
            layouts.UNWILLING,
            forms.URGENT_MEMO,
            near_misses.SHORTER_NUMBER,
            near_misses.OTHER_DIVISION,
            circular.MINISTRY,
            oddities.MORE_TIME,
            oddities.BY_FAX,
            replace(oddities.OVER_TWO_PAGES, name="korat-over-two-pages-by-chromium"),
        ),
        "distilled": (
            circular.REMINDER,
            wordings.REST_TO_FOLLOW,
            layouts.NO_SPACES,
            layouts.SECRET,
            below.DECLINED,
            below.PROVINCIAL_ORGANISATION,
            near_misses.SWAPPED_DIGITS,
            near_misses.NO_CITATION,
        ),
        "text": (
            circular.CIRCULAR,
            replace(answers.NONE_APPLIED, name="trat-as-text"),
            replace(layouts.TWO_CITATIONS, name="sakonnakhon-as-text"),
            replace(layouts.COLONS, name="prachuap-as-text"),
            replace(forms.MEMO, name="phichit-as-text"),
        ),
    }
)


def file_name(producer: str, letter: Letter) -> str:
    return f"{letter.name}{suffix(producer)}"


def suffix(producer: str) -> str:
    return _SUFFIXES.get(producer, ".pdf")


_SUFFIXES = {"text": ".txt", "docx-itself": ".docx", "html-itself": ".html"}
