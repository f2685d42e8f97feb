"""Signs take the colours of the scheme, also while they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

from ita_desktop.model.findings import Finding, Severity
from tests.ui.hands import show
from ui.theme import choose_scheme, colours
from ui.widgets.forms.form_rows import FindingLine
from ui.widgets.sign import Sign


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    choose_scheme(qapp, "light")
    yield qapp
    choose_scheme(qapp, "")


def test_a_finding_in_an_open_form_turns_with_the_scheme(app: QApplication, qtbot: Any) -> None:
    line = FindingLine(Finding(Severity.LOOK_AT, "unread-reference", "อ่านรหัสไม่ออก"))
    qtbot.addWidget(line)
    show(line, 400, 60)
    [sign] = line.findChildren(Sign)
    for scheme in ("light", "dark", "light"):
        choose_scheme(app, scheme)
        QApplication.processEvents()
        assert _inked(sign, colours().amber), scheme


def test_a_sign_can_be_taken_away_and_changed(app: QApplication, qtbot: Any) -> None:
    sign = Sign()
    qtbot.addWidget(sign)
    assert sign.pixmap().isNull()
    sign.show_sign("check", "good")
    assert _inked(sign, colours().good)
    sign.show_sign("", "good")
    assert sign.pixmap().isNull()


def _inked(label: QLabel, colour: str) -> bool:
    image = label.pixmap().toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    solid = [image.pixelColor(x, y) for x, y in places if image.pixelColor(x, y).alpha() > 250]
    ink = QColor(colour)
    near = [
        abs(one.red() - ink.red()) + abs(one.green() - ink.green()) + abs(one.blue() - ink.blue())
        for one in solid
    ]
    return bool(near) and max(near) <= 6
