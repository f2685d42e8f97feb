"""The list of what a column can show: typing narrows it, Enter adds, and it stays for the next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.columns import ColumnChoice
from ita_desktop.model.values import OwnKind
from ita_desktop.thai.text import clean, fold
from ui.theme import GRID, set_role
from ui.widgets.editors.suggestion_list import OfferDelegate
from ui.widgets.text.labels import WrapLabel
from ui.widgets.text.textboxes import ThaiLineEdit

_ROW = GRID * 4
_SIZE = QSize(GRID * 58, GRID * 52)
_LOWEST = GRID * 40
"""Logical pixels: where there is less room below, it lies over what it opens under."""
_WHAT = Qt.ItemDataRole.UserRole + 1
_GUESSES: tuple[tuple[OwnKind, tuple[str, ...]], ...] = (
    (OwnKind.NUMBER, ("งบ", "บาท", "จำนวน", "เงิน", "คะแนน", "ร้อยละ")),
    (OwnKind.DATE, ("วันที่", "กำหนดส่ง")),
    (OwnKind.ITEMS, ("รายการ", "รายชื่อ", "หลักฐาน")),
)
"""Words in the name of a field that tell what it will hold."""


class ColumnPicker(QFrame):
    """``picked`` the name of a column; ``made`` the name and kind of a field that is to be added.

    ``choices`` and the names ``used`` already are asked for anew whenever the list is shown. Escape
    and a click elsewhere close it.
    """

    picked = Signal(str)
    made = Signal(str, object)

    def __init__(
        self,
        choices: Callable[[], Sequence[ColumnChoice]],
        used: Callable[[], Collection[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_role(self, "popup")
        self._choices, self._used = choices, used
        self.line = ThaiLineEdit()
        self.line.setPlaceholderText("พิมพ์เพื่อค้นหา หรือพิมพ์ชื่อช่องใหม่ เช่น งบประมาณ ๒๕๖๙")
        self.line.setAccessibleName("ค้นหาสิ่งที่จะแสดง")
        self.line.installEventFilter(self)
        self.line.textChanged.connect(lambda _text: self._fill())
        self.list = QListWidget()
        self.list.setAccessibleName("สิ่งที่แสดงเป็นคอลัมน์ได้")
        self.list.setItemDelegate(OfferDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._take)
        done = QPushButton("เสร็จ")
        done.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addWidget(WrapLabel("เลือกได้หลายคอลัมน์ต่อกัน เรียงตามลำดับที่เลือก", "hint"), 1)
        foot.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.resize(_SIZE)
        self._fill()

    def show_below(self, widget: QWidget) -> None:
        """Open under a button, inside the screen."""
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        screen = widget.screen().availableGeometry()
        room = screen.bottom() - place.y() - GRID
        height = max(_LOWEST, min(_SIZE.height(), room))
        self.resize(self.width(), height)
        place.setY(max(screen.top(), min(place.y(), screen.bottom() - GRID - height)))
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps and self.list.count():
                row = self.list.currentRow() + steps[Qt.Key(event.key())]
                self.list.setCurrentRow(row % self.list.count())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.list.currentItem() is not None:
                    self._take(self.list.currentItem())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    # ---- inner workings

    def _fill(self) -> None:
        typed = clean(self.line.text())
        words = fold(typed).split()
        choices, used = self._choices(), self._used()
        found = [one for one in choices if all(word in fold(one.label) for word in words)]
        self.list.clear()
        for one in found:
            self._add(one.label, "อยู่ในตารางแล้ว" if one.name in used else _group(one), one.name)
        if typed and not any(fold(one.label) == fold(typed) for one in choices):
            for kind in _kinds(typed):
                self._add(f"เพิ่มช่องใหม่ “{typed}”", f"เป็น{kind.label}", kind)
        self.list.setCurrentRow(0)

    def _add(self, words: str, kind: str, what: str | OwnKind) -> None:
        item = QListWidgetItem(words, self.list)
        item.setData(Qt.ItemDataRole.UserRole, kind)
        item.setData(_WHAT, what)
        item.setSizeHint(QSize(GRID * 10, _ROW))
        item.setToolTip(words)

    def _take(self, item: QListWidgetItem) -> None:
        what = item.data(_WHAT)
        if isinstance(what, OwnKind):
            self.made.emit(clean(self.line.text()), what)
        else:
            self.picked.emit(what)
        self.line.clear()
        self._fill()
        self.line.setFocus()


def _group(choice: ColumnChoice) -> str:
    if choice.own:
        return "ช่องของหน่วยงาน"
    return "" if choice.kind else "ประกอบจากหลายช่อง"


def _kinds(label: str) -> tuple[OwnKind, ...]:
    """The kinds a new field may have, the likeliest by its name first."""
    guess = next(
        (kind for kind, words in _GUESSES if any(word in label for word in words)), OwnKind.TEXT
    )
    return (guess, *(kind for kind in OwnKind if kind is not guess))
