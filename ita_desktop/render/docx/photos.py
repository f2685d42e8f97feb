"""ภาพหลักฐาน: photographs in a grid, in the sizes that they have in the PDF."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable, Iterator

from ita_desktop.documents.blocks import BODY_SIZE, Photo, PhotoGrid, Run
from ita_desktop.render.docx.desk import Desk
from ita_desktop.render.docx.drawings import Picture
from ita_desktop.render.docx.markup import Element, el, points
from ita_desktop.render.docx.pieces import Grid, Piece, Words, section_body
from ita_desktop.render.docx.styles import PICTURE, PICTURE_CAPTION
from ita_desktop.render.pdf.file.pictures import on_white, read_picture
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM
from ita_desktop.render.pdf.parts.photos import set_photos

_UNDER_ROW = 14.0
"""Points of white below a row."""
_SPARE = 12.0
"""Points by which rows are lower than in the PDF: Word has white below a picture."""
_DOTS_PER_INCH = 220
"""What a photograph keeps: enough for every office printer."""
_QUALITY = 85
_NO_CAPTION = "ภาพถ่าย"


def photo_pieces(
    block: PhotoGrid,
    desk: Desk,
    width: float,
    depth: float,
    unseen: Callable[[Photo, float], Picture],
) -> Iterator[Piece]:
    """Photographs side by side, each with its caption; a picture and its words stay together.

    ``width`` and ``depth`` are those of the text in millimetres; ``unseen`` gives what stands, so
    many millimetres wide, in the place of a photograph that is not there.
    """
    if not block.photos:
        return
    bytes_of = [desk.pictures(one.picture) if one.picture else None for one in block.photos]
    measured = set_photos(
        desk.setter,
        block,
        width * POINTS_PER_MM,
        depth * POINTS_PER_MM,
        [read_picture(data) for data in bytes_of],
    )
    columns = measured.columns
    wide = points(width * POINTS_PER_MM / columns)
    widths = el("tblGrid", *(el("gridCol", w=wide) for _ in range(columns)))
    made = el("tbl", _properties(wide * columns), widths)
    for number, row in enumerate(measured.rows):
        cells = []
        for at, (shot, size) in enumerate(
            zip(row.shots, measured.sizes(number, _SPARE), strict=True), number * columns
        ):
            wide_mm, high_mm = (side / POINTS_PER_MM for side in size)
            caption = shot.photo.caption
            picture = _photograph(bytes_of[at], wide_mm, high_mm, caption or _NO_CAPTION)
            picture = picture or unseen(shot.photo, wide_mm)
            type_size = shot.caption.lines[0].size if shot.caption.lines else BODY_SIZE
            cells.append(_words(picture, caption, type_size, desk, measured.field))
        made.append(el("tr", el("trPr", el("cantSplit")), *_cells(cells, columns, wide, desk)))
    yield Grid(made)


def _properties(wide: int) -> Element:
    return el(
        "tblPr",
        el("tblW", w=wide, type="dxa"),
        el("tblInd", w=0, type="dxa"),
        el("tblLayout", type="fixed"),
        el("tblCellMar", el("bottom", w=points(_UNDER_ROW), type="dxa")),
        el("tblLook", val="0000"),
    )


def _cells(row: list[tuple[Words, ...]], columns: int, wide: int, desk: Desk) -> Iterator[Element]:
    """The cells of a row; one that is alone in it takes all of its width."""
    alone = len(row) == 1 and columns > 1
    for at in range(1 if alone else columns):
        given = el(
            "tcPr",
            el("tcW", w=wide * (columns if alone else 1), type="dxa"),
            el("gridSpan", val=columns) if alone else None,
            el("vAlign", val="bottom"),
        )
        words = row[at] if at < len(row) else (Words(PICTURE_CAPTION, PICTURE_CAPTION.look),)
        yield el("tc", given, *section_body(words, desk.wardrobe, None))


def _words(
    picture: Picture, caption: str, size: float, desk: Desk, field: float
) -> tuple[Words, ...]:
    """A picture and its caption in a field so many points wide."""
    look = dataclasses.replace(PICTURE.look, keep_next=bool(caption))
    shown = Words(PICTURE, look, (desk.drawings.inline(picture),))
    if not caption:
        return (shown,)
    aside = desk.aside((Run(caption),), size, field / POINTS_PER_MM)
    below = dataclasses.replace(PICTURE_CAPTION.look, size=size, left=aside, right=aside)
    return shown, Words(PICTURE_CAPTION, below, desk.plain(caption))


def _photograph(data: bytes | None, width: float, height: float, words: str) -> Picture | None:
    """A photograph in a size on paper, turned upright and shrunk to what paper shows; None where
    it cannot be read."""
    from PIL import Image, ImageOps

    if read_picture(data) is None or data is None:
        return None
    with Image.open(io.BytesIO(data)) as opened:
        image = on_white(ImageOps.exif_transpose(opened)).convert("RGB")
    most = round(width / 25.4 * _DOTS_PER_INCH), round(height / 25.4 * _DOTS_PER_INCH)
    if most[0] < image.width:
        image = image.resize((max(most[0], 1), max(most[1], 1)), Image.Resampling.LANCZOS)
    made = io.BytesIO()
    image.save(made, "JPEG", quality=_QUALITY, optimize=True)
    return Picture(made.getvalue(), width, height, words, framed=True)
