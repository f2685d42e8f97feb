"""Finished pages → the bytes of a PDF/A-2b with structure tags.

ReportLab's document object numbers the objects and writes the fonts; pages, pictures, bookmarks
and tags are written here, since a long table has tens of thousands of them. Nothing is taken from
the clock or from the user's account, so the same document gives the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ita_desktop.render.pdf.file.assembly import assembled, stream
from ita_desktop.render.pdf.file.metadata import (
    LANGUAGE,
    About,
    colour_profile,
    output_intent,
    speakable,
)
from ita_desktop.render.pdf.file.outline import Bookmark, outline
from ita_desktop.render.pdf.file.pictures import Picture
from ita_desktop.render.pdf.file.structure import Element, Structure, text_string
from ita_desktop.render.pdf.font import ClusterFont, FontInDocument
from ita_desktop.render.pdf.ink import PageInk

Box: TypeAlias = tuple[float, float, float, float]
"""Left, low, right and high edge in points, upward."""
_FONTS = 1
"""The number of ReportLab's dictionary of fonts, which it makes first."""


@dataclass(slots=True)
class _Page:
    number: int
    ink: PageInk
    width: float
    height: float
    contents: int
    pictures: tuple[str, ...] = ()
    links: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Link:
    """A place on a page that leads to another; edges in points, upward."""

    number: int
    box: Box
    words: str
    page: int
    up: float


class Writer:
    """One PDF being written."""

    def __init__(self, *, identity: str, about: About) -> None:
        from reportlab.pdfbase.pdfdoc import PDFDocument

        self._doc: Any = PDFDocument(compression=1, invariant=1)
        self._about = about
        self._digest = hashlib.sha256(identity.encode("utf-8", "replace"))
        self._identity = self._digest.hexdigest()[:32].upper()
        self._bodies: dict[int, bytes] = {}
        self._tree = self._number()
        self._fonts: dict[ClusterFont, FontInDocument] = {}
        self._pictures: dict[str, int] = {}
        self._used: dict[str, None] = {}
        self._pages: list[_Page] = []
        self._bookmarks: list[Bookmark] = []
        self._links: list[_Link] = []
        self.structure = Structure()

    def ink(self, width: float, height: float) -> PageInk:  # noqa: ARG002
        """Begin a page of this size in points."""
        self._used = {}
        return PageInk(height, self._font)

    def _font(self, font: ClusterFont) -> FontInDocument:
        known = self._fonts.get(font)
        if known is None:
            known = self._fonts[font] = font.in_document(self._doc)
        return known

    def picture(self, picture: Picture) -> str:
        """The name by which the present page shows a picture, with its slash."""
        if picture.digest not in self._pictures:
            self._pictures[picture.digest] = self._put(picture.stream)
        name = f"/I{self._pictures[picture.digest]}"
        self._used[name] = None
        return name

    def bookmark(self, title: str, level: int, up: float) -> None:
        """Enter a heading of the present page in the outline; ``up`` is its top edge."""
        self._bookmarks.append(Bookmark(title, level, len(self._pages), up))

    def bookmark_if_none(self, title: str) -> None:
        """Enter the document itself in the outline, if nothing stands there."""
        if not self._bookmarks:
            self._bookmarks.append(Bookmark(title, 0, 0, self._pages[0].height))

    def link(self, element: Element, on: int, box: Box, words: str, to: tuple[int, float]) -> None:
        """Let a box on a finished page lead to another and a height on it, in points, upward."""
        self.structure.link(element, on)
        link = _Link(self._number(), box, words, *to)
        self._links.append(link)
        self._pages[on].links.append(link.number)

    def finish(self, ink: PageInk, width: float, height: float) -> None:
        """Put down a page and press its content together at once, to save memory.

        A page in which something is still left open waits until the file is written.
        """
        page = _Page(self._number(), ink, width, height, self._number(), tuple(self._used))
        self._pages.append(page)
        self.structure.end_page()
        if not ink.open:
            self._press(page)

    def _press(self, page: _Page) -> None:
        content = "\n".join(page.ink.operators()).encode("latin-1")
        self._digest.update(content)
        self._bodies[page.contents] = stream(b"", content)
        page.ink.clear()

    def data(self) -> bytes:
        """The bytes of the finished file."""
        for page in self._pages:
            if page.contents not in self._bodies:
                self._press(page)
        numbers = [page.number for page in self._pages]
        for at, page in enumerate(self._pages):
            self._bodies[page.number] = self._page(at, page)
        for at, link in enumerate(self._links):
            self._bodies[link.number] = _annotation(link, len(numbers) + at, numbers)
        kids = " ".join(f"{number} 0 R" for number in numbers)
        self._bodies[self._tree] = f"<</Type/Pages/Count {len(numbers)}/Kids[{kids}]>>".encode()
        bookmarks = self._put_all(outline(self._bookmarks, self._next, numbers))
        annotations = [link.number for link in self._links]
        tags = self._put_all(self.structure.written(self._next, numbers, annotations))
        metadata = self._put(self._about.metadata())
        intent = self._put(output_intent(self._put(colour_profile())))
        root = self._put(
            f"<</Type/Catalog/Pages {self._tree} 0 R/Lang({LANGUAGE})/Outlines {bookmarks} 0 R"
            f"/MarkInfo<</Marked true>>/StructTreeRoot {tags} 0 R/Metadata {metadata} 0 R"
            f"/OutputIntents[{intent} 0 R]/ViewerPreferences<</DisplayDocTitle true>>>>".encode()
        )
        info = self._put(self._about.information())
        for font in self._doc.delayedFonts:
            font.addObjects(self._doc)
        content = self._digest.hexdigest()[:32].upper()
        identity = f"[<{self._identity}><{content}>]".encode("ascii")
        return assembled(self._objects(), root=root, info=info, identity=identity)

    def _page(self, at: int, page: _Page) -> bytes:
        shown = "".join(f"{name} {name[2:]} 0 R" for name in page.pictures)
        pictures = f"/XObject<<{shown}>>" if shown else ""
        links = "".join(f"{number} 0 R " for number in page.links)
        annotations = f"/Annots[{links}]" if links else ""
        return (
            f"<</Type/Page/Parent {self._tree} 0 R/MediaBox[0 0 {page.width:.2f} {page.height:.2f}]"
            f"/Resources<</Font {_FONTS} 0 R{pictures}>>/Contents {page.contents} 0 R"
            f"/StructParents {at}/Tabs/S{annotations}>>"
        ).encode("ascii")

    @property
    def _next(self) -> int:
        return int(self._doc.objectcounter) + 1

    def _number(self) -> int:
        """The number of a new object."""
        self._doc.objectcounter += 1
        return int(self._doc.objectcounter)

    def _put(self, body: bytes) -> int:
        number = self._number()
        self._bodies[number] = body
        return number

    def _put_all(self, bodies: Iterable[bytes]) -> int:
        """The number of the first of them."""
        first = self._next
        for number, body in enumerate(bodies, first):
            self._bodies[number] = body
            self._doc.objectcounter = number
        return first

    def _objects(self) -> list[bytes]:
        from reportlab.pdfbase.pdfdoc import format as formatted

        doc, objects = self._doc, []
        number = 0
        while number < doc.objectcounter:  # which grows while ReportLab's objects are written
            number += 1
            body = self._bodies.get(number)
            if body is None:
                body = formatted(doc.idToObject[doc.numberToId[number]], doc, toplevel=1).rstrip()
            objects.append(body)
        return objects


def _annotation(link: _Link, entry: int, pages: list[int]) -> bytes:
    box = " ".join(f"{edge:.2f}" for edge in link.box)
    target = f"[{pages[link.page]} 0 R/XYZ null {link.up:.2f} null]"
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{box}]/Border[0 0 0]/F 4/StructParent {entry}"
        f"/Dest{target}/Contents {text_string(speakable(link.words))}>>"
    ).encode("ascii")
