"""Mail as mailers, gateways and collections of torture have it: each is read as a mail program shows it."""

import base64
import binascii
import zlib

import pytest

from parsers import dispatch
from parsers.limits import Limits
from parsers.mail import flowed, message, mime, written_in

TEXT = "เรียน ผู้ว่าราชการจังหวัด"
UTF8 = TEXT.encode()
HEAD = b"From: a@moi.go.th\r\nTo: saraban@dla.go.th\r\nSubject: x\r\n"
PLAIN = b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + UTF8
HTML = b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>" + UTF8 + b"</p>"
NAMED = b"Content-Type: text/plain; charset=utf-8; name=a.txt\r\n\r\n" + UTF8
BODY, ATTACHED = ("body.txt", TEXT), ("a.txt", TEXT)


def multipart(
    *parts: bytes, kind: bytes = b"mixed", mark: bytes = b"B", parameter: bytes = b"boundary=B"
) -> bytes:
    inside = b"".join(b"--%b\r\n%b\r\n" % (mark, part) for part in parts)
    return b"Content-Type: multipart/%b; %b\r\n\r\n%b--%b--\r\n" % (kind, parameter, inside, mark)


def text_with(*fields: bytes, body: bytes, charset: bytes = b"utf-8") -> bytes:
    lines = (b"Content-Type: text/plain; charset=" + charset, *fields, b"", body)
    return HEAD + b"\r\n".join(lines)


def encoded(encoding: bytes, body: bytes) -> bytes:
    return text_with(b"Content-Transfer-Encoding: " + encoding, body=body)


def uuencoded(content: bytes) -> bytes:
    lines = (binascii.b2a_uu(content[at : at + 45]) for at in range(0, len(content), 45))
    return b"begin 644 a.txt\n" + b"".join(lines) + b"`\nend\n"


def yencoded(content: bytes) -> bytes:
    codes = ((byte + 42) % 256 for byte in content)
    line = b"".join(
        b"=" + bytes([(code + 64) % 256]) if code in b"\0\n\r=" else bytes([code]) for code in codes
    )
    head = b"=ybegin line=128 size=%d name=a.txt\n" % len(content)
    return head + line + b"\n=yend size=%d crc32=%08x\n" % (len(content), zlib.crc32(content))


B64 = base64.b64encode(UTF8)
QUOTED = "".join(f"={byte:02x}" for byte in UTF8).encode()

ODDITIES: dict[str, tuple[bytes, list[tuple[str, str]]]] = {
    "line ends of a Mac": ((HEAD + multipart(PLAIN, NAMED)).replace(b"\r\n", b"\r"), [BODY, ATTACHED]),
    "line ends of Unix": ((HEAD + multipart(PLAIN, NAMED)).replace(b"\r\n", b"\n"), [BODY, ATTACHED]),
    "doubled CR": ((HEAD + multipart(PLAIN, NAMED)).replace(b"\r\n", b"\r\r\n"), [BODY, ATTACHED]),
    "a mark of UTF-8 first": (b"\xef\xbb\xbf" + HEAD + PLAIN, [BODY]),
    "two From lines of mailboxes": (b"From a@b Wed Feb 20 10:00:00 2019\n>From b@c\n" + HEAD + PLAIN, [BODY]),
    "white space before the colons": (HEAD.replace(b":", b" :", 3) + PLAIN, [BODY]),
    "no body": (HEAD, [("body.txt", "")]),
    "no line end at all": (HEAD.rstrip(), [("body.txt", "")]),
    "NUL in the text": (text_with(body=b"\0" + UTF8 + b"\0"), [BODY]),
    "a line of spaces for the empty one": (HEAD + PLAIN.replace(b"\r\n\r\n", b"\r\n \r\n"), [BODY]),
    "a stray line in the header": (b"From: a@b.c\r\nwhat is this\r\n" + HEAD + PLAIN, [BODY]),
    "a parameter that is not indented": (
        HEAD + multipart(PLAIN, NAMED, parameter=b"\r\nboundary=B"),
        [BODY, ATTACHED],
    ),
    "no boundary": (HEAD + multipart(PLAIN, NAMED, parameter=b"x=y"), [BODY, ATTACHED]),
    "another boundary": (HEAD + multipart(PLAIN, NAMED, parameter=b"boundary=C"), [BODY, ATTACHED]),
    "a boundary in other case": (HEAD + multipart(PLAIN, NAMED, parameter=b"boundary=b"), [BODY, ATTACHED]),
    "a boundary with a comment": (HEAD + multipart(PLAIN, parameter=b"boundary=B (comment)"), [BODY]),
    "a boundary with odd letters": (
        HEAD + multipart(PLAIN, NAMED, mark=b"=_(a)?:/,'+.", parameter=b'boundary="=_(a)?:/,\'+."'),
        [BODY, ATTACHED],
    ),
    "a boundary inside another": (
        HEAD
        + multipart(multipart(PLAIN, HTML, kind=b"alternative", mark=b"BB", parameter=b"boundary=BB"), NAMED),
        [BODY, ATTACHED],
    ),
    "an inner multipart without its end": (
        HEAD
        + multipart(multipart(PLAIN, mark=b"I", parameter=b"boundary=I").removesuffix(b"--I--\r\n"), NAMED),
        [BODY, ATTACHED],
    ),
    "no last boundary": (HEAD + multipart(PLAIN, NAMED).removesuffix(b"--B--\r\n"), [BODY, ATTACHED]),
    "an encoded multipart": (
        HEAD
        + b"Content-Transfer-Encoding: base64\r\n"
        + b"\r\n\r\n".join(
            [
                head := b"Content-Type: multipart/mixed; boundary=B",
                base64.b64encode(multipart(PLAIN, NAMED)[len(head) :]),
            ]
        ),
        [BODY, ATTACHED],
    ),
    "base64 with rubbish": (encoded(b"base64", B64[:20] + b"!! \r\n*" + B64[20:]), [BODY]),
    "base64 in two pieces": (encoded(b"base64", base64.b64encode(UTF8[:-1]) + B64[-4:]), [BODY]),
    "base64 with a comment": (encoded(b"base64 (really)", B64), [BODY]),
    "base64 that is none": (encoded(b"base64", UTF8), [BODY]),
    "a list's words below base64": (encoded(b"base64", B64 + b"\r\n_______\r\nlist@a.th\r\n"), [BODY]),
    "8-bit with a hyphen": (encoded(b"8-bit", UTF8), [BODY]),
    "quoted-printable with added spaces": (
        encoded(b"quoted-printable", QUOTED[:30] + b"= \t\r\n" + QUOTED[30:]),
        [BODY],
    ),
    "utf-16 without a mark": (
        text_with(
            b"Content-Transfer-Encoding: base64",
            body=base64.b64encode(TEXT.encode("utf-16-le")),
            charset=b"utf-16le",
        ),
        [BODY],
    ),
    "Thai called Latin": (text_with(body=TEXT.encode("cp874"), charset=b"iso-8859-1"), [BODY]),
    "a charset that nobody knows": (text_with(body=UTF8, charset=b"x-klingon"), [BODY]),
    "a kind of text that nobody knows": (
        HEAD + PLAIN.replace(b"text/plain", b"text/enriched"),
        [("attachment.bin", TEXT)],
    ),
    "HTML called plain": (HEAD + HTML.replace(b"text/html", b"text/plain"), [BODY]),
    "a plain text that only stands in": (
        HEAD + multipart(b"Content-Type: text/plain\r\n\r\nSee HTML", HTML, kind=b"alternative"),
        [("body.html", TEXT)],
    ),
    "uuencode in the text": (
        text_with(body=b"hello\n" + uuencoded(UTF8) + b"bye"),
        [("body.txt", "hello\nbye"), ATTACHED],
    ),
    "uuencode without its end": (
        text_with(body=b"begin 644 a.txt\nM123"),
        [("body.txt", "begin 644 a.txt\nM123")],
    ),
    "yEnc in the text": (
        text_with(body=b"hello\n" + yencoded(UTF8) + b"bye"),
        [("body.txt", "hello\nbye"), ATTACHED],
    ),
    "paragraphs with soft breaks": (
        HEAD
        + b"Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\r\n\r\n"
        + UTF8[:22]
        + b" \r\n"
        + UTF8[22:],
        [BODY],
    ),
    "the two halves of a file from a Mac": (
        HEAD
        + multipart(
            b"Content-Type: application/applefile; name=x\r\n\r\n\0\5\x16\7", NAMED, kind=b"appledouble"
        ),
        [("x", ""), ATTACHED],
    ),
    "a part of a mail": (
        HEAD + b"Content-Type: message/partial; id=a; number=1; total=2\r\n\r\n" + HEAD + PLAIN,
        [("attachment.bin", ""), BODY],
    ),
    "sections of a name out of order": (
        HEAD
        + b"Content-Disposition: attachment; filename*2=.txt; filename*1*=%E0%B8%94; filename*0*=utf-8''%E0%B8%A5\r\n\r\n"
        + UTF8,
        [("ลด.txt", TEXT)],
    ),
}


@pytest.mark.parametrize(("raw", "documents"), ODDITIES.values(), ids=ODDITIES.keys())
def test_an_odd_mail_is_read_as_a_mail_program_shows_it(raw: bytes, documents: list[tuple[str, str]]) -> None:
    parsed = dispatch.parse(raw, name="box/1.eml")
    assert parsed.media_type == "message/rfc822"
    assert [(one.name, one.text.strip()) for one in parsed.documents] == documents


@pytest.mark.parametrize(
    ("raw", "defect"),
    [
        (HEAD + multipart(PLAIN, parameter=b"x=y"), "boundary-missing"),
        (b"From: a@b.c\r\nwhat is this\r\n" + HEAD + PLAIN, "header-damaged"),
        (encoded(b"base64", UTF8), "transfer-encoding-damaged"),
        (encoded(b"quoted-printable", b"=ZZ"), "transfer-encoding-damaged"),
    ],
)
def test_what_had_to_be_mended_is_a_defect(raw: bytes, defect: str) -> None:
    assert defect in mime.read(raw, limits=Limits()).defects


@pytest.mark.parametrize(
    "raw",
    [
        b"-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA",
        bytes.fromhex("3080 0609 2a864886f70d010703 a080 3080"),
    ],
)
def test_an_encrypted_mail_says_so(raw: bytes) -> None:
    mail = HEAD + b"Content-Type: application/octet-stream; name=x\r\n\r\n" + raw
    parsed = dispatch.parse(mail, name="x")
    assert parsed.documents[0].defects == ("encrypted",)
    assert parsed.error is not None
    assert "encrypted" in parsed.error


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (b"<@relay.th,@b.th:a@moi.go.th>", ("a@moi.go.th",)),
        (b"(a (nested (deep) b) c) a@moi.go.th (x)", ("a@moi.go.th",)),
        (b"b (c(d)) @ (e) moi.go.th", ("b@moi.go.th",)),
        (b'"x (" <a@b.th>, "y )" <c@d.th>', ("a@b.th", "c@d.th")),
        (b"All: a@b.th, C <c@d.th>;, e@f.th", ("a@b.th", "c@d.th", "e@f.th")),
        (b"(" * 50_000 + b"a@b.th", ()),
    ],
)
def test_obsolete_addresses_are_bare_too(value: bytes, found: tuple[str, ...]) -> None:
    assert message.addresses(value) == found


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("a \nb\nc", "a b\nc"),
        ("> a \n> b\nc", "> a b\nc"),
        ("> a \nb", "> a \nb"),
        ("-- \nname", "-- \nname"),
        ("  indented \nb", " indented b"),
    ],
)
def test_soft_line_breaks_are_joined_within_a_quotation(text: str, joined: str) -> None:
    assert flowed.joined(text, delete_space=False) == joined


@pytest.mark.parametrize(
    "flood",
    [
        b"Content-Type: multipart/mixed\r\n\r\n" + (b"--a" + b" " * 190 + b"x\n") * 20_000,
        b"Content-Type: multipart/mixed\r\n" + b"boundary=B\r\n" * 200_000,
        b"what is this\r\nTo: a@b.c\r\n" * 50_000,
        b"To: a@b.c\r" * 100_000,
    ],
)
def test_floods_of_oddities_are_got_over(flood: bytes) -> None:
    assert mime.read(HEAD + flood, limits=Limits()).headers.text("subject") == "x"


def test_a_flood_of_beginnings_is_text() -> None:
    flood = b"begin 644 a\n=ybegin line=1 size=1 name=a\n" * 50_000
    assert written_in.take_out(flood) == (flood, ())
