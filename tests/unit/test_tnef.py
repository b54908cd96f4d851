"""`winmail.dat`: what Outlook wraps, unwrapped; the files here are put together as [MS-OXTNEF] says."""

import struct
from email.message import EmailMessage
from pathlib import Path

import pytest

from parsers import dispatch, errors
from parsers.limits import Limits
from parsers.mail import contents, mapi, tnef

FORMATS = Path(__file__).parents[1] / "data" / "formats"
LETTER = (FORMATS / "letter.docx").read_bytes()
LIMITS = Limits()
CODE_PAGE, SUBJECT, BODY, MESSAGE = 0x00069007, 0x00018004, 0x0002800C, 0x00069003
BEGIN, TITLE, CONTENT, ATTACHMENT = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
THAI = (CODE_PAGE, struct.pack("<II", 874, 0))
IMESSAGE = bytes.fromhex("07030200 00000000 c0000000 00000046".replace(" ", ""))


def wrapped(*attributes: tuple[int, bytes]) -> bytes:
    parts = [b"\x78\x9f\x3e\x22\x01\x00"]
    for number, value in attributes:
        level = 2 if number in (BEGIN, TITLE, CONTENT, ATTACHMENT) else 1
        parts += [
            struct.pack("<BII", level, number, len(value)),
            value,
            struct.pack("<H", sum(value) & 0xFFFF),
        ]
    return b"".join(parts)


def properties(*values: tuple[int, int, bytes]) -> bytes:
    """Properties of one value each: type, number, bytes; those of fixed size come padded to it."""
    parts = [struct.pack("<I", len(values))]
    for kind, number, value in values:
        parts.append(struct.pack("<HH", kind, number))
        if kind in (mapi.STRING, mapi.STRING_8, mapi.BINARY, mapi.OBJECT):
            parts.append(struct.pack("<II", 1, len(value)))
        parts.append(value + bytes(-len(value) % 4))
    return b"".join(parts)


def wide(number: int, text: str) -> tuple[int, int, bytes]:
    return mapi.STRING, number, (text + "\0").encode("utf-16-le")


def items(raw: bytes, limits: Limits = LIMITS) -> list[tuple[str, bytes]]:
    return [(item.name, item.raw) for item in contents.unpack(tnef.read(raw, limits=limits))]


def attached(name: str, content: bytes) -> tuple[tuple[int, bytes], ...]:
    """An attachment as Outlook of today writes it: the name also as a property, in Unicode."""
    named = properties(wide(mapi.LONG_NAME, name))
    return (BEGIN, bytes(14)), (TITLE, b"SHORT~1.DOC\0"), (CONTENT, content), (ATTACHMENT, named)


def test_the_body_and_the_attachments_are_unwrapped() -> None:
    raw = wrapped(THAI, (BODY, "ส่งหนังสือ\0".encode("cp874")), *attached("หนังสือตอบ.docx", LETTER))
    assert items(raw) == [("body.txt", "ส่งหนังสือ".encode()), ("หนังสือตอบ.docx", LETTER)]


def test_the_old_names_are_in_the_code_page_of_the_sender() -> None:
    title = (TITLE, "หนังสือ.txt\0".encode("cp874"))
    assert items(wrapped(THAI, (BEGIN, bytes(14)), title, (CONTENT, b"x"))) == [("หนังสือ.txt", b"x")]


def test_named_and_many_valued_properties_are_passed_over() -> None:
    named_by_text = (
        struct.pack("<HH16sIII", 3, 0x8001, bytes(16), 1, 6, 0)[:-4] + b"a\0b\0\0\0\0\0" + bytes(4)
    )
    named_by_number = struct.pack("<HH16sIII", 3, 0x8002, bytes(16), 0, 7, 0)
    many = struct.pack("<HHI", 0x101F, 0x3A00, 2) + 2 * (struct.pack("<I", 2) + b"a\0\0\0")
    subject = properties(wide(mapi.SUBJECT, "ตอบ"))[4:]
    value = struct.pack("<I", 4) + named_by_text + named_by_number + many + subject
    assert tnef.read(wrapped((MESSAGE, value)), limits=LIMITS).headers.text("subject") == "ตอบ"


def test_a_mail_inside_is_opened() -> None:
    inner = wrapped(THAI, (SUBJECT, b"inner\0"), (BODY, b"inside\0"), *attached("deep.txt", b"deep"))
    value = properties(wide(mapi.LONG_NAME, "mail.msg"), (mapi.OBJECT, mapi.CONTENT, IMESSAGE + inner))
    raw = wrapped(THAI, (BEGIN, bytes(14)), (ATTACHMENT, value))
    found = contents.unpack(tnef.read(raw, limits=LIMITS))
    assert [(item.name, item.role, item.depth) for item in found] == [
        ("mail.msg", "mail", 0),
        ("body.txt", "body", 1),
        ("deep.txt", "attachment", 1),
    ]
    assert found[1].subject == "inner"
    (closed,) = contents.unpack(tnef.read(raw, limits=Limits(depth=0)))
    assert closed.defects == ("nested-too-deep",)


def test_a_mail_is_read_through_its_wrapping() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "clerk@moi.go.th", "saraban@dla.go.th", "ส่งหนังสือ"
    mail.set_content("ตามแนบ")
    raw = wrapped(THAI, *attached("หนังสือตอบ.docx", LETTER))
    mail.add_attachment(raw, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    parsed = dispatch.parse(mail.as_bytes(), name="x.eml")
    assert [document.name for document in parsed.documents] == ["body.txt", "winmail.dat", "หนังสือตอบ.docx"]
    assert parsed.letter is not None
    assert parsed.letter.reference_number is not None
    assert parsed.letter.reference_number.value == "ชม 0023.3/1234"


def test_no_more_attachments_are_taken_than_may_be() -> None:
    raw = wrapped(*attached("a", b"a"), *attached("b", b"b"))
    mail = tnef.read(raw, limits=Limits(parts=1))
    assert (mail.defects, [item.name for item in contents.unpack(mail)]) == (("too-many-parts",), ["a"])


def test_what_is_whole_of_a_damaged_wrapping_is_kept() -> None:
    raw = wrapped(*attached("a.txt", b"aaa"), *attached("b.txt", b"bbb"))
    for end in range(len(raw)):
        found = items(raw[:end]) if end >= 4 else []
        assert all(content in (b"aaa", b"bbb", b"") for _, content in found)
    assert items(raw[: raw.index(b"bbb")])[0] == ("a.txt", b"aaa")
    lying = wrapped((MESSAGE, struct.pack("<I", 0xFFFFFFFF) + properties(wide(mapi.SUBJECT, "ตอบ"))[4:]))
    assert tnef.read(lying, limits=LIMITS).headers.text("subject") == "ตอบ"


def test_anything_else_is_refused() -> None:
    with pytest.raises(errors.Unreadable):
        tnef.read(b"not wrapped", limits=LIMITS)
