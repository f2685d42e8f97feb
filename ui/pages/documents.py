"""The documents page: what each document looks like and lacks, and how it is to be printed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.documents.build import setup_of
from ita_desktop.model.records import DocumentSetup
from ita_desktop.session.checking import readiness
from ui.theme import GRID, page_title
from ui.widgets.document_bar import DocumentBar
from ui.widgets.document_card import PICTURE, DocumentCard
from ui.widgets.document_options import DocumentOptions
from ui.widgets.document_pictures import DocumentPictures
from ui.widgets.finding_list import FindingList
from ui.widgets.signed_panel import SignedPanel
from ui.workspace import Workspace

ROOMY = 2
"""So many cards stand at full size; of more, only the one of the document in hand."""


class DocumentsPage(QWidget):
    """Cards above, the options of the document in hand below; the preview stands beside it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.cards: dict[str, DocumentCard] = {}
        self._asked = ""
        self._stale = False
        title = QLabel("เอกสาร")
        page_title(title)
        self.bar = DocumentBar(workspace)
        head = QHBoxLayout()
        head.setContentsMargins(GRID * 2, GRID, GRID * 2, 0)
        head.addWidget(title, 1)
        head.addWidget(self.bar.buttons["export-all"])
        self._shelf = QScrollArea()
        self._shelf.setWidgetResizable(True)
        self._shelf.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shelf.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        self._column.setSpacing(GRID)
        for one in readiness(workspace.session.snapshot, workspace.year):
            card = DocumentCard(one)
            card.chosen.connect(workspace.choose_document)
            card.state_clicked.connect(self._on_state_clicked)
            self.cards[card.document] = card
            self._column.addWidget(card)
        self._shelf.setWidget(inner)
        self.findings = FindingList()
        self.findings.hide()
        self.findings.wanted.connect(workspace.show_finding)
        self.options = DocumentOptions(workspace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self._shelf)
        missing = QVBoxLayout()
        missing.setContentsMargins(GRID * 2, 0, GRID, 0)
        missing.addWidget(self.findings)
        column.addLayout(missing)
        column.addWidget(self.bar)
        signed = SignedPanel(workspace)
        signed.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        column.addWidget(signed)
        column.addWidget(self.options, 1)
        self._pictures = DocumentPictures(workspace, PICTURE, self)
        self._pictures.made.connect(
            lambda document, image: self.cards[document].show_picture(image)
        )
        workspace.changed.connect(lambda _kinds: self._refresh_if_seen())
        workspace.year_changed.connect(lambda _year: self._refresh_if_seen())
        workspace.document_chosen.connect(self._on_chosen)
        self._refresh()

    def show_place(self, record_id: str, field: str) -> None:
        """Turn to the document of a set-up, and to one of its options."""
        setup = self._workspace.session.snapshot.get(DocumentSetup, record_id)
        if setup is not None:
            self._workspace.choose_document(setup.document)
        if field:
            self.options.go_to(field)

    # ---- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()
        self._pictures.look(True)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pictures.look(False)
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
        for one in readiness(snapshot, year):
            card = self.cards[one.kind.id]
            card.show_state(one)
            card.mark(one.kind.id == workspace.document)
            card.set_compact(len(self.cards) > ROOMY and one.kind.id != workspace.document)
            asked = one.kind.id == self._asked
            card.state.setChecked(asked and bool(one.findings))
            if asked:
                self.findings.show_findings(one.findings)
                self.findings.setVisible(bool(one.findings))
        if not self._asked:
            self.findings.hide()
        self.options.show_setup(setup_of(snapshot, year, workspace.document))
        self._fit()

    def _on_chosen(self, document: str) -> None:
        if self._asked:  # the list stays open, for the document in hand
            self._asked = document
        self._refresh()
        card = self.cards[document]
        QTimer.singleShot(0, card, lambda: self._shelf.ensureWidgetVisible(card))

    def _on_state_clicked(self, document: str) -> None:
        asked = "" if self._asked == document else document
        self._workspace.choose_document(document)
        self._asked = asked
        self._refresh()

    def _fit(self) -> None:
        """The cards take what they need, but leave the options the greater part."""
        inner = self._shelf.widget()
        width = max(self._shelf.viewport().width(), GRID * 30)
        height = inner.layout().heightForWidth(width)
        wanted = height if height > 0 else inner.sizeHint().height()
        self._shelf.setFixedHeight(min(wanted, max(GRID * 18, round(self.height() * 0.4))))
