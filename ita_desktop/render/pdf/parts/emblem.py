"""ตราครุฑ: the office's picture in its exact height, or a labelled frame in its place."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.documents.blocks import Emblem, Source
from ita_desktop.render.pdf.figure_ink import Box
from ita_desktop.render.pdf.file.pictures import Picture
from ita_desktop.render.pdf.flow import Unseen
from ita_desktop.render.pdf.galley import Galley
from ita_desktop.render.pdf.pages import Pages
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM, Setter
from ita_desktop.render.pdf.parts.figures import show_picture

_LABEL = ("ตราครุฑ", "หรือตราสัญลักษณ์")
_LABEL_SIZE, _SMALL_LABEL_SIZE = 12.0, 9.0
_SMALL = 60.0
"""Points of height below which the label of a frame is small, and short."""
_ALT = "ตราสัญลักษณ์ของหน่วยงาน"


@dataclass(frozen=True, slots=True)
class Seal:
    """An emblem measured. ``height`` and ``width`` are points."""

    picture: Picture | None
    height: float
    width: float
    label: Galley

    def show(self, pages: Pages, left: float, top: float) -> None:
        """Show it with its upper left corner there."""
        box = Box(left, top, self.width, self.height)
        if self.picture is not None:
            show_picture(pages, self.picture, box, _ALT)
            return
        pages.ink.frame(*box)
        middle = top + (self.height - self.label.height()) / 2
        pages.show(self.label, 0, len(self.label.lines), left, middle, pages.tagging("P"))


def set_seal(setter: Setter, picture: Picture | None, height: float, most: float) -> Seal:
    """Measure an emblem ``height`` points high; its width follows the picture, ``most`` at most.

    A frame in its place is as wide as it is high.
    """
    small = height < _SMALL
    size = _SMALL_LABEL_SIZE if small else _LABEL_SIZE
    width = min(height, most)
    if picture is not None:
        width, height = picture.fitted(most, height)
    return Seal(picture, height, width, setter.centred(_LABEL[: 1 if small else 2], width, size))


@dataclass(frozen=True, slots=True)
class EmblemBlock:
    """An emblem centred between the margins; it stays with what follows."""

    seal: Seal
    unseen: tuple[Unseen, ...]
    after: float
    source: Source | None
    before: float = 0.0
    keep_with_next: bool = True
    missing: tuple[tuple[str, Source | None], ...] = ()

    @property
    def height(self) -> float:
        """Points it needs in one piece."""
        return self.seal.height

    @property
    def head(self) -> float:
        """It is never cut."""
        return self.seal.height

    def pour(self, pages: Pages) -> None:
        """Show it where the page is filled to."""
        if self.height > pages.room and not pages.fresh:
            pages.turn()
        pages.begin()
        top = pages.y
        self.seal.show(pages, pages.frame.middle - self.seal.width / 2, top)
        pages.y = top + self.height
        pages.fresh = False
        if self.source is not None:
            pages.anchor(self.source, top, pages.y)


def set_emblem(
    setter: Setter, block: Emblem, width: float, depth: float, picture: Picture | None
) -> EmblemBlock:
    """Measure an emblem for a text area of ``width`` by ``depth`` points."""
    height = min(max(block.height, 1.0) * POINTS_PER_MM, depth)
    unseen = () if picture is not None else (Unseen(True, block.source),)
    seal = set_seal(setter, picture, height, width)
    return EmblemBlock(seal, unseen, block.space_after, block.source)
