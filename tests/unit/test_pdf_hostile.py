"""PDFs made to hang, to fill memory or to lead in circles, and broken ones: each costs its own reading, no more."""

import random
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from parsers.limits import Limits
from parsers.worker import Reader

DATA = Path(__file__).parents[1] / "data" / "pdf"
SAMPLE = (DATA / "libreoffice-sarabun.pdf").read_bytes()
LIMITS = Limits(seconds=10, memory_bytes=512 << 20, text_chars=200_000, pages=50, ocr_pages=0)
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
A4 = b"[0 0 595 842]"
READ, ENDED = "read", "unreadable"
"""Nothing wrong with it; or the child that read it broke down, mostly for want of memory."""
WORDS = b"BT /F 12 Tf 50 700 Td (words) Tj ET\n"


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(slots=1, limits=LIMITS) as reader:
        yield reader


def _file(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalog, whose pages are object 2."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table)
    out += b"trailer\n<< /Size %d /Root 1 0 R %b >>\n" % (len(objects) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), entries, content)


def _deflated(content: bytes, times: int = 1, entries: bytes = b"") -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    return _stream(content, b"/Filter [%b] %b" % (b"/FlateDecode " * times, entries))


def _page(content: bytes, *more: bytes, box: bytes = A4, font: bytes = FONT, resources: bytes = b"") -> bytes:
    """One page; `more` are the objects from number 6 on."""
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox %b /Contents 4 0 R /Resources << /Font << /F 5 0 R >> %b >> >>"
    ) % (box, resources)
    return _file(b"<< /Type /Catalog /Pages 2 0 R >>", PAGES, page, content, font, *more)


def _tree(*nodes: bytes) -> bytes:
    return _file(b"<< /Type /Catalog /Pages 2 0 R >>", *nodes)


def _deep_tree(depth: int) -> bytes:
    nodes = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (at + 3) for at in range(depth)]
    return _tree(*nodes, b"<< /Type /Page /MediaBox %b >>" % A4)


def _forms(depth: int, calls: int) -> bytes:
    """Forms that each draw the next one `calls` times; the last one draws itself."""
    first = 6
    forms = [
        _stream(
            b"/X Do " * calls,
            b"/Type /XObject /Subtype /Form /BBox %b /Resources << /XObject << /X %d 0 R >> >>"
            % (A4, first + min(at + 1, depth - 1)),
        )
        for at in range(depth)
    ]
    return _page(_stream(b"/X Do"), *forms, resources=b"/XObject << /X 6 0 R >>")


def _to_unicode(mapping: bytes) -> bytes:
    cmap = b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange %b endcmap" % mapping
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return _page(_stream(WORDS), _deflated(cmap), font=font)


def _object_streams() -> bytes:
    """Two object streams, each said to be inside the other."""
    inside = _stream(b"7 0 << /A 1 >>", b"/Type /ObjStm /N 1 /First 4 /Extends 7 0 R")
    other = _stream(b"6 0 << /A 1 >>", b"/Type /ObjStm /N 1 /First 4 /Extends 6 0 R")
    entries = bytes([2, 0, 7, 0, 2, 0, 6, 0])
    body = _page(_stream(WORDS), inside, other)
    start = len(body)
    table = _stream(
        entries, b"/Type /XRef /W [1 2 1] /Index [6 2] /Size 8 /Root 1 0 R /Prev %d" % body.rindex(b"xref\n0")
    )
    return body + b"8 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, start)


def _table_of_itself() -> bytes:
    whole = _page(_stream(WORDS))
    start = whole.rindex(b"xref\n0")
    return whole.replace(b"/Root 1 0 R ", b"/Root 1 0 R /Prev %d " % start)


def _crowd() -> bytes:
    """More letters than may be read, each in its own place."""
    return b"BT /F 1 Tf %b ET" % b"".join(
        b"1 0 0 1 %d %d Tm (abc) Tj " % (x, y) for y in range(0, 842, 2) for x in range(0, 595, 3)
    )


HOSTILE = {
    "kids that are their own parent": (
        _tree(b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
        "unreadable-page",
    ),
    "kids in a circle": (
        _tree(
            b"<< /Type /Pages /Kids [3 0 R] /Count 9 >>", b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9 >>"
        ),
        "unreadable-page",
    ),
    "a page tree 20,000 deep": (_deep_tree(20_000), "unreadable-page"),
    "ten thousand pages": (
        _tree(
            b"<< /Type /Pages /Kids [%b] /Count 10000 >>" % (b"3 0 R " * 10_000),
            b"<< /Type /Page /Parent 2 0 R /MediaBox %b >>" % A4,
        ),
        "page-limit",
    ),
    "a billion pages that are not there": (
        _tree(b"<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>", b"<< /Type /Page /MediaBox %b >>" % A4),
        "no-text-layer",
    ),
    "a stream of one gigabyte": (_page(_deflated(bytes(1 << 30), times=2)), ENDED),
    "forms that draw themselves": (_forms(depth=1, calls=2), ENDED),
    "forms a thousand deep": (_forms(depth=1_000, calls=1), "no-text-layer"),
    "forms ten to the tenth": (_forms(depth=10, calls=10), ENDED),
    "endless operators": (_page(_deflated(b"q 1 0 0 1 0 0 cm " * 2_000_000)), ENDED),
    "endless text on one spot": (_page(_deflated(WORDS * 300_000)), READ),
    "endless text in one string": (
        _page(_deflated(b"BT /F 1 Tf (%b) Tj ET" % (b"words " * 500_000))),
        READ,
    ),
    "a crowd of letters": (_page(_deflated(_crowd())), "over-limit"),
    "a huge sheet": (_page(_stream(WORDS), box=b"[-1e38 -1e38 1e38 1e38]"), READ),
    "a sheet without a size": (_page(_stream(WORDS), box=b"[0 0 0 0]"), READ),
    "a sheet that is no number": (_page(_stream(WORDS), box=b"[nan inf -inf 1e999]"), READ),
    "letters that are nowhere": (
        _page(_stream(b"BT /F 1e38 Tf 1e38 0 0 1e38 1e38 1e38 Tm (words) Tj 1e38 Tc (more) Tj ET")),
        "no-text-layer",
    ),
    "16,384 names that are none": (
        _to_unicode(
            b"".join(
                b"1 beginbfrange <%04X> <%04X> <D800> endbfrange " % (code, code) for code in range(16_384)
            )
        ),
        "damaged-text",
    ),
    "a name as long as a book": (
        _to_unicode(b"1 beginbfrange <0000> <FFFF> <%b> endbfrange" % (b"0E01" * 4_000)),
        "ocr-limit",
    ),
    "a table that points to itself": (_table_of_itself(), READ),
    "object streams within each other": (_object_streams(), READ),
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize(("raw", "outcome"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_pdf_ends_as_it_must_and_the_next_letter_is_read(
    reader: Reader, raw: bytes, outcome: str
) -> None:
    assert outcome in _outcomes(reader, raw)
    assert _outcomes(reader, SAMPLE) == {READ}


def test_a_letter_cut_anywhere_is_refused_or_read(reader: Reader) -> None:
    for end in range(0, len(SAMPLE), 1024):
        assert _outcomes(reader, SAMPLE[:end]) & {"empty", "unreadable", "unreadable-page", READ}


def test_a_letter_with_broken_bytes_ends_no_child(reader: Reader) -> None:
    chance = random.Random(2562)  # noqa: S311 - no secret, but the same bytes every time
    for _ in range(300):
        broken = bytearray(SAMPLE)
        for _ in range(chance.choice([1, 10, 100])):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        assert "broke down" not in (reader.read(bytes(broken), name="hostile.pdf").error or "")


def _outcomes(reader: Reader, raw: bytes) -> set[str]:
    """The defects of what was read, `READ` if there are none."""
    (document,) = reader.read(raw, name="hostile.pdf").documents
    return {*document.defects} or {READ}
