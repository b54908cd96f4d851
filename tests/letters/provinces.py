"""The 76 provinces that answer the department, and how their halls write.

Letter codes and names after ภาคผนวก ๑ of the regulation (DOMAIN 2.3), postal codes of the districts
where the halls stand. The officers are invented, the offices are not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from tests.letters.circular import DEPARTMENT, SUBJECT, TO_CIRCULAR
from tests.letters.compose import Answer, Contact, Date, Letter, Part, Reference, Signer

KNOWN = (
    "ตามหนังสือที่อ้างถึง กรมส่งเสริมการปกครองท้องถิ่นขอให้จังหวัดแจ้งองค์กรปกครองส่วนท้องถิ่นในพื้นที่สมัครขอรับ"
    "การรับรองมาตรฐานการให้บริการของศูนย์ราชการสะดวก (GECC) ประจำปี พ.ศ. ๒๕๖๒ ความละเอียดแจ้งแล้ว นั้น"
)
"""The cause of a reply, as clerks take it from the letter that they answer."""
TO_KNOW = "จึงเรียนมาเพื่อโปรดทราบ"

_ROWS = """
    สป สมุทรปราการ 10270, นบ นนทบุรี 11000, ปท ปทุมธานี 12000, อย พระนครศรีอยุธยา 13000, อท อ่างทอง 14000,
    ลบ ลพบุรี 15000, สห สิงห์บุรี 16000, ชน ชัยนาท 17000, สบ สระบุรี 18000, ชบ ชลบุรี 20000,
    รย ระยอง 21000, จบ จันทบุรี 22000, ตร ตราด 23000, ฉช ฉะเชิงเทรา 24000, ปจ ปราจีนบุรี 25000,
    นย นครนายก 26000, สก สระแก้ว 27000, นม นครราชสีมา 30000, บร บุรีรัมย์ 31000, สร สุรินทร์ 32000,
    ศก ศรีสะเกษ 33000, อบ อุบลราชธานี 34000, ยส ยโสธร 35000, ชย ชัยภูมิ 36000, อจ อำนาจเจริญ 37000,
    บก บึงกาฬ 38000, นภ หนองบัวลำภู 39000, ขก ขอนแก่น 40000, อด อุดรธานี 41000, ลย เลย 42000,
    นค หนองคาย 43000, มค มหาสารคาม 44000, รอ ร้อยเอ็ด 45000, กส กาฬสินธุ์ 46000, สน สกลนคร 47000,
    นพ นครพนม 48000, มห มุกดาหาร 49000, ชม เชียงใหม่ 50000, ลพ ลำพูน 51000, ลป ลำปาง 52000,
    อต อุตรดิตถ์ 53000, พร แพร่ 54000, นน น่าน 55000, พย พะเยา 56000, ชร เชียงราย 57000,
    มส แม่ฮ่องสอน 58000, นว นครสวรรค์ 60000, อน อุทัยธานี 61000, กพ กำแพงเพชร 62000, ตก ตาก 63000,
    สท สุโขทัย 64000, พล พิษณุโลก 65000, พจ พิจิตร 66000, พช เพชรบูรณ์ 67000, รบ ราชบุรี 70000,
    กจ กาญจนบุรี 71000, สพ สุพรรณบุรี 72000, นฐ นครปฐม 73000, สค สมุทรสาคร 74000, สส สมุทรสงคราม 75000,
    พบ เพชรบุรี 76000, ปข ประจวบคีรีขันธ์ 77000, นศ นครศรีธรรมราช 80000, กบ กระบี่ 81000, พง พังงา 82000,
    ภก ภูเก็ต 83000, สฎ สุราษฎร์ธานี 84000, รน ระนอง 85000, ชพ ชุมพร 86000, สข สงขลา 90000,
    สต สตูล 91000, ตง ตรัง 92000, พท พัทลุง 93000, ปน ปัตตานี 94000, ยล ยะลา 95000,
    นธ นราธิวาส 96000
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Province:
    """One province; `code` is the letters of its numbers."""

    code: str
    name: str
    postal: str

    @property
    def hall(self) -> str:
        return f"ศาลากลางจังหวัด{self.name}"

    @property
    def governor(self) -> str:
        return f"ผู้ว่าราชการจังหวัด{self.name}"


def _province(row: str) -> Province:
    code, name, postal = row.split()
    return Province(code=code, name=name, postal=postal)


PROVINCES: Mapping[str, Province] = MappingProxyType(
    {province.name: province for province in map(_province, _ROWS.split(","))}
)


def governor(province: str, name: str) -> Signer:
    """The governor, who signs for nobody else."""
    return Signer(name=name, position=PROVINCES[province].governor)


def deputy(province: str, name: str, post: str = "รองผู้ว่าราชการจังหวัด", acts: str = "ปฏิบัติราชการแทน") -> Signer:
    """Somebody who signs for the governor: `post` is printed as it is, and so is `acts`."""
    acted_for = PROVINCES[province].governor
    return Signer(name=name, position=post, on_behalf_of=acted_for, lines=(f"{post} {acts}", acted_for))


def reply(
    province: str, number: int, dated: Date, body: tuple[Part, ...], answer: Answer, **changes: Any
) -> Letter:
    """The usual answer of a province's hall to the circular; `changes` are fields of `Letter`."""
    sender = PROVINCES[province]
    usual = Letter(
        name=f"{sender.code}-{number}",
        reference=Reference(code=sender.code, owner="0023.3", number=number),
        dated=dated,
        agency=sender.hall,
        address=(f"ถนนศาลากลาง {sender.code} {sender.postal}",),
        province=province,
        subject=SUBJECT,
        addressee=f"อธิบดี{DEPARTMENT}",
        cites=(TO_CIRCULAR,),
        body=body,
        signer=governor(province, "นายสมชาย ใจดี"),
        contact=local_office("โทร. ๐-๕๓๑๑-๒๒๓๓", phones=("0-5311-2233",)),
        answer=answer,
    )
    return replace(usual, **changes)


def local_office(*lines: str, **means: Any) -> Contact:
    """The provincial office of the department, which owns such matters; `means` as in `Contact`."""
    unit = ("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด", "กลุ่มงานส่งเสริมและพัฒนาท้องถิ่น")
    return Contact(**{"unit": unit, "lines": lines} | means)
