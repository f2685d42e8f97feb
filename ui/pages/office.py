"""หน่วยงาน: the office, its Garuda, and the three years of the work in hand."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ita_desktop.checks.measures.completeness import office_findings
from ita_desktop.model.edits import Change
from ita_desktop.model.fields import Field
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import Office, Record, YearWork
from ita_desktop.session.papers.pictures import keep_picture
from ita_desktop.session.scores.catalogues import bringing
from ita_desktop.thai.digits import to_thai
from ui.choosing import choose_picture
from ui.theme import GRID, page_title
from ui.widgets.editors.emblem_chooser import emblem_from_word
from ui.widgets.editors.picture_editor import PictureEditor
from ui.widgets.forms.form import FormPlan, Group, RecordForm
from ui.widgets.forms.form_rows import group_heading
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_GROUPS = (
    Group("ชื่อและที่ตั้ง", ("kind", "name", "short_name", "district", "province", "address")),
    Group("การติดต่อ", ("telephone", "email", "website")),
    Group("บนเอกสาร", ("executive_title", "digits", "garuda", "seal")),
)


class OfficePage(QScrollArea):
    """One scroll: the office's form, then the years'."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setWidgetResizable(True)
        inner = QWidget()
        self.office = _UnfoldedForm(workspace, Office, self._office_plan(), self)
        years = FormPlan(hidden=_CHOSEN_ABOVE, along=self._catalogues)
        self.years = _UnfoldedForm(workspace, YearWork, years, self)
        self._meaning = WrapLabel("", "hint")
        title = WrapLabel("หน่วยงาน")
        page_title(title)
        column = QVBoxLayout(inner)
        column.setContentsMargins(GRID, 2 * GRID, GRID, 3 * GRID)
        column.setSpacing(0)
        column.addWidget(_inset(title))
        column.addWidget(_inset(WrapLabel("กรอกครั้งเดียว ใช้ในเอกสารทุกฉบับของแฟ้มงานนี้", "hint")))
        column.addWidget(self.office)
        column.addWidget(_inset(group_heading("ปีทั้งสามของงานนี้")))
        column.addWidget(_inset(self._meaning))
        column.addSpacing(GRID)
        column.addWidget(self.years)
        column.addStretch(1)
        self.setWidget(inner)
        workspace.changed.connect(self._on_changed)
        workspace.year_changed.connect(lambda _year: self._show())
        self._show()

    def show_place(self, record_id: str, field: str) -> None:
        """Go to a field of the office or of the year."""
        year = self._workspace.session.snapshot.get(YearWork, record_id)
        (self.years if year is not None else self.office).go_to(field)

    def _office_plan(self) -> FormPlan:
        return FormPlan(
            groups=_GROUPS,
            findings=self._findings,
            makers={"garuda": self._picture_editor, "seal": self._picture_editor},
        )

    def _picture_editor(self, field: Field) -> PictureEditor:
        session = self._workspace.session
        return PictureEditor(
            field,
            load=session.store.attachment,
            keep=lambda data: keep_picture(session, data),
            choose=choose_picture,
            bring=emblem_from_word,
        )

    def _findings(self, _record: Record) -> Iterable[Finding]:
        return office_findings(self._workspace.session.snapshot)

    def _catalogues(self, _record: Record, _field: str, value: object) -> tuple[Change, ...]:
        """Another year of the scores or of the assessment brings its catalogue along."""
        year = value if isinstance(value, int) else 0
        return bringing(self._workspace.session.snapshot, year) if year else ()

    def _on_changed(self, kinds: frozenset[type]) -> None:
        if Office in kinds and self.office.record is None:
            self._show()

    def _show(self) -> None:
        year = self._workspace.year
        self.office.set_record(self._workspace.session.snapshot.office)
        self.years.set_record(year)
        self._meaning.setText(
            to_thai(
                f"ผลคะแนน ITA ของปีก่อน (พ.ศ. {year.score_year}) บอกว่าต้องยกระดับเรื่องใด"
                f" จึงกำหนดมาตรการไปปฏิบัติในปีงบประมาณ พ.ศ. {year.action_year}"
                f" แล้วนำรายงานขึ้นเผยแพร่ในการประเมินรอบปี พ.ศ. {year.assessment_year}"
                " เลือกปีที่ดำเนินการได้ที่มุมขวาบนของหน้าต่าง"
            )
        )


_CHOSEN_ABOVE = frozenset({"action_year"})
"""The year in hand is chosen in the window's corner; it is the key of the year's work."""


class _UnfoldedForm(RecordForm):
    """A form as tall as what it holds: the page around it scrolls, not the form."""

    def __init__(
        self, workspace: Workspace, kind: type[Record], plan: FormPlan, page: QScrollArea
    ) -> None:
        self._page = page
        super().__init__(workspace, kind, plan)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._settle)
        self.widget().installEventFilter(self)

    def ensureWidgetVisible(  # noqa: N802
        self, widget: QWidget, xmargin: int = 50, ymargin: int = 50
    ) -> None:
        self._page.ensureWidgetVisible(widget, xmargin, ymargin)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.LayoutRequest:
            self._settling.start(0)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def wheelEvent(self, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]

    def _settle(self) -> None:
        layout = self.widget().layout()
        width = self.viewport().width()
        height = max(layout.heightForWidth(width), layout.minimumSize().height())
        if height != self.height():
            self.setFixedHeight(height)


def _inset(widget: QWidget) -> QWidget:
    """The widget with the margins a form has."""
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
    column.addWidget(widget)
    return around
