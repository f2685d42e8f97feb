"""The form: built from declared fields, saved through the session, undone one visit at a time."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ita_desktop.checks.measures.completeness import Needs, measure_findings
from ita_desktop.model.fields import fields_of
from ita_desktop.model.records import Division, DocumentSetup, Measure, Office
from ita_desktop.model.values import DivisionRef, Signer, Status, plain_items
from ita_desktop.session.measures import add_measure
from ita_desktop.session.session import Session
from ita_desktop.thai.timelines import Unread
from tests.ui.hands import CTRL, NONE, SHIFT, K, focused, press, show, write
from ui.widgets.editors.responsible_box import ResponsibleEditor
from ui.widgets.forms.form import FormPlan, Group, RecordForm
from ui.widgets.text.textboxes import ThaiTextBox
from ui.workspace import Workspace

PLAN = FormPlan(
    groups=(
        Group("มาตรการ", ("title", "sub_measures")),
        Group("วิธีดำเนินการ", ("steps", "guideline", "responsible", "timeline", "monitoring")),
        Group("ผลการดำเนินการ", ("status", "status_reason", "results", "outputs", "outcomes")),
    ),
    shown_when={"status_reason": lambda measure: measure.status is Status.CANNOT},
    findings=lambda record: measure_findings(record, Needs("report")),  # type: ignore[arg-type]
)


@pytest.fixture
def session(workspace: Workspace) -> Session:
    return workspace.session


@pytest.fixture
def form(qtbot: Any, workspace: Workspace) -> RecordForm:
    form = RecordForm(workspace, Measure, PLAN)
    qtbot.addWidget(form)
    show(form)
    form.set_record(measure(workspace.session, "m1"))
    return form


def measure(session: Session, measure_id: str) -> Measure:
    found = session.snapshot.get(Measure, measure_id)
    assert found is not None
    return found


def title_box(form: RecordForm) -> ThaiTextBox:
    return form.editors["title"].box  # type: ignore[attr-defined,no-any-return]


def test_every_declared_field_has_an_editor_named_after_it(form: RecordForm) -> None:
    declared = [one for one in fields_of(Measure) if one.shown]
    assert {one.name for one in declared} == set(form.editors)
    for one in declared:
        assert form.editors[one.name].field == one


def test_groups_stand_first_and_what_no_group_names_comes_last(form: RecordForm) -> None:
    names = list(form.editors)
    assert names[:4] == ["title", "sub_measures", "steps", "guideline"]
    assert names[11:13] == ["outcomes", "tool"]


def test_every_input_is_named_for_those_who_hear_the_window(form: RecordForm) -> None:
    for editor in form.editors.values():
        for widget in editor.inputs():
            assert widget.accessibleName().startswith(editor.field.label)


def test_a_field_is_saved_after_a_pause_and_when_the_hand_leaves_it(
    form: RecordForm, session: Session, qtbot: Any
) -> None:
    form.go_to("title")
    write("และพัสดุ")
    qtbot.waitUntil(lambda: measure(session, "m1").title.endswith("และพัสดุ"), timeout=3000)
    write(" ปี ๒๕๖๘\t")
    assert measure(session, "m1").title.endswith("และพัสดุ ปี ๒๕๖๘")


def test_one_visit_to_a_field_is_one_step_of_undo(
    form: RecordForm, session: Session, qtbot: Any
) -> None:
    before = measure(session, "m1")
    form.go_to("title")
    write("ก")
    form.flush()
    write("ข")
    form.flush()
    form.go_to("indicator")
    assert session.undo_name == "แก้ไขมาตรการ โครงการ หรือกิจกรรม"
    session.undo()
    assert measure(session, "m1") == before
    assert title_box(form).toPlainText() == before.title
    assert session.undo_name == ""


def test_ctrl_z_goes_to_the_text_box_first(form: RecordForm, session: Session) -> None:
    form.go_to("title")
    before = title_box(form).toPlainText()
    write("ก")
    press(K.Key_Z, CTRL)
    assert title_box(form).toPlainText() == before
    form.flush()
    assert measure(session, "m1").title == before
    assert session.undo_name == ""


def test_each_item_of_a_list_is_undone_by_itself(form: RecordForm, session: Session) -> None:
    form.go_to("results")
    write("\nหนึ่ง\nสอง\t")
    session.undo()
    assert [one.text for one in measure(session, "m1").results][1:] == ["หนึ่ง"]
    session.undo()
    assert len(measure(session, "m1").results) == 1


def test_deleting_an_item_keeps_the_hand_in_the_list(
    form: RecordForm, workspace: Workspace, session: Session
) -> None:
    form.go_to("results")
    write("\nสอง\n")
    places: list[str] = []
    workspace.attended.connect(lambda _record, field: places.append(field))
    press(K.Key_Backspace)
    press(K.Key_Z, CTRL)
    assert places == []
    assert focused() is form.editors["results"].rows[1].box  # type: ignore[attr-defined]


def test_undo_of_a_list_in_hand_keeps_the_hand_in_it(
    form: RecordForm, workspace: Workspace, session: Session
) -> None:
    form.go_to("results")
    write("\nสอง\nสาม")
    form.flush()
    places: list[str] = []
    workspace.attended.connect(lambda _record, field: places.append(field))
    session.undo()
    session.undo()
    assert len(form.editors["results"].rows) == 1  # type: ignore[attr-defined]
    assert focused() is form.editors["results"].rows[0].box  # type: ignore[attr-defined]
    assert places == []


def test_an_edit_from_elsewhere_does_not_disturb_the_field_being_typed_in(
    form: RecordForm, session: Session
) -> None:
    form.go_to("title")
    write("พิมพ์ค้าง")
    session.change(measure(session, "m1"), note="จากที่อื่น")
    assert title_box(form).toPlainText().endswith("พิมพ์ค้าง")
    assert focused() is title_box(form)
    assert form.editors["note"].value() == "จากที่อื่น"
    form.flush()
    assert measure(session, "m1").note == "จากที่อื่น"
    assert measure(session, "m1").title.endswith("พิมพ์ค้าง")


def test_another_record_takes_the_typing_of_the_one_before_into_the_file(
    form: RecordForm, session: Session
) -> None:
    form.go_to("title")
    write("ค้าง")
    form.set_record(measure(session, "m2"))
    assert measure(session, "m1").title.endswith("ค้าง")
    assert not measure(session, "m2").title.endswith("ค้าง")


def test_typing_does_not_bring_a_deleted_record_back(form: RecordForm, session: Session) -> None:
    form.go_to("title")
    write("ค้าง")
    session.remove(measure(session, "m1"))
    form.flush()
    assert session.snapshot.get(Measure, "m1") is None


def test_tab_walks_the_fields_in_the_order_of_the_form_and_out_of_it(
    qtbot: Any, workspace: Workspace
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    before, after = QLineEdit(), QLineEdit()
    form = RecordForm(workspace, Measure, PLAN)
    layout = QVBoxLayout(page)
    for one in (before, form, after):
        layout.addWidget(one)
    show(page)
    form.set_record(measure(workspace.session, "m3"))
    form.go_to("title")
    walked = []
    while focused() is not after and len(walked) < 60:
        editor = form._editor_of(focused())
        assert editor is not None
        if editor.field.name not in walked:
            walked.append(editor.field.name)
        press(K.Key_Tab)
    assert walked == [name for name in form.editors if name != "status_reason"]
    press(K.Key_Backtab, SHIFT)
    assert form.isAncestorOf(focused())
    form.go_to("title")
    press(K.Key_Backtab, SHIFT)
    assert focused() is before


def test_what_is_missing_stands_right_below_its_field_in_words(form: RecordForm) -> None:
    form.set_record(measure(form._workspace.session, "m3"))
    findings = form.rows["results"].findings
    assert [one.problem for one in findings] == ["ยังไม่มีผลการดำเนินการ"]
    form.go_to("results")
    write("ทำแล้ว\t")
    assert form.rows["results"].findings == ()


def test_the_reason_shows_where_something_could_not_be_done_and_is_kept(
    form: RecordForm, session: Session
) -> None:
    row = form.rows["status_reason"]
    assert row.isHidden()
    session.change(measure(session, "m1"), status=Status.CANNOT)
    assert not row.isHidden()
    assert row.findings[0].code == "cannot-without-reason"
    form.go_to("status_reason")
    write("ไม่มีงบประมาณ")
    form.go_to("title")
    session.change(measure(session, "m1"), status=Status.DONE)
    assert row.isHidden()
    assert measure(session, "m1").status_reason == "ไม่มีงบประมาณ"


def test_a_status_is_chosen_by_keys(form: RecordForm, session: Session) -> None:
    form.set_record(measure(session, "m3"))
    form.go_to("status")
    press(K.Key_Right)
    assert measure(session, "m3").status is Status.NOT_STARTED
    press(K.Key_Right)
    press(K.Key_Right)
    assert measure(session, "m3").status is Status.DONE
    press(K.Key_Delete)
    assert measure(session, "m3").status is None


def test_a_status_is_chosen_by_its_first_letter_or_its_number(
    form: RecordForm, session: Session
) -> None:
    form.set_record(measure(session, "m3"))
    form.go_to("status")
    write("ด")
    assert measure(session, "m3").status is Status.DONE
    write("๔")
    assert measure(session, "m3").status is Status.CANNOT


def test_a_measure_is_entered_with_less_than_ten_actions_beside_the_typing(
    form: RecordForm, session: Session, workspace: Workspace, qtbot: Any
) -> None:
    """Every field of the result report; Enter between items counts as typing."""
    actions = 0

    def act(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        nonlocal actions
        actions += 1
        qtbot.keyClick(focused(), key, modifiers)

    form.set_record(add_measure(session, workspace.year))
    form.focus_first()
    actions += 1  # the new measure itself: one key in the page
    write("มาตรการป้องกันการรับสินบน")
    act(K.Key_Return, CTRL)
    write("ประกาศนโยบาย\nแจ้งเวียนทุกส่วนราชการ")
    act(K.Key_Return, CTRL)
    write("ปลัด")
    act(K.Key_Tab)
    write("ต.ค. ๖๗ - ก.ย. ๖๘")
    act(K.Key_Return, CTRL)
    write("ด")
    actions += 1
    act(K.Key_Return, CTRL)
    write("ประกาศนโยบายแล้ว")
    act(K.Key_Tab)
    write("ประกาศ ๑ ฉบับ")
    act(K.Key_Tab)
    write("ไม่มีเรื่องร้องเรียน")
    form.flush()
    made = session.snapshot.measures(workspace.year.id)[-1]
    assert not [one for one in measure_findings(made, Needs("report")) if one.field]
    assert made.outputs == plain_items("ประกาศ ๑ ฉบับ")
    assert made.outcomes == plain_items("ไม่มีเรื่องร้องเรียน")
    assert actions == 9


def test_the_workspace_hears_where_the_hand_is(form: RecordForm, workspace: Workspace) -> None:
    places: list[tuple[str, str]] = []
    workspace.attended.connect(lambda record, field: places.append((record, field)))
    form.go_to("timeline")
    form.go_to("results")
    assert places == [("m1", "timeline"), ("m1", "results")]


def test_going_to_a_field_scrolls_to_it(form: RecordForm) -> None:
    form.go_to("note")
    QApplication.processEvents()
    row = form.rows["note"]
    top = row.mapTo(form.viewport(), row.rect().topLeft()).y()
    assert 0 <= top <= form.viewport().height()
    assert focused() is form.editors["note"].focusProxy()


def test_of_a_field_taller_than_the_form_the_label_comes_into_sight(
    form: RecordForm, session: Session
) -> None:
    long = plain_items(*(f"ข้อที่ยาวพอสมควรลำดับที่ {number}" for number in range(60)))
    session.change(measure(session, "m1"), results=long)
    form.go_to("results")
    QApplication.processEvents()
    row = form.rows["results"]
    assert row.height() > form.height()
    top = row.mapTo(form.viewport(), row.rect().topLeft()).y()
    assert 0 <= top < 40


def test_an_unreadable_timeline_is_kept_in_the_file(form: RecordForm, session: Session) -> None:
    form.set_record(measure(session, "m3"))
    form.go_to("timeline")
    write("เร็ว ๆ นี้\t")
    assert measure(session, "m3").timeline == Unread("เร็ว ๆ นี้")


def test_a_half_typed_name_is_not_made_a_party_until_the_hand_leaves(
    form: RecordForm, session: Session
) -> None:
    form.set_record(measure(session, "m3"))
    form.go_to("responsible")
    write("กองช่าง")
    form.editors["responsible"].flush()
    assert measure(session, "m3").responsible == ()
    form.go_to("title")
    assert measure(session, "m3").responsible == (DivisionRef("d3"),)


def test_a_new_name_of_a_division_shows_at_once(form: RecordForm, session: Session) -> None:
    division = session.snapshot.get(Division, "d2")
    assert division is not None
    session.change(division, name="กองการคลังและพัสดุ")
    box = form.editors["responsible"]
    assert isinstance(box, ResponsibleEditor)
    assert box.chips[0].words == "กองการคลังและพัสดุ"


def test_a_read_only_form_shows_everything_and_changes_nothing(
    form: RecordForm, session: Session
) -> None:
    before = measure(session, "m1")
    form.set_read_only(True)
    for name in ("title", "results", "timeline", "references", "responsible"):
        form.go_to(name)
        write("ก\n")
        press(K.Key_Delete)
    form.flush()
    assert measure(session, "m1") == before


def test_a_set_up_nobody_touched_is_added_by_its_first_edit_and_undo_takes_it_away(
    qtbot: Any, workspace: Workspace
) -> None:
    session = workspace.session
    setup = DocumentSetup.of(workspace.year.id, "report")
    form = RecordForm(workspace, DocumentSetup)
    qtbot.addWidget(form)
    show(form)
    form.set_record(setup)
    form.go_to("number")
    write("ศส ๗๑๐๐๑/๑๒๓\t")
    saved = session.snapshot.get(DocumentSetup, setup.id)
    assert saved is not None
    assert saved.number == "ศส ๗๑๐๐๑/๑๒๓"
    session.undo()
    assert session.snapshot.get(DocumentSetup, setup.id) is None
    assert form.editors["number"].value() == ""


def test_signers_are_chosen_row_by_row(qtbot: Any, workspace: Workspace) -> None:
    setup = DocumentSetup.of(workspace.year.id, "report")
    form = RecordForm(workspace, DocumentSetup)
    qtbot.addWidget(form)
    show(form)
    form.set_record(setup)
    editor = form.editors["signers"]
    editor.add_row()  # type: ignore[attr-defined]
    row = editor.rows[0]  # type: ignore[attr-defined]
    row.person.setCurrentIndex(row.person.findData("n1"))
    row.person.activated.emit(row.person.currentIndex())
    saved = workspace.session.snapshot.get(DocumentSetup, setup.id)
    assert saved is not None
    assert saved.signers == (Signer(person_id="n1"),)


def test_years_are_shown_in_the_buddhist_era_and_read_in_any_digits(
    qtbot: Any, workspace: Workspace
) -> None:
    form = RecordForm(workspace, type(workspace.year))
    qtbot.addWidget(form)
    show(form)
    form.set_record(workspace.year)
    line = form.editors["score_year"].line  # type: ignore[attr-defined]
    assert line.text() == "พ.ศ. ๒๕๖๗"
    for typed in ("๒๕๖๖", "66", "2023"):
        form.go_to("score_year")
        line.selectAll()
        write(f"{typed}\t")
        assert workspace.session.snapshot.years[0].score_year == 2566


def test_a_field_called_name_is_saved_like_any_other(qtbot: Any, workspace: Workspace) -> None:
    form = RecordForm(workspace, Division)
    qtbot.addWidget(form)
    show(form)
    division = workspace.session.snapshot.get(Division, "d3")
    form.set_record(division)
    form.go_to("name")
    write("และผังเมือง\t")
    saved = workspace.session.snapshot.get(Division, "d3")
    assert saved is not None
    assert saved.name == "กองช่างและผังเมือง"


def test_a_field_of_a_kind_no_editor_knows_is_left_to_its_page(
    qtbot: Any, workspace: Workspace
) -> None:
    form = RecordForm(workspace, Office)
    qtbot.addWidget(form)
    assert "name" in form.editors
    assert "garuda" not in form.editors


def test_values_survive_showing_them(
    form: RecordForm, session: Session, workspace: Workspace
) -> None:
    """Every value shown and read back is the same: nothing is changed by looking at it."""
    full = dataclasses.replace(measure(session, "m1"), sub_measures=plain_items("ก", "ข"))
    for record in (full, measure(session, "m2"), measure(session, "m3")):
        form.set_record(record)
        for name, editor in form.editors.items():
            assert editor.value() == getattr(record, name), name
