"""The sample mails that are no letters: what machines answer, and what goes to everybody.

Each names the circular somewhere, so that only what kind of mail it is keeps it from being filed.
"""

from tests.letters import wire
from tests.letters.mail import TO, Sample, note

_ANSWERING = (("In-Reply-To", b"<circular@dla.example>"),)
_ANSWERED = {"in_reply_to": "<circular@dla.example>"}


def samples() -> tuple[Sample, ...]:
    """All of them."""
    return (_out_of_office(), _vacation(), _bounce(), _list())


def _out_of_office() -> Sample:
    """Exchange's answer: it says so in its subject, and in a header of its own."""
    body = (
        "เรียน ท่านผู้ติดต่อ\n\nขณะนี้ข้าพเจ้าอยู่ระหว่างลาพักผ่อน ตั้งแต่วันที่ ๑๘ – ๒๒ กุมภาพันธ์ ๒๕๖๒\n"
        "หนังสือที่ มท ๐๘๑๐.๗/ว ๒๐๐ ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๖๒ โปรดติดต่อ โทร. ๐-๕๓๑๑-๒๒๓๓\n"
    )
    subject = "ตอบกลับอัตโนมัติ: ขอเชิญสมัครขอรับการรับรองมาตรฐาน GECC"
    return Sample(
        name="out-of-office",
        address="somchai@province.example",
        day=18,
        subject=subject,
        written=wire.words(subject),
        fields=(*_ANSWERING, ("X-Auto-Response-Suppress", b"All")),
        told=_ANSWERED | {"noise": "auto-reply"},
        content=wire.part(wire.UTF8_TEXT, body.encode(), "base64"),
        documents=(note(body),),
    )


def _vacation() -> Sample:
    """RFC 3834: the subject is as any answer's."""
    body = "ระบบได้รับหนังสือ ที่ มท 0810.7/ว 200 ลงวันที่ 15 กุมภาพันธ์ 2562 ของท่านแล้ว\n"
    subject = "Re: ขอเชิญสมัครขอรับการรับรองมาตรฐาน GECC"
    return Sample(
        name="auto-reply",
        address="saraban@province.example",
        day=15,
        subject=subject,
        written=wire.words(subject),
        fields=(*_ANSWERING, ("Auto-Submitted", b"auto-replied")),
        told=_ANSWERED | {"auto_submitted": "auto-replied", "noise": "auto-reply"},
        content=wire.part("text/plain; charset=tis-620", body.encode(wire.CP874), "quoted-printable"),
        documents=(note(body),),
    )


def _bounce() -> Sample:
    """RFC 3464, with the header of what could not be delivered."""
    body = "This is the mail system at host mx.province.example.\n\n<saraban@nowhere.example>: unknown user\n"
    status = (
        "Reporting-MTA: dns; mx.province.example\n\nFinal-Recipient: rfc822; saraban@nowhere.example\n"
        "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 unknown user\n"
    )
    returned = b"Message-ID: <circular@dla.example>\nFrom: " + TO.encode() + b"\nSubject: "
    returned += wire.words("หนังสือ ที่ มท 0810.7/ว 200") + b"\n"
    subject = "Undelivered Mail Returned to Sender"
    return Sample(
        name="bounce",
        address="MAILER-DAEMON@province.example",
        day=15,
        subject=subject,
        written=subject.encode(),
        fields=(("Return-Path", b"<>"), ("Auto-Submitted", b"auto-replied")),
        told={"auto_submitted": "auto-replied", "noise": "bounce"},
        content=wire.multipart(
            "report; report-type=delivery-status",
            "report-1",
            wire.part("text/plain; charset=us-ascii", body.encode(), "7bit"),
            wire.part("message/delivery-status", status.encode(), "7bit"),
            wire.part("text/rfc822-headers", returned, "7bit"),
        ),
        documents=(note(body), {}, {}),
    )


def _list() -> Sample:
    """A discussion list of officers (RFC 2919) that talks of the circular."""
    body = (
        "สมาชิกทุกท่าน\n\nท่านใดได้รับหนังสือ ที่ มท ๐๘๑๐.๗/ว ๒๐๐ แล้วบ้าง ขอแนวทางการตอบด้วยครับ\n"
        "-- \nยกเลิกการรับข่าวสาร: https://list.example/off\n"
    )
    subject = "[ท้องถิ่นไทย] ถามเรื่อง GECC"
    return Sample(
        name="mailing-list",
        address="officer@list.example",
        day=20,
        subject=subject,
        written=wire.words(subject),
        fields=(("List-Id", b"<local.list.example>"), ("Precedence", b"list")),
        told={"noise": "list"},
        content=wire.part(wire.UTF8_TEXT, body.encode(), "8bit"),
        documents=(note(body),),
    )
