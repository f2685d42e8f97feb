"""The preview in a window of its own, for a second screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.settings import remember_window, restore_window

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.widgets.preview.preview import Preview


class PreviewWindow(QWidget):
    """Holds the preview until it is closed; ``closed`` asks for it to be taken back."""

    closed = Signal()

    def __init__(self, preview: Preview, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("ตัวอย่างเอกสาร")
        self._settings = settings
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(preview)
        self._preview = preview
        preview.show()
        if not restore_window(settings, "preview", self):
            self.resize(720, 860)

    def let_go(self) -> None:
        """Give the preview up."""
        remember_window(self._settings, "preview", self)
        self._column.removeWidget(self._preview)
        self.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()


class PreviewPlace(QObject):
    """Moves the preview between the desk and a window of its own; ``moved`` after each move."""

    moved = Signal()

    def __init__(self, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._desk: Desk | None = None
        self.apart: PreviewWindow | None = None

    def turn(self, desk: Desk) -> None:
        """Give the desk's preview a window of its own, or take it back."""
        if self.apart is not None:
            self.take_back()
            return
        self._desk = desk
        desk.set_detached(True)
        self.apart = PreviewWindow(desk.preview, self._settings, self._window)
        self.apart.closed.connect(self.take_back)
        self.apart.show()
        self.moved.emit()

    def take_back(self) -> None:
        """Put the preview back beside the form."""
        apart, self.apart = self.apart, None
        if apart is not None and self._desk is not None:
            apart.let_go()
            self._desk.set_detached(False)
            apart.deleteLater()
            self._desk = None
            self.moved.emit()
