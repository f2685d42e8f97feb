"""The page of scores, driven by key events on a real file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.model.catalogue import catalogue_of
from ita_desktop.model.records import DocumentSetup, Score, ScoreYear
from ita_desktop.session.scores.catalogues import held_in_file
from ita_desktop.session.session import Session
from ita_desktop.thai.digits import Digits
from tests.ui.hands import ALT, CTRL, NONE, SHIFT, K, focused, paste, press, show, write
from tests.ui.scored_office import SCORED, score_of, scored_session
from ui.pages.scores import ScoresPage
from ui.widgets.scores.paste_scores import PasteScoresDialog
from ui.widgets.scores.score_delegate import ScoreEditor
from ui.workspace import Workspace


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = scored_session(tmp_path, total="86.17", I1="88.40", I2="90.75")
    yield made
    made.close()


def make_page(qtbot: QtBot, session: Session) -> ScoresPage:
    workspace = Workspace(session)
    made = ScoresPage(workspace)
    workspace.setParent(made)
    made.workspace = workspace  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    show(made, 900, 680)
    made.sheet.setFocus()
    return made


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ScoresPage:
    return make_page(qtbot, session)


def told(page: ScoresPage) -> list[str]:
    """What the page tells in the bar at the bottom, from now on."""
    said: list[str] = []
    page.workspace.noticed.connect(lambda text, _undo: said.append(text))  # type: ignore[attr-defined]
    return said


def words(page: ScoresPage, code: str, year: int = SCORED) -> str:
    """What a cell shows."""
    found = page.sheet.rows.place_of_score((year, code))
    assert found is not None
    row, column = found
    index = page.sheet.rows.index(page.sheet.rows.place_of(row.key), column)
    return page.sheet.rows.face(index).words


# ---- typing


def test_a_score_is_typed_over_and_enter_goes_down(page: ScoresPage, session: Session) -> None:
    page.sheet.go_to((SCORED, "I3"))
    write("๙๔.๗๕\n")
    assert score_of(session, "I3") == "94.75"
    assert page.sheet.key == (SCORED, "indicator-2")
    write("90.13\n92\n")
    assert score_of(session, "indicator-2") == "90.13"
    assert score_of(session, "I4") == "92"
    press(K.Key_Return, SHIFT)
    assert page.sheet.key == (SCORED, "I4")


def test_what_follows_is_shown_grey_until_it_is_typed(page: ScoresPage) -> None:
    page.sheet.go_to((SCORED, "I3"))
    write("94.75\n")
    place, column = page.sheet.rows.place_of("indicator-1"), 0
    face = page.sheet.rows.face(page.sheet.rows.index(place, column))
    assert (face.words, face.typed, face.wanted) == ("๙๑.๓๐", False, "")
    page.sheet.go_to((SCORED, "indicator-1"))
    write("95\n")
    face = page.sheet.rows.face(page.sheet.rows.index(place, column))
    assert (face.words, face.typed, face.wanted) == ("๙๕.๐๐", True, "๙๑.๓๐")
    page.sheet.go_to((SCORED, "indicator-1"))
    assert "ควรเป็น ๙๑.๓๐" in page.detail.told.text()


def test_undo_takes_back_one_score_and_redo_puts_it_there(
    page: ScoresPage, session: Session
) -> None:
    page.sheet.go_to((SCORED, "I3"))
    write("94.75\n80\n")
    session.undo()
    assert score_of(session, "indicator-2") is None
    assert words(page, "I3") == "๙๔.๗๕"
    session.undo()
    assert words(page, "I3") == ""
    session.redo()
    assert words(page, "I3") == "๙๔.๗๕"


def test_delete_clears_what_is_selected_in_one_step(page: ScoresPage, session: Session) -> None:
    page.sheet.go_to((SCORED, "I1"))
    press(K.Key_Down, SHIFT)
    press(K.Key_Delete)
    assert score_of(session, "I1") is None
    assert score_of(session, "I2") is None
    assert session.undo_name == "ลบคะแนน ๒ ค่า"
    session.undo()
    assert score_of(session, "I2") == "90.75"


def test_escape_leaves_a_score_as_it_was(page: ScoresPage, session: Session) -> None:
    page.sheet.go_to((SCORED, "I1"))
    write("12")
    assert isinstance(focused(), ScoreEditor)
    press(K.Key_Escape)
    assert score_of(session, "I1") == "88.40"
    assert session.undo_name == ""


def test_f2_opens_what_stands_there_and_going_elsewhere_keeps_what_was_typed(
    page: ScoresPage, session: Session
) -> None:
    page.sheet.go_to((SCORED, "I1"))
    press(K.Key_F2)
    editor = focused()
    assert isinstance(editor, ScoreEditor)
    assert editor.text() == "๘๘.๔๐"
    write("77")
    page.year_box.setFocus()
    QApplication.processEvents()
    assert score_of(session, "I1") == "77"


def test_tab_goes_on_and_leaves_at_the_end(page: ScoresPage, session: Session) -> None:
    page.sheet.go_to((SCORED, "I1"))
    write("81\t82\t")
    assert score_of(session, "I1") == "81"
    assert score_of(session, "I2") == "82"
    assert page.sheet.key == (SCORED, "I3")
    press(K.Key_Tab, SHIFT)
    press(K.Key_Backtab, SHIFT)
    rows = page.sheet.rows
    page.sheet.setCurrentIndex(rows.index(rows.rowCount() - 1, 0))
    assert not page.sheet.step(0, 1)


def test_a_year_gets_its_catalogue_with_its_first_score(qtbot: QtBot, tmp_path: Path) -> None:
    session = scored_session(tmp_path, catalogue=False)
    try:
        page = make_page(qtbot, session)
        assert not held_in_file(session.snapshot, SCORED)
        assert page.sheet.rows.place_of("I15") > 0  # the shipped lists are shown all the same
        page.sheet.go_to((SCORED, "I1"))
        write("90\n")
        assert len(catalogue_of(session.snapshot, SCORED).items) == 59
        session.undo()
        assert not held_in_file(session.snapshot, SCORED)
    finally:
        session.close()


# ---- what cannot be


@pytest.mark.parametrize(
    ("typed", "said"),
    [("เก้าสิบ", "“เก้าสิบ” ไม่ใช่ตัวเลข"), ("97,5", "ใช้จุดแทนจุลภาค เช่น ๙๗.๕")],
)
def test_what_is_no_number_stays_where_it_was_typed(
    page: ScoresPage, session: Session, typed: str, said: str
) -> None:
    page.sheet.go_to((SCORED, "I1"))
    write(f"{typed}\n")
    assert words(page, "I1") == typed
    assert score_of(session, "I1") == "88.40"
    press(K.Key_Up)
    assert said in page.detail.told.text()
    assert "คะแนนเดิม ๘๘.๔๐ ยังอยู่ในแฟ้มงาน" in page.detail.told.text()
    press(K.Key_F2)
    assert focused().text() == typed  # type: ignore[attr-defined]
    write("\b")
    press(K.Key_A, CTRL)
    write("91\n")
    assert words(page, "I1") == "๙๑.๐๐"
    assert score_of(session, "I1") == "91"


def test_a_number_that_cannot_be_a_score_is_kept_and_pointed_at(
    page: ScoresPage, session: Session
) -> None:
    page.sheet.go_to((SCORED, "I1"))
    write("120\n")
    assert score_of(session, "I1") == "120"
    press(K.Key_Up)
    assert page.detail.told.text().startswith("คะแนนต้องอยู่ระหว่าง ๐ ถึง ๑๐๐")


def test_deleting_forgets_what_could_not_be_read(page: ScoresPage, session: Session) -> None:
    page.sheet.go_to((SCORED, "I3"))
    write("abc\n")
    press(K.Key_Up)
    press(K.Key_Delete)
    assert words(page, "I3") == ""
    assert page.sheet.rows.unread == {}


def test_leaving_the_page_tells_of_what_could_not_be_read(page: ScoresPage) -> None:
    said = told(page)
    page.sheet.go_to((SCORED, "I3"))
    write("abc\n")
    page.hide()
    assert said == ["คะแนน ๑ ช่องอ่านไม่ออก จึงยังไม่ได้เก็บลงแฟ้มงาน กลับไปแก้ได้ที่ช่องสีแดง"]
    page.show()
    assert words(page, "I3") == "abc"


def test_the_box_turns_red_while_something_impossible_is_typed(page: ScoresPage) -> None:
    page.sheet.go_to((SCORED, "I3"))
    write("12")
    assert focused().property("state") == ""
    write("0")
    assert focused().property("state") == "danger"


# ---- rows and years


def test_questions_are_folded_and_unfolded_by_keys_and_by_hand(page: ScoresPage) -> None:
    rows = page.sheet.rows
    page.sheet.go_to((SCORED, "I2"))
    press(K.Key_Left, ALT)
    assert page.sheet.row is not None
    assert page.sheet.row.key == "indicator-1"
    assert rows.place_of("I2") < 0
    press(K.Key_Right, ALT)
    assert rows.place_of("I2") > 0
    page.sheet.fold_all()
    assert rows.place_of("I4") < 0
    assert rows.place_of("indicator-2") > 0
    page.sheet.unfold_all()
    names = page.sheet.names
    place = rows.place_of("EIT")
    y = names.sectionViewportPosition(place) + 8
    page.sheet.scrollToTop()
    names.fold_wanted.emit(place)
    assert rows.place_of("E1") < 0
    assert y


def test_the_mark_beside_a_name_folds_at_a_click(page: ScoresPage) -> None:
    names, rows = page.sheet.names, page.sheet.rows
    place = rows.place_of("IIT")
    point = QPoint(10, names.sectionViewportPosition(place) + names.sectionSize(place) // 2)
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, NONE, point)
    assert rows.place_of("indicator-1") < 0
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, NONE, point)
    assert rows.place_of("indicator-1") > 0


def test_a_finding_leads_to_its_cell_even_where_it_is_folded_away(page: ScoresPage) -> None:
    page.sheet.fold_all()
    page.show_place(Score.of(SCORED, "I1").id, "value")
    assert page.sheet.key == (SCORED, "I1")
    page.show_place(Score.of(SCORED, "OIT").id, "value")  # not in the file
    assert page.sheet.key == (SCORED, "OIT")
    page.show_place(ScoreYear.of(SCORED).id, "place")
    assert page.summary.form.isVisible()
    assert page.summary.form.editors["place"].isAncestorOf(focused())


def test_years_are_added_shown_and_taken_away(page: ScoresPage, session: Session) -> None:
    said = told(page)
    page._add_year(SCORED - 1)
    assert page.sheet.rows.years == (SCORED, SCORED - 1)
    assert page.sheet.rows.own == SCORED - 1
    assert page.sheet.rows.place_of("I1") < 0  # no questions are known of 2566
    page.sheet.go_to((SCORED - 1, "IIT"))
    write("83\n")
    assert score_of(session, "IIT", SCORED - 1) == "83"
    page._remove_year(SCORED - 1)
    assert page.sheet.rows.years == (SCORED,)
    assert page.sheet.rows.own == SCORED
    assert said == ["เพิ่มปี ๒๕๖๖ แล้ว", "ลบคะแนน ๑ ค่าของปี ๒๕๖๖ แล้ว"]
    session.undo()
    assert score_of(session, "IIT", SCORED - 1) == "83"


def test_another_year_stands_beside_by_the_wording_of_its_questions(
    page: ScoresPage, session: Session
) -> None:
    page._add_year(2568)
    page._choose_year(SCORED)
    assert page.sheet.go_to((2568, "O6"))
    assert page.sheet.row is not None
    assert page.sheet.row.key == "O8"
    write("75\n")
    assert score_of(session, "O6", 2568) == "75"
    press(K.Key_Up)
    assert "ปี ๒๕๖๘ คือข้อ O6" in page.detail.told.text()
    place = page.sheet.rows.place_of("O17")
    index = page.sheet.rows.index(place, page.sheet.rows.years.index(2568))
    page.sheet.setCurrentIndex(index)
    write("5")
    assert not isinstance(focused(), ScoreEditor)
    assert "ปี ๒๕๖๘ ไม่มีข้อที่ข้อความตรงกัน" in page.detail.told.text()


def test_the_level_and_what_it_misses_are_told(page: ScoresPage) -> None:
    assert page.summary.total.text() == "๘๖.๑๗"
    page.sheet.go_to((SCORED, "IIT"))
    for code, value in (("IIT", "90"), ("EIT", "83.2"), ("OIT", "88")):
        page.sheet.go_to((SCORED, code))
        write(f"{value}\n")
    assert page.summary.level.text() == "ระดับผ่าน"
    assert page.summary.reason.text() == ("ยังไม่ถึงระดับผ่านดี เพราะ EIT ได้ ๘๓.๒๐ (ต้องได้ ๘๕ ขึ้นไป)")


def test_what_was_published_is_typed_beside_the_scores(page: ScoresPage, session: Session) -> None:
    page.summary.published.setChecked(True)
    page.summary.form.go_to("place")
    write("๑,๔๒๙")
    page.sheet.setFocus()
    held = session.snapshot.get(ScoreYear, ScoreYear.of(SCORED).id)
    assert held is not None
    assert held.place == "๑,๔๒๙"
    assert page.summary.published.text() == "ลำดับที่ ๑,๔๒๙"
    session.undo()
    assert page.summary.form.editors["place"].value() == ""
    page.summary.form.go_to("place")
    write("๒")
    page.sheet.setFocus()
    assert session.snapshot.get(ScoreYear, ScoreYear.of(SCORED).id) is not None


def test_the_lowest_questions_are_marked(page: ScoresPage) -> None:
    rows = page.sheet.rows
    face = rows.face(rows.index(rows.place_of("I1"), 0))
    assert face.mark == "น้อยที่สุดในประเด็นที่ 1"
    assert rows.face(rows.index(rows.place_of("I2"), 0)).mark == ""


def test_figures_are_in_the_digits_of_the_document(page: ScoresPage, session: Session) -> None:
    assert words(page, "I1") == "๘๘.๔๐"
    setup = DocumentSetup.of(session.year().id, "scores")
    session.change(setup, digits=Digits.ARABIC)
    assert words(page, "I1") == "88.40"


def test_a_file_opened_to_read_is_only_shown(qtbot: QtBot, tmp_path: Path) -> None:
    from ita_desktop.session.opening import open_to_read

    made = scored_session(tmp_path, I1="90")
    path = made.path
    made.close()
    session = open_to_read(path)
    try:
        page = make_page(qtbot, session)
        page.sheet.go_to((SCORED, "I1"))
        write("5")
        assert not isinstance(focused(), ScoreEditor)
        press(K.Key_Delete)
        paste("77")
        assert score_of(session, "I1") == "90"
        assert not page.paste_button.isEnabled()
    finally:
        session.close()


# ---- the clipboard


def test_selected_cells_are_copied_as_a_block(page: ScoresPage) -> None:
    page.sheet.go_to((SCORED, "I1"))
    press(K.Key_Down, SHIFT)
    press(K.Key_Down, SHIFT)
    press(K.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "๘๘.๔๐\n๙๐.๗๕\n"
    press(K.Key_X, CTRL)
    assert words(page, "I1") == ""


def test_a_block_of_figures_goes_where_the_hand_is(page: ScoresPage, session: Session) -> None:
    said = told(page)
    page.sheet.go_to((SCORED, "I1"))
    paste("81\r\n\r\n๘๓.๕\r\n-\r\n84%\r\n")
    assert score_of(session, "I1") == "81"
    assert score_of(session, "I2") == "90.75"  # an empty cell changes nothing
    assert score_of(session, "I3") == "83.5"
    assert score_of(session, "I4") == "84"
    assert session.undo_name == "วางคะแนน ๓ ค่า"
    assert said == ["วางคะแนน ๓ ค่า"]
    session.undo()
    assert score_of(session, "I1") == "88.40"


def test_figures_that_find_no_cell_are_told(page: ScoresPage) -> None:
    said = told(page)
    page.sheet.go_to((SCORED, "I1"))
    paste("81\t82\n83\t84")
    assert said == ["วางคะแนน ๒ ค่า อีก ๒ ค่าไม่มีช่องให้ลง"]


def test_words_pasted_into_a_cell_stay_there_as_typed(page: ScoresPage) -> None:
    page.sheet.go_to((SCORED, "I1"))
    paste("สูงมาก")
    assert words(page, "I1") == "สูงมาก"


@contextmanager
def in_dialog(act: Callable[[PasteScoresDialog], None]) -> Iterator[None]:
    """What is done inside opens the dialog; ``act`` is done in it, and it is closed."""
    met: list[PasteScoresDialog] = []
    failed: list[BaseException] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PasteScoresDialog)
        met.append(dialog)
        dialog.activateWindow()
        QApplication.processEvents()
        try:
            act(dialog)
        except BaseException as failure:
            failed.append(failure)
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, look)
    yield
    if failed:
        raise failed[0]
    assert met


TABLE = (
    "ตัวชี้วัดที่\tรายละเอียดตัวชี้วัด\tปี 2566\tปี 2567\n"
    "1\tการปฏิบัติหน้าที่\t๘๕.๓๖\t99.83\n"
    "2\tการใช้งบประมาณ\t82.07%\t98.80\n"
    "3\tเรื่องอื่น\t1\t2\n"
)


def test_a_pasted_table_is_shown_before_it_fills_anything(
    page: ScoresPage, session: Session
) -> None:
    said = told(page)

    def accept(dialog: PasteScoresDialog) -> None:
        assert dialog.told.text() == "จะใส่คะแนน ๔ ค่า ปี ๒๕๖๖ ๒๕๖๗"
        assert [dialog.problems.item(row).text().replace("\u200b", "") for row in range(1)] == [
            "ไม่ได้ใส่: แถวที่ ๔ “1” “2” ไม่รู้ว่าเป็นคะแนนของข้อใด"
        ]
        assert score_of(session, "indicator-1") is None
        QTest.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)

    with in_dialog(accept):
        paste(TABLE)
    assert score_of(session, "indicator-1") == "99.83"
    assert score_of(session, "indicator-2", 2566) == "82.07"
    assert said == ["วางคะแนน ๔ ค่าแล้ว"]
    assert page.sheet.rows.years == (2567, 2566)
    session.undo()
    assert score_of(session, "indicator-1") is None
    assert page.sheet.rows.years == (2567,)


def test_a_row_nobody_knows_can_be_told_what_it_is(page: ScoresPage, session: Session) -> None:
    def choose(dialog: PasteScoresDialog) -> None:
        dialog.only_open.setChecked(True)
        hidden = [dialog.table.isRowHidden(row) for row in range(1, 5)]
        assert hidden == [True, True, True, False]
        dialog.choose(3, "indicator-3")
        assert dialog.problems.isHidden()
        assert dialog.add_button.text() == "ใส่ ๖ ค่า"
        dialog.choose(3, "")
        assert dialog.add_button.text() == "ใส่ ๔ ค่า"
        assert dialog.problems.isHidden()
        dialog.boxes[2].setCurrentIndex(0)
        dialog.boxes[2].activated.emit(0)
        assert dialog.add_button.text() == "ใส่ ๒ ค่า"
        dialog.accept()

    with in_dialog(choose):
        paste(TABLE)
    assert score_of(session, "indicator-1") == "99.83"
    assert score_of(session, "indicator-1", 2566) is None


def test_the_box_of_a_row_takes_another_score_by_keys(page: ScoresPage) -> None:
    def choose(dialog: PasteScoresDialog) -> None:
        dialog.table.setCurrentCell(4, 0)
        dialog.table.setFocus()
        press(K.Key_F2)
        box = focused()
        assert box.count() == 1 + 81  # type: ignore[attr-defined]
        box.setCurrentIndex(box.findData("IIT"))  # type: ignore[attr-defined]
        box.activated.emit(box.currentIndex())  # type: ignore[attr-defined]
        assert dialog.table.item(4, 0).text() == "IIT"

    with in_dialog(choose):
        paste(TABLE)


def test_what_takes_the_place_of_a_score_is_told_and_cancelling_changes_nothing(
    page: ScoresPage, session: Session
) -> None:
    def cancel(dialog: PasteScoresDialog) -> None:
        assert dialog.told.text() == "จะใส่คะแนน ๒ ค่า ปี ๒๕๖๗ · แทนค่าเดิม ๑ ค่า"
        assert dialog.table.item(1, 2).toolTip() == "แทนคะแนนเดิม 88.40"
        QTest.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)

    with in_dialog(cancel):
        paste("I1\t99\nI2\t90.75")
    assert score_of(session, "I1") == "88.40"


def test_a_clipboard_without_scores_says_so(page: ScoresPage) -> None:
    said = told(page)
    paste("ชื่อ\tนามสกุล\nก\tข")
    paste("")
    assert said == [
        "ไม่พบคะแนนในสิ่งที่คัดลอกไว้",
        "ยังไม่มีอะไรให้วาง ให้เลือกและคัดลอกคะแนนหรือตารางก่อน",
    ]
