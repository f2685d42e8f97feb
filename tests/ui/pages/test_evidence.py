"""The page of evidence under real hands: files chosen, let fall and pasted; a real file behind."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.documents.build import setup_of
from ita_desktop.model.evidence import evidence_of
from ita_desktop.model.records import Evidence, YearWork
from ita_desktop.model.values import PicturesPerPage
from ita_desktop.session.intake.incoming import Incoming
from ita_desktop.session.papers.pictures import keep_picture
from ita_desktop.session.session import Session
from ita_desktop.storage.store import open_file
from tests.aids.cameras import photograph_file
from tests.aids.small_office import YEAR
from tests.ui.hands import ALT, CTRL, K, press, show, write
from ui.pages.evidence import EvidencePage
from ui.pages.measures import MeasuresPage
from ui.settings import open_settings
from ui.widgets.measures.measure_rows import MIME
from ui.window import Window
from ui.workspace import Workspace

WORK = YearWork.of(YEAR)
NONE = Qt.KeyboardModifier.NoModifier
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> EvidencePage:
    made = EvidencePage(workspace)
    qtbot.addWidget(made)
    show(made, 760, 680)
    return made


@pytest.fixture
def filled(page: EvidencePage, workspace: Workspace, tmp_path: Path) -> EvidencePage:
    """The page with four pictures: a and b of no measure, c and d of the first."""
    data = photograph_file(tmp_path, "ก.jpg", width=300, height=200).read_bytes()
    digest = keep_picture(workspace.session, data)
    workspace.session.add(
        *(
            Evidence(
                id=name,
                year_id=WORK.id,
                rank=str(at),
                picture=digest,
                caption=name,
                measure_id="m1" if name in "cd" else "",
            )
            for at, name in enumerate("abcd", start=1)
        )
    )
    page.list.select("a")
    page.list.setFocus()
    return page


def _incoming(*paths: Path) -> list[Incoming]:
    return [Incoming.file(path) for path in paths]


def evidence(workspace: Workspace) -> tuple[Evidence, ...]:
    return evidence_of(workspace.session.snapshot, WORK.id)


def order(page: EvidencePage) -> str:
    return "".join(row.title for row in page.list.rows.rows)


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def come_back(page: EvidencePage) -> None:
    """The page's window is in hand again, as after a dialog that showed how far the work is."""
    page.activateWindow()
    QApplication.processEvents()


def let_fall(target: QWidget, data: QMimeData, act: Qt.DropAction, place: QPointF) -> None:
    """What Qt sends when something is dragged over a widget and let go."""
    at = place
    QApplication.sendEvent(target, QDragEnterEvent(at, act, data, LEFT, NONE))
    QApplication.sendEvent(target, QDragMoveEvent(at, act, data, LEFT, NONE))
    target.grab()  # the line that shows where it would fall is painted
    QApplication.sendEvent(target, QDropEvent(place, act, data, LEFT, NONE))
    QApplication.processEvents()


def chosen(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    """The clerk chooses these in the system's dialog."""
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda *_words: ([str(one) for one in paths], "")
    )


def test_an_empty_page_says_what_it_is_for_and_the_first_picture_is_ready_for_its_caption(
    page: EvidencePage, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.empty.isVisible()
    chosen(monkeypatch, photograph_file(tmp_path, "ประชุม.jpg", width=1500, height=2000, held=6))
    told: list[tuple[str, bool]] = []
    workspace.noticed.connect(lambda text, undo: told.append((text, undo)))
    page.empty.add_button.click()
    [one] = evidence(workspace)
    assert page.splitter.isVisible()
    [(text, undo)] = told
    assert text.startswith("เพิ่ม ๑ ภาพแล้ว ย่อจาก ")
    assert undo
    come_back(page)
    write("ประชุมชี้แจง")
    page.form.flush()
    assert workspace.session.snapshot.get(Evidence, one.id).caption == "ประชุมชี้แจง"  # type: ignore[union-attr]
    assert order(page) == "ประชุมชี้แจง"
    picture = QImage.fromData(workspace.session.store.attachment(one.picture))  # type: ignore[arg-type]
    assert picture.height() > picture.width()


def test_pictures_let_fall_on_the_list_come_behind_the_one_in_hand_in_one_edit(
    filled: EvidencePage, workspace: Workspace, tmp_path: Path
) -> None:
    filled.list.select("c")
    data = files(photograph_file(tmp_path, "ข.jpg"), photograph_file(tmp_path, "ค.png", kind="PNG"))
    place = QPointF(60, 40)
    let_fall(filled.list.viewport(), data, COPY, place)
    fresh = [one for one in evidence(workspace) if not one.caption]
    assert [one.measure_id for one in fresh] == ["m1", "m1"]
    assert [row.title for row in filled.list.rows.rows] == ["a", "b", "c", "", "", "d"]
    assert filled.list.selected_ids == tuple(one.id for one in fresh)
    workspace.session.undo()
    assert order(filled) == "abcd"


def test_pictures_let_fall_on_the_empty_page_are_taken_and_an_office_file_is_left_to_the_window(
    page: EvidencePage, workspace: Workspace, tmp_path: Path
) -> None:
    ours = files(tmp_path / "อื่น.itadb")
    office_file = QDragEnterEvent(QPointF(9, 9), COPY, ours, LEFT, NONE)
    QApplication.sendEvent(page, office_file)
    assert not office_file.isAccepted()
    data = files(photograph_file(tmp_path, "ข.jpg"))
    let_fall(page, data, COPY, QPointF(9, 9))
    assert len(evidence(workspace)) == 1


def test_what_cannot_be_used_is_told_beside_what_could(
    page: EvidencePage, workspace: Workspace, tmp_path: Path
) -> None:
    heic = tmp_path / "IMG_2041.HEIC"
    heic.write_bytes(b"\0\0\0\x18ftypheic" + bytes(99))
    page.acts.bring(_incoming(heic, photograph_file(tmp_path, "ข.jpg")))
    assert len(evidence(workspace)) == 1
    assert page.problems.isVisible()
    assert "“IMG_2041.HEIC”" in page.problems.words.text()
    page.acts.bring(_incoming(photograph_file(tmp_path, "ค.jpg")))  # type: ignore[arg-type]
    assert not page.problems.isVisible()


def test_a_picture_and_files_are_pasted_with_ctrl_v(
    filled: EvidencePage, workspace: Workspace, tmp_path: Path
) -> None:
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    press(K.Key_V, CTRL)
    assert len(evidence(workspace)) == 5
    come_back(filled)
    filled.list.setFocus()
    QGuiApplication.clipboard().setMimeData(files(photograph_file(tmp_path, "ข.jpg")))
    press(K.Key_V, CTRL)
    assert len(evidence(workspace)) == 6
    come_back(filled)
    filled.list.setFocus()
    QGuiApplication.clipboard().setText("ไม่ใช่ภาพ")
    press(K.Key_V, CTRL)
    assert len(evidence(workspace)) == 6
    assert "คลิปบอร์ด" in filled.problems.words.text()


def test_keys_order_and_delete_and_the_list_follows(
    filled: EvidencePage, workspace: Workspace
) -> None:
    press(K.Key_Down, ALT)
    assert order(filled) == "bacd"
    press(K.Key_Down, ALT)
    assert workspace.session.snapshot.get(Evidence, "a").measure_id == "m1"  # type: ignore[union-attr]
    assert [row.heading for row in filled.list.rows.rows] == [  # type: ignore[attr-defined]
        "ไม่ระบุมาตรการ",
        "๑. มาตรการควบคุมการยืมทรัพย์สินของราชการ",
        "",
        "",
    ]
    assert filled.list.current_id == "a"
    press(K.Key_Delete)
    assert order(filled) == "bcd"
    workspace.session.undo()
    assert order(filled) == "bacd"


@pytest.mark.parametrize(("half", "result"), [(0.25, "bcad"), (0.75, "bcda")])
def test_a_picture_dragged_onto_another_falls_before_or_behind_it(
    filled: EvidencePage, workspace: Workspace, half: float, result: str
) -> None:
    data = QMimeData()
    data.setData(MIME, QByteArray(b"a"))
    rows = filled.list.rows
    filled.list.scrollToBottom()
    rect = filled.list.visualRect(rows.index(rows.place_of("d")))
    place = QPointF(60, rect.top() + rect.height() * half)
    let_fall(filled.list.viewport(), data, MOVE, place)
    assert order(filled) == result
    assert workspace.session.snapshot.get(Evidence, "a").measure_id == "m1"  # type: ignore[union-attr]


def test_a_picture_is_replaced_and_keeps_its_caption(
    filled: EvidencePage,
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = workspace.session.snapshot.get(Evidence, "a")
    assert before is not None
    chosen(monkeypatch, photograph_file(tmp_path, "ใหม่.jpg", held=6))
    filled.form.editors["picture"].replace.click()  # type: ignore[attr-defined]
    after = workspace.session.snapshot.get(Evidence, "a")
    assert after is not None
    assert after.picture != before.picture
    assert dataclasses.replace(after, picture=before.picture) == before
    workspace.session.undo()
    assert workspace.session.snapshot.get(Evidence, "a") == before


def test_the_measure_is_chosen_by_its_number_among_those_of_the_year(
    filled: EvidencePage, workspace: Workspace
) -> None:
    combo = filled.form.editors["measure_id"].combo  # type: ignore[attr-defined]
    assert [combo.itemText(at)[:3] for at in range(combo.count())] == ["— ไ", "๑. ", "๒. ", "๓. "]
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    assert workspace.session.snapshot.get(Evidence, "a").measure_id == "m2"  # type: ignore[union-attr]


def test_the_pictures_of_one_measure_alone_and_a_place_outside_of_them(
    filled: EvidencePage, workspace: Workspace, tmp_path: Path
) -> None:
    filled.show_part("m1")
    assert order(filled) == "cd"
    filled.acts.bring(_incoming(photograph_file(tmp_path, "ข.jpg")))
    assert len(filled.list.rows.rows) == 3
    filled.show_place("b", "caption")
    assert filled.list.current_id == "b"
    assert filled.filter.currentData() == ""


def test_the_form_of_a_measure_leads_to_its_pictures(
    qtbot: QtBot, filled: EvidencePage, workspace: Workspace
) -> None:
    measures = MeasuresPage(workspace)
    qtbot.addWidget(measures)
    show(measures, 760, 680)
    measures.list.select("m1")
    assert measures.head.evidence.accessibleName() == "ภาพหลักฐาน ๒ ภาพ"
    asked: list[str] = []
    workspace.page_wanted.connect(asked.append)
    measures.head.evidence.click()
    assert asked == ["evidence/m1"]
    measures.list.select("m2")
    assert measures.head.evidence.accessibleName() == "เพิ่มภาพ"


def test_the_window_turns_to_the_pictures_of_the_measure_in_hand(
    qtbot: QtBot, filled: EvidencePage, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.session.flush()
    copy = tmp_path / "สำเนา.itadb"
    workspace.session.store.copy_to(copy)
    window = Window(open_settings())
    window.resize(1366, 768)
    assert window.open_path(copy)
    window.show()
    qtbot.waitExposed(window)
    assert window.desk is not None
    window.desk.show_page("measures")
    measures = window.desk.page
    assert isinstance(measures, MeasuresPage)
    measures.list.select("m1")
    measures.head.evidence.click()
    page = window.desk.page
    assert isinstance(page, EvidencePage)
    assert order(page) == "cd"
    assert window.desk.workspace.document == "evidence"
    window.desk.show_record("a", "caption")
    assert order(page) == "abcd"
    assert page.list.current_id == "a"
    window.close_file()
    window.close()
    window.deleteLater()


def test_how_many_pictures_a_page_is_an_option_of_the_document(
    filled: EvidencePage, workspace: Workspace
) -> None:
    filled.a_page.buttons[PicturesPerPage.FOUR].click()
    setup = setup_of(workspace.session.snapshot, workspace.year, "evidence")
    assert setup.pictures_per_page is PicturesPerPage.FOUR
    workspace.session.undo()
    assert filled.a_page.value() is PicturesPerPage.TWO


def test_a_file_opened_to_read_shows_pictures_and_takes_none(
    qtbot: QtBot, filled: EvidencePage, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.session.flush()
    session = Session(open_file(workspace.session.path, read_only=True))
    reading = Workspace(session)
    page = EvidencePage(reading)
    qtbot.addWidget(page)
    show(page, 760, 680)
    assert order(page) == "abcd"
    assert not page.bar.add_button.isEnabled()
    data = files(photograph_file(tmp_path, "ข.jpg"))
    let_fall(page.list.viewport(), data, COPY, QPointF(9, 9))
    page.list.setFocus()
    press(K.Key_Delete)
    press(K.Key_Down, ALT)
    assert order(page) == "abcd"
    reading.close()
    session.close()


def test_a_year_without_pictures_shows_the_empty_page(
    filled: EvidencePage, workspace: Workspace
) -> None:
    other = YearWork.of(YEAR + 1)
    workspace.session.add(other)
    workspace.choose_year(other)
    assert filled.empty.isVisible()
    workspace.choose_year(WORK)
    assert order(filled) == "abcd"


def test_a_file_that_is_away_shows_empty_frames_and_tells_what_hinders_adding(
    filled: EvidencePage, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.session.flush()
    path = workspace.session.path
    path.rename(path.with_suffix(".away"))
    filled.list.grab()
    filled.acts.bring(_incoming(photograph_file(tmp_path, "ข.jpg")))
    assert order(filled) == "abcd"
    assert path.name in filled.problems.words.text()
    path.with_suffix(".away").rename(path)
    filled.acts.bring(_incoming(tmp_path / "ข.jpg"))
    assert len(evidence(workspace)) == 5
