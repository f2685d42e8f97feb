"""Photographs and scans on their way into the office file: upright, small, and nothing else."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from ita_desktop.errors import UserError
from ita_desktop.render.incoming import photos, scans
from ita_desktop.render.incoming.photos import PHOTO_SIDE, ReadyPhoto, ready_photo
from ita_desktop.render.incoming.scans import ready_scan
from tests.aids.cameras import LEFT, RIGHT, photograph, scan_pdf


def opened(ready: ReadyPhoto) -> Image.Image:
    image = Image.open(io.BytesIO(ready.data))
    image.load()
    assert image.size == (ready.width, ready.height)
    return image.convert("RGB")


def near(image: Image.Image, x: float, y: float, colour: tuple[int, int, int]) -> bool:
    """Whether most of a small field there has that colour."""
    at = round(x * image.width), round(y * image.height)
    field = image.crop((at[0] - 20, at[1] - 20, at[0] + 20, at[1] + 20)).resize((1, 1))
    found = field.getpixel((0, 0))
    assert isinstance(found, tuple)
    return sum(abs(a - b) for a, b in zip(found, colour, strict=True)) < 200


@pytest.mark.parametrize(("held", "size"), [(1, (2400, 1800)), (6, (1800, 2400)), (6, (900, 1200))])
def test_a_photograph_is_turned_upright_and_shrunk(held: int, size: tuple[int, int]) -> None:
    data = photograph(*size, held=held)
    ready = ready_photo(data, "ภาพ.jpg")
    image = opened(ready)
    assert max(image.size) <= PHOTO_SIDE
    assert abs(image.width / image.height - size[0] / size[1]) < 0.01
    assert near(image, 0.2, 0.5, LEFT)
    assert near(image, 0.8, 0.5, RIGHT)
    assert ready.before == len(data)
    assert len(ready.data) < len(data)


def test_nothing_that_the_camera_wrote_into_it_comes_along() -> None:
    ready = ready_photo(photograph(400, 300), "ภาพ.jpg")
    with Image.open(io.BytesIO(ready.data)) as image:
        assert not image.getexif()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_what_is_small_and_plain_already_is_kept_as_it_is(kind: str) -> None:
    file = io.BytesIO()
    Image.new("RGB", (640, 480), LEFT).save(file, kind)
    assert ready_photo(file.getvalue(), "ภาพ").data == file.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "BMP", "TIFF", "GIF"])
def test_other_kinds_of_picture_become_png_or_jpeg(kind: str) -> None:
    ready = ready_photo(photograph(2000, 1500, kind), "ภาพ")
    with Image.open(io.BytesIO(ready.data)) as image:
        assert image.format in ("PNG", "JPEG")
    assert near(opened(ready), 0.2, 0.5, LEFT)


def test_a_screenshot_with_clear_parts_stays_sharp_on_white() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (2000, 1000), (0, 0, 0, 0)).save(file, "PNG")
    ready = ready_photo(file.getvalue(), "จอ.png")
    assert ready.data.startswith(b"\x89PNG")
    assert opened(ready).getpixel((5, 5)) == (255, 255, 255)


def test_the_two_pictures_of_a_stereo_jpeg_are_read_as_one() -> None:
    file = io.BytesIO()
    first, second = (Image.new("RGB", (2000, 1000), colour) for colour in (LEFT, RIGHT))
    first.save(file, "MPO", save_all=True, append_images=[second])
    assert near(opened(ready_photo(file.getvalue(), "ภาพ.jpg")), 0.5, 0.5, LEFT)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\0\0\0\x18ftypheic" + bytes(99), "ชนิด HEIC"),
        (b"\0\0\0\x1cftypmif1" + bytes(99), "ชนิด HEIC"),
        (photograph(400, 300)[:900], "เสียหรือคัดลอกมาไม่ครบ"),
        ("รายงานการประชุม".encode(), "ไม่ใช่แฟ้มภาพ"),
        (b"", "ไม่ใช่แฟ้มภาพ"),
        (b"%PDF-1.7\n", "ไม่ใช่แฟ้มภาพ"),
    ],
)
def test_what_cannot_be_used_is_named_with_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(UserError) as told:
        ready_photo(data, "IMG_2041.HEIC")
    assert words in told.value.problem
    assert "“IMG_2041.HEIC”" in told.value.problem
    assert told.value.remedy


@pytest.mark.parametrize("side", [8_000, 40_000])
def test_a_picture_of_monstrous_size_is_refused_before_it_fills_the_memory(side: int) -> None:
    head = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = b"IDAT" + zlib.compress(bytes(99))
    chunks = (
        struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one))
        for one in (head, rows)
    )
    with pytest.raises(UserError, match="ใหญ่เกินไป"):
        ready_photo(b"\x89PNG\r\n\x1a\n" + b"".join(chunks), "ใหญ่.png")


def test_a_file_above_what_is_read_at_all_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "MOST_BYTES", 1_000)
    with pytest.raises(UserError, match="ใหญ่เกินไป"):
        ready_photo(photograph(400, 300), "ใหญ่.jpg")


# ---- scans


def test_a_scan_as_pdf_is_kept_byte_for_byte() -> None:
    data = scan_pdf(2)
    assert ready_scan(data, "สแกน.pdf") == data


def test_a_photograph_of_the_signed_paper_is_a_scan_too() -> None:
    made = ready_scan(photograph(4000, 3000), "สแกน.jpg")
    with Image.open(io.BytesIO(made)) as image:
        assert max(image.size) == photos.SCAN_SIDE


def test_a_scan_that_cannot_be_opened_says_why() -> None:
    with pytest.raises(UserError, match="รหัสผ่าน"):
        ready_scan(scan_pdf(password="ลับ"), "สแกน.pdf")
    with pytest.raises(UserError, match="เสีย"):
        ready_scan(b"%PDF-1.7\n" + bytes(200), "สแกน.pdf")


def test_a_scan_that_makes_the_file_too_heavy_says_how_to_scan_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scans, "MOST_BYTES", 500)
    with pytest.raises(UserError, match="เกินกว่าที่แฟ้มงานเก็บได้") as told:
        ready_scan(scan_pdf(3), "สแกน.pdf")
    assert "๒๐๐ จุดต่อนิ้ว" in told.value.remedy
