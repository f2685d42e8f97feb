"""Wordings into which a year was typed, as a list to tick, each as it is and as it would be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ita_desktop.session.years.wordings import TypedYear, WordingKey
from ui.theme import GRID
from ui.years.tick_table import TickTable

_HEADS = ("", "ถ้อยคำที่พิมพ์ปีไว้", "เดิม → ปีใหม่")
_ROWS = 3
"""Rows shown without scrolling."""


class WordingChoice(TickTable):
    """All are ticked at first: who starts a year wants its years."""

    def __init__(self, found: Sequence[TypedYear], parent: QWidget | None = None) -> None:
        self._found = tuple(found)
        rows = [(_where(one), f"{one.around[0]}\n→ {one.around[1]}") for one in self._found]
        super().__init__("ถ้อยคำที่จะเลื่อนปี", _HEADS, rows, {1: 40 * GRID}, parent)
        for row, one in enumerate(self._found):
            self.item(row, 2).setToolTip(f"{one.before}\n→\n{one.after}")
        self.clearSelection()
        row, head = self.verticalHeader().defaultSectionSize(), self.horizontalHeader().sizeHint()
        self.setMinimumHeight(head.height() + row + 4)
        self.setMaximumHeight(head.height() + row * min(len(rows), _ROWS) + 4)

    @property
    def chosen(self) -> tuple[WordingKey, ...]:
        """The keys of the wordings that are ticked."""
        return tuple(one.key for row, one in enumerate(self._found) if self.is_ticked(row))


def _where(one: TypedYear) -> str:
    whose = "เฉพาะฉบับของปีนี้" if one.document else "ใช้ทุกปี ฉบับของปีเดิมคงคำเดิมไว้"
    return f"{one.label}\n{whose}"
