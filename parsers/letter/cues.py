"""What one sentence of a reply says, by its words (DOMAIN 4).

A table of phrases, negative ones first because Thai negates before the verb (`ไม่มี…สมัคร`) and
`ไม่มีข้อขัดข้อง` first of all because it is a yes. The verb alone proves nothing: `ให้ อปท.
ที่ประสงค์สมัครดำเนินการ` passes the question on, it does not answer it.
"""

import re
from typing import Final, Literal

from parsers.letter import counts

Cue = Literal["agreed", "returned", "none", "declined", "pending", "applied", "sent", "passed on"]

_BODIES = (
    r"(?:องค์กรปกครองส่วนท้องถิ่น|อปท\.?|หน่วยงาน|เทศบาล|อบต\.?|องค์การบริหาร|ศูนย์|ส่วนราชการ|ท้องถิ่น|แห่ง|ราย|อำเภอ)"
)
_APPLIES = r"(?:สมัคร|ประสงค์|เข้าร่วม|ขอรับการ|เสนอ(?:ชื่อ)?|ยื่น)"
_CUES: Final[tuple[tuple[Cue, str], ...]] = (
    ("agreed", r"ไม่(?:มีข้อ)?ขัดข้อง|ไม่มีปัญหา"),
    (
        "returned",
        r"ส่ง(?:เรื่อง|หนังสือ|เอกสาร)?\s?(?:ดังกล่าว)?คืน(?!แบบ|ข้อมูล|ผล)|(?:มิได้|ไม่ได้|ไม่|มิ)\s?เกี่ยวข้อง|(?:ไม่|มิได้)\s?อยู่ใน(?:อำนาจ|ความรับผิดชอบ)",
    ),
    ("none", r"^ไม่มี$"),
    ("none", rf"(?:ไม่|มิได้|ไม่ปรากฏว่า)\s?(?:ได้)?มี\s?(?:ผู้|{_BODIES}|การ|รายชื่อ).{{0,160}}?{_APPLIES}"),
    ("none", rf"ไม่(?:ปรากฏ|ได้รับ)\S*\s?.{{0,80}}?{_APPLIES}"),
    (
        "none",
        r"ไม่มี(?:ผู้(?:ใด)?|แห่งใด|รายใด|หน่วยงานใด)|(?:ขอรายงาน|เรียนว่า|ผลปรากฏว่า)\s?(?:ว่า)?\s?ไม่มี(?!ความ|ข้อ)",
    ),
    ("none", r"จำนวน\s?(?:0|๐|ศูนย์)\s?แห่ง|ไม่มี\S{0,40}แต่อย่างใด"),
    (
        "declined",
        r"(?:ไม่|มิได้|ไม่ได้)\s?(?:มี)?(?:ความ)?(?:ขอ|แจ้งความ)?\s?(?:ประสงค์|สามารถ|พร้อม|เข้าร่วม|สมัคร|ยินดี)"
        r"|ไม่มีความ(?:ประสงค์|พร้อม)|ขอ(?:ไม่|สละสิทธิ์|ถอน|ยกเลิกการ)|ปฏิเสธ",
    ),
    (
        "pending",
        r"อยู่(?:ใน)?ระหว่าง|ขอ(?:ขยาย|เลื่อน)|ยังไม่(?:ได้รับ|แล้วเสร็จ|ครบ)|(?:รายงาน|แจ้ง|จัดส่ง|ส่ง)\S{0,30}\s?\S{0,30}(?:ต่อไป|ภายหลัง|อีกครั้ง)"
        r"|จะเร่ง|รอ(?:ผล|การ)|ที่เหลือ|^อีก\s?[0-9๐-๙]",
    ),
    (
        "applied",
        r"^มี(?:จำนวน|\s)*[0-9๐-๙]+\s*แห่ง$|^(?:ขอ|จะ)?(?:สมัคร|เข้าร่วม|ตอบรับ)"
        rf"|(?:มี|ว่า|คือ)\s?(?:ผู้|{_BODIES}).{{0,120}}?{_APPLIES}"
        rf"|ได้(?:ดำเนินการ)?(?:แจ้งความประสงค์|ยื่น|ส่งใบ)?\S{{0,10}}(?:สมัคร|ลงทะเบียน).{{0,120}}?(?:แล้ว|เรียบร้อย|จำนวน|\(GECC\))"
        r"|(?:รายชื่อ|บัญชี).{0,80}?ที่(?:มีความ)?(?:ประสงค์|สมัคร|เข้าร่วม|แจ้งความ)"
        r"|(?:มี|แจ้ง|ขอแจ้ง)ความประสงค์|(?<!ที่)(?<!ผู้)(?<!หาก)ประสงค์(?:จะ|ขอ|ที่จะ)?\s?(?:สมัคร|เข้าร่วม|ขอรับ|ส่ง)"
        r"|ยินดี(?:เข้าร่วม|ให้|สนับสนุน|ส่ง)|ขอ(?:สมัคร|เข้าร่วม|ยืนยัน|ตอบรับ)|ตอบรับ(?:การ)?เข้าร่วม"
        r"|ดำเนินการ\S{0,20}(?:เสร็จ|เรียบร้อย)\S*(?:แล้ว)?",
    ),
    (
        "sent",
        r"(?:ขอ|จึงขอ|ได้|จึง)(?:จัด)?(?:ส่ง|เสนอ|รายงาน|นำส่ง|แจ้ง)\s?(?:ผล|แบบ|ราย|บัญชี|ข้อมูล|ใบสมัคร|เอกสาร|สรุป)"
        r"|รายละเอียด(?:ปรากฏ)?ตาม(?:สิ่งที่ส่ง|เอกสาร|บัญชี|แบบ)|ตามบัญชี(?:แนบ|ราย)|ตามแบบตอบรับ",
    ),
    (
        "passed on",
        r"แจ้ง(?:ให้|เวียน)?\s?(?:อำเภอ|ทุก|องค์กร|อปท|หน่วย|เทศบาล|ส่วน|ผู้|บุคลากร|สำนัก)|แจ้ง.{0,120}?(?:ทราบ|ดำเนินการ|ถือปฏิบัติ)"
        r"|ประชาสัมพันธ์|เวียนแจ้ง|รับทราบ|ทราบ(?:เรื่อง|ดังกล่าว)?\S{0,20}แล้ว|ได้รับ(?:หนังสือ|แจ้ง|เรื่อง|เอกสาร).{0,60}?แล้ว",
    ),
)
_PATTERNS: Final = tuple((cue, re.compile(pattern)) for cue, pattern in _CUES)
_SUPPOSITION = re.compile(r"(?:ทั้งนี้\s?)?(?:หาก|ถ้า|กรณี)")
# Who wants to may do so: no statement that anybody does.
_CONDITION = re.compile(
    r"(?:ให้|หาก|ถ้า|กรณี|เชิญชวน|ขอให้|ซึ่ง)\S{0,60}\s?\S{0,60}?(?:ที่|หาก|ผู้)?(?:มี)?(?:ความ)?(?:ประสงค์|สมัคร|เข้าร่วม)"
)


def read(sentence: str) -> Cue | None:
    """The first cue of the table that `sentence` gives, `None` if it says nothing of the matter."""
    if _SUPPOSITION.match(sentence):
        return None
    return next(
        (cue for cue, pattern in _PATTERNS if pattern.search(sentence) and _holds(cue, sentence)), None
    )


def _holds(cue: Cue, sentence: str) -> bool:
    """An application within a condition counts only if it comes with a number."""
    if cue != "applied" or not _CONDITION.search(sentence):
        return True
    return any(not count.is_whole for count in counts.find(sentence))
