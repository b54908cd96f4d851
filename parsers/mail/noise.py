"""Which mail is no letter: auto-replies, bounces, receipts, invitations, list mail.

Three strengths of evidence. A report by its structure (RFC 3464, RFC 8098) is never a letter, even
if it returns one. What a person's mail program answers by itself (RFC 3834, out-of-office subjects)
yields to an attached letter: e-saraban systems send real letters as automatic mail. Weak signs
(lists, invitations, automatic mail in general) yield to any letter, in the body too.
"""

import re
from collections.abc import Callable

from parsers.mail.mime import Part
from parsers.model import Message

_MAILER = re.compile(r"(?:mailer-daemon|postmaster|mail-?delivery-?\w*)@", re.IGNORECASE)


def _opening(*phrases: str) -> re.Pattern[str]:
    """A subject that begins with one of `phrases`, which are patterns."""
    return re.compile(rf"\s*(?:{'|'.join(phrases)})", re.IGNORECASE)


_UNDELIVERED = _opening(
    r"undeliver(?:able|ed)",
    r"delivery status notification",
    r"(?:mail )?delivery (?:has )?(?:fail\w*|delayed|incomplete)",
    r"returned mail",
    r"failure notice",
    r"ไม่สามารถส่ง(?:ข้อความ|อีเมล|จดหมาย|เมล)",
    r"ส่ง(?:ข้อความ|อีเมล|เมล)?ไม่สำเร็จ",
    r"การส่ง(?:ข้อความ|อีเมล)?ล้มเหลว",
)
_ANSWERED = _opening(
    r"auto(?:matic)?[ -]?(?:reply|response|responder)",
    r"(?:out of|away from) (?:the |my )?office",
    r"on (?:vacation|leave)\b",
    r"(?:การ)?ตอบ(?:กลับ|รับ)(?:โดย)?อัตโนมัติ",
    r"ข้อความอัตโนมัติ",
    r"(?:ขณะนี้)?(?:ข้าพเจ้า|ผม|ดิฉัน)?ไม่อยู่(?:ที่|ใน|ณ)?(?:สำนักงาน|ที่ทำงาน|ออฟฟิศ)",
    r"(?:อยู่ระหว่าง)?ลา(?:พักผ่อน|พักร้อน|กิจ|ป่วย|คลอด)",
)
_READ = _opening(r"read(?: receipt)?\s*:", r"read receipt", r"(?:อ่าน(?:แล้ว)?|ใบตอบรับการอ่าน)\s*:")


def classify(mail: Part, message: Message, *, letter_attached: bool, letter_in_body: bool) -> str | None:
    """`bounce`, `read-receipt`, `auto-reply`, `calendar` or `list`; `None` for what may be a letter."""
    rules = list(_REPORTS)
    if not letter_attached:
        rules += _ANSWERS + _ANSWERING_SUBJECTS
        if not letter_in_body:
            rules += _SIGNS
    return next((kind for kind, holds in rules if holds(mail, message)), None)


def automatic(mail: Part, message: Message) -> str | None:
    """The kind of report or automatic answer that its header says it is, whatever letter it carries."""
    return next((kind for kind, holds in _REPORTS + _ANSWERS if holds(mail, message)), None)


def _reports(report_type: str) -> Callable[[Part, Message], bool]:
    def holds(mail: Part, _: Message) -> bool:
        return (
            mail.media_type == "multipart/report"
            and mail.content.parameters.get("report-type", "").lower() == report_type
        )

    return holds


def _has_part(media_type: str) -> Callable[[Part, Message], bool]:
    def holds(mail: Part, _: Message) -> bool:
        return mail.media_type == media_type or any(holds(part, _) for part in mail.parts)

    return holds


def _titled(pattern: re.Pattern[str]) -> Callable[[Part, Message], bool]:
    return lambda _, message: pattern.match(message.subject or "") is not None


def _has_header(name: str, pattern: str = "") -> Callable[[Part, Message], bool]:
    """Some field `name` matches `pattern` from its start, letter case aside."""
    return lambda mail, _: any(
        re.match(pattern.encode(), value.strip(), re.IGNORECASE) for value in mail.headers.all(name)
    )


def _from_mailer(_: Part, message: Message) -> bool:
    return _MAILER.match(message.from_ or "") is not None


_REPORTS = (
    ("bounce", _reports("delivery-status")),
    ("read-receipt", _reports("disposition-notification")),
    ("bounce", _has_header("x-failed-recipients")),
    ("bounce", _from_mailer),
)
_ANSWERS = (
    ("auto-reply", _has_header("auto-submitted", r"auto-(?:replied|notified)")),
    ("auto-reply", _has_header("x-autoreply")),
    ("auto-reply", _has_header("x-autorespond")),
    ("auto-reply", _has_header("precedence", "auto.?reply")),
    ("read-receipt", _has_part("message/disposition-notification")),
)
_ANSWERING_SUBJECTS = (
    ("bounce", _titled(_UNDELIVERED)),
    ("auto-reply", _titled(_ANSWERED)),
    ("read-receipt", _titled(_READ)),
)
_SIGNS = (
    ("calendar", _has_part("text/calendar")),
    ("list", _has_header("list-id")),
    ("list", _has_header("list-unsubscribe")),
    ("list", _has_header("precedence", "bulk|list|junk")),
    ("auto-reply", _has_header("auto-submitted", "auto-")),
    ("auto-reply", _has_header("x-auto-response-suppress", "(?!none)")),
    ("bounce", _has_header("return-path", r"<\s*>")),
)
