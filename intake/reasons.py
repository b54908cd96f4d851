"""Why a message stands where it stands, in words for the coordinator: Thai first, English second.

The sentences are made here and nowhere else, so that the queue, the ledger and the JSON all say
the same. A code never changes its meaning.
"""

from dataclasses import dataclass

_TEXTS = {
    "cites-exactly": ("อ้างถึง {cited} ตรงทั้งเลขที่และวันที่", "cites {cited}: number and date agree"),
    "expected-sender": ("จังหวัด{province}อยู่ในรายชื่อที่ต้องตอบ", "{province} is an addressee of the circular"),
    "copy": ("ไฟล์เดียวกันทุกไบต์กับ {original} ที่รับไว้แล้ว", "byte for byte the same as {original}, received before"),
    "same-message": (
        "อีเมลฉบับเดียวกับ {original} ที่รับไว้แล้ว มาอีกทางหนึ่ง",
        "the same mail as {original}, received before by another way",
    ),
    "supersedes": ("แก้ไขหรือใช้แทนหนังสือที่ลงรับไว้ที่ {register}", "corrects or replaces {register}"),
    "superseded": ("มีหนังสือแก้ไขหรือใช้แทนแล้ว ลงรับที่ {register}", "corrected or replaced by {register}"),
    "corrects-which": (
        "เป็นหนังสือแก้ไข แต่ไม่ชัดว่าแก้ฉบับใดใน {registers}",
        "it corrects an earlier letter, but which of {registers} is not certain",
    ),
    "follows-own": (
        "อ้างถึงหนังสือของตนเองที่ลงรับไว้ที่ {register}",
        "cites a letter of its own that is registered as {register}",
    ),
    "same-letter": (
        "หนังสือฉบับเดียวกัน (เจ้าของ เลขที่ วันที่) ลงรับแล้วที่ {register}",
        "the same letter (sender, number, date) is already registered as {register}",
    ),
    "auto-reply": (
        "ไม่ใช่หนังสือ: ตอบกลับโดยอัตโนมัติ",
        "not a letter: an automatic reply",
    ),
    "bounce": (
        "ไม่ใช่หนังสือ: แจ้งผลการส่งอีเมลจากระบบเมล",
        "not a letter: a mail system's report on a delivery",
    ),
    "read-receipt": ("ไม่ใช่หนังสือ: แจ้งว่าอีเมลถูกเปิดอ่านแล้ว", "not a letter: a read receipt"),
    "list": ("ไม่ใช่หนังสือ: จดหมายข่าวหรือกลุ่มอีเมล", "not a letter: mail of a list or newsletter"),
    "calendar": ("ไม่ใช่หนังสือ: นัดหมายในปฏิทิน", "not a letter: an invitation of a calendar"),
    "spam": ("ไม่ใช่หนังสือ: ระบบเมลระบุว่าเป็นสแปม", "not a letter: our mail server marks it as spam"),
    "about": ("เกี่ยวกับ{what}", "it is about {what}"),
    "looks-automatic": (
        "หัวจดหมายระบุว่าเป็นอีเมลอัตโนมัติ ({kind}) แต่มีหนังสือหรือเอกสารที่อาจเป็นหนังสืออยู่ด้วย",
        "its header says that it is automatic ({kind}), yet it carries a letter or what may be one",
    ),
    "no-letter": ("ไม่พบหนังสือราชการในข้อความนี้", "no official letter was found in this message"),
    "no-text": (
        "{name} เป็นภาพสแกน ไม่มีข้อความให้อ่าน",
        "{name} is a scan without text; a person must read it",
    ),
    "encrypted": ("{name} ตั้งรหัสผ่านไว้ ขอรหัสจากผู้ส่ง", "{name} needs a password; ask the sender for it"),
    "left-out": (
        "{name} อ่านไม่ได้ จึงถูกเว้นไว้",
        "{name} could not be read and was left out; a person must look at it",
    ),
    "unreadable": ("อ่านไม่ได้: {error}", "could not be read: {error}"),
    "reading-failed": ("อ่านไม่สำเร็จทุกครั้งที่ลอง: {error}", "every attempt at reading failed: {error}"),
    "secret": ("มีชั้นความลับ {mark} ต้องให้ผู้มีสิทธิ์เปิด", "marked {mark}: only a cleared person may open it"),
    "no-citation": ("ไม่พบเลขที่หนังสือที่อ้างถึง", "cites no letter"),
    "unknown-citation": ("อ้างถึง {cited} ซึ่งไม่ตรงกับเรื่องที่เปิดอยู่", "cites {cited}, which is no open campaign"),
    "several-campaigns": ("อ้างถึงมากกว่าหนึ่งเรื่อง: {campaigns}", "cites more than one campaign: {campaigns}"),
    "citation-undated": (
        "อ้างถึง {cited} โดยไม่ระบุวันที่ (เรื่องลงวันที่ {dated})",
        "cites {cited} without its date (the campaign's is {dated})",
    ),
    "citation-other-date": (
        "อ้างถึง {cited} ลงวันที่ {cited_date} แต่เรื่องลงวันที่ {dated}",
        "cites {cited} of {cited_date}, but the campaign's is of {dated}",
    ),
    "citation-other-issuer": (
        "อ้างถึงหนังสือ{cited_issuer} แต่เรื่องเป็นของ{issuer}",
        "cites a letter of {cited_issuer}, but the campaign is of {issuer}",
    ),
    "citation-other-series": (
        "อ้างถึง {cited} ต่างกับ {campaign} ตรงตัว ว",
        "cites {cited}, which differs from {campaign} by its series (ว)",
    ),
    "citation-near": (
        "อ้างถึง {cited} คล้าย {campaign} อาจพิมพ์ผิด",
        "cites {cited}, near to {campaign}: perhaps mistyped",
    ),
    "citation-doubtful": ("อ่านเลขที่อ้างถึง {cited} ได้ไม่ชัด", "the citation {cited} was read with doubt"),
    "own-reference-missing": ("ไม่พบหรืออ่านเลขที่หนังสือไม่ได้", "its own reference number is missing or unreadable"),
    "own-date-missing": ("ไม่พบหรืออ่านวันที่หนังสือไม่ได้", "its own date is missing or unreadable"),
    "dated-before-circular": (
        "หนังสือลงวันที่ {dated} ก่อนวันที่ของเรื่อง {circular}",
        "dated {dated}, before the circular of {circular}",
    ),
    "dated-after-receipt": (
        "หนังสือลงวันที่ {dated} หลังวันที่รับ {received}",
        "dated {dated}, after its receipt on {received}",
    ),
    "sender-unknown": ("ไม่ทราบว่าเป็นหนังสือของจังหวัดใด", "the sending province is not certain"),
    "sender-unexpected": (
        "จังหวัด{province}ไม่อยู่ในรายชื่อที่ต้องตอบ",
        "{province} is no addressee of this campaign",
    ),
    "sender-below-province": (
        "เป็นหนังสือของ{agency} ไม่ใช่ของจังหวัด",
        "sent by {agency}, an organisation below the province",
    ),
    "sender-verified": (
        "ยืนยันได้ว่าอีเมลมาจาก {domain} ({how})",
        "verified to come from {domain} ({how})",
    ),
    "sender-refuted": (
        "อีเมลอ้างว่ามาจาก {domain} แต่ตรวจสอบไม่ผ่าน ({how})",
        "says that it comes from {domain}, which a check denies ({how})",
    ),
    "sender-outside-government": (
        "ส่งจาก {domain} ซึ่งไม่ใช่โดเมนของหน่วยงานรัฐ",
        "sent from {domain}, which is no government domain",
    ),
    "sender-mailbox": (
        "ส่งจากที่อยู่อีเมลกลางของ{name} จังหวัด{province}",
        "sent from the central mailbox of {name}, {province}",
    ),
    "sender-mailbox-elsewhere": (
        "ส่งจากที่อยู่อีเมลกลางของ{name} ซึ่งอยู่จังหวัด{province} ไม่ใช่จังหวัดของหนังสือ",
        "sent from the central mailbox of {name} in {province}, another province than the letter's",
    ),
    "circular-itself": ("เป็นตัวหนังสือเวียนของเรื่องเอง", "this is the campaign's circular itself"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One reason: its code and the sentence in both languages."""

    code: str
    thai: str
    english: str

    def __str__(self) -> str:
        return f"{self.thai} ({self.english})"


def because(code: str, **facts: object) -> Reason:
    """The reason `code` with its facts in place.

    Raises `KeyError` for a code that has no sentence, or a sentence that misses a fact.
    """
    thai, english = _TEXTS[code]
    return Reason(code=code, thai=thai.format(**facts), english=english.format(**facts))
