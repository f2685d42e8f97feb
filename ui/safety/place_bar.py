"""Where backups go, and a backup now: the lower edge of the window of backups."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from ita_desktop.session.safety.backup_views import trouble_words
from ui.choosing import choose_folder, home
from ui.dialogs import ask, open_folder
from ui.safety.places import places_of, remember_second_place
from ui.safety.waited import waited
from ui.theme import GRID, set_role
from ui.widgets.bars import ElidedLabel
from ui.widgets.buttons import push
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_REMEDY = "ตรวจพื้นที่ว่างและสิทธิ์ของโฟลเดอร์ หรือเลือกที่เก็บแห่งที่สอง แล้วกด “สำรองเดี๋ยวนี้”"


class PlaceBar(QWidget):
    """Two lines, one a place, and the button สำรองเดี๋ยวนี้."""

    def __init__(
        self, workspace: Workspace, settings: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._settings = settings
        self.usual = ElidedLabel(self)
        self.second = ElidedLabel(self)
        self.trouble = WrapLabel("", "amber", self)
        self.open = push("เปิดโฟลเดอร์", "folder-open", self._open, parent=self)
        self.choose = push("เลือกโฟลเดอร์…", "folder-input", self._choose, parent=self)
        self.forget = push("เลิกใช้", "x", self._forget, parent=self)
        self.now = push("สำรองเดี๋ยวนี้", "save", self._now, parent=self)
        self.now.setToolTip("แฟ้มสำรองที่สั่งเก็บเองจะไม่ถูกลบเมื่อมีแฟ้มใหม่กว่า")
        choosing = QHBoxLayout()
        choosing.setSpacing(GRID // 2)
        choosing.addWidget(self.choose)
        choosing.addWidget(self.forget)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        for row, (words, label) in enumerate((("ในเครื่องนี้", self.usual), ("แห่งที่สอง", self.second))):
            title = QLabel(words, self)
            set_role(title, "hint")
            grid.addWidget(title, row, 0)
            grid.addWidget(label, row, 1)
        grid.addWidget(self.trouble, 2, 0, 1, 4)
        grid.addWidget(self.open, 0, 2)
        grid.addLayout(choosing, 1, 2)
        grid.addWidget(self.now, 0, 3)
        for button in (self.open, self.choose, self.forget, self.now):
            button.setAutoDefault(False)
        self.show_places()

    def show_places(self) -> None:
        """Say where backups go now."""
        places = self._workspace.backups.places
        self.usual.setText(str(places.usual or "ไม่มีโฟลเดอร์ที่เขียนได้"))
        self.open.setEnabled(places.usual is not None)
        second = places.second
        if second is None:
            self.second.setText("ยังไม่ได้เลือก เช่น แฟลชไดรฟ์หรือโฟลเดอร์กลางของหน่วยงาน")
        else:
            there = waited(self, "กำลังดูที่เก็บแห่งที่สอง…", second.is_dir)
            away = "" if there else " (ไม่พบในขณะนี้)"
            self.second.setText(f"{second}{away}")
        set_role(self.second, "hint" if second is None else "")
        self.forget.setVisible(second is not None)
        self.show_trouble()

    def show_trouble(self) -> None:
        """Say why the last backup failed, if it did."""
        last = self._workspace.backups.last
        words = trouble_words(last) if last is not None else ""
        self.trouble.setText(f"ครั้งล่าสุดเก็บไม่สำเร็จ: {words} · {_REMEDY}" if words else "")
        self.trouble.setVisible(bool(words))

    def _open(self) -> None:
        usual = self._workspace.backups.places.usual
        if usual is not None:
            open_folder(usual)

    def _choose(self) -> None:
        places = self._workspace.backups.places
        start = places.second if places.second and places.second.is_dir() else home()
        chosen = choose_folder(self, start, "เก็บแฟ้มสำรองแห่งที่สองไว้ที่ใด")
        if chosen is None:
            return
        if chosen == places.usual or not self._apart(chosen):
            return
        self._use(chosen)

    def _apart(self, chosen: Path) -> bool:
        """A second place beside the file is lost with it: asked for."""
        if chosen != self._workspace.session.path.parent:
            return True
        return ask(
            self,
            "โฟลเดอร์นี้เป็นที่เดียวกับแฟ้มงาน ใช้เก็บแฟ้มสำรองหรือไม่",
            "หากไดรฟ์นี้เสียหรือหาย จะหายไปพร้อมกันทั้งแฟ้มงานและแฟ้มสำรอง ควรเลือกไดรฟ์หรือเครื่องอื่น",
            yes="ใช้โฟลเดอร์นี้",
            no="เลือกใหม่",
        )

    def _forget(self) -> None:
        self._use(None)

    def _use(self, folder: Path | None) -> None:
        remember_second_place(self._settings, folder)
        self._workspace.backups.places = places_of(self._settings)
        self.show_places()

    def _now(self) -> None:
        self._workspace.backups.ask()
