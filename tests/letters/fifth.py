"""Letters by a fifth hand, for one measurement at first sight: plain answers to plain circulars.

Whoever composed them has read the contract, the domain and the yardstick, no reader and few other letters.
Nothing here is a puzzle: who takes part, what came of it, whose names, which figures. Names begin with `fifth-`.
"""

from dataclasses import replace
from typing import Any

from tests.letters.circular import DEPARTMENT
from tests.letters.compose import Answer, Cite, Date, Letter, Part, Reference, Table
from tests.letters.hands import AJ, AO, THO, TO, asked_by, org, told
from tests.letters.matters import Matter, council, mayor, office

TO_KNOW = "จึงเรียนมาเพื่อโปรดทราบ"
TO_CONSIDER = "จึงเรียนมาเพื่อโปรดพิจารณา"


def _asked(subject: str, owner: str, number: int, dated: Date) -> Matter:
    reference = Reference(code="มท", owner=owner, number=number, circular=True)
    return Matter(subject, Cite(reference=reference, dated=dated, agency=DEPARTMENT))


JOIN = _asked(
    "การรับสมัครองค์กรปกครองส่วนท้องถิ่นเข้าร่วมโครงการตลาดชุมชนน่าซื้อ", "0810.4", 1622, Date(day=12, month=5, year=2568)
)
RESULTS = _asked("การรายงานผลการสำรวจไฟฟ้าสาธารณะที่ชำรุด", "0820.2", 2240, Date(day=3, month=7, year=2568))
NAMES = _asked(
    "ขอให้แจ้งรายชื่อองค์กรปกครองส่วนท้องถิ่นที่ประสงค์รับการตรวจประเมินห้องสมุดประชาชน",
    "0816.2",
    877,
    Date(day=20, month=3, year=2568),
)
FIGURES = _asked(
    "ขอให้ส่งข้อมูลจำนวนพนักงานจ้างขององค์กรปกครองส่วนท้องถิ่น", "0809.3", 3015, Date(day=8, month=9, year=2568)
)


def answer(
    name: str,
    province: str,
    number: int,
    dated: Date,
    matter: Matter,
    body: tuple[Part, ...],
    answer: Answer,
    **rest: Any,
) -> Letter:
    """A province's answer to `matter`; signature and foot follow from the name."""
    return replace(told(name, province, number, dated, matter, body, answer), name=f"fifth-{name}", **rest)


_LISTED = (
    org(TO, "นครหลวง", "นครหลวง"),
    org(AO, "กระแชง", "บางไทร"),
    org(AO, "พุทเลา", "บางปะหัน"),
    org(AO, "บ้านช้าง", "อุทัย"),
)
_TABLED = (
    org(AJ, "เชียงราย", "เมืองเชียงราย"),
    org(TO, "แม่สาย", "แม่สาย"),
    org(TO, "เวียงป่าเป้า", "เวียงป่าเป้า"),
    org(TO, "สันมะเค็ด", "พาน"),
    org(AO, "ปงน้อย", "ดอยหลวง"),
)
_ATTACHED = (
    org(THO, "สิงหนคร", "สิงหนคร"),
    org(TO, "ทุ่งลาน", "คลองหอยโข่ง"),
    org(TO, "กำแพงเพชร", "รัตภูมิ"),
    org(AO, "คลองรี", "สทิงพระ"),
    org(AO, "ปลักหนู", "นาทวี"),
    org(AO, "บ้านโหนด", "สะบ้าย้อย"),
)
_IN_A_SENTENCE = (org(TO, "ทับคล้อ", "ทับคล้อ"), org(AO, "ห้วยแก้ว", "บึงนาราง"))
_KHAO_RUP_CHANG = org(THO, "เขารูปช้าง", "เมืองสงขลา")

_CONFIRMED = (
    answer(
        "phichit-two-in-a-sentence",
        "พิจิตร",
        2214,
        Date(day=29, month=5, year=2568),
        JOIN,
        (
            "ตามหนังสือที่อ้างถึง กรมส่งเสริมการปกครองท้องถิ่นได้เชิญชวนองค์กรปกครองส่วนท้องถิ่นสมัครเข้าร่วมโครงการตลาดชุมชนน่าซื้อ นั้น",
            "จังหวัดพิจิตรขอเรียนว่า มีองค์กรปกครองส่วนท้องถิ่นสมัครเข้าร่วมโครงการ จำนวน ๒ แห่ง ได้แก่ เทศบาลตำบลทับคล้อ อำเภอทับคล้อ และองค์การบริหารส่วนตำบลห้วยแก้ว อำเภอบึงนาราง",
            TO_KNOW,
        ),
        Answer(outcome="confirmed", count=2, organisations=_IN_A_SENTENCE),
    ),
    answer(
        "ayutthaya-four-numbered",
        "พระนครศรีอยุธยา",
        1963,
        Date(day=4, month=4, year=2568),
        NAMES,
        (
            "ตามหนังสือที่อ้างถึง ขอให้จังหวัดแจ้งรายชื่อองค์กรปกครองส่วนท้องถิ่นที่ประสงค์รับการตรวจประเมินห้องสมุดประชาชน นั้น",
            "จังหวัดพระนครศรีอยุธยาขอส่งรายชื่อองค์กรปกครองส่วนท้องถิ่นที่ประสงค์รับการตรวจประเมิน จำนวน ๔ แห่ง ดังนี้",
            *(f"{mark}. {one.full} อำเภอ{one.district}" for mark, one in zip("๑๒๓๔", _LISTED, strict=True)),
            TO_KNOW,
        ),
        Answer(outcome="confirmed", count=4, organisations=_LISTED),
    ),
    answer(
        "chiangrai-five-in-a-table",
        "เชียงราย",
        6120,
        Date(day=30, month=5, year=2568),
        JOIN,
        (
            "ตามหนังสือที่อ้างถึง ให้แจ้งองค์กรปกครองส่วนท้องถิ่นที่สนใจสมัครเข้าร่วมโครงการตลาดชุมชนน่าซื้อ นั้น",
            "จังหวัดเชียงรายได้รวบรวมรายชื่อองค์กรปกครองส่วนท้องถิ่นที่สมัครเข้าร่วมโครงการแล้ว รายละเอียดดังนี้",
            Table(
                header=("ที่", "องค์กรปกครองส่วนท้องถิ่น", "อำเภอ"),
                rows=(
                    *(
                        (mark, one.full, one.district or "")
                        for mark, one in zip("๑๒๓๔๕", _TABLED, strict=True)
                    ),
                    ("", "รวม ๕ แห่ง", ""),
                ),
            ),
            "จึงเรียนมาเพื่อโปรดทราบและพิจารณาดำเนินการต่อไป",
        ),
        Answer(outcome="confirmed", count=5, organisations=_TABLED),
    ),
    answer(
        "songkhla-six-attached",
        "สงขลา",
        3408,
        Date(day=2, month=4, year=2568),
        NAMES,
        (
            "ตามหนังสือที่อ้างถึง กรมส่งเสริมการปกครองท้องถิ่นขอให้แจ้งรายชื่อองค์กรปกครองส่วนท้องถิ่นที่ประสงค์รับการตรวจประเมินห้องสมุดประชาชน นั้น",
            "จังหวัดสงขลาขอแจ้งรายชื่อองค์กรปกครองส่วนท้องถิ่น จำนวน ๖ แห่ง รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย",
            TO_KNOW,
        ),
        Answer(outcome="confirmed", count=6, organisations=_ATTACHED),
        enclosures=("บัญชีรายชื่อองค์กรปกครองส่วนท้องถิ่น จำนวน ๑ ชุด",),
        attached=(
            "บัญชีรายชื่อองค์กรปกครองส่วนท้องถิ่นที่ประสงค์รับการตรวจประเมินห้องสมุดประชาชน",
            "จังหวัดสงขลา",
            Table(
                header=("ลำดับ", "ชื่อหน่วยงาน", "อำเภอ"),
                rows=tuple(
                    (mark, one.full, one.district or "")
                    for mark, one in zip("๑๒๓๔๕๖", _ATTACHED, strict=True)
                ),
            ),
        ),
    ),
    answer(
        "surin-all-reported",
        "สุรินทร์",
        7751,
        Date(day=22, month=9, year=2568),
        FIGURES,
        (
            "ตามหนังสือที่อ้างถึง ขอให้จังหวัดส่งข้อมูลจำนวนพนักงานจ้างขององค์กรปกครองส่วนท้องถิ่น ความละเอียดแจ้งแล้ว นั้น",
            "จังหวัดสุรินทร์ขอเรียนว่า องค์กรปกครองส่วนท้องถิ่นได้บันทึกข้อมูลในระบบเรียบร้อยแล้ว ครบทั้ง ๑๗๓ แห่ง",
            TO_KNOW,
        ),
        Answer(outcome="confirmed", count=173),
    ),
    answer(
        "udon-twelve-of-all",
        "อุดรธานี",
        5093,
        Date(day=28, month=5, year=2568),
        JOIN,
        (
            "ตามหนังสือที่อ้างถึง ขอให้จังหวัดแจ้งผลการสมัครเข้าร่วมโครงการตลาดชุมชนน่าซื้อ นั้น",
            "จังหวัดอุดรธานีมีองค์กรปกครองส่วนท้องถิ่นทั้งสิ้น ๑๘๑ แห่ง สมัครเข้าร่วมโครงการ ๑๒ แห่ง ไม่สมัคร ๑๖๙ แห่ง",
            "จึงเรียนมาเพื่อทราบ",
        ),
        Answer(outcome="confirmed", count=12),
    ),
    council(
        _KHAO_RUP_CHANG,
        "สงขลา",
        "52901",
        1120,
        Date(day=23, month=5, year=2568),
        name="fifth-khaorupchang-joins",
        subject="ขอสมัครเข้าร่วมโครงการตลาดชุมชนน่าซื้อ",
        cites=(asked_by("สงขลา", 4512, Date(day=16, month=5, year=2568)),),
        body=(
            "ตามหนังสือที่อ้างถึง จังหวัดสงขลาได้ประชาสัมพันธ์โครงการตลาดชุมชนน่าซื้อ นั้น",
            "เทศบาลเมืองเขารูปช้างมีความประสงค์สมัครเข้าร่วมโครงการดังกล่าว และได้ลงทะเบียนผ่านระบบเรียบร้อยแล้ว",
            TO_CONSIDER,
        ),
        signer=mayor("นายสุริยะ แก้วมณี", _KHAO_RUP_CHANG),
        contact=office("สำนักปลัดเทศบาล", lines=("โทร. ๐ ๗๔๓๓ ๖๑๐๑",), phones=("0 7433 6101",)),
        answer=Answer(outcome="confirmed", organisations=(_KHAO_RUP_CHANG,)),
    ),
)

_NA_KHAE = org(AO, "นาแค", "นายูง")

_NONE = (
    answer(
        "chumphon-nobody-applied",
        "ชุมพร",
        1188,
        Date(day=2, month=6, year=2568),
        JOIN,
        (
            "ตามหนังสือที่อ้างถึง ให้แจ้งผลการรับสมัครองค์กรปกครองส่วนท้องถิ่นเข้าร่วมโครงการ นั้น",
            "จังหวัดชุมพรได้แจ้งองค์กรปกครองส่วนท้องถิ่นทุกแห่งทราบแล้ว ปรากฏว่าไม่มีองค์กรปกครองส่วนท้องถิ่นสมัครเข้าร่วมโครงการ",
            TO_KNOW,
        ),
        Answer(outcome="nil"),
    ),
    answer(
        "nakhonsawan-no-names",
        "นครสวรรค์",
        2876,
        Date(day=9, month=4, year=2568),
        NAMES,
        (
            "ตามหนังสือที่อ้างถึง ขอให้แจ้งรายชื่อองค์กรปกครองส่วนท้องถิ่นที่ประสงค์รับการตรวจประเมิน นั้น",
            "จังหวัดนครสวรรค์ตรวจสอบแล้ว ไม่มีองค์กรปกครองส่วนท้องถิ่นแห่งใดเสนอรายชื่อเข้ารับการตรวจประเมิน",
            TO_KNOW,
        ),
        Answer(outcome="nil"),
    ),
    answer(
        "ranong-nobody-by-the-day",
        "ระนอง",
        690,
        Date(day=5, month=6, year=2568),
        JOIN,
        (
            "ตามหนังสือที่อ้างถึง กรมส่งเสริมการปกครองท้องถิ่นเปิดรับสมัครองค์กรปกครองส่วนท้องถิ่นเข้าร่วมโครงการตลาดชุมชนน่าซื้อ นั้น",
            "บัดนี้ครบกำหนดระยะเวลาแล้ว ไม่มีผู้แจ้งความประสงค์มายังจังหวัดระนองแต่อย่างใด",
            TO_KNOW,
        ),
        Answer(outcome="nil"),
    ),
    answer(
        "lamphun-no-lamp-broken",
        "ลำพูน",
        1545,
        Date(day=18, month=7, year=2568),
        RESULTS,
        (
            "ตามหนังสือที่อ้างถึง ให้จังหวัดรายงานผลการสำรวจไฟฟ้าสาธารณะที่ชำรุด นั้น",
            "จังหวัดลำพูนขอรายงานว่า จากการสำรวจไม่พบไฟฟ้าสาธารณะที่ชำรุดในพื้นที่",
            TO_KNOW,
        ),
        Answer(outcome="nil"),
    ),
    council(
        _NA_KHAE,
        "อุดรธานี",
        "75601",
        302,
        Date(day=15, month=7, year=2568),
        name="fifth-nakhae-nothing-to-report",
        subject="รายงานผลการสำรวจไฟฟ้าสาธารณะที่ชำรุด",
        cites=(asked_by("อุดรธานี", 6677, Date(day=9, month=7, year=2568)),),
        body=(
            "ตามหนังสือที่อ้างถึง ให้รายงานผลการสำรวจไฟฟ้าสาธารณะที่ชำรุดให้จังหวัดทราบ นั้น",
            "องค์การบริหารส่วนตำบลนาแคได้สำรวจแล้ว ไม่มีข้อมูลที่จะต้องรายงาน",
            TO_KNOW,
        ),
        signer=mayor("นายบุญเลิศ ศรีหาตา", _NA_KHAE),
        contact=office("กองช่าง", lines=("โทร. ๐-๔๒๑๔-๖๒๐๐",), phones=("0-4214-6200",)),
        answer=Answer(outcome="nil"),
    ),
)

LETTERS: tuple[Letter, ...] = (*_CONFIRMED, *_NONE)
