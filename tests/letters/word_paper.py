"""The empty sheet that a clerk types on: A4, the margins of the regulation, the styles, the stamps' frames."""

from datetime import datetime

from docx import Document
from docx.document import Document as Paper
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm

from tests.letters import fonts

_TYPED_AT = datetime(2019, 2, 15, 9, 0)  # noqa: DTZ001  (the properties of a DOCX know no zone)
_INK = "1F3FBF"
_SCALES = {"size": 1.0, "large": 1.25, "small": 0.75}

# Thai is a complex script: without w:cs and w:szCs it would come in another font and another size.
_STYLES = (
    """<w:style {w} w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>
    <w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>
    <w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>
    <w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="en-US" w:bidi="th-TH"/></w:rPr></w:style>""",
    """<w:style {w} w:type="character" w:styleId="Bold"><w:name w:val="Bold"/>
    <w:rPr><w:b/><w:bCs/></w:rPr></w:style>""",
    """<w:style {w} w:type="character" w:styleId="Mark"><w:name w:val="Mark"/>
    <w:rPr><w:b/><w:bCs/><w:sz w:val="{large}"/><w:szCs w:val="{large}"/></w:rPr></w:style>""",
    """<w:style {w} w:type="character" w:styleId="Stamped"><w:name w:val="Stamped"/>
    <w:rPr><w:color w:val="{ink}"/><w:sz w:val="{small}"/><w:szCs w:val="{small}"/></w:rPr></w:style>""",
)
_FRAME = """<w:pPr {w}><w:framePr w:w="2500" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="{x}" w:y="300"/>
    <w:pBdr>{edges}</w:pBdr><w:spacing w:line="240" w:lineRule="exact"/></w:pPr>"""
_EDGE = '<w:{edge} w:val="single" w:sz="8" w:space="1" w:color="{ink}"/>'

FRAMES = (8300, 5600)
"""Where the first and the second stamp of a page begin, in twips from its left edge."""


def blank(font: str) -> Paper:
    """A sheet for typing in `font`, with the character styles `Bold`, `Mark` and `Stamped`."""
    paper = Document()
    paper.core_properties.author = ""
    paper.core_properties.created = paper.core_properties.modified = _TYPED_AT
    page = paper.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(3), Cm(2), Cm(2.5), Cm(2)
    half_points = {name: round(2 * scale * fonts.size(font)) for name, scale in _SCALES.items()}
    styles = paper.styles.element
    styles.remove(paper.styles["Normal"].element)
    for style in _STYLES:
        styles.append(parse_xml(style.format(w=nsdecls("w"), font=font, ink=_INK, **half_points)))
    return paper


def frame(x: int) -> BaseOxmlElement:
    """The properties of a paragraph of a stamp that begins at `x`, one of `FRAMES`."""
    edges = "".join(_EDGE.format(edge=edge, ink=_INK) for edge in ("top", "left", "bottom", "right"))
    return parse_xml(_FRAME.format(w=nsdecls("w"), x=x, edges=edges))
