"""What the PDF draws, as pictures: charts, and the frames of pictures that are not there."""

from __future__ import annotations

import dataclasses
import io
from typing import TYPE_CHECKING

from ita_desktop.documents.blocks import (
    Block,
    Chart,
    Document,
    PageNumbers,
    PageSetup,
    Section,
)
from ita_desktop.render.docx.desk import Desk
from ita_desktop.render.docx.drawings import Picture
from ita_desktop.render.docx.pieces import Words
from ita_desktop.render.docx.styles import PICTURE
from ita_desktop.render.pdf.parts.chart import in_words

if TYPE_CHECKING:
    from PIL import Image

    from ita_desktop.render.pdf.renderer import PdfRenderer

DOTS_PER_INCH = 300
_PER_MM = DOTS_PER_INCH / 25.4
_UNDER_CHART = 6.0
"""Points of white below a chart."""


def chart_words(chart: Chart, page: PageSetup, pdf: PdfRenderer, desk: Desk) -> Words:
    """A chart as the PDF draws it, on a line of its own, as wide as the text."""
    image = _drawn(chart, page, pdf)
    top, height = round(page.top * _PER_MM), round(chart.height * _PER_MM)
    right = image.width - round(page.right * _PER_MM)
    image = image.crop((round(page.left * _PER_MM), top, right, min(top + height, image.height)))
    look = dataclasses.replace(PICTURE.look, after=_UNDER_CHART)
    return Words(PICTURE, look, (desk.drawings.inline(_png(image, in_words(chart))),))


def placeholder(block: Block, page: PageSetup, pdf: PdfRenderer, words: str) -> Picture:
    """What the PDF draws in the place of a picture that is not there, cut out along its frame."""
    from PIL import ImageChops

    image = _drawn(block, page, pdf)
    return _png(image.crop(ImageChops.invert(image).getbbox()), words)


def _drawn(block: Block, page: PageSetup, pdf: PdfRenderer) -> Image.Image:
    """A page of the PDF with nothing but this block on it, in grey, 300 dots an inch."""
    import pypdfium2

    page = dataclasses.replace(page, numbers=PageNumbers.NONE, catch_words=False)
    sheet = Document("drawn", "", "", (Section(page, (block,)),))
    file = pypdfium2.PdfDocument(pdf.render(sheet).data)
    try:
        image: Image.Image = file[0].render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil()
        return image.convert("L")
    finally:
        file.close()


def _png(image: Image.Image, words: str) -> Picture:
    made = io.BytesIO()
    image.save(made, "PNG", optimize=True, dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    return Picture(made.getvalue(), image.width / _PER_MM, image.height / _PER_MM, words)
