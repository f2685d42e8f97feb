"""What can be done with a finding, the same in every list: mended, left, told of again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ita_desktop.model.findings import Finding
from ita_desktop.session.checking.leaving import take_back
from ita_desktop.session.checking.repairing import repair_all
from ita_desktop.session.checking.rows import FoundRow
from ita_desktop.session.session import read_only_error
from ita_desktop.thai.digits import to_thai
from ui.widgets.finding_reason import leave_finding
from ui.workspace import Workspace


class FindingActs:
    """Acts on the findings of one open file; ``parent`` is what questions are asked above."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        self._workspace = workspace
        self._parent = parent

    def mend(self, finding: Finding) -> None:
        """Make the repair that the finding offers."""
        self._workspace.mend(finding)

    def mend_all(self, rows: Sequence[FoundRow]) -> None:
        """Show the repairs of these findings, then make those that stay ticked as one edit."""
        from ui.checking.repair_dialog import RepairDialog

        if self._refused():
            return
        dialog = RepairDialog(rows, self._parent)
        chosen = dialog.chosen if dialog.exec() else ()
        dialog.deleteLater()
        if chosen:
            made = repair_all(self._workspace.session, chosen)
            self._workspace.notice(to_thai(f"แก้ให้แล้ว {made} แห่ง"), undo=made > 0)

    def leave(self, finding: Finding) -> None:
        """Ask for the reason, then leave it as it is."""
        leave_finding(self._parent, self._workspace, finding)

    def take_back(self, finding: Finding) -> None:
        """Tell again of what was left."""
        if not self._refused():
            take_back(self._workspace.session, finding)

    def _refused(self) -> bool:
        if self._workspace.session.read_only:
            self._workspace.notice(read_only_error().problem)
        return self._workspace.session.read_only
