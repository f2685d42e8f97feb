"""The right side of the measures: the form of the one in hand, or its report of one round."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.checks.measures.completeness import Needs
from ita_desktop.model.ids import Id
from ita_desktop.model.records import Evidence, Measure
from ita_desktop.session.measure_views import missing_count_words
from ita_desktop.session.rounds.listing import reported_status
from ui.theme import GRID
from ui.widgets.forms.form import FormPlan, RecordForm
from ui.widgets.measures.measure_head import MeasureHead
from ui.widgets.measures.measure_rows import MeasureRow
from ui.widgets.measures.past_result import PastResult
from ui.widgets.rounds.round_form import RoundForm
from ui.workspace import Workspace


class MeasureForms(QWidget):
    """``form`` shows the measure, ``round_form`` its report of the round in hand. ``plan_wanted``
    tells that the form of the measure itself is needed now."""

    plan_wanted = Signal()

    def __init__(self, workspace: Workspace, plan: FormPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._month = 0
        self.form = RecordForm(workspace, Measure, plan)
        self.form.setAccessibleName("แบบกรอกมาตรการ")
        self.round_form = RoundForm(workspace)
        self.head = MeasureHead()
        self.head.add_mark(self.form.comments.whole_mark())
        self.past = PastResult()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.form)
        self._stack.addWidget(self.round_form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.head)
        column.addWidget(self.past)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(GRID * 40)

    @property
    def measure_id(self) -> Id:
        """The id of the measure shown, or empty."""
        return self.form.record.id if self.form.record is not None else ""

    @property
    def in_hand(self) -> RecordForm:
        """The form that is seen."""
        return self.round_form.form if self._month else self.form

    def holds(self, widget: QWidget | None) -> bool:
        """Whether a widget is part of one of the forms: somebody types there."""
        return widget is not None and self._stack.isAncestorOf(widget)

    def choose_round(self, month: int) -> None:
        """Show the report of a round, or the measure itself for 0."""
        self.flush()
        self._month = month
        self._stack.setCurrentIndex(1 if month else 0)

    def show_measure(self, measure: Measure | None) -> None:
        """Show a measure and its report; what is typed meanwhile stays."""
        self.form.set_record(measure)
        self.round_form.show_report(measure, self._month)

    def show_head(self, row: MeasureRow | None, needs: Needs) -> None:
        """Say which measure it is, and how much of it is missing."""
        self.head.setVisible(row is not None)
        snapshot = self._workspace.session.snapshot
        measure = snapshot.get(Measure, row.id) if row is not None else None
        self.past.show_of(snapshot, None if self._month else measure)
        if row is None or measure is None:
            return
        number = f"มาตรการที่ {row.number.rstrip('.')}"
        if self._month:
            state = reported_status(snapshot, measure, self._month)
            self.head.tell(number, row.filled, state)
        else:
            self.head.tell(number, row.filled, missing_count_words(measure, needs))
        pictures = sum(one.measure_id == row.id for one in snapshot.each(Evidence))
        self.head.show_pictures(pictures)

    def go_to(self, field: str) -> None:
        """Put the cursor into a field of the form that is seen."""
        self.in_hand.go_to(field)

    def focus_first(self) -> None:
        """Put the cursor into the first field of the form that is seen."""
        self.in_hand.focus_first()

    def begin(self) -> None:
        """Put the cursor into the title of the measure."""
        self.plan_wanted.emit()
        self.form.focus_first()

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()
        self.round_form.form.flush()
