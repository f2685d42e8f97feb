"""The styles that one document uses, and the part of the file that holds them."""

from __future__ import annotations

import dataclasses

from ita_desktop.render.docx import styles
from ita_desktop.render.docx.looks import Look, Style, half_points, properties, run_properties
from ita_desktop.render.docx.markup import Element, el

FONT = "TH Sarabun New"
"""What Thai offices write their papers in; the PDF's typeface is drawn after it."""

TABLE_STYLE = "TableGrid"
_ALWAYS = (styles.NORMAL, *styles.HEADINGS, styles.BODY, styles.CENTERED)


class Wardrobe:
    """Collects the styles worn, and makes those of other sizes."""

    def __init__(self) -> None:
        self._worn = {style.id: style for style in _ALWAYS}

    def wear(self, style: Style, size: float) -> Style:
        """The style in that size: itself, or one named after both."""
        if style.look.size != size:
            if style.id != styles.NORMAL.id:
                self.wear(style, style.look.size)
            style = dataclasses.replace(
                style,
                id=f"{style.id}{size:g}".replace(".", "-"),
                name=f"{style.name} {size:g} พอยต์",
                look=dataclasses.replace(style.look, size=size),
                based_on=style.id,
            )
        if style.id not in self._worn:
            parent = _BY_ID.get(style.based_on)
            if parent is not None:
                self.wear(parent, parent.look.size)
            self._worn[style.id] = style
            following = _BY_ID.get(style.following)
            if following is not None:
                self.wear(following, following.look.size)
        return style

    def part(self) -> Element:
        """``w:styles``"""
        looks = {style.id: style.look for style in self._worn.values()}
        made = [
            _definition(style, looks.get(style.based_on, Look())) for style in self._worn.values()
        ]
        return el("styles", _defaults(), _latent(), *made, *_fixed())


_BY_ID = {style.id: style for style in styles.STYLES}


def fonts() -> Element:
    """``w:rFonts``: one typeface for every script, Thai (``cs``) among them."""
    return el("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def _defaults() -> Element:
    size = half_points(Look().size)
    run = el(
        "rPr",
        fonts(),
        el("sz", val=size),
        el("szCs", val=size),
        el("lang", val="en-US", eastAsia="en-US", bidi="th-TH"),
    )
    return el("docDefaults", el("rPrDefault", run), el("pPrDefault"))


def _latent() -> Element:
    """Word's own styles that are not in use stay out of sight."""
    return el(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )


def _definition(style: Style, base: Look) -> Element:
    normal = style.id == styles.NORMAL.id
    kind = {"default": "1"} if normal else {} if style.name.isascii() else {"customStyle": "1"}
    return el(
        "style",
        el("name", val=style.name),
        el("basedOn", val=style.based_on) if style.based_on else None,
        el("next", val=style.following) if style.following else None,
        el("uiPriority", val=1 if style.offered else 99),
        el("qFormat") if style.offered else None,
        el("pPr", el("widowControl")) if normal else properties(style.look, base),
        el("rPr", fonts()) if normal else run_properties(style.look, base),
        type="paragraph",
        styleId=style.id,
        **kind,
    )


def _fixed() -> tuple[Element, ...]:
    """What Word expects to find, and the one style of all tables."""
    return (
        el(
            "style",
            el("name", val="Default Paragraph Font"),
            el("uiPriority", val=1),
            el("semiHidden"),
            type="character",
            default="1",
            styleId="DefaultParagraphFont",
        ),
        el(
            "style",
            el("name", val="Normal Table"),
            el("uiPriority", val=99),
            el("semiHidden"),
            el(
                "tblPr",
                el("tblInd", w=0, type="dxa"),
                el("tblCellMar", *(el(side, w=0, type="dxa") for side in _SIDES)),
            ),
            type="table",
            default="1",
            styleId="TableNormal",
        ),
        el(
            "style",
            el("name", val="Table Grid"),
            el("basedOn", val="TableNormal"),
            el("uiPriority", val=39),
            el("tblPr", el("tblBorders", *(_line(side) for side in (*_SIDES, *_INSIDE)))),
            type="table",
            styleId=TABLE_STYLE,
        ),
    )


_SIDES = ("top", "left", "bottom", "right")
_INSIDE = ("insideH", "insideV")


def _line(side: str) -> Element:
    return el(side, val="single", sz=4, space=0, color="auto")
