"""Findings in the fields as one types: said below, marked under the words, mended at the words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.model.records import LeftFinding, Measure, OwnWording
from ita_desktop.model.values import Item, plain_items
from ita_desktop.session.checking.repairing import EDIT_NAME
from tests.aids.small_office import office_session
from tests.ui.document_bench import Bench, bench_of
from tests.ui.hands import CTRL, K, press, show, write
from ui.colours import DARK, LIGHT
from ui.pages.measures import MeasuresPage
from ui.pages.office import OfficePage
from ui.theme import choose_scheme
from ui.widgets.comments.comment_dialog import WriteDialog
from ui.widgets.editors.list_editor import ListEditor
from ui.widgets.editors.text_editors import TextEditor
from ui.widgets.editors.timeline_box import TimelineEditor
from ui.widgets.forms.form_rows import FieldRow
from ui.widgets.text.textboxes import ThaiTextBox


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    yield from bench_of(qtbot, office_session(tmp_path))


@pytest.fixture
def page(opened: Bench, qtbot: QtBot) -> MeasuresPage:
    page = MeasuresPage(opened.workspace)
    qtbot.addWidget(page)
    show(page, 900, 700)
    return page


def measure(bench: Bench, name: str = "m3") -> Measure:
    return next(one for one in bench.session.snapshot.of(Measure) if one.id == name)


def codes(row: FieldRow) -> list[str]:
    return [one.code for one in row.findings]


def items(page: MeasuresPage, field: str) -> list[ThaiTextBox]:
    editor = page.form.editors[field]
    assert isinstance(editor, ListEditor)
    return [row.box for row in editor.rows]


def title(page: MeasuresPage) -> ThaiTextBox:
    editor = page.form.editors["title"]
    assert isinstance(editor, TextEditor)
    return editor.box


def marked(box: ThaiTextBox) -> list[tuple[str, str]]:
    text = box.toPlainText()
    return [(text[one.start : one.end], one.role) for one in box.marks.shown]


def button(inside: QWidget, words: str) -> QPushButton:
    shown = [one for one in inside.findChildren(QPushButton) if not one.isHidden()]
    return next(one for one in shown if one.accessibleName().startswith(words))


def test_a_wrong_word_is_said_and_marked_once_the_hand_rests(
    page: MeasuresPage, qtbot: QtBot
) -> None:
    page.show_place("m3", "steps")
    row = page.form.rows["steps"]
    write("แจ้งมาตราการ")
    qtbot.wait(400)
    assert row.findings == ()  # the cursor still stands in the word
    write("ใหม่")
    [box] = items(page, "steps")
    qtbot.waitUntil(lambda: codes(row) == ["misspelling"])
    assert marked(box) == [("มาตราการ", "amber")]


def test_what_is_not_saved_yet_is_read_too(opened: Bench, page: MeasuresPage, qtbot: QtBot) -> None:
    page.show_place("m3", "title")
    editor, row = page.form.editors["title"], page.form.rows["title"]
    for timer in (editor._pause, editor._longest):
        timer.setInterval(60_000)
    before = measure(opened)
    write(" ตามมาตราการใหม่")
    qtbot.waitUntil(lambda: codes(row) == ["misspelling"])
    assert editor.pending and measure(opened) == before
    press(K.Key_Z, CTRL)
    qtbot.waitUntil(lambda: row.findings == ())
    assert marked(title(page)) == []


def test_what_is_typed_into_marked_words_takes_the_mark_away_at_once(
    page: MeasuresPage, qtbot: QtBot
) -> None:
    page.show_place("m3", "steps")
    write("แจ้งมาตราการใหม่")
    [box] = items(page, "steps")
    qtbot.waitUntil(lambda: bool(marked(box)))
    press(K.Key_Home)
    write("ให้")
    assert marked(box) == [("มาตราการ", "amber")]  # it has moved along
    press(K.Key_Z, CTRL)
    assert marked(box) == [("มาตราการ", "amber")]
    cursor = box.textCursor()
    cursor.setPosition(box.toPlainText().index("รากา"))
    box.setTextCursor(cursor)
    press(K.Key_Backspace)
    assert marked(box) == []


def test_the_whole_text_is_waited_for_where_only_that_can_tell(
    page: MeasuresPage, qtbot: QtBot
) -> None:
    page.show_place("m3", "steps")
    row = page.form.rows["steps"]
    write("ดำเนินการ ๓ ด้าน ดังนี้\nด้านคน\nด้านงาน")
    qtbot.wait(400)
    assert row.findings == ()
    write("\n\n")
    page.form.go_to("title")
    qtbot.waitUntil(lambda: codes(row) == ["announced-count"])
    assert marked(items(page, "steps")[0]) == [("๓ ด้าน", "amber")]


def test_one_click_mends_what_is_half_typed_and_undo_takes_back_the_repair_alone(
    opened: Bench, page: MeasuresPage, qtbot: QtBot
) -> None:
    page.show_place("m3", "steps")
    row = page.form.rows["steps"]
    write("แจ้งมาตราการใหม่\nประเมินผ")
    qtbot.waitUntil(lambda: codes(row) == ["misspelling"])
    box = items(page, "steps")[1]
    QTest.mouseClick(button(row, "แก้ให้"), Qt.MouseButton.LeftButton)
    assert [one.text for one in measure(opened).steps] == ["แจ้งมาตรการใหม่", "ประเมินผ"]
    assert opened.session.undo_name == EDIT_NAME
    assert box.hasFocus() and box.textCursor().position() == len("ประเมินผ")
    write("ล")
    qtbot.waitUntil(lambda: measure(opened).steps[1].text == "ประเมินผล")
    opened.session.undo()
    opened.session.undo()
    assert [one.text for one in measure(opened).steps] == ["แจ้งมาตราการใหม่", "ประเมินผ"]
    assert marked(items(page, "steps")[0]) == [("มาตราการ", "amber")]  # the marks follow
    opened.session.redo()
    assert marked(items(page, "steps")[0]) == []


def test_the_words_tell_what_is_wrong_and_their_menu_mends_it(
    opened: Bench, page: MeasuresPage, qtbot: QtBot
) -> None:
    opened.session.change(measure(opened), title="ประกาศมาตราการของพนักงานส่วนตำบล")
    page.show_place("m3", "title")
    box = title(page)
    assert marked(box) == [("พนักงานส่วนตำบล", "danger"), ("มาตราการ", "amber")]
    box.moveCursor(box.textCursor().MoveOperation.Start)
    cursor = box.textCursor()
    cursor.setPosition(10)
    place = box.cursorRect(cursor).center()
    asked = QHelpEvent(QHelpEvent.Type.ToolTip, place, box.viewport().mapToGlobal(place))
    QApplication.sendEvent(box.viewport(), asked)
    assert "มาตรการ" in QToolTip.text()
    offered: list[str] = []

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        offered.extend(one.text() for one in menu.actions() if one.text())
        QTest.mouseClick(
            menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[0]).center()
        )

    QTimer.singleShot(150, choose)
    mouse = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(mouse, place, box.viewport().mapToGlobal(place))
    QApplication.sendEvent(box.viewport(), event)
    assert offered[:3] == ["แก้เป็น “มาตรการ”", "ปล่อยไว้…", "เลิกทำ"]
    assert measure(opened).title == "ประกาศมาตรการของพนักงานส่วนตำบล"
    assert marked(box) == [("พนักงานส่วนตำบล", "danger")]


def test_the_key_for_the_menu_offers_the_repair_at_the_cursor(
    opened: Bench, page: MeasuresPage, qtbot: QtBot
) -> None:
    opened.session.change(measure(opened), title="ประกาศมาตราการ")
    page.show_place("m3", "title")
    qtbot.waitUntil(lambda: title(page).hasFocus())

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(150, choose)
    box = title(page)
    at = QPoint(1, 1)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, box.mapToGlobal(at))
    QApplication.sendEvent(box.viewport(), asked)
    assert measure(opened).title == "ประกาศมาตรการ"


def test_nothing_is_said_of_a_name_that_is_half_typed(page: MeasuresPage, qtbot: QtBot) -> None:
    page.show_place("m3", "steps")
    row = page.form.rows["steps"]
    for part in ("เทศบาลตำบลศรีสำ", "รา", "ญ", "ประชุม"):
        write(part)
        qtbot.wait(350)
        assert row.findings == ()
    press(K.Key_Home)
    write("เทศบาลตำบลศรีสำราน และ")
    qtbot.waitUntil(lambda: codes(row) == ["misspelt-name"])


def test_marks_turn_with_the_colours(opened: Bench, page: MeasuresPage) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    opened.session.change(measure(opened), title="ประกาศมาตราการ")
    page.show_place("m3", "title")
    for scheme, wanted in (("dark", DARK), ("light", LIGHT)):
        choose_scheme(app, scheme)
        QApplication.processEvents()
        [line] = title(page).extraSelections()
        assert line.format.underlineColor().name() == wanted.amber  # type: ignore[attr-defined]
    choose_scheme(app, "")


def test_the_same_words_in_two_items_are_marked_each(opened: Bench, page: MeasuresPage) -> None:
    opened.session.change(
        measure(opened),
        steps=(Item("แจ้งมาตราการ", plain_items("ตามมาตราการ")), Item("ประเมินผล")),
    )
    page.show_place("m3", "steps")
    assert [marked(box) for box in items(page, "steps")] == [
        [("มาตราการ", "amber")],
        [("มาตราการ", "amber")],
        [],
    ]


def test_the_form_of_the_office_is_read_too(opened: Bench, qtbot: QtBot) -> None:
    office = OfficePage(opened.workspace)
    qtbot.addWidget(office)
    show(office, 900, 700)
    office.office.go_to("address")
    write("เลขที่ ๑ ตำบลศรีสำราน อำเภอเมือง")
    row = office.office.rows["address"]
    qtbot.waitUntil(lambda: codes(row) == ["misspelt-name"])
    QTest.mouseClick(button(row, "แก้ให้"), Qt.MouseButton.LeftButton)
    assert opened.session.snapshot.office.address == "เลขที่ ๑ ตำบลศรีสำราญ อำเภอเมือง"


def test_a_wording_says_below_itself_what_is_found_in_it(opened: Bench, qtbot: QtBot) -> None:
    opened.workspace.choose_document("preface")
    box = opened.box("preface.closing")
    other = opened.box("preface.body")
    box.box.setFocus()
    assert isinstance(box.box, ThaiTextBox)
    write("ตามมาตราการ ปี ๒๕๕๑ ของหน่วยงาน ")
    qtbot.waitUntil(lambda: len(box.told.findings) == 2)
    assert {one.code for one in box.told.findings} == {"misspelling", "document-year"}
    assert other.told.findings == ()
    assert sorted(marked(box.box)) == [("มาตราการ", "amber"), ("๒๕๕๑", "danger")]
    QTest.mouseClick(button(box.told, "แก้ให้"), Qt.MouseButton.LeftButton)
    [own] = opened.setup.texts
    assert own.text.startswith("ตามมาตรการ ปี ๒๕๕๑") and len(box.told.findings) == 1


def test_what_the_office_says_every_year_is_told_and_mended_there(
    opened: Bench, qtbot: QtBot
) -> None:
    name = "preface.closing"
    opened.session.add(OwnWording(id=OwnWording.key(name), name=name, words="จบมาตราการ"), name="ก")
    opened.workspace.choose_document("preface")
    box = opened.box("preface.closing")
    assert [one.code for one in box.told.findings] == ["misspelling"]
    button(box.told, "แก้ให้").click()
    [own] = opened.session.snapshot.of(OwnWording)
    assert own.words == "จบมาตรการ" and box.text == "จบมาตรการ" and opened.setup.texts == ()


def test_an_outline_marks_the_words_in_its_boxes(opened: Bench, qtbot: QtBot) -> None:
    opened.workspace.choose_document("announcement-intent")
    box = next(one for one in opened.editor("texts").boxes.values() if one._outlined)  # type: ignore[attr-defined]
    section = box.box.sections[0]
    first = section.items.rows[0].box if section.items.rows[0].box.text() else section.lead
    first.setFocus()
    first.moveCursor(first.textCursor().MoveOperation.Start)
    write("มาตราการ ")
    qtbot.waitUntil(lambda: [one.code for one in box.told.findings] == ["misspelling"])
    assert marked(first) == [("มาตราการ", "amber")]


def test_what_is_left_with_a_reason_is_said_no_more(
    opened: Bench, page: MeasuresPage, qtbot: QtBot
) -> None:
    opened.session.change(measure(opened), title="ประกาศมาตราการ")
    page.show_place("m3", "title")

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WriteDialog)
        dialog.box.setFocus()
        qtbot.waitUntil(dialog.box.hasFocus)
        write("เป็นชื่อตามต้นฉบับ")
        dialog.ok.click()

    QTimer.singleShot(200, answer)
    row = page.form.rows["title"]
    QTest.mouseClick(button(row, "ปล่อยไว้"), Qt.MouseButton.LeftButton)
    assert [one.reason for one in opened.session.snapshot.of(LeftFinding)] == ["เป็นชื่อตามต้นฉบับ"]
    assert row.findings == () and marked(title(page)) == []
    opened.session.undo()
    assert codes(row) == ["misspelling"]


def test_a_line_that_cannot_be_read_is_marked_too(
    opened: Bench, page: MeasuresPage, qtbot: QtBot
) -> None:
    page.show_place("m3", "timeline")
    editor = page.form.editors["timeline"]
    assert isinstance(editor, TimelineEditor)
    write("เมื่อพร้อมกันทุกฝ่าย")
    qtbot.wait(400)
    assert editor.line.marks.shown == ()
    page.form.go_to("title")
    qtbot.waitUntil(lambda: bool(editor.line.marks.shown))
    [mark] = editor.line.marks.shown
    assert (mark.start, mark.end, mark.role) == (0, len("เมื่อพร้อมกันทุกฝ่าย"), "danger")
    assert page.form.rows["timeline"].findings == ()  # the editor says it itself
    before = editor.line.grab().toImage()
    page.form.go_to("timeline")
    editor.line.selectAll()
    write("ต.ค. ๖๗ - ก.ย. ๖๘")
    assert editor.line.marks.shown == () and editor.line.grab().toImage() != before
