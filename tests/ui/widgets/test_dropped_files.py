"""A file let fall on a box belongs to the window; text let fall belongs to the box."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ita_desktop.model.fields import field_of
from ita_desktop.model.records import Measure
from tests.ui.hands import CTRL, K, press, show
from ui.widgets.editors.list_editor import ListEditor
from ui.widgets.editors.list_rows import ItemBox
from ui.widgets.text.textboxes import ThaiLineEdit, ThaiTextBox


class Around(QWidget):
    """The window's part: takes what the boxes leave."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.reached = 0
        self.line, self.box = ThaiLineEdit(), ThaiTextBox()
        self.list = ListEditor(field_of(Measure, "steps"))
        column = QVBoxLayout(self)
        for one in (self.line, self.box, self.list):
            column.addWidget(one)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.reached += 1
        event.acceptProposedAction()

    def targets(self) -> list[QWidget]:
        """Where a hand would let fall: line, text box, row of a list."""
        row = self.list.findChildren(ItemBox)[0]
        return [self.line, self.box.viewport(), row.viewport()]


@pytest.fixture
def around(qtbot: Any) -> Around:
    around = Around()
    qtbot.addWidget(around)
    show(around)
    around.list.focus_field()
    return around


def test_a_file_over_any_box_goes_on_to_the_window(around: Around) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/งาน/ศรีสำราญ.itadb")])
    data.setText("/งาน/ศรีสำราญ.itadb")
    for reached, target in enumerate(around.targets(), 1):
        _enter(target, data)
        assert around.reached == reached


def test_text_over_a_box_stays_with_the_box(around: Around) -> None:
    data = QMimeData()
    data.setText("ตรวจนับทรัพย์สิน")
    for target in around.targets():
        _enter(target, data)
    assert around.reached == 0


def test_a_copied_file_is_not_pasted_as_its_path(around: Around) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/งาน/ศรีสำราญ.itadb")])
    QGuiApplication.clipboard().setMimeData(data)
    around.box.setFocus()
    press(K.Key_V, CTRL)
    assert around.box.text() == ""


def _enter(target: QWidget, data: QMimeData) -> None:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
