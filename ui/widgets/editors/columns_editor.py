"""The columns of a layout: those in hand in the strip are changed in the panel below it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.documents.columns import ColumnChoice, column_choices, new_column
from ita_desktop.model.fields import Field
from ita_desktop.model.layouts import LayoutColumn, moved_columns
from ui.widgets.editors.editor import Editor, Surroundings
from ui.widgets.layouts.column_panel import ColumnPanel
from ui.widgets.layouts.column_picker import ColumnPicker
from ui.widgets.layouts.column_strip import ColumnStrip

Draw = Callable[[Sequence[LayoutColumn]], Sequence[float]]


class ColumnsEditor(Editor):
    """``strip`` stands elsewhere, over the form; ``draw`` says how wide each column is drawn.

    ``field_wanted`` asks for a new field of the office's own (name, kind) with its column at a
    place; ``columns_shown`` tells the columns whenever they are shown anew.
    """

    names_itself = True
    field_wanted = Signal(str, object, int)
    columns_shown = Signal(object)

    def __init__(
        self, field: Field, strip: ColumnStrip, draw: Draw, parent: QWidget | None = None
    ) -> None:
        super().__init__(field, parent)
        self.strip = strip
        self._draw = draw
        self._columns: tuple[LayoutColumn, ...] = ()
        self._choices: tuple[ColumnChoice, ...] = ()
        self._held: tuple[int, ...] = ()
        """The places that the panel shows: what is typed there belongs to them."""
        self.panel = ColumnPanel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.panel.changed.connect(self._on_changed)
        self.panel.left.connect(self._on_left)
        strip.chosen.connect(self._on_chosen)
        strip.move_wanted.connect(self.move_columns)
        strip.share_wanted.connect(
            lambda place, share: self._change((place,), "แก้ไขความกว้างคอลัมน์", share=share)
        )
        strip.delete_wanted.connect(self.delete)
        strip.heading_wanted.connect(self.type_heading)

    # ---- what the hand does

    def pick(self, anchor: QWidget) -> ColumnPicker:
        """Open the list of what a column can show under a button; what is picked is added."""
        self.flush()
        picker = ColumnPicker(
            lambda: self._choices, lambda: {one.field for one in self._columns}, anchor
        )
        picker.picked.connect(self.add)
        picker.made.connect(lambda label, kind: self.field_wanted.emit(label, kind, self._behind))
        picker.show_below(anchor)
        return picker

    def add(self, name: str) -> None:
        """A column that shows something, behind the one in hand, and now in hand itself."""
        choice = next(one for one in self._choices if one.name == name)
        place = self._behind
        columns = (*self._columns[:place], new_column(choice), *self._columns[place:])
        self._decide(columns, f"เพิ่มคอลัมน์ {choice.label}", (place,))

    def move_columns(self, places: Sequence[int], before: int) -> None:
        """Put columns before the one at ``before``; they stay in hand."""
        self.flush()
        moved = moved_columns(self._columns, places, before)
        first = before - sum(place < before for place in places)
        if moved != self._columns:
            self._decide(moved, "ย้ายคอลัมน์", range(first, first + len(places)))

    def step(self, by: int) -> None:
        """Move the columns in hand to the left (-1) or right (1)."""
        places = self.strip.selected
        before = places[0] - 1 if by < 0 else places[-1] + 2
        if places and 0 <= before <= len(self._columns):
            self.move_columns(places, before)

    def delete(self) -> None:
        """Take the columns in hand out of the table."""
        places = self.strip.selected
        if not places:
            return
        self.flush()
        kept = tuple(one for at, one in enumerate(self._columns) if at not in places)
        names = " ".join(" ".join(self._columns[place].heading.split()) for place in places)
        near = min(places[0], len(kept) - 1)
        self._decide(kept, f"ลบคอลัมน์ {names}", (near,) if kept else ())

    def type_heading(self) -> None:
        """Put the cursor into the heading of the column in hand."""
        if self.strip.selected:
            self.panel.focus_words()

    # ---- the editor's half

    def value(self) -> tuple[LayoutColumn, ...]:
        return self._columns

    def flush(self) -> None:
        self.panel.flush()
        super().flush()

    @property
    def pending(self) -> bool:
        return super().pending or self.panel.pending

    def set_around(self, around: Surroundings) -> None:
        super().set_around(around)
        self._choices = column_choices(around.snapshot)
        self._show(self._columns)

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.panel.setEnabled(not read_only)

    def inputs(self) -> list[QWidget]:
        return self.panel.inputs()

    def end_visit(self) -> None:
        self.panel.forget_undo()

    def _show(self, value: Any) -> None:
        self._columns = value
        known = {one.name for one in self._choices}
        gone = [at for at, one in enumerate(self._columns) if one.field not in known]
        self.strip.show_columns(self._columns, self._draw(self._columns), gone)
        self._show_panel()
        self.columns_shown.emit(self._columns)

    # ---- inner workings

    @property
    def _behind(self) -> int:
        """The place behind the column in hand, or at the end."""
        places = self.strip.selected
        return min(places[-1] + 1, len(self._columns)) if places else len(self._columns)

    def _on_chosen(self, _places: Sequence[int]) -> None:
        self.flush()
        self._show_panel()

    def _show_panel(self) -> None:
        self._held = tuple(at for at in self.strip.selected if at < len(self._columns))
        drawn = self._draw(self._columns)
        self.panel.show_columns(
            [self._columns[at] for at in self._held],
            self._choices,
            [drawn[at] for at in self._held],
        )

    def _on_changed(self, act: str, values: dict[str, Any]) -> None:
        """Something was typed or chosen in the panel for the columns in hand."""
        if not self._showing:
            self._change(self._held, act, **values)

    def _on_left(self) -> None:
        self.flush()
        self.panel.forget_undo()
        self.stepped.emit()

    def _change(self, places: Sequence[int], act: str, **values: Any) -> None:
        columns = tuple(
            dataclasses.replace(one, **values) if at in places else one
            for at, one in enumerate(self._columns)
        )
        typed = "heading" in values or "group" in values
        if columns != self._columns:
            self._decide(columns, act, places, step=not typed)

    def _decide(
        self,
        columns: tuple[LayoutColumn, ...],
        act: str,
        places: Sequence[int],
        *,
        step: bool = True,
    ) -> None:
        """These are the columns now; the Undo menu calls that ``act``."""
        if step:
            self.stepped.emit()
        self.act = act
        self._showing = True
        try:
            self._columns = columns
            self.strip.selected = tuple(places)
            self._show(columns)
        finally:
            self._showing = False
        self.strip.select(places)
        self._pending = True
        super().flush()
        if step:
            self.stepped.emit()
