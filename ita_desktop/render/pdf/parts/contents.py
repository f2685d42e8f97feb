"""สารบัญ: the parts of a document, each with a dotted line to the number of its page."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.documents.blocks import BODY_SIZE, Contents, Heading, Paragraph, Source, text
from ita_desktop.render.pdf.file.structure import Element
from ita_desktop.render.pdf.flow import Lines, Unseen
from ita_desktop.render.pdf.galley import EMPTY, Galley
from ita_desktop.render.pdf.ink import DOTS
from ita_desktop.render.pdf.lines import words_width
from ita_desktop.render.pdf.page_marks import number_text
from ita_desktop.render.pdf.pages import Pages
from ita_desktop.render.pdf.paragraph import Setter
from ita_desktop.render.pdf.tagging import Tagging

_NUMBER_ROOM = 28.0
"""Points at the right margin for the number of a page."""
_BESIDE_DOTS = 5.0
_LEAST_DOTS = 12.0
"""Points of dots without which there are none."""
_OVER_BASELINE = 1.0
"""Points by which the dots lie above the baseline, as full stops do."""
_BETWEEN = 6.0
"""Points of white between two entries."""
_TITLE_SIZE, _UNDER_TITLE = 18.0, 12.0


@dataclass(frozen=True, slots=True)
class ContentsList:
    """A measured table of contents. Lengths are points."""

    setter: Setter
    title: Lines
    entries: tuple[Galley, ...]
    """The name of every part, in order."""
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    unseen: tuple[Unseen, ...] = ()

    @property
    def height(self) -> float:
        """Points it needs in one piece."""
        entries = sum(entry.height() + _BETWEEN for entry in self.entries)
        return self.title.height + self.title.after + entries

    @property
    def head(self) -> float:
        """Points of the title and the first entry."""
        first = self.entries[0].height() if self.entries else 0.0
        return self.title.height + self.title.after + first

    @property
    def missing(self) -> tuple[tuple[str, Source | None], ...]:
        """Characters that could not be printed."""
        return self.title.missing + tuple(m for entry in self.entries for m in entry.missing)

    def pour(self, pages: Pages) -> None:
        """Put the entries on pages; their numbers follow when all pages are there."""
        if self.title.title:
            self.title.pour(pages)
            pages.white(self.title.after)
        table = Element(pages.parent, "TOC")
        for part, entry in enumerate(self.entries):
            if entry.height() > pages.room and not pages.fresh:
                pages.turn()
            item = Element(Element(table, "TOCI"), "Reference")
            link = Element(item, "Link")
            pages.begin()
            pages.pour(entry, Tagging(pages.paper.structure, link))
            self._lead(pages, part, entry, link)
            pages.white(_BETWEEN)

    def _lead(self, pages: Pages, part: int, entry: Galley, link: Element) -> None:
        """The dots behind the last line of an entry, and the place of its number."""
        ink, frame, last = pages.ink, pages.frame, entry.lines[-1]
        baseline = pages.y - (last.bottom - last.baseline)
        end = frame.left + last.x + words_width(last.words) * last.size / 1000
        start, stop = end + _BESIDE_DOTS, frame.right - _NUMBER_ROOM
        if stop - start >= _LEAST_DOTS:
            ink.broken(start, stop, baseline - _OVER_BASELINE, DOTS)
        ink.mark("Link", pages.paper.structure.mark(link))
        slot = ink.slot()
        ink.end()
        page, top = pages.count, pages.y - entry.height()
        low, high = frame.height - pages.y, frame.height - max(top, frame.top)
        words = entry.lines[0].text

        def settle() -> None:
            place = pages.places[part] if part < len(pages.places) else None
            if place is None:
                ink.fill(slot, (), BODY_SIZE, 0.0, 0.0)
                return
            number = number_text(place.number, thai=pages.thai_digits)
            shown = self.setter.measurer.plain(number)
            width = words_width(shown) * BODY_SIZE / 1000
            ink.fill(slot, shown, BODY_SIZE, frame.right - width, baseline)
            box = (frame.left, low, frame.right, high)
            pages.paper.link(link, page, box, words, (place.page, place.up))

        pages.later.append(settle)


def set_contents(
    setter: Setter, block: Contents, width: float, parts: tuple[str, ...]
) -> ContentsList:
    """Measure a table of contents for a text area ``width`` points wide."""
    heading = Heading((block.title,), size=_TITLE_SIZE) if block.title else None
    galley = setter.heading(heading, width) if heading else EMPTY
    title = Lines(galley, after=_UNDER_TITLE, title=block.title)
    entries = tuple(
        setter.paragraph(Paragraph(text(part)), max(width - 2 * _NUMBER_ROOM, 1.0))
        for part in parts
    )
    return ContentsList(setter, title, entries)
