"""The preview in a window of its own, for a second screen."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.settings import remember_window, restore_window
from ui.widgets.preview import Preview


class PreviewWindow(QWidget):
    """Holds the preview until it is closed; ``closed`` asks for it to be taken back."""

    closed = Signal()

    def __init__(self, preview: Preview, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("ตัวอย่างเอกสาร")
        self._settings = settings
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(preview)
        self._preview = preview
        preview.show()
        if not restore_window(settings, "preview", self):
            self.resize(720, 860)

    def let_go(self) -> None:
        """Give the preview up."""
        remember_window(self._settings, "preview", self)
        self.layout().removeWidget(self._preview)
        self.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()
