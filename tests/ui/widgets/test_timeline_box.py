"""The timeline box, the date editor and the calendar, driven by keys."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from ita_desktop.model.fields import field_of
from ita_desktop.model.records import DocumentSetup, Measure
from ita_desktop.model.snapshot import snapshot_of
from ita_desktop.thai.timelines import Timeline, TimePoint, Unread
from tests.ui.hands import ALT, K, focused, press, show, write
from ui.widgets.editors.calendar import CalendarPopup
from ui.widgets.editors.date_editor import DateEditor
from ui.widgets.editors.editor import Surroundings
from ui.widgets.editors.timeline_box import TimelineEditor

YEAR_2568 = Timeline(TimePoint(2024, 10), TimePoint(2025, 9))


@pytest.fixture
def box(qtbot: Any) -> TimelineEditor:
    box = TimelineEditor(field_of(Measure, "timeline"))
    box.set_around(Surroundings(snapshot_of(), action_year=2568, score_year=2567))
    qtbot.addWidget(box)
    show(box, 480, 160)
    box.focus_field()
    return box


@pytest.fixture
def day(qtbot: Any) -> DateEditor:
    day = DateEditor(field_of(DocumentSetup, "dated"))
    qtbot.addWidget(day)
    show(day, 480, 160)
    day.focus_field()
    return day


@pytest.mark.parametrize(
    "typed", ["ต.ค. ๖๗ - ก.ย. ๖๘", "ตุลาคม 2567 - กันยายน 2568", "ต.ค.67-ก.ย.68"]
)
def test_what_is_typed_is_read_at_once_in_words(box: TimelineEditor, typed: str) -> None:
    write(typed)
    assert box.value() == YEAR_2568
    shown = box.line.text() == "ตุลาคม ๒๕๖๗ - กันยายน ๒๕๖๘"
    assert shown or box.note.words.text() == "อ่านว่า ตุลาคม ๒๕๖๗ - กันยายน ๒๕๖๘"


def test_leaving_writes_it_out_in_full(box: TimelineEditor) -> None:
    write("ต.ค. ๖๗ - ก.ย. ๖๘")
    box.flush()
    box.end_visit()
    assert box.line.text() == "ตุลาคม ๒๕๖๗ - กันยายน ๒๕๖๘"
    assert box.note.isHidden()
    assert box.value() == YEAR_2568


def test_unread_text_is_kept_with_its_problem_and_suggestions_once_typing_rests(
    box: TimelineEditor, qtbot: Any
) -> None:
    told: list[object] = []
    box.edited.connect(told.append)
    write("๑ สี่นาคม ๒๕๖๘")
    assert box.note.isHidden(), "no complaint while the hand still types"
    qtbot.waitUntil(lambda: told == [Unread("๑ สี่นาคม ๒๕๖๘")], timeout=3000)
    assert "สี่นาคม" in box.note.words.text()
    assert box.note.suggestions[0].text() == "๑ มีนาคม ๒๕๖๘"
    box.note.suggestions[0].click()
    assert told[-1] == Timeline(TimePoint(2025, 3, 1), TimePoint(2025, 3, 1))
    assert box.note.isHidden()
    box.line.undo()
    assert box.line.text() == "๑ สี่นาคม ๒๕๖๘", "the box takes the suggestion back"


def test_unread_text_from_the_file_is_shown_as_typed_with_its_problem(box: TimelineEditor) -> None:
    box.set_value(Unread("๓๑ ก.พ. ๖๘"))
    assert box.line.text() == "๓๑ ก.พ. ๖๘"
    assert "ไม่มีวันที่ 31" in box.note.words.text()
    assert box.value() == Unread("๓๑ ก.พ. ๖๘")


def test_the_presets_are_those_of_the_year_in_hand(box: TimelineEditor) -> None:
    menu = box.presets_menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[:3] == ["ทั้งปีงบประมาณ พ.ศ. ๒๕๖๘", "ครึ่งปีแรก", "ครึ่งปีหลัง"]
    assert "ไตรมาสที่ ๔" in words
    menu.actions()[0].trigger()
    assert box.value() == YEAR_2568


def test_alt_down_opens_the_presets_and_enter_takes_the_whole_year(box: TimelineEditor) -> None:
    press(K.Key_Down, ALT)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.activeAction().trigger()  # type: ignore[attr-defined]
    menu.close()
    assert box.value() == YEAR_2568


def test_the_calendar_asks_for_the_first_day_and_then_for_the_last(
    box: TimelineEditor, qtbot: Any
) -> None:
    first = box.open_calendar()
    QApplication.processEvents()
    first.days.chosen.emit(date(2024, 10, 3))
    qtbot.waitUntil(lambda: any(one.isVisible() for one in box.findChildren(CalendarPopup)))
    last = [one for one in box.findChildren(CalendarPopup) if one.isVisible()][-1]
    last.days.chosen.emit(date(2025, 1, 15))
    assert box.value() == Timeline(TimePoint(2024, 10, 3), TimePoint(2025, 1, 15))
    assert box.line.text() == "๓ ตุลาคม ๒๕๖๗ - ๑๕ มกราคม ๒๕๖๘"


def test_an_empty_box_is_no_timeline(box: TimelineEditor) -> None:
    box.set_value(YEAR_2568)
    box.line.selectAll()
    press(K.Key_Delete)
    assert box.value() is None
    assert box.note.isHidden()


def test_the_calendar_counts_in_the_buddhist_era_with_thai_digits(qtbot: Any) -> None:
    popup = CalendarPopup(date(2025, 2, 28))
    qtbot.addWidget(popup)
    assert popup.month.text() == "กุมภาพันธ์ 2568".translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    assert popup.days.accessibleName() == "วันศุกร์ที่ ๒๘ กุมภาพันธ์ ๒๕๖๘"


def test_the_calendar_is_walked_by_keys(qtbot: Any) -> None:
    popup = CalendarPopup(date(2025, 1, 31))
    qtbot.addWidget(popup)
    show(popup, 300, 300)
    popup.days.setFocus()
    press(K.Key_PageDown)
    assert popup.days.day == date(2025, 2, 28), "the last day there is"
    press(K.Key_Right)
    press(K.Key_Up)
    assert popup.days.day == date(2025, 2, 22)
    chosen: list[date] = []
    popup.chosen.connect(chosen.append)
    press(K.Key_Return)
    assert chosen == [date(2025, 2, 22)]


def test_a_click_in_the_calendar_takes_that_day(qtbot: Any) -> None:
    popup = CalendarPopup(date(2025, 1, 31))
    chosen: list[date] = []
    popup.chosen.connect(chosen.append)
    show(popup, 300, 300)
    place: QPoint = popup.days.rect_of(date(2025, 1, 7)).center()
    qtbot.mouseClick(popup.days, Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [date(2025, 1, 7)]


@pytest.mark.parametrize("typed", ["31 มี.ค. 68", "๓๑/๓/๒๕๖๘", "31 มีนาคม 2025"])
def test_a_date_is_read_in_any_usual_form(day: DateEditor, typed: str) -> None:
    write(typed)
    assert day.value() == date(2025, 3, 31)
    day.end_visit()
    assert day.line.text() == "๓๑ มีนาคม ๒๕๖๘"


def test_a_day_no_calendar_has_is_refused_in_words_and_stays_typed(day: DateEditor) -> None:
    write("31 เมษายน 2568")
    assert day.value() is None
    assert "ไม่มีวันที่ 31" in day.note.words.text()
    assert day.line.text() == "31 เมษายน 2568"
    day.note.suggestions[0].click()
    assert day.value() == date(2025, 4, 30)
    assert focused() is day.line


def test_a_timeline_of_another_year_is_kept_and_pointed_at(box: TimelineEditor) -> None:
    write("ก.พ. ๒๕๖๐")
    box.flush()
    assert box.value() == Timeline(TimePoint(2017, 2), TimePoint(2017, 2))
    assert box.note.words.text() == "อ่านว่า กุมภาพันธ์ ๒๕๖๐ · อยู่นอกปีงบประมาณ พ.ศ. ๒๕๖๘"
    assert box.note.words.property("role") == "amber"
    box.end_visit()
    assert box.note.words.text() == "อยู่นอกปีงบประมาณ พ.ศ. ๒๕๖๘"


def test_a_timeline_that_reaches_out_of_the_year_says_so(box: TimelineEditor) -> None:
    write("กันยายน ๒๕๖๘ - ตุลาคม ๒๕๖๘")
    assert box.note.words.text() == "อ่านว่า กันยายน - ตุลาคม ๒๕๖๘ · มีส่วนที่อยู่นอกปีงบประมาณ พ.ศ. ๒๕๖๘"


def test_a_day_and_a_month_that_do_not_exist_bring_suggestions(box: TimelineEditor) -> None:
    write("๓๙ สี่นาคม")
    box.flush()
    assert not box.note.isHidden()
    assert [one.text() for one in box.note.suggestions] == ["๓๑ มีนาคม ๒๕๖๘", "มีนาคม ๒๕๖๘"]
