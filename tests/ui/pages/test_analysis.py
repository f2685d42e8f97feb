"""The page of analyses, driven by key events on a real file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ita_desktop.model.catalogue import catalogue_of
from ita_desktop.model.records import CatalogueItem, Issue, IssueAnalysis, Measure, YearWork
from ita_desktop.model.references import format_references
from ita_desktop.model.values import Urgency
from ita_desktop.session.measure_views import Filled
from ita_desktop.session.scores.catalogues import held_in_file
from ita_desktop.session.session import Session
from tests.ui.hands import K, focused, press, show, write
from tests.ui.scored_office import SCORED, scored_session
from ui.pages.analysis import AnalysisPage
from ui.widgets.editors.references_box import ReferencesEditor
from ui.widgets.editors.suggested_text import SuggestedTextEditor
from ui.workspace import Workspace

SCORES = {"E1": "95.71", "E9": "28.57", "O11": "100", "O12": "0", "I10": "100"}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = scored_session(tmp_path, **SCORES)
    yield made
    made.close()


def make_page(qtbot: QtBot, session: Session, folder: Path) -> AnalysisPage:
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    workspace = Workspace(session)
    made = AnalysisPage(workspace, settings)
    workspace.setParent(made)
    made.workspace = workspace  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    show(made, 900, 720)
    made.list.setFocus()
    return made


@pytest.fixture
def page(qtbot: QtBot, session: Session, tmp_path: Path) -> AnalysisPage:
    return make_page(qtbot, session, tmp_path)


def written(session: Session, issue: int) -> IssueAnalysis:
    """What the file holds of an issue."""
    fresh = IssueAnalysis.of(session.year().id, issue)
    return session.snapshot.get(IssueAnalysis, fresh.id) or fresh


def editor(page: AnalysisPage, field: str) -> SuggestedTextEditor:
    found = page.form.editors[field]
    assert isinstance(found, SuggestedTextEditor)
    return found


def test_every_issue_says_how_far_it_is_written(page: AnalysisPage, session: Session) -> None:
    assert len(page.list.rows.rows) == 7
    assert {one.filled for one in page.list.rows.rows} == {Filled.NOTHING}
    session.change(IssueAnalysis.of(session.year().id, 1), finding="พบว่า")
    assert page.list.rows.rows[0].filled is Filled.PARTLY
    session.change(written(session, 1), urgency=Urgency.DEVELOP, advice="ควร")
    first = page.list.rows.rows[0]
    assert (first.filled, first.status) == (Filled.ALL, "ต้องพัฒนาให้ดีขึ้น")
    assert page.head.state.text() == "ครบแล้ว"


def test_arrows_walk_the_issues_and_enter_goes_to_the_form(page: AnalysisPage) -> None:
    press(K.Key_Down)
    assert page.view is not None
    assert page.view.issue.number == 2
    assert page.head.title.text() == "ประเด็นที่ ๒"
    press(K.Key_Return)
    assert page.form.editors["urgency"].isAncestorOf(focused())


def test_the_lowest_question_and_items_below_full_stand_out(page: AnalysisPage) -> None:
    page.list.select("2")
    shown = [
        widget.text() for widget in page.questions.rows if hasattr(widget, "text") and widget.text()
    ]
    assert "น้อยที่สุด" in shown
    assert shown[shown.index("E9") + 2 : shown.index("E9") + 4] == ["น้อยที่สุด", "๒๘.๕๗"]
    assert shown[shown.index("O12") + 2] == "ยังไม่เต็ม"
    assert "O11" in page.questions.rest.text()
    lowest = page.form.editors["lowest"]
    assert isinstance(lowest, ReferencesEditor)
    assert lowest.box.placeholderText().replace("\u200b", "") == "โปรแกรมพบ E9"


def test_a_wording_is_taken_over_behind_what_stands_there(
    page: AnalysisPage, session: Session
) -> None:
    page.list.select("2")
    finding = editor(page, "finding")
    assert finding.toggle.isChecked()
    page.form.go_to("finding")
    write("เดิม")
    QTest.mouseClick(finding.buttons[0], Qt.MouseButton.LeftButton)
    first, second = written(session, 2).finding.split("\n")
    item = catalogue_of(session.snapshot, SCORED).item("E9")
    assert item is not None
    assert (first, second) == ("เดิม", item.finding)
    assert not finding.buttons[0].isEnabled()
    assert finding.buttons[1].isEnabled()
    QTest.mouseClick(finding.buttons[1], Qt.MouseButton.LeftButton)
    assert "O12" in written(session, 2).finding


def test_wordings_wait_where_something_is_written_already(
    page: AnalysisPage, session: Session
) -> None:
    session.change(IssueAnalysis.of(session.year().id, 2), advice="ควรปรับปรุง")
    page.list.select("2")
    advice = editor(page, "advice")
    assert advice.list.isHidden()
    assert advice.toggle.text() == "ถ้อยคำเสนอ ๒ รายการ"
    advice.toggle.click()
    assert not advice.list.isHidden()


def test_what_the_clerk_wrote_becomes_the_wording_of_the_question(
    page: AnalysisPage, session: Session
) -> None:
    page.list.select("4")
    session.change(written(session, 4), finding="ยืมด้วยวาจา")
    finding = editor(page, "finding")
    assert finding.store_button.isHidden()  # every score is full: of which question?
    page.list.select("2")
    session.change(written(session, 2), finding="ไม่เคยใช้บริการออนไลน์")
    assert finding.store_button.text() == "บันทึกเป็นถ้อยคำของข้อ…"
    finding.store_wanted.emit("E9")
    item = session.snapshot.get(CatalogueItem, CatalogueItem.key(SCORED, "E9"))
    assert item is not None
    assert item.finding == "ไม่เคยใช้บริการออนไลน์"
    session.undo()
    again = session.snapshot.get(CatalogueItem, CatalogueItem.key(SCORED, "E9"))
    assert again is not None
    assert again.finding != item.finding


def test_the_urgency_that_the_scores_speak_for_is_one_click(
    page: AnalysisPage, session: Session
) -> None:
    page.list.select("2")
    assert "ต้องแก้ไขโดยเร่งด่วน (O12 ได้ ๐.๐๐" in page.questions.proposal.text()
    page.questions.take_button.click()
    assert written(session, 2).urgency is Urgency.URGENT
    assert page.questions.take_button.isHidden()
    session.undo()
    assert written(session, 2).urgency is None
    assert page.form.editors["urgency"].value() is None


def test_typing_after_undoing_the_first_word_is_kept(page: AnalysisPage, session: Session) -> None:
    page.list.select("3")
    page.form.go_to("finding")
    write("หนึ่ง")
    page.list.setFocus()
    session.undo()
    assert editor(page, "finding").value() == ""
    page.form.go_to("finding")
    write("สอง")
    page.list.setFocus()
    assert written(session, 3).finding == "สอง"


def test_naming_another_question_as_the_lowest_is_pointed_at(
    page: AnalysisPage, session: Session
) -> None:
    page.list.select("2")
    page.form.go_to("lowest")
    write("e1")
    page.list.setFocus()
    assert format_references(written(session, 2).lowest) == "E1"
    [told] = page.form.rows["lowest"].findings
    assert told.problem == "ข้อที่ได้คะแนนน้อยที่สุดของประเด็นที่ ๒ คือ E9 ไม่ใช่ E1"


def test_a_measure_is_made_of_what_was_found(page: AnalysisPage, session: Session) -> None:
    wanted: list[tuple[str, str]] = []
    page.workspace.wanted.connect(lambda *place: wanted.append(place))  # type: ignore[attr-defined]
    page.list.select("2")
    assert page.measures.text() == "ยังไม่มีมาตรการของประเด็นนี้"
    page.measure_button.click()
    made = [one for one in session.snapshot.of(Measure) if not one.title]
    assert [format_references(one.references) for one in made] == ["E9, O12"]
    assert wanted == [(made[0].id, "title")]
    assert page.measures.text() == "มีมาตรการของประเด็นนี้แล้ว ๑ มาตรการ"


def test_a_finding_leads_to_an_analysis_that_nobody_has_begun(page: AnalysisPage) -> None:
    work = page.workspace.year  # type: ignore[attr-defined]
    page.show_place(IssueAnalysis.of(work.id, 5).id, "advice")
    assert page.view is not None
    assert page.view.issue.number == 5
    assert page.form.editors["advice"].isAncestorOf(focused())


def test_the_first_word_brings_the_catalogue_of_its_year(qtbot: QtBot, tmp_path: Path) -> None:
    session = scored_session(tmp_path, catalogue=False, E9="20")
    try:
        page = make_page(qtbot, session, tmp_path)
        assert len(page.list.rows.rows) == 7
        page.form.go_to("finding")
        write("พบว่า")
        page.list.setFocus()
        assert held_in_file(session.snapshot, SCORED)
        session.undo()
        assert not held_in_file(session.snapshot, SCORED)
    finally:
        session.close()


def test_correcting_an_issue_leads_to_the_catalogue(qtbot: QtBot, tmp_path: Path) -> None:
    session = scored_session(tmp_path, catalogue=False)
    try:
        page = make_page(qtbot, session, tmp_path)
        places: list[str] = []
        workspace = page.workspace  # type: ignore[attr-defined]
        workspace.page_wanted.connect(places.append)
        workspace.wanted.connect(lambda record, _field: places.append(record))
        page.list.select("3")
        page.issue_button.click()
        assert places == ["catalogue", Issue.key(SCORED, 3)]
        assert session.snapshot.get(Issue, places[1]) is not None
    finally:
        session.close()


def test_a_year_without_issues_offers_where_to_take_them_from(
    page: AnalysisPage, session: Session
) -> None:
    work = session.year()
    session.change(work, score_year=2566)
    assert page.stack.currentWidget() is page.empty
    texts = [button.accessibleName() for button in page.empty.buttons]
    assert texts == [
        "ใช้ประเด็นของปี ๒๕๖๗ (๗ ประเด็น)",
        "ใช้ประเด็นของปี ๒๕๖๘ (๗ ประเด็น)",
        "ใช้ตัวชี้วัดเป็นประเด็น (๑๐ ประเด็น)",
        "กำหนดประเด็นเองในบัญชี ITA",
    ]
    page.empty.buttons[0].click()
    assert page.stack.currentWidget() is page.splitter
    assert len(page.list.rows.rows) == 7
    session.undo()
    page.empty.buttons[2].click()
    assert len(page.list.rows.rows) == 10
    assert page.heading.text() == "วิเคราะห์ผล ปี ๒๕๖๖"


def test_without_scores_the_page_says_what_comes_first(qtbot: QtBot, tmp_path: Path) -> None:
    session = scored_session(tmp_path)
    try:
        page = make_page(qtbot, session, tmp_path)
        assert "กรอกคะแนนรายข้อในหน้า “คะแนน ITA” ก่อน" in page.questions.rest.text()
        assert page.questions.take_button.isHidden()
        assert editor(page, "finding").toggle.isHidden()
    finally:
        session.close()


def test_another_years_work_shows_its_own_issues(page: AnalysisPage, session: Session) -> None:
    fresh = YearWork.of(2570)
    session.add(fresh)
    page.workspace.choose_year(fresh)  # type: ignore[attr-defined]
    assert page.heading.text() == "วิเคราะห์ผล ปี ๒๕๖๙"
    assert len(page.list.rows.rows) == 7
    assert page.form.record == IssueAnalysis.of(fresh.id, 1)
