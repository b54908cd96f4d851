"""The text of an RTF (Rich Text Format specification 1.9.1), with Thai in any of its three spellings.

Letters come as `\\'xx` in the charset of their font or of the file, raw in the same charsets, or as `\\uN` with
a substitute to be skipped. Fonts without a charset of their own follow `\\ansicpg`. Headers stand where they are
defined, footers at the end, text boxes below their paragraph. Hidden and deleted text is left out.
"""

import codecs
import contextlib
import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from parsers import errors
from parsers.document.flow import PAGE_BREAK, Flow
from parsers.limits import Limits
from parsers.mail import charsets

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,20})? ?|\\'(?P<code>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_GROUPS = 1_000
"""Open groups; writers know some twenty."""
_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    134: "cp936",
    136: "cp950",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
"""Of fonts; ANSI (0), default (1) and symbol (2) leave it to the file what a byte means."""
_PICTOGRAMS = (b"symbol", b"wingdings", b"webdings", b"marlett")
_NO_LETTERS = ""


class _Group(NamedTuple):
    """What holds until the end of a group; `inside` is what ends with it."""

    seen: bool = True
    hidden: bool = False
    in_fonts: bool = False
    charset: str | None = None
    substitutes: int = 1
    inside: Literal["box", "footer"] | None = None


def read(raw: bytes, *, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """The text of an RTF; more than `limits` allow is left out, with the defect `text-too-long`.

    Raises `Unreadable`, `OverLimit`.
    """
    body, footer = Flow(most_chars=limits.text_chars), Flow(most_chars=limits.text_chars)
    with body.until_full():
        _Reader(raw, body, footer).read()
    text, defects = Flow.together((body, footer))
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return charsets.repair(text), defects


class _Reader:
    """One pass over the file."""

    def __init__(self, raw: bytes, body: Flow, footer: Flow) -> None:
        self._raw = raw
        self._body, self._footer = body, footer
        self._flow = body
        self._group = _Group()
        self._outer: list[_Group] = []
        self._charset = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._starred = False
        self._to_skip = 0
        self._bytes = bytearray()
        self._at = 0

    def read(self) -> None:
        while token := _TOKEN.match(self._raw, self._at):
            self._at = token.end()
            if kind := token.lastgroup:
                _TOKENS[kind](self, token)
        self._flush()

    def _on_word(self, token: re.Match[bytes]) -> None:
        word = token["word"].decode("ascii")
        number = int(token["number"]) if token["number"] else None
        if word == "bin":
            self._at += max(0, number or 0)
        if self._starred and word not in _SEEN_IF_STARRED:
            self._group = self._group._replace(seen=False)
        self._starred = False
        if word in _UNSEEN:
            self._group = self._group._replace(seen=False, in_fonts=word == "fonttbl")
        elif self._group.in_fonts:
            self._on_font_word(word, number)
        elif (act := _WORDS.get(word)) and self._group.seen:
            act(self, number)
        elif written := _WRITTEN.get(word):
            if self._to_skip:
                self._to_skip -= 1
            else:
                self._write(written)

    def _on_font_word(self, word: str, number: int | None) -> None:
        if word == "f":
            self._font = number or 0
        elif word == "fcharset" and number in _CHARSETS:
            self._fonts[self._font] = _CHARSETS[number]

    def _on_code(self, token: re.Match[bytes]) -> None:
        self._add(bytes.fromhex(token["code"].decode("ascii")))

    def _on_text(self, token: re.Match[bytes]) -> None:
        if self._group.in_fonts and token["text"].strip().lower().startswith(_PICTOGRAMS):
            self._fonts[self._font] = _NO_LETTERS
        self._add(token["text"])

    def _on_sign(self, token: re.Match[bytes]) -> None:
        sign = token["sign"]
        if sign == b"*":
            self._starred = True
        elif sign in b"\r\n":
            self._end_paragraph(None)
        else:
            self._write(_SIGNS.get(sign, ""))

    def _on_brace(self, token: re.Match[bytes]) -> None:
        self._flush()
        self._to_skip = 0
        self._starred = False
        if token["brace"] == b"{":
            if len(self._outer) >= _GROUPS:
                raise errors.OverLimit("its groups are nested too deeply")
            self._outer.append(self._group)
            self._group = self._group._replace(inside=None)
            return
        if self._group.inside == "box":
            self._flow.end_box()
        elif self._group.inside == "footer":
            self._flow = self._body
        if self._outer:
            self._group = self._outer.pop()

    def _add(self, raw: bytes) -> None:
        """Bytes wait for their neighbours: a letter of an East Asian charset has two."""
        skipped = min(self._to_skip, len(raw))
        self._to_skip -= skipped
        if self._group.seen and not self._group.hidden:
            self._bytes += raw[skipped:]

    def _flush(self) -> None:
        raw, self._bytes = bytes(self._bytes), bytearray()
        charset = self._charset if self._group.charset is None else self._group.charset
        if raw and charset != _NO_LETTERS:
            self._flow.write(raw.decode(charset, "replace"))

    def _write(self, text: str) -> None:
        self._flush()
        if self._group.seen and not self._group.hidden:
            self._flow.write(text)

    def _set_code_page(self, number: int | None) -> None:
        with contextlib.suppress(LookupError):
            self._charset = codecs.lookup(f"cp{number}").name

    def _set_font(self, number: int | None) -> None:
        self._flush()
        self._group = self._group._replace(charset=self._fonts.get(number or 0))

    def _set_substitutes(self, number: int | None) -> None:
        self._group = self._group._replace(substitutes=max(0, number or 0))

    def _unicode(self, number: int | None) -> None:
        self._write(chr((number or 0) % 0x10000))
        self._to_skip = self._group.substitutes

    def _hide(self, number: int | None) -> None:
        self._flush()
        self._group = self._group._replace(hidden=number != 0)

    def _plain(self, _: int | None) -> None:
        self._flush()
        self._group = self._group._replace(hidden=False, charset=None)

    def _end_paragraph(self, _: int | None) -> None:
        self._flush()
        self._flow.end_paragraph()

    def _begin_row(self, _: int | None) -> None:
        """The same words come again before the row ends, to say the same."""
        if not self._flow.in_row:
            self._flow.begin_row()

    def _end_cell(self, _: int | None) -> None:
        self._flush()
        if not self._flow.in_row:
            self._flow.begin_row_late()
        self._flow.end_cell()

    def _end_row(self, _: int | None) -> None:
        self._flow.end_row()

    def _begin_box(self, _: int | None) -> None:
        self._flow.begin_box()
        self._group = self._group._replace(inside="box")

    def _begin_footer(self, _: int | None) -> None:
        self._flow = self._footer
        self._group = self._group._replace(inside="footer")


_TOKENS: dict[str, Callable[[_Reader, re.Match[bytes]], None]] = {
    "brace": _Reader._on_brace,
    "code": _Reader._on_code,
    "number": _Reader._on_word,
    "sign": _Reader._on_sign,
    "text": _Reader._on_text,
    "word": _Reader._on_word,
}
_WORDS: dict[str, Callable[[_Reader, int | None], None]] = {
    "ansicpg": _Reader._set_code_page,
    "cell": _Reader._end_cell,
    "deleted": _Reader._hide,
    "dptxbxtext": _Reader._begin_box,
    "f": _Reader._set_font,
    "nestrow": _Reader._end_paragraph,
    "par": _Reader._end_paragraph,
    "plain": _Reader._plain,
    "row": _Reader._end_row,
    "shptxt": _Reader._begin_box,
    "trowd": _Reader._begin_row,
    "u": _Reader._unicode,
    "uc": _Reader._set_substitutes,
    "v": _Reader._hide,
    **dict.fromkeys(["footer", "footerf", "footerl", "footerr"], _Reader._begin_footer),
}
_WRITTEN = {
    "bullet": "•",
    "emdash": "—",
    "emspace": " ",
    "endash": "–",
    "enspace": " ",
    "ldblquote": "“",
    "line": "\n",
    "lquote": "‘",
    "nestcell": "\t",
    "page": PAGE_BREAK,
    "pagebb": PAGE_BREAK,
    "qmspace": " ",
    "rdblquote": "”",
    "rquote": "’",
    "sect": PAGE_BREAK,
    "tab": "\t",
}
_SIGNS = {b"~": "\u00a0", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\", b"\t": "\t"}
_SEEN_IF_STARRED = frozenset(["do", "nesttableprops", "shpinst"])
"""Groups that readers may pass over and that hold text all the same."""
_UNSEEN = frozenset(
    [
        *("annotation", "colortbl", "fonttbl", "footnote", "info", "listoverridetable", "listtable"),
        *("nonesttables", "nonshppict", "objdata", "pict", "revtbl", "shprslt", "sn", "stylesheet", "sv"),
        *("tc", "xe"),
    ]
)
