"""The line at the bottom: what is safe, where the file lies, how much must be mended."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStatusBar, QWidget

from ita_desktop.model.findings import Severity
from ita_desktop.session.checking.rows import counts_of
from ita_desktop.session.saving import SaveState
from ita_desktop.thai.digits import to_thai
from ui.icons import icon
from ui.theme import GRID, set_role
from ui.widgets.bars import ElidedLabel
from ui.widgets.sign import Sign
from ui.workspace import Workspace

RETRY_MS = 3000
"""How long after a failed write it is tried again by itself."""


class StatusLine(QStatusBar):
    """Reads the workspace; ``findings_clicked`` when the clerk wants to see what must be mended."""

    findings_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._workspace: Workspace | None = None
        self._sign = Sign(parent=self)
        self.label = ElidedLabel(self)
        self.retry = QPushButton("ลองอีกครั้ง", self)
        self.retry.setToolTip("ลองบันทึกลงแฟ้มงานอีกครั้ง")
        self.retry.clicked.connect(self._retry)
        self._retry_later = QTimer(self)
        self._retry_later.setSingleShot(True)
        self._retry_later.setInterval(RETRY_MS)
        self._retry_later.timeout.connect(self._retry)
        self.findings = QPushButton(self)
        set_role(self.findings, "flat")
        self.findings.clicked.connect(self.findings_clicked)
        self.findings.setToolTip("ดูทุกรายการในหน้าตรวจทาน")
        row = QHBoxLayout()
        row.setContentsMargins(GRID, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._sign)
        row.addWidget(self.label, 1)
        row.addWidget(self.retry)
        holder = QWidget(self)
        holder.setLayout(row)
        self.addWidget(holder, 1)
        self.addPermanentWidget(self.findings)
        self.show_workspace(None)

    def show_workspace(self, workspace: Workspace | None) -> None:
        """Speak of this file from now on; of none where it is None."""
        self._workspace = workspace
        self._retry_later.stop()
        self.setVisible(workspace is not None)
        if workspace is not None:
            workspace.saving.connect(self.show_saving)
            workspace.checked.connect(self.show_findings)
            self.show_saving(workspace.session.saving)
            self.show_findings()

    def show_saving(self, state: SaveState) -> None:
        """Whether everything typed is in the file."""
        workspace = self._workspace
        if workspace is None:
            return
        words, sign, role = _said(state, read_only=workspace.session.read_only)
        self.label.setText(f"{words} · {workspace.session.path}")
        set_role(self.label, role)
        colour = "hint" if role == "hint" else role
        self._sign.show_sign(sign, colour)
        self.retry.setVisible(state.problem is not None)
        if state.problem is not None:
            self._retry_later.start()
        else:
            self._retry_later.stop()
        self.label.setAccessibleName(self.label.text())

    def show_findings(self) -> None:
        """How many things must be mended."""
        if self._workspace is None:
            return
        if self._workspace.looking:
            self.findings.setText("กำลังตรวจ…")
            self.findings.setIcon(icon("clock", "hint"))
            return
        errors = counts_of(self._workspace.found)[Severity.MUST_MEND]
        if errors:
            self.findings.setText(to_thai(f"ต้องแก้ไข {errors} รายการ"))
            self.findings.setIcon(icon("circle-alert", "danger"))
        else:
            self.findings.setText("ไม่มีที่ต้องแก้ไข")
            self.findings.setIcon(icon("circle-check", "good"))

    def _retry(self) -> None:
        if self._workspace is not None:
            self._workspace.session.retry()


def _said(state: SaveState, *, read_only: bool) -> tuple[str, str, str]:
    """The words, the sign and the role of a state of saving."""
    if state.problem is not None:
        return (
            f"ยังไม่ได้บันทึก: {state.problem.problem} {state.problem.remedy}",
            "circle-alert",
            "danger",
        )
    if read_only:
        return "เปิดไว้อ่านอย่างเดียว", "info", "amber"
    if state.waiting:
        return "กำลังบันทึก…", "clock", "hint"
    if state.saved is None:
        return "บันทึกอัตโนมัติ", "check", "hint"
    return to_thai(f"บันทึกแล้ว {state.saved:%H:%M} น."), "check", "hint"
