"""The sheet of scores under the hand: keys, clipboard and folding as a spreadsheet has them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ita_desktop.session.scores.score_views import LEVEL, ScoreRow
from ita_desktop.session.scores.scores import ScoreKey
from ui.icons import icon
from ui.theme import GRID
from ui.widgets.scores.score_delegate import NARROW, WIDE, ScoreDelegate
from ui.widgets.scores.score_model import ScoreModel, above_all
from ui.widgets.scores.score_names import NARROWEST, ScoreNames
from ui.widgets.text.breaks import word_breaks

_K = Qt.Key
_ROOMY_NAMES = GRID * 40
"""Logical pixels of the names below which years without findings give way."""


class ScoreSheet(QTableView):
    """``typed`` brings (year, code) and the text typed; ``cleared`` the scores to take away;
    ``paste_wanted`` that something is to be pasted at the cell in hand; ``current_moved`` the row
    in hand and its year; ``year_menu_wanted`` a year and where its menu is wanted."""

    typed = Signal(object, str)
    cleared = Signal(list)
    paste_wanted = Signal()
    current_moved = Signal()
    year_menu_wanted = Signal(int, QPoint)

    def __init__(self, number: Callable[[object], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ScoreModel(number, self)
        self.names = ScoreNames(number, self)
        self.setVerticalHeader(self.names)
        self.setModel(self.rows)
        self._painter = ScoreDelegate(self.rows, self)
        self.setItemDelegate(self._painter)
        self.read_only = False
        self.setAccessibleName("ตารางคะแนน ITA")
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        triggers = QAbstractItemView.EditTrigger
        self._triggers = triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        self.setEditTriggers(self._triggers)
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setHighlightSections(True)
        across.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        across.customContextMenuRequested.connect(self._on_year_menu)
        self.names.fold_wanted.connect(lambda place: self.turn(self.rows.rows[place]))
        self._painter.typed.connect(self._on_typed)
        self._painter.moved.connect(self.step)
        self.rows.modelReset.connect(self._arrange)
        self.rows.dataChanged.connect(lambda *_: self._arrange())
        for words in (self.viewport(), self.names.viewport()):
            word_breaks().ready.connect(words.update)

    # ---- what the page asks

    @property
    def row(self) -> ScoreRow | None:
        """The row in hand."""
        place = self.currentIndex().row()
        return self.rows.rows[place] if 0 <= place < len(self.rows.rows) else None

    @property
    def key(self) -> ScoreKey | None:
        """Year and code of the cell in hand."""
        return self.rows.key_at(self.currentIndex())

    def set_read_only(self, read_only: bool) -> None:
        """Show only."""
        self.read_only = read_only
        none = QAbstractItemView.EditTrigger.NoEditTriggers
        self.setEditTriggers(none if read_only else self._triggers)

    def go_to(self, key: ScoreKey) -> bool:
        """Take the cell of a score in hand; False where it has none."""
        found = self.rows.place_of_score(key)
        if found is None:
            return False
        row, column = found
        if self.rows.folded & set(row.above):
            self.fold(self.rows.folded - set(row.above))
        index = self.rows.index(self.rows.place_of(row.key), column)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def fold(self, keys: frozenset[str]) -> None:
        """Fold these rows; the row in hand, or the one it is folded under, stays in hand."""
        row, column = self.row, max(self.currentIndex().column(), 0)
        self.rows.fold(keys)
        self.names.show_folded(keys)
        for key in (row.key, *reversed(row.above)) if row is not None else ():
            place = self.rows.place_of(key)
            if place >= 0:
                self.setCurrentIndex(self.rows.index(place, column))
                break

    def fold_all(self) -> None:
        """Show tools and indicators alone."""
        self.fold(frozenset(row.key for row in self.rows.all_rows if row.folds and row.depth))

    def unfold_all(self) -> None:
        """Show every question."""
        self.fold(frozenset())

    def turn(self, row: ScoreRow) -> None:
        """Fold a row, or unfold it."""
        if row.key in above_all(self.rows.all_rows):
            self.fold(self.rows.folded ^ {row.key})

    def step(self, down: int, right: int) -> bool:
        """Go on to another cell; at the end of a row on to the next; False beyond the last."""
        here = self.currentIndex()
        row, column = here.row() + down, here.column() + right
        count = self.rows.columnCount()
        if column >= count or column < 0:
            row += 1 if column >= count else -1
            column = 0 if column >= count else count - 1
        if not 0 <= row < self.rows.rowCount():
            return False
        self.setCurrentIndex(self.rows.index(row, column))
        return True

    def chosen(self) -> list[list[QModelIndex]]:
        """The cells selected, row by row."""
        indexes = sorted(
            self.selectionModel().selectedIndexes(), key=lambda one: (one.row(), one.column())
        )
        places = dict.fromkeys(one.row() for one in indexes)
        return [[one for one in indexes if one.row() == place] for place in places]

    def copy(self) -> None:
        """The selected cells, as a spreadsheet takes them."""
        lines = ["\t".join(self.rows.face(one).words for one in row) for row in self.chosen()]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def clear_chosen(self) -> None:
        """Take away what was typed into the selected cells."""
        if self.read_only:
            return
        keys = [key for row in self.chosen() for one in row if (key := self.rows.key_at(one))]
        self.cleared.emit(keys)

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act(event)
        if act is None:
            super().keyPressEvent(event)
        elif act() is False:
            event.ignore()
        else:
            event.accept()

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        standard = QKeySequence.StandardKey
        for keys, act in (
            (standard.Copy, self.copy),
            (standard.Paste, self.paste_wanted.emit),
            (standard.Cut, lambda: (self.copy(), self.clear_chosen())),
        ):
            if event.matches(keys):
                return act
        key, shift = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        row = self.row
        if alt and key in (_K.Key_Left, _K.Key_Right) and row is not None:
            return lambda: self._fold_here(row, key == _K.Key_Left)
        if key in (_K.Key_Delete, _K.Key_Backspace):
            return self.clear_chosen
        if key in (_K.Key_Return, _K.Key_Enter):
            return lambda: self.step(-1 if shift else 1, 0) or True
        if key in (_K.Key_Tab, _K.Key_Backtab):
            return lambda: self.step(0, 1 if key == _K.Key_Tab else -1)
        return None

    def _fold_here(self, row: ScoreRow, fold: bool) -> None:
        """Alt+← folds the row in hand, or the one above it; Alt+→ unfolds it."""
        if not row.folds and fold and row.above:
            self.fold(self.rows.folded | {row.above[-1]})
        elif row.folds:
            self.fold(self.rows.folded | {row.key} if fold else self.rows.folded - {row.key})

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        for sign, words, act, free in (
            ("copy", "คัดลอก\tCtrl+C", self.copy, True),
            ("clipboard-paste", "วาง\tCtrl+V", self.paste_wanted.emit, not self.read_only),
            ("trash-2", "ลบคะแนน\tDelete", self.clear_chosen, not self.read_only),
        ):
            action = menu.addAction(icon(sign), words)
            action.setEnabled(free)
            action.triggered.connect(lambda _on=False, one=act: one())
        menu.exec(event.globalPos())

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.names.viewport().update()
        self.current_moved.emit()

    # ---- inner workings

    def _on_typed(self, index: QModelIndex, text: str) -> None:
        key = self.rows.key_at(index)
        if key is not None:
            self.typed.emit(key, text)

    def _on_year_menu(self, place: QPoint) -> None:
        section = self.horizontalHeader().logicalIndexAt(place)
        if 0 <= section < len(self.rows.years):
            where = self.horizontalHeader().mapToGlobal(place)
            self.year_menu_wanted.emit(self.rows.years[section], where)

    def _arrange(self) -> None:
        """Give the years what they need and the names the rest; rows that say more are higher."""
        count = self.rows.columnCount()
        if not count:
            return
        room = self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()
        roomy = room - count * WIDE >= _ROOMY_NAMES
        own = self.rows.years.index(self.rows.own) if self.rows.own in self.rows.years else 0
        widths = [WIDE if roomy or at == own else NARROW for at in range(count)]
        for at, width in enumerate(widths):
            if self.columnWidth(at) != width:
                self.setColumnWidth(at, width)
        names = max(NARROWEST, room - sum(widths))
        if self.names.width() != names or self.names.maximumWidth() != names:
            self.names.setFixedWidth(names)
        line = self.fontMetrics().height()
        for place, row in enumerate(self.rows.rows):
            if row.item is not None and self.rowHeight(place) == line + GRID:
                continue  # a question never has more to say
            two = row.item is None and any(
                self._needs_two(place, at, width) for at, width in enumerate(widths)
            )
            height = 2 * line + GRID if two else line + GRID
            if self.rowHeight(place) != height:
                self.setRowHeight(place, height)

    def _needs_two(self, place: int, column: int, width: int) -> bool:
        """Whether a cell has more to say than fits on a line."""
        index = self.rows.index(place, column)
        if self.rows.rows[place].key == LEVEL:
            words = self.rows.face(index).words
            return self.fontMetrics().horizontalAdvance(words) > width - 2 * GRID
        return width == WIDE and self.rows.cell(index).wanted is not None

    def select_block(self, first: QModelIndex, last: QModelIndex) -> None:
        """Select the cells from one corner to the other."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(QItemSelection(first, last), flags.ClearAndSelect)
