"""Where the files that ship with the program are: from a checkout, a wheel or a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """The path of a file under ``resources/``, e.g. ``resource_path("fonts", "x.ttf")``."""
    # PyInstaller unpacks the data files of a frozen program beneath the folder it names here.
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root.joinpath("resources", *parts)
