"""ปก: a page of its own."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.documents.blocks import Cover, Source
from ita_desktop.documents.saraban import GARUDA
from ita_desktop.render.pdf.file.pictures import Picture
from ita_desktop.render.pdf.flow import Unseen
from ita_desktop.render.pdf.frame import Frame
from ita_desktop.render.pdf.galley import Galley
from ita_desktop.render.pdf.pages import Pages
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM, Setter
from ita_desktop.render.pdf.parts.emblem import Seal, set_seal

_TITLE_SIZES = (26.0, 24.0, 22.0, 20.0, 18.0, 16.0)
_AGENCY_SIZES = (22.0, 20.0, 18.0, 16.0)
_TITLE_PLACE = 1 / 3
"""How far down the page the middle of the title stands."""
_TITLE_SHARE, _AGENCY_SHARE = 0.3, 0.2
"""The most that title and agency take of the text area before their type is made smaller."""
_AGENCY_END = 0.88
"""How far down the page the agency's last line ends."""
_UNDER_PICTURE = 24.0


@dataclass(frozen=True, slots=True)
class CoverPage:
    """A measured cover: a page of its own, neither numbered nor counted."""

    title: Galley
    agency: Galley
    seal: Seal | None
    unseen: tuple[Unseen, ...]
    bookmark: str
    source: Source | None
    before: float = 0.0
    after: float = 0.0
    height: float = 0.0
    head: float = 0.0
    keep_with_next: bool = False

    @property
    def missing(self) -> tuple[tuple[str, Source | None], ...]:
        """Characters that could not be printed."""
        return self.title.missing + self.agency.missing

    def tops(self, frame: Frame) -> tuple[float, float]:
        """How far down its page title and agency begin, in points."""
        title, agency = self.title.height(), self.agency.height()
        top = frame.top + (self.seal.height + _UNDER_PICTURE if self.seal is not None else 0.0)
        title_top = max(frame.height * _TITLE_PLACE - title / 2, top)
        agency_top = min(frame.height * _AGENCY_END, frame.bottom) - agency
        return title_top, max(agency_top, title_top + title + _UNDER_PICTURE)

    def pour(self, pages: Pages) -> None:
        """Put the cover on a page of its own."""
        pages.drop_or_close()
        pages.open(numbered=False)
        frame = pages.frame
        title_top, agency_top = self.tops(frame)
        if self.seal is not None:
            self.seal.show(pages, frame.middle - self.seal.width / 2, frame.top)
        pages.y = title_top
        if self.bookmark:
            pages.bookmark(self.bookmark, 0)
        lines = len(self.title.lines)
        pages.show(self.title, 0, lines, frame.left, title_top, pages.tagging("H1"))
        lines = len(self.agency.lines)
        pages.show(self.agency, 0, lines, frame.left, agency_top, pages.tagging("P"))
        if self.source is not None:
            pages.anchor(self.source, title_top, agency_top + self.agency.height())
        pages.fresh = False
        pages.close()


def set_cover(
    setter: Setter, block: Cover, width: float, depth: float, picture: Picture | None
) -> CoverPage:
    """Measure a cover; type gets smaller until long titles leave the page its air."""
    wanted = block.picture is not None
    height = min(GARUDA * POINTS_PER_MM, depth)
    return CoverPage(
        title=_fitting(setter, block.title, width, _TITLE_SIZES, depth * _TITLE_SHARE),
        agency=_fitting(setter, block.agency, width, _AGENCY_SIZES, depth * _AGENCY_SHARE),
        seal=set_seal(setter, picture, height, width) if wanted else None,
        unseen=(Unseen(True, block.source),) if wanted and picture is None else (),
        bookmark=" ".join(block.title),
        source=block.source,
    )


def _fitting(
    setter: Setter, lines: tuple[str, ...], width: float, sizes: tuple[float, ...], most: float
) -> Galley:
    if not lines:
        return Galley()
    galley = Galley()
    for size in sizes:
        galley = setter.centred(lines, width, size, bold=True)
        if galley.height() <= most:
            break
    return galley
