"""The column of the list of measures: heading, adding, filter, list, and buttons for the acts."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.icons import icon
from ui.theme import GRID, page_title, set_role
from ui.widgets.measures.measure_filter_bar import MeasureFilterBar
from ui.widgets.measures.measure_list import MeasureList

ACTS = (
    ("up", "arrow-up", "เลื่อนขึ้น", "Alt+↑"),
    ("down", "arrow-down", "เลื่อนลง", "Alt+↓"),
    ("duplicate", "copy", "ทำสำเนา", "Ctrl+D"),
    ("delete", "trash-2", "ลบ", "Delete"),
    ("paste", "clipboard-paste", "วางรายการหรือตาราง", "Ctrl+V"),
    ("word", "folder-input", "นำเข้าตารางจาก Word", "Ctrl+I"),
)
"""Name, icon, words and keys of each act on what is selected."""

MORE_ACTS = (
    ("comment", "message-square-plus", "ให้ความเห็นต่อมาตรการนี้…"),
    ("history", "history", "ประวัติของรายการนี้…"),
)
"""Name, icon and words of acts that stand in the menu only."""


_ADD = "เพิ่มมาตรการ"


class MeasureSide(QWidget):
    """``acted`` tells the name of an act of :data:`ACTS`, or ``add``."""

    acted = Signal(str)

    def __init__(self, told: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QLabel()
        page_title(self.heading)
        self.filter = MeasureFilterBar()
        self.list = MeasureList(told)
        self.list.make_menu = self._fill_menu
        self.add_button = QPushButton(icon("plus", "on_accent"), _ADD)
        self.add_button.setAccessibleName(_ADD)
        set_role(self.add_button, "primary")
        self.add_button.setToolTip("เพิ่มมาตรการต่อจากมาตรการที่เลือก (Ctrl+N หรือ Insert ในรายการ)")
        self.buttons = {name: self._button(name, *more) for name, *more in ACTS}
        self.setMinimumWidth(GRID * 32)
        self._lay_out()
        self._connect()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """In the search box Esc shows everything again; ↓ and Enter go to the list."""
        if watched is self.filter.line and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Escape and self.filter.wanted.on:
                self.filter.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def show_acts(self, *, can_move: bool, free: bool) -> None:
        """Only what can be done now can be pressed: ``free`` says whether anything may be
        changed, ``can_move`` the order too."""
        chosen = bool(self.list.current_id)
        place, last = self.list.currentIndex().row(), self.list.rows.rowCount() - 1
        on = {
            "up": can_move and chosen and place > 0,
            "down": can_move and chosen and place < last,
            "duplicate": free and chosen,
            "delete": free and chosen,
            "paste": free,
            "word": free,
        }
        for name, button in self.buttons.items():
            button.setEnabled(on[name])
        self.add_button.setEnabled(free)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room the button says what it does in one word."""
        self.add_button.setText(_ADD)
        margins = self.layout().contentsMargins()
        room = self.width() - margins.left() - margins.right()
        needed = self.heading.sizeHint().width() + GRID // 2 + self.add_button.sizeHint().width()
        if needed > room:
            self.add_button.setText("เพิ่ม")

    def _button(self, name: str, sign: str, words: str, keys: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(sign))
        button.setToolTip(f"{words} ({keys})")
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _on=False: self.acted.emit(name))
        return button

    def _fill_menu(self, menu: QMenu) -> None:
        add = menu.addAction(icon("plus"), f"{_ADD}\tInsert")
        add.setEnabled(self.add_button.isEnabled())
        add.triggered.connect(lambda: self.acted.emit("add"))
        menu.addSeparator()
        for name, sign, words, keys in ACTS:
            action = menu.addAction(icon(sign), f"{words}\t{keys}")
            action.setEnabled(self.buttons[name].isEnabled())
            action.triggered.connect(lambda _on=False, one=name: self.acted.emit(one))
        menu.addSeparator()
        for name, sign, words in MORE_ACTS:
            action = menu.addAction(icon(sign), words)
            action.setEnabled(bool(self.list.current_id))
            action.triggered.connect(lambda _on=False, one=name: self.acted.emit(one))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GRID // 2)
        top.addWidget(self.heading, 1)
        top.addWidget(self.add_button)
        acts = QHBoxLayout()
        acts.setSpacing(GRID // 2)
        for button in self.buttons.values():
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        column.addLayout(acts)
        order = (
            *(self.add_button, self.filter.line, self.filter.button, self.filter.clear_button),
            *(self.list, *self.buttons.values()),
        )
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _connect(self) -> None:
        view = self.list
        self.filter.line.installEventFilter(self)
        self.add_button.clicked.connect(lambda: self.acted.emit("add"))
        for signal, name in (
            (view.add_wanted, "add"),
            (view.delete_wanted, "delete"),
            (view.paste_wanted, "paste"),
        ):
            signal.connect(lambda one=name: self.acted.emit(one))
        view.step_wanted.connect(lambda by: self.acted.emit("up" if by < 0 else "down"))
