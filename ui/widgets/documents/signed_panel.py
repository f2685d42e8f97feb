"""The line of a document that says whether it was signed, and whether it still says the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from ita_desktop.documents.build import kind_of, setup_of
from ita_desktop.errors import UserError
from ita_desktop.model.records import SignedCopy
from ita_desktop.session.papers import signing
from ita_desktop.session.papers.exporting import write_file
from ui.choosing import choose_kept, choose_scan
from ui.dialogs import open_in_system, tell_problem
from ui.exporting import proposed_folder, viewer_file
from ui.icons import icon
from ui.theme import GRID, set_role
from ui.waiting import Cancelled, Progress, wait_for
from ui.widgets.buttons import push
from ui.widgets.documents.signing_dialogs import DifferenceDialog, SignDialog
from ui.widgets.flow import FlowLayout
from ui.widgets.sign import Sign
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_PAUSE = 400
"""Milliseconds after an edit before the document is compared again."""

_WIDEST = GRID * 56
"""Logical pixels of the words before they are broken."""

_NEVER = "ยังไม่ได้เก็บฉบับลงนาม"
_WHAT = (
    "โปรแกรมจะเก็บเอกสาร PDF ที่เห็นอยู่นี้ไว้ในแฟ้มงานพร้อมวันที่ลงนาม"
    " ถ้าข้อมูลถูกแก้ไขภายหลังจนเอกสารไม่ตรงกับฉบับที่ลงนาม โปรแกรมจะเตือน"
)


class SignedPanel(QFrame):
    """Follows the document in hand of the workspace by itself.

    ``copy`` is the copy signed last, or None; ``found`` where the document differs from it.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.copy: SignedCopy | None = None
        self.found: tuple[signing.Difference, ...] = ()
        self._stale = True
        self.sign = Sign("circle-dashed", "hint", 18)
        self.state = WrapLabel(_NEVER, "hint")
        self.keep = push("เก็บฉบับลงนาม…", "file-down", self.sign_now, tip=_WHAT)
        self.look = push("ดูความต่าง", "search-check", self.show_differences)
        self.open = push("เปิดฉบับที่เก็บ", "external-link", self.open_pdf)
        self.scan = push("เพิ่มภาพสแกน…", "file-plus", self.choose_scan)
        self.more = QToolButton()
        self.more.setIcon(icon("ellipsis"))
        self.more.setToolTip("ฉบับที่เก็บไว้ทั้งหมด")
        self.more.setAccessibleName("ฉบับที่เก็บไว้ทั้งหมด")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.more)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self.menu)
        tall = self.open.sizeHint().height()
        self.more.setFixedHeight(tall)
        words = QWidget()
        words.setMinimumHeight(tall)
        said = QHBoxLayout(words)
        said.setContentsMargins(0, 0, GRID, 0)
        said.setSpacing(GRID)
        said.addWidget(self.sign)
        said.addWidget(self.state, 1)
        flow = FlowLayout(self, GRID)
        flow.setContentsMargins(0, 0, 0, 0)
        for one in (words, self.look, self.open, self.scan, self.keep, self.more):
            flow.addWidget(one)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.refresh)
        workspace.closed.connect(self._timer.stop)
        workspace.changed.connect(lambda _kinds: self._later())
        workspace.year_changed.connect(lambda _year: self._at_once())
        workspace.document_chosen.connect(lambda _document: self._at_once())
        self.refresh()

    # ---- what the hand does

    def sign_now(self) -> None:
        """Freeze the document as it is printed now, once the clerk has said when it was signed."""
        workspace = self._workspace
        session, year, document = workspace.session, workspace.year, workspace.document
        setup = setup_of(session.snapshot, year, document)
        values = {"signed": session.clock().date(), "number": setup.number, "note": ""}
        title = f"เก็บฉบับลงนาม: {kind_of(document).short_title}"
        dialog = SignDialog(title, _WHAT, values, self, choose=choose_scan, read=signing.read_scan)
        if dialog.exec():
            self._guarded(lambda: self._freeze(dialog))
        dialog.deleteLater()

    def show_differences(self) -> None:
        """Show what was signed beside what would be printed now."""
        title = kind_of(self._workspace.document).short_title
        dialog = DifferenceDialog(title, self.found, self)
        dialog.exec()
        dialog.deleteLater()

    def open_pdf(self) -> None:
        """Show the kept document in the system's program for PDF."""
        if self.copy is not None:
            self._show(self.copy, self.copy.pdf)

    def choose_scan(self) -> None:
        """Let the clerk choose a scan of the signed paper."""
        copy = self.copy
        path = choose_scan(self)
        if copy is not None and path is not None:
            self._guarded(lambda: self.take_scan(copy, path))

    def take_scan(self, copy: SignedCopy, path: Path) -> None:
        """Keep a scan with a copy. Raises UserError."""
        signing.add_scan(self._workspace.session, copy, signing.read_scan(path))
        self._workspace.notice("เก็บภาพสแกนไว้กับฉบับลงนามแล้ว", undo=True)

    # ---- inner workings

    def refresh(self) -> None:
        """Compare the document in hand with the copy signed last."""
        self._stale = False
        workspace = self._workspace
        session, year = workspace.session, workspace.year
        copies = signing.signed_copies(session.snapshot, year, workspace.document)
        self.copy, self.found = (copies[0] if copies else None), ()
        words, role, sign = _NEVER, "hint", "circle-dashed"
        if self.copy is not None:
            try:
                self.found = signing.differences(session, year, self.copy)
                words = signing.state_words(self.copy, self.found)
                role, sign = ("amber", "triangle-alert") if self.found else ("good", "circle-check")
                words += " · มีภาพสแกน" if self.copy.scan else ""
            except UserError as problem:
                words, role, sign = f"{problem.problem} {problem.remedy}", "danger", "circle-alert"
        set_role(self.state, role)
        self.state.setText(words)
        told = (self.copy.number, self.copy.note) if self.copy is not None else ()
        self.state.setToolTip("\n".join(filter(None, told)))
        wide = self.state.fontMetrics().horizontalAdvance(words) + GRID
        self.state.setMinimumWidth(min(wide, _WIDEST))
        self.sign.show_sign(sign, role)
        free = not session.read_only
        signed = self.copy is not None
        self.keep.setVisible(not signed)  # the menu has it from then on
        self.keep.setEnabled(free)
        self.look.setVisible(bool(self.found))
        self.open.setVisible(signed)
        self.scan.setVisible(signed and self.copy is not None and not self.copy.scan)
        self.scan.setEnabled(free)
        self.more.setVisible(signed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _later(self) -> None:
        """Looking at the document takes a while: not while nobody sees it, nor at every letter."""
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def _at_once(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _freeze(self, dialog: SignDialog) -> None:
        workspace = self._workspace
        request = workspace.session.request(workspace.year, workspace.document)

        def work(cancelled: Cancelled, _progress: Progress) -> signing.Finished | None:
            from ita_desktop.render.pdf.renderer import Cancelled as Stopped

            try:
                return signing.finished(workspace.renderer, request, cancelled=cancelled)
            except Stopped:
                return None

        made: signing.Finished | None = wait_for(self, "กำลังทำเอกสารที่จะเก็บ…", work)
        if made is None:
            return
        signing.freeze(
            workspace.session,
            made,
            signed=dialog.signed,
            number=dialog.number,
            note=dialog.note,
            scan=dialog.scan,
        )
        self.refresh()
        workspace.notice("เก็บฉบับลงนามไว้ในแฟ้มงานแล้ว", undo=True)

    def _fill_menu(self) -> None:
        """Every copy of the document with what can be done with it."""
        self.menu.clear()
        workspace = self._workspace
        free = not workspace.session.read_only
        copies = signing.signed_copies(
            workspace.session.snapshot, workspace.year, workspace.document
        )
        for copy in copies:
            menu = self.menu
            if len(copies) > 1:
                menu = self.menu.addMenu(f"{signing.state_words(copy, ())} {copy.number}".strip())
            self._offer(menu, "เปิดเอกสาร PDF ที่เก็บ", lambda c=copy: self._show(c, c.pdf))
            self._offer(menu, "บันทึก PDF เป็นแฟ้ม…", lambda c=copy: self._save(c, c.pdf))
            if copy.scan:
                self._offer(menu, "เปิดภาพสแกน", lambda c=copy: self._show(c, c.scan))
                self._offer(menu, "บันทึกภาพสแกนเป็นแฟ้ม…", lambda c=copy: self._save(c, c.scan))
            menu.addSeparator()
            self._offer(menu, "แก้ไขวันที่และเลขที่…", lambda c=copy: self._describe(c), free)
            self._offer(menu, "ลบฉบับที่เก็บนี้", lambda c=copy: self._remove(c), free)
        self.menu.addSeparator()
        self._offer(self.menu, "เก็บฉบับลงนามใหม่…", self.sign_now, free)
        if self.copy is not None and self.copy.scan:
            self._offer(self.menu, "เปลี่ยนภาพสแกน…", self.choose_scan, free)

    def _offer(
        self, menu: QMenu, words: str, act: Callable[[], object], enabled: bool = True
    ) -> None:
        action = menu.addAction(words)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _on=False: self._guarded(act))

    def _show(self, copy: SignedCopy, digest: str) -> None:
        def act() -> None:
            data = signing.kept_bytes(self._workspace.session, digest)
            path = viewer_file(self._workspace, data, self._name(copy, digest, data))
            if not open_in_system(path):
                raise UserError("เครื่องนี้ไม่มีโปรแกรมเปิดแฟ้มชนิดนี้", f"บันทึกเป็นแฟ้ม หรือเปิดจาก {path}")

        self._guarded(act)

    def _save(self, copy: SignedCopy, digest: str) -> None:
        workspace = self._workspace
        data = signing.kept_bytes(workspace.session, digest)
        target = choose_kept(self, proposed_folder(workspace) / self._name(copy, digest, data))
        if target is not None:
            write_file(target, data, overwrite=True, office_file=workspace.session.path)
            workspace.notice(f"บันทึก “{target.name}” แล้ว")

    def _name(self, copy: SignedCopy, digest: str, data: bytes) -> str:
        session, year = self._workspace.session, self._workspace.year
        return signing.kept_name(session, year, copy, data, scan=digest == copy.scan)

    def _describe(self, copy: SignedCopy) -> None:
        values = {"signed": copy.signed, "number": copy.number, "note": copy.note}
        dialog = SignDialog("ข้อมูลฉบับลงนาม", f"รหัสตรวจสอบ {copy.pdf[:16]}", values, self)
        if dialog.exec():
            signing.describe(
                self._workspace.session,
                copy,
                signed=dialog.signed,
                number=dialog.number,
                note=dialog.note,
            )
        dialog.deleteLater()

    def _remove(self, copy: SignedCopy) -> None:
        signing.remove_copy(self._workspace.session, copy)
        self._workspace.notice("ลบฉบับลงนามที่เก็บไว้แล้ว", undo=True)

    def _guarded(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as problem:
            tell_problem(self, problem)
