"""The office's pictures as a PDF may hold them: turned upright, grey or sRGB, without alpha.

A JPEG that is so already goes in as it is; anything else is drawn anew on white.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_desktop.render.pdf.file.assembly import COMPRESSION, plain_stream

if TYPE_CHECKING:
    from PIL import Image

_LOSSY_QUALITY = 90
_PLAIN_JPEG = ("L", "RGB")
_UPRIGHT = 1
_ORIENTATION = 0x0112
"""The EXIF field that says how a camera was held."""
_MOST_POINTS = 60_000_000
"""Points of a picture; what has more is a fault or an attack, and would fill the memory."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to be put into a file: its size in points of its own, and its stream."""

    width: int
    height: int
    stream: bytes = field(repr=False)
    digest: str

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """The largest size of its proportions inside a field."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def read_picture(data: bytes | None) -> Picture | None:
    """The picture, if the bytes are one that can be read to its last point; else None."""
    from PIL import Image

    if not data:
        return None
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > _MOST_POINTS:
                return None
            image.load()
            as_it_is = (
                image.format == "JPEG"
                and image.mode in _PLAIN_JPEG
                and image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
            )
            if as_it_is:
                return _picture(image, b"/Filter/DCTDecode", data)
            return _drawn_anew(image)
    except Exception:  # whatever is wrong with the office's own file becomes a finding
        return None


def _drawn_anew(image: Image.Image) -> Picture:
    from PIL import ImageOps

    lossy = image.format == "JPEG"
    upright = ImageOps.exif_transpose(image)
    plain = on_white(upright)
    if lossy:
        file = io.BytesIO()
        plain.save(file, "JPEG", quality=_LOSSY_QUALITY)
        return _picture(plain, b"/Filter/DCTDecode", file.getvalue())
    pressed = zlib.compress(plain.tobytes(), COMPRESSION)
    return _picture(plain, b"/Filter/FlateDecode", pressed)


def on_white(image: Image.Image) -> Image.Image:
    """The picture in grey or RGB, its clear parts white."""
    from PIL import Image

    if image.mode in _PLAIN_JPEG and "transparency" not in image.info:
        return image
    if image.mode in ("1", "I", "I;16", "F") and "transparency" not in image.info:
        return image.convert("L") if image.mode == "1" else _deep_grey(image)
    if image.mode in ("CMYK", "YCbCr", "LAB", "HSV"):
        return image.convert("RGB")
    clear = image.convert("RGBA")
    white = Image.new("RGBA", clear.size, "white")
    white.alpha_composite(clear)
    return white.convert("RGB")


def _deep_grey(image: Image.Image) -> Image.Image:
    """Sixteen bits of grey as eight: Pillow itself would cut off all above 255."""
    values = image.convert("I")
    _, most = values.getextrema()
    if isinstance(most, tuple) or most <= 255:
        return values.convert("L")
    return values.point(lambda value: value / 256).convert("L")


def _picture(image: Image.Image, how: bytes, content: bytes) -> Picture:
    space = b"/DeviceGray" if image.mode == "L" else b"/DeviceRGB"
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace%b%b"
    stream = plain_stream(entries % (image.width, image.height, space, how), content)
    return Picture(image.width, image.height, stream, hashlib.sha256(stream).hexdigest())
