"""เกี่ยวกับโปรแกรม: version, and where everything lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ita_desktop import __version__
from ita_desktop.places import backup_folder, log_folder, settings_folder
from ui.dialogs import open_folder
from ui.theme import GRID, page_title, set_role
from ui.widgets.buttons import push
from ui.widgets.text.labels import WrapLabel


class AboutDialog(QDialog):
    """Says what the program is and opens the folders it keeps."""

    def __init__(self, file: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("เกี่ยวกับโปรแกรม")
        self.setMinimumWidth(GRID * 76)
        title = QLabel(f"ITA Desktop {__version__}", self)
        page_title(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setColumnStretch(1, 1)
        places = [
            ("โฟลเดอร์แฟ้มบันทึก (log)", log_folder()),
            ("โฟลเดอร์สำรองข้อมูล", backup_folder()),
            ("โฟลเดอร์ค่าที่จำไว้", settings_folder()),
        ]
        if file is not None:
            places.insert(0, ("แฟ้มงานที่เปิดอยู่", file))
        for row, (words, path) in enumerate(places):
            _add_place(grid, row, words, path)
        close = QPushButton("ปิด", self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(title)
        column.addWidget(
            WrapLabel(
                "จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสของหน่วยงาน กรอกครั้งเดียว พิมพ์เป็นเอกสารราชการได้ทันที"
                " งานทั้งหมดอยู่ในแฟ้มงานแฟ้มเดียว และโปรแกรมบันทึกให้เองทุกครั้งที่พิมพ์",
                parent=self,
            )
        )
        column.addLayout(grid)
        column.addWidget(
            WrapLabel(
                "โปรแกรมเผยแพร่ภายใต้สัญญาอนุญาต GPL-3.0 หรือใหม่กว่า"
                " อักษร Sarabun และ Laksaman กับสัญรูป Lucide เผยแพร่ภายใต้สัญญาอนุญาตของตน",
                "hint",
                self,
            )
        )
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _add_place(grid: QGridLayout, row: int, words: str, path: Path) -> None:
    label = QLabel(words)
    set_role(label, "hint")
    where = QLabel(str(path))
    where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    where.setWordWrap(True)
    where.setMinimumWidth(GRID * 30)
    folder = path if path.is_dir() else path.parent
    show = push("เปิดโฟลเดอร์", "folder-open", lambda: open_folder(folder))
    grid.addWidget(label, row, 0)
    grid.addWidget(where, row, 1)
    grid.addWidget(show, row, 2)
