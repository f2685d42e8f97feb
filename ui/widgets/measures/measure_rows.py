"""The rows of the list of measures: what each says, in the model Qt asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ita_desktop.checks.measures.completeness import Needs
from ita_desktop.model.records import Measure
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.measure_views import Filled, filled
from ita_desktop.session.rounds.listing import reported, reported_status

MIME = "application/x-ita-measures"
"""Ids of measures being dragged, one a line."""

UNTITLED = "(ยังไม่มีชื่อ)"

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One row. ``told`` gives the sentence of the tooltip when somebody asks for it."""

    id: str
    number: str
    title: str
    filled: Filled
    status: str = ""


def measure_row(
    snapshot: Snapshot, measure: Measure, number: str, needs: Needs, month: int
) -> MeasureRow:
    """The row of a measure for the document in hand, or as reported in a round, 0 for none."""
    if month:
        status = reported_status(snapshot, measure, month)
        return MeasureRow(
            measure.id, number, measure.name, reported(snapshot, measure, month), status
        )
    status = measure.status.label if measure.status else ""
    return MeasureRow(measure.id, number, measure.name, filled(measure, needs), status)


class MeasureRows(QAbstractListModel):
    """Rows by place; ``told`` says in words what a measure still lacks."""

    def __init__(self, told: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = told
        self.rows: tuple[MeasureRow, ...] = ()
        self.can_move = True

    def same_places(self, rows: Sequence[MeasureRow]) -> bool:
        """Whether the same measures stand in the same places."""
        return [one.id for one in rows] == [one.id for one in self.rows]

    def set_rows(self, rows: Sequence[MeasureRow]) -> None:
        """Show these. Where the measures stand in their places only what they say is told anew."""
        rows = tuple(rows)
        if not self.same_places(rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        before, self.rows = self.rows, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def place_of(self, measure_id: str) -> int:
        """The row of a measure, or -1."""
        return next((at for at, row in enumerate(self.rows) if row.id == measure_id), -1)

    # ---- Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        roles = Qt.ItemDataRole
        if role == roles.UserRole:
            return row
        if role == roles.DisplayRole:
            return row.title or UNTITLED
        if role == roles.ToolTipRole:
            return f"{row.title or UNTITLED}\n{self._words(row)}"
        if role == roles.AccessibleTextRole:
            return f"{row.number} {row.title or UNTITLED} {row.filled.value} {row.status}".strip()
        if role == roles.AccessibleDescriptionRole:
            return self._words(row)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag
        if not index.isValid():
            return flags.ItemIsDropEnabled
        always = flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemNeverHasChildren
        return always | flags.ItemIsDragEnabled if self.can_move else always

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        data = QMimeData()
        places = sorted({index.row() for index in indexes})
        ids = "\n".join(self.rows[place].id for place in places)
        data.setData(MIME, QByteArray(ids.encode()))
        data.setText("\n".join(self.rows[place].title for place in places))
        return data

    def _words(self, row: MeasureRow) -> str:
        parts = (row.filled.value, self._told(row.id), row.status and f"สถานะ: {row.status}")
        return "\n".join(dict.fromkeys(part for part in parts if part))
