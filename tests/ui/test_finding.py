"""Finding and replacing in the window: typed, looked at, ticked, undone; old names told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.model.records import Division, Measure, Office, Person
from ita_desktop.model.values import plain_items
from ita_desktop.session.session import Session
from ita_desktop.storage.backup_names import Reason
from ita_desktop.storage.store import create_file, open_file
from tests.aids.office_fixtures import session_of
from tests.aids.small_office import office_records
from tests.ui.hands import CTRL, NONE, K, focused, press, write
from ui.finding.find_dialog import FindDialog
from ui.window import Window
from ui.workspace import Workspace

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(office_window: Window) -> Window:
    return office_window


def open_page(window: Window, name: str) -> None:
    assert window.desk is not None
    window.desk.show_page(name)
    QApplication.processEvents()


def in_dialog(act: Callable[[FindDialog], None], opens: Callable[[], None]) -> None:
    """Let a hand do something in the dialog that ``opens`` brings up."""
    seen: list[str] = []

    def step() -> None:
        dialog = QApplication.activeModalWidget()
        now = QApplication.focusWidget()
        if dialog is None or now is None or not dialog.isAncestorOf(now):
            if dialog is not None:
                dialog.activateWindow()
            QTimer.singleShot(10, step)
            return
        assert isinstance(dialog, FindDialog)
        try:
            act(dialog)
            seen.append("done")
        finally:
            dialog.reject()

    QTimer.singleShot(0, step)
    opens()
    assert seen == ["done"]
    for shown in QApplication.topLevelWidgets():
        if isinstance(shown, Window):
            shown.activateWindow()
    for _ in range(5):
        QApplication.processEvents()


def keys(qtbot: QtBot, key: Qt.Key) -> Callable[[], None]:
    return lambda: qtbot.keyClick(focused(), key, CTRL)


def texts(dialog: FindDialog) -> list[str]:
    return [row.text(0) for row in dialog.tree.rows]


def test_what_is_typed_is_found_by_record_and_enter_leads_to_the_words(
    window: Window, qtbot: QtBot
) -> None:
    open_page(window, "office")

    def find(dialog: FindDialog) -> None:
        assert focused() is dialog.words
        assert dialog.stack.currentIndex() == 1  # nothing sought yet
        assert not dialog.replace.isEnabled() and not dialog.go.isEnabled()
        write("ทุกไตรมาส")
        assert dialog.count.text() == "พบ ๑ แห่ง ใน ๑ รายการ"
        assert texts(dialog) == ["ขั้นตอนหรือวิธีการปฏิบัติ ข้อ ๒.๒"]
        head = dialog.tree.topLevelItem(0).text(0)
        assert head == "มาตรการที่ ๑ มาตรการควบคุมการยืมทรัพย์สินของราชการ"
        write("\n")

    in_dialog(find, keys(qtbot, K.Key_F))
    assert window.desk is not None and window.desk.page_name == "measures"
    box = focused()
    assert isinstance(box, QPlainTextEdit)
    assert box.toPlainText() == "ตรวจนับทรัพย์สินทุกไตรมาส"
    assert box.textCursor().selectedText() == "ทุกไตรมาส"


def test_what_was_sought_last_is_there_again_at_the_place_in_hand(
    window: Window, qtbot: QtBot
) -> None:
    open_page(window, "overview")

    def find(dialog: FindDialog) -> None:
        write("ทรัพย์สิน")
        press(K.Key_Down)
        assert focused() is dialog.tree
        for _ in range(3):
            press(K.Key_Down)
        assert dialog.hit is not None and dialog.hit.text.where == "ข้อ ๒.๒"

    in_dialog(find, keys(qtbot, K.Key_F))

    def again(dialog: FindDialog) -> None:
        assert dialog.words.text() == "ทรัพย์สิน"
        assert dialog.hit is not None and dialog.hit.text.where == "ข้อ ๒.๒"

    in_dialog(again, keys(qtbot, K.Key_H))


def test_nothing_found_says_so(window: Window, qtbot: QtBot) -> None:
    def find(dialog: FindDialog) -> None:
        write("หอสมุด")
        assert dialog.count.text() == "ไม่พบ “หอสมุด”"
        assert dialog.stack.currentIndex() == 1
        assert dialog.none.text().startswith("ไม่พบคำนี้")
        press(K.Key_Return)
        assert dialog.isVisible()

    in_dialog(find, keys(qtbot, K.Key_F))


def test_at_the_list_of_measures_its_own_box_comes_first(window: Window, qtbot: QtBot) -> None:
    open_page(window, "measures")
    assert window.desk is not None
    page = window.desk.page
    page.list.setFocus()  # type: ignore[attr-defined]
    qtbot.keyClick(focused(), K.Key_F, CTRL)
    assert focused() is page.filter.line  # type: ignore[attr-defined]
    write("ร้องเรียน")

    def taken_along(dialog: FindDialog) -> None:
        assert dialog.words.text() == "ร้องเรียน"
        assert dialog.tree.rows

    in_dialog(taken_along, keys(qtbot, K.Key_F))


def test_selected_words_of_a_form_are_sought_in_the_whole_file(
    window: Window, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    open_page(window, "measures")
    window.workspace.show_place("m3", "title")
    box = focused()
    assert isinstance(box, QPlainTextEdit)
    box.selectAll()
    before = session_of(window).snapshot

    def taken(dialog: FindDialog) -> None:
        assert dialog.words.text() == "ฝึกอบรมคุณธรรมและจริยธรรมของบุคลากร"

    in_dialog(taken, keys(qtbot, K.Key_F))
    assert session_of(window).snapshot == before


def test_ticked_places_are_replaced_backed_up_and_undone_at_once(
    window: Window, qtbot: QtBot
) -> None:
    open_page(window, "overview")
    session = session_of(window)
    before = session.snapshot

    def replace(dialog: FindDialog) -> None:
        write("ทรัพย์สิน")
        assert not dialog.tree.chosen  # no ticks before there are words to put there
        press(K.Key_Tab)
        assert focused() is dialog.new
        write("พัสดุ")
        count = len(dialog.tree.rows)
        assert dialog.replace.accessibleName() == "แทนที่ ๘ แห่ง" and count == 8
        dialog.tree.setFocus()
        title = next(r for r in dialog.tree.rows if r.text(0).startswith("มาตรการ โครงการ"))
        dialog.tree.setCurrentItem(title, 1)
        press(K.Key_Space, NONE, " ")
        assert dialog.replace.accessibleName() == "แทนที่ ๗ แห่ง"
        dialog.new.setFocus()
        write("กลาง")  # the tick taken away stays away
        assert dialog.replace.accessibleName() == "แทนที่ ๗ แห่ง"
        qtbot.mouseClick(dialog.replace, LEFT)

    in_dialog(replace, keys(qtbot, K.Key_F))
    measure = session.snapshot.get(Measure, "m1")
    assert measure is not None
    assert measure.title == "มาตรการควบคุมการยืมทรัพย์สินของราชการ"
    assert measure.steps[1].items[1].text == "ตรวจนับพัสดุกลางทุกไตรมาส"
    assert window.workspace is not None and window.desk is not None
    last = window.workspace.backups.last
    assert last is not None and last.reason is Reason.REPLACE and last.good
    assert window.desk.notices.text == "แทนที่ ๗ แห่งใน ๑ รายการแล้ว"
    qtbot.mouseClick(window.desk.notices.buttons[0], LEFT)
    assert session.snapshot == before


def test_a_renamed_division_is_told_where_texts_still_say_the_old_name(
    window: Window, qtbot: QtBot
) -> None:
    assert window.workspace is not None and window.desk is not None
    open_page(window, "people")
    window.workspace.show_place("d2", "name")
    focused().selectAll()  # type: ignore[attr-defined]
    write("กองการเงินและบัญชี")
    watch = window.desk.finding.renames
    assert watch.banner is None  # not while it is being typed
    press(K.Key_Tab)
    press(K.Key_Tab)  # past the abbreviation
    qtbot.waitUntil(lambda: watch.banner is not None)
    assert watch.banner is not None
    assert watch.banner.label.text() == "ชื่อเดิม “กองคลัง” ยังอยู่ในข้อความ ๑ แห่ง"

    def follow(dialog: FindDialog) -> None:
        assert (dialog.words.text(), dialog.new.text()) == ("กองคลัง", "กองการเงินและบัญชี")
        qtbot.mouseClick(dialog.replace, LEFT)

    in_dialog(follow, watch.banner.findChildren(QPushButton)[0].click)
    session = session_of(window)
    assert session.snapshot.find("p2").title == "ผู้อำนวยการกองการเงินและบัญชี"  # type: ignore[union-attr]
    qtbot.wait(20)
    assert watch.banner is None


def test_a_persons_name_counts_once_both_its_fields_are_left(window: Window, qtbot: QtBot) -> None:
    assert window.workspace is not None and window.desk is not None
    session = session_of(window)
    measure = session.snapshot.get(Measure, "m3")
    assert measure is not None
    session.change(measure, note="ประสานนางสาวอรทัย ใจงาม")
    open_page(window, "people")
    window.workspace.show_place("n2", "first_name")
    watch = window.desk.finding.renames
    focused().selectAll()  # type: ignore[attr-defined]
    write("อรอนงค์")
    press(K.Key_Tab)
    QApplication.processEvents()
    assert watch.banner is None
    focused().selectAll()  # type: ignore[attr-defined]
    write("ใจดี")
    press(K.Key_Tab)
    qtbot.waitUntil(lambda: watch.banner is not None)
    assert watch.banner is not None
    assert "“อรทัย ใจงาม” ยังอยู่ในข้อความ ๑ แห่ง" in watch.banner.label.text()
    person = session.snapshot.get(Person, "n2")
    assert person is not None and person.full_name == "นางสาวอรอนงค์ ใจดี"


def test_a_name_that_no_text_says_is_changed_in_silence(window: Window, qtbot: QtBot) -> None:
    assert window.workspace is not None and window.desk is not None
    open_page(window, "people")
    window.workspace.show_place("d3", "name")
    focused().selectAll()  # type: ignore[attr-defined]
    write("กองช่างและผังเมือง")
    press(K.Key_Tab)
    qtbot.wait(20)
    assert window.desk.finding.renames.banner is None
    division = session_of(window).snapshot.get(Division, "d3")
    assert division is not None and division.name == "กองช่างและผังเมือง"


def test_the_province_of_the_same_name_is_not_ticked(window: Window, qtbot: QtBot) -> None:
    assert window.workspace is not None

    def look(dialog: FindDialog) -> None:
        kinds = {type(hit.record) for hit in dialog.tree.chosen}
        assert Office in kinds
        (province,) = (row for row in dialog.tree.rows if row.text(0).startswith("จังหวัด"))
        assert "เป็นชื่ออำเภอหรือจังหวัด" in province.text(0)
        assert province.checkState(0) is Qt.CheckState.Unchecked

    workspace = window.workspace
    in_dialog(look, lambda: workspace.find("ศรีสำราญ", "ศรีสุข"))


def test_a_file_open_to_read_is_searched_only(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    assert window.workspace is not None
    create_file(tmp_path / "อ่าน.itadb", office_records()).close()
    session = Session(open_file(tmp_path / "อ่าน.itadb", read_only=True))
    workspace = Workspace(session)
    dialog = FindDialog(workspace, "กองคลัง", parent=window)
    assert dialog.tree.rows and not dialog.new.isEnabled()
    assert dialog.go.isEnabled() and not dialog.replace.isEnabled()
    dialog.reject()
    workspace.close()
    session.close()


def test_a_renamed_office_is_told_and_may_be_left_as_it_is(window: Window, qtbot: QtBot) -> None:
    assert window.workspace is not None and window.desk is not None
    open_page(window, "office")
    window.workspace.show_place(Office().id, "name")
    focused().selectAll()  # type: ignore[attr-defined]
    write("ศรีสุข")
    press(K.Key_Tab)
    press(K.Key_Tab)  # past the abbreviation
    watch = window.desk.finding.renames
    qtbot.waitUntil(lambda: watch.banner is not None)
    assert watch.banner is not None
    assert watch.banner.label.text() == "ชื่อเดิม “ศรีสำราญ” ยังอยู่ในข้อความ ๑ แห่ง"
    before = session_of(window).snapshot
    qtbot.mouseClick(watch.banner.findChildren(QPushButton)[1], LEFT)
    assert watch.banner is None
    assert session_of(window).snapshot == before


def test_a_record_is_ticked_as_a_whole(window: Window, qtbot: QtBot) -> None:
    assert window.workspace is not None

    def tick(dialog: FindDialog) -> None:
        dialog.tree.setFocus()
        dialog.tree.setCurrentItem(dialog.tree.topLevelItem(0))
        press(K.Key_Space, NONE, " ")
        assert dialog.tree.chosen == ()
        assert not dialog.replace.isEnabled()
        press(K.Key_Space, NONE, " ")
        assert dialog.replace.accessibleName() == "แทนที่ ๘ แห่ง"

    workspace = window.workspace
    in_dialog(tick, lambda: workspace.find("ทรัพย์สิน", "พัสดุ"))


def test_a_name_and_its_abbreviation_are_told_and_both_follow_and_come_back(
    window: Window, qtbot: QtBot
) -> None:
    assert window.workspace is not None and window.desk is not None
    session = session_of(window)
    measure = session.snapshot.get(Measure, "m3")
    assert measure is not None
    session.change(measure, note="สำนักปลัดเทศบาลแจ้ง สำนักปลัด รับทราบ")
    before = session.snapshot
    open_page(window, "people")
    window.workspace.show_place("d1", "name")
    for words in ("กองกลาง", "กลาง"):
        focused().selectAll()  # type: ignore[attr-defined]
        write(words)
        press(K.Key_Tab)
    watch = window.desk.finding.renames
    qtbot.waitUntil(lambda: len(watch.banners) == 2)
    told = [banner.label.text() for banner in watch.banners]
    assert told == [
        "ชื่อเดิม “สำนักปลัดเทศบาล” ยังอยู่ในข้อความ ๑ แห่ง",
        "ชื่อเดิม “สำนักปลัด” ยังอยู่ในข้อความ ๒ แห่ง",
    ]

    def follow(dialog: FindDialog) -> None:
        qtbot.mouseClick(dialog.replace, LEFT)

    in_dialog(follow, watch.banners[0].findChildren(QPushButton)[0].click)
    assert note_of(session) == "กองกลางแจ้ง สำนักปลัด รับทราบ"
    in_dialog(follow, lambda: window.workspace.find("สำนักปลัด", "กลาง"))  # type: ignore[union-attr]
    assert note_of(session) == "กองกลางแจ้ง กลาง รับทราบ"
    while session.snapshot != before and session.undo_name:
        session.undo()
    assert session.snapshot == before


def test_words_are_taken_away_where_wanted_and_come_back_with_one_undo(
    window: Window, qtbot: QtBot
) -> None:
    session = session_of(window)
    before = session.snapshot

    def take_away(dialog: FindDialog) -> None:
        assert not dialog.tree.chosen and not dialog.warning.isVisible()
        qtbot.mouseClick(dialog.take_away, LEFT)
        assert dialog.warning.isVisible() and not dialog.new.isEnabled()
        assert dialog.replace.accessibleName() == "ลบ ๑ แห่ง"
        qtbot.mouseClick(dialog.replace, LEFT)

    assert window.workspace is not None and window.desk is not None
    workspace = window.workspace
    in_dialog(take_away, lambda: workspace.find("โดยทั่วกัน"))
    title = session.snapshot.get(Measure, "m2")
    assert title is not None and title.title.endswith("ให้ประชาชนทราบ")
    assert window.desk.notices.text == "ลบคำ ๑ แห่งใน ๑ รายการแล้ว"
    last = workspace.backups.last
    assert last is not None and last.reason is Reason.REPLACE
    session.undo()
    assert session.snapshot == before


def test_whole_words_only_and_more_than_the_first_are_shown_where_wanted(
    window: Window, qtbot: QtBot
) -> None:
    session = session_of(window)
    many = plain_items(*("ทบทวนข้อ O3 และ O34",) * 600)
    measure = session.snapshot.get(Measure, "m3")
    assert measure is not None
    session.change(measure, steps=many)

    def look(dialog: FindDialog) -> None:
        assert "พบ ๑,๒๐๐" in dialog.count.text() or "พบ ๑๒๐๐ แห่ง" in dialog.count.text()
        assert len(dialog.tree.rows) == 500
        assert dialog.more.text().strip() == "แสดงอีก ๕๐๐ แห่ง"
        qtbot.mouseClick(dialog.more, LEFT)
        assert len(dialog.tree.rows) == 1000
        qtbot.mouseClick(dialog.whole, LEFT)
        assert "พบ ๖๐๐ แห่ง" in dialog.count.text()
        qtbot.mouseClick(dialog.more, LEFT)
        assert len(dialog.tree.rows) == 600 and not dialog.more.isVisible()

    assert window.workspace is not None
    workspace = window.workspace
    in_dialog(look, lambda: workspace.find("o๓"))


def note_of(session: Session) -> str:
    measure = session.snapshot.get(Measure, "m3")
    assert measure is not None
    return measure.note
