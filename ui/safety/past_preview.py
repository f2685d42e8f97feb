"""A document as it would be made of a backup, to be looked at only."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.errors import UserError
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.papers.rendering import Request
from ita_desktop.session.safety.restoring import Looked
from ita_desktop.session.spoken_times import spoken_time
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID
from ui.waiting import wait_for
from ui.widgets.buttons import push
from ui.widgets.preview.pdf_view import PdfView
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace


class PastPreview(QDialog):
    """Choosers of year and document over the pages of a backup."""

    def __init__(self, workspace: Workspace, looked: Looked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._snapshot: Snapshot = looked.snapshot
        self._created = looked.backup.taken
        when = spoken_time(looked.backup.taken)
        self.setWindowTitle(f"ตัวอย่างเอกสารจากแฟ้มสำรองของ {when}")
        self.years = QComboBox(self)
        self.years.setAccessibleName("ปีงบประมาณ")
        for year in self._snapshot.years:
            self.years.addItem(to_thai(f"ปีงบประมาณ {year.action_year}"), year)
        ids = [year.id for year in self._snapshot.years]
        if workspace.year.id in ids:
            self.years.setCurrentIndex(ids.index(workspace.year.id))
        self.documents = QComboBox(self)
        self.documents.setAccessibleName("เอกสาร")
        for kind in DOCUMENTS:
            self.documents.addItem(kind.short_title, kind.id)
        self.documents.setCurrentIndex(self.documents.findData(workspace.document))
        self.told = WrapLabel("", "amber", self)
        self.told.hide()
        self.view = PdfView(self)
        close = push("ปิด", "x", self.reject, parent=self)
        close.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(QLabel("เอกสาร", self))
        row.addWidget(self.documents, 1)
        row.addWidget(self.years)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(self.view, 1)
        room = self.screen().availableGeometry()
        self.resize(min(760, room.width() - 48), min(860, room.height() - 64))
        self.years.currentIndexChanged.connect(lambda _at: self.draw())
        self.documents.currentIndexChanged.connect(lambda _at: self.draw())

    def draw(self) -> None:
        """Make the document chosen of the backup's records and show it."""
        year, document = self.years.currentData(), self.documents.currentData()
        if year is None or document is None:
            return
        request = Request(self._snapshot, year, document, created=self._created)
        renderer = self._workspace.renderer
        try:
            made = wait_for(self, "กำลังจัดหน้าเอกสาร…", lambda _stop, _told: renderer.pdf(request))
        except UserError as problem:
            self.view.clear()
            self.told.setText(f"{problem.problem} {problem.remedy}")
            self.told.show()
            return
        self.told.hide()
        if made is not None:
            self.view.show_pdf(made.data)
