"""Thai on the screen breaks at words, with libthai as without it, and nothing is put into it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QInputMethodEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.aids.places import ROOT
from tests.ui.hands import CTRL, NONE, SHIFT, K, paste, press, show, write
from ui.widgets.text.breaks import word_breaks
from ui.widgets.text.labels import WrapLabel
from ui.widgets.text.textboxes import ThaiLineEdit, ThaiTextBox
from ui.widgets.text.word_elide import word_lines

TEXT = (
    "ประชาสัมพันธ์ช่องทางการร้องเรียนการทุจริตผ่านเว็บไซต์ของหน่วยงานและจัดทำสถิติเรื่องร้องเรียน"
    "รายไตรมาส พ.ศ. ๒๕๖๘ เสนอผู้บริหารทราบทุกครั้งที่มีการประชุม"
)

LAID_OUT = """
import json, sys
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from ui.constants_kept import keep_constants
keep_constants()
app = QApplication([])
from ui.theme import apply_theme
apply_theme(app)
from ui.widgets.text.breaks import word_breaks
from ui.widgets.text.labels import WrapLabel
from ui.widgets.text.textboxes import ThaiTextBox
text = sys.argv[1]
box, plain, label = ThaiTextBox(), QPlainTextEdit(), WrapLabel(text)
for widget in (box, plain, label):
    widget.resize(300, 200)
    widget.show()
for widget in (box, plain):
    widget.setPlainText(text)
before = box.document().firstBlock().layout().lineCount()
word_breaks().warm_now()
app.processEvents()

def lines(widget):
    layout = widget.document().firstBlock().layout()
    found = [layout.lineAt(at) for at in range(layout.lineCount())]
    return [text[one.textStart():one.textStart() + one.textLength()] for one in found]

print(json.dumps({
    "box": lines(box), "plain": lines(plain), "before": before,
    "height": box.height(), "least": label.minimumSizeHint().width(),
    "label": label.heightForWidth(300), "line": label.fontMetrics().lineSpacing(),
}))
"""


def laid_out(folder: Path, *, hide_libthai: bool) -> dict[str, Any]:
    """How a fresh process lays out the text, with a libthai that cannot be loaded or as it is."""
    told = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    if hide_libthai:
        (folder / "libthai.so.0").write_text("not a library")
        told["LD_LIBRARY_PATH"] = str(folder)
    done = subprocess.run(
        [sys.executable, "-c", LAID_OUT, TEXT],
        env=told,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


def ends(lines: list[str]) -> list[int]:
    places, place = [], 0
    for line in lines:
        place += len(line)
        places.append(place)
    return places


@pytest.mark.parametrize("hide_libthai", [False, True])
def test_boxes_and_labels_break_at_words(hide_libthai: bool, tmp_path: Path, qtbot: Any) -> None:
    seen = laid_out(tmp_path, hide_libthai=hide_libthai)
    word_breaks().warm_now()
    allowed = set(word_breaks().ends(TEXT) or ())
    assert "".join(seen["box"]) == TEXT
    assert len(seen["box"]) > 3
    assert set(ends(seen["box"])) <= allowed
    assert seen["least"] <= 100, "a label does not push the window wide"
    assert 3 <= round(seen["label"] / seen["line"]) <= 5
    if hide_libthai and sys.platform == "linux":
        assert not set(ends(seen["plain"])) <= allowed, "libthai was not hidden after all"


@pytest.fixture
def box(qtbot: Any) -> Iterator[ThaiTextBox]:
    word_breaks().warm_now()
    box = ThaiTextBox()
    holder = QWidget()
    qtbot.addWidget(holder)
    QVBoxLayout(holder).addWidget(box)
    show(holder, 340, 300)
    box.setFocus()
    yield box
    holder.close()


def test_the_box_grows_with_its_text_up_to_a_limit(box: ThaiTextBox) -> None:
    low = box.height()
    box.setPlainText(TEXT)
    middle = box.height()
    assert middle > low * 2
    box.setPlainText(TEXT * 20)
    assert middle < box.height() < 600
    box.setPlainText("")
    assert box.height() == low


def test_the_text_holds_nothing_that_was_not_typed(box: ThaiTextBox) -> None:
    write("ประชาสัมพันธ์ช่องทางร้องเรียน")
    assert box.toPlainText() == "ประชาสัมพันธ์ช่องทางร้องเรียน"
    press(K.Key_A, CTRL)
    press(K.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "ประชาสัมพันธ์ช่องทางร้องเรียน"


def test_one_press_of_an_arrow_goes_one_letter_on_also_between_words(box: ThaiTextBox) -> None:
    box.setPlainText("งบประมาณรายจ่าย")
    places = []
    for _ in range(11):
        press(K.Key_Right)
        places.append(box.textCursor().position())
    assert places == sorted(set(places)), "no press stands still"
    assert len(set(places)) == len(places)


def test_ctrl_with_arrows_goes_word_by_word(box: ThaiTextBox) -> None:
    box.setPlainText("แต่งตั้งคณะกรรมการ IT 2568")
    press(K.Key_Right, CTRL)
    first = box.textCursor().position()
    assert box.toPlainText()[:first] == "แต่งตั้ง"
    press(K.Key_End)
    press(K.Key_Left, CTRL)
    assert box.toPlainText()[box.textCursor().position() :] == "2568"
    press(K.Key_Left, CTRL)
    press(K.Key_Right, CTRL | SHIFT)
    assert box.textCursor().selectedText() == "IT "


def test_ctrl_backspace_takes_one_thai_word_away(box: ThaiTextBox) -> None:
    write("แต่งตั้งคณะกรรมการ")
    press(K.Key_Backspace, CTRL)
    assert box.toPlainText() in ("แต่งตั้ง", "แต่งตั้งคณะ")
    press(K.Key_Z, CTRL)
    assert box.toPlainText() == "แต่งตั้งคณะกรรมการ"


def double_click(widget: QWidget, place: QPointF) -> None:
    button = Qt.MouseButton.LeftButton
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
        globally = QPointF(widget.mapToGlobal(place.toPoint()))
        QApplication.sendEvent(widget, QMouseEvent(kind, place, globally, button, button, NONE))


def test_a_double_click_takes_the_thai_word(box: ThaiTextBox) -> None:
    box.setPlainText("ตรวจนับทรัพย์สินทุกไตรมาส")
    cursor = box.textCursor()
    cursor.setPosition(len("ตรวจนับทรัพ"))
    box.setTextCursor(cursor)
    double_click(box.viewport(), QPointF(box.cursorRect().center()))
    assert box.textCursor().selectedText() == "ทรัพย์สิน"


def test_a_double_click_in_a_one_line_edit_takes_the_thai_word(qtbot: Any) -> None:
    word_breaks().warm_now()
    line = ThaiLineEdit()
    qtbot.addWidget(line)
    show(line, 400, 40)
    line.setText("ตรวจนับทรัพย์สิน")
    line.setCursorPosition(len("ตรวจ"))
    double_click(line, QPointF(line.cursorRect().center()) + QPointF(2, 0))
    assert line.selectedText() in ("ตรวจนับ", "นับ")
    press(K.Key_Home)
    press(K.Key_Right, CTRL)
    assert 0 < line.cursorPosition() < len("ตรวจนับทรัพย์สิน")


def test_an_input_method_composes_inside_a_wrapped_line(box: ThaiTextBox) -> None:
    box.setPlainText(TEXT)
    cursor = box.textCursor()
    cursor.setPosition(5)
    box.setTextCursor(cursor)
    QApplication.sendEvent(box, QInputMethodEvent("กำลัง", []))
    assert box.toPlainText() == TEXT, "composed text is not in yet"
    QApplication.processEvents()
    ended = QInputMethodEvent()
    ended.setCommitString("แล้ว")
    QApplication.sendEvent(box, ended)
    assert box.toPlainText() == TEXT[:5] + "แล้ว" + TEXT[5:]


def test_pasted_text_is_cleaned(box: ThaiTextBox) -> None:
    paste("เเผน\u200bงาน\r\nนํ้า\u00a0ประปา")
    assert box.toPlainText() == "แผนงาน\nน้ำ ประปา"


def test_a_box_of_one_line_joins_what_is_pasted_and_enter_leaves_it(qtbot: Any) -> None:
    box = ThaiTextBox(one_line=True)
    qtbot.addWidget(box)
    entered: list[bool] = []
    box.entered.connect(lambda: entered.append(True))
    show(box, 340, 60)
    box.setFocus()
    paste("หนึ่ง\nสอง")
    write("\n")
    assert box.toPlainText() == "หนึ่ง สอง"
    assert entered == [True]


def test_a_label_gives_its_text_without_the_marks_between_words(qtbot: Any) -> None:
    word_breaks().warm_now()
    label = WrapLabel(TEXT)
    qtbot.addWidget(label)
    assert label.text() == TEXT
    assert label.accessibleName() == TEXT
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByKeyboard
        | Qt.TextInteractionFlag.TextSelectableByMouse
    )
    show(label, 300, 200)
    label.setFocus()
    label.setSelection(0, len(word_breaks().shown(TEXT)))
    press(K.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == TEXT


def test_the_words_are_loaded_by_themselves_after_the_window_stands(tmp_path: Path) -> None:
    script = """
import sys
from ui.constants_kept import keep_constants
keep_constants()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = QApplication([])
from ui.widgets.text.breaks import word_breaks
from ui.widgets.text.labels import WrapLabel
label = WrapLabel("ประชาสัมพันธ์")
label.show()
early = [name for name in ("pythainlp", "nlpo3") if name in sys.modules]
word_breaks().ready.connect(lambda: (print("ready", early), app.quit()))
QTimer.singleShot(30000, app.quit)
app.exec()
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "ready []" in done.stdout


def test_at_no_width_does_a_line_end_inside_a_word_or_a_number(qtbot: Any) -> None:
    text = f"งานบริการ ๒๔ กระบวนงานให้ตรงกับขั้นตอน {TEXT} จำนวน ๑,๒๓๔ คน"
    word_breaks().warm_now()
    allowed = {*(word_breaks().ends(text) or ()), len(text)}
    box = ThaiTextBox()
    qtbot.addWidget(box)
    box.show()
    box.setPlainText(text)
    for width in range(180, 700, 7):
        box.resize(width, 300)
        QApplication.processEvents()
        layout = box.document().firstBlock().layout()
        lines = [layout.lineAt(at) for at in range(layout.lineCount())]
        assert {one.textStart() + one.textLength() for one in lines} <= allowed, width


def test_a_number_stays_whole_in_a_narrow_cell_although_it_is_bound_to_its_word(
    qtbot: Any,
) -> None:
    word_breaks().warm_now()
    metrics = QFontMetrics(QApplication.font())
    room = metrics.horizontalAdvance("๒๕๖๙") + 2
    assert word_lines("ปี ๒๕๖๙", metrics, room, 2) == ["ปี", "๒๕๖๙"]
    assert word_lines("ปี ๒๕๖๙", metrics, 4 * room, 2) == ["ปี ๒๕๖๙"]
