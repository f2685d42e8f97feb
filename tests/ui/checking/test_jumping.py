"""From a finding to its words: the form opens, the field is in sight, the words are selected."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.model.findings import Finding
from ita_desktop.model.records import DocumentSetup, Evidence, Measure, OwnWording
from ita_desktop.model.values import Item, OwnText, plain_items
from ita_desktop.session.checking.readiness import all_findings, readiness
from tests.aids.office_fixtures import session_of
from tests.ui.hands import focused
from ui.pages.documents import DocumentsPage
from ui.pages.measures import MeasuresPage
from ui.widgets.text.textboxes import ThaiTextBox
from ui.window import Window


@pytest.fixture
def window(office_window: Window) -> Window:
    return office_window


def found(window: Window, code: str) -> list[Finding]:
    workspace = window.workspace
    assert workspace is not None
    every = all_findings(readiness(workspace.session.snapshot, workspace.year))
    return [one for one in every if one.code == code]


def go(window: Window, finding: Finding) -> ThaiTextBox:
    assert window.workspace is not None
    window.workspace.show_finding(finding)
    for _ in range(3):
        QApplication.processEvents()
    box = focused()
    assert isinstance(box, ThaiTextBox)
    return box


def selected(box: ThaiTextBox) -> tuple[str, int]:
    cursor = box.textCursor()
    return cursor.selectedText(), cursor.selectionStart()


def test_inside_a_list_the_right_item_is_gone_to(window: Window) -> None:
    session = session_of(window)
    measure = session.snapshot.get(Measure, "m2")
    assert measure is not None
    steps = (
        Item("ประชุมชี้แจง"),
        Item("แจ้งมาตราการ", plain_items("จัดทำคู่มือ", "ใช้มาตราการ และมาตราการเดิม")),
    )
    session.change(measure, steps=steps)
    spots = [(one, one.spot) for one in found(window, "misspelling")]
    assert len(spots) == 3
    for finding, spot in spots:
        box = go(window, finding)
        assert spot is not None and box.toPlainText() == spot.passage
        assert selected(box) == ("มาตราการ", spot.start)
        page = window.desk.page  # type: ignore[union-attr]
        assert isinstance(page, MeasuresPage) and page.list.current_id == "m2"
        place = box.mapTo(page.form, box.rect().topLeft())
        assert 0 <= place.y() < page.form.height()


def test_the_list_of_a_document_leads_to_the_words_of_its_wordings(
    window: Window, qtbot: QtBot
) -> None:
    session, workspace = session_of(window), window.workspace
    assert workspace is not None and window.desk is not None
    setup = DocumentSetup.of(workspace.year.id, "preface")
    own = (OwnText("preface.closing", "จบมาตราการ ปี {nobody}"),)
    session.add(dataclasses.replace(setup, texts=own), name="ตั้งค่า")
    name = "preface.body"
    key = OwnWording.key(name)
    session.add(OwnWording(id=key, name=name, words="เริ่มมาตราการ"), name="ถ้อยคำ")
    workspace.show_page("documents")
    workspace.choose_document("preface")
    page = window.desk.page
    assert isinstance(page, DocumentsPage)
    page.head.state.click()
    QApplication.processEvents()
    words: list[str] = []
    for link in page.findings.links:
        if link.finding.words:
            page.findings.ensureWidgetVisible(link)
            QTest.mouseClick(link, Qt.MouseButton.LeftButton)
            QApplication.processEvents()
            box = focused()
            assert isinstance(box, ThaiTextBox)
            words.append(f"{box.accessibleName()}: {selected(box)[0]}")
    boxes = page.options._texts.boxes
    closing, body = (boxes[one].wording.label for one in ("preface.closing", "preface.body"))
    wanted = [f"{closing}: {{nobody}}", f"{closing}: มาตราการ", f"{body}: มาตราการ"]
    assert sorted(words) == sorted(wanted)


def test_a_caption_is_gone_to(window: Window) -> None:
    session, workspace = session_of(window), window.workspace
    assert workspace is not None
    one = Evidence(id="e", rank="1", year_id=workspace.year.id, caption="อบรมเจ้าหน้าทีทุกคน")
    session.add(one, name="ภาพ")
    [finding] = found(window, "misspelling")
    assert selected(go(window, finding)) == ("เจ้าหน้าที", 4)
