"""A memo of Word with pictures in its text, its header and its footer, as offices keep theirs."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from docx.shared import Cm
from PIL import Image, ImageDraw


def emblem(colour: str, kind: str = "PNG") -> bytes:
    image = Image.new("RGBA", (300, 320), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((20, 20, 280, 300), fill=colour)
    file = io.BytesIO()
    (image if kind == "PNG" else image.convert("RGB")).save(file, kind)
    return file.getvalue()


BODY, HEADER, FOOTER = emblem("green", "JPEG"), emblem("black"), emblem("navy")


def word_file(folder: Path, name: str = "บันทึกข้อความ.docx") -> Path:
    """A memo with a picture in its text, one in its header, one in its footer."""
    made = docx.Document()
    made.add_paragraph("บันทึกข้อความ").add_run().add_picture(io.BytesIO(BODY), width=Cm(4))
    section = made.sections[0]
    for part, data in ((section.header, HEADER), (section.footer, FOOTER)):
        part.paragraphs[0].add_run().add_picture(io.BytesIO(data), width=Cm(1.5))
    path = folder / name
    made.save(str(path))
    return path
