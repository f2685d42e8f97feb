"""Which rounds the year has, and until when divisions send their results."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from ita_desktop.model.fields import field_of
from ita_desktop.model.records import ReportingRound
from ita_desktop.model.rounds import due_date, every_round, round_end
from ita_desktop.session.rounds.states import days_words, round_name
from ita_desktop.thai.dates import DateStyle, format_date
from ita_desktop.thai.digits import to_thai
from ui.dialogs import resize_within_screen
from ui.theme import GRID, section_title, set_role
from ui.widgets.buttons import deciding, push
from ui.widgets.editors.date_editor import DateEditor
from ui.widgets.editors.text_editors import IntegerEditor
from ui.widgets.forms.form import surroundings
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_HEADS = ("ใช้รอบ", "สิ้นรอบ", "ส่งผลภายใน (วัน)", "หรือกำหนดวันเอง", "กำหนดส่ง")


class RoundsDialog(QDialog):
    """:attr:`rounds` are what was set, once it is accepted."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._year = workspace.year
        year = to_thai(f"ปีงบประมาณ พ.ศ. {self._year.action_year}")
        self.setWindowTitle(f"รอบการรายงาน {year}")
        self.setModal(True)
        title = WrapLabel(f"รอบการรายงานผลของ{year}")
        section_title(title)
        self.lines = [
            RoundLine(workspace, one) for one in every_round(workspace.session.snapshot, self._year)
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        for at, words in enumerate(_HEADS):
            head = QLabel(words)
            set_role(head, "hint")
            grid.addWidget(head, 0, at)
        for row, line in enumerate(self.lines, 1):
            for at, part in enumerate(line.parts):
                grid.addWidget(part, row, at, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(len(_HEADS) - 1, 1)
        free = not workspace.session.read_only
        yes = push("ตกลง", "check", self.accept, role="primary")
        yes.setEnabled(free)
        yes.setDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addWidget(title)
        hint = "รอบ ๖ เดือน คือ ๑ ตุลาคม ถึง ๓๑ มีนาคม วันกำหนดส่งใช้ในหน้าภาพรวมและในแบบขอผล"
        whole.addWidget(WrapLabel(hint, "hint"))
        whole.addLayout(grid)
        whole.addStretch(1)
        whole.addWidget(deciding(self, yes, push("ยกเลิก", "x", self.reject)))
        resize_within_screen(self, GRID * 116, GRID * 48)

    @property
    def rounds(self) -> tuple[ReportingRound, ...]:
        """Every round as set here."""
        return tuple(line.round for line in self.lines)


class RoundLine:
    """One round: whether it is used, when it ends, how many days or which day."""

    def __init__(self, workspace: Workspace, one: ReportingRound) -> None:
        self._workspace = workspace
        self._one = one
        action_year = workspace.year.action_year
        self.used = QCheckBox(round_name(one.month))
        self.used.setChecked(one.used)
        end = format_date(round_end(action_year, one.month), DateStyle.SHORT)
        self._end = QLabel(to_thai(end))
        self.days = IntegerEditor(field_of(ReportingRound, "days"))
        self.days.line.setMaximumWidth(GRID * 10)
        due = dataclasses.replace(field_of(ReportingRound, "due"), hint="")
        self.due = DateEditor(due)
        self.due.line.setMinimumWidth(GRID * 20)
        self.told = WrapLabel(role="hint")
        self.told.setMinimumWidth(GRID * 22)
        for editor, value in ((self.days, one.days), (self.due, one.due)):
            editor.set_around(surroundings(workspace))
            editor.set_value(value)
            editor.edited.connect(lambda _value: self._tell())
            name = editor.field.label
            for box in editor.inputs():
                box.setAccessibleName(f"{name} {round_name(one.month)}")
        for line in (self.days.line, self.due.line):
            line.textChanged.connect(lambda _text: self._tell())
        self.used.toggled.connect(lambda _on: self._tell())
        self.parts = (self.used, self._end, self.days, self.due, self.told)
        self._tell()

    @property
    def round(self) -> ReportingRound:
        """The round as set here."""
        return dataclasses.replace(
            self._one,
            used=self.used.isChecked(),
            days=self.days.value(),
            due=self.due.value(),
        )

    def _tell(self) -> None:
        """Say on which day that is, and how far off."""
        on = self.used.isChecked()
        self.days.setEnabled(on and self.round.due is None)
        self.due.setEnabled(on)
        due = due_date(self._workspace.year, self.round)
        today = self._workspace.session.clock().date()
        words = to_thai(f"{format_date(due)}\n{days_words(due, today)}")
        self.told.setText(words if on else "ไม่ใช้รอบนี้")
