"""How a paragraph looks: what its style says, and where it departs from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ita_desktop.documents.blocks import BODY_SIZE, Align
from ita_desktop.render.docx.markup import Element, el, points, switch, twips

_JUSTIFICATIONS = {
    Align.LEFT: "left",
    Align.CENTER: "center",
    Align.RIGHT: "right",
    Align.THAI: "thaiDistribute",
}


class Tab(NamedTuple):
    """A tab stop, in millimetres from the left edge of the text, and what leads up to it."""

    place: float
    align: str = "left"
    leader: str = "none"


@dataclass(frozen=True, slots=True)
class Look:
    """Lengths are millimetres, white and sizes points, as in the blocks."""

    size: float = BODY_SIZE
    bold: bool = False
    align: Align = Align.LEFT
    left: float = 0.0
    right: float = 0.0
    first_line: float = 0.0
    """Less than nothing where the first line hangs out to the left."""
    before: float = 0.0
    after: float = 0.0
    line: float | None = None
    """The exact height of a line; None for the font's own."""
    keep_next: bool = False
    keep_lines: bool = False
    tabs: tuple[Tab, ...] = ()
    outline: int | None = None
    """Level in the navigation pane, from 0; None for text."""
    rule: str = ""
    """The kind of line below the paragraph; empty for none."""


@dataclass(frozen=True, slots=True)
class Style:
    """A named look that a clerk can change for the whole document.

    ``following`` is the style of the paragraph typed behind; ``offered`` styles stand in Word's
    gallery.
    """

    id: str
    name: str
    look: Look
    based_on: str = "Normal"
    following: str = ""
    offered: bool = True


def properties(
    look: Look,
    base: Look,
    *,
    style: str = "",
    turns: bool = False,
    section: Element | None = None,
) -> Element | None:
    """``w:pPr``: the style's name and what ``look`` has other than ``base``; None for nothing.

    ``turns`` begins a page, ``section`` ends one of the document's sections here.
    """
    made = [
        el("pStyle", val=style) if style else None,
        switch("keepNext", look.keep_next) if look.keep_next != base.keep_next else None,
        switch("keepLines", look.keep_lines) if look.keep_lines != base.keep_lines else None,
        el("pageBreakBefore") if turns else None,
        _rule(look) if look.rule != base.rule else None,
        _tabs(look) if look.tabs != base.tabs else None,
        _spacing(look, base),
        _indents(look, base),
        el("jc", val=_JUSTIFICATIONS[look.align]) if look.align is not base.align else None,
        el("outlineLvl", val=9 if look.outline is None else look.outline)
        if look.outline != base.outline
        else None,
        section,
    ]
    given = [one for one in made if one is not None]
    return el("pPr", *given) if given else None


def run_properties(look: Look, base: Look) -> Element | None:
    """``w:rPr`` of a style: weight and size, each for Latin and for Thai."""
    made: list[Element] = []
    if look.bold != base.bold:
        made += (switch("b", look.bold), switch("bCs", look.bold))
    if look.size != base.size:
        made += (el("sz", val=half_points(look.size)), el("szCs", val=half_points(look.size)))
    return el("rPr", *made) if made else None


def half_points(size: float) -> int:
    """A type size as Word counts it."""
    return round(size * 2)


def _rule(look: Look) -> Element:
    return el("pBdr", el("bottom", val=look.rule or "nil", sz=4, space=0, color="auto"))


def _tabs(look: Look) -> Element | None:
    if not look.tabs:
        return None
    stops = (
        el("tab", val=one.align, leader=one.leader, pos=twips(one.place))
        if one.leader != "none"
        else el("tab", val=one.align, pos=twips(one.place))
        for one in look.tabs
    )
    return el("tabs", *stops)


def _spacing(look: Look, base: Look) -> Element | None:
    given: dict[str, str | int] = {}
    if look.before != base.before:
        given["before"] = points(look.before)
    if look.after != base.after:
        given["after"] = points(look.after)
    if look.line != base.line:
        given["line"] = 240 if look.line is None else points(look.line)
        given["lineRule"] = "auto" if look.line is None else "exact"
    return el("spacing", **given) if given else None


def _indents(look: Look, base: Look) -> Element | None:
    given: dict[str, str | int] = {}
    if look.left != base.left:
        given["left"] = twips(look.left)
    if look.right != base.right:
        given["right"] = twips(look.right)
    if look.first_line != base.first_line:
        side = "hanging" if look.first_line < 0 else "firstLine"
        given[side] = twips(abs(look.first_line))
    return el("ind", **given) if given else None
