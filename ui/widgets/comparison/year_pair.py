"""The two years that are compared, each in a box to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from ita_desktop.thai.digits import to_thai
from ui.theme import GRID

YearKey = int | str
"""What stands for a year: the year itself (พ.ศ.), or the id of its work."""


class YearPair(QWidget):
    """``chosen`` tells that another year was. ``named`` is what is compared."""

    chosen = Signal()

    def __init__(self, named: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before = _box(f"ปีก่อนที่เทียบ{named}")
        self.after = _box(f"ปีหลังที่เทียบ{named}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for word, box in (("เทียบ", self.after), ("กับ", self.before)):
            label = QLabel(word)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
            box.activated.connect(lambda _at: self.chosen.emit())
        row.addStretch(1)

    @property
    def years(self) -> tuple[YearKey, YearKey] | None:
        """The earlier and the later year; None where there are no years."""
        before, after = self.before.currentData(), self.after.currentData()
        return (before, after) if before is not None and after is not None else None

    def offer(
        self, years: Sequence[tuple[str, YearKey]], pair: tuple[YearKey, YearKey] | None
    ) -> None:
        """Offer these years, each with its words; ``pair`` stands chosen at first."""
        for place, box in enumerate((self.before, self.after)):
            box.clear()
            for words, one in years:
                box.addItem(to_thai(words), one)
            if pair is not None:
                box.setCurrentIndex(box.findData(pair[place]))
            box.setEnabled(len(years) > 1)

    def keep(self, pair: tuple[YearKey, YearKey] | None) -> None:
        """Choose these again, where both are still offered."""
        if pair is None:
            return
        boxes = (self.before, self.after)
        places = [box.findData(one) for box, one in zip(boxes, pair, strict=True)]
        if min(places) >= 0:
            for box, place in zip(boxes, places, strict=True):
                box.setCurrentIndex(place)


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    return box
