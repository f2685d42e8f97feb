"""The report of one measure in one round: what it is about, and the form of its results."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.checks.measures.reporting import report_findings
from ita_desktop.documents.people import responsible_text
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import Measure, Record, RoundReport
from ita_desktop.model.rounds import is_reported, report_of, says_something
from ita_desktop.model.values import Status
from ita_desktop.session.rounds.setting import carry_on, earlier_report
from ita_desktop.session.rounds.states import round_name
from ita_desktop.thai.lists import joined
from ui.theme import GRID
from ui.widgets.buttons import push
from ui.widgets.forms.form import FormPlan, Group, RecordForm
from ui.widgets.text.labels import OneLine, WrapLabel
from ui.workspace import Workspace

GROUPS = (
    Group("", ("status", "status_reason", "results", "outputs", "outcomes")),
    Group("ปัญหา ข้อเสนอแนะ และหมายเหตุ", ("recommendations", "note")),
    Group("การส่งรายงาน", ("reported", "reporters")),
)
_LINES = 2
_OWN = "ยังไม่มีรายงานของรอบนี้ จึงใช้ผลทั้งปีของมาตรการแทน กรอกที่นี่เมื่อต้องการให้ต่างจากผลทั้งปี"


class RoundForm(QWidget):
    """``form`` shows the report; ``carry`` begins it with what the round before said."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._measure: Measure | None = None
        self._month = 0
        self.about = OneLine(most=_LINES)
        self.who = WrapLabel(role="hint")
        self.own = WrapLabel(_OWN, "hint")
        self.carry = push("", "copy", self._carry, role="suggestion")
        self.form = RecordForm(
            workspace,
            RoundReport,
            FormPlan(
                groups=GROUPS,
                hidden=frozenset({"month"}),
                shown_when={"status_reason": _has_reason},
                findings=self._found,
                printed=lambda report: str(report.measure_id),
            ),
        )
        self.form.setAccessibleName("แบบกรอกรายงานรายรอบ")
        offer = QHBoxLayout()
        offer.setContentsMargins(0, 0, 0, 0)
        offer.addWidget(self.carry)
        offer.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        head.setSpacing(GRID // 2)
        head.addWidget(self.about)
        head.addWidget(self.who)
        head.addWidget(self.own)
        head.addLayout(offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.form, 1)
        self.carry.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        workspace.changed.connect(lambda _kinds: self._show_head())

    def show_report(self, measure: Measure | None, month: int) -> None:
        """Show the report of a measure in a round, empty where there is none yet."""
        self._measure, self._month = measure, month
        if measure is None or not month:
            self.form.set_record(None)
            return
        held = report_of(self._workspace.session.snapshot, measure.id, month)
        self.form.set_record(held or RoundReport.of(measure.id, month))
        self._show_head()

    def _show_head(self) -> None:
        """Say what the report is about, what stands in its place, and what it may begin with."""
        session, month = self._workspace.session, self._month
        snapshot = session.snapshot
        measure = snapshot.get(Measure, self._measure.id) if self._measure else None
        if measure is None or not month:
            return
        self.about.setText(measure.name or "มาตรการที่ยังไม่มีชื่อ")
        parties = [responsible_text(snapshot, one) for one in measure.responsible]
        self.who.setText(f"ผู้รับผิดชอบ: {joined(parties)}" if parties else "ยังไม่ได้ระบุผู้รับผิดชอบ")
        report = report_of(snapshot, measure.id, month)
        said = says_something(report)
        self.own.setVisible(not said and is_reported(measure, report, month))
        before = earlier_report(snapshot, measure.id, month)
        self.carry.setVisible(before is not None and not said and not session.read_only)
        if before is not None:
            words = f"ยกผล{round_name(before.month)}มาต่อ"
            self.carry.setText(f" {words}")
            self.carry.setAccessibleName(words)
            self.carry.setToolTip("คัดลอกสถานะและผลที่รายงานไว้แล้วมาเป็นต้นร่างของรอบนี้ แล้วแก้ต่อได้")

    def _found(self, record: Record) -> Iterable[Finding]:
        """What is strange about the report itself; its texts are looked at by the form."""
        if not isinstance(record, RoundReport) or self._measure is None:
            return ()
        return report_findings(record, self._measure, self._workspace.year)

    def _carry(self) -> None:
        if self._measure is None:
            return
        self.form.flush()
        session = self._workspace.session
        before = earlier_report(session.snapshot, self._measure.id, self._month)
        if before is not None:
            carry_on(session, before, self._month)
            words = f"ยกผล{round_name(before.month)}มาต่อแล้ว แก้เป็นผลถึง{round_name(self._month)}ได้เลย"
            self._workspace.notice(words, undo=True)
            self.form.focus_first()


def _has_reason(report: Any) -> bool:
    return report.status is Status.CANNOT or bool(report.status_reason)
