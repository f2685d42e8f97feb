"""The documents page: every document in the order of the work, and the one in hand."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ita_desktop.documents.build import setup_of
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import OwnWording
from ita_desktop.model.repairs import OF_TEXT
from ita_desktop.session.checking.leaving import left_as
from ita_desktop.session.papers.document_options import document_of_place
from ui.checking.acts import FindingActs
from ui.theme import GRID, page_title
from ui.widgets.documents.document_bar import DocumentBar, export_all_button
from ui.widgets.documents.document_head import PICTURE, DocumentHead
from ui.widgets.documents.document_list import DocumentList
from ui.widgets.documents.document_options import DocumentOptions
from ui.widgets.documents.document_picture import DocumentPicture
from ui.widgets.documents.signed_panel import SignedPanel
from ui.widgets.finding_list import FindingList
from ui.workspace import Workspace

_BESIDE = GRID * 78
"""Logical pixels from which the list stands beside the document in hand instead of above it."""

_LIST = GRID * 29
"""Logical pixels of the list beside."""

_ANY = 16_777_215
"""What Qt takes for no limit."""


class DocumentsPage(QWidget):
    """The list at the left, or above where there is little room; then the document in hand: what
    it is, what can be done with it, what it lacks, its options. The preview stands beside it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked = False
        self._stale = False
        title = QLabel("เอกสาร")
        page_title(title)
        self.export_all = export_all_button(workspace)
        head = QHBoxLayout()
        head.setContentsMargins(GRID * 2, GRID, GRID * 2, 0)
        head.addWidget(title, 1)
        head.addWidget(self.export_all)
        self.list = DocumentList(workspace.readiness)
        self.list.chosen.connect(workspace.choose_document)
        self.setFocusProxy(self.list)
        self.head = DocumentHead()
        self.head.state_clicked.connect(self._on_state_clicked)
        self.bar = DocumentBar(workspace)
        self.signed = SignedPanel(workspace)
        self.findings = FindingList()
        self.findings.hide()
        self.findings.wanted.connect(workspace.show_finding)
        self.findings.mend_wanted.connect(self._mend)
        self._acts = FindingActs(workspace, self)
        self.findings.leave_wanted.connect(self._leave)
        self.findings.back_wanted.connect(self._acts.take_back)
        self.options = DocumentOptions(workspace)
        self.list.entered.connect(lambda _document: self.options.form.focus_first())
        in_hand = QWidget()
        inner = QVBoxLayout(in_hand)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GRID)
        for part in (self.head, self.bar, self.signed, self.findings):
            inner.addWidget(part)
        inner.addWidget(self.options, 1)
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sides.setContentsMargins(GRID * 2, 0, GRID, 0)
        self._sides.setSpacing(GRID)
        self._sides.addWidget(self.list)
        self._sides.addWidget(in_hand, 1)
        self.setMinimumWidth(GRID * 50)  # narrower than both sides: they go under each other then
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addLayout(self._sides, 1)
        self._picture = DocumentPicture(workspace, PICTURE, self)
        self._picture.made.connect(self.head.show_picture)
        workspace.changed.connect(lambda _kinds: self._refresh_if_seen())
        workspace.year_changed.connect(lambda _year: self._refresh_if_seen())
        workspace.document_chosen.connect(lambda _document: self._refresh())
        self._refresh()

    def show_place(self, record_id: str, field: str) -> None:
        """Turn to the document that a set-up or a wording belongs to, and to one of its options."""
        workspace = self._workspace
        found = document_of_place(workspace.session.snapshot, workspace.year, record_id)
        if found:
            workspace.choose_document(found)
        record = workspace.session.snapshot.find(record_id)
        if isinstance(record, OwnWording):  # the form of the document shows what it says
            field = f"{OF_TEXT}{record.name}"
        if field:
            self.options.go_to(field)

    # ---- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()
        self._picture.look(True)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._picture.look(False)
        self.options.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # ---- inner workings

    def _refresh_if_seen(self) -> None:
        """Looking at every document takes a while: not while nobody sees it."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        workspace = self._workspace
        snapshot, year = workspace.session.snapshot, workspace.year
        documents = workspace.readiness
        self.list.show_states(documents)
        self.list.select(workspace.document)
        [in_hand] = [one for one in documents if one.kind.id == workspace.document]
        self.head.show_document(in_hand)
        shown = self._asked and bool(in_hand.findings or in_hand.left)
        reasons = {one: left_as(snapshot, one) for one in in_hand.left}
        left = [(one, held.reason) for one, held in reasons.items() if held is not None]
        self.head.state.setChecked(shown)
        self.findings.show_findings(in_hand.findings, left)
        self.findings.setVisible(shown)
        self.options.show_setup(setup_of(snapshot, year, workspace.document))

    def _on_state_clicked(self) -> None:
        """The list of what is missing stays open until it is put away, for any document."""
        self._asked = not self._asked
        self._refresh()

    def _mend(self, finding: Finding) -> None:
        self.options.flush()  # what is being typed into a wording comes first
        self._workspace.mend(finding)

    def _leave(self, finding: Finding) -> None:
        self.options.flush()
        self._acts.leave(finding)

    def _fit(self) -> None:
        beside = self.width() >= _BESIDE
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(wanted)
        if beside:
            self.list.setMinimumHeight(0)
            self.list.setMaximumHeight(_ANY)
            self.list.setFixedWidth(_LIST)
            return
        self.list.setMinimumWidth(0)
        self.list.setMaximumWidth(_ANY)
        third = max(GRID * 12, round(self.height() * 0.3))
        self.list.setFixedHeight(min(self.list.whole_height(), third))
