"""Pictures in the text, or standing on the page beside it."""

from __future__ import annotations

import io
from dataclasses import dataclass

from docx.document import Document as Package
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from ita_desktop.render.docx.markup import Element, clean_line, el, emu

_PICTURE = f"""<a:graphic {nsdecls("a", "pic", "r")}>
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:pic>
<pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed=""/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic>
</a:graphicData>
</a:graphic>"""
_FRAME = '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
_INLINE = f"""<wp:inline {nsdecls("wp", "a")} distT="0" distB="0" distL="0" distR="0">
<wp:extent/><wp:docPr id="0" name=""/>{_FRAME}</wp:inline>"""
_ON_PAGE = f"""<wp:anchor {nsdecls("wp", "a")} distT="0" distB="0" distL="0" distR="0"
 simplePos="0" relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">
<wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent/><wp:wrapNone/><wp:docPr id="0" name=""/>{_FRAME}</wp:anchor>"""
_HAIRLINE = f"""<a:ln {nsdecls("a")} w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>
</a:ln>"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG, its size on paper in millimetres, and the words read out in its place."""

    data: bytes
    width: float
    height: float
    words: str = ""
    framed: bool = False
    """Whether a hairline stands around it."""


class Drawings:
    """Puts pictures into one file, each only once, and counts where they are shown."""

    def __init__(self, package: Package) -> None:
        self._part = package.part
        self._count = 0

    def inline(self, picture: Picture) -> Element:
        """A run that holds a picture."""
        return self._run(picture, parse_xml(_INLINE))

    def on_page(self, picture: Picture, top: float) -> Element:
        """A run that a picture is tied to; it stands at the left margin, ``top`` millimetres below
        the paper's upper edge, and nothing makes room for it."""
        frame = parse_xml(_ON_PAGE)
        [offset] = frame.xpath(".//wp:posOffset")
        offset.text = str(emu(top))
        return self._run(picture, frame)

    def _run(self, picture: Picture, frame: Element) -> Element:
        self._count += 1
        name, words = f"ภาพ {self._count}", clean_line(picture.words)
        relation, _ = self._part.get_or_add_image(io.BytesIO(picture.data))
        graphic = parse_xml(_PICTURE)
        wide, high = str(emu(picture.width)), str(emu(picture.height))
        for size in (*frame.xpath("./wp:extent"), *graphic.xpath(".//a:ext")):
            size.set("cx", wide)
            size.set("cy", high)
        for title in (*frame.xpath("./wp:docPr"), *graphic.xpath(".//pic:cNvPr")):
            title.set("id", str(self._count))
            title.set("name", name)
            if words:
                title.set("descr", words)
        if picture.framed:
            [shape] = graphic.xpath(".//pic:spPr")
            shape.append(parse_xml(_HAIRLINE))
        [blip] = graphic.xpath(".//a:blip")
        blip.set(qn("r:embed"), relation)
        frame.append(graphic)
        return el("r", el("drawing", frame))
