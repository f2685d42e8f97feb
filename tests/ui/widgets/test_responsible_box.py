"""The responsible box and the references box, driven by keys."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ita_desktop.model.fields import field_of
from ita_desktop.model.records import Measure
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.references import UnreadReference
from ita_desktop.model.snapshot import snapshot_of
from ita_desktop.model.values import (
    AllDivisions,
    DivisionRef,
    FreeText,
    OrderRef,
    PersonRef,
    PositionRef,
)
from tests.aids.small_office import office_records
from tests.ui.hands import ALT, K, focused, paste, press, show, write
from ui.widgets.editors.editor import Surroundings
from ui.widgets.editors.party_popup import PartyPopup
from ui.widgets.editors.references_box import ReferencesEditor
from ui.widgets.editors.responsible_box import ResponsibleEditor

AROUND = Surroundings(snapshot_of(office_records()), action_year=2568, score_year=2567)


class Page(QWidget):
    """The box above another field."""

    def __init__(self) -> None:
        super().__init__()
        self.box = ResponsibleEditor(field_of(Measure, "responsible"))
        self.box.set_around(AROUND)
        self.after = QLineEdit()
        self.told: list[object] = []
        self.box.edited.connect(self.told.append)
        layout = QVBoxLayout(self)
        layout.addWidget(self.box)
        layout.addWidget(self.after)
        layout.addStretch(1)


@pytest.fixture
def page(qtbot: Any) -> Page:
    page = Page()
    qtbot.addWidget(page)
    show(page, 480, 400)
    page.box.focus_field()
    return page


@pytest.fixture
def codes(qtbot: Any) -> ReferencesEditor:
    codes = ReferencesEditor(field_of(Measure, "references"))
    codes.set_around(AROUND)
    qtbot.addWidget(codes)
    show(codes, 480, 200)
    codes.focus_field()
    return codes


def words(box: ResponsibleEditor) -> list[str]:
    return [chip.words for chip in box.chips]


def test_enter_adds_the_highlighted_division(page: Page) -> None:
    write("คลัง")
    assert page.box.highlighted is not None
    assert page.box.highlighted.words == "กองคลัง"
    write("\n")
    assert page.box.value() == (DivisionRef("d2"),)
    assert page.told == [(DivisionRef("d2"),)]
    assert page.box.line.text() == ""


def test_a_division_is_found_by_its_short_name_and_arrows_choose(page: Page) -> None:
    write("กอง")
    offered = [one.words for one in page.box.offers()]
    assert offered[:2] == ["กองคลัง", "กองช่าง"]
    press(K.Key_Down)
    write("\n")
    assert page.box.value() == (DivisionRef("d3"),)


def test_positions_people_and_everyone_are_offered_with_an_empty_line(page: Page) -> None:
    press(K.Key_Down)
    kinds = {type(one.party) for one in page.box.offers()}
    assert {AllDivisions, DivisionRef, PositionRef, PersonRef, type(None)} <= kinds


def test_tab_takes_what_is_highlighted_and_goes_on(page: Page) -> None:
    write("อรทัย\t")
    assert page.box.value() == (PersonRef("n2"),)
    assert focused() is page.after


def test_what_is_left_typed_is_kept_as_free_text_when_the_hand_goes_elsewhere(page: Page) -> None:
    write("คณะทำงานขับเคลื่อน")
    page.after.setFocus()
    page.box.end_visit()
    assert page.box.value() == (FreeText("คณะทำงานขับเคลื่อน"),)


def test_the_very_name_typed_means_the_register(page: Page) -> None:
    write("กองช่าง")
    page.after.setFocus()
    page.box.end_visit()
    assert page.box.value() == (DivisionRef("d3"),)


def test_an_order_is_read_with_its_number_and_subject(page: Page) -> None:
    write("คำสั่งที่ ๑๕๖/๒๕๖๘ เรื่อง แต่งตั้งคณะทำงาน\n")
    assert page.box.value() == (OrderRef("๑๕๖/๒๕๖๘", "แต่งตั้งคณะทำงาน"),)


def test_an_order_without_a_number_asks_for_it(page: Page) -> None:
    write("ตามคำสั่ง\n")
    popup = page.box.findChildren(PartyPopup)[-1]
    popup.lines["number"].setText("๑๒/๒๕๖๘")
    popup.close()
    assert page.box.value() == (OrderRef("๑๒/๒๕๖๘"),)


def test_backspace_on_the_empty_line_takes_the_last_one_off(page: Page) -> None:
    page.box.set_value((DivisionRef("d1"), DivisionRef("d2")))
    press(K.Key_Backspace)
    assert page.box.value() == (DivisionRef("d1"),)
    assert focused() is page.box.line


def test_arrows_walk_the_chips_and_alt_moves_them(page: Page) -> None:
    page.box.set_value((DivisionRef("d1"), DivisionRef("d2"), DivisionRef("d3")))
    press(K.Key_Left)
    assert focused() is page.box.chips[2]
    press(K.Key_Left)
    press(K.Key_Left, ALT)
    assert words(page.box) == ["กองคลัง", "สำนักปลัดเทศบาล", "กองช่าง"]
    assert focused() is page.box.chips[0]
    press(K.Key_Delete)
    assert words(page.box) == ["สำนักปลัดเทศบาล", "กองช่าง"]
    press(K.Key_Right)
    press(K.Key_Right)
    assert focused() is page.box.line


def test_a_note_in_brackets_is_added_by_editing_a_chip(page: Page) -> None:
    page.box.set_value((DivisionRef("d1"),))
    press(K.Key_Left)
    press(K.Key_Return)
    popup = page.box.findChildren(PartyPopup)[-1]
    popup.lines["note"].setText("หน่วยงานหลัก")
    popup.close()
    assert words(page.box) == ["สำนักปลัดเทศบาล (หน่วยงานหลัก)"]
    assert page.box.value() == (DivisionRef("d1", "หน่วยงานหลัก"),)


def test_escape_in_the_note_leaves_everything_as_it_was(page: Page) -> None:
    page.box.set_value((DivisionRef("d1"),))
    popup = page.box.open_chip(0)
    assert popup is not None
    popup.lines["note"].setText("ไม่เอา")
    popup.lines["note"].setFocus()
    press(K.Key_Escape)
    assert page.box.value() == (DivisionRef("d1"),)


def test_pasted_lines_become_one_party_each(page: Page) -> None:
    paste("๑. กองคลัง\n๒. กองช่าง\n- ผู้นำชุมชน")
    assert page.box.value() == (DivisionRef("d2"), DivisionRef("d3"), FreeText("ผู้นำชุมชน"))


def test_the_same_party_is_not_added_twice(page: Page) -> None:
    page.box.set_value((DivisionRef("d2"),))
    write("กองคลัง")
    assert all(one.party != DivisionRef("d2") for one in page.box.offers())


def test_many_chips_wrap_on_several_lines(page: Page) -> None:
    page.box.set_value(
        (DivisionRef("d1"), DivisionRef("d2"), DivisionRef("d3"), PositionRef("p2"), AllDivisions())
    )
    for _ in range(3):
        QApplication.processEvents()
    rows = {chip.y() for chip in page.box.chips}
    assert len(rows) >= 2
    assert all(chip.geometry().right() <= page.box.frame.width() for chip in page.box.chips)


def test_codes_are_read_and_shown_in_one_form(codes: ReferencesEditor) -> None:
    write("i10 และ o๒๔")
    assert codes.value() == read_references("I10, O24", 2567).values
    assert codes.note.words.text() == "อ่านว่า I10, O24"
    codes.end_visit()
    assert codes.box.text() == "I10, O24"
    assert codes.note.isHidden()


def test_a_damaged_code_stays_as_typed_until_the_repair_is_clicked(codes: ReferencesEditor) -> None:
    write("O10, ○15")
    codes.flush()
    assert UnreadReference("○15") in codes.value()
    note = codes.problems[0]
    assert "○15" in note.words.text()
    codes.end_visit()
    assert "○15" in codes.box.text(), "never mended silently"
    note.suggestions[0].click()
    assert codes.value() == read_references("O10, O15", 2567).values
    assert codes.box.text() == "O10, O15"
    assert note.isHidden()


def test_codes_keep_the_year_they_were_read_in(codes: ReferencesEditor) -> None:
    older = read_references("O10", 2560).values
    codes.set_value(older)
    assert codes.value() == older
