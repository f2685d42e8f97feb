"""The measures of two years side by side: kept, changed, new, dropped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView

from ita_desktop.model.ids import Id
from ita_desktop.model.records import Measure
from ita_desktop.session.years.comparing import MeasuresCompared
from ita_desktop.thai.digits import to_thai, to_thai_but_codes
from ita_desktop.thai.lists import joined
from ui.theme import GRID
from ui.widgets.comparison.reading_table import ReadingTable

_BEFORE, _STATE, _AFTER, _CHANGES = range(4)
_ID = Qt.ItemDataRole.UserRole
_Row = tuple[Measure | None, Measure | None, str]
"""The measure before, the measure now, and what is different."""


class MeasureTable(ReadingTable):
    """``wanted`` tells the id of a measure that somebody wants to see, by Enter or a double
    click."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("มาตรการสองปี", ("", "", "", "สิ่งที่ต่าง"), (_BEFORE, _AFTER, _CHANGES))
        self.horizontalHeader().setSectionResizeMode(_STATE, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(_STATE, 18 * GRID)
        self.itemDoubleClicked.connect(lambda _item: self._want())

    def show_measures(self, found: MeasuresCompared) -> None:
        """Show the measures of two years in four groups, each under a line with its count."""
        before, after = found.before.action_year, found.after.action_year
        self.name_columns((f"ปี {before}", f"สถานะปี {before}", f"ปี {after}", "สิ่งที่ต่าง"))
        groups: tuple[tuple[str, list[_Row]], ...] = (
            ("ทำต่อตามแผนเดิม", [(one.before, one.after, "") for one in found.same]),
            (
                "ทำต่อแต่ปรับแผน",
                [(one.before, one.after, f"ปรับ{joined(one.changed)}") for one in found.changed],
            ),
            (f"ใหม่ในปี {after}", [(None, one, "มาตรการใหม่") for one in found.new]),
            ("ไม่ได้ทำต่อ", [(one, None, "ไม่มีในปีหลัง") for one in found.dropped]),
        )
        self.clearSpans()
        self.setRowCount(sum(1 + len(rows) for _words, rows in groups))
        at = 0
        for words, rows in groups:
            head = self.put(at, 0, to_thai(f"{words} ({len(rows)})"))
            font = head.font()
            font.setBold(True)
            head.setFont(font)
            self.setSpan(at, 0, 1, self.columnCount())
            for place, row in enumerate(rows, start=at + 1):
                self._show_row(place, row)
            at += 1 + len(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._want()
            return
        super().keyPressEvent(event)

    def _show_row(self, place: int, row: _Row) -> None:
        before, after, words = row
        state = before.status.label if before is not None and before.status is not None else ""
        for column, text in ((_BEFORE, _name(before)), (_STATE, state), (_AFTER, _name(after))):
            self.put(place, column, text)
        self.put(place, _CHANGES, words)
        for column, one in (
            (_BEFORE, before),
            (_STATE, before),
            (_AFTER, after),
            (_CHANGES, after),
        ):
            self.item(place, column).setData(_ID, (one or before or after).id)  # type: ignore[union-attr]

    def _want(self) -> None:
        item = self.currentItem()
        measure_id: Id | None = item.data(_ID) if item is not None else None
        if measure_id:
            self.wanted.emit(measure_id)


def _name(measure: Measure | None) -> str:
    if measure is None:
        return "–"
    return to_thai_but_codes(measure.name) or "(ยังไม่มีชื่อ)"
