"""What was found, in words; each line leads to where it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.findings import Finding
from ita_desktop.session.checking.leaving import may_be_left
from ita_desktop.thai.digits import to_thai_but_quoted
from ui.theme import GRID, set_role
from ui.widgets.buttons import push, tool
from ui.widgets.forms.form_rows import mend_button, sign_of
from ui.widgets.sign import Sign
from ui.widgets.text.labels import WrapLabel

_SIGN = 16
_TALLEST = GRID * 26
"""Logical pixels after which the list scrolls."""

_LEAVE = "ปล่อยไว้ตามเดิม และบอกเหตุผลไว้ให้ผู้ตรวจทราบ…"
_LOWEST = GRID * 9
"""Logical pixels that are left of it where the window is low."""


class FindingLink(QFrame):
    """One finding; a click, Enter or the space bar goes there. ``acts`` are the buttons at its end;
    ``reason`` says why it was left as it is; ``place`` where it stands, for a list of many."""

    clicked = Signal()

    def __init__(
        self,
        finding: Finding,
        acts: Sequence[QAbstractButton] = (),
        reason: str = "",
        parent: QWidget | None = None,
        *,
        place: str = "",
    ) -> None:
        super().__init__(parent)
        self.finding = finding
        set_role(self, "link")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        sign = Sign(*(("check", "hint") if reason else sign_of(finding)), _SIGN)
        sign.setFixedSize(_SIGN, _SIGN + 4)
        words = finding_words(finding)
        if place:
            words = f"{place}: {finding.problem}"
        if reason:
            words = f"ปล่อยไว้: {finding.problem} · เหตุผล: {reason}"
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID // 2, 2, GRID // 2, 2)
        row.setSpacing(GRID // 2)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(WrapLabel(words, "hint" if reason else ""), 1)
        self.acts = tuple(acts)
        for button in self.acts:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
            return
        super().keyPressEvent(event)


class FindingList(QScrollArea):
    """All findings of one document; ``wanted`` is the one to go to, ``mend_wanted`` one to mend,
    ``leave_wanted`` one to leave as it is, ``back_wanted`` one to tell of again."""

    wanted = Signal(object)
    mend_wanted = Signal(object)
    leave_wanted = Signal(object)
    back_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.links: list[FindingLink] = []
        self._shown: object = None
        self._wanted = GRID * 3
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("สิ่งที่ตรวจพบ")
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, GRID, 0)
        self._column.setSpacing(0)
        self.setWidget(inner)

    def show_findings(
        self, findings: Sequence[Finding], left: Sequence[tuple[Finding, str]] = ()
    ) -> None:
        """List these findings, and below them those that were ``left``, each with its reason."""
        if (tuple(findings), tuple(left)) == self._shown:
            return
        self._shown = (tuple(findings), tuple(left))
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.links = []
        for finding in findings:
            self._add(FindingLink(finding, self._acts(finding)))
        for finding, reason in left:
            back = push(
                "ตรวจอีก", "undo-2", lambda one=finding: self.back_wanted.emit(one), role="flat"
            )
            self._add(FindingLink(finding, (back,), reason or "ไม่ได้ระบุ"))
        self._column.addStretch(1)
        self._fit()

    def _add(self, link: FindingLink) -> None:
        link.clicked.connect(lambda: self.wanted.emit(link.finding))
        self._column.addWidget(link)
        self.links.append(link)

    def _acts(self, finding: Finding) -> list[QAbstractButton]:
        """The buttons of an open finding."""
        acts: list[QAbstractButton] = []
        if finding.repair is not None:
            acts.append(mend_button(finding, lambda: self.mend_wanted.emit(finding)))
        if may_be_left(finding):
            leave = tool("x", _LEAVE, lambda: self.leave_wanted.emit(finding))
            leave.setAccessibleName(f"ปล่อยไว้: {finding.problem}")
            acts.append(leave)
        return acts

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        inner = self.widget()
        width = max(self.viewport().width(), 1)
        height = inner.heightForWidth(width) if inner.hasHeightForWidth() else -1
        wanted = height if height > 0 else inner.sizeHint().height()
        self._wanted = min(max(wanted, GRID * 3), _TALLEST)
        self.setMinimumHeight(min(self._wanted, _LOWEST))
        self.setMaximumHeight(self._wanted)
        self.updateGeometry()


def finding_words(finding: Finding) -> str:
    """One line: what to do where something is merely empty, else what is wrong and what to do."""
    if finding.code.startswith("missing-") and finding.remedy:
        words = finding.remedy
    else:
        words = " · ".join(filter(None, (finding.problem, finding.remedy)))
    return to_thai_but_quoted(words)
