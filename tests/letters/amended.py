"""Changes what a PDF says its glyphs mean, and nothing that one sees.

An incremental update (ISO 32000-1, 7.5.6): the file stays as it is, and new versions of its ToUnicode
streams (9.10.3) are put behind it with a cross-reference table of their own. Made for the files of FPDF,
Chromium and LibreOffice, which have plain tables and streams that are flate-coded or not coded at all.
"""

import re
import zlib
from collections.abc import Callable, Iterator

_TO_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
_SPACE = re.compile(r"begincodespacerange\s*(.*?)\s*endcodespacerange", re.DOTALL)
_SECTION = re.compile(r"beginbf(char|range)(.*?)endbf", re.DOTALL)
_CHAR = re.compile(r"<(\w+)>\s*<(\w+)>")
_RANGE = re.compile(r"<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[(.*?)\])", re.DOTALL)
_AT_MOST = 100
"""Entries of one section (Adobe Technical Note 5014)."""


def meaning(printed: bytes, change: Callable[[str], str]) -> bytes:
    """`printed` with `change` applied to what each glyph stands for. Raises `ValueError` if it has no maps."""
    numbers = sorted({int(number) for number in _TO_UNICODE.findall(printed)})
    if not numbers:
        raise ValueError("this PDF has no ToUnicode maps")
    changed, entries = printed + b"\n", []
    for number in numbers:
        entries.append(f"{number} 1\n{len(changed):010} 00000 n \n")
        stream = _map_of(_stream(printed, number), change).encode("ascii")
        changed += b"%d 0 obj\n<</Length %d>>\nstream\n%b\nendstream\nendobj\n" % (
            number,
            len(stream),
            stream,
        )
    table = f"xref\n{''.join(entries)}trailer\n{_trailer(printed)}\nstartxref\n{len(changed)}\n%%EOF\n"
    return changed + table.encode("latin-1")


def without_meaning(printed: bytes) -> bytes:
    """`printed` without its maps: their key becomes one that nobody knows, of the same length."""
    return printed.replace(b"/ToUnicode", b"/TheUnicode")


def _stream(printed: bytes, number: int) -> bytes:
    found = re.search(rb"\n%d 0 obj(.*?)stream\r?\n" % number, printed, re.DOTALL)
    if found is None:
        raise ValueError(f"object {number} is not a plain stream")
    if b"FlateDecode" in found[1]:
        return zlib.decompressobj().decompress(printed[found.end() :])
    return printed[found.end() : printed.index(b"endstream", found.end())]


def _trailer(printed: bytes) -> str:
    """That of the last update, now pointing back at its own table."""
    last = printed[printed.rindex(b"trailer") :].decode("latin-1")
    dictionary = last[last.index("<<") : last.rindex(">>")]
    return f"{dictionary}\n/Prev {last.split()[-2]}>>"


def _map_of(stream: bytes, change: Callable[[str], str]) -> str:
    """A map with the same codes, whose texts are changed."""
    old = stream.decode("latin-1")
    space = _SPACE.search(old)
    entries = [f"<{code}> <{_hexadecimal(change(text))}>" for code, text in _entries(old)]
    sections = "".join(
        f"{len(some)} beginbfchar\n{chr(10).join(some)}\nendbfchar\n"
        for some in (entries[start : start + _AT_MOST] for start in range(0, len(entries), _AT_MOST))
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n{space[1] if space else '<0000> <FFFF>'}\nendcodespacerange\n"
        f"{sections}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )


def _entries(old: str) -> Iterator[tuple[str, str]]:
    """Each code, in hexadecimal, and its text."""
    for kind, section in _SECTION.findall(old):
        if kind == "char":
            yield from ((code, _text(text)) for code, text in _CHAR.findall(section))
            continue
        for first, last, start, listed in _RANGE.findall(section):
            texts = [_text(text) for text in re.findall(r"<(\w+)>", listed)]
            for step in range(int(last, 16) - int(first, 16) + 1):
                code = f"{int(first, 16) + step:0{len(first)}X}"
                yield code, texts[step] if texts else _following(_text(start), step)


def _following(text: str, steps: int) -> str:
    return text[:-1] + chr(ord(text[-1]) + steps)


def _text(hexadecimal: str) -> str:
    return bytes.fromhex(hexadecimal).decode("utf-16-be")


def _hexadecimal(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
