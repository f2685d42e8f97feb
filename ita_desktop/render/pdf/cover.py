"""ปก and ลงชื่อ: what stands at fixed places or is never torn."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.documents.blocks import BODY_SIZE, Align, Cover, Run, Signature, Source
from ita_desktop.render.pdf.galley import Galley, Sourced, stacked
from ita_desktop.render.pdf.pages import Pages
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM, Setter, Shape

PICTURE_HEIGHT = 30 * POINTS_PER_MM
"""The Garuda is 3 cm high (ระเบียบงานสารบรรณ ข้อ 71)."""
_TITLE_SIZES = (26.0, 24.0, 22.0, 20.0, 18.0, 16.0)
_AGENCY_SIZES = (22.0, 20.0, 18.0, 16.0)
_TITLE_PLACE = 1 / 3
"""How far down the page the middle of the title stands."""
_TITLE_SHARE, _AGENCY_SHARE = 0.3, 0.2
"""The most that title and agency take of the text area before their type is made smaller."""
_AGENCY_END = 0.88
"""How far down the page the agency's last line ends."""
_UNDER_PICTURE = 24.0
_SIGNING_ROOM = 3
"""Empty lines for the signature's hand; with the name's own they are the four that are usual."""


@dataclass(frozen=True, slots=True)
class CoverPage:
    """A measured cover: a page of its own, neither numbered nor counted."""

    title: Galley
    agency: Galley
    picture: bytes | None
    """None where the office has set no picture, or it could not be found or read."""
    wants_picture: bool
    placeholder: Galley
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

    def pour(self, pages: Pages) -> None:
        """Put the cover on a page of its own."""
        pages.drop_or_close()
        pages.open(numbered=False)
        frame = pages.frame
        title_height, agency_height = self.title.height(), self.agency.height()
        top = frame.top
        if self.wants_picture:
            if self.picture is None:
                self._show_placeholder(pages, top)
            else:
                pages.picture(self.picture, top, PICTURE_HEIGHT, frame.measure)
            top += PICTURE_HEIGHT + _UNDER_PICTURE
        title_top = max(frame.height * _TITLE_PLACE - title_height / 2, top)
        pages.y = title_top
        if self.bookmark:
            pages.bookmark(self.bookmark, 0)
        pages.show(self.title, 0, len(self.title.lines), frame.left, title_top)
        agency_top = min(frame.height * _AGENCY_END, frame.bottom) - agency_height
        agency_top = max(agency_top, title_top + title_height + _UNDER_PICTURE)
        pages.show(self.agency, 0, len(self.agency.lines), frame.left, agency_top)
        if self.source is not None:
            pages.anchor(self.source, title_top, agency_top + agency_height)
        pages.fresh = False
        pages.close()

    def _show_placeholder(self, pages: Pages, top: float) -> None:
        frame = pages.frame
        left = (frame.left + frame.right - PICTURE_HEIGHT) / 2
        right, bottom = left + PICTURE_HEIGHT, top + PICTURE_HEIGHT
        ink = pages.ink
        for y in (top, bottom):
            ink.across(left, right, y)
        for x in (left, right):
            ink.down(x, top, bottom)
        middle = top + (PICTURE_HEIGHT - self.placeholder.height()) / 2
        pages.show(self.placeholder, 0, len(self.placeholder.lines), left, middle)


def set_cover(
    setter: Setter, block: Cover, width: float, depth: float, picture: bytes | None
) -> CoverPage:
    """Measure a cover; type gets smaller until long titles leave the page its air."""
    return CoverPage(
        title=_fitting(setter, block.title, width, _TITLE_SIZES, depth * _TITLE_SHARE),
        agency=_fitting(setter, block.agency, width, _AGENCY_SIZES, depth * _AGENCY_SHARE),
        picture=picture,
        wants_picture=block.picture is not None,
        placeholder=setter.centred(("ตราครุฑ", "หรือตราสัญลักษณ์"), PICTURE_HEIGHT, 12.0),
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


def set_signature(setter: Setter, block: Signature, width: float) -> Galley:
    """The lines of a signature, centred in the right half, so that all share one axis.

    A word too wide for that half takes more room to the left.
    """
    name = f"({block.name})" if block.name else f"({'.' * 50})"
    measure = setter.measurer.measure
    closing = measure((Run(block.closing),)) if block.closing else None
    below = measure((Run("\n".join((name, *block.position))),))
    em = BODY_SIZE / 1000
    texts = (below,) if closing is None else (closing, below)
    widest = max(word.width for text in texts for line in text.lines for word in line) * em
    across = min(max(widest + 1.0, width / 2), width)
    left = width - across
    shape = Shape(across, BODY_SIZE, Align.CENTER, balanced=True)
    parts: list[tuple[Galley, float, float]] = []
    if closing is not None:
        parts.append((setter.set(closing, shape, None), 0.0, 0.0))
    room = setter.leading(BODY_SIZE) * _SIGNING_ROOM
    signed = setter.set(below, shape, None)
    parts.append((signed, room, 0.0))
    galley = stacked(parts)
    lines = galley.lines
    if closing is None:
        # The room for the hand belongs to the block even where nothing is printed above it.
        lines = tuple(
            line._replace(
                top=line.top + (room if i else 0.0),
                bottom=line.bottom + room,
                baseline=line.baseline + room,
            )
            for i, line in enumerate(lines)
        )
    lines = tuple(line._replace(x=line.x + left, stays=i > 0) for i, line in enumerate(lines))
    sources = (Sourced(block.source, 0, len(lines)),) if block.source is not None else ()
    missing = tuple((character, block.source) for character, _ in galley.missing)
    return Galley(lines, sources, missing)
