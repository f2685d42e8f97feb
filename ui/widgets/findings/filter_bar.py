"""The filter over what was found: how much it matters, of which document, words, what was left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.model.findings import Severity
from ita_desktop.session.checking.rows import FoundRow, RowFilter, counts_of
from ita_desktop.thai.digits import to_thai
from ui.icons import icon
from ui.theme import GRID, set_role
from ui.widgets.flow import FlowLayout
from ui.widgets.forms.form_rows import SEVERITY_SIGNS
from ui.widgets.text.textboxes import ThaiLineEdit

_TYPING = 150
"""Milliseconds after which a pause in typing filters."""


class FindingFilterBar(QWidget):
    """Tells ``changed`` with the RowFilter wanted."""

    changed = Signal(object)

    def __init__(self, kinds: Sequence[DocumentKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = RowFilter()
        self._kinds = tuple(kinds)
        self.severities: dict[Severity | None, QPushButton] = {}
        group = QButtonGroup(self)
        above = QWidget()
        self._upper = FlowLayout(above, GRID // 2)
        self._upper.setContentsMargins(0, 0, 0, 0)
        for severity in (None, *Severity):
            button = QPushButton()
            button.setCheckable(True)
            set_role(button, "segment")
            if severity is not None:
                button.setIcon(icon(*SEVERITY_SIGNS[severity]))
            button.clicked.connect(lambda _on=False, one=severity: self.choose(severity=one))
            group.addButton(button)
            self._upper.addWidget(button)
            self.severities[severity] = button
        self.severities[None].setChecked(True)
        self.documents = QComboBox()
        self.documents.setAccessibleName("เอกสาร")
        self.documents.setToolTip("แสดงเฉพาะสิ่งที่มีผลต่อเอกสารฉบับหนึ่ง")
        for words, value in (("ทุกเอกสาร", ""), *((one.short_title, one.id) for one in kinds)):
            self.documents.addItem(words, value)
        self.documents.activated.connect(
            lambda _at: self.choose(document=self.documents.currentData())
        )
        self.line = ThaiLineEdit()
        self.line.setPlaceholderText("ค้นหาในสิ่งที่ตรวจพบ")
        self.line.setAccessibleName("ค้นหาในสิ่งที่ตรวจพบ")
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(lambda _text: self._timer.start())
        self.left = QCheckBox()
        self.left.clicked.connect(lambda on: self.choose(left=on))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING)
        self._timer.timeout.connect(lambda: self.choose(text=self.line.text().strip()))
        self.left.setMinimumHeight(self.severities[None].sizeHint().height())
        self._upper.addWidget(self.left)
        lower = QHBoxLayout()
        lower.setSpacing(GRID)
        lower.addWidget(self.documents)
        lower.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(above)
        column.addLayout(lower)

    @property
    def wanted(self) -> RowFilter:
        """What is asked for now."""
        return self._wanted

    @property
    def on(self) -> bool:
        """Whether it hides anything that is open."""
        return replace(self._wanted, left=False) != RowFilter()

    def choose(self, **values: object) -> None:
        """Set conditions, by the names of RowFilter."""
        self._choose(replace(self._wanted, **values))  # type: ignore[arg-type]

    def add(self, button: QPushButton) -> None:
        """Put a button behind the choice of severity."""
        self._upper.insert_widget(len(self.severities), button)

    def clear(self) -> None:
        """Show everything that is open again."""
        self._choose(RowFilter(left=self._wanted.left))

    def count(self, rows: Sequence[FoundRow]) -> None:
        """Say how many there are of each, as the other conditions leave them."""
        wanted = self._wanted
        any_severity = replace(wanted, severity=None, left=False)
        counts = counts_of(one for one in rows if any_severity.keeps(one))
        for severity, button in self.severities.items():
            words = severity.label if severity else "ทั้งหมด"
            number = counts[severity] if severity else sum(counts.values())
            space = " " if severity else ""  # between the icon and the word
            button.setText(to_thai(f"{space}{words} ({number})"))
        any_document = replace(wanted, document="", left=False)
        held = [one for one in rows if any_document.keeps(one)]
        for at, kind in enumerate(self._kinds, 1):
            number = sum(kind.id in one.documents for one in held)
            self.documents.setItemText(at, to_thai(f"{kind.short_title} ({number})"))
        left = sum(one.reason is not None for one in rows)
        self.left.setText(to_thai(f"แสดงที่ปล่อยไว้ ({left})"))
        self.left.setVisible(left > 0 or wanted.left)

    def _choose(self, wanted: RowFilter) -> None:
        self._timer.stop()
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self.severities[wanted.severity].setChecked(True)
        self.documents.setCurrentIndex(self.documents.findData(wanted.document))
        self.left.setChecked(wanted.left)
        if self.line.text().strip() != wanted.text:
            self.line.setText(wanted.text)  # heard by its own button that empties it
            self._timer.stop()
        self.changed.emit(wanted)

    def keyPressEvent(self, event: object) -> None:
        if event.key() == Qt.Key.Key_Escape and self.on:  # type: ignore[attr-defined]
            self.clear()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]
