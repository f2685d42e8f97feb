"""มาตรการ: the list of the year's measures beside the form of the one in hand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.checks.completeness import Needs
from ita_desktop.model.records import (
    CatalogueItem,
    Division,
    Evidence,
    IssueAnalysis,
    Level,
    Measure,
    RequiredElement,
    RoundReport,
    Score,
    ScoreYear,
)
from ita_desktop.session.measure_views import (
    MeasureFilter,
    filled,
    kept,
    missing_count_words,
    missing_words,
    needed_fields,
    needs_of,
    printed_numbers,
)
from ita_desktop.thai.digits import to_thai
from ui.settings import open_settings
from ui.theme import GRID
from ui.widgets.forms.form import RecordForm
from ui.widgets.measures.empty_measures import EmptyMeasures
from ui.widgets.measures.measure_acts import MeasureActs
from ui.widgets.measures.measure_head import MeasureHead
from ui.widgets.measures.measure_plan import measure_plan
from ui.widgets.measures.measure_rows import MeasureRow
from ui.widgets.measures.measure_side import MeasureSide
from ui.widgets.measures.past_result import PastResult
from ui.widgets.page_keys import PageKeys
from ui.widgets.sides import Sides
from ui.workspace import Workspace

_SPLITTER = "measures"


_NOT_SHOWN = frozenset({Score, ScoreYear, IssueAnalysis, CatalogueItem, Level, RequiredElement})
"""Kinds of record of which the list of measures says nothing."""


class MeasuresPage(QWidget):
    """``list`` and ``form`` stand in ``splitter``; every act is one undoable edit."""

    def __init__(
        self,
        workspace: Workspace,
        settings: QSettings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._settings = settings or open_settings()
        self._year = workspace.year.id
        self.side = MeasureSide(self._told)
        self.heading, self.filter, self.list = self.side.heading, self.side.filter, self.side.list
        self.add_button, self.buttons = self.side.add_button, self.side.buttons
        plan = measure_plan(
            lambda: self._needs,
            lambda: workspace.show_page("layouts/fields"),
        )
        self.form = RecordForm(workspace, Measure, plan)
        self.form.setAccessibleName("แบบกรอกมาตรการ")
        self.head = MeasureHead()
        self.head.add_mark(self.form.comments.whole_mark())
        self.past = PastResult()
        self.acts = MeasureActs(workspace, self.side, self.form, self)
        self.empty = EmptyMeasures()
        keys = {
            "Ctrl+N": self.acts.add,
            "Ctrl+D": self.acts.duplicate,
            "Ctrl+F": self._find,
        }
        self._keys = PageKeys(self, keys)
        self.stack = QStackedWidget()
        self.splitter = Sides(self._settings, _SPLITTER)
        self._lay_out()
        self._connect()
        self._refresh()
        self.list.select(self.list.rows.rows[0].id if self.list.rows.rows else "")

    # ---- what the window asks

    def show_place(self, record_id: str, field: str) -> None:
        """Take a measure in hand and go to a field; a round's report stands for its measure."""
        snapshot = self._workspace.session.snapshot
        record = snapshot.find(record_id)
        if isinstance(record, RoundReport):
            record = snapshot.get(Measure, record.measure_id)
        if not isinstance(record, Measure):
            return
        for year in snapshot.years:
            if year.id == record.year_id:
                self._workspace.choose_year(year)
        if self.list.rows.place_of(record.id) < 0:
            self.filter.clear()
        self.list.select(record.id)
        self.list.show_current()
        if field:
            self.form.go_to(field)
        else:
            self.list.setFocus()

    def take_word(self, path: Path) -> None:
        """Add measures from a table of a Word file, after the clerk has matched its columns."""
        self.acts.take_word(path)

    # ---- inner workings

    def _find(self) -> None:
        """At the list its own box comes first; there again, and in the form, the whole file is
        searched."""
        now = QApplication.focusWidget()
        if now is self.filter.line:
            self._workspace.find(self.filter.line.text())
        elif now is not None and self.form.isAncestorOf(now):
            self._workspace.find()
        else:
            self.filter.line.setFocus()
            self.filter.line.selectAll()

    @property
    def _needs(self) -> Needs:
        """What the document in hand asks of measures."""
        workspace = self._workspace
        return needs_of(workspace.session.snapshot, workspace.year, workspace.document)

    def _told(self, measure_id: str) -> str:
        measure = self._workspace.session.snapshot.get(Measure, measure_id)
        return missing_words(measure, self._needs) if measure else ""

    def _on_changed(self, kinds: frozenset[type]) -> None:
        if kinds <= _NOT_SHOWN:
            return
        known = {row.id for row in self.list.rows.rows}
        focused = QApplication.focusWidget()
        typing = focused is not None and self.form.isAncestorOf(focused)
        self._refresh()
        fresh = [row.id for row in self.list.rows.rows if row.id not in known]
        back = self.acts.came_back(fresh)
        if back or (fresh and not typing and not self.filter.wanted.on):
            chosen = back or fresh
            self.list.select(chosen[0], chosen)
            self.list.show_current()

    def _refresh(self) -> None:
        """Read the list anew from the open file."""
        workspace = self._workspace
        snapshot, year = workspace.session.snapshot, workspace.year
        measures, needs = snapshot.measures(year.id), self._needs
        self.filter.set_needed(needed_fields(needs))
        self.filter.set_divisions(snapshot.of(Division))
        wanted = self.filter.wanted
        numbers = printed_numbers(snapshot, year, workspace.document)
        rows = [
            MeasureRow(
                one.id,
                numbers[one.id],
                one.name,
                filled(one, needs),
                one.status.label if one.status else "",
            )
            for one in measures
            if kept(wanted, one, snapshot, needs) or self._in_hand(one.id)
        ]
        self.list.rows.can_move = self.acts.can_move
        self.list.show_rows(rows)
        self.heading.setText(to_thai(f"มาตรการ ({len(measures)})"))
        shown = sum(kept(wanted, one, snapshot, needs) for one in measures)
        self.filter.tell(shown, len(measures))
        self._show_stack(bool(measures))
        if not measures:
            self._on_current("")
        self._show_head()
        self._show_acts()

    def _in_hand(self, measure_id: str) -> bool:
        """Whether the measure is being typed into: it does not vanish under the hand."""
        focused = QApplication.focusWidget()
        return (
            measure_id == self.list.current_id
            and focused is not None
            and self.form.isAncestorOf(focused)
        )

    def _on_current(self, measure_id: str) -> None:
        measure = self._workspace.session.snapshot.get(Measure, measure_id)
        shown = self.form.record
        self.form.set_record(measure)
        if measure is not None and (shown is None or shown.id != measure.id):
            self._workspace.attend(measure.id)
        self._show_head()
        self._show_acts()

    def _show_head(self) -> None:
        """Say over the form which measure it is, and how much of it is missing."""
        row = self.list.row
        self.head.setVisible(row is not None)
        snapshot = self._workspace.session.snapshot
        measure = snapshot.get(Measure, row.id) if row is not None else None
        self.past.show_of(snapshot, measure)
        if row is None:
            return
        state = missing_count_words(measure, self._needs) if measure else ""
        pictures = sum(one.measure_id == row.id for one in snapshot.each(Evidence))
        self.head.tell(f"มาตรการที่ {row.number.rstrip('.')}", row.filled, state)
        self.head.show_pictures(pictures)

    def _show_stack(self, any_measure: bool) -> None:
        wanted = self.splitter if any_measure else self.empty
        self.setFocusProxy(self.list if any_measure else self.empty.add_button)
        if self.stack.currentWidget() is wanted:
            return
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self.stack.setCurrentWidget(wanted)
        if had_focus:
            (self.list if any_measure else self.empty.add_button).setFocus()

    def _on_year(self) -> None:
        self.filter.clear()
        self._refresh()
        rows = self.list.rows.rows
        if rows and self._year != self._workspace.year.id:
            self.list.select(rows[0].id)
            self.list.scrollToTop()
        self._year = self._workspace.year.id

    def _on_filter(self, _wanted: MeasureFilter) -> None:
        self._refresh()
        self.list.show_current()

    def _show_acts(self) -> None:
        """Only what can be done now can be pressed."""
        chosen = bool(self.list.current_id)
        place, last = self.list.currentIndex().row(), self.list.rows.rowCount() - 1
        free = not self.acts.read_only
        on = {
            "up": self.acts.can_move and chosen and place > 0,
            "down": self.acts.can_move and chosen and place < last,
            "duplicate": free and chosen,
            "delete": free and chosen,
            "paste": free,
            "word": free,
        }
        for name, button in self.buttons.items():
            button.setEnabled(on[name])
        self.add_button.setEnabled(free)
        self.empty.set_read_only(not free)

    def _lay_out(self) -> None:
        right = QWidget()
        below = QVBoxLayout(right)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(GRID)
        below.addWidget(self.head)
        below.addWidget(self.past)
        below.addWidget(self.form, 1)
        right.setMinimumWidth(GRID * 40)
        self.splitter.fill(self.side, right, (GRID * 36, GRID * 64))
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _connect(self) -> None:
        workspace, view = self._workspace, self.list
        workspace.changed.connect(self._on_changed)
        workspace.year_changed.connect(lambda _year: self._on_year())
        workspace.document_chosen.connect(lambda _document: self._refresh())
        self.filter.changed.connect(self._on_filter)
        self.head.evidence_wanted.connect(
            lambda: workspace.show_page(f"evidence/{self.list.current_id}")
        )
        self.past.wanted.connect(lambda one: workspace.show_place(one, "results"))
        self.side.acted.connect(self.acts.act)
        self.empty.add_wanted.connect(self.acts.add)
        self.empty.paste_wanted.connect(self.acts.paste)
        self.empty.word_wanted.connect(self.acts.word)
        view.current_changed.connect(self._on_current)
        view.copy_wanted.connect(self.acts.copy)
        view.form_wanted.connect(self.form.focus_first)
        view.doubleClicked.connect(lambda _index: self.form.focus_first())
        view.moved.connect(self.acts.move)
        view.selectionModel().selectionChanged.connect(lambda *_: self._show_acts())
