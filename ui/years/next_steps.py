"""What comes after a new year was begun: scores, gaps, measures, the plan, each a click away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from ita_desktop.model.records import Measure, Score, YearWork
from ita_desktop.model.scoring import score_years
from ita_desktop.session.years.gaps import count_gaps
from ita_desktop.thai.digits import to_thai
from ui.icons import icon
from ui.theme import GRID, set_role
from ui.widgets.buttons import push, tool
from ui.widgets.flow import FlowLayout
from ui.workspace import Workspace

PLAN = "plan"
"""The document that the steps lead to."""


class NextSteps(QFrame):
    """A bar over the pages while the new year is in hand, until it is closed or its year is gone.
    ``paste_scores`` takes the scores over that were copied, ``find_gaps`` shows what has no measure
    yet; ``closed`` tells that the clerk has closed it."""

    closed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        paste_scores: Callable[[], object],
        find_gaps: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._year_id = workspace.year.id
        set_role(self, "card")
        lead = QLabel("ต่อไป")
        self.scores = push("", "circle", paste_scores, role="flat")
        self.gaps = push("", "circle", find_gaps, role="flat")
        self.measures = push("", "circle", lambda: workspace.show_page("measures"), role="flat")
        self.plan = push("", "file-text", self._show_plan, role="flat")
        row = FlowLayout(self, GRID)
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        closing = tool("x", "ซ่อนแถบนี้", self._close)
        for part in (lead, self.scores, self.gaps, self.measures, self.plan, closing):
            row.addWidget(part)
        lead.setMinimumHeight(self.scores.sizeHint().height())
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.refresh)
        workspace.changed.connect(self._on_changed)
        workspace.year_changed.connect(lambda _year: self._later.start(0))
        self.refresh()

    def refresh(self) -> None:
        """Say anew how far each step is."""
        workspace = self._workspace
        snapshot = workspace.session.snapshot
        work = snapshot.get(YearWork, self._year_id)
        if work is None:
            self.end()
            return
        self.setVisible(workspace.year.id == work.id)
        has_scores = work.score_year in score_years(snapshot)
        left = count_gaps(snapshot, work) if has_scores else 0
        count = len(snapshot.measures(work.id))
        done = has_scores and not left
        _tell(self.scores, f"๑. วางคะแนนปี {work.score_year}", done=has_scores)
        told = f" ({left})" if left else ""
        _tell(self.gaps, f"๒. ข้อที่ยังไม่มีมาตรการ{told}", done=done)
        _tell(self.measures, f"๓. มาตรการ ({count})", done=False)
        _tell(self.plan, "๔. ส่งออกแผน", done=False, sign="file-text")

    def end(self) -> None:
        """Go for good."""
        self._workspace.changed.disconnect(self._on_changed)
        self._later.stop()
        self.hide()
        self.deleteLater()

    def _close(self) -> None:
        self.closed.emit()
        self.end()

    def _on_changed(self, kinds: frozenset[type]) -> None:
        if kinds & {Score, Measure, YearWork}:
            self._later.start(0)

    def _show_plan(self) -> None:
        self._workspace.choose_document(PLAN)
        self._workspace.show_page("documents")


def _tell(button: QPushButton, words: str, *, done: bool, sign: str = "circle") -> None:
    words = to_thai(words)
    button.setText(f" {words}")
    button.setIcon(icon("circle-check", "good") if done else icon(sign, "text"))
    button.setAccessibleName(f"{words} (ทำแล้ว)" if done else words)
