"""The text that a reader of an HTML mail sees, line by line.

Blocks become lines. A table row whose cells are one line each becomes one line, its cells two
spaces apart (so stand the columns of a letter); any other row is only layout, and its cells follow
each other. Scripts and styles vanish, and what is quoted from an earlier mail gets `> ` before
it, as in plain text.

The walk keeps its own stack, and what would cost the parser time beyond measure is kept from it:
each open block makes the next one slower (10,000 unclosed `<div>`: 0.2 s, 200,000: minutes), so
that hostile nesting is only stripped of its tags.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_META_BYTES = 4096
_SPACES = re.compile(r"[ \t\r\n\f]+")
_ROLES = {
    **dict.fromkeys(["head", "noscript", "object", "script", "select", "style", "svg", "template"], "unseen"),
    **dict.fromkeys(["address", "article", "blockquote", "br", "center", "dd", "div", "dl", "dt"], "block"),
    **dict.fromkeys(["fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"], "block"),
    **dict.fromkeys(["header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "ul"], "block"),
    **dict.fromkeys(["td", "th"], "cell"),
    "tr": "row",
}
_FRAMES = 40
"""Rows, cells and quotations nested deeper are plain blocks: each costs another copy of its text."""
_OPEN = 2_000
"""Elements that may be open at the same time."""
_TAGS = 200_000
# Tags of elements that hold nothing, or that the next of their kind closes, do not nest.
_TAG = re.compile(
    r"<(/?)(?:(?:area|base|br|col|dd|dt|hr|img|input|li|link|meta|option|p|t[dhr]|wbr)\b|([a-z]\w*))", re.I
)
_MARKUP = re.compile(r"<[^<>]*>")


def read(html: str) -> tuple[str, tuple[str, ...]]:
    """The visible text of `html` without empty lines, and the defects met.

    Defects: `html-too-deep` (only stripped of its tags), `html-too-long` (its end is missing).
    """
    open_tags: Counter[str] = Counter()
    depth = 0
    for count, tag in enumerate(_TAG.finditer(html)):
        if count >= _TAGS:
            return _walk(html[: tag.start()]), ("html-too-long",)
        name = (tag[2] or "").lower()
        closes = bool(tag[1])
        if name and (open_tags[name] or not closes):  # an end tag without its start tag closes nothing
            step = -1 if closes else 1
            open_tags[name] += step
            depth += step
        if depth > _OPEN:
            return _lines(unescape(_MARKUP.sub("\n", html))), ("html-too-deep",)
    return _walk(html), ()


def declared_charset(raw: bytes) -> str | None:
    """The charset that a document names in its own head, if it does."""
    found = _META_CHARSET.search(raw, 0, _META_BYTES)
    return found[1].decode("ascii", "replace") if found else None


def _walk(html: str) -> str:
    """Each frame collects what is inside one row, cell or quotation; the first one is the page."""
    root = LexborHTMLParser(html).root
    frames: list[list[str]] = [[]]
    ahead: list[LexborNode | str] = [root] if root else []
    while ahead:
        node = ahead.pop()
        if isinstance(node, str):
            _close(node, frames)
        elif node.tag == "-text":
            frames[-1].append(_text(node))
        elif (role := _role(node)) != "unseen":
            if role in _ENDINGS and len(frames) > _FRAMES:
                role = "block"
            if role in _ENDINGS:
                frames.append([])
            elif role == "block":
                frames[-1].append("\n")
            ahead.append(role)
            ahead.extend(_children_from_last(node))
    return _lines("".join(frames[0]))


def _close(role: str, frames: list[list[str]]) -> None:
    """The end of an element: a frame is laid out and handed to the frame around it."""
    if ending := _ENDINGS.get(role):
        inside = frames.pop()
        frames[-1].append(ending(inside))
    elif role == "block":
        frames[-1].append("\n")


def _cell(inside: list[str]) -> str:
    return _lines("".join(inside))


def _row(cells: list[str]) -> str:
    filled = [cell for cell in cells if cell]
    gap = "\n" if any("\n" in cell for cell in filled) else "  "
    return "\n" + gap.join(filled) + "\n"


def _quotation(inside: list[str]) -> str:
    quoted = _lines("".join(inside)).split("\n")
    return "\n" + "\n".join(f"> {line}" for line in quoted) + "\n"


_ENDINGS = {"cell": _cell, "row": _row, "quotation": _quotation}


def _role(node: LexborNode) -> str:
    tag = node.tag or ""
    if tag == "blockquote" and (
        node.attributes.get("type") == "cite" or "quote" in (node.attributes.get("class") or "")
    ):
        return "quotation"
    return _ROLES.get(tag, "unseen" if tag.startswith("-") else "inline")


def _children_from_last(node: LexborNode) -> Iterator[LexborNode]:
    child = node.last_child
    while child is not None:
        yield child
        child = child.prev


def _text(node: LexborNode) -> str:
    """Runs of space are one, but in `<pre>`; no-break spaces are what writers set columns with."""
    text = node.text_content or ""
    preformatted = node.parent is not None and node.parent.tag == "pre"
    return (text if preformatted else _SPACES.sub(" ", text)).replace("\u00a0", " ")


def _lines(text: str) -> str:
    return "\n".join(line for raw in text.split("\n") if (line := raw.strip()))
