"""Letters that came as pictures, from a scanner, a fax or a phone, are read and filed like printed ones."""

from pathlib import Path

import numpy as np
import pytest

from parsers import dispatch
from parsers.document.ocr.picture import Picture
from parsers.limits import Limits
from parsers.model import Parsed
from tests import pictures
from tests.e2e.conftest import Intake, environment, intake  # noqa: F401 - fixtures
from tests.letters import answers

LETTER = answers.THREE_NAMED
REFERENCE, DATED, PROVINCE = "ชม 0023.3/1234", "2019-02-20", "เชียงใหม่"
CITED = ("มท 0810.7/ว 200", "2019-02-15")
CIRCULAR = Path(__file__).parents[1] / "data" / "letters" / "circular.pdf"
LIMITS = Limits(seconds=600)
"""Time enough for a busy machine: what is asked here is what is read."""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Picture:
    return pictures.printed(LETTER, tmp_path_factory.mktemp("printed"))[0]


def parse(raw: bytes, limits: Limits = LIMITS) -> Parsed:
    return dispatch.parse(raw, name="scan", limits=limits)


def facts(parsed: Parsed) -> tuple[object, ...]:
    """What decides where a letter is filed; all of it must be certain."""
    letter = parsed.letter
    assert letter and letter.reference_number and letter.dated and letter.province
    (cite,) = letter.cites
    fields = (letter.reference_number, letter.dated, letter.province)
    assert min(one.confidence for one in (*fields, cite)) >= 0.8
    return (*(field.value for field in fields), (cite.reference_number, cite.dated))


def test_a_scanned_letter_is_read_like_a_printed_one(page: Picture) -> None:
    parsed = parse(pictures.as_pdf([page]))
    assert facts(parsed) == (REFERENCE, DATED, PROVINCE, CITED)
    (document,) = parsed.documents
    assert (document.pages, document.text_source, document.defects) == (1, "ocr", ())
    assert document.text_quality >= 0.9
    assert parsed.confirmation and (parsed.confirmation.outcome, parsed.confirmation.count) == (
        "confirmed",
        3,
    )


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_that_was_laid_in_wrongly_is_read_and_shown_as_it_lies(page: Picture, quarters: int) -> None:
    upright, turned = parse(pictures.as_tiff([page])), parse(pictures.as_tiff([np.rot90(page, -quarters)]))
    assert facts(turned) == facts(upright)
    assert upright.letter and upright.letter.dated and upright.letter.dated.box
    assert turned.letter and turned.letter.dated and turned.letter.dated.box
    height, width = (72 / pictures.DPI * side for side in page.shape)
    left, top, right, bottom = upright.letter.dated.box
    shown = {
        1: (height - bottom, left, height - top, right),
        2: (width - right, height - bottom, width - left, height - top),
        3: (top, width - right, bottom, width - left),
    }[quarters]
    assert turned.letter.dated.box == pytest.approx(shown, abs=3)


def test_a_photo_of_a_letter_is_read(page: Picture) -> None:
    assert facts(parse(pictures.as_jpeg(pictures.photographed(page)))) == (REFERENCE, DATED, PROVINCE, CITED)


def test_a_slanted_scan_is_read(page: Picture) -> None:
    assert facts(parse(pictures.as_pdf([pictures.slanted(page, 1.4)]))) == (REFERENCE, DATED, PROVINCE, CITED)


def test_every_page_of_a_fax_is_read_as_far_as_the_limit(page: Picture) -> None:
    raw = pictures.as_tiff([page, np.full_like(page, 255), page])
    (document,) = parse(raw).documents
    assert (document.pages, document.defects) == (3, ())
    assert document.text.count("กุมภาพันธ์ ๒๕๖๒") >= 2
    (document,) = parse(raw, Limits(seconds=600, ocr_pages=1)).documents
    assert (document.pages, document.defects) == (3, ("no-text-layer", "ocr-limit"))
    assert facts(parse(raw, Limits(seconds=600, ocr_pages=1)))[0] == REFERENCE


def test_a_digit_that_cannot_be_made_out_is_doubted(page: Picture) -> None:
    """Ink runs over the last digits of the number."""
    sure = parse(pictures.as_pdf([page]))
    assert sure.letter and sure.letter.reference_number and sure.letter.reference_number.box
    _, top, right, bottom = (round(pictures.DPI / 72 * edge) for edge in sure.letter.reference_number.box)
    smudged = page.copy()
    smudged[top:bottom, right - 60 : right - 25] = 40
    number = (found := parse(pictures.as_pdf([smudged])).letter) and found.reference_number
    assert number is None or number.value is None or number.confidence < 0.9
    assert number is None or number.value != REFERENCE or number.confidence < 0.9


def test_a_scanned_letter_is_filed(intake: Intake, tmp_path: Path, page: Picture) -> None:  # noqa: F811
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(pictures.as_pdf([page]))
    intake("campaign", "open", CIRCULAR)
    [taken] = intake("ingest", scan).facts
    assert (taken["status"], taken["province"], taken["campaign"]) == ("filed", PROVINCE, CITED[0])
    [hit] = intake("search", "๑๒๓๔").facts
    assert hit["reference_number"] == REFERENCE
