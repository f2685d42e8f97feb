"""เทียบสองปี: the scores of two years and the measures of two years side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.errors import UserError
from ita_desktop.model.records import Measure, Score, YearWork
from ita_desktop.model.scoring import score_years
from ita_desktop.session.papers.exporting import write_file
from ita_desktop.session.years.comparing import (
    MeasuresCompared,
    ScoresCompared,
    compare_score_years,
    compare_works,
    score_pair,
    work_before,
)
from ita_desktop.session.years.comparison_paper import comparison_name, comparison_paper
from ita_desktop.session.years.telling import say_in_report
from ita_desktop.thai.digits import to_thai, to_thai_but_codes
from ui.choosing import choose_pdf
from ui.dialogs import tell_problem
from ui.exporting import proposed_folder
from ui.theme import GRID, page_title, section_title, set_role
from ui.waiting import wait_for
from ui.widgets.buttons import push
from ui.widgets.cards import card
from ui.widgets.comparison.measure_table import MeasureTable
from ui.widgets.comparison.score_table import ScoreTable
from ui.widgets.comparison.year_pair import YearPair
from ui.widgets.empty_page import EmptyPage
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

SCORES, MEASURES = "scores", "measures"
"""The parts of the page."""


class ComparisonPage(QWidget):
    """Shows and copies; one click puts the sentence into the report."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._stale = False
        self._scores: ScoresCompared | None = None
        self._measures: MeasuresCompared | None = None
        self.scores = ScoreTable()
        self.measures = MeasureTable()
        self.no_scores = EmptyPage("chart-column", "ยังไม่มีคะแนนสองปีให้เทียบ", "")
        self.no_scores.add_step(
            push("ไปที่คะแนน ITA", "chart-column", lambda: workspace.show_page("scores"))
        )
        self.no_measures = EmptyPage("list-checks", "ยังไม่มีมาตรการสองปีให้เทียบ", "")
        self.no_measures.add_step(
            push(
                "เริ่มปีงบประมาณถัดไปจากปีนี้…",
                "calendar-plus",
                lambda: workspace.years_wanted.emit("next"),
            )
        )
        self.no_measures.set_read_only(workspace.session.read_only)
        self.sentence = WrapLabel()
        self.sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy_button = push("คัดลอกข้อความ", "copy", self._copy)
        self.report_button = push(
            "ใส่ในรายงานผล",
            "file-text",
            self._put_in_report,
            tip="เพิ่มเป็นย่อหน้าในความนำของรายงานผลมาตรการปีนี้ เลิกทำได้",
        )
        self.pdf_button = push("PDF…", "file-down", self._export, tip="ส่งออกทั้งสองส่วนเป็น PDF")
        self.pairs = {SCORES: YearPair("คะแนน"), MEASURES: YearPair("มาตรการ")}
        self.parts = {
            SCORES: QPushButton("คะแนน ITA"),
            MEASURES: QPushButton("มาตรการ"),
        }
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._choose_usual()

    def show_part(self, part: str) -> None:
        """Turn to the scores or to the measures."""
        self.parts[part].setChecked(True)
        self.stack.setCurrentIndex(0 if part == SCORES else 1)

    # ---- acts

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.sentence.text())
        self._workspace.notice("คัดลอกข้อความแล้ว วางในเอกสารใดก็ได้ (Ctrl+V)")

    def _put_in_report(self) -> None:
        session, work = self._workspace.session, self._workspace.year
        try:
            added = say_in_report(session, work, self._sentence)
        except UserError as problem:
            tell_problem(self, problem)
            return
        if added:
            told = to_thai(f"ใส่ในความนำของรายงานผลปี {work.action_year} แล้ว")
            self._workspace.notice(told, undo=True)
        else:
            self._workspace.notice("รายงานผลมีข้อความนี้อยู่แล้ว")

    def _export(self) -> None:
        """Both parts as one PDF."""
        workspace = self._workspace
        snapshot, known = workspace.session.snapshot, (self._scores, self._measures)
        proposed = proposed_folder(workspace) / comparison_name(snapshot, *known)
        target = choose_pdf(self, proposed)
        if target is None:
            return
        paper, now = comparison_paper(snapshot, *known), workspace.session.clock()
        try:
            made = wait_for(
                self, "กำลังจัดหน้าเอกสาร…", lambda *_: workspace.renderer.paper(paper, now)
            )
            if made is not None:
                file = workspace.session.path
                write_file(target, made.data, overwrite=True, office_file=file)
                workspace.notice(f"ส่งออก “{target.name}” แล้ว")
        except UserError as problem:
            tell_problem(self, problem)

    # ---- showing

    def _choose_usual(self) -> None:
        """The years that belong together for the year in hand."""
        snapshot, work = self._workspace.session.snapshot, self._workspace.year
        held = score_years(snapshot)
        pair = score_pair(snapshot, work)
        if pair is None and len(held) > 1:
            pair = held[-2], held[-1]
        self.pairs[SCORES].offer([(f"ปี {one}", one) for one in reversed(held)], pair)
        works = [(f"ปี {one.action_year}", one.id) for one in snapshot.years]
        before = work_before(snapshot, work)
        if before is None and len(works) > 1:
            before = work
            work = snapshot.years[-2]
        self.pairs[MEASURES].offer(works, (before.id, work.id) if before is not None else None)
        self._show()

    def _show(self) -> None:
        self._stale = False
        self._show_scores()
        self._show_measures()
        self.pdf_button.setEnabled(bool(self._scores or self._measures))

    def _show_scores(self) -> None:
        snapshot, work = self._workspace.session.snapshot, self._workspace.year
        pair = self.pairs[SCORES].years
        told = pair is not None and pair[0] != pair[1]
        self._scores = compare_score_years(snapshot, *pair) if told else None
        if self._scores is not None:
            self.scores.show_scores(self._scores)
        self._sentence = self._scores.sentence if self._scores is not None else ""
        self.sentence.setText(to_thai_but_codes(self._sentence))
        self.sentence_card.setVisible(bool(self._sentence))
        self.report_button.setEnabled(not self._workspace.session.read_only)
        words = (
            "เลือกสองปีที่ต่างกันเพื่อเทียบคะแนน"
            if len(score_years(snapshot)) > 1
            else f"เทียบคะแนนได้เมื่อมีคะแนนตั้งแต่สองปี เช่น ปี {work.score_year} กับปีก่อนหน้า"
            " พิมพ์หรือวางคะแนนในหน้าคะแนน ITA"
        )
        self.no_scores.words.setText(to_thai(words))
        self.pairs[SCORES].setVisible(len(score_years(snapshot)) > 1)
        self.scores.setVisible(told)
        self.no_scores.setVisible(not told)

    def _show_measures(self) -> None:
        snapshot = self._workspace.session.snapshot
        before, after = (
            snapshot.get(YearWork, str(one)) for one in self.pairs[MEASURES].years or ("", "")
        )
        told = before is not None and after is not None and before != after
        self._measures = None
        if before is not None and after is not None and told:
            self._measures = compare_works(snapshot, before, after)
            self.measures.show_measures(self._measures)
        self.measures.setVisible(told)
        self.no_measures.setVisible(not told)
        self.pairs[MEASURES].setVisible(len(snapshot.years) > 1)
        self.no_measures.words.setText(
            "เลือกสองปีที่ต่างกันเพื่อเทียบมาตรการ"
            if len(snapshot.years) > 1
            else "แฟ้มงานนี้มีงานเพียงปีเดียว เมื่อเริ่มปีถัดไปแล้ว หน้านี้จะบอกว่ามาตรการใดทำต่อ ปรับ เพิ่ม หรือเลิก"
        )

    def _on_changed(self, kinds: frozenset[type]) -> None:
        if kinds & {Score, Measure, YearWork}:
            self._stale = True
            if self.isVisible():
                self._choose_again()

    def _choose_again(self) -> None:
        """The years chosen stay where they are still there."""
        held = {part: pair.years for part, pair in self.pairs.items()}
        self._choose_usual()
        for part, pair in self.pairs.items():
            pair.keep(held[part])
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._choose_again()

    # ---- building

    def _lay_out(self) -> None:
        title = QLabel("เทียบสองปี")
        page_title(title)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(title)
        head.addSpacing(2 * GRID)
        group = QButtonGroup(self)
        for button in self.parts.values():
            button.setCheckable(True)
            set_role(button, "segment")
            group.addButton(button)
            head.addWidget(button)
        head.addStretch(1)
        head.addWidget(self.pdf_button)
        frame, column = card("")
        self.sentence_card = frame
        acts = QHBoxLayout()
        acts.setSpacing(GRID)
        words = QLabel("ข้อความสำหรับรายงาน")
        section_title(words)
        acts.addWidget(words, 1)
        acts.addWidget(self.copy_button)
        acts.addWidget(self.report_button)
        column.addLayout(acts)
        column.addWidget(self.sentence)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        for part, contents in (
            (SCORES, (self.scores, self.no_scores, frame)),
            (MEASURES, (self.measures, self.no_measures)),
        ):
            whole = QWidget()
            inner = QVBoxLayout(whole)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(GRID)
            inner.addWidget(self.pairs[part])
            for one in contents:
                inner.addWidget(one, 0 if one is frame else 1)
            self.stack.addWidget(whole)
        whole_column = QVBoxLayout(self)
        whole_column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        whole_column.setSpacing(GRID)
        whole_column.addLayout(head)
        whole_column.addWidget(self.stack, 1)
        self.show_part(SCORES)

    def _connect(self) -> None:
        workspace = self._workspace
        for part, button in self.parts.items():
            button.clicked.connect(lambda _on, one=part: self.show_part(one))
        workspace.changed.connect(self._on_changed)
        workspace.year_changed.connect(lambda _year: self._choose_usual())
        self.measures.wanted.connect(self._go_to)
        for pair in self.pairs.values():
            pair.chosen.connect(self._show)

    def _go_to(self, measure_id: str) -> None:
        """To a measure, in the year it is of."""
        session = self._workspace.session
        measure = session.snapshot.get(Measure, measure_id)
        if measure is not None:
            year = session.snapshot.get(YearWork, measure.year_id)
            if year is not None:
                self._workspace.choose_year(year)
            self._workspace.show_place(measure_id)
