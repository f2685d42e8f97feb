"""The rows of a form: label, hint, editor and findings of one field; headings of groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ita_desktop.checks.readings import OUTSIDE_YEAR
from ita_desktop.model.findings import Finding, Severity
from ui.theme import GRID, section_title, set_role
from ui.widgets.buttons import push
from ui.widgets.editors.editor import Editor
from ui.widgets.sign import Sign
from ui.widgets.text.labels import WrapLabel

_SIGN = 16
"""Logical pixels of a finding's icon."""


SEVERITY_SIGNS: Mapping[Severity, tuple[str, str]] = MappingProxyType(
    {
        Severity.MUST_MEND: ("circle-alert", "danger"),
        Severity.LOOK_AT: ("triangle-alert", "amber"),
        Severity.NOTE: ("info", "hint"),
    }
)
"""Icon and colour role of how much something matters."""


class FindingLine(QWidget):
    """One finding in words, with an icon and a colour that say how much it matters; where it can
    be ``mended``, a button does so."""

    def __init__(
        self,
        finding: Finding,
        mended: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.finding = finding
        name, role = sign_of(finding)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        sign = Sign(name, role, _SIGN)
        sign.setFixedSize(_SIGN, _SIGN + 4)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        missing = finding.code.startswith("missing-")
        told = (finding.problem,) if missing else (finding.problem, finding.remedy)
        words = " · ".join(filter(None, told))
        layout.addWidget(WrapLabel(words, role), 1)
        if finding.repair is not None and mended is not None:
            self.mend = mend_button(finding, mended)
            layout.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignTop)


def mend_button(finding: Finding, act: Callable[[], object]) -> QPushButton:
    """``แก้ให้``, with what it would put there as its tip."""
    new = finding.repair.new if finding.repair is not None else ""
    button = push("แก้ให้", "check", act, role="flat", color_role="good", tip=f"แก้เป็น: {new}")
    button.setAccessibleName(f"แก้ให้: {finding.problem}")
    return button


def sign_of(finding: Finding) -> tuple[str, str]:
    """Icon and colour role. What is merely still empty, or reads well and lies in another year,
    is amber: red is for what is wrong."""
    if finding.code.startswith(("missing-", "no-")):
        return "circle-dashed", "amber"
    if finding.code == OUTSIDE_YEAR:
        return "triangle-alert", "amber"
    return SEVERITY_SIGNS[finding.severity]


def _told_by_editor(finding: Finding) -> bool:
    return finding.code.startswith("unread-") or finding.code == OUTSIDE_YEAR


class FieldRow(QWidget):
    """One field of the form; ``grew`` tells that it needs more room than before, ``mend_wanted``
    the finding that shall be mended."""

    grew = Signal()
    mend_wanted = Signal(object)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._findings: tuple[Finding, ...] = ()
        field = editor.field
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 4)
        head = self._head = QHBoxLayout()
        head.setSpacing(GRID)
        if not editor.names_itself:
            self.label = QLabel(field.label)
            font = self.label.font()
            font.setBold(True)
            self.label.setFont(font)
            self.label.setBuddy(editor.focusProxy() or editor)
            head.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        if field.hint:
            head.addWidget(WrapLabel(field.hint, "hint"), 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(editor)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(0)
        layout.addLayout(self._below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() > event.oldSize().height() > 0:
            self.grew.emit()

    def add_mark(self, mark: QWidget) -> None:
        """Put a small button at the right end of the line of the label."""
        if not self.editor.field.hint:
            self._head.addStretch(1)
        self._head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is shown below the editor."""
        return self._findings

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Put findings right below the editor."""
        if self.editor.shows_readings:
            findings = [one for one in findings if not _told_by_editor(one)]
        if tuple(findings) == self._findings:
            return
        self._findings = tuple(findings)
        while (item := self._below.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for finding in findings:
            line = FindingLine(finding, lambda one=finding: self.mend_wanted.emit(one))
            self._below.addWidget(line)


def group_heading(title: str) -> QWidget:
    """A group's heading with a line under it."""
    heading = QWidget()
    layout = QVBoxLayout(heading)
    layout.setContentsMargins(0, GRID * 2, 0, 0)
    layout.setSpacing(GRID // 2)
    words = QLabel(title)
    section_title(words)
    set_role(words, "accent")
    line = QFrame()
    set_role(line, "line")
    layout.addWidget(words)
    layout.addWidget(line)
    return heading
