"""A file that cannot be opened: what can be read goes into a new one, or a backup takes over."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.errors import UserError
from ita_desktop.model.snapshot import snapshot_of
from ita_desktop.session.opening import login
from ita_desktop.session.safety.backups import Places
from ita_desktop.session.safety.difference_words import HOLDS
from ita_desktop.session.safety.rescue_views import lost_words, nearest_words, rescued_words
from ita_desktop.session.safety.rescuing import (
    Rescue,
    can_be_rescued,
    nearest_backup,
    proposed_target,
    rescue_file,
)
from ita_desktop.session.safety.restoring import Looked
from ita_desktop.session.spoken_times import spoken_time
from ita_desktop.storage.faults import StrangeFileError
from ui.choosing import choose_place, home
from ui.dialogs import tell_problem
from ui.safety.putting_back import asked_to_put_back, put_back
from ui.safety.waited import waited
from ui.theme import GRID, section_title, set_role
from ui.widgets.buttons import push
from ui.widgets.cards import card, sign
from ui.widgets.difference_tree import DifferenceTree
from ui.widgets.text.labels import WrapLabel

_OFFER = "โปรแกรมจะอ่านทุกส่วนที่ยังอ่านได้ แล้วเขียนเป็นแฟ้มใหม่ แฟ้มเดิมจะไม่ถูกแตะต้อง"
_STRANGE = "หากแฟ้มนี้เคยเปิดได้ ส่วนต้นของแฟ้มอาจเสียหาย "


class RescueDialog(QDialog):
    """``wanted`` is the file to open once the dialog is closed, where one was made or put back."""

    def __init__(
        self, file: Path, problem: UserError, places: Places, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("เปิดแฟ้มงานไม่ได้")
        self._file = file
        self._places = places
        self.wanted: Path | None = None
        self.made: Rescue | None = None
        self.looked: Looked | None = None
        self.told = WrapLabel(problem.problem, parent=self)
        section_title(self.told)
        self.remedy = WrapLabel(problem.remedy, "hint", self)
        self.rescue_card, column = card("กู้ข้อมูลเท่าที่อ่านได้เป็นแฟ้มใหม่")
        lead = _STRANGE if isinstance(problem, StrangeFileError) else ""
        self.report = WrapLabel(lead + _OFFER, "hint")
        self.losses = WrapLabel("")
        self.losses.hide()
        self.rescue = push("กู้ข้อมูล…", "search-check", self._rescue, role="primary")
        self.open_rescued = push("เปิดแฟ้มที่กู้ได้", "folder-open", self._open, role="primary")
        self.open_rescued.hide()
        for one in (self.report, self.losses):
            column.addWidget(one)
        column.addLayout(_row(self.rescue, self.open_rescued))
        self.rescue_card.setVisible(can_be_rescued(problem) and file.exists())
        self.backup_card, column = card("ใช้แฟ้มสำรองล่าสุดแทน")
        self.backup_when = WrapLabel("")
        self.backup_told = WrapLabel("", "hint")
        self.tree = DifferenceTree("ในแฟ้มสำรอง", "ในแฟ้มที่กู้ได้", verbs=HOLDS)
        self.tree.setMinimumHeight(GRID * 24)
        self.tree.hide()
        self.use_backup = push("ใช้แฟ้มสำรองนี้แทน…", "rotate-ccw", self._put_back)
        for one in (self.backup_when, self.backup_told, self.tree):
            column.addWidget(one)
        column.addLayout(_row(self.use_backup))
        self._lay_out()
        self._show_nearest()

    # ---- inner workings

    def _show_nearest(self) -> None:
        """The newest good backup, compared with what was rescued, if anything was."""
        none = Rescue(self._file, snapshot_of(), (), 0, "")  # no lineage: found by the file's path
        made, file, places = self.made or none, self._file, self._places
        self.looked = waited(self, "กำลังหาแฟ้มสำรอง…", lambda: nearest_backup(made, file, places))
        looked = self.looked
        self.use_backup.setVisible(looked is not None)
        self.tree.setVisible(looked is not None and self.made is not None and bool(looked.since))
        if looked is None:
            self.backup_when.setText("ไม่พบแฟ้มสำรองของแฟ้มนี้ในเครื่องนี้")
            second = self._places.second
            if second is not None and not second.is_dir():
                self.backup_told.setText(f"อาจมีในที่เก็บแห่งที่สอง ซึ่งไม่พบในขณะนี้: {second}")
            return
        self.backup_when.setText(f"เก็บไว้เมื่อ {spoken_time(looked.backup.taken)}")
        self.backup_told.setText(nearest_words(looked, self.made))
        if self.made is not None:
            self.tree.show_differences(looked.since, looked.snapshot, self.made.snapshot)

    def _rescue(self) -> None:
        """Read what can be read, and tell what came of it."""
        now = datetime.now()
        proposed = proposed_target(self._file, now)
        if not os.access(proposed.parent, os.W_OK):
            proposed = home() / proposed.name
        target = choose_place(self, proposed, "เก็บแฟ้มที่กู้ได้ไว้ที่ใด")
        if target is None:
            return
        try:
            if target.exists() and self._file.exists() and target.samefile(self._file):
                raise UserError("ชื่อนี้เป็นแฟ้มที่เสียหาย ซึ่งต้องเก็บไว้ก่อน", "ตั้งชื่ออื่น")
            self.made = waited(
                self,
                "กำลังกู้ข้อมูล…",
                lambda: rescue_file(
                    self._file,
                    target,
                    self._places,
                    who=login(),
                    now=now,
                    overwrite=True,  # the dialog has asked
                ),
            )
        except UserError as problem:
            tell_problem(self, problem)
            return
        assert self.made is not None
        self._report(self.made)
        self._show_nearest()

    def _report(self, made: Rescue) -> None:
        self.report.setText(f"{rescued_words(made)}\nแฟ้มใหม่: {made.path}")
        lost = lost_words(made)
        words = "\n".join(("สิ่งที่หายหรือไม่ครบ", *(f"• {line}" for line in lost)))
        self.losses.setText(words if lost else "ไม่พบว่ามีข้อมูลใดหายไป")
        set_role(self.report, "")
        set_role(self.losses, "amber" if lost else "good")
        self.losses.show()
        self.rescue.hide()
        self.open_rescued.show()
        self.open_rescued.setFocus()

    def _open(self) -> None:
        if self.made is not None:
            self.wanted = self.made.path
            self.accept()

    def _put_back(self) -> None:
        looked = self.looked
        if looked is None or not asked_to_put_back(self, self._file, looked.backup):
            return
        if put_back(self, self._file, looked.backup) is not None:
            self.wanted = self._file
            self.accept()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(sign("circle-alert", "danger", 32), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addWidget(self.told)
        words.addWidget(self.remedy)
        head.addLayout(words, 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addLayout(head)
        column.addWidget(self.rescue_card)
        column.addWidget(self.backup_card)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        close = push("ปิด", "x", self.reject, parent=self)
        close.setAutoDefault(False)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addWidget(area, 1)
        whole.addLayout(last)
        for button in (self.rescue, self.open_rescued, self.use_backup):
            button.setAutoDefault(False)
        room: QRect = self.screen().availableGeometry()
        self.resize(min(820, room.width() - 48), min(640, room.height() - 64))


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
