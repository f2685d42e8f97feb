"""What came of the measure last year, in a few lines over the form of this year's."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ita_desktop.model.records import Measure
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.years.beginning import original_of, result_words
from ita_desktop.thai.digits import to_thai, to_thai_but_codes
from ui.theme import GRID, set_role
from ui.widgets.buttons import tool
from ui.widgets.sign import Sign
from ui.widgets.text.labels import OneLine

_LINES = 3
"""Lines shown; the whole is in the tooltip, and with last year's measure."""


class PastResult(QWidget):
    """Hidden where the measure has no original of an earlier year; ``wanted`` tells the id of the
    original, which the clerk asked to see."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._original = ""
        self.words = OneLine(most=_LINES)
        set_role(self.words, "hint")
        self.open_button = tool(
            "external-link", "ดูมาตรการของปีก่อน", lambda: self.wanted.emit(self._original)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        row.setSpacing(GRID)
        row.addWidget(Sign("history", "hint"))
        row.addWidget(self.words, 1)
        row.addWidget(self.open_button)
        self.hide()

    def show_of(self, snapshot: Snapshot, measure: Measure | None) -> None:
        """Show last year's result of a measure."""
        original = original_of(snapshot, measure) if measure is not None else None
        self._original = original.id if original is not None else ""
        self.setVisible(original is not None)
        if original is None:
            return
        [year] = [one.action_year for one in snapshot.years if one.id == original.year_id]
        status = f" ({original.status.label})" if original.status else ""
        result = to_thai_but_codes(result_words(snapshot, original)) or "ไม่ได้กรอกไว้"
        self.words.setText(f"{to_thai(f'ผลปี {year}')}{status}: {result}")
