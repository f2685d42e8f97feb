"""LibreOffice as a reader of our Word files: all of them become PDF in one start.

It finds one typeface and nothing of the machine's: Laksaman under the name of TH Sarabun New and
in its size, so that its pages can be laid beside our own.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from fontTools.ttLib import TTFont

from ita_desktop.resources import resource_path

_FAMILY = "TH Sarabun New"
_LARGER = 1.504
"""How much larger Laksaman's letters are at the same size."""
_STYLES = (
    ("Regular", "Regular"),
    ("Bold", "Bold"),
    ("Italic", "Italic"),
    ("BoldItalic", "Bold Italic"),
)
_LONGEST = 120
"""Seconds after which the program hangs."""


def converted(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The PDF that LibreOffice makes of each .docx, by its name; ``folder`` is empty and ours."""
    return _made(files, folder, "pdf", "pdf")


def saved_again(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Each .docx opened by LibreOffice and saved as .docx again; ``folder`` is empty and ours."""
    return _made(files, folder, "docx:MS Word 2007 XML", "docx")


def as_web_page(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The HTML that LibreOffice makes of each .docx, as it puts it on the clipboard too."""
    return _made(files, folder, "html:HTML (StarWriter)", "html")


def _made(
    files: Mapping[str, bytes], folder: Path, filter_name: str, suffix: str
) -> dict[str, bytes]:
    fonts = folder / "fonts"
    _make_fonts(fonts)
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    made = folder / "made"
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore"),
            *("--convert-to", filter_name, "--outdir", str(made)),
            *(str(folder / f"{name}.docx") for name in files),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(fonts / "fonts.conf"), "HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=_LONGEST,
        check=True,
    )
    return {name: (made / f"{name}.{suffix}").read_bytes() for name in files}


def _make_fonts(folder: Path) -> None:
    folder.mkdir()
    for style, name in _STYLES:
        font = TTFont(resource_path("fonts", f"Laksaman-{style}.ttf"))
        font["head"].unitsPerEm = round(font["head"].unitsPerEm * _LARGER)
        _share_out_gap(font)
        words = {
            1: _FAMILY,
            2: name,
            4: f"{_FAMILY} {name}",
            6: f"THSarabunNew-{style}",
            16: _FAMILY,
            17: name,
        }
        for record in font["name"].names:
            record.string = words.get(record.nameID, record.string)
        font.save(folder / f"{style}.ttf")
    (folder / "fonts.conf").write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>",
        encoding="utf-8",
    )


def _share_out_gap(font: TTFont) -> None:
    """Make the line as high as it is in Word: LibreOffice leaves out the gap between lines."""
    lines, metrics = font["hhea"], font["OS/2"]
    half = lines.lineGap // 2
    above, below = lines.ascent + half, -lines.descent + half
    lines.ascent = metrics.sTypoAscender = metrics.usWinAscent = above
    lines.descent = metrics.sTypoDescender = -below
    metrics.usWinDescent = below
    lines.lineGap = metrics.sTypoLineGap = 0
