"""มาตรการ: the list of the year's measures beside the form of the one in hand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.checks.measures.completeness import Needs
from ita_desktop.model.records import (
    CatalogueItem,
    Division,
    IssueAnalysis,
    Level,
    Measure,
    RequiredElement,
    Score,
    ScoreYear,
)
from ita_desktop.session.measure_views import (
    MeasureFilter,
    kept,
    missing_words,
    needed_fields,
    needs_of,
    printed_numbers,
)
from ita_desktop.session.rounds.listing import reported_words
from ita_desktop.session.rounds.states import place_of_report
from ita_desktop.thai.digits import to_thai
from ui.settings import open_settings
from ui.theme import GRID
from ui.widgets.measures.empty_measures import EmptyMeasures
from ui.widgets.measures.measure_acts import MeasureActs
from ui.widgets.measures.measure_forms import MeasureForms
from ui.widgets.measures.measure_plan import measure_plan
from ui.widgets.measures.measure_rows import measure_row
from ui.widgets.measures.measure_side import MeasureSide
from ui.widgets.page_keys import PageKeys
from ui.widgets.rounds.round_bar import RoundBar
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
        self.bar = RoundBar(workspace)
        self.forms = MeasureForms(workspace, plan)
        self.form, self.head, self.past = self.forms.form, self.forms.head, self.forms.past
        self.acts = MeasureActs(workspace, self.side, self.forms, self)
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
        """Take a measure in hand and go to a field of it, or of its report of a round."""
        snapshot = self._workspace.session.snapshot
        record, month = snapshot.find(record_id), 0 if field else self.bar.month
        if not isinstance(record, Measure):
            place = place_of_report(snapshot, record_id)
            if place is None:
                return
            record, month = place
        for year in snapshot.years:
            if year.id == record.year_id:
                self._workspace.choose_year(year)
        if self.list.rows.place_of(record.id) < 0:
            self.filter.clear()
        self.bar.choose(month)
        self.list.select(record.id)
        self.list.show_current()
        if field:
            self.forms.go_to(field)
        else:
            self.list.setFocus()

    def show_part(self, part: str) -> None:
        """``round/6/d2``: what a division, or anybody, has not reported in a round."""
        _round, month, *division = part.split("/")
        self.bar.choose(int(month))
        self._show_missing("".join(division))

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
        elif self.forms.holds(now):
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
        snapshot, month = self._workspace.session.snapshot, self.bar.month
        measure = snapshot.get(Measure, measure_id)
        if measure is None:
            return ""
        if month:
            return reported_words(snapshot, measure, month)
        return missing_words(measure, self._needs)

    def _on_changed(self, kinds: frozenset[type]) -> None:
        if kinds <= _NOT_SHOWN:
            return
        known = {row.id for row in self.list.rows.rows}
        focused = QApplication.focusWidget()
        typing = self.forms.holds(focused)
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
        self.filter.set_rounds(self.bar.refresh())
        rows = [
            measure_row(snapshot, one, numbers[one.id], needs, self.bar.month)
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
        return measure_id == self.list.current_id and self.forms.holds(QApplication.focusWidget())

    def _on_current(self, measure_id: str) -> None:
        measure = self._workspace.session.snapshot.get(Measure, measure_id)
        shown = self.forms.measure_id
        self.forms.show_measure(measure)
        if measure is not None and shown != measure.id:
            self._workspace.attend(measure.id)
        self._show_head()
        self._show_acts()

    def _show_head(self) -> None:
        self.forms.show_head(self.list.row, self._needs)

    # ---- rounds

    def _on_round(self, month: int) -> None:
        self.forms.choose_round(month)
        self._refresh()
        self._on_current(self.list.current_id)

    def _show_missing(self, division: str) -> None:
        """Only the measures that a division, or anybody, has not reported in the round."""
        self.filter.clear()
        self.filter.choose(division=division, unreported=self.bar.month)
        if self.list.row is None and self.list.rows.rows:
            self.list.select(self.list.rows.rows[0].id)

    def _show_stack(self, any_measure: bool) -> None:
        wanted = self.splitter if any_measure else self.empty
        self.bar.setVisible(any_measure)
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
        free = not self.acts.read_only
        self.side.show_acts(can_move=self.acts.can_move, free=free)
        self.empty.set_read_only(not free)

    def _lay_out(self) -> None:
        self.splitter.fill(self.side, self.forms, (GRID * 36, GRID * 64))
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.stack, 1)

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
        self.bar.chosen.connect(self._on_round)
        self.bar.missing.connect(self._show_missing)
        self.forms.plan_wanted.connect(lambda: self.bar.choose(0))
        self.side.acted.connect(self.acts.act)
        self.empty.add_wanted.connect(self.acts.add)
        self.empty.paste_wanted.connect(self.acts.paste)
        self.empty.word_wanted.connect(self.acts.word)
        view.current_changed.connect(self._on_current)
        view.copy_wanted.connect(self.acts.copy)
        view.form_wanted.connect(self.forms.focus_first)
        view.doubleClicked.connect(lambda _index: self.forms.focus_first())
        view.moved.connect(self.acts.move)
        view.selectionModel().selectionChanged.connect(lambda *_: self._show_acts())
