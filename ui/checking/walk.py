"""From one finding to the next, wherever the clerk is."""

from __future__ import annotations

from dataclasses import replace

from ita_desktop.session.checking.rows import RowFilter
from ita_desktop.thai.digits import to_thai
from ui.workspace import Workspace


class FindingWalk:
    """Goes through the open findings in the order of the page ตรวจทาน, as it filters them; after
    the last comes the first again."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._place = 0

    def step(self, way: int) -> None:
        """Go to the next finding (1) or to the one before (-1), and say which of how many it is."""
        workspace = self._workspace
        wanted = replace(workspace.wanted_findings, left=False)
        found = [one.finding for one in workspace.found if wanted.keeps(one)]
        if not found:
            filtered = wanted != RowFilter()
            workspace.notice("ไม่มีรายการตามที่กรองไว้ในหน้าตรวจทาน" if filtered else "ไม่พบสิ่งที่ต้องแก้ไข")
            return
        last = workspace.last_finding
        if last is None:
            place = 0 if way > 0 else -1
        elif last in found:
            place = found.index(last) + way
        else:  # it was mended: what came after it stands in its place
            place = self._place if way > 0 else self._place - 1
        self._place = place % len(found)
        finding = found[self._place]
        workspace.show_finding(finding)
        which = to_thai(f"รายการที่ {self._place + 1} จาก {len(found)}")
        workspace.notice(f"{which}: {finding.problem}")
