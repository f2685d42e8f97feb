"""The desk: one open office file with its sidebar, the page in hand, and the preview beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.records import RECORDS, DocumentSetup, Measure, Office, RoundReport, YearWork
from ita_desktop.thai.digits import to_thai
from ui.icons import icon
from ui.settings import flag, remember_splitter, restore_splitter
from ui.theme import GRID, ICON_SIZE
from ui.widgets.bars import NoticeBar
from ui.widgets.preview import Preview
from ui.workspace import Workspace

NARROW = 1100
"""Logical pixels of the window under which the preview folds away."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the sidebar: made when first looked at."""

    name: str
    title: str
    sign: str
    make: Callable[[Workspace], QWidget]
    paper: bool = True
    """Whether the preview stands beside it."""
    wide_paper: bool = False
    """Whether the preview is the greater part."""


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
        self._wants_preview = flag(settings, "preview/shown", True)
        self._detached = False
        self.sidebar = _sidebar(pages, self)
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
        self.sidebar.currentItemChanged.connect(self._on_chosen)
        self.splitter.splitterMoved.connect(lambda *_: self._remember())
        self.preview.hide_wanted.connect(lambda: self.want_preview(False))
        workspace.wanted.connect(self.show_record)
        workspace.page_wanted.connect(self.show_page)
        workspace.changed.connect(lambda _kinds: self._count())
        workspace.year_changed.connect(lambda _year: self._count())
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
        """Turn to a page."""
        for index in range(self.sidebar.count()):
            if self.sidebar.item(index).data(Qt.ItemDataRole.UserRole) == name:
                self.sidebar.setCurrentRow(index)

    def show_record(self, record_id: str, field: str) -> None:
        """Turn to the page on which a record is edited, and to its field."""
        record = self.workspace.session.snapshot.find(record_id)
        name = page_of(type(record)) if record is not None else ""
        if name in self._entries:
            self.show_page(name)
            go = getattr(self.page, "show_place", None)
            if go is not None:
                go(record_id, field)

    # ---- the preview

    @property
    def wants_preview(self) -> bool:
        """Whether the clerk wants the preview beside the form."""
        return self._wants_preview

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
        self._name = name
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._entries[name].make(self.workspace)
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self._arrange()
        self._place_splitter()
        self.page_shown.emit(name)

    def _arrange(self) -> None:
        """The preview stands beside the page where it is wanted and there is room."""
        if self._detached:
            return
        entry = self._entries.get(self._name)
        room = self.width() >= NARROW
        shown = entry is not None and entry.paper and (self._wants_preview and room)
        shown = shown or (entry is not None and entry.wide_paper)
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
        """Say beside the page of measures how many there are."""
        workspace = self.workspace
        count = len(workspace.session.snapshot.measures(workspace.year.id))
        for index in range(self.sidebar.count()):
            item = self.sidebar.item(index)
            if item.data(Qt.ItemDataRole.UserRole) == "measures":
                item.setText(to_thai(f"{self._entries['measures'].title} ({count})"))


def page_of(kind: type) -> str:
    """The name of the page on which records of a kind are edited."""
    if kind in (Measure, RoundReport):
        return "measures"
    if kind in (Office, YearWork):
        return "office"
    if kind is DocumentSetup:
        return "documents"
    return "people" if kind in RECORDS else ""


def _sidebar(pages: tuple[Entry | None, ...], parent: QWidget) -> QListWidget:
    bar = QListWidget(parent)
    bar.setObjectName("sidebar")
    bar.setAccessibleName("หน้าต่าง ๆ ของแฟ้มงาน")
    bar.setFixedWidth(GRID * 26)
    bar.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    bar.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    bar.setFrameShape(QListWidget.Shape.NoFrame)
    bar.setUniformItemSizes(False)
    for entry in pages:
        if entry is None:
            line = QListWidgetItem(bar)
            line.setFlags(Qt.ItemFlag.NoItemFlags)
            line.setSizeHint(QSize(10, 2 * GRID + 1))
            continue
        item = QListWidgetItem(icon(entry.sign, "sidebar_text"), entry.title, bar)
        item.setData(Qt.ItemDataRole.UserRole, entry.name)
        item.setSizeHint(QSize(10, GRID * 5))
    return bar
