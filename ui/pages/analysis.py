"""วิเคราะห์ผล: the issues of the year of the scores, each with its questions and what to do."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.checks.scores.analysis import lowest_findings, missing_in
from ita_desktop.checks.scores.catalogue import analysis_codes
from ita_desktop.model.analyses import questions_of
from ita_desktop.model.catalogue import KINDS
from ita_desktop.model.edits import Change
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import (
    DocumentSetup,
    Issue,
    IssueAnalysis,
    Measure,
    Record,
    Score,
)
from ita_desktop.model.scoring import Scores
from ita_desktop.session.scores.analysis_edits import issue_sources
from ita_desktop.session.scores.analysis_views import (
    IssueView,
    issue_views,
    suggestions,
    year_scores,
)
from ita_desktop.session.scores.catalogues import bringing, year_catalogue
from ita_desktop.session.years.gaps import count_gaps
from ita_desktop.thai.digits import convert, to_thai
from ita_desktop.thai.lists import joined
from ui.settings import open_settings
from ui.theme import GRID, page_title
from ui.widgets.analyses.analysis_acts import AnalysisActs
from ui.widgets.analyses.empty_issues import EmptyIssues
from ui.widgets.analyses.issue_list import IssueList, issue_row
from ui.widgets.analyses.issue_questions import IssueQuestions
from ui.widgets.buttons import push
from ui.widgets.documents.document_digits import document_digits
from ui.widgets.editors.references_box import ReferencesEditor
from ui.widgets.editors.suggested_text import SuggestedTextEditor
from ui.widgets.forms.form import FormPlan, Group, RecordForm
from ui.widgets.measures.measure_head import FilledHead
from ui.widgets.sides import Sides
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_SPLITTER = "analysis"
_SUGGESTED = ("finding", "advice")
_MOST_SOURCES = 2


class AnalysisPage(QWidget):
    """``list`` and ``form`` stand in ``splitter``, ``empty`` in their place without issues."""

    def __init__(
        self,
        workspace: Workspace,
        settings: QSettings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._settings = settings or open_settings()
        self._views: tuple[IssueView, ...] = ()
        self._stale = False
        self._scores: Scores
        self.heading = QLabel()
        page_title(self.heading)
        self.list = IssueList(self._told)
        self.head = FilledHead()
        self.title = WrapLabel()
        self.questions = IssueQuestions(self._number)
        self.form = RecordForm(workspace, IssueAnalysis, self._plan())
        self.form.setAccessibleName("แบบกรอกผลการวิเคราะห์")
        self.acts = AnalysisActs(workspace, self.form, lambda: self.view, self)
        make = self.acts.make_measure
        self.measure_button = push("สร้างมาตรการจากประเด็นนี้", "list-checks", make)
        self.measures = WrapLabel(role="hint")
        edit = self.acts.edit_issue
        self.issue_button = push("แก้ประเด็น", "pencil", edit, tip="แก้ชื่อและข้อในบัญชี ITA")
        ask = workspace.years_wanted.emit
        self.gaps_button = push("", "lightbulb", lambda: ask("gaps"), tip="ดูและเพิ่มมาตรการที่แนะนำ")
        self.empty = EmptyIssues()
        self.stack = QStackedWidget()
        self.splitter = Sides(self._settings, _SPLITTER)
        self._lay_out()
        self._connect()
        self._refresh()

    # ---- what the window asks

    def show_place(self, record_id: str, field: str) -> None:
        """Take an issue in hand and go to a field of its analysis, held in the file or not."""
        self._refresh_if_stale()
        for view in self._views:
            if view.analysis.id == record_id:
                self.list.select(str(view.issue.number))
                if field:
                    self.form.go_to(field)
                else:
                    self.list.setFocus()

    # ---- acts

    @property
    def view(self) -> IssueView | None:
        """The issue in hand."""
        held = self.list.current_id
        return next((one for one in self._views if str(one.issue.number) == held), None)

    def _take_issues(self, source: int) -> None:
        self.acts.take_issues(source)
        self.list.setFocus()

    # ---- the form

    def _plan(self) -> FormPlan:
        return FormPlan(
            groups=(Group("", ("urgency", "lowest", *_SUGGESTED)),),
            makers=dict.fromkeys(_SUGGESTED, SuggestedTextEditor),
            findings=self._findings,
            along=self._along,
        )

    def _along(self, _record: Record, _field: str, _value: object) -> tuple[Change, ...]:
        """What is written first of a year brings its catalogue."""
        return bringing(self._workspace.session.snapshot, self._workspace.year.score_year)

    def _findings(self, record: Record) -> Iterable[Finding]:
        view = self.view
        if view is None or not isinstance(record, IssueAnalysis):
            return ()
        codes = analysis_codes(self._workspace.session.snapshot, self._workspace.year)
        return (
            *missing_in(record, view.issue),
            *lowest_findings(record, view.issue, self._scores),
            *(one for one in codes if one.record_id == record.id),
        )

    # ---- showing

    def _told(self, row_id: str) -> str:
        return next((one.state for one in self._views if str(one.issue.number) == row_id), "")

    def _refresh(self) -> None:
        """Read the issues anew from the open file."""
        self._stale = False
        snapshot, work = self._workspace.session.snapshot, self._workspace.year
        self._scores = year_scores(snapshot, work.score_year)
        self._views = issue_views(snapshot, work, self._scores)
        self.heading.setText(to_thai(f"วิเคราะห์ผล ปี {work.score_year}"))
        self.list.show_rows([issue_row(one) for one in self._views])
        left = count_gaps(snapshot, work)
        self.gaps_button.setVisible(bool(left) and not self._workspace.session.read_only)
        self.gaps_button.setText(to_thai(f" ยังไม่มีมาตรการ {left} หัวข้อ…"))
        self._show_stack()
        self._show_issue()

    def _show_stack(self) -> None:
        has_issues = bool(self._views)
        self.setFocusProxy(self.list if has_issues else None)
        self.stack.setCurrentWidget(self.splitter if has_issues else self.empty)
        if has_issues:
            return
        self.form.set_record(None)
        snapshot, year = self._workspace.session.snapshot, self._workspace.year.score_year
        sources = issue_sources(snapshot, year)[:_MOST_SOURCES]
        counted = [(one, len(year_catalogue(snapshot, one).issues)) for one in sources]
        self.empty.offer(year, counted, len(self._scores.catalogue.indicators))
        self.empty.set_read_only(self._workspace.session.read_only)

    def _show_issue(self) -> None:
        view = self.view
        if view is None:
            return
        free = not self._workspace.session.read_only
        if self.form.record != view.analysis:
            self.form.set_record(view.analysis)
        number = self._number(view.issue.number)
        missing = f"ยังขาด {len(view.missing)} ช่อง" if view.missing else "ครบแล้ว"
        self.head.tell(f"ประเด็นที่ {number}", view.filled, to_thai(missing))
        self.title.setText(view.issue.title)
        self.questions.show_view(view, free=free)
        found = self._scores.lowest(questions_of(view.issue))
        named = f"โปรแกรมพบ {joined(found)}" if found else "ยังไม่มีคะแนนให้หา"
        lowest = self.form.editors["lowest"]
        assert isinstance(lowest, ReferencesEditor)
        lowest.box.set_placeholder(named)
        codes = (*view.lowest, *view.below)
        for name in _SUGGESTED:
            editor = self.form.editors[name]
            assert isinstance(editor, SuggestedTextEditor)
            offered = suggestions(view, self._scores.catalogue, name)
            editor.show_suggestions(offered, codes, free=free)
        told = f"มีมาตรการของประเด็นนี้แล้ว {view.measures} มาตรการ" if view.measures else ""
        self.measures.setText(to_thai(told or "ยังไม่มีมาตรการของประเด็นนี้"))
        self.measure_button.setEnabled(free)

    def _on_current(self) -> None:
        self._show_issue()
        view = self.view
        if view is not None:
            self._workspace.attend(view.analysis.id)

    def _on_changed(self, kinds: frozenset[type]) -> None:
        if kinds & {*KINDS, Score, Issue, IssueAnalysis, Measure, DocumentSetup}:
            self._stale = True
            if self.isVisible():
                self._refresh_if_stale()

    def _refresh_if_stale(self) -> None:
        """Scores may change many times while nobody looks here."""
        if self._stale:
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh_if_stale()

    def _number(self, value: object) -> str:
        """A figure in the digits that the document prints; codes as they are."""
        digits = document_digits(self._workspace, "analysis")
        return convert(str(value), digits, spare_codes=True)

    # ---- building

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(GRID * 2, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        column.addWidget(self.gaps_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.issue_button, 0, Qt.AlignmentFlag.AlignLeft)
        right = QWidget()
        below = QVBoxLayout(right)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(GRID)
        below.addWidget(self.head)
        below.addWidget(self.form, 1)
        acts = QHBoxLayout()
        acts.setContentsMargins(GRID * 2, 0, GRID * 2, GRID)
        acts.setSpacing(GRID)
        acts.addWidget(self.measure_button)
        acts.addWidget(self.measures, 1)
        below.addLayout(acts)
        inner = self.form.widget().layout()
        assert isinstance(inner, QVBoxLayout)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        inner.insertWidget(0, self.title)
        inner.insertWidget(1, self.questions)
        right.setMinimumWidth(GRID * 44)
        self.splitter.fill(left, right, (GRID * 30, GRID * 66))
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _connect(self) -> None:
        workspace = self._workspace
        workspace.changed.connect(self._on_changed)
        workspace.year_changed.connect(lambda _year: self._refresh())
        self.list.current_changed.connect(lambda _id: self._on_current())
        self.list.form_wanted.connect(self.form.focus_first)
        self.questions.urgency_taken.connect(self.acts.take_urgency)
        self.questions.score_wanted.connect(self.acts.show_score)
        self.empty.source_wanted.connect(self._take_issues)
        self.empty.catalogue_wanted.connect(lambda: workspace.show_page("catalogue"))
        for name in _SUGGESTED:
            editor = self.form.editors[name]
            assert isinstance(editor, SuggestedTextEditor)
            editor.store_wanted.connect(lambda code, one=name: self.acts.store(one, code))
