"""Layouts taken over from another office file, or given to one: which file, which layouts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.build import kind_of
from ita_desktop.documents.layouts import own_layout
from ita_desktop.errors import UserError
from ita_desktop.model.records import OwnLayout
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.papers import layout_transfer
from ita_desktop.session.papers.layout_transfer import Offer, layouts_of_file, offers
from ita_desktop.thai.digits import to_thai
from ui.choosing import choose_file
from ui.dialogs import tell_problem
from ui.theme import GRID, set_role
from ui.widgets.editors.layout_editor import column_words
from ui.widgets.layouts.column_drawing import paint_tiny
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_DRAWING = QSize(GRID * 16, GRID * 8)


def bring_layouts(parent: QWidget, workspace: Workspace) -> int:
    """Ask for a file and which of its layouts to add; how many were added."""
    path = choose_file(parent, workspace.session.path.parent)
    if path is None:
        return 0
    try:
        source = layouts_of_file(path)
    except UserError as problem:
        tell_problem(parent, problem)
        return 0
    target = workspace.session.snapshot
    dialog = LayoutTransferDialog(f"นำแบบตารางจาก “{path.name}”", "นำเข้า", source, target, parent)
    try:
        if not dialog.exec():
            return 0
        count = layout_transfer.bring_layouts(workspace.session, source, dialog.chosen)
    finally:
        dialog.deleteLater()
    workspace.notice(to_thai(f"เพิ่มแบบตาราง {count} แบบแล้ว"), undo=True)
    return count


def send_layouts(parent: QWidget, workspace: Workspace, in_hand: OwnLayout | None) -> int:
    """Ask which layouts to send and to which file; how many were sent."""
    source = workspace.session.snapshot
    if not source.of(OwnLayout):
        problem = UserError(
            "แฟ้มงานนี้ยังไม่มีแบบตารางของหน่วยงาน", "แบบตารางของโปรแกรมมีอยู่ในทุกแฟ้มแล้ว ไม่ต้องส่ง"
        )
        tell_problem(parent, problem)
        return 0
    path = choose_file(parent, workspace.session.path.parent)
    if path is None:
        return 0
    dialog = LayoutTransferDialog(
        f"ส่งแบบตารางไป “{path.name}”", "ส่ง", source, None, parent, in_hand
    )
    try:
        if not dialog.exec():
            return 0
        count = layout_transfer.send_layouts(workspace.session, dialog.chosen, path)
    except UserError as problem:
        tell_problem(parent, problem)
        return 0
    finally:
        dialog.deleteLater()
    workspace.notice(to_thai(f"ส่งแบบตาราง {count} แบบไปแฟ้มงาน “{path.name}” แล้ว"))
    return count


class LayoutTransferDialog(QDialog):
    """Layouts with ticks and drawings. ``target`` is the file that would take them over, where it
    is open: what it has already is not ticked."""

    def __init__(
        self,
        title: str,
        verb: str,
        source: Snapshot,
        target: Snapshot | None,
        parent: QWidget | None = None,
        in_hand: OwnLayout | None = None,
    ) -> None:
        super().__init__(parent)
        self._verb = verb
        self.setWindowTitle(title)
        found = offers(source, target if target is not None else source)
        self.ticks: dict[str, QCheckBox] = {}
        self._layouts = {one.layout.id: one.layout for one in found}
        self.ok = QPushButton()
        set_role(self.ok, "primary")
        self.ok.setDefault(True)
        cancel = QPushButton("ยกเลิก")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        for one in found:
            here = one.here and target is not None
            wanted = one.layout == in_hand if in_hand is not None else not here
            column.addWidget(self._row(one, here, wanted, target is not None))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        buttons = QDialogButtonBox()
        buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(WrapLabel("เลือกแบบตารางที่ต้องการ ช่องข้อมูลของหน่วยงานที่แบบนั้นใช้จะไปด้วยกัน"))
        whole.addWidget(scroll, 1)
        whole.addWidget(buttons)
        self._count()
        self.resize(GRID * 84, GRID * 64)

    @property
    def chosen(self) -> Sequence[OwnLayout]:
        """The layouts that are ticked, in order."""
        return [self._layouts[one] for one, tick in self.ticks.items() if tick.isChecked()]

    def _row(self, offer: Offer, here: bool, wanted: bool, told: bool) -> QFrame:
        frame = QFrame()
        set_role(frame, "card")
        tick = QCheckBox(offer.layout.title)
        font = tick.font()
        font.setBold(True)
        tick.setFont(font)
        tick.setChecked(wanted)
        tick.toggled.connect(lambda _on: self._count())
        self.ticks[offer.layout.id] = tick
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(tick)
        kind = kind_of(offer.layout.document)
        words.addWidget(
            WrapLabel(f"{kind.short_title}: {column_words(own_layout(offer.layout))}", "hint")
        )
        if here:
            words.addWidget(WrapLabel("แฟ้มงานนี้มีแบบนี้อยู่แล้ว", "hint"))
        elif told and offer.new_fields:
            names = " ".join(f"“{one.label}”" for one in offer.new_fields)
            words.addWidget(WrapLabel(f"จะเพิ่มช่องข้อมูล {names}", "accent"))
        row = QHBoxLayout(frame)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(2 * GRID)
        row.addLayout(words, 1)
        row.addWidget(LayoutDrawing(offer.layout), 0, Qt.AlignmentFlag.AlignTop)
        return frame

    def _count(self) -> None:
        count = len(self.chosen)
        self.ok.setText(to_thai(f"{self._verb} {count} แบบ") if count else self._verb)
        self.ok.setEnabled(bool(count))


class LayoutDrawing(QWidget):
    """A layout as a little table without words."""

    def __init__(self, layout: OwnLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = layout
        self.setFixedSize(_DRAWING + QSize(1, 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        columns = self._layout.columns
        shares = [one.share or 1 / max(len(columns), 1) for one in columns]
        paint_tiny(QPainter(self), columns, shares, self.rect().adjusted(0, 0, -1, -1))
