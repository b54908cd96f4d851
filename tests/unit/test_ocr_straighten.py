"""Pictures are laid level, and their lines found with all their marks."""

import numpy as np
import pytest

from parsers.document.ocr import bands, detect, picture, straighten
from parsers.document.ocr.bands import Band
from parsers.document.ocr.picture import Picture
from tests import pictures
from tests.letters import layouts


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Picture:
    return pictures.printed(layouts.TWO_STAMPS, tmp_path_factory.mktemp("printed"))[0]


def lines(page: Picture) -> list[Band]:
    level = straighten.level(page, detect.quads)
    return bands.bands(level.picture, level.quads)


def test_a_straight_page_stays_as_it_is(page: Picture) -> None:
    assert straighten.page_of_photo(page) is None
    assert picture.evened(page) is page
    assert straighten.level(page, detect.quads).picture is page


@pytest.mark.parametrize("degrees", [-6.0, -1.2, 0.7, 2.5])
def test_a_slant_is_seen_and_undone(page: Picture, degrees: float) -> None:
    slanted = pictures.slanted(page, degrees)
    assert straighten.slant(detect.quads(slanted)) == pytest.approx(degrees, abs=0.15)
    level = straighten.level(slanted, detect.quads)
    assert abs(straighten.slant(level.quads)) < 0.1
    assert abs(straighten.slant(detect.quads(level.picture))) < 0.15
    assert np.allclose(picture.moved(level.quads, level.back), detect.quads(slanted), atol=1.0)


@pytest.mark.parametrize("quarters", [1, 3])
def test_a_page_on_its_side_is_turned(page: Picture, quarters: int) -> None:
    lying = picture.turned(page, quarters)
    level = straighten.level(lying, detect.quads)
    assert level.picture.shape == page.shape
    assert np.array_equal(level.picture, page) or np.array_equal(level.picture, picture.turned(page, 2))
    corner = np.array([[0, 0]], dtype=np.float32)
    assert picture.moved(corner, level.back).tolist() == [[0, len(lying)]]


def test_a_page_on_its_head_has_its_boxes_there(page: Picture) -> None:
    level = straighten.level(page, detect.quads)
    turned = straighten.overturned(straighten.overturned(level))
    assert np.array_equal(turned.picture, page)
    assert np.allclose(turned.quads, level.quads)
    middles = [one.quads[:, :, 1].mean() for one in (level, straighten.overturned(level))]
    assert sum(middles) == pytest.approx(page.shape[0], abs=1)
    assert middles[1] > page.shape[0] / 2
    over = straighten.overturned(level)
    assert np.allclose(np.sort(picture.moved(over.quads, over.back), axis=1), np.sort(level.quads, axis=1))


def test_a_scan_that_darkens_to_one_side_is_no_photo(page: Picture) -> None:
    shade = np.linspace(255, 90, page.shape[0], dtype=np.float32)[:, None]
    darkened = np.minimum(page, shade * (page.astype(np.float32) / 255)).astype(np.uint8)
    assert straighten.page_of_photo(darkened) is None


def test_the_sheet_in_a_photo_is_cut_out_and_its_shade_taken_away(page: Picture) -> None:
    sheet = straighten.page_of_photo(pictures.photographed(page))
    assert sheet is not None
    height, width = sheet.picture.shape
    assert height / width == pytest.approx(page.shape[0] / page.shape[1], rel=0.08)
    evened = picture.evened(sheet.picture)
    margins = [evened[300:-300, 20:90], evened[300:-300, -90:-20]]
    assert [round(float(np.median(margin)), -1) for margin in margins] == [250, 250]
    assert len(lines(evened)) == len(lines(page))


def test_every_line_of_the_page_is_found_once(page: Picture) -> None:
    # four lines in each of the stamps, 22 of the letter, and the word at the end of a line that is drawn out
    assert len(lines(page)) == 31


def test_the_two_columns_of_the_letterhead_stay_apart(page: Picture) -> None:
    number, address = (band for band in lines(page) if 245 < (band.top + band.bottom) / 2 < 295)
    assert number.right < 600 < 900 < address.left


def test_no_mark_of_a_line_is_cut_off(page: Picture) -> None:
    """Between the lines of a letter there is white, but for marks that reach into each other."""
    ink = [float(np.mean(page[[one.top, one.bottom - 1], one.left : one.right] < 128)) for one in lines(page)]
    assert max(ink) < 0.03
    assert sorted(ink)[len(ink) // 2] == 0.0


def test_a_lone_figure_at_the_end_of_a_line_belongs_to_it(page: Picture) -> None:
    """The detector overlooks such figures; here the first one of the date is put behind it once more."""
    boxes = detect.quads(page)
    before = next(band for band in bands.bands(page, boxes) if 340 < (band.top + band.bottom) / 2 < 390)
    drawn, at = page.copy(), before.right + 90
    drawn[before.top : before.bottom, at : at + 50] = page[
        before.top : before.bottom, before.left : before.left + 50
    ]
    after = next(band for band in bands.bands(drawn, boxes) if 340 < (band.top + band.bottom) / 2 < 390)
    assert after.right > at + 40
    assert (after.left, after.top, after.bottom) == (before.left, before.top, before.bottom)
