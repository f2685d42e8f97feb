"""The bar that chooses a round or the whole year, says how far it is, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ita_desktop.model.fields import field_of
from ita_desktop.model.records import DocumentSetup
from ita_desktop.model.rounds import MONTHS
from ita_desktop.session.rounds.states import (
    RoundState,
    round_name,
    round_state,
    round_states,
)
from ita_desktop.thai.digits import to_thai
from ui.icons import icon
from ui.rounds.acts import ask_results, report_of_round, set_up_rounds, take_results
from ui.theme import GRID, set_role
from ui.widgets.buttons import push, tool
from ui.widgets.editors.option_editor import OptionEditor
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

WHOLE_YEAR = "ทั้งปี"


class RoundBar(QWidget):
    """``chosen`` tells the month of the round wanted, 0 for the whole year; ``missing`` the id of a
    division whose missing measures are wanted, empty for those of anybody."""

    chosen = Signal(int)
    missing = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._state: RoundState | None = None
        options = [(0, WHOLE_YEAR), *((month, round_name(month)) for month in MONTHS)]
        self.choice = OptionEditor(field_of(DocumentSetup, "round"), options)
        self.choice.setAccessibleName("รอบการรายงาน")
        self.choice.edited.connect(self.chosen.emit)
        self.told = WrapLabel(role="hint")
        self.divisions = QToolButton()
        self.divisions.setText(" แยกตามสำนัก/กอง")
        self.divisions.setAccessibleName("แยกตามสำนัก/กอง")
        self.divisions.setIcon(icon("users"))
        self.divisions.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.divisions.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.divisions.setToolTip("ดูว่าสำนัก/กองใดรายงานแล้วเท่าใด เลือกแล้วแสดงเฉพาะมาตรการที่ยังไม่รายงาน")
        self.menu = QMenu(self.divisions)
        self.menu.aboutToShow.connect(self._fill)
        self.divisions.setMenu(self.menu)
        self.request = push(
            "ขอผล…",
            "send",
            lambda: ask_results(self.window(), workspace, self.month),
            tip="ทำแบบขอผลเป็น PDF และ Excel ให้แต่ละสำนัก/กอง",
        )
        self.receive = tool(
            "folder-input",
            "รับผลที่สำนัก/กองส่งกลับ…",
            lambda: take_results(self.window(), workspace),
        )
        self.receive.setEnabled(not workspace.session.read_only)
        self.set_up = tool(
            "calendar", "ตั้งรอบและกำหนดส่ง…", lambda: set_up_rounds(self.window(), workspace)
        )
        self.report = push(
            "ทำรายงานรอบนี้",
            "file-text",
            lambda: report_of_round(self.window(), workspace, self.month),
            role="quiet",
            tip="ให้เอกสารรายงานผลพิมพ์เฉพาะผลของรอบนี้ แล้วไปที่หน้าเอกสาร",
        )
        self._below = QWidget()
        self._lay_out()

    @property
    def month(self) -> int:
        """The round in hand, 0 for the whole year."""
        return int(self.choice.value())

    def choose(self, month: int) -> None:
        """Take a round in hand, as if it had been pressed."""
        if month != self.month:
            self.choice.set_value(month)
            self.chosen.emit(month)

    def refresh(self) -> tuple[int, ...]:
        """Look again how far the rounds are today; the months of those in use."""
        session, year, month = self._workspace.session, self._workspace.year, self.month
        today = session.clock().date()
        states = round_states(session.snapshot, year, today)
        in_hand = next((one for one in states if one.month == month), None)
        if month and in_hand is None:
            in_hand = round_state(session.snapshot, year, month, today)
        self._show_states(states, in_hand)
        return tuple(one.month for one in states)

    def _show_states(self, states: Sequence[RoundState], in_hand: RoundState | None) -> None:
        """Show the rounds in use with how far they are, and the one in hand, used or not."""
        self._state = in_hand
        used = {one.month: one for one in states}
        if in_hand is not None:
            used.setdefault(in_hand.month, in_hand)
        for month, button in self.choice.buttons.items():
            state = used.get(month)
            button.setHidden(bool(month) and state is None)
            if state is not None:
                count = f" ({state.reported}/{len(state.asked)})" if state.asked else ""
                self.choice.set_words(month, to_thai(f"{round_name(month)}{count}"))
                button.setToolTip(f"{state.due_words} · {state.left_words}".rstrip(" ·"))
        self._below.setVisible(in_hand is not None)
        if in_hand is not None:
            set_role(self.told, "danger" if in_hand.late else "hint")
            words = (in_hand.count_words, in_hand.due_words, in_hand.left_words)
            self.told.setText(" · ".join(filter(None, words)))
            self.divisions.setEnabled(bool(in_hand.divisions))

    def _fill(self) -> None:
        """The menu: each division with how much it has reported."""
        self.menu.clear()
        state = self._state
        if state is None:
            return
        for one in state.divisions:
            words = to_thai(f"{one.name}\t{one.reported} จาก {len(one.asked)}")
            action = self.menu.addAction(words)
            action.setIcon(icon("circle-dashed", "amber") if one.missing else icon("check", "good"))
            wanted = one.division.id if one.division else ""
            action.triggered.connect(lambda _on=False, each=wanted: self.missing.emit(each))
        self.menu.addSeparator()
        every = self.menu.addAction(to_thai(f"ทุกมาตรการที่ยังไม่ครบ\t{len(state.missing)}"))
        every.setEnabled(bool(state.missing))
        every.triggered.connect(lambda: self.missing.emit(""))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.choice, 1)
        for button in (self.request, self.receive, self.set_up):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(GRID)
        below.addWidget(self.told, 1)
        below.addWidget(self.divisions)
        below.addWidget(self.report)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(top)
        column.addWidget(self._below)
        self._below.hide()
