"""Pictures and drawings on a page, as figures of the structure tree."""

from __future__ import annotations

from ita_desktop.render.pdf.figure_ink import Box, FigureInk
from ita_desktop.render.pdf.file.pictures import Picture
from ita_desktop.render.pdf.file.structure import Element
from ita_desktop.render.pdf.pages import Pages


def show_picture(
    pages: Pages, picture: Picture, box: Box, words: str, *, framed: bool = False
) -> Element:
    """Show a picture in a box of its proportions; ``words`` stand for it. The figure's element."""
    ink = pages.ink
    element = _figure(pages, box, words)
    name = pages.paper.picture(picture)
    number = pages.paper.structure.mark(element)
    ink.picture(name, number, box, framed=framed)
    return element


def show_drawing(pages: Pages, drawing: FigureInk, box: Box, words: str) -> None:
    """Show a drawing that lies in a box; ``words`` stand for it."""
    ink = pages.ink
    element = _figure(pages, box, words)
    ink.drawn(drawing, pages.paper.structure.mark(element))


def _figure(pages: Pages, box: Box, words: str) -> Element:
    low = pages.frame.height - box.y - box.height
    edges = f"{box.x:.2f} {low:.2f} {box.x + box.width:.2f} {low + box.height:.2f}"
    attributes = f"<</O/Layout/Placement/Block/BBox[{edges}]>>"
    return Element(pages.parent, "Figure", attributes, words)
