"""ภาพหลักฐาน: pictures in a grid, each in its own proportions, with its caption below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ita_desktop.documents.blocks import BODY_SIZE, Align, Photo, PhotoGrid, Run, Source
from ita_desktop.render.pdf.figure_ink import Box
from ita_desktop.render.pdf.file.pictures import Picture
from ita_desktop.render.pdf.flow import Unseen
from ita_desktop.render.pdf.galley import Galley
from ita_desktop.render.pdf.pages import Pages
from ita_desktop.render.pdf.paragraph import Setter, Shape
from ita_desktop.render.pdf.parts.figures import show_picture
from ita_desktop.render.pdf.tagging import Tagging

_BETWEEN = 14.0
"""Points of white between two pictures, and between two rows."""
_OVER_CAPTION = 4.0
_CAPTION_SIZES = (BODY_SIZE, 14.0, 13.0, 12.0)
_CAPTION_LINES = 3
"""Lines of a caption before its type is made smaller; the smallest takes as many as it needs."""
_FOR_HEADINGS = 84.0
"""Points of a page that its rows leave to the headings over them."""
_SHRUNK = 0.7
"""The share of its usual height to which a row is shrunk rather than begin a page."""
_LEAST_FIELD = 0.4
"""The share of a row's usual height that captions leave to the pictures."""
_FRAME = 0.75
"""Height of an empty frame by its width."""
_UNSEEN, _UNSEEN_SIZE = "ไม่พบภาพ", 14.0
_NO_CAPTION = "ภาพถ่าย"


class _Shot(NamedTuple):
    """One picture and its caption, set to the width of a field."""

    photo: Photo
    picture: Picture | None
    caption: Galley


class _Row(NamedTuple):
    shots: tuple[_Shot, ...]
    captions: float
    """Points under the pictures for the captions."""


@dataclass(frozen=True, slots=True)
class PhotoRows:
    """A measured grid. Lengths are points."""

    rows: tuple[_Row, ...]
    columns: int
    field: float
    """Width of a picture's field."""
    usual: float
    """Height of a row on a page of its own."""
    a_page: int
    label: Galley
    source: Source | None
    before: float = 0.0
    after: float = _BETWEEN
    keep_with_next: bool = False

    @property
    def height(self) -> float:
        """Points it needs at its usual height."""
        return sum(max(self.usual, self._least(row)) + _BETWEEN for row in self.rows)

    @property
    def head(self) -> float:
        """Points of the first row, shrunk."""
        return self._least(self.rows[0]) if self.rows else 0.0

    @property
    def missing(self) -> tuple[tuple[str, Source | None], ...]:
        """Characters that could not be printed."""
        return tuple(m for row in self.rows for shot in row.shots for m in shot.caption.missing)

    @property
    def unseen(self) -> tuple[Unseen, ...]:
        """Pictures that could not be shown."""
        shots = (shot for row in self.rows for shot in row.shots)
        return tuple(Unseen(False, shot.photo.source) for shot in shots if shot.picture is None)

    def sizes(self, row: int, spare: float = 0.0) -> tuple[tuple[float, float], ...]:
        """Width and height of each picture of a row that has a page's usual room for it, less
        ``spare`` points."""
        found = self.rows[row]
        most = self._height(found, self.usual - spare) - found.captions
        return tuple(self._fitted(shot, most) for shot in found.shots)

    def pour(self, pages: Pages) -> None:
        """Put the rows on pages: as many on each as there shall be and have room."""
        first, top = pages.count, pages.y
        rest = self.rows
        while rest:
            room = pages.room
            count = min(self.a_page, len(rest))
            while count > 1 and self._together(rest[:count]) > room:
                count -= 1
            if not pages.fresh and self._together(rest[:count]) > room:
                pages.turn()
                continue
            height = min(self.usual, (room - _BETWEEN * (count - 1)) / count)
            for at, row in enumerate(rest[:count]):
                pages.white(_BETWEEN if at else 0.0)
                self._show(pages, row, self._height(row, height))
            rest = rest[count:]
            if rest:
                pages.white(_BETWEEN)
        if self.source is not None:
            pages.anchor_over(self.source, first, top)

    def _least(self, row: _Row) -> float:
        """Points a row takes when shrunk."""
        return max(self.usual * _SHRUNK, self.usual * _LEAST_FIELD + row.captions)

    def _height(self, row: _Row, most: float) -> float:
        """Points a row takes where it may take ``most``: no more than its pictures need."""
        field = most - row.captions
        needed = max(self._fitted(shot, field)[1] for shot in row.shots) + row.captions
        return max(min(needed, most), self._least(row))

    def _fitted(self, shot: _Shot, height: float) -> tuple[float, float]:
        """Width and height of a picture, or of the frame in its place."""
        if shot.picture is None:
            return self.field, min(height, self.field * _FRAME)
        return shot.picture.fitted(self.field, height)

    def _together(self, rows: Sequence[_Row]) -> float:
        return sum(map(self._least, rows)) + _BETWEEN * (len(rows) - 1)

    def _show(self, pages: Pages, row: _Row, height: float) -> None:
        """One row, the pictures standing on one line. Captions that no page could hold flow on."""
        pages.begin()
        top, step = pages.y, self.field + _BETWEEN
        left = pages.frame.left + (self.columns - len(row.shots)) * step / 2
        fits = height <= pages.frame.bottom - pages.frame.top
        field = height - row.captions if fits else self.usual * _LEAST_FIELD
        tall = max(self._fitted(shot, field)[1] for shot in row.shots)
        tags = [
            self._show_picture(pages, shot, Box(left + at * step, top, self.field, tall))
            for at, shot in enumerate(row.shots)
        ]
        pages.y = top + tall + _OVER_CAPTION
        pages.fresh = False
        for at, (shot, tagging) in enumerate(zip(row.shots, tags, strict=True)):
            lines = len(shot.caption.lines)
            x = left + at * step
            if fits:
                pages.show(shot.caption, 0, lines, x, pages.y, tagging)
            else:
                pages.pour(shot.caption, tagging)
            if shot.photo.source is not None:
                low = top + height if fits else top + tall
                pages.anchor(shot.photo.source, min(top, low), low)
        if fits:
            pages.y = top + height

    def _show_picture(self, pages: Pages, shot: _Shot, box: Box) -> Tagging:
        """A picture at the foot of its field; the tagging of its caption."""
        structure = pages.paper.structure
        width, height = self._fitted(shot, box.height)
        place = Box(box.x + (box.width - width) / 2, box.y + box.height - height, width, height)
        if shot.picture is None:
            pages.ink.frame(*place)
            middle = place.y + (height - self.label.height()) / 2
            lines = len(self.label.lines)
            pages.show(self.label, 0, lines, box.x, middle, pages.tagging("P"))
            return pages.tagging("P")
        words = shot.photo.caption or _NO_CAPTION
        figure = show_picture(pages, shot.picture, place, words, framed=True)
        return Tagging(structure, figure, "Caption")


def set_photos(
    setter: Setter,
    block: PhotoGrid,
    width: float,
    depth: float,
    pictures: Sequence[Picture | None],
) -> PhotoRows:
    """Measure a grid for a text area of ``width`` by ``depth`` points."""
    columns, a_page = max(block.columns, 1), max(block.rows, 1)
    field = max((width - _BETWEEN * (columns - 1)) / columns, 1.0)
    shots = [
        _Shot(photo, picture, _caption(setter, photo, field))
        for photo, picture in zip(block.photos, pictures, strict=True)
    ]
    rows = [tuple(shots[at : at + columns]) for at in range(0, len(shots), columns)]
    usual = max((depth - _FOR_HEADINGS - _BETWEEN * (a_page - 1)) / a_page, 1.0)
    return PhotoRows(
        rows=tuple(_Row(row, _captions_height(row)) for row in rows),
        columns=columns,
        field=field,
        usual=usual,
        a_page=a_page,
        label=setter.centred((_UNSEEN,), field, _UNSEEN_SIZE),
        source=block.source,
    )


def _captions_height(row: tuple[_Shot, ...]) -> float:
    highest = max((shot.caption.height() for shot in row), default=0.0)
    return highest + _OVER_CAPTION if highest else 0.0


def _caption(setter: Setter, photo: Photo, field: float) -> Galley:
    """A caption, centred, in type so small that it takes three lines, but never too small."""
    galley = Galley()
    if not photo.caption:
        return galley
    measured = setter.measurer.measure((Run(photo.caption),))
    for size in _CAPTION_SIZES:
        galley = setter.set(measured, Shape(field, size, Align.CENTER, balanced=True), photo.source)
        if len(galley.lines) <= _CAPTION_LINES:
            break
    return galley
