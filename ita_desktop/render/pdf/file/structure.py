"""The structure tree of a PDF: what a screen reader reads, and in which order.

Every mark of a page belongs to one element (``Document``, ``H1``, ``P``, ``Table``, ``TD`` …) or
is an artifact. Elements are kept small: a long table has tens of thousands of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_PAGE = 1 << 20
"""A mark is one number: its page times this, and its place among the page's marks."""


class Element:
    """One element of the tree. Kids are elements, or marks on pages as numbers, in order."""

    __slots__ = ("alt", "attributes", "kids", "links", "tag")

    def __init__(
        self, parent: Element | None, tag: str, attributes: str = "", alt: str = ""
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        """A PDF dictionary, e.g. ``<</O/Table/ColSpan 2>>``, or nothing."""
        self.alt = alt
        """Words that stand for a picture."""
        self.kids: list[Element | int] = []
        self.links: tuple[int, int] | None = None
        """Of a ``Link``: its page, and the number of its annotation's entry in the parent tree."""
        if parent is not None:
            parent.kids.append(self)


class Structure:
    """The tree being built while pages are filled. Pages count from 0, as they are finished."""

    def __init__(self) -> None:
        self.root = Element(None, "Document")
        self._owners: list[list[Element]] = []
        """For every finished page, the element of each of its marks."""
        self._present: list[Element] = []
        self._links: list[Element] = []

    def mark(self, element: Element) -> int:
        """The number of a new mark of the element on the present page (its MCID)."""
        number = len(self._present)
        self._present.append(element)
        element.kids.append(len(self._owners) * _PAGE + number)
        return number

    def link(self, element: Element, page: int) -> int:
        """Make an element the owner of a new link annotation; its place among all links."""
        element.links = (page, len(self._links))
        self._links.append(element)
        return len(self._links) - 1

    def end_page(self) -> None:
        """The present page is finished."""
        self._owners.append(self._present)
        self._present = []

    def written(
        self, first: int, pages: Sequence[int], annotations: Sequence[int]
    ) -> Iterator[bytes]:
        """The tree as PDF objects, the root first, numbered on from ``first``.

        ``pages`` and ``annotations`` are the object numbers of pages and links. The parent tree's
        keys are the pages from 0, then the links (``StructParents``, ``StructParent``).
        """
        order: list[tuple[Element, int]] = []
        numbers: dict[int, int] = {}
        waiting: list[tuple[Element, int]] = [(self.root, first)]
        while waiting:
            element, parent = waiting.pop()
            number = numbers[id(element)] = first + 1 + len(order)
            order.append((element, parent))
            waiting += [(kid, number) for kid in reversed(element.kids) if type(kid) is Element]
        after = first + 1 + len(order)
        marked = [page for page, owners in enumerate(self._owners) if owners]
        entries = [f"{page} {after + at} 0 R" for at, page in enumerate(marked)]
        entries += [
            f"{len(pages) + at} {numbers[id(element)]} 0 R"
            for at, element in enumerate(self._links)
        ]
        yield (
            f"<</Type/StructTreeRoot/K {first + 1} 0 R/ParentTree<</Nums[{' '.join(entries)}]>>"
            f"/ParentTreeNextKey {len(pages) + len(self._links)}>>"
        ).encode()
        for element, parent in order:
            yield _written(element, parent, numbers, pages, annotations)
        for page in marked:
            owners = " ".join([f"{numbers[id(owner)]} 0 R" for owner in self._owners[page]])
            yield f"[{owners}]".encode()


def _written(
    element: Element,
    parent: int,
    numbers: dict[int, int],
    pages: Sequence[int],
    annotations: Sequence[int],
) -> bytes:
    """One element as a PDF dictionary."""
    kids: list[str] = []
    home = -1
    for kid in element.kids:
        if type(kid) is not int:
            kids.append(f"{numbers[id(kid)]} 0 R")
            continue
        page, mark = divmod(kid, _PAGE)
        if home < 0:
            home = page
        if page == home:
            kids.append(str(mark))
        else:
            kids.append(f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>")
    if element.links is not None:
        page, link = element.links
        kids.append(f"<</Type/OBJR/Pg {pages[page]} 0 R/Obj {annotations[link]} 0 R>>")
    written = f"<</S/{element.tag}/P {parent} 0 R"
    if home >= 0:
        written += f"/Pg {pages[home]} 0 R"
    if len(kids) == 1:
        written += f"/K {kids[0]}" if kids[0][0] != "<" else f"/K{kids[0]}"
    elif kids:
        written += f"/K[{' '.join(kids)}]"
    if element.attributes:
        written += f"/A{element.attributes}"
    if element.alt:
        written += f"/Alt {text_string(element.alt)}"
    return (written + ">>").encode("latin-1")


def text_string(text: str) -> str:
    """Words as a PDF text string, in hexadecimal UTF-16."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
