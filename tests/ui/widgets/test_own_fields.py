"""The office's own fields in the form of a measure, and the register that declares them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from ita_desktop.model.own_fields import as_field, value_of
from ita_desktop.model.records import Measure, OwnField, Record
from ita_desktop.model.values import OwnKind, plain_items
from ita_desktop.session.changing import change_field
from ita_desktop.session.session import Session
from ita_desktop.thai.timelines import Unread
from tests.aids.small_office import office_records, office_session
from tests.ui.hands import ALT, CTRL, K, focused, press, show, write
from ui.pages.layouts import FIELDS, LayoutsPage
from ui.pages.measures import MeasuresPage
from ui.settings import open_settings
from ui.widgets.editors.date_editor import DateEditor
from ui.widgets.editors.list_editor import ListEditor
from ui.widgets.editors.number_editor import NumberEditor
from ui.widgets.forms.form import RecordForm
from ui.workspace import Workspace

BUDGET = OwnField(id="b", rank="1", label="งบประมาณ (บาท)", kind=OwnKind.NUMBER, hint="ทั้งโครงการ")
WHEN = OwnField(id="w", rank="2", label="วันที่อนุมัติ", kind=OwnKind.DATE)
AREAS = OwnField(id="a", rank="3", label="พื้นที่", kind=OwnKind.ITEMS)


@pytest.fixture
def more_records() -> tuple[Record, ...]:
    return (BUDGET, WHEN)


@pytest.fixture
def session(workspace: Workspace) -> Session:
    return workspace.session


@pytest.fixture
def form(qtbot: Any, workspace: Workspace) -> RecordForm:
    page = MeasuresPage(workspace, open_settings())
    qtbot.addWidget(page)
    show(page, 900, 700)
    page.list.select("m3")
    return page.form


@pytest.fixture
def page(qtbot: Any, workspace: Workspace) -> LayoutsPage:
    page = LayoutsPage(workspace, open_settings())
    qtbot.addWidget(page)
    show(page, 1100, 700)
    page.show_part(FIELDS)
    return page


def held(session: Session, own: OwnField = BUDGET, measure_id: str = "m3") -> Any:
    measure = session.snapshot.get(Measure, measure_id)
    assert measure is not None
    return value_of(measure, as_field(own))


def budget(form: RecordForm) -> NumberEditor:
    editor = form.editors["own:b"]
    assert isinstance(editor, NumberEditor)
    return editor


def test_own_fields_have_editors_of_their_kind_at_the_end_of_the_form(form: RecordForm) -> None:
    assert list(form.editors)[-2:] == ["own:b", "own:w"]
    assert isinstance(form.editors["own:w"], DateEditor)
    assert form.rows["own:b"].label.text() == "งบประมาณ (บาท)"
    assert form.rows["own:b"].isVisible()


def test_a_number_is_typed_saved_and_shown_with_commas(form: RecordForm, session: Session) -> None:
    form.go_to("own:b")
    write("1250000.50\t")
    assert held(session) == Decimal("1250000.50")
    assert budget(form).line.text() == "๑,๒๕๐,๐๐๐.๕๐"
    assert session.undo_name == "แก้ไขงบประมาณ (บาท)"
    session.undo()
    assert held(session) is None
    assert budget(form).line.text() == ""


def test_one_visit_is_one_step_and_delete_empties(form: RecordForm, session: Session) -> None:
    form.go_to("own:b")
    write("๕๐")
    budget(form).flush()
    write("๐๐")
    form.go_to("title")
    assert held(session) == 5000
    session.undo()
    assert held(session) is None
    session.redo()
    form.go_to("own:b")
    press(K.Key_A, CTRL)
    press(K.Key_Delete)
    form.go_to("title")
    assert held(session) is None


def test_words_in_a_number_are_kept_and_told_and_a_suggestion_is_taken(
    form: RecordForm, session: Session
) -> None:
    form.go_to("own:b")
    write("1,25,000")
    editor = budget(form)
    assert "จุลภาค" in editor.note.words.text()
    [button] = editor.note.suggestions
    button.click()
    assert held(session) == 125000
    press(K.Key_A, CTRL)
    write("ตามเทศบัญญัติ")
    form.go_to("title")
    assert held(session) == Unread("ตามเทศบัญญัติ")
    assert "ไม่ใช่จำนวน" in editor.note.words.text()
    assert editor.note.isVisible()
    assert form.rows["own:b"].findings == ()


def test_what_was_typed_is_there_again_when_the_measure_is_taken_in_hand_again(
    form: RecordForm, session: Session
) -> None:
    form.go_to("own:b")
    write("ราว ๆ ห้าหมื่น")
    form.set_record(session.snapshot.get(Measure, "m1"))
    assert budget(form).line.text() == ""
    assert not budget(form).note.isVisible()
    form.set_record(session.snapshot.get(Measure, "m3"))
    assert budget(form).line.text() == "ราว ๆ ห้าหมื่น"
    assert budget(form).note.isVisible()


def test_a_dash_is_kept_without_a_word(form: RecordForm, session: Session) -> None:
    form.go_to("own:b")
    write("-\t")
    assert held(session) == Unread("-")
    assert not budget(form).note.isVisible()


def test_a_date_that_is_none_is_kept_too(form: RecordForm, session: Session) -> None:
    form.go_to("own:w")
    write("๓๑ ก.พ. ๖๘")
    form.go_to("title")
    assert held(session, WHEN) == Unread("๓๑ ก.พ. ๖๘")
    editor = form.editors["own:w"]
    assert isinstance(editor, DateEditor)
    assert editor.note.isVisible()


def test_fields_appear_and_vanish_while_the_form_is_open(
    form: RecordForm, session: Session
) -> None:
    change_field(session, session.snapshot.get(Measure, "m3"), as_field(AREAS), plain_items("ก"))  # type: ignore[type-var]
    assert "own:a" not in form.editors
    session.add(AREAS)
    editor = form.editors["own:a"]
    assert isinstance(editor, ListEditor)
    assert editor.value() == plain_items("ก")
    QApplication.processEvents()
    assert form.rows["own:a"].isVisible()
    session.remove(BUDGET)
    assert list(form.editors)[-2:] == ["own:w", "own:a"]
    session.undo()
    assert list(form.editors)[-3:] == ["own:b", "own:w", "own:a"]


def test_a_field_deleted_under_the_cursor_loses_nothing(form: RecordForm, session: Session) -> None:
    form.go_to("own:b")
    write("500")
    budget(form).flush()
    session.remove(BUDGET)
    assert "own:b" not in form.editors
    form.go_to("title")
    form.go_to_missing()
    session.undo()
    assert held(session) == 500
    assert budget(form).line.text() == "๕๐๐"


def test_tab_walks_own_fields_like_the_others(form: RecordForm) -> None:
    form.go_to("references")
    press(K.Key_Tab)
    assert focused() is budget(form).line
    press(K.Key_Tab)
    assert form.editors["own:w"].isAncestorOf(focused())


def test_the_preview_is_told_which_own_field_is_edited(
    form: RecordForm, workspace: Workspace, qtbot: Any
) -> None:
    with qtbot.waitSignal(workspace.attended) as told:
        form.go_to("own:b")
    assert told.args == ["m3", "own:b"]


def test_a_read_only_file_shows_own_fields_and_lets_nobody_type(qtbot: Any, tmp_path: Path) -> None:
    from ita_desktop.session.opening import open_to_read

    writing = office_session(tmp_path, (*office_records(), BUDGET))
    writing.close()
    session = open_to_read(writing.path)
    workspace = Workspace(session)
    try:
        page = MeasuresPage(workspace, open_settings())
        qtbot.addWidget(page)
        show(page, 900, 700)
        assert budget(page.form).line.isReadOnly()
    finally:
        workspace.close()
        session.close()


def test_the_form_leads_to_where_fields_are_declared(
    form: RecordForm, workspace: Workspace, qtbot: Any
) -> None:
    with qtbot.waitSignal(workspace.page_wanted) as told:
        form.body.manage.click()
    assert told.args == ["layouts/fields"]


# ---- the register


def to_front(page: LayoutsPage) -> None:
    """Make its window the one in hand."""
    page.activateWindow()
    QApplication.processEvents()


def test_a_field_is_declared_by_typing_and_is_in_the_form_at_once(
    page: LayoutsPage, form: RecordForm, session: Session
) -> None:
    to_front(page)
    page.fields.list.setCurrentRow(1)
    page.fields.add_button.click()
    write("แหล่งเงิน")
    page.fields.form.flush()
    [made] = [one for one in session.snapshot.of(OwnField) if one.label == "แหล่งเงิน"]
    assert made.kind is OwnKind.TEXT
    assert form.rows[f"own:{made.id}"].label.text() == "แหล่งเงิน"
    assert page.buttons[FIELDS].text() == "ช่องของหน่วยงาน (๓)"


def test_the_kind_is_changed_and_what_does_not_fit_is_told_and_comes_back(
    page: LayoutsPage, form: RecordForm, session: Session
) -> None:
    change_field(session, session.snapshot.get(Measure, "m3"), as_field(BUDGET), Decimal(500))  # type: ignore[type-var]
    page.fields.show_entry("b", "")
    kinds = page.fields.form.editors["kind"].buttons  # type: ignore[attr-defined]
    kinds[OwnKind.DATE].click()
    assert isinstance(form.editors["own:b"], DateEditor)
    [found] = page.fields.form.rows["kind"].findings
    assert found.problem == "มี ๑ มาตรการที่กรอกไว้ไม่ใช่วันที่"
    assert form.editors["own:b"].line.text() == "500"  # type: ignore[attr-defined]
    kinds[OwnKind.TEXT].click()
    assert page.fields.form.rows["kind"].findings == ()
    kinds[OwnKind.NUMBER].click()
    assert budget(form).line.text() == "๕๐๐"
    assert held(session) == 500


def test_deleting_a_field_says_how_many_measures_fill_it(
    page: LayoutsPage, workspace: Workspace, session: Session, qtbot: Any
) -> None:
    change_field(session, session.snapshot.get(Measure, "m3"), as_field(BUDGET), Decimal(500))  # type: ignore[type-var]
    page.fields.show_entry("b", "")
    page.fields.list.setFocus()
    with qtbot.waitSignal(workspace.noticed) as told:
        press(K.Key_Delete)
    assert "๑ มาตรการ" in told.args[0]
    assert told.args[1] is True
    assert session.snapshot.get(OwnField, "b") is None
    session.undo()
    assert held(session) == 500


def test_fields_are_moved_with_the_keys_and_the_form_follows(
    page: LayoutsPage, form: RecordForm
) -> None:
    to_front(page)
    page.fields.show_entry("w", "")
    page.fields.list.setFocus()
    press(K.Key_Up, ALT)
    assert list(form.editors)[-2:] == ["own:w", "own:b"]


def test_the_list_of_fields_says_how_each_is_used(page: LayoutsPage, session: Session) -> None:
    assert page.fields.list.item(0).text() == "งบประมาณ (บาท)\nจำนวน · ยังไม่ได้กรอก"
    change_field(session, session.snapshot.get(Measure, "m3"), as_field(BUDGET), Decimal(500))  # type: ignore[type-var]
    assert page.fields.list.item(0).text() == "งบประมาณ (บาท)\nจำนวน · กรอก ๑ มาตรการ"
