"""How to reach the unit that owns the matter: the block below the signature.

Only that block: phones which the body quotes belong to others. Numbers keep the form in which they
are written, in Arabic digits, with their extension (`0-2241-9000 ต่อ 2312`). The ministry's own
exchange (`มท. ๒๑๐๑๓`) is no number that a citizen could dial and is left out (DOMAIN 4).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile
from typing import Final, Literal

from parsers.letter import layout
from parsers.letter.layout import Row
from parsers.letter.zones import OFFICE, Zones, is_number_row
from parsers.model import Contact
from parsers.thai.digits import to_arabic

Channel = Literal["phones", "faxes", "emails", "person", "other"]

_LABELS: Final[dict[Channel, str]] = {
    "faxes": r"โทรสาร|แฟกซ์|แฟ็กซ์|fax",
    "phones": r"โทรศัพท์(?:มือถือ)?|โทร|มือถือ|tel",
    "emails": r"ไปรษณีย์อิเล็กทรอนิกส์(?:กลาง)?|อีเมล์?|e-?mail",
    "person": r"ผู้ประสานงาน|ผู้รับผิดชอบ|ผู้ติดต่อ|เจ้าหน้าที่ผู้ประสาน(?:งาน)?",
    "other": r"มท\.?(?=\s?[0-9])|เว็บไซต์|website|line|สำเนา(?:ส่ง|เรียน)|หมายเหตุ",
}
_LABEL = re.compile("|".join(rf"(?P<{channel}>{words})" for channel, words in _LABELS.items()), re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:0[ -]?[689](?:[ -]?[0-9]){8}|0(?:[ -]?[0-9]){7,8})(?:\s?[-–]\s?[0-9]{1,4})?(?:\s?(?:ต่อ|ext\.?)\s?[0-9]+(?:\s?[-–]\s?[0-9]+|\s?,\s?(?!0[ -]?[0-9])[0-9]+)*)?"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_AFTER_LABEL: Final = " .:：–-\t"
_UNIT_ROWS: Final = 4


def read(foot: Sequence[Row]) -> Contact | None:
    """The contact in the rows that follow the signature; `None` if they hold none."""
    unit = _unit(foot)
    written = "\n".join(row.text for row in foot[len(unit) :])
    return _contact(" ".join(unit), written)


def read_memo(zones: Zones, foot: Sequence[Row]) -> Contact | None:
    """A memo tells its telephone beside ส่วนราชการ, unless it has a block at its end."""
    below_title = dropwhile(lambda row: not OFFICE.match(row.text), zones.head)
    office = takewhile(lambda row: not is_number_row(row), below_title)
    return read(foot) or _contact("", layout.flow(list(office)).text)


def read_form(lines: Sequence[Row], foot: Sequence[Row]) -> Contact | None:
    """A form asks for name and telephone among the lines to fill in; it names no unit."""
    return _contact("", "\n".join(row.text for row in (*lines, *foot)))


def _contact(unit: str, written: str) -> Contact | None:
    found: dict[Channel, list[str]] = {channel: [] for channel in _LABELS}
    for channel, text in _labelled(to_arabic(written)):
        found[channel][:0] = _values(channel, text)
    contact = Contact(
        unit=unit or None,
        person=next(iter(found["person"]), None),
        phones=tuple(dict.fromkeys(found["phones"])),
        faxes=tuple(dict.fromkeys(found["faxes"])),
        emails=tuple(dict.fromkeys(_EMAIL.findall(to_arabic(written)))),
    )
    return contact if contact != Contact() else None


def _unit(foot: Sequence[Row]) -> list[str]:
    """The rows above the first telephone, address or name."""
    rows: list[str] = []
    for row in foot[:_UNIT_ROWS]:
        if _LABEL.match(to_arabic(row.text)) or _EMAIL.search(row.text):
            return rows
        inline = _LABEL.search(to_arabic(row.text))
        if inline:
            return [*rows, " ".join(row.text[: inline.start()].split())]
        rows.append(" ".join(row.text.split()))
    return rows if len(foot) <= _UNIT_ROWS else []


def _labelled(written: str) -> Iterator[tuple[Channel, str]]:
    """Each label with the text up to the next one; `โทร./โทรสาร` have one text together."""
    labels = list(_LABEL.finditer(written))
    ends = [*(label.start() for label in labels), len(written)][1:]
    following = ""
    for label, end in reversed(list(zip(labels, ends, strict=True))):
        text = written[label.end() : end].strip(_AFTER_LABEL)
        following = following if text.startswith("/") and len(text) == 1 else text
        yield from ((channel, following) for channel in _LABELS if label[channel])


def _values(channel: Channel, text: str) -> list[str]:
    if channel in ("phones", "faxes"):
        numbers = (re.sub(r"\s?(ต่อ|ext\.?)\s?", r" \1 ", number) for number in _NUMBER.findall(text))
        return [" ".join(number.split()) for number in numbers]
    if channel == "person":
        name = re.split(r"\n|,| {3}|\(|ตำแหน่ง|(?=[0-9])", text)[0]
        return [" ".join(name.split())] if name.strip() else []
    return []
