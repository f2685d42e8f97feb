"""What the hand does with an issue on the page of analyses: each act is one undoable edit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ita_desktop.model.records import Score
from ita_desktop.model.values import Urgency
from ita_desktop.session.scores.analysis_edits import (
    copy_issues,
    issues_from_indicators,
    measure_from,
    store_wording,
)
from ita_desktop.session.scores.analysis_views import IssueView
from ita_desktop.session.scores.catalogue_edits import add_catalogue_year
from ita_desktop.session.scores.catalogues import bringing, held_in_file
from ita_desktop.thai.digits import to_thai
from ui.widgets.forms.form import RecordForm
from ui.workspace import Workspace


class AnalysisActs(QObject):
    """Acts on the issue that ``view`` gives; what is being typed in ``form`` is kept first."""

    def __init__(
        self,
        workspace: Workspace,
        form: RecordForm,
        view: Callable[[], IssueView | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._form = form
        self._view = view

    @property
    def read_only(self) -> bool:
        return self._workspace.session.read_only

    def make_measure(self) -> None:
        """A measure that takes up the issue in hand; its title is typed next."""
        self._form.flush()
        view = self._view()
        if view is not None and not self.read_only:
            made = measure_from(self._workspace.session, self._workspace.year, view)
            self._workspace.notice("สร้างมาตรการแล้ว ตั้งชื่อมาตรการได้เลย", undo=True)
            self._workspace.show_place(made.id, "title")

    def store(self, field: str, code: str) -> None:
        """Keep the text of a field as the wording to propose for a question."""
        text = str(self._form.editors[field].value())
        year = self._workspace.year.score_year
        if store_wording(self._workspace.session, year, code, field, text):
            self._workspace.notice(f"เก็บเป็นถ้อยคำของข้อ {code} แล้ว", undo=True)

    def take_urgency(self, urgency: Urgency) -> None:
        """Take the urgency over that the scores speak for."""
        view, session = self._view(), self._workspace.session
        if view is not None and not self.read_only:
            along = bringing(session.snapshot, self._workspace.year.score_year)
            session.change(view.analysis, along=along, urgency=urgency)

    def take_issues(self, source: int) -> None:
        """Take the issues of another year over; 0 makes issues of the year's indicators."""
        session, year = self._workspace.session, self._workspace.year.score_year
        if source:
            copy_issues(session, source, year)
        else:
            issues_from_indicators(session, year)
        self._workspace.notice(to_thai(f"เพิ่มประเด็นของปี {year} แล้ว"), undo=True)

    def edit_issue(self) -> None:
        """Go to where titles and codes of issues are corrected."""
        view, session = self._view(), self._workspace.session
        if view is not None:
            self._form.flush()
            if not held_in_file(session.snapshot, view.issue.year) and not self.read_only:
                add_catalogue_year(session, view.issue.year)
            self._workspace.show_page("catalogue")
            self._workspace.show_place(view.issue.id, "title")

    def show_score(self, code: str) -> None:
        """Go to the score of a question."""
        self._workspace.show_page("scores")
        self._workspace.show_place(Score.of(self._workspace.year.score_year, code).id, "value")
