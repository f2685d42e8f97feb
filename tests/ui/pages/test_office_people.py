"""The pages of the office and of its registers, on a real session and file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ita_desktop.errors import UserError
from ita_desktop.model.records import Division, Office, Person, Position, YearWork
from ita_desktop.model.values import AgencyKind
from ita_desktop.session.checking.readiness import readiness
from ita_desktop.session.session import Session
from tests.aids.small_office import office_session
from tests.ui.hands import ALT, K, press, show, write
from ui.pages.office import OfficePage
from ui.pages.people import PeoplePage
from ui.theme import apply_theme
from ui.widgets.editors.acting_editor import ActingEditor
from ui.widgets.editors.picture_editor import PictureEditor, picture_bytes
from ui.workspace import Workspace


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app)
    session: Session = office_session(tmp_path)
    made = Workspace(session)
    yield made
    made.close()
    session.close()


@pytest.fixture
def people(qtbot: QtBot, workspace: Workspace) -> PeoplePage:
    page = PeoplePage(workspace)
    qtbot.addWidget(page)
    show(page, 760, 640)
    return page


@pytest.fixture
def office(qtbot: QtBot, workspace: Workspace) -> OfficePage:
    page = OfficePage(workspace)
    qtbot.addWidget(page)
    show(page, 620, 640)
    return page


def garuda(office: OfficePage) -> PictureEditor:
    editor = office.office.editors["garuda"]
    assert isinstance(editor, PictureEditor)
    return editor


def test_the_kind_of_agency_can_be_changed_but_not_taken_away(
    office: OfficePage, workspace: Workspace
) -> None:
    editor = office.office.editors["kind"]
    editor.focus_field()
    press(K.Key_Delete)
    press(K.Key_Return)  # a second click on the one chosen
    assert workspace.session.snapshot.office.kind is AgencyKind.MUNICIPALITY
    press(K.Key_Right)
    assert workspace.session.snapshot.office.full_name == "เทศบาลเมืองศรีสำราญ"


def test_what_an_untouched_office_lacks_leads_to_the_page_where_it_is_filled(
    qtbot: QtBot, tmp_path: Path
) -> None:
    session = office_session(tmp_path, (YearWork.of(2569),))
    workspace = Workspace(session)
    asked: list[str] = []
    workspace.page_wanted.connect(asked.append)
    documents = {one.kind.id: one for one in readiness(session.snapshot, workspace.year)}
    for document in ("report", "memo", "evidence"):
        for finding in documents[document].findings:
            workspace.show_finding(finding)
    workspace.close()
    session.close()
    pages = {"office", "people", "measures", "documents", "scores", "evidence"}
    assert set(asked) == pages


def test_a_division_is_added_and_named_without_the_mouse(
    people: PeoplePage, workspace: Workspace
) -> None:
    register = people.registers[Division]
    register.list.setFocus()
    press(K.Key_Insert)
    write("กองการศึกษา")
    register.form.flush()
    names = [one.name for one in workspace.session.snapshot.of(Division)]
    assert names == ["สำนักปลัดเทศบาล", "กองการศึกษา", "กองคลัง", "กองช่าง"]
    assert register.list.currentItem().text() == "กองการศึกษา"


def test_entries_move_with_alt_and_the_arrows_and_the_list_follows(
    people: PeoplePage, workspace: Workspace
) -> None:
    register = people.registers[Division]
    register.list.setFocus()
    press(K.Key_Down, ALT)
    names = [one.name for one in workspace.session.snapshot.of(Division)]
    assert names == ["กองคลัง", "สำนักปลัดเทศบาล", "กองช่าง"]
    assert register.list.currentRow() == 1
    press(K.Key_Down, ALT)
    press(K.Key_Down, ALT)  # at the end already
    assert register.list.currentRow() == 2
    for _ in range(2):
        workspace.session.undo()
    names = [one.name for one in workspace.session.snapshot.of(Division)]
    assert names == ["สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง"]


def test_a_deleted_division_is_told_and_comes_back_with_its_links(
    people: PeoplePage, workspace: Workspace
) -> None:
    told: list[tuple[str, bool]] = []
    workspace.noticed.connect(lambda text, undo: told.append((text, undo)))
    register = people.registers[Division]
    register.list.setCurrentRow(1)
    register.list.setFocus()
    press(K.Key_Delete)
    assert told == [("ลบ กองคลัง แล้ว", True)]
    snapshot = workspace.session.snapshot
    assert snapshot.get(Division, "d2") is None
    assert {one.division_id for one in snapshot.of(Person)} == {""}
    assert {one.division_id for one in snapshot.of(Position)} == {""}
    workspace.session.undo()
    snapshot = workspace.session.snapshot
    assert snapshot.get(Division, "d2") is not None
    person = snapshot.get(Person, "n2")
    assert person is not None
    assert person.division_id == "d2"


def test_the_list_says_a_persons_position_and_follows_what_is_typed(
    people: PeoplePage, workspace: Workspace
) -> None:
    people.show_place("n2", "last_name")
    register = people.registers[Person]
    assert register.isVisible()
    assert register.list.currentItem().text() == "นางสาวอรทัย ใจงาม\nผู้อำนวยการกองคลัง"
    person = workspace.session.snapshot.get(Person, "n2")
    assert person is not None
    workspace.session.change(person, last_name="ดีงาม")
    assert register.list.currentItem().text().startswith("นางสาวอรทัย ดีงาม")


def test_a_person_acts_in_another_position_with_the_words_of_the_order(
    people: PeoplePage, workspace: Workspace
) -> None:
    people.show_place("n2", "acting")
    editor = people.registers[Person].form.editors["acting"]
    assert isinstance(editor, ActingEditor)
    editor.add.click()
    words, _position = editor._rows[0]
    words.setCurrentIndex(1)
    words.activated.emit(1)
    person = workspace.session.snapshot.get(Person, "n2")
    assert person is not None
    [acting] = person.acting
    assert (acting.words, acting.position_id) == ("รักษาการในตำแหน่ง", "p1")


def test_an_empty_register_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    from ita_desktop.model.records import YearWork

    session = office_session(tmp_path, (Office(), YearWork.of(2569)))
    workspace = Workspace(session)
    page = PeoplePage(workspace)
    qtbot.addWidget(page)
    show(page, 760, 640)
    register = page.registers[Division]
    assert not register.list.isVisible()
    assert register._empty.isVisible()
    title, step = register._empty.findChildren(QLabel)
    assert "สำนักปลัด" in step.text()
    top = register.add_button.mapTo(register, QPoint(0, 0)).y()
    assert top < 100, "the first step stands at the top, not in mid-page"
    left = register.add_button.mapTo(register, QPoint(0, 0)).x()
    assert left == title.mapTo(register, QPoint(0, 0)).x()
    assert title.mapTo(register, QPoint(0, 0)).y() < top + 100
    assert not register.trash.isVisible()
    register.add_button.click()
    assert register.list.isVisible() and register.form.isVisible()
    assert not register._empty.isVisible() and register.trash.isVisible()
    workspace.close()
    session.close()


def test_the_garuda_is_chosen_kept_in_the_file_and_taken_off_again(
    office: OfficePage, workspace: Workspace, tmp_path: Path
) -> None:
    editor = garuda(office)
    assert editor.picture.text() == "ยังไม่ได้เลือก"
    image = QImage(60, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("darkred"))
    image.save(str(tmp_path / "ครุฑ.png"))
    editor.take_file(tmp_path / "ครุฑ.png")
    session = workspace.session
    digest = session.snapshot.office.garuda
    assert session.store.attachment(digest) == (tmp_path / "ครุฑ.png").read_bytes()
    assert not editor.picture.pixmap().isNull()
    session.undo()
    assert editor.picture.text() == "ยังไม่ได้เลือก"
    session.redo()
    assert not editor.picture.pixmap().isNull()
    editor.remove.click()
    assert session.snapshot.office.garuda == ""


def test_a_drawing_becomes_a_picture_that_can_be_printed(tmp_path: Path, qtbot: QtBot) -> None:
    drawing = tmp_path / "ครุฑ.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="33">'
        '<circle cx="15" cy="16" r="12" fill="#a00"/></svg>',
        encoding="utf-8",
    )
    data = picture_bytes(drawing)
    assert data.startswith(b"\x89PNG")
    assert QImage.fromData(data).height() == 1600


def test_a_file_that_is_no_picture_is_refused_under_the_field(
    office: OfficePage, workspace: Workspace, tmp_path: Path
) -> None:
    wrong = tmp_path / "ครุฑ.png"
    wrong.write_bytes(b"MZ not a picture")
    with pytest.raises(UserError):
        picture_bytes(wrong)
    editor = garuda(office)
    editor.take_file(wrong)
    assert "ไม่ใช่แฟ้มภาพ" in editor.state.text()
    assert workspace.session.snapshot.office.garuda == ""


def test_the_three_years_are_explained_in_words(office: OfficePage, workspace: Workspace) -> None:
    assert "พ.ศ. ๒๕๖๗" in office._meaning.text()
    workspace.session.change(workspace.year, score_year=2566)
    assert "พ.ศ. ๒๕๖๖" in office._meaning.text()
    assert set(office.years.editors) == {"score_year", "assessment_year"}


def test_a_field_below_the_fold_is_scrolled_into_view(
    office: OfficePage, workspace: Workspace, qtbot: QtBot
) -> None:
    office.show_place(workspace.year.id, "assessment_year")
    row = office.years.rows["assessment_year"]

    def seen() -> bool:
        top = row.mapTo(office.viewport(), row.rect().topLeft()).y()
        return 0 <= top < office.viewport().height()

    qtbot.waitUntil(seen)
