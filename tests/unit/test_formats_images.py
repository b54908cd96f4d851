"""Files of pictures: their pages are counted, and nothing is read where there is no ink."""

from pathlib import Path

import pytest

from parsers import dispatch
from parsers.limits import Limits

FORMATS = Path(__file__).parents[1] / "data" / "formats"


@pytest.mark.parametrize(
    ("name", "media_type", "pages"),
    [
        ("fax.tif", "image/tiff", 3),
        ("photo.jpg", "image/jpeg", 1),
        ("scan.png", "image/png", 1),
        ("photo.heic", "image/heic", 1),
    ],
)
def test_an_empty_picture_has_its_pages_and_no_text(name: str, media_type: str, pages: int) -> None:
    parsed = dispatch.parse((FORMATS / name).read_bytes(), name="picture")
    (document,) = parsed.documents
    assert (document.media_type, document.pages, document.text) == (media_type, pages, "")
    assert document.defects == ()
    assert (parsed.letter, parsed.error) == (None, None)


def test_no_more_pages_of_a_fax_are_counted_than_may_be_read() -> None:
    raw = (FORMATS / "fax.tif").read_bytes()
    (document,) = dispatch.parse(raw, name="fax", limits=Limits(pages=2)).documents
    assert document.pages == 2


@pytest.mark.parametrize(
    "raw", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00\xff\xff\xff\xff", b"GIF89a"]
)
def test_half_a_picture_is_unreadable(raw: bytes) -> None:
    assert dispatch.parse(raw, name="picture").documents[0].defects == ("unreadable",)
