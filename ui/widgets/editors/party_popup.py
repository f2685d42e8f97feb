"""The little form behind a chip: its note in brackets, an order's number and subject."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ita_desktop.model.values import FreeText, OrderRef, Responsible
from ita_desktop.thai.text import clean
from ui.theme import GRID, set_role
from ui.widgets.text.textboxes import ThaiLineEdit

_WORDS = {
    "text": ("ข้อความ", ""),
    "number": ("คำสั่งที่", "เช่น ๑๕๖/๒๕๖๘"),
    "subject": ("เรื่อง", "เช่น แต่งตั้งคณะทำงานขับเคลื่อน ITA"),
    "note": ("หมายเหตุในวงเล็บ", "เช่น หน่วยงานหลัก"),
}


class PartyPopup(QFrame):
    """Enter keeps, Escape leaves everything as it was; a click elsewhere keeps."""

    kept = Signal(object)

    def __init__(self, party: Responsible, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_role(self, "popup")
        self._party = party
        self._dropped = False
        self.lines: dict[str, ThaiLineEdit] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID + 4, GRID * 2, GRID + 4)
        layout.setSpacing(GRID // 2)
        for name in party_fields(party):
            words, example = _WORDS[name]
            line = ThaiLineEdit()
            line.setText(getattr(party, name))
            line.setPlaceholderText(example)
            line.setAccessibleName(words)
            line.setMinimumWidth(GRID * 34)
            line.returnPressed.connect(self.close)
            layout.addWidget(QLabel(words))
            layout.addWidget(line)
            self.lines[name] = line
        done = QPushButton("ตกลง")
        set_role(done, "primary")
        done.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(done)
        layout.addLayout(row)

    def show_below(self, widget: QWidget) -> None:
        """Open under a chip or box."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        screen = widget.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        if place.y() + self.height() > screen.bottom():
            place.setY(widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        self.move(place)
        self.show()
        first = next(iter(self.lines.values()))
        first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._dropped = True
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().closeEvent(event)
        values = {name: clean(line.text()) for name, line in self.lines.items()}
        changed = dataclasses.replace(self._party, **values)
        if not self._dropped:
            self.kept.emit(changed)
        self._dropped = True


def party_fields(party: Responsible) -> tuple[str, ...]:
    """What of a party is typed rather than chosen."""
    if isinstance(party, FreeText):
        return ("text",)
    return ("number", "subject", "note") if isinstance(party, OrderRef) else ("note",)
