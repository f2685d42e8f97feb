"""The Garuda out of a Word file: real .docx files, the header's picture first."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import docx
import pytest
from PIL import Image

from ita_desktop.errors import UserError
from ita_desktop.exchange import word_pictures
from ita_desktop.render.incoming.emblems import emblem_of
from ita_desktop.session.intake.word_emblems import emblems_in
from tests.aids.word_emblems import BODY, FOOTER, HEADER, word_file


def with_media(path: Path, **more: bytes) -> Path:
    """The file with further pictures in it: ``drawing_emf`` becomes drawing.emf."""
    with zipfile.ZipFile(path, "a") as package:
        for name, data in more.items():
            package.writestr(f"word/media/{name.replace('_', '.')}", data)
    return path


def emf(bitmaps: int) -> bytes:
    """A metafile as Word keeps a scanned emblem: a head, so many bitmaps, an end."""
    image = Image.new("RGB", (40, 30), "red")
    file = io.BytesIO()
    image.save(file, "BMP")
    bmp = file.getvalue()
    info, bits = bmp[14:54], bmp[54:]
    size = 80 + len(info) + len(bits)
    places = (80, len(info), 80 + len(info), len(bits))
    record = struct.pack(
        "<II16x6i4III2i", 81, size, 0, 0, 0, 0, 40, 30, *places, 0, 0xCC0020, 40, 30
    )
    head = struct.pack("<II", 1, 88) + bytes(32) + b" EMF" + bytes(44)
    return head + (record + info + bits) * bitmaps + struct.pack("<IIIII", 14, 20, 0, 0, 20)


def test_the_pictures_of_header_text_and_footer_are_found_and_say_where_they_stand(
    tmp_path: Path,
) -> None:
    found = emblems_in(word_file(tmp_path))
    assert [one.place for one in found.emblems] == ["หัวกระดาษ", "เนื้อหา", "ท้ายกระดาษ"]
    assert [one.data for one in found.emblems] == [HEADER, BODY, FOOTER]
    assert found.told == ""


def test_a_picture_that_stands_twice_is_offered_once(tmp_path: Path) -> None:
    found = emblems_in(with_media(word_file(tmp_path), again_png=HEADER))
    assert [one.data for one in found.emblems] == [HEADER, BODY, FOOTER]


def test_a_metafile_of_one_bitmap_is_converted_and_a_drawing_is_told(tmp_path: Path) -> None:
    path = with_media(
        word_file(tmp_path), scanned_emf=emf(1), drawn_emf=emf(0), old_wmf=b"\xd7\xcd"
    )
    found = emblems_in(path)
    [*_others, converted] = found.emblems
    with Image.open(io.BytesIO(converted.data)) as image:
        assert (image.format, image.size) == ("PNG", (40, 30))
        assert image.convert("RGB").getpixel((5, 5)) == (255, 0, 0)
    assert found.told.startswith("มีอีก ๒ ภาพชนิด EMF, WMF ที่แปลงเป็นภาพไม่ได้")
    assert "บันทึกเป็นรูปภาพ" in found.told


def test_a_cut_off_metafile_and_one_of_two_bitmaps_are_not_guessed_at() -> None:
    assert emblem_of(emf(2)) is None
    for length in range(0, 400, 7):
        assert emblem_of(emf(1)[:length]) is None


def test_an_enormous_emblem_is_made_smaller_and_stays_clear() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (3200, 3000), (0, 0, 0, 0)).save(file, "PNG")
    made = emblem_of(file.getvalue())
    assert made is not None
    with Image.open(io.BytesIO(made)) as image:
        assert (image.mode, image.size) == ("RGBA", (1600, 1500))


def test_what_is_no_word_file_says_what_to_do(tmp_path: Path) -> None:
    old, fake, sheet = (tmp_path / name for name in ("เก่า.doc", "ปลอม.docx", "ตาราง.docx"))
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    fake.write_bytes(b"no zip at all")
    with zipfile.ZipFile(sheet, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    cut = word_file(tmp_path, "ขาด.docx")
    cut.write_bytes(cut.read_bytes()[:-300])
    for path, words in (
        (old, "รุ่นเก่า"),
        (fake, "ไม่ใช่แฟ้ม Word"),
        (sheet, "ไม่ใช่แฟ้ม Word"),
        (cut, "ไม่ใช่แฟ้ม Word"),
        (tmp_path / "หาย.docx", "เปิดแฟ้ม"),
    ):
        with pytest.raises(UserError, match=words) as told:
            emblems_in(path)
        assert told.value.remedy


def test_a_word_file_without_pictures_says_which_one_to_choose(tmp_path: Path) -> None:
    path = tmp_path / "เปล่า.docx"
    docx.Document().save(str(path))
    with pytest.raises(UserError, match="ไม่มีภาพ"):
        emblems_in(path)


def test_a_picture_that_promises_to_fill_the_memory_is_left_in_its_zip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_pictures, "MOST_BYTES", 50_000)
    path = word_file(tmp_path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/bomb.png", bytes(60_000))
    assert len(emblems_in(path).emblems) == 3
