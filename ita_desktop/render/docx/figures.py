"""Charts and placeholders drawn by the PDF as pictures; photographs in their grid."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ita_desktop.documents.blocks import (
    Block,
    Chart,
    Document,
    PageNumbers,
    PageSetup,
    Photo,
    PhotoGrid,
    Section,
)
from ita_desktop.render.docx.desk import Desk
from ita_desktop.render.docx.drawings import Picture
from ita_desktop.render.docx.markup import Element, el, twips
from ita_desktop.render.docx.pieces import Grid, Piece, Words, section_body
from ita_desktop.render.docx.styles import PICTURE, PICTURE_CAPTION

if TYPE_CHECKING:
    from ita_desktop.render.pdf.renderer import PdfRenderer

DOTS_PER_INCH = 300
_PER_MM = DOTS_PER_INCH / 25.4
_BESIDE_PHOTO = 2.0
"""Millimetres of white left and right of a photograph."""
_CAPTION_LINES = 3
_PHOTO_DOTS = 220
"""Dots an inch that a photograph keeps: enough for every office printer."""
_QUALITY = 85


def drawn(
    block: Block, page: PageSetup, pdf: PdfRenderer, words: str, *, tight: bool = False
) -> Picture:
    """A block as the PDF draws it, cut out of its page at 300 dpi: as wide as the text, or
    ``tight`` around its ink."""
    import pypdfium2
    from PIL import ImageChops

    page = dataclasses.replace(page, numbers=PageNumbers.NONE, catch_words=False)
    sheet = Document("drawn", "", "", (Section(page, (block,)),))
    file = pypdfium2.PdfDocument(pdf.render(sheet).data)
    try:
        image = file[0].render(scale=DOTS_PER_INCH / 72).to_pil().convert("RGB")
    finally:
        file.close()
    ink = ImageChops.invert(image.convert("L")).getbbox() or (0, 0, 1, 1)
    left = round(page.left * _PER_MM)
    right = image.width - round(page.right * _PER_MM)
    if tight:
        left, right = ink[0], ink[2]
    image = image.crop((left, ink[1], right, ink[3]))
    if ImageChops.difference(image, image.convert("L").convert("RGB")).getbbox() is None:
        image = image.convert("L")
    data = io.BytesIO()
    image.save(data, "PNG", optimize=True, dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    return Picture(data.getvalue(), image.width / _PER_MM, image.height / _PER_MM, words)


def told(chart: Chart) -> str:
    """What a chart shows, for those who have it read to them."""
    said = [chart.title]
    for series in chart.series:
        pairs = zip(chart.categories, series.values, strict=True)
        figures = (f"{name} {'-' if value is None else f'{value:.2f}'}" for name, value in pairs)
        said.append(f"{series.name}: {', '.join(figures)}")
    if chart.target is not None:
        said.append(f"{chart.target_label} {chart.target:g}")
    return " | ".join(said)


def chart_words(picture: Picture, desk: Desk) -> Words:
    """A chart on a line of its own."""
    return Words(PICTURE, PICTURE.look, (desk.drawings.inline(picture),))


def photo_pieces(block: PhotoGrid, desk: Desk, width: float, depth: float) -> Iterator[Piece]:
    """Photographs side by side, each with its caption; a picture and its words stay together."""
    wide = width / block.columns
    caption = _CAPTION_LINES * desk.setter.leading(PICTURE_CAPTION.look.size) / 72 * 25.4
    high = depth / block.rows - caption - 10.0
    made = el(
        "tbl",
        el(
            "tblPr",
            el("tblW", w=twips(wide) * block.columns, type="dxa"),
            el("tblInd", w=0, type="dxa"),
            el("tblLayout", type="fixed"),
            el("tblLook", val="0000"),
        ),
        el("tblGrid", *(el("gridCol", w=twips(wide)) for _ in range(block.columns))),
    )
    for start in range(0, len(block.photos), block.columns):
        row = block.photos[start : start + block.columns]
        cells = [_photo(one, desk, wide, high) for one in row]
        cells += [_photo(None, desk, wide, high) for _ in range(block.columns - len(row))]
        made.append(el("tr", el("trPr", el("cantSplit")), *cells))
    yield Grid(made)


def _photo(photo: Photo | None, desk: Desk, wide: float, high: float) -> Element:
    words: list[Words] = []
    if photo is not None:
        found = desk.pictures(photo.picture) if photo.picture else None
        picture = fitted(found, wide - 2 * _BESIDE_PHOTO, high, photo.caption)
        if picture is not None:
            look = dataclasses.replace(PICTURE.look, keep_next=bool(photo.caption))
            words.append(Words(PICTURE, look, (desk.drawings.inline(picture),)))
        if photo.caption:
            words.append(Words(PICTURE_CAPTION, PICTURE_CAPTION.look, desk.plain(photo.caption)))
    words = words or [Words(PICTURE_CAPTION, PICTURE_CAPTION.look)]
    given = el("tcPr", el("tcW", w=twips(wide), type="dxa"))
    return el("tc", given, *section_body(words, desk.wardrobe, None))


def of_height(data: bytes | None, height: float, words: str) -> Picture | None:
    """A picture as it is, in a height on paper; None where it cannot be read."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data or b"")) as image:
            image.load()
            return Picture(data or b"", height * image.width / image.height, height, words)
    except Exception:  # whatever is wrong with the office's own file
        return None


def fitted(data: bytes | None, wide: float, high: float, words: str) -> Picture | None:
    """A photograph turned upright and shrunk to what paper shows; None where it cannot be read."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data or b"")) as opened:
            image = ImageOps.exif_transpose(opened).convert("RGB")
    except Exception:  # whatever is wrong with the office's own file
        return None
    scale = min(wide / image.width, high / image.height)
    width, height = image.width * scale, image.height * scale
    most = round(width / 25.4 * _PHOTO_DOTS), round(height / 25.4 * _PHOTO_DOTS)
    if most[0] < image.width:
        image = image.resize((max(most[0], 1), max(most[1], 1)), Image.Resampling.LANCZOS)
    made = io.BytesIO()
    image.save(made, "JPEG", quality=_QUALITY, optimize=True)
    return Picture(made.getvalue(), width, height, words)
