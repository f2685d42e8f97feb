"""Keys of a page that the menu of the window has too: inside the page the page gets them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

Acts = Mapping[str, Callable[[], object]]
"""Keys as ``Ctrl+N``, and what they do."""


class PageKeys(QObject):
    """Answers keys wherever the focus is inside one page, before the window's shortcuts do."""

    def __init__(self, page: QWidget, acts: Acts) -> None:
        super().__init__(page)
        self._page = page
        self._acts = acts
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        assert isinstance(event, QKeyEvent)
        act = self._acts.get(QKeySequence(event.keyCombination()).toString())
        if act is None:
            return False
        event.accept()
        if kind == QEvent.Type.KeyPress:
            act()
        return True

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        # Only the widget in hand is watched: a filter over every event would cost each of them.
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and (new is self._page or self._page.isAncestorOf(new)):
            new.installEventFilter(self)
