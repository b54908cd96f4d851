"""A mailbox full of replies to the circular, and as many more as a load test wants.

Everything is deterministic: fixed dates, boundaries and message ids, and the seed of the caller. No
printer runs for either: the demonstration takes the committed PDFs, the load carries its letters in the
body of the mail.
"""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from tests.letters import answers, below, near_misses, text
from tests.letters.compose import Answer, Date, Letter
from tests.letters.provinces import PROVINCES, deputy, local_office, reply

_PRINTED = Path(__file__).parent.parent / "data" / "letters"
_BANGKOK = timezone(timedelta(hours=7))
_FIRST = datetime(2019, 2, 20, 8, 30, tzinfo=_BANGKOK)


def demo_mailbox() -> list[tuple[str, bytes]]:
    """A dozen mails by name, in the order of arrival: replies, and what comes between them."""
    mails = {
        "confirmed": _with_pdf(answers.THREE_NAMED),
        "nil": _with_pdf(answers.NONE_APPLIED),
        "auto-reply": _auto_reply(),
        "partial": _with_pdf(answers.SOME_PENDING),
        "acknowledged": _with_pdf(answers.PASSED_ON),
        "next-number": _with_pdf(near_misses.NEXT_NUMBER),
        "confirmed-sent-again": _with_pdf(answers.THREE_NAMED, tail=b"\n% saved once more\n"),
        "below-a-province": _with_pdf(below.SUTHEP_APPLIED),
        "in-the-body": _in_body(answers.AS_TEXT),
        "other-date": _with_pdf(near_misses.OTHER_DATE),
        "all-told-in-a-table": _with_pdf(answers.TABLE),
        "question": _question(),
    }
    return [
        (name, _sealed(mail, name, _FIRST + timedelta(hours=n)))
        for n, (name, mail) in enumerate(mails.items())
    ]


def many(count: int, seed: int) -> Iterator[bytes]:
    """`count` replies, no two alike, going round the 76 provinces; the same for the same `seed`."""
    chance = random.Random(seed)  # noqa: S311  (samples, no secrets)
    for n, province in zip(range(count), _round_the_provinces(chance), strict=False):
        letter = _another(province, 1000 + n, chance)
        yield _sealed(_in_body(letter), f"{seed}.{n}", _FIRST + timedelta(minutes=n))


def _round_the_provinces(chance: random.Random) -> Iterator[str]:
    while True:
        yield from chance.sample(list(PROVINCES), len(PROVINCES))


_OUTCOMES: tuple[tuple[str, Answer], ...] = (
    ("ปรากฏว่ามีองค์กรปกครองส่วนท้องถิ่นสมัครขอรับการรับรองมาตรฐาน จำนวน ๓ แห่ง", Answer(outcome="confirmed", count=3)),
    ("ปรากฏว่าไม่มีองค์กรปกครองส่วนท้องถิ่นประสงค์จะสมัครขอรับการรับรองมาตรฐาน", Answer(outcome="nil")),
    ("ได้แจ้งให้องค์กรปกครองส่วนท้องถิ่นทุกแห่งทราบและถือปฏิบัติแล้ว", Answer(outcome="acknowledged")),
)
_NAMES = ("นายสมบัติ ทองดี", "นางวรรณา แก้วใส", "นายเกรียงไกร บุญมี", "นางสาวสุดารัตน์ พงษ์ไพร", "นายอดิศร ใจกล้า")


def _another(province: str, number: int, chance: random.Random) -> Letter:
    sentence, answer = chance.choice(_OUTCOMES)
    phone = f"0-{chance.randint(3200, 7799)}-{chance.randint(1000, 9999)}"
    return reply(
        province,
        number,
        Date(day=chance.randint(18, 28), month=2, year=2562),
        ("ตามหนังสือที่อ้างถึง ความละเอียดแจ้งแล้ว นั้น", f"จังหวัด{province}ขอเรียนว่า {sentence}", "จึงเรียนมาเพื่อโปรดทราบ"),
        answer,
        signer=deputy(province, chance.choice(_NAMES)),
        contact=local_office(f"โทร. {phone}", phones=(phone,)),
        script=chance.choice(("thai", "arabic")),
    )


def _with_pdf(letter: Letter, tail: bytes = b"") -> EmailMessage:
    """A covering note with the printed letter; a program that saved it again left its `tail`."""
    mail = _mail(letter, f"ขอส่งหนังสือ{letter.agency} รายละเอียดตามไฟล์แนบ")
    printed = (_PRINTED / f"{letter.name}.pdf").read_bytes()
    mail.add_attachment(printed + tail, maintype="application", subtype="pdf", filename=f"{letter.name}.pdf")
    return mail


def _in_body(letter: Letter) -> EmailMessage:
    return _mail(letter, text.text(letter))


def _mail(letter: Letter, content: str) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"{letter.agency} <{_mailbox(letter)}>"
    mail["Subject"] = letter.subject
    mail.set_content(content, cte="base64")
    return mail


def _mailbox(letter: Letter) -> str:
    return (
        letter.contact.emails[0] if letter.contact and letter.contact.emails else "saraban@province.example"
    )


def _auto_reply() -> EmailMessage:
    """RFC 3834."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "saraban@province.example"
    mail["Subject"] = "ตอบกลับอัตโนมัติ: ขอเชิญสมัครขอรับการรับรองมาตรฐาน"
    mail["Auto-Submitted"] = "auto-replied"
    mail.set_content("ขณะนี้เจ้าหน้าที่ไม่อยู่ จะกลับมาปฏิบัติงานวันที่ ๒๕ กุมภาพันธ์ ๒๕๖๒", cte="base64")
    return mail


def _question() -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "officer@province.example"
    mail["Subject"] = "สอบถามการสมัคร GECC"
    mail.set_content("เรียนสอบถามว่าหน่วยงานใดสมัครได้บ้าง ขอบคุณค่ะ", cte="base64")
    return mail


def _sealed(mail: EmailMessage, name: str, at: datetime) -> bytes:
    """The mail as it goes over the wire, CRLF, with what would otherwise differ at every run."""
    mail["To"] = "saraban@dla.example"
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{name}@sample.example>"
    if mail.is_multipart():
        mail.set_boundary(f"sample-{name}")
    return mail.as_bytes()
