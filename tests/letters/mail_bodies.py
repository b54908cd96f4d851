"""Sample mails whose body matters: letters pasted or forwarded there, and the circular quoted there."""

from html import escape

from tests.letters import text, wire
from tests.letters.answers import AS_TEXT, NONE_APPLIED, PASSED_ON
from tests.letters.circular import CIRCULAR, DEPARTMENT
from tests.letters.compose import Letter
from tests.letters.mail import TO, Sample, attached, note, printed
from tests.letters.wire import CP874


def samples() -> tuple[Sample, ...]:
    """All of them."""
    return (_in_the_body(), _in_html(), _forwarded_in_line(), _quoting(), _quoting_alone())


def _in_the_body() -> Sample:
    body = text.text(AS_TEXT)
    return Sample(
        name="letter-in-the-body",
        address="saraban.phrae@province.example",
        person=wire.words("จังหวัดแพร่", encoding="Q"),
        day=26,
        subject="แจ้งผลการสมัคร",
        written=wire.words("แจ้งผลการสมัคร", encoding="Q"),
        content=wire.part(wire.UTF8_TEXT, body.encode(), "quoted-printable"),
        documents=(note(body),),
        letter=AS_TEXT,
    )


def _in_html() -> Sample:
    """Pasted from Word into a mail that has no plain text, in windows-874."""
    return Sample(
        name="letter-in-html",
        address="saraban.trat@province.example",
        day=25,
        subject="หนังสือจังหวัดตราด",
        written=wire.words("หนังสือจังหวัดตราด", "windows-874", CP874),
        content=wire.part("text/html; charset=windows-874", _pasted(NONE_APPLIED).encode(CP874), "base64"),
        documents=({"media_type": "text/html"},),
        letter=NONE_APPLIED,
    )


def _pasted(letter: Letter) -> str:
    lines = text.text(letter, text.UNWRAPPED).splitlines()
    paragraphs = (escape(line).replace("  ", "&nbsp; ") or "<o:p>&nbsp;</o:p>" for line in lines)
    return (
        "<html><body>" + "".join(f"<p class=MsoNormal>{each}</p>\n" for each in paragraphs) + "</body></html>"
    )


def _forwarded_in_line() -> Sample:
    """Gmail's way of passing on: the letter stands in the body, below the header of the earlier mail."""
    body = f"""เพื่อโปรดทราบ

---------- Forwarded message ---------
จาก: จังหวัดแพร่ <saraban.phrae@province.example>
Date: อ. 26 ก.พ. 2019 เวลา 10:02
Subject: ส่งหนังสือ
To: <phrae@dla.go.th>


{text.text(AS_TEXT, text.UNWRAPPED)}"""
    return Sample(
        name="forwarded-in-line",
        address="phrae@dla.go.th",
        day=27,
        subject="Fwd: ส่งหนังสือ",
        written=wire.words("Fwd: ส่งหนังสือ"),
        content=wire.part(wire.UTF8_TEXT, body.encode(), "base64"),
        documents=(note(body),),
        letter=AS_TEXT,
    )


def _quoting() -> Sample:
    """An answer with its letter attached, above the circular as it was received."""
    quoted = "\n".join(f"> {line}" for line in text.text(CIRCULAR, 80).splitlines())
    body = (
        f"ส่งหนังสือตอบตามไฟล์แนบค่ะ\n\nเมื่อ ศ. 15 ก.พ. 2019 เวลา 16:40 {DEPARTMENT} <{TO}> เขียนว่า:\n\n{quoted}\n"
    )
    name = "ตอบกลับ.pdf"
    return Sample(
        name="quoting-the-circular",
        address="loei@dla.go.th",
        day=22,
        subject="Re: ขอเชิญสมัครขอรับการรับรองมาตรฐาน GECC",
        written=wire.words("Re: ขอเชิญสมัครขอรับการรับรองมาตรฐาน GECC"),
        fields=(("In-Reply-To", b"<circular@dla.example>"),),
        told={"in_reply_to": "<circular@dla.example>"},
        content=wire.multipart(
            "mixed",
            "quote-1",
            wire.part(wire.UTF8_TEXT, body.encode(), "base64"),
            wire.pdf(printed(PASSED_ON), wire.name_2047(name)),
        ),
        documents=(note(body), attached(name)),
        letter=PASSED_ON,
    )


def _quoting_alone() -> Sample:
    """A line of thanks above the whole circular, as Outlook quotes: no letter of the sender."""
    body = f"""รับทราบค่ะ จะรีบดำเนินการ

________________________________
From: {DEPARTMENT} <{TO}>
Sent: Friday, February 15, 2019 4:40 PM
To: ผู้ว่าราชการจังหวัด
Subject: ขอเชิญสมัครขอรับการรับรองมาตรฐาน GECC

{text.text(CIRCULAR)}"""
    return Sample(
        name="thanks-above-the-circular",
        address="officer@province.example",
        day=16,
        subject="RE: ขอเชิญสมัครขอรับการรับรองมาตรฐาน GECC",
        written=wire.words("RE: ขอเชิญสมัครขอรับการรับรองมาตรฐาน GECC"),
        fields=(("In-Reply-To", b"<circular@dla.example>"),),
        told={"in_reply_to": "<circular@dla.example>"},
        content=wire.part(wire.UTF8_TEXT, body.encode(), "quoted-printable"),
        documents=(note(body),),
    )
