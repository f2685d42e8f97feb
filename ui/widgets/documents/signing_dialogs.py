"""The questions about a signed copy: when and under what number; and what differs since."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.errors import UserError
from ita_desktop.model.fields import field_of
from ita_desktop.model.records import SignedCopy
from ita_desktop.session.papers.signing import Difference
from ita_desktop.thai.dates import Misread, read_date
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID, section_title, set_role
from ui.widgets.buttons import push
from ui.widgets.editors.date_editor import DateEditor
from ui.widgets.editors.editor import Editor
from ui.widgets.editors.editors import make_editor
from ui.widgets.forms.form_rows import FieldRow
from ui.widgets.text.labels import WrapLabel
from ui.widgets.text.marked_label import MarkedLabel

_FIELDS = ("signed", "number", "note")
_DIGEST = re.compile("[0-9a-f]{64}")
_MOST_SHOWN = 60
"""Places that the dialog shows; a document that differs in more was made anew."""

Choose = Callable[[QWidget], Path | None]
Read = Callable[[Path], bytes]


class SignDialog(QDialog):
    """Asks what stands on the signed paper. Once it is accepted ``signed``, ``number``, ``note``
    and ``scan`` (empty without one) are what was said. ``read`` makes a file a scan to be kept."""

    def __init__(
        self,
        title: str,
        words: str,
        values: dict[str, Any],
        parent: QWidget | None = None,
        *,
        choose: Choose | None = None,
        read: Read | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._choose, self._read = choose, read
        self.scan = b""
        self.editors: dict[str, Editor] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(WrapLabel(words))
        for name in _FIELDS:
            editor = make_editor(field_of(SignedCopy, name))
            assert editor is not None
            editor.set_value(values[name])
            self.editors[name] = editor
            column.addWidget(FieldRow(editor))
        self.scan_button = push("เลือกแฟ้มสแกน…", "file-plus", self._on_scan)
        self.scan_button.setAutoDefault(False)
        self.scan_state = WrapLabel("ยังไม่มีก็ได้ เพิ่มภายหลังได้ทุกเมื่อ", "hint")
        if choose is not None:
            row = QHBoxLayout()
            row.setSpacing(GRID)
            row.addWidget(self.scan_button)
            row.addWidget(self.scan_state, 1)
            column.addLayout(row)
        column.addStretch(1)
        self.ok = QPushButton("เก็บไว้")
        set_role(self.ok, "primary")
        self.ok.setDefault(True)
        column.addWidget(_buttons(self, self.ok, QPushButton("ยกเลิก")))
        self.resize(GRID * 64, self.sizeHint().height())

    @property
    def signed(self) -> date | None:
        value: date | None = self.editors["signed"].value()
        return value

    @property
    def number(self) -> str:
        return str(self.editors["number"].value())

    @property
    def note(self) -> str:
        return str(self.editors["note"].value())

    def accept(self) -> None:
        """Close, unless the date typed cannot be read: the box says so."""
        day = self.editors["signed"]
        assert isinstance(day, DateEditor)
        typed = day.line.text().strip()
        if typed and isinstance(read_date(typed), Misread):
            day.focus_field()
            return
        super().accept()

    def take_scan(self, path: Path) -> None:
        """Take a scan from a file, or say why it cannot be."""
        assert self._read is not None
        try:
            self.scan = self._read(path)
        except UserError as problem:
            set_role(self.scan_state, "danger")
            self.scan_state.setText(f"{problem.problem} {problem.remedy}")
            return
        set_role(self.scan_state, "hint")
        self.scan_state.setText(f"“{path.name}”")

    def _on_scan(self) -> None:
        path = self._choose(self) if self._choose is not None else None
        if path is not None:
            self.take_scan(path)


class DifferenceDialog(QDialog):
    """Place by place what was signed and what would be printed now."""

    def __init__(
        self, title: str, found: Sequence[Difference], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("ความต่างจากฉบับที่ลงนาม")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        for number, one in enumerate(found[:_MOST_SHOWN], start=1):
            column.addWidget(_place(number, one))
        if len(found) > _MOST_SHOWN:
            words = to_thai(f"และอีก {len(found) - _MOST_SHOWN} แห่ง")
            column.addWidget(WrapLabel(words, "hint"))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        head = WrapLabel(to_thai(f"{title}: ต่างกัน {len(found)} แห่ง"))
        section_title(head)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(head)
        hint = "เทียบเฉพาะถ้อยคำ ตัวเลข และภาพ ไม่นับชนิดตัวเลข ขนาดอักษร หรือแนวกระดาษ"
        whole.addWidget(WrapLabel(hint, "hint"))
        whole.addWidget(scroll, 1)
        close = QPushButton("ปิด")
        close.setDefault(True)
        whole.addWidget(_buttons(self, None, close))
        self.resize(GRID * 88, GRID * 68)


def spoken_line(line: str) -> str:
    """The line as it is shown: Thai digits, and a word in the place of a picture."""
    return "(ภาพ)" if _DIGEST.fullmatch(line) else to_thai(line)


def _place(number: int, one: Difference) -> QWidget:
    card = QFrame()
    set_role(card, "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID)
    column.setSpacing(GRID // 2)
    column.addWidget(WrapLabel(to_thai(f"แห่งที่ {number}"), "accent"))
    for label, lines, others, role in (
        ("ฉบับที่ลงนาม", one.before, one.now, "danger"),
        ("ปัจจุบัน", one.now, one.before, "good"),
    ):
        head = WrapLabel(label if lines else f"{label}: ไม่มีข้อความนี้", "hint")
        column.addWidget(head)
        paired = len(lines) == len(others)  # line by line the words that differ can be told
        for at, line in enumerate(lines):
            words, other = spoken_line(line), spoken_line(others[at]) if paired else ""
            column.addWidget(MarkedLabel(words, other, role) if other else WrapLabel(words, role))
    return card


def _buttons(dialog: QDialog, ok: QPushButton | None, cancel: QPushButton) -> QDialogButtonBox:
    box = QDialogButtonBox()
    if ok is not None:
        box.addButton(ok, QDialogButtonBox.ButtonRole.AcceptRole)
    box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box
