"""Photographs and scans as cameras and scanners make them, for tests: real files, drawn by us."""

from __future__ import annotations

import io
from pathlib import Path

ORIENTATION, MADE_BY, PLACE = 0x0112, 0x010F, 0x8825
"""EXIF fields: how the camera was held, who made it, where it stood."""

LEFT, RIGHT = (200, 30, 30), (30, 30, 200)
"""The two halves of what was photographed."""


def photograph(
    width: int = 2000, height: int = 1500, kind: str = "JPEG", held: int = 1, quality: int = 95
) -> bytes:
    """A picture that is red on the left and blue on the right when it stands upright.

    ``held`` is the EXIF orientation: 6 is a camera held upright, whose points lie on their side.
    ``width`` and ``height`` are those of the upright picture.
    """
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (width, height), LEFT)
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 2, 0, width, height), fill=RIGHT)
    for at in range(0, height, 60):  # what does not press well, as in life
        draw.line((0, at, width, height - at), fill=(at % 255, 120, 200), width=5)
    if held == 6:
        image = image.transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[ORIENTATION] = held
    exif[MADE_BY] = "กล้องของเจ้าหน้าที่"
    file = io.BytesIO()
    options = {"exif": exif} if kind == "JPEG" else {}
    image.save(file, kind, quality=quality, **options)
    return file.getvalue()


def photograph_file(folder: Path, name: str, **more: object) -> Path:
    """A photograph in a file."""
    path = folder / name
    path.write_bytes(photograph(**more))  # type: ignore[arg-type]
    return path


def scan_pdf(pages: int = 1, password: str = "") -> bytes:
    """A PDF as a scanner makes it."""
    import pikepdf

    file = io.BytesIO()
    with pikepdf.new() as made:
        for _ in range(pages):
            made.add_blank_page(page_size=(595, 842))
        locked = pikepdf.Encryption(owner=password, user=password) if password else None
        made.save(file, encryption=locked) if locked else made.save(file)
    return file.getvalue()
