"""A letter's own number and date, and its marks of urgency and secrecy: the part above เรื่อง.

Receiving stamps, which stand in the same corner, have been taken out before (`stamp`). A mark counts
only where it stands free: ลับ is also in กลับ and ลับแล.
"""

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final

from parsers.letter import layout, proclaimed, reading
from parsers.letter.layout import Passage, Row
from parsers.letter.zones import MARK, OWN_NUMBER, Zones, is_number_row
from parsers.model import Field, LetterKind
from parsers.thai import dates, reference

# A day, a word that is no month any more, and a Buddhist year.
_LIKE_A_DATE = re.compile(r"(?:วันที่\s*)?(?:[0-9๐-๙]{1,2}\s+)?[^\s0-9๐-๙]{3,14}\s+[2๒][4-6๔-๖][0-9๐-๙]{2}")
_DATE_LABEL = re.compile(r"วันที่*[\s.:…]*$")
URGENCIES: Final = ("ด่วนที่สุด", "ด่วนมาก", "ด่วน")
SECRECIES: Final = ("ลับที่สุด", "ลับมาก", "ลับ")
_BY_A_DATE = re.compile(r"ด่วนภายใน.*")
AROUND_MARK: Final = " ()[]“”\"'*-–"


def own_reference(zones: Zones, *, document: int) -> Field | None:
    """The number behind the first ที่, or one that stands alone; blank or unreadable, it has no value."""
    if zones.proclaimed:
        return None
    at = number_row(zones.head)
    if at is None:
        return _unlabelled_reference(zones.head, document)
    label = OWN_NUMBER.match(zones.head[at].text)
    behind = zones.head[at].after(label.end() if label else 0)
    passage = _wrapped(behind, zones.head[at + 1 : at + 2])
    if found := reference.find(passage.text):
        value = found[0].reference.value if found[0].reference else None
        return reading.field(passage.part(found[0].start, found[0].end), value, "labelled", document=document)
    first = behind.passage.part(0, end_of(r" {3}", behind.text))
    if not re.search(r"[\d/]", first.text) or first.text.startswith("วันที่"):
        return None
    return reading.field(first, None, "unreadable", document=document)


def _unlabelled_reference(head: Sequence[Row], document: int) -> Field | None:
    for part in (segment for row in head for segment in row.segments):
        found = reference.find(part.text)
        if found and found[0].reference and found[0].raw == part.text:
            return reading.field(part, found[0].reference.value, "unlabelled", document=document)
    return None


def own_date(zones: Zones, *, document: int) -> Field | None:
    """The date line; in a stamped letter, in a form and in what is proclaimed the date that ends it."""
    if zones.proclaimed:
        issued = proclaimed.day((*zones.head, *zones.body), zones.closing)
        return reading.field(issued[0], issued[1].value, "placed", document=document) if issued else None
    rows = zones.closing if zones.kind in ("stamped", "form") else zones.head
    candidates = sorted(_dates(rows, zones.kind), key=itemgetter(0))
    if not candidates:
        return _unreadable_date(rows, document)
    (odd, _), passage, found = candidates[0]
    rivals = {other.value for (alike, _), _, other in candidates if alike == odd}
    reason: reading.Reason = "placed" if len(rivals) == 1 else "rivalled"
    return reading.field(passage, found.value, reason, document=document, sure=found.confidence)


def _unreadable_date(rows: Sequence[Row], document: int) -> Field | None:
    for part in (segment for row in rows for segment in row.segments):
        if _LIKE_A_DATE.fullmatch(part.text):
            return reading.field(part, None, "unreadable", document=document)
    return None


def mark(zones: Zones, marks: Sequence[str]) -> str | None:
    """The first of `marks` that stands free: alone in its place, before the number, or set apart in the subject."""
    rows = (*zones.head, *zones.closing) if "ลับ" in marks else zones.head
    free = {segment.text.strip(AROUND_MARK) for row in rows for segment in row.segments}
    free.update(_before_number(zones.head))
    free.update(_set_apart(zones.subject))
    if "ด่วน" in marks and (by_a_date := next(filter(_BY_A_DATE.fullmatch, sorted(free)), None)):
        return by_a_date
    return next((one for one in marks if one in free), None)


def end_of(pattern: str, text: str) -> int:
    """Where `pattern` first matches in `text`, else its end."""
    match = re.search(pattern, text)
    return match.start() if match else len(text)


def number_row(head: Sequence[Row]) -> int | None:
    """The index of the row that ที่ begins."""
    return next((at for at, row in enumerate(head) if is_number_row(row)), None)


def _wrapped(behind: Row, below: Sequence[Row]) -> Passage:
    """The number's row; with the left end of the next one if the number goes on there."""
    found = reference.find(behind.text)
    if (found and found[0].reference) or not below:
        return behind.passage
    upper = behind.passage.part(0, end_of(r" {3}", behind.text))
    joined = layout.join([upper, below[0].segments[0]], "\n")
    again = reference.find(joined.text)
    return joined if again and again[0].reference else behind.passage


def _dates(
    rows: Sequence[Row], kind: LetterKind
) -> Iterator[tuple[tuple[bool, int], Passage, dates.FoundDate]]:
    """Dates that stand free, each with how little it looks like the letter's own.

    A memo labels its day, in the row of its number; other letters write the month in full and label
    nothing. Of two that are alike the lower one is the letter's.
    """
    for at, row in enumerate(rows):
        for found in dates.find(row.text):
            before = row.text[: found.start]
            labelled = bool(_DATE_LABEL.search(before))
            if labelled or not before.strip(" .…") or before.endswith("   "):
                odd = labelled != (kind == "memo") or "." in found.raw or "/" in found.raw
                yield (odd, -at), row.passage.part(found.start, found.end), found


def _set_apart(subject: Sequence[Row]) -> set[str]:
    """Marks in brackets or quotes in the subject, or alone before it (DOMAIN 1.5)."""
    text = layout.flow(subject).text
    return set(re.findall(rf"[(\[“\"]\s*({MARK})\s*[)\]”\"]", text) + re.findall(rf"^({MARK})(?=\s)", text))


def _before_number(head: Sequence[Row]) -> set[str]:
    """Marks written into the number's row: `ด่วนที่สุด ที่ มท …`, `ที่ มท ด่วนที่สุด มท …`."""
    at = number_row(head)
    if at is None:
        return set()
    found = reference.find(head[at].text)
    before = head[at].text[: found[0].end] if found else ""
    return set(re.findall(rf"(?:^|\s)({MARK})(?=\s|ที่\s|$)", before))
