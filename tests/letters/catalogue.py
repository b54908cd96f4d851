"""The committed samples: which letter is printed by whom. Every file is named after its letter."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from tests.letters import (
    answers,
    below,
    bundles,
    circular,
    citing,
    councils,
    forms,
    headings,
    in_part,
    layouts,
    misdated,
    near_misses,
    nothing,
    oddities,
    offices,
    piles,
    reaching,
    reply_forms,
    takers,
    wordings,
)
from tests.letters.compose import Letter


def _again(letter: Letter, damage: str) -> tuple[Letter, ...]:
    """`letter`, which somebody else has printed, as a file of its own."""
    return (replace(letter, name=f"{letter.name}-{damage}"),)


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
            *councils.LETTERS,
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
            *offices.LETTERS,
            *piles.LETTERS,
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
            *headings.LETTERS,
            *reply_forms.LETTERS,
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
            *reaching.LETTERS,
        ),
        "reportlab": nothing.LETTERS,
        "fpdf2": (
            *takers.LETTERS,
            *citing.LETTERS,
        ),
        "docx-itself": tuple(letter for letter in in_part.LETTERS if letter is not in_part.ANOTHER_FORTNIGHT),
        "html-itself": misdated.LETTERS,
        "am-decomposed": _again(answers.THREE_NAMED, "am-decomposed"),
        "am-split": _again(answers.SOME_PENDING, "am-split"),
        "am-lost": _again(answers.TABLE, "am-lost"),
        "marks-latin": _again(layouts.TWO_CITATIONS, "marks-latin"),
        "two-e": _again(below.SUTHEP_APPLIED, "two-e"),
        "arabic-drawn-thai": _again(replace(forms.MEMO, script="arabic"), "arabic-drawn-thai"),
    }
)
