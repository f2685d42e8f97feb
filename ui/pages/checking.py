"""ตรวจทาน: every finding of the year in one place, and whether each document is complete."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.catalog import document_kind
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import DocumentSetup
from ita_desktop.session.checking.boards import boards
from ita_desktop.session.checking.rows import OFFICE, FoundRow, RowFilter, counts_of
from ita_desktop.thai.digits import to_thai
from ui.checking.acts import FindingActs
from ui.theme import GRID, page_title, set_role
from ui.widgets.buttons import push
from ui.widgets.empty_page import EmptyPage
from ui.widgets.findings.filter_bar import FindingFilterBar
from ui.widgets.findings.line_tree import LineTree
from ui.widgets.findings.lines import BACK, LEAVE, MEND, Line, board_lines, finding_lines
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

BOARD, FINDINGS = "board", "findings"
"""The two views of the page, as parts of its name: ``checking/board``."""

_LATER = 200
"""Milliseconds after an edit in which the next one may come."""


_TALL = GRID * 70
"""Logical pixels from which there is room to say how the page is used."""


class CheckingPage(QWidget):
    """``findings`` and ``board`` are the trees of the two views; ``filter`` is over the first."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._acts = FindingActs(workspace, self)
        self._stale = True
        self._repairs: list[FoundRow] = []
        self.views: dict[str, QPushButton] = {}
        self.filter = FindingFilterBar([one.kind for one in workspace.readiness])
        self.filter.changed.connect(self._on_filter)
        self.findings = LineTree("สิ่งที่ตรวจพบ")
        self.board = LineTree("ครบถ้วนตามข้อกำหนด")
        for tree in (self.findings, self.board):
            tree.wanted.connect(self._go)
            tree.acted.connect(self._act)
        self.nothing = EmptyPage(
            "circle-check",
            "ไม่พบสิ่งที่ต้องแก้ไข",
            "ตรวจเอกสารทุกฉบับของปีนี้แล้ว พร้อมพิมพ์และลงนาม โปรแกรมตรวจใหม่ทุกครั้งที่มีการแก้ไข",
        )
        self.nothing.add_step(
            push("ไปที่เอกสาร", "file-text", lambda: workspace.show_page("documents"))
        )
        self.none_such = EmptyPage(
            "funnel", "ไม่มีรายการตามที่กรอง", "ลองเลือกเอกสารอื่น หรือเลิกกรองเพื่อดูทั้งหมด"
        )
        self.none_such.add_step(push("เลิกกรอง", "x", self.filter.clear))
        self.mend_all = push("แก้ให้ทั้งหมด…", "check", self._mend_all)
        self.filter.add(self.mend_all)
        self._lists = QStackedWidget()
        for widget in (self.findings, self.nothing, self.none_such):
            self._lists.addWidget(widget)
        self._stack = QStackedWidget()
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self._refresh_if_seen)
        workspace.changed.connect(lambda _kinds: self._soon())
        workspace.year_changed.connect(lambda _year: self._soon())
        self.setFocusProxy(self.findings)
        self.refresh()

    def show_part(self, part: str) -> None:
        """Turn to the board, to all findings, or to those of the document of that id."""
        if document_kind(part) is not None:
            self.filter.clear()
            self.filter.choose(document=part)
        elif part == FINDINGS:
            self.filter.clear()
        self._turn(BOARD if part == BOARD else FINDINGS)

    def refresh(self) -> None:
        """Look again; place and selection stay."""
        self._stale = False
        workspace = self._workspace
        counts = counts_of(workspace.found)
        self.views[FINDINGS].setText(to_thai(f"สิ่งที่ตรวจพบ ({sum(counts.values())})"))
        ready = sum(one.ready for one in workspace.readiness)
        whole = len(workspace.readiness)
        self.views[BOARD].setText(to_thai(f"ครบถ้วนตามข้อกำหนด ({ready}/{whole})"))
        self._show_findings()
        self._show_board()

    # ---- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint.setVisible(self.height() >= _TALL)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for tree in (self.findings, self.board):
                tree.viewport().update()

    # ---- inner workings

    def _lay_out(self) -> None:
        title = QLabel("ตรวจทาน")
        page_title(title)
        self._hint = WrapLabel("กด Enter หรือคลิกเพื่อไปแก้ที่ช่องนั้น · F8 ไปรายการถัดไปจากหน้าใดก็ได้", "hint")
        views = QHBoxLayout()
        views.setSpacing(GRID // 2)
        views.addWidget(title)
        views.addSpacing(GRID)
        group = QButtonGroup(self)
        for name in (FINDINGS, BOARD):
            button = QPushButton()
            button.setCheckable(True)
            set_role(button, "segment")
            button.clicked.connect(lambda _on=False, one=name: self._turn(one))
            group.addButton(button)
            views.addWidget(button)
            self.views[name] = button
        self.views[FINDINGS].setChecked(True)
        views.addStretch(1)
        first = QWidget()
        inner = QVBoxLayout(first)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GRID)
        inner.addWidget(self.filter)
        inner.addWidget(self._lists, 1)
        self._stack.addWidget(first)
        self._stack.addWidget(self.board)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(views)
        column.addWidget(self._hint)
        column.addWidget(self._stack, 1)

    def _turn(self, name: str) -> None:
        self.views[name].setChecked(True)
        self._show_board()
        self._stack.setCurrentIndex(0 if name == FINDINGS else 1)
        self.setFocusProxy(self.board if name == BOARD else self.findings)

    def _on_filter(self, wanted: RowFilter) -> None:
        self._workspace.wanted_findings = wanted
        self._show_findings()

    def _show_findings(self) -> None:
        rows, wanted = self._workspace.found, self.filter.wanted
        self.filter.count(rows)
        shown = [one for one in rows if wanted.keeps(one)]
        read_only = self._workspace.session.read_only
        lines = finding_lines(shown, wanted.document, read_only=read_only)
        self.findings.show_lines(lines)
        nothing = not any(one.reason is None for one in rows)
        empty = self.nothing if nothing else self.none_such
        self._lists.setCurrentWidget(self.findings if shown else empty)
        self._repairs = [one for one in shown if one.finding.repair and one.reason is None]
        self.mend_all.setText(to_thai(f" แก้ให้ทั้งหมดที่แก้ได้ ({len(self._repairs)})…"))
        self.mend_all.setVisible(bool(self._repairs) and not read_only)

    def _show_board(self) -> None:
        if self.views[BOARD].isChecked():
            snapshot, year = self._workspace.session.snapshot, self._workspace.year
            self.board.show_lines(board_lines(boards(snapshot, year, self._workspace.readiness)))

    def _mend_all(self) -> None:
        self._acts.mend_all(self._repairs)

    def _go(self, line: Line) -> None:
        workspace = self._workspace
        if line.finding is not None:
            workspace.show_finding(line.finding)
        elif line.goal and line.goal != OFFICE:
            workspace.choose_document(line.goal)
            workspace.show_page("documents")
            if line.option:
                setup = DocumentSetup.of(workspace.year.id, line.goal)
                workspace.show_place(setup.id, line.option)

    def _act(self, act: str, line: Line) -> None:
        finding: Finding | None = line.finding
        if finding is not None:
            acts = {MEND: self._acts.mend, LEAVE: self._acts.leave, BACK: self._acts.take_back}
            acts[act](finding)

    def _soon(self) -> None:
        self._stale = True
        self._later.start()

    def _refresh_if_seen(self) -> None:
        if self.isVisible() and self._stale:
            self.refresh()
