"""What the hand lets fall or pastes: files of the disk, or a picture of the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from ita_desktop import FILE_SUFFIX
from ita_desktop.session.intake.incoming import Incoming

PASTED = "ภาพที่วาง"
"""What a picture from the clipboard is called where it must be named."""


def brought_in(data: QMimeData) -> tuple[Incoming, ...]:
    """The files being brought, or the one picture; an office file is the window's own affair."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if any(path.suffix.lower() == FILE_SUFFIX for path in paths):
        return ()
    if paths:
        return tuple(Incoming.file(path) for path in paths)
    if data.hasImage():
        image = data.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return (Incoming(PASTED, data=_png(image)),)
    return ()


def brings(data: QMimeData) -> bool:
    """Whether :func:`brought_in` would find something, without reading it."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    if files:
        return not any(one.lower().endswith(FILE_SUFFIX) for one in files)
    return data.hasImage()


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())
