"""Memory sticks that are plugged in, as far as the system tells."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_REMOVABLE = 2
"""``DRIVE_REMOVABLE`` of GetDriveTypeW (Windows SDK, fileapi.h)."""

_MOUNTS = ("/media/", "/run/media/", "/Volumes/")
"""Where Linux desktops and macOS show what was plugged in."""


@dataclass(frozen=True, slots=True)
class Stick:
    """A stick: where it is, what it is called, and the bytes that are free on it."""

    folder: Path
    name: str
    free: int


def plugged_in() -> tuple[Stick, ...]:
    """Sticks that can be written to."""
    return tuple(
        Stick(Path(one.rootPath()), one.displayName(), one.bytesAvailable())
        for one in QStorageInfo.mountedVolumes()
        if one.isValid() and one.isReady() and not one.isReadOnly() and _removable(one.rootPath())
    )


def may_be_pulled(folder: Path, office_file: Path) -> bool:
    """Whether the folder lies on another drive than the office file, and may be taken away."""
    try:
        return folder.stat().st_dev != office_file.stat().st_dev
    except OSError:
        return False


def _removable(root: str) -> bool:
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOVABLE)
    return root.startswith(_MOUNTS)
