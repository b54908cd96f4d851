"""Archives: their members as documents, by their right names, within one budget however they are nested."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from parsers import dispatch
from parsers.limits import Limits
from parsers.model import Parsed

FORMATS = Path(__file__).parents[1] / "data" / "formats"
LETTER = (FORMATS / "letter.docx").read_bytes()


def packed(*members: tuple[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members:
            archive.writestr(name, raw)
    return content.getvalue()


def without_flag(raw: bytes, name: bytes) -> bytes:
    """An archive of one member as a program packs it that knows no UTF-8: the name as bytes, no flag."""
    stand_in = b"x" * len(name)
    return packed((stand_in.decode(), raw)).replace(stand_in, name)


def parse(raw: bytes, *, limits: Limits = Limits()) -> Parsed:  # noqa: B008 - frozen
    return dispatch.parse(raw, name="archive", limits=limits)


def told(parsed: Parsed) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.name, one.text.strip(), one.defects) for one in parsed.documents]


def test_the_members_of_an_archive_are_documents() -> None:
    parsed = parse(packed(("งาน/หนังสือตอบ.docx", LETTER), ("งาน/", b""), ("note.txt", b"hello")))
    assert [document.name for document in parsed.documents] == ["archive", "หนังสือตอบ.docx", "note.txt"]
    assert [document.media_type for document in parsed.documents][::2] == ["application/zip", "text/plain"]
    assert parsed.letter is not None
    assert parsed.letter.reference_number is not None
    assert (parsed.letter.reference_number.value, parsed.letter.reference_number.document) == (
        "ชม 0023.3/1234",
        1,
    )


@pytest.mark.parametrize("charset", ["cp874", "utf-8"])
def test_a_thai_name_without_the_flag_is_read(charset: str) -> None:
    raw = without_flag(b"x", "ตอบ ว๒๐๐.txt".encode(charset))
    assert told(parse(raw))[1:] == [("ตอบ ว๒๐๐.txt", "x", ())]


def test_what_the_machine_of_the_sender_put_there_is_left_out() -> None:
    raw = packed(("__MACOSX/._a.txt", b"x"), ("งาน/.DS_Store", b"x"), ("Thumbs.db", b"x"), ("a.txt", b"a"))
    assert told(parse(raw))[1:] == [("a.txt", "a", ())]


def test_an_archive_and_a_mail_inside_an_archive_are_opened() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "clerk@moi.go.th", "saraban@dla.go.th", "ส่งหนังสือ"
    mail.set_content("เรียน ผู้เกี่ยวข้อง")
    mail.add_attachment("แนบ", filename="แนบ.txt")
    parsed = parse(packed(("inner.zip", packed(("b.txt", b"b"))), ("mail", mail.as_bytes()), ("c.txt", b"c")))
    assert told(parsed)[1:] == [
        ("inner.zip", "", ()),
        ("b.txt", "b", ()),
        ("mail", "", ()),
        ("body.txt", "เรียน ผู้เกี่ยวข้อง", ()),
        ("แนบ.txt", "แนบ", ()),
        ("c.txt", "c", ()),
    ]


def test_a_letter_in_an_archive_belongs_to_the_mail_around_it() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "clerk@moi.go.th", "saraban@dla.go.th", "ส่งหนังสือ"
    mail.set_content("ตามแนบ")
    mail.add_attachment(packed(("a.docx", LETTER)), maintype="application", subtype="zip", filename="งาน.zip")
    parsed = dispatch.parse(mail.as_bytes(), name="x.eml")
    assert [document.name for document in parsed.documents] == ["body.txt", "งาน.zip", "a.docx"]
    assert parsed.letter is not None
    assert parsed.letter.reference_number is not None
    assert parsed.letter.reference_number.document == 2


def test_a_member_behind_a_password_is_named_and_the_others_are_read() -> None:
    locked = (FORMATS / "locked.zip").read_bytes()
    parsed = parse(packed(("locked.zip", locked), ("a.txt", b"a")))
    assert told(parsed)[1:] == [("locked.zip", "", ()), ("scan.png", "", ("encrypted",)), ("a.txt", "a", ())]
    alone = parse(locked)
    assert alone.error == (
        "scan.png was not read: it is protected by a password; ask the sender for a copy without a password."
    )


def test_a_damaged_member_is_named_and_the_others_are_read() -> None:
    raw = packed(("a.txt", b"a" * 1000), ("b.txt", b"b"))
    spoilt = raw.replace(raw[40:44], b"\xff\xff\xff\xff", 1)
    assert told(parse(spoilt))[1:] == [("a.txt", "", ("unreadable",)), ("b.txt", "b", ())]


def test_an_archive_unpacks_to_no_more_than_it_may() -> None:
    bomb = packed(*((f"{number}.txt", b"0" * 600) for number in range(3)))
    parsed = parse(bomb, limits=Limits(unpacked_bytes=1000))
    assert [document.defects for document in parsed.documents] == [(), (), ("over-limit",), ("over-limit",)]


def test_archives_inside_each_other_share_the_budget() -> None:
    inner = packed(("a.txt", b"0" * 600))
    parsed = parse(packed(("1.zip", inner), ("2.zip", inner)), limits=Limits(unpacked_bytes=1000))
    assert [document.name for document in parsed.documents] == ["archive", "1.zip", "a.txt", "2.zip", "a.txt"]
    assert [document.defects for document in parsed.documents] == [(), (), (), (), ("over-limit",)]


def test_no_more_members_are_opened_than_may_be() -> None:
    few, many = (
        packed(*((f"{n}", b"x") for n in range(4))),
        packed(*((f"{n}" * 90, b"x") for n in range(100))),
    )
    inside = parse(packed(("few.zip", few)), limits=Limits(parts=3))
    assert told(inside)[1][2] == ("too-many-parts",)
    assert len(inside.documents) == 4
    assert parse(many, limits=Limits(parts=3)).documents[0].defects == ("over-limit",)


def test_archives_are_opened_down_to_a_depth() -> None:
    raw = b"deep"
    for _ in range(10):
        raw = packed(("a.zip", raw))
    parsed = parse(raw, limits=Limits(depth=3))
    assert [document.defects for document in parsed.documents] == [(), (), (), ("nested-too-deep",)]


def test_an_archive_that_is_cut_short_is_unreadable() -> None:
    raw = packed(("a.txt", b"a" * 100))
    parsed = parse(raw[:-30])
    assert told(parsed) == [("archive", "", ("unreadable",))]
    assert parsed.error is not None
