"""Documents → PDF. One renderer keeps what it measured, so that an edit costs its own blocks only.

A renderer is for one thread at a time. Two renderers may work side by side only in two processes:
ReportLab and the fonts keep tables of their own.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from ita_desktop.documents.blocks import Document, Section
from ita_desktop.model.findings import Finding
from ita_desktop.render.output import Rendered
from ita_desktop.render.pdf.desk import Desk, Given, Pictures, new_desk
from ita_desktop.render.pdf.file.metadata import About
from ita_desktop.render.pdf.file.writer import Writer
from ita_desktop.render.pdf.findings import findings_of
from ita_desktop.render.pdf.flow import Flowing, flow
from ita_desktop.render.pdf.font import DEFAULT_FAMILY, FontFamily, font_family
from ita_desktop.render.pdf.lines import Line
from ita_desktop.render.pdf.pages import Cancelled, Pages
from ita_desktop.render.pdf.paper import Sketch
from ita_desktop.render.pdf.paragraph import Setter
from ita_desktop.render.pdf.table_alike import in_step
from ita_desktop.render.pdf.table_set import TableSetter

__all__ = ["Cancelled", "PdfRenderer"]

_TRIALS = 6
"""Times that pages are tried before they say how the next one begins; two are usual."""


class PdfRenderer:
    """Turns documents into PDF, remembering measured blocks from one to the next.

    Its fonts are its own, so that two renderers may work at once, each in its thread.
    """

    def __init__(self) -> None:
        self._families: dict[str, FontFamily] = {}
        self._desks: dict[tuple[str, frozenset[str]], Desk] = {}

    def warm(self, family: str = DEFAULT_FAMILY) -> None:
        """Load the fonts and the dictionary, which costs half a second, before they are needed."""
        self._desk(family, frozenset()).setter.measurer.plain("อุ่น")

    def render(
        self,
        document: Document,
        *,
        family: str = DEFAULT_FAMILY,
        pictures: Pictures | None = None,
        created: datetime | None = None,
        cancelled: Callable[[], bool] | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> Rendered:
        """The PDF of a document.

        ``family`` is a shipped typeface; ``pictures`` gives the bytes of a PNG or JPEG by its
        SHA-256; ``created`` is the date in the file; ``progress`` is told how many pages are done.
        Raises :class:`Cancelled` soon after ``cancelled`` comes true.
        """
        with _collector_at_rest():
            desk = self._desk(family, document.words)
            about = About(document.title, document.author, created)
            writer = Writer(identity=document.id, about=about)
            pages = Pages(
                writer,
                desk.setter,
                thai_digits=document.thai_digits,
                through=document.through,
                progress=progress,
                cancelled=cancelled,
            )
            findings: list[Finding] = []
            finished = False
            try:
                parts = tuple(one.part for one in document.sections if one.part)
                given = Given(pictures or _no_picture, parts)
                for section in document.sections:
                    findings += _put(section, pages, desk, given)
                pages.drop_or_close()
                if not pages.count:
                    pages.turn()
                    pages.close()
                for settle in pages.later:
                    settle()
                finished = True
            finally:
                desk.memory.turn(finished=finished)
            writer.bookmark_if_none(document.title)
            unique = tuple(dict.fromkeys(findings))
            return Rendered(writer.data(), pages.count, unique, tuple(pages.anchors))

    def measures(
        self, words: frozenset[str], family: str = DEFAULT_FAMILY
    ) -> tuple[Setter, TableSetter]:
        """What sets text and tables in a typeface, for whoever only measures."""
        desk = self._desk(family, words)
        return desk.setter, desk.tables

    def _desk(self, family: str, words: frozenset[str]) -> Desk:
        desk = self._desks.get((family, words))
        if desk is None:
            if len(self._desks) > 2:
                self._desks.clear()
            fonts = self._families.get(family)
            if fonts is None:
                fonts = self._families[family] = font_family(family)
            desk = self._desks[family, words] = new_desk(fonts, words)
        return desk


def _put(section: Section, pages: Pages, desk: Desk, given: Given) -> Iterator[Finding]:
    """Put a section on its pages; what could not be printed of it."""
    pages.use(section.page, section.part)
    blocks = in_step(section.blocks, desk.tables, pages.measure(), pages.tick)
    measured = [desk.measured(block, pages, given) for block in blocks]
    if section.page.catch_words:
        pages.go_on(_openings(measured, pages))
    flow(measured, pages)
    for block in measured:
        yield from findings_of(block)


def _openings(measured: Sequence[Flowing], pages: Pages) -> Mapping[int, Line]:
    """How every page of a section begins, found by trying.

    A page that says so holds less, so that pages are tried until they stay as many.
    """
    openings: Mapping[int, Line] = {}
    for _ in range(_TRIALS):
        trial = pages.trial(Sketch(), openings)
        flow(measured, trial)
        if len(trial.openings) == max(len(openings), 1):
            return trial.openings
        openings = trial.openings
    return openings


def _no_picture(_digest: str) -> bytes | None:
    return None


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Without the cycle collector, which stops every thread to look through all that is measured.

    It would find nothing: no cycles are made here.
    """
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()
