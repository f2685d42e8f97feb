"""The form of one picture of evidence: the picture itself, its caption, whose measure it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ita_desktop.checks.papers.evidence import evidence_findings
from ita_desktop.model.fields import Field
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import Evidence, Record
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID
from ui.widgets.buttons import push
from ui.widgets.editors.editor import Editor
from ui.widgets.editors.link_editor import LinkEditor
from ui.widgets.evidence.evidence_delegate import Load, small_picture
from ui.widgets.forms.form import FormPlan, Group
from ui.widgets.text.labels import WrapLabel

_HEIGHT = GRID * 27
_TITLE = 70
"""Letters of a measure's title in the box that chooses it."""

Ask = Callable[[], str | None]
"""Asks the clerk for another picture; its SHA-256, or None."""


def evidence_plan(load: Load, ask: Ask) -> FormPlan:
    """The plan of the form; ``load`` gives a picture's bytes, ``ask`` another picture."""
    return FormPlan(
        groups=(Group("", ("picture", "caption", "measure_id")),),
        findings=_found,
        makers={
            "picture": lambda field: PhotoEditor(replace(field, hint=""), load, ask),
            "measure_id": MeasureChoice,
        },
    )


def _found(record: Record) -> tuple[Finding, ...]:
    return evidence_findings(record) if isinstance(record, Evidence) else ()


class PhotoEditor(Editor):
    """Shows the picture large; it can be replaced, never emptied: that is what deleting is for."""

    names_itself = True

    def __init__(self, field: Field, load: Load, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._load, self._ask = load, ask
        self._digest = ""
        self._bytes: bytes | None = None
        self.picture = QLabel(self)
        self.picture.setFixedHeight(_HEIGHT)
        self.picture.setMinimumWidth(GRID * 10)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setProperty("role", "picture")
        self.replace = push("เปลี่ยนภาพ…", "image", self._on_replace)
        self._named(self.replace, "เปลี่ยนภาพ")
        self.state = WrapLabel("", "hint")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.replace)
        row.addWidget(self.state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.picture)
        column.addLayout(row)
        self.setFocusProxy(self.replace)

    def value(self) -> str:
        return self._digest

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.replace.setEnabled(not read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paint()

    def _on_replace(self) -> None:
        digest = self._ask()
        if digest:
            self._show(digest)
            self._decided()

    def _show(self, value: Any) -> None:
        if value != self._digest:
            self._digest = str(value)
            self._bytes = self._load(self._digest) if self._digest else None
        self._paint()

    def _paint(self) -> None:
        room = QSize(max(self.picture.width() - GRID, GRID), _HEIGHT - GRID)
        shown = small_picture(self._bytes, room, self.devicePixelRatioF())
        if shown.isNull():
            self.picture.setPixmap(QPixmap())
            self.picture.setText("ไม่พบภาพในแฟ้มงาน")
            self.state.setText("เลือกภาพใหม่มาแทน")
            return
        self.picture.setPixmap(shown)
        self.state.setText(to_thai(f"{len(self._bytes or b'') / 1000:,.0f} กิโลไบต์"))


class MeasureChoice(LinkEditor):
    """Which of the year's measures a picture shows, by number and title."""

    def _show(self, value: Any) -> None:
        super()._show(value)
        snapshot = self.around.snapshot
        year = next((y for y in snapshot.years if y.action_year == self.around.action_year), None)
        ours = snapshot.measures(year.id) if year else ()
        names = {one.id: numbered(place, one.title) for place, one in enumerate(ours, start=1)}
        self.combo.blockSignals(True)
        for at in range(self.combo.count() - 1, -1, -1):
            measure_id = self.combo.itemData(at)
            if measure_id in names:
                self.combo.setItemText(at, names[measure_id])
            elif measure_id and measure_id != self._chosen:
                self.combo.removeItem(at)
        self.combo.setCurrentIndex(max(self.combo.findData(self._chosen), 0))
        self.combo.blockSignals(False)


def numbered(number: int, title: str, longest: int = _TITLE) -> str:
    """``๓. มาตรการ…`` on one line."""
    line = " ".join(title.split()) or "(มาตรการที่ยังไม่มีชื่อ)"
    short = line if len(line) <= longest else f"{line[:longest].rstrip()}…"
    return to_thai(f"{number}. ") + short
