"""Two sides of a page with a bar between them that stays where the clerk put it."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ui.settings import remember_splitter, restore_splitter


class Sides(QSplitter):
    """``name`` is what the place of the bar is remembered under; ``shares`` say how much of more
    room each side takes."""

    def __init__(self, settings: QSettings, name: str, shares: tuple[int, int] = (0, 1)) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._settings = settings
        self._name = name
        self._shares = shares
        self.splitterMoved.connect(lambda *_: remember_splitter(settings, name, self))

    def fill(self, left: QWidget, right: QWidget, widths: tuple[int, int]) -> None:
        """Put in the two sides, ``widths`` logical pixels wide where no place is remembered."""
        for place, (side, share) in enumerate(zip((left, right), self._shares, strict=True)):
            self.addWidget(side)
            self.setStretchFactor(place, share)
        self.setChildrenCollapsible(False)
        if not restore_splitter(self._settings, self._name, self):
            self.setSizes(list(widths))
