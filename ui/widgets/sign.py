"""A sign: an icon as a label, painted anew where the colours of the program change."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.icons import icon_pixmap

_REPAINTS = (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange)


class Sign(QLabel):
    """Shows one icon in the colour of a role; ``size`` in logical pixels."""

    def __init__(
        self, name: str = "", role: str = "text", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._role, self._side = name, role, size
        self._draw()

    def show_sign(self, name: str, role: str) -> None:
        """Show another icon; without a name, none."""
        self._icon, self._role = name, role
        self._draw()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in _REPAINTS:
            self._draw()
        return done

    def _draw(self) -> None:
        if self._icon:
            ratio = self.devicePixelRatioF()
            self.setPixmap(icon_pixmap(self._icon, self._side, self._role, ratio))
        else:
            self.clear()
