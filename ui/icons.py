"""Icons from one set, painted in the colours of the scheme in use.

An icon is drawn from its SVG each time it is needed, so it is sharp on every screen and turns with
the system between light and dark.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QPoint, QRect, QSize
from PySide6.QtGui import QIcon, QIconEngine, QImageReader, QPainter, QPixmap

from ita_desktop.resources import resource_path
from ui.theme import colours

_SIDEBAR = "sidebar_"
"""What the role of an icon begins with that turns with the words when its line is chosen."""


def icon_file(name: str) -> Path:
    """The SVG of an icon, e.g. ``plus``."""
    return resource_path("icons", f"{name}.svg")


def icon(name: str, color_role: str = "text") -> QIcon:
    """An icon by its name under ``resources/icons``, in a colour of :class:`ui.theme.Colours`.

    Raises FileNotFoundError for a name that is not there.
    """
    _source(name)
    return QIcon(_TintedIcon(name, color_role))


def icon_pixmap(name: str, size: int, color_role: str = "text", ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of ``size`` logical pixels for a label."""
    made = _drawn(name, getattr(colours(), color_role), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    return made


def app_icon() -> QIcon:
    """The program's own mark, in its own colours."""
    return QIcon(str(icon_file("app")))


class _TintedIcon(QIconEngine):
    """Draws one icon in the scheme's colour at the size asked for."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        return _TintedIcon(self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        side = min(rect.width(), rect.height())
        drawn = _drawn(self._name, self._colour(mode), round(side * ratio))
        drawn.setDevicePixelRatio(ratio)
        offset = QPoint((rect.width() - side) // 2, (rect.height() - side) // 2)
        painter.drawPixmap(rect.topLeft() + offset, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return _drawn(self._name, self._colour(mode), min(size.width(), size.height()))

    def scaledPixmap(  # noqa: N802
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        made = self.pixmap(size, mode, state)
        made.setDevicePixelRatio(scale)
        return made

    def _colour(self, mode: QIcon.Mode) -> str:
        scheme = colours()
        if mode is QIcon.Mode.Disabled:
            return scheme.hint
        role = self._role.removeprefix(_SIDEBAR)
        if mode is QIcon.Mode.Selected and role != self._role:
            return scheme.on_accent
        return getattr(scheme, role)


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return icon_file(name).read_text(encoding="utf-8")


def _drawn(name: str, colour: str, side: int) -> QPixmap:
    """A fresh copy of the picture, ``side`` device pixels wide."""
    return QPixmap(_painted(name, colour, max(1, side)))


@lru_cache(maxsize=512)
def _painted(name: str, colour: str, side: int) -> QPixmap:
    svg = _source(name).replace("currentColor", colour)
    buffer = QBuffer()
    buffer.setData(svg.encode())
    # Qt's picture reader knows SVG without QtSvg's Python half, which takes 20 ms to load.
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(side, side))
    return QPixmap.fromImage(reader.read())
