"""Which letters the bytes of a Thai mail stand for, whatever their label says.

Strict UTF-8 first (Thai in windows-874 is practically never valid UTF-8), then the label, then
windows-874. The whole Thai family (tis-620, iso-8859-11, windows-874 and a dozen spellings) is
read as windows-874: mail labelled tis-620 carries its “ ” – … all the same, which Python's own
tis-620 turns into control characters. Text that somebody before us decoded in the wrong charset
(mojibake) is restored where that can be undone without loss. DOMAIN.md 7.1.

Nothing here fails: what cannot be decoded becomes U+FFFD and a defect.
"""

import codecs
import re
from dataclasses import dataclass

# Labels are compared by their letters and digits alone: `TIS-620.2533` is `tis6202533`.
_THAI_LABEL = re.compile(r"tis620|iso885911|isoir166|thai|(x?windows|win|cp|ms|ibm|dos)?874|x?macthai")
_UTF8_LABEL = re.compile(r"utf8|unicode11utf8|cp65001")
_WESTERN_LABEL = re.compile(r"(iso8859|latin)(1|9|15)$|(windows|cp)1252$|l1$")
# These say nothing: writers put them on bytes that they know nothing about.
_EMPTY_LABEL = re.compile(r"(us)?ascii$|x?unknown|xuserdefined|8bit|binary|$")
# Seven-bit charsets with escapes, and wide ones, may be valid UTF-8 by accident: their label goes first.
_LABEL_FIRST = re.compile(r"iso2022|utf7$|utf16|utf32|hz")
# Python codecs that are no charset of any mail.
_NO_CHARSET = re.compile(r"idna|punycode|(raw)?unicodeescape|mbcs|oem|undefined")

# U+FFFE is Python's sign for a byte that stands for nothing.
_WINDOWS_874 = "".join(
    bytes((code,)).decode("cp874", "ignore") or (chr(code) if code < 0xA0 else "\ufffe")
    for code in range(256)
)
_WINDOWS_1252 = "".join(bytes((code,)).decode("cp1252", "ignore") or chr(code) for code in range(256))


def _bytes_by_letter(table: str) -> dict[int, int]:
    """The way back; C1 controls stand for themselves, as some decoders have them instead of “ ” –."""
    return {code: code for code in range(0x80, 0xA0)} | {ord(char): code for code, char in enumerate(table)}


_TO_WINDOWS_874 = _bytes_by_letter(_WINDOWS_874)
_TO_WINDOWS_1252 = _bytes_by_letter(_WINDOWS_1252)

_THAI = re.compile(r"[\u0e01-\u0e5b]")
_THAI_PAIR = re.compile(r"[\u0e01-\u0e4e\u0e50-\u0e59]{2}")
_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_UNLIKE_THAI = re.compile(
    rf"(?<![\u0e01-\u0e4e])[{_MARK}]"  # a vowel or tone mark that sits on nothing
    r"|[A-Za-z](?=[\u0e01-\u0e5b])"  # a Thai letter inside a Latin word
    r"|[^\x00-\x7f\u0e01-\u0e5b\u2013-\u2026\u00a0]"
)
_SAMPLE_CHARS = 20_000
_SUSPECT = re.compile(r"[\x80-\x9f\xa1-\xff]|เ[ธน]")
"""Text without any of these was decoded right: it would turn into these by each confusion."""
_HIGH_BYTES = bytes(range(0x80, 0x100))


@dataclass(frozen=True, kw_only=True, slots=True)
class Decoded:
    """Text, the charset that it was found to be in, and `charset-…` defects."""

    text: str
    charset: str
    defects: tuple[str, ...] = ()


def decode(raw: bytes, label: str | None = None) -> Decoded:
    """The text of `raw`, whose sender called its charset `label`; mojibake is restored.

    Defects: `charset-mislabelled` (the bytes contradict the label), `charset-unknown` (there is no
    such charset), `charset-damaged` (some bytes stand for nothing and are U+FFFD now).
    """
    found = _decode(raw, (label or "")[:64].partition("*")[0].strip().lower())
    return Decoded(text=repair(found.text), charset=found.charset, defects=found.defects)


def repair(text: str) -> str:
    """`text` with every line restored that was decoded in the wrong charset, where reversible.

    Undoes UTF-8 read as windows-874 (`เน€เธฃ…`), UTF-8 read as windows-1252 (`à¹€à¸£…`) and
    windows-874 read as windows-1252 (`àÃ×èÍ§`); anything else is returned unchanged.
    """
    if text.isascii():
        return text
    return "\n".join(_repaired(line) for line in text.split("\n"))


def _decode(raw: bytes, label: str) -> Decoded:
    if raw.startswith(codecs.BOM_UTF8):
        return Decoded(text=raw[3:].decode("utf-8", "replace"), charset="utf-8")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Decoded(text=raw.decode("utf-16", "replace"), charset="utf-16")
    if _LABEL_FIRST.match(_key(label)) and (text := _by_codec(raw, label)) is not None:
        return Decoded(text=text, charset=label)
    try:
        return Decoded(text=raw.decode("utf-8"), charset="utf-8")
    except UnicodeDecodeError:
        return _decode_8bit(raw, label)


def _decode_8bit(raw: bytes, label: str) -> Decoded:
    """For `raw` that is not valid UTF-8: Thai, some other charset, or damaged UTF-8."""
    key = _key(label)
    thai = _by_windows_874(raw)
    if _THAI_LABEL.match(key) and thai is not None:
        return Decoded(text=thai, charset="windows-874")
    if (damaged := _damaged_utf8(raw)) is not None:
        return Decoded(text=damaged, charset="utf-8", defects=("charset-damaged",))
    other = None if _THAI_LABEL.match(key) else _by_codec(raw, label)
    looks_thai = thai is not None and _reads_thai(thai)
    if other is not None and not (_WESTERN_LABEL.match(key) and looks_thai):
        return Decoded(text=other, charset=label)
    if thai is None:
        return Decoded(
            text=raw.decode("cp874", "replace"), charset="windows-874", defects=("charset-damaged",)
        )
    return Decoded(text=thai, charset="windows-874", defects=_complaint(label))


def _complaint(label: str) -> tuple[str, ...]:
    """What is wrong with `label` if the bytes turn out to be windows-874."""
    if _EMPTY_LABEL.match(_key(label)):
        return ()
    try:
        codecs.lookup(label)
    except (LookupError, ValueError):
        return ("charset-unknown",)
    return ("charset-mislabelled",)


def _key(label: str) -> str:
    return re.sub(r"[^a-z0-9]", "", label)


def _by_codec(raw: bytes, label: str) -> str | None:
    key = _key(label)
    if any(kind.match(key) for kind in (_EMPTY_LABEL, _UTF8_LABEL, _NO_CHARSET)):
        return None
    try:
        text = raw.decode(label)
        text.encode()  # utf-7 lets halves of surrogate pairs through, which no JSON can hold
    except (LookupError, ValueError):  # no such charset, or not these bytes
        return None
    return text


def _by_windows_874(raw: bytes) -> str | None:
    try:
        return codecs.charmap_decode(raw, "strict", _WINDOWS_874)[0]
    except UnicodeDecodeError:
        return None


def _by_utf8(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _damaged_utf8(raw: bytes) -> str | None:
    """UTF-8 that was cut inside a letter or lost a few bytes; `None` if it is something else."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(text) - broken - len(raw.translate(None, _HIGH_BYTES))
    return text if sound >= 3 * broken else None


def _reads_thai(text: str) -> bool:
    """Whether `text` is Thai by its look: vowels and tones sit on consonants, no other script is near."""
    sample = text[:_SAMPLE_CHARS]
    letters = len(_THAI.findall(sample))
    return letters > 9 * len(_UNLIKE_THAI.findall(sample)) and _THAI_PAIR.search(sample) is not None


# How text was decoded, and how it should have been.
_CONFUSIONS = (
    (_TO_WINDOWS_874, _by_utf8),
    (_TO_WINDOWS_1252, _by_utf8),
    (_TO_WINDOWS_1252, _by_windows_874),
)


def _repaired(line: str) -> str:
    if not _SUSPECT.search(line):
        return line
    for mistaken, decoded in _CONFUSIONS:
        try:
            raw = codecs.charmap_encode(line, "strict", mistaken)[0]
        except UnicodeEncodeError:
            continue
        if (text := decoded(raw)) is not None and _reads_thai(text):
            return text
    return line
