"""What stands where: a letter as the regulation's forms lay it out, in blocks any renderer can draw.

The order is that of ระเบียบงานสารบรรณ, แบบที่ 1 (external), 2 (memo) and 3 (stamped). A renderer draws
the few kinds of block below and knows nothing of letters.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.letters.compose import Kind, Letter, Part, Table, Turn


@dataclass(frozen=True, kw_only=True, slots=True)
class Stamp:
    """A boxed receiving stamp at the top right."""

    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """Large bold text on a line of its own: the speed at the left, secrecy and titles centred."""

    text: str
    centred: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Heads:
    """Two columns at one height: the reference at the left, the owner and its address at the right."""

    left: str
    right: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Centred:
    """One centred line: the date."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Labelled:
    """A label and its entries, hanging beside it; `bold` labels are those of the memo form."""

    label: str
    entries: tuple[str, ...]
    bold: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Lines:
    """Lines at the left, each beginning at the margin."""

    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """Running text, its first line indented by 2.5 cm."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """A table, `ruled` or in columns alone."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    ruled: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Signature:
    """Centred lines in the right half, with room for the hand between the closing and the name."""

    closing: str | None
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Foot:
    """Lines at the left: the owner of the matter and how to reach it, or notes below them."""

    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Break:
    """A new page."""


Block = Stamp | Mark | Heads | Centred | Labelled | Lines | Paragraph | Grid | Signature | Foot | Break


def blocks(letter: Letter) -> Iterator[Block]:
    """All blocks of `letter` and of the letters behind it, in the order of reading."""
    yield from (Stamp(lines=tuple(map(letter.digits, lines))) for lines in letter.stamps)
    yield from _FORMS[letter.kind](letter)
    if letter.attached:
        yield Break()
        yield from _parts(letter, letter.attached)
    for next_letter in letter.behind:
        yield Break()
        yield from blocks(next_letter)


def _external(letter: Letter) -> Iterator[Block]:
    yield from _marks(letter)
    owner = (*(letter.agency_lines or (letter.agency or "",)), *letter.address)
    yield Heads(left=_number(letter), right=tuple(map(letter.digits, owner)))
    yield Centred(text=_date(letter))
    yield _entry(letter, "เรื่อง", letter.subject)
    yield _entry(letter, letter.greeting, letter.addressee)
    yield from _list(letter, "อ้างถึง", tuple(cite.printed for cite in letter.cites))
    yield from _list(letter, "สิ่งที่ส่งมาด้วย", letter.enclosures)
    yield from _parts(letter, letter.body)
    yield from _ending(letter)


def _memo(letter: Letter) -> Iterator[Block]:
    yield from _marks(letter)
    yield Mark(text="บันทึกข้อความ", centred=True)
    phone = "  ".join(letter.contact.lines) if letter.contact else ""
    yield Labelled(
        label="ส่วนราชการ", entries=(letter.digits(f"{letter.agency}  {phone}".strip()),), bold=True
    )
    yield Heads(left=_number(letter), right=(f"วันที่  {_date(letter)}",))
    yield Labelled(label="เรื่อง", entries=(letter.digits(letter.subject or ""),), bold=True)
    yield _entry(letter, letter.greeting, letter.addressee)
    yield from _parts(letter, letter.body)
    if letter.signer:
        yield _signature(letter)


def _stamped(letter: Letter) -> Iterator[Block]:
    yield from _marks(letter)
    yield Heads(left=_number(letter), right=())
    yield Labelled(label="ถึง", entries=(letter.digits(letter.addressee or ""),))
    yield from _parts(letter, letter.body)
    yield Signature(closing=None, lines=(letter.agency or "", _date(letter)))
    yield from _foot(letter)


def _form(letter: Letter) -> Iterator[Block]:
    """No form of the regulation: a title, what it belongs to, and lines to be filled in."""
    yield Mark(text=letter.digits(letter.subject or ""), centred=True)
    for cite in letter.cites:
        yield Centred(text=letter.digits(f"แนบท้าย{cite.printed}"))
    yield from (Lines(lines=(letter.digits(line),)) for line in letter.body if isinstance(line, str))
    if letter.signer:
        lines = (f"({letter.signer.name})", f"ตำแหน่ง {letter.signer.position}", f"วันที่ {_date(letter)}")
        yield Signature(closing="ลงชื่อ ...................................... ผู้ให้ข้อมูล", lines=lines)


_FORMS: dict[Kind, Callable[[Letter], Iterator[Block]]] = {
    "external": _external,
    "memo": _memo,
    "stamped": _stamped,
    "form": _form,
}


def _marks(letter: Letter) -> Iterator[Block]:
    if letter.secrecy:
        yield Mark(text=letter.secrecy, centred=True)
    if letter.urgency:
        yield Mark(text=letter.urgency, centred=False)


def _number(letter: Letter) -> str:
    return letter.before_number + (letter.digits(letter.reference.printed) if letter.reference else "")


def _date(letter: Letter) -> str:
    return letter.digits(letter.dated.printed) if letter.dated else ""


def _entry(letter: Letter, label: str, entry: str | None) -> Block:
    return _labelled(letter, label, (letter.digits(entry or ""),))


def _labelled(letter: Letter, label: str, entries: tuple[str, ...]) -> Block:
    if letter.after_labels == "\n":
        return Lines(lines=(label, *entries))
    return Labelled(label=f"{label}{letter.after_labels}", entries=entries)


def _list(letter: Letter, label: str, entries: tuple[str, ...]) -> Iterator[Block]:
    """Several entries are numbered, one is not; none leaves no label."""
    if not entries:
        return
    numbered = [f"{letter.numbering.format(n)}{entry}" for n, entry in enumerate(entries, 1)]
    shown = entries if len(entries) == 1 else numbered
    yield _labelled(letter, label, tuple(map(letter.digits, shown)))


def _parts(letter: Letter, parts: tuple[Part, ...]) -> Iterator[Block]:
    for part in parts:
        match part:
            case Table():
                yield Grid(
                    header=tuple(map(letter.digits, part.header)),
                    rows=tuple(tuple(map(letter.digits, row)) for row in part.rows),
                    ruled=part.ruled,
                )
            case Turn():
                yield Centred(text=letter.digits(f"/{part.catchword} ..."))
                yield Break()
                yield Centred(text=letter.digits(f"- {part.page} -"))
            case str():
                yield Paragraph(text=letter.digits(part))


def _ending(letter: Letter) -> Iterator[Block]:
    if letter.signer:
        yield _signature(letter)
    yield from _foot(letter)


def _signature(letter: Letter) -> Block:
    signer = letter.signer
    lines = (f"({signer.name})", *signer.printed) if signer else ()
    return Signature(closing=letter.closing, lines=lines)


def _foot(letter: Letter) -> Iterator[Block]:
    if letter.contact:
        yield Foot(lines=tuple(map(letter.digits, (*letter.contact.unit, *letter.contact.lines))))
    if letter.notes:
        yield Foot(lines=tuple(map(letter.digits, letter.notes)))
