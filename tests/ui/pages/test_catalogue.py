"""The page of the ITA catalogue, driven by key events on a real file."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from ita_desktop.model.catalogue import catalogue_of, catalogue_years, item_codes
from ita_desktop.model.records import CatalogueItem, CatalogueYear, Issue, Level, RequiredElement
from ita_desktop.model.references import Reference
from ita_desktop.session.session import Session
from tests.ui.hands import CTRL, K, focused, press, show, write
from tests.ui.scored_office import SCORED, scored_session
from ui.pages.catalogue import CataloguePage
from ui.widgets.catalogues.catalogue_parts import PARTS
from ui.widgets.catalogues.catalogue_register import CatalogueRegister
from ui.workspace import Workspace


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = scored_session(tmp_path)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> CataloguePage:
    workspace = Workspace(session)
    made = CataloguePage(workspace)
    workspace.setParent(made)
    qtbot.addWidget(made)
    show(made, 1000, 700)
    return made


def part(page: CataloguePage, name: str) -> CatalogueRegister:
    """Turn to a list of the page."""
    page.show_part(next(one for one in PARTS if one.name == name))
    register = page.registers[name]
    register.list.setFocus()
    return register


def more(page: CataloguePage) -> list[QAction]:
    """What the menu of years offers now."""
    page._fill_more()
    return [one for one in page.more_button.menu().actions() if not one.isSeparator()]


def test_the_lists_say_how_much_they_hold_and_what_is_not_confirmed(page: CataloguePage) -> None:
    texts = [button.text() for button in page._buttons.values()]
    assert texts == [
        "ทั่วไป",
        "ตัวชี้วัด (๑๐)",
        "ข้อคำถาม IIT (๑๕)",
        "ข้อคำถาม EIT (๙)",
        "ข้อ OIT (๓๕)",
        "ประเด็นวิเคราะห์ (๗)",
        "ระดับ (๕)",
        "องค์ประกอบที่ต้องมี (๘)",
    ]
    assert page.told.text() == "ยังไม่ยืนยัน ๑๐ จาก ๙๐ รายการ"
    register = part(page, "elements")
    assert register.state.text() == "ยังไม่ยืนยัน"
    assert "ยังไม่ยืนยัน" in register.list.item(0).toolTip()
    assert part(page, "indicators").state.text() == "ยืนยันแล้ว"


def test_an_entry_is_corrected_and_put_back(page: CataloguePage, session: Session) -> None:
    register = part(page, "iit")
    assert register.restore_button.isHidden()
    press(K.Key_Return)
    press(K.Key_A, CTRL)
    write("ข้อความใหม่")
    register.list.setFocus()
    item = session.snapshot.get(CatalogueItem, CatalogueItem.key(SCORED, "I1"))
    assert item is not None
    assert item.words == "ข้อความใหม่"
    assert register.list.item(0).text() == "I1  ข้อความใหม่"
    assert not register.restore_button.isHidden()
    register.restore_button.click()
    item = session.snapshot.get(CatalogueItem, item.id)
    assert item is not None
    assert item.words.startswith("การปฏิบัติงานหรือให้บริการ")
    assert register.restore_button.isHidden()


def test_an_entry_is_added_typed_renamed_and_deleted(page: CataloguePage, session: Session) -> None:
    register = part(page, "eit")
    press(K.Key_Insert)
    assert register.entry.code == "E10"
    write("คำถามใหม่")
    register.key.setFocus()
    press(K.Key_A, CTRL)
    write("e๑๒\n")
    assert register.entry.code == "E12"
    assert register.entry.words == "คำถามใหม่"
    assert register.list.item(9).text() == "E12  คำถามใหม่"
    register.list.setFocus()
    press(K.Key_Delete)
    assert catalogue_of(session.snapshot, SCORED).item("E12") is None
    assert register.entry.code == "E9"
    session.undo()
    assert catalogue_of(session.snapshot, SCORED).item("E12") is not None


def test_a_key_that_is_taken_stays_typed_and_is_told(page: CataloguePage) -> None:
    register = part(page, "eit")
    register.key.setFocus()
    press(K.Key_A, CTRL)
    write("E2\n")
    assert register.problem.isVisible()
    assert "มีข้อคำถามหรือข้อ OIT E2 ในปีนี้อยู่แล้ว" in register.problem.text()
    assert register.key.text() == "E2"
    assert register.entry.code == "E1"


def test_codes_of_an_issue_are_those_of_the_year_of_the_catalogue(
    page: CataloguePage, session: Session
) -> None:
    session.change(session.year(), score_year=2569)
    page._choose(SCORED)
    register = part(page, "issues")
    register.form.go_to("codes")
    press(K.Key_A, CTRL)
    write("I1-I3, O7")
    register.list.setFocus()
    issue = catalogue_of(session.snapshot, SCORED).issues[0]
    assert item_codes(issue) == ("I1", "I2", "I3", "O7")
    assert all(isinstance(one, Reference) and one.year == SCORED for one in issue.codes)


def test_a_code_in_two_issues_is_said_below_the_field(page: CataloguePage) -> None:
    register = part(page, "issues")
    register.list.setCurrentRow(1)
    register.form.go_to("codes")
    write(", I1")
    register.list.setFocus()
    problems = [one.problem for one in register.form.rows["codes"].findings]
    assert problems == ["ข้อ I1 อยู่ทั้งในประเด็นที่ ๑ และประเด็นที่ ๒"]


def test_the_least_score_of_a_level_is_typed_in_either_digits(
    page: CataloguePage, session: Session
) -> None:
    register = part(page, "levels")
    register.form.go_to("least")
    press(K.Key_A, CTRL)
    write("๙๐.๕")
    register.list.setFocus()
    level = session.snapshot.get(Level, Level.key(SCORED, 1))
    assert level is not None
    assert level.least == Decimal("90.5")
    register.form.go_to("least")
    press(K.Key_A, CTRL)
    write("มาก")
    assert register.form.editors["least"].note.isVisible()  # type: ignore[attr-defined]
    register.list.setFocus()
    level = session.snapshot.get(Level, level.id)
    assert level is not None
    assert level.least == Decimal("90.5")


def test_a_required_element_is_added_for_the_paper_in_hand(
    page: CataloguePage, session: Session
) -> None:
    register = part(page, "elements")
    register.list.setCurrentRow(register.list.count() - 1)
    before = register.entry.paper
    press(K.Key_Insert)
    write("ภาพถ่ายกิจกรรม")
    register.list.setFocus()
    made = [one for one in session.snapshot.of(RequiredElement) if one.words == "ภาพถ่ายกิจกรรม"]
    assert [one.paper for one in made] == [before]
    assert made[0].source == "หน่วยงานเพิ่มเอง"


def test_years_are_added_restored_and_taken_out(page: CataloguePage, session: Session) -> None:
    texts = [one.text() for one in more(page)]
    assert texts[0] == "เพิ่มปี ๒๕๖๙ ที่มากับโปรแกรม"
    assert "เพิ่มปีใหม่ ๒๕๗๐ โดยคัดลอกจากปีล่าสุด" in texts
    next(one for one in more(page) if "๒๕๗๐" in one.text()).trigger()
    assert catalogue_years(session.snapshot) == (2570, SCORED)
    assert page.year == 2570
    assert "2569" in catalogue_of(session.snapshot, 2570).head.source  # type: ignore[union-attr]
    assert page.told.text().startswith("ยังไม่ยืนยัน ๗๗ จาก ๗๗")
    remove = more(page)[-1]
    assert remove.text() == "ลบบัญชีปี ๒๕๗๐ ออกจากแฟ้มงาน"
    remove.trigger()
    assert catalogue_years(session.snapshot) == (SCORED,)
    assert page.year == SCORED
    session.change(catalogue_of(session.snapshot, SCORED).items[0], words="แก้")
    restore = next(one for one in more(page) if one.text().startswith("คืนรายการ"))
    assert restore.text() == "คืนรายการที่มากับโปรแกรมทั้งปี ๒๕๖๗ (ต่างกัน ๑ รายการ)"
    restore.trigger()
    assert catalogue_of(session.snapshot, SCORED).items[0].words != "แก้"
    assert not next(one for one in more(page) if one.text().startswith("คืนรายการ")).isEnabled()


def test_a_file_without_any_catalogue_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    session = scored_session(tmp_path, catalogue=False)
    try:
        made = CataloguePage(Workspace(session))
        qtbot.addWidget(made)
        show(made)
        assert made.told.text() == "ยังไม่มีบัญชี ITA ในแฟ้มงานนี้ กดปุ่มเพิ่มปี"
        next(one for one in more(made) if "๒๕๖๗" in one.text()).trigger()
        assert made.year == 2567
        assert session.snapshot.get(CatalogueYear, CatalogueYear.key(2567)) is not None
    finally:
        session.close()


def test_a_finding_leads_to_its_entry(page: CataloguePage) -> None:
    page.show_place(CatalogueItem.key(SCORED, "O34"), "words")
    register = page.registers["oit"]
    assert page.stack.currentWidget() is register
    assert register.entry.code == "O34"
    assert register.form.editors["words"].isAncestorOf(focused())
    page.show_place(Issue.key(SCORED, 3), "")
    assert page.stack.currentWidget() is page.registers["issues"]
