"""Prints a letter as web-based document systems do: HTML made a PDF by Chromium's print.

Chromium stamps its own time into the file. Letters take turns in the fonts, by their names.
"""

import tempfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from tests.letters import devtools, fonts, sheet
from tests.letters.compose import Letter
from tests.letters.printing import Job

_FONTS = ("Sarabun", "Laksaman", "Norasi", "Garuda", "Waree", "Kinnari")
_STYLE = """
@font-face {{ font-family: Sarabun; src: url("{folder}/Sarabun-Regular.ttf") }}
@font-face {{ font-family: Sarabun; font-weight: bold; src: url("{folder}/Sarabun-Bold.ttf") }}
@page {{ size: A4; margin: 0.7cm 2cm 2cm 3cm }}
body {{ margin: 0; font: {size}pt/1.5 "{font}" }}
h1 {{ font-size: 1.25em; margin: 0 }}
h1.centred, .centred, .signature {{ text-align: center }}
.page {{ position: relative; padding-top: 1.8cm }}
.page + .page {{ break-before: page }}
.stamps {{ position: absolute; top: 0; right: 0; display: flex; gap: 0.3cm }}
.stamps div {{ border: 1pt solid #1f3fbf; color: #1f3fbf; font-size: 0.75em; line-height: 1.2; padding: 2pt 5pt }}
.heads {{ display: flex }}
.heads > * {{ flex: 1 }}
.labelled {{ display: flex; gap: 0.5cm; margin-top: 4pt }}
.labelled > :first-child {{ white-space: nowrap }}
p {{ margin: 4pt 0 0; text-indent: 2.5cm; text-align: justify }}
table {{ border-collapse: collapse; margin-top: 6pt }}
td, th {{ padding: 0 6pt; text-align: left }}
.ruled td, .ruled th {{ border: 0.5pt solid }}
.signature {{ margin: 0.6cm 0 0 6.5cm; break-inside: avoid }}
.closing {{ height: 2.6cm }}
.foot {{ margin-top: 0.8cm; break-inside: avoid }}
"""


def render_all(jobs: Sequence[Job]) -> None:
    """Write each letter to its path as PDF, all by one run of Chromium.

    Raises `ProgramMissing` without it and `ConnectionError` if it gives up.
    """
    with tempfile.TemporaryDirectory() as name:
        devtools.print_all((_page(letter, Path(name)), path) for letter, path in jobs)


def render_page(letter: Letter, path: Path) -> None:
    """Write `letter` to `path` as the web page that is printed, with its fonts looked for beside it."""
    path.write_text(html(letter, fonts_at="fonts"), encoding="utf-8")


def _page(letter: Letter, folder: Path) -> str:
    page = folder / f"{letter.name}.html"
    page.write_text(html(letter, fonts_at=fonts.FOLDERS[0].as_uri()), encoding="utf-8")
    return page.as_uri()


def html(letter: Letter, *, fonts_at: str) -> str:
    """`letter` as a page that prints as the regulation wants it, with the fonts at that address."""
    font = _FONTS[zlib.crc32(letter.name.encode()) % len(_FONTS)]
    style = _STYLE.format(font=font, size=fonts.size(font), folder=fonts_at)
    pages = [
        f'<div class="page">{"".join(_drawn(blocks))}</div>'
        for is_break, blocks in groupby(
            sheet.blocks(letter), key=lambda block: isinstance(block, sheet.Break)
        )
        if not is_break
    ]
    title = f"<title>{escape(letter.subject or letter.name)}</title>"
    return (
        f'<!doctype html><html lang="th"><meta charset="utf-8">{title}<style>{style}</style>{"".join(pages)}'
    )


def _drawn(blocks: Iterable[sheet.Block]) -> Iterator[str]:
    """The elements of one page, its stamps together in one."""
    for kind, same in groupby(blocks, key=type):
        elements = "".join(map(_element, same))
        yield f'<div class="stamps">{elements}</div>' if kind is sheet.Stamp else elements


def _element(block: sheet.Block) -> str:
    match block:
        case sheet.Stamp():
            return f"<div>{_lines(block.lines)}</div>"
        case sheet.Mark():
            return f"<h1{' class=centred' if block.centred else ''}>{escape(block.text)}</h1>"
        case sheet.Heads():
            return f'<div class="heads"><div>{escape(block.left)}</div><div>{_lines(block.right)}</div></div>'
        case sheet.Centred():
            return f'<div class="centred">{escape(block.text)}</div>'
        case sheet.Labelled():
            label = f"<b>{escape(block.label)}</b>" if block.bold else escape(block.label)
            return f'<div class="labelled"><div>{label}</div><div>{_lines(block.entries)}</div></div>'
        case sheet.Paragraph():
            return f"<p>{escape(block.text)}</p>"
        case sheet.Grid():
            head = "".join(f"<th>{escape(cell)}</th>" for cell in block.header)
            rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in block.rows)
            return f"<table{' class=ruled' if block.ruled else ''}><tr>{head}</tr>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        case sheet.Signature():
            return f'<div class="signature"><div class="closing">{escape(block.closing or "")}</div>{_lines(block.lines)}</div>'
        case sheet.Lines():
            return f"<div>{_lines(block.lines)}</div>"
        case sheet.Foot():
            return f'<div class="foot">{_lines(block.lines)}</div>'
        case sheet.Break():
            return ""


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(map(escape, texts))
