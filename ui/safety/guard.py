"""What keeps the open file safe, and tells it: backups by a timer, on leaving, what is in doubt."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QPushButton

from ita_desktop.errors import UserError
from ita_desktop.session.holding import Opened
from ita_desktop.session.safety.backup_views import done_words, trouble_words
from ita_desktop.session.safety.backups import Outcome
from ita_desktop.session.safety.doubts import doubt_about
from ita_desktop.session.saving import SaveState
from ita_desktop.storage.backup_names import Reason
from ita_desktop.storage.faults import ChangedFileError
from ui.dialogs import ask
from ui.frame import Frame
from ui.icons import icon
from ui.safety.asking import show_backups
from ui.safety.banners import closable_banner, doubt_banner, unsaved_words
from ui.safety.doubting import accept_content
from ui.safety.places import places_of, remember_untold, take_untold
from ui.theme import GRID, set_role
from ui.widgets.bars import Banner
from ui.workspace import Workspace

LOOK_EVERY = 30_000
"""Milliseconds between two looks whether a backup is due."""

PATIENCE = 1_500
"""Milliseconds that a write may fail before a bar says so: most locks are gone by then."""

_FAILED = "เก็บแฟ้มสำรองไม่สำเร็จ แต่งานยังบันทึกลงแฟ้มงานตามปกติ"


class Guard(QObject):
    """Watches over one open file until it is left. ``told`` brings each backup's Outcome."""

    told = Signal(object)

    def __init__(self, window: Frame, workspace: Workspace, opened: Opened) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._opened = opened
        self._last_trouble = ""
        self._doubt: Banner | None = None
        self._unsaved: Banner | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._show_unsaved)
        self.backups = workspace.backups
        self.backups.places = places_of(window.settings)
        self.sign = QPushButton("สำรองไม่สำเร็จ", window)
        set_role(self.sign, "flat")
        self.sign.setIcon(icon("triangle-alert", "amber"))
        self.sign.clicked.connect(self.show_backups)
        if window.status is not None:
            window.status.insertPermanentWidget(1, self.sign)
        self.sign.hide()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.backups.tick)
        self._timer.start(LOOK_EVERY)
        workspace.backed_up.connect(self._take)
        workspace.saving.connect(self._on_saving)
        self._tell_opened()

    def show_backups(self) -> None:
        """Open the window of backups."""
        show_backups(self._window)

    def leave(self) -> bool:
        """Everything into the file, a backup of what changed; False where the clerk would rather
        keep what cannot be saved."""
        session = self._workspace.session
        try:
            session.flush()
        except UserError as problem:
            lost = f"{problem.problem}\n{problem.remedy}"
            question = "ยังมีข้อความที่ไม่ได้บันทึก ปิดแฟ้มงานหรือไม่"
            if not ask(self._window, question, lost, yes="ปิดโดยไม่บันทึก"):
                return False
        self._timer.stop()
        self._patience.stop()
        self._workspace.backed_up.disconnect(self._take)
        outcome = self.backups.leave()
        if outcome is not None and (words := trouble_words(outcome)):
            remember_untold(self._window.settings, words)
        self._workspace.saving.disconnect(self._on_saving)
        if self._window.status is not None:
            self._window.status.removeWidget(self.sign)
        self.sign.deleteLater()
        self.deleteLater()
        return True

    # ---- inner workings

    def _tell_opened(self) -> None:
        """Banners about how the file was found."""
        opened, window = self._opened, self._window
        if opened.recovered is not None:
            self._show(closable_banner("history", opened.recovered.sentence))
        if opened.session.doubted:
            self._show_doubt()
        if words := take_untold(window.settings):
            told = f"เมื่อปิดแฟ้มงานครั้งก่อน เก็บแฟ้มสำรองไม่สำเร็จ: {words}"
            banner = closable_banner("triangle-alert", told)
            banner.offer("ดูแฟ้มสำรอง…", self.show_backups)
            self._show(banner)

    def _take(self, outcome: Outcome) -> None:
        """A backup is over: say what the clerk should know."""
        words = trouble_words(outcome)
        self.sign.setVisible(bool(words))
        self.sign.setToolTip(words)
        desk = self._window.desk
        if desk is not None and words and words != self._last_trouble:
            desk.notices.tell(_FAILED, ("ดูสาเหตุ…", self.show_backups))
        elif desk is not None and outcome.made and outcome.reason is Reason.ASKED:
            desk.notices.tell(done_words(outcome))
        self._last_trouble = words
        if outcome.doubt is not None:
            self._show_doubt(outcome.doubt)
        self.told.emit(outcome)

    def _on_saving(self, state: SaveState) -> None:
        """Edits that wait because others changed the content wait for the clerk's decision."""
        if isinstance(state.problem, ChangedFileError):
            self._show_doubt(state.problem)
        elif state.problem is None:
            self._patience.stop()
            self._unsaved = _gone(self._unsaved)
        elif self._unsaved is not None:
            self._unsaved.tell(unsaved_words(state.problem))
        elif not self._patience.isActive():
            self._patience.start()

    def _show_unsaved(self) -> None:
        """What was typed could not be written for a while: say why and what to do."""
        session = self._workspace.session
        if session.saving.problem is None or self._unsaved is not None:
            return
        self._unsaved = banner = Banner("danger", "circle-alert")
        banner.tell(unsaved_words(session.saving.problem))
        banner.offer("ลองอีกครั้ง", session.retry)
        banner.offer("บันทึกสำเนาเป็น…", self._save_copy)
        self._show(banner)

    def _show_doubt(self, problem: UserError | None = None) -> None:
        if self._doubt is None:
            session = self._workspace.session
            accept = None if session.store.read_only else self._accept
            doubt = doubt_about(session) or problem
            self._doubt = doubt_banner(doubt, accept, self.show_backups, self._save_copy)
            self._show(self._doubt)

    def _accept(self) -> None:
        """Go on from the content as it is, after a backup and a question."""
        if accept_content(self._window, self._workspace):
            self._doubt = _gone(self._doubt)

    def _save_copy(self) -> None:
        self._workspace.paper_wanted.emit("copy")

    def _show(self, banner: Banner) -> None:
        if self._window.desk is not None:
            self._window.desk.banners.setSpacing(GRID // 2)
            self._window.desk.banners.addWidget(banner)


def _gone(banner: Banner | None) -> None:
    """Take a banner away; there is none any more."""
    if banner is not None:
        banner.hide()
        banner.deleteLater()
