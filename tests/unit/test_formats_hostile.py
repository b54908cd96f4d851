"""Files made to do harm, and files that harm came to: a recorded defect, never an exception, at a bounded cost."""

import io
import random
import zipfile
from pathlib import Path

import pytest

from parsers import dispatch, errors
from parsers.document import markup
from parsers.document.flow import Flow
from parsers.limits import Limits
from parsers.model import Parsed

FORMATS = Path(__file__).parents[1] / "data" / "formats"
SAMPLES = sorted(
    path.name for path in FORMATS.iterdir() if path.suffix not in (".md", ".json", ".txt", ".html")
)
SMALL = Limits(text_chars=10_000, unpacked_bytes=1 << 20)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MUTATIONS = 40


def archive(**members: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, raw in members.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), raw)
    return content.getvalue()


def docx(body: bytes, declared: bytes = b"") -> bytes:
    return archive(
        word__document_xml=declared + b"<w:document " + WORD.encode() + b">" + body + b"</w:document>"
    )


def odt(styles: bytes) -> bytes:
    content = b"<o:d xmlns:o='o' xmlns:t='t'>" + styles + b"<o:body><t:p>a</t:p></o:body></o:d>"
    return archive(mimetype=b"application/vnd.oasis.opendocument.text", content_xml=content)


def read(raw: bytes, limits: Limits = SMALL) -> Parsed:
    return dispatch.parse(raw, name="hostile", limits=limits)


LAUGHS = b"<!DOCTYPE d [<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;&a;'>]>"
OUTSIDE = b"<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
BOX, ROW, LINE = b"<w:p><w:txbxContent>", b"<w:tbl><w:tr><w:tc>", b"<w:p/>"


@pytest.mark.parametrize(
    ("raw", "defect"),
    [
        (docx(b"&b;", LAUGHS), "unreadable"),
        (docx(b"&a;", OUTSIDE), "unreadable"),
        (docx(BOX * 1000), "over-limit"),
        (docx(ROW * 1000), "over-limit"),
        (docx(b"<w:tr>" + b"<w:tc/>" * 30_000), "text-too-long"),
        (docx(LINE * 30_000), "text-too-long"),
        (docx(b"<w:p><w:r><w:t>" + b"a" * 100_000 + b"</w:t></w:r></w:p>"), "text-too-long"),
        (docx(b"<w:p w:x='" + b"a" * (3 << 19) + b"'/>"), "over-limit"),
        (docx(b"<!--" + b"a" * (3 << 19) + b"-->"), "over-limit"),
        (b"{\\rtf1" + b"{" * 100_000, "over-limit"),
        (b"{\\rtf1" + b"{\\shptxt " * 1000, "over-limit"),
        (b"{\\rtf1" + b"\\par" * 30_000, "text-too-long"),
        (archive(a_txt=b"a" * (2 << 20)), "over-limit"),
        (odt(b"<t:list-level-style-number t:level='1' t:display-levels='999999999'/>"), None),
        (odt(b"<t:list-level-style-number t:level='999999999'/>"), None),
    ],
)
def test_a_bomb_is_a_defect_or_does_nothing(raw: bytes, defect: str | None) -> None:
    found = {defect for document in read(raw).documents for defect in document.defects}
    assert found == ({defect} if defect else set())


def test_a_row_of_more_cells_than_any_table_has_is_a_defect() -> None:
    raw = docx(b"<w:tr>" + b"<w:tc/>" * 30_000)
    assert read(raw, Limits()).documents[0].defects == ("over-limit",)


def test_more_elements_than_may_be_told_end_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "_ELEMENTS", 10)
    raw = docx(b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" + b"<w:b/>" * 20)
    (document,) = read(raw).documents
    assert (document.text, document.defects) == ("a", ("text-too-long",))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_damaged_file_never_raises(name: str) -> None:
    raw = (FORMATS / name).read_bytes()
    chance = random.Random(name)  # noqa: S311 - the same damage every time
    for _ in range(MUTATIONS):
        damaged = _damaged(raw, chance)
        assert read(damaged).documents, damaged


def _damaged(raw: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, taken out or doubled, or the end cut off; in office files mostly those inside."""
    if raw.startswith(b"PK") and chance.random() < 0.7:
        return _damaged_inside(raw, chance)
    damaged = bytearray(raw)
    for _ in range(chance.choice([1, 4, 32])):
        at = chance.randrange(len(damaged) + 1)
        stretch = bytes(damaged[at : at + chance.randrange(1, 100)])
        match chance.randrange(5):
            case 0:
                damaged[at : at + 1] = chance.randbytes(1)
            case 1:
                del damaged[at : at + len(stretch)]
            case 2:
                damaged[at:at] = stretch
            case 3:
                damaged[at : at + 4] = chance.choice([b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xff\xff\xff\x7f"])
            case _ if chance.random() < 0.1:
                del damaged[at:]
    return bytes(damaged)


def _damaged_inside(raw: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        members = {
            name: packed.read(name) for name in packed.namelist() if not packed.getinfo(name).flag_bits & 1
        }
    if not members:
        return raw[: chance.randrange(len(raw))]
    spoilt = chance.choice(sorted(members))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, member in members.items():
            packed.writestr(name, _damaged(member, chance) if name == spoilt else member)
    return content.getvalue()


def test_the_end_of_a_thing_that_never_began_is_passed_over() -> None:
    flow = Flow(most_chars=100)
    flow.end_box()
    flow.end_row()
    flow.end_cell()
    flow.write("a")
    assert flow.text().strip() == "a"


def test_what_is_never_ended_ends_with_the_text() -> None:
    flow = Flow(most_chars=100)
    flow.begin_row()
    flow.write("a")
    flow.begin_box()
    flow.begin_row()
    flow.write("b")
    assert flow.text().split() == ["a", "b"]


def test_rows_are_nested_only_so_far() -> None:
    flow = Flow(most_chars=100)
    with pytest.raises(errors.OverLimit):
        for _ in range(1000):
            flow.begin_row()
