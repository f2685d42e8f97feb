"""What a year's scores come to: the whole, the level and why, what was published of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.checks.scores.sums import score_findings
from ita_desktop.model.edits import Change
from ita_desktop.model.fields import Field
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import Record, ScoreYear
from ita_desktop.model.score_reading import score_words
from ita_desktop.model.scoring import TOTAL, Scores
from ita_desktop.session.scores.catalogues import bringing
from ita_desktop.session.scores.score_views import level_reason, level_words
from ui.icons import icon
from ui.theme import GRID, page_title, section_title, set_role
from ui.widgets.editors.text_editors import TextEditor
from ui.widgets.forms.form import FormPlan, Group, RecordForm
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_FIELDS = ("level", "place", "place_among", "note")
_EMPTY = (
    "ยังไม่มีคะแนนของปี {year} พิมพ์ลงในตารางได้เลย"
    " หรือคัดลอกตารางผลคะแนนจากเว็บไซต์ Excel หรือ Word แล้วกดวาง (Ctrl+V)"
    " โปรแกรมจะบอกว่าค่าใดเป็นคะแนนของข้อใดก่อนใส่ลงตาราง"
)


class ScoreSummary(QFrame):
    """``form`` holds what was published; it folds away under one line that tells it."""

    def __init__(
        self,
        workspace: Workspace,
        number: Callable[[object], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._workspace = workspace
        self._number = number
        self.total = QLabel("–")
        page_title(self.total)
        set_role(self.total, "accent")
        self.level = QLabel()
        section_title(self.level)
        self.reason = WrapLabel(role="hint")
        self.published = QPushButton()
        set_role(self.published, "quiet")
        self.published.setCheckable(True)
        self.published.toggled.connect(self._on_toggled)
        makers = {"level": _level_editor}
        groups = (Group("", _FIELDS),)
        plan = FormPlan(groups, makers=makers, findings=self._findings, along=self._catalogue)
        self.form = _PublishedForm(workspace, plan)
        self.form.setAccessibleName("ผลที่ประกาศ")
        self.form.hide()
        self._show_arrow()
        self._lay_out()

    def show_year(self, scores: Scores) -> None:
        """Show a year's scores and what was published of them."""
        total = scores.value(TOTAL)
        self.total.setText(self._number(score_words(total)) if total is not None else "")
        self.total.setVisible(total is not None)
        level = level_words(scores)
        self.level.setText(f"ระดับ{level}" if len(level) > 1 or level.isalpha() else "")
        self.level.setVisible(bool(self.level.text()))
        if scores.typed:
            self.reason.setText(self._number(level_reason(scores)))
        else:
            self.reason.setText(self._number(_EMPTY.format(year=scores.year)))
        fresh = ScoreYear.of(scores.year)
        held = self._workspace.session.snapshot.get(ScoreYear, fresh.id) or fresh
        if self.form.record != held:
            self.form.set_record(held)
        self.published.setText(self._published(held))

    def go_to(self, field: str) -> None:
        """Unfold what was published, and go to a field of it."""
        self.published.setChecked(True)
        self.form.go_to(field if field in _FIELDS else "place")

    def _published(self, held: ScoreYear) -> str:
        among = f" ของ{held.place_among}" if held.place_among else ""
        parts = (
            held.level and f"ประกาศระดับ {held.level}",
            held.place and f"ลำดับที่ {held.place}{among}",
        )
        return " · ".join(one for one in parts if one) or "กรอกลำดับที่และระดับที่ประกาศ"

    def _findings(self, record: Record) -> Iterable[Finding]:
        work = self._workspace.year
        found = score_findings(self._workspace.session.snapshot, work)
        return [one for one in found if one.record_id == record.id]

    def _catalogue(self, record: Record, _field: str, _value: object) -> tuple[Change, ...]:
        """The first thing said of a year brings its catalogue."""
        year = record.year if isinstance(record, ScoreYear) else 0
        return bringing(self._workspace.session.snapshot, year)

    def _on_toggled(self, shown: bool) -> None:
        self._show_arrow()
        self.form.setVisible(shown)
        if shown:
            self.form.focus_first()

    def _show_arrow(self) -> None:
        name = "chevron-up" if self.published.isChecked() else "chevron-down"
        self.published.setIcon(icon(name, "accent"))

    def _lay_out(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(GRID)
        first.addWidget(self.level)
        first.addStretch(1)
        first.addWidget(self.published)
        told.addLayout(first)
        told.addWidget(self.reason)
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        row.addWidget(self.total, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(told, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 2, GRID, GRID, GRID)
        whole.setSpacing(GRID // 2)
        whole.addLayout(row)
        whole.addWidget(self.form)


def _level_editor(field: Field) -> TextEditor:
    """Without its hint, for which there is no room beside the label: it stands in the box."""
    bare = dataclasses.replace(field, hint="")
    editor = TextEditor(bare)
    editor.box.set_placeholder("เว้นไว้ โปรแกรมหาให้")
    editor.box.setToolTip(field.hint)
    return editor


class _PublishedForm(RecordForm):
    """Three short fields in one line, the note under them; as tall as they are."""

    def __init__(self, workspace: Workspace, plan: FormPlan) -> None:
        super().__init__(workspace, ScoreYear, plan)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID * 2)
        self._grid.setVerticalSpacing(GRID)
        *short, note = _FIELDS
        top = Qt.AlignmentFlag.AlignTop
        for at, name in enumerate(short):
            self._grid.addWidget(self.rows[name], 0, at, top)
        self._grid.addWidget(self.rows[note], 1, 0, 1, len(short), top)
        for at, share in enumerate((3, 2, 4)):
            self._grid.setColumnStretch(at, share)
        layout = self.widget().layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setContentsMargins(0, GRID, GRID, 0)
        layout.insertLayout(0, self._grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle()

    def _settle(self) -> None:
        width = self.viewport().width()
        height = GRID + max(self._grid.heightForWidth(width), self._grid.minimumSize().height())
        if height != self.height():
            self.setFixedHeight(height)
