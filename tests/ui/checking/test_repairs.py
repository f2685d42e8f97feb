"""Findings that can be mended with one click: in the list of a document, below the field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.model.records import LeftFinding, Measure
from ita_desktop.model.values import plain_items
from ita_desktop.session.checking.readiness import readiness
from ita_desktop.session.checking.repairing import EDIT_NAME, repair
from tests.aids.small_office import office_session
from tests.ui.document_bench import Bench, bench_of
from tests.ui.hands import show, write
from ui.pages.measures import MeasuresPage
from ui.widgets.comments.comment_dialog import WriteDialog

WRONG, RIGHT = "ประกาศมาตราการของหน่วยงาน", "ประกาศมาตรการของหน่วยงาน"


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    session = office_session(tmp_path)
    session.change(measure_of(session), outputs=plain_items("คู่มือ", WRONG))
    yield from bench_of(qtbot, session)


def measure_of(session: object) -> Measure:
    return next(one for one in session.snapshot.of(Measure) if one.id == "m3")  # type: ignore[attr-defined]


def outputs(bench: Bench) -> list[str]:
    return [one.text for one in measure_of(bench.session).outputs]


def test_the_list_of_a_document_mends_with_one_click_and_undo_takes_it_back(
    opened: Bench, qtbot: QtBot
) -> None:
    page = opened.page
    page.head.state.click()
    link = next(one for one in page.findings.links if one.finding.code == "misspelling")
    mend = link.acts[0]
    assert RIGHT in mend.toolTip()
    with qtbot.waitSignal(opened.workspace.noticed) as told:
        QTest.mouseClick(mend, Qt.MouseButton.LeftButton)
    assert told.args[1] is True  # it offers to undo
    assert outputs(opened) == ["คู่มือ", RIGHT]
    assert opened.session.undo_name == EDIT_NAME
    assert not any(one.finding.code == "misspelling" for one in page.findings.links)
    opened.session.undo()
    assert outputs(opened) == ["คู่มือ", WRONG]
    link = next(one for one in page.findings.links if one.finding.code == "misspelling")
    link.acts[0].setFocus()
    QTest.keyClick(link.acts[0], Qt.Key.Key_Space)
    assert outputs(opened) == ["คู่มือ", RIGHT]


def test_what_was_typed_over_meanwhile_is_left_as_it_is(opened: Bench) -> None:
    page, session = opened.page, opened.session
    page.head.state.click()
    link = next(one for one in page.findings.links if one.finding.code == "misspelling")
    finding = link.finding
    session.change(measure_of(session), outputs=plain_items("เขียนใหม่"))
    assert repair(session, finding) is False
    opened.workspace.mend(finding)
    assert outputs(opened) == ["เขียนใหม่"]


def test_the_form_of_a_measure_says_it_below_the_field_and_mends(
    opened: Bench, qtbot: QtBot
) -> None:
    page = MeasuresPage(opened.workspace)
    qtbot.addWidget(page)
    show(page, 900, 700)
    page.show_place("m3", "outputs")
    row = page.form.rows["outputs"]
    assert [one.code for one in row.findings] == ["misspelling"]
    [button] = [
        one for one in row.findChildren(QPushButton) if one.accessibleName().startswith("แก้ให้")
    ]
    button.click()
    assert outputs(opened) == ["คู่มือ", RIGHT]
    assert row.findings == ()
    assert [one.text for one in row.editor.value()] == ["คู่มือ", RIGHT]


def test_what_is_left_with_a_reason_is_shown_apart_and_can_be_told_again(
    opened: Bench, qtbot: QtBot
) -> None:
    page, session = opened.page, opened.session
    page.head.state.click()
    before = len(page.findings.links)
    link = next(one for one in page.findings.links if one.finding.code == "misspelling")

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WriteDialog) and not dialog.ok.isEnabled()
        dialog.box.setFocus()
        write("เป็นชื่อตามต้นฉบับ")
        dialog.ok.click()

    QTimer.singleShot(200, answer)
    QTest.mouseClick(link.acts[1], Qt.MouseButton.LeftButton)
    [held] = session.snapshot.of(LeftFinding)
    assert (held.reason, held.about_id, held.field) == ("เป็นชื่อตามต้นฉบับ", "m3", "outputs")
    assert len(page.findings.links) == before
    last = page.findings.links[-1]
    assert "เป็นชื่อตามต้นฉบับ" in last.accessibleName()
    report = next(one for one in readiness(session.snapshot, opened.workspace.year) if one.left)
    assert report.left == (link.finding,) and link.finding not in report.findings
    last.acts[0].click()
    assert session.snapshot.of(LeftFinding) == ()
    session.undo()
    session.change(measure_of(session), outputs=plain_items(f"{WRONG} มาตราการ"))  # said anew
    assert len(session.snapshot.of(LeftFinding)) == 1


def test_what_is_empty_cannot_be_left(opened: Bench) -> None:
    opened.page.head.state.click()
    for link in opened.page.findings.links:
        if link.finding.code.startswith("missing-"):
            assert link.acts == ()
