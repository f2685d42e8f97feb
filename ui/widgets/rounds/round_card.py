"""The card of the overview that tells of rounds: what is due when, and who has not reported."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ita_desktop.session.rounds.states import DivisionState, RoundState, round_name
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID, set_role
from ui.widgets.buttons import push
from ui.widgets.cards import card, sign
from ui.widgets.flow import FlowLayout
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace


def rounds_card(workspace: Workspace, states: Sequence[RoundState]) -> QWidget:
    """A card of all rounds in use; a click goes to what is missing."""
    frame, column = card("รอบการรายงาน")
    for state in states:
        column.addWidget(RoundLine(workspace, state))
    return frame


class RoundLine(QWidget):
    """One round: how many have reported of how many, until when; divisions that have not, once
    the round is over or somebody has begun."""

    def __init__(self, workspace: Workspace, state: RoundState) -> None:
        super().__init__()
        self._workspace = workspace
        self._month = state.month
        name, role = _sign_of(state)
        title = QLabel(round_name(state.month))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        told = WrapLabel(f"{state.count_words} · {state.due_words}")
        left = QLabel(state.left_words)
        set_role(left, role)
        self.go = push("ดูที่ยังไม่รายงาน", "list-checks", lambda: self._show(""))
        if not state.missing:
            self.go.hide()
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(sign(name, role))
        top.addWidget(title)
        top.addWidget(told, 1)
        top.addWidget(left)
        top.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(top)
        self.divisions = [self._division(one) for one in state.divisions]
        if self.divisions and (state.ended or state.reported or _begun(state)):
            below = QWidget()
            flow = FlowLayout(below, GRID // 2)
            flow.setContentsMargins(3 * GRID, 0, 0, 0)
            for button in self.divisions:
                flow.addWidget(button)
            column.addWidget(below)

    def _division(self, one: DivisionState) -> QWidget:
        """A division with its count; pressed, it shows what it has not reported."""
        wanted = one.division.id if one.division else ""
        done = not one.missing
        button = push(
            to_thai(f"{one.name} {one.reported}/{len(one.asked)}"),
            "circle-check" if done else "circle-dashed",
            lambda: self._show(wanted),
            role="quiet",
            color_role="good" if done else "amber",
            tip="รายงานครบแล้ว" if done else "แสดงเฉพาะมาตรการที่ยังไม่รายงาน",
        )
        button.setEnabled(not done)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _show(self, division: str) -> None:
        # The page must stand before it can be turned to a part of itself.
        self._workspace.show_page("measures")
        self._workspace.show_page(f"measures/round/{self._month}/{division}".rstrip("/"))


def _begun(state: RoundState) -> bool:
    return any(one.reported for one in state.divisions)


def _sign_of(state: RoundState) -> tuple[str, str]:
    if state.done:
        return "circle-check", "good"
    if state.late:
        return "circle-alert", "danger"
    return ("clock", "amber") if state.ended else ("calendar", "hint")
