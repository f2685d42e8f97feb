"""The questions of an issue with their scores: the lowest stand out, what is full steps back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.model.score_reading import score_words
from ita_desktop.session.scores.analysis_views import (
    IssueView,
    QuestionView,
    issue_questions,
    suggested_urgency,
)
from ita_desktop.thai.lists import joined
from ui.theme import GRID, set_role
from ui.widgets.sign import Sign
from ui.widgets.text.labels import OneLine, WrapLabel

_NO_SCORES = (
    "ยังไม่มีคะแนนของประเด็นนี้ กรอกคะแนนรายข้อในหน้า “คะแนน ITA” ก่อน"
    " โปรแกรมจะหาข้อที่ได้คะแนนน้อยที่สุดและเสนอถ้อยคำให้"
)

Number = Callable[[object], str]


class IssueQuestions(QFrame):
    """``urgency_taken`` brings the urgency that the scores speak for, ``score_wanted`` the code of
    a question whose score is to be looked at."""

    urgency_taken = Signal(object)
    score_wanted = Signal(str)

    def __init__(self, number: Number, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._number = number
        self._shown: IssueView | None = None
        self.rows: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(1, 1)
        self.rest = WrapLabel(role="hint")
        self.proposal = WrapLabel()
        self.take_button = QPushButton("ใช้ตามนี้")
        set_role(self.take_button, "suggestion")
        self.take_button.clicked.connect(self._on_take)
        self._sign = Sign("lightbulb", "accent")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._sign)
        row.addWidget(self.proposal, 1)
        row.addWidget(self.take_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        column.setSpacing(GRID)
        column.addLayout(self._grid)
        column.addWidget(self.rest)
        column.addLayout(row)

    def show_view(self, view: IssueView, *, free: bool) -> None:
        """Show an issue."""
        if view.questions != (self._shown.questions if self._shown else None):
            self._fill(view)
        self._shown = view
        told = suggested_urgency(view)
        differs = told is not None and told[0] is not view.analysis.urgency
        for part in (self._sign, self.proposal, self.take_button):
            part.setVisible(differs)
        if told is not None:
            words = f"คะแนนบอกว่า {told[0].label} ({told[1]})"
            self.proposal.setText(self._number(words))
        self.take_button.setEnabled(free)

    def _fill(self, view: IssueView) -> None:
        for one in self.rows:
            one.hide()
            one.deleteLater()
        self.rows = []
        shown = issue_questions(view)
        for place, one in enumerate(shown):
            self._add(place, one)
        codes = {one.code for one in shown}
        left = [one for one in view.questions if one.code not in codes]
        full = [one.code for one in left if one.value is not None]
        unknown = [one.code for one in left if one.value is None]
        if all(one.value is None for one in view.questions):
            self.rest.setText(_NO_SCORES)
            self.rest.show()
            return
        parts = (
            full and f"ข้อ OIT ที่ได้คะแนนเต็ม {len(full)} ข้อ: {joined(full)}",
            unknown and f"ข้อ OIT ที่ยังไม่มีคะแนน: {joined(unknown)}",
        )
        self.rest.setText(self._number("\n".join(one for one in parts if one)))
        self.rest.setVisible(bool(self.rest.text()))

    def _add(self, place: int, one: QuestionView) -> None:
        code = QPushButton(one.code)
        set_role(code, "quiet")
        code.setToolTip(f"ดูคะแนนของข้อ {one.code}")
        code.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        code.clicked.connect(lambda _on=False: self.score_wanted.emit(one.code))
        marked = one.lowest or one.below
        said = one.words or "ไม่มีข้อนี้ในบัญชี ITA ของปี"
        words = WrapLabel(said) if marked else OneLine(said)
        mark = QLabel("น้อยที่สุด" if one.lowest else "ยังไม่เต็ม" if one.below else "")
        value = self._number(score_words(one.value)) if one.value is not None else "–"
        score = QLabel(value)
        score.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        score.setMinimumWidth(score.fontMetrics().horizontalAdvance("๑๐๐.๐๐"))
        if marked:
            set_role(mark, "amber")
            set_role(score, "amber")
            font = score.font()
            font.setBold(True)
            score.setFont(font)
        cells = (code, words, mark, score)
        for column, widget in enumerate(cells):
            self._grid.addWidget(widget, place, column, Qt.AlignmentFlag.AlignTop)
        for widget in (words, score, mark):
            widget.setContentsMargins(0, 3, 0, 0)
        self.rows += cells

    def _on_take(self) -> None:
        told = suggested_urgency(self._shown) if self._shown is not None else None
        if told is not None:
            self.urgency_taken.emit(told[0])
