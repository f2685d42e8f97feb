"""Which element of the structure tree each line of a galley belongs to."""

from __future__ import annotations

from ita_desktop.render.pdf.file.structure import Element, Structure
from ita_desktop.render.pdf.galley import Galley, Part
from ita_desktop.render.pdf.ink import PageInk

_NUMBERED = "<</O/List/ListNumbering/Decimal>>"


class Tagging:
    """The elements of one galley, made as its lines are shown, on however many pages.

    A galley of one paragraph is one element ``tag``, without a ``tag`` the parent's own content.
    Of a galley of parts, paragraphs become ``P`` and lists ``L`` with ``LI``.
    """

    __slots__ = ("_items", "_lists", "_made", "_parent", "_structure", "_tag", "_whole")

    def __init__(self, structure: Structure, parent: Element, tag: str = "") -> None:
        self._structure = structure
        self._parent = parent
        self._tag = tag
        self._whole: Element | None = None
        self._made: dict[int, Element] = {}
        self._lists: dict[int, Element] = {}
        """The list in hand by level, and what its items hang in."""
        self._items: dict[int, Element] = {}

    def show(self, ink: PageInk, galley: Galley, start: int, end: int, x: float, y: float) -> None:
        """Show lines of a galley whose corner stands at ``x``, ``y``, each as what it is."""
        lines = galley.lines
        if not galley.parts:
            if end - start == 1 and not lines[start].words:
                return
            if self._whole is None:
                self._whole = Element(self._parent, self._tag) if self._tag else self._parent
            element = self._whole
            ink.mark(element.tag, self._structure.mark(element))
            for line in lines[start:end]:
                ink.line(line, x, y)
            ink.end()
            return
        for index, part in enumerate(galley.parts):
            first, last = max(part.start, start), min(part.end, end)
            if first >= last:
                continue
            held = self._made.get(index)
            if held is None:
                held = self._made[index] = self._begin(ink, part, galley, x, y)
            ink.mark(held.tag, self._structure.mark(held))
            for line in lines[first:last]:
                ink.line(line, x, y)
            ink.end()

    def _begin(self, ink: PageInk, part: Part, galley: Galley, x: float, y: float) -> Element:
        """The element of a part that begins; an item's label is shown, as an element of its own."""
        if part.level < 0:
            return Element(self._parent, "P")
        item = Element(self._list(part), "LI")
        line = galley.lines[part.start]
        if line.label is not None:
            label = Element(item, "Lbl")
            ink.mark("Lbl", self._structure.mark(label))
            ink.label(line, x, y)
            ink.end()
        body = self._items[part.level] = Element(item, "LBody")
        return body

    def _list(self, part: Part) -> Element:
        """The list that an item belongs to: an inner one hangs in the item before it."""
        if part.first:
            self._lists.clear()
            self._items.clear()
        if part.level == 0:
            self._lists.pop(1, None)
        known = self._lists.get(part.level)
        if known is None:
            parent = self._items.get(0, self._parent) if part.level else self._parent
            attributes = _NUMBERED if part.numbered else ""
            known = self._lists[part.level] = Element(parent, "L", attributes)
        return known
