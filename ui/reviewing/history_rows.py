"""The lines of the history as a list shows them: added in portions while somebody scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ita_desktop.session.review.history_views import HistoryLine

_Index = QModelIndex | QPersistentModelIndex


class HistoryRows(QAbstractListModel):
    """Lines in the order they were read, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[HistoryLine] = []

    def clear(self) -> None:
        """Begin anew."""
        self.beginResetModel()
        self.lines = []
        self.endResetModel()

    def add(self, lines: Sequence[HistoryLine]) -> None:
        """Add older lines below."""
        if not lines:
            return
        first = len(self.lines)
        self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
        self.lines += lines
        self.endInsertRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        who = line.who or "ไม่ทราบชื่อ"
        if role == Qt.ItemDataRole.DisplayRole:
            about = f" · {line.record_words}" if line.record_words else ""
            return f"{line.name}{about}\n{line.time_words} · {who}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((line.name, *(one.name for one in line.steps[:12])))
        return None
