"""ปก: title and agency at their places on a page of their own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from ita_desktop.documents.blocks import Cover, PageSetup, bold
from ita_desktop.render.docx.desk import Desk
from ita_desktop.render.docx.drawings import Picture
from ita_desktop.render.docx.pieces import Piece, Words
from ita_desktop.render.docx.styles import (
    COVER_AGENCY,
    COVER_TITLE,
    PICTURE,
)
from ita_desktop.render.pdf.frame import frame_of
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM
from ita_desktop.render.pdf.parts.cover import set_cover


def cover_pieces(
    block: Cover, picture: Picture | None, desk: Desk, page: PageSetup
) -> Iterator[Piece]:
    """A cover: its parts stand where the PDF has them, held there by the white above them."""
    frame = frame_of(page, desk.setter.metrics, numbered=False)
    measured = set_cover(desk.setter, block, frame.measure, frame.bottom - frame.top, None)
    down = frame.top
    if picture is not None:
        yield Words(PICTURE, PICTURE.look, (desk.drawings.inline(picture),))
        down += picture.height * POINTS_PER_MM + desk.below_baseline / 2
    title_top, agency_top = measured.tops(frame)
    for galley, lines, style, top in (
        (measured.title, block.title, COVER_TITLE, title_top),
        (measured.agency, block.agency, COVER_AGENCY, agency_top),
    ):
        if galley.lines:
            size = galley.lines[0].size
            aside = desk.aside((bold("\n".join(lines)),), size, frame.measure / POINTS_PER_MM)
            look = dataclasses.replace(
                style.look, size=size, left=aside, right=aside, before=max(top - down, 0.0)
            )
            yield Words(style, look, desk.plain("\n".join(lines)), fixed=True)
            down = top + galley.height()
