"""What was read on a straightened page is shown where it stands on the page as it came."""

from parsers import placing
from parsers.model import (
    Citation,
    Code,
    Confirmation,
    Document,
    Evidence,
    Field,
    Letter,
    Page,
    Parsed,
)

BOX = (100.0, 50.0, 200.0, 70.0)
UPSIDE_DOWN = (-1.0, 0.0, 595.0, 0.0, -1.0, 842.0, 0.0, 0.0, 1.0)
SIDEWAYS = (0.0, 1.0, 0.0, -1.0, 0.0, 842.0, 0.0, 0.0, 1.0)


def page(number: int, to_shown: tuple[float, ...] | None = None) -> Page:
    return Page(number=number, width=595, height=842, lines=(), source="ocr", quality=1.0, to_shown=to_shown)


def parsed(*, on: int, document: int = 0) -> Parsed:
    letter = Letter(
        kind="external",
        dated=Field(value=None, raw="x", confidence=1.0, document=document, page=on, box=BOX),
        cites=(
            Citation(
                reference_number=None,
                dated=None,
                agency=None,
                raw="x",
                confidence=1.0,
                document=document,
                page=on,
                box=BOX,
            ),
        ),
    )
    codes = (Code(kind="QRCode", text="x", page=on, box=BOX),)
    documents = [
        Document(
            name="x",
            media_type="x",
            sha256="x",
            pages=1,
            text_source="ocr",
            text_quality=1.0,
            text="",
            codes=codes if at == document else (),
        )
        for at in range(2)
    ]
    evidence = (Evidence(document=document, page=on, text="x", box=BOX),)
    return Parsed(
        source="x",
        sha256="x",
        media_type="x",
        documents=tuple(documents),
        letter=letter,
        letters=(letter,),
        confirmation=Confirmation(outcome="nil", evidence=evidence),
    )


def boxes(found: Parsed) -> set[object]:
    """Every box of what was read."""
    assert found.letter and found.letter.dated and found.confirmation
    (letter,) = found.letters
    assert letter == found.letter
    codes = [code.box for document in found.documents for code in document.codes]
    return {found.letter.dated.box, found.letter.cites[0].box, found.confirmation.evidence[0].box, *codes}


def test_what_stands_on_its_head_is_shown_there() -> None:
    found = placing.as_shown(parsed(on=2), [[page(1), page(2, UPSIDE_DOWN)], [page(1)]])
    assert boxes(found) == {(395.0, 772.0, 495.0, 792.0)}


def test_what_lies_on_its_side_is_shown_there() -> None:
    found = placing.as_shown(parsed(on=1, document=1), [[page(1)], [page(1, SIDEWAYS)]])
    assert boxes(found) == {(50.0, 642.0, 70.0, 742.0)}


def test_places_on_pages_that_were_straight_stay() -> None:
    found = parsed(on=1)
    assert placing.as_shown(found, [[page(1), page(2, UPSIDE_DOWN)], [page(1, SIDEWAYS)]]) == found
