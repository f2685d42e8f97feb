"""The page ตรวจทาน in the sidebar: how many findings are open, and how much they matter."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QListWidget

from ita_desktop.model.findings import Severity
from ita_desktop.session.checking.rows import count_words, counts_of
from ita_desktop.thai.digits import to_thai
from ui.icons import icon
from ui.workspace import Workspace

PAGE = "checking"

_LATER = 250
"""Milliseconds after an edit in which the next one may come."""

_SIGNS = {
    Severity.MUST_MEND: ("circle-alert", "sidebar_danger"),
    Severity.LOOK_AT: ("triangle-alert", "sidebar_amber"),
}


class CheckingEntry(QObject):
    """Counts anew some time after each edit; :attr:`item` is None in a sidebar without the page."""

    def __init__(self, workspace: Workspace, sidebar: QListWidget) -> None:
        super().__init__(sidebar)
        self._workspace = workspace
        items = (sidebar.item(row) for row in range(sidebar.count()))
        self.item = next((one for one in items if one.data(Qt.ItemDataRole.UserRole) == PAGE), None)
        if self.item is None:
            return
        self._title, self._sign = self.item.text(), self.item.icon()
        self._keys = self.item.toolTip()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self.show)
        workspace.changed.connect(lambda _kinds: self._later.start())
        workspace.year_changed.connect(lambda _year: self._later.start())
        workspace.checked.connect(self._later.start)
        self._later.start()

    def show(self) -> None:
        """Say how many there are now."""
        if self.item is None or self._workspace.looking:
            return
        counts = counts_of(self._workspace.found)
        whole = sum(counts.values())
        self.item.setText(to_thai(f"{self._title} ({whole})") if whole else self._title)
        sign = next((_SIGNS[one] for one in _SIGNS if counts[one]), None)
        self.item.setIcon(icon(*sign) if sign else self._sign)
        words = count_words(counts) or "ไม่พบสิ่งที่ต้องแก้ไข"
        self.item.setToolTip(f"{self._keys}\n{words}")
        spoken = f"{self._title} {words}"
        self.item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
