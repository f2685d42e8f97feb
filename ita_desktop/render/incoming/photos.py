"""Photographs on their way in: turned upright, shrunk to what paper shows, freed of what cameras
write into them (place, time, owner)."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_desktop.errors import UserError
from ita_desktop.render.pdf.file.pictures import on_white
from ita_desktop.thai.digits import to_thai

if TYPE_CHECKING:
    from PIL import Image

PHOTO_SIDE = 1_600
"""Points of the longer side of a photograph: 20 cm, the width of the paper, at 200 to the inch."""

SCAN_SIDE = 2_340
"""Points of the longer side of a scanned sheet: A4 at 200 to the inch."""

MOST_BYTES = 100_000_000
"""Bytes of a picture file that is read at all."""

_MOST_POINTS = 60_000_000
_MOST_JPEG_POINTS = 250_000_000
"""A JPEG can be read at an eighth of its size: the largest cameras are welcome."""

_QUALITY = 85
_READ = ("JPEG", "PNG", "WEBP", "BMP", "GIF", "TIFF")
_APPLE = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif")
_USED = "ใช้ภาพชนิด JPEG หรือ PNG แทน"


@dataclass(frozen=True, slots=True)
class ReadyPhoto:
    """A PNG or JPEG ready to be kept; ``width`` and ``height`` in its own points, ``before`` the
    bytes it came with."""

    data: bytes = field(repr=False)
    width: int
    height: int
    before: int


def ready_photo(data: bytes, name: str, longest: int = PHOTO_SIDE) -> ReadyPhoto:
    """The picture as it is kept: upright, at most ``longest`` points a side, without metadata.

    What is so already is kept byte for byte. Raises UserError, with the file's ``name`` in it, for
    what is no picture, of a kind that cannot be read, broken, or too large.
    """
    from PIL import Image, UnidentifiedImageError

    if data[4:8] == b"ftyp" and data[8:12] in _APPLE:
        raise UserError(
            f"ภาพ “{name}” เป็นชนิด HEIC ของโทรศัพท์ ซึ่งยังเปิดไม่ได้",
            "เปิดภาพในเครื่องแล้วบันทึกเป็น JPEG หรือส่งผ่าน LINE แล้วบันทึกจาก LINE มาใช้",
        )
    if len(data) > MOST_BYTES:
        raise _too_large(name, to_thai(f"{len(data) / 1e6:,.0f} เมกะไบต์"))
    try:
        Image.init()  # the kinds that are not read every day
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(data), formats=_READ)
        with opened as image:
            return _ready(image, data, name, longest)
    except UserError:
        raise
    except Image.DecompressionBombError as error:
        raise _too_large(name, "จุดภาพมากผิดปกติ") from error
    except UnidentifiedImageError as error:
        raise UserError(f"“{name}” ไม่ใช่แฟ้มภาพที่เปิดได้", _USED) from error
    except Exception as error:  # whatever is wrong with somebody's file
        raise UserError(
            f"ภาพ “{name}” เสียหรือคัดลอกมาไม่ครบ จึงเปิดไม่ได้", "คัดลอกภาพจากต้นทางใหม่ แล้วเพิ่มอีกครั้ง"
        ) from error


def _ready(image: Image.Image, data: bytes, name: str, longest: int) -> ReadyPhoto:
    from PIL import Image, ImageOps

    camera = image.format in ("JPEG", "MPO")
    if image.width * image.height > (_MOST_JPEG_POINTS if camera else _MOST_POINTS):
        size = f"{image.width:,} × {image.height:,} จุด"
        raise _too_large(name, to_thai(size))
    if _as_it_should_be(image, longest):
        image.load()
        return ReadyPhoto(data, image.width, image.height, len(data))
    if camera:
        image.draft("RGB", (2 * longest, 2 * longest))
    upright = on_white(ImageOps.exif_transpose(image))
    upright = upright if upright.mode in ("L", "RGB") else upright.convert("RGB")
    upright.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    made = _jpeg(upright)
    if not camera:  # a screenshot is smaller, and sharper, as it was
        drawn = io.BytesIO()
        upright.save(drawn, "PNG", optimize=True)
        made = min(drawn.getvalue(), made, key=len)
    return ReadyPhoto(made, upright.width, upright.height, len(data))


def _as_it_should_be(image: Image.Image, longest: int) -> bool:
    """Whether it is upright, small and tells nothing beside what it shows."""
    plain = image.format in ("JPEG", "PNG") and image.mode in ("L", "RGB", "P")
    told = "exif" in image.info or "transparency" in image.info or bool(image.getexif())
    return plain and not told and max(image.size) <= longest


def _jpeg(image: Image.Image) -> bytes:
    made = io.BytesIO()
    image.info.pop("exif", None)
    image.save(made, "JPEG", quality=_QUALITY, optimize=True)
    return made.getvalue()


def _too_large(name: str, size: str) -> UserError:
    return UserError(f"ภาพ “{name}” ใหญ่เกินไป ({size})", "ย่อภาพก่อน หรือบันทึกจาก LINE ซึ่งย่อให้แล้ว")
