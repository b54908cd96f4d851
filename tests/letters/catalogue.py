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


def _but(letters: tuple[Letter, ...], *names: str) -> tuple[Letter, ...]:
    """Those that are read right already; `docs/accuracy.md` tells of the others."""
    return tuple(letter for letter in letters if letter.name not in names)


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
            *_but(councils.LETTERS, "chumphon-organisation-asks-for-money"),
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
            *_but(offices.LETTERS, "phitsanulok-memo", "nakhonpathom-stamped"),
            *_but(piles.LETTERS, "maehongson-district-first"),
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
            *_but(headings.LETTERS, "buengkan-bracketed-numbers"),
            *_but(reply_forms.LETTERS, "bankoh-form"),
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
        "reportlab": _but(
            nothing.LETTERS,
            *("chachoengsao-nought", "nakhonnayok-says-none", "ubon-having-asked-them", "buengkan-no-damage"),
        ),
        "fpdf2": (
            *_but(
                takers.LETTERS,
                *(
                    "nonthaburi-in-one-breath",
                    "udon-over-two-tables",
                    "mahasarakham-all-of-them",
                    "roiet-dashes",
                ),
            ),
            *citing.LETTERS,
        ),
        "docx-itself": _but(
            in_part.LETTERS,
            *("chonburi-the-first-two", "nakhonsi-still-gathering", "maehongson-another-fortnight"),
        ),
        "html-itself": misdated.LETTERS,
        "am-decomposed": _again(answers.THREE_NAMED, "am-decomposed"),
        "am-split": _again(answers.SOME_PENDING, "am-split"),
        "am-lost": _again(answers.TABLE, "am-lost"),
        "marks-latin": _again(layouts.TWO_CITATIONS, "marks-latin"),
        "two-e": _again(below.SUTHEP_APPLIED, "two-e"),
        "arabic-drawn-thai": _again(replace(forms.MEMO, script="arabic"), "arabic-drawn-thai"),
    }
)
