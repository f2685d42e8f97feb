"""The line under the sheet of scores: the cell in hand in full words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import GRID, set_role
from ui.widgets.scores.score_model import CellFace
from ui.widgets.sign import Sign
from ui.widgets.text.labels import WrapLabel

_LINES = 2
"""Lines it keeps room for, so that the sheet does not move under the hand."""


class ScoreDetail(QWidget):
    """Says which score is in hand, its wording in full, and what there is to look at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = WrapLabel()
        self.told = WrapLabel(role="hint")
        self.sign = Sign("", "amber")
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.sign)
        row.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addLayout(row)
        column.addStretch(1)
        self.setMinimumHeight(_LINES * self.fontMetrics().height() + GRID)

    def tell(self, name: str, year: str, face: CellFace, told: str) -> None:
        """Show these; without a name, how to begin."""
        if not name:
            self.name.setText("")
            self.told.setText("พิมพ์คะแนนลงในช่องได้เลย Enter ลงช่องถัดไป Ctrl+V วางตาราง")
            self.sign.hide()
            return
        self.name.setText(f"{name.strip()} · ปี {year}")
        self.told.setText(" · ".join(told.split("\n")))
        role = "danger" if face.problem else "amber" if face.wanted or face.mark else "hint"
        set_role(self.told, role)
        names = {"danger": "circle-alert", "amber": "triangle-alert"}
        self.sign.setVisible(role in names and bool(told))
        if role in names:
            self.sign.show_sign(names[role], role)
