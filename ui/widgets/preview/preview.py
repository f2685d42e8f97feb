"""The live preview: the very PDF of the document in hand, beside the form that fills it.

It keeps its place while the document is built anew, follows the record being edited, and holds the
few choices that are made while looking: layout, digits, print, PDF.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.errors import UserError
from ita_desktop.model.findings import Finding
from ita_desktop.render.output import Anchor, Rendered
from ita_desktop.session.papers.marked_pages import PageMark
from ita_desktop.session.papers.rendering import Outcome
from ui.theme import GRID, set_role
from ui.widgets.page_layout import Place
from ui.widgets.preview.page_notes import PageNotes
from ui.widgets.preview.pdf_view import PdfView
from ui.widgets.preview.preview_bars import PreviewHead, PreviewTools
from ui.widgets.preview.preview_job import PreviewJob
from ui.workspace import Workspace

_log = logging.getLogger(__name__)

_WORKING = "กำลังจัดหน้าเอกสาร…"

_ABOVE = 60.0
"""Points of page that stay in view above a stretch that is brought there."""


class Preview(QWidget):
    """Head, pages, tools. The window answers ``export_wanted``, ``word_wanted``,
    ``print_wanted``, ``viewer_wanted``, ``hide_wanted`` and ``detach_wanted``."""

    export_wanted = Signal()
    word_wanted = Signal()
    print_wanted = Signal()
    viewer_wanted = Signal()
    hide_wanted = Signal()
    detach_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.rendered: Rendered | None = None
        self._attended = ("", "")
        self.job = PreviewJob(workspace, self)
        self.view = PdfView(self)
        self.notes = PageNotes(self.view)
        self.head = PreviewHead(self)
        self.tools = PreviewTools(workspace, self)
        self._message = QLabel(_WORKING, self)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._message.setMinimumWidth(GRID * 20)
        self._message.setMargin(2 * GRID)
        set_role(self._message, "hint")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._message)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.tools)
        self._connect()

    @property
    def current(self) -> bool:
        """Whether the pages shown are those of the file as it is now."""
        return self.rendered is not None and self.job.current

    def close_job(self) -> None:
        """Stop building: the file is being closed."""
        self.job.close()

    def follow(self, record_id: str, field: str) -> None:
        """Scroll what is being edited into view and mark it."""
        self._attended = (record_id, field)
        found = self._anchors(self.rendered, record_id, field)
        self._mark(found)
        self._choose()
        if found and not any(self.view.shows(one.page, one.top, one.bottom) for one in found):
            self.view.bring(found[0].page, found[0].top, found[0].bottom)

    def point(self, finding: Finding) -> None:
        """Let a finding stand out, and bring its words into view."""
        self.notes.choose((finding,))
        for one in self.notes.marks:
            if one.finding == finding:
                self.view.bring(one.boxes[0].page, one.boxes[0].top, one.boxes[0].bottom)

    # ---- inner workings

    def _connect(self) -> None:
        self.job.done.connect(self._take)
        self.job.busy.connect(self.head.show_busy)
        self.job.marked.connect(self._on_marked)
        self.notes.wanted.connect(self._workspace.show_finding)
        self._workspace.attended.connect(self.follow)
        self._workspace.pointed.connect(self.point)
        self._workspace.document_chosen.connect(self._on_document)
        view, head = self.view, self.head
        view.page_changed.connect(lambda page: head.show_page(page, view.page_count))
        view.zoomed.connect(head.show_zoom)
        head.page_wanted.connect(lambda step: view.go_to_page(view.page + step))
        head.zoom_in.connect(view.zoom_in)
        head.zoom_out.connect(view.zoom_out)
        head.fit_wanted.connect(view.set_fit)
        head.hide_wanted.connect(self.hide_wanted)
        head.detach_wanted.connect(self.detach_wanted)
        self.tools.export_wanted.connect(self.export_wanted)
        self.tools.word_wanted.connect(self.word_wanted)
        self.tools.print_wanted.connect(self.print_wanted)
        self.tools.viewer_wanted.connect(self.viewer_wanted)

    def _on_document(self, _document: str) -> None:
        self.rendered = None
        self.view.clear()
        self.notes.show(())
        self.head.show_page(0, 0)
        self._message.setText(_WORKING)
        self._stack.setCurrentIndex(0)

    def _take(self, outcome: Outcome) -> None:
        if outcome.request.document_id != self._workspace.document:
            return
        if outcome.rendered is None:
            self._tell_problem(outcome.error)
            return
        before, self.rendered = self.rendered, outcome.rendered
        self.view.show_pdf(outcome.rendered.data, self._kept_place(before, outcome.rendered))
        self._stack.setCurrentWidget(self.view)
        self._mark(self._anchors(outcome.rendered, *self._attended))
        self.head.show_page(self.view.page, outcome.rendered.pages)
        self.head.show_findings(outcome.rendered.findings)
        self._workspace.rendered.emit(outcome.request.document_id, outcome.rendered)

    def _on_marked(self, rendered: Rendered, marks: tuple[PageMark, ...]) -> None:
        if rendered is self.rendered:
            self.notes.show(marks)
            self._choose()

    def _choose(self) -> None:
        """What is found in the field in hand stands out."""
        record_id, field = self._attended
        found = [one.finding for one in self.notes.marks if one.finding.record_id == record_id]
        self.notes.choose(
            one for one in found if field and one.field.partition(":")[0] == field.partition(":")[0]
        )

    def _tell_problem(self, error: Exception | None) -> None:
        if isinstance(error, UserError):
            words = f"{error.problem}\n{error.remedy}"
        else:
            _log.error("the preview failed", exc_info=error)
            words = (
                "จัดหน้าเอกสารไม่สำเร็จ งานที่พิมพ์ไว้ยังอยู่ครบ\n"
                "รายละเอียดอยู่ในแฟ้มบันทึก (ช่วยเหลือ ▸ เกี่ยวกับโปรแกรม)"
            )
        self._message.setText(words)
        self._stack.setCurrentIndex(0)

    def _kept_place(self, before: Rendered | None, after: Rendered) -> Place | None:
        """Where the new pages must stand so that what is being edited does not move on screen.

        What was not on the pages before (a measure just added, the first pages of all) comes into
        view.
        """
        old = self._anchors(before, *self._attended)
        new = self._anchors(after, *self._attended)
        if new and not old:
            return Place(new[0].page, max(0.0, new[0].top - _ABOVE))
        if not old or not new or not self.view.shows(old[0].page, old[0].top, old[0].bottom):
            return None
        above = self.view.offset_of(Place(old[0].page, old[0].top))
        points = above / max(self.view.zoom * 96 / 72, 0.01)
        if new[0].page == old[0].page:
            return Place(new[0].page, new[0].top - points)
        return None if new[0].top < points else Place(new[0].page, new[0].top - points)

    def _anchors(self, rendered: Rendered | None, record_id: str, field: str) -> list[Anchor]:
        """Where a field stands, else its record; several where it runs over pages."""
        if rendered is None or not record_id:
            return []
        of_record = [one for one in rendered.anchors if one.source.record_id == record_id]
        return [one for one in of_record if one.source.field == field] or of_record

    def _mark(self, anchors: list[Anchor]) -> None:
        self.view.mark(tuple((one.page, one.top, one.bottom) for one in anchors))
