"""Choosing a record of the office: a box with the names, and none."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from ita_desktop.documents.people import GONE
from ita_desktop.model.fields import Field
from ita_desktop.model.records import RECORDS, Record
from ui.widgets.editors.editor import Editor, Surroundings

NOTHING = "— ไม่ระบุ —"


def record_name(record: Record) -> str:
    """What a record is called in lists."""
    for name in ("full_name", "name", "title", "label"):
        words = getattr(record, name, "")
        if words:
            return str(words)
    return f"({record.TITLE}ที่ยังไม่มีชื่อ)"


class QuietCombo(QComboBox):
    """A combo box that a turn of the wheel over the form does not change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setMaxVisibleItems(14)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def fill_with_records(
    combo: QComboBox, around: Surroundings, table: str, chosen: str, nothing: str = NOTHING
) -> None:
    """Offer every record of a table, and choose one by its id."""
    kind = next(kind for kind in RECORDS if table == kind.TABLE)
    records = around.snapshot.of(kind)
    combo.blockSignals(True)
    combo.clear()
    combo.addItem(nothing, "")
    for record in records:
        combo.addItem(record_name(record), record.id)
    place = combo.findData(chosen)
    if place < 0:
        combo.addItem(GONE, chosen)
        place = combo.count() - 1
    combo.setCurrentIndex(place)
    combo.blockSignals(False)


class LinkEditor(Editor):
    """The id of a record, chosen by its name."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._chosen = ""
        self.combo = QuietCombo()
        self._named(self.combo)
        self.combo.activated.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.combo)
        self.setFocusProxy(self.combo)

    def value(self) -> str:
        return self._chosen

    def set_around(self, around: Surroundings) -> None:
        super().set_around(around)
        self._show(self._chosen)

    def _on_chosen(self) -> None:
        self._chosen = str(self.combo.currentData())
        self._decided()

    def _show(self, value: Any) -> None:
        self._chosen = str(value)
        fill_with_records(self.combo, self.around, self.field.target, self._chosen)
