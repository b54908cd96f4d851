"""Which local administrative organisations a text names.

Short and full forms of the types (ทต., เทศบาลตำบล) give the full one, the form by which the
department's list knows them. The district comes from what follows (`อำเภอ…`), or from the column of
a table before or behind if that is a district of the province; type, name, district and province together name one
organisation and no other (DOMAIN 4).
"""

import re
from collections.abc import Sequence
from typing import Final

from parsers.model import Organisation
from parsers.thai import places

_OF_A_PROVINCE: Final = "องค์การบริหารส่วนจังหวัด"
_KINDS: Final = {
    _OF_A_PROVINCE: r"องค์การบริหารส่วนจังหวัด|อบจ\s?\.?",
    "องค์การบริหารส่วนตำบล": r"องค์การบริหารส่วนตำบล|อบต\s?\.?",
    "เทศบาลนคร": r"เทศบาลนคร|ทน\s?\.",
    "เทศบาลเมือง": r"เทศบาลเมือง|ทม\s?\.",
    "เทศบาลตำบล": r"เทศบาลตำบล|ทต\s?\.",
}
_ANY_KIND = "|".join(_KINDS.values())
# What follows a kind where organisations are spoken of, none of them by name (ในเมือง and ที่วัง are names).
_NO_NAME = (
    r"สมัคร|แห่ง|พ\.ศ|เพียง(?!$)|ใน(?:พื้นที่|เขต|สังกัด|จังหวัด|อำเภอ|ความ)|ทุก|และ(?:องค์|เทศ|อบ|หน่วย|ส่วน)|ต่าง|ทั้ง|จำนวน"
    r"|ที่(?:มี|ประสงค์|สมัคร|ได้|เข้า|ไม่|ยัง|ส่ง|อยู่|เป็น|ผ่าน|แจ้ง|ขอ|เสนอ|ดัง|\s)"
)
_OPENS = re.compile(rf"(?:[0-9๐-๙]{{1,3}}\s?[.)]\s*)?(?:{_ANY_KIND}|องค์การบริหาร|เทศบาล)(?!{_NO_NAME})")
# A name ends at a space, and where the next word is glued to it: words that are in none of the 7,849 names of the
# department's list, and of others (แจ้ง, ประสงค์, มี, จะ) what follows them in a sentence and in no name.
_NEXT_WORD = (
    rf"และ|(?:{_ANY_KIND})|อำเภอ|จังหวัด|ได้|ไม่|(?<!ภู)มิ(?:ได้|อาจ|มี|ขอ)|ยัง(?:ไม่|มิ|คง)|จึง|แต่|หรือ|โดย|เพื่อ|ซึ่ง|เมื่อ|ตั้งแต่|กับ|ด้วย|ทั้ง|จำนวน|แล้ว|นั้น"
    r"|เพียง(?:แห่ง|ราย|[0-9๐-๙])|แห่ง|มี(?:ความ|องค์|ผู้|หนังสือ|การ|จำนวน|เจต)|(?<!แ)(?<!กะ)(?<!ประ)จะ(?:ได้|นำ|ดำ|พิ|แจ้ง|ส่ง|เข้า|สมัคร|ราย|จัด|เร่ง|ถือ|เสนอ)|อยู่(?:ใน)?ระหว่าง|กำลัง|พร้อม|(?<!ห)ว่า(?:มี|ไม่|ได้|จะ|ยัง|อยู่)"
    r"|ทราบ|รับทราบ|พิจารณา|รายงาน|ดำเนินการ|ตรวจสอบ|เข้าร่วม|ยิน(?:ดี|ยอม)|ยกเลิก|ติด(?:ภารกิจ|ราชการ)|อนุญาต|อนุมัติ|ลงนาม|ชำระ|กรอก(?!ส)|ตั้งงบ|รับ(?:ทราบ|หนังสือ|การ|ไว้)|ตกลง|ยืนยัน|ตอบ|เห็น|แสดง|สนใจ|ต้องการ|เสนอ|ยื่น|ลงทะเบียน|ผ่าน(?!ศึก)|จัด|นำ|ปฏิ|ขัดข้อง|สละ|ถอน(?!สมอ)|ของด|รวม(?:ทั้ง|เป็น|จำนวน|[0-9๐-๙]|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)"
    r"|เตรียม|ติดตั้ง|ปรับปรุง|สำรวจ|บันทึก|แจ้ง(?:ว่า|ให้|ความ|ผล|ราย|ยืน)|สมัคร(?:ขอ|เข้า|แล้ว|รับ)|ส่ง(?:ผ|ร|แ|ใ|ข|บ|เ|ต)"
    r"|ประสงค์(?:จะ|ขอ|สมัคร|เข้า|ส่ง|ที่)|ขอ(?:แจ้ง|เรียน|รับ|สมัคร|ส่ง|ราย|เสนอ|สละ|ยืนยัน|หารือ|ความ|เข้า|ไม่|ให้|ขยาย|เลื่อน|ถอน|ตอบ)"
)
_ORGANISATION = re.compile(
    rf"(?:(?<![ก-๙])(?P<before>(?:(?!{_ANY_KIND})[ก-๎])+)\s{{1,3}})?"
    rf"(?:(?P<kind>{_ANY_KIND})\s?(?!{_NO_NAME}|(?!และ){_NEXT_WORD})(?P<name>กม\.\s?[0-9๐-๙]+|(?:[ก-ฮ]\.){{3}}|[ก-๎]+?(?:-[ก-๎]+?)?)(?=[^ก-๎-]|-(?![ก-๎])|$|{_NEXT_WORD})|(?P<pattaya>เมืองพัทยา))"
    r"(?:\s{0,3}(?P<district_word>อำเภอ|อ\s?\.)?\s{0,3}(?P<district>[ก-๙]+(?:-[ก-๙]+)?))?"
)


# `อำเภอภาชี ๒ แห่ง (เทศบาลตำบลภาชี …`: a district before those that lie in it.
_DISTRICT_OF_SEVERAL = re.compile(
    r"(?:อำเภอ|อ\s?\.)\s?(?P<district>[ก-๎]{1,40}(?:-[ก-๎]{1,20})?)\s*(?:จำนวน\s*)?[0-9๐-๙]+\s*(?:แห่ง|อปท\.?)\s*[(:][^()]*"
)


def opens(text: str) -> bool:
    """Whether `text` begins with the kind of an organisation, broken off or followed by a name."""
    return bool(_OPENS.match(text))


def spans(text: str) -> list[tuple[int, int]]:
    """Where organisations are named in `text`: kind and name, without the district."""
    found = _ORGANISATION.finditer(text)
    return [(match.start("kind"), match.end("name")) for match in found if match["kind"]]


def find(text: str, *, province: str | None) -> list[Organisation]:
    """All organisations named in `text`, none twice; `province` decides what is a district."""
    found: dict[Organisation, None] = {}
    several = list(_DISTRICT_OF_SEVERAL.finditer(text))
    at = 0
    while match := _ORGANISATION.search(text, at):
        district = _district(match, province)
        # Only the district itself is passed over: the next organisation may be glued to it.
        at = max(match.end("name"), match.end("pattaya"))
        if district and district != match["before"]:
            at = match.start("district") + len(district)
        found[_organisation(match, district or _above(match, several, province))] = None
    return list(found)


def _above(match: re.Match[str], several: Sequence[re.Match[str]], province: str | None) -> str | None:
    """The district under which several organisations are named together, this one among them."""
    around = (one for one in several if one.end("district") < match.start() < one.end())
    one = next(around, None)
    return places.district_named(one["district"], province=province) if one and province else None


def _organisation(match: re.Match[str], district: str | None) -> Organisation:
    if match["pattaya"]:
        return Organisation(name="เมืองพัทยา", kind="เมืองพัทยา", district=district)
    kind = next(full for full, forms in _KINDS.items() if re.fullmatch(forms, match["kind"]))
    name = match["name"]
    if kind == _OF_A_PROVINCE:  # whatever is glued to the name
        name = next((one for one in places.PROVINCES if name.startswith(one)), name)
    return Organisation(name=f"{kind}{name}", kind=kind, district=district)


def _district(match: re.Match[str], province: str | None) -> str | None:
    before = match["before"]
    if before and province and before == places.district_named(before, province=province):
        return before
    name = match["district"]
    if not name:
        return None
    if province and (known := places.district_named(name, province=province)):
        return known if match["district_word"] or name in (known, "เมือง") else None
    return name if match["district_word"] and not province else None
