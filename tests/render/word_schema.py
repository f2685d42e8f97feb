"""The order in which WordprocessingML (ECMA-376, transitional) wants the children of its elements,
and their attributes: of those elements that the program writes.

Word repairs or refuses what LibreOffice reads without a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from tests.render.word_reader import NAMES

ANY_ORDER = ("trPr",)
"""Elements whose children may stand in any order."""

CHILDREN = {
    "document": "body",
    "body": "p tbl sectPr",
    "hdr": "p",
    "ftr": "p",
    "p": "pPr bookmarkStart r hyperlink bookmarkEnd",
    "hyperlink": "r",
    "r": "rPr t tab br sym drawing fldChar instrText",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs"
    " spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs strike color spacing w kern position sz szCs highlight u"
    " vertAlign rtl cs lang",
    "pBdr": "top left bottom right between bar",
    "tabs": "tab",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblW jc tblCellSpacing tblInd tblBorders shd"
    " tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tblGrid": "gridCol",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tr": "trPr tc",
    "trPr": "cantSplit trHeight tblHeader jc",
    "tc": "tcPr p",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign hideMark",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols vAlign titlePg",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr"
    " tblPr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol"
    " listSeparator",
    "compat": "doNotExpandShiftReturn compatSetting",
    "fonts": "font",
    "font": "altName panose1 charset family pitch sig",
    "drawing": "inline anchor",
    "inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
    "anchor": "simplePos positionH positionV extent effectExtent wrapNone docPr cNvGraphicFramePr"
    " graphic",
    "positionH": "align posOffset",
    "positionV": "align posOffset",
    "cNvGraphicFramePr": "graphicFrameLocks",
    "graphic": "graphicData",
    "graphicData": "pic",
    "pic": "nvPicPr blipFill spPr",
    "nvPicPr": "cNvPr cNvPicPr",
    "blipFill": "blip srcRect stretch",
    "stretch": "fillRect",
    "spPr": "xfrm prstGeom ln",
    "ln": "solidFill",
    "solidFill": "srgbClr",
    "xfrm": "off ext",
    "prstGeom": "avLst",
}
MIXED = ("body", "p", "hyperlink", "r", "tbl", "tc", "drawing", "positionH", "positionV")
"""Of these the first may only stand first (``pPr``), the others as often and where they like."""

_LINE = "val sz space color"
_BOX = "distT distB distL distR"
ATTRIBUTES = {
    "pStyle": "val",
    "keepNext": "val",
    "keepLines": "val",
    "spacing": "before after line lineRule",
    "ind": "left right firstLine hanging",
    "jc": "val",
    "outlineLvl": "val",
    "tab": "val leader pos",
    "b": "val",
    "bCs": "val",
    "sz": "val",
    "szCs": "val",
    "rFonts": "ascii hAnsi eastAsia cs",
    "lang": "val eastAsia bidi",
    "sym": "font char",
    "t": "space",
    "instrText": "space",
    "fldChar": "fldCharType",
    "u": "val",
    "bookmarkStart": "id name",
    "bookmarkEnd": "id",
    "hyperlink": "anchor history",
    "top": f"{_LINE} w type",
    "left": f"{_LINE} w type",
    "bottom": f"{_LINE} w type",
    "right": f"{_LINE} w type",
    "insideH": _LINE,
    "insideV": _LINE,
    "tblStyle": "val",
    "tblW": "w type",
    "tblInd": "w type",
    "tblLayout": "type",
    "tblLook": "val firstRow lastRow firstColumn lastColumn noHBand noVBand",
    "gridCol": "w",
    "tcW": "w type",
    "gridSpan": "val",
    "vMerge": "val",
    "vAlign": "val",
    "headerReference": "type id",
    "footerReference": "type id",
    "type": "val",
    "pgSz": "w h orient",
    "pgMar": "top right bottom left header footer gutter",
    "pgNumType": "fmt start",
    "cols": "space",
    "latentStyles": "defLockedState defUIPriority defSemiHidden defUnhideWhenUsed defQFormat count",
    "style": "type styleId default customStyle",
    "name": "val",
    "basedOn": "val",
    "next": "val",
    "uiPriority": "val",
    "zoom": "percent",
    "defaultTabStop": "val",
    "characterSpacingControl": "val",
    "compatSetting": "name uri val",
    "themeFontLang": "val bidi",
    "decimalSymbol": "val",
    "listSeparator": "val",
    "font": "name",
    "altName": "val",
    "family": "val",
    "pitch": "val",
    "inline": _BOX,
    "anchor": f"{_BOX} simplePos relativeHeight behindDoc locked layoutInCell allowOverlap",
    "simplePos": "x y",
    "positionH": "relativeFrom",
    "positionV": "relativeFrom",
    "extent": "cx cy",
    "ext": "cx cy",
    "off": "x y",
    "docPr": "id name descr",
    "cNvPr": "id name descr",
    "graphicFrameLocks": "noChangeAspect",
    "graphicData": "uri",
    "blip": "embed",
    "prstGeom": "prst",
    "ln": "w",
    "srgbClr": "val",
}
"""Attributes that the program may write, whatever their namespace; of other elements none."""


def breaches(root: Any) -> Iterator[str]:
    """Every element below ``root`` that has a child out of order, or a child or an attribute that
    is not in the tables above."""
    for element in root.iter():
        tag = _name(element.tag)
        for attribute in element.attrib:
            if _name(attribute) not in ATTRIBUTES.get(tag, "").split():
                yield f"{tag} may not have {_name(attribute)}"
            if element.prefix == "w" and not attribute.startswith(("{" + NAMES["w"], "{http://")):
                yield f"{tag} has {attribute} of no namespace"
        yield from _misplaced(element, tag)


def _misplaced(element: Any, tag: str) -> Iterator[str]:
    order = CHILDREN.get(tag, "").split()
    reached = 0
    for child in element:
        name = _name(child.tag)
        if name not in order:
            yield f"{tag} may not hold {name}"
            continue
        place = order.index(name)
        if tag in MIXED:
            if name.endswith("Pr") and name != "sectPr" and child is not element[0]:
                yield f"{name} does not stand first in {tag}"
        elif tag not in ANY_ORDER:
            if place < reached:
                yield f"{name} stands too late in {tag}"
            reached = max(reached, place)


def _name(tag: str) -> str:
    return etree.QName(tag).localname
