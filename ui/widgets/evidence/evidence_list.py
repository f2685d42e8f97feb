"""The list of evidence: the hand's ways of the list of measures, and pictures let fall on it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.brought import brings, brought_in
from ui.theme import GRID
from ui.widgets.evidence.evidence_delegate import EvidenceDelegate, EvidenceRow, Load
from ui.widgets.measures.measure_list import MeasureList


class EvidenceList(MeasureList):
    """``dropped`` carries what was let fall (an ``Incoming``);
    ``put`` the ids moved, the id of the row they were put beside, and whether before it."""

    counted = "{} ภาพ"

    dropped = Signal(object)
    put = Signal(list, str, bool)

    def __init__(self, load: Load, parent: QWidget | None = None) -> None:
        super().__init__(lambda _id: "", parent)
        self._painter = EvidenceDelegate(self, load)
        self.setItemDelegate(self._painter)
        self.setAccessibleName("รายการภาพหลักฐาน")
        self.setMinimumWidth(GRID * 34)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if brings(event.mimeData()):
            event.acceptProposedAction()
            return
        super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if brings(event.mimeData()):
            event.acceptProposedAction()
            return
        super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if sources := brought_in(event.mimeData()):
            self.setState(QAbstractItemView.State.NoState)
            event.acceptProposedAction()
            self.dropped.emit(sources)
            return
        ids = self._dragged(event)
        anchor = self._anchor_at(event.position().toPoint().y())
        super().dropEvent(event)
        if ids and anchor is not None:
            self.put.emit(ids, *anchor)

    def _anchor_at(self, y: int) -> tuple[str, bool] | None:
        """The row beside which something falls, and whether it falls before it."""
        rows = self.rows.rows
        for place, row in enumerate(rows):
            rect = self.visualRect(self.rows.index(place))
            if y <= rect.bottom():
                return row.id, y < rect.center().y()
        return (rows[-1].id, False) if rows else None

    def _edge(self, place: int) -> int:
        """The line where something falls: below the heading of a measure, never over it."""
        edge = super()._edge(place)
        if place < self.rows.rowCount():
            row = self.rows.rows[place]
            assert isinstance(row, EvidenceRow) and isinstance(self._painter, EvidenceDelegate)
            return edge + self._painter.heading_height(row)
        return edge
