"""How a cell of the sheet of scores is painted, and typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ita_desktop.model.score_reading import read_score, score_problem
from ui.icons import icon_pixmap
from ui.theme import GRID, colours, set_role
from ui.widgets.scores.score_model import CellFace, ScoreModel
from ui.widgets.scores.score_names import row_ground
from ui.widgets.text.textboxes import ThaiLineEdit
from ui.widgets.text.word_elide import word_lines

if TYPE_CHECKING:
    from ui.widgets.scores.score_model import _Index

_SIGN = 14
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_K = Qt.Key
WIDE, NARROW = 116, 72
"""Logical pixels of a year's column: with and without room for what a score ought to be."""


class ScoreEditor(ThaiLineEdit):
    """One cell being typed into. ``left`` tells where to go on: rows down, columns right."""

    left = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName("คะแนน")
        set_role(self, "cell")
        self.textChanged.connect(self._look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {
            _K.Key_Return: (-1 if shift else 1, 0),
            _K.Key_Enter: (-1 if shift else 1, 0),
            _K.Key_Down: (1, 0),
            _K.Key_Up: (-1, 0),
        }
        if (step := steps.get(Qt.Key(event.key()))) is not None:
            self.left.emit(*step)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Tab would go to the next widget before it is a key press.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == _K.Key_Tab:
                self.left.emit(0, 1)
                return True
            if event.key() == _K.Key_Backtab:
                self.left.emit(0, -1)
                return True
        return super().event(event)

    def _look(self, text: str) -> None:
        """The border says while typing whether it can be a score."""
        read = read_score(text)
        wrong = read.problem or (score_problem(read.value) if read.value is not None else "")
        state = "danger" if wrong else ""
        if self.property("state") != state:
            self.setProperty("state", state)
            self.style().unpolish(self)
            self.style().polish(self)


class ScoreDelegate(QStyledItemDelegate):
    """``typed`` brings the cell and what was typed into it; ``moved`` where the hand goes on."""

    typed = Signal(object, str)
    moved = Signal(int, int)

    def __init__(self, model: ScoreModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model

    # ---- typing

    def createEditor(  # noqa: N802
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index
    ) -> QWidget:
        editor = ScoreEditor(parent)
        editor.left.connect(lambda down, right: self._leave(editor, down, right))
        return editor

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index
    ) -> None:
        editor.setGeometry(option.rect)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: N802
        assert isinstance(editor, ScoreEditor)
        face = self._model.face(index)
        editor.setText(face.words if face.typed else "")
        editor.selectAll()

    def setModelData(  # noqa: N802
        self, editor: QWidget, _model: QAbstractItemModel, index: _Index
    ) -> None:
        assert isinstance(editor, ScoreEditor)
        if editor.isModified():
            self.typed.emit(index, editor.text())

    def _leave(self, editor: ScoreEditor, down: int, right: int) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
        self.moved.emit(down, right)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter and Tab are answered by the box itself, once."""
        own = (_K.Key_Return, _K.Key_Enter, _K.Key_Tab, _K.Key_Backtab)
        pressed = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() in own:  # type: ignore[attr-defined]
            return False
        return super().eventFilter(watched, event)

    # ---- painting

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(NARROW, option.fontMetrics.height() + GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        scheme = colours()
        face = self._model.face(index)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(self._ground(option, index, face)))
        painter.setPen(QPen(QColor(scheme.border), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        room = rect.adjusted(GRID // 2, 0, -GRID, -1)
        two = bool(face.wanted) and rect.width() >= WIDE
        if two:
            self._wanted(painter, option, room, face)
            room.setHeight(option.fontMetrics.height() + 4)
        if sign := _sign(face):
            ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
            top = room.top() + (room.height() - _SIGN) // 2
            painter.drawPixmap(room.left(), top, icon_pixmap(sign[0], _SIGN, sign[1], ratio))
        self._words(painter, option, room.adjusted(_SIGN if sign else 0, 0, 0, 0), face)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, face: CellFace
    ) -> None:
        scheme = colours()
        font = QFont(option.font)
        font.setBold(bool(face.mark) and face.typed)
        painter.setFont(font)
        ink = scheme.text if face.typed else scheme.hint
        painter.setPen(QColor(scheme.danger if face.problem else ink))
        words = face.words
        if not face.open or face.problem:  # a figure fits, words may not
            most = max(1, room.height() // option.fontMetrics.height())
            words = "\n".join(word_lines(words, painter.fontMetrics(), room.width(), most))
        painter.drawText(room, _RIGHT, words)

    def _wanted(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, face: CellFace
    ) -> None:
        """What the score ought to be, on a line of its own under it."""
        below = QRect(room)
        below.setTop(room.top() + option.fontMetrics.height())
        painter.setFont(option.font)
        painter.setPen(QColor(colours().amber))
        painter.drawText(below, _RIGHT, f"ควรเป็น {face.wanted}")

    def _ground(self, option: QStyleOptionViewItem, index: _Index, face: CellFace) -> str:
        scheme = colours()
        if option.state & QStyle.StateFlag.State_Selected:
            return scheme.accent_soft
        if face.problem:
            return scheme.danger_soft
        if face.wanted or face.mark:
            return scheme.amber_soft
        row = self._model.rows[index.row()]
        return scheme.window if not face.open and row.item is not None else row_ground(row)


def _sign(face: CellFace) -> tuple[str, str] | None:
    """Icon and colour role of what there is to look at in a cell."""
    if face.problem:
        return "circle-alert", "danger"
    if face.wanted:
        return "triangle-alert", "amber"
    if face.mark:
        return "arrow-down", "amber"
    return None
