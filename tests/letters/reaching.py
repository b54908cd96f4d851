"""How to reach the writer: every way in which clerks give telephones, faxes, addresses and names."""

from typing import Any

from tests.letters.compose import Answer, Contact, Date, Letter
from tests.letters.provinces import KNOWN, PROVINCES, TO_KNOW, deputy, reply

_UNIT = ("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด", "กลุ่มงานส่งเสริมและพัฒนาท้องถิ่น")


def _reached(
    name: str, province: str, number: int, *lines: str, unit: tuple[str, ...] = _UNIT, **means: Any
) -> Letter:
    """The plainest letter with this contact block; `means` as in `Contact`."""
    sender = PROVINCES[province]
    return reply(
        province,
        number,
        Date(day=26, month=2, year=2562),
        (KNOWN, f"จังหวัด{province}ได้แจ้งให้องค์กรปกครองส่วนท้องถิ่นในเขตพื้นที่ทราบแล้ว", TO_KNOW),
        Answer(outcome="acknowledged"),
        name=name,
        address=(f"ถนนเทศบาล ๑ {sender.code} {sender.postal}",),
        signer=deputy(province, "นางสาวณัฐธิดา พันธุ์ดี"),
        contact=Contact(unit=unit, lines=lines, **means),
    )


LETTERS: tuple[Letter, ...] = (
    _reached(
        "phatthalung-two-numbers",
        "พัทลุง",
        811,
        "โทร. ๐ ๗๔๖๑ ๓๔๐๙, ๐ ๗๔๖๑ ๗๕๐๘",
        phones=("0 7461 3409", "0 7461 7508"),
    ),
    _reached(
        "chumphon-mobile-of-the-officer",
        "ชุมพร",
        1512,
        "โทร. ๐-๗๗๕๑-๑๕๕๑ ต่อ ๑๐๘",
        "ผู้ประสานงาน : นายเอกพล ชูแก้ว โทร. ๐๙๕-๑๒๓-๔๕๖๗",
        person="นายเอกพล ชูแก้ว",
        phones=("0-7751-1551 ต่อ 108", "095-123-4567"),
    ),
    _reached(
        "phitsanulok-mail-in-thai",
        "พิษณุโลก",
        2901,
        "โทรศัพท์ ๐ ๕๕๒๕ ๘๕๕๙",
        "ไปรษณีย์อิเล็กทรอนิกส์ : saraban-plk@dla.go.th",
        phones=("0 5525 8559",),
        emails=("saraban-plk@dla.go.th",),
    ),
    _reached(
        "kamphaengphet-all-on-one-line",
        "กำแพงเพชร",
        1777,
        "โทร. 0-5570-5042 โทรสาร 0-5570-5043 E-mail: kpp.local@gmail.com",
        phones=("0-5570-5042",),
        faxes=("0-5570-5043",),
        emails=("kpp.local@gmail.com",),
    ),
    _reached(
        "surin-inner-line",
        "สุรินทร์",
        4123,
        "โทร. ๐ ๔๔๕๑ ๔๕๖๗",
        "โทร. (มท.) ๔๓๒๑๗",
        "สำเนาส่ง : นายอำเภอทุกอำเภอ",
        phones=("0 4451 4567",),
    ),
    _reached(
        "yasothon-unit-of-one-line",
        "ยโสธร",
        905,
        "โทร./โทรสาร. ๐ ๔๕๗๑ ๒๗๒๒ ต่อ ๑๕",
        unit=("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดยโสธร",),
        phones=("0 4571 2722 ต่อ 15",),
        faxes=("0 4571 2722 ต่อ 15",),
    ),
    _reached(
        "singburi-no-dot",
        "สิงห์บุรี",
        612,
        "โทร ๐๓๖ ๕๒๐๓๓๓",
        "Fax ๐๓๖ ๕๒๐๓๓๔",
        phones=("036 520333",),
        faxes=("036 520334",),
    ),
    _reached(
        "phayao-officer-before-the-number",
        "พะเยา",
        1031,
        "เจ้าหน้าที่ผู้ประสานงาน นางสาวกนกพร ใจมั่น",
        "หมายเลขโทรศัพท์ ๐๘ ๙๔๓๒ ๑๘๗๖",
        unit=("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดพะเยา", "กลุ่มงานบริการสาธารณะท้องถิ่นและประสานงานท้องถิ่นอำเภอ"),
        person="นางสาวกนกพร ใจมั่น",
        phones=("08 9432 1876",),
    ),
)
