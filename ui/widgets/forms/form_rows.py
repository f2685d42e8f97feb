"""The rows of a form: label, hint, editor and findings of one field; headings of groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.checks.measures.readings import OUTSIDE_YEAR
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.session.checking.leaving import may_be_left
from ui.theme import GRID, section_title, set_role
from ui.widgets.buttons import push
from ui.widgets.editors.editor import Editor
from ui.widgets.sign import Sign
from ui.widgets.text.labels import WrapLabel

_NARROW = GRID * 64
"""Logical pixels of a line under which its buttons stand below the words."""

_LEAVE = "ปล่อยไว้ตามเดิม และบอกเหตุผลไว้ให้ผู้ตรวจทราบ"
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
    be ``mended`` or ``left`` as it is, buttons do so and leave the focus where it is."""

    def __init__(
        self,
        finding: Finding,
        mended: Callable[[], object] | None = None,
        left: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.finding = finding
        name, role = sign_of(finding)
        sign = Sign(name, role, _SIGN)
        sign.setFixedSize(_SIGN, _SIGN + 4)
        offered = finding.repair is not None and mended is not None
        short = finding.code.startswith("missing-") or offered
        told = (finding.problem,) if short else (finding.problem, finding.remedy)
        said = self._said = QHBoxLayout()
        said.setSpacing(GRID // 2)
        said.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = WrapLabel(" · ".join(filter(None, told)), role)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        said.addWidget(words, 1)
        self._acts = QWidget()
        acts = QHBoxLayout(self._acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(0)
        if offered and mended is not None:
            self.mend = mend_button(finding, mended, "quiet")
            acts.addWidget(self.mend)
        if may_be_left(finding) and left is not None:
            self.leave = push("ปล่อยไว้…", "x", left, role="quiet", color_role="hint", tip=_LEAVE)
            self.leave.setAccessibleName(f"ปล่อยไว้: {finding.problem}")
            acts.addWidget(self.leave)
        for button in self._acts.findChildren(QPushButton):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        acts.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._sides.addLayout(said, 1)
        self._sides.addWidget(self._acts, 0, Qt.AlignmentFlag.AlignTop)
        self._acts.setVisible(acts.count() > 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        beside = not narrow and not self._acts.isHidden()
        self._said.setContentsMargins(0, GRID // 2 if beside else 0, 0, 0)
        self._acts.setContentsMargins(GRID if beside else _SIGN, 0, 0, 0)


class FindingLines(QWidget):
    """Findings below a field; ``mend_wanted`` and ``leave_wanted`` carry one of them."""

    mend_wanted = Signal(object)
    leave_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these and no others."""
        if tuple(findings) == self.findings:
            return
        self.findings = tuple(findings)
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for finding in findings:
            mended = partial(self.mend_wanted.emit, finding)
            left = partial(self.leave_wanted.emit, finding)
            self._column.addWidget(FindingLine(finding, mended, left))
        self.setVisible(bool(findings))


def mend_button(finding: Finding, act: Callable[[], object], role: str = "flat") -> QPushButton:
    """``แก้ให้``, with what it would put there as its tip."""
    new = finding.repair.new if finding.repair is not None else ""
    button = push("แก้ให้", "check", act, role=role, color_role="good", tip=f"แก้เป็น: {new}")
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
    and ``leave_wanted`` the finding that shall be mended, or left as it is."""

    grew = Signal()
    mend_wanted = Signal(object)
    leave_wanted = Signal(object)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
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
        self._below = FindingLines()
        self._below.mend_wanted.connect(self.mend_wanted)
        self._below.leave_wanted.connect(self.leave_wanted)
        layout.addWidget(self._below)

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
        return self._below.findings

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Put findings right below the editor."""
        if self.editor.shows_readings:
            findings = [one for one in findings if not _told_by_editor(one)]
        self._below.show_findings(findings)


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
