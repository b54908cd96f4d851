"""Files of pictures become grey pages of a sensible size, whatever made them."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from parsers import errors
from parsers.document import image
from parsers.limits import Limits

FORMATS = Path(__file__).parents[1] / "data" / "formats"
LIMITS = Limits()
A4 = 841.9


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def sheet(mode: str = "L", size: tuple[int, int] = (400, 600), colour: object = None) -> Image.Image:
    return Image.new(mode, size, "white" if colour is None else colour)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["fax.tif", "photo.jpg", "scan.png", "photo.heic"])
def test_a_picture_of_every_kind_is_opened(name: str) -> None:
    shown = image.page((FORMATS / name).read_bytes(), 0, limits=LIMITS)
    assert shown.picture.dtype == np.uint8
    assert shown.picture.ndim == 2


@pytest.mark.parametrize(
    ("orientation", "corner"), [(1, "top left"), (3, "bottom right"), (6, "top right"), (8, "bottom left")]
)
def test_a_photo_stands_as_the_camera_was_held(orientation: int, corner: str) -> None:
    photo = sheet()
    photo.paste(0, (0, 0, 100, 100))
    exif = Image.Exif()
    exif[0x0112] = orientation
    shown = image.page(saved(photo, "JPEG", exif=exif), 0, limits=LIMITS).picture
    corners = {
        "top left": shown[50, 50],
        "top right": shown[50, -50],
        "bottom left": shown[-50, 50],
        "bottom right": shown[-50, -50],
    }
    assert [name for name, grey in corners.items() if grey < 128] == [corner]


@pytest.mark.parametrize(
    ("picture", "grey"),
    [
        (sheet("RGBA", colour=(0, 0, 0, 0)), 255),
        (sheet("LA", colour=(0, 0)), 255),
        (sheet("1", colour=1), 255),
        (sheet("I;16", colour=32768), 127),
        (sheet("RGB", colour=(0, 0, 0)), 0),
        (sheet("RGB", colour=(210, 40, 50)), 210),
    ],
    ids=["transparent", "transparent grey", "black and white", "sixteen bits", "black", "a red stamp"],
)
def test_every_way_of_colouring_becomes_grey_on_white(picture: Image.Image, grey: int) -> None:
    shown = image.page(saved(picture, "PNG"), 0, limits=LIMITS)
    assert int(np.median(shown.picture)) == grey


@pytest.mark.parametrize(
    ("dpi", "height"), [((300, 300), 144.0), ((72, 72), A4), ((1, 1), A4), (None, A4), ((20_000, 20_000), A4)]
)
def test_a_resolution_is_believed_where_it_makes_a_sheet(dpi: tuple[int, int] | None, height: float) -> None:
    options = {"dpi": dpi} if dpi else {}
    shown = image.page(saved(sheet(), "TIFF", **options), 0, limits=LIMITS)
    assert shown.scale * 600 == pytest.approx(height)


def test_a_fax_is_stretched_to_its_height() -> None:
    shown = image.page(saved(sheet(size=(1728, 1100)), "TIFF", dpi=(204, 98)), 0, limits=LIMITS)
    assert shown.picture.shape == (2290, 1728)
    assert shown.scale * 1728 == pytest.approx(1728 / 204 * 72, rel=0.01)


def test_the_pages_of_a_fax_come_one_by_one() -> None:
    greys = [sheet(colour=grey) for grey in (10, 20, 30)]
    raw = saved(greys[0], "TIFF", save_all=True, append_images=greys[1:])
    assert image.count(raw, limits=LIMITS) == 3
    assert [int(image.page(raw, at, limits=LIMITS).picture[0, 0]) for at in range(3)] == [10, 20, 30]


def test_a_large_photo_is_brought_down_to_what_is_needed() -> None:
    shown = image.page(saved(sheet(size=(6000, 8000)), "JPEG"), 0, limits=LIMITS)
    assert max(shown.picture.shape) == image.LONGEST_SIDE


def test_a_picture_with_more_points_than_allowed_is_not_opened() -> None:
    raw = saved(sheet(size=(2000, 2000)), "PNG")
    with pytest.raises(errors.OverLimit, match="2000 by 2000"):
        image.page(raw, 0, limits=Limits(picture_points=3_000_000))


def test_a_bomb_is_over_the_limit_before_it_is_unpacked() -> None:
    with pytest.raises(errors.OverLimit):
        image.page(saved(sheet("1", (20_000, 20_000), 1), "PNG"), 0, limits=LIMITS)


def test_a_picture_cut_short_is_unreadable() -> None:
    raw = saved(Image.effect_noise((400, 600), 60), "PNG")
    with pytest.raises(errors.Unreadable):
        image.page(raw[: len(raw) // 2], 0, limits=LIMITS)
