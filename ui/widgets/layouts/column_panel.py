"""What can be said of the columns in hand: what they show, heading, width, how it is set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QWidget

from ita_desktop.documents.columns import ColumnChoice
from ita_desktop.model.fields import Field, Kind
from ita_desktop.model.layouts import CellAlign, LayoutColumn, ListStyle
from ita_desktop.thai.digits import to_arabic, to_thai
from ui.theme import GRID, set_role
from ui.widgets.editors.link_editor import QuietCombo
from ui.widgets.editors.option_editor import OptionEditor
from ui.widgets.editors.text_editors import TextEditor
from ui.widgets.text.labels import WrapLabel
from ui.widgets.text.textboxes import ThaiLineEdit

GONE_WORDS = "(ช่องข้อมูลนี้ถูกลบแล้ว)"
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_PERCENTS = range(3, 91)


class ColumnPanel(QWidget):
    """Shows one column or what several have in common. ``changed`` brings what the Undo menu calls
    it and the values to give to all of them; ``left`` that a text box was left."""

    changed = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[LayoutColumn, ...] = ()
        self._choices: tuple[ColumnChoice, ...] = ()
        self._drawn: tuple[float, ...] = ()
        self._showing = False
        self.combo = QuietCombo()
        self.combo.setAccessibleName("แสดงข้อมูล")
        self.heading = TextEditor(Field("heading", "หัวคอลัมน์", Kind.LONG_TEXT))
        self.group = TextEditor(Field("group", "หัวรวม", Kind.TEXT))
        self.group.box.set_placeholder("เช่น งบประมาณ (บาท)")
        self.by_hand = QCheckBox("กำหนดเอง")
        self.percent = ThaiLineEdit()
        self.percent.setFixedWidth(GRID * 7)
        self.percent.setAccessibleName("ความกว้างเป็นร้อยละของตาราง")
        self.align = OptionEditor(
            Field("align", "จัดวาง", Kind.CHOICE), [(one, one.label) for one in CellAlign]
        )
        self.list_style = OptionEditor(
            Field("list_style", "รายการเป็นข้อ", Kind.CHOICE),
            [(None, "ตามทั้งตาราง"), *((one, one.label) for one in ListStyle)],
        )
        self.merged = QCheckBox("รวมเป็นช่องเดียวลงมา")
        self.told = WrapLabel(role="hint")
        self._rows: dict[QWidget, QLabel] = {}
        self._lay_out()
        self._connect()

    # ---- what the editor asks

    def show_columns(
        self,
        columns: Sequence[LayoutColumn],
        choices: Sequence[ColumnChoice],
        drawn: Sequence[float],
    ) -> None:
        """Show the columns in hand and how wide they are drawn; nothing is told."""
        self._columns, self._choices, self._drawn = tuple(columns), tuple(choices), tuple(drawn)
        self.setVisible(bool(columns))
        if not columns:
            return
        first, single = columns[0], len(columns) == 1
        self._showing = True
        try:
            self.told.setText(self._words())
            self.told.setHidden(single)
            self._show_row(self.combo, single)
            self._show_row(self.heading, single)
            if single:
                self._fill_combo(first.field)
                _put(self.heading, first.heading)
            _put(self.group, first.group if self._same("group") else "")
            self.by_hand.setChecked(first.share is not None)
            self.percent.setVisible(first.share is not None)
            self._percent_sign.setVisible(first.share is not None)
            if first.share is not None and not self.percent.hasFocus():
                self.percent.setText(to_thai(str(round(first.share * 100))))
                self._say_percent()
            self.align.set_value(first.align)
            self.list_style.set_value(first.list_style)
            listed = {one.name for one in choices if one.listed}
            self._show_row(self.list_style, any(one.field in listed for one in columns))
            self.merged.setChecked(all(one.merged for one in columns))
        finally:
            self._showing = False

    def flush(self) -> None:
        """Tell what is being typed now."""
        self.heading.flush()
        self.group.flush()

    @property
    def pending(self) -> bool:
        return self.heading.pending or self.group.pending

    def forget_undo(self) -> None:
        """The visit is over: from now on the window undoes it."""
        self.heading.end_visit()
        self.group.end_visit()

    def focus_words(self) -> None:
        """Put the cursor into the heading, or into that over several columns."""
        box = self.heading if len(self._columns) == 1 else self.group
        box.focus_field()
        box.box.selectAll()

    def inputs(self) -> list[QWidget]:
        """What Tab stops at."""
        found: list[QWidget] = [self.combo, self.heading.box, self.group.box]
        found += [
            self.by_hand,
            self.percent,
            *self.align.inputs(),
            *self.list_style.inputs(),
            self.merged,
        ]
        return [one for one in found if one.isVisibleTo(self)]

    # ---- hands

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        went = isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut
        if went and event.reason() not in _PASSING:  # type: ignore[attr-defined]
            self.left.emit()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.combo.activated.connect(self._on_field)
        self.heading.edited.connect(lambda words: self._tell("แก้ไขหัวคอลัมน์", heading=words))
        self.group.edited.connect(lambda words: self._tell("แก้ไขหัวรวม", group=words))
        self.by_hand.toggled.connect(self._on_width)
        self.percent.editingFinished.connect(self._on_percent)
        self.align.edited.connect(lambda align: self._tell("แก้ไขการจัดวางคอลัมน์", align=align))
        self.list_style.edited.connect(
            lambda style: self._tell("แก้ไขรายการในคอลัมน์", list_style=style)
        )
        self.merged.toggled.connect(lambda on: self._tell("แก้ไขการรวมช่อง", merged=on))
        for box in (self.heading.box, self.group.box):
            box.installEventFilter(self)

    def _tell(self, act: str, **values: Any) -> None:
        if not self._showing and self._columns:
            self.changed.emit(act, values)

    def _on_field(self) -> None:
        name = str(self.combo.currentData())
        column = self._columns[0]
        if name == column.field:
            return
        labels = {one.name: one.label for one in self._choices}
        values: dict[str, Any] = {"field": name}
        if column.heading in ("", labels.get(column.field, "")):  # never typed: goes along
            values["heading"] = labels[name]
        self._tell("แก้ไขสิ่งที่คอลัมน์แสดง", **values)

    def _on_width(self, by_hand: bool) -> None:
        drawn = sum(self._drawn) / max(len(self._drawn), 1)
        share = round(min(max(drawn, 0.03), 0.9), 2) if by_hand else None
        if self._showing:
            return
        self._tell("แก้ไขความกว้างคอลัมน์", share=share)
        if by_hand:
            self.percent.setFocus()
            self.percent.selectAll()

    def _on_percent(self) -> None:
        digits = to_arabic(self.percent.text()).replace("%", "").strip()
        good = digits.isdecimal() and int(digits) in _PERCENTS
        self._say_percent("" if good else "พิมพ์ตัวเลขตั้งแต่ ๓ ถึง ๙๐")
        if good:
            self._tell("แก้ไขความกว้างคอลัมน์", share=int(digits) / 100)

    def _say_percent(self, problem: str = "") -> None:
        self._percent_sign.setText(problem or "% ของตาราง")
        set_role(self._percent_sign, "danger" if problem else "hint")

    # ---- inner workings

    def _same(self, name: str) -> bool:
        return len({getattr(one, name) for one in self._columns}) == 1

    def _words(self) -> str:
        return to_thai(f"เลือกไว้ {len(self._columns)} คอลัมน์ สิ่งที่แก้ด้านล่างมีผลกับทุกคอลัมน์ที่เลือก")

    def _fill_combo(self, chosen: str) -> None:
        wanted = [(one.label, one.name) for one in self._choices]
        if chosen not in {name for _, name in wanted}:
            wanted.append((GONE_WORDS, chosen))
        held = [
            (self.combo.itemText(at), self.combo.itemData(at)) for at in range(self.combo.count())
        ]
        if held != wanted:
            self.combo.clear()
            for label, name in wanted:
                self.combo.addItem(label, name)
        self.combo.setCurrentIndex(self.combo.findData(chosen))

    def _show_row(self, widget: QWidget, shown: bool) -> None:
        widget.setVisible(shown)
        self._rows[widget].setVisible(shown)

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID * 2)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.told, 0, 0, 1, 2)
        self._percent_sign = QLabel("% ของตาราง")
        set_role(self._percent_sign, "hint")
        width = QWidget()
        row = QHBoxLayout(width)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.by_hand)
        row.addWidget(self.percent)
        row.addWidget(self._percent_sign)
        row.addStretch(1)
        self._row("แสดงข้อมูล", self.combo)
        self._row("หัวคอลัมน์", self.heading)
        self._row("หัวรวม", self.group)
        self._row("ความกว้าง", width)
        self._row("จัดวาง", self.align)
        self._row("รายการเป็นข้อ", self.list_style)
        self._row("ข้อความซ้ำกัน", self.merged)

    def _row(self, words: str, widget: QWidget) -> None:
        at = self._grid.rowCount()
        label = QLabel(words)
        label.setContentsMargins(0, 4, 0, 0)
        self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(widget, at, 1)
        self._rows[widget] = label


def _put(editor: TextEditor, words: str) -> None:
    """Show other words, unless they are being typed."""
    if not editor.pending and editor.value() != words:
        editor.set_value(words)
