"""Pictures out of Word files as an emblem can be kept: PNG or JPEG, else converted."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

KEPT = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_SIDE = 1_600
"""Points of the longer side that is kept: 3 cm at 1,200 to the inch."""
_MOST_POINTS = 60_000_000
_EMF_START = 1
_EMF_SIGN = b" EMF"
_STRETCH_BITS = 81
"""EMR_STRETCHDIBITS, the record that puts a bitmap into an EMF ([MS-EMF] 2.3.1.7)."""
_BMP_HEADER = 14


def emblem_of(data: bytes) -> bytes | None:
    """The picture as PNG or JPEG, its clear parts kept clear; None where it cannot be read here.

    An EMF is read where it holds one bitmap, as scanned emblems do; drawings of Windows (EMF, WMF)
    can be read on Windows only.
    """
    from PIL import Image

    bitmap = _bitmap_in(data)
    try:
        with Image.open(io.BytesIO(bitmap or data)) as image:
            if image.width * image.height > _MOST_POINTS:
                return None
            image.load()
            if data.startswith(KEPT) and max(image.size) <= _SIDE:
                return data
            made = image.convert("RGBA" if "A" in image.getbands() or _clear(image) else "RGB")
            made.thumbnail((_SIDE, _SIDE), Image.Resampling.LANCZOS)
            file = io.BytesIO()
            made.save(file, "PNG", optimize=True)
            return file.getvalue()
    except Exception:  # whatever is wrong with somebody's picture: it is not offered
        return None


def _clear(image: object) -> bool:
    return "transparency" in getattr(image, "info", {})


def _bitmap_in(data: bytes) -> bytes | None:
    """The one bitmap of an EMF as a BMP file, where there is just one."""
    found = list(_bitmaps(data))
    return found[0] if len(found) == 1 else None


def _bitmaps(data: bytes) -> Iterator[bytes]:
    if len(data) < 88 or data[40:44] != _EMF_SIGN or struct.unpack("<I", data[:4])[0] != _EMF_START:
        return
    at = 0
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8 or at + size > len(data):
            return
        if kind == _STRETCH_BITS and size >= 80:
            header, header_size, bits, bits_size = struct.unpack_from("<4I", data, at + 48)
            if header + header_size <= size and bits + bits_size <= size:
                info = data[at + header : at + header + header_size]
                start = _BMP_HEADER + header_size
                whole = start + bits_size
                head = b"BM" + struct.pack("<IHHI", whole, 0, 0, start)
                yield head + info + data[at + bits : at + bits + bits_size]
        at += size
