"""The bars above and below the preview's pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.build import setup_of
from ita_desktop.documents.layouts import layouts_in
from ita_desktop.model.findings import Finding
from ita_desktop.thai.digits import Digits, to_thai
from ui.theme import GRID, set_role
from ui.widgets.buttons import push, tool
from ui.widgets.preview.pdf_view import Fit
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace


class PreviewHead(QWidget):
    """Page and zoom, and where the preview itself stands."""

    page_wanted = Signal(int)
    """So many pages onward or back."""
    zoom_in = Signal()
    zoom_out = Signal()
    fit_wanted = Signal(object)
    hide_wanted = Signal()
    detach_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.previous = tool("chevron-left", "หน้าก่อน", lambda: self.page_wanted.emit(-1))
        self.next = tool("chevron-right", "หน้าถัดไป", lambda: self.page_wanted.emit(1))
        self.page = QLabel("–", self)
        self.page.setMinimumWidth(GRID * 7)
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.zoom = QLabel("–", self)
        self.zoom.setMinimumWidth(GRID * 6)
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self.zoom, "hint")
        self.detach = tool("external-link", "แสดงในหน้าต่างแยก (Shift+F9)", self.detach_wanted.emit)
        self.hide_button = tool("x", "ซ่อนตัวอย่างเอกสาร (F9)", self.hide_wanted.emit)
        row = QHBoxLayout()
        row.setContentsMargins(GRID, 2, GRID // 2, 2)
        row.setSpacing(0)
        for part in (self.previous, self.page, self.next):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(tool("zoom-out", "ย่อ", self.zoom_out.emit))
        row.addWidget(self.zoom)
        row.addWidget(tool("zoom-in", "ขยาย", self.zoom_in.emit))
        row.addWidget(
            tool("move-horizontal", "พอดีความกว้าง", lambda: self.fit_wanted.emit(Fit.WIDTH))
        )
        row.addWidget(tool("maximize", "ทั้งหน้า", lambda: self.fit_wanted.emit(Fit.PAGE)))
        row.addWidget(self.detach)
        row.addWidget(self.hide_button)
        self.findings = WrapLabel("", "amber", self)
        self.findings.setContentsMargins(GRID + 4, 2, GRID, 4)
        self.findings.hide()
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(3)
        self._busy.setAccessibleName("กำลังจัดหน้าเอกสาร")
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        self._busy.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.findings)
        column.addWidget(self._busy)

    def show_page(self, page: int, count: int) -> None:
        """The page in view, from 0, of so many."""
        self.page.setText(to_thai(f"{page + 1} / {count}") if count else "–")
        self.page.setAccessibleName(to_thai(f"หน้า {page + 1} จาก {count}"))
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < count)

    def show_zoom(self, zoom: float) -> None:
        """The scale, 1.0 being 100 %; 0 where there is no page yet."""
        self.zoom.setText(to_thai(f"{round(zoom * 100)}%") if zoom else "–")

    def show_busy(self, busy: bool) -> None:
        """Whether the document has been in the making for long."""
        self._busy.setVisible(busy)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """What could not be printed as it should."""
        self.findings.setVisible(bool(findings))
        if findings:
            more = to_thai(f" และอีก {len(findings) - 1} รายการ") if len(findings) > 1 else ""
            self.findings.setText(f"⚠ {findings[0].problem}{more}")
            self.findings.setToolTip(
                "\n".join(f"{one.problem} {one.remedy}".strip() for one in findings)
            )


class PreviewTools(QWidget):
    """Layout, digits, print, PDF, Word: written to the document's own set-up."""

    export_wanted = Signal()
    word_wanted = Signal()
    print_wanted = Signal()
    viewer_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.layouts = QComboBox(self)
        self.layouts.setAccessibleName("แบบตาราง")
        self.layouts.setToolTip("แบบตาราง")
        self.layouts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.layouts.setMinimumWidth(GRID * 14)
        policy = self.layouts.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.layouts.setSizePolicy(policy)
        self.layouts.activated.connect(self._choose_layout)
        self.digits = QPushButton(self)
        self.digits.setFixedWidth(GRID * 8)
        self.digits.setToolTip("สลับเลขไทยกับเลขอารบิก")
        self.digits.clicked.connect(self._turn_digits)
        self.print = push("พิมพ์", "printer", self.print_wanted.emit, tip="พิมพ์เอกสาร (Ctrl+P)")
        self.pdf = push("PDF", "file-down", self.export_wanted.emit, tip="ส่งออก PDF (Ctrl+E)")
        self.word = push(
            "Word", "file-text", self.word_wanted.emit, tip="ส่งออก Word (Ctrl+Shift+E)"
        )
        self.viewer = tool("external-link", "เปิดในโปรแกรมอ่าน PDF", self.viewer_wanted.emit)
        first = QHBoxLayout()
        first.setSpacing(GRID)
        first.addWidget(self.layouts, 1)
        first.addWidget(self.digits)
        second = QHBoxLayout()
        second.setSpacing(GRID)
        second.addWidget(self.print, 1)
        second.addWidget(self.pdf, 1)
        second.addWidget(self.word, 1)
        second.addWidget(self.viewer)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(first)
        column.addLayout(second)
        workspace.changed.connect(lambda _kinds: self.refresh())
        workspace.year_changed.connect(lambda _year: self.refresh())
        workspace.document_chosen.connect(lambda _id: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Show what the set-up says."""
        workspace = self._workspace
        setup = setup_of(workspace.session.snapshot, workspace.year, workspace.document)
        layouts = layouts_in(workspace.session.snapshot, workspace.document)
        ids = [one.id for one in layouts]
        if [self.layouts.itemData(index) for index in range(self.layouts.count())] != ids:
            self.layouts.clear()
            for one in layouts:
                self.layouts.addItem(one.title, one.id)
        self.layouts.setVisible(bool(layouts))
        self.layouts.setCurrentIndex(ids.index(setup.layout) if setup.layout in ids else 0)
        arabic = setup.digits is Digits.ARABIC
        self.digits.setText("123" if arabic else "๑๒๓")
        self.digits.setAccessibleName("เลขอารบิก" if arabic else "เลขไทย")
        for control in (self.layouts, self.digits):
            control.setEnabled(not workspace.session.read_only)

    def _choose_layout(self, index: int) -> None:
        self._change(layout=self.layouts.itemData(index))

    def _turn_digits(self) -> None:
        workspace = self._workspace
        setup = setup_of(workspace.session.snapshot, workspace.year, workspace.document)
        self._change(digits=Digits.THAI if setup.digits is Digits.ARABIC else Digits.ARABIC)

    def _change(self, **values: object) -> None:
        workspace = self._workspace
        setup = setup_of(workspace.session.snapshot, workspace.year, workspace.document)
        workspace.session.change(setup, **values)
