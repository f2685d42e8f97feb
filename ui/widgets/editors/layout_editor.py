"""Choosing the layout of a table by what stands in its heading row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.layouts import Layout
from ita_desktop.model.fields import Field
from ui.theme import GRID, set_role
from ui.widgets.buttons import push
from ui.widgets.editors.editor import Editor
from ui.widgets.text.labels import WrapLabel


class LayoutCard(QFrame):
    """One layout: its title, and its columns in grey. A click anywhere chooses it.

    ``edit`` leads to where one of the office's own is arranged.
    """

    def __init__(
        self,
        layout: Layout,
        usual: bool,
        edit: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.radio = QRadioButton(f"{layout.title}  (แบบปกติ)" if usual else layout.title)
        columns = column_words(layout)
        self.radio.setAccessibleName(f"แบบตาราง {layout.title}")
        self.radio.setAccessibleDescription(columns)
        words = WrapLabel(columns, "hint")
        words.setContentsMargins(GRID * 3, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self.radio, 1)
        self.edit_button: QPushButton | None = None
        if edit is not None:
            self.edit_button = push("แก้ไข", "pencil", edit, role="quiet", color_role="accent")
            self.edit_button.setAccessibleName(f"แก้ไขแบบตาราง {layout.title}")
            head.addWidget(self.edit_button)
        column.addLayout(head)
        column.addWidget(words)

    def mark(self, chosen: bool) -> None:
        """Say whether this is the one."""
        self.radio.setChecked(chosen)
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            self.style().unpolish(self)
            self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside and self.isEnabled():
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.click()


class LayoutEditor(Editor):
    """The id of a layout; an empty one is the document's usual layout, the first.

    ``edit_wanted`` asks to arrange a layout of the office's own, by its id; empty for any.
    """

    edit_wanted = Signal(str)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.cards: dict[str, LayoutCard] = {}
        self._layouts: tuple[Layout, ...] = ()
        self._chosen = ""
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        self.arrange = push(
            "จัดแบบตารางเอง…",
            "columns-3",
            lambda: self.edit_wanted.emit(""),
            role="quiet",
            color_role="accent",
            tip="สลับคอลัมน์ เปลี่ยนหัวตาราง หรือเพิ่มคอลัมน์ ในหน้าแบบตาราง",
        )
        self._column.addWidget(self.arrange, 0, Qt.AlignmentFlag.AlignLeft)

    def set_layouts(self, layouts: Sequence[Layout], own: Collection[str] = ()) -> None:
        """Offer these layouts; ``own`` are the ids of those that are the office's own."""
        if self._layouts == tuple(layouts):
            return
        self._layouts = tuple(layouts)
        for card in self.cards.values():
            self._group.removeButton(card.radio)
            card.hide()
            card.deleteLater()
        self.cards = {}
        for one in layouts:
            edit = partial(self.edit_wanted.emit, one.id) if one.id in own else None
            card = LayoutCard(one, one is layouts[0], edit)
            card.radio.clicked.connect(lambda _=False, chosen=one.id: self._choose(chosen))
            self._group.addButton(card.radio)
            self._column.insertWidget(self._column.count() - 1, card)
            self.cards[one.id] = card
        self._mark()

    def value(self) -> str:
        return self._chosen

    def inputs(self) -> list[QWidget]:
        shown = self._shown_id()
        edits = [one.edit_button for one in self.cards.values() if one.edit_button]
        return [self.cards[shown].radio, *edits, self.arrange] if shown else []

    def _shown_id(self) -> str:
        if self._chosen in self.cards:
            return self._chosen
        return next(iter(self.cards), "")

    def _choose(self, layout_id: str) -> None:
        changed = layout_id != self._shown_id()
        self._chosen = layout_id if changed else self._chosen
        self._mark()
        if changed:
            self._decided()

    def _mark(self) -> None:
        shown = self._shown_id()
        for layout_id, card in self.cards.items():
            card.mark(layout_id == shown)

    def _show(self, value: Any) -> None:
        self._chosen = str(value)
        self._mark()


def column_words(layout: Layout) -> str:
    """The headings from left to right; those merged under one heading stand in brackets."""
    parts: list[str] = []
    group = ""
    for column in layout.columns:
        heading = " ".join(column.heading.split())
        if column.group and column.group == group:
            parts[-1] = f"{parts[-1][:-1]} | {heading})"
        elif column.group:
            parts.append(f"{column.group} ({heading})")
        else:
            parts.append(heading)
        group = column.group
    return " · ".join(parts) or "(ยังไม่มีคอลัมน์)"
