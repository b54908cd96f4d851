"""The acknowledgement of a letter (แจ้งตอบรับ): who gets one, and what it says. Pure.

The regulation has the receiver of a letter by e-mail acknowledge it (DOMAIN 1.5). A sender gets one mail
for a letter that was filed, with its register number. Nobody who is no person or office gets any, because
automatic mail that answers automatic mail never ends (RFC 3834 section 2), and nobody gets one whom a
forged sender address may only name.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from intake.authenticity import Authenticity, Heard
from parsers.mail.headers import Headers
from parsers.thai import dates, digits
from storage import register

_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9.-]{1,255}", re.ASCII)
_NOBODY = re.compile(
    r"(?:mailer-daemon|postmaster|no-?_?reply|do-?not-?reply|bounces?|.*-(?:request|bounces?|owner)|owner-.*)@",
    re.IGNORECASE,
)
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,250}>")
_BY_MAIL = frozenset({"imap", "smtp", "lmtp"})
_STALE = timedelta(days=14)
_NEVER_ANSWERED = ("list-id", "list-unsubscribe", "list-post", "x-autoreply", "x-autorespond", "x-loop")
_UNANSWERED = {
    "auto-submitted": re.compile(rb"(?!\s*no\b)", re.IGNORECASE),
    "precedence": re.compile(rb"\s*(?:bulk|list|junk|auto.?reply)", re.IGNORECASE),
    "x-auto-response-suppress": re.compile(rb"(?!\s*none\b)", re.IGNORECASE),
    "return-path": re.compile(rb"\s*<\s*>"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Office:
    """Who acknowledges: the mailbox that the mail is from, and the office's name in Thai."""

    address: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrived:
    """How the letter came: `channel` and `mail_from` are those of its envelope, `sent_at` what the mail says."""

    channel: str
    mail_from: str | None
    received_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Filed:
    """What the mail tells of the letter."""

    reference_number: str
    dated: str | None
    subject: str
    register_number: str
    received_at: datetime
    answers: str | None
    """The Message-ID of the mail that brought it."""


def may_be_answered(header: Headers) -> bool:
    """Whether the header of a mail leaves room for an automatic answer (RFC 3834 section 2)."""
    if any(header.all(name) for name in _NEVER_ANSWERED):
        return False
    return not any(
        pattern.match(value) for name, pattern in _UNANSWERED.items() for value in header.all(name)
    )


def recipient(arrived: Arrived, heard: Heard, evidence: Authenticity, *, office: Office) -> str | None:
    """Who is to be told that the mail arrived; `None` for nobody."""
    address = heard.sender or ""
    usable = (
        _has_just_come_by_mail(arrived)
        and heard.answerable
        and _ADDRESS.fullmatch(address)
        and not _NOBODY.match(address)
        and address.casefold() != office.address.casefold()
        and "sender-refuted" not in {reason.code for reason in evidence.reasons}
    )
    return address if usable else None


def _has_just_come_by_mail(arrived: Arrived) -> bool:
    """Not from a folder or an archive, nor out of the past of a mailbox: its sender has long moved on."""
    age = arrived.received_at - (arrived.sent_at or arrived.received_at)
    return arrived.channel in _BY_MAIL and arrived.mail_from != "" and age < _STALE


def message_id(receipt_id: str, *, office: Office) -> str:
    """The same for ever, so that a mail system which got two would know them for one."""
    return f"<acknowledgement.{receipt_id}@{office.address.rpartition('@')[2]}>"


def compose(filed: Filed, *, receipt_id: str, to: str, office: Office, at: datetime) -> bytes:
    """The mail as it goes to the relay: ASCII, CR LF, marked as automatic so that no program answers it."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(display_name=office.name, addr_spec=office.address)
    mail["To"] = Address(addr_spec=to)
    mail["Subject"] = f"ตอบรับหนังสือ ที่ {filed.reference_number} เลขทะเบียนรับ {filed.register_number}"
    mail["Date"] = format_datetime(at.astimezone(register.BANGKOK))
    mail["Message-ID"] = message_id(receipt_id, office=office)
    if filed.answers and _MESSAGE_ID.fullmatch(filed.answers):
        mail["In-Reply-To"] = filed.answers
        mail["References"] = filed.answers
    mail["Auto-Submitted"] = "auto-replied"
    mail["X-Auto-Response-Suppress"] = "All"
    mail.set_content(_text(filed, office), cte="base64")
    return mail.as_bytes()


def _text(filed: Filed, office: Office) -> str:
    received = filed.received_at.astimezone(register.BANGKOK)
    thai = f"""\
{office.name}ได้รับหนังสือของท่านทางไปรษณีย์อิเล็กทรอนิกส์แล้ว

ที่ {filed.reference_number}
ลงวันที่ {_thai(filed.dated)}
เรื่อง {filed.subject}
เลขทะเบียนรับ {filed.register_number}
วันที่รับ {dates.format_thai(received.date(), "arabic")} เวลา {received:%H:%M} น.

ข้อความนี้ส่งโดยระบบอัตโนมัติ ไม่ต้องตอบกลับ
"""
    return digits.to_thai(thai) + (
        f"\nYour letter {filed.reference_number} was received on {received:%d %B %Y, %H:%M} (UTC+7) "
        f"and registered as {filed.register_number}.\nThis mail was sent automatically; please do not reply.\n"
    )


def _thai(dated: str | None) -> str:
    """An ISO date, or month, as letters write it."""
    if dated is None:
        return "-"
    if len(dated) == len("2019-02"):
        return dates.format_thai(date.fromisoformat(f"{dated}-01"), "arabic").split(" ", 1)[1]
    return dates.format_thai(date.fromisoformat(dated), "arabic")
