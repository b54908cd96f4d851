"""What other circulars of the department and the ministry ask, and who answers them below the provinces.

The subjects are of the kind that the department writes about; numbers and days are invented.
"""

from typing import Any, NamedTuple

from tests.letters.circular import DEPARTMENT
from tests.letters.compose import Cite, Contact, Date, Letter, Organisation, Reference, Signer
from tests.letters.provinces import PROVINCES


class Matter(NamedTuple):
    """A circular, as those who answer know it."""

    subject: str
    cite: Cite


def _matter(
    subject: str, owner: str, number: int, dated: Date, agency: str = DEPARTMENT, speed: str = ""
) -> Matter:
    reference = Reference(code="มท", owner=owner, number=number, circular=True)
    lead = f"หนังสือ{agency} {speed}" if speed else ""
    return Matter(subject, Cite(reference=reference, dated=dated, agency=agency, lead=lead))


WASTE = _matter(
    "การขับเคลื่อนการบริหารจัดการขยะอินทรีย์ที่ต้นทาง ประจำปีงบประมาณ พ.ศ. ๒๕๖๕",
    "0820.3",
    1418,
    Date(day=4, month=5, year=2565),
    speed="ด่วนที่สุด",
)
CHILDREN = _matter(
    "การสำรวจความต้องการครุภัณฑ์ของศูนย์พัฒนาเด็กเล็ก",
    "0816.4",
    906,
    Date(day=17, month=6, year=2563),
)
CARERS = _matter(
    "โครงการฝึกอบรมผู้ดูแลผู้สูงอายุที่มีภาวะพึ่งพิง รุ่นที่ ๓",
    "0819.2",
    2077,
    Date(day=9, month=11, year=2566),
)
ROADS = _matter(
    "การขอรับการสนับสนุนงบประมาณเงินอุดหนุนเฉพาะกิจ รายการซ่อมสร้างถนนลาดยาง",
    "0808.2",
    3360,
    Date(day=30, month=8, year=2564),
    speed="ด่วนมาก",
)
CLINICS = _matter(
    "การถ่ายโอนภารกิจโรงพยาบาลส่งเสริมสุขภาพตำบล",
    "0803.3",
    515,
    Date(day=2, month=2, year=2567),
)
VOTING = _matter(
    "การเตรียมความพร้อมการเลือกตั้งสมาชิกสภาท้องถิ่น",
    "0810.6",
    4921,
    Date(day=18, month=12, year=2567),
    agency="กระทรวงมหาดไทย",
    speed="ด่วนที่สุด",
)
WATER = _matter(
    "การสำรวจระบบประปาหมู่บ้านที่ชำรุดเสียหาย",
    "0820.2",
    38,
    Date(day=7, month=1, year=2568),
)


def council(
    organisation: Organisation, province: str, owner: str, number: int, dated: Date, **rest: Any
) -> Letter:
    """An organisation writes to its governor; `rest` are the other fields of `Letter`."""
    usual: dict[str, Any] = {
        "dated": dated,
        "province": province,
        "reference": Reference(code=PROVINCES[province].code, owner=owner, number=number),
        "agency": f"{_HOUSES[organisation.kind]}{organisation.full}",
        "address": (f"อำเภอ{organisation.district} จังหวัด{province}",),
        "addressee": PROVINCES[province].governor,
    }
    return Letter(**usual | rest)


_HOUSES = {
    "เทศบาลนคร": "สำนักงาน",
    "เทศบาลเมือง": "สำนักงาน",
    "เทศบาลตำบล": "สำนักงาน",
    "องค์การบริหารส่วนตำบล": "ที่ทำการ",
    "องค์การบริหารส่วนจังหวัด": "",
}


def mayor(name: str, organisation: Organisation) -> Signer:
    """The head of a municipality or of a council, who signs for nobody else."""
    titles = {"เทศบาล": "นายกเทศมนตรี", "องค์การ": "นายกองค์การ"}
    start = next(start for start in titles if organisation.kind.startswith(start))
    return Signer(name=name, position=titles[start] + organisation.full.removeprefix(start))


def office(*unit: str, lines: tuple[str, ...], **means: Any) -> Contact:
    """A contact block; `means` as in `Contact`."""
    return Contact(unit=unit, lines=lines, **means)
