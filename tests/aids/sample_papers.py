"""Documents of the sample office, built and printed as the program does it."""

from __future__ import annotations

import dataclasses
import hashlib
import io
from itertools import count

from ita_desktop.documents.blocks import Document
from ita_desktop.documents.build import build, setup_of
from ita_desktop.model.records import Office
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.render.output import Rendered
from ita_desktop.render.pdf.renderer import PdfRenderer
from ita_desktop.storage.sample import sample_pictures, sample_records

RENDERER = PdfRenderer()


def emblem_png(width: int = 570, height: int = 600) -> bytes:
    """A made-up emblem that fills its picture to the edges, the rest clear."""
    from PIL import Image, ImageDraw

    image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((0, 0, width - 1, height - 1), outline=(90, 20, 20, 255))
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


EMBLEM = emblem_png()
PICTURES = {hashlib.sha256(one).hexdigest(): one for one in (EMBLEM, *sample_pictures())}


def sample(*, emblem: bool = True) -> Snapshot:
    """The sample office, with an emblem or without."""
    numbers = count(1)
    digest = hashlib.sha256(EMBLEM).hexdigest() if emblem else ""
    return snapshot_of(
        dataclasses.replace(record, garuda=digest) if isinstance(record, Office) else record
        for record in sample_records(lambda: f"id-{next(numbers)}")
    )


def paper(name: str, *, emblem: bool = True, **changes: object) -> Document:
    """One document of the sample, its set-up changed."""
    snapshot = sample(emblem=emblem)
    [year] = snapshot.years
    setup = dataclasses.replace(setup_of(snapshot, year, name), **changes)
    return build(snapshot, year, name, setup)


def printed(document: Document) -> Rendered:
    """The document as PDF, with the sample's pictures at hand."""
    return RENDERER.render(document, pictures=PICTURES.get)
