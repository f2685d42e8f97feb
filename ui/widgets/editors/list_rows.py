"""One line of the list editor: its number, its text, and the handle to move it by."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from ui.theme import GRID, set_role
from ui.widgets.sign import Sign
from ui.widgets.text.textboxes import ThaiTextBox

_NUMBER_WIDTH = 36
_GRIP = 16


class ItemBox(ThaiTextBox):
    """The text of one item; keys that concern the list are offered to ``keyed`` first."""

    keyed = Signal(QKeyEvent)
    many_pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(one_line=True, most=40, bare=True, parent=parent)
        self.setTabChangesFocus(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.keyed.emit(event)
        if not event.isAccepted():
            event.accept()
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Tab would be taken as a move of the focus before it is a key press.
        tabs = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in tabs and not control:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def take_pasted(self, text: str) -> bool:
        self.many_pasted.emit(text)
        return True

    def place(self) -> int:
        """Where the cursor stands, in characters."""
        return self.textCursor().position()

    def go_to_place(self, place: int) -> None:
        """Take the focus, with the cursor at a place; -1 is the end."""
        cursor = self.textCursor()
        end = len(self.toPlainText())
        cursor.setPosition(end if place < 0 else min(place, end))
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_edge_line(self, direction: int) -> bool:
        """Whether the cursor stands on the first (-1) or last (1) line of the box."""
        cursor = self.textCursor()
        layout = cursor.block().layout()
        line = layout.lineForTextPosition(cursor.positionInBlock()).lineNumber()
        return line <= 0 if direction < 0 else line >= layout.lineCount() - 1

    def selected(self) -> bool:
        """Whether any text is selected."""
        return self.textCursor().hasSelection()

    def insert_at_cursor(self, text: str) -> None:
        """Put text in the place of what is selected."""
        cursor = self.textCursor()
        cursor.insertText(text)
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self.moveCursor(QTextCursor.MoveOperation.NoMove)


class Grip(Sign):
    """The handle at the end of a row: drag it, and the item goes along."""

    dragged = Signal(QPoint)
    """The mouse has moved to this global place while the handle is held."""
    dropped = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(size=_GRIP, parent=parent)
        self._held: QPoint | None = None
        self._moving = False
        self.setFixedSize(_GRIP + 4, _GRIP + 8)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip("ลากเพื่อย้ายข้อ (Alt+↑ Alt+↓)")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def set_seen(self, seen: bool) -> None:
        """Show the handle only where the hand is, so that a list looks like a list."""
        self.show_sign("grip-vertical" if seen else "", "hint")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        place = event.globalPosition().toPoint()
        far = (place - self._held).manhattanLength() >= QApplication.startDragDistance()
        if far or self._moving:
            self._moving = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._moving:
            self.dropped.emit(event.globalPosition().toPoint())
        self._held, self._moving = None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)


class ItemRow(QWidget):
    """Number, text and handle of one item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level = 0
        self.read_only = False
        self.number = QLabel()
        self.number.setFixedWidth(_NUMBER_WIDTH)
        align = Qt.AlignmentFlag
        self.number.setAlignment(align.AlignRight | align.AlignTop)
        set_role(self.number, "hint")
        self.box = ItemBox()
        self.grip = Grip()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, GRID // 2, 0)
        layout.setSpacing(GRID // 2)
        # The number stands on the first line of the text beside it.
        self.number.setContentsMargins(0, 3, 0, 0)
        layout.addWidget(self.number, 0, align.AlignTop)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.grip, 0, align.AlignTop)
        self.box.installEventFilter(self)

    def set_level(self, level: int) -> None:
        """Indent the row."""
        self.level = level
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(level * GRID * 4, 0, GRID // 2, 0)

    def enterEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().enterEvent(event)
        self.grip.set_seen(not self.read_only)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.grip.set_seen(self.box.hasFocus() and not self.read_only)

    def eventFilter(self, watched, event: QEvent) -> bool:  # type: ignore[no-untyped-def]  # noqa: N802
        if event.type() is QEvent.Type.FocusIn:
            self.grip.set_seen(not self.read_only)
        elif event.type() is QEvent.Type.FocusOut:
            self.grip.set_seen(self.underMouse() and not self.read_only)
        return super().eventFilter(watched, event)
