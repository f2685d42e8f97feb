"""The list editor: a list typed as in a word processor, numbered as it will print."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from ita_desktop.documents.lists import label_of
from ita_desktop.model.fields import Field
from ita_desktop.model.layouts import ListStyle
from ita_desktop.model.values import Items
from ita_desktop.thai.pasted_items import split_items
from ita_desktop.thai.text import clean
from ui.icons import icon
from ui.theme import set_role
from ui.widgets.editors import list_shape as shape
from ui.widgets.editors.editor import Editor, Surroundings
from ui.widgets.editors.list_drag import DropMark, drop_place
from ui.widgets.editors.list_keys import Act, act_of
from ui.widgets.editors.list_rows import ItemBox, ItemRow
from ui.widgets.editors.text_editors import example_words


class ListEditor(Editor):
    """Items and their sub-items. Its keys are told in :mod:`ui.widgets.editors.list_keys`."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.rows: list[ItemRow] = []
        self._spare: list[ItemRow] = []  # making a row costs more than filling one
        self._at: ItemRow | None = None
        self.frame = QFrame()
        set_role(self.frame, "list")
        self._column = QVBoxLayout(self.frame)
        self._column.setContentsMargins(2, 2, 2, 2)
        self._column.setSpacing(2)
        self.more = QPushButton(icon("plus", "accent"), "เพิ่มข้อ")
        set_role(self.more, "quiet")
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.setAccessibleName(f"เพิ่มข้อใน{field.label}")
        self.more.clicked.connect(self._on_more)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._mark = DropMark(self.frame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        self._set_lines([])
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    # ---- the editor's half

    def value(self) -> Items:
        return shape.items_of(self.lines())

    def inputs(self) -> list[QWidget]:
        return []

    def focus_field(self, *, backwards: bool = False) -> None:
        self.rows[-1 if backwards else 0].box.go_to_place(-1)

    def end_visit(self) -> None:
        kept = shape.lines_of(self.value())
        if kept != self.lines():
            self._quietly(kept)
        self._forget_undo()
        self._at = None

    def set_around(self, around: Surroundings) -> None:
        super().set_around(around)
        self._number()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        for row in self.rows:
            self._allow(row)
        self._show_more()

    def _show(self, value: Any) -> None:
        lines = shape.lines_of(value)
        at = self.row_in_focus()
        self._set_lines(lines)
        if at is not None and at >= len(self.rows):
            self.rows[-1].box.go_to_place(-1)

    # ---- lines and rows

    def lines(self) -> shape.Lines:
        """What stands in the rows, empty ones too."""
        return [(row.level, row.box.toPlainText()) for row in self.rows]

    def row_in_focus(self) -> int | None:
        """The place of the row being typed in, or None."""
        for at, row in enumerate(self.rows):
            if row.box.hasFocus():
                return at
        return None

    def labels(self) -> list[str]:
        """The numbers as shown, which are those that print."""
        return [row.number.text() for row in self.rows]

    def _quietly(self, lines: shape.Lines) -> None:
        self._showing = True
        try:
            self._set_lines(lines)
        finally:
            self._showing = False

    def _set_lines(self, lines: shape.Lines) -> None:
        lines = lines or [(0, "")]
        while len(self.rows) < len(lines):
            self._add_row()
        while len(self.rows) > len(lines):
            self._drop_row(self.rows[len(lines) - 1])
        for row, (level, text) in zip(self.rows, lines, strict=True):
            row.box.set_text(text)
            row.set_level(level)
        self._number()
        self._show_more()

    def _drop_row(self, last: ItemRow) -> None:
        """Put the lowest row by for later; the focus stays in the list, on the row that is last."""
        row = self.rows.pop()
        if row.box.hasFocus():
            last.box.go_to_place(-1)
        self._column.removeWidget(row)
        row.hide()
        self._spare.append(row)

    def _add_row(self) -> None:
        row = self._spare.pop() if self._spare else self._made_row()
        self._allow(row)
        self._column.insertWidget(len(self.rows), row)
        row.show()
        if self.rows:
            QWidget.setTabOrder(self.rows[-1].box, row.box)
        self.rows.append(row)

    def _made_row(self) -> ItemRow:
        row = ItemRow(self.frame)
        box = row.box
        box.textChanged.connect(self._touched)
        box.textChanged.connect(self._show_more)
        box.keyed.connect(lambda event, one=box: self._on_key(one, event))
        box.many_pasted.connect(lambda text, one=box: self._on_pasted(one, text))
        row.grip.dragged.connect(lambda place, one=row: self._on_dragged(one, place))
        row.grip.dropped.connect(lambda place, one=row: self._on_dropped(one, place))
        return row

    def _allow(self, row: ItemRow) -> None:
        row.read_only = self._read_only
        row.box.setReadOnly(self._read_only)
        row.grip.setVisible(not self._read_only)

    def _number(self) -> None:
        numbers = shape.numbers_of(self.lines())
        for row, (number, sub) in zip(self.rows, numbers, strict=True):
            label = self.around.number(label_of(ListStyle.NUMBER, number, sub))
            row.number.setText(label)
            self._named(row.box, f"ข้อ {label}")
        alone = len(self.rows) == 1
        self.rows[0].box.set_placeholder(
            (example_words(self.field) or "พิมพ์ข้อแรก แล้วกด Enter เพื่อขึ้นข้อใหม่") if alone else ""
        )
        for row in self.rows[1:]:
            row.box.set_placeholder("")

    def _show_more(self) -> None:
        filled = bool(self.rows and self.rows[-1].box.toPlainText())
        self.more.setVisible(filled and not self._read_only)

    # ---- hands

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        row = next((one for one in self.rows if one.box is now), None)
        focused = row is not None
        if self.frame.property("focused") != focused:
            self.frame.setProperty("focused", focused)
            self.frame.style().unpolish(self.frame)
            self.frame.style().polish(self.frame)
        if row is None or row is self._at:
            return
        if self._at is not None:
            self.flush()
            self._forget_undo()
            self.stepped.emit()
        self._at = row

    def _forget_undo(self) -> None:
        for row in self.rows:
            row.box.forget_undo()

    def _on_more(self) -> None:
        lines = self.lines()
        self._change([*lines, (lines[-1][0], "")], len(lines))

    def _on_key(self, box: ItemBox, event: QKeyEvent) -> None:
        if self._read_only and event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return
        at = self._place_of(box)
        act = act_of(event, box, self.lines(), at)
        if act is Act.NONE:
            return
        event.accept()
        self._perform(act, at, box)

    def _perform(self, act: Act, at: int, box: ItemBox) -> None:
        lines = self.lines()
        match act:
            case Act.NEXT:
                if box.selected():
                    box.insert_at_cursor("")
                    lines = self.lines()
                self._change(shape.split_line(lines, at, box.place()), at + 1, 0)
            case Act.NEST | Act.UNNEST:
                level = 1 if act is Act.NEST else 0
                self._change(shape.nested(lines, at, level), at, box.place())
            case Act.DELETE_BACK:
                self._change(shape.without(lines, at), max(0, at - 1), -1 if at else 0)
            case Act.DELETE_FORTH:
                self._change(shape.without(lines, at), at, 0)
            case Act.JOIN_BACK:
                place = len(lines[at - 1][1])
                self._change(shape.joined_with_above(lines, at), at - 1, place)
            case Act.JOIN_FORTH:
                self._change(shape.joined_with_above(lines, at + 1), at, box.place())
            case Act.MOVE_UP | Act.MOVE_DOWN:
                moved, to = shape.stepped(lines, at, -1 if act is Act.MOVE_UP else 1)
                if to != at:
                    self._change(moved, to, box.place())
            case Act.ABOVE | Act.BELOW:
                step = -1 if act is Act.ABOVE else 1
                self.rows[at + step].box.go_to_place(-1 if step < 0 else 0)
            case Act.LEAVE | Act.LEAVE_BACK:
                self.focusNextPrevChild(act is Act.LEAVE)

    def _change(self, lines: shape.Lines, at: int, place: int = -1) -> None:
        """Another shape: saved at once, and undone by itself."""
        self.flush()
        self.stepped.emit()
        self._quietly(lines)
        self._forget_undo()
        row = self.rows[at]
        self._at = row
        row.box.go_to_place(place)
        self._decided()
        self.stepped.emit()

    def _on_pasted(self, box: ItemBox, text: str) -> None:
        found = split_items(text)
        if not found:
            return
        at = self._place_of(box)
        empty = not box.toPlainText().strip()
        if len(found) == 1 and not empty:
            box.insert_at_cursor(" ".join(clean(text).split("\n")))
            return
        if box.selected():
            box.insert_at_cursor("")
        lines, last = shape.pasted(self.lines(), at, box.place(), found)
        self._change(lines, last)

    def _place_of(self, box: ItemBox) -> int:
        return next(at for at, row in enumerate(self.rows) if row.box is box)

    # ---- dragging

    def _drop_place(self, at: int, place: QPoint) -> int:
        places = shape.drop_places(self.lines(), at)
        return drop_place(self.frame, self.rows, places, place)

    def _on_dragged(self, row: ItemRow, place: QPoint) -> None:
        self._mark.show_before(self.rows, self._drop_place(self.rows.index(row), place))

    def _on_dropped(self, row: ItemRow, place: QPoint) -> None:
        self._mark.hide()
        at = self.rows.index(row)
        lines, to = shape.moved(self.lines(), at, self._drop_place(at, place))
        if lines != self.lines():
            self._change(lines, to)
