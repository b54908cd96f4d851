"""Builders that hide the noise of values which tests need whole: a letter, a campaign, a message.

Each gives the plainest right thing; a test names only what it is about.
"""

from datetime import UTC, date, datetime

from intake.correction import Earlier
from parsers.model import Citation, Confirmation, Document, Field, Letter, Message, Parsed
from parsers.thai import reference
from storage.campaigns import OpenCampaign, Reference

DLA = "กรมส่งเสริมการปกครองท้องถิ่น"
RECEIVED = datetime(2019, 2, 25, 3, 0, tzinfo=UTC)


def a_campaign(
    number: str = "มท 0810.7/ว 200",
    key: str = "มท|0810.7|ว|200",
    dated: date = date(2019, 2, 15),
    *,
    id: int = 1,
    issuer: str = DLA,
    addressees: frozenset[str] = frozenset({"เชียงใหม่", "ลำพูน"}),
) -> OpenCampaign:
    reference = Reference(reference=number, reference_key=key, dated=dated, kind="circular")
    return OpenCampaign(
        id=id,
        reference=number,
        reference_key=key,
        issuer=issuer,
        dated=dated,
        subject="ขอเชิญสมัครขอรับการรับรองมาตรฐาน",
        due=date(2019, 2, 28),
        references=(reference,),
        addressees=addressees,
    )


def a_field(value: str | None, confidence: float = 0.99) -> Field:
    return Field(value=value, raw=value or "", confidence=confidence)


def a_citation(
    number: str | None = "มท 0810.7/ว 200",
    dated: str | None = "2019-02-15",
    *,
    agency: str | None = DLA,
    confidence: float = 0.99,
) -> Citation:
    return Citation(
        reference_number=number, dated=dated, agency=agency, raw=number or "", confidence=confidence
    )


def a_reply(
    *cites: Citation,
    number: str | None = "ชม 0023.3/1234",
    dated: str | None = "2019-02-20",
    province: str | None = "เชียงใหม่",
    province_confidence: float = 0.99,
    agency: str | None = "ศาลากลางจังหวัดเชียงใหม่",
    secrecy: str | None = None,
    subject: str = "ขอเชิญสมัครขอรับการรับรองมาตรฐาน",
) -> Letter:
    return Letter(
        kind="external",
        reference_number=a_field(number),
        dated=a_field(dated),
        agency=a_field(agency),
        province=a_field(province, province_confidence),
        subject=a_field(subject),
        addressee=a_field("อธิบดีกรมส่งเสริมการปกครองท้องถิ่น"),
        cites=cites or (a_citation(),),
        secrecy=secrecy,
    )


def a_document(text: str = "", *defects: str, media_type: str = "application/pdf") -> Document:
    return Document(
        name="reply.pdf",
        media_type=media_type,
        sha256="1" * 64,
        pages=1,
        text_source="text-layer" if text else None,
        text_quality=1.0 if text else 0.0,
        text=text,
        defects=defects,
    )


def an_earlier(
    number: str = "ชม 0023.3/1234",
    dated: str = "2019-02-20",
    *,
    register: str = "7/2562",
    corrects: bool = False,
) -> Earlier:
    """A letter of the same agency as `a_reply`, filed for `a_campaign`."""
    read = reference.parse(number)
    assert read is not None
    return Earlier(
        filing=int(register.partition("/")[0]),
        campaign=1,
        register=register,
        identity=f"ศาลากลางจังหวัดเชียงใหม่|{dated}|{read.key}",
        reference_key=read.key,
        dated=dated,
        corrects=corrects,
    )


def a_reading(
    letter: Letter | None = None,
    *documents: Document,
    message: Message | None = None,
    error: str | None = None,
) -> Parsed:
    """What was read from one file that holds `letter`: a mail, if there is a `message`."""
    return Parsed(
        source="reply.pdf",
        sha256="0" * 64,
        media_type="message/rfc822" if message else "application/pdf",
        message=message,
        documents=documents,
        letter=letter,
        letters=(letter,) if letter else (),
        confirmation=Confirmation(outcome="confirmed", count=3) if letter else None,
        error=error,
    )
