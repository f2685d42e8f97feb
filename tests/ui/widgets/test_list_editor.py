"""The list editor, driven by keys, clipboard and mouse."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ita_desktop.model.fields import field_of
from ita_desktop.model.records import Measure
from ita_desktop.model.values import Item, Items, plain_items
from tests.ui.hands import ALT, NONE, SHIFT, K, focused, paste, press, show, write
from ui.widgets.editors.list_editor import ListEditor


class Page(QWidget):
    """A list between two other fields."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = QLineEdit(), QLineEdit()
        self.list = ListEditor(field_of(Measure, "steps"))
        self.told: list[Items] = []
        self.list.edited.connect(self.told.append)
        layout = QVBoxLayout(self)
        for one in (self.before, self.list, self.after):
            layout.addWidget(one)


@pytest.fixture
def page(qtbot: Any) -> Page:
    page = Page()
    qtbot.addWidget(page)
    show(page)
    page.list.focus_field()
    return page


def test_enter_makes_the_next_item_with_its_printed_number(page: Page) -> None:
    write("ทำทะเบียน\nตรวจนับ")
    assert page.list.value() == plain_items("ทำทะเบียน", "ตรวจนับ")
    assert page.list.labels() == ["๑.", "๒."]


def test_tab_on_an_empty_item_nests_it(page: Page) -> None:
    write("ทำทะเบียน\n\tแยกประเภท\nลงเลขที่")
    assert page.list.value() == (Item("ทำทะเบียน", plain_items("แยกประเภท", "ลงเลขที่")),)
    assert page.list.labels() == ["๑.", "๑.๑", "๑.๒"]


def test_tab_on_a_filled_item_goes_on_and_shift_tab_back(page: Page) -> None:
    write("ทำทะเบียน\t")
    assert focused() is page.after
    page.list.focus_field()
    press(K.Key_Backtab, SHIFT)
    assert focused() is page.before


def test_tab_on_the_only_empty_item_goes_on(page: Page) -> None:
    write("\t")
    assert focused() is page.after
    assert page.list.value() == ()


def test_backspace_on_an_empty_item_unnests_then_deletes(page: Page) -> None:
    write("หนึ่ง\n\t")
    assert page.list.labels() == ["๑.", "๑.๑"]
    press(K.Key_Backspace)
    assert page.list.labels() == ["๑.", "๒."]
    press(K.Key_Backspace)
    assert page.list.labels() == ["๑."]
    assert focused() is page.list.rows[0].box
    write("แรก")
    assert page.list.value() == plain_items("หนึ่งแรก")


def test_enter_in_the_middle_parts_an_item_and_backspace_joins_it(page: Page) -> None:
    write("ตรวจนับทรัพย์สิน")
    for _ in "ทรัพย์สิน":
        press(K.Key_Left)
    # Thai marks are stepped over with their letter, so the cursor went further than the word.
    page.list.rows[0].box.go_to_place(len("ตรวจนับ"))
    write("\n")
    assert page.list.value() == plain_items("ตรวจนับ", "ทรัพย์สิน")
    press(K.Key_Backspace)
    assert page.list.value() == plain_items("ตรวจนับทรัพย์สิน")
    assert page.list.rows[0].box.place() == len("ตรวจนับ")


def test_enter_on_an_empty_item_unnests_and_then_leaves_the_list(page: Page) -> None:
    write("หนึ่ง\n\tย่อย\n\n")
    assert page.list.labels() == ["๑.", "๑.๑", "๒."]
    write("\n")
    assert focused() is page.after
    assert page.list.value() == (Item("หนึ่ง", plain_items("ย่อย")),)


def test_alt_with_arrows_nests_and_unnests_a_filled_item(page: Page) -> None:
    write("หนึ่ง\nสอง")
    press(K.Key_Right, ALT)
    assert page.list.value() == (Item("หนึ่ง", plain_items("สอง")),)
    press(K.Key_Left, ALT)
    assert page.list.value() == plain_items("หนึ่ง", "สอง")
    page.list.rows[0].box.go_to_place(0)
    press(K.Key_Right, ALT)
    assert page.list.value() == plain_items("หนึ่ง", "สอง"), "the first item has nothing above it"


def test_alt_up_and_down_move_an_item_with_its_sub_items(page: Page) -> None:
    page.list.set_value((Item("ก"), Item("ข", plain_items("ข๑")), Item("ค")))
    page.list.rows[1].box.go_to_place(1)
    press(K.Key_Up, ALT)
    assert page.list.value() == (Item("ข", plain_items("ข๑")), Item("ก"), Item("ค"))
    assert focused() is page.list.rows[0].box
    press(K.Key_Down, ALT)
    press(K.Key_Down, ALT)
    assert page.list.value() == (Item("ก"), Item("ค"), Item("ข", plain_items("ข๑")))


def test_a_sub_item_moves_on_to_the_item_above(page: Page) -> None:
    page.list.set_value((Item("ก"), Item("ข", plain_items("ข๑", "ข๒"))))
    page.list.rows[2].box.go_to_place(0)
    press(K.Key_Up, ALT)
    assert page.list.value() == (Item("ก", plain_items("ข๑")), Item("ข", plain_items("ข๒")))


def test_pasted_lines_become_items_without_their_markers(page: Page) -> None:
    paste("๑. ทำทะเบียน\n๑.๑ แยกประเภท\n๒. ตรวจนับ\n- ทุกไตรมาส")
    assert page.list.value() == (
        Item("ทำทะเบียน", plain_items("แยกประเภท")),
        Item("ตรวจนับ", plain_items("ทุกไตรมาส")),
    )
    assert page.told[-1] == page.list.value()


def test_lines_pasted_inside_an_item_part_it(page: Page) -> None:
    write("หัวท้าย")
    page.list.rows[0].box.go_to_place(len("หัว"))
    paste("• หนึ่ง\n• สอง")
    assert page.list.value() == plain_items("หัว", "หนึ่ง", "สอง", "ท้าย")


def test_one_pasted_line_goes_in_where_the_cursor_is(page: Page) -> None:
    write("ก่อนหลัง")
    page.list.rows[0].box.go_to_place(len("ก่อน"))
    paste("กลาง\u200bๆ")
    assert page.list.value() == plain_items("ก่อนกลางๆหลัง")


def test_up_and_down_walk_the_items(page: Page) -> None:
    write("หนึ่ง\nสอง\nสาม")
    press(K.Key_Up)
    assert focused() is page.list.rows[1].box
    press(K.Key_Up)
    press(K.Key_Down)
    assert focused() is page.list.rows[1].box


def test_an_item_dragged_by_its_handle_goes_where_it_is_dropped(page: Page) -> None:
    page.list.set_value(plain_items("ก", "ข", "ค"))
    QApplication.processEvents()
    grip = page.list.rows[2].grip

    def mouse(kind: QEvent.Type, place: QPoint) -> None:
        button = Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
        globally = QPointF(page.list.frame.mapToGlobal(place))
        local = QPointF(grip.mapFromGlobal(globally.toPoint()))
        QApplication.sendEvent(grip, QMouseEvent(kind, local, globally, button, held, NONE))

    mouse(QEvent.Type.MouseButtonPress, QPoint(100, page.list.rows[2].y() + 5))
    mouse(QEvent.Type.MouseMove, QPoint(100, page.list.rows[0].y() + 8))
    mouse(QEvent.Type.MouseMove, QPoint(100, page.list.rows[0].y() + 2))
    mouse(QEvent.Type.MouseButtonRelease, QPoint(100, page.list.rows[0].y() + 2))
    assert page.list.value() == plain_items("ค", "ก", "ข")
    assert page.told[-1] == page.list.value()


def test_typing_is_told_after_a_pause_and_at_once_on_flush(page: Page, qtbot: Any) -> None:
    write("หนึ่ง")
    assert page.told == []
    assert page.list.pending
    qtbot.waitUntil(lambda: page.told == [plain_items("หนึ่ง")], timeout=3000)
    write("สอง")
    page.list.flush()
    assert page.told[-1] == plain_items("หนึ่งสอง")


def test_a_read_only_list_can_be_read_but_not_typed_into(page: Page) -> None:
    page.list.set_value(plain_items("ก"))
    page.list.set_read_only(True)
    page.list.focus_field()
    write("ข\n")
    press(K.Key_Delete)
    assert page.list.value() == plain_items("ก")
    write("\t")
    assert focused() is page.after


def test_every_item_says_its_field_and_number_to_those_who_hear(page: Page) -> None:
    write("หนึ่ง\nสอง")
    assert page.list.rows[1].box.accessibleName() == "ขั้นตอนหรือวิธีการปฏิบัติ ข้อ ๒."
