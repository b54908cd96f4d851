"""Sample mails with the letter attached, each as some mail program wraps, names and labels it."""

from html import escape

from tests.letters import wire
from tests.letters.answers import NONE_APPLIED, PASSED_ON, SOME_PENDING, TABLE, THREE_NAMED
from tests.letters.below import SUTHEP_APPLIED
from tests.letters.circular import CIRCULAR
from tests.letters.mail import Sample, attached, note, printed
from tests.letters.wire import CP874

_NOTE = """เรียน  เจ้าหน้าที่กรมส่งเสริมการปกครองท้องถิ่น

ขอส่งหนังสือแจ้งผลการสมัครขอรับการรับรอง “ศูนย์ราชการสะดวก” – รายละเอียดตามไฟล์แนบ

งานสารบรรณ
"""


def samples() -> tuple[Sample, ...]:
    """All of them."""
    return (
        _from_gmail(),
        _from_outlook(),
        _from_old_webmail(),
        from_a_municipality(),
        _raw_tis620(),
        _from_a_phone(),
        _from_a_saraban_system(),
        _with_a_list(),
        _with_the_circular(),
        _forwarded(),
    )


def _from_gmail() -> Sample:
    """Two alternative bodies in base64, the name by RFC 2231, and the verdicts of the receiving server."""
    name = "หนังสือตอบจังหวัดเชียงใหม่ ที่ ชม 0023.3-1234.pdf"
    html = f'<div dir="ltr">{escape(_NOTE)}</div>'
    bodies = wire.multipart(
        "alternative",
        "000000000000a1b2c3",
        wire.part(wire.UTF8_TEXT, _NOTE.encode(), "base64"),
        wire.part('text/html; charset="UTF-8"', html.encode(), "base64"),
    )
    return Sample(
        name="name-by-rfc2231",
        address="saraban.chiangmai@province.example",
        person=wire.words("งานสารบรรณ จังหวัดเชียงใหม่"),
        day=21,
        subject="ส่งหนังสือตอบ ว 200 จังหวัดเชียงใหม่",
        written=wire.words("ส่งหนังสือตอบ ว 200 จังหวัดเชียงใหม่"),
        fields=(
            (
                "Authentication-Results",
                b"mx.dla.example;\r\n spf=pass smtp.mailfrom=province.example;\r\n"
                b" dkim=pass header.d=province.example; dmarc=pass header.from=province.example",
            ),
        ),
        told={"authentication": {"spf": "pass", "dkim": "pass", "dmarc": "pass"}},
        content=wire.multipart(
            "mixed", "000000000000d4e5f6", bodies, wire.pdf(printed(THREE_NAMED), wire.name_2231(name))
        ),
        documents=(note(_NOTE), attached(name)),
        letter=THREE_NAMED,
    )


def _from_outlook() -> Sample:
    """Labelled tis-620 and holding what only windows-874 has: curly quotes and a dash."""
    name = "แจ้งผลการสมัคร จ.ตราด.pdf"
    return Sample(
        name="body-in-tis620",
        address="saraban.trat@province.example",
        person=wire.words("จังหวัดตราด", "tis-620", CP874),
        day=25,
        subject="“ศูนย์ราชการสะดวก” จังหวัดตราด",
        written=wire.words("“ศูนย์ราชการสะดวก” จังหวัดตราด", "tis-620", CP874),
        content=wire.multipart(
            "mixed",
            "----=_NextPart_000_0001",
            wire.part('text/plain; charset="tis-620"', _NOTE.encode(CP874), "quoted-printable"),
            wire.pdf(printed(NONE_APPLIED), wire.name_2047(name, "tis-620", CP874)),
        ),
        documents=(note(_NOTE), attached(name)),
        letter=NONE_APPLIED,
    )


def _from_old_webmail() -> Sample:
    """A charset that Python does not know, in 8bit, and a name in words cut inside letters."""
    name = "รายงานผลเบื้องต้นจังหวัดสงขลา ครั้งที่ ๑.pdf"
    return Sample(
        name="name-in-broken-words",
        address="saraban.songkhla@province.example",
        day=27,
        subject="รายงานผลเบื้องต้น",
        written=wire.words("รายงานผลเบื้องต้น", "windows-874", CP874, "Q"),
        content=wire.multipart(
            "mixed",
            "=_old_webmail_1",
            wire.part("text/plain; charset=windows-874", _NOTE.encode(CP874), "8bit"),
            wire.pdf(printed(SOME_PENDING), b"filename=" + wire.broken_words(name)),
        ),
        documents=(note(_NOTE), attached(name)),
        letter=SOME_PENDING,
    )


def from_a_municipality() -> Sample:
    """Nothing encoded: the subject and the name in bare UTF-8 (RFC 6532 without SMTPUTF8)."""
    name = "ขอส่งใบสมัคร เทศบาลตำบลสุเทพ.pdf"
    subject = "ขอส่งใบสมัคร GECC เทศบาลตำบลสุเทพ"
    return Sample(
        name="header-in-raw-utf8",
        address="Saraban_05500107@dla.go.th",
        person="เทศบาลตำบลสุเทพ".encode(),
        day=22,
        subject=subject,
        written=subject.encode(),
        content=wire.multipart(
            "mixed",
            "raw-1",
            wire.part(wire.UTF8_TEXT, _NOTE.encode(), "quoted-printable"),
            wire.pdf(printed(SUTHEP_APPLIED), wire.name_raw(name)),
        ),
        documents=(note(_NOTE), attached(name)),
        letter=SUTHEP_APPLIED,
    )


def _raw_tis620() -> Sample:
    """As programs of the last century did it: bare TIS-620 everywhere and no label anywhere."""
    name = "หนังสือ ลย.pdf"
    subject = "ส่งหนังสือจังหวัดเลย"
    return Sample(
        name="header-in-raw-tis620",
        address="loei@dla.go.th",
        person=b'"' + "ท้องถิ่นจังหวัดเลย".encode(CP874) + b'"',
        day=23,
        subject=subject,
        written=subject.encode(CP874),
        content=wire.multipart(
            "mixed",
            "raw-2",
            wire.part("text/plain", _NOTE.encode(CP874), "8bit"),
            wire.pdf(printed(PASSED_ON), wire.name_raw(name, CP874)),
        ),
        documents=(note(_NOTE), attached(name)),
        letter=PASSED_ON,
    )


def _from_a_phone() -> Sample:
    """The letter stands between two texts, inline, and is called a stream of bytes."""
    above, below = "ส่งหนังสือครับ\n", "ส่งจาก iPhone ของฉัน\n"
    name = "หนังสือจังหวัดสงขลา.pdf"
    return Sample(
        name="inline-between-texts",
        address="officer.songkhla@province.example",
        day=27,
        subject="หนังสือจังหวัดสงขลา",
        written=wire.words("หนังสือจังหวัดสงขลา"),
        content=wire.multipart(
            "mixed",
            "Apple-Mail-1",
            wire.part(wire.UTF8_TEXT, above.encode(), "base64"),
            wire.part(
                "application/octet-stream",
                printed(SOME_PENDING),
                "base64",
                b"Content-Disposition: inline;\r\n " + wire.name_2231(name),
            ),
            wire.part(wire.UTF8_TEXT, below.encode(), "base64"),
        ),
        documents=(note(above), attached(name), note(below)),
        letter=SOME_PENDING,
    )


def _from_a_saraban_system() -> Sample:
    """A machine sends a real letter, and says that a machine sends it."""
    body = "ระบบสารบรรณอิเล็กทรอนิกส์ส่งหนังสือตามเอกสารแนบ\nโปรดอย่าตอบกลับจดหมายนี้\n"
    return Sample(
        name="sent-by-a-system",
        address="no-reply@saraban.example",
        day=25,
        subject="[e-Saraban] หนังสือส่งออก ตร 0023.3/891",
        written=wire.words("[e-Saraban] หนังสือส่งออก ตร 0023.3/891"),
        fields=(("Auto-Submitted", b"auto-generated"), ("Precedence", b"bulk")),
        told={"auto_submitted": "auto-generated"},
        content=wire.multipart(
            "mixed",
            "system-1",
            wire.part(wire.UTF8_TEXT, body.encode(), "8bit"),
            wire.pdf(printed(NONE_APPLIED), b"filename=0023_3_891.pdf"),
        ),
        documents=(note(body), attached("0023_3_891.pdf")),
        letter=NONE_APPLIED,
    )


def _with_a_list() -> Sample:
    """Two attachments: the letter, and a list as a text file that says nothing of its charset."""
    letter_name, list_name = "1.pdf", "บัญชีรายชื่อ อปท.txt"
    listed = "ลำดับ\tอปท.\tอำเภอ\n1\tทต.สุเทพ\tเมืองเชียงใหม่\n2\tทม.แม่เหียะ\tเมืองเชียงใหม่\n3\tอบต.ข่วงเปา\tจอมทอง\n"
    disposition = b"Content-Disposition: attachment;\r\n " + wire.name_2231(list_name, "windows-874", CP874)
    return Sample(
        name="letter-and-list",
        address="saraban.chiangmai@province.example",
        day=21,
        subject="",
        written=b"",
        content=wire.multipart(
            "mixed",
            "two-1",
            wire.part(wire.UTF8_TEXT, b"", "7bit"),
            wire.pdf(printed(THREE_NAMED), wire.name_raw(letter_name)),
            wire.part("text/plain", listed.encode(CP874), "base64", disposition),
        ),
        documents=(
            note(""),
            attached(letter_name),
            attached(list_name, "text/plain") | {"text": listed.strip()},
        ),
        letter=THREE_NAMED,
    )


def _with_the_circular() -> Sample:
    """The letter that is answered is attached too, and before the answer."""
    return Sample(
        name="circular-attached-first",
        address="saraban.krabi@province.example",
        day=28,
        subject="ตอบ ว200",
        written=wire.words("ตอบ ว200"),
        content=wire.multipart(
            "mixed",
            "two-2",
            wire.part(wire.UTF8_TEXT, _NOTE.encode(), "base64"),
            wire.pdf(printed(CIRCULAR), wire.name_raw("ว200.pdf")),
            wire.pdf(printed(TABLE), wire.name_raw("Scan_20190228.pdf")),
        ),
        documents=(note(_NOTE), attached("ว200.pdf"), attached("Scan_20190228.pdf")),
        letter=TABLE,
    )


def _forwarded() -> Sample:
    """The provincial office passes on the mail of a municipality, whole."""
    passed_on = "ส่งต่อหนังสือของเทศบาลตำบลสุเทพครับ\n"
    inner = from_a_municipality()
    return Sample(
        name="forwarded-as-a-whole",
        address="chiangmai@dla.go.th",
        day=24,
        subject=f"FW: {inner.subject}",
        written=wire.words(f"FW: {inner.subject}"),
        content=wire.multipart(
            "mixed",
            "forward-1",
            wire.part(wire.UTF8_TEXT, passed_on.encode(), "base64"),
            wire.forwarded(inner.raw),
        ),
        documents=(note(passed_on), {"media_type": "message/rfc822"}, *inner.documents),
        letter=SUTHEP_APPLIED,
    )
