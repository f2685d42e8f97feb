"""Scores, analyses and the catalogue in the whole window: places, preview, years, completing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.checks.measures.completeness import Needs
from ita_desktop.model.catalogue import catalogue_years
from ita_desktop.model.records import CatalogueItem, IssueAnalysis, Measure, Score, YearWork
from ita_desktop.session.checking.readiness import all_findings, readiness
from ita_desktop.session.session import Session
from tests.aids.small_office import YEAR
from tests.ui.hands import K, focused, press, show, write
from tests.ui.scored_office import SCORED, scored_session
from ui.desk import Desk
from ui.page_list import PAGES
from ui.pages.office import OfficePage
from ui.widgets.editors.completing_editor import CompletingEditor
from ui.widgets.editors.references_box import ReferencesEditor
from ui.widgets.forms.form import RecordForm
from ui.widgets.measures.measure_plan import measure_plan
from ui.workspace import Workspace


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = scored_session(tmp_path, total="86.17", E9="28.57")
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: QtBot, session: Session, tmp_path: Path) -> Desk:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    workspace = Workspace(session)
    made = Desk(workspace, settings, PAGES)
    workspace.setParent(made)
    qtbot.addWidget(made)
    show(made, 1366, 700)
    made.show_page("overview")
    return made


def test_the_preview_turns_to_the_document_of_the_page(desk: Desk) -> None:
    workspace = desk.workspace
    assert workspace.document == "report"
    desk.show_page("scores")
    assert workspace.document == "scores"
    desk.show_page("analysis")
    assert workspace.document == "analysis"
    desk.show_page("measures")
    assert workspace.document == "report"


def test_what_the_clerk_chose_is_kept_for_the_page_where_it_was_chosen(desk: Desk) -> None:
    workspace = desk.workspace
    desk.show_page("documents")
    workspace.choose_document("plan")
    desk.show_page("scores")
    assert workspace.document == "scores"
    workspace.choose_document("analysis")
    desk.show_page("measures")
    assert workspace.document == "plan"
    desk.show_page("scores")
    assert workspace.document == "analysis"


def test_the_preview_follows_the_score_in_hand(desk: Desk) -> None:
    places: list[tuple[str, str]] = []
    desk.workspace.attended.connect(lambda *place: places.append(place))
    desk.show_page("scores")
    sheet = desk.page.sheet
    sheet.go_to((SCORED, "indicator-4"))
    assert places[-1][1] == "indicator-4"
    sheet.go_to((SCORED, "EIT"))
    assert places[-1][1] == "tools"
    sheet.go_to((SCORED, "E9"))
    assert places[-1][1] == ""


def test_every_finding_about_scores_leads_to_a_field(desk: Desk, session: Session) -> None:
    wanted = {"missing-score": "scores", "no-analysis": "analysis", "same-wording": "catalogue"}
    found = all_findings(readiness(session.snapshot, session.year()))
    for code, page in wanted.items():
        finding = next(one for one in found if one.code == code)
        desk.show_page("overview")
        desk.workspace.show_finding(finding)
        assert desk.page_name == page
        assert desk.page.isAncestorOf(QApplication.focusWidget())
    first = IssueAnalysis.of(session.year().id, 1)
    assert desk._pages["analysis"].form.record == first


def test_a_score_held_in_the_file_is_found_from_anywhere(desk: Desk) -> None:
    desk.show_record(Score.of(SCORED, "E9").id, "value")
    assert desk.page_name == "scores"
    assert desk.page.sheet.key == (SCORED, "E9")
    desk.show_record(CatalogueItem.key(SCORED, "O1"), "words")
    assert desk.page_name == "catalogue"


@pytest.mark.parametrize("name", ["scores", "analysis", "catalogue"])
def test_a_page_made_for_the_first_time_leaves_the_hand_in_the_sidebar(
    desk: Desk, name: str
) -> None:
    desk.sidebar.setFocus()
    desk.show_page(name)
    assert focused() is desk.sidebar


def test_pages_stand_in_the_order_of_the_work() -> None:
    names = [one.name if one else "" for one in PAGES]
    daily = names[: names.index("")]
    assert daily[:4] == ["overview", "scores", "analysis", "measures"]
    assert names[-2:] == ["catalogue", "comments"]
    titles = {one.name: one.title for one in PAGES if one}
    assert (titles["scores"], titles["analysis"]) == ("คะแนน ITA", "วิเคราะห์ผล")


def test_another_year_in_the_form_of_years_brings_its_catalogue(
    qtbot: QtBot, session: Session
) -> None:
    page = OfficePage(Workspace(session))
    qtbot.addWidget(page)
    show(page, 700, 900)
    page.years.go_to("score_year")
    assert catalogue_years(session.snapshot) == (SCORED,)
    for _ in range(12):
        press(K.Key_Backspace)
    write("2565")
    page.office.go_to("name")
    work = session.snapshot.get(YearWork, session.year().id)
    assert work is not None
    assert work.score_year == 2565
    assert catalogue_years(session.snapshot) == (SCORED, 2565)
    session.undo()
    assert catalogue_years(session.snapshot) == (SCORED,)
    assert session.year().score_year == YEAR - 1


@pytest.fixture
def form(qtbot: QtBot, session: Session) -> RecordForm:
    made = RecordForm(
        Workspace(session),
        Measure,
        measure_plan(lambda: Needs("report"), lambda: None),
    )
    qtbot.addWidget(made)
    made.set_record(session.snapshot.get(Measure, "m3"))
    show(made, 560, 800)
    return made


def completing(form: RecordForm, name: str) -> CompletingEditor:
    found = form.editors[name]
    assert isinstance(found, CompletingEditor)
    return found


def test_the_issue_completes_from_the_catalogue(form: RecordForm, session: Session) -> None:
    form.go_to("issue")
    write("e-service")
    assert completing(form, "issue").highlighted == ("การให้บริการและระบบ E-Service", "ประเด็นที่ ๒")
    press(K.Key_Return)
    assert completing(form, "issue").highlighted is None
    measure = session.snapshot.get(Measure, "m3")
    assert measure is not None
    assert measure.issue == "การให้บริการและระบบ E-Service"


def test_the_indicator_is_chosen_by_arrows_and_kept_by_tab(
    form: RecordForm, session: Session
) -> None:
    form.go_to("indicator")
    press(K.Key_Down)
    assert len(completing(form, "indicator").offered) == 10
    press(K.Key_Down)
    press(K.Key_Tab)
    measure = session.snapshot.get(Measure, "m3")
    assert measure is not None
    assert measure.indicator == "ตัวชี้วัดที่ ๒ การใช้งบประมาณ"
    assert not completing(form, "indicator").box.hasFocus()


def test_escape_closes_the_offers_and_what_was_typed_stays(
    form: RecordForm, session: Session
) -> None:
    form.go_to("indicator")
    write("การใช้")
    assert completing(form, "indicator").highlighted is not None
    press(K.Key_Escape)
    assert completing(form, "indicator").highlighted is None
    write("อื่น")
    form.go_to("title")
    measure = session.snapshot.get(Measure, "m3")
    assert measure is not None
    assert measure.indicator == "การใช้อื่น"


def test_the_button_offers_everything_and_takes_it_away(form: RecordForm) -> None:
    issue = completing(form, "issue")
    issue.button.click()
    assert len(issue.offered) == 7
    assert focused() is issue.box
    issue.button.click()
    assert issue.highlighted is None


def test_codes_say_what_they_mean(form: RecordForm) -> None:
    references = form.editors["references"]
    assert isinstance(references, ReferencesEditor)
    assert references.chips.isHidden()
    form.go_to("references")
    write("e9, O34, ตัวชี้วัด 8, X")
    form.go_to("title")
    tips = [chip.toolTip() for chip in references.chips.chips]
    assert tips[0] == "E9 ท่านเคยใช้งานระบบการให้บริการออนไลน์ (E-Service) ของหน่วยงานหรือไม่"
    assert tips[1].startswith("O34 มาตรการส่งเสริมคุณธรรม")
    assert tips[2] == "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน"
    assert len(tips) == 3
