"""The document printed in a layout that is being arranged, beside it; the set-up stays as it is."""

from __future__ import annotations

import logging

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.documents.layouts import Layout
from ita_desktop.errors import UserError
from ita_desktop.session.papers.layout_trial import stands_in, trial_request
from ita_desktop.session.papers.layouts import paper_words
from ita_desktop.session.papers.rendering import Outcome, RenderWorker, Request
from ui.theme import GRID, set_role
from ui.widgets.buttons import tool
from ui.widgets.page_layout import Place
from ui.widgets.preview.pdf_view import Fit, PdfView
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_log = logging.getLogger(__name__)

PAUSE = 120
"""Milliseconds after the last change before the document is built anew."""


class LayoutPreview(QWidget):
    """Follows :meth:`show_layout`. ``done`` tells that what is shown is the newest."""

    done = Signal()
    _arrived = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._layout: Layout | None = None
        self._shown = ""
        """The id of the layout whose pages are shown."""
        self._asked: Request | None = None
        self._worker: RenderWorker | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self.view = PdfView(self)
        self.title = WrapLabel(role="hint")
        self._message = QLabel("กำลังจัดหน้าเอกสาร…")
        self._message.setWordWrap(True)
        self._message.setMargin(2 * GRID)
        set_role(self._message, "hint")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._message)
        self._stack.addWidget(self.view)
        self._lay_out()
        self._arrived.connect(self._take)
        workspace.closed.connect(self._close)

    @property
    def current(self) -> bool:
        """Whether the pages shown are those of the layout as it is now."""
        return self._asked is None and not self._pause.isActive() and bool(self._shown)

    def show_layout(self, layout: Layout | None) -> None:
        """Show the document in this layout; None for nothing. Also called where records change."""
        self._layout = layout
        if layout is not None and self.isVisible():
            self._pause.start()

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().showEvent(event)
        if self._layout is not None:
            self._pause.start()

    # ---- inner workings

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(GRID, 2, GRID // 2, 2)
        head.setSpacing(0)
        head.addWidget(self.title, 1)
        head.addWidget(tool("zoom-out", "ย่อ", self.view.zoom_out))
        head.addWidget(tool("zoom-in", "ขยาย", self.view.zoom_in))
        fit = Fit.WIDTH
        head.addWidget(tool("move-horizontal", "พอดีความกว้าง", lambda: self.view.set_fit(fit)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _ask(self) -> None:
        if self._layout is None:
            return
        workspace, layout = self._workspace, self._layout
        if self._worker is None:
            self._worker = RenderWorker(workspace.renderer, self._tell)
        told = f"ตัวอย่าง {paper_words(workspace.year, layout.document)}"
        if stands_in(workspace.session.snapshot, workspace.year):
            told += " (ใช้มาตรการสมมติ เพราะปีนี้ยังไม่มีมาตรการ)"
        self.title.setText(told)
        self._asked = trial_request(workspace.session, workspace.year, layout)
        self._worker.request(self._asked)

    def _tell(self, outcome: Outcome) -> None:
        try:
            self._arrived.emit(outcome)
        except RuntimeError:
            return  # the file was closed meanwhile

    def _take(self, outcome: Outcome) -> None:
        if outcome.request is not self._asked:
            return
        self._asked = None
        setup = outcome.request.setup
        if outcome.rendered is None or setup is None:
            self._say(outcome.error)
            return
        other = setup.layout != self._shown
        self._shown = setup.layout
        self.view.show_pdf(outcome.rendered.data, Place(0, 0.0) if other else None)
        self._stack.setCurrentWidget(self.view)
        self.done.emit()

    def _say(self, error: Exception | None) -> None:
        if isinstance(error, UserError):
            words = f"{error.problem}\n{error.remedy}"
        else:
            _log.error("the layout could not be shown", exc_info=error)
            words = "จัดหน้าเอกสารไม่สำเร็จ งานที่พิมพ์ไว้ยังอยู่ครบ"
        self._message.setText(words)
        self._stack.setCurrentIndex(0)

    def _close(self) -> None:
        self._pause.stop()
        if self._worker is not None:
            self._worker.close()
