"""The page of table layouts: arranging columns by hand, names, use, other files; on real PDFs."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from ita_desktop.documents.build import setup_of
from ita_desktop.documents.layouts import RESULT_OUTCOME, RESULT_OUTPUT, own_layout
from ita_desktop.model.layouts import CellAlign, Grouping, LayoutColumn, ListStyle
from ita_desktop.model.records import DocumentSetup, OwnField, OwnLayout, Record
from ita_desktop.model.values import OwnKind, PageTurn
from ita_desktop.session.holding import open_or_read
from ita_desktop.session.opening import open_to_read
from ita_desktop.session.papers.layouts import copy_layout, use_layout
from ita_desktop.session.session import Session
from ita_desktop.storage.store import create_file
from ita_desktop.thai.digits import Digits
from tests.aids.small_office import office_records, office_session
from tests.ui.hands import ALT, CTRL, SHIFT, K, focused, press, show, write
from ui.pages.documents import DocumentsPage
from ui.pages.layouts import FIELDS, LayoutsPage
from ui.settings import open_settings
from ui.widgets.editors.layout_editor import LayoutEditor
from ui.widgets.layouts.column_geometry import HeadRow
from ui.widgets.layouts.column_picker import ColumnPicker
from ui.widgets.layouts.column_strip import ColumnStrip
from ui.widgets.layouts.layout_transfer import LayoutTransferDialog
from ui.workspace import Workspace

MINE = OwnLayout(
    id="mine",
    rank="1",
    title="แบบของเรา",
    document="report",
    columns=(
        LayoutColumn("number", "ที่", align=CellAlign.CENTER),
        LayoutColumn("title", "มาตรการ"),
        LayoutColumn("steps", "ขั้นตอน"),
        LayoutColumn("note", "หมายเหตุ"),
    ),
)


@pytest.fixture
def more_records() -> tuple[Record, ...]:
    return (MINE,)


@pytest.fixture
def session(workspace: Workspace) -> Session:
    return workspace.session


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> LayoutsPage:
    """Too narrow for the paper, which takes its time: ``wide`` makes room for it."""
    page = LayoutsPage(workspace, open_settings())
    qtbot.addWidget(page)
    show(page, 860, 700)
    page.list.choose("mine")
    return page


@pytest.fixture
def strip(page: LayoutsPage) -> ColumnStrip:
    page.bench.strip.select((0,))
    page.bench.strip.setFocus()
    return page.bench.strip


def columns(session: Session, layout_id: str = "mine") -> tuple[LayoutColumn, ...]:
    found = session.snapshot.get(OwnLayout, layout_id)
    assert found is not None
    return found.columns


def order(session: Session) -> str:
    return " ".join(one.field for one in columns(session))


def middle(strip: ColumnStrip, place: int) -> QPoint:
    return next(one.rect.center() for one in strip.row.cells if one.places == (place,))


def drag(strip: ColumnStrip, start: QPoint, end: QPoint) -> None:
    """Press, move in steps and let go."""
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for part in (0.2, 0.6, 1.0):
        QTest.mouseMove(strip, start + (end - start) * part)
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    QApplication.processEvents()


# ---- arranging


def test_a_column_is_moved_with_the_keys_and_stays_in_hand(
    strip: ColumnStrip, session: Session
) -> None:
    press(K.Key_Right)
    press(K.Key_Right, ALT)
    assert order(session) == "number steps title note"
    assert strip.selected == (2,)
    press(K.Key_Up, ALT)
    press(K.Key_Left, ALT)
    assert order(session) == "title number steps note"
    press(K.Key_Left, ALT)
    assert order(session) == "title number steps note"
    assert session.undo_name == "ย้ายคอลัมน์"
    for _ in range(3):
        session.undo()
    assert order(session) == "number title steps note"


def test_a_column_is_dragged_to_its_place(strip: ColumnStrip, session: Session) -> None:
    start = middle(strip, 3)
    drag(strip, start, QPoint(strip.row.edges[1] + 6, start.y()))
    assert order(session) == "number note title steps"
    assert strip.selected == (1,)


def test_several_columns_are_dragged_together(strip: ColumnStrip, session: Session) -> None:
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle(strip, 0))
    QTest.mouseClick(
        strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, middle(strip, 1)
    )
    assert strip.selected == (0, 1)
    drag(strip, middle(strip, 1), QPoint(strip.row.edges[-1] - 2, middle(strip, 1).y()))
    assert order(session) == "steps note number title"
    assert strip.selected == (2, 3)


def test_a_click_without_a_drag_moves_nothing(strip: ColumnStrip, session: Session) -> None:
    before = session.undo_name
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle(strip, 2))
    QTest.mouseClick(
        strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.row.edges[1], middle(strip, 1).y())
    )
    assert session.undo_name == before
    assert columns(session) == MINE.columns


def test_dragging_a_border_sets_a_width_and_a_double_click_gives_it_back_to_the_text(
    page: LayoutsPage, strip: ColumnStrip, session: Session
) -> None:
    row = strip.row
    border = QPoint(row.edges[2], middle(strip, 1).y())
    target = QPoint(row.edges[1] + round(row.box.width() * 0.4), border.y())
    drag(strip, border, target)
    share = columns(session)[1].share
    assert share == pytest.approx(0.4, abs=0.015)
    assert strip.selected == (1,)
    assert page.bench.columns.panel.percent.text() in ("๓๙", "๔๐", "๔๑")
    assert "กำหนดเองรวม" in page.bench.widths.text()
    assert strip.row.edges[2] == pytest.approx(target.x(), abs=8)
    at = QPoint(strip.row.edges[2], border.y())
    QTest.mouseDClick(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert columns(session)[1].share is None


def test_a_width_is_typed_as_percent_in_either_digits_and_a_wrong_one_is_told(
    page: LayoutsPage, strip: ColumnStrip, session: Session
) -> None:
    panel = page.bench.columns.panel
    panel.by_hand.click()
    assert columns(session)[0].share is not None
    assert focused() is panel.percent
    write("๑๒\n")
    assert columns(session)[0].share == 0.12
    panel.percent.selectAll()
    write("120\n")
    assert columns(session)[0].share == 0.12
    assert panel.percent.text() == "120"
    assert "๓ ถึง ๙๐" in panel._percent_sign.text()
    panel.percent.selectAll()
    write("15\n")
    assert columns(session)[0].share == 0.15
    assert session.undo_name == "แก้ไขความกว้างคอลัมน์"
    panel.by_hand.click()
    assert columns(session)[0].share is None


def test_deleting_columns_is_one_step_that_can_be_undone(
    page: LayoutsPage, strip: ColumnStrip, session: Session
) -> None:
    press(K.Key_Right)
    press(K.Key_Right, SHIFT)
    press(K.Key_Delete)
    assert order(session) == "number note"
    assert session.undo_name == "ลบคอลัมน์ มาตรการ ขั้นตอน"
    assert strip.selected == (1,)
    session.undo()
    assert order(session) == "number title steps note"
    press(K.Key_A, CTRL)
    page.bench.trash.click()
    assert columns(session) == ()
    assert [one.code for one in page.bench.form.rows["columns"].findings] == ["no-columns"]
    assert not page.bench.left.isEnabled()


def test_a_heading_is_typed_with_a_forced_line_break_and_undone_as_one(
    page: LayoutsPage, strip: ColumnStrip, session: Session
) -> None:
    press(K.Key_End)
    press(K.Key_Return)
    write("หมาย\nเหตุ")
    page.bench.flush()
    assert columns(session)[3].heading == "หมาย\nเหตุ"
    strip.setFocus()
    assert session.undo_name == "แก้ไขหัวคอลัมน์"
    session.undo()
    assert columns(session)[3].heading == "หมายเหตุ"
    assert page.bench.columns.panel.heading.value() == "หมายเหตุ"


def test_what_is_typed_belongs_to_the_column_it_was_typed_for(
    page: LayoutsPage, strip: ColumnStrip, session: Session
) -> None:
    press(K.Key_Return)
    write("ลำดับ")
    strip.select((2,))  # before the pause of typing is over
    assert [one.heading for one in columns(session)] == ["ลำดับ", "มาตรการ", "ขั้นตอน", "หมายเหตุ"]


def test_a_heading_over_several_columns_is_typed_for_all_of_them(
    page: LayoutsPage, strip: ColumnStrip, session: Session
) -> None:
    press(K.Key_End)
    press(K.Key_Left, SHIFT)
    panel = page.bench.columns.panel
    assert not panel.heading.isVisible()
    assert "๒ คอลัมน์" in panel.told.text()
    press(K.Key_Return)
    write("การดำเนินงาน")
    page.bench.flush()
    assert [one.group for one in columns(session)] == ["", "", "การดำเนินงาน", "การดำเนินงาน"]
    group = next(one for one in strip.row.cells if len(one.places) == 2)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle(strip, 0))
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=group.rect.center())
    assert strip.selected == (2, 3)


def test_alignment_list_style_and_merging_are_chosen_each_a_step_of_its_own(
    page: LayoutsPage, strip: ColumnStrip, session: Session
) -> None:
    panel = page.bench.columns.panel
    assert not panel.list_style.isVisible()
    strip.select((2,))
    assert panel.list_style.isVisible()
    panel.align.buttons[CellAlign.RIGHT].click()
    panel.list_style.buttons[ListStyle.DASH].click()
    panel.merged.click()
    found = columns(session)[2]
    assert (found.align, found.list_style, found.merged) == (CellAlign.RIGHT, ListStyle.DASH, True)
    session.undo()
    assert columns(session)[2].merged is False
    assert panel.merged.isChecked() is False
    session.undo()
    assert columns(session)[2].list_style is None
    assert columns(session)[2].align is CellAlign.RIGHT


def test_what_a_column_shows_is_changed_and_an_untouched_heading_goes_along(
    page: LayoutsPage, strip: ColumnStrip, session: Session
) -> None:
    panel = page.bench.columns.panel
    strip.select((3,))
    for name in ("results", "outcomes"):
        panel.combo.setCurrentIndex(panel.combo.findData(name))
        panel.combo.activated.emit(panel.combo.currentIndex())
    assert (columns(session)[3].field, columns(session)[3].heading) == (
        *("outcomes",),
        "ผลลัพธ์หรือความสำเร็จ",
    )
    strip.select((1,))  # its heading was typed: it stays
    panel.combo.setCurrentIndex(panel.combo.findData("issue"))
    panel.combo.activated.emit(panel.combo.currentIndex())
    assert (columns(session)[1].field, columns(session)[1].heading) == ("issue", "มาตรการ")


# ---- the list of columns


def picker(page: LayoutsPage) -> ColumnPicker:
    page.bench.add_button.click()
    found = QApplication.activePopupWidget()
    assert isinstance(found, ColumnPicker)
    return found


def test_columns_are_picked_one_after_the_other_behind_the_one_in_hand(
    page: LayoutsPage, strip: ColumnStrip, session: Session
) -> None:
    found = picker(page)
    write("ผู้รับผิด\n")
    write("ระยะเวลา\n")
    assert order(session) == "number responsible timeline title steps note"
    assert strip.selected == (2,)
    assert found.isVisible()
    write("ผู้รับผิด")
    assert found.list.item(0).data(Qt.ItemDataRole.UserRole) == "อยู่ในตารางแล้ว"
    press(K.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert session.undo_name == "เพิ่มคอลัมน์ ระยะเวลาดำเนินการ"
    session.undo()
    session.undo()
    assert order(session) == "number title steps note"


def test_a_field_that_is_not_there_yet_is_made_while_picking(
    page: LayoutsPage, strip: ColumnStrip, session: Session
) -> None:
    found = picker(page)
    write("แหล่งเงิน")
    kinds = [found.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(4)]
    assert kinds[0] == "เป็นจำนวน"  # its name speaks of money
    press(K.Key_Down)
    press(K.Key_Return)
    write("แหล่งเงิน")  # once more: it is there by now
    assert found.list.count() == 1
    assert found.list.item(0).data(Qt.ItemDataRole.UserRole) == "อยู่ในตารางแล้ว"
    press(K.Key_Escape)
    [own] = session.snapshot.of(OwnField)
    assert (own.label, own.kind) == ("แหล่งเงิน", OwnKind.TEXT)
    assert columns(session)[1].field == f"own:{own.id}"
    assert strip.selected == (1,)
    session.undo()
    assert session.snapshot.of(OwnField) == ()
    assert order(session) == "number title steps note"


def test_the_name_of_a_field_that_is_there_makes_no_second_one(
    page: LayoutsPage, strip: ColumnStrip
) -> None:
    found = picker(page)
    write("หมายเหตุ")
    assert found.list.count() == 1
    found.close()


def test_a_deleted_field_is_told_in_the_strip_the_panel_and_the_form(
    page: LayoutsPage, strip: ColumnStrip, session: Session
) -> None:
    picker(page)
    write("งบประมาณ\n")
    press(K.Key_Escape)
    [own] = session.snapshot.of(OwnField)
    session.remove(own)
    panel = page.bench.columns.panel
    assert panel.combo.currentText() == "(ช่องข้อมูลนี้ถูกลบแล้ว)"
    assert [one.code for one in page.bench.form.rows["columns"].findings] == ["layout-column-gone"]
    assert strip._gone == {1}
    session.undo()
    assert panel.combo.currentText() == "งบประมาณ"
    assert strip._gone == frozenset()


# ---- the whole table


def test_the_options_of_the_whole_table_are_saved_at_once(
    page: LayoutsPage, session: Session
) -> None:
    editors: dict[str, Any] = page.bench.form.editors
    assert not page.bench.form.rows["group_place"].isVisible()
    editors["grouping"].buttons[Grouping.ISSUE].click()
    editors["digits"].buttons[Digits.ARABIC].click()
    editors["orientation"].buttons[PageTurn.PORTRAIT].click()
    found = session.snapshot.get(OwnLayout, "mine")
    assert found is not None
    assert (found.grouping, found.digits, found.orientation) == (
        *(Grouping.ISSUE, Digits.ARABIC),
        PageTurn.PORTRAIT,
    )
    assert page.bench.form.rows["group_place"].isVisible()
    editors["digits"].buttons[None].click()
    found = session.snapshot.get(OwnLayout, "mine")
    assert found is not None
    assert found.digits is None


def test_a_name_that_is_taken_stays_in_the_box_with_a_word_and_is_not_kept(
    page: LayoutsPage, session: Session
) -> None:
    page.bench.rename.click()
    press(K.Key_A, CTRL)
    write(RESULT_OUTPUT.title)
    editor: Any = page.bench.form.editors["title"]
    editor.flush()
    held = session.snapshot.get(OwnLayout, "mine")
    assert held is not None
    assert held.title != RESULT_OUTPUT.title
    assert "อยู่แล้ว" in editor.note.words.text()
    assert editor.box.text() == RESULT_OUTPUT.title
    write(" ของเรา")
    editor.flush()
    held = session.snapshot.get(OwnLayout, "mine")
    assert held is not None
    assert held.title == f"{RESULT_OUTPUT.title} ของเรา"
    assert not editor.note.isVisible()
    assert page.bench.title.text() == held.title


def test_a_layout_without_a_name_keeps_the_one_it_had(page: LayoutsPage, session: Session) -> None:
    page.bench.rename.click()
    press(K.Key_A, CTRL)
    press(K.Key_Delete)
    page.bench.flush()
    held = session.snapshot.get(OwnLayout, "mine")
    assert held is not None
    assert held.title == "แบบของเรา"
    editor: Any = page.bench.form.editors["title"]
    assert editor.note.isVisible()


# ---- the list of layouts


def test_the_page_begins_with_the_layout_the_document_is_printed_in(
    qtbot: QtBot, workspace: Workspace
) -> None:
    use_layout(workspace.session, workspace.year, own_layout(MINE))
    page = LayoutsPage(workspace, open_settings())
    qtbot.addWidget(page)
    assert page.list.current_id == "mine"
    assert page.bench.used.text() == "รายงานผลมาตรการ ปี ๒๕๖๘ พิมพ์ด้วยแบบนี้"
    page.show_part("plan")
    assert page.list.current_id == "plan-by-issue"


def test_a_built_in_layout_can_be_looked_at_and_copied_but_not_changed(
    page: LayoutsPage, session: Session
) -> None:
    page.list.choose(RESULT_OUTCOME.id)
    bench = page.bench
    assert not bench.form.isVisible()
    assert not bench.add_button.isVisible()
    before = session.snapshot
    bench.strip.setFocus()
    press(K.Key_Right)
    press(K.Key_Right, ALT)
    press(K.Key_Delete)
    drag(bench.strip, middle(bench.strip, 0), middle(bench.strip, 4))
    drag(
        bench.strip, QPoint(bench.strip.row.edges[2], 60), QPoint(bench.strip.row.edges[2] + 40, 60)
    )
    assert session.snapshot is before
    bench.copy_button.click()
    own = page.own
    assert own is not None
    assert own.columns == RESULT_OUTCOME.columns
    assert bench.form.isVisible()
    assert page.buttons["report"].text() == "รายงานผลมาตรการ (๖)"


def test_layouts_are_copied_moved_and_deleted_with_the_keys(
    page: LayoutsPage, workspace: Workspace, session: Session, qtbot: QtBot
) -> None:
    page.list.setFocus()
    press(K.Key_D, CTRL)
    copy = page.own
    assert copy is not None
    assert copy.title == "แบบของเรา (สำเนา)"
    page.list.setFocus()
    press(K.Key_Up, ALT)
    assert [one.id for one in session.snapshot.of(OwnLayout)] == [copy.id, "mine"]
    assert page.list.current_id == copy.id
    with qtbot.waitSignal(workspace.noticed) as told:
        press(K.Key_Delete)
    assert told.args == ["ลบแบบตาราง “แบบของเรา (สำเนา)” แล้ว", True]
    assert page.list.current_id == "mine"
    session.undo()
    assert session.snapshot.get(OwnLayout, copy.id) is not None


def test_deleting_the_layout_in_use_says_what_the_document_goes_back_to(
    page: LayoutsPage, workspace: Workspace, session: Session, qtbot: QtBot
) -> None:
    page.bench.use_button.click()
    assert setup_of(session.snapshot, workspace.year, "report").layout == "mine"
    with qtbot.waitSignal(workspace.noticed) as told:
        page.act("delete")
    assert "กลับไปใช้แบบ “แยกตามสถานะ" in told.args[0]
    assert setup_of(session.snapshot, workspace.year, "report").layout == ""
    session.undo()
    assert setup_of(session.snapshot, workspace.year, "report").layout == "mine"


def test_a_document_that_goes_its_own_way_is_told_and_set_right_with_one_click(
    page: LayoutsPage, workspace: Workspace, session: Session
) -> None:
    page.bench.use_button.click()
    assert not page.bench.use_button.isVisible()
    session.change(
        setup_of(session.snapshot, workspace.year, "report"), orientation=PageTurn.PORTRAIT
    )
    assert "แนวตั้ง" in page.bench.otherwise.text()
    page.bench.use_button.click()
    assert setup_of(session.snapshot, workspace.year, "report").orientation is None
    assert not page.bench.otherwise.isVisible()


def test_the_third_walk_other_columns_and_arabic_digits_take_four_acts(
    page: LayoutsPage, workspace: Workspace, session: Session
) -> None:
    page.list.choose(RESULT_OUTCOME.id)
    page.bench.copy_button.click()
    strip = page.bench.strip
    drag(strip, middle(strip, 3), QPoint(strip.row.edges[1] - 4, middle(strip, 3).y()))
    editors: dict[str, Any] = page.bench.form.editors
    editors["digits"].buttons[Digits.ARABIC].click()
    page.bench.use_button.click()
    own = page.own
    assert own is not None
    assert [one.field for one in own.columns][:3] == ["numbered-measure", "responsible", "steps"]
    held = session.snapshot.get(DocumentSetup, DocumentSetup.of(workspace.year.id, "report").id)
    assert held is not None
    assert held.layout == own.id
    assert held.digits is None


# ---- the paper


def test_the_paper_beside_follows_the_layout_and_the_set_up_stays_as_it_is(
    page: LayoutsPage, workspace: Workspace, session: Session, qtbot: QtBot
) -> None:
    page.resize(1150, 700)
    preview = page.bench.preview
    qtbot.waitUntil(lambda: preview.current, timeout=20_000)
    assert preview.view.page_count >= 1
    landscape = preview.view._book.sizes[0]  # type: ignore[union-attr]
    assert landscape.width() > landscape.height()
    editors: dict[str, Any] = page.bench.form.editors
    with qtbot.waitSignal(preview.done, timeout=20_000):
        editors["orientation"].buttons[PageTurn.PORTRAIT].click()
    portrait = preview.view._book.sizes[0]  # type: ignore[union-attr]
    assert portrait.width() < portrait.height()
    assert session.snapshot.of(DocumentSetup) == ()
    assert "รายงานผลมาตรการ ปี ๒๕๖๘" in preview.title.text()


def test_the_paper_gives_way_in_a_narrow_window(page: LayoutsPage) -> None:
    assert not page.bench.preview.isVisible()
    page.resize(1000, 700)
    QApplication.processEvents()
    assert page.bench.preview.isVisible()


# ---- read-only, drawings, links


def test_a_read_only_file_can_be_looked_at_only(qtbot: QtBot, tmp_path: Path) -> None:
    writing = office_session(tmp_path, (*office_records(), MINE))
    writing.close()
    session = open_to_read(writing.path)
    workspace = Workspace(session)
    try:
        page = LayoutsPage(workspace, open_settings())
        qtbot.addWidget(page)
        show(page, 860, 700)
        page.list.choose("mine")
        page.bench.strip.setFocus()
        press(K.Key_Delete)
        press(K.Key_Right, ALT)
        for name in ("add", "copy", "delete", "up", "use"):
            page.act(name)
        assert columns(session) == MINE.columns
        assert not page.add_button.isEnabled()
        assert not page.bench.add_button.isEnabled()
    finally:
        workspace.close()
        session.close()


def test_columns_are_drawn_by_their_shares_and_none_too_narrow_to_hold() -> None:
    from PySide6.QtCore import QRect

    row = HeadRow(
        tuple(LayoutColumn("note", str(at)) for at in range(3)),
        (0.01, 0.49, 0.5),
        QRect(0, 0, 400, 90),
    )
    widths = [right - left for left, right in zip(row.edges, row.edges[1:], strict=False)]
    assert sum(widths) == 400
    assert widths[0] >= 26
    assert widths[2] > widths[1] > 150
    assert row.place_at(5) == 0
    assert row.place_at(399) == 2
    assert row.place_at(400) is None
    assert row.border_at(row.edges[1] + 3) == 0
    assert row.border_at(row.edges[1] + 30) is None
    assert row.border_at(400) is None


def test_the_heading_in_hand_is_painted_in_the_colour_of_the_hand(
    strip: ColumnStrip, page: LayoutsPage
) -> None:
    from ui.theme import colours

    strip.select((1,))
    image: QImage = strip.grab().toImage()
    ratio = image.devicePixelRatio()

    def colour(place: int) -> QColor:
        rect = next(one.rect for one in strip.row.cells if one.places == (place,))
        return image.pixelColor(round((rect.left() + 6) * ratio), round((rect.top() + 6) * ratio))

    assert colour(1) == QColor(colours().accent_soft)
    assert colour(2) == QColor(colours().surface)


def test_the_options_of_a_document_list_own_layouts_and_lead_to_them(
    qtbot: QtBot, workspace: Workspace
) -> None:
    page = DocumentsPage(workspace)
    qtbot.addWidget(page)
    show(page, 620, 760)
    editor = page.options.form.editors["layout"]
    assert isinstance(editor, LayoutEditor)
    card = editor.cards["mine"]
    assert editor.cards[RESULT_OUTCOME.id].edit_button is None
    assert card.edit_button is not None
    with qtbot.waitSignal(workspace.wanted) as told:
        card.edit_button.click()
    assert told.args == ["mine", ""]
    with qtbot.waitSignal(workspace.page_wanted) as led:
        editor.arrange.click()
    assert led.args == ["layouts/report"]
    card.radio.click()
    assert setup_of(workspace.session.snapshot, workspace.year, "report").layout == "mine"


def test_a_finding_leads_to_the_layout_and_a_field_to_its_register(
    page: LayoutsPage, session: Session
) -> None:
    own = OwnField(id="b", rank="1", label="งบ")
    session.add(own)
    page.show_part("plan")
    page.show_place("mine", "columns")
    assert (page.document, page.list.current_id) == ("report", "mine")
    assert focused() is page.bench.strip
    page.show_place("b", "label")
    assert page.buttons[FIELDS].isChecked()
    assert page.fields.entry == own


# ---- other files


def answer(choose: Sequence[str] | None) -> None:
    """Tick these in the dialog when it comes, and accept it; None cancels."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LayoutTransferDialog)
        if choose is None:
            dialog.reject()
            return
        for layout_id, tick in dialog.ticks.items():
            tick.setChecked(layout_id in choose)
        dialog.accept()

    QTimer.singleShot(100, act)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    (tmp_path / "อีกแห่ง").mkdir()
    path = tmp_path / "อีกแห่ง" / "ของเขา.itadb"
    own = OwnField(id="theirs", rank="1", label="งบประมาณ", kind=OwnKind.NUMBER)
    layout = dataclasses.replace(
        MINE, id="ไกล", title="แบบของเขา", columns=(LayoutColumn("own:theirs", "งบ"),)
    )
    create_file(path, (*office_records(), own, layout, MINE)).close()
    return path


def test_layouts_are_brought_from_another_file_by_ticks(
    page: LayoutsPage, session: Session, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(other), ""))
    answer(["ไกล"])
    page.act("bring")
    assert [one.title for one in session.snapshot.of(OwnLayout)] == ["แบบของเรา", "แบบของเขา"]
    assert [one.label for one in session.snapshot.of(OwnField)] == ["งบประมาณ"]
    session.undo()
    assert session.snapshot.of(OwnLayout) == (MINE,)
    answer(None)
    page.act("bring")
    assert session.snapshot.of(OwnLayout) == (MINE,)


def test_what_the_file_has_already_is_not_ticked_and_new_fields_are_named(
    session: Session, other: Path, qtbot: QtBot
) -> None:
    theirs = open_to_read(other)
    dialog = LayoutTransferDialog("นำ", "นำเข้า", theirs.snapshot, session.snapshot)
    theirs.close()
    qtbot.addWidget(dialog)
    assert {name: tick.isChecked() for name, tick in dialog.ticks.items()} == {
        "ไกล": True,
        "mine": False,
    }
    assert dialog.ok.text() == "นำเข้า ๑ แบบ"
    dialog.ticks["ไกล"].click()
    assert not dialog.ok.isEnabled()


def test_layouts_are_sent_to_another_file_and_a_held_one_is_told(
    page: LayoutsPage,
    workspace: Workspace,
    other: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    copy_layout(workspace.session, own_layout(MINE))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(other), ""))
    page.list.choose("mine")
    page.act("add")
    QApplication.activePopupWidget().close()
    made = page.own
    assert made is not None
    answer([made.id])
    with qtbot.waitSignal(workspace.noticed):
        page.act("send")
    theirs = open_to_read(other)
    assert [one.title for one in theirs.snapshot.of(OwnLayout)][-1] == "แบบตารางใหม่"
    theirs.close()

    told: list[str] = []

    def read() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        told.append(box.text())
        box.accept()

    working = open_or_read(other)
    try:
        answer([made.id])
        QTimer.singleShot(600, read)
        page.act("send")
    finally:
        working.close()
    assert "กำลังใช้แฟ้มงานนี้" in told[0]
