"""The list of issues: number, mark of how far it is written, title, urgency."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ita_desktop.session.scores.analysis_views import IssueView
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID
from ui.widgets.measures.measure_delegate import MeasureDelegate
from ui.widgets.measures.measure_rows import MeasureRow, MeasureRows


class IssueList(QListView):
    """``current_changed`` tells the id of the row in hand; Enter goes to the form."""

    current_changed = Signal(str)
    form_wanted = Signal()

    def __init__(self, told: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = MeasureRows(told, self)
        self.rows.can_move = False
        self.setModel(self.rows)
        self._painter = MeasureDelegate(self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName("รายการประเด็น")
        self.setMinimumWidth(GRID * 26)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda _index: self.form_wanted.emit())

    @property
    def current_id(self) -> str:
        """The id of the row in hand, or empty."""
        place = self.currentIndex().row()
        return self.rows.rows[place].id if 0 <= place < len(self.rows.rows) else ""

    def show_rows(self, rows: Sequence[MeasureRow]) -> None:
        """Show these; the row in hand stays in hand where it is still there."""
        held = self.current_id
        self.rows.set_rows(rows)
        if (rows and self.current_id != held) or not self.current_id:
            self.select(held if self.rows.place_of(held) >= 0 else rows[0].id if rows else "")

    def select(self, row_id: str) -> None:
        """Take a row in hand."""
        place = self.rows.place_of(row_id)
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place))
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.form_wanted.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.current_changed.emit(self.rows.rows[current.row()].id)


def issue_row(view: IssueView) -> MeasureRow:
    """An issue as the list shows it."""
    urgency = view.analysis.urgency
    return MeasureRow(
        str(view.issue.number),
        to_thai(f"{view.issue.number}."),
        view.issue.title,
        view.filled,
        urgency.label if urgency is not None else "",
    )
