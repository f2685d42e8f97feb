"""Choosing the emblem among the pictures of a Word file."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.errors import UserError
from ita_desktop.session.intake.word_emblems import Emblem, FoundEmblems, emblems_in
from ita_desktop.thai.digits import to_thai
from ui.choosing import choose_word_source
from ui.dialogs import tell_problem
from ui.theme import GRID, set_role
from ui.widgets.evidence.evidence_delegate import small_picture
from ui.widgets.text.labels import WrapLabel

_SIDE = GRID * 16


def emblem_from_word(parent: QWidget) -> bytes | None:
    """Ask for a Word file and which of its pictures to take; None where the clerk thought better
    of it. What is wrong with the file is told."""
    path = choose_word_source(parent)
    if path is None:
        return None
    try:
        found = emblems_in(path)
    except UserError as problem:
        tell_problem(parent, problem)
        return None
    if not found.emblems:
        tell_problem(parent, UserError(f"ภาพในแฟ้ม “{path.name}” แปลงมาใช้ไม่ได้", found.told))
        return None
    dialog = EmblemDialog(path.name, found, parent)
    chosen = dialog.chosen if dialog.exec() else None
    dialog.deleteLater()
    return chosen.data if chosen is not None else None


class EmblemDialog(QDialog):
    """``chosen`` is the picture in hand; a double click takes it at once."""

    def __init__(self, name: str, found: FoundEmblems, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("นำตราครุฑมาจากแฟ้ม Word")
        self.setModal(True)
        self._emblems = found.emblems
        self.list = QListWidget()
        self.list.setAccessibleName("ภาพในแฟ้ม Word")
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setIconSize(QSize(_SIDE, _SIDE))
        self.list.setGridSize(QSize(_SIDE + 3 * GRID, _SIDE + 8 * GRID))
        self.list.setUniformItemSizes(True)
        for one in found.emblems:
            self._add(one)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self.accept())
        ok = QPushButton("ใช้ภาพนี้")
        set_role(ok, "primary")
        ok.setDefault(True)
        buttons = QDialogButtonBox()
        buttons.addButton(ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton("ยกเลิก"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(WrapLabel(f"เลือกภาพตราครุฑจาก “{name}”"))
        column.addWidget(self.list, 1)
        if found.told:
            column.addWidget(WrapLabel(found.told, "amber"))
        column.addWidget(buttons)
        self.resize(GRID * 80, GRID * 58)

    @property
    def chosen(self) -> Emblem | None:
        row = self.list.currentRow()
        return self._emblems[row] if row >= 0 else None

    def _add(self, emblem: Emblem) -> None:
        size, picture = _on_paper(emblem.data, self.devicePixelRatioF())
        words = to_thai("\n".join(filter(None, (emblem.place, size))))
        sign = QIcon(picture)
        sign.addPixmap(picture, QIcon.Mode.Selected)  # on white when chosen too
        item = QListWidgetItem(sign, words, self.list)
        item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
        item.setToolTip(words)


def _on_paper(data: bytes, ratio: float) -> tuple[str, QPixmap]:
    """The picture's size in words, and the picture on white, as it will be printed."""
    side = QSize(_SIDE, _SIDE)
    paper = QPixmap(side * ratio)
    paper.setDevicePixelRatio(ratio)
    paper.fill(QColor("white"))
    shown = small_picture(data, side - QSize(GRID, GRID), ratio)
    if shown.isNull():
        return "", paper
    painter = QPainter(paper)
    free = side - shown.deviceIndependentSize().toSize()
    painter.drawPixmap(free.width() // 2, free.height() // 2, shown)
    painter.end()
    return _size_words(data), paper


def _size_words(data: bytes) -> str:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    size = QImageReader(buffer).size()
    return f"{size.width()} × {size.height()} จุด" if size.isValid() else ""
