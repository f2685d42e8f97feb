"""The measures that a table was understood to say: a list of them, and the one in hand in full."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QWidget,
)

from ita_desktop.model.records import YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.intake.pasted_rows import ReadMeasure, ReadRows
from ita_desktop.session.intake.read_words import ReadField, read_fields, with_divisions
from ita_desktop.thai.digits import to_thai
from ui.icons import icon
from ui.theme import GRID, colours
from ui.widgets.measures.measure_rows import UNTITLED
from ui.widgets.text.breaks import word_breaks

_LEFT_OUT = "ข้อความที่จะไม่นำเข้า"
_HOW_TO_KEEP = "ถ้าต้องการข้อความใด ให้เลือกช่องของมาตรการเหนือคอลัมน์นั้น"
_MOST_LEFT = 200
"""Places of words left out that are shown; the list says how many more there are."""


class ReadPreview(QWidget):
    """Every measure stands in ``list``, marked where it needs a look; ``detail`` shows all fields
    of the one in hand. Words that no field takes stand at the end of the list."""

    def __init__(self, snapshot: Snapshot, year: YearWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot = snapshot
        self._year = year
        self._read = ReadRows()
        self._known = snapshot
        self.list = QListWidget()
        self.list.setAccessibleName("มาตรการที่จะเพิ่ม")
        self.list.setWordWrap(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(1)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.detail = QTextBrowser()
        self.detail.setAccessibleName("รายละเอียดของมาตรการที่เลือก")
        self.detail.setOpenLinks(False)
        self.detail.document().setDocumentMargin(GRID)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.list, 2)
        row.addWidget(self.detail, 3)
        self.list.currentRowChanged.connect(lambda _row: self._show_current())
        word_breaks().ready.connect(lambda: self.show_read(self._read))

    def show_read(self, read: ReadRows) -> None:
        """Show what was read; the same place of the list stays in hand."""
        self._read = read
        self._known = with_divisions(self._snapshot, read)
        held = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        self.list.clear()
        for number, one in enumerate(read.measures, start=1):
            lead = "เติม: " if one.completes else ""
            words = f"{to_thai(str(number))}. {lead}{_one_line(one)}"
            self._add(words, doubted=bool(one.doubts))
        if read.left_out:
            self._add(f"{_LEFT_OUT} {to_thai(str(len(read.left_out)))} ช่อง", doubted=True)
        self.list.setCurrentRow(min(held, self.list.count() - 1))
        self.list.blockSignals(False)
        self._show_current()

    def _add(self, words: str, *, doubted: bool) -> None:
        item = QListWidgetItem(word_breaks().shown(words))
        item.setToolTip(words)
        item.setIcon(icon("triangle-alert", "amber") if doubted else icon("check", "accent"))
        if doubted:
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words} (ต้องดู)")
        self.list.addItem(item)

    def _show_current(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._read.measures):
            fields = read_fields(self._read.measures[at], self._known, self._year)
            self._set("".join(map(_field, fields)))
        elif self._read.left_out and at >= 0:
            self._set(self._left_out())
        else:
            self._set("")

    def _set(self, html: str) -> None:
        self.detail.setHtml(html)
        self.detail.verticalScrollBar().setValue(0)

    def _left_out(self) -> str:
        said = [f"<p style='color:{colours().hint}'>{_shown(_HOW_TO_KEEP)}</p>"]
        above = ""
        for where, words in self._read.left_out[:_MOST_LEFT]:
            if where != above:
                said.append(f"<p style='margin:8px 0 0 0'><b>{_shown(where)}</b></p>")
                above = where
            said.append(f"<p style='margin:2px 0 0 12px'>{_shown(words)}</p>")
        if (more := len(self._read.left_out) - _MOST_LEFT) > 0:
            said.append(f"<p>{_shown(to_thai(f'และอีก {more} ช่อง'))}</p>")
        return "".join(said)


def _field(field: ReadField) -> str:
    scheme = colours()
    said = [f"<p style='margin:6px 0 0 0; color:{scheme.hint}'>{_shown(field.label)}</p>"]
    for depth, words in field.lines:
        said.append(f"<p style='margin:1px 0 0 {12 + 16 * depth}px'>{_shown(words)}</p>")
    for words in field.doubts:
        mark = _shown(f"⚠ {to_thai(words)}")
        said.append(f"<p style='margin:1px 0 0 12px; color:{scheme.amber}'>{mark}</p>")
    return "".join(said)


def _shown(words: str) -> str:
    return escape(word_breaks().shown(words)).replace("\n", "<br>")


def _one_line(one: ReadMeasure) -> str:
    return " ".join(one.measure.name.split()) or UNTITLED
