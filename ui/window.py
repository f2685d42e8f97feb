"""The frame: title, menus, one open file at a time; opening, closing, copying it safely."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QLabel

from ita_desktop.errors import UserError
from ui import settings as remembered
from ui.choosing import choose_file, dropped_files, same_file
from ui.dialogs import TITLE
from ui.frame import Frame
from ui.importing import DROPPED, take_dropped
from ui.menus import make_menus, show_undo, show_years, year_act
from ui.paper import Paper
from ui.preview_window import PreviewPlace
from ui.reviewing.acts import Reviewing
from ui.safety.refusals import after_refusal
from ui.theme import set_role
from ui.undo_keys import UndoKeys, redo_in, undo_in

# What knows records, sessions and pages loads once the frame stands: half of the start's time.
if TYPE_CHECKING:
    from ita_desktop.model.edits import Edit
    from ita_desktop.session.holding import Opened
    from ita_desktop.session.saving import SaveState
    from ui.desk import Desk
    from ui.safety.guard import Guard
    from ui.status_line import StatusLine
    from ui.workspace import Workspace


class Window(Frame):
    """The program's one window, empty at first: :meth:`open_path` or :meth:`show_start` fills it.

    ``stood`` is told once, when the frame has been painted for the first time.
    """

    stood = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self.settings = settings
        self.workspace: Workspace | None = None
        self.desk: Desk | None = None
        self._opened: Opened | None = None
        self.guard: Guard | None = None
        self.status: StatusLine | None = None
        self._stood = False
        self.paper = Paper(self)
        self.preview_place = PreviewPlace(settings, self)
        self.preview_place.moved.connect(self._refresh)
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 480)
        self.reviewing = Reviewing(self)
        self.commands = make_menus(self, self.paper, self.reviewing)
        UndoKeys(self)
        self._findings_timer = QTimer(self)
        self._findings_timer.setSingleShot(True)
        self._findings_timer.setInterval(250)
        self._findings_timer.timeout.connect(lambda: self._status_line().show_findings())
        if not remembered.restore_window(settings, "main", self):
            remembered.usual_place(self)
        waiting = QLabel("กำลังเปิด…", self, alignment=Qt.AlignmentFlag.AlignCenter)
        set_role(waiting, "hint")
        self.setCentralWidget(waiting)
        self._refresh()

    # ---- files

    def open_path(self, path: Path, *, take: bool = False, review: bool = False) -> bool:
        """Open a file in the place of the one that is open; False where it could not be."""
        from ui.held import open_for

        held = self._opened.session.path if self._opened is not None else None
        anew = take or review
        if held is not None and not anew and same_file(path, held):
            return True
        try:
            self.commit_typing()
            # A file taken over, or opened again, must first be let go of here.
            if anew and not self.close_file():
                return False
            opened = open_for(self.settings, path, take=take, review=review)
        except UserError as problem:
            return after_refusal(self, path, problem)
        if not self.close_file(start_over=False):
            opened.close()
            return False
        self._show_opened(opened)
        return True

    def ask_open(self) -> None:
        """Let the clerk choose a file."""
        folder = self.workspace.session.path.parent if self.workspace else None
        if chosen := choose_file(self, folder):
            self.open_path(chosen)

    def new_file(self) -> None:
        """Ask the three questions for another office file."""
        from ui.first_start import FirstStartDialog

        dialog = FirstStartDialog(self.workspace.session.path if self.workspace else None, self)
        dialog.made.connect(lambda path: (dialog.accept(), self.open_path(path)))
        dialog.exec()

    def close_file(self, *, start_over: bool = True) -> bool:
        """Let go of the file; ``start_over`` shows the start page in its place. False where the
        clerk would rather keep what is not saved yet."""
        if self._opened is None or self.workspace is None or self.desk is None:
            return True
        self.commit_typing()
        if self.guard is not None and not self.guard.leave():
            return False
        self.preview_place.take_back()
        self.desk.preview.close_job()
        self.workspace.close()
        self._opened.close()
        desk, self.desk, self.workspace, self._opened = self.desk, None, None, None
        if start_over:
            self.show_start()
        desk.deleteLater()
        return True

    def show_start(self) -> None:
        """The start page: what to do when no file is open."""
        from ui.first_start import StartPage

        start = StartPage(self.settings, self)
        start.made.connect(self.open_path)
        start.chosen.connect(self.open_path)
        start.open_wanted.connect(self.ask_open)
        self.setCentralWidget(start)
        self._refresh()

    # ---- editing

    def undo(self) -> None:
        """Undo in the text box in hand, else the last edit."""
        if not undo_in(QApplication.focusWidget()) and self.workspace is not None:
            self._tell_turn("เลิกทำ", self.workspace.session.undo())

    def redo(self) -> None:
        """Redo in the text box in hand, else the edit undone last."""
        if not redo_in(QApplication.focusWidget()) and self.workspace is not None:
            self._tell_turn("ทำซ้ำ", self.workspace.session.redo())

    def add_year(self, action_year: int) -> None:
        """Begin another fiscal year's work and turn to it."""
        from ita_desktop.session.scores.scores import add_year_work

        if self.workspace is not None:
            self.workspace.choose_year(add_year_work(self.workspace.session, action_year))

    # ---- the view

    def toggle_preview(self) -> None:
        """Show or hide the preview beside the form."""
        if self.desk is not None:
            self.preview_place.take_back()
            self.desk.want_preview(not self.desk.preview.isVisibleTo(self.desk))
            self._refresh()

    def toggle_detached(self) -> None:
        """Give the preview a window of its own, or take it back."""
        if self.desk is not None:
            self.preview_place.turn(self.desk)

    def show_about(self) -> None:
        from ui.pages.about import AboutDialog

        AboutDialog(self.workspace.session.path if self.workspace else None, self).exec()

    # ---- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._stood:
            self._stood = True
            QTimer.singleShot(0, self.stood.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        remembered.remember_window(self.settings, "main", self)
        if self.close_file(start_over=False):
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData(), DROPPED):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_files(event.mimeData(), DROPPED)
        if paths:
            event.acceptProposedAction()
            # The sender waits until the drop is taken: open afterwards.
            QTimer.singleShot(0, lambda: take_dropped(self, paths, self.reviewing.take_dropped))

    # ---- inner workings

    def _show_opened(self, opened: Opened) -> None:
        from ui.desk import Desk
        from ui.held import banners_of
        from ui.page_list import PAGES
        from ui.safety.guard import Guard
        from ui.workspace import Workspace

        self._opened = opened
        workspace = Workspace(opened.session, self)
        self.workspace = workspace
        desk = Desk(workspace, self.settings, PAGES, self)
        self.desk = desk
        for banner in banners_of(self, opened, self.paper, self.reviewing):
            desk.banners.addWidget(banner)
        preview = desk.preview
        self.paper.serve(workspace, preview)
        preview.detach_wanted.connect(self.toggle_detached)
        desk.preview_shown.connect(lambda _shown: self._refresh())
        workspace.changed.connect(lambda _kinds: self._refresh())
        workspace.year_changed.connect(lambda _year: self._refresh())
        workspace.saving.connect(self._on_saving)
        workspace.noticed.connect(self._on_notice)
        workspace.review_wanted.connect(self.reviewing.answer)
        workspace.years_wanted.connect(lambda act: year_act(self, act))
        self._status_line().show_workspace(workspace)
        self.setCentralWidget(desk)
        self.guard = Guard(self, workspace, opened)
        desk.show_page("overview")
        remembered.remember_file(self.settings, opened.session.path)
        self._refresh()
        # The renderer is heavy: it starts once the window stands.
        QTimer.singleShot(150, preview, preview.job.start)

    def _tell_turn(self, word: str, edit: Edit | None) -> None:
        if edit is not None and self.desk is not None:
            self.desk.notices.tell(f"{word} “{edit.name}” แล้ว")

    def _on_notice(self, text: str, undo: bool) -> None:
        if self.desk is not None:
            steps = (("เลิกทำ", self.undo),) if undo else ()
            self.desk.notices.tell(text, *steps)

    def _on_saving(self, state: SaveState) -> None:
        if state.safe and self._opened is not None:
            self._opened.touch()

    def _status_line(self) -> StatusLine:
        """The line at the bottom, made with the first file."""
        if self.status is None:
            from ui.status_line import StatusLine

            self.status = StatusLine(self)
            self.status.findings_clicked.connect(
                lambda: self.desk and self.desk.show_page("checking")
            )
            self.setStatusBar(self.status)
        return self.status

    def commit_typing(self) -> None:
        """What is being typed goes into the file before anything is done with it."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
            focused.setFocus()

    def _refresh(self) -> None:
        """Title, menus and choosers say what is open."""
        workspace = self.workspace
        for action in self.commands.with_file:
            action.setEnabled(workspace is not None)
        session = workspace.session if workspace else None
        show_undo(
            self.commands,
            session.undo_name if session else "",
            session.redo_name if session else "",
        )
        show_years(self.commands, self)
        if workspace is None or session is None or self.desk is None:
            if self.status is not None:
                self.status.show_workspace(None)
            self.setWindowTitle(TITLE)
            return
        from ita_desktop.thai.digits import to_thai

        office = session.snapshot.office
        name = office.full_name if office.name else "หน่วยงานที่ยังไม่มีชื่อ"
        self.setWindowTitle(to_thai(f"{name} · ปีงบประมาณ {workspace.year.action_year}"))
        self.commands.preview.setChecked(self.desk.preview.isVisibleTo(self.desk))
        self.commands.detached.setChecked(self.preview_place.apart is not None)
        self._findings_timer.start()
