"""The page of measures, driven by key events and drops on a real file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.model.records import DocumentSetup, Measure, YearWork
from ita_desktop.model.values import DivisionRef, FreeText, Item, Status, Tool
from ita_desktop.session.measure_views import Filled
from ita_desktop.session.session import Session
from ita_desktop.thai.timelines import Timeline, Unread
from tests.aids.small_office import YEAR, office_records, office_session
from tests.ui.hands import ALT, CTRL, NONE, K, focused, paste, press, show, write
from ui.pages.measures import MeasuresPage
from ui.theme import GRID
from ui.widgets.intake.paste_table import MeasureTableDialog
from ui.widgets.measures.measure_rows import MIME
from ui.widgets.measures.measure_side import MeasureSide
from ui.workspace import Workspace

TABLE = """<html><body><table>
<tr><td rowspan="2">ลำดับที่</td><td rowspan="2">มาตรการ / โครงการ / กิจกรรม ที่ดำเนินการ</td>
<td colspan="2">ผลลัพธ์หรือความสำเร็จของการดำเนินการ</td>
<td rowspan="2">สรุปผลการดำเนินการตามมาตรการหรือกิจกรรม</td><td rowspan="2">ผู้รับผิดชอบ</td>
<td rowspan="2">ระยะเวลาในการดำเนินการ</td></tr>
<tr><td>ไม่สามารถดำเนินการได้</td><td>ดำเนินการแล้วเสร็จ</td></tr>
<tr><td>๑</td><td>จัดทำคู่มือการให้บริการประชาชน<br>อ้างอิงจาก E1, O10</td><td>-</td>
<td><p>๑. มีคู่มือครบทุกกระบวนงาน</p><p>๒. ประชาชนพึงพอใจเพิ่มขึ้น</p></td>
<td><p>๑. ประชุมคณะทำงาน</p><p>๒. เผยแพร่บนเว็บไซต์</p></td><td>สำนักปลัด, คณะทำงานคู่มือ</td>
<td>ต.ค. 67 - ก.ย. 68</td></tr>
<tr><td>๒</td><td>ติดตั้งระบบจองคิวออนไลน์</td><td>เนื่องจากงบประมาณไม่เพียงพอ</td><td></td><td></td>
<td>กองช่าง</td><td>ตอนว่าง</td></tr>
</table></body></html>"""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = office_session(tmp_path)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, session: Session, tmp_path: Path) -> MeasuresPage:
    return make_page(qtbot, session, tmp_path)


def make_page(qtbot: QtBot, session: Session, folder: Path) -> MeasuresPage:
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    workspace = Workspace(session)
    made = MeasuresPage(workspace, settings)
    workspace.setParent(made)
    made.workspace = workspace  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    show(made, 760, 680)
    made.list.setFocus()
    return made


def measures(session: Session) -> list[Measure]:
    return list(session.snapshot.measures(YearWork.of(YEAR).id))


def ids(session: Session) -> list[str]:
    return [one.id for one in measures(session)]


def shown(page: MeasuresPage) -> list[str]:
    return [row.id for row in page.list.rows.rows]


def drop(page: MeasuresPage, moved: str, y: float) -> None:
    """What Qt sends when measures are dragged to ``y`` in the list and let go."""
    data = QMimeData()
    data.setData(MIME, QByteArray(moved.encode()))
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    place = QPointF(60, y)
    enter = QDragEnterEvent(place, move, data, left, NONE)
    QApplication.sendEvent(page.list.viewport(), enter)
    page.list.grab()  # the line that shows where it would fall is painted
    QApplication.sendEvent(page.list.viewport(), QDropEvent(place, move, data, left, NONE))
    QApplication.processEvents()


def bottom_of(page: MeasuresPage, measure_id: str) -> float:
    rows = page.list.rows
    return page.list.visualRect(rows.index(rows.place_of(measure_id))).bottom() - 2


# ---- what is seen


def test_each_row_shows_number_mark_and_status(page: MeasuresPage) -> None:
    first, second, third = page.list.rows.rows
    assert [one.number for one in (first, second, third)] == ["๑.", "๒.", "๓."]
    assert [one.filled for one in (first, second, third)] == [
        Filled.ALL,
        Filled.PARTLY,
        Filled.NOTHING,
    ]
    assert second.status == "อยู่ระหว่างดำเนินการ"
    assert page.heading.text() == "มาตรการ (๓)"


def test_the_tooltip_says_in_words_what_is_still_missing(page: MeasuresPage) -> None:
    tip = page.list.rows.data(page.list.rows.index(1), Qt.ItemDataRole.ToolTipRole)
    assert "ยังขาดระยะเวลาดำเนินการและผลการดำเนินการ" in tip


def test_a_timeline_that_cannot_be_read_is_not_counted_as_filled(
    page: MeasuresPage, session: Session
) -> None:
    session.change(measures(session)[0], timeline=Unread("ตอนว่าง"))
    assert page.list.rows.rows[0].filled is Filled.PARTLY
    assert page.head.state.text() == "อ่านไม่ออก ๑ ช่อง"
    tip = page.list.rows.data(page.list.rows.index(0), Qt.ItemDataRole.ToolTipRole)
    assert "ระยะเวลาดำเนินการอ่านไม่ออก" in tip


def test_the_number_is_the_one_the_chosen_layout_prints(
    page: MeasuresPage, session: Session
) -> None:
    setup = DocumentSetup.of(YearWork.of(YEAR).id, "report")
    session.change(setup, layout="result-suggestion")
    assert [row.number for row in page.list.rows.rows] == ["๑.", "๑.", "๒."]


def test_typing_into_the_form_is_seen_in_the_list_at_once(
    page: MeasuresPage, session: Session
) -> None:
    page.show_place("m3", "title")
    write("ใหม่")
    page.form.flush()
    assert measures(session)[2].title in page.list.rows.rows[2].title
    assert "ใหม่" in page.list.rows.rows[2].title


# ---- adding, ordering, duplicating, deleting


def test_insert_adds_behind_the_measure_in_hand_and_types_its_title(
    page: MeasuresPage, session: Session
) -> None:
    page.list.select("m1")
    press(K.Key_Insert)
    write("จัดทำประกาศเจตนารมณ์")
    page.form.flush()
    titles = [one.title for one in measures(session)]
    assert titles[1] == "จัดทำประกาศเจตนารมณ์"
    assert len(titles) == 4
    assert page.list.rows.rows[1].title == "จัดทำประกาศเจตนารมณ์"


def test_ctrl_n_adds_from_within_the_form_too(page: MeasuresPage, session: Session) -> None:
    page.show_place("m1", "title")
    press(K.Key_N, CTRL)
    assert len(measures(session)) == 4
    assert page.form.record is not None
    assert page.form.record.id == ids(session)[1]


def test_alt_arrows_move_the_measure_and_write_one_record(
    page: MeasuresPage, session: Session
) -> None:
    page.list.select("m1")
    press(K.Key_Down, ALT)
    assert ids(session) == ["m2", "m1", "m3"] == shown(page)
    assert page.list.current_id == "m1"
    assert len(session.undoing.done[-1].edit.changes) == 1
    press(K.Key_Up, ALT)
    press(K.Key_Up, ALT)
    assert ids(session) == ["m1", "m2", "m3"]


def test_a_measure_dropped_lower_moves_there_in_one_record(
    page: MeasuresPage, session: Session
) -> None:
    drop(page, "m1", bottom_of(page, "m3"))
    assert ids(session) == ["m2", "m3", "m1"] == shown(page)
    assert len(session.undoing.done[-1].edit.changes) == 1
    session.undo()
    assert shown(page) == ["m1", "m2", "m3"]


def test_several_measures_are_dropped_together_at_the_top(
    page: MeasuresPage, session: Session
) -> None:
    drop(page, "m2\nm3", 1)
    assert ids(session) == ["m2", "m3", "m1"]


def test_a_drop_where_the_measure_stands_changes_nothing(
    page: MeasuresPage, session: Session
) -> None:
    drop(page, "m2", bottom_of(page, "m1"))
    assert session.undo_name == ""


def test_ctrl_d_copies_the_measure_right_behind_it(page: MeasuresPage, session: Session) -> None:
    page.list.select("m1")
    press(K.Key_D, CTRL)
    first, second, *_ = measures(session)
    assert (second.title, second.steps) == (first.title, first.steps)
    assert page.list.current_id == second.id != first.id


def test_delete_asks_nothing_offers_undo_and_undo_selects_what_came_back(
    page: MeasuresPage, session: Session, qtbot: QtBot
) -> None:
    page.list.select("m1", ["m2"])
    with qtbot.waitSignal(page.workspace.noticed) as told:  # type: ignore[attr-defined]
        press(K.Key_Delete)
    assert told.args == ["ลบมาตรการ ๒ รายการแล้ว", True]
    assert shown(page) == ["m3"] == ids(session)
    assert page.list.current_id == "m3"
    session.undo()
    assert shown(page) == ["m1", "m2", "m3"]
    assert page.list.selected_ids == ("m1", "m2")
    assert page.form.record is not None
    assert page.form.record.id == "m1"


def test_deleting_the_last_measure_shows_what_the_page_is_for(
    page: MeasuresPage, session: Session
) -> None:
    page.list.select("m1", ["m2", "m3"])
    press(K.Key_Delete)
    assert page.stack.currentWidget() is page.empty
    page.empty.add_button.click()
    assert page.stack.currentWidget() is page.splitter
    assert len(measures(session)) == 1
    assert page.form.isAncestorOf(focused())


# ---- filtering


def test_the_search_does_not_mind_the_kind_of_digits(page: MeasuresPage, qtbot: QtBot) -> None:
    page.filter.line.setFocus()
    write("42 รายการ")
    qtbot.waitUntil(lambda: shown(page) == ["m1"])
    assert "แสดง ๑ จาก ๓" in page.filter.told.text()
    press(K.Key_Escape)
    assert shown(page) == ["m1", "m2", "m3"]


def test_filters_by_status_division_and_what_is_missing(page: MeasuresPage) -> None:
    page.filter.choose(status=Status.IN_PROGRESS)
    assert shown(page) == ["m2"]
    page.filter.choose(status="")
    assert shown(page) == ["m3"]
    page.filter.choose(status=None, division="d2")
    assert shown(page) == ["m1"]
    page.filter.choose(division="", missing="timeline")
    assert shown(page) == ["m2", "m3"]
    assert "ยังขาดระยะเวลาดำเนินการ" in page.filter.told.text()


def test_while_filtered_the_order_cannot_be_changed_and_the_bar_says_so(
    page: MeasuresPage, session: Session
) -> None:
    page.filter.choose(missing="any")
    page.list.setFocus()
    page.list.select("m3")
    press(K.Key_Up, ALT)
    drop(page, "m3", 1)
    assert ids(session) == ["m1", "m2", "m3"]
    assert not page.buttons["up"].isEnabled()
    assert "ย้ายลำดับไม่ได้" in page.filter.told.text()


def test_a_measure_being_typed_into_does_not_vanish_from_the_filtered_list(
    page: MeasuresPage,
) -> None:
    page.filter.choose(text="ฝึกอบรม")
    assert shown(page) == ["m3"]
    page.list.select("m3")
    page.form.go_to("title")
    press(K.Key_A, CTRL)
    write("เปลี่ยนชื่อ")
    page.form.flush()
    assert shown(page) == ["m3"]


# ---- pasting


def test_pasted_lines_become_measures_behind_the_one_in_hand_in_one_edit(
    page: MeasuresPage, session: Session
) -> None:
    page.list.select("m1")
    paste("๑. ประกาศเจตนารมณ์\n๒. อบรมบุคลากร\n   - รุ่นที่ ๑\n   - รุ่นที่ ๒\n")
    titles = [one.title for one in measures(session)]
    assert titles[1:3] == ["ประกาศเจตนารมณ์", "อบรมบุคลากร"]
    assert measures(session)[2].sub_measures == (Item("รุ่นที่ ๑"), Item("รุ่นที่ ๒"))
    assert len(page.list.selected_ids) == 2
    session.undo()
    assert ids(session) == ["m1", "m2", "m3"]


def paste_table(page: MeasuresPage, text: str = "", html: str = "") -> dict[str, object]:
    """Paste a table, look at the dialog, and agree."""
    seen: dict[str, object] = {}

    def agree() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MeasureTableDialog)
        seen["columns"] = dialog.columns
        seen["headings"] = dialog.headings.currentIndex()
        seen["warned"] = dialog.warned.text()
        seen["button"] = dialog.add_button.text()
        seen["rows"] = dialog.result_list.count()
        dialog.add_button.click()

    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    QTimer.singleShot(0, page, agree)
    press(K.Key_V, CTRL)
    return seen


def test_a_table_from_word_is_matched_by_its_headings_and_added_in_one_edit(
    page: MeasuresPage, session: Session
) -> None:
    page.list.select("m3")
    seen = paste_table(page, html=TABLE)
    assert seen["headings"] == 2
    assert seen["columns"] == (
        *(
            "number",
            "title",
            "outcome-cannot",
            "outcome-done",
            "results",
            "responsible",
            "timeline",
        ),
    )
    assert "มีสิ่งที่ต้องดูใน ๒ มาตรการ" in str(seen["warned"])
    assert seen["button"] == "เพิ่ม ๒ มาตรการ"
    assert seen["rows"] == 2
    guide, queue = measures(session)[3:]
    assert guide.title == "จัดทำคู่มือการให้บริการประชาชน"
    assert [one.number for one in guide.references] == ["1", "10"]  # type: ignore[union-attr]
    assert guide.status is Status.DONE
    assert [one.text for one in guide.outcomes] == ["มีคู่มือครบทุกกระบวนงาน", "ประชาชนพึงพอใจเพิ่มขึ้น"]
    assert [one.text for one in guide.results] == ["ประชุมคณะทำงาน", "เผยแพร่บนเว็บไซต์"]
    assert guide.responsible == (DivisionRef("d1"), FreeText("คณะทำงานคู่มือ"))
    assert isinstance(guide.timeline, Timeline)
    assert queue.status is Status.CANNOT
    assert queue.status_reason == "งบประมาณไม่เพียงพอ"
    assert queue.timeline == Unread("ตอนว่าง")
    session.undo()
    assert ids(session) == ["m1", "m2", "m3"]


def test_a_table_from_excel_with_groups_and_continued_rows(
    page: MeasuresPage, session: Session
) -> None:
    lines = (
        "มาตรการ\tวิธีดำเนินการ\tสถานะ",
        "แบบวัด IIT\t\t",
        "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สิน\t\t",
        '๑. คุมการยืม\t"๑. ทำใบยืม\n๒. ตรวจนับ"\tดำเนินการแล้วเสร็จ',
        "\t๓. รายงาน\t",
        "๒. คุมการใช้รถ\t-\tค้างอยู่",
    )
    page.list.select("m3")
    seen = paste_table(page, "\r\n".join(lines))
    assert seen["columns"] == ("title", "steps", "status")
    lend, drive = measures(session)[3:]
    assert (lend.title, lend.tool) == ("คุมการยืม", Tool.IIT)
    assert lend.indicator == drive.indicator == "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สิน"
    assert [one.text for one in lend.steps] == ["ทำใบยืม", "ตรวจนับ", "รายงาน"]
    assert lend.status is Status.DONE
    assert drive.status is None
    assert drive.note == "สถานะ: ค้างอยู่"


def test_no_field_is_filled_from_two_columns_and_cancelling_adds_nothing(
    page: MeasuresPage, session: Session
) -> None:
    chosen: list[tuple[str, ...]] = []

    def change_and_cancel() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MeasureTableDialog)
        dialog.boxes[1].setCurrentIndex(dialog.boxes[1].findData("title"))
        chosen.append(dialog.columns)
        dialog.cancel_button.click()

    QTimer.singleShot(0, page, change_and_cancel)
    paste("มาตรการ\tวิธีดำเนินการ\nก\tข")
    assert chosen == [("", "title")]
    assert ids(session) == ["m1", "m2", "m3"]


# ---- places, years, reading only


def test_a_place_asked_for_is_found_through_filter_and_year(
    page: MeasuresPage, session: Session
) -> None:
    session.add(YearWork.of(YEAR + 1))
    page.workspace.choose_year(session.year(YEAR + 1))  # type: ignore[attr-defined]
    assert page.stack.currentWidget() is page.empty
    page.show_place("m2", "steps")
    assert page.workspace.year.action_year == YEAR  # type: ignore[attr-defined]
    assert page.list.current_id == "m2"
    assert page.form.editors["steps"].isAncestorOf(focused())


def test_the_measure_in_hand_is_told_to_the_preview(page: MeasuresPage, qtbot: QtBot) -> None:
    page.list.select("m1")
    with qtbot.waitSignal(page.workspace.attended) as told:  # type: ignore[attr-defined]
        press(K.Key_Down)
    assert told.args[0] == "m2"


def test_enter_goes_from_the_list_into_the_form(page: MeasuresPage) -> None:
    press(K.Key_Return)
    assert page.form.editors["title"].isAncestorOf(focused())


def test_a_file_opened_to_read_can_be_looked_through_but_not_changed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    from ita_desktop.session.opening import open_to_read

    office_session(tmp_path, office_records()).close()
    session = open_to_read(tmp_path / "ทดสอบ.itadb")
    page = make_page(qtbot, session, tmp_path)
    assert not page.add_button.isEnabled()
    for key, modifiers in ((K.Key_Insert, NONE), (K.Key_Delete, NONE), (K.Key_D, CTRL)):
        press(key, modifiers)
    press(K.Key_Down, ALT)
    paste("หนึ่ง\nสอง")
    assert ids(session) == ["m1", "m2", "m3"]
    page.list.select("m2")
    assert page.form.record is not None
    assert page.form.record.id == "m2"
    session.close()


def test_the_button_that_adds_is_never_cut(qtbot: QtBot) -> None:
    side = MeasureSide(lambda _id: "")
    qtbot.addWidget(side)
    side.heading.setText("มาตรการ (๑๙)")
    for width, words in ((GRID * 32, "เพิ่ม"), (GRID * 50, "เพิ่มมาตรการ")):
        show(side, width, 500)
        assert (side.add_button.text(), side.add_button.accessibleName()) == (words, "เพิ่มมาตรการ")
        for part in (side.heading, side.add_button):
            assert part.width() >= part.sizeHint().width()
