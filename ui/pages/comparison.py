"""เทียบสองปี: the scores of two years and the measures of two years side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
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
from ita_desktop.session.years.comparing import (
    compare_score_years,
    compare_works,
    score_pair,
    work_before,
)
from ita_desktop.session.years.telling import say_in_report
from ita_desktop.thai.digits import to_thai, to_thai_but_codes
from ui.dialogs import tell_problem
from ui.theme import GRID, page_title, set_role
from ui.widgets.buttons import push
from ui.widgets.cards import card
from ui.widgets.comparison.measure_table import MeasureTable
from ui.widgets.comparison.score_table import ScoreTable
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
        self.scores = ScoreTable()
        self.measures = MeasureTable()
        self.no_scores = WrapLabel("", "hint")
        self.no_measures = WrapLabel("", "hint")
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
        self.boxes = {part: _pair_of_boxes(part) for part in (SCORES, MEASURES)}
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

    # ---- showing

    def _choose_usual(self) -> None:
        """The years that belong together for the year in hand."""
        snapshot, work = self._workspace.session.snapshot, self._workspace.year
        held = score_years(snapshot)
        pair = score_pair(snapshot, work) or (held[-2:] if len(held) > 1 else None)
        _fill(self.boxes[SCORES], [(f"ปี {one}", one) for one in reversed(held)], pair)
        works = [(f"ปี {one.action_year}", one.id) for one in snapshot.years]
        before = work_before(snapshot, work)
        if before is None and len(works) > 1:
            before = work
            work = snapshot.years[-2]
        _fill(self.boxes[MEASURES], works, (before.id, work.id) if before is not None else None)
        self._show()

    def _show(self) -> None:
        self._stale = False
        self._show_scores()
        self._show_measures()

    def _show_scores(self) -> None:
        snapshot, work = self._workspace.session.snapshot, self._workspace.year
        before, after = (box.currentData() for box in self.boxes[SCORES])
        told = before is not None and after is not None and before != after
        self._sentence = ""
        if told:
            found = compare_score_years(snapshot, before, after)
            self.scores.show_scores(found)
            self._sentence = found.sentence
        self.sentence.setText(to_thai_but_codes(self._sentence))
        self.sentence_card.setVisible(bool(self._sentence))
        self.report_button.setEnabled(not self._workspace.session.read_only)
        words = (
            "เลือกสองปีที่ต่างกันเพื่อเทียบคะแนน"
            if len(score_years(snapshot)) > 1
            else f"เทียบคะแนนได้เมื่อมีคะแนนตั้งแต่สองปี เช่น ปี {work.score_year} กับปีก่อนหน้า"
            " พิมพ์หรือวางคะแนนในหน้าคะแนน ITA"
        )
        self.no_scores.setText(to_thai(words))
        self.scores.setVisible(told)
        self.no_scores.setVisible(not told)

    def _show_measures(self) -> None:
        snapshot = self._workspace.session.snapshot
        ids = [box.currentData() for box in self.boxes[MEASURES]]
        before, after = (snapshot.get(YearWork, one or "") for one in ids)
        told = before is not None and after is not None and before != after
        if before is not None and after is not None and told:
            self.measures.show_measures(compare_works(snapshot, before, after))
        self.measures.setVisible(told)
        self.no_measures.setVisible(not told)
        self.no_measures.setText(
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
        held = {part: tuple(one.currentData() for one in both) for part, both in self.boxes.items()}
        self._choose_usual()
        for part, both in self.boxes.items():
            places = [box.findData(one) for box, one in zip(both, held[part], strict=True)]
            if None not in held[part] and min(places) >= 0:
                for box, place in zip(both, places, strict=True):
                    box.setCurrentIndex(place)
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
        frame, column = card("ข้อความสำหรับรายงาน")
        self.sentence_card = frame
        column.addWidget(self.sentence)
        acts = QHBoxLayout()
        acts.setSpacing(GRID)
        acts.addWidget(self.copy_button)
        acts.addWidget(self.report_button)
        acts.addStretch(1)
        column.addLayout(acts)
        for part, contents in (
            (SCORES, (self.scores, self.no_scores, frame)),
            (MEASURES, (self.measures, self.no_measures)),
        ):
            whole = QWidget()
            inner = QVBoxLayout(whole)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(GRID)
            inner.addLayout(_years_row(self.boxes[part]))
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
        for both in self.boxes.values():
            for box in both:
                box.activated.connect(lambda _at: self._show())

    def _go_to(self, measure_id: str) -> None:
        """To a measure, in the year it is of."""
        session = self._workspace.session
        measure = session.snapshot.get(Measure, measure_id)
        if measure is not None:
            year = session.snapshot.get(YearWork, measure.year_id)
            if year is not None:
                self._workspace.choose_year(year)
            self._workspace.show_place(measure_id)


def _pair_of_boxes(part: str) -> tuple[QComboBox, QComboBox]:
    """The earlier and the later year."""
    named = {SCORES: "คะแนน", MEASURES: "มาตรการ"}[part]
    both = (QComboBox(), QComboBox())
    for box, which in zip(both, ("ปีก่อน", "ปีหลัง"), strict=True):
        box.setAccessibleName(f"{which}ที่เทียบ{named}")
    return both


def _years_row(both: tuple[QComboBox, QComboBox]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID)
    before, after = both
    for word, box in (("เทียบ", after), ("กับ", before)):
        label = QLabel(word)
        label.setBuddy(box)
        row.addWidget(label)
        row.addWidget(box)
    row.addStretch(1)
    return row


def _fill(
    both: tuple[QComboBox, QComboBox],
    years: list[tuple[str, int]] | list[tuple[str, str]],
    pair: tuple[int, int] | tuple[str, str] | None,
) -> None:
    for place, box in enumerate(both):
        box.clear()
        for words, one in years:
            box.addItem(to_thai(words), one)
        if pair is not None:
            box.setCurrentIndex(box.findData(pair[place]))
        box.setEnabled(len(years) > 1)
