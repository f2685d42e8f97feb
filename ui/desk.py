"""The desk: one open office file with its sidebar, the page in hand, and the preview beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSettings, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.catalogue import KINDS as CATALOGUE_KINDS
from ita_desktop.model.records import (
    RECORDS,
    Comment,
    DocumentSetup,
    Evidence,
    IssueAnalysis,
    Measure,
    Office,
    OwnField,
    OwnLayout,
    OwnWording,
    ReportingRound,
    RoundReport,
    Score,
    ScoreYear,
    SentCopy,
    SignedCopy,
    YearWork,
)
from ita_desktop.session.rounds.states import place_of_report
from ita_desktop.thai.digits import to_thai
from ui.checking.entry import CheckingEntry
from ui.checking.walk import FindingWalk
from ui.document_turning import DocumentTurning
from ui.finding.acts import FindActs
from ui.reviewing.entry import CommentsEntry
from ui.settings import flag, remember_splitter, restore_splitter
from ui.sidebar import MOST_KEYS, Entry, make_sidebar
from ui.theme import GRID
from ui.widgets.bars import NoticeBar
from ui.widgets.preview.preview import Preview
from ui.workspace import Workspace

NARROW = 1100
"""Logical pixels of the window under which the preview folds away."""

NARROWEST = 1056
"""The same for a page of which it is the greater part: sidebar, page and preview at their least."""


class Desk(QWidget):
    """Everything of one open file. ``page_shown`` tells the name of the page turned to."""

    page_shown = Signal(str)
    preview_shown = Signal(bool)

    def __init__(
        self,
        workspace: Workspace,
        settings: QSettings,
        pages: tuple[Entry | None, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._settings = settings
        self._entries = {one.name: one for one in pages if one}
        self._pages: dict[str, QWidget] = {}
        self._name = ""
        self._turning = DocumentTurning(workspace)
        self._wants_preview = flag(settings, "preview/shown", True)
        self._detached = False
        self.sidebar = make_sidebar(pages, self)
        self._comments = CommentsEntry(self.sidebar)
        self.checking = CheckingEntry(workspace, self.sidebar)
        self.walk = FindingWalk(workspace)
        self.stack = QStackedWidget(self)
        self.preview = Preview(workspace, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.stack)
        self.splitter.addWidget(self.preview)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.preview.setMinimumWidth(GRID * 40)
        self.stack.setMinimumWidth(GRID * 64)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.splitter, 1)
        self.banners = QVBoxLayout()
        self.banners.setContentsMargins(GRID, GRID // 2, GRID, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.banners)
        column.addLayout(row, 1)
        self.notices = NoticeBar(self)
        self.finding = FindActs(workspace, self, self.banners)
        self.sidebar.currentItemChanged.connect(self._on_chosen)
        self.sidebar.itemClicked.connect(lambda _item: self._go_in())
        self.sidebar.itemActivated.connect(lambda _item: self._go_in())
        self.splitter.splitterMoved.connect(lambda *_: self._remember())
        self.preview.hide_wanted.connect(lambda: self.want_preview(False))
        workspace.wanted.connect(self.show_record)
        workspace.page_wanted.connect(self.show_page)
        workspace.changed.connect(lambda _kinds: self._count())
        workspace.year_changed.connect(lambda _year: self._count())
        for place, name in enumerate([*self._entries][:MOST_KEYS], start=1):
            keys = QShortcut(QKeySequence(f"Ctrl+{place}"), self)
            keys.activated.connect(lambda one=name: self._turn_to(one))
        self._count()

    # ---- pages

    @property
    def page_name(self) -> str:
        """The name of the page in hand."""
        return self._name

    @property
    def page(self) -> QWidget:
        """The page in hand."""
        return self._pages[self._name]

    def show_page(self, name: str) -> None:
        """Turn to a page, and to a part of it where one is named behind a stroke."""
        name, _, part = name.partition("/")
        self._comments.bring(name)
        for index in range(self.sidebar.count()):
            if self.sidebar.item(index).data(Qt.ItemDataRole.UserRole) == name:
                self.sidebar.setCurrentRow(index)
        if part and self._name == name:
            self.page.show_part(part)

    def show_record(self, record_id: str, field: str) -> None:
        """Turn to the page on which a record is edited, and to its field; the page in hand knows
        what to do with a record that the file does not hold yet."""
        snapshot = self.workspace.session.snapshot
        record = snapshot.find(record_id)
        name = page_of(type(record)) if record is not None else self._name
        if record is None and place_of_report(snapshot, record_id) is not None:
            name = page_of(RoundReport)
        if name in self._entries:
            self.show_page(name)
            go = getattr(self.page, "show_place", None)
            if go is not None:
                go(record_id, field)

    # ---- the preview

    def want_preview(self, wanted: bool) -> None:
        """Show or hide the preview."""
        self._wants_preview = wanted
        self._settings.setValue("preview/shown", wanted)
        self._arrange()

    def set_detached(self, detached: bool) -> None:
        """Whether the preview stands in a window of its own; its place here stays free."""
        self._detached = detached
        if not detached:
            self.splitter.addWidget(self.preview)
            self.preview.show()
        self._arrange()
        self._place_splitter()

    # ---- Qt and inner workings

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self.sidebar.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.sidebar.viewport().update()

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        name = item.data(Qt.ItemDataRole.UserRole) if item else None
        if not name or name == self._name:
            return
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._entries[name].make(self.workspace)
            self.stack.addWidget(page)
        self._name = name  # only now: where a page fails, the one before stays in hand
        self._turning.to(name, self._entries[name].document)
        self.stack.setCurrentWidget(page)
        self._arrange()
        self._place_splitter()
        self.page_shown.emit(name)

    def _turn_to(self, name: str) -> None:
        """Turn to a page by its keys, and go on inside it."""
        self.sidebar.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.show_page(name)
        self._go_in()

    def _go_in(self) -> None:
        """The focus goes to where the page wants it, else it stays in the sidebar."""
        if self._name and self.page.focusProxy() is not None:
            self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _arrange(self) -> None:
        """The preview stands beside the page where it is wanted and there is room."""
        if self._detached:
            return
        entry = self._entries.get(self._name)
        room = self.width() >= NARROW
        shown = entry is not None and entry.paper and (self._wants_preview and room)
        wide = entry is not None and entry.wide_paper
        shown = shown or (wide and self.width() >= NARROWEST)
        if self.preview.isVisibleTo(self) != shown:
            self.preview.setVisible(shown)
            self.preview_shown.emit(shown)

    def _place_splitter(self) -> None:
        if self._detached or restore_splitter(self._settings, self._splitter_name(), self.splitter):
            return
        entry = self._entries[self._name]
        whole = max(self.splitter.width(), 400)
        paper = round(whole * (0.62 if entry.wide_paper else 0.36))
        self.splitter.setSizes([whole - paper, paper])

    def _splitter_name(self) -> str:
        entry = self._entries.get(self._name)
        return "wide-paper" if entry and entry.wide_paper else "paper"

    def _remember(self) -> None:
        remember_splitter(self._settings, self._splitter_name(), self.splitter)

    def _count(self) -> None:
        """Say beside the pages of measures and of comments how many there are."""
        workspace = self.workspace
        count = len(workspace.session.snapshot.measures(workspace.year.id))
        for index in range(self.sidebar.count()):
            item = self.sidebar.item(index)
            if item.data(Qt.ItemDataRole.UserRole) == "measures":
                item.setText(to_thai(f"{self._entries['measures'].title} ({count})"))
        self._comments.show(workspace.session)


def page_of(kind: type) -> str:
    """The name of the page on which records of a kind are edited."""
    if kind in (Measure, ReportingRound, RoundReport):
        return "measures"
    if kind is Comment:
        return "comments"
    if kind in (Office, YearWork):
        return "office"
    if kind in (Score, ScoreYear):
        return "scores"
    if kind is IssueAnalysis:
        return "analysis"
    if kind in CATALOGUE_KINDS:
        return "catalogue"
    if kind in (DocumentSetup, OwnWording, SignedCopy):
        return "documents"
    if kind is Evidence:
        return "evidence"
    if kind in (OwnField, OwnLayout):
        return "layouts"
    if kind is SentCopy:
        return "overview"
    return "people" if kind in RECORDS else ""
