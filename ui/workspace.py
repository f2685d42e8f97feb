"""The open session as Qt signals: what every page is given."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ita_desktop.model.findings import Finding
from ita_desktop.model.records import YearWork
from ita_desktop.render.output import Rendered
from ita_desktop.session.checking.checked import Checked
from ita_desktop.session.checking.readiness import Readiness
from ita_desktop.session.checking.repairing import repair
from ita_desktop.session.checking.rows import FoundRow, RowFilter
from ita_desktop.session.papers.document_options import document_of_place
from ita_desktop.session.papers.rendering import Renderer
from ita_desktop.session.rounds.states import place_of_report
from ita_desktop.session.safety.backups import usual_places
from ita_desktop.session.session import Session, read_only_error
from ui.checking.first_look import FirstLook
from ui.safety.window_backups import WindowBackups

FIRST_DOCUMENT = "report"
"""The document in hand when a file is opened."""


FINDING_PAGES = {
    "no-divisions": "people",
    "no-measures": "measures",
    "no-scores": "scores",
    "missing-score": "scores",
    "indicator-without-measure": "scores",
    "no-issues": "analysis",
    "no-analysis": "analysis",
    "missing-urgency": "analysis",
    "missing-finding": "analysis",
    "missing-advice": "analysis",
    "issue-without-measure": "analysis",
    "codes-without-issue": "catalogue",
    "no-evidence": "evidence",
}
"""The page on which a finding is mended whose record the file does not hold yet."""


class Workspace(QObject):
    """One open office file, the year in hand, and where the clerk's attention is.

    Signals arrive on the interface thread. ``changed`` carries the kinds of record that changed;
    ``saving`` a SaveState; ``year_changed`` the YearWork; ``wanted`` a place someone asked to see
    (record id, field); ``attended`` the record and field being edited, which the preview follows;
    ``pointed`` a finding someone asked to see, once its place is shown;
    ``noticed`` good news for the bar at the bottom (text, whether it offers เลิกทำ);
    ``document_chosen`` the id of the document the preview shows from now on; ``rendered`` a
    document's id and its finished PDF, as the preview shows it; ``page_wanted`` the name of a page
    someone asked to see; ``paper_wanted`` what someone asked to be done with the document in hand:
    ``export``, ``print``, ``view``, ``copy``, ``export-all`` …;
    ``backed_up`` the Outcome of each backup; ``review_wanted`` what someone asked to be done with
    the file among colleagues: ``send`` or ``history``, and the id of a record where it is about
    one; ``find_wanted`` words to be found in the whole file and those to put in their place, either
    of them perhaps empty; ``years_wanted`` what someone asked to be done with the years:
    ``gaps`` or ``next``; ``checked`` that a large file was looked through for the first time;
    ``closed`` that the file is being closed.
    """

    changed = Signal(object)
    saving = Signal(object)
    year_changed = Signal(object)
    wanted = Signal(str, str)
    attended = Signal(str, str)
    pointed = Signal(object)
    noticed = Signal(str, bool)
    document_chosen = Signal(str)
    rendered = Signal(str, object)
    page_wanted = Signal(str)
    paper_wanted = Signal(str)
    backed_up = Signal(object)
    review_wanted = Signal(str, str)
    find_wanted = Signal(str, str)
    years_wanted = Signal(str)
    checked = Signal()
    closed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.renderer = Renderer(session.store.attachment)
        """The one renderer of the open file: documents are made one at a time."""
        self.backups = WindowBackups(session, usual_places(), told=self.backed_up.emit)
        """Its backups: ``before(reason)`` goes before whatever changes many records at once."""
        self._checked = Checked()
        self._first_look = FirstLook(self)
        self._first_look.done.connect(self.checked)
        self.wanted_findings = RowFilter()
        """Which findings the clerk goes through."""
        self.last_finding: Finding | None = None
        """The finding that was gone to last."""
        self.newest: tuple[str, Rendered] | None = None
        """What was told last by ``rendered``."""
        self._year = session.snapshot.years[0]
        self._document = FIRST_DOCUMENT
        self._first_look.look(session.snapshot, self._year)
        self.rendered.connect(self._on_rendered)
        self._stops = (
            session.listen(self._on_changed),
            session.listen_saving(self.saving.emit),
        )

    @property
    def year(self) -> YearWork:
        """The year's work in hand."""
        return self._year

    def choose_year(self, year: YearWork) -> None:
        """Turn to another year's work."""
        if year != self._year:
            self._year = year
            self._first_look.look(self.session.snapshot, year)
            self.year_changed.emit(year)

    @property
    def looking(self) -> bool:
        """Whether a large file is still being looked through: what was found is told in a moment,
        and whoever asks for it now has to wait."""
        return self._first_look.running

    @property
    def readiness(self) -> tuple[Readiness, ...]:
        """Every document of the year in hand with what was found about it."""
        return self._checked.documents(self.session.snapshot, self._year)

    @property
    def found(self) -> tuple[FoundRow, ...]:
        """Every finding of the year in hand once, those that were left too."""
        return self._checked.rows(self.session.snapshot, self._year)

    @property
    def document(self) -> str:
        """The id of the document in hand: the one the preview shows."""
        return self._document

    def choose_document(self, document_id: str) -> None:
        """Turn to another document."""
        if document_id != self._document:
            self._document = document_id
            self.document_chosen.emit(document_id)

    def notice(self, text: str, *, undo: bool = False) -> None:
        """Tell good news in the bar at the bottom; with ``undo`` it offers เลิกทำ."""
        self.noticed.emit(text, undo)

    def show_place(self, record_id: str, field: str = "") -> None:
        """Ask the window to go to a record and field."""
        self.wanted.emit(record_id, field)

    def show_finding(self, finding: Finding) -> None:
        """Ask the window to go to where a finding is mended, and to the words it is about."""
        self.last_finding = finding
        self._go_to(finding)
        self.pointed.emit(finding)

    def _go_to(self, finding: Finding) -> None:
        snapshot = self.session.snapshot
        known = snapshot.find(finding.record_id) is not None
        if known or place_of_report(snapshot, finding.record_id) is not None:
            self.show_place(finding.record_id, finding.field)
            return
        # What was never touched is not in the file yet; its form is there all the same.
        of_document = document_of_place(snapshot, self._year, finding.record_id)
        usual = "documents" if of_document else "office"
        self.show_page(FINDING_PAGES.get(finding.code, usual))
        self.show_place(finding.record_id, finding.field)

    def mend(self, finding: Finding) -> None:
        """Make the repair that a finding offers, and say so with เลิกทำ beside it."""
        if self.session.read_only:
            self.notice(read_only_error().problem)
        elif repair(self.session, finding):
            self.notice("แก้ให้แล้ว", undo=True)
        else:
            self.notice("ข้อความตรงนั้นเปลี่ยนไปแล้ว จึงไม่ได้แก้")

    def show_page(self, name: str) -> None:
        """Ask the window to turn to a page by its name in the sidebar; ``layouts/fields`` names a
        part of one."""
        self.page_wanted.emit(name)

    def show_history(self, record_id: str = "") -> None:
        """Ask the window for the history of the file, or of one record."""
        self.review_wanted.emit("history", record_id)

    def find(self, words: str = "", new: str = "") -> None:
        """Ask the window to find words in every field of the file, and perhaps to replace them."""
        self.find_wanted.emit(words, new)

    def attend(self, record_id: str, field: str = "") -> None:
        """Say which record and field is being edited."""
        self.attended.emit(record_id, field)

    def close(self) -> None:
        """Stop listening; the session stays open."""
        self._first_look.stop()
        self.closed.emit()
        for stop in self._stops:
            stop()

    def _on_rendered(self, document_id: str, rendered: Rendered) -> None:
        self.newest = (document_id, rendered)

    def _on_changed(self, kinds: frozenset[type]) -> None:
        if YearWork in kinds:
            fresh = self.session.snapshot.get(YearWork, self._year.id)
            self._year = fresh or self.session.snapshot.years[0]
        self._first_look.look(self.session.snapshot, self._year)
        if YearWork in kinds:
            self.year_changed.emit(self._year)
        self.changed.emit(kinds)
