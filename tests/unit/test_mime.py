"""Mail as it arrives: headers, names, parts, and shapes that were made to hurt."""

import base64
from datetime import UTC, datetime

import pytest

from parsers.limits import Limits
from parsers.mail import contents, headers, message, mime, quoting
from parsers.mail.contents import Item

THAI = "ส่งหนังสือตอบ ว 200"
LIMITS = Limits()


def encoded(text: bytes, charset: str = "utf-8") -> bytes:
    return b"=?%b?B?%b?=" % (charset.encode(), base64.b64encode(text))


def a_mail(*fields: bytes, body: bytes = b"") -> bytes:
    return b"\r\n".join([*fields, b"", body])


def unpacked(raw: bytes) -> tuple[Item, ...]:
    return contents.unpack(mime.read(raw, limits=LIMITS))


def multipart(*parts: bytes, kind: bytes = b"mixed") -> bytes:
    inside = b"".join(b"--B\r\n" + part + b"\r\n" for part in parts)
    return a_mail(b"Content-Type: multipart/%b; boundary=B" % kind, body=inside + b"--B--\r\n")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (encoded(THAI.encode()), THAI),
        (encoded(THAI.encode()[:10]) + b" " + encoded(THAI.encode()[10:]), THAI),
        (encoded(THAI.encode()[:10]) + b"\r\n " + encoded(THAI.encode()[10:], "UTF-8"), THAI),
        (encoded(THAI.encode("cp874"), "windows-874"), THAI),
        (encoded(THAI.encode("cp874"), "tis-620*th"), THAI),
        (encoded(THAI.encode("cp874")), THAI),
        (THAI.encode("cp874"), THAI),
        (THAI.encode(), THAI),
        (b"Re: " + encoded("ที่".encode()) + b" (ok)", "Re: ที่ (ok)"),
        (b"=?utf-8?q?=E0=B8=97_x?=", "ท x"),
        (b"=?utf-8?B?4LiX", "=?utf-8?B?4LiX"),
        (b"=?utf-8?B?4LiX4?=", "ท"),
        (b"a\x00b\x1bc", "a b c"),
    ],
)
def test_a_header_is_decoded_however_it_is_written(value: bytes, text: str) -> None:
    fields, _ = headers.split(b"Subject: " + value + b"\r\n\r\n", 0, len(value) + 13, limits=LIMITS)
    assert fields.text("subject") == text


@pytest.mark.parametrize(
    "disposition",
    [
        b'attachment; filename="' + encoded("หนังสือ.pdf".encode()) + b'"',
        b'attachment; filename="' + "หนังสือ.pdf".encode("cp874") + b'"',
        b"attachment; filename=" + "หนังสือ.pdf".encode(),
        b"attachment; filename*=windows-874''%CB%B9%D1%A7%CA%D7%CD.pdf",
        b"attachment; filename*=UTF-8'th'%E0%B8%AB%E0%B8%99%E0%B8%B1%E0%B8%87%E0%B8%AA%E0%B8%B7%E0%B8%AD.pdf",
        b"attachment; filename*1*=%B8%99%E0%B8%B1%E0%B8%87%E0%B8%AA%E0%B8%B7%E0%B8%AD;"
        b" filename*0*=UTF-8''%E0%B8%AB%E0; filename*2=.pdf",
        b"attachment; filename=x.pdf; filename*=tis-620''%CB%B9%D1%A7%CA%D7%CD.pdf",
        b'attachment; filename="C:\\\\scans\\\\' + "หนังสือ.pdf".encode() + b'"',
        b'attachment; filename="../../' + "หนังสือ.pdf".encode(),
    ],
)
def test_a_thai_file_name_is_read_however_it_is_written(disposition: bytes) -> None:
    part = mime.read(a_mail(b"Content-Disposition: " + disposition), limits=LIMITS)
    assert part.name == "หนังสือ.pdf"


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (b"saraban_06240907@dla.go.th", ("saraban_06240907@dla.go.th",)),
        (b'"Saraban, DLA" <a@dla.go.th>, b@moi.go.th', ("a@dla.go.th", "b@moi.go.th")),
        (encoded(b"<fake@x.th>") + b" <real@y.th>", ("real@y.th",)),
        (b'"<fake@x.th>" <real@y.th>', ("real@y.th",)),
        (b"real@y.th (fake@x.th)", ("real@y.th",)),
        (b"provinces: a@x.th, b@x.th;", ("a@x.th", "b@x.th")),
        (b"undisclosed-recipients:;", ()),
        ("สารบรรณ <a@ไทย.th>".encode(), ("a@ไทย.th",)),
        (b"<a@x.th", ("a@x.th",)),
    ],
)
def test_addresses_are_bare_and_not_to_be_smuggled_in(value: bytes, found: tuple[str, ...]) -> None:
    assert message.addresses(value) == found


@pytest.mark.parametrize(
    ("value", "sent", "defects"),
    [
        (b"Wed, 20 Feb 2019 10:00:00 +0700", datetime(2019, 2, 20, 3, tzinfo=UTC), ()),
        (b"Wed, 20 Feb 2562 10:00:00 +0700", datetime(2019, 2, 20, 3, tzinfo=UTC), ("date-in-buddhist-era",)),
        (b"20 Feb 2019 10:00 -0000", datetime(2019, 2, 20, 10, tzinfo=UTC), ()),
        (b"Wed, 32 Feb 2019 10:00:00 +0700", None, ("date-unreadable",)),
        (b"Wed, 20 Feb 2019 10:00:00 +9999999", None, ("date-unreadable",)),
        (b"yesterday", None, ("date-unreadable",)),
        (b"", None, ()),
    ],
)
def test_the_date_is_aware_utc_or_a_defect(
    value: bytes, sent: datetime | None, defects: tuple[str, ...]
) -> None:
    assert message.sent_at(value) == (sent, defects)


def test_only_the_last_server_is_asked_about_the_sender() -> None:
    part = mime.read(
        a_mail(
            b"Authentication-Results: mx.dla.go.th; spf=pass (ok; dkim=fail) smtp.mailfrom=x;\r\n dkim=none",
            b"Authentication-Results: mx.dla.go.th; dmarc=fail",
            b"Authentication-Results: forged.example; dmarc=pass; dkim=pass",
        ),
        limits=LIMITS,
    )
    assert message.read(part.headers).authentication == {"spf": "pass", "dkim": "none", "dmarc": "fail"}


def test_without_its_verdicts_the_received_spf_field_counts() -> None:
    part = mime.read(a_mail(b"Received-SPF: SoftFail (x)"), limits=LIMITS)
    assert message.read(part.headers).authentication == {"spf": "softfail"}


@pytest.mark.parametrize(
    "value", [b"auto-replied", b"Auto-Replied (vacation)", b"auto-replied; owner-email=a"]
)
def test_the_automatic_keyword_stands_without_comment_and_parameter(value: bytes) -> None:
    part = mime.read(a_mail(b"Auto-Submitted: " + value), limits=Limits())
    assert message.read(part.headers).auto_submitted == "auto-replied"


def test_the_plain_alternative_is_the_body_unless_it_says_nothing() -> None:
    html = b"Content-Type: text/html\r\n\r\n<p>html"
    assert [item.raw for item in unpacked(multipart(b"\r\nplain", html, kind=b"alternative"))] == [b"plain"]
    (item,) = unpacked(multipart(b"\r\n  ", html, kind=b"alternative"))
    assert item.label == "text/html"


def test_photos_inside_the_html_alternative_are_kept() -> None:
    related = (
        b"Content-Type: multipart/related; boundary=R\r\n\r\n--R\r\nContent-Type: text/html\r\n\r\n<p>\r\n"
    )
    related += b"--R\r\nContent-Type: image/jpeg\r\n\r\n\xff\xd8\xff\r\n--R--"
    items = unpacked(multipart(b"\r\nplain", related, kind=b"alternative"))
    assert [(item.role, item.label) for item in items] == [
        ("body", "text/plain"),
        ("attachment", "image/jpeg"),
    ]


def test_a_forwarded_mail_is_opened_and_keeps_its_own_sender() -> None:
    inner = a_mail(b"From: province@x.th", b"Subject: " + encoded(THAI.encode()), body=b"inner")
    forward = multipart(b"\r\nouter", b"Content-Type: message/rfc822\r\n\r\n" + inner)
    items = unpacked(b"From: clerk@x.th\r\n" + forward)
    assert [(item.role, item.sender, item.depth) for item in items] == [
        ("body", "clerk@x.th", 0),
        ("mail", "clerk@x.th", 0),
        ("body", "province@x.th", 1),
    ]
    assert items[2].subject == THAI


@pytest.mark.parametrize("kind", [b"message/rfc822", b"application/octet-stream; name=letter.eml"])
def test_an_attached_mail_is_opened_even_if_it_is_encoded(kind: bytes) -> None:
    content = base64.encodebytes(a_mail(b"From: a@x.th", body=b"inner"))
    part = b"Content-Type: " + kind + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + content
    assert unpacked(multipart(part))[-1].raw == b"inner"


def test_parts_of_a_digest_are_mails() -> None:
    items = unpacked(multipart(b"\r\nFrom: a@x.th\r\n\r\ninner", kind=b"digest"))
    assert [item.role for item in items] == ["mail", "body"]


def test_a_text_with_a_file_name_is_an_attachment() -> None:
    (item,) = unpacked(multipart(b"Content-Type: text/plain; name=list.txt\r\n\r\n1"))
    assert (item.role, item.name) == ("attachment", "list.txt")


@pytest.mark.parametrize(
    ("encoding", "content", "body", "defects"),
    [
        (b"base64", b"4LiX4Li1\r\n4LmI", "ที่".encode(), ()),
        (b"BASE64", b"4LiX4Li1*4LmI4", "ที่".encode(), ("transfer-encoding-damaged",)),
        (b"quoted-printable", b"=E0=B8=97=\r\n x", "ท x".encode(), ()),
        (b"x-uuencode", b"begin 644 a\r\n#0V%T\r\n`\r\nend\r\n", b"Cat", ()),
        (b"8bit", b"x", b"x", ()),
        (b"rot13", b"x", b"x", ("transfer-encoding-unknown",)),
    ],
)
def test_transfer_encodings_are_undone_as_far_as_possible(
    encoding: bytes, content: bytes, body: bytes, defects: tuple[str, ...]
) -> None:
    part = mime.read(a_mail(b"Content-Transfer-Encoding: " + encoding, body=content), limits=LIMITS)
    assert (part.body, part.defects) == (body, defects)


def test_line_breaks_before_a_boundary_are_not_content() -> None:
    assert [item.raw for item in unpacked(multipart(b"\r\none", b"\r\ntwo\r\n"))] == [b"one", b"two\r\n"]


def test_a_longer_boundary_inside_is_not_taken_for_the_outer_one() -> None:
    inner = b"Content-Type: multipart/mixed; boundary=BB\r\n\r\n--BB\r\n\r\ninner\r\n--BB--"
    assert [item.raw for item in unpacked(multipart(inner, b"\r\nouter"))] == [b"inner", b"outer"]


@pytest.mark.parametrize(
    ("raw", "defect", "bodies"),
    [
        (
            b"Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\ncut",
            "multipart-unterminated",
            [b"cut"],
        ),
        (b"From: a@b.c\r\nSubject: x\r\nno empty line", "header-unterminated", [b"no empty line"]),
    ],
)
def test_a_mail_that_was_cut_is_read_to_its_end(raw: bytes, defect: str, bodies: list[bytes]) -> None:
    part = mime.read(raw, limits=LIMITS)
    assert defect in part.defects_of_structure()
    assert [item.raw for item in contents.unpack(part)] == bodies


@pytest.mark.parametrize("boundary", [b"", b"; boundary=", b"; boundary=nowhere"])
def test_a_multipart_without_its_boundary_is_text(boundary: bytes) -> None:
    (item,) = unpacked(a_mail(b"Content-Type: multipart/mixed" + boundary, body=b"--B\r\ntext"))
    assert (item.label, item.defects) == ("text/plain", ("boundary-missing",))


@pytest.mark.parametrize("before", [b"\r\n\r\n", b"From clerk Wed Feb 20 10:00:00 2019\n", b">From x\r\n"])
def test_what_mail_programs_put_before_a_header_is_passed_over(before: bytes) -> None:
    part = mime.read(before + b"Subject: x\n\nbody", limits=LIMITS)
    assert (part.headers.text("subject"), part.body) == ("x", b"body")


@pytest.mark.parametrize(
    ("raw", "defect"),
    [
        (b"Subject: " + b"x" * (1 << 20) + b"\r\n\r\n", "header-too-long"),
        (b"X: y\r\n" * 100_000 + b"\r\n", "too-many-headers"),
        (b"".join(b"X%d: %b\r\n" % (n, b"x" * 30_000) for n in range(20)) + b"\r\n", "header-block-too-long"),
        (
            b"Content-Type: multipart/mixed; boundary=B\r\n\r\n" + b"--B\r\n\r\nx\r\n" * 100_000,
            "too-many-parts",
        ),
        (
            b"".join(
                b"Content-Type: multipart/mixed; boundary=B%d\r\n\r\n--B%d\r\n" % (n, n)
                for n in range(10_000)
            ),
            "nested-too-deep",
        ),
        (
            b"Content-Type: multipart/mixed; boundary=B\r\n\r\n" + b"-" * (20 << 20),
            "boundary-missing",
        ),
        (
            b'Content-Type: multipart/mixed; boundary="-"\r\n\r\n' + b"---x\n" * (4 << 20),
            "boundary-missing",
        ),
    ],
)
def test_a_hostile_shape_costs_a_defect(raw: bytes, defect: str) -> None:
    assert defect in mime.read(raw, limits=LIMITS).defects_of_structure()


def test_mails_inside_mails_are_opened_only_so_deep() -> None:
    items = unpacked(b"Content-Type: message/rfc822\r\n\r\n" * 10_000)
    assert len(items) == LIMITS.depth + 1
    assert items[-1].defects == ("nested-too-deep",)


def test_what_stands_behind_too_many_headers_is_found_all_the_same() -> None:
    part = mime.read(b"X: y\r\n" * 100_000 + b"Subject: found\r\n\r\n", limits=LIMITS)
    assert part.headers.text("subject") == "found"


@pytest.mark.parametrize(
    "value",
    [
        b"=?" * 30_000,
        b"=?utf-8?B?" * 6_000,
        b'"' * 60_000,
        b';a="\\' * 15_000,
        b";x*1*=%" * 9_000,
        b"(" * 60_000,
    ],
)
def test_floods_of_syntax_are_only_text(value: bytes) -> None:
    part = mime.read(
        a_mail(b"Subject: " + value, b"From: " + value, b"Date: " + value, b"Content-Type: " + value),
        limits=LIMITS,
    )
    assert message.read(part.headers).from_ is None
    assert part.media_type == "text/plain"


@pytest.mark.parametrize(
    "introduction",
    [
        "เมื่อ พ. 20 ก.พ. 2562 เวลา 10:00 DLA <a@dla.go.th> เขียนว่า:",
        "ในวันที่ พ. 20 ก.พ. 2562 เวลา 10:00 กรมส่งเสริมการปกครองท้องถิ่น\n<a@dla.go.th> เขียนว่า:",
        "On Wed, 20 Feb 2019 at 10:00, DLA <a@dla.go.th> wrote:",
        "-----Original Message-----",
        "-----ข้อความต้นฉบับ-----",
        "จาก: DLA\nส่ง: 20 กุมภาพันธ์ 2562\nถึง: จังหวัด\nเรื่อง: ขอเชิญสมัคร",
        "From: DLA\nSent: Wednesday\nTo: x\nSubject: y",
    ],
)
def test_quoted_mail_is_cut_from_the_words_of_a_reply(introduction: str) -> None:
    body = f"เรียน อธิบดี\n> ย่อหน้าเดิม\nส่งแล้ว\n{introduction}\nที่ มท 0810.7/ว 200"
    assert quoting.own_text(body, subject="Re: ว 200") == "เรียน อธิบดี\nส่งแล้ว"


def test_a_forward_keeps_what_it_forwards() -> None:
    body = "เพื่อโปรดทราบ\n-----Original Message-----\nที่ ชม 0023.3/1"
    assert quoting.own_text(body, subject="FW: หนังสือ") == body


@pytest.mark.parametrize(
    "text",
    [
        "จาก: งานสารบรรณ\nเรียนมาเพื่อทราบ",
        "เมื่อวันที่ 20 กุมภาพันธ์ 2562 จังหวัดได้แจ้งแล้ว",
        "ลงชื่อผู้ตอบ\n________________________________\n(นายสมชาย ใจดี)",
        "เรื่อง ขอเชิญ\nถึง กรมส่งเสริมการปกครองท้องถิ่น",
    ],
)
def test_a_letter_written_into_the_mail_is_not_taken_for_a_quotation(text: str) -> None:
    assert quoting.own_text(text, subject=None) == text
